//! Claims about how nodes are run and reached.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Is};
use crate::knowledge::feature::{MANAGED_NODE_GROUPS, SELF_MANAGED_NODES, SSM_NODE_ACCESS};
use crate::knowledge::option::{ASSUMES_ROLES, OLD_AGENT, SESSION_KEY, SESSION_LOGS, SESSION_LOGS_IN_S3};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, PRIVATELINK, SSM_AGENT_NOTE, TERRAFORM_EKS, USER_GUIDE_2025,
};

claims! {
    MANAGED_NODE_GROUPS_ENDPOINT_SECURITY_GROUP = Claim {
        id: "managed-node-groups-endpoint-security-group",
        about: Subject::Feature(&MANAGED_NODE_GROUPS),
        statement: "the security group of the endpoints must admit the CIDR of the subnets or the security group of the \
            nodes",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&PRIVATE_CLUSTERS, "node requirements")],
        says: Says::Sets { setting: &setting::ENDPOINT_SECURITY_GROUP, level: Level::Required, when: Always },
    };

    MANAGED_NODE_GROUPS_NEEDS_STS = Claim {
        id: "managed-node-groups-needs-sts",
        about: Subject::Feature(&MANAGED_NODE_GROUPS),
        statement: "whoever assumes a role does so at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&MANAGED_NODE_GROUPS, &ASSUMES_ROLES, "true"),
        },
    };

    MANAGED_NODE_GROUPS_SUPPORTED = Claim {
        id: "managed-node-groups-supported",
        about: Subject::Feature(&MANAGED_NODE_GROUPS),
        statement: "managed node groups work; EKS injects what a node must know unless the AMI is your own",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&PRIVATE_CLUSTERS, "node requirements")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    SELF_MANAGED_NODES_ACCESS = Claim {
        id: "self-managed-nodes-access",
        about: Subject::Feature(&SELF_MANAGED_NODES),
        statement: "EKS admits the nodes of managed node groups and Fargate profiles itself; the role of self-managed nodes \
            must be admitted by you",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "access entries")],
        says: Says::Sets { setting: &setting::NODE_ACCESS, level: Level::Required, when: Always },
    };

    SELF_MANAGED_NODES_CLUSTER_SECURITY_GROUP = Claim {
        id: "self-managed-nodes-cluster-security-group",
        about: Subject::Feature(&SELF_MANAGED_NODES),
        statement: "nodes with security groups of their own must be admitted to the API server",
        since: Since::FirstKnown(Day::new(2026, 4, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERRAFORM_EKS, "node_groups.tf")],
        says: Says::Sets { setting: &setting::CLUSTER_SECURITY_GROUP_443, level: Level::Required, when: Always },
    };

    SELF_MANAGED_NODES_KUBELET = Claim {
        id: "self-managed-nodes-kubelet",
        about: Subject::Feature(&SELF_MANAGED_NODES),
        statement: "the API server calls the kubelet and aggregated APIs on nodes",
        since: Since::FirstKnown(Day::new(2026, 4, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERRAFORM_EKS, "node_groups.tf")],
        says: Says::Sets { setting: &setting::NODE_SECURITY_GROUP_KUBELET, level: Level::Required, when: Always },
    };

    SELF_MANAGED_NODES_SUPPORTED = Claim {
        id: "self-managed-nodes-supported",
        about: Subject::Feature(&SELF_MANAGED_NODES),
        statement: "self-managed nodes work when they are told about their cluster",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&PRIVATE_CLUSTERS, "node requirements")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    SSM_NODE_ACCESS_NEEDS_EC2MESSAGES = Claim {
        id: "ssm-node-access-needs-ec2messages",
        about: Subject::Feature(&SSM_NODE_ACCESS),
        statement: "agents older than 3.3.40.0 take messages from ec2messages",
        since: Since::FirstKnown(Day::new(2024, 9, 6)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&SSM_AGENT_NOTE, "endpoints")],
        says: Says::Needs {
            service: &service::EC2MESSAGES,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&SSM_NODE_ACCESS, &OLD_AGENT, "true"),
        },
    };

    SSM_NODE_ACCESS_NEEDS_KMS = Claim {
        id: "ssm-node-access-needs-kms",
        about: Subject::Feature(&SSM_NODE_ACCESS),
        statement: "the agent encrypts sessions with the key through KMS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::KMS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&SSM_NODE_ACCESS, &SESSION_KEY, "true"),
        },
    };

    SSM_NODE_ACCESS_NEEDS_LOGS = Claim {
        id: "ssm-node-access-needs-logs",
        about: Subject::Feature(&SSM_NODE_ACCESS),
        statement: "session logs are written through the CloudWatch Logs API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::LOGS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&SSM_NODE_ACCESS, &SESSION_LOGS, "true"),
        },
    };

    SSM_NODE_ACCESS_NEEDS_S3 = Claim {
        id: "ssm-node-access-needs-s3",
        about: Subject::Feature(&SSM_NODE_ACCESS),
        statement: "session logs are written to a bucket",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "gateway endpoints")],
        says: Says::Needs {
            service: &service::S3,
            endpoint: EndpointType::Gateway,
            level: Level::Conditional,
            when: Is(&SSM_NODE_ACCESS, &SESSION_LOGS_IN_S3, "true"),
        },
    };

    SSM_NODE_ACCESS_NEEDS_SSM = Claim {
        id: "ssm-node-access-needs-ssm",
        about: Subject::Feature(&SSM_NODE_ACCESS),
        statement: "the SSM agent registers and takes commands through Systems Manager",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::SSM,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    SSM_NODE_ACCESS_NEEDS_SSMMESSAGES = Claim {
        id: "ssm-node-access-needs-ssmmessages",
        about: Subject::Feature(&SSM_NODE_ACCESS),
        statement: "Session Manager opens its channel at ssmmessages",
        since: Since::FirstKnown(Day::new(2024, 9, 6)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&SSM_AGENT_NOTE, "endpoints")],
        says: Says::Needs {
            service: &service::SSMMESSAGES,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    SSM_NODE_ACCESS_SUPPORTED = Claim {
        id: "ssm-node-access-supported",
        about: Subject::Feature(&SSM_NODE_ACCESS),
        statement: "nodes register with Systems Manager through its endpoints",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
