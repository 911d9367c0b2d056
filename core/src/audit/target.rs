//! What the cluster says of itself that nodes have to be told. It compares nothing.

use ipnet::IpNet;

use crate::bootstrap::{CertificateBundle, Known};
use crate::day::Day;
use crate::snapshot::Snapshot;
use crate::text::is_token;

/// What the cluster says of itself.
#[derive(Default)]
pub(super) struct Target {
    pub(super) name: Option<String>,
    pub(super) endpoint: Option<String>,
    pub(super) authority: Option<CertificateBundle>,
    pub(super) service_cidr: Option<IpNet>,
}

impl Target {
    pub(super) fn of(snapshot: &Snapshot, as_of: Day) -> Self {
        let Some(cluster) = &snapshot.cluster else { return Self::default() };
        let network = cluster.kubernetes_network_config.as_ref();
        let own = |text: &Option<String>| text.clone().filter(|text| !is_token(text));
        let v4 = network.and_then(|network| own(&network.service_ipv4_cidr));
        let v6 = network.and_then(|network| own(&network.service_ipv6_cidr));
        let is_v6 = network.and_then(|network| network.ip_family.as_deref()) == Some("ipv6");
        let cidr = if is_v6 { v6 } else { v4.or(v6) };
        let data = cluster.certificate_authority.as_ref().and_then(|authority| own(&authority.data));
        Self {
            name: own(&cluster.name),
            endpoint: own(&cluster.endpoint),
            authority: data.and_then(|data| CertificateBundle::parse(&data, Some(as_of)).ok()),
            service_cidr: cidr.and_then(|cidr| cidr.parse::<IpNet>().ok()).map(|cidr| cidr.trunc()),
        }
    }

    /// The address of the cluster's DNS: the tenth of the services, `a` of an IPv6 block.
    pub(super) fn dns(&self) -> Option<String> {
        Some(match self.service_cidr? {
            IpNet::V4(block) => std::net::Ipv4Addr::from(u32::from(block.network()).checked_add(10)?).to_string(),
            IpNet::V6(block) => std::net::Ipv6Addr::from(u128::from(block.network()).checked_add(10)?).to_string(),
        })
    }
}

/// What a value is to a rule: missing, not known, or given.
pub(super) fn missing<'n>(values: &[(&'n str, &Known<String>)]) -> (Vec<&'n str>, Vec<&'n str>) {
    let of = |is: fn(&Known<String>) -> bool| {
        values.iter().filter(|(_, value)| is(value)).map(|(name, _)| *name).collect::<Vec<_>>()
    };
    (of(Known::is_absent), of(Known::is_unknown))
}

/// What the scripts make of a service CIDR: the text up to the last dot and `10`, or the text before the slash and `a`.
pub(super) fn derived(cidr: &str) -> Option<String> {
    let address = cidr.split('/').next()?;
    let text = match cidr.parse::<IpNet>().ok()? {
        IpNet::V4(_) => format!("{}.10", address.rsplit_once('.')?.0),
        IpNet::V6(_) => format!("{address}a"),
    };
    Some(text.parse::<std::net::IpAddr>().map_or(text, |address| address.to_string()))
}
