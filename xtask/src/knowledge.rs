//! Writes the published tables of the knowledge: what was demanded on the day of the first edition, what is demanded on
//! the day of the newest row, and what changed between them. Every word comes from the answers of the library.

use private_eks::{
    ClaimAnswer, Day, DiffAnswer, DiffRequest, EditionAnswer, EndedClaim, KnowledgeAnswer, KnowledgeRequest, diff,
    knowledge,
};

use crate::text::Lines;

const HEAD: &str = "<!-- Written by `cargo xtask generate` from the rows of the knowledge; do not edit. -->";

/// The pages with their names below docs/generated.
pub(crate) fn pages() -> Result<Vec<(String, String)>, String> {
    let ask = |request: &KnowledgeRequest| knowledge(request).map_err(|error| error.to_string());
    let newest = ask(&KnowledgeRequest::default())?;
    let (Some(first), Some(last)) = (newest.editions.first(), newest.editions.last()) else {
        return Err("the knowledge has no edition".to_owned());
    };
    let edition = |day: &Day| ask(&KnowledgeRequest { edition: Some(*day), ..KnowledgeRequest::default() });
    let (seed, newest_edition) = (edition(first)?, edition(last)?);
    let changes = diff(&DiffRequest { earlier: *first, later: None }).map_err(|error| error.to_string())?;
    Ok(vec![
        (format!("demands-{first}.md"), demands(&seed, seed.edition.as_ref())),
        ("demands-newest.md".to_owned(), demands(&newest, newest_edition.edition.as_ref())),
        ("demands-changes.md".to_owned(), changed(&changes)),
    ])
}

fn demands(answer: &KnowledgeAnswer, edition: Option<&EditionAnswer>) -> String {
    let mut out = Lines::default();
    let claim = |id: &str| answer.claims.iter().find(|claim| claim.id == id);
    let tail = |id: &str| claim(id).map_or_else(Vec::new, |claim| vec![known(claim), sources(claim)]);
    out.line(0, HEAD);
    out.gap(1);
    out.line(0, &format!("# What was true on {}", answer.as_of));
    out.gap(1);
    out.line(
        0,
        "The rows of the knowledge that held on that day. `known` says how sure a row is and since when, `~` before a \
         day that only the first source known to say so is of that day.",
    );
    let rows = answer.needs.iter().map(|row| {
        let mut cells = vec![
            code(&row.by),
            code(&row.service),
            row.endpoint_type.as_str().to_owned(),
            row.level.as_str().to_owned(),
            row.condition.clone(),
        ];
        cells.extend(tail(&row.claim));
        cells
    });
    table(&mut out, "Endpoints", &["asked for by", "service", "type", "level", "when", "known", "sources"], rows);
    let rows = answer.not_needed.iter().map(|row| {
        let because = claim(&row.claim).map(|claim| claim.statement.clone()).unwrap_or_default();
        let mut cells = vec![code(&row.by), code(&row.service), because];
        cells.extend(tail(&row.claim));
        cells
    });
    table(&mut out, "Endpoints that are not needed", &["by", "service", "because", "known", "sources"], rows);
    let rows = answer.settings.iter().map(|row| {
        let mut cells = vec![
            code(&row.by),
            row.name.clone(),
            row.value.clone(),
            row.level.as_str().to_owned(),
            row.condition.clone(),
        ];
        cells.extend(tail(&row.claim));
        cells
    });
    table(&mut out, "Settings", &["asked for by", "setting", "value", "level", "when", "known", "sources"], rows);
    let rows = answer.support.iter().map(|row| {
        let means = claim(&row.claim).map(|claim| claim.statement.clone()).unwrap_or_default();
        let mut cells = vec![code(&row.subject), row.support.as_str().to_owned(), means, row.condition.clone()];
        cells.extend(tail(&row.claim));
        cells
    });
    table(&mut out, "What can be used", &["what", "support", "that is", "when", "known", "sources"], rows);
    let rows = answer.claims.iter().filter(|claim| !claim.judgement.is_empty());
    let rows = rows.map(|claim| vec![code(&claim.id), claim.statement.clone(), claim.judgement.clone()]);
    table(&mut out, "Our own judgement", &["claim", "the fact", "what we make of it"], rows);
    let rows = answer.claims.iter().filter_map(|claim| {
        let conflict = claim.conflict.as_ref()?;
        let other: Vec<_> = conflict.cites.iter().map(|cite| format!("[{}]({})", cite.source, cite.url)).collect();
        let other = format!("{} ({})", conflict.other, other.join(", "));
        Some(vec![code(&claim.id), conflict.held.clone(), other, conflict.because.clone()])
    });
    table(&mut out, "Sources that contradict each other", &["claim", "held", "the other source", "because"], rows);
    if let Some(edition) = edition {
        page_of(&mut out, edition);
    }
    out.finish()
}

