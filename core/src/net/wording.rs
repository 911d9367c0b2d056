//! How a set of services is spoken of. It only reads the set; no text is ever turned back into services.

use std::fmt;

use crate::net::{Interval, Services, write_parts};

impl fmt::Display for Services {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::all() {
            return f.write_str("all");
        }
        write_parts(f, VOCABULARY.iter().flat_map(|range| range.phrases(self)), ", ")
    }
}

/// Protocols in a row that are spoken of in the same way.
struct ProtocolRange {
    first: u8,
    last: u8,
    naming: Naming,
}

enum Naming {
    /// By name, with ports.
    Ports(&'static str),
    /// By name, with type and code.
    Types(&'static str),
    /// By number.
    Number,
}

const VOCABULARY: [ProtocolRange; 9] = [
    ProtocolRange { first: 0, last: 0, naming: Naming::Number },
    ProtocolRange { first: Services::ICMP, last: Services::ICMP, naming: Naming::Types("icmp") },
    ProtocolRange { first: 2, last: 5, naming: Naming::Number },
    ProtocolRange { first: Services::TCP, last: Services::TCP, naming: Naming::Ports("tcp") },
    ProtocolRange { first: 7, last: 16, naming: Naming::Number },
    ProtocolRange { first: Services::UDP, last: Services::UDP, naming: Naming::Ports("udp") },
    ProtocolRange { first: 18, last: 57, naming: Naming::Number },
    ProtocolRange { first: Services::ICMPV6, last: Services::ICMPV6, naming: Naming::Types("icmpv6") },
    ProtocolRange { first: 59, last: u8::MAX, naming: Naming::Number },
];

impl ProtocolRange {
    fn phrases(&self, services: &Services) -> Vec<String> {
        let whole = Services::between(self.first, 0, self.last, u16::MAX);
        let named = services.intersection(&whole);
        match self.naming {
            Naming::Ports(name) | Naming::Types(name) if named == whole => vec![name.to_owned()],
            Naming::Ports(name) => named.points().map(|ports| format!("{name} {}", span(ports, 0, 16))).collect(),
            Naming::Types(name) => {
                let pieces = named.points().flat_map(types);
                pieces.map(|piece| format!("{name} {}", type_phrase(piece))).collect()
            }
            Naming::Number => named.points().map(|points| format!("protocol {}", span(points, 16, 8))).collect(),
        }
    }
}

/// Cuts a stretch of ICMP into runs of whole types, and parts of one type before and after.
fn types(points: Interval<u32>) -> Vec<Interval<u32>> {
    let mut pieces = Vec::new();
    let mut rest = Some(points);
    while let Some(points) = rest {
        let (first, last) = (points.first(), points.last());
        let whole_types = (last - first + 1) >> 8;
        let cut =
            if code(first) == 0 && whole_types > 0 { first + (whole_types << 8) - 1 } else { last.min(first | 0xff) };
        pieces.extend(Interval::new(first, cut));
        rest = points.after(cut);
    }
    pieces
}

fn type_phrase(piece: Interval<u32>) -> String {
    let kind = span(piece, 8, 8);
    if (code(piece.first()), code(piece.last())) == (0, u8::MAX) {
        format!("type {kind}")
    } else {
        format!("type {kind} code {}", span(piece, 0, 8))
    }
}

fn code(point: u32) -> u8 {
    let [.., code] = point.to_be_bytes();
    code
}

/// The range that a field of `width` bits, `shift` bits up, runs through.
fn span(points: Interval<u32>, shift: u32, width: u32) -> String {
    let field = |point: u32| (point >> shift) & ((1 << width) - 1);
    match (field(points.first()), field(points.last())) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}-{last}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_an_engineer_would_say_it() {
        let web = Services::tcp(443);
        for (services, words) in [
            (Services::empty(), "none"),
            (Services::all(), "all"),
            (Services::ports(Services::TCP, 443, 80), "none"),
            (Services::ports(Services::TCP, 0, u16::MAX), "tcp"),
            (Services::icmp(Services::ICMP, Some(8), None), "icmp type 8"),
            (Services::icmp(Services::ICMPV6, Some(2), Some(0)), "icmpv6 type 2 code 0"),
            (Services::udp(53).union(&web), "tcp 443, udp 53"),
            (Services::protocol(6).union(&Services::protocol(7)), "tcp, protocol 7"),
            (
                web.complement(),
                "protocol 0, icmp, protocol 2-5, tcp 0-442, tcp 444-65535, protocol 7-16, udp, protocol 18-57, icmpv6, protocol 59-255",
            ),
            (
                Services::protocol(1).difference(&Services::icmp(1, Some(3), Some(4))),
                "icmp type 0-2, icmp type 3 code 0-3, icmp type 3 code 5-255, icmp type 4-255",
            ),
        ] {
            assert_eq!(services.to_string(), words);
        }
    }
}
