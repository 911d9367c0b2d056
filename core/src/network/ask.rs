//! The operation `reach`: a question in ids and addresses becomes ends, the outcome becomes an answer.

use std::collections::BTreeSet;

use super::answer::{Destinations, Direction, Hop, PortSpan, ReachAnswer, ReachRequest};
use super::destination::Destination;
use super::end::{Groups, cidrs};
use super::ends::Ends;
use super::path::{Asked, LINUX_CLIENT_PORTS, Path};
use super::protocol::Protocol;
use super::reach::{Reached, reached};
use super::repair::{LetThrough, fixes};
use super::resolve::Network;
use crate::error::{Error, ErrorCode};
use crate::snapshot::{Part, Presence, Snapshot, settlement_in};
use crate::text::is_token;

/// Says whether one thing can talk to another, how, and if not, who stops it: the operation `reach`.
///
/// # Errors
/// An id that no document has, a destination that is neither an id nor an address, a protocol without a port, or a
/// document with a block that is none.
pub fn reach(snapshot: &Snapshot, request: &ReachRequest) -> Result<ReachAnswer, Error> {
    for (field, name) in [("source", &request.source), ("destination", &request.destination)] {
        if is_token(name) {
            let message = format!("`{name}` is known only at deployment; give the id or address itself");
            return Err(Error::new(ErrorCode::ErrUnresolvedToken, field, message));
        }
    }
    let network = Network::resolve(snapshot, request.strict).map_err(|error| error.under("snapshot"))?;
    let asked = asked(request)?;
    let stated = request.source_groups.as_ref().map(Groups::these);
    let sources = Ends { network: &network, field: "source", vpc: None }.of(&request.source, stated)?;
    let vpc = sources.first().and_then(|end| end.vpc).filter(|vpc| sources.iter().all(|end| end.vpc == Some(vpc)));
    let destination = Destination::named(&network, &request.destination, vpc)?;
    let outcome = reached(&network, &sources, &destination, &asked).map_err(|error| error.under("snapshot"))?;
    answer(&network, request, &asked, vpc, outcome)
}

fn asked(request: &ReachRequest) -> Result<Asked, Error> {
    let name = request.protocol.as_deref().unwrap_or("tcp");
    let wrong = |field: &str, message: String| Err(Error::new(ErrorCode::ErrInvalidInput, field, message));
    let Some(protocol) = Protocol::parse(name) else {
        return wrong(
            "protocol",
            format!("`{name}` is no protocol; give `tcp`, `udp`, `icmp`, `icmpv6`, a number or `-1`"),
        );
    };
    let ports = match (request.port, protocol.has_ports()) {
        (Some(port), true) => PortSpan { first: port, last: port },
        (None, true) => return wrong("port", format!("`port` is missing; `{name}` is asked port by port")),
        (Some(port), false) => return wrong("port", format!("`{port}` means nothing for `{name}`; leave `port` out")),
        (None, false) => PortSpan { first: 0, last: u16::MAX },
    };
    let client_ports = request.client_ports.unwrap_or(LINUX_CLIENT_PORTS);
    if client_ports.first > client_ports.last {
        return wrong("clientPorts", format!("`{}` is above `{}`; swap them", client_ports.first, client_ports.last));
    }
    Ok(Asked::new(protocol, ports, client_ports))
}