fn page_of(out: &mut Lines, edition: &EditionAnswer) {
    out.gap(1);
    out.line(0, "## What the page said");
    out.gap(1);
    let undated = edition.after.map(|day| format!(" Undated: later than {day}, and read on the day named."));
    let cite = format!("[{}]({}), {}.{}", edition.title, edition.cite.url, edition.day, undated.unwrap_or_default());
    out.line(0, &cite);
    if !edition.note.is_empty() {
        out.gap(1);
        out.line(0, &format!("Note: {}.", edition.note));
    }
    out.gap(1);
    let rows = edition.statements.iter().map(|row| {
        let mut remarks: Vec<String> = Vec::new();
        if !row.contradicted_by.is_empty() {
            let ids: Vec<_> = row.contradicted_by.iter().map(|id| code(id)).collect();
            remarks.push(format!("contradicted by {}", ids.join(", ")));
        }
        remarks.extend((!row.note.is_empty()).then(|| row.note.clone()));
        let yes = |so: bool| if so { "yes" } else { "no" }.to_owned();
        let says =
            if row.condition.is_empty() { row.says.clone() } else { format!("{} (if {})", row.says, row.condition) };
        vec![code(&row.id), row.kind.as_str().to_owned(), says, yes(row.held), yes(row.holds), remarks.join("; ")]
    });
    lines(out, &["statement", "kind", "in our own words", "right then", "right now", "remarks"], rows);
}

fn changed(answer: &DiffAnswer) -> String {
    let mut out = Lines::default();
    out.line(0, HEAD);
    out.gap(1);
    out.line(0, &format!("# What changed between {} and {}", answer.earlier, answer.later));
    let ended = |row: &EndedClaim| {
        let until = row.claim.until.map(|day| day.to_string()).unwrap_or_default();
        let next: Vec<_> = row.replaced_by.iter().map(|id| code(id)).collect();
        vec![code(&row.claim.id), row.claim.statement.clone(), until, next.join(", "), sources(&row.claim)]
    };
    let names = ["claim", "that is", "until", "in its place", "sources"];
    table(&mut out, "Ended", &names, answer.ended.iter().map(ended));
    table(&mut out, "Came and went in between", &names, answer.came_and_went.iter().map(ended));
    for (title, undated) in [("Became true", false), ("Known only since, and perhaps true before", true)] {
        let rows = answer.became_true.iter().filter(|claim| claim.undated == undated);
        let rows = rows.map(|claim| vec![code(&claim.id), claim.statement.clone(), known(claim), sources(claim)]);
        table(&mut out, title, &["claim", "that is", "known", "sources"], rows);
    }
    let days =
        [answer.earlier_edition, answer.later_edition].map(|day| day.map(|day| day.to_string()).unwrap_or_default());
    let title = format!("What the page says otherwise ({} and {})", days[0], days[1]);
    let rows = answer.statements.iter().map(|row| {
        let says = row.later.as_ref().or(row.earlier.as_ref()).map(|statement| statement.says.clone());
        let holds = if row.holds_later { "yes" } else { "no" }.to_owned();
        vec![code(&row.id), row.change.as_str().to_owned(), says.unwrap_or_default(), holds, row.because.clone()]
    });
    table(&mut out, &title, &["statement", "change", "in our own words", "right on the later day", "because"], rows);
    out.finish()
}

fn known(claim: &ClaimAnswer) -> String {
    format!("{}, {}{}", claim.confidence.as_str(), if claim.undated { "~" } else { "" }, claim.since)
}

fn sources(claim: &ClaimAnswer) -> String {
    let mut named: Vec<_> = claim.cites.iter().map(|cite| format!("[{}]({})", cite.source, cite.url)).collect();
    named.dedup();
    named.join(", ")
}

fn code(word: &str) -> String {
    format!("`{word}`")
}

/// A section with its table; nothing where there is no row.
fn table(out: &mut Lines, title: &str, names: &[&str], rows: impl Iterator<Item = Vec<String>>) {
    let mut rows = rows.peekable();
    if rows.peek().is_none() {
        return;
    }
    out.gap(1);
    out.line(0, &format!("## {title}"));
    out.gap(1);
    lines(out, names, rows);
}

fn lines(out: &mut Lines, names: &[&str], rows: impl Iterator<Item = Vec<String>>) {
    out.line(0, &format!("| {} |", names.join(" | ")));
    out.line(0, &format!("|{}", "---|".repeat(names.len())));
    for row in rows {
        let cells: Vec<_> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
        out.line(0, &format!("| {} |", cells.join(" | ")));
    }
}
