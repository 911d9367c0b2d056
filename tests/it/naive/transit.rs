//! Transit gateways, one packet at a time: the attachment in the sender's zone, the association that picks a table, its
//! longest prefix, and out of the attachment of the other VPC. Written from the rows P3 to P6 and S11 of docs/reach.md.

use serde_json::Value;

use super::documents::{Block, items, text, text_in};
use super::ends::{Groups, Member, Place};
use super::evaluate::{Question, Way};
use super::rules::{Identity, Service};
use super::said::Said;

/// A packet on its way through a transit gateway: who sends it from where to where.
#[derive(Clone, Copy)]
struct Packet<'m, 'a> {
    from: &'m Member<'a>,
    a: Place,
    to: &'m Member<'a>,
    b: Place,
    services: &'m [Service],
}

const fn only(said: Said) -> Way {
    Way { said, identity: Identity::Unknown, beside: false }
}

fn zone(subnet: &Value) -> Option<&str> {
    text(subnet, "AvailabilityZoneId")
}

impl<'a> Question<'a> {
    pub(super) fn by_transit_gateway(
        &self,
        id: &str,
        (from, a): (&Member<'a>, Place),
        (to, b): (&Member<'a>, Place),
        services: &[Service],
    ) -> Way {
        let documents = self.rules.documents;
        let gateway = documents.one("TransitGateways", "TransitGatewayId", id);
        if gateway.is_some_and(|gateway| text(gateway, "State") != Some("available")) {
            return only(Said::No);
        }
        let Some(vpc) = from.vpc else { return only(Said::Maybe) };
        let Some(attachment) = self.attachment(id, vpc) else {
            let whole = documents.is_whole("TransitGatewayVpcAttachments");
            return only(if whole { Said::No } else { Said::Maybe });
        };
        let entered = Self::works(attachment, b).min(self.enters(attachment, from, a, services));
        let name = text(attachment, "TransitGatewayAttachmentId").unwrap_or_default();
        let leads = match self.table_of(name) {
            Ok(table) => Self::onward(table, b),
            Err(said) => Err(said),
        };
        match leads {
            Err(said) => only(entered.min(said)),
            Ok(next) => {
                let packet = Packet { from, a, to, b, services };
                let arrived = self.arrives(id, gateway, attachment, next, packet);
                Way { said: entered.min(arrived.said), ..arrived }
            }
        }
    }

    fn attachment(&self, gateway: &str, vpc: &str) -> Option<&'a Value> {
        let all = self.rules.documents.list("TransitGatewayVpcAttachments").iter();
        let mut these: Vec<&Value> = all
            .filter(|one| text(one, "TransitGatewayId") == Some(gateway) && text(one, "VpcId") == Some(vpc))
            .collect();
        these.sort_by_key(|one| text(one, "State") != Some("available"));
        these.first().copied()
    }

    fn works(attachment: &Value, b: Place) -> Said {
        let carries = b.address().is_ipv4() || text_in(attachment, "Options", "Ipv6Support") != Some("disable");
        match text(attachment, "State") {
            None => Said::of(carries).min(Said::Maybe),
            state => Said::of(carries && state == Some("available")),
        }
    }

    fn subnets(&self, attachment: &Value) -> Vec<Option<&'a Value>> {
        let mut ids: Vec<_> = items(attachment, "SubnetIds").iter().filter_map(Value::as_str).collect();
        ids.sort_unstable();
        ids.into_iter().map(|id| self.rules.documents.one("Subnets", "SubnetId", id)).collect()
    }

    /// P3, P4: only from a zone in which the attachment has a subnet, and through its network ACL.
    fn enters(&self, attachment: &Value, from: &Member<'_>, a: Place, services: &[Service]) -> Said {
        let Some(near) = from.subnet else { return Said::Maybe };
        // What came out of this attachment stands in its subnet already.
        let id = near.get("SubnetId");
        if self.depth.get() > 0 && items(attachment, "SubnetIds").iter().any(|held| Some(held) == id) {
            return Said::Yes;
        }
        let subnets = self.subnets(attachment);
        let same = |subnet: &&&Value| zone(subnet).is_some() && zone(subnet) == zone(near);
        if let Some(subnet) = subnets.iter().flatten().find(same) {
            return Said::all(services.iter().map(|one| self.rules.acl_allows(subnet, a, *one, false)));
        }
        let told = zone(near).is_some() && subnets.iter().all(|subnet| subnet.is_some_and(|one| zone(one).is_some()));
        if told { Said::No } else { Said::Maybe }
    }

