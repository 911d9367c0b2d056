//! Claims about the AWS Gateway API Controller and about `ExternalDNS`.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{All, Always, Credentials, Is, Not, Partition, Region};
use crate::knowledge::feature::{EXTERNAL_DNS, IRSA, POD_IDENTITY, VPC_LATTICE_CONTROLLER};
use crate::knowledge::option::{CERTIFICATE_DISCOVERY, DNS_PROVIDER, TAGGING_SERVICE};
use crate::knowledge::partition::{AWS, US_EAST_1};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    EXTERNAL_DNS_CODE, LATTICE_CONTROLLER, PRIVATE_CLUSTERS, PRIVATELINK, TERRAFORM_AWS, USER_GUIDE_HISTORY,
};

claims! {
    EXTERNAL_DNS_CREDENTIALS_IRSA = Claim {
        id: "external-dns-credentials-irsa",
        about: Subject::Feature(&EXTERNAL_DNS),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&EXTERNAL_DNS, &IRSA),
        },
    };

    EXTERNAL_DNS_CREDENTIALS_POD_IDENTITY = Claim {
        id: "external-dns-credentials-pod-identity",
        about: Subject::Feature(&EXTERNAL_DNS),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&EXTERNAL_DNS, &POD_IDENTITY),
        },
    };

    EXTERNAL_DNS_CROSS_REGION = Claim {
        id: "external-dns-cross-region",
        about: Subject::Feature(&EXTERNAL_DNS),
        statement: "an endpoint to a service of another region is made only by who may",
        since: Since::FirstKnown(Day::new(2026, 3, 25)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "cross-region endpoints")],
        says: Says::Sets {
            setting: &setting::CROSS_REGION_PERMISSION,
            level: Level::Required,
            when: All(&[Is(&EXTERNAL_DNS, &DNS_PROVIDER, "aws"), Partition(&[&AWS]), Not(&Region(&[&US_EAST_1]))]),
        },
    };

    EXTERNAL_DNS_LIMITED = Claim {
        id: "external-dns-limited",
        about: Subject::Feature(&EXTERNAL_DNS),
        statement: "possible since Route 53 has a region-less endpoint service, although a page of AWS still denies \
            it; nobody is known to have reported ExternalDNS over it",
        since: Since::FirstKnown(Day::new(2026, 3, 25)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[
            (&PRIVATELINK, "cross-region endpoints"),
            (&TERRAFORM_AWS, "vpc_endpoint"),
            (&USER_GUIDE_HISTORY, "2025-02-06, c5cb815f"),
        ],
        says: Says::Supports {
            support: Support::Limited,
            when: All(&[Is(&EXTERNAL_DNS, &DNS_PROVIDER, "aws"), Partition(&[&AWS])]),
        },
    };

    EXTERNAL_DNS_MIRROR = Claim {
        id: "external-dns-mirror",
        about: Subject::Feature(&EXTERNAL_DNS),
        statement: "its image lies in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EXTERNAL_DNS_CODE, "kustomize")],
        says: Says::Sets { setting: &setting::MIRROR_EXTERNAL_DNS, level: Level::Required, when: Always },
    };

    EXTERNAL_DNS_NEEDS_ROUTE53 = Claim {
        id: "external-dns-needs-route53",
        about: Subject::Feature(&EXTERNAL_DNS),
        statement: "records are written through the Route 53 API; its endpoint service is in us-east-1 and reached \
            across regions",
        since: Since::FirstKnown(Day::new(2026, 3, 25)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[
            (&PRIVATELINK, "cross-region endpoints"),
            (&TERRAFORM_AWS, "vpc_endpoint"),
            (&EXTERNAL_DNS_CODE, "provider/aws"),
        ],
        says: Says::Needs {
            service: &service::ROUTE53,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: All(&[Is(&EXTERNAL_DNS, &DNS_PROVIDER, "aws"), Partition(&[&AWS])]),
        },
    };

    EXTERNAL_DNS_NEEDS_SERVICEDISCOVERY = Claim {
        id: "external-dns-needs-servicediscovery",
        about: Subject::Feature(&EXTERNAL_DNS),
        statement: "with the provider `aws-sd` instances are registered in AWS Cloud Map",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EXTERNAL_DNS_CODE, "provider/awssd")],
        says: Says::Needs {
            service: &service::SERVICEDISCOVERY,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&EXTERNAL_DNS, &DNS_PROVIDER, "aws-sd"),
        },
    };

    EXTERNAL_DNS_SUPPORTED = Claim {
        id: "external-dns-supported",
        about: Subject::Feature(&EXTERNAL_DNS),
        statement: "ExternalDNS works with AWS Cloud Map and its endpoint",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EXTERNAL_DNS_CODE, "provider/awssd")],
        says: Says::Supports { support: Support::Supported, when: Is(&EXTERNAL_DNS, &DNS_PROVIDER, "aws-sd") },
    };

    EXTERNAL_DNS_UNSUPPORTED = Claim {
        id: "external-dns-unsupported",
        about: Subject::Feature(&EXTERNAL_DNS),
        statement: "Route 53 had no endpoint service, so ExternalDNS could not work",
        since: Since::From(Day::new(2025, 2, 6)),
        until: Some(Day::new(2026, 3, 25)),
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2025-02-06, c5cb815f")],
        says: Says::Supports { support: Support::Unsupported, when: Is(&EXTERNAL_DNS, &DNS_PROVIDER, "aws") },
    };

    VPC_LATTICE_CONTROLLER_CREDENTIALS_IRSA = Claim {
        id: "vpc-lattice-controller-credentials-irsa",
        about: Subject::Feature(&VPC_LATTICE_CONTROLLER),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&VPC_LATTICE_CONTROLLER, &IRSA),
        },
    };

    VPC_LATTICE_CONTROLLER_CREDENTIALS_POD_IDENTITY = Claim {
        id: "vpc-lattice-controller-credentials-pod-identity",
        about: Subject::Feature(&VPC_LATTICE_CONTROLLER),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&VPC_LATTICE_CONTROLLER, &POD_IDENTITY),
        },
    };

    VPC_LATTICE_CONTROLLER_MIRROR = Claim {
        id: "vpc-lattice-controller-mirror",
        about: Subject::Feature(&VPC_LATTICE_CONTROLLER),
        statement: "its image lies in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 8, 14)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LATTICE_CONTROLLER, "deploy")],
        says: Says::Sets { setting: &setting::MIRROR_LATTICE, level: Level::Required, when: Always },
    };

    VPC_LATTICE_CONTROLLER_NEEDS_ACM = Claim {
        id: "vpc-lattice-controller-needs-acm",
        about: Subject::Feature(&VPC_LATTICE_CONTROLLER),
        statement: "certificates of HTTPS listeners are found through the ACM API",
        since: Since::FirstKnown(Day::new(2026, 8, 14)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LATTICE_CONTROLLER, "docs/guides/environment.md")],
        says: Says::Needs {
            service: &service::ACM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&VPC_LATTICE_CONTROLLER, &CERTIFICATE_DISCOVERY, "true"),
        },
    };

    VPC_LATTICE_CONTROLLER_NEEDS_EC2 = Claim {
        id: "vpc-lattice-controller-needs-ec2",
        about: Subject::Feature(&VPC_LATTICE_CONTROLLER),
        statement: "the controller links a client of the EC2 API for discovery",
        since: Since::FirstKnown(Day::new(2026, 8, 14)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LATTICE_CONTROLLER, "pkg/aws")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Always,
        },
    };

    VPC_LATTICE_CONTROLLER_NEEDS_TAGGING = Claim {
        id: "vpc-lattice-controller-needs-tagging",
        about: Subject::Feature(&VPC_LATTICE_CONTROLLER),
        statement: "it reads tags through the tagging API unless it is told not to",
        since: Since::FirstKnown(Day::new(2026, 8, 14)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LATTICE_CONTROLLER, "docs/guides/environment.md")],
        says: Says::Needs {
            service: &service::TAGGING,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&VPC_LATTICE_CONTROLLER, &TAGGING_SERVICE, "true"),
        },
    };

    VPC_LATTICE_CONTROLLER_NEEDS_VPC_LATTICE = Claim {
        id: "vpc-lattice-controller-needs-vpc-lattice",
        about: Subject::Feature(&VPC_LATTICE_CONTROLLER),
        statement: "the controller makes services through the VPC Lattice API",
        since: Since::FirstKnown(Day::new(2026, 8, 14)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LATTICE_CONTROLLER, "docs/guides/deploy.md")],
        says: Says::Needs {
            service: &service::VPC_LATTICE,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    VPC_LATTICE_CONTROLLER_PREFIX_LISTS = Claim {
        id: "vpc-lattice-controller-prefix-lists",
        about: Subject::Feature(&VPC_LATTICE_CONTROLLER),
        statement: "VPC Lattice reaches pods from addresses of its managed prefix lists",
        since: Since::FirstKnown(Day::new(2026, 8, 14)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LATTICE_CONTROLLER, "docs/guides/deploy.md")],
        says: Says::Sets { setting: &setting::LATTICE_PREFIX_LISTS, level: Level::Required, when: Always },
    };

    VPC_LATTICE_CONTROLLER_SUPPORTED = Claim {
        id: "vpc-lattice-controller-supported",
        about: Subject::Feature(&VPC_LATTICE_CONTROLLER),
        statement: "the AWS Gateway API Controller works in private clusters",
        since: Since::FirstKnown(Day::new(2026, 8, 14)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LATTICE_CONTROLLER, "docs/guides/environment.md")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    VPC_LATTICE_CONTROLLER_TAGGING = Claim {
        id: "vpc-lattice-controller-tagging",
        about: Subject::Feature(&VPC_LATTICE_CONTROLLER),
        statement: "the tagging API is asked unless it is told not to",
        since: Since::FirstKnown(Day::new(2026, 8, 14)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LATTICE_CONTROLLER, "docs/guides/environment.md")],
        says: Says::Sets {
            setting: &setting::LATTICE_TAGGING,
            level: Level::Required,
            when: Not(&Is(&VPC_LATTICE_CONTROLLER, &TAGGING_SERVICE, "true")),
        },
    };
}
