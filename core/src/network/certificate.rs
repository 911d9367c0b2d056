//! What a place decides and by which rules, so that it can be checked against the documents without this library. It
//! decides nothing itself.

use schemars::JsonSchema;
use serde::Serialize;

use super::acl::{AclSide, is_allow};
use crate::net::{Addresses, Services, Traffic};
use crate::snapshot::NetworkAclEntry;

/// A rule of a security group, an entry of a network ACL, or a route.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DecidingRule {
    /// The security group, network ACL or route table that holds it.
    pub holder: String,
    /// Its own id, such as `sgr-0123456789abcdef0`, where the documents give one.
    pub rule_id: Option<String>,
    /// The number of an entry of a network ACL.
    pub rule_number: Option<i64>,
    /// Whether it lets through; of a route, whether it surely leads there.
    pub allows: bool,
    /// What it speaks of, such as `tcp 443` or `all`.
    pub services: String,
    /// To or from whom: a block, a prefix list or a security group; of a route, its destination.
    pub peer: String,
    /// Where a route leads; `null` for anything else.
    pub target: Option<String>,
}

/// What a place is asked about, what of it no rule surely lets through, and the rules that decide about it.
#[derive(Clone, Default)]
pub(crate) struct Certificate {
    pub(crate) asked: Addresses,
    pub(crate) remainder: Addresses,
    pub(crate) rules: Vec<DecidingRule>,
}

/// The entries of a network ACL that decide about some of the traffic, in their order.
pub(super) fn of_acl(
    id: &str,
    side: &AclSide<'_>,
    services: &Services,
    asked: &Addresses,
    surely: &Addresses,
) -> Certificate {
    let mut left = Traffic::new(services, asked);
    let mut rules = Vec::new();
    for (entry, spoken) in &side.entries {
        if spoken.overlaps(&left) {
            left = left.difference(spoken);
            rules.push(of_entry(id, entry, spoken));
        }
        if left.is_empty() {
            break;
        }
    }
    Certificate { asked: asked.clone(), remainder: asked.difference(surely), rules }
}

fn of_entry(acl: &str, entry: &NetworkAclEntry, spoken: &Traffic) -> DecidingRule {
    let services = spoken.cells().fold(Services::empty(), |all, cell| all.union(&cell.services));
    let peer = entry.cidr_block.as_deref().or(entry.ipv6_cidr_block.as_deref()).unwrap_or_default();
    DecidingRule {
        holder: acl.to_owned(),
        rule_id: None,
        rule_number: entry.rule_number,
        allows: is_allow(entry),
        services: services.to_string(),
        peer: peer.to_owned(),
        target: None,
    }
}
