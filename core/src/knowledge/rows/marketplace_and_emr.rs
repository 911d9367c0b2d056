//! Claims about AWS Marketplace and Amazon EMR.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Is};
use crate::knowledge::feature::{EMR_ON_EKS, MARKETPLACE_METERING};
use crate::knowledge::option::{CLOUDWATCH_MONITORING, SUBMITS_JOBS};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{AWS_CDK, MARKETPLACE_GUIDE, PRIVATE_CLUSTERS, PRIVATELINK, USER_GUIDE_HISTORY};

claims! {
    EMR_ON_EKS_NEEDS_EMR_CONTAINERS = Claim {
        id: "emr-on-eks-needs-emr-containers",
        about: Subject::Feature(&EMR_ON_EKS),
        statement: "jobs are submitted through the API of EMR on EKS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&AWS_CDK, "interface endpoint services")],
        says: Says::Needs {
            service: &service::EMR_CONTAINERS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&EMR_ON_EKS, &SUBMITS_JOBS, "true"),
        },
    };

    EMR_ON_EKS_NEEDS_LOGS = Claim {
        id: "emr-on-eks-needs-logs",
        about: Subject::Feature(&EMR_ON_EKS),
        statement: "jobs write their logs through the CloudWatch Logs API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&AWS_CDK, "interface endpoint services")],
        says: Says::Needs {
            service: &service::LOGS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&EMR_ON_EKS, &CLOUDWATCH_MONITORING, "true"),
        },
    };

    EMR_ON_EKS_NEEDS_S3 = Claim {
        id: "emr-on-eks-needs-s3",
        about: Subject::Feature(&EMR_ON_EKS),
        statement: "jobs read and write data and logs in buckets",
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

    EMR_ON_EKS_NEEDS_STS = Claim {
        id: "emr-on-eks-needs-sts",
        about: Subject::Feature(&EMR_ON_EKS),
        statement: "the role of a job is assumed at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&AWS_CDK, "interface endpoint services")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    EMR_ON_EKS_SUPPORTED = Claim {
        id: "emr-on-eks-supported",
        about: Subject::Feature(&EMR_ON_EKS),
        statement: "EMR on EKS should work with its endpoints",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&AWS_CDK, "interface endpoint services")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    MARKETPLACE_METERING_CREDENTIALS = Claim {
        id: "marketplace-metering-credentials",
        about: Subject::Feature(&MARKETPLACE_METERING),
        statement: "reports must be signed through IAM roles for service accounts",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&MARKETPLACE_GUIDE, "metering on Amazon EKS")],
        says: Says::Sets { setting: &setting::MARKETPLACE_IRSA, level: Level::Required, when: Always },
    };

    MARKETPLACE_METERING_IMAGES = Claim {
        id: "marketplace-metering-images",
        about: Subject::Feature(&MARKETPLACE_METERING),
        statement: "images of AWS Marketplace lie in one region and must be copied",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "pod requirements")],
        says: Says::Sets { setting: &setting::MARKETPLACE_IMAGES, level: Level::Required, when: Always },
    };

    MARKETPLACE_METERING_LIMITED = Claim {
        id: "marketplace-metering-limited",
        about: Subject::Feature(&MARKETPLACE_METERING),
        statement: "possible since the metering API is in the list of endpoint services, although a page of AWS still \
            denies it; `RegisterUsage` over the endpoint was not verified",
        since: Since::FirstKnown(Day::new(2026, 3, 25)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "services"), (&USER_GUIDE_HISTORY, "2022-05-27, 6dcff7a6")],
        says: Says::Supports { support: Support::Limited, when: Always },
    };

    MARKETPLACE_METERING_NEEDS_METERING_MARKETPLACE = Claim {
        id: "marketplace-metering-needs-metering-marketplace",
        about: Subject::Feature(&MARKETPLACE_METERING),
        statement: "metered containers report their use through the metering API",
        since: Since::FirstKnown(Day::new(2026, 3, 25)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::METERING_MARKETPLACE,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    MARKETPLACE_METERING_NEEDS_STS = Claim {
        id: "marketplace-metering-needs-sts",
        about: Subject::Feature(&MARKETPLACE_METERING),
        statement: "reports are signed with credentials of IAM roles for service accounts",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&MARKETPLACE_GUIDE, "metering on Amazon EKS")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    MARKETPLACE_METERING_UNSUPPORTED = Claim {
        id: "marketplace-metering-unsupported",
        about: Subject::Feature(&MARKETPLACE_METERING),
        statement: "metered containers of AWS Marketplace could not be used, by the page on private clusters",
        since: Since::From(Day::new(2022, 5, 27)),
        until: Some(Day::new(2026, 3, 25)),
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2022-05-27, 6dcff7a6")],
        says: Says::Supports { support: Support::Unsupported, when: Always },
    };
}
