//! What every rule looks at: the plan, the resolved network, where nodes run, and the endpoints of the VPC.

use std::collections::{BTreeMap, BTreeSet};

use super::joins::Joins;
use super::places::Places;
use crate::error::Error;
use crate::knowledge::EndpointType;
use crate::network::{
    Asked, Destination, End, Found, Groups, LetThrough, Network, Reached, Repair, is_gateway, reached,
};
use crate::plan::{EndpointPlace, Plan, PlannedEndpoint, PlannedSetting, Reason, Wish};
use crate::snapshot::{Part, Settlement, Snapshot, VpcEndpoint, settlement};
use crate::text::is_token;

/// What every rule looks at.
pub(super) struct Context<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) network: Network<'a>,
    pub(super) plan: Plan,
    pub(super) wish: Wish,
    pub(super) places: Places<'a>,
    pub(super) joins: Joins,
    pub(super) unknown_addons: Vec<String>,
    pub(super) features_inferred: bool,
}

/// An endpoint of the VPC, looked up by service name.
pub(super) enum Lookup<'a> {
    /// It is there; where there are several, the one that answers names.
    There(&'a VpcEndpoint),
    /// It surely is not.
    Missing,
    /// The documents do not say, and this would settle it.
    Unknown(String, Vec<Settlement>),
}

impl<'a> Context<'a> {
    /// The VPC, where it is known.
    pub(super) fn vpc(&self) -> Option<&str> {
        self.wish.vpc.as_ref().map(|vpc| vpc.value.as_str())
    }

    /// The endpoints that the plan asks for or may ask for, but for S3, which has a rule of its own.
    pub(super) fn endpoints_besides_s3(&self) -> impl Iterator<Item = &PlannedEndpoint> {
        self.plan.endpoints.iter().chain(&self.plan.undecided).filter(|planned| planned.service != "s3")
    }

