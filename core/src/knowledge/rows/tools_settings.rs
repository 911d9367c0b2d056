//! Claims about the settings of tools that manage clusters, and about what they need beyond their own endpoints.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Is, Region};
use crate::knowledge::feature::{EKS_API_FROM_VPC, EKSCTL};
use crate::knowledge::option::{AUTOSCALING_ENDPOINT, DESCRIBES_NETWORK, FROM_INSIDE};
use crate::knowledge::partition::EU_SOUTH_1;
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{EKSCTL_CODE, USER_GUIDE_2025};

claims! {
    EKS_API_FROM_VPC_NEEDS_CLOUDFORMATION = Claim {
        id: "eks-api-from-vpc-needs-cloudformation",
        about: Subject::Feature(&EKS_API_FROM_VPC),
        statement: "eksctl makes what it makes through CloudFormation",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&EKSCTL_CODE, "userdocs/src/usage/eks-private-cluster.md")],
        says: Says::Needs {
            service: &service::CLOUDFORMATION,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&EKSCTL, &FROM_INSIDE, "true"),
        },
    };

    EKS_API_FROM_VPC_NEEDS_EC2 = Claim {
        id: "eks-api-from-vpc-needs-ec2",
        about: Subject::Feature(&EKS_API_FROM_VPC),
        statement: "tools look up network objects through the EC2 API",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "vpc-interface-endpoints")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&EKS_API_FROM_VPC, &DESCRIBES_NETWORK, "true"),
        },
    };

    EKSCTL_ADDITIONAL_ENDPOINTS = Claim {
        id: "eksctl-additional-endpoints",
        about: Subject::Feature(&EKSCTL),
        statement: "who skips the endpoints of eksctl cannot ask it for more",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "userdocs/src/usage/eks-private-cluster.md")],
        says: Says::Sets {
            setting: &setting::EKSCTL_ADDITIONAL,
            level: Level::Conditional,
            when: Is(&EKSCTL, &AUTOSCALING_ENDPOINT, "true"),
        },
    };

    EKSCTL_NEEDS_AUTOSCALING = Claim {
        id: "eksctl-needs-autoscaling",
        about: Subject::Feature(&EKSCTL),
        statement: "eksctl makes this endpoint when it is listed",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/endpoint_service.go")],
        says: Says::Needs {
            service: &service::AUTOSCALING,
            endpoint: EndpointType::Interface,
            level: Level::Recommended,
            when: Is(&EKSCTL, &AUTOSCALING_ENDPOINT, "true"),
        },
    };

    EKSCTL_NOT_IN_EU_SOUTH_1 = Claim {
        id: "eksctl-not-in-eu-south-1",
        about: Subject::Feature(&EKSCTL),
        statement: "the documents of eksctl except this region from private clusters",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "userdocs/src/usage/eks-private-cluster.md")],
        says: Says::Supports { support: Support::Limited, when: Region(&[&EU_SOUTH_1]) },
    };

    EKSCTL_OIDC_OUTSIDE = Claim {
        id: "eksctl-oidc-outside",
        about: Subject::Feature(&EKSCTL),
        statement: "commands on the OIDC provider had to run outside the VPC once the `eks` endpoint was there; the \
            text is older than `oidc-eks`",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "userdocs/src/usage/eks-private-cluster.md")],
        says: Says::Minds { when: Is(&EKSCTL, &FROM_INSIDE, "true") },
    };

    EKSCTL_ROUTE_TABLES = Claim {
        id: "eksctl-route-tables",
        about: Subject::Feature(&EKSCTL),
        statement: "the gateway endpoint is put into the route tables of the subnets, never into the main one",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKSCTL_CODE, "userdocs/src/usage/eks-private-cluster.md")],
        says: Says::Sets { setting: &setting::EKSCTL_ROUTE_TABLES, level: Level::Required, when: Always },
    };
}
