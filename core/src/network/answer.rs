//! The question of reach and its answer: plain data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::certificate::DecidingRule;
use crate::snapshot::{Fix, Settlement, Snapshot};
use crate::verdict::Verdict;

/// Whether one thing can talk to another. The request of the operation `reach`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReachRequest {
    /// What exists; left out when a handle is asked.
    #[serde(default)]
    pub snapshot: Option<Snapshot>,
    /// Who opens the connection: the id of an interface, an instance, a subnet, a security group or an endpoint, a CIDR
    /// block, an address, `cluster` for the control plane, or `internet`.
    pub source: String,
    /// Who is called: any of these, or the name of a service as a client calls it.
    pub destination: String,
    /// `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all. Not stated: `tcp`.
    #[serde(default)]
    pub protocol: Option<String>,
    /// The name by which the client calls a destination that is given by its id: whether it leads there is a verdict of
    /// its own. Not stated: none, or the destination itself where that is a name.
    #[serde(default)]
    pub name: Option<String>,
    /// The destination port, for `tcp` and `udp`.
    #[serde(default)]
    pub port: Option<u16>,
    /// The groups that the source carries. Not stated: those of the interfaces that the documents show.
    #[serde(default)]
    pub source_groups: Option<Vec<String>>,
    /// The ports from which the client may call, to which replies come back. Not stated: 32768 to 60999, the range of
    /// Linux.
    #[serde(default)]
    pub client_ports: Option<PortSpan>,
    /// Whether a document without a word on its completeness proves nothing. Not stated: `false`.
    #[serde(default)]
    pub strict: bool,
}

/// A range of ports, both ends included.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PortSpan {
    /// The lowest.
    pub first: u16,
    /// The highest.
    pub last: u16,
}

/// Whether one thing can talk to another, how, and if not, who stops it. The answer of the operation `reach`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReachAnswer {
    /// Met when all that was asked is surely open, broken when some of it is surely shut, else unknown. Where a name was
    /// asked for, both it and the path have to be met.
    pub verdict: Verdict,
    /// The path alone, whatever the name resolves to.
    pub path_verdict: Verdict,
    /// What the name resolves to; `null` where none was asked for.
    pub name: Option<NameAnswer>,
    /// The source addresses that surely get through, as CIDR blocks.
    pub open: Vec<String>,
    /// The source addresses that surely do not.
    pub shut: Vec<String>,
    /// The source addresses of which the documents do not say.
    pub unknown: Vec<String>,
    /// The path, hop by hop, there and back.
    pub path: Vec<Hop>,
    /// Everything that stops it or may stop it, not only the first.
    pub blockers: Vec<Blocker>,
    /// What would open exactly what was asked.
    pub fixes: Vec<Fix>,
    /// What would settle what is not known of it; empty when it is met.
    pub settled_by: Vec<Settlement>,
    /// The destination addresses: which of them all of the source reaches.
    pub destinations: Destinations,
    /// What stops nothing and is worth knowing.
    pub notes: Vec<String>,
    /// What was taken for granted.
    pub assumptions: Vec<String>,
    /// The same as plain text.
    pub text: String,
}

/// What a name resolves to from the VPC of the source.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NameAnswer {
    /// The name.
    pub name: String,
    /// Met when it surely resolves, and to the destination where that was given by its id; broken when it surely does
    /// not; else unknown.
    pub verdict: Verdict,
    /// What it resolves to: ids of endpoints, addresses, other names, `cluster` or `internet`.
    pub leads_to: Vec<String>,
    /// Why, in sentences.
    pub says: Vec<String>,
    /// What would settle what is not known of it.
    pub settled_by: Vec<Settlement>,
}

/// Which addresses of the destination all of the source reaches, as CIDR blocks.
#[derive(Clone, Debug, Default, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Destinations {
    /// Those that are surely reached.
    pub open: Vec<String>,
    /// Those that some of the source surely does not reach.
    pub shut: Vec<String>,
    /// Those of which the documents do not say.
    pub unknown: Vec<String>,
}

/// A place that the traffic crosses.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Hop {
    /// There or back.
    pub direction: Direction,
    /// The kind of place, such as `security group egress`.
    pub place: String,
    /// The object, such as `sg-0123456789abcdef0`.
    pub id: String,
    /// What it decides, and by which rule.
    pub says: String,
    /// The addresses that the place is asked about, as CIDR blocks: those of the other side, as they are seen there. Empty
    /// where no rules decide.
    pub asked: Vec<String>,
    /// Those of them that no rule surely lets through.
    pub remainder: Vec<String>,
    /// The rules that decide: together they let through all that is asked but the remainder.
    pub rules: Vec<DecidingRule>,
}

/// There or back.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// From the source to the destination.
    Forward,
    /// The replies.
    Reply,
}

