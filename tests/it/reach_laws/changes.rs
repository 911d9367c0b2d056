//! What is done to the documents of a question. Each takes plain JSON; none asks the library.

use serde_json::{Map, Value, json};

use crate::naive::documents::{Block, items, text, texts};
use crate::naive::random::Random;

/// All lists in another order, but for those whose order AWS gives a meaning.
pub(super) fn shuffle(value: &mut Value, random: &mut Random) {
    match value {
        Value::Object(map) => map.values_mut().for_each(|value| shuffle(value, random)),
        Value::Array(list) => {
            random.shuffle(list);
            for value in list {
                shuffle(value, random);
            }
        }
        _ => {}
    }
}

/// The objects of a part.
fn each<'v>(snapshot: &'v mut Value, part: &str) -> impl Iterator<Item = &'v mut Value> {
    snapshot.get_mut(part).and_then(Value::as_array_mut).into_iter().flatten()
}

fn list<'v>(object: &'v mut Value, key: &str) -> Option<&'v mut Vec<Value>> {
    object.get_mut(key).and_then(Value::as_array_mut)
}

/// Entries keep their order, and leave room between each other.
pub(super) fn renumber(snapshot: &mut Value) {
    for entry in each(snapshot, "NetworkAcls").filter_map(|acl| list(acl, "Entries")).flatten() {
        let number = entry["RuleNumber"].as_i64().expect("an entry has a number");
        if number < 32766 {
            entry["RuleNumber"] = json!(number * 3 + 1);
        }
    }
}

/// The halves of a block; a single address has none.
fn halves(block: &str) -> Option<[String; 2]> {
    let whole = Block::of(block);
    let longest = if whole.is_v6 { 128 } else { 32 };
    let half = (whole.last - whole.first).div_ceil(2);
    (whole.length < longest).then(|| [0, half].map(|offset| format!("{}/{}", whole.at(offset), whole.length + 1)))
}

/// Each block in a rule of a group or in an entry of a network ACL as its two halves.
pub(super) fn halve(snapshot: &mut Value) {
    for group in each(snapshot, "SecurityGroups") {
        for side in ["IpPermissions", "IpPermissionsEgress"] {
            for rule in list(group, side).into_iter().flatten() {
                for (ranges, key) in [("IpRanges", "CidrIp"), ("Ipv6Ranges", "CidrIpv6")] {
                    let Some(blocks) = list(rule, ranges) else { continue };
                    let split = |range: &Value| match text(range, key).and_then(halves) {
                        Some(halves) => halves.map(|half| json!({ key: half })).to_vec(),
                        None => vec![range.clone()],
                    };
                    *blocks = blocks.iter().flat_map(split).collect();
                }
            }
        }
    }
    for entries in each(snapshot, "NetworkAcls").filter_map(|acl| list(acl, "Entries")) {
        let split = |entry: &Value| {
            let key = if entry.get("CidrBlock").is_some() { "CidrBlock" } else { "Ipv6CidrBlock" };
            let number = entry["RuleNumber"].as_i64().expect("an entry has a number");
            let halves = text(entry, key).and_then(halves).filter(|_| number < 32766);
            let Some(halves) = halves else { return vec![entry.clone()] };
            let half = |(at, block): (i64, String)| {
                let mut half = entry.clone();
                half["RuleNumber"] = json!(number * 2 + at);
                half[key] = json!(block);
                half
            };
            (0..).zip(halves).map(half).collect()
        };
        let all: Vec<Value> = entries.iter().flat_map(split).collect();
        let whole = |entry: &&Value| entries.contains(entry);
        // A single address keeps its number only where all are multiplied alike.
        let kept: Vec<Value> = all.iter().filter(whole).cloned().collect();
        *entries = all;
        for entry in entries.iter_mut().filter(|entry| kept.contains(entry)) {
            let number = entry["RuleNumber"].as_i64().expect("an entry has a number");
            if number < 32766 {
                entry["RuleNumber"] = json!(number * 2);
            }
        }
    }
}

