//! Claims about pairs that do not go together.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{self, All, Ec2Nodes, Node, Not, Uses};
use crate::knowledge::feature::{
    FSX_LUSTRE_CSI, GUARDDUTY_RUNTIME_MONITORING, HYBRID_NODES, MOUNTPOINT_S3_CSI, NODE_MONITORING_AGENT,
    NODE_TERMINATION_HANDLER, OUTPOSTS_LOCAL_CLUSTER, POD_IDENTITY, SSM_NODE_ACCESS,
};
use crate::knowledge::node::NodeKind;
use crate::knowledge::source::USER_GUIDE_2025;

/// Every pod runs on Fargate.
const FARGATE_ALONE: Condition = All(&[Node(NodeKind::Fargate), Not(&Ec2Nodes), Not(&Uses(&HYBRID_NODES))]);

claims! {
    FSX_LUSTRE_CSI_NOT_ON_HYBRID_NODES = Claim {
        id: "fsx-lustre-csi-not-on-hybrid-nodes",
        about: Subject::Feature(&FSX_LUSTRE_CSI),
        statement: "hybrid nodes cannot mount FSx for Lustre volumes",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Supports { support: Support::Limited, when: Uses(&HYBRID_NODES) },
    };

    GUARDDUTY_NOT_ON_FARGATE = Claim {
        id: "guardduty-runtime-monitoring-not-on-fargate",
        about: Subject::Feature(&GUARDDUTY_RUNTIME_MONITORING),
        statement: "its agent is a DaemonSet, and none runs on Fargate",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "fargate")],
        says: Says::Supports { support: Support::Unsupported, when: FARGATE_ALONE },
    };

    MOUNTPOINT_S3_CSI_NOT_ON_HYBRID_NODES = Claim {
        id: "mountpoint-s3-csi-not-on-hybrid-nodes",
        about: Subject::Feature(&MOUNTPOINT_S3_CSI),
        statement: "the driver mounts no bucket on hybrid nodes",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Supports { support: Support::Limited, when: Uses(&HYBRID_NODES) },
    };

    NODE_MONITORING_NOT_ON_FARGATE = Claim {
        id: "node-monitoring-agent-not-on-fargate",
        about: Subject::Feature(&NODE_MONITORING_AGENT),
        statement: "it is a DaemonSet, and none runs on Fargate",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "fargate")],
        says: Says::Supports { support: Support::Unsupported, when: FARGATE_ALONE },
    };

    TERMINATION_HANDLER_NOT_ON_FARGATE = Claim {
        id: "node-termination-handler-not-on-fargate",
        about: Subject::Feature(&NODE_TERMINATION_HANDLER),
        statement: "it watches EC2 instances, and Fargate has none of yours",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "fargate")],
        says: Says::Supports { support: Support::Unsupported, when: FARGATE_ALONE },
    };

    POD_IDENTITY_NOT_ON_OUTPOSTS = Claim {
        id: "pod-identity-not-on-outposts",
        about: Subject::Feature(&POD_IDENTITY),
        statement: "EKS Pod Identity does not serve local clusters on Outposts",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "pod-id-*")],
        says: Says::Supports { support: Support::Limited, when: Uses(&OUTPOSTS_LOCAL_CLUSTER) },
    };

    SSM_NOT_ON_FARGATE = Claim {
        id: "ssm-node-access-not-on-fargate",
        about: Subject::Feature(&SSM_NODE_ACCESS),
        statement: "sessions are opened to instances, and Fargate has none of yours",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "fargate")],
        says: Says::Supports { support: Support::Unsupported, when: FARGATE_ALONE },
    };
}