fn answer(
    network: &Network<'_>,
    request: &ReachRequest,
    asked: &Asked,
    vpc: Option<&str>,
    outcome: Reached<'_>,
) -> Result<ReachAnswer, Error> {
    let wanted = outcome.repairs(asked, LetThrough::Addresses);
    let question = format!("{} to {} on {}", request.source, request.destination, asked.services);
    let region = region(network.snapshot);
    let fixes = fixes(network, &region, wanted.into_iter().map(|repair| (repair, question.clone())))?;
    let path = worst(&outcome.paths).map(hops).unwrap_or_default();
    let notes: BTreeSet<String> = outcome.paths.iter().flat_map(|path| path.notes.iter().cloned()).collect();
    let notes = notes.into_iter().collect();
    let mut answer = ReachAnswer {
        verdict: outcome.verdict,
        open: cidrs(&outcome.split.open),
        shut: cidrs(&outcome.split.shut),
        unknown: cidrs(&outcome.split.unknown),
        path,
        blockers: outcome.blockers,
        fixes,
        settled_by: outcome.missing.iter().map(|part| settlement_in(network.snapshot, *part, vpc)).collect(),
        destinations: Destinations {
            open: cidrs(&outcome.destinations.open),
            shut: cidrs(&outcome.destinations.shut),
            unknown: cidrs(&outcome.destinations.unknown),
        },
        notes,
        assumptions: assumptions(network, request),
        text: String::new(),
    };
    answer.text = text(&question, &answer);
    Ok(answer)
}

/// The path that shows most: the first that is shut, else the first that is not known, else the first.
fn worst<'p, 'a>(paths: &'p [Path<'a>]) -> Option<&'p Path<'a>> {
    paths.iter().min_by_key(|path| {
        let split = path.open().split(&path.from.addresses);
        (split.shut.is_empty(), split.unknown.is_empty())
    })
}

fn hops(path: &Path<'_>) -> Vec<Hop> {
    let place = |step: &super::path::Step| step.code.place().to_owned();
    let hop = |step: &super::path::Step| Hop {
        direction: step.direction,
        place: place(step),
        id: step.ids.join(", "),
        says: step.says.clone(),
    };
    path.steps.iter().map(hop).collect()
}

fn assumptions(network: &Network<'_>, request: &ReachRequest) -> Vec<String> {
    let mut assumptions = Vec::new();
    if request.client_ports.is_none() {
        assumptions.push("the client calls from ports 32768 to 60999, the range of Linux".to_owned());
    }
    let assumed: Vec<&str> = [Part::NetworkInterfaces, Part::RouteTables]
        .into_iter()
        .filter(|part| network.snapshot.presence(*part) == Presence::Assumed && !request.strict)
        .map(Part::as_str)
        .collect();
    if !assumed.is_empty() {
        assumptions.push(format!("complete: `{}`", assumed.join("`, `")));
    }
    assumptions
}

/// The region of the documents, for the commands of fixes.
fn region(snapshot: &Snapshot) -> String {
    snapshot.region().map_or_else(|| "REGION".to_owned(), |(region, _)| region)
}

fn text(question: &str, answer: &ReachAnswer) -> String {
    let mut lines = vec![format!("{}: {question}", answer.verdict)];
    for (word, blocks) in [("open", &answer.open), ("shut", &answer.shut), ("unknown", &answer.unknown)] {
        if !blocks.is_empty() {
            lines.push(format!("  {word} for {}", blocks.join(", ")));
        }
    }
    if !answer.path.is_empty() {
        lines.push("path".to_owned());
    }
    for hop in &answer.path {
        let arrow = if hop.direction == Direction::Forward { "->" } else { "<-" };
        lines.push(format!("  {arrow} {}: {}", hop.place, hop.says));
    }
    if !answer.blockers.is_empty() {
        lines.push("in the way".to_owned());
    }
    let mut told = BTreeSet::new();
    for blocker in &answer.blockers {
        let line = format!("  {}: {} (for {})", blocker.verdict, blocker.says, blocker.concerns.join(", "));
        if told.insert(line.clone()) {
            lines.push(line);
        }
    }
    for settlement in &answer.settled_by {
        lines.push(format!(
            "  settle {}: {}  (needs {})",
            settlement.document, settlement.command, settlement.permission
        ));
    }
    if !answer.fixes.is_empty() {
        lines.push("what would open it".to_owned());
    }
    for fix in &answer.fixes {
        lines.push(format!("  {}", fix.description));
        lines.push(format!("    {}", fix.command));
    }
    for note in &answer.notes {
        lines.push(format!("note: {note}"));
    }
    for assumption in &answer.assumptions {
        lines.push(format!("assumed: {assumption}"));
    }
    crate::text::plain(&lines.join("\n"))
}
