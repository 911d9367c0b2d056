//! What a plan says of the network: flows, security groups and their rules, subnets and their addresses.

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::{Level, Party};
use crate::plan::answer::Reason;

/// Who must be able to talk to whom.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannedFlow {
    /// A stable id, such as `nodes-to-endpoints-tcp-443`.
    pub id: String,
    /// Who begins.
    pub from: Party,
    /// Who answers.
    pub to: Party,
    /// The protocol: `tcp`, `udp`, or `all`.
    pub protocol: String,
    /// The lowest port; nothing with `all`.
    pub first_port: Option<u16>,
    /// The highest port; nothing with `all`.
    pub last_port: Option<u16>,
    /// How strongly it is needed.
    pub level: Level,
    /// Why, at least one.
    pub reasons: Vec<Reason>,
    /// Which statements would decide it; empty when it is decided.
    pub settled_by: Vec<String>,
}

/// A security group and the rules that it must have. With them all flows of the plan are open, and none of them can be
/// left out.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannedSecurityGroup {
    /// Who carries it, which is also its id within the plan.
    pub id: Party,
    /// What it is, in words.
    pub title: String,
    /// The ids of the groups that the wish states for it; empty where it states none.
    pub group_ids: Vec<String>,
    /// The rules, inbound first.
    pub rules: Vec<PlannedRule>,
}

/// A rule of a security group.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannedRule {
    /// A stable id, such as `endpoints-in-tcp-443-nodes`.
    pub id: String,
    /// Inbound or outbound.
    pub direction: RuleDirection,
    /// The protocol as AWS writes it: `tcp`, `udp`, or `-1` for all.
    pub protocol: String,
    /// The lowest port; nothing with `-1`.
    pub from_port: Option<u16>,
    /// The highest port; nothing with `-1`.
    pub to_port: Option<u16>,
    /// The group of the plan at the other end, where the rule refers to one.
    pub peer_group: Option<Party>,
    /// The CIDR block at the other end, where the rule refers to one.
    pub peer_cidr: Option<String>,
    /// The name of the prefix list at the other end, such as `com.amazonaws.eu-west-1.s3`.
    pub peer_prefix_list: Option<String>,
    /// How strongly it is needed: as the strongest of its flows.
    pub level: Level,
    /// The ids of the flows that it carries.
    pub flows: Vec<String>,
    /// Which statements would complete it, such as `callers`; empty when it is complete.
    pub settled_by: Vec<String>,
}

/// The direction of a rule.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum RuleDirection {
    /// Inbound.
    Ingress,
    /// Outbound.
    Egress,
}

impl RuleDirection {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ingress => "ingress",
            Self::Egress => "egress",
        }
    }
}

/// What takes addresses in a subnet of the wish.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SubnetAddresses {
    /// The subnet.
    pub subnet: String,
    /// What it is for: `cluster`, `nodes` and `pods`, as the wish states, and `endpoints`, as the plan places them.
    pub roles: Vec<String>,
    /// How many IPv4 addresses the block has; nothing where the wish does not state the block.
    pub size: Option<u64>,
    /// How many of them AWS keeps: the first four and the last.
    pub reserved: u64,
    /// How many the planned interface endpoints take, one each.
    pub endpoints: u64,
    /// How many to leave free for the network interfaces of the control plane.
    pub control_plane: u64,
    /// How many are left for nodes and pods; nothing where the size is not known, and zero where there are too few.
    pub left: Option<u64>,
}
