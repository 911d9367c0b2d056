//! The operation `exits`: every way out of where something stands, or the proof that there is none. The proof is the
//! tables: what each sends where, over all addresses of both families. Groups and network ACLs do not count, for who can
//! run something in a subnet can mostly change them.

use super::answer::{BlockerCode, Direction};
use super::crossing::cross;
use super::destination::is_gateway;
use super::end::{End, Groups, cidrs};
use super::ends::Ends;
use super::exit::{CoveredRow, CoveredTable, Exit, ExitKind, ExitsAnswer, ExitsRequest};
use super::path::{Asked, Lets, Step};
use super::place::Places;
use super::resolve::{Found, Network};
use super::route::{Way, ways};
use crate::error::Error;
use crate::net::{Addresses, Bounds};
use crate::snapshot::{Part, PolicyReach, Snapshot, Subnet, VpcEndpoint, settlement_in};
use crate::verdict::Verdict;

/// Finds every way out of where something stands, or proves that there is none: the operation `exits`.
///
/// # Errors
/// A source that no document has, or a document with a block that is none.
pub fn exits(snapshot: &Snapshot, request: &ExitsRequest) -> Result<ExitsAnswer, Error> {
    let network = Network::of(snapshot, request.strict).map_err(|error| error.under("snapshot"))?;
    let ends = Ends { network: &network, field: "source", vpc: None }.of(&request.source, None)?;
    let mut search =
        Search { network: &network, named: &request.named, found: Vec::new(), tables: Vec::new(), missing: Vec::new() };
    for end in &ends {
        search.from(end).map_err(|error| error.under("snapshot"))?;
    }
    let mut vpcs: Vec<&str> = ends.iter().filter_map(|end| end.vpc).collect();
    vpcs.sort_unstable();
    vpcs.dedup();
    let mut policies = Vec::new();
    for vpc in &vpcs {
        policies.extend(search.endpoints(vpc));
    }
    Ok(search.answer(request, vpcs.first().copied(), policies))
}

struct Search<'s, 'a> {
    network: &'s Network<'a>,
    named: &'s [String],
    found: Vec<Exit>,
    tables: Vec<CoveredTable>,
    missing: Vec<Part>,
}

