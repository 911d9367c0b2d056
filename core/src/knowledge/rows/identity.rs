//! Claims about how pods and people get credentials.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{All, Always, Is, Node, Not, Partition};
use crate::knowledge::feature::{ACCESS_ENTRIES, IRSA, OIDC_PROVIDER_FROM_VPC, POD_IDENTITY};
use crate::knowledge::node::NodeKind;
use crate::knowledge::option::{CREATE_PROVIDER_INSIDE, FROM_INSIDE, PROXY};
use crate::knowledge::partition::{AWS, WITHOUT_POD_IDENTITY};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    BOTOCORE, IAM_GUIDE, OIDC_NEWS, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, PRIVATELINK, USER_GUIDE_2025,
    USER_GUIDE_HISTORY,
};

claims! {
    ACCESS_ENTRIES_NEED_EKS = Claim {
        id: "access-entries-need-eks",
        about: Subject::Feature(&ACCESS_ENTRIES),
        statement: "access entries that are made from inside the VPC are made through the EKS API",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "grant-k8s-access"), (&USER_GUIDE_2025, "vpc-interface-endpoints")],
        says: Says::Needs {
            service: &service::EKS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&ACCESS_ENTRIES, &FROM_INSIDE, "true"),
        },
    };

    ACCESS_ENTRIES_SUPPORTED = Claim {
        id: "access-entries-supported",
        about: Subject::Feature(&ACCESS_ENTRIES),
        statement: "access entries are made through the EKS API, from anywhere that reaches it; nobody must stand in the VPC",
        since: Since::From(Day::new(2023, 12, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2023-12-18, 17bd22fd"), (&USER_GUIDE_2025, "grant-k8s-access")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    IRSA_NEEDS_IAM_INSIDE = Claim {
        id: "irsa-needs-iam-inside",
        about: Subject::Feature(&IRSA),
        statement: "the IAM OIDC provider is made through the IAM API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&IAM_GUIDE, "interface endpoint"), (&PRIVATELINK, "cross-region endpoints")],
        says: Says::Needs {
            service: &service::IAM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: All(&[Is(&IRSA, &CREATE_PROVIDER_INSIDE, "true"), Partition(&[&AWS])]),
        },
    };

    IRSA_NEEDS_OIDC_EKS_INSIDE = Claim {
        id: "irsa-needs-oidc-eks-inside",
        about: Subject::Feature(&IRSA),
        statement: "whoever creates the IAM OIDC provider or verifies tokens from inside the VPC reads the issuer of the \
            cluster",
        since: Since::From(Day::new(2026, 7, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&OIDC_NEWS, "announcement")],
        says: Says::Needs {
            service: &service::OIDC_EKS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&IRSA, &CREATE_PROVIDER_INSIDE, "true"),
        },
    };

    IRSA_NEEDS_STS = Claim {
        id: "irsa-needs-sts",
        about: Subject::Feature(&IRSA),
        statement: "a pod that uses IAM roles for service accounts trades its token for credentials at STS",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&PRIVATE_CLUSTERS_2020, "considerations"),
            (&PRIVATE_CLUSTERS, "endpoints"),
            (&USER_GUIDE_2025, "IAM roles for service accounts"),
        ],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    IRSA_REGIONAL_STS = Claim {
        id: "irsa-regional-sts",
        about: Subject::Feature(&IRSA),
        statement: "SDKs of the first generation ask the global name of STS unless they are told; newer platform versions of \
            EKS tell them",
        since: Since::FirstKnown(Day::new(2021, 12, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_HISTORY, "2021-12-27, dbd75b6d"),
            (&USER_GUIDE_2025, "IAM roles for service accounts"),
        ],
        says: Says::Sets { setting: &setting::REGIONAL_STS, level: Level::Required, when: Always },
    };

    IRSA_SUPPORTED = Claim {
        id: "irsa-supported",
        about: Subject::Feature(&IRSA),
        statement: "IAM roles for service accounts work with an STS endpoint",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&PRIVATE_CLUSTERS, "pod requirements")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    OIDC_PROVIDER_FROM_VPC_NEEDS_IAM = Claim {
        id: "oidc-provider-from-vpc-needs-iam",
        about: Subject::Feature(&OIDC_PROVIDER_FROM_VPC),
        statement: "the IAM OIDC provider is made through the IAM API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&IAM_GUIDE, "interface endpoint"), (&PRIVATELINK, "cross-region endpoints")],
        says: Says::Needs {
            service: &service::IAM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Partition(&[&AWS]),
        },
    };

    OIDC_PROVIDER_FROM_VPC_NEEDS_OIDC_EKS = Claim {
        id: "oidc-provider-from-vpc-needs-oidc-eks",
        about: Subject::Feature(&OIDC_PROVIDER_FROM_VPC),
        statement: "with only the `eks` endpoint the name of the issuer may not resolve inside the VPC",
        since: Since::From(Day::new(2026, 7, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&OIDC_NEWS, "announcement")],
        says: Says::Needs {
            service: &service::OIDC_EKS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    OIDC_PROVIDER_FROM_VPC_SUPPORTED = Claim {
        id: "oidc-provider-from-vpc-supported",
        about: Subject::Feature(&OIDC_PROVIDER_FROM_VPC),
        statement: "the issuer of the cluster can be read from inside the VPC",
        since: Since::From(Day::new(2026, 7, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&OIDC_NEWS, "announcement")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    POD_IDENTITY_NEEDS_EKS_AUTH = Claim {
        id: "pod-identity-needs-eks-auth",
        about: Subject::Feature(&POD_IDENTITY),
        statement: "the agent on the node trades the token of a pod at the EKS Auth API",
        since: Since::FirstKnown(Day::new(2025, 2, 12)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2025-02-12, 6d7be178"), (&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    POD_IDENTITY_NO_PROXY = Claim {
        id: "pod-identity-no-proxy",
        about: Subject::Feature(&POD_IDENTITY),
        statement: "pods talk to the agent at link-local addresses, which no proxy can reach",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "pod-id-*")],
        says: Says::Sets {
            setting: &setting::POD_IDENTITY_NO_PROXY,
            level: Level::Conditional,
            when: Is(&POD_IDENTITY, &PROXY, "true"),
        },
    };

    POD_IDENTITY_NODE_ROLE = Claim {
        id: "pod-identity-node-role",
        about: Subject::Feature(&POD_IDENTITY),
        statement: "the agent acts with the role of its node",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "pod-id-*")],
        says: Says::Sets { setting: &setting::POD_IDENTITY_ROLE, level: Level::Required, when: Always },
    };

    POD_IDENTITY_NOT_IN_ISO = Claim {
        id: "pod-identity-not-in-iso",
        about: Subject::Feature(&POD_IDENTITY),
        statement: "the SDK knows no EKS Auth API in this partition",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&BOTOCORE, "data/endpoints.json")],
        says: Says::Supports {
            support: Support::Unsupported,
            when: Partition(WITHOUT_POD_IDENTITY),
        },
    };

    POD_IDENTITY_NOT_ON_FARGATE = Claim {
        id: "pod-identity-not-on-fargate",
        about: Subject::Feature(&POD_IDENTITY),
        statement: "EKS Pod Identity does not serve pods on Fargate; use IAM roles for service accounts there",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "pod-id-*")],
        says: Says::Supports { support: Support::Limited, when: Node(NodeKind::Fargate) },
    };

    POD_IDENTITY_NOT_ON_WINDOWS = Claim {
        id: "pod-identity-not-on-windows",
        about: Subject::Feature(&POD_IDENTITY),
        statement: "EKS Pod Identity does not serve pods on Windows, by the text of February 2025",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "pod-id-*")],
        says: Says::Supports { support: Support::Limited, when: Node(NodeKind::Windows) },
    };

    POD_IDENTITY_SUPPORTED = Claim {
        id: "pod-identity-supported",
        about: Subject::Feature(&POD_IDENTITY),
        statement: "EKS Pod Identity works with an endpoint for the EKS Auth API",
        since: Since::FirstKnown(Day::new(2025, 2, 12)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2025-02-12, 6d7be178"), (&PRIVATE_CLUSTERS, "pod requirements")],
        says: Says::Supports {
            support: Support::Supported,
            when: Not(&Partition(WITHOUT_POD_IDENTITY)),
        },
    };
}
