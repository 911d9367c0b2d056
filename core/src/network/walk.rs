//! One source end to one destination end: every place on the way there and back, what each lets through, and their
//! conjunction. All places are asked, so that every blocker is known and not only the first.

use super::answer::{BlockerCode, Direction};
use super::crossing::{Crossing, Identity, cross, split};
use super::either::one_of;
use super::end::{End, words};
use super::group::Side;
use super::onward::{Onward, forward_ways, table_of};
use super::path::{Asked, Lets, Path, Step};
use super::place::Places;
use super::resolve::Network;
use super::route::{Table, Way, by_way, of_table, ways};
use super::{internet, local};
use crate::error::Error;
use crate::net::{Addresses, Bounds};
use crate::snapshot::{Part, Route};

/// What is known of one source end and one destination end. Where routes part the addresses, each part has a path.
pub(crate) struct Walked<'a> {
    pub(crate) paths: Vec<Path<'a>>,
    /// The source addresses that reach all of the destination.
    pub(crate) open: Bounds<Addresses>,
    /// The destination addresses that all of the source reaches.
    pub(crate) reaches: Bounds<Addresses>,
}

/// Walks from a source to a destination in one address family.
pub(crate) fn walk<'a>(
    network: &Network<'a>,
    from: &End<'a>,
    to: &End<'a>,
    asked: &Asked,
) -> Result<Walked<'a>, Error> {
    let parts = parts(network, from, to, asked)?;
    let mut reaches = Bounds::nothing();
    for part in &parts {
        let theirs = part.iter().map(Path::reaches).reduce(|all, path| together(&all, &path, from.exact));
        reaches = reaches.union(&theirs.unwrap_or_else(Bounds::nothing));
    }
    let open = open(parts.iter().map(|part| part.iter().map(Path::open)), to.exact);
    Ok(Walked { open, reaches: unsettled(&reaches, to), paths: parts.into_iter().flatten().collect() })
}

/// The paths from a source to a destination, for each part of the destination that is come to by one way.
pub(crate) fn parts<'a>(
    network: &Network<'a>,
    from: &End<'a>,
    to: &End<'a>,
    asked: &Asked,
) -> Result<Vec<Vec<Path<'a>>>, Error> {
    let parts = forward_parts(network, from, to, asked)?.into_iter();
    parts.map(|(here, way)| Walk { network, from, to: &here, asked }.paths(way)).collect()
}

/// The source addresses that reach all of a destination, from what each path to each part of it opens.
pub(crate) fn open(
    parts: impl Iterator<Item = impl Iterator<Item = Bounds<Addresses>>>,
    exact: bool,
) -> Bounds<Addresses> {
    let each = parts.map(|paths| paths.fold(Bounds::nothing(), |all, path| all.union(&path)));
    each.reduce(|all, part| together(&all, &part, exact)).unwrap_or_else(Bounds::nothing)
}

impl Walked<'_> {
    /// Whether every path surely opens all that was asked of it.
    pub(crate) fn is_whole(&self) -> bool {
        self.paths.iter().all(|path| path.open().surely().covers(&path.from.addresses))
    }
}

/// Both have to be open; of an end that is only one of many addresses, either may be the one.
fn together(a: &Bounds<Addresses>, b: &Bounds<Addresses>, exact: bool) -> Bounds<Addresses> {
    if exact {
        a.intersection(b)
    } else {
        Bounds::new(a.surely().intersection(b.surely()), a.possibly().union(b.possibly()))
    }
}

/// Of an end that is some address and nobody knows which, all of it is open, or some of it may be.
pub(crate) fn unsettled(open: &Bounds<Addresses>, end: &End<'_>) -> Bounds<Addresses> {
    if end.exact {
        return open.clone();
    }
    let all = |open: bool| if open { end.addresses.clone() } else { Addresses::empty() };
    Bounds::new(all(open.surely().covers(&end.addresses)), all(!open.possibly().is_empty()))
}

/// Each part of the destination that all tables on the way there send alike.
fn forward_parts<'n, 'a>(
    network: &'n Network<'a>,
    from: &End<'a>,
    to: &End<'a>,
    asked: &Asked,
) -> Result<Vec<(End<'a>, Onward<'n, 'a>)>, Error> {
    let mut parts = Vec::new();
    for (part, onward) in forward_ways(network, from, to)? {
        let here = End { addresses: part, ..to.clone() };
        let crossed = match &onward {
            Onward::Way(_, way) => {
                Walk { network, from, to: &here, asked }.parts(way, Direction::Forward, from, &here)?
            }
            _ => Vec::new(),
        };
        let pieces = split(&here.addresses, &crossed).into_iter();
        parts.extend(pieces.map(|addresses| (End { addresses, ..to.clone() }, onward.clone())));
    }
    Ok(parts)
}

