//! Claims about the settings of the AWS Load Balancer Controller.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::{Always, Is, Not};
use crate::knowledge::feature::AWS_LOAD_BALANCER_CONTROLLER;
use crate::knowledge::option::{CERTIFICATE_DISCOVERY, ENABLE_SHIELD, ENABLE_WAFV2, LBC_INSTALLATION};
use crate::knowledge::setting;
use crate::knowledge::source::{
    LOAD_BALANCER_CONTROLLER, PRIVATE_CLUSTERS, TERRAFORM_EKS, USER_GUIDE_2025, USER_GUIDE_HISTORY,
};

claims! {
    AWS_LOAD_BALANCER_CONTROLLER_CERTIFICATE_ARN = Claim {
        id: "aws-load-balancer-controller-certificate-arn",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "without an ACM endpoint certificates cannot be found by host name",
        since: Since::From(Day::new(2021, 8, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_HISTORY, "2021-08-18, 9af808cd"),
            (&LOAD_BALANCER_CONTROLLER, "docs/deploy/installation.md"),
        ],
        says: Says::Sets {
            setting: &setting::CERTIFICATE_ARN,
            level: Level::Conditional,
            when: Not(&Is(&AWS_LOAD_BALANCER_CONTROLLER, &CERTIFICATE_DISCOVERY, "true")),
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_MIRROR = Claim {
        id: "aws-load-balancer-controller-mirror",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "its image lies in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LOAD_BALANCER_CONTROLLER, "helm values")],
        says: Says::Sets { setting: &setting::MIRROR_LBC, level: Level::Required, when: Always },
    };

    AWS_LOAD_BALANCER_CONTROLLER_MIRROR_CERT_MANAGER = Claim {
        id: "aws-load-balancer-controller-mirror-cert-manager",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "the manifest leans on cert-manager, whose images lie in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "load balancer controller")],
        says: Says::Sets {
            setting: &setting::MIRROR_CERT_MANAGER,
            level: Level::Conditional,
            when: Is(&AWS_LOAD_BALANCER_CONTROLLER, &LBC_INSTALLATION, "manifest"),
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_REGION_AND_VPC = Claim {
        id: "aws-load-balancer-controller-region-and-vpc",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "pods that cannot reach instance metadata must be told the region and the VPC",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LOAD_BALANCER_CONTROLLER, "docs/deploy/installation.md")],
        says: Says::Sets { setting: &setting::LBC_REGION_VPC, level: Level::Recommended, when: Always },
    };

    AWS_LOAD_BALANCER_CONTROLLER_SHIELD = Claim {
        id: "aws-load-balancer-controller-shield",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "the Shield API is asked unless it is told not to",
        since: Since::From(Day::new(2021, 8, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_HISTORY, "2021-08-18, 9af808cd"),
            (&PRIVATE_CLUSTERS, "pod requirements"),
            (&LOAD_BALANCER_CONTROLLER, "docs/deploy/installation.md"),
        ],
        says: Says::Sets {
            setting: &setting::LBC_SHIELD,
            level: Level::Required,
            when: Not(&Is(&AWS_LOAD_BALANCER_CONTROLLER, &ENABLE_SHIELD, "true")),
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_SUBNET_TAG = Claim {
        id: "aws-load-balancer-controller-subnet-tag",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "subnets for internal load balancers are found by this tag",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs")],
        says: Says::Sets { setting: &setting::INTERNAL_LOAD_BALANCER_TAG, level: Level::Required, when: Always },
    };

    AWS_LOAD_BALANCER_CONTROLLER_WAF = Claim {
        id: "aws-load-balancer-controller-waf",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "the API of WAF Classic is asked unless it is told not to",
        since: Since::From(Day::new(2021, 8, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_HISTORY, "2021-08-18, 9af808cd"),
            (&PRIVATE_CLUSTERS, "pod requirements"),
            (&LOAD_BALANCER_CONTROLLER, "docs/deploy/installation.md"),
        ],
        says: Says::Sets { setting: &setting::LBC_WAF, level: Level::Required, when: Always },
    };

    AWS_LOAD_BALANCER_CONTROLLER_WAFV2 = Claim {
        id: "aws-load-balancer-controller-wafv2",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "the WAF API is asked unless it is told not to",
        since: Since::From(Day::new(2021, 8, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_HISTORY, "2021-08-18, 9af808cd"),
            (&PRIVATE_CLUSTERS, "pod requirements"),
            (&LOAD_BALANCER_CONTROLLER, "docs/deploy/installation.md"),
        ],
        says: Says::Sets {
            setting: &setting::LBC_WAFV2,
            level: Level::Required,
            when: Not(&Is(&AWS_LOAD_BALANCER_CONTROLLER, &ENABLE_WAFV2, "true")),
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_WEBHOOK = Claim {
        id: "aws-load-balancer-controller-webhook",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "the API server calls its webhook",
        since: Since::FirstKnown(Day::new(2026, 4, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LOAD_BALANCER_CONTROLLER, "helm values"), (&TERRAFORM_EKS, "node_groups.tf")],
        says: Says::Sets { setting: &setting::LBC_WEBHOOK, level: Level::Required, when: Always },
    };
}
