//! The parts of a snapshot: one JSON object whose keys are AWS's own response keys. A key that is absent is unknown, a
//! key with an empty list is none.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::answer::{Answer, once, part_prefix_lists};
use super::collection::{Collection, Presence};
use super::merge::Absorb;
use super::{ec2, eks, route53};
use crate::error::Error;
use crate::json::custom;

macro_rules! held {
    (list $type:ty) => { Vec<$type> };
    (keyed $type:ty) => { BTreeMap<String, $type> };
    (single $type:ty) => { $type };
}

macro_rules! parts {
    ($( $kind:ident $variant:ident $field:ident: $type:ty = $key:literal, $doc:literal; )*) => {
        /// A part of a snapshot.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub enum Part { $( #[doc = $doc] $variant, )* }

        impl Part {
            /// Every part, in the order in which they are documented.
            pub const ALL: &[Self] = &[ $( Self::$variant, )* ];

            /// The key, as AWS spells it in its answer.
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $key, )* }
            }
        }

        /// What exists, as documents give it.
        ///
        /// ```
        /// use private_eks::{Part, Presence, Snapshot};
        ///
        /// let snapshot = Snapshot::parse(r#"{"Vpcs": [{"VpcId": "vpc-0a"}]}"#)?;
        /// assert_eq!(snapshot.vpcs.as_ref().unwrap()[0].vpc_id.as_deref(), Some("vpc-0a"));
        /// assert_eq!(snapshot.presence(Part::Vpcs), Presence::Assumed);
        /// assert!(matches!(snapshot.presence(Part::Subnets), Presence::Absent(_)));
        /// # Ok::<(), private_eks::Error>(())
        /// ```
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        pub struct Snapshot {
            /// How the documents were collected.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub collection: Option<Collection>,
            $( #[doc = $doc]
            #[serde(rename = $key, skip_serializing_if = "Option::is_none")]
            pub $field: Option<held!($kind $type)>, )*
        }

        impl Snapshot {
            /// Whether anything of a part is there at all.
            pub(crate) fn has(&self, part: Part) -> bool {
                match part { $( Part::$variant => self.$field.is_some(), )* }
            }

            /// Takes over every part of another snapshot.
            pub(super) fn absorb_parts(&mut self, other: Self) -> Result<(), Error> {
                $( match (&mut self.$field, other.$field) {
                    (Some(mine), Some(theirs)) => mine.absorb(theirs, $key)?,
                    (mine @ None, theirs) => *mine = theirs,
                    (Some(_), None) => {}
                } )*
                Ok(())
            }

            /// Holds every part against itself.
            pub(super) fn settle_parts(&mut self) -> Result<(), Error> {
                $( if let Some(part) = &mut self.$field {
                    Absorb::settle(part, $key)?;
                } )*
                Ok(())
            }

            /// The parts whose own answers say that there is more.
            pub(super) fn truncated(&self) -> Vec<Part> {
                let mut parts = Vec::new();
                $( if self.$field.as_ref().is_some_and(Absorb::is_truncated) { parts.push(Part::$variant); } )*
                parts
            }

            /// The list parts, which a next token beside them leaves open.
            pub(super) fn lists(&self) -> Vec<Part> {
                let mut parts = Vec::new();
                $( if stringify!($kind) == "list" && self.$field.is_some() { parts.push(Part::$variant); } )*
                parts
            }
        }

        impl<'de> Visitor<'de> for Parts {
            type Value = Document;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object whose keys are AWS's own response keys")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
                let mut snapshot = Snapshot::default();
                let mut answer = Answer::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "collection" => once(&mut snapshot.collection, &key, &mut map)?,
                        $( $key => once(&mut snapshot.$field, &key, &mut map)?, )*
                        _ => answer.read(&key, &mut map)?,
                    }
                }
                part_prefix_lists(&mut snapshot);
                let listed = snapshot.lists();
                answer.settle(&mut snapshot).and_then(|()| snapshot.settle_parts()).map_err(|error| custom(&error))?;
                Ok(Document { snapshot, listed })
            }
        }
    };
}