    /// The routes of the table that an attachment is associated with.
    fn table_of(&self, attachment: &str) -> Result<&'a Value, Said> {
        let documents = self.rules.documents;
        let part = "TransitGatewayRouteTableAssociations";
        let tables = documents.0.get(part).and_then(Value::as_object).into_iter().flatten();
        let mut found =
            tables.flat_map(|(table, answer)| items(answer, "Associations").iter().map(move |one| (table, one)));
        let Some((table, one)) = found.find(|(_, one)| text(one, "TransitGatewayAttachmentId") == Some(attachment))
        else {
            let whole = documents.is_whole(part) && documents.is_whole("TransitGatewayRouteTables");
            return Err(if whole { Said::No } else { Said::Maybe });
        };
        if text(one, "State").is_some_and(|state| state != "associated") {
            return Err(Said::No);
        }
        documents.0.get("TransitGatewayRoutes").and_then(|tables| tables.get(table)).ok_or(Said::Maybe)
    }

    /// The VPC that the longest prefix leads to; of one length a static route before a propagated one.
    fn onward(table: &'a Value, b: Place) -> Result<&'a str, Said> {
        if table.get("AdditionalRoutesAvailable") == Some(&Value::Bool(true)) || table.get("Routes").is_none() {
            return Err(Said::Maybe);
        }
        let counts = |route: &&Value| matches!(text(route, "State"), Some("active" | "blackhole"));
        let block = |route: &Value| text(route, "DestinationCidrBlock").map(Block::of).expect("a route has a block");
        let routes = items(table, "Routes").iter().filter(counts);
        let best = routes
            .filter(|route| block(route).holds(b.address()))
            .max_by_key(|route| (block(route).length, text(route, "Type") == Some("static")));
        let Some(route) = best.filter(|route| text(route, "State") == Some("active")) else { return Err(Said::No) };
        match items(route, "TransitGatewayAttachments") {
            [one] if text(one, "ResourceType") == Some("vpc") => text(one, "ResourceId").ok_or(Said::Maybe),
            _ => Err(Said::Maybe),
        }
    }

    /// P4, P5: out of the attachment's subnet in the zone of the sender, or of any in appliance mode, by its own table.
    fn arrives(&self, id: &str, gateway: Option<&Value>, own: &Value, vpc: &'a str, packet: Packet<'_, 'a>) -> Way {
        let Packet { from, a, to, b, services } = packet;
        let Some(attachment) = self.attachment(id, vpc) else {
            let there = to.vpc.is_none() || to.vpc == Some(vpc);
            let identity = if there { Identity::Unknown } else { Identity::Lost };
            return Way { said: Said::Maybe, identity, beside: false };
        };
        let all = self.subnets(attachment);
        let shown: Vec<&'a Value> = all.iter().filter_map(|subnet| *subnet).collect();
        let near = from.subnet.and_then(zone);
        let pinned = text_in(attachment, "Options", "ApplianceModeSupport") == Some("enable");
        let mut here: Vec<&'a Value> =
            shown.iter().copied().filter(|one| near.is_some() && zone(one) == near).collect();
        if pinned || here.is_empty() {
            here.clone_from(&shown);
        }
        let mut said = Self::works(attachment, b);
        if here.is_empty() || shown.len() < all.len() && here.len() == shown.len() {
            said = said.min(Said::Maybe);
        }
        let mut identity = references(gateway, own, attachment, from, to, self.is_reply(services));
        let is_far = |subnet: &Value| to.subnet.is_some_and(|far| text(far, "SubnetId") == text(subnet, "SubnetId"));
        let beside = !here.is_empty() && here.iter().all(|subnet| is_far(subnet));
        for subnet in here.into_iter().filter(|subnet| !is_far(subnet)) {
            let out = Said::all(services.iter().map(|one| self.rules.acl_allows(subnet, b, *one, true)));
            let near = Member {
                groups: Groups::Unfiltered,
                subnet: Some(subnet),
                vpc: Some(vpc),
                public: Some(Vec::new()),
                ..Member::nobody()
            };
            let routes = self.rules.table(subnet).and_then(|table| self.rules.routes(table, to, b));
            let onward = match routes.as_deref() {
                Some([None]) => Way { said: Said::No, identity: Identity::Kept, beside: false },
                Some([Some(route)]) => self.further(route, (&near, a), (to, b), services),
                _ => Way { said: Said::Maybe, identity: Identity::Kept, beside: false },
            };
            identity = both(identity, onward.identity);
            said = said.min(out).min(onward.said);
        }
        Way { said, identity, beside }
    }

    /// Whether it is the replies that are on their way: the very packets that the question has for them.
    fn is_reply(&self, services: &[Service]) -> bool {
        std::ptr::eq(services, self.packets.replies.as_slice())
    }
}

/// Whether groups are still seen after two hops.
fn both(one: Identity, other: Identity) -> Identity {
    match (one, other) {
        (Identity::Kept, same) | (same, Identity::Kept) => same,
        (Identity::Lost, _) | (_, Identity::Lost) => Identity::Lost,
        (Identity::Unknown, _) | (_, Identity::Unknown) => Identity::Unknown,
        (Identity::Inbound, Identity::Inbound) => Identity::Inbound,
    }
}

/// S11: rules that let in know groups where the gateway and both attachments allow it, and never towards an endpoint.
fn references(
    gateway: Option<&Value>,
    one: &Value,
    other: &Value,
    from: &Member<'_>,
    to: &Member<'_>,
    reply: bool,
) -> Identity {
    let of = |object: &Value| text_in(object, "Options", "SecurityGroupReferencingSupport").map(ToOwned::to_owned);
    let all = [gateway.and_then(of), of(one), of(other)];
    let zones = [from.subnet, to.subnet].into_iter().flatten().any(|subnet| zone(subnet) == Some("use1-az3"));
    let called = if reply { from } else { to };
    if called.is_endpoint || zones || all.iter().flatten().any(|one| one == "disable") {
        Identity::Lost
    } else if all.iter().all(|one| one.as_deref() == Some("enable")) {
        Identity::Inbound
    } else {
        Identity::Unknown
    }
}
