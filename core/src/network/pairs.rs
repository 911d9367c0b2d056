//! Verdicts for many pairs at once, without a word of why: interfaces that are alike are one source, and interfaces of
//! endpoints that are alike one destination. What a path lets through is so many sources to so many destinations, and
//! is read for each of them.

use super::classes::Class;
use super::destination::Destination;
use super::end::{self, End};
use super::path::{Asked, Lets, Path};
use super::reach::{reached, within};
use super::resolve::Network;
use super::walk::{open, parts, unsettled};
use crate::error::Error;
use crate::net::{Addresses, Bounds};
use crate::verdict::Verdict;

/// What is called: endpoints, and their interfaces by what they have in common.
pub(super) struct Called<'a> {
    endpoints: Vec<(Destination<'a>, Verdict)>,
    families: [(Addresses, Vec<Alike<'a>>); 2],
}

/// Interfaces that are alike, of one family, and whose they are.
struct Alike<'a> {
    end: End<'a>,
    /// The addresses of each endpoint, by its place.
    own: Vec<(usize, Addresses)>,
}

/// What the members of a class have open to an endpoint.
pub(super) enum Row {
    /// The same for all of them.
    All(Verdict),
    /// In the order of the members.
    Each(Vec<Verdict>),
}

impl Row {
    /// What a member has open, by its place.
    pub(super) fn of(&self, member: usize) -> Verdict {
        match self {
            Self::All(verdict) => *verdict,
            Self::Each(each) => each.get(member).copied().unwrap_or(Verdict::Unknown),
        }
    }
}

impl<'a> Called<'a> {
    pub(super) fn of(destinations: Vec<Destination<'a>>, asked: &Asked) -> Self {
        let mut families = [Addresses::all_v4(), Addresses::all_v6()].map(|family| (family, Vec::new()));
        for (at, destination) in destinations.iter().enumerate() {
            for (family, known) in &mut families {
                for end in &destination.ends {
                    let end = within(end, family);
                    if !end.addresses.is_empty() {
                        join(known, end, at);
                    }
                }
            }
        }
        let gate = |destination: &Destination<'_>| {
            Verdict::all(destination.blockers(&asked.services, &Addresses::empty()).iter().map(|one| one.verdict))
        };
        let endpoints = destinations.into_iter().map(|one| (gate(&one), one)).map(|(gate, one)| (one, gate)).collect();
        Self { endpoints, families }
    }

    /// The names of what is called.
    pub(super) fn names(&self) -> Vec<String> {
        self.endpoints.iter().map(|(destination, _)| destination.name.clone()).collect()
    }

    /// Whether some interface that is called carries a group.
    pub(super) fn carries(&self, group: &str) -> bool {
        let mut ends = self.families.iter().flat_map(|(_, alike)| alike).map(|alike| &alike.end.groups);
        ends.any(|groups| groups.carry(group) != Some(false))
    }

    /// What the members of a class have open to each endpoint.
    pub(super) fn rows(&self, network: &Network<'a>, class: &Class<'a>, asked: &Asked) -> Result<Vec<Row>, Error> {
        let from = &class.end;
        if from.addresses.is_empty() {
            return Ok(self.endpoints.iter().map(|_| Row::All(Verdict::Unknown)).collect());
        }
        let mut openings: Vec<Opening> = self.endpoints.iter().map(|_| Opening::default()).collect();
        for (family, known) in &self.families {
            let from = within(from, family);
            for alike in known.iter().filter(|_| !from.addresses.is_empty()) {
                let crossed = alike.crossed(network, &from, asked)?;
                for (at, own) in &alike.own {
                    let Some(opening) = openings.get_mut(*at) else { continue };
                    opening.any = true;
                    match &crossed {
                        Crossed::All(verdict) => opening.all = opening.all.and(*verdict),
                        Crossed::Apart => opening.apart = true,
                        Crossed::Paths(parts) => {
                            let open = unsettled(&alike.open_to(parts, own), &from);
                            opening.some.push((from.addresses.clone(), open));
                        }
                    }
                }
            }
        }
        let each = self.endpoints.iter().zip(openings);
        each.map(|((destination, gate), opening)| opening.row(network, class, destination, *gate, asked)).collect()
    }
}

/// What is found for a class and an endpoint.
struct Opening {
    /// Whether they have a family in common.
    any: bool,
    /// What holds for all members.
    all: Verdict,
    /// Of these addresses of the class those are open.
    some: Vec<(Addresses, Bounds<Addresses>)>,
    /// Whether each member has to be asked for itself.
    apart: bool,
}

impl Default for Opening {
    fn default() -> Self {
        Self { any: false, all: Verdict::Met, some: Vec::new(), apart: false }
    }
}

impl Opening {
    fn row<'a>(
        self,
        network: &Network<'a>,
        class: &Class<'a>,
        destination: &Destination<'a>,
        gate: Verdict,
        asked: &Asked,
    ) -> Result<Row, Error> {
        if !self.any {
            return Ok(Row::All(Verdict::Broken));
        }
        let all = self.all.and(gate);
        if all == Verdict::Broken || !self.apart && self.some.is_empty() {
            return Ok(Row::All(all));
        }
        let each = class.members.iter().map(|member| {
            if self.apart {
                let end = End::of_interface(network, member)?;
                return Ok(reached(network, &[end], destination, asked)?.verdict);
            }
            let own = if class.end.exact { end::addresses(member)? } else { None };
            let own = own.unwrap_or_else(|| class.end.addresses.clone());
            let of = |(asked, open): &(Addresses, Bounds<Addresses>)| {
                let asked = own.intersection(asked);
                match open.split(&asked) {
                    split if !split.shut.is_empty() => Verdict::Broken,
                    split if !split.unknown.is_empty() => Verdict::Unknown,
                    _ => Verdict::Met,
                }
            };
            Ok(all.and(Verdict::all(self.some.iter().map(of))))
        });
        each.collect::<Result<_, Error>>().map(Row::Each)
    }
}

