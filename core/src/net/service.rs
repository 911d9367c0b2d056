//! Sets of services: what a packet asks for, as protocol and destination port, or ICMP type and code. It never holds
//! a source port, and never reads a protocol's name.

use crate::net::{Interval, IntervalSet};

/// A set of services on one axis; equal sets are equal values.
///
/// TCP and UDP are told apart by destination port, ICMP and `ICMPv6` by type and code, any other protocol is in the
/// set as a whole or not at all. Printed, the set reads as in `tcp 443, udp 53`, `all` or `none`.
///
/// ```
/// use private_eks::net::Services;
/// let dns = Services::tcp(53).union(&Services::udp(53));
/// assert!(Services::protocol(Services::UDP).union(&Services::tcp(53)).covers(&dns));
/// assert_eq!(dns.to_string(), "tcp 53, udp 53");
/// ```
// The points are `protocol << 16 | rest`: `rest` is the port, or `type << 8 | code`, or all sixteen bits at once.
#[must_use]
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug)]
pub struct Services(IntervalSet<u32>);

impl Services {
    /// The protocol number of ICMP.
    pub const ICMP: u8 = 1;
    /// The protocol number of TCP.
    pub const TCP: u8 = 6;
    /// The protocol number of UDP.
    pub const UDP: u8 = 17;
    /// The protocol number of `ICMPv6`.
    pub const ICMPV6: u8 = 58;

    /// The set of no service.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Every service of every protocol.
    pub fn all() -> Self {
        Self::between(0, 0, u8::MAX, u16::MAX)
    }

    /// All of one protocol.
    ///
    /// ```
    /// use private_eks::net::Services;
    /// assert_eq!(Services::protocol(47).to_string(), "protocol 47");
    /// ```
    pub fn protocol(protocol: u8) -> Self {
        Self::between(protocol, 0, protocol, u16::MAX)
    }

    /// The destination ports from `first` to `last` of TCP or UDP; nothing when `first` lies above `last`.
    ///
    /// Any other protocol has no ports to narrow it by and is given as a whole.
    ///
    /// ```
    /// use private_eks::net::Services;
    /// assert_eq!(Services::ports(Services::TCP, 1024, 65535).to_string(), "tcp 1024-65535");
    /// assert_eq!(Services::ports(47, 80, 80), Services::protocol(47));
    /// ```
    pub fn ports(protocol: u8, first: u16, last: u16) -> Self {
        match protocol {
            Self::TCP | Self::UDP => Self::between(protocol, first, protocol, last),
            _ => Self::protocol(protocol),
        }
    }

    /// One destination port of TCP.
    pub fn tcp(port: u16) -> Self {
        Self::ports(Self::TCP, port, port)
    }

    /// One destination port of UDP.
    pub fn udp(port: u16) -> Self {
        Self::ports(Self::UDP, port, port)
    }

    /// A type and code of ICMP or `ICMPv6`, where nothing means any; a code counts only under a type.
    ///
    /// Any other protocol has no types to narrow it by and is given as a whole.
    ///
    /// ```
    /// use private_eks::net::Services;
    /// let too_big = Services::icmp(Services::ICMP, Some(3), Some(4));
    /// assert_eq!(too_big.to_string(), "icmp type 3 code 4");
    /// assert_eq!(Services::icmp(Services::ICMP, None, Some(4)), Services::protocol(Services::ICMP));
    /// ```
    pub fn icmp(protocol: u8, icmp_type: Option<u8>, code: Option<u8>) -> Self {
        match (protocol, icmp_type) {
            (Self::ICMP | Self::ICMPV6, Some(icmp_type)) => {
                let point = |code| u16::from_be_bytes([icmp_type, code]);
                Self::between(protocol, point(code.unwrap_or(0)), protocol, point(code.unwrap_or(u8::MAX)))
            }
            _ => Self::protocol(protocol),
        }
    }

    /// Whether no service is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the port of the protocol is in the set; for ICMP the port is `type << 8 | code`, else any will do.
    ///
    /// ```
    /// use private_eks::net::Services;
    /// assert!(Services::icmp(Services::ICMP, Some(8), None).contains(Services::ICMP, 0x0800));
    /// ```
    #[must_use]
    pub fn contains(&self, protocol: u8, port: u16) -> bool {
        self.0.contains(point(protocol, port))
    }

    /// What either set holds.
    pub fn union(&self, other: &Self) -> Self {
        Self(self.0.union(&other.0))
    }

    /// What both sets hold.
    pub fn intersection(&self, other: &Self) -> Self {
        Self(self.0.intersection(&other.0))
    }

    /// What this set holds and the other does not.
    ///
    /// ```
    /// use private_eks::net::Services;
    /// let tcp = Services::protocol(Services::TCP);
    /// assert_eq!(tcp.difference(&Services::tcp(22)).to_string(), "tcp 0-21, tcp 23-65535");
    /// ```
    pub fn difference(&self, other: &Self) -> Self {
        Self(self.0.difference(&other.0))
    }

    /// Every service that the set does not hold.
    pub fn complement(&self) -> Self {
        Self::all().difference(self)
    }

    /// Whether the set holds all that the other holds; everything covers the empty set.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        self.0.covers(&other.0)
    }

    /// Whether some service is in both sets.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.0.overlaps(&other.0)
    }

    /// The set of one stretch of the axis, which must not cut a protocol that is whole or nothing.
    pub(super) fn from_points(points: Interval<u32>) -> Self {
        Self(points.into())
    }

    /// The set as stretches of the axis.
    pub(super) fn points(&self) -> impl ExactSizeIterator<Item = Interval<u32>> + Clone + '_ {
        self.0.intervals()
    }

    /// From a port of one protocol to a port of the same or a later one; nothing when they come in the other order.
    pub(super) fn between(first_protocol: u8, first_port: u16, last_protocol: u8, last_port: u16) -> Self {
        Self(Interval::new(point(first_protocol, first_port), point(last_protocol, last_port)).into_iter().collect())
    }
}

/// The place of a port on the axis.
pub(super) fn point(protocol: u8, port: u16) -> u32 {
    u32::from(protocol) << 16 | u32::from(port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_protocol_without_ports_is_whole_or_nothing() {
        let gre = Services::ports(47, 80, 80);
        assert!(gre.contains(47, 0) && gre.contains(47, u16::MAX));
        assert!(!gre.contains(46, u16::MAX) && !gre.contains(48, 0));
        assert_eq!(Services::icmp(Services::TCP, Some(8), None), Services::protocol(Services::TCP));
    }
}
