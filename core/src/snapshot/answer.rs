//! The keys of a single AWS answer that are not parts by themselves: one described object, an attribute of a VPC, a
//! next token, an error. They are put where the snapshot keeps their kind; what is not known is listed, never dropped
//! in silence.

use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess};

use super::collection::{CollectedPart, Collection, PartState};
use super::ec2::{AttributeValue, VpcAttribute};
use super::eks::{AccessEntry, Addon, FargateProfile, Nodegroup, PodIdentityAssociation};
use super::parts::{Part, Snapshot};
use super::route53::{HostedZone, HostedZoneVpc, HostedZoneVpcs};
use crate::error::{Error, ErrorCode};

/// What stands beside the parts in one document.
#[derive(Default)]
pub(super) struct Answer {
    nodegroup: Option<Nodegroup>,
    fargate_profile: Option<FargateProfile>,
    fargate_profile_names: Option<Vec<FargateProfile>>,
    addon: Option<Addon>,
    access_entry: Option<AccessEntry>,
    association: Option<PodIdentityAssociation>,
    associations: Option<Vec<PodIdentityAssociation>>,
    attribute: VpcAttribute,
    hosted_zone: Option<HostedZone>,
    vpcs: Option<Vec<HostedZoneVpc>>,
    next_token: Option<String>,
    error: Option<AwsError>,
    error_type: Option<String>,
    unread: Vec<String>,
}

/// How botocore gives an error of AWS.
#[derive(Default, Deserialize)]
#[serde(default)]
struct AwsError {
    #[serde(rename = "Code")]
    code: Option<String>,
    #[serde(rename = "Message")]
    message: Option<String>,
}

impl Answer {
    /// Takes the value of a key that is no part.
    pub(super) fn read<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "nodegroup" => self.nodegroup = map.next_value()?,
            "fargateProfile" => self.fargate_profile = map.next_value()?,
            "fargateProfileNames" => self.fargate_profile_names = map.next_value()?,
            "addon" => self.addon = map.next_value()?,
            "accessEntry" => self.access_entry = map.next_value()?,
            "association" => self.association = map.next_value()?,
            "associations" => self.associations = map.next_value()?,
            "VpcId" => self.attribute.vpc_id = map.next_value()?,
            "EnableDnsSupport" => self.attribute.enable_dns_support = map.next_value::<Option<AttributeValue>>()?,
            "EnableDnsHostnames" => self.attribute.enable_dns_hostnames = map.next_value()?,
            "HostedZone" => self.hosted_zone = map.next_value()?,
            "VPCs" => self.vpcs = map.next_value()?,
            "NextToken" | "nextToken" | "NextMarker" => self.next_token = map.next_value()?,
            "Error" => self.error = map.next_value()?,
            "__type" => self.error_type = map.next_value()?,
            "ResponseMetadata" => {
                map.next_value::<IgnoredAny>()?;
            }
            _ => {
                map.next_value::<IgnoredAny>()?;
                self.unread.push(key.to_owned());
            }
        }
        Ok(())
    }

    /// Puts everything where the snapshot keeps its kind.
    pub(super) fn settle(self, snapshot: &mut Snapshot) -> Result<(), Error> {
        if let Some(error) = self.error {
            let code = error.code.or(self.error_type).unwrap_or_else(|| "no code".to_owned());
            return Err(aws_error(&code, &error.message.unwrap_or_default()));
        }
        if let Some(code) = self.error_type {
            return Err(aws_error(&code, ""));
        }
        extend(&mut snapshot.nodegroups, self.nodegroup);
        extend(&mut snapshot.fargate_profiles, self.fargate_profile);
        extend(&mut snapshot.fargate_profiles, self.fargate_profile_names.into_iter().flatten());
        extend(&mut snapshot.addons, self.addon);
        extend(&mut snapshot.access_entries, self.access_entry);
        extend(&mut snapshot.pod_identity_associations, self.association);
        if let Some(associations) = self.associations {
            snapshot.pod_identity_associations.get_or_insert_default().extend(associations);
        }
        let mut unread = self.unread;
        match (self.attribute.vpc_id.is_some(), self.attribute != VpcAttribute::default()) {
            (true, _) => extend(&mut snapshot.vpc_attributes, Some(self.attribute)),
            (false, true) => unread.push("EnableDnsSupport or EnableDnsHostnames without VpcId".to_owned()),
            (false, false) => {}
        }
        match (self.hosted_zone, self.vpcs) {
            (Some(HostedZone { id: Some(id), .. }), Some(vpcs)) => {
                let owned = HostedZoneVpcs { vpcs: Some(vpcs) };
                snapshot.hosted_zone_vpcs.get_or_insert_default().insert(id, owned);
            }
            (None, None) => {}
            _ => unread.push("HostedZone or VPCs, one without the other".to_owned()),
        }
        if self.next_token.is_some_and(|token| !token.is_empty()) {
            for part in snapshot.lists() {
                mark_partial(snapshot, part);
            }
        }
        for part in snapshot.truncated() {
            mark_partial(snapshot, part);
        }
        if !unread.is_empty() {
            let collection = snapshot.collection.get_or_insert_default();
            collection.unread.append(&mut unread);
            collection.unread.sort_unstable();
            collection.unread.dedup();
        }
        Ok(())
    }
}

fn extend<T>(list: &mut Option<Vec<T>>, items: impl IntoIterator<Item = T>) {
    let mut items = items.into_iter().peekable();
    if items.peek().is_some() {
        list.get_or_insert_default().extend(items);
    }
}

fn aws_error(code: &str, message: &str) -> Error {
    let message = format!("the document is an error of AWS, `{code}`, not an answer: {message}");
    Error::new(ErrorCode::ErrAwsError, "", message.trim_end_matches([':', ' ']))
}

/// Why a part is partial that a later page can close.
pub(super) const LEFT_OVER: &str = "a next token was left over";

pub(super) fn mark_partial(snapshot: &mut Snapshot, part: Part) {
    let partial = CollectedPart { state: PartState::Partial, detail: LEFT_OVER.to_owned() };
    let collection: &mut Collection = snapshot.collection.get_or_insert_default();
    let whole = collection.parts.entry(part.as_str().to_owned()).or_insert_with(|| partial.clone());
    if whole.state == PartState::Complete {
        *whole = partial;
    }
}