/// Puts an end to those that it is like, or beside them.
fn join<'a>(known: &mut Vec<Alike<'a>>, end: End<'a>, at: usize) {
    let alone = |end: &End<'_>| {
        // What may be the VPC's resolver is asked for itself.
        let resolver = end.addresses.v4().intervals().any(|run| run.first() == run.last() && run.first() % 16 == 2);
        !end.exact || end.prefix_list.is_some() || resolver
    };
    let same = |one: &&mut Alike<'a>| {
        let (one, subnet) = (&one.end, |end: &End<'a>| end.subnet.map(std::ptr::from_ref));
        (subnet(one), one.vpc, one.kind, &one.groups) == (subnet(&end), end.vpc, end.kind, &end.groups) && !alone(one)
    };
    match known.iter_mut().find(same).filter(|_| !alone(&end)) {
        Some(alike) => {
            alike.end.addresses = alike.end.addresses.union(&end.addresses);
            alike.end.public = alike.end.public.as_ref().zip(end.public.as_ref()).map(|(one, other)| one.union(other));
            match alike.own.iter_mut().find(|(own, _)| *own == at) {
                Some((_, addresses)) => *addresses = addresses.union(&end.addresses),
                None => alike.own.push((at, end.addresses)),
            }
        }
        None => known.push(Alike { own: vec![(at, end.addresses.clone())], end }),
    }
}

/// What a class of one family has open to interfaces that are alike.
enum Crossed<'a> {
    /// All of it to all of them.
    All(Verdict),
    /// What each path says of whom it comes from and leads to.
    Paths(Vec<Vec<Path<'a>>>),
    /// Addresses are decided about together, so that each interface has to be asked for itself.
    Apart,
}

impl<'a> Alike<'a> {
    /// The sources that paths open to all of an endpoint's addresses.
    fn open_to(&self, parts: &[Vec<Path<'a>>], own: &Addresses) -> Bounds<Addresses> {
        let towards = |path: &Path<'a>| End { addresses: path.to.addresses.intersection(own), ..path.to.clone() };
        let concerned = parts.iter().filter(|part| part.iter().any(|path| path.to.addresses.overlaps(own)));
        open(concerned.map(|part| part.iter().map(|path| path.open_towards(&towards(path)))), self.end.exact)
    }

    fn crossed(&self, network: &Network<'a>, from: &End<'a>, asked: &Asked) -> Result<Crossed<'a>, Error> {
        let parts = parts(network, from, &self.end, asked)?;
        let paths = || parts.iter().flatten();
        if paths().any(|path| path.at_once) {
            return Ok(Crossed::Apart);
        }
        if !self.end.exact {
            // Some address among these: what it opens is read for all of them.
            let open = open(parts.iter().map(|part| part.iter().map(Path::open)), false);
            return Ok(uniform(&open, &from.addresses).map_or(Crossed::Paths(parts), Crossed::All));
        }
        let open = open(parts.iter().map(|part| part.iter().map(Path::open)), true);
        let nobody = |bound: fn(&Bounds<Addresses>) -> &Addresses| paths().all(|path| is_dead(path, bound));
        Ok(if open.surely().covers(&from.addresses) {
            Crossed::All(Verdict::Met)
        } else if nobody(Bounds::possibly) {
            Crossed::All(Verdict::Broken)
        } else if open.possibly().covers(&from.addresses) && nobody(Bounds::surely) {
            Crossed::All(Verdict::Unknown)
        } else {
            Crossed::Paths(parts)
        })
    }
}

/// The verdict that all of some addresses share.
fn uniform(open: &Bounds<Addresses>, all: &Addresses) -> Option<Verdict> {
    if open.surely().covers(all) {
        Some(Verdict::Met)
    } else if !open.possibly().overlaps(all) {
        Some(Verdict::Broken)
    } else {
        (open.possibly().covers(all) && !open.surely().overlaps(all)).then_some(Verdict::Unknown)
    }
}

/// Whether a path lets no source through to any destination.
fn is_dead(path: &Path<'_>, bound: fn(&Bounds<Addresses>) -> &Addresses) -> bool {
    let (mut sources, mut destinations) = (path.from.addresses.clone(), path.to.addresses.clone());
    for step in &path.steps {
        match &step.lets {
            Lets::Sources(bounds) => sources = sources.intersection(bound(bounds)),
            Lets::Destinations(bounds) => destinations = destinations.intersection(bound(bounds)),
            Lets::All(sure, maybe) => {
                let bounds = Bounds::new(all_if(*sure), all_if(*sure || *maybe));
                if bound(&bounds).is_empty() {
                    return true;
                }
            }
        }
    }
    sources.is_empty() || destinations.is_empty()
}

fn all_if(open: bool) -> Addresses {
    if open { Addresses::all() } else { Addresses::empty() }
}