/// A VPC of its own with everything in it, that no route leads to.
pub(super) fn add_elsewhere(snapshot: &mut Value) {
    let block = "192.168.77.0/24";
    let all = json!([{ "IpProtocol": "-1", "IpRanges": [{ "CidrIp": "0.0.0.0/0" }] }]);
    let entry =
        json!({ "RuleNumber": 100, "Egress": true, "RuleAction": "allow", "Protocol": "-1", "CidrBlock": "0.0.0.0/0" });
    for (part, object) in [
        ("Vpcs", json!({ "VpcId": "vpc-elsewhere", "CidrBlock": block })),
        ("Subnets", json!({ "SubnetId": "subnet-elsewhere", "VpcId": "vpc-elsewhere", "CidrBlock": block })),
        (
            "RouteTables",
            json!({ "RouteTableId": "rtb-elsewhere", "VpcId": "vpc-elsewhere", "Associations": [{ "Main": true }],
                    "Routes": [{ "DestinationCidrBlock": block, "GatewayId": "local", "State": "active" }] }),
        ),
        (
            "NetworkAcls",
            json!({ "NetworkAclId": "acl-elsewhere", "VpcId": "vpc-elsewhere", "Entries": [entry],
                    "Associations": [{ "SubnetId": "subnet-elsewhere" }] }),
        ),
        ("SecurityGroups", json!({ "GroupId": "sg-elsewhere", "IpPermissions": all, "IpPermissionsEgress": all })),
        (
            "NetworkInterfaces",
            json!({ "NetworkInterfaceId": "eni-elsewhere", "VpcId": "vpc-elsewhere", "SubnetId": "subnet-elsewhere",
                    "PrivateIpAddress": "192.168.77.7", "Groups": [{ "GroupId": "sg-elsewhere" }] }),
        ),
    ] {
        // A part that is missing stays missing: to give it would be to know more.
        if let Some(objects) = list(snapshot, part) {
            objects.push(object);
        }
    }
}

/// The private addresses of an interface as blocks.
fn addresses(interface: &Value) -> Vec<String> {
    let single = |address: &str| format!("{address}/{}", if address.contains(':') { 128 } else { 32 });
    let singles = text(interface, "PrivateIpAddress").into_iter();
    let singles = singles.chain(texts(interface, "PrivateIpAddresses", "PrivateIpAddress"));
    let singles = singles.chain(texts(interface, "Ipv6Addresses", "Ipv6Address"));
    let prefixes = texts(interface, "Ipv4Prefixes", "Ipv4Prefix");
    singles.map(single).chain(prefixes.map(ToOwned::to_owned)).collect()
}

/// Rules that name a group name the addresses of who carries it; a reference that is stale names nobody.
pub(super) fn references_to_addresses(snapshot: &mut Value) {
    let interfaces = items(snapshot, "NetworkInterfaces").to_vec();
    let carriers = |group: &str| {
        let carry = |one: &&Value| texts(one, "Groups", "GroupId").any(|id| id == group);
        interfaces.iter().filter(carry).flat_map(addresses).collect::<Vec<String>>()
    };
    for group in each(snapshot, "SecurityGroups") {
        for side in ["IpPermissions", "IpPermissionsEgress"] {
            for rule in list(group, side).into_iter().flatten() {
                let pairs = rule.as_object_mut().and_then(|rule| rule.remove("UserIdGroupPairs"));
                for pair in pairs.as_ref().and_then(Value::as_array).into_iter().flatten() {
                    if text(pair, "PeeringStatus").is_some_and(|status| status != "active") {
                        continue;
                    }
                    for block in carriers(text(pair, "GroupId").unwrap_or_default()) {
                        let (ranges, key) =
                            if block.contains(':') { ("Ipv6Ranges", "CidrIpv6") } else { ("IpRanges", "CidrIp") };
                        let rule = rule.as_object_mut().expect("a rule is an object");
                        let list = rule.entry(ranges).or_insert_with(|| json!([]));
                        list.as_array_mut().expect("it is a list").push(json!({ key: block }));
                    }
                }
            }
        }
    }
}

