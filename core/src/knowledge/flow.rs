//! The flows that settings of security groups stand for: who must be able to talk to whom, and on what. Which rules that
//! takes, in which groups, is worked out elsewhere.

use schemars::JsonSchema;
use serde::Serialize;

/// Somebody that talks or is talked to.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Party {
    /// Callers outside the cluster, such as a bastion or a peered network.
    Callers,
    /// The network interfaces of the control plane.
    Cluster,
    /// What is not of AWS and not of the cluster, such as a registry or a Git server.
    Destinations,
    /// The interface endpoints.
    Endpoints,
    /// The file systems of Amazon FSx.
    FileSystems,
    /// The gateway endpoints, behind the prefix lists of their services.
    Gateways,
    /// What Amazon VPC Lattice puts before services, behind its managed prefix lists.
    Lattice,
    /// The mount targets of Amazon EFS and Amazon S3 Files.
    MountTargets,
    /// Name servers of one's own.
    NameServers,
    /// Nodes, and pods that carry no security group of their own.
    Nodes,
    /// Pods that carry security groups of their own.
    Pods,
    /// The HTTP proxy.
    Proxy,
    /// Hybrid nodes.
    RemoteNodes,
    /// Pods on hybrid nodes.
    RemotePods,
}

impl Party {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Callers => "callers",
            Self::Cluster => "cluster",
            Self::Destinations => "destinations",
            Self::Endpoints => "endpoints",
            Self::FileSystems => "fileSystems",
            Self::Gateways => "gateways",
            Self::Lattice => "lattice",
            Self::MountTargets => "mountTargets",
            Self::NameServers => "nameServers",
            Self::Nodes => "nodes",
            Self::Pods => "pods",
            Self::Proxy => "proxy",
            Self::RemoteNodes => "remoteNodes",
            Self::RemotePods => "remotePods",
        }
    }
}

/// One side of a flow.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Side {
    /// This party.
    Only(Party),
    /// Nodes, and pods that carry security groups of their own where there are such.
    Workloads,
}

/// What a flow is made of.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Ports {
    /// Everything.
    All,
    /// These ports of TCP.
    Tcp(u16, u16),
    /// This port of TCP and of UDP.
    TcpAndUdp(u16),
    /// The ports of the endpoints that are planned.
    OfEndpoints,
    /// The ports on which the API server calls workloads, the kubelet's apart.
    OfWebhooks,
    /// What the wish states of each destination, or of the proxy.
    Stated,
}

/// A flow that must be open.
pub(crate) struct FlowRow {
    /// Who begins.
    pub(crate) from: Side,
    /// Who answers.
    pub(crate) to: Side,
    /// On what.
    pub(crate) ports: Ports,
}

impl FlowRow {
    /// A flow between two parties.
    pub(crate) const fn between(from: Party, to: Party, ports: Ports) -> Self {
        Self { from: Side::Only(from), to: Side::Only(to), ports }
    }

    /// A flow from a party to whatever runs pods.
    pub(crate) const fn to_workloads(from: Party, ports: Ports) -> Self {
        Self { from: Side::Only(from), to: Side::Workloads, ports }
    }

    /// A flow from whatever runs pods to a party.
    pub(crate) const fn from_workloads(to: Party, ports: Ports) -> Self {
        Self { from: Side::Workloads, to: Side::Only(to), ports }
    }

    /// A flow among whatever runs pods.
    pub(crate) const fn among_workloads(ports: Ports) -> Self {
        Self { from: Side::Workloads, to: Side::Workloads, ports }
    }
}