impl<'a> Search<'_, 'a> {
    fn from(&mut self, end: &End<'a>) -> Result<(), Error> {
        let Some(subnet) = end.subnet else {
            self.untold(&end.name, Part::Subnets);
            return Ok(());
        };
        let id = subnet.subnet_id.clone().unwrap_or_default();
        let table = match self.network.table(subnet) {
            Found::Yes(table) => table,
            Found::No | Found::Unknown(_) => {
                self.untold(&id, Part::RouteTables);
                return Ok(());
            }
        };
        let name = table.id().to_owned();
        let mut rows = Vec::new();
        for family in [Addresses::all_v4(), Addresses::all_v6()] {
            for (part, way) in ways(self.network, table, &family, None)? {
                rows.push(CoveredRow { destinations: cidrs(&part), leads: way_in_words(&way) });
                self.way(end, subnet, &part, &way)?;
            }
        }
        let covered = CoveredTable { subnet: id, table: name, rows };
        if !self.tables.contains(&covered) {
            self.tables.push(covered);
        }
        Ok(())
    }

    /// A place whose table is not known may lead anywhere.
    fn untold(&mut self, place: &str, part: Part) {
        let says = vec![self.network.gap(part)];
        self.missing.push(part);
        self.tables.push(CoveredTable { subnet: place.to_owned(), table: String::new(), rows: Vec::new() });
        self.note(Exit {
            verdict: Verdict::Unknown,
            kind: ExitKind::Other,
            id: String::new(),
            subnet: place.to_owned(),
            destinations: cidrs(&Addresses::all()),
            named: false,
            says,
        });
    }

    fn way(&mut self, end: &End<'a>, subnet: &Subnet, part: &Addresses, way: &Way) -> Result<(), Error> {
        let (id, verdict, says) = match way {
            Way::Local | Way::None | Way::Blackhole(_) | Way::Endpoint(_) => return Ok(()),
            Way::Unknown(why) | Way::Either(_, why) => {
                self.missing.push(Part::RouteTables);
                (String::new(), Verdict::Unknown, vec![why.clone()])
            }
            Way::Elsewhere(id) => {
                let (verdict, says) = self.behind(end, part, id)?;
                (id.clone(), verdict, says)
            }
        };
        let named = self.named.contains(&id);
        let subnet = subnet.subnet_id.clone().unwrap_or_default();
        let kind = kind(&id);
        self.note(Exit { verdict, kind, id, subnet, destinations: cidrs(part), named, says });
        Ok(())
    }

    /// An exit that several ends share is as open as for the one to which it is most so.
    fn note(&mut self, exit: Exit) {
        let same = |known: &&mut Exit| {
            (&known.id, &known.subnet, &known.destinations) == (&exit.id, &exit.subnet, &exit.destinations)
        };
        match self.found.iter_mut().find(same) {
            Some(known) if rank(exit.verdict) < rank(known.verdict) => *known = exit,
            Some(_) => {}
            None => self.found.push(exit),
        }
    }

    /// Whether anything at all comes through a target.
    fn behind(&mut self, end: &End<'a>, part: &Addresses, id: &str) -> Result<(Verdict, Vec<String>), Error> {
        let asked = Asked::https();
        let mut best: Option<(Verdict, Vec<String>, Vec<Part>)> = None;
        for piece in self.pieces(id, part)? {
            let to = End::bare("outside", piece, Groups::Unfiltered);
            let family = if to.addresses.v6().is_empty() { Addresses::all_v4() } else { Addresses::all_v6() };
            let from = End { addresses: end.addresses.intersection(&family), ..end.clone() };
            let outcome = if from.addresses.is_empty() {
                (Verdict::Met, vec![format!("`{}` has no address of this family", end.name)], Vec::new())
            } else {
                let places = Places { network: self.network, from: &from, to: &to, asked: &asked };
                judge(&from, &to, cross(&places, Direction::Forward, id)?.there)
            };
            if best.as_ref().is_none_or(|(verdict, ..)| rank(outcome.0) < rank(*verdict)) {
                best = Some(outcome);
            }
        }
        let (verdict, says, missing) = best.unwrap_or((Verdict::Unknown, Vec::new(), Vec::new()));
        if verdict == Verdict::Unknown {
            self.missing.extend(missing);
        }
        Ok((verdict, says))
    }

    /// What a NAT gateway's own table parts, so that one part that leads nowhere hides no other.
    fn pieces(&self, id: &str, part: &Addresses) -> Result<Vec<Addresses>, Error> {
        let whole = vec![part.clone()];
        let Found::Yes(gateway) = self.network.nat_gateway(id) else { return Ok(whole) };
        let table = match (&gateway.route_table_id, gateway.subnet_id.as_deref().map(|id| self.network.subnet(id))) {
            (Some(table), _) => self.network.route_table(table),
            (None, Some(Found::Yes(subnet))) => self.network.table(subnet),
            _ => return Ok(whole),
        };
        let Found::Yes(table) = table else { return Ok(whole) };
        Ok(ways(self.network, table, part, None)?.into_iter().map(|(piece, _)| piece).collect())
    }

    /// The endpoints of the VPC: those that lead into other networks are exits, those to services have a policy.
    fn endpoints(&mut self, vpc: &str) -> Vec<Exit> {
        let mut policies = Vec::new();
        let part = Part::VpcEndpoints;
        let shared = !self.network.owns(vpc);
        if shared || !self.network.is_whole(part) {
            self.missing.push(part);
            let owner = || format!("`{vpc}` is shared, and its endpoints show to its owner only");
            let says = vec![if shared { owner() } else { self.network.gap(part) }];
            let unknown = Exit {
                verdict: Verdict::Unknown,
                kind: ExitKind::ResourceEndpoint,
                id: String::new(),
                subnet: String::new(),
                destinations: Vec::new(),
                named: false,
                says,
            };
            policies.push(Exit { kind: ExitKind::Endpoint, ..unknown.clone() });
            self.note(unknown);
        }
        for endpoint in self.network.endpoints_of(vpc) {
            let exit = self.endpoint(endpoint);
            if exit.kind == ExitKind::Endpoint {
                policies.push(exit);
            } else if exit.kind != ExitKind::Appliance {
                self.note(exit);
            }
        }
        policies
    }

    fn endpoint(&self, endpoint: &VpcEndpoint) -> Exit {
        let id = endpoint.vpc_endpoint_id.clone().unwrap_or_default();
        let is = |kind: &str| endpoint.vpc_endpoint_type.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(kind));
        let (kind, verdict, says) = if is("Resource") {
            let says = format!("`{id}` leads to a resource of another network");
            (ExitKind::ResourceEndpoint, Verdict::Broken, says)
        } else if is("ServiceNetwork") {
            let says = format!("`{id}` leads into a service network");
            (ExitKind::ServiceNetworkEndpoint, Verdict::Broken, says)
        } else if is("GatewayLoadBalancer") {
            (ExitKind::Appliance, Verdict::Unknown, format!("`{id}` is met only by a route"))
        } else if is("Interface") || is_gateway(endpoint) {
            let (verdict, says) = match endpoint.policy_reach() {
                Some(PolicyReach::Everything) => {
                    (Verdict::Broken, "lets whoever has credentials reach whatever there is")
                }
                Some(PolicyReach::Nothing) => (Verdict::Met, "allows nothing"),
                Some(PolicyReach::Something) => {
                    (Verdict::Unknown, "allows something; to whom, a person has to look at")
                }
                None => (Verdict::Unknown, "is not given"),
            };
            (ExitKind::Endpoint, verdict, format!("the policy of `{id}` {says}"))
        } else {
            (ExitKind::Other, Verdict::Unknown, format!("`{id}` is of a type that is not known here"))
        };
        let named = self.named.contains(&id);
        Exit { verdict, kind, id, subnet: String::new(), destinations: Vec::new(), named, says: vec![says] }
    }

    fn answer(mut self, request: &ExitsRequest, vpc: Option<&str>, policies: Vec<Exit>) -> ExitsAnswer {
        let counted = |exits: &[Exit]| Verdict::all(exits.iter().filter(|exit| !exit.named).map(|exit| exit.verdict));
        self.found.sort_by(|a, b| {
            (rank(a.verdict), a.kind, &a.id, &a.subnet, &a.destinations).cmp(&(
                rank(b.verdict),
                b.kind,
                &b.id,
                &b.subnet,
                &b.destinations,
            ))
        });
        self.missing.sort();
        self.missing.dedup();
        let settled_by = self.missing.iter().map(|part| settlement_in(self.network.snapshot, *part, vpc)).collect();
        let (verdict, policy_verdict) = (counted(&self.found), counted(&policies));
        let mut answer = ExitsAnswer {
            verdict,
            exits: self.found,
            policy_verdict,
            policies,
            tables: self.tables,
            settled_by,
            text: String::new(),
        };
        answer.text = text(&request.source, &answer);
        answer
    }
}