parts! {
    list Vpcs vpcs: ec2::Vpc = "Vpcs", "`describe-vpcs`.";
    list VpcAttributes vpc_attributes: ec2::VpcAttribute = "VpcAttributes", "The answers of `describe-vpc-attribute`.";
    list Subnets subnets: ec2::Subnet = "Subnets", "`describe-subnets`.";
    list RouteTables route_tables: ec2::RouteTable = "RouteTables", "`describe-route-tables`.";
    list SecurityGroups security_groups: ec2::SecurityGroup = "SecurityGroups", "`describe-security-groups`.";
    list SecurityGroupRules security_group_rules: ec2::SecurityGroupRule = "SecurityGroupRules", "`describe-security-group-rules`.";
    list SecurityGroupVpcAssociations security_group_vpc_associations: ec2::SecurityGroupVpcAssociation = "SecurityGroupVpcAssociations", "`describe-security-group-vpc-associations`.";
    list NetworkAcls network_acls: ec2::NetworkAcl = "NetworkAcls", "`describe-network-acls`.";
    list VpcEndpoints vpc_endpoints: ec2::VpcEndpoint = "VpcEndpoints", "`describe-vpc-endpoints`.";
    list ServiceDetails service_details: ec2::ServiceDetail = "ServiceDetails", "`describe-vpc-endpoint-services`.";
    list NetworkInterfaces network_interfaces: ec2::NetworkInterface = "NetworkInterfaces", "`describe-network-interfaces`.";
    list PrefixLists prefix_lists: ec2::PrefixList = "PrefixLists", "`describe-prefix-lists`.";
    list ManagedPrefixLists managed_prefix_lists: ec2::ManagedPrefixList = "ManagedPrefixLists", "`describe-managed-prefix-lists`.";
    keyed PrefixListEntries prefix_list_entries: ec2::PrefixListEntries = "PrefixListEntries", "The answers of `get-managed-prefix-list-entries`, by prefix list id.";
    list DhcpOptions dhcp_options: ec2::DhcpOptions = "DhcpOptions", "`describe-dhcp-options`.";
    list InternetGateways internet_gateways: ec2::InternetGateway = "InternetGateways", "`describe-internet-gateways`.";
    list EgressOnlyInternetGateways egress_only_internet_gateways: ec2::EgressOnlyInternetGateway = "EgressOnlyInternetGateways", "`describe-egress-only-internet-gateways`.";
    list NatGateways nat_gateways: ec2::NatGateway = "NatGateways", "`describe-nat-gateways`.";
    list VpnGateways vpn_gateways: ec2::VpnGateway = "VpnGateways", "`describe-vpn-gateways`.";
    list VpcPeeringConnections vpc_peering_connections: ec2::VpcPeeringConnection = "VpcPeeringConnections", "`describe-vpc-peering-connections`.";
    list TransitGateways transit_gateways: ec2::TransitGateway = "TransitGateways", "`describe-transit-gateways`.";
    list TransitGatewayAttachments transit_gateway_attachments: ec2::TransitGatewayAttachment = "TransitGatewayAttachments", "`describe-transit-gateway-attachments`.";
    list TransitGatewayVpcAttachments transit_gateway_vpc_attachments: ec2::TransitGatewayVpcAttachment = "TransitGatewayVpcAttachments", "`describe-transit-gateway-vpc-attachments`.";
    list TransitGatewayRouteTables transit_gateway_route_tables: ec2::TransitGatewayRouteTable = "TransitGatewayRouteTables", "`describe-transit-gateway-route-tables`.";
    keyed TransitGatewayRoutes transit_gateway_routes: ec2::TransitGatewayRoutes = "TransitGatewayRoutes", "The answers of `search-transit-gateway-routes`, by route table id.";
    keyed TransitGatewayRouteTableAssociations transit_gateway_route_table_associations: ec2::TransitGatewayAssociations = "TransitGatewayRouteTableAssociations", "The answers of `get-transit-gateway-route-table-associations`, by route table id.";
    keyed TransitGatewayRouteTablePropagations transit_gateway_route_table_propagations: ec2::TransitGatewayPropagations = "TransitGatewayRouteTablePropagations", "The answers of `get-transit-gateway-route-table-propagations`, by route table id.";
    single VpcBlockPublicAccessOptions vpc_block_public_access_options: ec2::VpcBlockPublicAccessOptions = "VpcBlockPublicAccessOptions", "`describe-vpc-block-public-access-options`.";
    list VpcBlockPublicAccessExclusions vpc_block_public_access_exclusions: ec2::VpcBlockPublicAccessExclusion = "VpcBlockPublicAccessExclusions", "`describe-vpc-block-public-access-exclusions`.";
    list Reservations reservations: ec2::Reservation = "Reservations", "`describe-instances`.";
    list LaunchTemplateVersions launch_template_versions: ec2::LaunchTemplateVersion = "LaunchTemplateVersions", "`describe-launch-template-versions`.";
    list HostedZones hosted_zones: route53::HostedZone = "HostedZones", "`list-hosted-zones`.";
    keyed HostedZoneVpcs hosted_zone_vpcs: route53::HostedZoneVpcs = "HostedZoneVpcs", "The answers of `get-hosted-zone`, by zone id.";
    keyed ResourceRecordSets resource_record_sets: route53::ResourceRecordSets = "ResourceRecordSets", "The answers of `list-resource-record-sets`, by zone id.";
    list ResolverRules resolver_rules: route53::ResolverRule = "ResolverRules", "`list-resolver-rules`.";
    list ResolverRuleAssociations resolver_rule_associations: route53::ResolverRuleAssociation = "ResolverRuleAssociations", "`list-resolver-rule-associations`.";
    list ProfileSummaries profile_summaries: route53::ProfileSummary = "ProfileSummaries", "`list-profiles` of Route 53 Profiles.";
    list ProfileAssociations profile_associations: route53::ProfileAssociation = "ProfileAssociations", "`list-profile-associations`.";
    list ProfileResourceAssociations profile_resource_associations: route53::ProfileResourceAssociation = "ProfileResourceAssociations", "`list-profile-resource-associations`.";
    single Cluster cluster: eks::Cluster = "cluster", "`describe-cluster`.";
    list Nodegroups nodegroups: eks::Nodegroup = "nodegroups", "`list-nodegroups`, and the answers of `describe-nodegroup`.";
    list FargateProfiles fargate_profiles: eks::FargateProfile = "fargateProfiles", "The answers of `describe-fargate-profile`.";
    list Addons addons: eks::Addon = "addons", "`list-addons`, and the answers of `describe-addon`.";
    list PodIdentityAssociations pod_identity_associations: eks::PodIdentityAssociation = "podIdentityAssociations", "`list-pod-identity-associations`.";
    list AccessEntries access_entries: eks::AccessEntry = "accessEntries", "`list-access-entries`, and the answers of `describe-access-entry`.";
}

