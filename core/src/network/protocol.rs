//! Protocols and ports as EC2 writes them: by name, by number, or all; ports for TCP and UDP, type and code for ICMP.

use crate::net::Services;

/// A protocol, or all of them.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Protocol {
    All,
    Number(u8),
}

impl Protocol {
    /// `-1`, a name or a number; `None` when it is no protocol.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "-1" | "all" => Some(Self::All),
            "tcp" => Some(Self::Number(Services::TCP)),
            "udp" => Some(Self::Number(Services::UDP)),
            "icmp" => Some(Self::Number(Services::ICMP)),
            "icmpv6" => Some(Self::Number(Services::ICMPV6)),
            number => number.parse().ok().map(Self::Number),
        }
    }

    /// How a security group names it.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Number(Services::TCP) => "tcp".to_owned(),
            Self::Number(Services::UDP) => "udp".to_owned(),
            _ => self.number(),
        }
    }

    /// How a network ACL names it.
    pub(crate) fn number(self) -> String {
        match self {
            Self::All => "-1".to_owned(),
            Self::Number(number) => number.to_string(),
        }
    }

    pub(crate) const fn has_ports(self) -> bool {
        matches!(self, Self::Number(Services::TCP | Services::UDP))
    }

    /// Whether it has types and codes where others have ports.
    pub(crate) const fn has_types(self) -> bool {
        matches!(self, Self::Number(Services::ICMP | Services::ICMPV6))
    }

    /// The services of two numbers; -1 is any. With a protocol that has neither ports nor types they mean nothing.
    /// `None` when a number is no port.
    pub(crate) fn services(self, from: Option<i64>, to: Option<i64>) -> Option<Services> {
        let byte = |value: Option<i64>| value.and_then(|value| u8::try_from(value).ok());
        Some(match (self, from, to) {
            (Self::All, ..) => Services::all(),
            (Self::Number(number @ (Services::ICMP | Services::ICMPV6)), ..) => {
                Services::icmp(number, byte(from), byte(to))
            }
            (Self::Number(number), None | Some(-1), None | Some(-1)) => Services::protocol(number),
            (Self::Number(number), ..) if self.has_ports() => {
                let first = u16::try_from(from.unwrap_or(0)).ok()?;
                Services::ports(number, first, u16::try_from(to.unwrap_or(0xFFFF)).ok()?)
            }
            (Self::Number(number), ..) => Services::protocol(number),
        })
    }
}
