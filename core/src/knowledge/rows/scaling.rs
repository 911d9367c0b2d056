//! Claims about further autoscalers and about zonal shift.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Is};
use crate::knowledge::feature::{KEDA, VERTICAL_POD_AUTOSCALER, ZONAL_SHIFT};
use crate::knowledge::option::{CLOUDWATCH_SCALER, KINESIS_SCALER, SQS_SCALER};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{KARPENTER_DOCS, PRIVATELINK, USER_GUIDE_2025};

claims! {
    KEDA_NEEDS_KINESIS_STREAMS = Claim {
        id: "keda-needs-kinesis-streams",
        about: Subject::Feature(&KEDA),
        statement: "the scaler reads the shards of streams",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::KINESIS_STREAMS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&KEDA, &KINESIS_SCALER, "true"),
        },
    };

    KEDA_NEEDS_MONITORING = Claim {
        id: "keda-needs-monitoring",
        about: Subject::Feature(&KEDA),
        statement: "the scaler reads CloudWatch metrics",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::MONITORING,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&KEDA, &CLOUDWATCH_SCALER, "true"),
        },
    };

    KEDA_NEEDS_SQS = Claim {
        id: "keda-needs-sqs",
        about: Subject::Feature(&KEDA),
        statement: "the scaler reads the length of queues",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::SQS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&KEDA, &SQS_SCALER, "true"),
        },
    };

    KEDA_SUPPORTED = Claim {
        id: "keda-supported",
        about: Subject::Feature(&KEDA),
        statement: "KEDA should work with an endpoint for each service that its scalers read",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    VERTICAL_POD_AUTOSCALER_MIRROR = Claim {
        id: "vertical-pod-autoscaler-mirror",
        about: Subject::Feature(&VERTICAL_POD_AUTOSCALER),
        statement: "its images lie in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "vertical pod autoscaler")],
        says: Says::Sets { setting: &setting::MIRROR_VPA, level: Level::Required, when: Always },
    };

    VERTICAL_POD_AUTOSCALER_SUPPORTED = Claim {
        id: "vertical-pod-autoscaler-supported",
        about: Subject::Feature(&VERTICAL_POD_AUTOSCALER),
        statement: "the Vertical Pod Autoscaler works and calls no AWS API",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "vertical pod autoscaler")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    ZONAL_SHIFT_SUPPORTED = Claim {
        id: "zonal-shift-supported",
        about: Subject::Feature(&ZONAL_SHIFT),
        statement: "zonal shift acts at AWS; only callers in the cluster need its API",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&KARPENTER_DOCS, "pkg/controllers")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
