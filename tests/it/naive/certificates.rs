//! The rules that an answer names, read again in the documents: each that is named is there and matches a packet, each
//! packet that a place surely lets through is matched by one of them, and what remains is let through by none. The
//! engine is not asked, only its answer.

use std::net::IpAddr;

use private_eks::{Blocker, BlockerCode, DecidingRule, Hop, ReachAnswer, Verdict};
use serde_json::{Value, json};
use tests::files;

use super::documents::{Block, Documents, items, text};
use super::ends::{Ends, Groups, Member, Place};
use super::evaluate::{Packets, packets};
use super::rules::{Identity, Rules, Service};
use super::said::Said;
use super::{answer, each_network, generate, seeds};

/// A place of an answer, with what its certificate says.
#[derive(Clone, Copy)]
struct Claim<'a> {
    ids: &'a str,
    egress: bool,
    is_at_source: bool,
    /// Whether the packets are the replies.
    replies: bool,
    asked: &'a [String],
    remainder: &'a [String],
    rules: &'a [DecidingRule],
    kind: Kind,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Kind {
    Group,
    Acl,
    Table,
}

/// What a question has for checking the answer to it.
struct Checker<'a> {
    request: &'a Value,
    rules: Rules<'a>,
    ends: Ends<'a>,
    packets: Packets,
    /// Whether something on the way may lose who carries a group.
    identity: Identity,
}

impl<'a> Checker<'a> {
    fn of(request: &'a Value, answer: &ReachAnswer) -> Option<Self> {
        let documents = Documents(request.get("snapshot")?);
        let own = ["security groups", "network ACL of the", "route table of the source", "route table of the dest"];
        let known = |hop: &Hop| own.iter().any(|place| hop.place.starts_with(place));
        let lost = |blocker: &Blocker| stopped(blocker).is_none() || blocker.says.contains("not seen across this path");
        let direct = answer.path.iter().all(known) && !answer.blockers.iter().any(lost);
        Some(Self {
            request,
            rules: Rules { documents },
            ends: Ends::of(request, documents),
            packets: packets(request, documents),
            identity: if direct { Identity::Kept } else { Identity::Lost },
        })
    }

    /// Everything in an answer that the documents do not bear out.
    fn faults(&self, answer: &ReachAnswer, seen: &mut Seen) -> Vec<String> {
        let mut faults = Vec::new();
        for hop in &answer.path {
            if let Some(claim) = claim_of(hop) {
                faults.extend(self.check(claim, seen).into_iter().map(|fault| format!("{}: {fault}", hop.says)));
            }
        }
        for blocker in &answer.blockers {
            if let Some(claim) = stopped(blocker) {
                faults.extend(self.check(claim, seen).into_iter().map(|fault| format!("{}: {fault}", blocker.says)));
            }
        }
        let told = |verdict: Verdict| answer.blockers.iter().any(|blocker| blocker.verdict == verdict);
        match answer.path_verdict {
            Verdict::Met if !answer.blockers.is_empty() => {
                faults.push("met, and something stands in the way".to_owned());
            }
            Verdict::Broken if !told(Verdict::Broken) => faults.push("broken, and nothing surely stops it".to_owned()),
            _ => {}
        }
        faults
    }

    fn points(&self, blocks: &[String]) -> Vec<IpAddr> {
        let places = blocks.iter().flat_map(|block| self.ends.points(&Block::of(block)));
        places.map(Place::address).collect()
    }

