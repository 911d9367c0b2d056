//! The operation `knowledge`: what was true on a day, row by row, or what an edition of AWS's page printed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::error::{Error, ErrorCode};
use crate::knowledge::claim::{Cite, Claim, Confidence, Level, Says, Since, Support};
use crate::knowledge::edition::{EDITIONS, EditionRow, StatementKind, StatementRow};
use crate::knowledge::feature::{OptionKind, features};
use crate::knowledge::index::Index;
use crate::knowledge::service::{EndpointType, SERVICES};
use crate::knowledge::setting::Place;

/// The request of the operation `knowledge`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KnowledgeRequest {
    /// The day for which to answer with what was true then. Not stated: the day of the newest row.
    #[serde(default)]
    pub as_of: Option<Day>,
    /// The day of the edition of AWS's page to replay, such as `2020-06-17`; then `asOf` is that day.
    #[serde(default)]
    pub edition: Option<Day>,
}

/// What was true on a day. The answer of the operation `knowledge`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KnowledgeAnswer {
    /// The day for which it holds.
    pub as_of: Day,
    /// The day before which nothing is known.
    pub first: Day,
    /// The day of the newest row; later days are answered with what was known then.
    pub newest: Day,
    /// The claims that were true, in order of id.
    pub claims: Vec<ClaimAnswer>,
    /// The endpoints that the claims ask for, in order of claim.
    pub needs: Vec<NeedAnswer>,
    /// The settings that the claims ask for, in order of claim.
    pub settings: Vec<SettingAnswer>,
    /// What could be used and what not, in order of claim.
    pub support: Vec<SupportAnswer>,
    /// The services that the claims ask endpoints for, whatever the day, in order of id.
    pub services: Vec<ServiceAnswer>,
    /// The features that a wish can name, whatever the day, in order of id.
    pub features: Vec<FeatureAnswer>,
    /// The days of the editions that can be replayed.
    pub editions: Vec<Day>,
    /// The edition that was asked for.
    pub edition: Option<EditionAnswer>,
    /// The same as plain text.
    pub text: String,
}

/// Something that was true.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClaimAnswer {
    /// The id, such as `irsa-needs-sts`.
    pub id: String,
    /// What it is about: `base`, a node kind or a feature.
    pub about: String,
    /// The claim in a sentence.
    pub statement: String,
    /// The first day, or the day of the first source that is known to say so.
    pub since: Day,
    /// Whether `since` is only the day of the first known source.
    pub undated: bool,
    /// The first day on which it was no longer true.
    pub until: Option<Day>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it can be read.
    pub cites: Vec<Cite>,
}

/// An endpoint that a claim asks for.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NeedAnswer {
    /// The id of the claim.
    pub claim: String,
    /// What needs it: `base`, a node kind or a feature.
    pub by: String,
    /// The service, such as `sts`.
    pub service: String,
    /// The type of endpoint that serves the need.
    pub endpoint_type: EndpointType,
    /// How strongly.
    pub level: Level,
    /// When, in words; empty when always.
    pub condition: String,
}

/// A setting that a claim asks for.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SettingAnswer {
    /// The id of the claim.
    pub claim: String,
    /// What needs it: `base`, a node kind or a feature.
    pub by: String,
    /// The id of the setting, such as `private-endpoint-access`.
    pub id: String,
    /// Where it is made.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// Its value; `{region}` stands for the region.
    pub value: String,
    /// How strongly.
    pub level: Level,
    /// When, in words; empty when always.
    pub condition: String,
}

/// Whether something could be used.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SupportAnswer {
    /// The id of the claim.
    pub claim: String,
    /// A node kind or a feature, or `base`.
    pub subject: String,
    /// How far.
    pub support: Support,
    /// When, in words; empty when always.
    pub condition: String,
}

/// A service that an endpoint can be made for.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceAnswer {
    /// AWS's own suffix, such as `ecr.api`.
    pub id: String,
    /// The types of endpoint, the usual one first.
    pub types: Vec<EndpointType>,
    /// The pattern of the service name in regions with ordinary names; a plan says the name for its region.
    pub service_name: String,
    /// The patterns of the names that private DNS serves, where they are known.
    pub private_dns_names: Vec<String>,
}

