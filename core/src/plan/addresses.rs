//! What takes addresses in each subnet that a wish names.

use crate::knowledge::EndpointType;
use crate::net::Cidr;
use crate::plan::answer::{PlannedEndpoint, SubnetAddresses};
use crate::plan::resolve::Wish;

/// AWS keeps the first four addresses of every subnet and the last (EC2 API, `CreateSubnet`).
const RESERVED: u64 = 5;

/// What AWS advises to leave free in a subnet of the cluster.
const CONTROL_PLANE: u64 = 16;

/// The subnets in order of id.
pub(super) fn taken(wish: &Wish, endpoints: &[PlannedEndpoint]) -> Vec<SubnetAddresses> {
    let around = &wish.surroundings;
    let nodes: Vec<String> = wish.node_subnets.as_ref().map(|ids| ids.value.clone()).unwrap_or_default();
    let mut ids: Vec<&String> = around.subnets.keys().collect();
    ids.extend(around.cluster_subnets.iter().chain(&nodes).chain(&around.pod_subnets));
    ids.sort_unstable();
    ids.dedup();
    let subnet = |id: &String| {
        let interface = endpoints.iter().filter(|planned| planned.endpoint_type == EndpointType::Interface);
        let own = u64::try_from(interface.filter(|planned| planned.subnets.contains(id)).count()).unwrap_or(u64::MAX);
        let of_cluster = around.cluster_subnets.contains(id);
        let roles = [
            ("cluster", of_cluster),
            ("nodes", nodes.contains(id)),
            ("pods", around.pod_subnets.contains(id)),
            ("endpoints", own > 0),
        ];
        let control_plane = if of_cluster { CONTROL_PLANE } else { 0 };
        let size = around.subnets.get(id).and_then(|subnet| subnet.cidr).and_then(size);
        SubnetAddresses {
            subnet: id.clone(),
            roles: roles.into_iter().filter(|(_, there)| *there).map(|(role, _)| role.to_owned()).collect(),
            size,
            reserved: RESERVED,
            endpoints: own,
            control_plane,
            left: size.map(|size| size.saturating_sub(RESERVED + own + control_plane)),
        }
    };
    ids.into_iter().map(subnet).collect()
}

/// How many addresses an IPv4 block has; nothing for IPv6, which does not run out.
fn size(block: Cidr) -> Option<u64> {
    block.is_ipv4().then(|| 1_u64 << 32_u8.saturating_sub(block.prefix_len()))
}
