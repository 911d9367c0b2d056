//! Claims about every cluster.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Authentication, Ec2Nodes, Not, Region};
use crate::knowledge::node::AuthenticationMode;
use crate::knowledge::partition::{ME_WEST_1, SA_WEST_1};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    BOTOCORE, CLUSTER_ENDPOINT, ECR_GUIDE_2022, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, USER_GUIDE_2025,
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
            when: Not(&Authentication(AuthenticationMode::Api)),
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
        confidence: Confidence::Inferred,
        cites: &[(&BOTOCORE, "data/endpoints.json")],
        says: Says::Supports { support: Support::Unknown, when: Region(&[&ME_WEST_1, &SA_WEST_1]) },
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
        statement: "an STS endpoint serves the name of the region; SDKs of the first generation call the global name unless \
            they are told, newer ones call that of the region",
        since: Since::FirstKnown(Day::new(2021, 12, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_HISTORY, "2021-12-27, dbd75b6d"),
            (&USER_GUIDE_2025, "IAM roles for service accounts"),
        ],
        says: Says::Sets { setting: &setting::REGIONAL_STS, level: Level::Recommended, when: Always },
    };
}