    fn check(&self, claim: Claim<'_>, seen: &mut Seen) -> Vec<String> {
        let remains = |address: IpAddr| claim.remainder.iter().any(|block| Block::of(block).holds(address));
        let services = if claim.replies { &self.packets.replies } else { &self.packets.calls };
        let mut faults = Vec::new();
        let mut matched = vec![false; claim.rules.len()];
        for address in self.points(claim.asked) {
            let mut passes = true;
            for service in services {
                match claim.kind {
                    Kind::Group => passes &= self.by_groups(claim, address, *service, remains(address), &mut matched),
                    Kind::Acl => match self.by_acl(claim, address, *service, &mut matched) {
                        Some((number, allows)) => {
                            passes &= allows;
                            let named = claim.rules.iter().any(|rule| rule.rule_number == Some(number));
                            if !named && !claim.rules.is_empty() && allows != remains(address) {
                                faults.push(format!("entry {number} decides about {address} and is not named"));
                            }
                        }
                        None => passes = false,
                    },
                    Kind::Table => passes = self.by_table(claim, address, &mut matched, &mut faults),
                }
            }
            seen.packets += services.len();
            if claim.kind != Kind::Table && passes == remains(address) {
                let said = if passes { "is let through" } else { "is not let through" };
                faults.push(format!("{address} {said} by the documents, and the answer says otherwise"));
            }
        }
        for (rule, matched) in claim.rules.iter().zip(matched) {
            seen.rules += 1;
            // A rule for a stretch between the points that were tried is matched by none of them.
            if !matched && !claim.rules.is_empty() && claim.kind != Kind::Table && claim.rules.len() == 1 {
                faults.push(format!("{} is named and matches no packet", rule.peer));
            }
        }
        faults
    }

    /// Who has an address, as rules that name groups know it.
    fn carriers(&self, claim: Claim<'_>, address: IpAddr) -> Vec<Member<'a>> {
        let documents = self.rules.documents;
        let own = documents.list("NetworkInterfaces").iter().map(|interface| self.ends.interface(interface));
        let mut found: Vec<Member<'a>> =
            own.filter(|member| member.places.iter().any(|place| place.address() == address)).collect();
        if let Some(stated) = self.request.get("sourceGroups").filter(|_| !claim.egress) {
            let ids = stated.as_array().into_iter().flatten().filter_map(Value::as_str).map(ToOwned::to_owned);
            found = vec![Member { groups: Groups::These(ids.collect()), ..Member::nobody() }];
        }
        // An endpoint whose interface is not shown may be at any address of its subnet, for all that is known of others.
        let shown = |to: &&str| documents.one("VpcEndpoints", "VpcEndpointId", to).is_some();
        if let Some(called) = text(self.request, "destination").filter(|to| claim.egress && shown(to)) {
            let holds = |member: &Member<'_>| member.places.iter().any(|place| place.address() == address);
            found.extend(self.ends.destinations(called).into_iter().filter(|one| !one.exact && holds(one)));
        }
        if found.is_empty() {
            found.push(Member { behind: self.behind().filter(|_| claim.egress), ..Member::nobody() });
        }
        found
    }

    /// The gateway endpoint that is called, and the list of its service.
    fn behind(&self) -> Option<(&'a str, &'a str)> {
        let documents = self.rules.documents;
        let id = text(self.request, "destination")?;
        let endpoint = documents.one("VpcEndpoints", "VpcEndpointId", id)?;
        let service = text(endpoint, "ServiceName").filter(|_| text(endpoint, "VpcEndpointType") == Some("Gateway"))?;
        let list = ["PrefixLists", "ManagedPrefixLists"]
            .into_iter()
            .find_map(|part| documents.one(part, "PrefixListName", service))?;
        Some((text(endpoint, "VpcEndpointId")?, text(list, "PrefixListId")?))
    }

    /// Whether the rules that are named let a packet through; where it remains, whether any rule of the groups does.
    fn by_groups(
        &self,
        claim: Claim<'_>,
        address: IpAddr,
        service: Service,
        remains: bool,
        matched: &mut [bool],
    ) -> bool {
        let place = Place::At(address);
        let carriers = self.carriers(claim, address);
        let side = if claim.egress { "IpPermissionsEgress" } else { "IpPermissions" };
        let mut passes = false;
        for (rule, matched) in claim.rules.iter().zip(matched) {
            let Some(group) = self.rules.documents.one("SecurityGroups", "GroupId", &rule.holder) else { continue };
            for permission in items(group, side) {
                let Some(only) = naming(permission, &rule.peer) else { continue };
                let does = carriers.iter().any(|peer| {
                    // Who is only known to carry a group is taken at the word of the documents of an endpoint.
                    let groups = only.get("UserIdGroupPairs").is_some() && peer.groups == Groups::Unknown;
                    groups || self.rules.rule_allows(&only, peer, place, service, Identity::Kept) == Said::Yes
                });
                *matched |= does;
                passes |= does;
            }
        }
        if !remains {
            return passes || claim.ids.is_empty();
        }
        let own = Member {
            groups: Groups::These(claim.ids.split(", ").map(ToOwned::to_owned).collect()),
            ..Member::nobody()
        };
        let surely = |peer: &Member<'_>| {
            self.rules.groups_allow(&own, peer, place, service, claim.egress, self.identity) == Said::Yes
        };
        !claim.ids.is_empty() && carriers.iter().all(surely)
    }

