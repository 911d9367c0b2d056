//! Claims about what no endpoint serves, each with the way round.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::{Always, Is, Not};
use crate::knowledge::feature::{AWS_LOAD_BALANCER_CONTROLLER, KARPENTER, S3_FILES, ZONAL_SHIFT};
use crate::knowledge::option::{ENABLE_ZONAL_SHIFT, IN_CLUSTER_CALLER};
use crate::knowledge::setting;
use crate::knowledge::source::{
    AWS_CDK, BOTOCORE, CLUSTER_ENDPOINT, ECR_GUIDE, EFS_DRIVER, EKS_CHARTS, KARPENTER_DOCS, LOAD_BALANCER_CONTROLLER,
    PRIVATELINK,
};

claims! {
    AWS_LOAD_BALANCER_CONTROLLER_GLOBAL_ACCELERATOR = Claim {
        id: "aws-load-balancer-controller-global-accelerator",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "no list of endpoint services has the Global Accelerator API",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[
            (&LOAD_BALANCER_CONTROLLER, "docs/deploy/configurations.md"),
            (&AWS_CDK, "interface endpoint services"),
            (&PRIVATELINK, "services"),
        ],
        says: Says::NoEndpoint {
            what: "the AWS Global Accelerator API",
            setting: &setting::LBC_GLOBAL_ACCELERATOR,
            level: Level::Required,
            when: Always,
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_NO_WAF_CLASSIC = Claim {
        id: "aws-load-balancer-controller-no-waf-classic",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "no list of endpoint services has WAF Classic",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATELINK, "services"), (&AWS_CDK, "interface endpoint services")],
        says: Says::NoEndpoint {
            what: "the WAF Classic API (waf-regional)",
            setting: &setting::LBC_WAF,
            level: Level::Required,
            when: Always,
        },
    };

    BASE_NO_ENDPOINT_API_SERVER = Claim {
        id: "base-no-endpoint-api-server",
        about: Subject::Base,
        statement: "the private endpoint of the API server is no endpoint of yours: EKS puts network interfaces and a \
            hidden private hosted zone into the VPC",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CLUSTER_ENDPOINT, "private access")],
        says: Says::NoEndpoint {
            what: "the Kubernetes API server",
            setting: &setting::PRIVATE_ENDPOINT_ACCESS,
            level: Level::Required,
            when: Always,
        },
    };

    BASE_NO_ENDPOINT_PUBLIC_ECR = Claim {
        id: "base-no-endpoint-public-ecr",
        about: Subject::Base,
        statement: "images of `public.ecr.aws` are served by a content delivery network that no endpoint reaches; copy \
            them, or warm a pull-through cache from outside",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ECR_GUIDE, "considerations"), (&EKS_CHARTS, "stable")],
        says: Says::NoEndpoint {
            what: "public.ecr.aws",
            setting: &setting::IMAGES_PRIVATE,
            level: Level::Required,
            when: Always,
        },
    };

    KARPENTER_NO_ZONAL_SHIFT = Claim {
        id: "karpenter-no-zonal-shift",
        about: Subject::Feature(&KARPENTER),
        statement: "no list of endpoint services has the zonal shift API, and with `EnableZonalShift` the controller \
            does not start without it",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[
            (&KARPENTER_DOCS, "pkg/controllers"),
            (&AWS_CDK, "interface endpoint services"),
            (&PRIVATELINK, "services"),
        ],
        says: Says::NoEndpoint {
            what: "the ARC zonal shift API",
            setting: &setting::KARPENTER_NO_ZONAL_SHIFT,
            level: Level::Required,
            when: Not(&Is(&KARPENTER, &ENABLE_ZONAL_SHIFT, "true")),
        },
    };

    S3_FILES_API = Claim {
        id: "s3-files-api",
        about: Subject::Feature(&S3_FILES),
        statement: "no list of endpoint services has the Amazon S3 Files API; it may be newer than the lists",
        since: Since::FirstKnown(Day::new(2026, 7, 24)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&EFS_DRIVER, "docs"), (&BOTOCORE, "data/endpoints.json"), (&AWS_CDK, "interface endpoint services")],
        says: Says::NoEndpoint {
            what: "the Amazon S3 Files API",
            setting: &setting::S3_FILES_STATIC,
            level: Level::Required,
            when: Always,
        },
    };

    ZONAL_SHIFT_CALLERS = Claim {
        id: "zonal-shift-callers",
        about: Subject::Feature(&ZONAL_SHIFT),
        statement: "no list of endpoint services has the zonal shift API",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&KARPENTER_DOCS, "pkg/controllers"), (&AWS_CDK, "interface endpoint services")],
        says: Says::NoEndpoint {
            what: "the ARC zonal shift API",
            setting: &setting::ZONAL_SHIFT_OUTSIDE,
            level: Level::Required,
            when: Is(&ZONAL_SHIFT, &IN_CLUSTER_CALLER, "true"),
        },
    };
}
