//! Many sources to one destination: what is open, what is shut, what is not known, and everything that stands in the
//! way.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{Blocker, BlockerCode};
use super::destination::Destination;
use super::end::{End, cidrs};
use super::path::{Asked, Path, Step};
use super::repair::{LetThrough, Repair, repairs};
use super::resolve::Network;
use super::walk::{Walked, unsettled, walk};
use crate::error::Error;
use crate::net::{Addresses, Bounds, Split};
use crate::snapshot::Part;
use crate::verdict::Verdict;

/// The outcome for all sources and all interfaces of the destination.
pub(crate) struct Reached<'a> {
    pub(crate) split: Split<Addresses>,
    /// The destination's addresses: which of them all of the source reaches.
    pub(crate) destinations: Split<Addresses>,
    pub(crate) verdict: Verdict,
    pub(crate) paths: Vec<Path<'a>>,
    pub(crate) blockers: Vec<Blocker>,
    /// The parts whose absence makes something unknown.
    pub(crate) missing: Vec<Part>,
}

impl Reached<'_> {
    /// Nobody knows what is called, and therefore not whether it is reached.
    pub(crate) fn nowhere(sources: &[End<'_>]) -> Self {
        let unknown = sources.iter().fold(Addresses::empty(), |all, source| all.union(&source.addresses));
        let nothing = || Split { open: Addresses::empty(), unknown: Addresses::empty(), shut: Addresses::empty() };
        let (split, destinations) = (Split { unknown, ..nothing() }, nothing());
        let (paths, blockers, missing) = (Vec::new(), Vec::new(), Vec::new());
        Self { split, destinations, verdict: Verdict::Unknown, paths, blockers, missing }
    }

    /// What would open all that was asked: every repair of every path. None when something stands in the way that no
    /// call mends, or that is not known: half a way is no way, and a repair that cannot be proven is none.
    pub(crate) fn repairs(&self, asked: &Asked, whom: LetThrough) -> Vec<Repair> {
        let of_a_path = |blocker: &Blocker| {
            let mut steps = self.paths.iter().flat_map(|path| &path.steps);
            steps.any(|step| step.code == blocker.code && step.says == blocker.says)
        };
        let mut blockers = self.blockers.iter();
        if self.split.shut.is_empty() || !blockers.all(|b| b.verdict == Verdict::Broken && of_a_path(b)) {
            return Vec::new();
        }
        let all: Option<Vec<Vec<Repair>>> = self.paths.iter().map(|path| repairs(path, asked, whom)).collect();
        all.unwrap_or_default().concat()
    }
}

/// What of a set is open to all that were asked about it: members may be asked about several times, as two kinds of
/// nodes in one subnet are, and what one of them lacks is not made up for by the other.
#[derive(Default)]
struct Common {
    all: Addresses,
    not_surely: Addresses,
    not_possibly: Addresses,
}

impl Common {
    fn take(&mut self, asked: &Addresses, open: &Bounds<Addresses>) {
        self.all = self.all.union(asked);
        self.not_surely = self.not_surely.union(&asked.difference(open.surely()));
        self.not_possibly = self.not_possibly.union(&asked.difference(open.possibly()));
    }

    fn split(&self, gate: Verdict) -> Split<Addresses> {
        let open = Bounds::new(self.all.difference(&self.not_surely), self.all.difference(&self.not_possibly));
        let open = match gate {
            Verdict::Broken => Bounds::nothing(),
            Verdict::Unknown => Bounds::unknown(open.possibly().clone()),
            Verdict::Met => open,
        };
        open.split(&self.all)
    }
}

