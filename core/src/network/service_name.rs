//! The names of AWS's services as clients call them, and the endpoint services that answer them. Names are compared
//! whole, label by label, never by a part of them.

use super::resolve::Network;
use crate::knowledge::{Callable, region};
use crate::snapshot::VpcEndpoint;

/// The names that private DNS of an endpoint serves: as AWS lists them for the service, else as they are known.
pub(super) fn hosts(network: &Network<'_>, endpoint: &VpcEndpoint) -> Option<Vec<String>> {
    let service = endpoint.service_name.as_deref()?;
    let listed = network.snapshot.service_details.iter().flatten();
    let mut names: Vec<String> = listed
        .filter(|detail| detail.service_name.as_deref() == Some(service))
        .flat_map(|detail| detail.private_dns_names.iter().flatten())
        .filter_map(|name| name.private_dns_name.clone())
        .collect();
    if names.is_empty() {
        let (suffix, home) = suffix(network, endpoint)?;
        if let Some(Callable::Known(row)) = Callable::find(suffix) {
            names = row.hosts_in(region(&home).ok()?);
        }
    }
    (!names.is_empty()).then_some(names)
}

/// The service's own suffix, such as `ecr.api`, and the region that its name has.
fn suffix<'e>(network: &Network<'_>, endpoint: &'e VpcEndpoint) -> Option<(&'e str, String)> {
    let service = endpoint.service_name.as_deref()?;
    let home = endpoint.service_region.clone().or_else(|| network.snapshot.region().map(|(region, _)| region));
    // Where nothing else names the region, the service's own name does.
    let rest = service.strip_prefix("cn.").unwrap_or(service).strip_prefix("com.amazonaws.")?;
    let home = home.unwrap_or_else(|| rest.split('.').next().unwrap_or_default().to_owned());
    let suffix = rest.strip_prefix(&home).and_then(|rest| rest.strip_prefix('.')).unwrap_or(rest);
    Some((suffix, home))
}

/// Whether a name is one by which S3 or `DynamoDB` of a gateway endpoint's region is called.
pub(super) fn gateway_serves(network: &Network<'_>, endpoint: &VpcEndpoint, name: &str) -> bool {
    let Some((suffix, home)) = suffix(network, endpoint) else { return false };
    let Ok(home) = region(&home) else { return false };
    let own = format!("{suffix}.{}.{}", home.id, home.partition.dns_suffix);
    let both = format!("{suffix}.dualstack.{}.{}", home.id, home.partition.dns_suffix);
    [own, both]
        .iter()
        .any(|host| name == host || name.strip_suffix(host.as_str()).is_some_and(|rest| rest.ends_with('.')))
}
