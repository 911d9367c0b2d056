//! Repairs: what would open exactly what a path was asked for, as AWS calls. The order of the variants is the order in
//! which they can be made, so that no step shuts what was open before it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::acl;
use super::answer::{BlockerCode, PortSpan};
use super::choose::fewest;
use super::end::{End, Groups};
use super::group::Side;
use super::path::{Asked, Lets, Path, Step};
use super::protocol::Protocol;
use super::resolve::Network;
use crate::error::Error;
use crate::net::{Addresses, Cidr, Services, Traffic};
use crate::snapshot::{Fix, NetworkAcl};

/// A call that would mend something.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Repair {
    /// Turns on an attribute of a VPC; DNS support has to come before host names.
    TurnOnVpcAttribute { vpc: String, attribute: VpcAttributeName },
    /// Lets something in or out of a group. Any of the groups and any of the peers will do; which it is, is chosen when
    /// all needs are known.
    AllowInGroup { groups: Vec<String>, egress: bool, peers: Vec<Peer>, protocol: Protocol, ports: PortSpan },
    /// Lets a block through a network ACL; the number is chosen when all of them are known.
    AllowInAcl { acl: String, egress: bool, cidr: Cidr, protocol: Protocol, ports: PortSpan },
    /// Puts a gateway endpoint into route tables.
    AddRouteTables { endpoint: String, tables: Vec<String> },
    /// Makes a gateway endpoint.
    CreateGatewayEndpoint { vpc: String, service: String, tables: Vec<String> },
    /// Makes an interface endpoint with private DNS.
    CreateInterfaceEndpoint { vpc: String, service: String, subnets: Vec<String>, groups: Vec<String> },
    /// Turns private DNS on. It comes after the paths, for from then on clients use them.
    TurnOnPrivateDns { endpoint: String },
    /// Turns the private access of the cluster's endpoint on.
    TurnOnPrivateAccess { cluster: String },
    /// Adds a version to a launch template, like another but for its user data.
    AddTemplateVersion { template: String, source: i64, user_data: String },
    /// Lets a node group use the newest version of its launch template.
    UseLatestTemplateVersion { cluster: String, nodegroup: String, template: String },
}

/// The attributes of a VPC that private names need.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum VpcAttributeName {
    EnableDnsSupport,
    EnableDnsHostnames,
}

/// The other side of a rule in a security group.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Peer {
    Group(String),
    PrefixList(String),
    Block(Cidr),
}

/// Whom a repair lets through.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum LetThrough {
    /// Exactly the addresses that were asked.
    Addresses,
    /// Whoever carries the groups of the end: nodes come and go, and with them their addresses.
    Carriers,
}

/// What would open a path whole; nothing when some step of it cannot be mended by a call.
pub(crate) fn repairs(path: &Path<'_>, asked: &Asked, whom: LetThrough) -> Option<Vec<Repair>> {
    let mut repairs = Vec::new();
    for step in &path.steps {
        let shut = path.opened_by(step).split(&path.from.addresses).shut;
        if !shut.is_empty() {
            repairs.extend(step_repairs(path, step, &shut, asked, whom)?);
        }
    }
    Some(repairs)
}

fn step_repairs(
    path: &Path<'_>,
    step: &Step,
    shut: &Addresses,
    asked: &Asked,
    whom: LetThrough,
) -> Option<Vec<Repair>> {
    let acl = |egress: bool, addresses: &Addresses, ports: PortSpan| -> Option<Vec<Repair>> {
        let acl = step.ids.first()?;
        let entry = |cidr| Repair::AllowInAcl { acl: acl.clone(), egress, cidr, protocol: asked.protocol, ports };
        Some(addresses.cidrs().into_iter().map(entry).collect())
    };
    let group = |egress: bool, needs: Vec<Vec<Peer>>| -> Option<Vec<Repair>> {
        let rule = |peers| Repair::AllowInGroup {
            groups: step.ids.clone(),
            egress,
            peers,
            protocol: asked.protocol,
            ports: asked.ports,
        };
        (!step.ids.is_empty()).then(|| needs.into_iter().map(rule).collect())
    };
    // What is decided of a translated address is not mended by letting the own one through.
    let translated = matches!(step.lets, Lets::All(..)) && step.code != BlockerCode::Route;
    if translated {
        return None;
    }
    let (from, to) = (&path.from, &path.to);
    let closed = path.closed_by(step);
    match step.code {
        BlockerCode::GroupEgress => group(true, peers(to, &closed, whom)),
        BlockerCode::GroupIngress => group(false, peers(from, shut, whom)),
        BlockerCode::AclEgress => acl(true, &closed, asked.ports),
        BlockerCode::AclIngress => acl(false, shut, asked.ports),
        BlockerCode::AclReplyEgress => acl(true, shut, asked.client_ports),
        BlockerCode::AclReplyIngress => acl(false, &closed, asked.client_ports),
        BlockerCode::Route if step.lacks_route => {
            Some(vec![Repair::AddRouteTables { endpoint: to.name.clone(), tables: step.ids.clone() }])
        }
        _ => None,
    }
}

