//! What a wish states of the network around a cluster: blocks, subnets, callers, destinations. Strict: a block with host
//! bits, a subnet that is described nowhere or a name where an address must be is an error with its path.

use std::collections::BTreeMap;
use std::net::IpAddr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, nearest};
use crate::net::Cidr;
use crate::plan::spec::ClusterSpec;
use crate::text::is_token;

/// A subnet that a wish describes.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SubnetSpec {
    /// The id, or a name of your own for one that does not exist yet.
    pub id: String,
    /// The IPv4 CIDR block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cidr: Option<String>,
    /// The Availability Zone by name, such as `eu-west-1a`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub availability_zone: Option<String>,
    /// The Availability Zone by id, such as `euw1-az1`: names differ from account to account, ids do not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub availability_zone_id: Option<String>,
}

/// Callers outside the cluster.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Caller {
    /// Their CIDR block, such as that of a peered VPC or of a network on premises.
    pub cidr: String,
    /// Whether they call the API server. Not stated: yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_server: Option<bool>,
    /// Whether they use the interface endpoints. Not stated: no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoints: Option<bool>,
}

/// Something that is not of AWS and that the cluster calls, such as a registry or a Git server.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DestinationSpec {
    /// The host name, such as `registry.corp.example`.
    pub name: String,
    /// The CIDR blocks that it answers at. Not stated: no rule can be written for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cidrs: Option<Vec<String>>,
    /// The TCP port. Not stated: 443.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub port: Option<u16>,
    /// Whether the API server calls it, as it does webhooks and OIDC issuers. Not stated: no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_control_plane: Option<bool>,
}

/// An HTTP proxy.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProxySpec {
    /// The host name or the address.
    pub host: String,
    /// The TCP port.
    pub port: u16,
    /// The CIDR blocks that it answers at. Not stated: the host, where it is an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cidrs: Option<Vec<String>>,
}

/// A VPC that holds the interface endpoints for several others.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EndpointVpcSpec {
    /// The id of the VPC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The CIDR blocks of the subnets that hold the endpoints, or of the whole VPC. Not stated: no rule can be written
    /// towards it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cidrs: Option<Vec<String>>,
}

/// The same, read and checked. What the wish leaves out is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Surroundings {
    pub(crate) vpc_cidrs: Option<Vec<Cidr>>,
    pub(crate) service_cidr: Option<Cidr>,
    pub(crate) subnets: BTreeMap<String, Subnet>,
    pub(crate) cluster_subnets: Vec<String>,
    pub(crate) node_subnets: Vec<String>,
    pub(crate) pod_subnets: Vec<String>,
    pub(crate) remote_node_cidrs: Option<Vec<Cidr>>,
    pub(crate) remote_pod_cidrs: Option<Vec<Cidr>>,
    pub(crate) callers: Option<Vec<(Cidr, Caller)>>,
    pub(crate) dns_servers: Option<Vec<String>>,
    pub(crate) proxy: Option<Located<ProxySpec>>,
    pub(crate) destinations: Vec<Located<DestinationSpec>>,
    pub(crate) endpoint_vpc: Option<Located<EndpointVpcSpec>>,
}

/// Something with the blocks that it answers at, where the wish states them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Located<T> {
    pub(crate) spec: T,
    pub(crate) cidrs: Option<Vec<Cidr>>,
}

/// A subnet that a wish describes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Subnet {
    pub(crate) cidr: Option<Cidr>,
    pub(crate) zone: Option<String>,
    pub(crate) zone_id: Option<String>,
}

impl Subnet {
    /// What tells its zone from others: the id where it is stated, for names differ between accounts.
    pub(crate) fn zone_key(&self) -> Option<&str> {
        self.zone_id.as_deref().or(self.zone.as_deref())
    }
}

/// The word that DHCP options have for the DNS of Amazon.
pub(crate) const AMAZON_DNS: &str = "AmazonProvidedDNS";