struct Walk<'w, 'a> {
    network: &'w Network<'a>,
    from: &'w End<'a>,
    to: &'w End<'a>,
    asked: &'w Asked,
}

impl<'n, 'a> Walk<'n, 'a> {
    fn paths(&self, onward: Onward<'_, '_>) -> Result<Vec<Path<'a>>, Error> {
        let places = self.places(self.from, self.to);
        let mut there = places.gates();
        let kept = Identity::Kept;
        match onward {
            Onward::Service => {
                there.extend(local::resolver(&places)?);
                Ok(vec![self.path(self.from.clone(), there, Vec::new())])
            }
            Onward::MaybeService => {
                there.push(places.unknown(BlockerCode::Resolver, Direction::Forward, Part::Vpcs));
                Ok(vec![self.path(self.from.clone(), there, Vec::new())])
            }
            Onward::Neighbour => {
                there.push(places.group_egress(kept)?);
                there.extend(places.group_ingress(kept)?);
                Ok(vec![self.path(self.from.clone(), there, Vec::new())])
            }
            Onward::Inward => self.replies(there, &internet::inward(&places)?),
            Onward::Way(table, Way::Either(ways, why)) => {
                let each = ways.iter().map(|way| self.by_route(table, way)).collect::<Result<_, _>>()?;
                let shown = self.by_route(table, &Way::Either(ways, why))?;
                Ok(one_of(each, BlockerCode::Route, shown))
            }
            Onward::Way(table, way) => self.by_route(table, &way),
            Onward::Unknown(part) => {
                there.push(places.group_egress(kept)?);
                there.extend(places.acl(self.from, Side::Egress, BlockerCode::AclEgress)?);
                there.push(places.unknown(BlockerCode::Route, Direction::Forward, part));
                self.replies(there, &Crossing::plain())
            }
        }
    }

    /// Out of the source's subnet by its table, and back.
    fn by_route(&self, table: &Table<'_>, way: &Way) -> Result<Vec<Path<'a>>, Error> {
        let places = self.places(self.from, self.to);
        let crossing = self.cross(way, Direction::Forward, self.from, self.to)?;
        let mut there = places.gates();
        there.push(places.group_egress(crossing.identity.outward())?);
        there.extend(places.acl(self.from, Side::Egress, BlockerCode::AclEgress)?);
        there.push(self.route(table, way)?);
        self.replies(there, &crossing)
    }

    fn places<'w>(&'w self, from: &'w End<'a>, to: &'w End<'a>) -> Places<'w, 'a> {
        Places { network: self.network, from, to, asked: self.asked }
    }

    fn path(&self, from: End<'a>, steps: Vec<Step>, notes: Vec<String>) -> Path<'a> {
        Path { from, to: self.to.clone(), steps, notes, at_once: false }
    }

    /// The way from the crossing on, and back: a path for each part of the source that replies come to by one route. A
    /// source that was translated is answered under one address, and as a whole.
    fn replies(&self, mut there: Vec<Step>, crossing: &Crossing<'a>) -> Result<Vec<Path<'a>>, Error> {
        let ways = self.reply_ways(crossing.seen.as_ref().unwrap_or(self.from))?;
        if crossing.seen.is_some() {
            let path = self.back(self.from.clone(), there, crossing, ways)?;
            return Ok(vec![Path { at_once: true, ..path }]);
        }
        let mut paths = Vec::new();
        let mut ways = ways.into_iter();
        while let Some((part, way)) = ways.next() {
            let from = End { addresses: part.clone(), ..self.from.clone() };
            let back = |there, way| self.back(from.clone(), there, crossing, vec![(part.clone(), way)]);
            if let Some(Onward::Way(table, Way::Either(either, why))) = way {
                let by = |way| Some(Onward::Way(table, way));
                let each = either.iter().map(|way| Ok(vec![back(there.clone(), by(way.clone()))?]));
                let each = each.collect::<Result<_, Error>>()?;
                let shown = vec![back(there.clone(), by(Way::Either(either, why)))?];
                paths.extend(one_of(each, BlockerCode::ReplyRoute, shown));
            } else {
                // Mostly there is one part, which needs no copy.
                let there = if ways.len() == 0 { std::mem::take(&mut there) } else { there.clone() };
                paths.push(back(there, way)?);
            }
        }
        Ok(paths)
    }

    fn back(
        &self,
        from: End<'a>,
        there: Vec<Step>,
        crossing: &Crossing<'a>,
        ways: Vec<(Addresses, Option<Onward<'_, '_>>)>,
    ) -> Result<Path<'a>, Error> {
        let caller = crossing.seen.as_ref().unwrap_or(&from);
        let (own, far) = (self.places(&from, self.to), self.places(caller, self.to));
        let mut at_far_end = Vec::new();
        if !crossing.lands_beside {
            at_far_end.extend(far.acl(self.to, Side::Ingress, BlockerCode::AclIngress)?);
        }
        at_far_end.extend(far.group_ingress(crossing.identity)?);
        at_far_end.extend(far.acl(self.to, Side::Egress, BlockerCode::AclReplyEgress)?);
        let mut notes = crossing.notes.clone();
        let mut beside = false;
        for (part, way) in ways {
            let target = End { addresses: part, ..caller.clone() };
            match way {
                Some(Onward::Way(table, way)) => {
                    let back = self.cross(&way, Direction::Reply, self.to, &target)?;
                    at_far_end.push(self.reply_route(table, &way, &target)?);
                    at_far_end.extend(back.there.into_iter().chain(back.back));
                    notes.extend(back.notes);
                    beside = back.lands_beside;
                }
                Some(Onward::Unknown(part)) => {
                    at_far_end.push(far.unknown(BlockerCode::ReplyRoute, Direction::Reply, part));
                }
                None | Some(Onward::Service | Onward::MaybeService | Onward::Neighbour | Onward::Inward) => {}
            }
        }
        let mut steps = there;
        steps.extend(crossing.there.iter().cloned());
        // What is decided of the address that a source is seen under concerns all that are seen so.
        let seen = |step: Step| if crossing.seen.is_some() { far.behind(step) } else { step };
        steps.extend(at_far_end.into_iter().map(seen));
        steps.extend(crossing.back.iter().cloned());
        if !beside || crossing.seen.is_some() {
            steps.extend(own.acl(&from, Side::Ingress, BlockerCode::AclReplyIngress)?);
        }
        if self.asked.noted {
            notes.extend(own.zone_note());
            notes.extend(own.message_size_note()?);
        }
        Ok(self.path(from, steps, notes))
    }

    /// Where the replies are sent, part by part; `None` for an end that has no table.
    fn reply_ways(&self, caller: &End<'a>) -> Result<Vec<(Addresses, Option<Onward<'n, 'a>>)>, Error> {
        let all = caller.addresses.clone();
        if self.to.is_outside() || self.to.prefix_list.is_some() {
            return Ok(vec![(all, None)]);
        }
        Ok(match table_of(self.network, self.to) {
            Ok(table) => {
                let mut each = Vec::new();
                for (part, way) in by_way(ways(self.network, table, &all, None)?) {
                    let target = End { addresses: part, ..caller.clone() };
                    // Who was translated is answered as a whole.
                    let is_seen = caller.name != self.from.name;
                    let crossed =
                        if is_seen { Vec::new() } else { self.parts(&way, Direction::Reply, self.to, &target)? };
                    let pieces = split(&target.addresses, &crossed).into_iter();
                    each.extend(pieces.map(|piece| (piece, Some(Onward::Way(table, way.clone())))));
                }
                each
            }
            Err(part) => vec![(all, Some(Onward::Unknown(part)))],
        })
    }

    /// How tables on a way part the addresses of an end.
    fn parts(&self, way: &Way, direction: Direction, near: &End<'a>, far: &End<'a>) -> Result<Vec<Addresses>, Error> {
        let ways = if let Way::Either(ways, _) = way { ways.as_slice() } else { std::slice::from_ref(way) };
        let crossed = ways.iter().map(|way| Ok(self.cross(way, direction, near, far)?.parts));
        Ok(crossed.collect::<Result<Vec<_>, Error>>()?.concat())
    }

    /// What lies behind a way, towards an end.
    fn cross(&self, way: &Way, direction: Direction, near: &End<'a>, far: &End<'a>) -> Result<Crossing<'a>, Error> {
        let Way::Elsewhere(id) = way else { return Ok(Crossing::plain()) };
        if self.to.prefix_list.is_some() {
            return Ok(Crossing::plain());
        }
        let places = match direction {
            Direction::Forward => self.places(near, far),
            Direction::Reply => self.places(far, near),
        };
        cross(&places, direction, id)
    }

    fn route(&self, table: &Table<'_>, way: &Way) -> Result<Step, Error> {
        let id = table.id().to_owned();
        let (sure, maybe, told) = self.judge(way, self.from, self.to);
        let says = self.asked.tell(|| format!("`{id}` sends {} {told}", words(&self.to.addresses)));
        let step = Step::new(BlockerCode::Route, Part::RouteTables, vec![id], Lets::All(sure, maybe), says);
        if !self.asked.explained {
            return Ok(step);
        }
        let certificate = of_table(self.network, table, &self.to.addresses, self.to.prefix_list, way, sure)?;
        Ok(Step { lacks_route: self.lacks_route(table)?, certificate, ..step })
    }

    fn reply_route(&self, table: &Table<'_>, way: &Way, target: &End<'a>) -> Result<Step, Error> {
        let id = table.id().to_owned();
        let (sure, maybe, told) = self.judge(way, self.to, target);
        let says = self.asked.tell(|| format!("`{id}` sends {} {told}", words(&target.addresses)));
        let step = Step::new(BlockerCode::ReplyRoute, Part::RouteTables, vec![id], Lets::All(sure, maybe), says);
        if !self.asked.explained {
            return Ok(step);
        }
        let certificate = of_table(self.network, table, &target.addresses, None, way, sure)?;
        Ok(Step { certificate, ..step })
    }

    /// Whether the route that AWS adds for a gateway endpoint would lead there whole.
    fn lacks_route(&self, table: &Table<'_>) -> Result<bool, Error> {
        let (Some(list), false) = (self.to.prefix_list, self.to.name.is_empty()) else { return Ok(false) };
        let mut with = table.table.clone();
        with.routes.get_or_insert_default().push(Route {
            destination_prefix_list_id: Some(list.to_owned()),
            gateway_id: Some(self.to.name.clone()),
            ..Route::default()
        });
        let there = Way::Endpoint(self.to.name.clone());
        let known =
            table.table.routes.iter().flatten().any(|route| route.destination_prefix_list_id.as_deref() == Some(list));
        Ok(!known
            && ways(self.network, &Table::of(&with), &self.to.addresses, Some(list))?
                .iter()
                .all(|(_, way)| *way == there))
    }

    /// Whether a way leads towards the far end: surely, possibly, and in words. What lies behind a gateway is asked there.
    fn judge(&self, way: &Way, near: &End<'_>, far: &End<'_>) -> (bool, bool, String) {
        let behind_list = self.to.prefix_list.is_some();
        let (sure, maybe) = match way {
            Way::Local if behind_list => (false, false),
            Way::Local => match (near.vpc, far.vpc) {
                (Some(own), Some(other)) => (own == other, own == other),
                _ => (false, true),
            },
            Way::Endpoint(id) => {
                let right = if behind_list { far.name == *id } else { far.is_outside() };
                (right, right)
            }
            Way::Elsewhere(_) => (!behind_list, !behind_list),
            Way::Blackhole(_) | Way::None => (false, false),
            Way::Unknown(_) | Way::Either(..) => (false, true),
        };
        let told = self.asked.tell(|| match way {
            Way::Local => match (near.vpc, far.vpc) {
                _ if behind_list => "by the local route".to_owned(),
                (Some(own), Some(other)) if own == other => "by the local route".to_owned(),
                (Some(own), Some(other)) => {
                    format!("by the local route of `{own}`, but `{}` is in `{other}`", far.name)
                }
                _ => format!("by the local route, and the VPC of `{}` is not known", far.name),
            },
            Way::Elsewhere(id) if behind_list => format!("to `{id}`, not to `{}`", self.to.name),
            Way::Endpoint(id) | Way::Elsewhere(id) => format!("to `{id}`"),
            Way::Blackhole(id) => format!("into a black hole: `{id}`"),
            Way::None => "nowhere: there is no route".to_owned(),
            Way::Unknown(why) | Way::Either(_, why) => format!("somewhere that is not known: {why}"),
        });
        (sure, maybe, told)
    }
}