/// What has to be let through, each need with its alternatives.
fn peers(end: &End<'_>, addresses: &Addresses, whom: LetThrough) -> Vec<Vec<Peer>> {
    match (&end.groups, end.prefix_list) {
        (Groups::These(ids), _) if whom == LetThrough::Carriers && !ids.is_empty() => {
            vec![ids.iter().cloned().map(Peer::Group).collect()]
        }
        (_, Some(list)) if !list.is_empty() => vec![vec![Peer::PrefixList(list.to_owned())]],
        _ => addresses.cidrs().into_iter().map(|cidr| vec![Peer::Block(cidr)]).collect(),
    }
}

/// The repairs of several findings as calls: each once, in an order in which they can be made, with what each mends.
pub(crate) fn fixes(
    network: &Network<'_>,
    region: &str,
    wanted: impl IntoIterator<Item = (Repair, String)>,
) -> Result<Vec<Fix>, Error> {
    let mut numbers = AclNumbers::default();
    let mut calls = Vec::new();
    let mut given_up: BTreeSet<String> = BTreeSet::new();
    for (repair, mends) in merged(wanted) {
        match repair.call(network, &mut numbers)? {
            Some(call) => calls.push((call, mends)),
            // What needs a call that cannot be made is not mended by the others either.
            None => given_up.extend(mends),
        }
    }
    let mut fixes = Vec::new();
    for ((service, operation, parameters, description), mends) in calls {
        let mends: Vec<String> = mends.into_iter().filter(|finding| !given_up.contains(finding)).collect();
        if !mends.is_empty() {
            let id = format!("fix-{}", fixes.len() + 1);
            fixes.push(Fix::new(id, service, operation, parameters, description, mends, region));
        }
    }
    Ok(fixes)
}

/// Each repair once, with what it mends; needs that several rules could serve are served by the fewest.
fn merged(wanted: impl IntoIterator<Item = (Repair, String)>) -> BTreeMap<Repair, BTreeSet<String>> {
    let mut merged: BTreeMap<Repair, BTreeSet<String>> = BTreeMap::new();
    let mut tables: BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
    let mut needs: Vec<(BTreeSet<Repair>, String)> = Vec::new();
    for (repair, finding) in wanted {
        match repair {
            Repair::AddRouteTables { endpoint, tables: more } => {
                let (known, mends) = tables.entry(endpoint).or_default();
                known.extend(more);
                mends.insert(finding);
            }
            Repair::AllowInGroup { groups, egress, peers, protocol, ports } => {
                let rule = |group: &String, peer: &Peer| {
                    let (groups, peers) = (vec![group.clone()], vec![peer.clone()]);
                    Repair::AllowInGroup { groups, egress, peers, protocol, ports }
                };
                let any = groups.iter().flat_map(|group| peers.iter().map(move |peer| rule(group, peer))).collect();
                needs.push((any, finding));
            }
            other => {
                merged.entry(other).or_default().insert(finding);
            }
        }
    }
    for (endpoint, (tables, mends)) in tables {
        merged.insert(Repair::AddRouteTables { endpoint, tables: tables.into_iter().collect() }, mends);
    }
    let alternatives: Vec<BTreeSet<Repair>> = needs.iter().map(|(any, _)| any.clone()).collect();
    for rule in fewest(&alternatives) {
        let served = needs.iter().filter(|(any, _)| any.contains(&rule)).map(|(_, finding)| finding.clone()).collect();
        merged.insert(rule, served);
    }
    merged
}

