//! Claims about the drivers for file systems of Lustre and for buckets.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Any, Credentials, Is, Node};
use crate::knowledge::feature::{FSX_LUSTRE_CSI, IRSA, MOUNTPOINT_S3_CSI, POD_IDENTITY};
use crate::knowledge::node::NodeKind;
use crate::knowledge::option::{DIRECTORY_BUCKETS, DYNAMIC_PROVISIONING, INSTALLATION};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    FSX_DRIVER, MOUNTPOINT_DRIVER, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, S3_EXPRESS, USER_GUIDE_2025,
    USER_GUIDE_HISTORY,
};

claims! {
    FSX_LUSTRE_CSI_CREDENTIALS_IRSA = Claim {
        id: "fsx-lustre-csi-credentials-irsa",
        about: Subject::Feature(&FSX_LUSTRE_CSI),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&FSX_LUSTRE_CSI, &IRSA),
        },
    };

    FSX_LUSTRE_CSI_CREDENTIALS_POD_IDENTITY = Claim {
        id: "fsx-lustre-csi-credentials-pod-identity",
        about: Subject::Feature(&FSX_LUSTRE_CSI),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&FSX_LUSTRE_CSI, &POD_IDENTITY),
        },
    };

    FSX_LUSTRE_CSI_LNET = Claim {
        id: "fsx-lustre-csi-lnet",
        about: Subject::Feature(&FSX_LUSTRE_CSI),
        statement: "nodes mount file systems over TCP 988, from source port 988 or 1018 to 1023",
        since: Since::FirstKnown(Day::new(2026, 4, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&FSX_DRIVER, "docs/README.md")],
        says: Says::Sets { setting: &setting::FSX_SECURITY_GROUP, level: Level::Required, when: Always },
    };

    FSX_LUSTRE_CSI_MIRROR = Claim {
        id: "fsx-lustre-csi-mirror",
        about: Subject::Feature(&FSX_LUSTRE_CSI),
        statement: "the chart names images of a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 4, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&FSX_DRIVER, "charts")],
        says: Says::Sets {
            setting: &setting::MIRROR_FSX,
            level: Level::Conditional,
            when: Is(&FSX_LUSTRE_CSI, &INSTALLATION, "chart"),
        },
    };

    FSX_LUSTRE_CSI_NEEDS_FSX = Claim {
        id: "fsx-lustre-csi-needs-fsx",
        about: Subject::Feature(&FSX_LUSTRE_CSI),
        statement: "the controller makes and looks up file systems through the FSx API",
        since: Since::FirstKnown(Day::new(2026, 4, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&FSX_DRIVER, "pkg/cloud")],
        says: Says::Needs {
            service: &service::FSX,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&FSX_LUSTRE_CSI, &DYNAMIC_PROVISIONING, "true"),
        },
    };

    FSX_LUSTRE_CSI_NOT_ON_FARGATE = Claim {
        id: "fsx-lustre-csi-not-on-fargate",
        about: Subject::Feature(&FSX_LUSTRE_CSI),
        statement: "pods on Fargate cannot mount FSx for Lustre volumes",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "fargate")],
        says: Says::Supports { support: Support::Limited, when: Node(NodeKind::Fargate) },
    };

    FSX_LUSTRE_CSI_REGION = Claim {
        id: "fsx-lustre-csi-region",
        about: Subject::Feature(&FSX_LUSTRE_CSI),
        statement: "pods that cannot reach instance metadata must be told the region",
        since: Since::FirstKnown(Day::new(2026, 4, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&FSX_DRIVER, "charts")],
        says: Says::Sets { setting: &setting::FSX_REGION, level: Level::Recommended, when: Always },
    };

    FSX_LUSTRE_CSI_SUPPORTED = Claim {
        id: "fsx-lustre-csi-supported",
        about: Subject::Feature(&FSX_LUSTRE_CSI),
        statement: "the FSx for Lustre CSI driver works with an FSx endpoint",
        since: Since::From(Day::new(2024, 2, 5)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2024-02-05, 0004f62c"), (&FSX_DRIVER, "docs")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    FSX_LUSTRE_CSI_UNSUPPORTED = Claim {
        id: "fsx-lustre-csi-unsupported",
        about: Subject::Feature(&FSX_LUSTRE_CSI),
        statement: "AWS did not support the FSx for Lustre CSI driver in private clusters",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2024, 2, 5)),
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&USER_GUIDE_HISTORY, "2024-02-05, 0004f62c")],
        says: Says::Supports { support: Support::Unsupported, when: Always },
    };

    MOUNTPOINT_S3_CSI_CREDENTIALS_IRSA = Claim {
        id: "mountpoint-s3-csi-credentials-irsa",
        about: Subject::Feature(&MOUNTPOINT_S3_CSI),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&MOUNTPOINT_S3_CSI, &IRSA),
        },
    };

    MOUNTPOINT_S3_CSI_CREDENTIALS_POD_IDENTITY = Claim {
        id: "mountpoint-s3-csi-credentials-pod-identity",
        about: Subject::Feature(&MOUNTPOINT_S3_CSI),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&MOUNTPOINT_S3_CSI, &POD_IDENTITY),
        },
    };

    MOUNTPOINT_S3_CSI_MIRROR = Claim {
        id: "mountpoint-s3-csi-mirror",
        about: Subject::Feature(&MOUNTPOINT_S3_CSI),
        statement: "the chart names images of a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 8, 8)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&MOUNTPOINT_DRIVER, "charts")],
        says: Says::Sets {
            setting: &setting::MIRROR_MOUNTPOINT,
            level: Level::Conditional,
            when: Is(&MOUNTPOINT_S3_CSI, &INSTALLATION, "chart"),
        },
    };

    MOUNTPOINT_S3_CSI_NEEDS_S3 = Claim {
        id: "mountpoint-s3-csi-needs-s3",
        about: Subject::Feature(&MOUNTPOINT_S3_CSI),
        statement: "buckets are read and written through S3",
        since: Since::FirstKnown(Day::new(2026, 8, 8)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&MOUNTPOINT_DRIVER, "docs")],
        says: Says::Needs {
            service: &service::S3,
            endpoint: EndpointType::Gateway,
            level: Level::Required,
            when: Always,
        },
    };

    MOUNTPOINT_S3_CSI_NEEDS_S3EXPRESS = Claim {
        id: "mountpoint-s3-csi-needs-s3express",
        about: Subject::Feature(&MOUNTPOINT_S3_CSI),
        statement: "directory buckets are reached through a gateway endpoint of their own",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&S3_EXPRESS, "gateway endpoint")],
        says: Says::Needs {
            service: &service::S3EXPRESS,
            endpoint: EndpointType::Gateway,
            level: Level::Conditional,
            when: Is(&MOUNTPOINT_S3_CSI, &DIRECTORY_BUCKETS, "true"),
        },
    };

    MOUNTPOINT_S3_CSI_NOT_ON_FARGATE = Claim {
        id: "mountpoint-s3-csi-not-on-fargate",
        about: Subject::Feature(&MOUNTPOINT_S3_CSI),
        statement: "the driver mounts no bucket on Fargate or on Windows",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "fargate")],
        says: Says::Supports {
            support: Support::Limited,
            when: Any(&[Node(NodeKind::Fargate), Node(NodeKind::Windows)]),
        },
    };

    MOUNTPOINT_S3_CSI_SUPPORTED = Claim {
        id: "mountpoint-s3-csi-supported",
        about: Subject::Feature(&MOUNTPOINT_S3_CSI),
        statement: "the Mountpoint for Amazon S3 CSI driver works",
        since: Since::FirstKnown(Day::new(2026, 8, 8)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&MOUNTPOINT_DRIVER, "docs")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
