//! Claims about nodes of Windows and pods on Fargate.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Any, Is, Not, Uses};
use crate::knowledge::feature::{
    AWS_LOAD_BALANCER_CONTROLLER, CLOUDWATCH_LOGS, MANAGED_NODE_GROUPS, SELF_MANAGED_NODES,
};
use crate::knowledge::node::NodeKind;
use crate::knowledge::option::{BOOTSTRAP_DATA, CUSTOM_AMI};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    ECR_GUIDE_2022, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, USER_GUIDE_2025, USER_GUIDE_HISTORY, VPC_CNI_REPOSITORY,
};

claims! {
    FARGATE_IP_TARGETS = Claim {
        id: "fargate-ip-targets",
        about: Subject::Node(NodeKind::Fargate),
        statement: "load balancers reach pods on Fargate by address only",
        since: Since::From(Day::new(2020, 10, 23)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2020-10-23, 07139d9b"), (&USER_GUIDE_2025, "fargate")],
        says: Says::Sets {
            setting: &setting::FARGATE_TARGETS,
            level: Level::Conditional,
            when: Uses(&AWS_LOAD_BALANCER_CONTROLLER),
        },
    };

    FARGATE_NEEDS_LOGS = Claim {
        id: "fargate-needs-logs",
        about: Subject::Node(NodeKind::Fargate),
        statement: "the log router that is built into Fargate writes to CloudWatch Logs",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "fargate")],
        says: Says::Needs {
            service: &service::LOGS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Uses(&CLOUDWATCH_LOGS),
        },
    };

    FARGATE_NEEDS_STS = Claim {
        id: "fargate-needs-sts",
        about: Subject::Node(NodeKind::Fargate),
        statement: "pods on AWS Fargate need STS",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2021, 9, 7)),
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "VPC endpoints"), (&USER_GUIDE_HISTORY, "2021-09-07, 730d83bf")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    FARGATE_PRIVATE_SUBNETS = Claim {
        id: "fargate-private-subnets",
        about: Subject::Node(NodeKind::Fargate),
        statement: "Fargate profiles take private subnets only",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "fargate")],
        says: Says::Sets { setting: &setting::FARGATE_SUBNETS, level: Level::Required, when: Always },
    };

    FARGATE_STS_ADVISED = Claim {
        id: "fargate-sts-advised",
        about: Subject::Node(NodeKind::Fargate),
        statement: "AWS no longer ties STS to Fargate; pods there have no other credentials than through STS, so keep it",
        since: Since::From(Day::new(2021, 9, 7)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_HISTORY, "2021-09-07, 730d83bf"), (&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Recommended,
            when: Always,
        },
    };

    FARGATE_SUPPORTED = Claim {
        id: "fargate-supported",
        about: Subject::Node(NodeKind::Fargate),
        statement: "pods run on AWS Fargate in private subnets",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&USER_GUIDE_2025, "fargate")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    FARGATE_THIRD_PARTY_INGRESS = Claim {
        id: "fargate-third-party-ingress",
        about: Subject::Node(NodeKind::Fargate),
        statement: "no load balancer of AWS could send traffic to pods on Fargate of a private cluster",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2020, 10, 23)),
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&USER_GUIDE_HISTORY, "2020-10-23, 07139d9b")],
        says: Says::Sets { setting: &setting::FARGATE_INGRESS, level: Level::Required, when: Always },
    };

    WINDOWS_BASE_LAYERS = Claim {
        id: "windows-base-layers",
        about: Subject::Node(NodeKind::Windows),
        statement: "base layers of Windows images are foreign: they are not pushed unless Docker is told to, and nodes would \
            ask a public registry",
        since: Since::FirstKnown(Day::new(2022, 9, 1)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ECR_GUIDE_2022, "Windows")],
        says: Says::Sets { setting: &setting::WINDOWS_LAYERS, level: Level::Required, when: Always },
    };

    WINDOWS_BOOTSTRAP_ARGUMENTS = Claim {
        id: "windows-bootstrap-arguments",
        about: Subject::Node(NodeKind::Windows),
        statement: "a node that is told the endpoint and the certificate authority of its cluster does not ask the EKS API",
        since: Since::From(Day::new(2021, 10, 12)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2021-10-12, f101c0f9")],
        says: Says::Sets {
            setting: &setting::WINDOWS_BOOTSTRAP,
            level: Level::Conditional,
            when: Any(&[
                Uses(&SELF_MANAGED_NODES),
                Not(&Uses(&MANAGED_NODE_GROUPS)),
                Is(&MANAGED_NODE_GROUPS, &CUSTOM_AMI, "true"),
            ]),
        },
    };

    WINDOWS_NEEDS_EC2 = Claim {
        id: "windows-needs-ec2",
        about: Subject::Node(NodeKind::Windows),
        statement: "Windows nodes and what assigns their addresses call the EC2 API",
        since: Since::FirstKnown(Day::new(2021, 10, 12)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&VPC_CNI_REPOSITORY, "docs/iam-policy.md")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    WINDOWS_NEEDS_EKS_WITHOUT_ARGUMENTS = Claim {
        id: "windows-needs-eks-without-arguments",
        about: Subject::Node(NodeKind::Windows),
        statement: "a node that is not told about its cluster asks the EKS API",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "eks-optimized-windows-ami")],
        says: Says::Needs {
            service: &service::EKS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&SELF_MANAGED_NODES, &BOOTSTRAP_DATA, "false"),
        },
    };

    WINDOWS_SERVICE_CIDR = Claim {
        id: "windows-service-cidr",
        about: Subject::Node(NodeKind::Windows),
        statement: "with a service CIDR of your own, names do not resolve in pods on Windows unless the node is told",
        since: Since::FirstKnown(Day::new(2023, 1, 6)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2023-01-06, 7995accd")],
        says: Says::Sets {
            setting: &setting::WINDOWS_SERVICE_CIDR,
            level: Level::Conditional,
            when: Any(&[
                Uses(&SELF_MANAGED_NODES),
                Not(&Uses(&MANAGED_NODE_GROUPS)),
                Is(&MANAGED_NODE_GROUPS, &CUSTOM_AMI, "true"),
            ]),
        },
    };

    WINDOWS_SUPPORTED = Claim {
        id: "windows-supported",
        about: Subject::Node(NodeKind::Windows),
        statement: "Windows nodes work when the bootstrap arguments name the cluster",
        since: Since::FirstKnown(Day::new(2021, 10, 12)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2021-10-12, f101c0f9")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
