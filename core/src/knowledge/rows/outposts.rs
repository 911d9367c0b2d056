//! Claims about local clusters on AWS Outposts.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::Always;
use crate::knowledge::feature::OUTPOSTS_LOCAL_CLUSTER;
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::source::{USER_GUIDE_2025, USER_GUIDE_HISTORY};

claims! {
    OUTPOSTS_LOCAL_CLUSTER_NEEDS_EC2 = Claim {
        id: "outposts-local-cluster-needs-ec2",
        about: Subject::Feature(&OUTPOSTS_LOCAL_CLUSTER),
        statement: "the guide lists it for a local cluster whose subnets have no way to the internet",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "outposts")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    OUTPOSTS_LOCAL_CLUSTER_NEEDS_EC2MESSAGES = Claim {
        id: "outposts-local-cluster-needs-ec2messages",
        about: Subject::Feature(&OUTPOSTS_LOCAL_CLUSTER),
        statement: "the guide lists it for a local cluster whose subnets have no way to the internet",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "outposts")],
        says: Says::Needs {
            service: &service::EC2MESSAGES,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    OUTPOSTS_LOCAL_CLUSTER_NEEDS_ECR_API = Claim {
        id: "outposts-local-cluster-needs-ecr-api",
        about: Subject::Feature(&OUTPOSTS_LOCAL_CLUSTER),
        statement: "the guide lists it for a local cluster whose subnets have no way to the internet",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "outposts")],
        says: Says::Needs {
            service: &service::ECR_API,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    OUTPOSTS_LOCAL_CLUSTER_NEEDS_ECR_DKR = Claim {
        id: "outposts-local-cluster-needs-ecr-dkr",
        about: Subject::Feature(&OUTPOSTS_LOCAL_CLUSTER),
        statement: "the guide lists it for a local cluster whose subnets have no way to the internet",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "outposts")],
        says: Says::Needs {
            service: &service::ECR_DKR,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    OUTPOSTS_LOCAL_CLUSTER_NEEDS_LOGS = Claim {
        id: "outposts-local-cluster-needs-logs",
        about: Subject::Feature(&OUTPOSTS_LOCAL_CLUSTER),
        statement: "the guide lists it for a local cluster whose subnets have no way to the internet",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "outposts")],
        says: Says::Needs {
            service: &service::LOGS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    OUTPOSTS_LOCAL_CLUSTER_NEEDS_S3 = Claim {
        id: "outposts-local-cluster-needs-s3",
        about: Subject::Feature(&OUTPOSTS_LOCAL_CLUSTER),
        statement: "the guide lists it for a local cluster whose subnets have no way to the internet",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "outposts")],
        says: Says::Needs {
            service: &service::S3,
            endpoint: EndpointType::Gateway,
            level: Level::Required,
            when: Always,
        },
    };

    OUTPOSTS_LOCAL_CLUSTER_NEEDS_SECRETSMANAGER = Claim {
        id: "outposts-local-cluster-needs-secretsmanager",
        about: Subject::Feature(&OUTPOSTS_LOCAL_CLUSTER),
        statement: "the guide lists it for a local cluster whose subnets have no way to the internet",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "outposts")],
        says: Says::Needs {
            service: &service::SECRETSMANAGER,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    OUTPOSTS_LOCAL_CLUSTER_NEEDS_SSM = Claim {
        id: "outposts-local-cluster-needs-ssm",
        about: Subject::Feature(&OUTPOSTS_LOCAL_CLUSTER),
        statement: "the guide lists it for a local cluster whose subnets have no way to the internet",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "outposts")],
        says: Says::Needs {
            service: &service::SSM,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    OUTPOSTS_LOCAL_CLUSTER_NEEDS_SSMMESSAGES = Claim {
        id: "outposts-local-cluster-needs-ssmmessages",
        about: Subject::Feature(&OUTPOSTS_LOCAL_CLUSTER),
        statement: "the guide lists it for a local cluster whose subnets have no way to the internet",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "outposts")],
        says: Says::Needs {
            service: &service::SSMMESSAGES,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    OUTPOSTS_LOCAL_CLUSTER_NEEDS_STS = Claim {
        id: "outposts-local-cluster-needs-sts",
        about: Subject::Feature(&OUTPOSTS_LOCAL_CLUSTER),
        statement: "the guide lists it for a local cluster whose subnets have no way to the internet",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "outposts")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    OUTPOSTS_LOCAL_CLUSTER_SUPPORTED = Claim {
        id: "outposts-local-cluster-supported",
        about: Subject::Feature(&OUTPOSTS_LOCAL_CLUSTER),
        statement: "local clusters on Outposts work with a list of endpoints of their own",
        since: Since::From(Day::new(2023, 3, 20)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2023-03-20, 3e5b171a"), (&USER_GUIDE_2025, "outposts")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
