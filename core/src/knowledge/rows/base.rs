//! Claims about every cluster.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Any, Ec2Nodes, Family, Is, Not, Region, Uses};
use crate::knowledge::feature::{ACCESS_ENTRIES, AUTHENTICATION_MODE};
use crate::knowledge::node::IpFamily;
use crate::knowledge::partition::{ME_WEST_1, SA_WEST_1};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    BOTOCORE, CLUSTER_ENDPOINT, ECR_GUIDE_2022, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, PRIVATELINK, USER_GUIDE_2025,
    USER_GUIDE_HISTORY, VPC_CNI_REPOSITORY,
};

claims! {
    BASE_AWS_AUTH_FROM_INSIDE = Claim {
        id: "base-aws-auth-from-inside",
        about: Subject::Base,
        statement: "the aws-auth ConfigMap is a Kubernetes object: who writes it must reach the private endpoint",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "requirements"), (&PRIVATE_CLUSTERS, "cluster architecture")],
        says: Says::Sets {
            setting: &setting::AUTH_CONFIG_MAP,
            level: Level::Conditional,
            when: Any(&[
                Not(&Uses(&ACCESS_ENTRIES)),
                Is(&ACCESS_ENTRIES, &AUTHENTICATION_MODE, "CONFIG_MAP"),
            ]),
        },
    };

    BASE_COPY_IMAGES = Claim {
        id: "base-copy-images",
        about: Subject::Base,
        statement: "images of public registries cannot be pulled; they can be copied to Amazon ECR from outside the VPC and \
            pulled through the ECR endpoints",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "local copies of images")],
        says: Says::Fact,
    };

    BASE_COPY_STEPS = Claim {
        id: "base-copy-steps",
        about: Subject::Base,
        statement: "a copy is made with Docker and the AWS CLI: make a repository, pull, tag, log in, push, then use the new \
            name",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "local copies of images")],
        says: Says::Fact,
    };

    BASE_DHCP_AMAZON_DNS = Claim {
        id: "base-dhcp-amazon-dns",
        about: Subject::Base,
        statement: "the private endpoint of the API server resolves only where the DHCP options list the DNS of Amazon",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CLUSTER_ENDPOINT, "private access")],
        says: Says::Sets { setting: &setting::DHCP_DNS, level: Level::Required, when: Always },
    };

    BASE_DNS_HOSTNAMES = Claim {
        id: "base-dns-hostnames",
        about: Subject::Base,
        statement: "nodes register, and private DNS names of endpoints resolve, only in a VPC with DNS host names",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_2025, "network-reqs"),
            (&CLUSTER_ENDPOINT, "private access"),
            (&PRIVATELINK, "private DNS"),
        ],
        says: Says::Sets { setting: &setting::DNS_HOSTNAMES, level: Level::Required, when: Always },
    };

    BASE_DNS_SUPPORT = Claim {
        id: "base-dns-support",
        about: Subject::Base,
        statement: "the private endpoint of the API server and the private DNS names of endpoints resolve only in a VPC with \
            DNS support",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_2025, "network-reqs"),
            (&CLUSTER_ENDPOINT, "private access"),
            (&PRIVATELINK, "private DNS"),
        ],
        says: Says::Sets { setting: &setting::DNS_SUPPORT, level: Level::Required, when: Always },
    };

    BASE_ECR_DKR_PRIVATE_DNS = Claim {
        id: "base-ecr-dkr-private-dns",
        about: Subject::Base,
        statement: "container runtimes cannot be pointed at another registry name, so `ecr.dkr` must have private DNS",
        since: Since::FirstKnown(Day::new(2022, 9, 1)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ECR_GUIDE_2022, "considerations")],
        says: Says::Sets { setting: &setting::ENDPOINT_PRIVATE_DNS, level: Level::Required, when: Always },
    };

    BASE_ENDPOINT_PRIVATE_DNS = Claim {
        id: "base-endpoint-private-dns",
        about: Subject::Base,
        statement: "with private DNS, clients find an endpoint under the ordinary name of the service",
        since: Since::FirstKnown(Day::new(2024, 11, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2024-11-18, 9e561268")],
        says: Says::Sets { setting: &setting::ENDPOINT_PRIVATE_DNS, level: Level::Recommended, when: Always },
    };

    BASE_ENDPOINT_SECURITY_GROUP = Claim {
        id: "base-endpoint-security-group",
        about: Subject::Base,
        statement: "nodes reach an interface endpoint only if its security groups admit them on TCP 443",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&PRIVATE_CLUSTERS, "node requirements")],
        says: Says::Sets { setting: &setting::ENDPOINT_SECURITY_GROUP, level: Level::Required, when: Always },
    };

    BASE_IMAGES_PRIVATE = Claim {
        id: "base-images-private",
        about: Subject::Base,
        statement: "nodes pull only what they can reach: images lie in a private registry or in one inside the VPC; add-on \
            images lie in the registry that EKS keeps in each region and need no copy",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&PRIVATE_CLUSTERS_2020, "requirements"),
            (&PRIVATE_CLUSTERS, "cluster architecture"),
            (&USER_GUIDE_2025, "add-ons-images"),
        ],
        says: Says::Sets { setting: &setting::IMAGES_PRIVATE, level: Level::Required, when: Always },
    };

    BASE_IPV6_DUALSTACK_ENDPOINTS = Claim {
        id: "base-ipv6-dualstack-endpoints",
        about: Subject::Base,
        statement: "pods with IPv6 addresses only reach an IPv4 endpoint by the translation on their node; a dual-stack \
            endpoint needs none",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "network-reqs"), (&PRIVATELINK, "IP address type")],
        says: Says::Sets {
            setting: &setting::ENDPOINT_ADDRESS_TYPE,
            level: Level::Recommended,
            when: Family(IpFamily::Ipv6),
        },
    };

    BASE_IPV6_NODE_SUBNETS = Claim {
        id: "base-ipv6-node-subnets",
        about: Subject::Base,
        statement: "a cluster of the IPv6 family needs both kinds of CIDR block, and private node subnets that assign IPv6 \
            addresses",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs")],
        says: Says::Sets {
            setting: &setting::IPV6_SUBNETS,
            level: Level::Conditional,
            when: Family(IpFamily::Ipv6),
        },
    };

    BASE_NEEDS_ECR_API = Claim {
        id: "base-needs-ecr-api",
        about: Subject::Base,
        statement: "an image pull from Amazon ECR begins with a token from the ECR API",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&PRIVATE_CLUSTERS_2020, "VPC endpoints"),
            (&PRIVATE_CLUSTERS, "endpoints"),
            (&ECR_GUIDE_2022, "considerations"),
        ],
        says: Says::Needs {
            service: &service::ECR_API,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    BASE_NEEDS_ECR_DKR = Claim {
        id: "base-needs-ecr-dkr",
        about: Subject::Base,
        statement: "image manifests come from the Docker registry interface of Amazon ECR",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&PRIVATE_CLUSTERS_2020, "VPC endpoints"),
            (&PRIVATE_CLUSTERS, "endpoints"),
            (&ECR_GUIDE_2022, "considerations"),
        ],
        says: Says::Needs {
            service: &service::ECR_DKR,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    BASE_NEEDS_S3 = Claim {
        id: "base-needs-s3",
        about: Subject::Base,
        statement: "Amazon ECR keeps image layers in an S3 bucket of its own; a gateway endpoint carries their download",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&PRIVATE_CLUSTERS_2020, "VPC endpoints"),
            (&PRIVATE_CLUSTERS, "endpoints"),
            (&ECR_GUIDE_2022, "gateway endpoint"),
        ],
        says: Says::Needs {
            service: &service::S3,
            endpoint: EndpointType::Gateway,
            level: Level::Required,
            when: Always,
        },
    };

    BASE_NO_EKS_KNOWN = Claim {
        id: "base-no-eks-known",
        about: Subject::Base,
        statement: "the region exists, but no source that was read lists Amazon EKS there",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTOCORE, "data/endpoints.json")],
        says: Says::Supports { support: Support::Unknown, when: Region(&[&ME_WEST_1, &SA_WEST_1]) },
    };

    BASE_NODE_EGRESS = Claim {
        id: "base-node-egress",
        about: Subject::Base,
        statement: "a gateway endpoint keeps the public addresses of S3, so a security group that opens only the VPC blocks \
            image layers",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "sec-group-reqs"), (&ECR_GUIDE_2022, "gateway endpoint")],
        says: Says::Sets { setting: &setting::NODE_EGRESS, level: Level::Required, when: Ec2Nodes },
    };

    BASE_NODES_NEED_EC2 = Claim {
        id: "base-nodes-need-ec2",
        about: Subject::Base,
        statement: "nodes and the VPC CNI call the EC2 API: names, network interfaces and addresses come from it",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&PRIVATE_CLUSTERS_2020, "VPC endpoints"),
            (&PRIVATE_CLUSTERS, "endpoints"),
            (&VPC_CNI_REPOSITORY, "docs/iam-policy.md"),
        ],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Ec2Nodes,
        },
    };

    BASE_PRIVATE_ENDPOINT_ACCESS = Claim {
        id: "base-private-endpoint-access",
        about: Subject::Base,
        statement: "nodes without internet access reach the Kubernetes API server only through its private endpoint",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&PRIVATE_CLUSTERS_2020, "requirements"),
            (&PRIVATE_CLUSTERS, "cluster architecture"),
            (&CLUSTER_ENDPOINT, "private access"),
        ],
        says: Says::Sets { setting: &setting::PRIVATE_ENDPOINT_ACCESS, level: Level::Required, when: Always },
    };

    BASE_PUBLIC_ACCESS_OPTIONAL = Claim {
        id: "base-public-access-optional",
        about: Subject::Base,
        statement: "public access of the API server may be on or off",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "requirements"), (&PRIVATE_CLUSTERS, "cluster architecture")],
        says: Says::Fact,
    };

    BASE_REGIONAL_STS = Claim {
        id: "base-regional-sts",
        about: Subject::Base,
        statement: "an STS endpoint serves the name of the region and not the global name, which older SDKs use unless they \
            are told",
        since: Since::FirstKnown(Day::new(2021, 12, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_HISTORY, "2021-12-27, dbd75b6d"),
            (&USER_GUIDE_2025, "IAM roles for service accounts"),
        ],
        says: Says::Sets { setting: &setting::REGIONAL_STS, level: Level::Recommended, when: Always },
    };

    BASE_S3_ROUTE_TABLES = Claim {
        id: "base-s3-route-tables",
        about: Subject::Base,
        statement: "a gateway endpoint serves the subnets whose route tables it is associated with, and no others",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "gateway endpoints")],
        says: Says::Sets { setting: &setting::S3_ROUTE_TABLES, level: Level::Required, when: Always },
    };
}
