//! The snapshot resolved: every object under its id, every reference answered, and what is missing kept as a gap.
//! Nothing here decides who may talk to whom.

use std::collections::BTreeMap;

use super::acl::ReadAcl;
use super::destination::is_gateway;
use super::gateways::Gateways;
use super::group::Side;
use super::route::Table;
use super::rules::{GroupRules, Rule};
use crate::error::{Error, ErrorCode};
use crate::net::{Addresses, Cidr};
use crate::snapshot::{
    Identified, NetworkInterface, Part, Presence, RouteTable, SecurityGroup, Snapshot, State, Subnet, Vpc, VpcEndpoint,
    duplicate,
};
use crate::text::{is_token, quoted};

/// A snapshot whose references are answered: resolved once, asked many times.
pub struct Network<'a> {
    pub(crate) snapshot: &'a Snapshot,
    strict: bool,
    vpcs: BTreeMap<&'a str, &'a Vpc>,
    subnets: BTreeMap<&'a str, &'a Subnet>,
    groups: BTreeMap<&'a str, GroupRules<'a>>,
    interfaces: BTreeMap<&'a str, &'a NetworkInterface>,
    endpoints: BTreeMap<&'a str, &'a VpcEndpoint>,
    tables: Vec<Table<'a>>,
    table_of_subnet: BTreeMap<&'a str, usize>,
    main_table_of_vpc: BTreeMap<&'a str, usize>,
    acls: Vec<ReadAcl<'a>>,
    acl_of_subnet: BTreeMap<&'a str, usize>,
    lists: BTreeMap<&'a str, PrefixListEntries>,
    gateways: Gateways<'a>,
}

/// What is known of a prefix list.
#[derive(Clone, Debug)]
pub(crate) struct PrefixListEntries {
    pub(crate) name: String,
    /// All that they hold; `None` when no document gives them.
    pub(crate) addresses: Option<Addresses>,
    /// One by one: to a route the length of each counts, whatever the others hold.
    pub(crate) blocks: Option<Vec<Cidr>>,
}

impl PrefixListEntries {
    fn of(name: String, blocks: Option<Vec<Cidr>>) -> Self {
        let addresses = blocks.as_ref().map(|blocks| blocks.iter().copied().collect());
        Self { name, addresses, blocks }
    }
}

/// A reference answered: found, surely not there, or not known.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Found<T> {
    /// It is there.
    Yes(T),
    /// A complete document does not have it.
    No,
    /// The document that would have it is missing or not whole.
    Unknown(Part),
}

impl<'a> Network<'a> {
    /// Resolves a snapshot. With `strict`, a document without a word on its completeness proves no absence.
    ///
    /// # Errors
    /// No document, documents of two regions or accounts, two objects with one id that differ, or a document with a
    /// block that is none.
    pub fn of(snapshot: &'a Snapshot, strict: bool) -> Result<Self, Error> {
        if snapshot.parts().is_empty() {
            let unread = snapshot.collection.as_ref().map(|collection| quoted(&collection.unread));
            let unread = unread.filter(|unread| unread != "none").map(|unread| format!("; {unread} is not read"));
            let message = format!("no document has a part that is read{}", unread.unwrap_or_default());
            return Err(Error::new(ErrorCode::ErrEmptySnapshot, "", message));
        }
        snapshot.is_of_one_place()?;
        let endpoints = index(snapshot.vpc_endpoints.as_deref(), Part::VpcEndpoints)?;
        let tables = index(snapshot.route_tables.as_deref(), Part::RouteTables)?;
        let groups = index(snapshot.security_groups.as_deref(), Part::SecurityGroups)?;
        let acls = index(snapshot.network_acls.as_deref(), Part::NetworkAcls)?;
        let mut network = Self {
            snapshot,
            strict,
            vpcs: index(snapshot.vpcs.as_deref(), Part::Vpcs)?,
            subnets: index(snapshot.subnets.as_deref(), Part::Subnets)?,
            groups: groups.into_iter().map(|(id, group)| (id, GroupRules::of(group))).collect(),
            interfaces: index(snapshot.network_interfaces.as_deref(), Part::NetworkInterfaces)?,
            endpoints,
            tables: Vec::new(),
            table_of_subnet: BTreeMap::new(),
            main_table_of_vpc: BTreeMap::new(),
            acls: Vec::new(),
            acl_of_subnet: BTreeMap::new(),
            lists: prefix_lists(snapshot)?,
            gateways: Gateways::of(snapshot)?,
        };
        for table in tables.into_values() {
            network.associate(table);
        }
        for acl in acls.into_values() {
            for association in acl.associations.iter().flatten() {
                if let Some(subnet) = &association.subnet_id {
                    network.acl_of_subnet.insert(subnet, network.acls.len());
                }
            }
            network.acls.push(ReadAcl::of(acl));
        }
        Ok(network)
    }

