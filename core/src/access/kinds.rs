//! What each kind of node is to the cluster: the type of its access entry, its groups and its user name. The groups and
//! names of the ConfigMap are those that EKS gives to the types of entries.

use super::spec::{AccessNode, AccessNodeKind};

/// A kind of node, as the two ways of letting it in see it.
pub(super) struct Kind {
    /// The type of an access entry.
    pub(super) entry_type: &'static str,
    /// The policy that an entry of the type needs.
    pub(super) policy: Option<&'static str>,
    /// The groups and the user name of a mapping; nothing where the ConfigMap cannot let them in.
    pub(super) mapping: Option<(&'static [&'static str], &'static str)>,
    /// What the nodes are, in words.
    pub(super) words: &'static str,
}

const NODES: &[&str] = &["system:bootstrappers", "system:nodes"];
const WINDOWS: &[&str] = &["eks:kube-proxy-windows", "system:bootstrappers", "system:nodes"];
const FARGATE: &[&str] = &["system:bootstrappers", "system:nodes", "system:node-proxier"];
const BY_DNS_NAME: &str = "system:node:{{EC2PrivateDNSName}}";
const BY_SESSION: &str = "system:node:{{SessionName}}";

/// What nodes of a kind are to the cluster.
pub(super) const fn kind(node: &AccessNode) -> Kind {
    match node.kind {
        AccessNodeKind::Windows => Kind {
            entry_type: "EC2_WINDOWS",
            policy: None,
            mapping: Some((WINDOWS, BY_DNS_NAME)),
            words: "Windows nodes",
        },
        AccessNodeKind::Hybrid => {
            Kind { entry_type: "HYBRID_LINUX", policy: None, mapping: Some((NODES, BY_SESSION)), words: "hybrid nodes" }
        }
        AccessNodeKind::Fargate => {
            Kind { entry_type: "FARGATE_LINUX", policy: None, mapping: Some((FARGATE, BY_SESSION)), words: "Fargate" }
        }
        AccessNodeKind::AutoMode => Kind {
            entry_type: "EC2",
            policy: Some("AmazonEKSAutoNodePolicy"),
            mapping: None,
            words: "nodes of a custom node class of EKS Auto Mode",
        },
        AccessNodeKind::Al2
        | AccessNodeKind::Al2023
        | AccessNodeKind::Bottlerocket
        | AccessNodeKind::Ubuntu
        | AccessNodeKind::Karpenter => {
            let words =
                if matches!(node.kind, AccessNodeKind::Karpenter) { "nodes of Karpenter" } else { "Linux nodes" };
            if node.instance_id_name {
                return Kind { entry_type: "EC2", policy: None, mapping: Some((NODES, BY_SESSION)), words };
            }
            Kind { entry_type: "EC2_LINUX", policy: None, mapping: Some((NODES, BY_DNS_NAME)), words }
        }
    }
}

/// The policies that EKS has for people, and for nodes of Auto Mode.
pub(super) const POLICIES: &[&str] = &[
    "AmazonEKSAdminPolicy",
    "AmazonEKSAdminViewPolicy",
    "AmazonEKSAutoNodePolicy",
    "AmazonEKSClusterAdminPolicy",
    "AmazonEKSEditPolicy",
    "AmazonEKSViewPolicy",
];

/// The policy that the group `system:masters` stands for where there are no policies.
pub(super) const CLUSTER_ADMIN: &str = "AmazonEKSClusterAdminPolicy";
