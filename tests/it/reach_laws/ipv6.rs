//! A network of IPv4 as the same network of IPv6: private addresses stay private, and public ones public. It asks nothing
//! of the library.

use std::net::{IpAddr, Ipv6Addr};

use serde_json::{Map, Value, json};

use crate::naive::documents::{Block, is_private, text};

/// A block of IPv4 as one of IPv6. What holds private and public addresses holds all of IPv6.
pub(super) fn block(v4: &str) -> String {
    let whole = Block::of(v4);
    let IpAddr::V4(first) = whole.at(0) else { return v4.to_owned() };
    if whole.length < 8 {
        // Both halves of everything, or everything.
        let first = Ipv6Addr::from_bits(u128::from(first.to_bits()) << 96);
        return format!("{first}/{}", whole.length);
    }
    let prefix: u128 = if is_private(IpAddr::V4(first)) { 0xfd00 << 112 } else { 0x2600 << 112 };
    format!("{}/{}", Ipv6Addr::from_bits(prefix | u128::from(first.to_bits())), whole.length + 96)
}

fn address(v4: &str) -> String {
    block(v4).split('/').next().unwrap_or_default().to_owned()
}

/// The question without what it has of IPv6.
pub(super) fn only_ipv4(question: &Value) -> Value {
    let mut plain = question.clone();
    strip(&mut plain);
    plain
}

fn is_v6(value: &Value) -> bool {
    let keys = ["CidrIpv6", "Ipv6CidrBlock", "Ipv6Address", "DestinationIpv6CidrBlock"];
    keys.iter().any(|key| value.get(key).is_some())
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for key in ["Ipv6Ranges", "Ipv6CidrBlockAssociationSet", "Ipv6Addresses"] {
                map.remove(key);
            }
            map.values_mut().for_each(strip);
        }
        Value::Array(list) => {
            list.retain(|value| !is_v6(value));
            list.iter_mut().for_each(strip);
        }
        _ => {}
    }
}

/// The question in IPv6, where it can be asked so: what a machine has on its link, and what a gateway endpoint leads to,
/// are other addresses there.
pub(super) fn translate(question: &Value) -> Option<Value> {
    let to = text(question, "destination")?;
    if to == "vpce-s3" || to.parse::<IpAddr>().is_ok() || text(question, "protocol").is_some_and(|p| p == "icmp") {
        return None;
    }
    // Ways out differ between the families, and a transit gateway's routes have one name for both.
    let differs = ["cluster", "TransitGatewayVpcAttachments"].iter().any(|part| !question["snapshot"][part].is_null());
    if differs || to == "internet" {
        return None;
    }
    let mut translated = only_ipv4(question);
    if let Some(source) = text(question, "source").filter(|source| source.contains('/')) {
        translated["source"] = json!(block(source));
    }
    translated["snapshot"] = turned(&translated["snapshot"]);
    Some(translated)
}

fn turned(value: &Value) -> Value {
    match value {
        Value::Array(list) => Value::Array(list.iter().map(turned).collect()),
        Value::Object(map) => Value::Object(object(map)),
        value => value.clone(),
    }
}

fn object(map: &Map<String, Value>) -> Map<String, Value> {
    let mut turned = Map::new();
    let is_acl_entry = map.contains_key("RuleNumber");
    for (key, value) in map {
        let of_block = || json!(block(value.as_str().unwrap_or_default()));
        let of_address = || json!([{ "Ipv6Address": address(value.as_str().unwrap_or_default()) }]);
        match key.as_str() {
            "IpRanges" => turned.insert("Ipv6Ranges".to_owned(), self::turned(value)),
            "CidrIp" => turned.insert("CidrIpv6".to_owned(), of_block()),
            "CidrBlock" if is_acl_entry => turned.insert("Ipv6CidrBlock".to_owned(), of_block()),
            "CidrBlock" if map.contains_key("SubnetId") || map.contains_key("CidrBlockAssociationSet") => {
                turned.insert("Ipv6CidrBlockAssociationSet".to_owned(), json!([{ "Ipv6CidrBlock": of_block() }]))
            }
            "CidrBlock" if map.contains_key("VpcId") && !map.contains_key("Region") => {
                turned.insert("Ipv6CidrBlockAssociationSet".to_owned(), json!([{ "Ipv6CidrBlock": of_block() }]))
            }
            "CidrBlock" => turned.insert("Ipv6CidrBlockSet".to_owned(), json!([{ "Ipv6CidrBlock": of_block() }])),
            "CidrBlockAssociationSet" => {
                let blocks = value.as_array().into_iter().flatten().filter_map(|one| text(one, "CidrBlock"));
                let blocks: Vec<Value> = blocks.map(|one| json!({ "Ipv6CidrBlock": block(one) })).collect();
                turned.insert("Ipv6CidrBlockAssociationSet".to_owned(), json!(blocks))
            }
            "DestinationCidrBlock" => turned.insert("DestinationIpv6CidrBlock".to_owned(), of_block()),
            "PrivateIpAddress" => turned.insert("Ipv6Addresses".to_owned(), of_address()),
            "PrivateIpAddresses" => {
                let all = value.as_array().into_iter().flatten().filter_map(|one| text(one, "PrivateIpAddress"));
                let all: Vec<Value> = all.map(|one| json!({ "Ipv6Address": address(one) })).collect();
                turned.insert("Ipv6Addresses".to_owned(), json!(all))
            }
            "Ipv4Prefixes" => {
                let all = value.as_array().into_iter().flatten().filter_map(|one| text(one, "Ipv4Prefix"));
                let all: Vec<Value> = all.map(|one| json!({ "Ipv6Prefix": block(one) })).collect();
                turned.insert("Ipv6Prefixes".to_owned(), json!(all))
            }
            "Cidr" => turned.insert("Cidr".to_owned(), of_block()),
            "Cidrs" => {
                let all = value.as_array().into_iter().flatten().filter_map(Value::as_str);
                turned.insert("Cidrs".to_owned(), json!(all.map(block).collect::<Vec<_>>()))
            }
            "VpcEndpointType" => {
                turned.insert("IpAddressType".to_owned(), json!("ipv6"));
                turned.insert(key.clone(), value.clone())
            }
            _ => turned.insert(key.clone(), self::turned(value)),
        };
    }
    turned
}
