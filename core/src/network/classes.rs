//! Interfaces that are alike: those of one subnet with the same groups are one end with the addresses of all of them.
//! What each is asked, the others answer.

use std::collections::HashMap;

use super::end::{self, End, Groups};
use super::resolve::{Network, bare};
use crate::error::Error;
use crate::net::{Addresses, Cidr};
use crate::snapshot::NetworkInterface;

/// Interfaces that are alike, and what they are together.
pub(crate) struct Class<'a> {
    pub(crate) end: End<'a>,
    pub(crate) members: Vec<&'a NetworkInterface>,
}

/// What is the same for all members of a class.
#[derive(Eq, Hash, PartialEq)]
struct Likeness<'a> {
    subnet: Option<&'a str>,
    vpc: Option<&'a str>,
    kind: Option<&'a str>,
    /// Which of the lists of groups that were met.
    groups: Option<usize>,
    has: Has<'a>,
}

/// Which addresses are known of an interface. To have none of a family is to reach nobody by it, so that neighbours of
/// both families do not speak for those of one.
#[derive(Eq, Hash, PartialEq)]
enum Has<'a> {
    Addresses {
        v4: bool,
        v6: bool,
    },
    /// It is somewhere in its subnet, as all its likes are.
    None,
    /// It is somewhere, with a public address of its own.
    Public(Option<&'a str>),
}

/// The blocks of a class, from which its sets are made when all of them are known.
struct Blocks {
    own: Vec<Cidr>,
    public: Vec<Cidr>,
}

/// Interfaces class by class, each class where the first of its members comes.
pub(crate) fn classes<'a>(
    network: &Network<'a>,
    interfaces: impl Iterator<Item = &'a NetworkInterface>,
) -> Result<Vec<Class<'a>>, Error> {
    let mut lists: HashMap<Vec<&'a str>, usize> = HashMap::new();
    let mut known: HashMap<Likeness<'a>, usize> = HashMap::new();
    let mut classes: Vec<(Class<'a>, Blocks)> = Vec::new();
    let (mut ids, mut own) = (Vec::new(), Vec::new());
    for interface in interfaces {
        own.clear();
        let exact = end::blocks_of(interface, &mut own)?;
        let public = end::public_blocks(interface)?;
        let has = match (exact, public.is_empty()) {
            (true, _) => {
                let v4 = own.iter().any(|block: &Cidr| block.is_ipv4());
                Has::Addresses { v4, v6: own.iter().any(|block| !block.is_ipv4()) }
            }
            (false, true) => Has::None,
            (false, false) => Has::Public(interface.network_interface_id.as_deref()),
        };
        let groups = interface.groups.as_ref().map(|groups| {
            ids.clear();
            ids.extend(groups.iter().filter_map(|group| group.group_id.as_deref()).map(bare));
            ids.sort_unstable();
            ids.dedup();
            lists.get(ids.as_slice()).copied().unwrap_or_else(|| {
                let next = lists.len();
                lists.insert(ids.clone(), next);
                next
            })
        });
        let (subnet, vpc) = (interface.subnet_id.as_deref(), interface.vpc_id.as_deref());
        let likeness = Likeness { subnet, vpc, kind: interface.interface_type.as_deref(), groups, has };
        let next = classes.len();
        let at = *known.entry(likeness).or_insert(next);
        if at == next {
            let end = End::of_interface(network, interface)?;
            classes.push((Class { end, members: Vec::new() }, Blocks { own: Vec::new(), public: Vec::new() }));
        }
        if let Some((class, blocks)) = classes.get_mut(at) {
            class.members.push(interface);
            blocks.own.extend_from_slice(&own);
            blocks.public.extend(public);
        }
    }
    let together = |(class, blocks): (Class<'a>, Blocks)| {
        let Class { end, members } = class;
        let addresses = if end.exact { blocks.own.into_iter().collect::<Addresses>() } else { end.addresses };
        let name = members.last().and_then(|last| last.network_interface_id.clone()).unwrap_or_default();
        let end = End { name, addresses, public: Some(blocks.public.into_iter().collect()), ..end };
        Class { end, members }
    };
    Ok(classes.into_iter().map(together).collect())
}

impl Class<'_> {
    /// By what the classes of an answer are in order.
    pub(super) fn order(&self) -> (Option<&str>, &Groups, bool, Option<&str>) {
        let subnet = self.members.first().and_then(|member| member.subnet_id.as_deref());
        (subnet, &self.end.groups, self.end.exact, self.end.kind)
    }
}
