//! Claims about ways to public images through Amazon ECR.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{All, Always, Is, Not, Region};
use crate::knowledge::feature::{ECR_PUBLIC, ECR_PULL_THROUGH_CACHE};
use crate::knowledge::option::CALLS_API;
use crate::knowledge::partition::US_EAST_1;
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{AWS_CDK, ECR_GUIDE, ECR_GUIDE_2022};

claims! {
    ECR_PUBLIC_LIMITED = Claim {
        id: "ecr-public-limited",
        about: Subject::Feature(&ECR_PUBLIC),
        statement: "its API can be called in us-east-1; images cannot be pulled without internet access",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ECR_GUIDE, "considerations")],
        says: Says::Supports { support: Support::Limited, when: Is(&ECR_PUBLIC, &CALLS_API, "true") },
    };

    ECR_PUBLIC_NEEDS_ECR_PUBLIC_API = Claim {
        id: "ecr-public-needs-ecr-public-api",
        about: Subject::Feature(&ECR_PUBLIC),
        statement: "the API of Amazon ECR Public has an endpoint in us-east-1; pulls do not use it",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ECR_GUIDE, "considerations"), (&AWS_CDK, "interface endpoint services")],
        says: Says::Needs {
            service: &service::ECR_PUBLIC_API,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: All(&[Is(&ECR_PUBLIC, &CALLS_API, "true"), Region(&[&US_EAST_1])]),
        },
    };

    ECR_PUBLIC_UNSUPPORTED = Claim {
        id: "ecr-public-unsupported",
        about: Subject::Feature(&ECR_PUBLIC),
        statement: "images of `public.ecr.aws` cannot be pulled without internet access; copy them",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ECR_GUIDE, "considerations")],
        says: Says::Supports { support: Support::Unsupported, when: Not(&Is(&ECR_PUBLIC, &CALLS_API, "true")) },
    };

    ECR_PULL_THROUGH_CACHE_LIMITED = Claim {
        id: "ecr-pull-through-cache-limited",
        about: Subject::Feature(&ECR_PULL_THROUGH_CACHE),
        statement: "a pull-through cache serves what was pulled before; the first pull needs a way to the internet",
        since: Since::FirstKnown(Day::new(2022, 9, 1)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ECR_GUIDE_2022, "considerations"), (&ECR_GUIDE, "considerations")],
        says: Says::Supports { support: Support::Limited, when: Always },
    };

    ECR_PULL_THROUGH_CACHE_PERMISSIONS = Claim {
        id: "ecr-pull-through-cache-permissions",
        about: Subject::Feature(&ECR_PULL_THROUGH_CACHE),
        statement: "the first pull makes the repository",
        since: Since::FirstKnown(Day::new(2022, 9, 1)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&ECR_GUIDE_2022, "considerations")],
        says: Says::Sets { setting: &setting::CACHE_PERMISSIONS, level: Level::Recommended, when: Always },
    };

    ECR_PULL_THROUGH_CACHE_WARMED = Claim {
        id: "ecr-pull-through-cache-warmed",
        about: Subject::Feature(&ECR_PULL_THROUGH_CACHE),
        statement: "the first pull of an image needs a way to the internet, by the text of 2022; later pulls do not",
        since: Since::FirstKnown(Day::new(2022, 9, 1)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ECR_GUIDE_2022, "considerations")],
        says: Says::Sets { setting: &setting::CACHE_WARMED, level: Level::Required, when: Always },
    };
}
