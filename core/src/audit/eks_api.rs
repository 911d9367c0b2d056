//! Whether nodes that ask the EKS API get an answer through an endpoint of their VPC. It judges no rule.

use super::context::{Context, Lookup, is_available};
use crate::knowledge::{self, Callable, EndpointType};

/// Whether a node that asks the EKS API gets an answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Asks {
    /// By an endpoint that works and answers the name that nodes call.
    Answered,
    /// No endpoint is there.
    Nobody,
    /// The documents do not say.
    NotKnown,
}

/// What the endpoints of the VPC say.
pub(super) fn asks(context: &Context<'_>) -> Asks {
    let region = knowledge::region(&context.wish.region.value).ok();
    let name = region.and_then(|region| Some(Callable::find("eks")?.name_in(region, EndpointType::Interface).0));
    let (Some(name), Some(vpc)) = (name, context.vpc()) else { return Asks::NotKnown };
    let mut of_vpc =
        context.network.endpoints_of(vpc).filter(|own| own.service_name.as_deref() == Some(&name)).peekable();
    if of_vpc.peek().is_none() {
        return if matches!(context.no_endpoint(), Lookup::Missing) { Asks::Nobody } else { Asks::NotKnown };
    }
    // Without private DNS a hosted zone of one's own may still answer.
    let works = |own: &crate::snapshot::VpcEndpoint| is_available(own) && own.private_dns_enabled == Some(true);
    if of_vpc.any(works) { Asks::Answered } else { Asks::NotKnown }
}