    /// The first entry that speaks of a packet, and whether it allows.
    fn by_acl(&self, claim: Claim<'_>, address: IpAddr, service: Service, matched: &mut [bool]) -> Option<(i64, bool)> {
        let acl = self.rules.documents.one("NetworkAcls", "NetworkAclId", claim.ids)?;
        let (number, allows) = Rules::decides(acl, Place::At(address), service, claim.egress)?;
        for (rule, matched) in claim.rules.iter().zip(matched) {
            *matched |= rule.rule_number == Some(number) && rule.allows == allows;
        }
        Some((number, allows))
    }

    /// Whether all routes that may take a packet are named.
    fn by_table(&self, claim: Claim<'_>, address: IpAddr, matched: &mut [bool], faults: &mut Vec<String>) -> bool {
        let tables = self.rules.documents;
        let Some(table) = tables.one("RouteTables", "RouteTableId", claim.ids) else { return true };
        let unlisted = |(_, list): &(&str, &str)| super::ends::entries(tables, list).is_none();
        let behind = self.behind().filter(|_| claim.is_at_source).filter(unlisted);
        let place = if behind.is_some() { Place::Listed(address) } else { Place::At(address) };
        let to = Member { behind, ..Member::nobody() };
        let routes = self.rules.routes(table, &to, place).unwrap_or_default();
        for route in routes.into_iter().flatten() {
            let keys = ["DestinationPrefixListId", "DestinationCidrBlock", "DestinationIpv6CidrBlock"];
            let peer = keys.iter().find_map(|key| text(route, key)).unwrap_or_default();
            // What bears the name of another region's service is none of a gateway endpoint's.
            let to = text(route, "GatewayId").unwrap_or_default();
            if to.starts_with("vpce-")
                && text(self.request, "destination").is_some_and(|name| name.contains(".amazonaws."))
            {
                continue;
            }
            let named = claim.rules.iter().position(|rule| rule.peer == peer);
            match named {
                Some(at) => matched[at] = true,
                None => faults.push(format!("the route to {peer} takes {address} and is not named")),
            }
        }
        true
    }
}

/// A permission with nothing but the one source or destination of this text.
fn naming(permission: &Value, peer: &str) -> Option<Value> {
    for (list, key) in [
        ("IpRanges", "CidrIp"),
        ("Ipv6Ranges", "CidrIpv6"),
        ("PrefixListIds", "PrefixListId"),
        ("UserIdGroupPairs", "GroupId"),
    ] {
        let bare = |text: &str| text.rsplit('/').next().unwrap_or_default().to_owned();
        let same = |one: &&Value| {
            text(one, key) == Some(peer) || key == "GroupId" && text(one, key).map(bare) == Some(bare(peer))
        };
        if let Some(one) = items(permission, list).iter().find(same) {
            let mut only = json!({ list: [one] });
            for key in ["IpProtocol", "FromPort", "ToPort"] {
                if let Some(value) = permission.get(key) {
                    only[key] = value.clone();
                }
            }
            return Some(only);
        }
    }
    None
}

