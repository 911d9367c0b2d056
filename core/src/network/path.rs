//! What is asked of a path, and what a path is: its ends, and the places on the way there and back with what each lets
//! through. It walks nothing.

use super::answer::{BlockerCode, Direction, PortSpan};
use super::certificate::Certificate;
use super::end::End;
use super::protocol::Protocol;
use crate::net::{Addresses, Bounds, Services};
use crate::snapshot::Part;

/// What is asked of a path.
#[derive(Clone)]
pub(crate) struct Asked {
    pub(crate) protocol: Protocol,
    /// The destination ports, for a protocol that has ports.
    pub(crate) ports: PortSpan,
    pub(crate) services: Services,
    /// The client's own ports, to which replies come back.
    pub(crate) client_ports: PortSpan,
    pub(crate) replies: Services,
    /// Whether the answer is to say why: sentences and rules cost more than verdicts.
    pub(crate) explained: bool,
    /// Whether it is to hold what stops nothing and is worth knowing.
    pub(crate) noted: bool,
}

/// The ports from which Linux calls by default.
pub(crate) const LINUX_CLIENT_PORTS: PortSpan = PortSpan { first: 32768, last: 60999 };

impl Asked {
    pub(crate) fn new(protocol: Protocol, ports: PortSpan, client_ports: PortSpan) -> Self {
        let over = |span: PortSpan| match protocol {
            Protocol::All => Services::all(),
            Protocol::Number(number) if protocol.has_ports() => Services::ports(number, span.first, span.last),
            Protocol::Number(number) => Services::protocol(number),
        };
        Self {
            protocol,
            ports,
            services: over(ports),
            client_ports,
            replies: over(client_ports),
            explained: true,
            noted: true,
        }
    }

    /// The same, of which only what is open and shut is wanted.
    pub(crate) fn unexplained(self) -> Self {
        Self { explained: false, noted: false, ..self }
    }

    /// A sentence, where one is wanted.
    pub(crate) fn tell(&self, sentence: impl FnOnce() -> String) -> String {
        if self.explained { sentence() } else { String::new() }
    }

    /// What nearly every call to AWS is: TCP to port 443.
    pub(crate) fn https() -> Self {
        Self::tcp(443)
    }

    /// TCP to a port, from where Linux calls by default.
    pub(crate) fn tcp(port: u16) -> Self {
        Self::new(Protocol::Number(Services::TCP), PortSpan { first: port, last: port }, LINUX_CLIENT_PORTS)
    }
}

/// A place on the way, and what it lets through.
#[derive(Clone)]
pub(crate) struct Step {
    pub(crate) code: BlockerCode,
    pub(crate) direction: Direction,
    pub(crate) part: Part,
    /// The objects that decide: groups, a table, an ACL.
    pub(crate) ids: Vec<String>,
    pub(crate) lets: Lets,
    /// Whether a route of its own to the destination would open the place whole; routes only.
    pub(crate) lacks_route: bool,
    pub(crate) says: String,
    /// The part whose absence makes the step unknown.
    pub(crate) missing: Option<Part>,
    /// The rules that decide, where rules do.
    pub(crate) certificate: Certificate,
}

impl Step {
    /// A place and what it says; unknown things are laid to its own part.
    pub(crate) fn new(code: BlockerCode, part: Part, ids: Vec<String>, lets: Lets, says: String) -> Self {
        let sure = match &lets {
            Lets::Sources(bounds) | Lets::Destinations(bounds) => bounds.is_exact(),
            Lets::All(sure, maybe) => sure == maybe,
        };
        let missing = (!sure).then_some(part);
        Self {
            code,
            direction: code.direction(),
            part,
            ids,
            lets,
            lacks_route: false,
            says,
            missing,
            certificate: Certificate::default(),
        }
    }
}

/// Whom a place lets through. A place asks for the source address, for the destination address, or for neither, so
/// that what gets through a path is always so many sources to so many destinations.
#[derive(Clone)]
pub(crate) enum Lets {
    /// These sources pass, wherever they go.
    Sources(Bounds<Addresses>),
    /// To these destinations all pass.
    Destinations(Bounds<Addresses>),
    /// All pass or none: surely, and possibly.
    All(bool, bool),
}

