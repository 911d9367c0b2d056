//! The operation `reach`: a question in ids and addresses becomes ends, the outcome becomes an answer.

use std::collections::BTreeSet;

use super::answer::{Destinations, Direction, Hop, NameAnswer, PortSpan, ReachAnswer, ReachRequest};
use super::destination::Destination;
use super::end::{Groups, cidrs};
use super::ends::Ends;
use super::name::{is_name, resolve};
use super::path::{Asked, LINUX_CLIENT_PORTS, Path};
use super::protocol::Protocol;
use super::reach::{Reached, reached};
use super::repair::{LetThrough, fixes};
use super::resolve::Network;
use crate::error::{Error, ErrorCode};
use crate::snapshot::{Part, Presence, Snapshot, settlement_in};
use crate::text::is_token;
use crate::verdict::Verdict;

/// Says whether one thing can talk to another, how, and if not, who stops it: the operation `reach`.
///
/// # Errors
/// An id that no document has, a destination that is neither an id nor an address, a protocol without a port, or a
/// document with a block that is none.
pub fn reach(snapshot: &Snapshot, request: &ReachRequest) -> Result<ReachAnswer, Error> {
    is_settled(request)?;
    Network::of(snapshot, request.strict).map_err(|error| error.under("snapshot"))?.reach(request)
}

fn is_settled(request: &ReachRequest) -> Result<(), Error> {
    for (field, name) in [("source", &request.source), ("destination", &request.destination)] {
        if is_token(name) {
            let message = format!("`{name}` is known only at deployment; give the id or address itself");
            return Err(Error::new(ErrorCode::ErrUnresolvedToken, field, message));
        }
    }
    Ok(())
}

impl Network<'_> {
    /// Says whether one thing can talk to another, as [`reach()`] does, without resolving the documents again.
    ///
    /// ```
    /// use private_eks::{Network, ReachRequest, Snapshot, Verdict};
    ///
    /// let snapshot = Snapshot::parse(
    ///     r#"{"Subnets": [{"SubnetId": "subnet-0a", "VpcId": "vpc-0a", "CidrBlock": "10.0.0.0/24"}]}"#,
    /// )?;
    /// let network = Network::of(&snapshot, false)?;
    /// let answer = network.reach(&ReachRequest {
    ///     source: "subnet-0a".to_owned(),
    ///     destination: "192.0.2.1".to_owned(),
    ///     port: Some(443),
    ///     ..ReachRequest::default()
    /// })?;
    /// assert_eq!(answer.verdict, Verdict::Unknown);
    /// # Ok::<(), private_eks::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`reach()`]; and a request that asks otherwise strictly than the network was resolved.
    pub fn reach(&self, request: &ReachRequest) -> Result<ReachAnswer, Error> {
        is_settled(request)?;
        self.asks_alike(request.strict)?;
        let asked = asked(request.protocol.as_deref(), request.port, request.client_ports)?;
        let stated = request.source_groups.as_ref().map(Groups::these);
        let sources = Ends { network: self, field: "source", vpc: None }.of(&request.source, stated)?;
        let vpc = sources.first().and_then(|end| end.vpc).filter(|vpc| sources.iter().all(|end| end.vpc == Some(vpc)));
        let (name, destination) = called(self, request, vpc)?;
        let outcome = match &destination {
            Some(destination) => {
                reached(self, &sources, destination, &asked).map_err(|error| error.under("snapshot"))?
            }
            None => Reached::nowhere(&sources),
        };
        answer(self, request, &asked, vpc, name, outcome)
    }
}

/// What is called, and what the name that it is called by resolves to.
fn called<'a>(
    network: &Network<'a>,
    request: &ReachRequest,
    vpc: Option<&str>,
) -> Result<(Option<NameAnswer>, Option<Destination<'a>>), Error> {
    let by_name = is_name(&request.destination);
    let destination = if by_name { None } else { Some(Destination::named(network, &request.destination, vpc)?) };
    let Some(name) = request.name.as_deref().or(by_name.then_some(request.destination.as_str())) else {
        return Ok((None, destination));
    };
    if !is_name(name) {
        let message = format!("`{name}` is no name; give one such as `sts.eu-west-1.amazonaws.com`");
        return Err(Error::new(ErrorCode::ErrInvalidInput, "name", message));
    }
    let Some(from) = vpc else {
        let says = vec!["the VPC of the source is not known".to_owned()];
        let settled_by = vec![settlement_in(network.snapshot, Part::Subnets, None)];
        let answer =
            NameAnswer { name: name.to_owned(), verdict: Verdict::Unknown, leads_to: Vec::new(), says, settled_by };
        return Ok((Some(answer), destination));
    };
    let mut resolved = resolve(network, from, name).map_err(|error| error.under("snapshot"))?;
    if let Some(wanted) = &destination {
        let there = resolved.leads_to.contains(&wanted.name)
            || resolved.destination.as_ref().is_some_and(|found| found.is_within(wanted));
        if !there && !resolved.leads_to.is_empty() {
            resolved.says.push(format!("it does not lead to `{}`", wanted.name));
            let surely = resolved.verdict != Verdict::Unknown;
            resolved.verdict = if surely { Verdict::Broken } else { Verdict::Unknown };
        }
    }
    resolved.missing.sort();
    resolved.missing.dedup();
    let answer = NameAnswer {
        name: name.to_owned(),
        verdict: resolved.verdict,
        leads_to: resolved.leads_to,
        says: resolved.says,
        settled_by: resolved.missing.iter().map(|part| settlement_in(network.snapshot, *part, vpc)).collect(),
    };
    Ok((Some(answer), destination.or(resolved.destination)))
}

/// What is asked of a path, from the words of a request.
pub(super) fn asked(protocol: Option<&str>, port: Option<u16>, client_ports: Option<PortSpan>) -> Result<Asked, Error> {
    let name = protocol.unwrap_or("tcp");
    let wrong = |field: &str, message: String| Err(Error::new(ErrorCode::ErrInvalidInput, field, message));
    let Some(protocol) = Protocol::parse(name) else {
        return wrong(
            "protocol",
            format!("`{name}` is no protocol; give `tcp`, `udp`, `icmp`, `icmpv6`, a number or `-1`"),
        );
    };
    let ports = match (port, protocol.has_ports()) {
        (Some(port), true) => PortSpan { first: port, last: port },
        (None, true) => return wrong("port", format!("`port` is missing; `{name}` is asked port by port")),
        (Some(port), false) => return wrong("port", format!("`{port}` means nothing for `{name}`; leave `port` out")),
        (None, false) => PortSpan { first: 0, last: u16::MAX },
    };
    let client_ports = client_ports.unwrap_or(LINUX_CLIENT_PORTS);
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
    name: Option<NameAnswer>,
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
        verdict: Verdict::all(name.iter().map(|name| name.verdict).chain([outcome.verdict])),
        path_verdict: outcome.verdict,
        name,
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
        asked: cidrs(&step.certificate.asked),
        remainder: cidrs(&step.certificate.remainder),
        rules: step.certificate.rules.clone(),
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
    if let Some(name) = &answer.name {
        lines.push(format!("  name {}: {}", name.verdict, name.says.join("; ")));
        lines.push(format!("  path {}", answer.path_verdict));
    }
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
