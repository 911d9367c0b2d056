//! Our own judgement of claims: why something that no source demands is recommended all the same. The cites of a claim
//! support the fact alone, so what we make of it stands here, and no source is cited for it.

use crate::knowledge::claim::Claim;
use crate::knowledge::rows::{
    addons, base, dual_stack, ecr, file_systems, flows, karpenter, load_balancing_settings, nodes, outside_callers,
    policies, regional_images, tools_settings, vpc, windows_and_fargate,
};

/// Our judgement of a claim in a sentence; empty where we have none.
pub(crate) fn judgement_of(claim: &Claim) -> &'static str {
    JUDGEMENTS.iter().find(|(own, _)| std::ptr::eq(*own, claim)).map_or("", |(_, words)| words)
}

const REGIONAL_IMAGE: &str =
    "recommended and not required: a copy in a registry of your own serves as well, and must be kept up to date";

const METADATA: &str =
    "recommended and not required: pods that reach instance metadata learn it there, and you may have shut them out";

const INBOUND_ONLY: &str =
    "recommended and not required: without it nodes take the interface endpoint as well, and need no gateway";

const NARROWED: &str = "recommended and not required: it matters only where the endpoint has a policy of its own";

const RECORD_TYPE: &str =
    "recommended and not required: it matters only where private DNS serves inbound resolvers alone";

/// Every judgement, in order of claim.
static JUDGEMENTS: &[(&Claim, &str)] = &[
    (&load_balancing_settings::AWS_LOAD_BALANCER_CONTROLLER_REGION_AND_VPC, METADATA),
    (&outside_callers::BASE_CALLERS_S3_PRIVATE_DNS, INBOUND_ONLY),
    (&outside_callers::BASE_CALLERS_S3_RECORD_TYPE, RECORD_TYPE),
    (
        &policies::BASE_ECR_ENDPOINT_POLICY,
        "recommended and not required: without a policy of its own the endpoint admits everything",
    ),
    (
        &vpc::BASE_ENDPOINT_PRIVATE_DNS,
        "recommended and not required: a client can be told the names of the endpoint itself, and few are",
    ),
    (
        &vpc::BASE_ENDPOINT_SUBNETS,
        "recommended and not required: one zone is enough to work; two cost more and outlive the loss of one",
    ),
    (
        &vpc::BASE_IPV6_DUALSTACK_ENDPOINTS,
        "recommended and not required: the translation on the node works, and is one more thing that can fail",
    ),
    (
        &dual_stack::BASE_IPV6_S3_GATEWAY,
        "recommended and not required: the ordinary names of S3 have IPv4 addresses, which the gateway serves",
    ),
    (
        &flows::BASE_NODES_TALK_TO_NODES,
        "recommended and not required: who knows the ports of all workloads can open those alone",
    ),
    (&base::BASE_REGIONAL_STS, "recommended for every workload: few know which generation of SDK each was built with"),
    (
        &policies::BASE_S3_ENDPOINT_POLICY,
        "recommended and not required: without a policy of its own the endpoint admits every bucket",
    ),
    (&policies::BASE_S3_POLICY_PRINCIPALS, NARROWED),
    (&policies::BASE_S3_SOURCE_ADDRESS, NARROWED),
    (
        &policies::BOTTLEROCKET_HOST_ACCOUNTS,
        "recommended and not required: it matters only where the endpoint has a policy that names accounts",
    ),
    (&nodes::BOTTLEROCKET_UPDATES, "recommended and not required: nodes run without updates, and should not for long"),
    (&regional_images::COREDNS_IMAGE, REGIONAL_IMAGE),
    (&regional_images::EBS_CSI_IMAGE, REGIONAL_IMAGE),
    (
        &ecr::ECR_PULL_THROUGH_CACHE_PERMISSIONS,
        "recommended and not required: whoever makes the repository beforehand needs no such permission on nodes",
    ),
    (&regional_images::EFS_CSI_IMAGE, REGIONAL_IMAGE),
    (
        &tools_settings::EKSCTL_NEEDS_AUTOSCALING,
        "recommended only because the wish asks eksctl for it: without something that scales nothing calls it",
    ),
    (
        &windows_and_fargate::FARGATE_STS_ADVISED,
        "recommended although AWS dropped it: one endpoint more is cheaper than pods that find no credentials",
    ),
    (&file_systems::FSX_LUSTRE_CSI_REGION, METADATA),
    (&regional_images::FSX_LUSTRE_CSI_IMAGE, REGIONAL_IMAGE),
    (&regional_images::GPU_EFA_PLUGINS_IMAGE, REGIONAL_IMAGE),
    (&outside_callers::HYBRID_NODES_S3_PRIVATE_DNS, INBOUND_ONLY),
    (&outside_callers::HYBRID_NODES_S3_RECORD_TYPE, RECORD_TYPE),
    (&policies::IRSA_STS_POLICY, NARROWED),
    (
        &karpenter::KARPENTER_NEEDS_PRICING,
        "recommended and not required: `isolatedVPC` does away with the question altogether",
    ),
    (&karpenter::KARPENTER_WEBHOOK, "recommended and not required: it matters to older releases alone"),
    (&regional_images::KUBE_PROXY_IMAGE, REGIONAL_IMAGE),
    (&regional_images::METRICS_SERVER_IMAGE, REGIONAL_IMAGE),
    (
        &addons::METRICS_SERVER_PORT,
        "recommended and not required: where nodes carry the cluster security group the port is open already",
    ),
    (&regional_images::MOUNTPOINT_S3_CSI_IMAGE, REGIONAL_IMAGE),
    (&regional_images::NODE_MONITORING_AGENT_IMAGE, REGIONAL_IMAGE),
    (&regional_images::POD_IDENTITY_IMAGE, REGIONAL_IMAGE),
    (&regional_images::VPC_CNI_IMAGE, REGIONAL_IMAGE),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::knowledge::claim::{Level, Says};
    use crate::knowledge::index::Index;

    /// A level that is ours and not the source's must be explained, and an explanation must have such a level.
    #[test]
    fn what_is_recommended_is_judged_and_nothing_else() {
        let recommended = |says: &Says| {
            let level = match says {
                Says::Needs { level, .. } | Says::NeedsWhatIsCalled { level } => Some(*level),
                says => says.setting().map(|(_, level, _)| level),
            };
            level == Some(Level::Recommended)
        };
        let index = Index::of_rows().unwrap();
        let wanted: BTreeSet<_> =
            index.claims().filter(|claim| recommended(&claim.says)).map(|claim| claim.id).collect();
        let judged: Vec<_> = JUDGEMENTS.iter().map(|(claim, _)| claim.id).collect();
        assert_eq!(judged.iter().copied().collect::<BTreeSet<_>>(), wanted);
        assert_eq!(judged.len(), wanted.len(), "a claim is judged twice");
        for claim in index.claims() {
            assert_eq!(judgement_of(claim).is_empty(), !wanted.contains(claim.id), "{}", claim.id);
        }
    }
}
