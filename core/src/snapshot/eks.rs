//! The objects of Amazon EKS's answers, field for field as AWS prints them, as far as anything here reads them. The
//! `list-*` answers give names only; a name stands for an object of which nothing else is known.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::shape::{Identified, ObjectOnly, Shape, shapes};

shapes! {
    /// The cluster of `describe-cluster`.
    Cluster by name {
        name: String = "name",
        arn: String = "arn",
        version: String = "version",
        endpoint: String = "endpoint",
        resources_vpc_config: ResourcesVpcConfig = "resourcesVpcConfig",
        kubernetes_network_config: KubernetesNetworkConfig = "kubernetesNetworkConfig",
        access_config: AccessConfig = "accessConfig",
        certificate_authority: CertificateAuthority = "certificateAuthority",
        compute_config: ComputeConfig = "computeConfig",
        identity: Identity = "identity",
        status: String = "status",
    }

    /// Where the control plane meets the VPC.
    ResourcesVpcConfig {
        /// The cluster's own subnets; nodes may run elsewhere.
        subnet_ids: Vec<String> = "subnetIds",
        security_group_ids: Vec<String> = "securityGroupIds",
        cluster_security_group_id: String = "clusterSecurityGroupId",
        vpc_id: String = "vpcId",
        endpoint_public_access: bool = "endpointPublicAccess",
        endpoint_private_access: bool = "endpointPrivateAccess",
        public_access_cidrs: Vec<String> = "publicAccessCidrs",
    }

    /// The addresses of services.
    KubernetesNetworkConfig {
        service_ipv4_cidr: String = "serviceIpv4Cidr",
        service_ipv6_cidr: String = "serviceIpv6Cidr",
        ip_family: String = "ipFamily",
    }

    /// Who may join and administer.
    AccessConfig {
        authentication_mode: String = "authenticationMode",
    }

    /// The certificates of the cluster's authority.
    CertificateAuthority {
        data: String = "data",
    }

    /// Whether EKS Auto Mode runs the nodes.
    ComputeConfig {
        enabled: bool = "enabled",
        node_pools: Vec<String> = "nodePools",
    }

    /// The identity provider of the cluster.
    Identity {
        oidc: Oidc = "oidc",
    }

    /// The OpenID Connect issuer of the cluster.
    Oidc {
        issuer: String = "issuer",
    }

    /// The launch template that a node group uses.
    NodegroupLaunchTemplate {
        id: String = "id",
        name: String = "name",
        version: String = "version",
    }

    /// The pods that a Fargate profile takes.
    FargateSelector {
        namespace: String = "namespace",
    }

    /// A pod identity association.
    PodIdentityAssociation by association_id {
        association_id: String = "associationId",
        association_arn: String = "associationArn",
        cluster_name: String = "clusterName",
        namespace: String = "namespace",
        service_account: String = "serviceAccount",
        role_arn: String = "roleArn",
    }
}

/// Declares objects that a `list-*` answer gives by name only.
macro_rules! named {
    ($( $(#[$meta:meta])* $name:ident by $id:ident { $( $field:ident: $type:ty = $key:literal, )* } )*) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        pub struct $name { $(
            #[doc = concat!("AWS's `", $key, "`.")]
            #[serde(rename = $key, skip_serializing_if = "Option::is_none")]
            pub $field: Option<$type>,
        )* }

        impl Identified for $name {
            fn id(&self) -> Option<&str> {
                self.$id.as_deref()
            }

            fn is_name_only(&self) -> bool {
                *self == Self { $id: self.$id.clone(), ..Self::default() }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[derive(Default, Deserialize)]
                #[serde(default)]
                struct Described { $( #[serde(rename = $key)] $field: Option<$type>, )* }

                struct NameOrObject;

                impl<'de> Visitor<'de> for NameOrObject {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an object as `describe-*` prints it, or a name as `list-*` prints it")
                    }

                    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Self::Value, E> {
                        Ok($name { $id: Some(name.to_owned()), ..$name::default() })
                    }

                    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                        let described = Described::deserialize(MapAccessDeserializer::new(map))?;
                        Ok($name { $( $field: described.$field, )* })
                    }
                }

                deserializer.deserialize_any(NameOrObject)
            }
        }
    )* };
}

named! {
    /// A managed node group of `describe-nodegroup`.
    Nodegroup by nodegroup_name {
        nodegroup_name: String = "nodegroupName",
        cluster_name: String = "clusterName",
        status: String = "status",
        subnets: Vec<String> = "subnets",
        ami_type: String = "amiType",
        instance_types: Vec<String> = "instanceTypes",
        launch_template: NodegroupLaunchTemplate = "launchTemplate",
    }

    /// A Fargate profile of `describe-fargate-profile`.
    FargateProfile by fargate_profile_name {
        fargate_profile_name: String = "fargateProfileName",
        cluster_name: String = "clusterName",
        status: String = "status",
        subnets: Vec<String> = "subnets",
        selectors: Vec<FargateSelector> = "selectors",
    }

    /// An add-on of `describe-addon`.
    Addon by addon_name {
        addon_name: String = "addonName",
        cluster_name: String = "clusterName",
        status: String = "status",
        addon_version: String = "addonVersion",
        service_account_role_arn: String = "serviceAccountRoleArn",
        pod_identity_associations: Vec<String> = "podIdentityAssociations",
        configuration_values: String = "configurationValues",
    }

    /// An access entry of `describe-access-entry`.
    AccessEntry by principal_arn {
        principal_arn: String = "principalArn",
        cluster_name: String = "clusterName",
        kubernetes_groups: Vec<String> = "kubernetesGroups",
        username: String = "username",
        entry_type: String = "type",
    }
}
