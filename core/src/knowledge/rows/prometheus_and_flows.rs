//! Claims about Prometheus metrics and network flows.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Credentials, Is};
use crate::knowledge::feature::{ADOT_AMP, IRSA, NETWORK_FLOW_MONITOR, POD_IDENTITY};
use crate::knowledge::option::{API_CALLS, CLOUDWATCH_EXPORT, GRAFANA, MONITORING_MANAGEMENT, TRACES};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::source::{AWS_CDK, PRIVATE_CLUSTERS, PRIVATELINK, TERRAFORM_BLUEPRINTS};

claims! {
    ADOT_AMP_CREDENTIALS_IRSA = Claim {
        id: "adot-amp-credentials-irsa",
        about: Subject::Feature(&ADOT_AMP),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&ADOT_AMP, &IRSA),
        },
    };

    ADOT_AMP_CREDENTIALS_POD_IDENTITY = Claim {
        id: "adot-amp-credentials-pod-identity",
        about: Subject::Feature(&ADOT_AMP),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&ADOT_AMP, &POD_IDENTITY),
        },
    };

    ADOT_AMP_NEEDS_APS = Claim {
        id: "adot-amp-needs-aps",
        about: Subject::Feature(&ADOT_AMP),
        statement: "workspaces are managed through an API of its own",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::APS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&ADOT_AMP, &MONITORING_MANAGEMENT, "true"),
        },
    };

    ADOT_AMP_NEEDS_APS_WORKSPACES = Claim {
        id: "adot-amp-needs-aps-workspaces",
        about: Subject::Feature(&ADOT_AMP),
        statement: "metrics are written to and read from workspaces",
        since: Since::FirstKnown(Day::new(2026, 4, 8)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERRAFORM_BLUEPRINTS, "README")],
        says: Says::Needs {
            service: &service::APS_WORKSPACES,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    ADOT_AMP_NEEDS_GRAFANA_WORKSPACE = Claim {
        id: "adot-amp-needs-grafana-workspace",
        about: Subject::Feature(&ADOT_AMP),
        statement: "a private workspace of Grafana is reached through an endpoint of its own",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::GRAFANA_WORKSPACE,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&ADOT_AMP, &GRAFANA, "true"),
        },
    };

    ADOT_AMP_NEEDS_LOGS = Claim {
        id: "adot-amp-needs-logs",
        about: Subject::Feature(&ADOT_AMP),
        statement: "the collector exports logs and embedded metrics to CloudWatch Logs",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::LOGS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&ADOT_AMP, &CLOUDWATCH_EXPORT, "true"),
        },
    };

    ADOT_AMP_NEEDS_XRAY = Claim {
        id: "adot-amp-needs-xray",
        about: Subject::Feature(&ADOT_AMP),
        statement: "the collector exports traces to X-Ray",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::XRAY,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&ADOT_AMP, &TRACES, "true"),
        },
    };

    ADOT_AMP_SUPPORTED = Claim {
        id: "adot-amp-supported",
        about: Subject::Feature(&ADOT_AMP),
        statement: "metrics reach Amazon Managed Service for Prometheus through its endpoint",
        since: Since::FirstKnown(Day::new(2026, 4, 8)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERRAFORM_BLUEPRINTS, "README"), (&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    NETWORK_FLOW_MONITOR_NEEDS_NETWORKFLOWMONITOR = Claim {
        id: "network-flow-monitor-needs-networkflowmonitor",
        about: Subject::Feature(&NETWORK_FLOW_MONITOR),
        statement: "monitors are managed through the API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&AWS_CDK, "interface endpoint services")],
        says: Says::Needs {
            service: &service::NETWORKFLOWMONITOR,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&NETWORK_FLOW_MONITOR, &API_CALLS, "true"),
        },
    };

    NETWORK_FLOW_MONITOR_NEEDS_NETWORKFLOWMONITORREPORTS = Claim {
        id: "network-flow-monitor-needs-networkflowmonitorreports",
        about: Subject::Feature(&NETWORK_FLOW_MONITOR),
        statement: "agents send their reports through an endpoint of its own",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&AWS_CDK, "interface endpoint services")],
        says: Says::Needs {
            service: &service::NETWORKFLOWMONITORREPORTS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    NETWORK_FLOW_MONITOR_SUPPORTED = Claim {
        id: "network-flow-monitor-supported",
        about: Subject::Feature(&NETWORK_FLOW_MONITOR),
        statement: "the Network Flow Monitor agent should work with its endpoint",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&AWS_CDK, "interface endpoint services")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
