//! The operation `knowledge`: what was true on a day, row by row, or what an edition of AWS's page printed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::day::Day;
use crate::error::{Error, ErrorCode};
use crate::knowledge::answer::{
    ClaimAnswer, EditionAnswer, EndpointNameAnswer, EndpointServiceAnswer, FeatureAnswer, InstanceTypeAnswer,
    KnowledgeAnswer, KnowledgeRequest, NeedAnswer, NoEndpointAnswer, NotNeededAnswer, NoteAnswer, OptionAnswer,
    RegionAnswer, RegionalName, ServiceAnswer, SettingAnswer, StatementAnswer, SupportAnswer,
};
use crate::knowledge::claim::{Claim, Says, Since};
use crate::knowledge::conflict::conflict_of;
use crate::knowledge::edition::{EDITIONS, EditionRow, Printed, StatementRow};
use crate::knowledge::endpoint_service::{EndpointServiceRow, endpoint_services};
use crate::knowledge::feature::features;
use crate::knowledge::index::Index;
use crate::knowledge::instance_type::instance_type;
use crate::knowledge::judgement::judgement_of;
use crate::knowledge::option::{OptionKind, OptionRow};
use crate::knowledge::partition::{RegionRow, region, regions};
use crate::knowledge::registry::REGISTRIES;
use crate::knowledge::service::{EndpointType, SERVICES, ServiceRow, Standing};

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
/// No edition is of that day, both a day and an edition were asked for, or a region or an instance type is unknown.
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
    let as_of = edition.map_or_else(|| request.as_of.unwrap_or(index.newest()), EditionRow::day);
    let listed = match &request.region {
        None => Vec::new(),
        Some(id) => services_in(region(id)?),
    };
    let sizes = sizes(&request.instance_types)?;
    let mut answer = KnowledgeAnswer {
        as_of,
        first: index.first(),
        newest: index.newest(),
        claims: Vec::new(),
        needs: Vec::new(),
        not_needed: Vec::new(),
        no_endpoint: Vec::new(),
        settings: Vec::new(),
        support: Vec::new(),
        notes: Vec::new(),
        services: SERVICES.iter().map(|row| service_answer(row)).collect(),
        registries: REGISTRIES.iter().map(|row| row.answer()).collect(),
        features: feature_answers(),
        regions: regions().map(region_answer).collect(),
        endpoint_services: listed,
        instance_types: sizes,
        editions: EDITIONS.iter().map(|row| row.day()).collect(),
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
        self.claims.push(claim_answer(claim));
        let (id, by) = (claim.id.to_owned(), claim.about.id().to_owned());
        let condition = claim.says.when().map(ToString::to_string).unwrap_or_default();
        if let Some((setting, level, _)) = claim.says.setting() {
            self.settings.push(SettingAnswer {
                claim: id.clone(),
                by: by.clone(),
                id: setting.id.to_owned(),
                place: setting.place,
                name: setting.name.to_owned(),
                value: setting.value.to_owned(),
                level,
                condition: condition.clone(),
            });
        }
        match &claim.says {
            // What is called, and what a wish must not state, is the wish's to say; the claim in words is all there is.
            Says::Fact
            | Says::Sets { .. }
            | Says::NeedsWhatIsCalled { .. }
            | Says::NeedsFips { .. }
            | Says::Calls { .. }
            | Says::PullsElsewhere { .. }
            | Says::Forbids { .. } => {}
            Says::Needs { service, endpoint, level, .. } => self.needs.push(NeedAnswer {
                claim: id,
                by,
                service: service.id.to_owned(),
                endpoint_type: *endpoint,
                level: *level,
                condition,
            }),
            Says::NeedsNot { service } => {
                self.not_needed.push(NotNeededAnswer { claim: id, by, service: service.id.to_owned() });
            }
            Says::NoEndpoint { what, setting, .. } => self.no_endpoint.push(NoEndpointAnswer {
                claim: id,
                by,
                what: (*what).to_owned(),
                setting: setting.id.to_owned(),
                condition,
            }),
            Says::Minds { .. } => self.notes.push(NoteAnswer { claim: id, by, condition }),
            Says::Supports { support, .. } => {
                self.support.push(SupportAnswer { claim: id, subject: by, support: *support, condition });
            }
        }
    }
}

pub(super) fn claim_answer(claim: &Claim) -> ClaimAnswer {
    ClaimAnswer {
        id: claim.id.to_owned(),
        about: claim.about.id().to_owned(),
        statement: claim.statement.to_owned(),
        since: claim.since.day(),
        undated: matches!(claim.since, Since::FirstKnown(_)),
        until: claim.until,
        confidence: claim.confidence,
        cites: claim.cites(),
        judgement: judgement_of(claim).to_owned(),
        conflict: conflict_of(claim),
    }
}

