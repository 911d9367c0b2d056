//! Claims about IAM policies and policies of endpoints, and whose images those must let through.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::{Always, Ec2Nodes};
use crate::knowledge::feature::{
    AWS_LOAD_BALANCER_CONTROLLER, EMR_ON_EKS, GUARDDUTY_RUNTIME_MONITORING, HYBRID_NODES, IRSA,
};
use crate::knowledge::node::NodeKind;
use crate::knowledge::setting;
use crate::knowledge::source::{
    ACCESS_ARTICLE, BOTOCORE, BOTTLEROCKET, ECR_GUIDE_2022, EKS_HYBRID, EMR_IMAGES, GUARDDUTY_GUIDE,
    LOAD_BALANCER_CONTROLLER, STS_POLICIES, USER_GUIDE_2025,
};

claims! {
    AWS_LOAD_BALANCER_CONTROLLER_POLICY = Claim {
        id: "aws-load-balancer-controller-policy",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "the actions and ARNs of the controller differ from partition to partition",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LOAD_BALANCER_CONTROLLER, "docs/install")],
        says: Says::Sets { setting: &setting::LBC_POLICY, level: Level::Required, when: Always },
    };

    BASE_ECR_ENDPOINT_POLICY = Claim {
        id: "base-ecr-endpoint-policy",
        about: Subject::Base,
        statement: "a policy that admits your own account only would shut out the registry of EKS",
        since: Since::FirstKnown(Day::new(2022, 9, 1)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&ECR_GUIDE_2022, "endpoint policy")],
        says: Says::Sets { setting: &setting::ECR_POLICY, level: Level::Recommended, when: Always },
    };

    BASE_NODE_ROLE_PULL = Claim {
        id: "base-node-role-pull",
        about: Subject::Base,
        statement: "nodes pull images with the rights of their role",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "managed-node-groups")],
        says: Says::Sets { setting: &setting::NODE_PULL, level: Level::Required, when: Ec2Nodes },
    };

    BASE_S3_ENDPOINT_POLICY = Claim {
        id: "base-s3-endpoint-policy",
        about: Subject::Base,
        statement: "image layers are read from a bucket of Amazon ECR",
        since: Since::FirstKnown(Day::new(2022, 9, 1)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ECR_GUIDE_2022, "minimum S3 bucket permissions")],
        says: Says::Sets { setting: &setting::S3_POLICY, level: Level::Recommended, when: Always },
    };

    BASE_S3_POLICY_PRINCIPALS = Claim {
        id: "base-s3-policy-principals",
        about: Subject::Base,
        statement: "Amazon ECR presigns the downloads of layers itself, so a condition on the principal, such as aws:PrincipalOrgID, matches none of them",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&BOTOCORE, "ecr service-2: GetDownloadUrlForLayer")],
        says: Says::Sets { setting: &setting::S3_POLICY, level: Level::Recommended, when: Always },
    };

    BASE_S3_SOURCE_ADDRESS = Claim {
        id: "base-s3-source-address",
        about: Subject::Base,
        statement: "requests through an endpoint carry no aws:SourceIp; aws:VpcSourceIp holds the address of who calls",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ACCESS_ARTICLE, "source IP address")],
        says: Says::Sets { setting: &setting::S3_POLICY, level: Level::Recommended, when: Always },
    };

    BOTTLEROCKET_HOST_ACCOUNTS = Claim {
        id: "bottlerocket-host-accounts",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "host containers come from registries of Bottlerocket, one account for most regions",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "sources/api/schnauzer/src/helpers.rs")],
        says: Says::Sets { setting: &setting::BOTTLEROCKET_HOST_ACCOUNTS, level: Level::Recommended, when: Always },
    };

    BOTTLEROCKET_PULLS_ELSEWHERE = Claim {
        id: "bottlerocket-pulls-elsewhere",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "host containers come from accounts of Bottlerocket",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "sources/api/schnauzer/src/helpers.rs")],
        says: Says::PullsElsewhere { who: "host containers of Bottlerocket" },
    };

    EMR_ON_EKS_PULLS_ELSEWHERE = Claim {
        id: "emr-on-eks-pulls-elsewhere",
        about: Subject::Feature(&EMR_ON_EKS),
        statement: "base images of Amazon EMR come from accounts of its own in each region",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EMR_IMAGES, "registry accounts by region")],
        says: Says::PullsElsewhere { who: "emr-on-eks" },
    };

    GUARDDUTY_PULLS_ELSEWHERE = Claim {
        id: "guardduty-runtime-monitoring-pulls-elsewhere",
        about: Subject::Feature(&GUARDDUTY_RUNTIME_MONITORING),
        statement: "the agent of GuardDuty comes from accounts of its own in each region",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&GUARDDUTY_GUIDE, "agent images by region")],
        says: Says::PullsElsewhere { who: "guardduty-runtime-monitoring" },
    };

    HYBRID_NODES_PULLS_ELSEWHERE = Claim {
        id: "hybrid-nodes-pulls-elsewhere",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "nodeadm takes the account from a manifest, and else the registry of another region",
        since: Since::FirstKnown(Day::new(2026, 8, 20)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_HYBRID, "internal/aws/ecr/ecr.go")],
        says: Says::PullsElsewhere { who: "hybrid-nodes" },
    };

    IRSA_STS_POLICY = Claim {
        id: "irsa-sts-endpoint-policy",
        about: Subject::Feature(&IRSA),
        statement: "a pod trades its token without a signature, so the call carries no key of a principal: a policy that asks for aws:PrincipalOrgID refuses it",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&STS_POLICIES, "considerations")],
        says: Says::Sets { setting: &setting::STS_POLICY, level: Level::Recommended, when: Always },
    };
}
