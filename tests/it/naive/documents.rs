//! The documents of a question as plain JSON, and blocks and addresses as plain numbers. It decides nothing.

use std::net::IpAddr;

use serde_json::Value;

/// The snapshot of a question.
#[derive(Clone, Copy)]
pub(crate) struct Documents<'a>(pub(crate) &'a Value);

impl<'a> Documents<'a> {
    pub(crate) fn list(self, part: &str) -> &'a [Value] {
        items(self.0, part)
    }

    /// Whether what this part does not hold does not exist: it is there, and the collection says nothing else.
    pub(crate) fn is_whole(self, part: &str) -> bool {
        let state = self.0.pointer(&format!("/collection/parts/{part}/state")).and_then(Value::as_str);
        self.0.get(part).is_some() && state.is_none_or(|state| state == "complete")
    }

    pub(crate) fn one(self, part: &str, key: &str, id: &str) -> Option<&'a Value> {
        self.list(part).iter().find(|object| text(object, key) == Some(id))
    }
}

pub(crate) fn text<'v>(object: &'v Value, key: &str) -> Option<&'v str> {
    object.get(key).and_then(Value::as_str)
}

/// A text below another object.
pub(crate) fn text_in<'v>(object: &'v Value, outer: &str, key: &str) -> Option<&'v str> {
    object.get(outer).and_then(|inner| text(inner, key))
}

pub(crate) fn items<'v>(object: &'v Value, key: &str) -> &'v [Value] {
    object.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The texts under `key` of each object in a list.
pub(crate) fn texts<'v>(object: &'v Value, list: &str, key: &'v str) -> impl Iterator<Item = &'v str> {
    items(object, list).iter().filter_map(move |item| text(item, key))
}

/// A block: its family, its first and last address, and the length of its prefix.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Block {
    pub(crate) is_v6: bool,
    pub(crate) first: u128,
    pub(crate) last: u128,
    pub(crate) length: u32,
}

impl Block {
    /// Host bits are cut (S18). The documents of these tests hold no text that is no block.
    pub(crate) fn of(text: &str) -> Self {
        let (address, length) = text.split_once('/').unwrap_or((text, ""));
        let address: IpAddr = address.parse().expect("a block begins with an address");
        let (is_v6, bits) = (address.is_ipv6(), if address.is_ipv6() { 128 } else { 32 });
        let length: u32 = if length.is_empty() { bits } else { length.parse().expect("a block ends with a length") };
        let hosts = if bits == length { 0 } else { u128::MAX >> (128 - (bits - length)) };
        let first = number(address) & !hosts;
        Self { is_v6, first, last: first | hosts, length }
    }

    pub(crate) fn holds(&self, address: IpAddr) -> bool {
        address.is_ipv6() == self.is_v6 && (self.first..=self.last).contains(&number(address))
    }

    /// The address that many after the first.
    pub(crate) fn at(&self, offset: u128) -> IpAddr {
        address(self.is_v6, self.first + offset)
    }
}

pub(crate) fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => u128::from(u32::from(address)),
        IpAddr::V6(address) => u128::from(address),
    }
}

pub(crate) fn address(is_v6: bool, number: u128) -> IpAddr {
    if is_v6 {
        IpAddr::from(number.to_be_bytes())
    } else {
        IpAddr::from(u32::try_from(number).expect("it is an IPv4 address").to_be_bytes())
    }
}

/// The blocks of RFC 1918, RFC 6598 and RFC 4193: no service of AWS and nobody outside answers there.
pub(crate) fn is_private(address: IpAddr) -> bool {
    ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"]
        .iter()
        .any(|block| Block::of(block).holds(address))
}
