//! What a request says of its cluster, read and checked: names, blocks, families. Nothing is filled in but what follows
//! from what was said.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::bootstrap::answer::BootstrapFinding;
use crate::bootstrap::certificate::CertificateBundle;
use crate::bootstrap::endpoint::{self, Endpoint};
use crate::bootstrap::fault::{block, filled, finding, invalid, is_uuid, known};
use crate::bootstrap::spec::{ClusterFacts, NodeSpec};
use crate::day::Day;
use crate::error::{Error, ErrorCode};
use crate::knowledge::{IpFamily, RegionRow, region};
use crate::net::Cidr;

/// What a request says of its cluster.
#[derive(Default)]
pub(super) struct Cluster {
    pub(super) name: Option<String>,
    pub(super) endpoint: Option<Endpoint>,
    pub(super) certificate_authority: Option<CertificateBundle>,
    pub(super) service_cidr: Option<Cidr>,
    pub(super) dns: Option<IpAddr>,
    /// Whether the address of the DNS is another than the one that follows from the service CIDR.
    pub(super) dns_is_own: bool,
    pub(super) family: Option<IpFamily>,
    pub(super) id: Option<String>,
    pub(super) region: Option<&'static RegionRow>,
    pub(super) vpc: Vec<Cidr>,
    pub(super) minor: Option<u16>,
}

/// The addresses of the cache for DNS on each node, which Kubernetes documents for both families.
const NODE_LOCAL: Ipv4Addr = Ipv4Addr::new(169, 254, 20, 10);

/// Reads what a request says of its cluster.
pub(super) fn read(spec: &NodeSpec, findings: &mut Vec<BootstrapFinding>) -> Result<Cluster, Error> {
    let Some(facts) = &spec.cluster else { return Ok(Cluster::default()) };
    let mut found = Vec::new();
    let read = read_facts(facts, spec.as_of, &mut found).map_err(|error| error.under("cluster"))?;
    findings.extend(found.into_iter().map(|one| BootstrapFinding { path: format!("cluster.{}", one.path), ..one }));
    Ok(read)
}

fn read_facts(facts: &ClusterFacts, day: Option<Day>, findings: &mut Vec<BootstrapFinding>) -> Result<Cluster, Error> {
    let region = facts.region.as_deref().map(region).transpose()?;
    let endpoint =
        facts.endpoint.as_deref().map(|text| endpoint::read("endpoint", text, region, findings)).transpose()?;
    let authority = facts.certificate_authority.as_deref();
    let authority = authority.map(|text| CertificateBundle::told("certificateAuthority", text, day, findings));
    let authority = authority.transpose()?;
    let name = facts.name.as_deref().map(name).transpose()?;
    filled("vpcCidrs", facts.vpc_cidrs.as_ref(), "each block of the VPC")?;
    let vpc = facts.vpc_cidrs.iter().flatten().enumerate();
    let vpc = vpc.map(|(at, text)| block(&format!("vpcCidrs[{at}]"), text)).collect::<Result<Vec<_>, _>>()?;
    let service_cidr = facts.service_cidr.as_deref().map(|text| services(text, &vpc, region)).transpose()?;
    let (dns, dns_is_own) = dns(facts.dns_address.as_deref(), service_cidr, findings)?;
    let family = family(facts.ip_family, service_cidr, dns)?;
    let id = match (facts.outpost.unwrap_or(false), &facts.id) {
        (true, None) => return Err(invalid("id", "a local cluster on an Outpost is found by its id; give it, a UUID")),
        (false, Some(_)) => {
            return Err(invalid(
                "id",
                "only a local cluster on an Outpost has an id; state `outpost`, or leave the id out",
            ));
        }
        (_, Some(id)) if !is_uuid(id) => return Err(invalid("id", format!("`{id}` is no UUID"))),
        (_, id) => id.clone(),
    };
    let minor = facts.kubernetes_version.as_deref().map(minor).transpose()?;
    Ok(Cluster {
        name,
        endpoint,
        certificate_authority: authority,
        service_cidr,
        dns,
        dns_is_own,
        family,
        id,
        region,
        vpc,
        minor,
    })
}

/// A name as EKS takes it: such a name needs quotes in no shell, yet in YAML.
pub(super) fn name(text: &str) -> Result<String, Error> {
    known("name", text)?;
    let sound = text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.len() <= 100
        && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_');
    if sound {
        return Ok(text.to_owned());
    }
    let message = format!(
        "`{text}` is no name of a cluster: 1 to 100 letters, digits, hyphens and underscores of ASCII, a letter or a digit first"
    );
    Err(invalid("name", message))
}

fn minor(text: &str) -> Result<u16, Error> {
    let minor = text.strip_prefix("1.").filter(|minor| !minor.starts_with('0'));
    let minor = minor.filter(|minor| minor.bytes().all(|c| c.is_ascii_digit())).and_then(|minor| minor.parse().ok());
    minor.ok_or_else(|| {
        let message = format!("`{text}` is no version of Kubernetes as EKS names it, such as `1.33`");
        invalid("kubernetesVersion", message)
    })
}

