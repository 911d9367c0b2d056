//! Claims about what makes load balancers.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{All, Always, Any, Credentials, Is, Partition};
use crate::knowledge::feature::{ALB_INGRESS_CONTROLLER_V1, AWS_LOAD_BALANCER_CONTROLLER, IRSA, POD_IDENTITY};
use crate::knowledge::option::{
    CERTIFICATE_DISCOVERY, CERTIFICATE_MANAGEMENT, ENABLE_SHIELD, ENABLE_WAFV2, TAGGING_API,
};
use crate::knowledge::partition::AWS;
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::source::{
    AWS_CDK, LOAD_BALANCER_CONTROLLER, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, PRIVATELINK, USER_GUIDE_HISTORY,
};

claims! {
    ALB_INGRESS_CONTROLLER_V1_ENDED = Claim {
        id: "alb-ingress-controller-v1-ended",
        about: Subject::Feature(&ALB_INGRESS_CONTROLLER_V1),
        statement: "the ALB Ingress Controller was replaced by the AWS Load Balancer Controller, which works",
        since: Since::FirstKnown(Day::new(2020, 10, 29)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2020-10-29, 0395f1aa")],
        says: Says::Supports { support: Support::Ended, when: Always },
    };

    ALB_INGRESS_CONTROLLER_V1_UNSUPPORTED = Claim {
        id: "alb-ingress-controller-v1-unsupported",
        about: Subject::Feature(&ALB_INGRESS_CONTROLLER_V1),
        statement: "the ALB Ingress Controller does not work in private clusters",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2020, 10, 29)),
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&USER_GUIDE_HISTORY, "2020-10-29, 0395f1aa")],
        says: Says::Supports { support: Support::Unsupported, when: Always },
    };

    AWS_LOAD_BALANCER_CONTROLLER_CREDENTIALS_IRSA = Claim {
        id: "aws-load-balancer-controller-credentials-irsa",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&AWS_LOAD_BALANCER_CONTROLLER, &IRSA),
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_CREDENTIALS_POD_IDENTITY = Claim {
        id: "aws-load-balancer-controller-credentials-pod-identity",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&AWS_LOAD_BALANCER_CONTROLLER, &POD_IDENTITY),
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_NEEDS_ACM = Claim {
        id: "aws-load-balancer-controller-needs-acm",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "certificates are found or managed through the ACM API",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LOAD_BALANCER_CONTROLLER, "docs/deploy/configurations.md"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::ACM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Any(&[
                Is(&AWS_LOAD_BALANCER_CONTROLLER, &CERTIFICATE_DISCOVERY, "true"),
                Is(&AWS_LOAD_BALANCER_CONTROLLER, &CERTIFICATE_MANAGEMENT, "true"),
            ]),
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_NEEDS_EC2 = Claim {
        id: "aws-load-balancer-controller-needs-ec2",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "it looks up subnets and network interfaces and manages rules through the EC2 API",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LOAD_BALANCER_CONTROLLER, "docs/install/iam_policy.json")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_NEEDS_ELASTICLOADBALANCING = Claim {
        id: "aws-load-balancer-controller-needs-elasticloadbalancing",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "load balancers are made through the Elastic Load Balancing API",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&PRIVATE_CLUSTERS_2020, "VPC endpoints"),
            (&PRIVATE_CLUSTERS, "endpoints"),
            (&LOAD_BALANCER_CONTROLLER, "docs/install/iam_policy.json"),
        ],
        says: Says::Needs {
            service: &service::ELASTICLOADBALANCING,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_NEEDS_ROUTE53 = Claim {
        id: "aws-load-balancer-controller-needs-route53",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "managed certificates are proved by DNS records; the endpoint service is in us-east-1 and reached across \
            regions",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&LOAD_BALANCER_CONTROLLER, "docs/deploy/configurations.md"),
            (&PRIVATELINK, "cross-region endpoints"),
        ],
        says: Says::Needs {
            service: &service::ROUTE53,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: All(&[
                Is(&AWS_LOAD_BALANCER_CONTROLLER, &CERTIFICATE_MANAGEMENT, "true"),
                Partition(&[&AWS]),
            ]),
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_NEEDS_SHIELD = Claim {
        id: "aws-load-balancer-controller-needs-shield",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "with `--enable-shield` it asks the Shield API, whose endpoint only one of two lists has",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[
            (&LOAD_BALANCER_CONTROLLER, "docs/deploy/configurations.md"),
            (&AWS_CDK, "interface endpoint services"),
        ],
        says: Says::Needs {
            service: &service::SHIELD,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&AWS_LOAD_BALANCER_CONTROLLER, &ENABLE_SHIELD, "true"),
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_NEEDS_TAGGING = Claim {
        id: "aws-load-balancer-controller-needs-tagging",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "with `EnableRGTAPI` it reads tags through the tagging API",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LOAD_BALANCER_CONTROLLER, "docs/deploy/configurations.md")],
        says: Says::Needs {
            service: &service::TAGGING,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&AWS_LOAD_BALANCER_CONTROLLER, &TAGGING_API, "true"),
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_NEEDS_WAFV2 = Claim {
        id: "aws-load-balancer-controller-needs-wafv2",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "with `--enable-wafv2` it asks the WAF API",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&LOAD_BALANCER_CONTROLLER, "docs/deploy/configurations.md"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::WAFV2,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&AWS_LOAD_BALANCER_CONTROLLER, &ENABLE_WAFV2, "true"),
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_SUPPORTED = Claim {
        id: "aws-load-balancer-controller-supported",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "the AWS Load Balancer Controller works, with the features off whose APIs it cannot reach",
        since: Since::From(Day::new(2020, 10, 23)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_HISTORY, "2020-10-23, 07139d9b"),
            (&PRIVATE_CLUSTERS, "pod requirements"),
            (&LOAD_BALANCER_CONTROLLER, "docs/deploy/installation.md"),
        ],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