/// Reads and checks what a wish states of the network.
pub(super) fn read(spec: &ClusterSpec) -> Result<Surroundings, Error> {
    let subnets = subnets(spec)?;
    let listed = |field: &str, ids: Option<&Vec<String>>| -> Result<Vec<String>, Error> {
        let mut ids = ids.cloned().unwrap_or_default();
        for (at, id) in ids.iter().enumerate() {
            // Where subnets are described, each that is named must be among them.
            if !subnets.is_empty() && !subnets.contains_key(id) {
                let near = nearest(id, subnets.keys().map(String::as_str));
                let message = format!("`{id}` is not described in `subnets`{near}");
                return Err(Error::new(ErrorCode::ErrInvalidInput, format!("{field}[{at}]"), message));
            }
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    };
    for (field, blocks) in [("remoteNodeCidrs", &spec.remote_node_cidrs), ("remotePodCidrs", &spec.remote_pod_cidrs)] {
        let hybrid = spec.features.as_ref().is_some_and(|features| features.options("hybrid-nodes").is_some());
        if blocks.is_some() && !hybrid {
            let message = format!("`{field}` is of hybrid nodes; `features` does not name `hybrid-nodes`");
            return Err(Error::new(ErrorCode::ErrInvalidInput, field, message));
        }
    }
    let cluster_subnets = listed("clusterSubnets", spec.cluster_subnets.as_ref())?;
    let node_subnets = listed("nodeSubnets", spec.node_subnets.as_ref())?;
    let pod_subnets = listed("podSubnets", spec.pod_subnets.as_ref())?;
    Ok(Surroundings {
        vpc_cidrs: blocks("vpcCidrs", spec.vpc_cidrs.as_ref())?,
        service_cidr: spec.service_cidr.as_deref().map(|text| block("serviceCidr", text)).transpose()?,
        cluster_subnets,
        node_subnets,
        pod_subnets,
        subnets,
        remote_node_cidrs: blocks("remoteNodeCidrs", spec.remote_node_cidrs.as_ref())?,
        remote_pod_cidrs: blocks("remotePodCidrs", spec.remote_pod_cidrs.as_ref())?,
        callers: callers(spec)?,
        dns_servers: dns_servers(spec)?,
        proxy: proxy(spec)?,
        destinations: destinations(spec)?,
        endpoint_vpc: match &spec.endpoint_vpc {
            None => None,
            Some(vpc) => {
                let cidrs = blocks("endpointVpc.cidrs", vpc.cidrs.as_ref())?;
                Some(Located { spec: vpc.clone(), cidrs })
            }
        },
    })
}

/// What is known only at deployment is no fault of its form.
pub(super) fn known(path: &str, text: &str) -> Result<(), Error> {
    if is_token(text) {
        let message = format!("`{text}` is known only at deployment; give the value itself, or leave it out");
        return Err(Error::new(ErrorCode::ErrUnresolvedToken, path, message));
    }
    Ok(())
}

fn block(path: &str, text: &str) -> Result<Cidr, Error> {
    known(path, text)?;
    Cidr::exact(text).map_err(|fault| Error::new(ErrorCode::ErrInvalidCidr, path, fault.to_string()))
}

fn blocks(path: &str, texts: Option<&Vec<String>>) -> Result<Option<Vec<Cidr>>, Error> {
    let Some(texts) = texts else { return Ok(None) };
    if texts.is_empty() {
        let message = "no block is listed; name one, or leave the field out";
        return Err(Error::new(ErrorCode::ErrInvalidInput, path, message));
    }
    let read = texts.iter().enumerate().map(|(at, text)| block(&format!("{path}[{at}]"), text));
    let mut read: Vec<_> = read.collect::<Result<_, _>>()?;
    read.sort_unstable();
    read.dedup();
    Ok(Some(read))
}

fn subnets(spec: &ClusterSpec) -> Result<BTreeMap<String, Subnet>, Error> {
    let mut found = BTreeMap::new();
    for (at, subnet) in spec.subnets.iter().flatten().enumerate() {
        let path = format!("subnets[{at}]");
        let cidr = subnet.cidr.as_deref().map(|text| ipv4(&format!("{path}.cidr"), text)).transpose()?;
        zone(&path, subnet, &spec.region)?;
        let described =
            Subnet { cidr, zone: subnet.availability_zone.clone(), zone_id: subnet.availability_zone_id.clone() };
        if found.insert(subnet.id.clone(), described).is_some() {
            let message = format!("`{}` is described twice", subnet.id);
            return Err(Error::new(ErrorCode::ErrInvalidInput, format!("{path}.id"), message));
        }
    }
    Ok(with_zone_ids(found))
}

/// In one account a zone has one name and one id: who states one of them for a subnet has stated the other where both
/// stand together elsewhere.
fn with_zone_ids(mut subnets: BTreeMap<String, Subnet>) -> BTreeMap<String, Subnet> {
    let both = subnets.values().filter_map(|own| Some((own.zone.clone()?, own.zone_id.clone()?)));
    let ids: BTreeMap<String, String> = both.collect();
    for subnet in subnets.values_mut().filter(|subnet| subnet.zone_id.is_none()) {
        subnet.zone_id = subnet.zone.as_ref().and_then(|zone| ids.get(zone)).cloned();
    }
    subnets
}

fn ipv4(path: &str, text: &str) -> Result<Cidr, Error> {
    let read = block(path, text)?;
    if !read.is_ipv4() {
        let message = format!("`{text}` is an IPv6 block; state the IPv4 block of the subnet");
        return Err(Error::new(ErrorCode::ErrInvalidInput, path, message));
    }
    Ok(read)
}

/// A name of a zone begins with its region; an id, such as `use1-az3`, does not.
fn zone(path: &str, subnet: &SubnetSpec, region: &str) -> Result<(), Error> {
    let Some(name) = &subnet.availability_zone else { return Ok(()) };
    let path = format!("{path}.availabilityZone");
    known(&path, name)?;
    if name.strip_prefix(region).is_none_or(str::is_empty) {
        let message = format!("`{name}` is no zone of `{region}` by name; an id goes to `availabilityZoneId`");
        return Err(Error::new(ErrorCode::ErrInvalidInput, path, message));
    }
    Ok(())
}

fn callers(spec: &ClusterSpec) -> Result<Option<Vec<(Cidr, Caller)>>, Error> {
    let Some(callers) = &spec.callers else { return Ok(None) };
    let read =
        |(at, caller): (usize, &Caller)| Ok((block(&format!("callers[{at}].cidr"), &caller.cidr)?, caller.clone()));
    callers.iter().enumerate().map(read).collect::<Result<_, Error>>().map(Some)
}

fn dns_servers(spec: &ClusterSpec) -> Result<Option<Vec<String>>, Error> {
    for (at, server) in spec.dns_servers.iter().flatten().enumerate() {
        known(&format!("dnsServers[{at}]"), server)?;
        if server != AMAZON_DNS && server.parse::<IpAddr>().is_err() {
            let message = format!("`{server}` is neither an address nor `{AMAZON_DNS}`");
            return Err(Error::new(ErrorCode::ErrInvalidInput, format!("dnsServers[{at}]"), message));
        }
    }
    Ok(spec.dns_servers.clone())
}

fn proxy(spec: &ClusterSpec) -> Result<Option<Located<ProxySpec>>, Error> {
    let Some(proxy) = &spec.proxy else { return Ok(None) };
    host("proxy.host", &proxy.host)?;
    port("proxy.port", proxy.port)?;
    let stated = blocks("proxy.cidrs", proxy.cidrs.as_ref())?;
    let own = proxy.host.parse::<IpAddr>().ok().map(|address| vec![Cidr::from(address)]);
    Ok(Some(Located { spec: proxy.clone(), cidrs: stated.or(own) }))
}

fn destinations(spec: &ClusterSpec) -> Result<Vec<Located<DestinationSpec>>, Error> {
    let read = |(at, destination): (usize, &DestinationSpec)| {
        let path = format!("destinations[{at}]");
        host(&format!("{path}.name"), &destination.name)?;
        port(&format!("{path}.port"), destination.port.unwrap_or(443))?;
        let cidrs = blocks(&format!("{path}.cidrs"), destination.cidrs.as_ref())?;
        Ok(Located { spec: destination.clone(), cidrs })
    };
    spec.destinations.iter().flatten().enumerate().map(read).collect()
}

/// A host is a name or an address, and no URL.
fn host(path: &str, text: &str) -> Result<(), Error> {
    known(path, text)?;
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-_:".contains(c);
    if !text.chars().any(|c| c.is_ascii_alphanumeric()) || !text.chars().all(plain) {
        let message = format!("`{text}` is no host name and no address; write the host alone, without scheme and path");
        return Err(Error::new(ErrorCode::ErrInvalidInput, path, message));
    }
    Ok(())
}

fn port(path: &str, port: u16) -> Result<(), Error> {
    if port == 0 {
        return Err(Error::new(ErrorCode::ErrInvalidInput, path, "`0` is no port; ports are from 1 to 65535"));
    }
    Ok(())
}
