//! What is derived from the rows, once: the claims by id, the first and the newest day. Rows that contradict each other
//! are a fault of this library, found here and by the tests.

use std::collections::{BTreeMap, BTreeSet};

use once_cell::sync::OnceCell;

use crate::day::Day;
use crate::error::{Error, ErrorCode};
use crate::knowledge::claim::{Claim, Subject};
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
        if !editions.windows(2).all(|pair| matches!(pair, [one, two] if one.day() < two.day())) {
            return Err(fault("editions", "are not in order of day"));
        }
        for (edition, statement) in editions.iter().flat_map(|row| row.statements.iter().map(move |s| (row, s))) {
            let day = edition.day();
            if statement.held && !statement.claims.iter().all(|claim| claim.holds_on(day)) {
                return Err(fault(statement.id, "is said to have held, but one of its claims did not"));
            }
            if !statement.against.iter().all(|claim| claim.holds_on(day)) {
                return Err(fault(statement.id, "is contradicted by a claim that was not true then"));
            }
            if !statement.held && statement.against.is_empty() && statement.note.is_empty() {
                return Err(fault(statement.id, "is said not to have held, and nothing says why"));
            }
        }
        days.extend(editions.iter().map(|edition| edition.day()));
        let first = days.first().copied().ok_or_else(|| fault("claims", "are missing"))?;
        let newest = days.last().copied().unwrap_or(first);
        Ok(Self { claims, first, newest })
    }
}

