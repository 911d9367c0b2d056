//! Claims about the Node Termination Handler.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{All, Always, Credentials, Is};
use crate::knowledge::feature::{IRSA, NODE_TERMINATION_HANDLER, POD_IDENTITY};
use crate::knowledge::option::{LIFECYCLE_HOOKS, QUEUE_MODE};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, TERMINATION_HANDLER};

claims! {
    NODE_TERMINATION_HANDLER_CREDENTIALS_IRSA = Claim {
        id: "node-termination-handler-credentials-irsa",
        about: Subject::Feature(&NODE_TERMINATION_HANDLER),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: All(&[Is(&NODE_TERMINATION_HANDLER, &QUEUE_MODE, "true"), Credentials(&NODE_TERMINATION_HANDLER, &IRSA)]),
        },
    };

    NODE_TERMINATION_HANDLER_CREDENTIALS_POD_IDENTITY = Claim {
        id: "node-termination-handler-credentials-pod-identity",
        about: Subject::Feature(&NODE_TERMINATION_HANDLER),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: All(&[Is(&NODE_TERMINATION_HANDLER, &QUEUE_MODE, "true"), Credentials(&NODE_TERMINATION_HANDLER, &POD_IDENTITY)]),
        },
    };

    NODE_TERMINATION_HANDLER_DOCKER_HUB = Claim {
        id: "node-termination-handler-docker-hub",
        about: Subject::Feature(&NODE_TERMINATION_HANDLER),
        statement: "the image of the Node Termination Handler was taken from Docker Hub, which a private cluster cannot \
            reach",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "local copies of images")],
        says: Says::Fact,
    };

    NODE_TERMINATION_HANDLER_MIRROR = Claim {
        id: "node-termination-handler-mirror",
        about: Subject::Feature(&NODE_TERMINATION_HANDLER),
        statement: "its image lies in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 7, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERMINATION_HANDLER, "config/helm values.yaml")],
        says: Says::Sets { setting: &setting::MIRROR_NTH, level: Level::Required, when: Always },
    };

    NODE_TERMINATION_HANDLER_NEEDS_AUTOSCALING = Claim {
        id: "node-termination-handler-needs-autoscaling",
        about: Subject::Feature(&NODE_TERMINATION_HANDLER),
        statement: "the queue processor completes lifecycle hooks of Auto Scaling groups",
        since: Since::FirstKnown(Day::new(2026, 7, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERMINATION_HANDLER, "README: queue processor")],
        says: Says::Needs {
            service: &service::AUTOSCALING,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: All(&[Is(&NODE_TERMINATION_HANDLER, &QUEUE_MODE, "true"), Is(&NODE_TERMINATION_HANDLER, &LIFECYCLE_HOOKS, "true")]),
        },
    };

    NODE_TERMINATION_HANDLER_NEEDS_EC2 = Claim {
        id: "node-termination-handler-needs-ec2",
        about: Subject::Feature(&NODE_TERMINATION_HANDLER),
        statement: "the queue processor looks up instances through the EC2 API",
        since: Since::FirstKnown(Day::new(2026, 7, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERMINATION_HANDLER, "README: queue processor")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&NODE_TERMINATION_HANDLER, &QUEUE_MODE, "true"),
        },
    };

    NODE_TERMINATION_HANDLER_NEEDS_SQS = Claim {
        id: "node-termination-handler-needs-sqs",
        about: Subject::Feature(&NODE_TERMINATION_HANDLER),
        statement: "the queue processor reads events from a queue",
        since: Since::FirstKnown(Day::new(2026, 7, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERMINATION_HANDLER, "README: queue processor")],
        says: Says::Needs {
            service: &service::SQS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&NODE_TERMINATION_HANDLER, &QUEUE_MODE, "true"),
        },
    };

    NODE_TERMINATION_HANDLER_SUPPORTED = Claim {
        id: "node-termination-handler-supported",
        about: Subject::Feature(&NODE_TERMINATION_HANDLER),
        statement: "the Node Termination Handler works; reading instance metadata it needs no AWS API",
        since: Since::FirstKnown(Day::new(2026, 7, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERMINATION_HANDLER, "README")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