/// Evaluates every source against every interface of the destination.
pub(crate) fn reached<'a>(
    network: &Network<'a>,
    sources: &[End<'a>],
    destination: &Destination<'a>,
    asked: &Asked,
) -> Result<Reached<'a>, Error> {
    let (mut callers, mut called) = (Common::default(), Common::default());
    let mut paths = Vec::new();
    let mut blockers: Vec<Blocker> = Vec::new();
    let briefly = Asked { explained: false, ..asked.clone() };
    for source in sources {
        let mut any = false;
        for family in [Addresses::all_v4(), Addresses::all_v6()] {
            let from = within(source, &family);
            let ends: Vec<End<'_>> = destination.ends.iter().map(|end| within(end, &family)).collect();
            let ends: Vec<&End<'_>> = ends.iter().filter(|end| !end.addresses.is_empty()).collect();
            if from.addresses.is_empty() || ends.is_empty() {
                continue;
            }
            any = true;
            let mut open = Bounds::exact(from.addresses.clone());
            for to in ends {
                let walked = if paths.is_empty() {
                    walk(network, &from, to, asked)?
                } else {
                    told_if_shut(network, &from, to, asked, &briefly)?
                };
                open = open.intersection(&walked.open);
                called.take(&to.addresses, &walked.reaches);
                paths.extend(walked.paths);
            }
            callers.take(&from.addresses, &unsettled(&open, &from));
        }
        if !any {
            if !destination.ends.is_empty() && !source.addresses.is_empty() {
                blockers.push(no_family(source, destination));
            }
            callers.take(&source.addresses, &Bounds::nothing());
        }
    }
    let at_destination = destination.blockers(&asked.services, &callers.all);
    let gate = Verdict::all(at_destination.iter().map(|blocker| blocker.verdict));
    blockers.extend(at_destination);
    let mut noted = Noted::default();
    for source in sources.iter().filter(|source| !source.exact) {
        noted.without_address(source);
    }
    for path in &paths {
        path.steps.iter().for_each(|step| noted.note(path, step));
    }
    let missing: Vec<Part> = noted.missing.iter().copied().collect();
    blockers.extend(noted.blockers());
    blockers.sort_by(|a, b| (a.verdict, a.code, &a.id, &a.says).cmp(&(b.verdict, b.code, &b.id, &b.says)));
    let split = callers.split(gate);
    let verdict = if !split.shut.is_empty() {
        Verdict::Broken
    } else if !split.unknown.is_empty() || callers.all.is_empty() {
        Verdict::Unknown
    } else {
        Verdict::Met
    };
    Ok(Reached { split, destinations: called.split(gate), verdict, paths, blockers, missing })
}

/// A walk that says why only where something stands in the way: of what is open the first path is shown, and the others
/// are as it is.
fn told_if_shut<'a>(
    network: &Network<'a>,
    from: &End<'a>,
    to: &End<'a>,
    asked: &Asked,
    briefly: &Asked,
) -> Result<Walked<'a>, Error> {
    let walked = walk(network, from, to, briefly)?;
    if !asked.explained || walked.is_whole() { Ok(walked) } else { walk(network, from, to, asked) }
}

pub(super) fn within<'a>(end: &End<'a>, family: &Addresses) -> End<'a> {
    End { addresses: end.addresses.intersection(family), ..end.clone() }
}

fn no_family(source: &End<'_>, destination: &Destination<'_>) -> Blocker {
    let says = format!("`{}` and `{}` have no IP family in common", source.name, destination.name);
    Blocker {
        code: BlockerCode::AddressFamily,
        verdict: Verdict::Broken,
        document: Part::NetworkInterfaces.as_str().to_owned(),
        id: destination.name.clone(),
        says,
        concerns: cidrs(&source.addresses),
        remainder: Vec::new(),
    }
}

/// What stops something, told once for all paths that share it.
#[derive(Default)]
struct Noted {
    blockers: BTreeMap<(Verdict, BlockerCode, String, String), Stopped>,
    missing: BTreeSet<Part>,
}

/// Whom something stops, and what no rule lets through there.
struct Stopped {
    part: Part,
    concerns: Addresses,
    remainder: Addresses,
}

impl Noted {
    /// A source whose addresses are not known makes unknown what is not wholly open.
    fn without_address(&mut self, source: &End<'_>) {
        let part = if source.subnet.is_some() { Part::Subnets } else { Part::NetworkInterfaces };
        let says = format!("not all addresses of `{}` are known", source.name);
        let key = (Verdict::Unknown, BlockerCode::AddressUnknown, source.name.clone(), says);
        let concerns = source.addresses.clone();
        self.blockers.insert(key, Stopped { part, concerns, remainder: Addresses::empty() });
        self.missing.insert(part);
    }

    fn note(&mut self, path: &Path<'_>, step: &Step) {
        let split = path.opened_by(step).split(&path.from.addresses);
        for (verdict, concerned) in [(Verdict::Broken, split.shut), (Verdict::Unknown, split.unknown)] {
            if concerned.is_empty() {
                continue;
            }
            let part = step.missing.filter(|_| verdict == Verdict::Unknown).unwrap_or(step.part);
            if verdict == Verdict::Unknown {
                self.missing.extend(step.missing);
            }
            let key = (verdict, step.code, step.ids.join(", "), step.says.clone());
            let nothing = || Stopped { part, concerns: Addresses::empty(), remainder: Addresses::empty() };
            let stopped = self.blockers.entry(key).or_insert_with(nothing);
            stopped.concerns = stopped.concerns.union(&concerned);
            stopped.remainder = stopped.remainder.union(&step.certificate.remainder);
        }
    }

    fn blockers(self) -> impl Iterator<Item = Blocker> {
        self.blockers.into_iter().map(|((verdict, code, id, says), stopped)| Blocker {
            code,
            verdict,
            document: stopped.part.as_str().to_owned(),
            id,
            says,
            concerns: cidrs(&stopped.concerns),
            remainder: cidrs(&stopped.remainder),
        })
    }
}
