//! The operation `diff`: what became true, what ended and what AWS's page added, dropped or reworded between two days.
//! It compares rows; what follows for a cluster is for two plans to say.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::error::{Error, ErrorCode};
use crate::knowledge::answer::{ClaimAnswer, StatementAnswer};
use crate::knowledge::ask::{claim_answer, statement_answer};
use crate::knowledge::claim::{Claim, Says, Subject};
use crate::knowledge::edition::{EDITIONS, EditionRow, StatementRow};
use crate::knowledge::index::Index;

/// The request of the operation `diff`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DiffRequest {
    /// The earlier day, such as `2020-06-17`.
    pub earlier: Day,
    /// The later day. Not stated: the day of the newest row.
    #[serde(default)]
    pub later: Option<Day>,
}

/// What changed between two days. The answer of the operation `diff`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DiffAnswer {
    /// The earlier day.
    pub earlier: Day,
    /// The later day.
    pub later: Day,
    /// The claims that are true on the later day and were not on the earlier one, in order of id. An undated one may
    /// have been true before; no source that was read said so.
    pub became_true: Vec<ClaimAnswer>,
    /// The claims that were true on the earlier day and are not on the later one, in order of id.
    pub ended: Vec<EndedClaim>,
    /// The claims that came and went in between, in order of id.
    pub came_and_went: Vec<EndedClaim>,
    /// The day of the newest edition of AWS's page on the earlier day; nothing where none had been read of that time.
    pub earlier_edition: Option<Day>,
    /// The day of the newest edition on the later day.
    pub later_edition: Option<Day>,
    /// What the later edition says otherwise than the earlier one, in the order of the earlier page; then what it added.
    /// A statement that stayed word for word and stayed right is not listed.
    pub statements: Vec<StatementChange>,
    /// The same as plain text.
    pub text: String,
}

/// A claim that is no longer true.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EndedClaim {
    /// The claim.
    pub claim: ClaimAnswer,
    /// The ids of the claims that took its place: those that began since and say something of the same kind about the
    /// same thing.
    pub replaced_by: Vec<String>,
}

/// What became of a statement of AWS's page.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementChange {
    /// The id of the statement, the same in both editions.
    pub id: String,
    /// What became of it.
    pub change: Change,
    /// Whether what it says is right on the later day. A page can drop what stays true and keep what has ended.
    pub holds_later: bool,
    /// Why, in words.
    pub because: String,
    /// The statement as the earlier edition had it.
    pub earlier: Option<StatementAnswer>,
    /// The statement as the later edition has it.
    pub later: Option<StatementAnswer>,
}

/// What became of a statement between two editions.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Change {
    /// Only the later edition has it.
    Added,
    /// Only the earlier edition has it.
    Dropped,
    /// Both have it, and it rests on other claims now.
    Changed,
    /// Both have it on the same claims, in other words or under another condition.
    Reworded,
    /// Both have it word for word, and it is no longer right.
    Kept,
}

impl Change {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Dropped => "dropped",
            Self::Changed => "changed",
            Self::Reworded => "reworded",
            Self::Kept => "kept",
        }
    }
}

/// Says what became true, what ended and what AWS's page reworded between two days, and why.
///
/// ```
/// use private_eks::{Day, DiffRequest, diff};
///
/// let answer = diff(&DiffRequest { earlier: Day::parse("2020-06-17")?, later: None })?;
/// let xray = answer.ended.iter().find(|ended| ended.claim.id == "xray-unsupported").unwrap();
/// assert_eq!(xray.replaced_by, ["xray-supported"]);
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// The earlier day is not before the later one.
pub fn diff(request: &DiffRequest) -> Result<DiffAnswer, Error> {
    let index = Index::of_rows()?;
    let (earlier, later) = (request.earlier, request.later.unwrap_or(index.newest()));
    if earlier >= later {
        let message = format!("`{earlier}` must be before the later day, `{later}`");
        return Err(Error::new(ErrorCode::ErrInvalidInput, "earlier", message));
    }
    let began = |claim: &Claim| earlier < claim.since.day() && claim.since.day() <= later;
    let mut answer = DiffAnswer {
        earlier,
        later,
        became_true: Vec::new(),
        ended: Vec::new(),
        came_and_went: Vec::new(),
        earlier_edition: edition_on(earlier).map(EditionRow::day),
        later_edition: edition_on(later).map(EditionRow::day),
        statements: statements(edition_on(earlier), edition_on(later), later, index.newest()),
        text: String::new(),
    };
    for claim in index.claims() {
        let ended = || {
            let took_its_place = |other: &&Claim| began(other) && other.holds_on(later) && same_matter(claim, other);
            let replaced_by = index.claims().filter(took_its_place).map(|other| other.id.to_owned()).collect();
            EndedClaim { claim: claim_answer(claim), replaced_by }
        };
        match (claim.holds_on(earlier), claim.holds_on(later)) {
            (false, true) => answer.became_true.push(claim_answer(claim)),
            (true, false) => answer.ended.push(ended()),
            (false, false) if began(claim) => answer.came_and_went.push(ended()),
            _ => {}
        }
    }
    answer.text = text(&answer);
    Ok(answer)
}

