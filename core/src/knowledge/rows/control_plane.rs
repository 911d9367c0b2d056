//! Claims about what the control plane does by itself and what leaves it through the VPC.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{All, Always, Egress, Is, Not};
use crate::knowledge::feature::{
    CONSOLE_RESOURCE_VIEW, CONTROL_PLANE_EGRESS, CONTROL_PLANE_LOGGING, EKS_CAPABILITIES, SECRETS_ENVELOPE_ENCRYPTION,
};
use crate::knowledge::node::ControlPlaneEgressMode;
use crate::knowledge::option::EXTERNAL_ISSUER;
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{BOTOCORE, CONTROL_PLANE_EGRESS_PAGE, VPC_INTERFACE_ENDPOINTS};

claims! {
    CONSOLE_RESOURCE_VIEW_SUPPORTED = Claim {
        id: "console-resource-view-supported",
        about: Subject::Feature(&CONSOLE_RESOURCE_VIEW),
        statement: "the console shows resources without an endpoint of yours",
        since: Since::FirstKnown(Day::new(2026, 9, 3)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&VPC_INTERFACE_ENDPOINTS, "eks-proxy")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    CONTROL_PLANE_EGRESS_443 = Claim {
        id: "control-plane-egress-443",
        about: Subject::Feature(&CONTROL_PLANE_EGRESS),
        statement: "webhooks, OIDC issuers and aggregated APIs are called through the VPC",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "modes")],
        says: Says::Sets {
            setting: &setting::CONTROL_PLANE_DNS,
            level: Level::Conditional,
            when: Egress(ControlPlaneEgressMode::CustomerRouted),
        },
    };

    CONTROL_PLANE_EGRESS_CONDITION_KEY = Claim {
        id: "control-plane-egress-condition-key",
        about: Subject::Feature(&CONTROL_PLANE_EGRESS),
        statement: "the IAM condition key `eks:controlPlaneEgressMode` holds the mode",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "modes")],
        says: Says::Minds { when: Always },
    };

    CONTROL_PLANE_EGRESS_DNS = Claim {
        id: "control-plane-egress-dns",
        about: Subject::Feature(&CONTROL_PLANE_EGRESS),
        statement: "the API server resolves names by the DNS of Amazon in the VPC",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "modes")],
        says: Says::Sets {
            setting: &setting::DHCP_DNS,
            level: Level::Conditional,
            when: Egress(ControlPlaneEgressMode::CustomerRouted),
        },
    };

    CONTROL_PLANE_EGRESS_ISOLATED_UNKNOWN = Claim {
        id: "control-plane-egress-isolated-unknown",
        about: Subject::Feature(&CONTROL_PLANE_EGRESS),
        statement: "`CUSTOMER_ISOLATED` exists in the API; no text that was read says what it means",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&BOTOCORE, "eks service-2"), (&CONTROL_PLANE_EGRESS_PAGE, "modes")],
        says: Says::Supports {
            support: Support::Unknown,
            when: Egress(ControlPlaneEgressMode::CustomerIsolated),
        },
    };

    CONTROL_PLANE_EGRESS_KUBELET = Claim {
        id: "control-plane-egress-kubelet",
        about: Subject::Feature(&CONTROL_PLANE_EGRESS),
        statement: "kubelets are called through the VPC",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "modes")],
        says: Says::Sets {
            setting: &setting::CONTROL_PLANE_KUBELET,
            level: Level::Conditional,
            when: Egress(ControlPlaneEgressMode::CustomerRouted),
        },
    };

    CONTROL_PLANE_EGRESS_NEEDS_OIDC_EKS = Claim {
        id: "control-plane-egress-needs-oidc-eks",
        about: Subject::Feature(&CONTROL_PLANE_EGRESS),
        statement: "the API server then reads the issuer of another EKS cluster through the VPC",
        since: Since::FirstKnown(Day::new(2026, 7, 27)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "traffic")],
        says: Says::Needs {
            service: &service::OIDC_EKS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: All(&[
                Egress(ControlPlaneEgressMode::CustomerRouted),
                Is(&CONTROL_PLANE_EGRESS, &EXTERNAL_ISSUER, "true"),
            ]),
        },
    };

    CONTROL_PLANE_EGRESS_NETWORK_ACL = Claim {
        id: "control-plane-egress-network-acl",
        about: Subject::Feature(&CONTROL_PLANE_EGRESS),
        statement: "replies to the API server come back on ephemeral ports",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "modes")],
        says: Says::Sets {
            setting: &setting::CONTROL_PLANE_NACL,
            level: Level::Conditional,
            when: Egress(ControlPlaneEgressMode::CustomerRouted),
        },
    };

    CONTROL_PLANE_EGRESS_ONE_WAY = Claim {
        id: "control-plane-egress-one-way",
        about: Subject::Feature(&CONTROL_PLANE_EGRESS),
        statement: "`CUSTOMER_ROUTED` cannot be undone",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "modes")],
        says: Says::Minds { when: Egress(ControlPlaneEgressMode::CustomerRouted) },
    };

    CONTROL_PLANE_EGRESS_ROUTES = Claim {
        id: "control-plane-egress-routes",
        about: Subject::Feature(&CONTROL_PLANE_EGRESS),
        statement: "what the API server calls is routed in the VPC",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "modes")],
        says: Says::Sets {
            setting: &setting::CONTROL_PLANE_ROUTES,
            level: Level::Conditional,
            when: Egress(ControlPlaneEgressMode::CustomerRouted),
        },
    };

    CONTROL_PLANE_EGRESS_SUPPORTED = Claim {
        id: "control-plane-egress-supported",
        about: Subject::Feature(&CONTROL_PLANE_EGRESS),
        statement: "egress of the control plane is managed by AWS, or routed through the VPC",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "modes")],
        says: Says::Supports {
            support: Support::Supported,
            when: Not(&Egress(ControlPlaneEgressMode::CustomerIsolated)),
        },
    };

    CONTROL_PLANE_EGRESS_UNCONCERNED = Claim {
        id: "control-plane-egress-unconcerned",
        about: Subject::Feature(&CONTROL_PLANE_EGRESS),
        statement: "etcd, the delivery of logs and EKS Capabilities do not pass the VPC",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "modes")],
        says: Says::Minds { when: Egress(ControlPlaneEgressMode::CustomerRouted) },
    };

    CONTROL_PLANE_LOGGING_SUPPORTED = Claim {
        id: "control-plane-logging-supported",
        about: Subject::Feature(&CONTROL_PLANE_LOGGING),
        statement: "EKS delivers the logs of the control plane itself",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "traffic")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    EKS_CAPABILITIES_SUPPORTED = Claim {
        id: "eks-capabilities-supported",
        about: Subject::Feature(&EKS_CAPABILITIES),
        statement: "EKS Capabilities run at AWS; their traffic does not pass the VPC, not even with `CUSTOMER_ROUTED`",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "traffic")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    SECRETS_ENVELOPE_ENCRYPTION_SUPPORTED = Claim {
        id: "secrets-envelope-encryption-supported",
        about: Subject::Feature(&SECRETS_ENVELOPE_ENCRYPTION),
        statement: "secrets are encrypted by the control plane",
        since: Since::FirstKnown(Day::new(2026, 6, 24)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "traffic")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