    fn associate(&mut self, table: &'a RouteTable) {
        for association in table.associations.iter().flatten() {
            let state = association.association_state.as_ref().and_then(|state| state.state.as_deref());
            if state.is_some_and(|state| !state.eq_ignore_ascii_case("associated")) {
                continue;
            }
            match (&association.subnet_id, association.main, &table.vpc_id) {
                (Some(subnet), ..) => {
                    self.table_of_subnet.insert(subnet, self.tables.len());
                }
                (None, Some(true), Some(vpc)) => {
                    self.main_table_of_vpc.insert(vpc, self.tables.len());
                }
                // An association with a gateway speaks of traffic that comes in, not of a subnet.
                _ => {}
            }
        }
        self.tables.push(Table::of(table));
    }

    /// Refuses a question that is asked otherwise strictly than the network was resolved.
    pub(super) fn asks_alike(&self, strict: bool) -> Result<(), Error> {
        if strict == self.strict {
            return Ok(());
        }
        let message = format!("the network was resolved with `{}`; ask so, or resolve it anew", self.strict);
        Err(Error::new(ErrorCode::ErrInvalidInput, "strict", message))
    }

    /// Whether the absence of an object from this part is a fact.
    pub(crate) fn is_whole(&self, part: Part) -> bool {
        self.snapshot.presence(part).proves_absence(self.strict)
    }

    pub(super) fn found<T>(&self, object: Option<T>, part: Part) -> Found<T> {
        match object {
            Some(object) => Found::Yes(object),
            None if self.is_whole(part) => Found::No,
            None => Found::Unknown(part),
        }
    }

