//! Where nodes run: subnets, and the security groups that nodes carry there. They come from the wish, node groups,
//! Fargate profiles and instances; never from the cluster's own subnets, in which nodes need not run.

use std::collections::{BTreeMap, BTreeSet};

use super::joins::template as template_of;
use crate::error::Error;
use crate::network::{End, Found, Groups, Network};
use crate::plan::Wish;
use crate::snapshot::{Instance, Nodegroup, Part, Snapshot, Subnet};
use crate::text::quoted;

/// A subnet that nodes run in, with one set of groups that nodes carry there.
pub(super) struct Place<'a> {
    pub(super) subnet: &'a Subnet,
    pub(super) end: End<'a>,
    /// What says that nodes run there, such as ``node group `ng-1` ``.
    pub(super) from: Vec<String>,
}

/// Where nodes run, and what is not known of it.
#[derive(Default)]
pub(super) struct Places<'a> {
    pub(super) known: Vec<Place<'a>>,
    pub(super) gaps: Vec<Gap>,
}

/// Something that is not known of where nodes run.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Gap {
    pub(super) part: Part,
    pub(super) says: String,
}

impl<'a> Places<'a> {
    pub(super) fn of(network: &Network<'a>, wish: &Wish) -> Result<Self, Error> {
        let mut found = Finder { network, snapshot: network.snapshot, places: BTreeMap::new(), gaps: Vec::new() };
        found.nodegroups();
        found.fargate_profiles();
        found.instances(wish.name.as_ref().map(|name| name.value.as_str()));
        match &wish.node_subnets {
            Some(stated) => found.only(&stated.value),
            None => found.note_missing_parts(),
        }
        if let Some(stated) = &wish.node_security_groups {
            found.carry(&Groups::these(&stated.value));
        }
        found.finish()
    }

    /// The places by subnet, in order of id.
    pub(super) fn by_subnet(&self) -> BTreeMap<&str, Vec<&Place<'a>>> {
        let mut subnets: BTreeMap<&str, Vec<&Place<'a>>> = BTreeMap::new();
        for place in &self.known {
            subnets.entry(place.subnet.subnet_id.as_deref().unwrap_or_default()).or_default().push(place);
        }
        subnets
    }
}

struct Finder<'f, 'a> {
    network: &'f Network<'a>,
    snapshot: &'a Snapshot,
    places: BTreeMap<(String, Groups), BTreeSet<String>>,
    gaps: Vec<Gap>,
}