/// A path: its ends and its steps.
pub(crate) struct Path<'a> {
    pub(crate) from: End<'a>,
    pub(crate) to: End<'a>,
    pub(crate) steps: Vec<Step>,
    /// What stops nothing and is worth knowing.
    pub(crate) notes: Vec<String>,
    /// Whether the addresses of an end are decided about together, as where one of several routes is taken or all are
    /// seen under one address: a part of them alone may be answered otherwise.
    pub(crate) at_once: bool,
}

impl Path<'_> {
    /// The source addresses that surely and possibly get through to all of the destination.
    pub(crate) fn open(&self) -> Bounds<Addresses> {
        self.open_towards(&self.to)
    }

    /// The same for a part of the destination.
    pub(crate) fn open_towards(&self, to: &End<'_>) -> Bounds<Addresses> {
        let mut open = Bounds::exact(self.from.addresses.clone());
        for step in &self.steps {
            match &step.lets {
                Lets::Sources(bounds) => open = open.intersection(bounds),
                Lets::Destinations(bounds) => open = all_or_none(lifts(bounds, to), open),
                Lets::All(sure, maybe) => open = all_or_none((*sure, *maybe), open),
            }
        }
        open
    }

    /// The destination addresses that all of the source surely and possibly gets through to.
    pub(crate) fn reaches(&self) -> Bounds<Addresses> {
        let mut open = Bounds::exact(self.to.addresses.clone());
        for step in &self.steps {
            match &step.lets {
                Lets::Sources(bounds) => open = all_or_none(lifts(bounds, &self.from), open),
                Lets::Destinations(bounds) => open = open.intersection(bounds),
                Lets::All(sure, maybe) => open = all_or_none((*sure, *maybe), open),
            }
        }
        open
    }

    /// The source addresses that a step lets through.
    pub(crate) fn opened_by(&self, step: &Step) -> Bounds<Addresses> {
        match &step.lets {
            Lets::Sources(bounds) => bounds.intersection(&Bounds::exact(self.from.addresses.clone())),
            Lets::Destinations(bounds) => lift(bounds, &self.to, &self.from),
            Lets::All(sure, maybe) => all_or_none((*sure, *maybe), Bounds::exact(self.from.addresses.clone())),
        }
    }

    fn reached_by(&self, step: &Step) -> Bounds<Addresses> {
        match &step.lets {
            Lets::Sources(bounds) => lift(bounds, &self.from, &self.to),
            Lets::Destinations(bounds) => bounds.intersection(&Bounds::exact(self.to.addresses.clone())),
            Lets::All(sure, maybe) => all_or_none((*sure, *maybe), Bounds::exact(self.to.addresses.clone())),
        }
    }

    /// The destination addresses that a step does not surely let through.
    pub(crate) fn closed_by(&self, step: &Step) -> Addresses {
        self.to.addresses.difference(self.reached_by(step).surely())
    }
}

/// What is let through at one end concerns all addresses of the other or none.
pub(crate) fn lift(let_through: &Bounds<Addresses>, end: &End<'_>, other: &End<'_>) -> Bounds<Addresses> {
    all_or_none(lifts(let_through, end), Bounds::exact(other.addresses.clone()))
}

/// Whether what is let through at one end is all that was asked of it: surely, and possibly. An end whose address is not
/// known is surely open only when all its possible addresses are.
fn lifts(let_through: &Bounds<Addresses>, end: &End<'_>) -> (bool, bool) {
    let possibly = let_through.possibly();
    let maybe = if end.exact { possibly.covers(&end.addresses) } else { possibly.overlaps(&end.addresses) };
    (let_through.surely().covers(&end.addresses) && !end.addresses.is_empty(), maybe)
}

/// What is open behind a place that all pass or none.
fn all_or_none((sure, maybe): (bool, bool), open: Bounds<Addresses>) -> Bounds<Addresses> {
    match (sure, maybe) {
        (true, _) => open,
        (false, true) => Bounds::unknown(open.possibly().clone()),
        (false, false) => Bounds::nothing(),
    }
}
