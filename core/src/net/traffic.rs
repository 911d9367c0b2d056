//! Traffic as a canonical set of service and address pairs, IPv4 and IPv6 apart. Whether the addresses are sources or
//! destinations is for the caller to know; no packet state, direction or rule order lives here.

use std::fmt;
use std::net::IpAddr;

use crate::net::plane::Plane;
use crate::net::service::point;
use crate::net::sweep::sweep;
use crate::net::{Addresses, Services, write_parts};

/// A set of pairs of one service and one address; equal sets are equal values.
///
/// ```
/// use private_eks::net::{Addresses, Cidr, Services, Traffic};
/// let nodes = Addresses::from(Cidr::exact("10.0.0.0/24")?);
/// let rules = [(Services::tcp(443), nodes.clone()), (Services::tcp(444), nodes)];
/// assert_eq!(Traffic::from_iter(rules).to_string(), "tcp 443-444: 10.0.0.0/24");
/// # Ok::<(), private_eks::net::CidrError>(())
/// ```
#[must_use]
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug)]
pub struct Traffic {
    v4: Plane<u32>,
    v6: Plane<u128>,
}

/// A part of a [`Traffic`]: each of the services with each of the addresses.
#[must_use]
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Cell {
    /// The services, one unbroken stretch of them.
    pub services: Services,
    /// The addresses that all these services share, never empty.
    pub addresses: Addresses,
}

impl Traffic {
    /// Each of the services with each of the addresses.
    pub fn new(services: &Services, addresses: &Addresses) -> Self {
        Self { v4: Plane::rectangle(services, addresses.v4()), v6: Plane::rectangle(services, addresses.v6()) }
    }

    /// No traffic.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Every service with every address of both families.
    pub fn all() -> Self {
        Self::new(&Services::all(), &Addresses::all())
    }

    /// Whether the set holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.v4.is_empty() && self.v6.is_empty()
    }

    /// Whether the set holds the port of the protocol with the address; the port is read as by
    /// [`Services::contains`].
    #[must_use]
    pub fn contains(&self, protocol: u8, port: u16, address: IpAddr) -> bool {
        match address {
            IpAddr::V4(address) => self.v4.contains(point(protocol, port), address.to_bits()),
            IpAddr::V6(address) => self.v6.contains(point(protocol, port), address.to_bits()),
        }
    }

    /// What either set holds.
    pub fn union(&self, other: &Self) -> Self {
        Self { v4: self.v4.union(&other.v4), v6: self.v6.union(&other.v6) }
    }

    /// What both sets hold.
    pub fn intersection(&self, other: &Self) -> Self {
        Self { v4: self.v4.intersection(&other.v4), v6: self.v6.intersection(&other.v6) }
    }

    /// What this set holds and the other does not.
    ///
    /// ```
    /// use private_eks::net::{Addresses, Services, Traffic};
    /// let web = Traffic::new(&Services::tcp(443), &Addresses::all());
    /// let v4_only = Traffic::new(&Services::all(), &Addresses::all_v4());
    /// assert_eq!(web.difference(&v4_only).to_string(), "tcp 443: ::/0");
    /// ```
    pub fn difference(&self, other: &Self) -> Self {
        Self { v4: self.v4.difference(&other.v4), v6: self.v6.difference(&other.v6) }
    }

    /// Every pair that the set does not hold.
    pub fn complement(&self) -> Self {
        Self::all().difference(self)
    }

    /// Whether the set holds all that the other holds; everything covers the empty set.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        self.v4.covers(&other.v4) && self.v6.covers(&other.v6)
    }

    /// Whether some pair is in both sets.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.v4.overlaps(&other.v4) || self.v6.overlaps(&other.v6)
    }

    /// The addresses for which *every* asked service is in the set; when nothing is asked, all addresses.
    ///
    /// ```
    /// use private_eks::net::{Addresses, Services, Traffic};
    /// let https = Traffic::new(&Services::tcp(443), &Addresses::all_v4());
    /// let both = Services::tcp(443).union(&Services::tcp(80));
    /// assert!(https.addresses_open_to_all(&both).is_empty());
    /// assert_eq!(https.addresses_open_to_any(&both), Addresses::all_v4());
    /// ```
    pub fn addresses_open_to_all(&self, asked: &Services) -> Addresses {
        Addresses::new(self.v4.open_to_all(asked), self.v6.open_to_all(asked))
    }

    /// The addresses for which *some* asked service is in the set; when nothing is asked, no address.
    pub fn addresses_open_to_any(&self, asked: &Services) -> Addresses {
        Addresses::new(self.v4.open_to_any(asked), self.v6.open_to_any(asked))
    }

    /// The part with these services.
    pub fn only(&self, services: &Services) -> Self {
        Self { v4: self.v4.only(services), v6: self.v6.only(services) }
    }

    /// The part with these addresses.
    pub fn only_addresses(&self, addresses: &Addresses) -> Self {
        Self { v4: self.v4.only_addresses(addresses.v4()), v6: self.v6.only_addresses(addresses.v6()) }
    }

    /// The set as disjoint cells, ascending by service, for explanation.
    ///
    /// ```
    /// use private_eks::net::{Addresses, Services, Traffic};
    /// let web = Services::ports(Services::TCP, 80, 81);
    /// let traffic = Traffic::new(&web, &Addresses::all());
    /// let cells: Vec<_> = traffic.cells().collect();
    /// assert_eq!((cells.len(), &cells[0].services), (1, &web));
    /// ```
    pub fn cells(&self) -> impl Iterator<Item = Cell> + '_ {
        sweep(self.v4.cells(), self.v6.cells()).map(|(stretch, v4, v6)| Cell {
            services: Services::from_points(stretch),
            addresses: Addresses::new(v4.cloned().unwrap_or_default(), v6.cloned().unwrap_or_default()),
        })
    }
}

impl FromIterator<(Services, Addresses)> for Traffic {
    /// The union of rectangles in any order, in one walk; far faster than a union one by one.
    fn from_iter<I: IntoIterator<Item = (Services, Addresses)>>(rectangles: I) -> Self {
        let rectangles: Vec<_> = rectangles.into_iter().collect();
        Self {
            v4: Plane::union_of(rectangles.iter().map(|(services, addresses)| (services, addresses.v4()))),
            v6: Plane::union_of(rectangles.iter().map(|(services, addresses)| (services, addresses.v6()))),
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.services, self.addresses)
    }
}

impl fmt::Display for Traffic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_parts(f, self.cells(), "; ")
    }
}
