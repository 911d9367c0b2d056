//! Claims about block snapshots and backups.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Credentials, Is};
use crate::knowledge::feature::{EBS_DIRECT_APIS, IRSA, POD_IDENTITY, VELERO};
use crate::knowledge::option::{CLIENT_KEYS, SNAPSHOTS};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{PRIVATE_CLUSTERS, PRIVATELINK};

claims! {
    EBS_DIRECT_APIS_NEEDS_EBS = Claim {
        id: "ebs-direct-apis-needs-ebs",
        about: Subject::Feature(&EBS_DIRECT_APIS),
        statement: "blocks of snapshots are read and written through the EBS direct APIs",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::EBS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Always,
        },
    };

    EBS_DIRECT_APIS_SUPPORTED = Claim {
        id: "ebs-direct-apis-supported",
        about: Subject::Feature(&EBS_DIRECT_APIS),
        statement: "the EBS direct APIs have an endpoint of their own",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    VELERO_CREDENTIALS_IRSA = Claim {
        id: "velero-credentials-irsa",
        about: Subject::Feature(&VELERO),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&VELERO, &IRSA),
        },
    };

    VELERO_CREDENTIALS_POD_IDENTITY = Claim {
        id: "velero-credentials-pod-identity",
        about: Subject::Feature(&VELERO),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&VELERO, &POD_IDENTITY),
        },
    };

    VELERO_MIRROR = Claim {
        id: "velero-mirror",
        about: Subject::Feature(&VELERO),
        statement: "its images lie in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATE_CLUSTERS, "pod requirements")],
        says: Says::Sets { setting: &setting::MIRROR_VELERO, level: Level::Required, when: Always },
    };

    VELERO_NEEDS_EC2 = Claim {
        id: "velero-needs-ec2",
        about: Subject::Feature(&VELERO),
        statement: "snapshots of EBS volumes are made through the EC2 API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&VELERO, &SNAPSHOTS, "true"),
        },
    };

    VELERO_NEEDS_KMS = Claim {
        id: "velero-needs-kms",
        about: Subject::Feature(&VELERO),
        statement: "keys that Velero itself uses are asked for at KMS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::KMS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&VELERO, &CLIENT_KEYS, "true"),
        },
    };

    VELERO_NEEDS_S3 = Claim {
        id: "velero-needs-s3",
        about: Subject::Feature(&VELERO),
        statement: "backups are kept in a bucket",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "gateway endpoints")],
        says: Says::Needs {
            service: &service::S3,
            endpoint: EndpointType::Gateway,
            level: Level::Required,
            when: Always,
        },
    };

    VELERO_SUPPORTED = Claim {
        id: "velero-supported",
        about: Subject::Feature(&VELERO),
        statement: "Velero should work with endpoints for S3 and EC2",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
