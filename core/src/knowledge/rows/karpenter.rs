//! Claims about Karpenter.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{All, Always, Any, Credentials, Given, Is, Not, Partition, Region};
use crate::knowledge::feature::{IRSA, KARPENTER, POD_IDENTITY};
use crate::knowledge::option::{
    AMI_ALIAS, CLUSTER_ENDPOINT_SETTING, EKS_CONTROL_PLANE, ENABLE_ZONAL_SHIFT, INSTANCE_ROLE, INTERRUPTION_QUEUE,
    ISOLATED_VPC,
};
use crate::knowledge::partition::AWS;
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    AWS_CDK, BEST_PRACTICES, IAM_GUIDE, KARPENTER_DOCS, PRICE_LIST_NEWS, PRIVATE_CLUSTERS, PRIVATELINK, TERRAFORM_EKS,
};

claims! {
    KARPENTER_CREDENTIALS_IRSA = Claim {
        id: "karpenter-credentials-irsa",
        about: Subject::Feature(&KARPENTER),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&KARPENTER, &IRSA),
        },
    };

    KARPENTER_CREDENTIALS_POD_IDENTITY = Claim {
        id: "karpenter-credentials-pod-identity",
        about: Subject::Feature(&KARPENTER),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&KARPENTER, &POD_IDENTITY),
        },
    };

    KARPENTER_INSTANCE_PROFILE = Claim {
        id: "karpenter-instance-profile",
        about: Subject::Feature(&KARPENTER),
        statement: "an instance profile that exists spares Karpenter the IAM API",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&KARPENTER_DOCS, "nodeclasses")],
        says: Says::Sets {
            setting: &setting::KARPENTER_INSTANCE_PROFILE,
            level: Level::Required,
            when: Not(&Is(&KARPENTER, &INSTANCE_ROLE, "true")),
        },
    };

    KARPENTER_ISOLATED_VPC = Claim {
        id: "karpenter-isolated-vpc",
        about: Subject::Feature(&KARPENTER),
        statement: "with it Karpenter looks up no prices and collects no instance profiles, which need APIs that it cannot \
            reach",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&KARPENTER_DOCS, "settings")],
        says: Says::Sets { setting: &setting::KARPENTER_ISOLATED, level: Level::Required, when: Always },
    };

    KARPENTER_MIRROR = Claim {
        id: "karpenter-mirror",
        about: Subject::Feature(&KARPENTER),
        statement: "its image lies in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&KARPENTER_DOCS, "charts")],
        says: Says::Sets { setting: &setting::MIRROR_KARPENTER, level: Level::Required, when: Always },
    };

    KARPENTER_NEEDS_EC2 = Claim {
        id: "karpenter-needs-ec2",
        about: Subject::Feature(&KARPENTER),
        statement: "Karpenter does not start without the EC2 API and launches every node through it",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&KARPENTER_DOCS, "getting started: private clusters")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    KARPENTER_NEEDS_EKS = Claim {
        id: "karpenter-needs-eks",
        about: Subject::Feature(&KARPENTER),
        statement: "Karpenter asks the EKS API for the endpoint and the service CIDR of the cluster unless it is told, and with \
            `eksControlPlane` or zonal shift in any case",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&KARPENTER_DOCS, "settings")],
        says: Says::Needs {
            service: &service::EKS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Any(&[
                Not(&Given(&KARPENTER, &CLUSTER_ENDPOINT_SETTING)),
                Is(&KARPENTER, &EKS_CONTROL_PLANE, "true"),
                Is(&KARPENTER, &ENABLE_ZONAL_SHIFT, "true"),
            ]),
        },
    };

    KARPENTER_NEEDS_IAM = Claim {
        id: "karpenter-needs-iam",
        about: Subject::Feature(&KARPENTER),
        statement: "with `spec.role` Karpenter makes instance profiles through the IAM API",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[
            (&KARPENTER_DOCS, "nodeclasses"),
            (&IAM_GUIDE, "interface endpoint"),
            (&PRIVATELINK, "cross-region endpoints"),
        ],
        says: Says::Needs {
            service: &service::IAM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: All(&[Is(&KARPENTER, &INSTANCE_ROLE, "true"), Partition(&[&AWS])]),
        },
    };

    KARPENTER_NEEDS_PRICING = Claim {
        id: "karpenter-needs-pricing",
        about: Subject::Feature(&KARPENTER),
        statement: "without `isolatedVPC` Karpenter asks for prices; only these regions host that API",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&KARPENTER_DOCS, "settings"), (&PRICE_LIST_NEWS, "announcement")],
        says: Says::Needs {
            service: &service::PRICING_API,
            endpoint: EndpointType::Interface,
            level: Level::Recommended,
            when: All(&[
                Is(&KARPENTER, &ISOLATED_VPC, "false"),
                Region(service::PRICE_LISTS),
            ]),
        },
    };

    KARPENTER_NEEDS_SQS = Claim {
        id: "karpenter-needs-sqs",
        about: Subject::Feature(&KARPENTER),
        statement: "interruption events are read from a queue",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&KARPENTER_DOCS, "settings")],
        says: Says::Needs {
            service: &service::SQS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Given(&KARPENTER, &INTERRUPTION_QUEUE),
        },
    };

    KARPENTER_NEEDS_SSM = Claim {
        id: "karpenter-needs-ssm",
        about: Subject::Feature(&KARPENTER),
        statement: "an image alias is looked up in the parameters of Systems Manager; AMI ids are not",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&KARPENTER_DOCS, "getting started: private clusters"),
            (&BEST_PRACTICES, "Karpenter in private clusters"),
        ],
        says: Says::Needs {
            service: &service::SSM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&KARPENTER, &AMI_ALIAS, "true"),
        },
    };

    KARPENTER_REGIONAL_STS = Claim {
        id: "karpenter-regional-sts",
        about: Subject::Feature(&KARPENTER),
        statement: "Karpenter reaches STS only under the name of the region",
        since: Since::FirstKnown(Day::new(2026, 5, 4)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BEST_PRACTICES, "Karpenter in private clusters")],
        says: Says::Sets { setting: &setting::REGIONAL_STS, level: Level::Required, when: Always },
    };

    KARPENTER_SUPPORTED = Claim {
        id: "karpenter-supported",
        about: Subject::Feature(&KARPENTER),
        statement: "Karpenter works in a private cluster with its endpoints and `isolatedVPC`",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&KARPENTER_DOCS, "getting started: private clusters")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    KARPENTER_WEBHOOK = Claim {
        id: "karpenter-webhook",
        about: Subject::Feature(&KARPENTER),
        statement: "older releases serve a webhook that the API server calls",
        since: Since::FirstKnown(Day::new(2026, 4, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERRAFORM_EKS, "node_groups.tf")],
        says: Says::Sets { setting: &setting::KARPENTER_WEBHOOK, level: Level::Recommended, when: Always },
    };

    KARPENTER_ZONAL_SHIFT = Claim {
        id: "karpenter-zonal-shift",
        about: Subject::Feature(&KARPENTER),
        statement: "no endpoint service is known for the zonal shift API, and the controller does not start without it; \
            leave `EnableZonalShift` off",
        since: Since::FirstKnown(Day::new(2026, 8, 21)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&KARPENTER_DOCS, "pkg/controllers"), (&AWS_CDK, "interface endpoint services")],
        says: Says::Supports { support: Support::Limited, when: Is(&KARPENTER, &ENABLE_ZONAL_SHIFT, "true") },
    };
}