fn service_answer(row: &ServiceRow) -> ServiceAnswer {
    let name = |(region, service_name): (&str, String)| RegionalName { region: region.to_owned(), service_name };
    ServiceAnswer {
        id: row.id.to_owned(),
        types: row.types.to_vec(),
        service_name: row.pattern(),
        other_names: row.exceptions().map(name).collect(),
        service_region: row.home_region().map(str::to_owned),
        cross_region: row.crosses_regions(),
        fips_service: row.fips.map(str::to_owned),
        port: row.port(),
        endpoint_policy: row.takes_policy(),
        listed: !matches!(row.standing, Standing::Unlisted),
        ended: match row.standing {
            Standing::EndedOn(day) => Some(day),
            Standing::Current | Standing::Disputed | Standing::Unlisted => None,
        },
        private_dns_names: owned(row.hosts),
    }
}

fn edition_of(day: Day) -> Result<&'static EditionRow, Error> {
    EDITIONS.iter().find(|row| row.day() == day).copied().ok_or_else(|| {
        let known: Vec<_> = EDITIONS.iter().map(|row| format!("`{}`", row.day())).collect();
        let message = format!("no edition of `{day}` was read; there is {}", known.join(", "));
        Error::new(ErrorCode::ErrUnknownEdition, "edition", message)
    })
}

fn edition_answer(row: &EditionRow, newest: Day) -> EditionAnswer {
    let (undated, after) = match row.printed {
        Printed::On(_) => (false, None),
        Printed::Undated { after, .. } => (true, Some(after)),
    };
    EditionAnswer {
        day: row.day(),
        undated,
        after,
        title: row.title.to_owned(),
        cite: row.cite.0.cite(row.cite.1),
        note: row.note.to_owned(),
        statements: row.statements.iter().map(|statement| statement_answer(statement, newest)).collect(),
    }
}

pub(super) fn statement_answer(statement: &StatementRow, newest: Day) -> StatementAnswer {
    StatementAnswer {
        id: statement.id.to_owned(),
        kind: statement.kind,
        says: statement.says.to_owned(),
        condition: statement.condition.to_owned(),
        claims: ids(statement.claims),
        contradicted_by: ids(statement.against),
        held: statement.held,
        holds: statement.held && statement.claims.iter().all(|claim| claim.holds_on(newest)),
        note: statement.note.to_owned(),
    }
}

fn feature_answers() -> Vec<FeatureAnswer> {
    let option = |row: &OptionRow| {
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

fn region_answer(row: &RegionRow) -> RegionAnswer {
    RegionAnswer {
        id: row.id.to_owned(),
        title: row.title.to_owned(),
        partition: row.partition.id.to_owned(),
        dns_suffix: row.partition.dns_suffix.to_owned(),
        dualstack_dns_suffix: row.partition.dualstack_dns_suffix.to_owned(),
        eks: row.eks,
    }
}

fn services_in(region: &RegionRow) -> Vec<EndpointServiceAnswer> {
    let name = |row: &EndpointServiceRow, kind: EndpointType| EndpointNameAnswer {
        endpoint_type: kind,
        service_name: row.name_in(region, kind),
    };
    endpoint_services()
        .map(|row| EndpointServiceAnswer {
            id: row.id.to_owned(),
            port: row.port,
            names: row.types.iter().map(|kind| name(row, *kind)).collect(),
        })
        .collect()
}

fn sizes(asked: &[String]) -> Result<Vec<InstanceTypeAnswer>, Error> {
    let size = |(at, id): (usize, &String)| {
        let row = instance_type(id).map_err(|error| error.under(&format!("instanceTypes[{at}]")))?;
        Ok(InstanceTypeAnswer {
            id: row.id.to_owned(),
            interfaces: row.interfaces,
            addresses: row.addresses,
            vcpus: row.vcpus,
            hypervisor: row.hypervisor,
            maximum_pods: row.maximum_pods(false),
            maximum_pods_custom_networking: row.maximum_pods(true),
            maximum_pods_prefixes: row.maximum_pods_with_prefixes(false),
            recommended_pods: row.recommended_pods(),
        })
    };
    asked.iter().enumerate().map(size).collect()
}

fn ids(claims: &[&Claim]) -> Vec<String> {
    claims.iter().map(|claim| claim.id.to_owned()).collect()
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The edition as it was printed, or the claims by what they are about.
fn text(answer: &KnowledgeAnswer) -> String {
    let mut text = String::new();
    if let Some(edition) = &answer.edition {
        let read = if edition.undated { "read on " } else { "" };
        let _ = writeln!(text, "{} ({read}{})", edition.title, edition.day);
        let _ = writeln!(text, "{}", edition.cite.url);
        if !edition.note.is_empty() {
            let _ = writeln!(text, "note: {}", edition.note);
        }
        text.push('\n');
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
            if !statement.contradicted_by.is_empty() {
                let _ = writeln!(text, "    contradicted by {}", statement.contradicted_by.join(", "));
            }
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
            if !claim.judgement.is_empty() {
                let _ = writeln!(text, "      our judgement: {}", claim.judgement);
            }
            if let Some(conflict) = &claim.conflict {
                let other: Vec<_> = conflict.cites.iter().map(|cite| cite.source).collect();
                let _ = writeln!(text, "      held: {}", conflict.held);
                let _ = writeln!(text, "      but {} says: {}", other.join(", "), conflict.other);
                let _ = writeln!(text, "      because: {}", conflict.because);
            }
        }
    }
    text
}
