//! The kinds of node, the IP families and the modes of a cluster that conditions speak of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A kind of node: its operating system, or what runs it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeKind {
    /// Amazon Linux 2.
    Al2,
    /// Amazon Linux 2023.
    Al2023,
    /// Bottlerocket.
    Bottlerocket,
    /// Windows Server.
    Windows,
    /// AWS Fargate, which has no nodes of yours.
    Fargate,
}

impl NodeKind {
    /// Every kind.
    pub const ALL: &[Self] = &[Self::Al2, Self::Al2023, Self::Bottlerocket, Self::Windows, Self::Fargate];

    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Al2 => "al2",
            Self::Al2023 => "al2023",
            Self::Bottlerocket => "bottlerocket",
            Self::Windows => "windows",
            Self::Fargate => "fargate",
        }
    }

    /// The name in words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Al2 => "Amazon Linux 2 nodes",
            Self::Al2023 => "Amazon Linux 2023 nodes",
            Self::Bottlerocket => "Bottlerocket nodes",
            Self::Windows => "Windows nodes",
            Self::Fargate => "AWS Fargate",
        }
    }
}

/// What a node is started from: an operating system, or a service that starts nodes of its own.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeSystem {
    /// Amazon Linux 2.
    Al2,
    /// Amazon Linux 2023.
    Al2023,
    /// Bottlerocket.
    Bottlerocket,
    /// Windows Server.
    Windows,
    /// Ubuntu with the images for EKS.
    Ubuntu,
    /// A machine outside AWS, with EKS Hybrid Nodes.
    Hybrid,
    /// EKS Auto Mode.
    AutoMode,
    /// AWS Fargate.
    Fargate,
}

impl NodeSystem {
    /// Every system.
    pub const ALL: &[Self] = &[
        Self::Al2,
        Self::Al2023,
        Self::Bottlerocket,
        Self::Windows,
        Self::Ubuntu,
        Self::Hybrid,
        Self::AutoMode,
        Self::Fargate,
    ];

    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Al2 => "al2",
            Self::Al2023 => "al2023",
            Self::Bottlerocket => "bottlerocket",
            Self::Windows => "windows",
            Self::Ubuntu => "ubuntu",
            Self::Hybrid => "hybrid",
            Self::AutoMode => "auto-mode",
            Self::Fargate => "fargate",
        }
    }

    /// The name in words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Al2 => "Amazon Linux 2",
            Self::Al2023 => "Amazon Linux 2023",
            Self::Bottlerocket => "Bottlerocket",
            Self::Windows => "Windows",
            Self::Ubuntu => "Ubuntu",
            Self::Hybrid => "EKS Hybrid Nodes",
            Self::AutoMode => "EKS Auto Mode",
            Self::Fargate => "AWS Fargate",
        }
    }
}

/// The IP family of pods and services.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum IpFamily {
    /// IPv4.
    Ipv4,
    /// IPv6.
    Ipv6,
}

impl IpFamily {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ipv4 => "ipv4",
            Self::Ipv6 => "ipv6",
        }
    }
}

/// How a cluster knows who may call its API server. A mode with access entries cannot be left again.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
pub enum AuthenticationMode {
    /// Access entries.
    #[serde(rename = "API")]
    Api,
    /// Access entries, and the aws-auth ConfigMap.
    #[serde(rename = "API_AND_CONFIG_MAP")]
    ApiAndConfigMap,
    /// The aws-auth ConfigMap.
    #[serde(rename = "CONFIG_MAP")]
    ConfigMap,
}

impl AuthenticationMode {
    /// Every mode.
    pub const ALL: &[Self] = &[Self::Api, Self::ApiAndConfigMap, Self::ConfigMap];

    /// The word on the wire, which is AWS's own.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Api => "API",
            Self::ApiAndConfigMap => "API_AND_CONFIG_MAP",
            Self::ConfigMap => "CONFIG_MAP",
        }
    }
}

/// How what the control plane calls outside of itself leaves it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
pub enum ControlPlaneEgressMode {
    /// Through the network of AWS.
    #[serde(rename = "AWS_MANAGED")]
    AwsManaged,
    /// The API has this mode; no text that was read says what it means.
    #[serde(rename = "CUSTOMER_ISOLATED")]
    CustomerIsolated,
    /// Through the VPC of the cluster. It cannot be undone.
    #[serde(rename = "CUSTOMER_ROUTED")]
    CustomerRouted,
}

impl ControlPlaneEgressMode {
    /// The word on the wire, which is AWS's own.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AwsManaged => "AWS_MANAGED",
            Self::CustomerIsolated => "CUSTOMER_ISOLATED",
            Self::CustomerRouted => "CUSTOMER_ROUTED",
        }
    }
}