/// What kind of way the target of a route is.
fn kind(id: &str) -> ExitKind {
    match id.split_once('-').map(|(kind, _)| kind) {
        Some("igw") => ExitKind::InternetGateway,
        Some("eigw") => ExitKind::EgressOnlyInternetGateway,
        Some("nat") => ExitKind::NatGateway,
        Some("pcx") => ExitKind::PeeringConnection,
        Some("tgw") => ExitKind::TransitGateway,
        Some("vgw") => ExitKind::VpnGateway,
        Some("eni" | "i" | "vpce") => ExitKind::Appliance,
        _ => ExitKind::Other,
    }
}

/// The worst first.
const fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Broken => 0,
        Verdict::Unknown => 1,
        Verdict::Met => 2,
    }
}

/// Whether some traffic gets through the places on the way out. What lies in another network is no matter: who comes
/// there is out.
fn judge(from: &End<'_>, to: &End<'_>, steps: Vec<Step>) -> (Verdict, Vec<String>, Vec<Part>) {
    let (mut sources, mut targets) = (Bounds::exact(from.addresses.clone()), Bounds::exact(to.addresses.clone()));
    let (mut sure, mut maybe) = (true, true);
    let mut says = Vec::new();
    let mut missing = Vec::new();
    for step in steps {
        if matches!(step.code, BlockerCode::AclOnTheWay) {
            continue;
        }
        let beyond =
            matches!(step.code, BlockerCode::VpnGateway | BlockerCode::Target | BlockerCode::TransitGatewayRoute);
        // What is surely left for networks of which no document tells.
        let out = beyond && step.missing.is_none();
        let told = match &step.lets {
            Lets::Sources(bounds) => {
                sources = sources.intersection(bounds);
                !bounds.is_exact() || !bounds.surely().covers(&from.addresses)
            }
            Lets::Destinations(bounds) => {
                let bounds = if out { &Bounds::exact(bounds.possibly().clone()) } else { bounds };
                targets = targets.intersection(bounds);
                !bounds.is_exact() || !bounds.surely().overlaps(&to.addresses)
            }
            Lets::All(open, possible) => {
                sure &= *open || out && *possible;
                maybe &= *possible;
                !*open
            }
        };
        if told || out {
            says.push(step.says);
            missing.extend(step.missing);
        }
        if step.code == BlockerCode::TransitGatewayRoute {
            break;
        }
    }
    let through = |sources: &Addresses, targets: &Addresses| !sources.is_empty() && !targets.is_empty();
    let verdict = if sure && through(sources.surely(), targets.surely()) {
        Verdict::Broken
    } else if maybe && through(sources.possibly(), targets.possibly()) {
        Verdict::Unknown
    } else {
        Verdict::Met
    };
    (verdict, says, missing)
}

