//! Claims about EKS Hybrid Nodes, which reach the VPC from outside.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{All, Always, Credentials, Family, Is, Not, Partition};
use crate::knowledge::feature::{HYBRID_NODES, IRSA, POD_IDENTITY};
use crate::knowledge::node::IpFamily;
use crate::knowledge::option::{HYBRID_PROVIDER, NODEADM_INIT};
use crate::knowledge::partition::{AWS, AWS_CN, AWS_US_GOV};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{EKS_HYBRID, HYBRID_OVERVIEW, PRIVATELINK, USER_GUIDE_2025};

claims! {
    HYBRID_NODES_API_SERVER = Claim {
        id: "hybrid-nodes-api-server",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "kubelets and pods outside the VPC call the API server",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Sets { setting: &setting::HYBRID_CLUSTER_IN, level: Level::Required, when: Always },
    };

    HYBRID_NODES_ARTIFACTS = Claim {
        id: "hybrid-nodes-artifacts",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "the artifacts of hybrid nodes come from a public host",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking"), (&EKS_HYBRID, "internal")],
        says: Says::NoEndpoint {
            what: "hybrid-assets.eks.amazonaws.com",
            setting: &setting::HYBRID_IMAGE,
            level: Level::Required,
            when: Always,
        },
    };

    HYBRID_NODES_AUTHENTICATION_MODE = Claim {
        id: "hybrid-nodes-authentication-mode",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "hybrid nodes demand an authentication mode with access entries",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "grant-k8s-access")],
        says: Says::Sets { setting: &setting::API_AUTHENTICATION, level: Level::Required, when: Always },
    };

    HYBRID_NODES_CREDENTIALS_IRSA = Claim {
        id: "hybrid-nodes-credentials-irsa",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&HYBRID_NODES, &IRSA),
        },
    };

    HYBRID_NODES_CREDENTIALS_POD_IDENTITY = Claim {
        id: "hybrid-nodes-credentials-pod-identity",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&HYBRID_NODES, &POD_IDENTITY),
        },
    };

    HYBRID_NODES_DNS = Claim {
        id: "hybrid-nodes-dns",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "pods on hybrid nodes ask CoreDNS, wherever it runs",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Sets { setting: &setting::HYBRID_DNS, level: Level::Conditional, when: Always },
    };

    HYBRID_NODES_KUBELET = Claim {
        id: "hybrid-nodes-kubelet",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "the API server calls the kubelets outside the VPC",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Sets { setting: &setting::HYBRID_KUBELET, level: Level::Required, when: Always },
    };

    HYBRID_NODES_NEEDS_ECR_API = Claim {
        id: "hybrid-nodes-needs-ecr-api",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "images are pulled through endpoints of the VPC, over VPN or Direct Connect",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Needs {
            service: &service::ECR_API,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    HYBRID_NODES_NEEDS_ECR_DKR = Claim {
        id: "hybrid-nodes-needs-ecr-dkr",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "images are pulled through endpoints of the VPC, over VPN or Direct Connect",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Needs {
            service: &service::ECR_DKR,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    HYBRID_NODES_NEEDS_EKS = Claim {
        id: "hybrid-nodes-needs-eks",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "the installation of a node asks the EKS API",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Needs {
            service: &service::EKS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&HYBRID_NODES, &NODEADM_INIT, "true"),
        },
    };

    HYBRID_NODES_NEEDS_ROLESANYWHERE = Claim {
        id: "hybrid-nodes-needs-rolesanywhere",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "IAM Roles Anywhere gives nodes their credentials",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Needs {
            service: &service::ROLESANYWHERE,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&HYBRID_NODES, &HYBRID_PROVIDER, "iam-roles-anywhere"),
        },
    };

    HYBRID_NODES_NEEDS_S3 = Claim {
        id: "hybrid-nodes-needs-s3",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "a gateway endpoint does not serve callers outside the VPC; image layers need the interface type",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATELINK, "gateway endpoints"), (&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Needs {
            service: &service::S3,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    HYBRID_NODES_NEEDS_SSM = Claim {
        id: "hybrid-nodes-needs-ssm",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "hybrid activations of Systems Manager give nodes their credentials",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Needs {
            service: &service::SSM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&HYBRID_NODES, &HYBRID_PROVIDER, "ssm"),
        },
    };

    HYBRID_NODES_NETWORKS = Claim {
        id: "hybrid-nodes-networks",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "EKS routes to remote nodes and pods only when their CIDR blocks are apart from its own",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Sets { setting: &setting::HYBRID_NETWORKS, level: Level::Required, when: Always },
    };

    HYBRID_NODES_NOT_EVERYWHERE = Claim {
        id: "hybrid-nodes-not-everywhere",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "EKS does not offer hybrid nodes in the regions of China and of GovCloud",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&HYBRID_OVERVIEW, "considerations")],
        says: Says::Supports { support: Support::Unsupported, when: Partition(&[&AWS_CN, &AWS_US_GOV]) },
    };

    HYBRID_NODES_NOT_WITH_IPV6 = Claim {
        id: "hybrid-nodes-not-with-ipv6",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "hybrid nodes work in clusters of the IPv4 family only",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Supports { support: Support::Unsupported, when: Family(IpFamily::Ipv6) },
    };

    HYBRID_NODES_PUBLIC_ACCESS = Claim {
        id: "hybrid-nodes-public-access",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "with public and private access both on, hybrid nodes resolve the public addresses of the API \
            server",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Sets { setting: &setting::HYBRID_PUBLIC, level: Level::Required, when: Always },
    };

    HYBRID_NODES_REGISTRY_FALLBACK = Claim {
        id: "hybrid-nodes-registry-fallback",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "where the manifest names no account, nodeadm pulls from the registry of EKS in us-west-2 for most \
            regions, which these endpoints do not serve",
        since: Since::FirstKnown(Day::new(2026, 8, 20)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_HYBRID, "internal/aws/ecr/ecr.go")],
        says: Says::Minds { when: Always },
    };

    HYBRID_NODES_RESOLVER = Claim {
        id: "hybrid-nodes-resolver",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "names of endpoints resolve by the resolver of the VPC only",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "private DNS")],
        says: Says::Sets { setting: &setting::HYBRID_RESOLVER, level: Level::Required, when: Always },
    };

    HYBRID_NODES_SUPPORTED = Claim {
        id: "hybrid-nodes-supported",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "hybrid nodes work over a private network with interface endpoints",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Supports { support: Support::Supported, when: All(&[Partition(&[&AWS]), Not(&Family(IpFamily::Ipv6))]) },
    };

    HYBRID_NODES_WEBHOOKS = Claim {
        id: "hybrid-nodes-webhooks",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "the API server calls webhooks that run on hybrid nodes",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Sets { setting: &setting::HYBRID_WEBHOOKS, level: Level::Required, when: Always },
    };
}
