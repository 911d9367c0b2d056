//! Who must be let in so that a node may join, as far as user data and node classes make it so. Entries and the
//! ConfigMap themselves are made elsewhere.

use crate::bootstrap::answer::NodeAccess;
use crate::bootstrap::request::Request;
use crate::bootstrap::spec::Launch;
use crate::knowledge::NodeSystem;

/// The entries that are needed; none where EKS makes them.
pub(super) fn needed(request: &Request<'_>) -> Vec<NodeAccess> {
    let spec = request.spec;
    let class = spec.node_class.as_ref();
    let hybrid = spec.hybrid.as_ref().and_then(|own| own.iam_roles_anywhere.as_ref()).map(|own| own.role_arn.clone());
    let entry = |entry_type, because| NodeAccess {
        principal_arn: class.map(|own| own.role_arn.clone()).or(hybrid.clone()),
        entry_type,
        policy_arn: None,
        because,
    };
    let gate = spec.feature_gates.as_ref().and_then(|gates| gates.get("InstanceIdNodeName")) == Some(&true);
    let host_name = spec.bottlerocket.as_ref().is_some_and(|own| own.instance_id_hostname == Some(true));
    let by_id = gate || host_name;
    let of_eks = spec.launch() == Launch::ManagedNodeGroup;
    match spec.system {
        NodeSystem::Fargate => Vec::new(),
        NodeSystem::AutoMode => {
            let partition = class.and_then(|own| own.role_arn.split(':').nth(1)).unwrap_or("aws");
            let policy = format!("arn:{partition}:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy");
            let because =
                "nodes of a class of your own join by an access entry for their role, which EKS does not make";
            vec![NodeAccess { policy_arn: Some(policy), ..entry("EC2", because) }]
        }
        NodeSystem::Hybrid => vec![entry("HYBRID_LINUX", "hybrid nodes join by an access entry for their role")],
        _ if by_id => vec![entry(
            "EC2",
            "a node that is named for its instance id joins by an access entry of this type, or by a line in aws-auth whose \
                username is `system:node:{{SessionName}}`",
        )],
        _ if of_eks => Vec::new(),
        NodeSystem::Windows => vec![entry(
            "EC2_WINDOWS",
            "nodes that no node group starts join by an access entry for their role, or by a line in aws-auth with the group \
                eks:kube-proxy-windows",
        )],
        _ => vec![entry(
            "EC2_LINUX",
            "nodes that no node group starts join by an access entry for their role, or by a line in aws-auth",
        )],
    }
}
