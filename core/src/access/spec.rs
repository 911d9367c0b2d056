//! Who is to be let in: the request of the operation `access`. What is not stated is not guessed.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::knowledge::AuthenticationMode;

/// Who may join and who may administer. The request of the operation `access`.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccessRequest {
    /// The name of the cluster.
    pub cluster: String,
    /// The region that it is in, such as `ap-northeast-1`.
    pub region: String,
    /// The authentication mode, as describe-cluster prints it. It is never guessed: what is right in one is nothing in
    /// another.
    pub authentication_mode: AuthenticationMode,
    /// The account of the cluster, twelve digits. Roles of nodes must be in it.
    #[serde(default)]
    pub account: Option<String>,
    /// The nodes, each with its role.
    #[serde(default)]
    pub nodes: Option<Vec<AccessNode>>,
    /// The people and tools that are let in.
    #[serde(default)]
    pub principals: Option<Vec<AccessPrincipal>>,
    /// Whether the aws-auth ConfigMap is used where the mode has both. Not stated: access entries are.
    #[serde(default)]
    pub prefer_config_map: bool,
    /// The aws-auth ConfigMap that is there, as `kubectl get --output yaml` or `json` prints it. Not stated: nothing is
    /// replaced, and the command fails where there is one.
    #[serde(default)]
    pub aws_auth: Option<String>,
}

/// Nodes of one kind, and the role that they have.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccessNode {
    /// What the nodes are.
    pub kind: AccessNodeKind,
    /// The ARN of their role, with its path; of a Fargate profile the pod execution role.
    pub role: String,
    /// Whether EKS runs them as a managed node group, or as a Fargate profile: then it lets them in by itself.
    #[serde(default)]
    pub managed: bool,
    /// Whether nodes are named for their instance, with the feature gate `InstanceIdNodeName` of nodeadm or
    /// `hostname-override-source = "instance-id"` of Bottlerocket.
    #[serde(default)]
    pub instance_id_name: bool,
}

/// What nodes are, as far as access goes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum AccessNodeKind {
    /// Amazon Linux 2.
    Al2,
    /// Amazon Linux 2023.
    Al2023,
    /// Bottlerocket.
    Bottlerocket,
    /// Ubuntu.
    Ubuntu,
    /// Windows Server.
    Windows,
    /// Hybrid nodes, outside of AWS.
    Hybrid,
    /// Nodes that Karpenter makes, of Linux.
    Karpenter,
    /// Nodes of EKS Auto Mode with a node class and a role of your own.
    AutoMode,
    /// AWS Fargate.
    Fargate,
}

/// Somebody who is let in and is no node.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccessPrincipal {
    /// The ARN of the role or user.
    pub arn: String,
    /// What EKS allows them, by the name of an access policy such as `AmazonEKSViewPolicy`.
    #[serde(default)]
    pub policies: Option<Vec<AccessPolicy>>,
    /// The groups of Kubernetes that they are in. What these may do is said by role bindings of yours.
    #[serde(default)]
    pub groups: Vec<String>,
    /// The user name in Kubernetes. Not stated: AWS's own for access entries; the ConfigMap needs one.
    #[serde(default)]
    pub username: Option<String>,
}

/// An access policy, and where it holds.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccessPolicy {
    /// The name, such as `AmazonEKSClusterAdminPolicy`.
    pub name: String,
    /// The namespaces that it holds in. Not stated: the whole cluster.
    #[serde(default)]
    pub namespaces: Vec<String>,
}
