//! What is derived from the rows, once: the claims by id, the first and the newest day. Rows that contradict each other
//! are a fault of this library, found here and by the tests.

use std::collections::{BTreeMap, BTreeSet};

use once_cell::sync::OnceCell;

use crate::day::Day;
use crate::error::{Error, ErrorCode};
use crate::knowledge::claim::{Claim, Says, Subject};
use crate::knowledge::edition::{EDITIONS, EditionRow};
use crate::knowledge::feature::features;
use crate::knowledge::rows;

/// The claims by id and the days that they span.
pub(crate) struct Index {
    claims: BTreeMap<&'static str, &'static Claim>,
    first: Day,
    newest: Day,
}

impl Index {
    /// The index of the rows.
    ///
    /// # Errors
    /// The rows contradict each other: a fault of this library.
    pub(crate) fn of_rows() -> Result<&'static Self, Error> {
        static INDEX: OnceCell<Index> = OnceCell::new();
        INDEX.get_or_try_init(|| Self::build(rows::claims(), EDITIONS))
    }

    /// Every claim, in order of id.
    pub(crate) fn claims(&self) -> impl Iterator<Item = &'static Claim> {
        self.claims.values().copied()
    }

    /// The claims that were true on a day, in order of id.
    pub(crate) fn claims_on(&self, day: Day) -> impl Iterator<Item = &'static Claim> {
        self.claims().filter(move |claim| claim.holds_on(day))
    }

    /// The day before which nothing is known.
    pub(crate) fn first(&self) -> Day {
        self.first
    }

    /// The day of the newest row: of a claim that began or ended, or of a source that was read.
    pub(crate) fn newest(&self) -> Day {
        self.newest
    }

    fn build(rows: impl Iterator<Item = &'static Claim>, editions: &[&'static EditionRow]) -> Result<Self, Error> {
        let mut claims = BTreeMap::new();
        let mut days = BTreeSet::new();
        for claim in rows {
            check(claim)?;
            if claims.insert(claim.id, claim).is_some() {
                return Err(fault(claim.id, "is there twice"));
            }
            days.insert(claim.since.day());
            days.extend(claim.until);
            days.extend(claim.cites.iter().map(|(source, _)| source.read));
        }
        if !editions.windows(2).all(|pair| matches!(pair, [one, two] if one.day < two.day)) {
            return Err(fault("editions", "are not in order of day"));
        }
        for (edition, statement) in editions.iter().flat_map(|row| row.statements.iter().map(move |s| (row, s))) {
            for claim in statement.claims {
                if statement.held && !claim.holds_on(edition.day) {
                    return Err(fault(statement.id, "is said to have held, but one of its claims did not"));
                }
            }
        }
        let first = days.first().copied().ok_or_else(|| fault("claims", "are missing"))?;
        let newest = days.last().copied().unwrap_or(first);
        Ok(Self { claims, first, newest })
    }
}

/// What a claim must have, whatever the other rows say.
fn check(claim: &Claim) -> Result<(), Error> {
    if claim.cites.is_empty() {
        return Err(fault(claim.id, "has no cite"));
    }
    if claim.until.is_some_and(|until| until <= claim.since.day()) {
        return Err(fault(claim.id, "ends before it begins"));
    }
    let known = |feature: &str| features().any(|row| row.id == feature);
    if let Subject::Feature(row) = claim.about
        && !known(row.id)
    {
        return Err(fault(claim.id, "is about a feature that is not listed"));
    }
    let (Says::Needs { when, .. } | Says::Sets { when, .. } | Says::Supports { when, .. }) = &claim.says else {
        return Ok(());
    };
    for (feature, option) in when.options() {
        if !feature.options.iter().any(|own| std::ptr::eq(*own, option)) {
            return Err(fault(claim.id, "reads an option that its feature does not have"));
        }
    }
    Ok(())
}

fn fault(id: &str, what: &str) -> Error {
    Error::new(ErrorCode::ErrInternal, "", format!("the rows of the knowledge are at fault: `{id}` {what}"))
}