    pub(crate) fn vpc(&self, id: &str) -> Found<&'a Vpc> {
        self.found(self.vpcs.get(id).copied(), Part::Vpcs)
    }

    pub(crate) fn subnet(&self, id: &str) -> Found<&'a Subnet> {
        self.found(self.subnets.get(id).copied(), Part::Subnets)
    }

    /// A group; a reference may carry its owner: `111122223333/sg-…`.
    pub(crate) fn group(&self, id: &str) -> Found<&'a SecurityGroup> {
        self.found(self.groups.get(bare(id)).map(GroupRules::group), Part::SecurityGroups)
    }

    /// The rules of a group on one side; nothing where the documents do not give them.
    pub(crate) fn rules(&self, id: &str, side: Side) -> Option<&[Rule<'a>]> {
        self.groups.get(bare(id))?.side(side)
    }

    pub(crate) fn interface(&self, id: &str) -> Found<&'a NetworkInterface> {
        self.found(self.interfaces.get(id).copied(), Part::NetworkInterfaces)
    }

    pub(crate) fn interfaces(&self) -> impl Iterator<Item = &'a NetworkInterface> {
        self.interfaces.values().copied()
    }

    pub(crate) fn endpoint(&self, id: &str) -> Found<&'a VpcEndpoint> {
        self.found(self.endpoints.get(id).copied(), Part::VpcEndpoints)
    }

    /// Whether an id is that of a gateway endpoint: a target of routes that is no appliance.
    pub(crate) fn is_gateway_endpoint(&self, id: &str) -> bool {
        self.endpoints.get(id).is_some_and(|endpoint| is_gateway(endpoint))
    }

    /// The gateways and connections that routes lead to.
    pub(super) fn gateways(&self) -> &Gateways<'a> {
        &self.gateways
    }

    /// The blocks of a VPC; `None` where they are not known.
    pub(crate) fn range_of_vpc(&self, vpc: &str) -> Result<Option<Addresses>, Error> {
        let Some(vpc) = self.vpcs.get(vpc) else { return Ok(None) };
        let associated = |state: &Option<State>| {
            let state = state.as_ref().and_then(|state| state.state.as_deref());
            state.is_none_or(|state| state.eq_ignore_ascii_case("associated"))
        };
        let ipv4 = vpc.cidr_block_association_set.iter().flatten();
        let ipv4 = ipv4.filter(|set| associated(&set.cidr_block_state)).filter_map(|set| set.cidr_block.as_deref());
        let ipv6 = vpc.ipv6_cidr_block_association_set.iter().flatten();
        let ipv6 =
            ipv6.filter(|set| associated(&set.ipv6_cidr_block_state)).filter_map(|set| set.ipv6_cidr_block.as_deref());
        let Some(primary) = vpc.cidr_block.as_deref() else { return Ok(None) };
        blocks(std::iter::once(primary).chain(ipv4).chain(ipv6), vpc.vpc_id.as_deref().unwrap_or_default())
    }

    /// Takes a group in place of the one with its id.
    pub(super) fn replace_group(&mut self, id: &'a str, group: &'a SecurityGroup) {
        self.groups.insert(bare(id), GroupRules::of(group));
    }

    /// The endpoints in order of id.
    pub(super) fn endpoints(&self) -> impl Iterator<Item = &'a VpcEndpoint> {
        self.endpoints.values().copied()
    }

    /// The endpoints of a VPC in order of id.
    pub(crate) fn endpoints_of(&self, vpc: &str) -> impl Iterator<Item = &'a VpcEndpoint> {
        self.endpoints.values().copied().filter(move |endpoint| endpoint.vpc_id.as_deref() == Some(vpc))
    }

    /// The table that routes a subnet: its explicit association, else the main table of its VPC. The main table counts
    /// only when the absence of an explicit association is a fact.
    pub(crate) fn table(&self, subnet: &Subnet) -> Found<&Table<'a>> {
        let id = subnet.subnet_id.as_deref().unwrap_or_default();
        let at = |at: Option<&usize>| at.and_then(|at| self.tables.get(*at));
        if let Some(table) = at(self.table_of_subnet.get(id)) {
            return Found::Yes(table);
        }
        if !self.is_whole(Part::RouteTables) {
            return Found::Unknown(Part::RouteTables);
        }
        let main = subnet.vpc_id.as_deref().and_then(|vpc| self.main_table_of_vpc.get(vpc));
        at(main).map_or(Found::Unknown(Part::RouteTables), Found::Yes)
    }

    pub(super) fn route_table(&self, id: &str) -> Found<&Table<'a>> {
        self.found(self.tables.iter().find(|table| table.id() == id), Part::RouteTables)
    }

    /// The network ACL of a subnet. AWS lists every association, so that a missing one is unknown, never open.
    pub(crate) fn acl(&self, subnet: &str) -> Found<&ReadAcl<'a>> {
        let acl = self.acl_of_subnet.get(subnet).and_then(|at| self.acls.get(*at));
        acl.map_or(Found::Unknown(Part::NetworkAcls), Found::Yes)
    }

    pub(crate) fn prefix_list(&self, id: &str) -> Option<&PrefixListEntries> {
        self.lists.get(id)
    }

    /// The prefix list of an AWS service, by the name of the service.
    pub(crate) fn prefix_list_of(&self, service: &str) -> Option<(&'a str, &PrefixListEntries)> {
        self.lists.iter().find(|(_, list)| list.name == service).map(|(id, list)| (*id, list))
    }

    /// Why a part cannot settle a question, in words.
    pub(crate) fn gap(&self, part: Part) -> String {
        let key = part.as_str();
        match self.snapshot.presence(part) {
            Presence::Absent(why) | Presence::Incomplete(why) => format!("`{key}` is {why}"),
            Presence::Assumed => format!("`{key}` does not say whether it is complete"),
            Presence::Complete => format!("`{key}` does not say"),
        }
    }
}