/// A feature that a wish can name.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FeatureAnswer {
    /// The id, such as `ebs-csi`.
    pub id: String,
    /// The name in words.
    pub title: String,
    /// AWS's own names of add-ons that are this feature.
    pub addons: Vec<String>,
    /// The options, in order of name.
    pub options: Vec<OptionAnswer>,
}

/// An option of a feature.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OptionAnswer {
    /// The name, such as `interruptionQueue`.
    pub name: String,
    /// `flag`, `text` or `choice`.
    pub kind: String,
    /// The words to choose from; empty unless it is a choice.
    pub choices: Vec<String>,
    /// What it means, and what is taken where it is not stated.
    pub doc: String,
}

/// What an edition of AWS's page printed, in our own words.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EditionAnswer {
    /// The day on which it was printed.
    pub day: Day,
    /// What it is, in words.
    pub title: String,
    /// Where it can be read.
    pub cite: Cite,
    /// What it said, in the order of the page.
    pub statements: Vec<StatementAnswer>,
}

/// A statement of an edition.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementAnswer {
    /// The id within the edition, such as `endpoint-sts`.
    pub id: String,
    /// What kind of statement it is.
    pub kind: StatementKind,
    /// What it said, in our own words.
    pub says: String,
    /// The condition that it put; empty when it put none.
    pub condition: String,
    /// The ids of the claims behind it.
    pub claims: Vec<String>,
    /// Whether it was right on the day of the edition.
    pub held: bool,
    /// Whether it was right then and all its claims are still true on the day of the newest row.
    pub holds: bool,
    /// What a reader should mind; empty when there is nothing.
    pub note: String,
}

/// Says what was true on a day, or replays an edition of AWS's page.
///
/// ```
/// use private_eks::{Day, KnowledgeRequest, knowledge};
///
/// let request = KnowledgeRequest { edition: Some(Day::parse("2020-06-17")?), ..Default::default() };
/// let edition = knowledge(&request)?.edition.unwrap();
/// let eksctl = edition.statements.iter().find(|statement| statement.id == "eksctl").unwrap();
/// assert!(eksctl.held && !eksctl.holds);
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// No edition is of that day, or both a day and an edition were asked for.
pub fn knowledge(request: &KnowledgeRequest) -> Result<KnowledgeAnswer, Error> {
    let index = Index::of_rows()?;
    let edition = match (request.as_of, request.edition) {
        (Some(_), Some(_)) => {
            let message = "an edition has its own day; ask for `asOf` or for `edition`, not for both";
            return Err(Error::new(ErrorCode::ErrInvalidInput, "asOf", message));
        }
        (_, None) => None,
        (None, Some(day)) => Some(edition_of(day)?),
    };
    let as_of = edition.map_or_else(|| request.as_of.unwrap_or(index.newest()), |row| row.day);
    let mut answer = KnowledgeAnswer {
        as_of,
        first: index.first(),
        newest: index.newest(),
        claims: Vec::new(),
        needs: Vec::new(),
        settings: Vec::new(),
        support: Vec::new(),
        services: SERVICES
            .iter()
            .map(|row| ServiceAnswer {
                id: row.id.to_owned(),
                types: row.types.to_vec(),
                service_name: row.pattern(),
                private_dns_names: owned(row.hosts),
            })
            .collect(),
        features: feature_answers(),
        editions: EDITIONS.iter().map(|row| row.day).collect(),
        edition: edition.map(|row| edition_answer(row, index.newest())),
        text: String::new(),
    };
    for claim in index.claims_on(as_of) {
        answer.add(claim);
    }
    answer.text = text(&answer);
    Ok(answer)
}

impl KnowledgeAnswer {
    fn add(&mut self, claim: &Claim) {
        self.claims.push(ClaimAnswer {
            id: claim.id.to_owned(),
            about: claim.about.id().to_owned(),
            statement: claim.statement.to_owned(),
            since: claim.since.day(),
            undated: matches!(claim.since, Since::FirstKnown(_)),
            until: claim.until,
            confidence: claim.confidence,
            cites: claim.cites(),
        });
        let (id, by) = (claim.id.to_owned(), claim.about.id().to_owned());
        match &claim.says {
            Says::Fact => {}
            Says::Needs { service, endpoint, level, when } => self.needs.push(NeedAnswer {
                claim: id,
                by,
                service: service.id.to_owned(),
                endpoint_type: *endpoint,
                level: *level,
                condition: when.to_string(),
            }),
            Says::Sets { setting, level, when } => self.settings.push(SettingAnswer {
                claim: id,
                by,
                id: setting.id.to_owned(),
                place: setting.place,
                name: setting.name.to_owned(),
                value: setting.value.to_owned(),
                level: *level,
                condition: when.to_string(),
            }),
            Says::Supports { support, when } => self.support.push(SupportAnswer {
                claim: id,
                subject: by,
                support: *support,
                condition: when.to_string(),
            }),
        }
    }
}

