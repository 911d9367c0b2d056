//! Notes on features and nodes: what to mind that no endpoint and no setting settles.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::{Always, Given};
use crate::knowledge::feature::{ALB_INGRESS_CONTROLLER_V1, KARPENTER, POD_IDENTITY};
use crate::knowledge::node::NodeKind;
use crate::knowledge::option::CLUSTER_ENDPOINT_SETTING;
use crate::knowledge::source::{EKS_AMI, KARPENTER_DOCS, USER_GUIDE_2025, USER_GUIDE_HISTORY};

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
}