/// An id without the account that may stand before it.
pub(crate) fn bare(id: &str) -> &str {
    id.rsplit('/').next().unwrap_or(id)
}

/// A block of a document. A placeholder is `None`: unknown until deployment. Host bits are cut, as AWS cuts them.
pub(crate) fn block(text: &str, path: &str) -> Result<Option<Cidr>, Error> {
    match Cidr::masked(text) {
        Ok((cidr, _)) => Ok(Some(cidr)),
        Err(_) if is_token(text) => Ok(None),
        Err(error) => Err(Error::new(ErrorCode::ErrInvalidCidr, path, error.to_string())),
    }
}

pub(super) fn index<T: Identified>(list: Option<&[T]>, part: Part) -> Result<BTreeMap<&str, &T>, Error> {
    let named =
        || list.unwrap_or_default().iter().enumerate().filter_map(|(at, object)| Some((object.id()?, at, object)));
    // Built at once, which is faster than one by one; only a list that has some id twice is looked through again.
    let objects: BTreeMap<&str, &T> = named().map(|(id, _, object)| (id, object)).collect();
    if objects.len() < named().count() {
        let mut known: BTreeMap<&str, &T> = BTreeMap::new();
        for (id, at, object) in named() {
            if known.insert(id, object).is_some_and(|earlier| earlier != object) {
                return Err(duplicate(&format!("{}[{at}]", part.as_str()), id));
            }
        }
    }
    Ok(objects)
}

fn prefix_lists(snapshot: &Snapshot) -> Result<BTreeMap<&str, PrefixListEntries>, Error> {
    let mut lists = BTreeMap::new();
    for list in snapshot.managed_prefix_lists.iter().flatten() {
        let Some(id) = list.prefix_list_id.as_deref() else { continue };
        let name = list.prefix_list_name.clone().unwrap_or_default();
        let settled = list.state.as_deref().is_none_or(|state| state.to_ascii_lowercase().ends_with("-complete"));
        let entries = snapshot.prefix_list_entries.as_ref().and_then(|answers| answers.get(id));
        let whole = entries.filter(|answer| settled && answer.next_token.is_none()).and_then(|a| a.entries.as_ref());
        let blocks = match whole {
            Some(entries) => each_block(entries.iter().filter_map(|entry| entry.cidr.as_deref()), id)?,
            None => None,
        };
        lists.insert(id, PrefixListEntries::of(name, blocks));
    }
    for list in snapshot.prefix_lists.iter().flatten() {
        let Some(id) = list.prefix_list_id.as_deref() else { continue };
        let Some(cidrs) = &list.cidrs else {
            let name = list.prefix_list_name.clone().unwrap_or_default();
            lists.entry(id).or_insert(PrefixListEntries::of(name, None));
            continue;
        };
        let blocks = each_block(cidrs.iter().map(String::as_str), id)?;
        lists.insert(id, PrefixListEntries::of(list.prefix_list_name.clone().unwrap_or_default(), blocks));
    }
    for (id, answer) in snapshot.prefix_list_entries.iter().flatten() {
        if let (false, Some(entries), None) = (lists.contains_key(id.as_str()), &answer.entries, &answer.next_token) {
            let blocks = each_block(entries.iter().filter_map(|entry| entry.cidr.as_deref()), id)?;
            lists.insert(id, PrefixListEntries::of(String::new(), blocks));
        }
    }
    Ok(lists)
}

/// The union of blocks; `None` as soon as one of them is a placeholder.
fn blocks<'a>(texts: impl Iterator<Item = &'a str>, owner: &str) -> Result<Option<Addresses>, Error> {
    Ok(each_block(texts, owner)?.map(|cidrs| cidrs.into_iter().collect()))
}

/// Each of the blocks; `None` as soon as one of them is a placeholder.
fn each_block<'a>(texts: impl Iterator<Item = &'a str>, owner: &str) -> Result<Option<Vec<Cidr>>, Error> {
    texts.map(|text| block(text, &format!("PrefixLists.{owner}"))).collect()
}
