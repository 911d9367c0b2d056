//! Claims about traces and runtime monitoring.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Credentials, Is};
use crate::knowledge::feature::{GUARDDUTY_RUNTIME_MONITORING, IRSA, POD_IDENTITY, XRAY};
use crate::knowledge::option::{AUTOMATED_AGENT, CALLS_API};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    EKS_CHARTS, GUARDDUTY_GUIDE, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, PRIVATELINK, USER_GUIDE_HISTORY,
};

claims! {
    GUARDDUTY_RUNTIME_MONITORING_NEEDS_GUARDDUTY = Claim {
        id: "guardduty-runtime-monitoring-needs-guardduty",
        about: Subject::Feature(&GUARDDUTY_RUNTIME_MONITORING),
        statement: "GuardDuty is managed through its API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::GUARDDUTY,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&GUARDDUTY_RUNTIME_MONITORING, &CALLS_API, "true"),
        },
    };

    GUARDDUTY_RUNTIME_MONITORING_NEEDS_GUARDDUTY_DATA = Claim {
        id: "guardduty-runtime-monitoring-needs-guardduty-data",
        about: Subject::Feature(&GUARDDUTY_RUNTIME_MONITORING),
        statement: "an agent that you manage sends what it sees through an endpoint that you make; otherwise GuardDuty makes \
            it",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&GUARDDUTY_GUIDE, "prerequisites")],
        says: Says::Needs {
            service: &service::GUARDDUTY_DATA,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&GUARDDUTY_RUNTIME_MONITORING, &AUTOMATED_AGENT, "false"),
        },
    };

    GUARDDUTY_RUNTIME_MONITORING_SUPPORTED = Claim {
        id: "guardduty-runtime-monitoring-supported",
        about: Subject::Feature(&GUARDDUTY_RUNTIME_MONITORING),
        statement: "the GuardDuty agent works; its image lies in a registry of GuardDuty in the region",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&GUARDDUTY_GUIDE, "prerequisites")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    XRAY_CREDENTIALS_IRSA = Claim {
        id: "xray-credentials-irsa",
        about: Subject::Feature(&XRAY),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&XRAY, &IRSA),
        },
    };

    XRAY_CREDENTIALS_POD_IDENTITY = Claim {
        id: "xray-credentials-pod-identity",
        about: Subject::Feature(&XRAY),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&XRAY, &POD_IDENTITY),
        },
    };

    XRAY_MIRROR = Claim {
        id: "xray-mirror",
        about: Subject::Feature(&XRAY),
        statement: "the image of the daemon lies in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 8, 3)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_CHARTS, "stable")],
        says: Says::Sets { setting: &setting::MIRROR_XRAY, level: Level::Required, when: Always },
    };

    XRAY_NEEDS_XRAY = Claim {
        id: "xray-needs-xray",
        about: Subject::Feature(&XRAY),
        statement: "traces are written through the X-Ray API",
        since: Since::From(Day::new(2021, 9, 10)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2021-09-10, 351112a1"), (&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::XRAY,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    XRAY_SUPPORTED = Claim {
        id: "xray-supported",
        about: Subject::Feature(&XRAY),
        statement: "traces reach X-Ray through its endpoint",
        since: Since::From(Day::new(2021, 9, 10)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2021-09-10, 351112a1"), (&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    XRAY_UNSUPPORTED = Claim {
        id: "xray-unsupported",
        about: Subject::Feature(&XRAY),
        statement: "AWS did not support X-Ray in private clusters",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2021, 9, 10)),
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&USER_GUIDE_HISTORY, "2021-09-10, 351112a1")],
        says: Says::Supports { support: Support::Unsupported, when: Always },
    };
}