/// Whether all interfaces are shown with their groups, so that the addresses of a group are known.
pub(super) fn shows_all_carriers(snapshot: &Value) -> bool {
    let interfaces = items(snapshot, "NetworkInterfaces");
    let shown = |id: &Value| interfaces.iter().any(|one| one["NetworkInterfaceId"] == *id);
    let complete = snapshot.pointer("/collection/parts/NetworkInterfaces").is_none();
    complete
        && interfaces.iter().all(|one| one.get("Groups").is_some())
        && items(snapshot, "VpcEndpoints").iter().flat_map(|one| items(one, "NetworkInterfaceIds")).all(shown)
}

/// Whether nothing on the way could lose who carries a group: one VPC, and no route to an appliance.
pub(super) fn is_one_plain_vpc(snapshot: &Value) -> bool {
    let plain = |route: &Value| {
        let to = text(route, "GatewayId").unwrap_or_default();
        route.get("NetworkInterfaceId").is_none() && !to.starts_with("vpce-f") && !to.starts_with("vgw")
    };
    let routes = items(snapshot, "RouteTables").iter().flat_map(|table| items(table, "Routes"));
    items(snapshot, "Vpcs").len() == 1 && routes.into_iter().all(plain)
}

/// A rule for everything in some group.
pub(super) fn allow_in_groups(snapshot: &mut Value, random: &mut Random) {
    let all =
        json!({ "IpProtocol": "-1", "IpRanges": [{ "CidrIp": "0.0.0.0/0" }], "Ipv6Ranges": [{ "CidrIpv6": "::/0" }] });
    for group in each(snapshot, "SecurityGroups") {
        for side in ["IpPermissions", "IpPermissionsEgress"] {
            let rules = list(group, side).filter(|_| random.happens(70));
            if let Some(rules) = rules {
                rules.push(all.clone());
            }
        }
    }
}

/// An entry that allows, at any place among the entries of some network ACL.
pub(super) fn allow_in_acls(snapshot: &mut Value, random: &mut Random) {
    for entries in each(snapshot, "NetworkAcls").filter_map(|acl| list(acl, "Entries")) {
        for egress in [true, false] {
            // No entry that the networks have has this number.
            let number = *random.one(&[1, 93, 97, 105, 115, 205]);
            let block = *random.one(&["0.0.0.0/0", "10.0.0.0/8"]);
            let entry = json!({ "RuleNumber": number, "Egress": egress, "RuleAction": "allow", "Protocol": "-1", "CidrBlock": block });
            entries.push(entry);
        }
    }
}

/// What a document of a part may leave out, and what is not known then.
const LEFT_OUT: [(&str, &str); 8] = [
    ("RouteTables", "Routes"),
    ("NetworkAcls", "Entries"),
    ("SecurityGroups", "IpPermissions"),
    ("SecurityGroups", "IpPermissionsEgress"),
    ("NetworkInterfaces", "Groups"),
    ("VpcPeeringConnections", "Status"),
    ("PrefixLists", "Cidrs"),
    ("VpcEndpoints", "Groups"),
];

/// The question with a part taken away, with a part that is said not to be whole, and with documents that leave
/// something out.
pub(super) fn knowing_less(question: &Value, random: &mut Random) -> Vec<Value> {
    let mut less = Vec::new();
    let parts = question["snapshot"].as_object().into_iter().flat_map(Map::keys);
    for part in parts.filter(|part| *part != "collection") {
        let mut without = question.clone();
        without["snapshot"].as_object_mut().expect("it is an object").remove(part);
        less.push(without);
        if question["snapshot"].get("collection").is_none() {
            let mut partial = question.clone();
            partial["snapshot"]["collection"] = json!({ "parts": { part: { "state": "partial" } } });
            less.push(partial);
        }
    }
    for (part, key) in LEFT_OUT {
        let mut without = question.clone();
        for object in each(&mut without["snapshot"], part) {
            if let Some(object) = object.as_object_mut().filter(|_| random.happens(60)) {
                object.remove(key);
            }
        }
        less.push(without);
    }
    less
}
