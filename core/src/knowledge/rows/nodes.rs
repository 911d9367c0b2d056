//! Claims about the kinds of node.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Any, Is, Not, Uses};
use crate::knowledge::feature::{MANAGED_NODE_GROUPS, SELF_MANAGED_NODES, SSM_NODE_ACCESS};
use crate::knowledge::node::NodeKind;
use crate::knowledge::option::{BOOTSTRAP_DATA, CUSTOM_AMI};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    BOTTLEROCKET, EKS_AMI, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, USER_GUIDE_2025, USER_GUIDE_HISTORY,
    VPC_CNI_REPOSITORY,
};

claims! {
    AL2_BOOTSTRAP_ARGUMENTS = Claim {
        id: "al2-bootstrap-arguments",
        about: Subject::Node(NodeKind::Al2),
        statement: "a node that is told the endpoint and the certificate authority of its cluster does not ask the EKS API",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "requirements")],
        says: Says::Sets {
            setting: &setting::AL2_BOOTSTRAP,
            level: Level::Conditional,
            when: Any(&[
                Uses(&SELF_MANAGED_NODES),
                Not(&Uses(&MANAGED_NODE_GROUPS)),
                Is(&MANAGED_NODE_GROUPS, &CUSTOM_AMI, "true"),
            ]),
        },
    };

    AL2_BOOTSTRAP_SCRIPT_GONE = Claim {
        id: "al2-bootstrap-script-gone",
        about: Subject::Node(NodeKind::Al2),
        statement: "the repository of the EKS AMIs no longer holds the bootstrap script of Amazon Linux 2",
        since: Since::FirstKnown(Day::new(2026, 7, 23)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "templates: no folder al2")],
        says: Says::Fact,
    };

    AL2_ENDED = Claim {
        id: "al2-ended",
        about: Subject::Node(NodeKind::Al2),
        statement: "Amazon EKS has published no Amazon Linux 2 images since 2025-11-26; move to Amazon Linux 2023 or \
            Bottlerocket",
        since: Since::From(Day::new(2025, 11, 26)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "README")],
        says: Says::Supports { support: Support::Ended, when: Always },
    };

    AL2_NEEDS_EKS_WITHOUT_ARGUMENTS = Claim {
        id: "al2-needs-eks-without-arguments",
        about: Subject::Node(NodeKind::Al2),
        statement: "a node that is not told about its cluster asks the EKS API",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "self-managed nodes")],
        says: Says::Needs {
            service: &service::EKS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&SELF_MANAGED_NODES, &BOOTSTRAP_DATA, "false"),
        },
    };

    AL2_SUPPORTED = Claim {
        id: "al2-supported",
        about: Subject::Node(NodeKind::Al2),
        statement: "Amazon Linux 2 nodes work when the bootstrap arguments name the cluster",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2025, 11, 26)),
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "requirements"), (&USER_GUIDE_HISTORY, "2020-06-17, 9777ee24")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    AL2023_NEEDS_EC2 = Claim {
        id: "al2023-needs-ec2",
        about: Subject::Node(NodeKind::Al2023),
        statement: "nodeadm asks EC2 for the private DNS name, which becomes the name of the node, and for the facts of \
            instance types that it does not know",
        since: Since::FirstKnown(Day::new(2025, 2, 12)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2025-02-12, 6d7be178"), (&EKS_AMI, "nodeadm")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    AL2023_NODE_CONFIG = Claim {
        id: "al2023-node-config",
        about: Subject::Node(NodeKind::Al2023),
        statement: "nodeadm rejects a NodeConfig without name, API endpoint, certificate authority and service CIDR",
        since: Since::FirstKnown(Day::new(2026, 7, 23)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "nodeadm/api validation.go"), (&PRIVATE_CLUSTERS, "node requirements")],
        says: Says::Sets {
            setting: &setting::AL2023_NODE_CONFIG,
            level: Level::Conditional,
            when: Any(&[
                Uses(&SELF_MANAGED_NODES),
                Not(&Uses(&MANAGED_NODE_GROUPS)),
                Is(&MANAGED_NODE_GROUPS, &CUSTOM_AMI, "true"),
            ]),
        },
    };

    AL2023_SUPPORTED = Claim {
        id: "al2023-supported",
        about: Subject::Node(NodeKind::Al2023),
        statement: "Amazon Linux 2023 nodes work; nodeadm needs four fields of the cluster where nobody injects them",
        since: Since::FirstKnown(Day::new(2026, 7, 23)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "nodeadm"), (&PRIVATE_CLUSTERS, "node requirements")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    BOTTLEROCKET_NEEDS_EC2 = Claim {
        id: "bottlerocket-needs-ec2",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "Bottlerocket nodes run the VPC CNI, which calls the EC2 API",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&BOTTLEROCKET, "sources/api"), (&VPC_CNI_REPOSITORY, "docs/iam-policy.md")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    BOTTLEROCKET_NEEDS_EKS_WITHOUT_SETTINGS = Claim {
        id: "bottlerocket-needs-eks-without-settings",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "without `cluster-dns-ip` a node asks the EKS API for minutes and then guesses",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "CHANGELOG.md")],
        says: Says::Needs {
            service: &service::EKS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&SELF_MANAGED_NODES, &BOOTSTRAP_DATA, "false"),
        },
    };

    BOTTLEROCKET_NEEDS_SSM = Claim {
        id: "bottlerocket-needs-ssm",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "the control container of Bottlerocket registers with Systems Manager",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&BOTTLEROCKET, "QUICKSTART-EKS.md")],
        says: Says::Needs {
            service: &service::SSM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Uses(&SSM_NODE_ACCESS),
        },
    };

    BOTTLEROCKET_NEEDS_SSMMESSAGES = Claim {
        id: "bottlerocket-needs-ssmmessages",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "the control container of Bottlerocket opens its channel at ssmmessages",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&BOTTLEROCKET, "QUICKSTART-EKS.md")],
        says: Says::Needs {
            service: &service::SSMMESSAGES,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Uses(&SSM_NODE_ACCESS),
        },
    };

    BOTTLEROCKET_SETTINGS = Claim {
        id: "bottlerocket-settings",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "a node that is told about its cluster does not ask the EKS API",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "QUICKSTART-EKS.md"), (&BOTTLEROCKET, "CHANGELOG.md")],
        says: Says::Sets {
            setting: &setting::BOTTLEROCKET_SETTINGS,
            level: Level::Conditional,
            when: Any(&[
                Uses(&SELF_MANAGED_NODES),
                Not(&Uses(&MANAGED_NODE_GROUPS)),
                Is(&MANAGED_NODE_GROUPS, &CUSTOM_AMI, "true"),
            ]),
        },
    };

    BOTTLEROCKET_SUPPORTED = Claim {
        id: "bottlerocket-supported",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "Bottlerocket nodes work when their settings name the cluster",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "QUICKSTART-EKS.md")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    BOTTLEROCKET_UPDATES = Claim {
        id: "bottlerocket-updates",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "updates come from a public repository that nodes without internet access cannot reach",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&BOTTLEROCKET, "README.md")],
        says: Says::NoEndpoint {
            what: "updates.bottlerocket.aws",
            setting: &setting::BOTTLEROCKET_UPDATES,
            level: Level::Recommended,
            when: Always,
        },
    };
}
