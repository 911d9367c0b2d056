//! Sets of IP addresses, IPv4 and IPv6 apart. It never resolves a name and never turns one family into the other.

use std::fmt;
use std::net::IpAddr;

use ipnet::{IpNet, Ipv4Subnets, Ipv6Subnets};
use serde::{Serialize, Serializer};

use crate::net::{Cidr, Interval, IntervalSet, write_parts};

/// A set of IPv4 and IPv6 addresses; equal sets are equal values.
///
/// On the wire it is the list of [`cidrs`](Self::cidrs); printed, the same list, or `none`.
///
/// ```
/// use private_eks::net::{Addresses, Cidr};
/// let halves = ["10.0.128.0/17", "10.0.0.0/17"].map(|half| Cidr::exact(half).unwrap());
/// assert_eq!(Addresses::from_iter(halves).to_string(), "10.0.0.0/16");
/// ```
#[must_use]
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug)]
pub struct Addresses {
    v4: IntervalSet<u32>,
    v6: IntervalSet<u128>,
}

impl Addresses {
    /// The set with these numbers of IPv4 and of IPv6.
    pub fn new(v4: IntervalSet<u32>, v6: IntervalSet<u128>) -> Self {
        Self { v4, v6 }
    }

    /// The set of no address.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Every address of both families.
    pub fn all() -> Self {
        Self::new(IntervalSet::full(), IntervalSet::full())
    }

    /// Every IPv4 address and none of IPv6: what `0.0.0.0/0` says.
    pub fn all_v4() -> Self {
        Self::new(IntervalSet::full(), IntervalSet::empty())
    }

    /// Every IPv6 address and none of IPv4: what `::/0` says.
    pub fn all_v6() -> Self {
        Self::new(IntervalSet::empty(), IntervalSet::full())
    }

    /// The IPv4 addresses as numbers.
    pub fn v4(&self) -> &IntervalSet<u32> {
        &self.v4
    }

    /// The IPv6 addresses as numbers.
    pub fn v6(&self) -> &IntervalSet<u128> {
        &self.v6
    }

    /// Whether no address is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.v4.is_empty() && self.v6.is_empty()
    }

    /// Whether the address is in the set. An IPv4-mapped IPv6 address is one of IPv6.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        match address {
            IpAddr::V4(address) => self.v4.contains(address.to_bits()),
            IpAddr::V6(address) => self.v6.contains(address.to_bits()),
        }
    }

    /// What either set holds.
    pub fn union(&self, other: &Self) -> Self {
        Self::new(self.v4.union(&other.v4), self.v6.union(&other.v6))
    }

    /// What both sets hold.
    pub fn intersection(&self, other: &Self) -> Self {
        Self::new(self.v4.intersection(&other.v4), self.v6.intersection(&other.v6))
    }

    /// What this set holds and the other does not.
    ///
    /// ```
    /// use private_eks::net::{Addresses, Cidr};
    /// let vpc = Addresses::from(Cidr::exact("10.0.0.0/16")?);
    /// let public = Addresses::from(Cidr::exact("10.0.0.0/18")?);
    /// assert_eq!(vpc.difference(&public).to_string(), "10.0.64.0/18, 10.0.128.0/17");
    /// # Ok::<(), private_eks::net::CidrError>(())
    /// ```
    pub fn difference(&self, other: &Self) -> Self {
        Self::new(self.v4.difference(&other.v4), self.v6.difference(&other.v6))
    }

    /// Every address of both families that the set does not hold.
    ///
    /// ```
    /// use private_eks::net::Addresses;
    /// assert_eq!(Addresses::all_v4().complement(), Addresses::all_v6());
    /// ```
    pub fn complement(&self) -> Self {
        Self::new(self.v4.complement(), self.v6.complement())
    }

    /// Whether the set holds all that the other holds; everything covers the empty set.
    ///
    /// ```
    /// use private_eks::net::Addresses;
    /// assert!(!Addresses::all_v4().covers(&Addresses::all()));
    /// ```
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        self.v4.covers(&other.v4) && self.v6.covers(&other.v6)
    }

    /// Whether some address is in both sets.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.v4.overlaps(&other.v4) || self.v6.overlaps(&other.v6)
    }

    /// The addresses that lie in a block; far faster than to intersect with the block as a set of its own.
    ///
    /// ```
    /// use private_eks::net::{Addresses, Cidr};
    /// let vpc = Addresses::from(Cidr::exact("10.0.0.0/16")?);
    /// assert_eq!(vpc.within(Cidr::exact("10.0.128.0/17")?).to_string(), "10.0.128.0/17");
    /// assert!(vpc.within(Cidr::exact("::/0")?).is_empty());
    /// # Ok::<(), private_eks::net::CidrError>(())
    /// ```
    pub fn within(&self, block: Cidr) -> Self {
        match block.0 {
            IpNet::V4(net) => {
                let run = Interval::new(net.network().to_bits(), net.broadcast().to_bits());
                Self::new(run.map(|run| self.v4.within(run)).unwrap_or_default(), IntervalSet::empty())
            }
            IpNet::V6(net) => {
                let run = Interval::new(net.network().to_bits(), net.broadcast().to_bits());
                Self::new(IntervalSet::empty(), run.map(|run| self.v6.within(run)).unwrap_or_default())
            }
        }
    }

    /// The shortest list of CIDRs that makes up the set exactly: ascending, IPv4 first.
    ///
    /// ```
    /// use private_eks::net::{Addresses, Interval, IntervalSet};
    /// let usable = Interval::new(0x0a00_0004_u32, 0x0a00_000e).unwrap(); // 10.0.0.4 to 10.0.0.14
    /// let set = Addresses::new(usable.into(), IntervalSet::empty());
    /// let cidrs: Vec<_> = set.cidrs().iter().map(ToString::to_string).collect();
    /// assert_eq!(cidrs, ["10.0.0.4/30", "10.0.0.8/30", "10.0.0.12/31", "10.0.0.14/32"]);
    /// ```
    #[must_use]
    pub fn cidrs(&self) -> Vec<Cidr> {
        let v4 = self.v4.intervals().flat_map(|run| Ipv4Subnets::new(run.first().into(), run.last().into(), 0));
        let v6 = self.v6.intervals().flat_map(|run| Ipv6Subnets::new(run.first().into(), run.last().into(), 0));
        v4.map(IpNet::V4).chain(v6.map(IpNet::V6)).map(Cidr).collect()
    }
}

impl From<Cidr> for Addresses {
    fn from(cidr: Cidr) -> Self {
        Self::from_iter([cidr])
    }
}

impl From<IpAddr> for Addresses {
    fn from(address: IpAddr) -> Self {
        Self::from(Cidr::from(address))
    }
}

impl FromIterator<Cidr> for Addresses {
    /// The union of CIDRs of either family in any order.
    fn from_iter<I: IntoIterator<Item = Cidr>>(cidrs: I) -> Self {
        let (mut v4, mut v6) = (Vec::new(), Vec::new());
        for cidr in cidrs {
            match cidr.0 {
                IpNet::V4(net) => v4.extend(Interval::new(net.network().to_bits(), net.broadcast().to_bits())),
                IpNet::V6(net) => v6.extend(Interval::new(net.network().to_bits(), net.broadcast().to_bits())),
            }
        }
        Self::new(v4.into_iter().collect(), v6.into_iter().collect())
    }
}

impl fmt::Display for Addresses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_parts(f, self.cidrs(), ", ")
    }
}

impl Serialize for Addresses {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.cidrs())
    }
}