fn edition_of(day: Day) -> Result<&'static EditionRow, Error> {
    EDITIONS.iter().find(|row| row.day == day).copied().ok_or_else(|| {
        let known: Vec<_> = EDITIONS.iter().map(|row| format!("`{}`", row.day)).collect();
        let message = format!("no edition of `{day}` was read; there is {}", known.join(", "));
        Error::new(ErrorCode::ErrUnknownEdition, "edition", message)
    })
}

fn edition_answer(row: &EditionRow, newest: Day) -> EditionAnswer {
    let answer = |statement: &StatementRow| StatementAnswer {
        id: statement.id.to_owned(),
        kind: statement.kind,
        says: statement.says.to_owned(),
        condition: statement.condition.to_owned(),
        claims: statement.claims.iter().map(|claim| claim.id.to_owned()).collect(),
        held: statement.held,
        holds: statement.held && statement.claims.iter().all(|claim| claim.holds_on(newest)),
        note: statement.note.to_owned(),
    };
    EditionAnswer {
        day: row.day,
        title: row.title.to_owned(),
        cite: row.cite.0.cite(row.cite.1),
        statements: row.statements.iter().map(answer).collect(),
    }
}

fn feature_answers() -> Vec<FeatureAnswer> {
    let option = |row: &crate::knowledge::OptionRow| {
        let (kind, choices) = match row.kind {
            OptionKind::Flag => ("flag", Vec::new()),
            OptionKind::Text => ("text", Vec::new()),
            OptionKind::Choice(words) => ("choice", owned(words)),
        };
        OptionAnswer { name: row.name.to_owned(), kind: kind.to_owned(), choices, doc: row.doc.to_owned() }
    };
    features()
        .map(|row| FeatureAnswer {
            id: row.id.to_owned(),
            title: row.title.to_owned(),
            addons: owned(row.addons),
            options: row.options.iter().map(|row| option(row)).collect(),
        })
        .collect()
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The edition as it was printed, or the claims by what they are about.
fn text(answer: &KnowledgeAnswer) -> String {
    let mut text = String::new();
    if let Some(edition) = &answer.edition {
        let _ = writeln!(text, "{} ({})", edition.title, edition.day);
        let _ = writeln!(text, "{}\n", edition.cite.url);
        for statement in &edition.statements {
            let condition = match statement.condition.as_str() {
                "" => String::new(),
                words => format!(" (if {words})"),
            };
            let _ = writeln!(text, "[{}] {}{condition}", statement.kind.as_str(), statement.says);
            let state = match (statement.held, statement.holds) {
                (_, true) => "true then and now",
                (true, false) => "true then, no longer so",
                (false, false) => "not right even then",
            };
            let _ = writeln!(text, "    {state}; see {}", statement.claims.join(", "));
            if !statement.note.is_empty() {
                let _ = writeln!(text, "    note: {}", statement.note);
            }
        }
        return text;
    }
    let _ = writeln!(text, "What is known to be true on {} ({} claims)", answer.as_of, answer.claims.len());
    let _ = writeln!(text, "Knowledge spans {} to {}.", answer.first, answer.newest);
    if answer.claims.is_empty() {
        let _ = writeln!(text, "Nothing is known of that day.");
    }
    let mut by_subject: BTreeMap<&str, Vec<&ClaimAnswer>> = BTreeMap::new();
    for claim in &answer.claims {
        by_subject.entry(&claim.about).or_default().push(claim);
    }
    for (subject, claims) in by_subject {
        let _ = writeln!(text, "\n{subject}");
        for claim in claims {
            let since = if claim.undated { "known since" } else { "since" };
            let sources: Vec<_> = claim.cites.iter().map(|cite| cite.source).collect();
            let _ = writeln!(text, "  {}: {}", claim.id, claim.statement);
            let _ =
                writeln!(text, "      {since} {}, {}, {}", claim.since, claim.confidence.as_str(), sources.join(", "));
        }
    }
    text
}
