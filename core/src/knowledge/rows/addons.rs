//! Claims about the add-ons of every cluster.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Ec2Nodes, Is, Not};
use crate::knowledge::feature::{COREDNS, KUBE_PROXY, METRICS_SERVER, NODE_MONITORING_AGENT, VPC_CNI};
use crate::knowledge::option::{METRICS_HELPER, METRICS_SERVER_INSTALLATION, NETWORK_POLICY_LOGS, NODE_CREDENTIALS};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{PRIVATE_CLUSTERS, TERRAFORM_EKS, USER_GUIDE_2025, VPC_CNI_REPOSITORY};

claims! {
    COREDNS_DNS_PORTS = Claim {
        id: "coredns-dns-ports",
        about: Subject::Feature(&COREDNS),
        statement: "pods on one node ask CoreDNS on another",
        since: Since::FirstKnown(Day::new(2026, 4, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERRAFORM_EKS, "node_groups.tf"), (&USER_GUIDE_2025, "sec-group-reqs")],
        says: Says::Sets { setting: &setting::NODE_DNS, level: Level::Required, when: Ec2Nodes },
    };

    COREDNS_SUPPORTED = Claim {
        id: "coredns-supported",
        about: Subject::Feature(&COREDNS),
        statement: "CoreDNS works; it asks the resolver of the VPC, so private DNS names work in pods",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "add-ons-images")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    KUBE_PROXY_SUPPORTED = Claim {
        id: "kube-proxy-supported",
        about: Subject::Feature(&KUBE_PROXY),
        statement: "kube-proxy works and calls no AWS API",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "add-ons-images")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    METRICS_SERVER_MIRROR = Claim {
        id: "metrics-server-mirror",
        about: Subject::Feature(&METRICS_SERVER),
        statement: "the chart and the manifest name an image of a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "metrics server")],
        says: Says::Sets {
            setting: &setting::MIRROR_METRICS_SERVER,
            level: Level::Conditional,
            when: Not(&Is(&METRICS_SERVER, &METRICS_SERVER_INSTALLATION, "add-on")),
        },
    };

    METRICS_SERVER_PORT = Claim {
        id: "metrics-server-port",
        about: Subject::Feature(&METRICS_SERVER),
        statement: "the API server calls the metrics API on its port",
        since: Since::FirstKnown(Day::new(2026, 4, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERRAFORM_EKS, "node_groups.tf")],
        says: Says::Sets { setting: &setting::METRICS_SERVER_PORT, level: Level::Recommended, when: Ec2Nodes },
    };

    METRICS_SERVER_SUPPORTED = Claim {
        id: "metrics-server-supported",
        about: Subject::Feature(&METRICS_SERVER),
        statement: "the Metrics Server works and calls no AWS API",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "metrics server")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    NODE_MONITORING_AGENT_SUPPORTED = Claim {
        id: "node-monitoring-agent-supported",
        about: Subject::Feature(&NODE_MONITORING_AGENT),
        statement: "the node monitoring agent works and is known to call no AWS API",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "node monitoring agent")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    VPC_CNI_CREDENTIALS_IRSA = Claim {
        id: "vpc-cni-credentials-irsa",
        about: Subject::Feature(&VPC_CNI),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&VPC_CNI, &NODE_CREDENTIALS, "irsa"),
        },
    };

    VPC_CNI_CREDENTIALS_POD_IDENTITY = Claim {
        id: "vpc-cni-credentials-pod-identity",
        about: Subject::Feature(&VPC_CNI),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&VPC_CNI, &NODE_CREDENTIALS, "pod-identity"),
        },
    };

    VPC_CNI_NEEDS_EC2 = Claim {
        id: "vpc-cni-needs-ec2",
        about: Subject::Feature(&VPC_CNI),
        statement: "the VPC CNI attaches network interfaces and addresses through the EC2 API",
        since: Since::FirstKnown(Day::new(2026, 8, 20)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&VPC_CNI_REPOSITORY, "docs/iam-policy.md")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    VPC_CNI_NEEDS_LOGS = Claim {
        id: "vpc-cni-needs-logs",
        about: Subject::Feature(&VPC_CNI),
        statement: "network policy logs can be sent to CloudWatch Logs",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&VPC_CNI_REPOSITORY, "README")],
        says: Says::Needs {
            service: &service::LOGS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&VPC_CNI, &NETWORK_POLICY_LOGS, "true"),
        },
    };

    VPC_CNI_NEEDS_MONITORING = Claim {
        id: "vpc-cni-needs-monitoring",
        about: Subject::Feature(&VPC_CNI),
        statement: "cni-metrics-helper writes metrics through the CloudWatch API",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "add-ons-images")],
        says: Says::Needs {
            service: &service::MONITORING,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&VPC_CNI, &METRICS_HELPER, "true"),
        },
    };

    VPC_CNI_SUPPORTED = Claim {
        id: "vpc-cni-supported",
        about: Subject::Feature(&VPC_CNI),
        statement: "the VPC CNI works; its images lie in the registry of EKS in the region",
        since: Since::FirstKnown(Day::new(2026, 8, 20)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&VPC_CNI_REPOSITORY, "README")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
