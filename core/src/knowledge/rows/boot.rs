//! Claims about what nodes still call while they boot, when they are told everything that they can be told.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::{Always, Is};
use crate::knowledge::feature::SELF_MANAGED_NODES;
use crate::knowledge::node::NodeKind;
use crate::knowledge::option::BOOTSTRAP_DATA;
use crate::knowledge::source::{BOTTLEROCKET, EKS_AMI, USER_GUIDE_HISTORY, VPC_CNI_REPOSITORY};
use crate::knowledge::switch::Switch;

claims! {
    AL2_CALLS_EC2 = Claim {
        id: "al2-calls-ec2",
        about: Subject::Node(NodeKind::Al2),
        statement: "bootstrap.sh asks EC2 for the private DNS name, which becomes the name of the node",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
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

    AL2_CALLS_EC2_TYPES = Claim {
        id: "al2-calls-ec2-types",
        about: Subject::Node(NodeKind::Al2),
        statement: "the facts of an instance type that the image does not list come from EC2",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "b2289030^: bootstrap.sh")],
        says: Says::Calls {
            service: "ec2",
            endpoints: &["ec2"],
            call: "DescribeInstanceTypes",
            unanswered: "only for instance types newer than the image",
            avoided_by: Switch::KnownType,
            when: Always,
        },
    };

    AL2_CALLS_ECR = Claim {
        id: "al2-calls-ecr",
        about: Subject::Node(NodeKind::Al2),
        statement: "the pause image is pulled at boot unless the image of the node holds it",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "b2289030^: bootstrap.sh")],
        says: Says::Calls {
            service: "ecr.api",
            endpoints: &["ecr.api", "ecr.dkr", "s3"],
            call: "GetAuthorizationToken, then manifests from `ecr.dkr` and layers from `s3`",
            unanswered: "no pod starts; an image of your own can hold the pause image",
            avoided_by: Switch::OwnImage,
            when: Always,
        },
    };

    AL2_CALLS_EKS = Claim {
        id: "al2-calls-eks",
        about: Subject::Node(NodeKind::Al2),
        statement: "a node that is not told about its cluster asks the EKS API",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "b2289030^: bootstrap.sh")],
        says: Says::Calls {
            service: "eks",
            endpoints: &["eks"],
            call: "DescribeCluster",
            unanswered: "the node does not join; the endpoint and the certificate authority in its user data avoid it",
            avoided_by: Switch::ClusterData,
            when: Is(&SELF_MANAGED_NODES, &BOOTSTRAP_DATA, "false"),
        },
    };

    AL2_CALLS_IMDS = Claim {
        id: "al2-calls-imds",
        about: Subject::Node(NodeKind::Al2),
        statement: "bootstrap.sh reads the instance metadata",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
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

    AL2023_CALLS_EC2 = Claim {
        id: "al2023-calls-ec2",
        about: Subject::Node(NodeKind::Al2023),
        statement: "nodeadm asks EC2 for the private DNS name, which becomes the name of the node",
        since: Since::FirstKnown(Day::new(2025, 2, 12)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "nodeadm")],
        says: Says::Calls {
            service: "ec2",
            endpoints: &["ec2"],
            call: "DescribeInstances",
            unanswered: "it tries for about ten minutes and the node does not join; with the feature gate InstanceIdNodeName on, it is not called",
            avoided_by: Switch::InstanceIdNodeName,
            when: Always,
        },
    };

    AL2023_CALLS_EC2_TYPES = Claim {
        id: "al2023-calls-ec2-types",
        about: Subject::Node(NodeKind::Al2023),
        statement: "the facts of an instance type that the image does not list come from EC2",
        since: Since::FirstKnown(Day::new(2026, 7, 23)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "nodeadm")],
        says: Says::Calls {
            service: "ec2",
            endpoints: &["ec2"],
            call: "DescribeInstanceTypes",
            unanswered: "it goes on and takes 110 as the maximum of pods",
            avoided_by: Switch::KnownType,
            when: Always,
        },
    };

    AL2023_CALLS_IMDS = Claim {
        id: "al2023-calls-imds",
        about: Subject::Node(NodeKind::Al2023),
        statement: "nodeadm reads user data and identity from the instance metadata",
        since: Since::FirstKnown(Day::new(2026, 7, 23)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "nodeadm")],
        says: Says::Calls {
            service: "imds",
            endpoints: &[],
            call: "user data, instance identity, network interfaces",
            unanswered: "it tries up to 60 times and the node does not boot; it needs no endpoint",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    AL2023_CALLS_KUBERNETES = Claim {
        id: "al2023-calls-kubernetes",
        about: Subject::Node(NodeKind::Al2023),
        statement: "the kubelet registers at the API server with a token that it signs itself, without calling STS",
        since: Since::FirstKnown(Day::new(2026, 7, 23)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_AMI, "nodeadm")],
        says: Says::Calls {
            service: "kubernetes",
            endpoints: &[],
            call: "registration of the node",
            unanswered: "the node does not join",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    BOTTLEROCKET_CALLS_EC2 = Claim {
        id: "bottlerocket-calls-ec2",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "Bottlerocket asks EC2 for the private DNS name, which becomes the name of the node",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "sources/api")],
        says: Says::Calls {
            service: "ec2",
            endpoints: &["ec2"],
            call: "DescribeInstances",
            unanswered: "it tries for five minutes and the boot fails; with hostname-override-source = instance-id, it is not called",
            avoided_by: Switch::InstanceIdHostname,
            when: Always,
        },
    };

    BOTTLEROCKET_CALLS_ECR = Claim {
        id: "bottlerocket-calls-ecr",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "host containers are pulled from registries of Bottlerocket in Amazon ECR",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "sources/api")],
        says: Says::Calls {
            service: "ecr.api",
            endpoints: &["ecr.api", "ecr.dkr", "s3"],
            call: "GetAuthorizationToken, then manifests from `ecr.dkr` and layers from `s3`",
            unanswered: "the control container does not start; host-containers.control.enabled = false avoids it",
            avoided_by: Switch::NoHostContainers,
            when: Always,
        },
    };

    BOTTLEROCKET_CALLS_EKS = Claim {
        id: "bottlerocket-calls-eks",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "without `cluster-dns-ip` Bottlerocket asks the EKS API",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "CHANGELOG.md")],
        says: Says::Calls {
            service: "eks",
            endpoints: &["eks"],
            call: "DescribeCluster",
            unanswered: "it tries for five minutes and then guesses the address of the DNS; settings.kubernetes.cluster-dns-ip avoids it",
            avoided_by: Switch::DnsAddress,
            when: Is(&SELF_MANAGED_NODES, &BOOTSTRAP_DATA, "false"),
        },
    };

    BOTTLEROCKET_CALLS_IMDS = Claim {
        id: "bottlerocket-calls-imds",
        about: Subject::Node(NodeKind::Bottlerocket),
        statement: "Bottlerocket reads user data and identity from the instance metadata",
        since: Since::FirstKnown(Day::new(2024, 10, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTTLEROCKET, "sources/api")],
        says: Says::Calls {
            service: "imds",
            endpoints: &[],
            call: "user data, instance identity",
            unanswered: "the node does not boot; it needs no endpoint",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    WINDOWS_CALLS_EC2 = Claim {
        id: "windows-calls-ec2",
        about: Subject::Node(NodeKind::Windows),
        statement: "the bootstrap script reads the instance metadata, and the node calls EC2",
        since: Since::FirstKnown(Day::new(2021, 10, 12)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_HISTORY, "2021-10-12, f101c0f9"), (&VPC_CNI_REPOSITORY, "docs/iam-policy.md")],
        says: Says::Calls {
            service: "ec2",
            endpoints: &["ec2"],
            call: "DescribeInstances",
            unanswered: "the node does not join",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    WINDOWS_CALLS_ECR = Claim {
        id: "windows-calls-ecr",
        about: Subject::Node(NodeKind::Windows),
        statement: "images are pulled from Amazon ECR",
        since: Since::FirstKnown(Day::new(2021, 10, 12)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_HISTORY, "2021-10-12, f101c0f9")],
        says: Says::Calls {
            service: "ecr.api",
            endpoints: &["ecr.api", "ecr.dkr", "s3"],
            call: "GetAuthorizationToken, then manifests from `ecr.dkr` and layers from `s3`",
            unanswered: "no pod starts",
            avoided_by: Switch::Nothing,
            when: Always,
        },
    };

    WINDOWS_CALLS_EKS = Claim {
        id: "windows-calls-eks",
        about: Subject::Node(NodeKind::Windows),
        statement: "a node that is not told about its cluster asks the EKS API",
        since: Since::FirstKnown(Day::new(2021, 10, 12)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2021-10-12, f101c0f9")],
        says: Says::Calls {
            service: "eks",
            endpoints: &["eks"],
            call: "DescribeCluster",
            unanswered: "the node does not join; the endpoint and the certificate authority in its user data avoid it",
            avoided_by: Switch::ClusterData,
            when: Is(&SELF_MANAGED_NODES, &BOOTSTRAP_DATA, "false"),
        },
    };
}
