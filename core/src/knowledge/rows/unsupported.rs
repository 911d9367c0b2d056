//! Claims about pairs that do not go together.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::Uses;
use crate::knowledge::feature::{
    FSX_LUSTRE_CSI, HYBRID_NODES, MOUNTPOINT_S3_CSI, OUTPOSTS_LOCAL_CLUSTER, POD_IDENTITY,
};
use crate::knowledge::source::USER_GUIDE_2025;

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
}
