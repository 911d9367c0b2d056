//! One of several ways, and nobody knows which: what all of them shut is shut, what all of them open is open, and only
//! the rest is unknown. It asks no place itself.

use super::answer::BlockerCode;
use super::path::{Lets, Path, Step};
use crate::net::{Addresses, Bounds};

/// The paths of one of several ways, from those of each and those that show the way as unknown.
///
/// Ways may part the addresses differently: one carries some of them and another the others. The documents do not say
/// either that one way holds for all, so that only what each way does to all of them is certain.
pub(super) fn one_of<'a>(mut each: Vec<Vec<Path<'a>>>, code: BlockerCode, mut shown: Vec<Path<'a>>) -> Vec<Path<'a>> {
    each.iter_mut().flatten().chain(&mut shown).for_each(|path| path.at_once = true);
    let is_empty = |bounds: Bounds<Addresses>| bounds.possibly().is_empty();
    let shuts = |path: &Path<'_>| is_empty(path.open()) && is_empty(path.reaches());
    let opens = |path: &Path<'_>| {
        path.open().surely().covers(&path.from.addresses) && path.reaches().surely().covers(&path.to.addresses)
    };
    if each.iter().flatten().all(shuts) {
        // All routes that may take the traffic decide, whichever of them a path goes.
        let is_way = |step: &&mut Step| step.code == code;
        let all = shown.iter_mut().flat_map(|path| &mut path.steps).find(is_way).map(|step| step.certificate.clone());
        for step in each.iter_mut().flatten().flat_map(|path| &mut path.steps).filter(is_way) {
            step.certificate = all.clone().unwrap_or_default();
        }
        return each.into_iter().flatten().collect();
    }
    if each.iter().flatten().all(opens) {
        for step in shown.iter_mut().flat_map(|path| &mut path.steps).filter(|step| step.code == code) {
            step.lets = Lets::All(true, true);
            step.missing = None;
            step.certificate.remainder = Addresses::empty();
        }
    }
    narrow(&each, code, &mut shown);
    shown
}

/// Whom each of the ways shuts is shut, where that leaves nobody at the other end whom all of them come to.
fn narrow(each: &[Vec<Path<'_>>], code: BlockerCode, shown: &mut [Path<'_>]) {
    let paths = || each.iter().flatten();
    let open = paths().fold(Addresses::empty(), |all, path| all.union(path.open().possibly()));
    let reaches = paths().fold(Addresses::empty(), |all, path| all.union(path.reaches().possibly()));
    let lets = match (open.is_empty(), reaches.is_empty()) {
        (false, true) => Lets::Sources(Bounds::new(Addresses::empty(), open)),
        (true, false) => Lets::Destinations(Bounds::new(Addresses::empty(), reaches)),
        _ => return,
    };
    for step in shown.iter_mut().flat_map(|path| &mut path.steps).filter(|step| step.code == code) {
        step.lets = lets.clone();
    }
}
