//! Notes on features and nodes: what to mind that no endpoint and no setting settles.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Given, States};
use crate::knowledge::condition::Statement;
use crate::knowledge::feature::{ALB_INGRESS_CONTROLLER_V1, EKSCTL, KARPENTER, POD_IDENTITY};
use crate::knowledge::node::NodeKind;
use crate::knowledge::option::CLUSTER_ENDPOINT_SETTING;
use crate::knowledge::source::{EKS_AMI, EKSCTL_CODE, KARPENTER_DOCS, USER_GUIDE_2025, USER_GUIDE_HISTORY};

claims! {
    AL2023_INSTANCE_ID_NAME = Claim {
        id: "al2023-instance-id-name",
        about: Subject::Node(NodeKind::Al2023),
        statement: "the feature gate `InstanceIdNodeName` names a node by its instance id and spares it the lookup in \
            EC2",
        since: Since::FirstKnown(Day::new(2026, 7, 23)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "nodeadm")],
        says: Says::Minds { when: Always },
    };

    ALB_INGRESS_CONTROLLER_V1_SUCCESSOR = Claim {
        id: "alb-ingress-controller-v1-successor",
        about: Subject::Feature(&ALB_INGRESS_CONTROLLER_V1),
        statement: "the AWS Load Balancer Controller took its place",
        since: Since::From(Day::new(2020, 10, 29)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2020-10-29, 0395f1aa")],
        says: Says::Minds { when: Always },
    };

    EKSCTL_NO_CLUSTER_ENDPOINTS = Claim {
        id: "eksctl-no-cluster-endpoints",
        about: Subject::Feature(&EKSCTL),
        statement: "a private cluster of eksctl has no `clusterEndpoints` in its configuration and no public subnets",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "userdocs/src/usage/eks-private-cluster.md")],
        says: Says::Minds { when: Always },
    };

    FARGATE_CREDENTIALS = Claim {
        id: "fargate-credentials",
        about: Subject::Node(NodeKind::Fargate),
        statement: "pods on Fargate reach neither instance metadata nor EKS Pod Identity; IAM roles for service \
            accounts are their one way to credentials",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "fargate")],
        says: Says::Minds { when: Always },
    };

    FARGATE_NO_DAEMON_SETS = Claim {
        id: "fargate-no-daemon-sets",
        about: Subject::Node(NodeKind::Fargate),
        statement: "no DaemonSet runs on Fargate",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "fargate")],
        says: Says::Minds { when: Always },
    };

    KARPENTER_INSTANCE_PROFILE_LISTING = Claim {
        id: "karpenter-instance-profile-listing",
        about: Subject::Feature(&KARPENTER),
        statement: "release 1.7.2 listed instance profiles even with `isolatedVPC`; a later one no longer does",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&KARPENTER_DOCS, "releases")],
        says: Says::Minds { when: Always },
    };

    KARPENTER_SERVICE_CIDR = Claim {
        id: "karpenter-service-cidr",
        about: Subject::Feature(&KARPENTER),
        statement: "the service CIDR of the cluster is still looked up through the EKS API; the lookup may fail \
            without stopping the controller",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&KARPENTER_DOCS, "pkg/operator")],
        says: Says::Minds { when: Given(&KARPENTER, &CLUSTER_ENDPOINT_SETTING) },
    };

    POD_IDENTITY_AGENT_PORTS = Claim {
        id: "pod-identity-agent-ports",
        about: Subject::Feature(&POD_IDENTITY),
        statement: "the agent listens on ports 80 and 2703 in the network of its node",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "pod-id-*")],
        says: Says::Minds { when: Always },
    };

    WINDOWS_NO_SECURITY_GROUPS_FOR_PODS = Claim {
        id: "windows-no-security-groups-for-pods",
        about: Subject::Node(NodeKind::Windows),
        statement: "pods on Windows take no security groups of their own",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "windows")],
        says: Says::Supports { support: Support::Limited, when: States(Statement::PodSecurityGroups) },
    };
}
