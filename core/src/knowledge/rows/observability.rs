//! Claims about logs and metrics.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Credentials, Is, Node};
use crate::knowledge::feature::{CLOUDWATCH_LOGS, CONTAINER_INSIGHTS, IRSA, POD_IDENTITY};
use crate::knowledge::node::NodeKind;
use crate::knowledge::option::{APPLICATION_SIGNALS, METRICS, OUTPUT, TAG_LOOKUPS, TRACES};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    CONTAINER_INSIGHTS_GUIDE, EKS_CHARTS, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, PRIVATELINK,
};

claims! {
    CLOUDWATCH_LOGS_CREDENTIALS_IRSA = Claim {
        id: "cloudwatch-logs-credentials-irsa",
        about: Subject::Feature(&CLOUDWATCH_LOGS),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&CLOUDWATCH_LOGS, &IRSA),
        },
    };

    CLOUDWATCH_LOGS_CREDENTIALS_POD_IDENTITY = Claim {
        id: "cloudwatch-logs-credentials-pod-identity",
        about: Subject::Feature(&CLOUDWATCH_LOGS),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&CLOUDWATCH_LOGS, &POD_IDENTITY),
        },
    };

    CLOUDWATCH_LOGS_MIRROR = Claim {
        id: "cloudwatch-logs-mirror",
        about: Subject::Feature(&CLOUDWATCH_LOGS),
        statement: "its image lies in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 8, 3)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_CHARTS, "stable/aws-for-fluent-bit")],
        says: Says::Sets { setting: &setting::MIRROR_FLUENT_BIT, level: Level::Required, when: Always },
    };

    CLOUDWATCH_LOGS_NEEDS_FIREHOSE = Claim {
        id: "cloudwatch-logs-needs-firehose",
        about: Subject::Feature(&CLOUDWATCH_LOGS),
        statement: "Fluent Bit can send to Firehose",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::KINESIS_FIREHOSE,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&CLOUDWATCH_LOGS, &OUTPUT, "firehose"),
        },
    };

    CLOUDWATCH_LOGS_NEEDS_KINESIS = Claim {
        id: "cloudwatch-logs-needs-kinesis",
        about: Subject::Feature(&CLOUDWATCH_LOGS),
        statement: "Fluent Bit can send to Kinesis Data Streams",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::KINESIS_STREAMS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&CLOUDWATCH_LOGS, &OUTPUT, "kinesis"),
        },
    };

    CLOUDWATCH_LOGS_NEEDS_LOGS = Claim {
        id: "cloudwatch-logs-needs-logs",
        about: Subject::Feature(&CLOUDWATCH_LOGS),
        statement: "nodes and pods write their logs through the CloudWatch Logs API; those of the control plane take another \
            way",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "VPC endpoints"), (&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::LOGS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    CLOUDWATCH_LOGS_NEEDS_S3 = Claim {
        id: "cloudwatch-logs-needs-s3",
        about: Subject::Feature(&CLOUDWATCH_LOGS),
        statement: "Fluent Bit can send to a bucket",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "gateway endpoints")],
        says: Says::Needs {
            service: &service::S3,
            endpoint: EndpointType::Gateway,
            level: Level::Conditional,
            when: Is(&CLOUDWATCH_LOGS, &OUTPUT, "s3"),
        },
    };

    CLOUDWATCH_LOGS_SUPPORTED = Claim {
        id: "cloudwatch-logs-supported",
        about: Subject::Feature(&CLOUDWATCH_LOGS),
        statement: "logs reach CloudWatch Logs through its endpoint",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    CONTAINER_INSIGHTS_CREDENTIALS_IRSA = Claim {
        id: "container-insights-credentials-irsa",
        about: Subject::Feature(&CONTAINER_INSIGHTS),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&CONTAINER_INSIGHTS, &IRSA),
        },
    };

    CONTAINER_INSIGHTS_CREDENTIALS_POD_IDENTITY = Claim {
        id: "container-insights-credentials-pod-identity",
        about: Subject::Feature(&CONTAINER_INSIGHTS),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&CONTAINER_INSIGHTS, &POD_IDENTITY),
        },
    };

    CONTAINER_INSIGHTS_FARGATE = Claim {
        id: "container-insights-fargate",
        about: Subject::Feature(&CONTAINER_INSIGHTS),
        statement: "on Fargate the AWS Distro for OpenTelemetry takes its place",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTAINER_INSIGHTS_GUIDE, "Fargate")],
        says: Says::Minds { when: Node(NodeKind::Fargate) },
    };

    CONTAINER_INSIGHTS_NEEDS_APPLICATION_SIGNALS = Claim {
        id: "container-insights-needs-application-signals",
        about: Subject::Feature(&CONTAINER_INSIGHTS),
        statement: "Application Signals has an API of its own",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&CONTAINER_INSIGHTS_GUIDE, "prerequisites")],
        says: Says::Needs {
            service: &service::APPLICATION_SIGNALS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&CONTAINER_INSIGHTS, &APPLICATION_SIGNALS, "true"),
        },
    };

    CONTAINER_INSIGHTS_NEEDS_EC2 = Claim {
        id: "container-insights-needs-ec2",
        about: Subject::Feature(&CONTAINER_INSIGHTS),
        statement: "the agent looks up tags and volumes through the EC2 API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&CONTAINER_INSIGHTS_GUIDE, "prerequisites")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&CONTAINER_INSIGHTS, &TAG_LOOKUPS, "true"),
        },
    };

    CONTAINER_INSIGHTS_NEEDS_LOGS = Claim {
        id: "container-insights-needs-logs",
        about: Subject::Feature(&CONTAINER_INSIGHTS),
        statement: "performance and container logs are written through the CloudWatch Logs API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&CONTAINER_INSIGHTS_GUIDE, "prerequisites")],
        says: Says::Needs {
            service: &service::LOGS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    CONTAINER_INSIGHTS_NEEDS_MONITORING = Claim {
        id: "container-insights-needs-monitoring",
        about: Subject::Feature(&CONTAINER_INSIGHTS),
        statement: "metrics are written through the CloudWatch API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&CONTAINER_INSIGHTS_GUIDE, "prerequisites")],
        says: Says::Needs {
            service: &service::MONITORING,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&CONTAINER_INSIGHTS, &METRICS, "true"),
        },
    };

    CONTAINER_INSIGHTS_NEEDS_XRAY = Claim {
        id: "container-insights-needs-xray",
        about: Subject::Feature(&CONTAINER_INSIGHTS),
        statement: "traces are written through the X-Ray API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&CONTAINER_INSIGHTS_GUIDE, "prerequisites")],
        says: Says::Needs {
            service: &service::XRAY,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&CONTAINER_INSIGHTS, &TRACES, "true"),
        },
    };

    CONTAINER_INSIGHTS_SUPPORTED = Claim {
        id: "container-insights-supported",
        about: Subject::Feature(&CONTAINER_INSIGHTS),
        statement: "the CloudWatch Observability add-on works with the endpoints of CloudWatch",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTAINER_INSIGHTS_GUIDE, "prerequisites")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
