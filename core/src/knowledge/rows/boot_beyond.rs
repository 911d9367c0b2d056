//! Claims about what nodes still call while they boot, beyond Amazon EC2, Amazon ECR and the EKS API: the API server,
//! public hosts, and what systems ask that a wish does not name by kind.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::{Always, Is};
use crate::knowledge::feature::HYBRID_NODES;
use crate::knowledge::node::{NodeKind, NodeSystem};
use crate::knowledge::option::HYBRID_PROVIDER;
use crate::knowledge::source::{BOTTLEROCKET, EKS_AMI, EKS_HYBRID, USER_GUIDE_HISTORY};
use crate::knowledge::switch::Switch;

claims! {
    AL2_CALLS_KUBERNETES = Claim {
        id: "al2-calls-kubernetes",
        about: Subject::Node(NodeKind::Al2),
        statement: "the kubelet registers at the API server with a token that it signs itself, without calling STS",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "b2289030^: bootstrap.sh")],
        says: Says::Calls {
            service: "kubernetes",
            endpoints: &[],
            call: "registration of the node",
            unanswered: "the node does not join",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    BOTTLEROCKET_CALLS_KUBERNETES = Claim {
        id: "bottlerocket-calls-kubernetes",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "the kubelet registers at the API server with a token that it signs itself, without calling STS",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "sources/api")],
        says: Says::Calls {
            service: "kubernetes",
            endpoints: &[],
            call: "registration of the node",
            unanswered: "the node does not join",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    BOTTLEROCKET_CALLS_METRICS = Claim {
        id: "bottlerocket-calls-metrics",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "Bottlerocket sends metrics to a public host",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "sources/api")],
        says: Says::Calls {
            service: "metrics.bottlerocket.aws",
            endpoints: &[],
            call: "a report of its health, which no endpoint serves",
            unanswered: "nothing else; it tries again with each boot",
            avoided_by: Switch::NoMetrics,
            when: Always,
        },
    };

    BOTTLEROCKET_CALLS_NTP = Claim {
        id: "bottlerocket-calls-ntp",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "the time comes from the link-local server of Amazon and from a public pool",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "sources/api")],
        says: Says::Calls {
            service: "ntp",
            endpoints: &[],
            call: "the time of day",
            unanswered: "the public pool is not reached, the link-local server suffices",
            avoided_by: Switch::OwnTimeServers,
            when: Always,
        },
    };

    BOTTLEROCKET_CALLS_UPDATES = Claim {
        id: "bottlerocket-calls-updates",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "updates are looked for in a public repository",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "sources/api")],
        says: Says::Calls {
            service: "updates.bottlerocket.aws",
            endpoints: &[],
            call: "the metadata of updates, which no endpoint serves",
            unanswered: "no update is found; the node joins all the same",
            avoided_by: Switch::OwnUpdates,
            when: Always,
        },
    };

    HYBRID_CALLS_EKS = Claim {
        id: "hybrid-calls-eks",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "nodeadm asks the EKS API for the endpoint, the certificate authority or the service CIDR where one is missing",
        since: Since::FirstKnown(Day::new(2026, 8, 20)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_HYBRID, "internal")],
        says: Says::Calls {
            service: "eks",
            endpoints: &["eks"],
            call: "DescribeCluster",
            unanswered: "the node does not join",
            avoided_by: Switch::ClusterData,
            when: Always,
        },
    };

    HYBRID_CALLS_KUBERNETES = Claim {
        id: "hybrid-calls-kubernetes",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "the kubelet registers at the API server",
        since: Since::FirstKnown(Day::new(2026, 8, 20)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_HYBRID, "internal")],
        says: Says::Calls {
            service: "kubernetes",
            endpoints: &[],
            call: "registration of the node",
            unanswered: "the node does not join",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    HYBRID_CALLS_ROLESANYWHERE = Claim {
        id: "hybrid-calls-rolesanywhere",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "IAM Roles Anywhere trades the certificate of the node for credentials",
        since: Since::FirstKnown(Day::new(2026, 8, 20)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&EKS_HYBRID, "internal")],
        says: Says::Calls {
            service: "rolesanywhere",
            endpoints: &["rolesanywhere"],
            call: "CreateSession",
            unanswered: "the node gets no credentials and does not join",
            avoided_by: Switch::SystemsManager,
            when: Is(&HYBRID_NODES, &HYBRID_PROVIDER, "iam-roles-anywhere"),
        },
    };

    HYBRID_CALLS_SSM = Claim {
        id: "hybrid-calls-ssm",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "the agent of Systems Manager registers the machine and gives it credentials",
        since: Since::FirstKnown(Day::new(2026, 8, 20)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&EKS_HYBRID, "internal")],
        says: Says::Calls {
            service: "ssm",
            endpoints: &["ssm"],
            call: "RegisterManagedInstance",
            unanswered: "the node gets no credentials and does not join",
            avoided_by: Switch::RolesAnywhere,
            when: Is(&HYBRID_NODES, &HYBRID_PROVIDER, "ssm"),
        },
    };

    UBUNTU_CALLS_EC2 = Claim {
        id: "ubuntu-calls-ec2",
        about: Subject::System(NodeSystem::Ubuntu),
        statement: "the bootstrap script, a descendant of that of Amazon Linux 2, asks EC2 for the private DNS name",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&EKS_AMI, "b2289030^: bootstrap.sh")],
        says: Says::Calls {
            service: "ec2",
            endpoints: &["ec2"],
            call: "DescribeInstances",
            unanswered: "it tries for about two minutes, and the node gets no name",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    UBUNTU_CALLS_ECR = Claim {
        id: "ubuntu-calls-ecr",
        about: Subject::System(NodeSystem::Ubuntu),
        statement: "the pause image is pulled at boot unless the image of the node holds it",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&EKS_AMI, "b2289030^: bootstrap.sh")],
        says: Says::Calls {
            service: "ecr.api",
            endpoints: &["ecr.api", "ecr.dkr", "s3"],
            call: "GetAuthorizationToken, then manifests from `ecr.dkr` and layers from `s3`",
            unanswered: "no pod starts",
            avoided_by: Switch::OwnImage,
            when: Always,
        },
    };

    UBUNTU_CALLS_EKS = Claim {
        id: "ubuntu-calls-eks",
        about: Subject::System(NodeSystem::Ubuntu),
        statement: "a node that is not told about its cluster asks the EKS API",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&EKS_AMI, "b2289030^: bootstrap.sh")],
        says: Says::Calls {
            service: "eks",
            endpoints: &["eks"],
            call: "DescribeCluster",
            unanswered: "the node does not join",
            avoided_by: Switch::ClusterData,
            when: Always,
        },
    };

    UBUNTU_CALLS_IMDS = Claim {
        id: "ubuntu-calls-imds",
        about: Subject::System(NodeSystem::Ubuntu),
        statement: "the bootstrap script reads the instance metadata",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&EKS_AMI, "b2289030^: bootstrap.sh")],
        says: Says::Calls {
            service: "imds",
            endpoints: &[],
            call: "instance identity, region, network interfaces",
            unanswered: "the node does not boot; it needs no endpoint",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    UBUNTU_CALLS_KUBERNETES = Claim {
        id: "ubuntu-calls-kubernetes",
        about: Subject::System(NodeSystem::Ubuntu),
        statement: "the kubelet registers at the API server",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&EKS_AMI, "b2289030^: bootstrap.sh")],
        says: Says::Calls {
            service: "kubernetes",
            endpoints: &[],
            call: "registration of the node",
            unanswered: "the node does not join",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    UBUNTU_CALLS_SNAP = Claim {
        id: "ubuntu-calls-snap",
        about: Subject::System(NodeSystem::Ubuntu),
        statement: "the kubelet is a snap, which is refreshed from a public store",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&EKS_AMI, "b2289030^: bootstrap.sh")],
        says: Says::Calls {
            service: "snap",
            endpoints: &[],
            call: "a refresh of the snap, which no endpoint serves",
            unanswered: "it goes on with the kubelet of the image",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    WINDOWS_CALLS_IMDS = Claim {
        id: "windows-calls-imds",
        about: Subject::Node(NodeKind::Windows),
        statement: "the bootstrap script reads the instance metadata",
        since: Since::FirstKnown(Day::new(2021, 10, 12)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_HISTORY, "2021-10-12, f101c0f9")],
        says: Says::Calls {
            service: "imds",
            endpoints: &[],
            call: "user data, instance identity",
            unanswered: "the node does not boot; it needs no endpoint",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    WINDOWS_CALLS_KUBERNETES = Claim {
        id: "windows-calls-kubernetes",
        about: Subject::Node(NodeKind::Windows),
        statement: "the kubelet registers at the API server",
        since: Since::FirstKnown(Day::new(2021, 10, 12)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_HISTORY, "2021-10-12, f101c0f9")],
        says: Says::Calls {
            service: "kubernetes",
            endpoints: &[],
            call: "registration of the node",
            unanswered: "the node does not join",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };
}
