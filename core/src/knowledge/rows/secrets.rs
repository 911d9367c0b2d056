//! Claims about secrets and keys that pods ask for.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Credentials, Is};
use crate::knowledge::feature::{EXTERNAL_SECRETS, IRSA, POD_IDENTITY, PODS_CALLING_KMS, SECRETS_STORE_CSI_ASCP};
use crate::knowledge::option::{PARAMETER_STORE, SECRETS_MANAGER};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{PRIVATE_CLUSTERS, PRIVATELINK, SECRETS_STORE_PROVIDER};

claims! {
    EXTERNAL_SECRETS_CREDENTIALS_IRSA = Claim {
        id: "external-secrets-credentials-irsa",
        about: Subject::Feature(&EXTERNAL_SECRETS),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&EXTERNAL_SECRETS, &IRSA),
        },
    };

    EXTERNAL_SECRETS_CREDENTIALS_POD_IDENTITY = Claim {
        id: "external-secrets-credentials-pod-identity",
        about: Subject::Feature(&EXTERNAL_SECRETS),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&EXTERNAL_SECRETS, &POD_IDENTITY),
        },
    };

    EXTERNAL_SECRETS_MIRROR = Claim {
        id: "external-secrets-mirror",
        about: Subject::Feature(&EXTERNAL_SECRETS),
        statement: "its image lies in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATE_CLUSTERS, "pod requirements")],
        says: Says::Sets { setting: &setting::MIRROR_EXTERNAL_SECRETS, level: Level::Required, when: Always },
    };

    EXTERNAL_SECRETS_NEEDS_SECRETSMANAGER = Claim {
        id: "external-secrets-needs-secretsmanager",
        about: Subject::Feature(&EXTERNAL_SECRETS),
        statement: "the operator reads secrets from AWS Secrets Manager",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::SECRETSMANAGER,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&EXTERNAL_SECRETS, &SECRETS_MANAGER, "true"),
        },
    };

    EXTERNAL_SECRETS_NEEDS_SSM = Claim {
        id: "external-secrets-needs-ssm",
        about: Subject::Feature(&EXTERNAL_SECRETS),
        statement: "the operator reads parameters from Systems Manager",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::SSM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&EXTERNAL_SECRETS, &PARAMETER_STORE, "true"),
        },
    };

    EXTERNAL_SECRETS_SUPPORTED = Claim {
        id: "external-secrets-supported",
        about: Subject::Feature(&EXTERNAL_SECRETS),
        statement: "the External Secrets Operator should work with an endpoint for each store",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    PODS_CALLING_KMS_NEEDS_KMS = Claim {
        id: "pods-calling-kms-needs-kms",
        about: Subject::Feature(&PODS_CALLING_KMS),
        statement: "pods that encrypt or decrypt call the KMS API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::KMS,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    PODS_CALLING_KMS_SUPPORTED = Claim {
        id: "pods-calling-kms-supported",
        about: Subject::Feature(&PODS_CALLING_KMS),
        statement: "KMS has an endpoint service",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    SECRETS_STORE_CSI_ASCP_CREDENTIALS_IRSA = Claim {
        id: "secrets-store-csi-ascp-credentials-irsa",
        about: Subject::Feature(&SECRETS_STORE_CSI_ASCP),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&SECRETS_STORE_CSI_ASCP, &IRSA),
        },
    };

    SECRETS_STORE_CSI_ASCP_CREDENTIALS_POD_IDENTITY = Claim {
        id: "secrets-store-csi-ascp-credentials-pod-identity",
        about: Subject::Feature(&SECRETS_STORE_CSI_ASCP),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&SECRETS_STORE_CSI_ASCP, &POD_IDENTITY),
        },
    };

    SECRETS_STORE_CSI_ASCP_NEEDS_SECRETSMANAGER = Claim {
        id: "secrets-store-csi-ascp-needs-secretsmanager",
        about: Subject::Feature(&SECRETS_STORE_CSI_ASCP),
        statement: "the provider reads secrets from AWS Secrets Manager",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&SECRETS_STORE_PROVIDER, "endpoints")],
        says: Says::Needs {
            service: &service::SECRETSMANAGER,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&SECRETS_STORE_CSI_ASCP, &SECRETS_MANAGER, "true"),
        },
    };

    SECRETS_STORE_CSI_ASCP_NEEDS_SSM = Claim {
        id: "secrets-store-csi-ascp-needs-ssm",
        about: Subject::Feature(&SECRETS_STORE_CSI_ASCP),
        statement: "the provider reads parameters from Systems Manager",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&SECRETS_STORE_PROVIDER, "endpoints")],
        says: Says::Needs {
            service: &service::SSM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&SECRETS_STORE_CSI_ASCP, &PARAMETER_STORE, "true"),
        },
    };

    SECRETS_STORE_CSI_ASCP_SUPPORTED = Claim {
        id: "secrets-store-csi-ascp-supported",
        about: Subject::Feature(&SECRETS_STORE_CSI_ASCP),
        statement: "the Secrets Store CSI driver with the AWS provider works in private clusters",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&SECRETS_STORE_PROVIDER, "endpoints")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