/// Something that stops traffic, or may.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Blocker {
    /// A stable code, such as `GROUP_EGRESS`.
    pub code: BlockerCode,
    /// Whether it surely stops something, or the documents do not say.
    pub verdict: Verdict,
    /// The document that says so, or that is missing.
    pub document: String,
    /// The object; empty when it is a whole document that is missing.
    pub id: String,
    /// What is so, in a sentence.
    pub says: String,
    /// The source addresses that it concerns, as CIDR blocks.
    pub concerns: Vec<String>,
    /// The addresses of the other side that no rule surely lets through, where rules decide.
    pub remainder: Vec<String>,
}

/// What kind of thing stops traffic. New kinds may be added.
#[derive(Clone, Copy, Debug, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum BlockerCode {
    /// The two ends have no IP family in common.
    AddressFamily,
    /// The addresses of the source are not known.
    AddressUnknown,
    /// No group of the source lets it out.
    GroupEgress,
    /// The network ACL of the source's subnet does not let it out.
    AclEgress,
    /// The route table of the source's subnet does not lead there.
    Route,
    /// The network ACL of the destination's subnet does not let it in.
    AclIngress,
    /// No group of the destination lets it in.
    GroupIngress,
    /// The network ACL of the destination's subnet does not let the replies out.
    AclReplyEgress,
    /// The route table of the destination's subnet does not lead back.
    ReplyRoute,
    /// The network ACL of the source's subnet does not let the replies in.
    AclReplyIngress,
    /// The endpoint is not in a state that works.
    EndpointState,
    /// The endpoint does not take this protocol.
    EndpointProtocol,
    /// The endpoint has no interface in any subnet.
    EndpointInterfaces,
    /// An endpoint answers calls and makes none.
    EndpointSource,
    /// The network ACL of a subnet that lies on the way: of a transit gateway's attachment, or of a NAT gateway.
    AclOnTheWay,
    /// A route table that lies on the way: of a transit gateway's attachment, or of a NAT gateway.
    RouteOnTheWay,
    /// The peering connection does not carry it.
    PeeringConnection,
    /// The transit gateway or an attachment to it does not work.
    TransitGateway,
    /// The transit gateway has no subnet in the sender's zone.
    TransitGatewayZone,
    /// The transit gateway's table does not lead there.
    TransitGatewayRoute,
    /// The NAT gateway does not take it.
    NatGateway,
    /// The internet gateway does not carry it.
    InternetGateway,
    /// The egress-only internet gateway does not carry it.
    EgressOnlyInternetGateway,
    /// The virtual private gateway does not carry it, or what lies behind it is not known.
    VpnGateway,
    /// There is no public address for an internet gateway.
    PublicAddress,
    /// VPC Block Public Access stops it.
    BlockPublicAccess,
    /// An appliance on the way, of which no document says what it lets through.
    Appliance,
    /// A route leads to a target of a kind that is not known here.
    Target,
    /// The VPC enforces encryption, and may refuse the path.
    EncryptionControl,
    /// The VPC's resolver does not answer.
    Resolver,
    /// The private endpoint of the cluster does not answer.
    ClusterEndpoint,
    /// The cluster gives its services the same addresses, so that nodes keep the traffic to themselves.
    ServiceAddresses,
}

impl BlockerCode {
    /// On which way it stands by itself; what stands on the way of both is told by who asks.
    pub(crate) const fn direction(self) -> Direction {
        match self {
            Self::AclReplyEgress | Self::ReplyRoute | Self::AclReplyIngress => Direction::Reply,
            _ => Direction::Forward,
        }
    }

    /// The place that this kind of blocker stands at, in words.
    pub(crate) const fn place(self) -> &'static str {
        match self {
            Self::AddressFamily | Self::AddressUnknown => "addresses",
            Self::GroupEgress => "security groups of the source",
            Self::AclEgress => "network ACL of the source's subnet, out",
            Self::Route => "route table of the source's subnet",
            Self::AclIngress => "network ACL of the destination's subnet, in",
            Self::GroupIngress => "security groups of the destination",
            Self::AclReplyEgress => "network ACL of the destination's subnet, out",
            Self::ReplyRoute => "route table of the destination's subnet",
            Self::AclReplyIngress => "network ACL of the source's subnet, in",
            Self::EndpointState | Self::EndpointProtocol | Self::EndpointInterfaces | Self::EndpointSource => {
                "endpoint"
            }
            Self::AclOnTheWay => "network ACL of a subnet on the way",
            Self::RouteOnTheWay => "route table on the way",
            Self::PeeringConnection => "peering connection",
            Self::TransitGateway | Self::TransitGatewayZone => "transit gateway",
            Self::TransitGatewayRoute => "route table of the transit gateway",
            Self::NatGateway => "NAT gateway",
            Self::InternetGateway => "internet gateway",
            Self::EgressOnlyInternetGateway => "egress-only internet gateway",
            Self::VpnGateway => "virtual private gateway",
            Self::PublicAddress => "public address",
            Self::BlockPublicAccess => "VPC Block Public Access",
            Self::Appliance => "appliance",
            Self::Target => "target of a route",
            Self::EncryptionControl => "VPC encryption control",
            Self::Resolver => "resolver of the VPC",
            Self::ClusterEndpoint => "private endpoint of the cluster",
            Self::ServiceAddresses => "addresses of the cluster's services",
        }
    }
}
