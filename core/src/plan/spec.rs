//! The wish: what a caller wants of a cluster. Strict: a misspelt option is an error with its path. What is not stated
//! is not guessed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::error::Error;
use crate::knowledge::{self, AuthenticationMode, ControlPlaneEgressMode, IpFamily, NodeKind, OptionValue};
use crate::plan::features::{FeatureOptions, Features};
use crate::plan::surroundings::{Caller, DestinationSpec, EndpointVpcSpec, ProxySpec, SubnetSpec};

/// What a caller wants of a cluster without internet access. A region alone is a wish.
///
/// ```
/// use private_eks::{ClusterSpec, plan};
///
/// let plan = plan(&ClusterSpec::new("ap-northeast-1")?.feature("irsa")?)?;
/// let sts = plan.endpoints.iter().find(|endpoint| endpoint.service == "sts").unwrap();
/// assert_eq!(sts.service_name, "com.amazonaws.ap-northeast-1.sts");
/// # Ok::<(), private_eks::Error>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClusterSpec {
    /// The region, such as `ap-northeast-1` or `cn-north-1`.
    pub region: String,
    /// The name of the cluster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The version of Kubernetes, such as `1.33`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kubernetes_version: Option<String>,
    /// The account that owns the cluster, twelve digits. Endpoint policies are narrowed to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The VPC that the nodes are in, such as `vpc-0123456789abcdef0`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vpc: Option<String>,
    /// The CIDR blocks of the VPC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vpc_cidrs: Option<Vec<String>>,
    /// The subnets, each with what is known of it. The other fields name them by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subnets: Option<Vec<SubnetSpec>>,
    /// The ids of the subnets that the cluster is given, for the network interfaces of its control plane.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster_subnets: Option<Vec<String>>,
    /// The kinds of node. Not stated: `al2023`, or what the documents show. An empty list is a wish only beside a feature
    /// that brings nodes of its own, `auto-mode` or `hybrid-nodes`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nodes: Option<Vec<NodeKind>>,
    /// The ids of the subnets that nodes run in. They may differ from the cluster's own subnets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node_subnets: Option<Vec<String>>,
    /// The ids of the subnets that pods take addresses from, with custom networking. Not stated: those of the nodes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pod_subnets: Option<Vec<String>>,
    /// The ids of the security groups that nodes carry. Not stated: what node groups and instances show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node_security_groups: Option<Vec<String>>,
    /// The ids of the security groups that pods carry, with security groups for pods or custom networking. Not stated:
    /// those of the nodes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pod_security_groups: Option<Vec<String>>,
    /// The IP family of pods and services.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip_family: Option<IpFamily>,
    /// The CIDR block of services. It is never guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_cidr: Option<String>,
    /// The CIDR blocks of hybrid nodes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remote_node_cidrs: Option<Vec<String>>,
    /// The CIDR blocks of pods on hybrid nodes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remote_pod_cidrs: Option<Vec<String>>,
    /// Whether clients use the host names for FIPS. Not stated: no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fips: Option<bool>,
    /// The authentication mode. Not stated: `API`, and `CONFIG_MAP` on days before access entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authentication_mode: Option<AuthenticationMode>,
    /// How what the control plane calls leaves it. Not stated: `AWS_MANAGED`, the default of EKS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub control_plane_egress_mode: Option<ControlPlaneEgressMode>,
    /// The callers outside the cluster, such as a bastion, a peered VPC or a network on premises; an empty list says that
    /// there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callers: Option<Vec<Caller>>,
    /// The name servers that the DHCP options list: addresses, and `AmazonProvidedDNS`. Not stated: `AmazonProvidedDNS`
    /// alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dns_servers: Option<Vec<String>>,
    /// The HTTP proxy that nodes and pods send requests through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<ProxySpec>,
    /// What is not of AWS and that the cluster calls, such as a registry or a Git server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destinations: Option<Vec<DestinationSpec>>,
    /// The VPC that holds the interface endpoints, where it is not that of the cluster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint_vpc: Option<EndpointVpcSpec>,
    /// The features and add-ons by id, each with its options; a plain list of ids is the short form. Stated features
    /// are the whole wish: nothing is added from documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub features: Option<Features>,
    /// The AWS services that workloads call besides what the features need, by the suffix of their endpoint service,
    /// such as `sqs` or `bedrock-runtime`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub services: Option<Vec<String>>,
    /// The day for which to answer. Not stated: the day of the newest knowledge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
}

impl ClusterSpec {
    /// A wish for a region and nothing else.
    ///
    /// # Errors
    /// No partition has the region.
    pub fn new(region: impl Into<String>) -> Result<Self, Error> {
        let region = region.into();
        knowledge::region(&region)?;
        Ok(Self { region, ..Self::default() })
    }

    /// The same wish with a feature more.
    ///
    /// # Errors
    /// There is no such feature.
    pub fn feature(mut self, id: &str) -> Result<Self, Error> {
        self.features.get_or_insert_default().insert(id, FeatureOptions::default())?;
        Ok(self)
    }

    /// The same wish with a service more that workloads call.
    ///
    /// ```
    /// use private_eks::{ClusterSpec, plan};
    ///
    /// let plan = plan(&ClusterSpec::new("eu-west-1")?.service("bedrock-runtime")?)?;
    /// let bedrock = plan.endpoints.iter().find(|endpoint| endpoint.service == "bedrock-runtime").unwrap();
    /// assert_eq!(bedrock.service_name, "com.amazonaws.eu-west-1.bedrock-runtime");
    /// assert_eq!(bedrock.reasons[0].by, "services");
    /// # Ok::<(), private_eks::Error>(())
    /// ```
    ///
    /// # Errors
    /// No endpoint service is known by this suffix.
    pub fn service(mut self, suffix: &str) -> Result<Self, Error> {
        let services = self.services.get_or_insert_default();
        let row = knowledge::Callable::named(suffix);
        services.push(row.map_err(|error| error.under(&format!("services[{}]", services.len())))?.id().to_owned());
        Ok(self)
    }

    /// The same wish with an option of a feature more; the feature is added where it is missing.
    ///
    /// # Errors
    /// There is no such feature, it has no such option, or the value is of another type.
    pub fn option(mut self, id: &str, name: &str, value: impl Into<OptionValue>) -> Result<Self, Error> {
        self.features.get_or_insert_default().insert_option(id, name, value.into())?;
        Ok(self)
    }
}
