//! The keys of a single AWS answer that are not parts by themselves: one described object, an attribute of a VPC, a
//! next token, an error. They are put where the snapshot keeps their kind; what is not known is listed, never dropped
//! in silence.

use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess};

use super::collection::{CollectedPart, Collection, PartState};
use super::ec2::{ManagedPrefixList, PrefixList, VpcAttribute};
use super::eks::{AccessEntry, Addon, FargateProfile, Nodegroup, PodIdentityAssociation};
use super::parts::{Part, Snapshot};
use super::route53::{HostedZone, HostedZoneVpc, HostedZoneVpcs};
use crate::error::{Error, ErrorCode, nearest};

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
            "nodegroup" => once(&mut self.nodegroup, key, map)?,
            "fargateProfile" => once(&mut self.fargate_profile, key, map)?,
            "fargateProfileNames" => once(&mut self.fargate_profile_names, key, map)?,
            "addon" => once(&mut self.addon, key, map)?,
            "accessEntry" => once(&mut self.access_entry, key, map)?,
            "association" => once(&mut self.association, key, map)?,
            "associations" => once(&mut self.associations, key, map)?,
            "VpcId" => once(&mut self.attribute.vpc_id, key, map)?,
            "EnableDnsSupport" => once(&mut self.attribute.enable_dns_support, key, map)?,
            "EnableDnsHostnames" => once(&mut self.attribute.enable_dns_hostnames, key, map)?,
            "HostedZone" => once(&mut self.hosted_zone, key, map)?,
            "VPCs" => once(&mut self.vpcs, key, map)?,
            "NextToken" | "nextToken" | "NextMarker" => once(&mut self.next_token, key, map)?,
            "Error" => once(&mut self.error, key, map)?,
            "__type" => once(&mut self.error_type, key, map)?,
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
        let parts = snapshot.collection.iter().flat_map(|collection| collection.parts.keys());
        let known = || Part::ALL.iter().map(|part| part.as_str());
        if let Some(key) = parts.into_iter().find(|key| !known().any(|part| part == key.as_str())) {
            let message = format!("`{key}` is no part of a snapshot{}", nearest(key, known()));
            return Err(Error::new(ErrorCode::ErrInvalidInput, format!("collection.parts.{key}"), message));
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

/// Reads the value of a key that may stand in a document once: of two, neither is the right one.
pub(super) fn once<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    slot: &mut Option<T>,
    key: &str,
    map: &mut A,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(serde::de::Error::custom(format_args!("duplicate field `{key}`")));
    }
    *slot = map.next_value()?;
    Ok(())
}

/// `describe-managed-prefix-lists` answers under the key of `describe-prefix-lists`, with other fields and without the
/// blocks. The two are kept apart, so that a list without blocks is never taken for one that has none.
pub(super) fn part_prefix_lists(snapshot: &mut Snapshot) {
    let Some(lists) = snapshot.prefix_lists.take() else { return };
    let is_managed = |list: &PrefixList| list.cidrs.is_none() && list.address_family.is_some();
    let (managed, own): (Vec<_>, Vec<_>) = lists.into_iter().partition(is_managed);
    if managed.is_empty() || !own.is_empty() {
        snapshot.prefix_lists = Some(own);
    }
    let managed = managed.into_iter().map(|list| ManagedPrefixList {
        prefix_list_id: list.prefix_list_id,
        prefix_list_name: list.prefix_list_name,
        address_family: list.address_family,
        state: list.state,
        owner_id: list.owner_id,
    });
    extend(&mut snapshot.managed_prefix_lists, managed);
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