    /// The endpoint of the VPC that serves a need: of the planned type, or in place of a gateway an interface that
    /// answers the ordinary name of the service.
    pub(super) fn endpoint(&self, planned: &PlannedEndpoint) -> Lookup<'a> {
        if planned.vpc == EndpointPlace::Central {
            let says =
                "it lies in the VPC that holds the endpoints for several others, which is not audited".to_owned();
            return Lookup::Unknown(says, Vec::new());
        }
        let serves = |endpoint: &&VpcEndpoint| {
            endpoint.service_name.as_deref() == Some(planned.service_name.as_str())
                && match planned.endpoint_type {
                    EndpointType::Interface => !is_gateway(endpoint),
                    EndpointType::Gateway => is_gateway(endpoint) || endpoint.private_dns_enabled == Some(true),
                }
        };
        let of_vpc = self.vpc().into_iter().flat_map(|vpc| self.network.endpoints_of(vpc));
        let mut named: Vec<_> = of_vpc.filter(serves).collect();
        named.sort_by_key(|endpoint| (!is_available(endpoint), endpoint.private_dns_enabled != Some(true)));
        match named.first() {
            Some(endpoint) if is_available(endpoint) => Lookup::There(endpoint),
            // Another one that works may be on a page that is missing.
            first => match (self.no_endpoint(), first) {
                (Lookup::Missing, Some(endpoint)) => Lookup::There(endpoint),
                (lookup, _) => lookup,
            },
        }
    }

    /// The endpoints of the VPC for S3, of either type.
    pub(super) fn s3_endpoints(&self, service_name: &str) -> Vec<&'a VpcEndpoint> {
        let Some(vpc) = self.vpc() else { return Vec::new() };
        let named = |endpoint: &&VpcEndpoint| endpoint.service_name.as_deref() == Some(service_name);
        self.network.endpoints_of(vpc).filter(named).collect()
    }

    /// What the absence of an endpoint from the documents means.
    pub(super) fn no_endpoint(&self) -> Lookup<'a> {
        let Some(vpc) = self.vpc() else {
            return Lookup::Unknown("the VPC is not known".to_owned(), vec![of_spec("spec.vpc")]);
        };
        if !self.network.is_whole(Part::VpcEndpoints) {
            return Lookup::Unknown(self.network.gap(Part::VpcEndpoints), vec![settle(Part::VpcEndpoints)]);
        }
        let hidden = |id: &Option<String>| id.as_deref().is_none_or(is_token);
        let mut endpoints = self.snapshot.vpc_endpoints.iter().flatten();
        if endpoints.any(|endpoint| hidden(&endpoint.service_name) || hidden(&endpoint.vpc_id)) {
            let says = "an endpoint does not show its service or its VPC".to_owned();
            return Lookup::Unknown(says, vec![settle(Part::VpcEndpoints)]);
        }
        if let Found::No = self.network.vpc(vpc) {
            return Lookup::Unknown(format!("`{vpc}` is not among the documents"), vec![of_spec("spec.vpc")]);
        }
        // Those who use a shared VPC do not see the endpoints of its owner.
        let owner = match self.network.vpc(vpc) {
            Found::Yes(known) => known.owner_id.clone(),
            Found::No | Found::Unknown(_) => None,
        };
        match (owner, self.snapshot.account()) {
            (Some(owner), Some(account)) if owner != account => {
                let says = format!("`{vpc}` belongs to `{owner}`, and its endpoints show only there");
                Lookup::Unknown(says, vec![settle(Part::VpcEndpoints)])
            }
            _ => Lookup::Missing,
        }
    }

    /// Whether all nodes of some places reach an endpoint with what is asked.
    pub(super) fn reached(
        &self,
        ends: &[End<'a>],
        endpoint: &'a VpcEndpoint,
        asked: &Asked,
    ) -> Result<Reached<'a>, Error> {
        let destination = Destination::of_endpoint(&self.network, endpoint)?;
        reached(&self.network, ends, &destination, asked)
    }

    /// The settings of the plan with this name.
    pub(super) fn setting(&self, name: &str) -> Option<&PlannedSetting> {
        self.plan.settings.iter().find(|setting| setting.name == name)
    }

    /// A gateway in the tables that route nodes, or an endpoint like those that exist: a subnet of nodes in each zone,
    /// and the groups that most endpoints carry; without endpoints, the cluster security group where all nodes carry it.
    pub(super) fn new_endpoint(&self, planned: &PlannedEndpoint) -> Result<Vec<Repair>, Error> {
        if planned.endpoint_type == EndpointType::Gateway {
            return Ok(self.new_gateway(&planned.service_name).into_iter().collect());
        }
        let (Some(vpc), Some(groups)) = (self.vpc(), self.endpoint_groups()) else { return Ok(Vec::new()) };
        let mut zones: BTreeMap<&str, End<'a>> = BTreeMap::new();
        for place in &self.places.known {
            let Some(zone) = place.subnet.availability_zone.as_deref() else { continue };
            let end = End { exact: false, ..End::of_subnet(place.subnet, Groups::These(groups.clone().into()))? };
            zones.entry(zone).or_insert(end);
        }
        if zones.is_empty() {
            return Ok(Vec::new());
        }
        let subnets = zones.values().map(|end| end.name.clone()).collect();
        let destination =
            Destination { name: planned.service_name.clone(), ends: zones.into_values().collect(), endpoint: None };
        let ends: Vec<End<'a>> = self.places.known.iter().map(|place| place.end.clone()).collect();
        let asked = Asked::tcp(planned.port);
        let outcome = reached(&self.network, &ends, &destination, &asked)?;
        let paths = outcome.repairs(&asked, LetThrough::Carriers);
        if paths.is_empty() && !outcome.split.shut.is_empty() {
            return Ok(Vec::new());
        }
        let create = Repair::CreateInterfaceEndpoint {
            vpc: vpc.to_owned(),
            service: planned.service_name.clone(),
            subnets,
            groups,
        };
        Ok(paths.into_iter().chain([create]).collect())
    }

    /// A gateway endpoint in every table that routes nodes; only when all of them are known.
    pub(super) fn new_gateway(&self, service: &str) -> Option<Repair> {
        let tables: Option<BTreeSet<String>> = self
            .places
            .known
            .iter()
            .map(|place| match self.network.table(place.subnet) {
                Found::Yes(table) => table.table.route_table_id.clone(),
                Found::No | Found::Unknown(_) => None,
            })
            .collect();
        let (vpc, service) = (self.vpc()?.to_owned(), service.to_owned());
        let tables: Vec<String> = tables?.into_iter().collect();
        (!tables.is_empty()).then_some(Repair::CreateGatewayEndpoint { vpc, service, tables })
    }

    fn endpoint_groups(&self) -> Option<Vec<String>> {
        let mut used: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for endpoint in self.network.endpoints_of(self.vpc()?).filter(|endpoint| !is_gateway(endpoint)) {
            let ids = endpoint.groups.iter().flatten().filter_map(|group| group.group_id.as_deref());
            if let Groups::These(ids) = Groups::these(ids)
                && !ids.is_empty()
            {
                *used.entry(ids.to_vec()).or_default() += 1;
            }
        }
        let most = used.into_iter().max_by(|(a, m), (b, n)| m.cmp(n).then_with(|| b.cmp(a)));
        most.map(|(groups, _)| groups).or_else(|| {
            let config = self.snapshot.cluster.as_ref()?.resources_vpc_config.as_ref()?;
            let group = config.cluster_security_group_id.as_deref()?;
            let all = self.places.known.iter().all(|place| place.end.groups.carry(group) == Some(true));
            (all && !self.places.known.is_empty()).then(|| vec![group.to_owned()])
        })
    }
}

/// The reasons of several planned endpoints, each claim once.
pub(super) fn reasons<'p>(planned: impl IntoIterator<Item = &'p PlannedEndpoint>) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    for reason in planned.into_iter().flat_map(|planned| &planned.reasons) {
        if !reasons.iter().any(|known| known.claim == reason.claim) {
            reasons.push(reason.clone());
        }
    }
    reasons
}

/// What would settle a question that a missing part leaves open.
pub(super) fn settle(part: Part) -> Settlement {
    settlement(part, None, None, None)
}

/// What would settle a question that a wish leaves open.
pub(super) fn of_spec(path: &str) -> Settlement {
    Settlement { document: path.to_owned(), command: String::new(), permission: String::new() }
}

/// Whether an endpoint works.
pub(super) fn is_available(endpoint: &VpcEndpoint) -> bool {
    endpoint.state.as_deref().is_some_and(|state| state.eq_ignore_ascii_case("available"))
}