/// Builds the index of the rows anew and says how many claims it has. It serves the measurement of what the first call
/// of any operation pays; every later one finds the index built.
///
/// # Errors
/// The rows contradict each other: a fault of this library.
#[doc(hidden)]
pub fn build_index() -> Result<usize, Error> {
    Index::build(rows::claims(), EDITIONS).map(|index| index.claims.len())
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
    let Some(when) = claim.says.when() else { return Ok(()) };
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::knowledge::claim::{Confidence, Says, Since};
    use crate::knowledge::condition::Condition;
    use crate::knowledge::option::{CREDENTIALS, OptionKind, OptionRow};
    use crate::knowledge::registry::REGISTRIES;
    use crate::knowledge::service::{SERVICES, Standing};
    use crate::knowledge::setting::SETTINGS;
    use crate::knowledge::source::SOURCES;

    fn in_order<'a>(what: &str, ids: impl IntoIterator<Item = &'a str>) {
        let ids: Vec<_> = ids.into_iter().collect();
        for pair in ids.windows(2) {
            assert!(pair[0] < pair[1], "{what}: `{}` stands before `{}`", pair[0], pair[1]);
        }
    }

    fn same<'a>(what: &str, listed: impl IntoIterator<Item = &'a str>, used: impl IntoIterator<Item = &'a str>) {
        let (listed, used): (BTreeSet<_>, BTreeSet<_>) = (listed.into_iter().collect(), used.into_iter().collect());
        assert_eq!(listed, used, "{what}: a row that nobody uses, or a use without a row");
    }

    #[test]
    fn every_row_is_used_and_in_order() {
        let index = Index::of_rows().unwrap();
        for file in rows::FILES {
            in_order("claims", file.iter().map(|claim| claim.id));
        }
        in_order("services", SERVICES.iter().map(|row| row.id));
        in_order("settings", SETTINGS.iter().map(|row| row.id));
        in_order("sources", SOURCES.iter().map(|row| row.id));
        in_order("features", features().map(|row| row.id));
        let needs = index.claims().filter_map(|claim| match &claim.says {
            Says::Needs { service, endpoint, .. } => {
                assert!(service.types.contains(endpoint), "{}: `{}` has no such endpoint", claim.id, service.id);
                assert!(!matches!(service.standing, Standing::Unlisted), "{}: no list has `{}`", claim.id, service.id);
                Some(service.id)
            }
            Says::NeedsNot { service } => Some(service.id),
            _ => None,
        });
        // What no list of endpoint services has is known by name, and never asked for.
        let listed = SERVICES.iter().filter(|row| !matches!(row.standing, Standing::Unlisted));
        same("services", listed.map(|row| row.id), needs);
        let sets = index.claims().filter_map(|claim| Some(claim.says.setting()?.0.id));
        same("settings", SETTINGS.iter().map(|row| row.id), sets);
        let registries = REGISTRIES.iter().flat_map(|row| row.cites);
        let editions = EDITIONS.iter().map(|row| &row.cite);
        let claims = index.claims().flat_map(|claim| claim.cites);
        let cited = claims.chain(registries).chain(editions).map(|(source, _)| source.id);
        same("sources", SOURCES.iter().map(|row| row.id), cited);
        let printed: BTreeSet<_> = EDITIONS
            .iter()
            .flat_map(|row| row.statements)
            .flat_map(|s| s.claims.iter().chain(s.against))
            .map(|claim| claim.id)
            .collect();
        for claim in index.claims().filter(|claim| matches!(claim.says, Says::Fact)) {
            assert!(printed.contains(claim.id), "`{}` follows from nothing and nothing follows from it", claim.id);
        }
        let supported = index.claims().filter(|claim| matches!(claim.says, Says::Supports { .. }));
        let about: BTreeSet<_> = supported.map(|claim| claim.about.id()).collect();
        for row in features() {
            assert!(about.contains(row.id), "nothing says whether `{}` can be used", row.id);
        }
    }

    #[test]
    fn every_option_is_read_and_says_what_silence_means() {
        let index = Index::of_rows().unwrap();
        let read: BTreeSet<_> = index
            .claims()
            .filter_map(|claim| claim.says.when())
            .flat_map(Condition::options)
            .map(|(feature, option)| (feature.id, option.name))
            .collect();
        for row in features() {
            in_order(row.id, row.options.iter().map(|option| option.name));
            for option in row.options {
                assert!(read.contains(&(row.id, option.name)), "nobody reads `{}` of `{}`", option.name, row.id);
                assert!(option.doc.contains(" Not stated: "), "{}: {}", option.name, option.doc);
                let silent = option.doc.ends_with("unknown.") || std::ptr::eq(*option, &raw const CREDENTIALS);
                assert_eq!(silent, option.unstated.is_none(), "{}: {}", option.name, option.doc);
                assert!(option.unstated.is_none_or(|word| fits(option, word)), "{}", option.name);
            }
        }
    }

    #[test]
    fn conditions_ask_for_values_that_exist() {
        fn walk(condition: &Condition) {
            match condition {
                Condition::Is(_, option, word) => assert!(fits(option, word), "{} is never `{word}`", option.name),
                Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(walk),
                Condition::Not(part) => walk(part),
                _ => {}
            }
        }
        for claim in Index::of_rows().unwrap().claims() {
            if let Some(when) = claim.says.when() {
                walk(when);
            }
        }
    }

    fn fits(option: &OptionRow, word: &str) -> bool {
        match option.kind {
            OptionKind::Flag => ["true", "false"].contains(&word),
            OptionKind::Text => true,
            OptionKind::Choice(words) => words.contains(&word),
        }
    }

    const GOOD: Claim = Claim {
        id: "good",
        about: Subject::Base,
        statement: "it is so",
        since: Since::From(Day::new(2021, 1, 1)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&crate::knowledge::source::BOTOCORE, "somewhere")],
        says: Says::Fact,
    };

    #[test]
    fn rows_at_fault_are_found() {
        static SOUND: Claim = GOOD;
        static UNCITED: Claim = Claim { cites: &[], ..GOOD };
        static BACKWARDS: Claim = Claim { until: Some(Day::new(2021, 1, 1)), ..GOOD };
        static FOREIGN: Claim = Claim {
            says: Says::Supports {
                support: crate::knowledge::Support::Supported,
                when: Condition::Is(&crate::knowledge::feature::IRSA, &CREDENTIALS, "irsa"),
            },
            ..GOOD
        };
        assert!(Index::build([&SOUND].into_iter(), &[]).is_ok());
        for (rows, part) in [
            (vec![&SOUND, &SOUND], "is there twice"),
            (vec![&UNCITED], "has no cite"),
            (vec![&BACKWARDS], "ends before it begins"),
            (vec![&FOREIGN], "reads an option that its feature does not have"),
            (vec![], "are missing"),
        ] {
            let error = Index::build(rows.into_iter(), &[]).err().unwrap();
            assert_eq!(error.code(), ErrorCode::ErrInternal);
            assert!(error.message().ends_with(part), "{error}");
        }
    }
}
