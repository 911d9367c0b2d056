//! Images that several places share by anchors and aliases. One is changed only where every place that has it is an image
//! that is to become the same; else the place is named.

use std::collections::BTreeSet;

use super::pairs::Pairs;
use super::{Planned, problem};
use crate::images::find::{FileProblemCode, Hit, Problem, Scan};
use crate::yaml::{Flat, FlatKind};

/// What keeps shared images from being changed.
pub(super) fn faults(scan: &Scan<'_>, hits: &[&Hit], pairs: &Pairs<'_>, planned: &[Planned<'_>]) -> Vec<Problem> {
    let flat = &scan.flat;
    let marks = Marks::of(flat);
    if marks.aliases.is_empty() {
        return Vec::new();
    }
    let changed: BTreeSet<usize> = planned
        .iter()
        .flat_map(|(_, _, edits)| edits)
        .map(|edit| edit.node)
        .filter(|node| *node < usize::MAX)
        .collect();
    let mut faults = Vec::new();
    // Each alias with the scalars that were found to be images through it.
    let mut found = BTreeSet::new();
    for hit in hits.iter().filter(|hit| !hit.via.is_empty()) {
        let nodes = || hit.parts.iter().map(|part| part.node);
        found.extend(hit.via.iter().flat_map(|alias| nodes().map(|node| (*alias, node))));
        let is_meant = !hit.templated && pairs.target(&hit.written).is_some_and(|target| target != hit.written);
        if is_meant && !nodes().any(|node| changed.contains(&node)) {
            faults.push(problem(
                hit,
                FileProblemCode::Alias,
                "it comes from an anchor that is no image itself; write it out",
            ));
        }
    }
    for (hit, _, edits) in planned {
        let is_shared = |node: usize| marks.aliases_of(node).into_iter().any(|alias| !found.contains(&(alias, node)));
        if edits.iter().any(|edit| is_shared(edit.node)) {
            let says = "an alias repeats it where it may be no image; write it out there";
            faults.push(problem(hit, FileProblemCode::Alias, says));
        }
    }
    faults
}

/// The anchors and the aliases of a text: each with its node.
struct Marks<'f> {
    flat: &'f Flat<'f>,
    anchors: Vec<(usize, u32)>,
    aliases: Vec<(usize, u32)>,
}

impl<'f> Marks<'f> {
    fn of(flat: &'f Flat<'f>) -> Self {
        let marks = flat.nodes().iter().enumerate().filter(|(_, node)| node.anchor > 0);
        let (aliases, anchors) =
            marks.map(|(at, node)| (at, node.anchor)).partition(|(at, _)| flat.kind(*at) == FlatKind::Alias);
        Self { flat, anchors, aliases }
    }

    /// The aliases that repeat a node, or what it stands in, or what such an alias stands in.
    fn aliases_of(&self, node: usize) -> BTreeSet<usize> {
        let mut aliases = BTreeSet::new();
        let mut open = vec![node];
        while let Some(inner) = open.pop() {
            let holds = |at: usize| at <= inner && self.flat.next(at) > inner;
            for (_, anchor) in self.anchors.iter().filter(|(at, _)| holds(*at)) {
                let repeats = self.aliases.iter().filter(|(_, of)| of == anchor);
                open.extend(repeats.map(|(alias, _)| *alias).filter(|alias| aliases.insert(*alias)));
            }
        }
        aliases
    }
}
