//! Claims about what workloads call, whatever the features of the cluster.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, claims};
use crate::knowledge::source::{AWS_CDK, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, PRIVATELINK};

claims! {
    WORKLOADS_NEED_ENDPOINTS = Claim {
        id: "workloads-need-endpoints",
        about: Subject::Base,
        statement: "without internet access pods reach an AWS service only through a VPC endpoint for it",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&AWS_CDK, "interface endpoint services"),
            (&PRIVATE_CLUSTERS, "endpoints"),
            (&PRIVATE_CLUSTERS_2020, "requirements"),
            (&PRIVATELINK, "services"),
        ],
        says: Says::NeedsWhatIsCalled { level: Level::Required },
    };
}
