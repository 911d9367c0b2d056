//! What `NO_PROXY` must list where a wish has an HTTP proxy: everything that is reached without it.

use std::collections::BTreeSet;

use crate::knowledge::{Callable, Circumstances, EndpointType, FipsHost, IpFamily, Statement, fips_host};
use crate::net::Cidr;
use crate::plan::answer::{BypassEntry, NoProxy, PlannedEndpoint};
use crate::plan::resolve::Wish;

/// The list, where there is a proxy.
pub(super) fn listed(wish: &Wish, about: &Circumstances, endpoints: &[PlannedEndpoint]) -> Option<NoProxy> {
    let around = &wish.surroundings;
    around.proxy.as_ref()?;
    let mut list = List::default();
    list.add(["localhost", "127.0.0.1"], "the node itself");
    list.add(["169.254.169.254"], "the instance metadata");
    list.add([".svc", ".cluster.local"], "services of the cluster");
    list.add([".internal"], "private DNS names of instances");
    if about.ip_family == Some(IpFamily::Ipv6) {
        list.add(["::1", "[fd00:ec2::254]"], "the node itself and the instance metadata over IPv6");
    }
    if about.features.contains_key("pod-identity") {
        list.add(["169.254.170.23", "[fd00:ec2::23]"], "the agent of EKS Pod Identity");
    }
    list.blocks(around.vpc_cidrs.as_ref(), "the VPC", "vpcCidrs");
    list.blocks(around.service_cidr.map(|block| vec![block]).as_ref(), "services of the cluster", "serviceCidr");
    if about.features.contains_key("hybrid-nodes") {
        list.blocks(around.remote_node_cidrs.as_ref(), "hybrid nodes", "remoteNodeCidrs");
        list.blocks(around.remote_pod_cidrs.as_ref(), "pods on hybrid nodes", "remotePodCidrs");
    }
    if let Some(central) = &around.endpoint_vpc {
        list.blocks(central.cidrs.as_ref(), "the VPC that holds the endpoints", "endpointVpc.cidrs");
    }
    for destination in &around.destinations {
        list.add([destination.spec.name.as_str()], "a destination that is reached without the proxy");
    }
    let of_fips = of_fips(endpoints);
    for endpoint in endpoints {
        let name = format!("the endpoint `{}`", endpoint.service);
        match endpoint.endpoint_type {
            EndpointType::Gateway if !["dynamodb", "s3"].contains(&endpoint.service.as_str()) => {
                list.missing.push(format!("the host names of {name}"));
            }
            EndpointType::Gateway => {
                let host = format!("{}.{}.{}", endpoint.service, about.region.id, about.region.partition.dns_suffix);
                list.add([format!(".{host}"), host], &name);
                // The gateway answers on both names, and some clients call the other one.
                if endpoint.service == "s3" {
                    let region = about.region;
                    let host = format!("s3.dualstack.{}.{}", region.id, region.partition.dns_suffix);
                    list.add([format!(".{host}"), host], &name);
                }
            }
            EndpointType::Interface if of_fips.contains(endpoint.service.as_str()) => list.fips(endpoint, about),
            EndpointType::Interface if endpoint.private_dns_names.is_empty() => {
                list.missing.push(format!("the host names of {name}, from DescribeVpcEndpointServices"));
            }
            EndpointType::Interface => {
                list.add(endpoint.private_dns_names.iter().map(|host| host.trim_start_matches('*').to_owned()), &name);
            }
        }
    }
    if about.stated.contains(&Statement::Fips) {
        // Those with an endpoint of their own for FIPS have their names from it.
        let apart = |endpoint: &&PlannedEndpoint| {
            let own = Callable::find(&endpoint.service).and_then(Callable::fips);
            own.is_none_or(|own| !endpoints.iter().any(|other| other.service == own.id()))
        };
        let ordinary = endpoints.iter().filter(|endpoint| !of_fips.contains(endpoint.service.as_str()));
        for endpoint in ordinary.filter(apart) {
            list.fips(endpoint, about);
        }
    }
    list.missing.push("the host of the API server, from DescribeCluster".to_owned());
    let value = list.entries.iter().map(|entry| entry.entry.as_str()).collect::<Vec<_>>().join(",");
    Some(NoProxy { value, entries: list.entries, missing: list.missing })
}

/// The endpoint services for FIPS that the endpoints have beside them.
fn of_fips(endpoints: &[PlannedEndpoint]) -> BTreeSet<&'static str> {
    endpoints.iter().filter_map(|endpoint| Some(Callable::find(&endpoint.service)?.fips()?.id())).collect()
}

#[derive(Default)]
struct List {
    entries: Vec<BypassEntry>,
    missing: Vec<String>,
}

impl List {
    fn add(&mut self, entries: impl IntoIterator<Item = impl Into<String>>, because: &str) {
        for entry in entries {
            let entry = entry.into();
            if !self.entries.iter().any(|own| own.entry == entry) {
                self.entries.push(BypassEntry { entry, because: because.to_owned() });
            }
        }
    }

    /// The host name that clients call with FIPS.
    fn fips(&mut self, endpoint: &PlannedEndpoint, about: &Circumstances) {
        let name = format!("the endpoint `{}`, by its host name for FIPS", endpoint.service);
        match fips_host(&endpoint.service, about.region) {
            Some(FipsHost::Own(host)) => {
                // Buckets stand before the host of S3.
                if let Some(plain) = host.strip_prefix("*.").filter(|_| endpoint.service == "s3") {
                    self.add([format!(".{plain}"), plain.to_owned()], &name);
                } else {
                    self.add([host.trim_start_matches('*')], &name);
                }
            }
            Some(FipsHost::Ordinary | FipsHost::Missing) => {}
            None => self.missing.push(format!("the host name for FIPS of the endpoint `{}`", endpoint.service)),
        }
    }

    fn blocks(&mut self, blocks: Option<&Vec<Cidr>>, because: &str, path: &str) {
        match blocks {
            Some(blocks) => self.add(blocks.iter().map(ToString::to_string), because),
            None => self.missing.push(format!("the CIDR blocks of {because}: state `{path}`")),
        }
    }
}
