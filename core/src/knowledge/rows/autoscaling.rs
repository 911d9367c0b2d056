//! Claims about the Cluster Autoscaler.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Credentials, Ec2Nodes, Is};
use crate::knowledge::feature::{CLUSTER_AUTOSCALER, POD_IDENTITY};
use crate::knowledge::option::SCALE_FROM_ZERO;
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    CLUSTER_AUTOSCALER_README, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, USER_GUIDE_HISTORY,
};

claims! {
    CLUSTER_AUTOSCALER_CREDENTIALS_POD_IDENTITY = Claim {
        id: "cluster-autoscaler-credentials-pod-identity",
        about: Subject::Feature(&CLUSTER_AUTOSCALER),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&CLUSTER_AUTOSCALER, &POD_IDENTITY),
        },
    };

    CLUSTER_AUTOSCALER_MIRROR = Claim {
        id: "cluster-autoscaler-mirror",
        about: Subject::Feature(&CLUSTER_AUTOSCALER),
        statement: "its image lies in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CLUSTER_AUTOSCALER_README, "deployment")],
        says: Says::Sets { setting: &setting::MIRROR_AUTOSCALER, level: Level::Required, when: Always },
    };

    CLUSTER_AUTOSCALER_NEEDS_AUTOSCALING = Claim {
        id: "cluster-autoscaler-needs-autoscaling",
        about: Subject::Feature(&CLUSTER_AUTOSCALER),
        statement: "the Cluster Autoscaler changes the size of Auto Scaling groups",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&PRIVATE_CLUSTERS_2020, "VPC endpoints"),
            (&PRIVATE_CLUSTERS, "pod requirements"),
            (&CLUSTER_AUTOSCALER_README, "permissions"),
        ],
        says: Says::Needs {
            service: &service::AUTOSCALING,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    CLUSTER_AUTOSCALER_NEEDS_EC2 = Claim {
        id: "cluster-autoscaler-needs-ec2",
        about: Subject::Feature(&CLUSTER_AUTOSCALER),
        statement: "it looks up launch templates, and instance types unless it uses its static list",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CLUSTER_AUTOSCALER_README, "permissions")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Ec2Nodes,
        },
    };

    CLUSTER_AUTOSCALER_NEEDS_EKS = Claim {
        id: "cluster-autoscaler-needs-eks",
        about: Subject::Feature(&CLUSTER_AUTOSCALER),
        statement: "it asks the EKS API for labels and taints of managed node groups without a node",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CLUSTER_AUTOSCALER_README, "permissions")],
        says: Says::Needs {
            service: &service::EKS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&CLUSTER_AUTOSCALER, &SCALE_FROM_ZERO, "true"),
        },
    };

    CLUSTER_AUTOSCALER_NEEDS_STS = Claim {
        id: "cluster-autoscaler-needs-sts",
        about: Subject::Feature(&CLUSTER_AUTOSCALER),
        statement: "the Cluster Autoscaler gets its credentials through STS",
        since: Since::FirstKnown(Day::new(2021, 9, 10)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2021-09-10, 351112a1"), (&PRIVATE_CLUSTERS, "pod requirements")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    CLUSTER_AUTOSCALER_REGIONAL_STS = Claim {
        id: "cluster-autoscaler-regional-sts",
        about: Subject::Feature(&CLUSTER_AUTOSCALER),
        statement: "the Cluster Autoscaler asks the global name of STS unless it is told",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CLUSTER_AUTOSCALER_README, "STS")],
        says: Says::Sets { setting: &setting::REGIONAL_STS, level: Level::Required, when: Always },
    };

    CLUSTER_AUTOSCALER_STATIC_INSTANCE_LIST = Claim {
        id: "cluster-autoscaler-static-instance-list",
        about: Subject::Feature(&CLUSTER_AUTOSCALER),
        statement: "without its static list it fetches one from the internet at start, and may crash",
        since: Since::From(Day::new(2021, 9, 10)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_HISTORY, "2021-09-10, 351112a1"),
            (&PRIVATE_CLUSTERS, "pod requirements"),
            (&CLUSTER_AUTOSCALER_README, "static instance list"),
        ],
        says: Says::Sets { setting: &setting::AUTOSCALER_STATIC_LIST, level: Level::Required, when: Always },
    };

    CLUSTER_AUTOSCALER_SUPPORTED = Claim {
        id: "cluster-autoscaler-supported",
        about: Subject::Feature(&CLUSTER_AUTOSCALER),
        statement: "the Cluster Autoscaler works with an Auto Scaling endpoint",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "VPC endpoints"), (&PRIVATE_CLUSTERS, "pod requirements")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