impl<'a> Finder<'_, 'a> {
    fn add(&mut self, subnet: &str, groups: &Groups, from: String) {
        self.places.entry((subnet.to_owned(), groups.clone())).or_default().insert(from);
    }

    fn gap(&mut self, part: Part, says: String) {
        self.gaps.push(Gap { part, says });
    }

    fn nodegroups(&mut self) {
        for group in self.snapshot.nodegroups.iter().flatten() {
            let name = group.nodegroup_name.as_deref().unwrap_or_default();
            let Some(subnets) = &group.subnets else {
                self.gap(
                    Part::Nodegroups,
                    format!("the subnets of the node group {} are not among the documents", quoted([name])),
                );
                continue;
            };
            let groups = self.groups_of(group);
            for subnet in subnets {
                self.add(subnet, &groups, format!("node group {}", quoted([name])));
            }
        }
    }

    /// A launch template that names groups replaces the cluster security group; without one, nodes carry that.
    fn groups_of(&self, group: &Nodegroup) -> Groups {
        let Some(template) = &group.launch_template else { return self.cluster_group() };
        let Some(data) = template_of(self.network, template).and_then(|version| version.launch_template_data.as_ref())
        else {
            return Groups::Unknown;
        };
        // Nodes call from their first interface.
        let mut interfaces = data.network_interfaces.iter().flatten();
        let first = interfaces.find(|interface| matches!(interface.device_index, None | Some(0)));
        let of_interfaces: Vec<&String> =
            first.into_iter().flat_map(|interface| interface.groups.iter().flatten()).collect();
        match &data.security_group_ids {
            Some(ids) if !ids.is_empty() => Groups::these(ids),
            _ if !of_interfaces.is_empty() => Groups::these(of_interfaces),
            _ => self.cluster_group(),
        }
    }

    fn cluster_group(&self) -> Groups {
        let config = self.snapshot.cluster.as_ref().and_then(|cluster| cluster.resources_vpc_config.as_ref());
        let group = config.and_then(|config| config.cluster_security_group_id.as_deref());
        group.map_or(Groups::Unknown, |group| Groups::these([group]))
    }

    fn fargate_profiles(&mut self) {
        for profile in self.snapshot.fargate_profiles.iter().flatten() {
            let name = profile.fargate_profile_name.as_deref().unwrap_or_default();
            let Some(subnets) = &profile.subnets else {
                let says = format!("the subnets of the Fargate profile {} are not among the documents", quoted([name]));
                self.gap(Part::FargateProfiles, says);
                continue;
            };
            let groups = self.cluster_group();
            for subnet in subnets {
                self.add(subnet, &groups, format!("Fargate profile {}", quoted([name])));
            }
        }
    }

    fn instances(&mut self, cluster: Option<&str>) {
        let reservations = self.snapshot.reservations.iter().flatten();
        for instance in reservations.flat_map(|reservation| reservation.instances.iter().flatten()) {
            let gone = instance.state.as_ref().and_then(|state| state.name.as_deref());
            if !is_node(instance, cluster) || matches!(gone, Some("terminated" | "shutting-down")) {
                continue;
            }
            let Some(subnet) = &instance.subnet_id else { continue };
            let groups = instance.security_groups.as_ref().map_or(Groups::Unknown, |groups| {
                Groups::these(groups.iter().filter_map(|group| group.group_id.as_deref()))
            });
            let id = instance.instance_id.as_deref().unwrap_or_default();
            self.add(subnet, &groups, format!("instance {}", quoted([id])));
        }
    }

    /// The wish names the subnets: what the documents show elsewhere does not count.
    fn only(&mut self, stated: &[String]) {
        self.gaps.clear();
        self.places.retain(|(subnet, _), _| stated.contains(subnet));
        for subnet in stated {
            if !self.places.keys().any(|(known, _)| known == subnet) {
                self.add(subnet, &Groups::Unknown, "the wish".to_owned());
            }
        }
    }

    /// The wish names the groups: they count wherever nodes run.
    fn carry(&mut self, groups: &Groups) {
        for ((subnet, _), from) in std::mem::take(&mut self.places) {
            self.places.entry((subnet, groups.clone())).or_default().extend(from);
        }
    }

    fn note_missing_parts(&mut self) {
        for part in [Part::Nodegroups, Part::FargateProfiles, Part::Reservations] {
            if !self.network.is_whole(part) {
                self.gap(part, format!("{}, so that nodes may run elsewhere too", self.network.gap(part)));
            }
        }
    }

    fn finish(mut self) -> Result<Places<'a>, Error> {
        let mut known = Vec::new();
        for ((id, groups), from) in std::mem::take(&mut self.places) {
            match self.network.subnet(&id) {
                Found::Yes(subnet) => {
                    let end = End::of_subnet(subnet, groups)?;
                    known.push(Place { subnet, end, from: from.into_iter().collect() });
                }
                Found::No | Found::Unknown(_) => {
                    let says = format!("nodes run in `{id}`, which is not among the documents");
                    self.gap(Part::Subnets, says);
                }
            }
        }
        if known.is_empty() && self.gaps.is_empty() {
            self.gap(Part::Nodegroups, "no document shows where nodes run".to_owned());
        }
        self.gaps.sort();
        self.gaps.dedup();
        Ok(Places { known, gaps: self.gaps })
    }
}

/// Nodes are tagged with the cluster that they belong to.
pub(super) fn is_node(instance: &Instance, cluster: Option<&str>) -> bool {
    instance.tags.iter().flatten().any(|tag| {
        let (key, value) = (tag.key.as_deref().unwrap_or_default(), tag.value.as_deref().unwrap_or_default());
        match key {
            "eks:cluster-name" | "aws:eks:cluster-name" => cluster.is_none_or(|cluster| cluster == value),
            _ => key.strip_prefix("kubernetes.io/cluster/").is_some_and(|name| cluster.is_none_or(|own| own == name)),
        }
    })
}
