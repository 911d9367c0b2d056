//! What a plan says: plain data, each item with its reasons. How it is worked out is next door.

mod network;
mod work;

pub use network::{PlannedFlow, PlannedRule, PlannedSecurityGroup, RuleDirection, SubnetAddresses};
pub use work::{BootCall, BypassEntry, NoProxy, PlanFinding, PlannedImage, Step};

use schemars::JsonSchema;
use serde::Serialize;

use crate::day::Day;
use crate::knowledge::{
    AuthenticationMode, Cite, Confidence, ControlPlaneEgressMode, EndpointType, IpFamily, Level, NodeKind, Party,
    Place, Support,
};
use crate::plan::surroundings::{Caller, DestinationSpec, EndpointVpcSpec, ProxySpec, SubnetSpec};

/// Everything that must exist for a wish, as of a day. The answer of the operation `plan`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// The wish as it was understood: each value with where it comes from.
    pub spec: ResolvedSpec,
    /// The day for which the answer holds.
    pub as_of: Day,
    /// What the wish contradicts, in order of claim. Empty is good.
    pub findings: Vec<PlanFinding>,
    /// The endpoints that must exist, in order of service id.
    pub endpoints: Vec<PlannedEndpoint>,
    /// The endpoints of which the wish does not say whether they are needed, each with the option that would settle it.
    pub undecided: Vec<PlannedEndpoint>,
    /// Who must be able to talk to whom, in order of both ends.
    pub flows: Vec<PlannedFlow>,
    /// The security groups whose rules open exactly these flows.
    pub security_groups: Vec<PlannedSecurityGroup>,
    /// The settings of the VPC, the cluster, the nodes and the workloads.
    pub settings: Vec<PlannedSetting>,
    /// What `NO_PROXY` must list, where the wish has a proxy.
    pub no_proxy: Option<NoProxy>,
    /// The images and where they must come from.
    pub images: Vec<PlannedImage>,
    /// What nodes still call while they boot.
    pub boot_calls: Vec<BootCall>,
    /// The order of creation that leaves no node waiting.
    pub order: Vec<Step>,
    /// What takes addresses in each subnet that the wish names.
    pub addresses: Vec<SubnetAddresses>,
    /// What is supported, unsupported or ended, one statement for each node kind and feature of the wish.
    pub support: Vec<SupportStatement>,
    /// What to mind beyond that, in order of what it is about.
    pub notes: Vec<Reason>,
    /// The same as plain text: a checklist.
    pub text: String,
}

/// A wish as it was understood.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResolvedSpec {
    /// The region, such as `ap-northeast-1`.
    pub region: Sourced<String>,
    /// The partition of the region, such as `aws-cn`.
    pub partition: String,
    /// The name of the cluster, where it is known.
    pub name: Option<Sourced<String>>,
    /// The version of Kubernetes, where the wish states it.
    pub kubernetes_version: Option<Sourced<String>>,
    /// The account of the cluster, where the wish states it.
    pub account: Option<Sourced<String>>,
    /// The VPC that the nodes are in, where it is known.
    pub vpc: Option<Sourced<String>>,
    /// The node kinds.
    pub nodes: Sourced<Vec<NodeKind>>,
    /// The subnets that nodes run in, where they are known; never the cluster's own subnets.
    pub node_subnets: Option<Sourced<Vec<String>>>,
    /// The security groups that nodes carry, where the wish states them.
    pub node_security_groups: Option<Sourced<Vec<String>>>,
    /// The IP family of the cluster, where it is known.
    pub ip_family: Option<Sourced<IpFamily>>,
    /// The features, in order of id.
    pub features: Vec<ResolvedFeature>,
    /// The AWS services that workloads call, where the wish states them, in order of suffix.
    pub services: Option<Sourced<Vec<String>>>,
    /// The authentication mode.
    pub authentication_mode: Sourced<AuthenticationMode>,
    /// The egress mode of the control plane.
    pub control_plane_egress_mode: Sourced<ControlPlaneEgressMode>,
    /// Whether the host names for FIPS are used.
    pub fips: Sourced<bool>,
    /// The CIDR blocks of the VPC, where the wish states them.
    pub vpc_cidrs: Option<Sourced<Vec<String>>>,
    /// The service CIDR, where the wish states it.
    pub service_cidr: Option<Sourced<String>>,
    /// The subnets that the wish describes.
    pub subnets: Vec<SubnetSpec>,
    /// The subnets of the cluster itself, where the wish states them.
    pub cluster_subnets: Option<Sourced<Vec<String>>>,
    /// The subnets that pods take addresses from, where the wish states others than those of the nodes.
    pub pod_subnets: Option<Sourced<Vec<String>>>,
    /// The security groups that pods carry, where the wish states some.
    pub pod_security_groups: Option<Sourced<Vec<String>>>,
    /// The CIDR blocks of hybrid nodes, where the wish states them.
    pub remote_node_cidrs: Option<Sourced<Vec<String>>>,
    /// The CIDR blocks of pods on hybrid nodes, where the wish states them.
    pub remote_pod_cidrs: Option<Sourced<Vec<String>>>,
    /// The callers outside the cluster, where the wish states them.
    pub callers: Option<Sourced<Vec<Caller>>>,
    /// The name servers of the DHCP options, where the wish states them.
    pub dns_servers: Option<Sourced<Vec<String>>>,
    /// The HTTP proxy, where the wish states one.
    pub proxy: Option<Sourced<ProxySpec>>,
    /// What is not of AWS and is called, where the wish states it.
    pub destinations: Option<Sourced<Vec<DestinationSpec>>>,
    /// The VPC that holds the endpoints, where it is another one.
    pub endpoint_vpc: Option<Sourced<EndpointVpcSpec>>,
}

