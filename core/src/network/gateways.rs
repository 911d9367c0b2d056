//! The gateways and connections that routes lead to, and the rules of groups one by one, under their ids. Nothing here
//! decides what passes them.

use std::collections::BTreeMap;

use super::end::addresses;
use super::resolve::{Found, Network, index};
use crate::error::Error;
use crate::net::Addresses;
use crate::snapshot::{
    AttributeValue, EgressOnlyInternetGateway, InternetGateway, NatGateway, NetworkInterface, Part, SecurityGroupRule,
    Snapshot, Subnet, TransitGateway, TransitGatewayVpcAttachment, VpcAttribute, VpcPeeringConnection, VpnGateway,
};

/// Everything that a route can lead to, beside endpoints and interfaces.
pub(super) struct Gateways<'a> {
    peerings: BTreeMap<&'a str, &'a VpcPeeringConnection>,
    transit: BTreeMap<&'a str, &'a TransitGateway>,
    nat: BTreeMap<&'a str, &'a NatGateway>,
    internet: BTreeMap<&'a str, &'a InternetGateway>,
    egress_only: BTreeMap<&'a str, &'a EgressOnlyInternetGateway>,
    vpn: BTreeMap<&'a str, &'a VpnGateway>,
    /// Rules of security groups one by one, by group.
    rules: BTreeMap<&'a str, Vec<&'a SecurityGroupRule>>,
}

impl<'a> Gateways<'a> {
    pub(super) fn of(snapshot: &'a Snapshot) -> Result<Self, Error> {
        let mut rules: BTreeMap<&str, Vec<&SecurityGroupRule>> = BTreeMap::new();
        for rule in snapshot.security_group_rules.iter().flatten() {
            if let Some(group) = rule.group_id.as_deref() {
                rules.entry(group).or_default().push(rule);
            }
        }
        Ok(Self {
            rules,
            peerings: index(snapshot.vpc_peering_connections.as_deref(), Part::VpcPeeringConnections)?,
            transit: index(snapshot.transit_gateways.as_deref(), Part::TransitGateways)?,
            nat: index(snapshot.nat_gateways.as_deref(), Part::NatGateways)?,
            internet: index(snapshot.internet_gateways.as_deref(), Part::InternetGateways)?,
            egress_only: index(snapshot.egress_only_internet_gateways.as_deref(), Part::EgressOnlyInternetGateways)?,
            vpn: index(snapshot.vpn_gateways.as_deref(), Part::VpnGateways)?,
        })
    }
}

impl<'a> Network<'a> {
    /// The rules of a group one by one, where the documents give them so.
    pub(super) fn rules_of(&self, group: &str) -> impl Iterator<Item = &'a SecurityGroupRule> {
        self.gateways().rules.get(group).into_iter().flatten().copied()
    }

    pub(super) fn peering(&self, id: &str) -> Found<&'a VpcPeeringConnection> {
        self.found(self.gateways().peerings.get(id).copied(), Part::VpcPeeringConnections)
    }

    pub(super) fn transit_gateway(&self, id: &str) -> Found<&'a TransitGateway> {
        self.found(self.gateways().transit.get(id).copied(), Part::TransitGateways)
    }

    pub(super) fn nat_gateway(&self, id: &str) -> Found<&'a NatGateway> {
        self.found(self.gateways().nat.get(id).copied(), Part::NatGateways)
    }

    pub(super) fn internet_gateway(&self, id: &str) -> Found<&'a InternetGateway> {
        self.found(self.gateways().internet.get(id).copied(), Part::InternetGateways)
    }

    pub(super) fn egress_only_gateway(&self, id: &str) -> Found<&'a EgressOnlyInternetGateway> {
        self.found(self.gateways().egress_only.get(id).copied(), Part::EgressOnlyInternetGateways)
    }

    pub(super) fn vpn_gateway(&self, id: &str) -> Found<&'a VpnGateway> {
        self.found(self.gateways().vpn.get(id).copied(), Part::VpnGateways)
    }

    /// The attachment of a VPC to a transit gateway, one that works before others.
    pub(super) fn attachment(&self, gateway: &str, vpc: &str) -> Option<&'a TransitGatewayVpcAttachment> {
        let all = self.snapshot.transit_gateway_vpc_attachments.iter().flatten();
        let these = all.filter(|attachment| {
            attachment.transit_gateway_id.as_deref() == Some(gateway) && attachment.vpc_id.as_deref() == Some(vpc)
        });
        these.min_by_key(|attachment| {
            !attachment.state.as_deref().is_some_and(|state| state.eq_ignore_ascii_case("available"))
        })
    }

    /// Whether a VPC is the account's own; who uses a shared one does not see what its owner has in it.
    pub(super) fn owns(&self, vpc: &str) -> bool {
        let owner = match self.vpc(vpc) {
            Found::Yes(known) => known.owner_id.clone(),
            Found::No | Found::Unknown(_) => None,
        };
        match (owner, self.snapshot.account()) {
            (Some(owner), Some(account)) => owner == account,
            _ => true,
        }
    }

    /// The addresses of a subnet that interfaces among the documents have.
    pub(super) fn taken(&self, subnet: &Subnet) -> Result<Addresses, Error> {
        let here =
            |interface: &&NetworkInterface| interface.subnet_id.is_some() && interface.subnet_id == subnet.subnet_id;
        let own: Vec<Option<Addresses>> = self.interfaces().filter(here).map(addresses).collect::<Result<_, _>>()?;
        Ok(own.into_iter().flatten().flat_map(|own| own.cidrs()).collect())
    }

    /// A truth value of a VPC that only `describe-vpc-attribute` tells.
    pub(super) fn dns_attribute(&self, vpc: &str, field: fn(&VpcAttribute) -> Option<&AttributeValue>) -> Option<bool> {
        let answers = self.snapshot.vpc_attributes.iter().flatten();
        let mut answers = answers.filter(|answer| answer.vpc_id.as_deref() == Some(vpc));
        answers.find_map(|answer| field(answer)?.value)
    }
}
