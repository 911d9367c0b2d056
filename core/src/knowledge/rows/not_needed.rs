//! Claims about endpoints that are often made and not needed.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Says, Since, Subject, claims};
use crate::knowledge::feature::{
    AUTO_MODE, AWS_LOAD_BALANCER_CONTROLLER, CONSOLE_RESOURCE_VIEW, CONTROL_PLANE_LOGGING, EBS_CSI, MOUNTPOINT_S3_CSI,
    SECRETS_ENVELOPE_ENCRYPTION, SECRETS_STORE_CSI_ASCP,
};
use crate::knowledge::service::{self};
use crate::knowledge::source::{
    CONTROL_PLANE_EGRESS_PAGE, EBS_DRIVER, LOAD_BALANCER_CONTROLLER, MOUNTPOINT_DRIVER, SECRETS_STORE_PROVIDER,
    USER_GUIDE_2025, VPC_INTERFACE_ENDPOINTS,
};

claims! {
    AUTO_MODE_NEEDS_NO_AUTOSCALING = Claim {
        id: "auto-mode-needs-no-autoscaling",
        about: Subject::Feature(&AUTO_MODE),
        statement: "the controllers of Auto Mode run at AWS",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "auto mode")],
        says: Says::NeedsNot { service: &service::AUTOSCALING },
    };

    AUTO_MODE_NEEDS_NO_ELASTICLOADBALANCING = Claim {
        id: "auto-mode-needs-no-elasticloadbalancing",
        about: Subject::Feature(&AUTO_MODE),
        statement: "the controllers of Auto Mode run at AWS",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "auto mode")],
        says: Says::NeedsNot { service: &service::ELASTICLOADBALANCING },
    };

    AUTO_MODE_NEEDS_NO_SSM = Claim {
        id: "auto-mode-needs-no-ssm",
        about: Subject::Feature(&AUTO_MODE),
        statement: "the controllers of Auto Mode run at AWS",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "auto mode")],
        says: Says::NeedsNot { service: &service::SSM },
    };

    AWS_LOAD_BALANCER_CONTROLLER_NEEDS_NO_ACM_PCA = Claim {
        id: "aws-load-balancer-controller-needs-no-acm-pca",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "the controller links no client of it, although its sample policy names its actions",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LOAD_BALANCER_CONTROLLER, "pkg/aws")],
        says: Says::NeedsNot { service: &service::ACM_PCA },
    };

    AWS_LOAD_BALANCER_CONTROLLER_NEEDS_NO_COGNITO_IDP = Claim {
        id: "aws-load-balancer-controller-needs-no-cognito-idp",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "the controller links no client of it, although its sample policy names its actions",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LOAD_BALANCER_CONTROLLER, "pkg/aws")],
        says: Says::NeedsNot { service: &service::COGNITO_IDP },
    };

    AWS_LOAD_BALANCER_CONTROLLER_NEEDS_NO_IAM = Claim {
        id: "aws-load-balancer-controller-needs-no-iam",
        about: Subject::Feature(&AWS_LOAD_BALANCER_CONTROLLER),
        statement: "the controller links no client of it, although its sample policy names its actions",
        since: Since::FirstKnown(Day::new(2026, 8, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&LOAD_BALANCER_CONTROLLER, "pkg/aws")],
        says: Says::NeedsNot { service: &service::IAM },
    };

    CONSOLE_RESOURCE_VIEW_NEEDS_NO_EKS_PROXY = Claim {
        id: "console-resource-view-needs-no-eks-proxy",
        about: Subject::Feature(&CONSOLE_RESOURCE_VIEW),
        statement: "`eks-proxy` serves the console; workloads never call it",
        since: Since::FirstKnown(Day::new(2026, 9, 3)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&VPC_INTERFACE_ENDPOINTS, "eks-proxy")],
        says: Says::NeedsNot { service: &service::EKS_PROXY },
    };

    CONTROL_PLANE_LOGGING_NEEDS_NO_LOGS = Claim {
        id: "control-plane-logging-needs-no-logs",
        about: Subject::Feature(&CONTROL_PLANE_LOGGING),
        statement: "logs of the control plane do not pass the VPC",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "traffic")],
        says: Says::NeedsNot { service: &service::LOGS },
    };

    EBS_CSI_NEEDS_NO_EBS = Claim {
        id: "ebs-csi-needs-no-ebs",
        about: Subject::Feature(&EBS_CSI),
        statement: "the driver calls the EC2 API, not the EBS direct APIs",
        since: Since::FirstKnown(Day::new(2026, 8, 19)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EBS_DRIVER, "pkg/cloud")],
        says: Says::NeedsNot { service: &service::EBS },
    };

    EBS_CSI_NEEDS_NO_KMS = Claim {
        id: "ebs-csi-needs-no-kms",
        about: Subject::Feature(&EBS_CSI),
        statement: "EBS and KMS talk to each other at AWS",
        since: Since::FirstKnown(Day::new(2026, 8, 19)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&EBS_DRIVER, "pkg/cloud")],
        says: Says::NeedsNot { service: &service::KMS },
    };

    MOUNTPOINT_S3_CSI_NEEDS_NO_KMS = Claim {
        id: "mountpoint-s3-csi-needs-no-kms",
        about: Subject::Feature(&MOUNTPOINT_S3_CSI),
        statement: "S3 and KMS talk to each other at AWS",
        since: Since::FirstKnown(Day::new(2026, 8, 8)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&MOUNTPOINT_DRIVER, "docs")],
        says: Says::NeedsNot { service: &service::KMS },
    };

    SECRETS_ENVELOPE_ENCRYPTION_NEEDS_NO_KMS = Claim {
        id: "secrets-envelope-encryption-needs-no-kms",
        about: Subject::Feature(&SECRETS_ENVELOPE_ENCRYPTION),
        statement: "the control plane calls KMS on its own way",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "traffic")],
        says: Says::NeedsNot { service: &service::KMS },
    };

    SECRETS_STORE_CSI_ASCP_NEEDS_NO_KMS = Claim {
        id: "secrets-store-csi-ascp-needs-no-kms",
        about: Subject::Feature(&SECRETS_STORE_CSI_ASCP),
        statement: "secrets are decrypted by the service that keeps them",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&SECRETS_STORE_PROVIDER, "endpoints")],
        says: Says::NeedsNot { service: &service::KMS },
    };
}
