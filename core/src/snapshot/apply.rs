//! The snapshot as it would be after fixes were made: new objects get ids and addresses that depend on nothing but the
//! input. It changes documents, never AWS.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::ec2::{
    AttributeValue, GroupIdentifier, IcmpTypeCode, IpPermission, LaunchTemplateData, LaunchTemplateVersion,
    NetworkAclEntry, NetworkInterface, PortRange, PrivateIpAddress, Route, VpcAttribute, VpcEndpoint,
};
use super::eks::{NodegroupLaunchTemplate, ResourcesVpcConfig};
use super::{Fix, Part, Snapshot};
use crate::error::{Error, ErrorCode};
use crate::json;
use crate::net::Cidr;

/// What exists and what is to be changed. The request of the operation `apply`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApplyRequest {
    /// What exists; left out when a handle is asked.
    #[serde(default)]
    pub snapshot: Option<Snapshot>,
    /// The fixes, made one after the other.
    pub fixes: Vec<Fix>,
}

/// Gives the snapshot as it would be after fixes were made: the operation `apply`. Parts that are not among the
/// documents stay unknown.
///
/// # Errors
/// A call that is no fix of this library, parameters of another shape, or an object that no document has.
pub fn apply(snapshot: &Snapshot, request: &ApplyRequest) -> Result<Snapshot, Error> {
    let mut after = snapshot.clone();
    for (at, fix) in request.fixes.iter().enumerate() {
        after.make(fix).map_err(|error| error.under(&format!("fixes[{at}]")))?;
    }
    Ok(after)
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct ModifyVpcAttribute {
    vpc_id: String,
    enable_dns_support: Option<AttributeValue>,
    enable_dns_hostnames: Option<AttributeValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct AuthorizeSecurityGroup {
    group_id: String,
    ip_permissions: Vec<IpPermission>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct CreateNetworkAclEntry {
    network_acl_id: String,
    rule_number: i64,
    egress: bool,
    rule_action: String,
    protocol: String,
    cidr_block: Option<String>,
    ipv6_cidr_block: Option<String>,
    port_range: Option<PortRange>,
    icmp_type_code: Option<IcmpTypeCode>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct ModifyVpcEndpoint {
    vpc_endpoint_id: String,
    #[serde(default)]
    add_route_table_ids: Vec<String>,
    private_dns_enabled: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct CreateVpcEndpoint {
    vpc_endpoint_type: String,
    vpc_id: String,
    service_name: String,
    #[serde(default)]
    route_table_ids: Vec<String>,
    #[serde(default)]
    subnet_ids: Vec<String>,
    #[serde(default)]
    security_group_ids: Vec<String>,
    private_dns_enabled: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct UpdateClusterConfig {
    name: String,
    resources_vpc_config: ResourcesVpcConfig,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct CreateLaunchTemplateVersion {
    launch_template_id: String,
    source_version: String,
    launch_template_data: LaunchTemplateData,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct UpdateNodegroupVersion {
    cluster_name: String,
    nodegroup_name: String,
    launch_template: NodegroupLaunchTemplate,
}

impl Snapshot {
    fn make(&mut self, fix: &Fix) -> Result<(), Error> {
        match (fix.service.as_str(), fix.operation.as_str()) {
            ("ec2", "ModifyVpcAttribute") => self.modify_vpc_attribute(parameters(fix)?),
            ("ec2", "AuthorizeSecurityGroupIngress") => self.authorize(parameters(fix)?, false)?,
            ("ec2", "AuthorizeSecurityGroupEgress") => self.authorize(parameters(fix)?, true)?,
            ("ec2", "CreateNetworkAclEntry") => self.create_acl_entry(parameters(fix)?)?,
            ("ec2", "ModifyVpcEndpoint") => self.modify_endpoint(&parameters(fix)?)?,
            ("ec2", "CreateVpcEndpoint") => self.create_endpoint(parameters(fix)?)?,
            ("ec2", "CreateLaunchTemplateVersion") => self.add_template_version(parameters(fix)?)?,
            ("eks", "UpdateNodegroupVersion") => self.update_nodegroup(&parameters(fix)?)?,
            ("eks", "UpdateClusterConfig") => self.update_cluster(&parameters(fix)?)?,
            (service, operation) => {
                let message = format!("`{service}:{operation}` is no call that a fix makes");
                return Err(Error::new(ErrorCode::ErrInvalidInput, "operation", message));
            }
        }
        Ok(())
    }

    fn modify_vpc_attribute(&mut self, call: ModifyVpcAttribute) {
        let answers = self.vpc_attributes.get_or_insert_default();
        let mut set = |mine: fn(&mut VpcAttribute) -> &mut Option<AttributeValue>, value: Option<AttributeValue>| {
            let Some(value) = value else { return };
            for answer in answers.iter_mut().filter(|answer| answer.vpc_id.as_ref() == Some(&call.vpc_id)) {
                if mine(answer).is_some() {
                    *mine(answer) = Some(value);
                    return;
                }
            }
            let mut answer = VpcAttribute { vpc_id: Some(call.vpc_id.clone()), ..VpcAttribute::default() };
            *mine(&mut answer) = Some(value);
            answers.push(answer);
        };
        set(|answer| &mut answer.enable_dns_support, call.enable_dns_support);
        set(|answer| &mut answer.enable_dns_hostnames, call.enable_dns_hostnames);
    }

    fn authorize(&mut self, call: AuthorizeSecurityGroup, egress: bool) -> Result<(), Error> {
        let groups = self.security_groups.iter_mut().flatten();
        let group = groups.into_iter().find(|group| group.group_id.as_ref() == Some(&call.group_id));
        let group = group.ok_or_else(|| absent("GroupId", &call.group_id, Part::SecurityGroups))?;
        let rules = if egress { &mut group.ip_permissions_egress } else { &mut group.ip_permissions };
        rules.get_or_insert_default().extend(call.ip_permissions);
        Ok(())
    }

    /// A version like the one that is named, with other user data. It gets the number after the highest that is known.
    fn add_template_version(&mut self, call: CreateLaunchTemplateVersion) -> Result<(), Error> {
        let versions = self.launch_template_versions.get_or_insert_default();
        let own =
            versions.iter().filter(|version| version.launch_template_id.as_ref() == Some(&call.launch_template_id));
        let number = own.clone().filter_map(|version| version.version_number).max().unwrap_or_default() + 1;
        let is_source = |version: &&LaunchTemplateVersion| {
            version.version_number.is_some_and(|number| number.to_string() == call.source_version)
        };
        let source = own.clone().find(is_source);
        let mut version = source
            .cloned()
            .ok_or_else(|| absent("LaunchTemplateId", &call.launch_template_id, Part::LaunchTemplateVersions))?;
        version.version_number = Some(number);
        version.default_version = Some(false);
        version.launch_template_data.get_or_insert_default().user_data = call.launch_template_data.user_data;
        versions.push(version);
        Ok(())
    }

    /// EKS turns `$Latest` into the number that it means.
    fn update_nodegroup(&mut self, call: &UpdateNodegroupVersion) -> Result<(), Error> {
        let template = call.launch_template.id.as_ref();
        let versions = self.launch_template_versions.iter().flatten();
        let latest = versions
            .filter(|version| version.launch_template_id.as_ref() == template)
            .filter_map(|version| version.version_number)
            .max();
        let version = match (call.launch_template.version.as_deref(), latest) {
            (Some("$Latest"), Some(latest)) => Some(latest.to_string()),
            (version, _) => version.map(ToOwned::to_owned),
        };
        let groups = self.nodegroups.iter_mut().flatten();
        let group = groups.into_iter().find(|group| {
            group.nodegroup_name.as_ref() == Some(&call.nodegroup_name)
                && group.cluster_name.as_ref().is_none_or(|cluster| *cluster == call.cluster_name)
        });
        let group = group.ok_or_else(|| absent("nodegroupName", &call.nodegroup_name, Part::Nodegroups))?;
        group.launch_template = Some(NodegroupLaunchTemplate { version, ..call.launch_template.clone() });
        Ok(())
    }

    fn create_acl_entry(&mut self, call: CreateNetworkAclEntry) -> Result<(), Error> {
        let acls = self.network_acls.iter_mut().flatten();
        let acl = acls.into_iter().find(|acl| acl.network_acl_id.as_ref() == Some(&call.network_acl_id));
        let acl = acl.ok_or_else(|| absent("NetworkAclId", &call.network_acl_id, Part::NetworkAcls))?;
        let entries = acl.entries.get_or_insert_default();
        let taken =
            |entry: &NetworkAclEntry| entry.rule_number == Some(call.rule_number) && entry.egress == Some(call.egress);
        if entries.iter().any(taken) {
            let message = format!("`{}` is taken in `{}`", call.rule_number, call.network_acl_id);
            return Err(Error::new(ErrorCode::ErrInvalidInput, "parameters.RuleNumber", message));
        }
        entries.push(NetworkAclEntry {
            rule_number: Some(call.rule_number),
            egress: Some(call.egress),
            protocol: Some(call.protocol),
            rule_action: Some(call.rule_action),
            cidr_block: call.cidr_block,
            ipv6_cidr_block: call.ipv6_cidr_block,
            port_range: call.port_range,
            icmp_type_code: call.icmp_type_code,
        });
        Ok(())
    }

    fn modify_endpoint(&mut self, call: &ModifyVpcEndpoint) -> Result<(), Error> {
        let endpoints = self.vpc_endpoints.iter_mut().flatten();
        let endpoint =
            endpoints.into_iter().find(|known| known.vpc_endpoint_id.as_ref() == Some(&call.vpc_endpoint_id));
        let endpoint = endpoint.ok_or_else(|| absent("VpcEndpointId", &call.vpc_endpoint_id, Part::VpcEndpoints))?;
        if let Some(enabled) = call.private_dns_enabled {
            endpoint.private_dns_enabled = Some(enabled);
        }
        endpoint.route_table_ids.get_or_insert_default().extend(call.add_route_table_ids.iter().cloned());
        let service = endpoint.service_name.clone().unwrap_or_default();
        self.route_to_gateway(&call.vpc_endpoint_id, &service, &call.add_route_table_ids)
    }

    /// AWS puts the route to a gateway endpoint into each table by itself.
    fn route_to_gateway(&mut self, endpoint: &str, service: &str, tables: &[String]) -> Result<(), Error> {
        let owned =
            self.managed_prefix_lists.iter().flatten().map(|list| (&list.prefix_list_name, &list.prefix_list_id));
        let mut lists = self.prefix_lists.iter().flatten().map(|list| (&list.prefix_list_name, &list.prefix_list_id));
        let mut named = lists.by_ref().chain(owned);
        let list = named.find(|(name, _)| name.as_deref() == Some(service)).and_then(|(_, id)| id.clone());
        let list = list.unwrap_or_else(|| id("pl", &[service]));
        for table in tables {
            let known = self.route_tables.iter_mut().flatten();
            let known = known.into_iter().find(|known| known.route_table_id.as_ref() == Some(table));
            let known = known.ok_or_else(|| absent("RouteTableIds", table, Part::RouteTables))?;
            let leads_there = |route: &Route| {
                route.destination_prefix_list_id.as_ref() == Some(&list)
                    && route.gateway_id.as_deref() == Some(endpoint)
            };
            let routes = known.routes.get_or_insert_default();
            if routes.iter().any(leads_there) {
                continue;
            }
            routes.push(Route {
                destination_prefix_list_id: Some(list.clone()),
                gateway_id: Some(endpoint.to_owned()),
                origin: Some("CreateRoute".to_owned()),
                state: Some("active".to_owned()),
                ..Route::default()
            });
        }
        Ok(())
    }

    fn create_endpoint(&mut self, call: CreateVpcEndpoint) -> Result<(), Error> {
        let endpoint_id = id("vpce", &[&call.vpc_id, &call.service_name]);
        let groups: Vec<GroupIdentifier> = call.security_group_ids.iter().map(|group| carried(group)).collect();
        let mut interfaces = Vec::new();
        for subnet in &call.subnet_ids {
            let interface = self.endpoint_interface(&endpoint_id, &call.vpc_id, subnet, &groups)?;
            interfaces.extend(interface.network_interface_id.clone());
            if let Some(known) = &mut self.network_interfaces {
                known.push(interface);
            }
        }
        let gateway = call.vpc_endpoint_type.eq_ignore_ascii_case("gateway");
        self.vpc_endpoints.get_or_insert_default().push(VpcEndpoint {
            vpc_endpoint_id: Some(endpoint_id.clone()),
            vpc_endpoint_type: Some(call.vpc_endpoint_type),
            vpc_id: Some(call.vpc_id),
            service_name: Some(call.service_name.clone()),
            state: Some("available".to_owned()),
            route_table_ids: Some(call.route_table_ids.clone()),
            subnet_ids: Some(call.subnet_ids),
            groups: Some(groups),
            private_dns_enabled: Some(call.private_dns_enabled.unwrap_or(!gateway)),
            network_interface_ids: Some(interfaces),
            ..VpcEndpoint::default()
        });
        self.route_to_gateway(&endpoint_id, &call.service_name, &call.route_table_ids)
    }

    fn endpoint_interface(
        &self,
        endpoint: &str,
        vpc: &str,
        subnet: &str,
        groups: &[GroupIdentifier],
    ) -> Result<NetworkInterface, Error> {
        let mut subnets = self.subnets.iter().flatten();
        let known = subnets.find(|known| known.subnet_id.as_deref() == Some(subnet));
        let known = known.ok_or_else(|| absent("SubnetIds", subnet, Part::Subnets))?;
        let address = known.cidr_block.as_deref().and_then(|block| self.free_address(block)).map(|a| a.to_string());
        Ok(NetworkInterface {
            network_interface_id: Some(id("eni", &[endpoint, subnet])),
            vpc_id: Some(vpc.to_owned()),
            subnet_id: Some(subnet.to_owned()),
            interface_type: Some("vpc_endpoint".to_owned()),
            status: Some("in-use".to_owned()),
            description: Some(format!("VPC Endpoint Interface {endpoint}")),
            groups: Some(groups.to_vec()),
            private_ip_address: address.clone(),
            private_ip_addresses: address.map(|address| {
                vec![PrivateIpAddress { private_ip_address: Some(address), primary: Some(true), association: None }]
            }),
            ..NetworkInterface::default()
        })
    }

    /// The lowest address of a block that nobody has; AWS keeps the first four and the last.
    fn free_address(&self, block: &str) -> Option<Ipv4Addr> {
        let (cidr, _) = Cidr::masked(block).ok()?;
        let (std::net::IpAddr::V4(first), std::net::IpAddr::V4(last)) = (cidr.first(), cidr.last()) else {
            return None;
        };
        let interfaces = self.network_interfaces.iter().flatten();
        let taken: BTreeSet<Ipv4Addr> = interfaces
            .flat_map(|known| {
                let more = known.private_ip_addresses.iter().flatten().filter_map(|a| a.private_ip_address.as_deref());
                known.private_ip_address.as_deref().into_iter().chain(more)
            })
            .filter_map(|address| address.parse().ok())
            .collect();
        let (first, last) = (u32::from(first).checked_add(4)?, u32::from(last).checked_sub(1)?);
        (first..=last).map(Ipv4Addr::from).find(|address| !taken.contains(address))
    }

    fn update_cluster(&mut self, call: &UpdateClusterConfig) -> Result<(), Error> {
        let cluster = self.cluster.as_mut().filter(|cluster| cluster.name.as_deref() == Some(call.name.as_str()));
        let cluster = cluster.ok_or_else(|| absent("name", &call.name, Part::Cluster))?;
        let config = cluster.resources_vpc_config.get_or_insert_default();
        if let Some(enabled) = call.resources_vpc_config.endpoint_private_access {
            config.endpoint_private_access = Some(enabled);
        }
        Ok(())
    }
}

fn parameters<T: DeserializeOwned>(fix: &Fix) -> Result<T, Error> {
    json::decode_value(Value::Object(fix.parameters.clone())).map_err(|error| error.under("parameters"))
}

fn carried(group: &str) -> GroupIdentifier {
    GroupIdentifier { group_id: Some(group.to_owned()), group_name: None }
}

fn absent(parameter: &str, id: &str, part: Part) -> Error {
    let message = format!("`{id}` is not among the documents; give one of `{}`", part.as_str());
    Error::new(ErrorCode::ErrUnknownId, format!("parameters.{parameter}"), message)
}

/// An id that depends on nothing but the words (FNV-1a, which never changes): `vpce-` and 17 hexadecimal digits.
fn id(kind: &str, words: &[&str]) -> String {
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for byte in words.join("/").bytes() {
        hash ^= u128::from(byte);
        hash = hash.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    format!("{kind}-{:017x}", hash >> 60)
}