fn claim_of(hop: &Hop) -> Option<Claim<'_>> {
    let (kind, egress, replies) = match hop.place.as_str() {
        "security groups of the source" => (Kind::Group, true, false),
        "security groups of the destination" => (Kind::Group, false, false),
        "network ACL of the source's subnet, out" => (Kind::Acl, true, false),
        "network ACL of the destination's subnet, in" => (Kind::Acl, false, false),
        "network ACL of the destination's subnet, out" => (Kind::Acl, true, true),
        "network ACL of the source's subnet, in" => (Kind::Acl, false, true),
        "route table of the source's subnet" | "route table of the destination's subnet" => (Kind::Table, true, false),
        _ => return None,
    };
    let (asked, remainder, rules) = (&hop.asked, &hop.remainder, &hop.rules);
    let is_at_source = hop.place.contains("source");
    Some(Claim { ids: &hop.id, egress, is_at_source, replies, asked, remainder, rules, kind })
}

/// What a blocker says remains: no rule at all lets it through.
fn stopped(blocker: &Blocker) -> Option<Claim<'_>> {
    let (kind, egress, replies) = match blocker.code {
        BlockerCode::GroupEgress => (Kind::Group, true, false),
        BlockerCode::GroupIngress => (Kind::Group, false, false),
        BlockerCode::AclEgress => (Kind::Acl, true, false),
        BlockerCode::AclIngress => (Kind::Acl, false, false),
        BlockerCode::AclReplyEgress => (Kind::Acl, true, true),
        BlockerCode::AclReplyIngress => (Kind::Acl, false, true),
        _ => return None,
    };
    let remainder = &blocker.remainder;
    let is_at_source = egress && !replies;
    Some(Claim { ids: &blocker.id, egress, is_at_source, replies, asked: remainder, remainder, rules: &[], kind })
}

/// How much was looked at, so that a checker that looks at nothing is found out.
#[derive(Default)]
struct Seen {
    packets: usize,
    rules: usize,
}

#[test]
fn rules_that_answers_name_decide_what_they_say() {
    let found = each_network(seeds(), |seed| {
        let question = generate::question(seed);
        let answer = answer(&question);
        let mut seen = Seen::default();
        let checker = Checker::of(&question, &answer).expect("a question has its documents");
        (checker.faults(&answer, &mut seen), seen)
    });
    let faults: Vec<String> = found
        .iter()
        .filter(|(_, (faults, _))| !faults.is_empty())
        .map(|(seed, (faults, _))| format!("seed {seed}: {}", faults.join("\n    ")))
        .collect();
    assert!(faults.is_empty(), "{} networks:\n{}", faults.len(), faults.iter().take(10).cloned().collect::<String>());
    let (packets, rules) =
        found.iter().fold((0, 0), |(packets, rules), (_, (_, seen))| (packets + seen.packets, rules + seen.rules));
    assert!(packets > 1000 && rules > 500, "{packets} packets and {rules} rules were looked at");
}

#[test]
fn rules_that_answers_of_cases_name_decide_what_they_say() {
    let mut faults = Vec::new();
    let mut seen = Seen::default();
    for file in files::ending("tests/cases/reach", &[".json"]) {
        let case: Value = serde_json::from_str(&files::text(&file)).expect("a case is JSON");
        // What is known only at deployment has no packets yet.
        if case["operation"] != "reach" || case.get("error").is_some() || case.to_string().contains("${Token") {
            continue;
        }
        let request = &case["request"];
        let answer = answer(request);
        let Some(checker) = Checker::of(request, &answer) else { continue };
        let found = checker.faults(&answer, &mut seen);
        faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", files::shown(&file))));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(seen.packets > 1000 && seen.rules > 300, "{} packets, {} rules", seen.packets, seen.rules);
}
