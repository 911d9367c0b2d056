//! The ways to S3: which endpoint clients come to when they call it by its ordinary name, and whether they reach it. It
//! makes no finding.

use crate::network::{Reached, is_gateway};
use crate::snapshot::VpcEndpoint;
use crate::verdict::Verdict;

/// An endpoint for S3, and whether nodes reach it.
pub(super) struct Way<'a> {
    pub(super) endpoint: &'a VpcEndpoint,
    pub(super) outcome: Reached<'a>,
}

impl Way<'_> {
    pub(super) fn id(&self) -> &str {
        self.endpoint.vpc_endpoint_id.as_deref().unwrap_or_default()
    }

    /// Whether clients that call S3 by its ordinary name come to it; a gateway takes them by their route.
    pub(super) fn answers(&self) -> Verdict {
        if is_gateway(self.endpoint) { Verdict::Broken } else { answers_name(self.endpoint) }
    }
}

/// An interface endpoint that answers the name is where clients go, reachable or not; only where none does, they come
/// to a gateway. Where it is not known whether one answers, both ways have to agree.
pub(super) fn verdict(ways: &[Way<'_>]) -> Verdict {
    let of = |answers| ways.iter().filter(move |way| way.answers() == answers);
    if of(Verdict::Met).next().is_some() {
        return Verdict::all(of(Verdict::Met).map(|way| way.outcome.verdict));
    }
    let gateway = Verdict::any(ways.iter().filter(|way| is_gateway(way.endpoint)).map(|way| way.outcome.verdict));
    let agree = of(Verdict::Unknown).all(|way| way.outcome.verdict == gateway);
    if agree { gateway } else { Verdict::Unknown }
}

/// Whether clients in the VPC that call S3 by its ordinary name come to an interface endpoint.
fn answers_name(endpoint: &VpcEndpoint) -> Verdict {
    let inbound_only = endpoint.dns_options.as_ref().and_then(|o| o.private_dns_only_for_inbound_resolver_endpoint);
    match (endpoint.private_dns_enabled, inbound_only) {
        (Some(false), _) | (_, Some(true)) => Verdict::Broken,
        (Some(true), _) => Verdict::Met,
        (None, _) => Verdict::Unknown,
    }
}