fn way_in_words(way: &Way) -> String {
    match way {
        Way::Local => "stays within the VPC".to_owned(),
        Way::Endpoint(id) => format!("to the gateway endpoint `{id}`"),
        Way::Elsewhere(id) => format!("to `{id}`"),
        Way::Blackhole(id) => format!("dropped: `{id}` is gone"),
        Way::None => "dropped: there is no route".to_owned(),
        Way::Unknown(why) | Way::Either(_, why) => format!("not known: {why}"),
    }
}

fn text(source: &str, answer: &ExitsAnswer) -> String {
    let mut lines = vec![format!("{}: {source} has no way out", answer.verdict)];
    for exit in &answer.exits {
        let named = if exit.named { ", named" } else { "" };
        let of = if exit.subnet.is_empty() { String::new() } else { format!(" from {}", exit.subnet) };
        lines.push(format!("  {}{named}: {}{of}: {}", exit.verdict, exit.id, exit.says.join("; ")));
    }
    lines.push(format!("{}: no endpoint lets data out to whom its policy does not name", answer.policy_verdict));
    for exit in &answer.policies {
        lines.push(format!("  {}: {}", exit.verdict, exit.says.join("; ")));
    }
    for table in &answer.tables {
        lines.push(format!(
            "{} by {}",
            table.subnet,
            if table.table.is_empty() { "an unknown table" } else { &table.table }
        ));
        for row in &table.rows {
            let blocks = match row.destinations.get(..3) {
                Some(first) if row.destinations.len() > 8 => {
                    format!("{} and {} more blocks", first.join(", "), row.destinations.len() - 3)
                }
                _ => row.destinations.join(", "),
            };
            lines.push(format!("  {blocks}: {}", row.leads));
        }
    }
    for settlement in &answer.settled_by {
        lines.push(format!(
            "  settle {}: {}  (needs {})",
            settlement.document, settlement.command, settlement.permission
        ));
    }
    crate::text::plain(&lines.join("\n"))
}