fn services(text: &str, vpc: &[Cidr], region: Option<&RegionRow>) -> Result<Cidr, Error> {
    const PATH: &str = "serviceCidr";
    let read = block(PATH, text)?;
    let wrong = |message: String| Err(Error::new(ErrorCode::ErrInvalidCidr, PATH, message));
    let within =
        |outer: &str| Cidr::exact(outer).is_ok_and(|outer| outer.contains(read.first()) && outer.contains(read.last()));
    if read.is_ipv4() {
        if !["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].into_iter().any(within) {
            return wrong(format!(
                "`{text}` is not private: services lie in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16"
            ));
        }
        if !(12..=24).contains(&read.prefix_len()) {
            return wrong(format!("`{text}` has a size that EKS does not give: the prefix is from /12 to /24"));
        }
    } else {
        if !within("fc00::/7") || read.prefix_len() != 108 {
            return wrong(format!("`{text}` is no block that EKS gives to services: a /108 within fc00::/7"));
        }
        if region.is_some_and(|row| row.partition.id == "aws-cn") {
            return wrong(format!("`{text}` is of IPv6, which EKS does not offer in the regions of China"));
        }
    }
    let overlaps = |own: &&Cidr| own.contains(read.first()) || read.contains(own.first());
    if let Some(own) = vpc.iter().find(overlaps) {
        return wrong(format!(
            "`{text}` overlaps `{own}` of the VPC, so it cannot be the service CIDR; `serviceIpv4Cidr` of describe-cluster is"
        ));
    }
    Ok(read)
}

/// The tenth address of a block: what EKS gives to the DNS in either family.
pub(super) fn tenth(services: Cidr) -> IpAddr {
    match services.first() {
        IpAddr::V4(first) => IpAddr::V4(Ipv4Addr::from_bits(first.to_bits().saturating_add(10))),
        IpAddr::V6(first) => IpAddr::V6(Ipv6Addr::from_bits(first.to_bits().saturating_add(10))),
    }
}

fn dns(
    stated: Option<&str>,
    services: Option<Cidr>,
    findings: &mut Vec<BootstrapFinding>,
) -> Result<(Option<IpAddr>, bool), Error> {
    const PATH: &str = "dnsAddress";
    let due = services.map(tenth);
    let Some(text) = stated else { return Ok((due, false)) };
    known(PATH, text)?;
    let Ok(address) = text.parse::<IpAddr>() else {
        return Err(invalid(PATH, format!("`{text}` is no address; write it as `172.20.0.10`")));
    };
    if address == IpAddr::V4(NODE_LOCAL) {
        let message = format!("`{text}` is the cache on the node: pods resolve nothing where it does not run");
        findings.push(finding(PATH, "dns-node-local", message));
        return Ok((Some(address), true));
    }
    if let (Some(services), Some(due)) = (services, due) {
        if address.is_ipv4() != services.is_ipv4() {
            return Err(invalid(PATH, format!("`{text}` is of another IP family than the service CIDR `{services}`")));
        }
        if !services.contains(address) {
            return Err(invalid(
                PATH,
                format!("`{text}` lies outside the service CIDR `{services}`; EKS gives `{due}`"),
            ));
        }
        if address != due {
            let message = format!("`{text}` is not the address that EKS gives to its DNS, `{due}`");
            findings.push(finding(PATH, "dns-address", message));
        }
    }
    Ok((Some(address), due != Some(address)))
}

fn family(stated: Option<IpFamily>, services: Option<Cidr>, dns: Option<IpAddr>) -> Result<Option<IpFamily>, Error> {
    let of = |is_ipv4: bool| if is_ipv4 { IpFamily::Ipv4 } else { IpFamily::Ipv6 };
    // The cache on the node has an IPv4 address in clusters of either family.
    let dns = dns.filter(|address| *address != IpAddr::V4(NODE_LOCAL)).map(|address| of(address.is_ipv4()));
    let follows = services.map(|block| of(block.is_ipv4())).or(dns);
    match (stated, follows) {
        (Some(stated), Some(follows)) if stated != follows => {
            let from = if services.is_some() { "serviceCidr" } else { "dnsAddress" };
            let message = format!(
                "`{}` is stated, and `cluster.{from}` is of `{}`; one of them is wrong",
                stated.as_str(),
                follows.as_str()
            );
            Err(invalid("ipFamily", message))
        }
        (stated, follows) => Ok(stated.or(follows)),
    }
}

impl Cluster {
    /// A value that must be stated.
    fn need<'a, T>(value: Option<&'a T>, path: &str, what: &str) -> Result<&'a T, Error> {
        value.ok_or_else(|| invalid(format!("cluster.{path}"), format!("it is missing: {what}")))
    }

    pub(super) fn name(&self) -> Result<&String, Error> {
        Self::need(self.name.as_ref(), "name", "a node must be told which cluster it joins")
    }

    pub(super) fn endpoint(&self) -> Result<&Endpoint, Error> {
        let what = "without it the node asks the EKS API; `describe-cluster` prints it as `endpoint`";
        Self::need(self.endpoint.as_ref(), "endpoint", what)
    }

    pub(super) fn authority(&self) -> Result<&String, Error> {
        let what = "without it the node asks the EKS API; `describe-cluster` prints it as `certificateAuthority.data`";
        Self::need(self.certificate_authority.as_ref().map(|bundle| &bundle.data), "certificateAuthority", what)
    }

    pub(super) fn services(&self) -> Result<Cidr, Error> {
        let what = "it differs from cluster to cluster, and a wrong one breaks DNS in silence; `describe-cluster` prints it \
            as `kubernetesNetworkConfig.serviceIpv4Cidr` or `serviceIpv6Cidr`";
        Self::need(self.service_cidr.as_ref(), "serviceCidr", what).copied()
    }

    pub(super) fn dns(&self) -> Result<IpAddr, Error> {
        let what = "without it and without the address of the DNS the node guesses one; `describe-cluster` prints it as \
            `kubernetesNetworkConfig.serviceIpv4Cidr` or `serviceIpv6Cidr`";
        Self::need(self.dns.as_ref(), "serviceCidr", what).copied()
    }

    pub(super) fn family(&self) -> Result<IpFamily, Error> {
        let what = "it follows from the service CIDR or the address of the DNS, and neither is stated";
        Self::need(self.family.as_ref(), "ipFamily", what).copied()
    }
}
