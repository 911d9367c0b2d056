//! Claims about EKS Auto Mode. No text that was read lists what it needs without internet access.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Credentials, Region};
use crate::knowledge::feature::{AUTO_MODE, IRSA, POD_IDENTITY};
use crate::knowledge::partition::{AP_SOUTHEAST_7, MX_CENTRAL_1};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{ECR_GUIDE_2022, PRIVATE_CLUSTERS, USER_GUIDE_2025};

claims! {
    AUTO_MODE_AUTHENTICATION_MODE = Claim {
        id: "auto-mode-authentication-mode",
        about: Subject::Feature(&AUTO_MODE),
        statement: "Auto Mode demands an authentication mode with access entries",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "grant-k8s-access")],
        says: Says::Sets { setting: &setting::API_AUTHENTICATION, level: Level::Required, when: Always },
    };

    AUTO_MODE_CREDENTIALS_IRSA = Claim {
        id: "auto-mode-credentials-irsa",
        about: Subject::Feature(&AUTO_MODE),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&AUTO_MODE, &IRSA),
        },
    };

    AUTO_MODE_CREDENTIALS_POD_IDENTITY = Claim {
        id: "auto-mode-credentials-pod-identity",
        about: Subject::Feature(&AUTO_MODE),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&AUTO_MODE, &POD_IDENTITY),
        },
    };

    AUTO_MODE_EC2_UNKNOWN = Claim {
        id: "auto-mode-ec2-unknown",
        about: Subject::Feature(&AUTO_MODE),
        statement: "whether nodes of Auto Mode call the EC2 API is not known",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "auto mode")],
        says: Says::Minds { when: Always },
    };

    AUTO_MODE_NEEDS_ECR_API = Claim {
        id: "auto-mode-needs-ecr-api",
        about: Subject::Feature(&AUTO_MODE),
        statement: "images of your own are pulled from Amazon ECR",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&ECR_GUIDE_2022, "considerations")],
        says: Says::Needs {
            service: &service::ECR_API,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    AUTO_MODE_NEEDS_ECR_DKR = Claim {
        id: "auto-mode-needs-ecr-dkr",
        about: Subject::Feature(&AUTO_MODE),
        statement: "images of your own are pulled from Amazon ECR",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&ECR_GUIDE_2022, "considerations")],
        says: Says::Needs {
            service: &service::ECR_DKR,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    AUTO_MODE_NEEDS_S3 = Claim {
        id: "auto-mode-needs-s3",
        about: Subject::Feature(&AUTO_MODE),
        statement: "Amazon ECR keeps the layers of images in Amazon S3",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&ECR_GUIDE_2022, "considerations")],
        says: Says::Needs {
            service: &service::S3,
            endpoint: EndpointType::Gateway,
            level: Level::Required,
            when: Always,
        },
    };

    AUTO_MODE_NO_SHELL = Claim {
        id: "auto-mode-no-shell",
        about: Subject::Feature(&AUTO_MODE),
        statement: "its nodes admit neither SSH nor Session Manager",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "auto mode")],
        says: Says::Minds { when: Always },
    };

    AUTO_MODE_REGIONS_2025 = Claim {
        id: "auto-mode-regions-2025",
        about: Subject::Feature(&AUTO_MODE),
        statement: "the text of February 2025 did not offer Auto Mode in this region",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "auto mode")],
        says: Says::Minds { when: Region(&[&AP_SOUTHEAST_7, &MX_CENTRAL_1]) },
    };

    AUTO_MODE_SUBNET_TAGS = Claim {
        id: "auto-mode-subnet-tags",
        about: Subject::Feature(&AUTO_MODE),
        statement: "Auto Mode finds the subnets of load balancers by their tags only",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs")],
        says: Says::Sets { setting: &setting::INTERNAL_LOAD_BALANCER_TAG, level: Level::Required, when: Always },
    };

    AUTO_MODE_UNKNOWN = Claim {
        id: "auto-mode-unknown",
        about: Subject::Feature(&AUTO_MODE),
        statement: "EKS Auto Mode works in general, but no text that was read lists the endpoints that it needs \
            without internet access",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "auto mode")],
        says: Says::Supports { support: Support::Unknown, when: Always },
    };
}