type Call = (&'static str, &'static str, Map<String, Value>, String);

impl Repair {
    fn call(&self, network: &Network<'_>, numbers: &mut AclNumbers) -> Result<Option<Call>, Error> {
        let (service, operation, parameters, description) = match self {
            Self::TurnOnVpcAttribute { vpc, attribute } => {
                let key = attribute.as_str();
                let parameters = json!({ "VpcId": vpc, key: { "Value": true } });
                ("ec2", "ModifyVpcAttribute", parameters, format!("turn on {key} of {vpc}"))
            }
            Self::AllowInGroup { groups, egress, peers, protocol, ports } => {
                let (Some(group), Some(peer)) = (groups.first(), peers.first()) else { return Ok(None) };
                let operation = if *egress { "AuthorizeSecurityGroupEgress" } else { "AuthorizeSecurityGroupIngress" };
                let parameters = json!({ "GroupId": group, "IpPermissions": [permission(peer, *protocol, *ports)] });
                let (way, words) = (if *egress { "out to" } else { "in from" }, Asked::new(*protocol, *ports, *ports));
                ("ec2", operation, parameters, format!("let {} {way} {} in {group}", words.services, peer.words()))
            }
            Self::AllowInAcl { acl, egress, cidr, protocol, ports } => {
                let asked = Asked::new(*protocol, *ports, *ports);
                let Some(number) = numbers.choose(network, acl, *egress, &asked.services, *cidr)? else {
                    return Ok(None);
                };
                let block = if cidr.is_ipv4() { "CidrBlock" } else { "Ipv6CidrBlock" };
                let mut parameters = json!({
                    "NetworkAclId": acl, "RuleNumber": number, "Egress": egress, "RuleAction": "allow",
                    "Protocol": protocol.number(),
                    block: cidr.to_string(),
                });
                if let (Some(object), true) = (parameters.as_object_mut(), protocol.has_ports()) {
                    object.insert("PortRange".to_owned(), json!({ "From": ports.first, "To": ports.last }));
                } else if let (Some(object), true) = (parameters.as_object_mut(), protocol.has_types()) {
                    object.insert("IcmpTypeCode".to_owned(), json!({ "Type": -1, "Code": -1 }));
                }
                let way = if *egress { "out to" } else { "in from" };
                let words = format!("let {} {way} {cidr} in {acl}, before what denies it", asked.services);
                ("ec2", "CreateNetworkAclEntry", parameters, words)
            }
            Self::AddRouteTables { endpoint, tables } => {
                let parameters = json!({ "VpcEndpointId": endpoint, "AddRouteTableIds": tables });
                ("ec2", "ModifyVpcEndpoint", parameters, format!("put {endpoint} into {}", tables.join(", ")))
            }
            Self::CreateGatewayEndpoint { vpc, service, tables } => {
                let parameters = json!({
                    "VpcEndpointType": "Gateway", "VpcId": vpc, "ServiceName": service, "RouteTableIds": tables,
                });
                ("ec2", "CreateVpcEndpoint", parameters, format!("make the gateway endpoint for {service}"))
            }
            Self::CreateInterfaceEndpoint { vpc, service, subnets, groups } => {
                let parameters = json!({
                    "VpcEndpointType": "Interface", "VpcId": vpc, "ServiceName": service,
                    "SubnetIds": subnets, "SecurityGroupIds": groups, "PrivateDnsEnabled": true,
                });
                ("ec2", "CreateVpcEndpoint", parameters, format!("make the interface endpoint for {service}"))
            }
            Self::TurnOnPrivateDns { endpoint } => {
                let parameters = json!({ "VpcEndpointId": endpoint, "PrivateDnsEnabled": true });
                ("ec2", "ModifyVpcEndpoint", parameters, format!("turn on private DNS of {endpoint}"))
            }
            Self::TurnOnPrivateAccess { cluster } => {
                let parameters = json!({ "name": cluster, "resourcesVpcConfig": { "endpointPrivateAccess": true } });
                let words = format!("turn on the private access of the endpoint of {cluster}");
                ("eks", "UpdateClusterConfig", parameters, words)
            }
            Self::AddTemplateVersion { template, source, user_data } => {
                let parameters = json!({
                    "LaunchTemplateId": template, "SourceVersion": source.to_string(),
                    "LaunchTemplateData": { "UserData": user_data },
                });
                let words =
                    format!("add a version to {template} with mended user data, like version {source} in all else");
                ("ec2", "CreateLaunchTemplateVersion", parameters, words)
            }
            Self::UseLatestTemplateVersion { cluster, nodegroup, template } => {
                let parameters = json!({
                    "clusterName": cluster, "nodegroupName": nodegroup,
                    "launchTemplate": { "id": template, "version": "$Latest" },
                });
                let words = format!("let {nodegroup} use the newest version of {template}, which replaces its nodes");
                ("eks", "UpdateNodegroupVersion", parameters, words)
            }
        };
        let Value::Object(parameters) = parameters else { return Ok(None) };
        Ok(Some((service, operation, parameters, description)))
    }
}

