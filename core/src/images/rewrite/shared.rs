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
    if flat.nodes().iter().all(|node| node.anchor == 0) {
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
        let is_shared = |node: usize| aliases_of(flat, node).into_iter().any(|alias| !found.contains(&(alias, node)));
        if edits.iter().any(|edit| is_shared(edit.node)) {
            let says = "an alias repeats it where it may be no image; write it out there";
            faults.push(problem(hit, FileProblemCode::Alias, says));
        }
    }
    faults
}

/// The aliases that repeat a node, or what it stands in, or what such an alias stands in.
fn aliases_of(flat: &Flat<'_>, node: usize) -> BTreeSet<usize> {
    let mut aliases = BTreeSet::new();
    let mut open = vec![node];
    while let Some(inner) = open.pop() {
        let holders = (0..=inner).filter(|at| *at == inner || flat.next(*at) > inner);
        let anchors: BTreeSet<u32> = holders
            .filter_map(|at| flat.node(at).filter(|node| node.anchor > 0 && node.kind != FlatKind::Alias))
            .map(|node| node.anchor)
            .collect();
        let repeats = flat.nodes().iter().enumerate().filter(|(_, node)| node.kind == FlatKind::Alias);
        for (alias, _) in repeats.filter(|(_, node)| anchors.contains(&node.anchor)) {
            if aliases.insert(alias) {
                open.push(alias);
            }
        }
    }
    aliases
}
