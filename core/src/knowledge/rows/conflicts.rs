//! Claims about what two sources say differently: what is held, what the other says, and what settles it.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::{All, Any, Family, Is, Not, Partition, Region, Uses};
use crate::knowledge::feature::{
    AWS_LOAD_BALANCER_CONTROLLER, CLUSTER_AUTOSCALER, EKS_API_FROM_VPC, IRSA, KARPENTER, OIDC_PROVIDER_FROM_VPC,
    OWN_WORKLOADS,
};
use crate::knowledge::node::IpFamily;
use crate::knowledge::option::{
    CERTIFICATE_DISCOVERY, CERTIFICATE_MANAGEMENT, CREATE_PROVIDER_INSIDE, ENABLE_SHIELD, IAM_CALLS, INSTANCE_ROLE,
    ISOLATED_VPC, MANAGE_IAM,
};
use crate::knowledge::partition::{AWS, AWS_CN, US_EAST_1, US_ISOB_WEST_1};
use crate::knowledge::source::{
    AWS_CDK, CLUSTER_ENDPOINT, EKSCTL_CODE, IAM_GUIDE, KARPENTER_DOCS, PRIVATE_CLUSTERS, PRIVATELINK, USER_GUIDE_2025,
};

claims! {
    AWS_LOAD_BALANCER_CONTROLLER_ACM_DOUBTED = Claim {
        id: "aws-load-balancer-controller-acm-doubted",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "the page on private clusters denies ACM an endpoint; the lists of endpoint services have it, which \
            is held",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&PRIVATELINK, "services"),
            (&AWS_CDK, "interface endpoint services"),
            (&PRIVATE_CLUSTERS, "pod requirements"),
        ],
        says: Says::Minds {
            when: Any(&[
                Is(&AWS_LOAD_BALANCER_CONTROLLER, &CERTIFICATE_DISCOVERY, "true"),
                Is(&AWS_LOAD_BALANCER_CONTROLLER, &CERTIFICATE_MANAGEMENT, "true"),
            ]),
        },
    };

    AWS_LOAD_BALANCER_CONTROLLER_SHIELD_DOUBTED = Claim {
        id: "aws-load-balancer-controller-shield-doubted",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "the list of aws-cdk-lib has an endpoint service of Shield, that of the AWS PrivateLink guide has \
            none; take it as missing until DescribeVpcEndpointServices shows it",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&AWS_CDK, "interface endpoint services"), (&PRIVATELINK, "services")],
        says: Says::Minds { when: Is(&AWS_LOAD_BALANCER_CONTROLLER, &ENABLE_SHIELD, "true") },
    };

    BASE_API_SERVER_HOST_IN_CHINA = Claim {
        id: "base-api-server-host-in-china",
        about: Subject::Base,
        statement: "texts of AWS spell the host of the API server in China in three ways; take it from DescribeCluster \
            and never build it",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CLUSTER_ENDPOINT, "private access"), (&USER_GUIDE_2025, "cluster endpoint")],
        says: Says::Minds { when: Partition(&[&AWS_CN]) },
    };

    BASE_EKS_DUAL_STACK = Claim {
        id: "base-eks-dual-stack",
        about: Subject::Base,
        statement: "the page on the `eks` endpoint says that it has dual stack since August 2024, which is held; a \
            table of February 2025 has IPv4 only; SupportedIpAddressTypes settles it",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "vpc-interface-endpoints"), (&USER_GUIDE_2025, "network-reqs")],
        says: Says::Minds { when: Family(IpFamily::Ipv6) },
    };

    BASE_IAM_ACROSS_REGIONS = Claim {
        id: "base-iam-across-regions",
        about: Subject::Base,
        statement: "the AWS PrivateLink guide lists the endpoint service of IAM as reached across regions, which is \
            held; the IAM guide knows only the way through a transit gateway",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "cross-region endpoints"), (&IAM_GUIDE, "interface endpoint")],
        says: Says::Minds {
            when: All(&[
                Partition(&[&AWS]),
                Not(&Region(&[&US_EAST_1])),
                Any(&[
                    Is(&EKS_API_FROM_VPC, &MANAGE_IAM, "true"),
                    Is(&IRSA, &CREATE_PROVIDER_INSIDE, "true"),
                    Is(&KARPENTER, &INSTANCE_ROLE, "true"),
                    Is(&OWN_WORKLOADS, &IAM_CALLS, "true"),
                    Uses(&OIDC_PROVIDER_FROM_VPC),
                ]),
            ]),
        },
    };

    BASE_NAMES_IN_US_ISOB_WEST_1 = Claim {
        id: "base-names-in-us-isob-west-1",
        about: Subject::Base,
        statement: "the list of aws-cdk-lib gives `ec2` and `autoscaling` the common prefix, which is held; eksctl \
            asks for `gov.sgov.sc2s`; DescribeVpcEndpointServices settles it",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&AWS_CDK, "interface endpoint services"),
            (&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/endpoint_service.go"),
        ],
        says: Says::Minds { when: Region(&[&US_ISOB_WEST_1]) },
    };

    CLUSTER_AUTOSCALER_NAME_IN_CHINA = Claim {
        id: "cluster-autoscaler-name-in-china",
        about: Subject::Feature(&CLUSTER_AUTOSCALER),
        statement: "the list of aws-cdk-lib names the endpoint service of Auto Scaling with the prefix \
            `cn.com.amazonaws`, which is held; eksctl asks for `com.amazonaws`; DescribeVpcEndpointServices settles it",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&AWS_CDK, "interface endpoint services"),
            (&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/endpoint_service.go"),
        ],
        says: Says::Minds { when: Partition(&[&AWS_CN]) },
    };

    KARPENTER_ENDPOINTS_DENIED = Claim {
        id: "karpenter-endpoints-denied",
        about: Subject::Feature(&KARPENTER),
        statement: "the pages of Karpenter deny IAM and the Price List API an endpoint; the list of endpoint services \
            has both, which is held",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "services"), (&KARPENTER_DOCS, "getting started: private clusters")],
        says: Says::Minds {
            when: Any(&[Is(&KARPENTER, &INSTANCE_ROLE, "true"), Is(&KARPENTER, &ISOLATED_VPC, "false")]),
        },
    };
}
