//! Which of several calls to make when any of them will do: the fewest that serve every need. It knows sets and no AWS.

use std::collections::BTreeSet;

/// Up to this many calls are found by trying every combination; beyond it the choice is good, and still has no idle
/// call, but may not be the fewest.
const EXACT: usize = 3;

/// A smallest set of candidates of which every need has at least one; among equals, the first in order.
pub(super) fn fewest<C: Clone + Ord>(needs: &[BTreeSet<C>]) -> BTreeSet<C> {
    let needs: Vec<&BTreeSet<C>> = needs.iter().filter(|need| !need.is_empty()).collect();
    let candidates: Vec<&C> = needs.iter().flat_map(|need| need.iter()).collect::<BTreeSet<_>>().into_iter().collect();
    if needs.is_empty() {
        return BTreeSet::new();
    }
    for size in 1..=EXACT {
        let mut chosen = Vec::new();
        if combination(&needs, &candidates, size, &mut chosen) {
            return chosen.into_iter().cloned().collect();
        }
    }
    greedy(&needs, &candidates)
}

/// Fills `chosen` with the first combination of `size` candidates that serves all needs.
fn combination<'c, C: Ord>(needs: &[&BTreeSet<C>], candidates: &[&'c C], size: usize, chosen: &mut Vec<&'c C>) -> bool {
    if size == 0 {
        return needs.iter().all(|need| chosen.iter().any(|candidate| need.contains(*candidate)));
    }
    let mut rest = candidates;
    while let Some((first, after)) = rest.split_first() {
        chosen.push(first);
        if combination(needs, after, size - 1, chosen) {
            return true;
        }
        chosen.pop();
        rest = after;
    }
    false
}

fn greedy<C: Clone + Ord>(needs: &[&BTreeSet<C>], candidates: &[&C]) -> BTreeSet<C> {
    let mut open: Vec<&BTreeSet<C>> = needs.to_vec();
    let mut chosen: BTreeSet<C> = BTreeSet::new();
    while !open.is_empty() {
        let serves = |candidate: &&&C| open.iter().filter(|need| need.contains(**candidate)).count();
        let Some(best) = candidates.iter().rev().max_by_key(serves) else { break };
        chosen.insert((*best).clone());
        open.retain(|need| !need.contains(*best));
    }
    for candidate in chosen.clone() {
        let mut without = chosen.clone();
        without.remove(&candidate);
        if needs.iter().all(|need| !need.is_disjoint(&without)) {
            chosen = without;
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(sets: &[&[u8]]) -> Vec<BTreeSet<u8>> {
        sets.iter().map(|set| set.iter().copied().collect()).collect()
    }

    #[test]
    fn one_that_serves_all_beats_two() {
        assert_eq!(fewest(&needs(&[&[1, 2], &[2], &[2, 3]])), BTreeSet::from([2]));
        assert_eq!(fewest(&needs(&[&[1], &[2]])), BTreeSet::from([1, 2]));
        assert_eq!(fewest(&needs(&[&[1, 2], &[1, 2]])), BTreeSet::from([1]));
        assert_eq!(fewest::<u8>(&[]), BTreeSet::new());
    }

    #[test]
    fn many_needs_leave_no_idle_choice() {
        let needs = needs(&[&[1, 9], &[2, 9], &[3, 8], &[4, 8], &[5], &[6], &[7, 5]]);
        let chosen = fewest(&needs);
        assert!(needs.iter().all(|need| !need.is_disjoint(&chosen)));
        for candidate in &chosen {
            let without: BTreeSet<u8> = chosen.iter().copied().filter(|other| other != candidate).collect();
            assert!(needs.iter().any(|need| need.is_disjoint(&without)), "{candidate} is idle");
        }
    }
}