/// A feature of a wish as it was understood.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResolvedFeature {
    /// The id, such as `karpenter`.
    pub id: String,
    /// Where the feature comes from.
    pub origin: Origin,
    /// From what it was inferred; empty when it was not.
    pub from: String,
    /// The options that were stated or inferred, and those that are not but have a default, in order of name; each value
    /// in words.
    pub options: Vec<ResolvedOption>,
}

/// An option of a feature as it was understood.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResolvedOption {
    /// The name, such as `interruptionQueue`.
    pub name: String,
    /// The value in words, such as `true` or `my-queue`.
    pub value: String,
    /// Whether it was stated, or is what is taken where nobody states it.
    pub origin: Origin,
}

/// A value and where it comes from.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[schemars(extend("x-type-parameter" = "value"))]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
    /// From what it was inferred, such as `Vpcs` or ``the ARN of the cluster``; empty when it was not.
    pub from: String,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Origin {
    /// The caller stated it.
    Given,
    /// It follows from the documents.
    Inferred,
    /// Nobody said; this is what a careful operator would choose.
    Default,
}

/// An endpoint that must exist.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannedEndpoint {
    /// AWS's own suffix, such as `ecr.api`.
    pub service: String,
    /// The full name in the region, such as `com.amazonaws.ap-northeast-1.ecr.api`.
    pub service_name: String,
    /// The region of the endpoint service, where it is not that of the cluster: the endpoint then crosses regions.
    pub service_region: Option<String>,
    /// Interface or gateway.
    pub endpoint_type: EndpointType,
    /// The TCP port that clients call.
    pub port: u16,
    /// Whether private DNS must be on, so that clients find the endpoint under the service's ordinary name.
    pub private_dns: bool,
    /// The names that private DNS makes resolve to the endpoint, where they are known.
    pub private_dns_names: Vec<String>,
    /// Where it lies: in the VPC of the cluster, or in the one that holds the endpoints for several.
    pub vpc: EndpointPlace,
    /// The subnets of the wish that it should lie in, one in each zone; empty where the wish does not describe enough, and
    /// for gateways, which lie in route tables.
    pub subnets: Vec<String>,
    /// The security group of the plan that it carries; nothing for gateways.
    pub security_group: Option<Party>,
    /// The endpoint policy that lets through what is needed and no more, where one is advised.
    pub policy: Option<PlannedPolicy>,
    /// How strongly it is needed: the strongest of its reasons.
    pub level: Level,
    /// Why, at least one.
    pub reasons: Vec<Reason>,
    /// Which statements would decide it, such as `features.karpenter.interruptionQueue`; empty when it is decided.
    pub settled_by: Vec<String>,
    /// The weakest confidence that the strongest reason rests on.
    pub confidence: Confidence,
}

/// Where an endpoint lies.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum EndpointPlace {
    /// In the VPC of the cluster.
    Cluster,
    /// In the VPC that holds the endpoints for several others.
    Central,
}

/// An endpoint policy.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannedPolicy {
    /// The policy as JSON text, to be given to AWS as it is.
    pub document: String,
    /// What it does not narrow and why, or what must be added to it; empty when nothing.
    pub remark: String,
    /// Which statements would narrow it; empty when none.
    pub settled_by: Vec<String>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// A setting that must be so.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannedSetting {
    /// A stable id, such as `private-endpoint-access`.
    pub id: String,
    /// Where it is set: the VPC, the cluster, the nodes, a workload.
    pub place: Place,
    /// The name of the setting as AWS or the program spells it, such as `enableDnsSupport`.
    pub name: String,
    /// The value that it must have, such as `true`.
    pub value: String,
    /// How strongly it is needed.
    pub level: Level,
    /// Why, at least one.
    pub reasons: Vec<Reason>,
    /// Which statements would decide it; empty when it is decided.
    pub settled_by: Vec<String>,
}

/// Whether something can be used in a cluster without internet access.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SupportStatement {
    /// The feature or node kind, such as `app-mesh` or `al2`.
    pub subject: String,
    /// Its name in words.
    pub title: String,
    /// Whether it can be used.
    pub support: Support,
    /// What that means, in a sentence.
    pub statement: String,
    /// The claims behind it.
    pub reasons: Vec<Reason>,
}

/// Why something is needed.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// The id of the claim, such as `irsa-needs-sts`.
    pub claim: &'static str,
    /// Who asks for it: a feature or a node kind, such as `irsa`; `base` for every cluster; `services` for what the
    /// wish says that workloads call.
    pub by: &'static str,
    /// The claim in a sentence.
    pub because: &'static str,
    /// The condition that made it apply, in words; empty when it always does.
    pub condition: String,
    /// How strongly this reason asks.
    pub level: Level,
    /// How sure the claim is.
    pub confidence: Confidence,
    /// Where it can be read.
    pub cites: Vec<Cite>,
    /// Why it is recommended where it is not required: our own judgement, for which no source is cited; empty when there
    /// is none.
    pub judgement: &'static str,
}

/// The plain text.
impl std::fmt::Display for Plan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}
