//! Claims about tools that manage clusters.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{All, Always, Is, Partition};
use crate::knowledge::feature::{EKS_API_FROM_VPC, EKSCTL};
use crate::knowledge::option::{FROM_INSIDE, LOGGING, MANAGE_IAM};
use crate::knowledge::partition::AWS;
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    EKSCTL_CODE, IAM_GUIDE, PRIVATE_CLUSTERS_2020, PRIVATE_CLUSTERS_2025, PRIVATELINK, USER_GUIDE_2025,
    USER_GUIDE_HISTORY,
};

claims! {
    EKS_API_FROM_VPC_NEEDS_EKS = Claim {
        id: "eks-api-from-vpc-needs-eks",
        about: Subject::Feature(&EKS_API_FROM_VPC),
        statement: "what manages EKS from inside the VPC calls the EKS API",
        since: Since::FirstKnown(Day::new(2025, 2, 12)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2025, "table of endpoints"), (&USER_GUIDE_2025, "vpc-interface-endpoints")],
        says: Says::Needs {
            service: &service::EKS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    EKS_API_FROM_VPC_NEEDS_IAM = Claim {
        id: "eks-api-from-vpc-needs-iam",
        about: Subject::Feature(&EKS_API_FROM_VPC),
        statement: "roles are managed through the IAM API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&IAM_GUIDE, "interface endpoint"), (&PRIVATELINK, "cross-region endpoints")],
        says: Says::Needs {
            service: &service::IAM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: All(&[Is(&EKS_API_FROM_VPC, &MANAGE_IAM, "true"), Partition(&[&AWS])]),
        },
    };

    EKS_API_FROM_VPC_SUPPORTED = Claim {
        id: "eks-api-from-vpc-supported",
        about: Subject::Feature(&EKS_API_FROM_VPC),
        statement: "the EKS API is reached through its endpoint, which carries no traffic of the Kubernetes API",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "vpc-interface-endpoints")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    EKSCTL_NEEDS_CLOUDFORMATION_INSIDE = Claim {
        id: "eksctl-needs-cloudformation-inside",
        about: Subject::Feature(&EKSCTL),
        statement: "eksctl makes what it makes through CloudFormation",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "userdocs/src/usage/eks-private-cluster.md")],
        says: Says::Needs {
            service: &service::CLOUDFORMATION,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&EKSCTL, &FROM_INSIDE, "true"),
        },
    };

    EKSCTL_NEEDS_EC2 = Claim {
        id: "eksctl-needs-ec2",
        about: Subject::Feature(&EKSCTL),
        statement: "eksctl makes this endpoint for every private cluster",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/endpoint_service.go")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    EKSCTL_NEEDS_ECR_API = Claim {
        id: "eksctl-needs-ecr-api",
        about: Subject::Feature(&EKSCTL),
        statement: "eksctl makes this endpoint for every private cluster",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/endpoint_service.go")],
        says: Says::Needs {
            service: &service::ECR_API,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    EKSCTL_NEEDS_ECR_DKR = Claim {
        id: "eksctl-needs-ecr-dkr",
        about: Subject::Feature(&EKSCTL),
        statement: "eksctl makes this endpoint for every private cluster",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/endpoint_service.go")],
        says: Says::Needs {
            service: &service::ECR_DKR,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    EKSCTL_NEEDS_EKS_INSIDE = Claim {
        id: "eksctl-needs-eks-inside",
        about: Subject::Feature(&EKSCTL),
        statement: "eksctl calls the EKS API",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "userdocs/src/usage/eks-private-cluster.md")],
        says: Says::Needs {
            service: &service::EKS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&EKSCTL, &FROM_INSIDE, "true"),
        },
    };

    EKSCTL_NEEDS_LOGS = Claim {
        id: "eksctl-needs-logs",
        about: Subject::Feature(&EKSCTL),
        statement: "eksctl makes this endpoint when CloudWatch logging is on",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/endpoint_service.go")],
        says: Says::Needs {
            service: &service::LOGS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&EKSCTL, &LOGGING, "true"),
        },
    };

    EKSCTL_NEEDS_S3 = Claim {
        id: "eksctl-needs-s3",
        about: Subject::Feature(&EKSCTL),
        statement: "eksctl makes this endpoint for every private cluster",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/endpoint_service.go")],
        says: Says::Needs {
            service: &service::S3,
            endpoint: EndpointType::Gateway,
            level: Level::Required,
            when: Always,
        },
    };

    EKSCTL_NEEDS_STS = Claim {
        id: "eksctl-needs-sts",
        about: Subject::Feature(&EKSCTL),
        statement: "eksctl makes this endpoint for every private cluster",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/endpoint_service.go")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    EKSCTL_PRIVATE_CLUSTER = Claim {
        id: "eksctl-private-cluster",
        about: Subject::Feature(&EKSCTL),
        statement: "eksctl makes a private cluster only when it is told to",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "userdocs/src/usage/eks-private-cluster.md")],
        says: Says::Sets { setting: &setting::EKSCTL_PRIVATE, level: Level::Required, when: Always },
    };

    EKSCTL_PRIVATE_NETWORKING = Claim {
        id: "eksctl-private-networking",
        about: Subject::Feature(&EKSCTL),
        statement: "node groups of a private cluster take private subnets",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "userdocs/src/usage/eks-private-cluster.md")],
        says: Says::Sets { setting: &setting::EKSCTL_NODE_NETWORKING, level: Level::Required, when: Always },
    };

    EKSCTL_SUPPORTED = Claim {
        id: "eksctl-supported",
        about: Subject::Feature(&EKSCTL),
        statement: "eksctl makes private clusters; it opens the public endpoint while it works and closes it at the end",
        since: Since::From(Day::new(2020, 10, 7)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_HISTORY, "2020-10-07, 2d76c5e8"),
            (&EKSCTL_CODE, "userdocs/src/usage/eks-private-cluster.md"),
        ],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    EKSCTL_UNSUPPORTED = Claim {
        id: "eksctl-unsupported",
        about: Subject::Feature(&EKSCTL),
        statement: "AWS did not support eksctl for private clusters",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2020, 10, 7)),
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&USER_GUIDE_HISTORY, "2020-10-07, 2d76c5e8")],
        says: Says::Supports { support: Support::Unsupported, when: Always },
    };
}