impl VpcAttributeName {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::EnableDnsSupport => "EnableDnsSupport",
            Self::EnableDnsHostnames => "EnableDnsHostnames",
        }
    }
}

impl Peer {
    fn words(&self) -> String {
        match self {
            Self::Group(id) | Self::PrefixList(id) => id.clone(),
            Self::Block(cidr) => cidr.to_string(),
        }
    }
}

fn permission(peer: &Peer, protocol: Protocol, ports: PortSpan) -> Value {
    let mut permission = json!({ "IpProtocol": protocol.name() });
    if let Some(object) = permission.as_object_mut() {
        if protocol.has_ports() {
            object.insert("FromPort".to_owned(), ports.first.into());
            object.insert("ToPort".to_owned(), ports.last.into());
        } else if protocol.has_types() {
            object.insert("FromPort".to_owned(), (-1).into());
            object.insert("ToPort".to_owned(), (-1).into());
        }
        let (key, value) = match peer {
            Peer::Group(id) => ("UserIdGroupPairs", json!([{ "GroupId": id }])),
            Peer::PrefixList(id) => ("PrefixListIds", json!([{ "PrefixListId": id }])),
            Peer::Block(cidr) if cidr.is_ipv4() => ("IpRanges", json!([{ "CidrIp": cidr.to_string() }])),
            Peer::Block(cidr) => ("Ipv6Ranges", json!([{ "CidrIpv6": cidr.to_string() }])),
        };
        object.insert(key.to_owned(), value);
    }
    permission
}

/// The numbers that new entries of network ACLs get: the highest free one before the first entry that denies.
#[derive(Default)]
struct AclNumbers {
    taken: BTreeMap<(String, bool), BTreeSet<i64>>,
}

impl AclNumbers {
    fn choose(
        &mut self,
        network: &Network<'_>,
        id: &str,
        egress: bool,
        services: &Services,
        cidr: Cidr,
    ) -> Result<Option<i64>, Error> {
        let acls = network.snapshot.network_acls.iter().flatten();
        let Some(acl) = acls.into_iter().find(|acl: &&NetworkAcl| acl.network_acl_id.as_deref() == Some(id)) else {
            return Ok(None);
        };
        let side = if egress { Side::Egress } else { Side::Ingress };
        let asked = Traffic::new(services, &Addresses::from(cidr));
        let entries = acl::ordered(acl, side).unwrap_or_default();
        let taken = self.taken.entry((id.to_owned(), egress)).or_default();
        taken.extend(entries.iter().filter_map(|entry| entry.rule_number));
        let mut before = 32_767;
        for entry in &entries {
            let denies =
                !acl::is_allow(entry) && acl::rectangle(entry, id)?.is_some_and(|rectangle| rectangle.overlaps(&asked));
            if let (true, Some(number)) = (denies, entry.rule_number) {
                before = before.min(number);
                break;
            }
        }
        let free = (1..before.min(32_767)).rev().find(|number| !taken.contains(number));
        taken.extend(free);
        Ok(free)
    }
}
