//! Set algebra for reachability: addresses, services, and traffic as their product, with an honest "unknown".
//!
//! Every set here is canonical, so that equal sets are equal values, and exact, so that "is all of this allowed, and if
//! not, which part is not" is [`difference`](Traffic::difference) and [`is_empty`](Traffic::is_empty). IPv4 and IPv6
//! never mix. This room knows no AWS: rules, documents and verdicts live elsewhere.
//!
//! ```
//! use private_eks::net::{Addresses, Cidr, Services, Traffic};
//!
//! let subnet = Addresses::from(Cidr::exact("10.0.0.0/16")?);
//! let pods = Addresses::from(Cidr::exact("10.0.64.0/18")?);
//! let allowed = Traffic::new(&Services::tcp(443), &subnet.difference(&pods));
//! let asked = Traffic::new(&Services::tcp(443), &subnet);
//! assert!(!allowed.covers(&asked));
//! assert_eq!(asked.difference(&allowed).to_string(), "tcp 443: 10.0.64.0/18");
//! # Ok::<(), private_eks::net::CidrError>(())
//! ```

mod address;
mod bounds;
mod cidr;
mod interval;
mod plane;
mod service;
mod sweep;
mod traffic;
mod wording;

pub use address::Addresses;
pub use bounds::{Bounds, Set, Split};
pub use cidr::{Cidr, CidrError};
pub use interval::{Interval, IntervalSet, Point};
pub use service::Services;
pub use traffic::{Cell, Traffic};

use std::fmt::{self, Display};

/// Writes a set as its parts, or `none`, so that an empty set is never an empty string in a sentence.
fn write_parts(
    f: &mut fmt::Formatter<'_>,
    parts: impl IntoIterator<Item = impl Display>,
    between: &str,
) -> fmt::Result {
    let mut parts = parts.into_iter();
    let Some(head) = parts.next() else {
        return f.write_str("none");
    };
    write!(f, "{head}")?;
    parts.try_for_each(|part| write!(f, "{between}{part}"))
}