/// Whether two claims say something of the same kind about the same thing, so that one can take the place of the other.
fn same_matter(one: &Claim, other: &Claim) -> bool {
    one.about.id() == other.about.id()
        && match (&one.says, &other.says) {
            (Says::Needs { service: one, .. }, Says::Needs { service: other, .. }) => one.id == other.id,
            // What is said of every cluster is about many things, each a matter of its own.
            (Says::Supports { .. }, Says::Supports { .. }) => !matches!(one.about, Subject::Base),
            (one, other) => match (one.setting(), other.setting()) {
                (Some((one, ..)), Some((other, ..))) => one.id == other.id,
                _ => false,
            },
        }
}

fn edition_on(day: Day) -> Option<&'static EditionRow> {
    EDITIONS.iter().rev().find(|row| row.day() <= day).copied()
}

fn statements(
    earlier: Option<&'static EditionRow>,
    later: Option<&'static EditionRow>,
    day: Day,
    newest: Day,
) -> Vec<StatementChange> {
    let rows = |edition: Option<&'static EditionRow>| edition.map_or(&[][..], |edition| edition.statements);
    if earlier.map(EditionRow::day) == later.map(EditionRow::day) {
        return Vec::new();
    }
    let (earlier, later) = (rows(earlier), rows(later));
    let find = |rows: &'static [StatementRow], id: &str| rows.iter().find(|row| row.id == id);
    let mut found = Vec::new();
    for row in earlier {
        let next = find(later, row.id);
        let Some(change) = change(row, next) else { continue };
        found.push(told(change, Some(row), next, day, newest));
    }
    for row in later.iter().filter(|row| find(earlier, row.id).is_none()) {
        found.push(told(Change::Added, None, Some(row), day, newest));
    }
    found
}

fn change(earlier: &StatementRow, later: Option<&StatementRow>) -> Option<Change> {
    let Some(later) = later else { return Some(Change::Dropped) };
    let ids = |row: &StatementRow| row.claims.iter().map(|claim| claim.id).collect::<BTreeSet<_>>();
    if ids(earlier) != ids(later) {
        return Some(Change::Changed);
    }
    if (earlier.says, earlier.condition) != (later.says, later.condition) {
        return Some(Change::Reworded);
    }
    (earlier.held && !later.held).then_some(Change::Kept)
}

fn told(
    change: Change,
    earlier: Option<&StatementRow>,
    later: Option<&StatementRow>,
    day: Day,
    newest: Day,
) -> StatementChange {
    let holds = |row: &StatementRow| row.held && row.claims.iter().all(|claim| claim.holds_on(day));
    // What a page says last counts; what it dropped is judged by its own claims.
    let row = later.or(earlier);
    let holds_later = row.is_some_and(holds);
    let ended: Vec<_> = earlier
        .iter()
        .flat_map(|row| row.claims)
        .filter_map(|claim| {
            claim.until.filter(|until| *until <= day).map(|until| format!("`{}` ended on {until}", claim.id))
        })
        .collect();
    let against: Vec<_> = later.iter().flat_map(|row| row.against).map(|claim| format!("`{}`", claim.id)).collect();
    let mut because = ended;
    if !against.is_empty() {
        because.push(format!("it is contradicted by {}", against.join(", ")));
    }
    if let Some(note) = later.map(|row| row.note).filter(|note| !note.is_empty()) {
        because.push(note.to_owned());
    }
    if because.is_empty() {
        because.push(
            match (change, holds_later) {
                (Change::Added, _) => "the page tells it since",
                (Change::Dropped, true) => "the page no longer tells it, and it is still true",
                (Change::Dropped, false) => "it was not right when it was printed",
                (Change::Changed, _) => "the page asks for something else",
                (Change::Reworded, _) => "the words or the condition changed, and what is true did not",
                (Change::Kept, _) => "it is no longer right",
            }
            .to_owned(),
        );
    }
    StatementChange {
        id: row.map_or("", |row| row.id).to_owned(),
        change,
        holds_later,
        because: because.join("; "),
        earlier: earlier.map(|row| statement_answer(row, newest)),
        later: later.map(|row| statement_answer(row, newest)),
    }
}

fn text(answer: &DiffAnswer) -> String {
    let mut text = format!("What changed between {} and {}\n", answer.earlier, answer.later);
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = writeln!(text, "\n{title} ({})", lines.len());
            for line in lines {
                let _ = writeln!(text, "  {line}");
            }
        }
    };
    let ended = |row: &EndedClaim| {
        let until = row.claim.until.map(|day| format!(" (until {day})")).unwrap_or_default();
        let next = match row.replaced_by.as_slice() {
            [] => String::new(),
            ids => format!("; now {}", ids.join(", ")),
        };
        format!("{}: {}{until}{next}", row.claim.id, row.claim.statement)
    };
    let began = |undated: bool| {
        let rows = answer.became_true.iter().filter(move |claim| claim.undated == undated);
        rows.map(|claim| format!("{}: {} ({})", claim.id, claim.statement, claim.since)).collect::<Vec<_>>()
    };
    section("Ended", answer.ended.iter().map(ended).collect());
    section("Came and went in between", answer.came_and_went.iter().map(ended).collect());
    section("Became true", began(false));
    section("Known only since, and perhaps true before", began(true));
    let statement = |row: &StatementChange| {
        let says = row.later.as_ref().or(row.earlier.as_ref()).map_or("", |statement| statement.says.as_str());
        format!("[{}] {}: {says}; {}", row.change.as_str(), row.id, row.because)
    };
    section("What the page says otherwise", answer.statements.iter().map(statement).collect());
    text
}
