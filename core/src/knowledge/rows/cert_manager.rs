//! Claims about cert-manager.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{All, Always, Is, Partition};
use crate::knowledge::feature::CERT_MANAGER;
use crate::knowledge::option::{ACM_ACME_ISSUER, ACM_ACME_MANAGEMENT, DNS01_SOLVER, PRIVATE_CA_ISSUER};
use crate::knowledge::partition::AWS;
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{ACM_ACME_GUIDE, CERT_MANAGER_CODE, PRIVATELINK, USER_GUIDE_2025};

claims! {
    CERT_MANAGER_MIRROR = Claim {
        id: "cert-manager-mirror",
        about: Subject::Feature(&CERT_MANAGER),
        statement: "its images lie in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "add-ons-images"), (&CERT_MANAGER_CODE, "image")],
        says: Says::Sets { setting: &setting::MIRROR_CERT_MANAGER, level: Level::Required, when: Always },
    };

    CERT_MANAGER_NEEDS_ACM_ACME = Claim {
        id: "cert-manager-needs-acm-acme",
        about: Subject::Feature(&CERT_MANAGER),
        statement: "ACME endpoints of ACM are managed through an endpoint of their own",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ACM_ACME_GUIDE, "endpoints")],
        says: Says::Needs {
            service: &service::ACM_ACME,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&CERT_MANAGER, &ACM_ACME_MANAGEMENT, "true"),
        },
    };

    CERT_MANAGER_NEEDS_ACM_ACME_ENROLL = Claim {
        id: "cert-manager-needs-acm-acme-enroll",
        about: Subject::Feature(&CERT_MANAGER),
        statement: "an ACME issuer of ACM is enrolled through an endpoint of its own",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&ACM_ACME_GUIDE, "endpoints")],
        says: Says::Needs {
            service: &service::ACM_ACME_ENROLL,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&CERT_MANAGER, &ACM_ACME_ISSUER, "true"),
        },
    };

    CERT_MANAGER_NEEDS_ACM_PCA = Claim {
        id: "cert-manager-needs-acm-pca",
        about: Subject::Feature(&CERT_MANAGER),
        statement: "certificates of AWS Private CA are issued through its API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::ACM_PCA,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&CERT_MANAGER, &PRIVATE_CA_ISSUER, "true"),
        },
    };

    CERT_MANAGER_NEEDS_ROUTE53 = Claim {
        id: "cert-manager-needs-route53",
        about: Subject::Feature(&CERT_MANAGER),
        statement: "the DNS01 solver writes records through the Route 53 API, which is in us-east-1 and reached across \
            regions",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATELINK, "cross-region endpoints")],
        says: Says::Needs {
            service: &service::ROUTE53,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: All(&[Is(&CERT_MANAGER, &DNS01_SOLVER, "true"), Partition(&[&AWS])]),
        },
    };

    CERT_MANAGER_PUBLIC_ISSUERS = Claim {
        id: "cert-manager-public-issuers",
        about: Subject::Feature(&CERT_MANAGER),
        statement: "ACME servers on the internet, such as that of Let's Encrypt, cannot be reached",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CERT_MANAGER_CODE, "values")],
        says: Says::Minds { when: Always },
    };

    CERT_MANAGER_SUPPORTED = Claim {
        id: "cert-manager-supported",
        about: Subject::Feature(&CERT_MANAGER),
        statement: "cert-manager works with issuers that can be reached privately",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "load balancer controller"), (&CERT_MANAGER_CODE, "values")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    CERT_MANAGER_WEBHOOK = Claim {
        id: "cert-manager-webhook",
        about: Subject::Feature(&CERT_MANAGER),
        statement: "the API server calls its webhook, which listens on the port of the kubelet",
        since: Since::FirstKnown(Day::new(2026, 8, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CERT_MANAGER_CODE, "webhook.securePort")],
        says: Says::Sets { setting: &setting::CERT_MANAGER_WEBHOOK, level: Level::Required, when: Always },
    };
}