/// One document, and the parts that it gives as lists rather than by described objects one by one: only a list can be
/// the last page of its part.
pub(super) struct Document {
    pub(super) snapshot: Snapshot,
    pub(super) listed: Vec<Part>,
}

struct Parts;

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Parts)
    }
}

impl<'de> Deserialize<'de> for Snapshot {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Document::deserialize(deserializer).map(|document| document.snapshot)
    }
}

/// Loosely typed on purpose: the documents stay as AWS prints them, and the faces take them as they are.
impl JsonSchema for Snapshot {
    fn schema_name() -> Cow<'static, str> {
        "SnapshotDocument".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "description": "What exists: one object whose keys are AWS's own response keys.",
            "x-aws": true,
        })
    }
}

impl Snapshot {
    /// What the snapshot has of a part.
    pub fn presence(&self, part: Part) -> Presence {
        use super::collection::PartState;
        let collected = self.collection.as_ref().and_then(|collection| collection.parts.get(part.as_str()));
        let why = |word: &str| match collected {
            Some(part) if !part.detail.is_empty() => format!("{word}: {}", part.detail),
            _ => word.to_owned(),
        };
        match (self.has(part), collected.map(|part| part.state)) {
            (true, None) => Presence::Assumed,
            (true, Some(PartState::Complete)) => Presence::Complete,
            (false, None | Some(PartState::Complete)) => Presence::Absent("not among the documents".to_owned()),
            (true, Some(state)) => Presence::Incomplete(why(state.as_str())),
            (false, Some(state)) => Presence::Absent(why(state.as_str())),
        }
    }

    /// The parts that are there, in alphabetical order of their keys.
    pub fn parts(&self) -> Vec<&'static str> {
        let mut keys: Vec<_> = Part::ALL.iter().filter(|part| self.has(**part)).map(|part| part.as_str()).collect();
        keys.sort_unstable();
        keys
    }
}
