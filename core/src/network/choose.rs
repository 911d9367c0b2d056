//! Which of several calls to make when any of them will do: the fewest that serve every need. It knows sets and no AWS.

use std::collections::BTreeSet;

/// Up to this many calls, beside those that nothing can replace, are found by trying; beyond it the choice is good, and
/// still has no idle call, but may not be the fewest.
const TRIED: usize = 3;

/// A smallest set of candidates of which every need has at least one.
pub(super) fn fewest<C: Clone + Ord>(needs: &[BTreeSet<C>]) -> BTreeSet<C> {
    let different: BTreeSet<&BTreeSet<C>> = needs.iter().filter(|need| !need.is_empty()).collect();
    // A need with one candidate leaves no choice.
    let mut chosen: BTreeSet<C> =
        different.iter().filter(|need| need.len() == 1).flat_map(|need| need.iter().cloned()).collect();
    let open: Vec<&BTreeSet<C>> = different.into_iter().filter(|need| need.is_disjoint(&chosen)).collect();
    let found = (0..=TRIED).find_map(|size| serving(&open, size));
    chosen.extend(found.unwrap_or_else(|| greedy(&open)));
    chosen
}

/// The first set of at most `size` candidates that serves all needs: one of those of the first need is in it.
fn serving<C: Clone + Ord>(needs: &[&BTreeSet<C>], size: usize) -> Option<BTreeSet<C>> {
    let Some(first) = needs.first() else { return Some(BTreeSet::new()) };
    if size == 0 {
        return None;
    }
    first.iter().find_map(|candidate| {
        let open: Vec<&BTreeSet<C>> = needs.iter().copied().filter(|need| !need.contains(candidate)).collect();
        let mut rest = serving(&open, size - 1)?;
        rest.insert(candidate.clone());
        Some(rest)
    })
}

fn greedy<C: Clone + Ord>(needs: &[&BTreeSet<C>]) -> BTreeSet<C> {
    let candidates: BTreeSet<&C> = needs.iter().flat_map(|need| need.iter()).collect();
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
