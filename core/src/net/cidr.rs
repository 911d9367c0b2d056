//! One CIDR block, always with its host bits cleared. Text enters here and nowhere else in the room; whether cleared
//! host bits are a fault is for the caller to say, and no name is ever resolved.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use ipnet::IpNet;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A CIDR block of one family, with no host bits. IPv4 sorts before IPv6, then by address, then wider first.
///
/// On the wire it is a string, read as by [`Cidr::exact`].
///
/// ```
/// use private_eks::net::Cidr;
/// let vpc: Cidr = "10.0.0.0/16".parse()?;
/// assert!(vpc.contains("10.0.255.255".parse().unwrap()));
/// assert_eq!(vpc.to_string(), "10.0.0.0/16");
/// # Ok::<(), private_eks::net::CidrError>(())
/// ```
#[must_use]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Cidr(pub(super) IpNet);

/// Why a text is not a usable CIDR, and what would be.
///
/// ```
/// use private_eks::net::Cidr;
/// let fault = Cidr::exact("10.0.0.7").unwrap_err();
/// assert_eq!(fault.to_string(), "`10.0.0.7` is not a CIDR but a single address: write `10.0.0.7/32`");
/// ```
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CidrError {
    /// The text is no address with a prefix length.
    #[error("`{input}` is not a CIDR{}", remedy(input))]
    NotACidr {
        /// The text as given.
        input: String,
    },
    /// The address has bits beyond the prefix length, so that block and address disagree.
    #[error("`{input}` has host bits set beyond its prefix length: write `{masked}`")]
    HostBits {
        /// The text as given.
        input: String,
        /// The block that the address lies in.
        masked: Cidr,
    },
}

impl Cidr {
    /// The block around an address; a length that the family does not have is cut to the longest one.
    ///
    /// ```
    /// use private_eks::net::Cidr;
    /// assert_eq!(Cidr::around("10.1.2.3".parse().unwrap(), 16).to_string(), "10.1.0.0/16");
    /// ```
    pub fn around(address: IpAddr, prefix_len: u8) -> Self {
        Self(IpNet::new(address, prefix_len).unwrap_or_else(|_| IpNet::from(address)).trunc())
    }

    /// Reads a CIDR that must name its block exactly.
    ///
    /// # Errors
    ///
    /// [`CidrError::HostBits`] when the address lies inside the block, [`CidrError::NotACidr`] for any other text.
    ///
    /// ```
    /// use private_eks::net::Cidr;
    /// let fault = Cidr::exact("10.0.0.1/24").unwrap_err();
    /// assert!(fault.to_string().ends_with("write `10.0.0.0/24`"));
    /// ```
    pub fn exact(input: &str) -> Result<Self, CidrError> {
        match Self::masked(input)? {
            (cidr, false) => Ok(cidr),
            (masked, true) => Err(CidrError::HostBits { input: input.to_owned(), masked }),
        }
    }

    /// Reads a CIDR, clears its host bits, and tells whether there were any.
    ///
    /// # Errors
    ///
    /// [`CidrError::NotACidr`] for a text that is no address with a prefix length.
    ///
    /// ```
    /// use private_eks::net::Cidr;
    /// let (cidr, cleared) = Cidr::masked("100.68.0.18/18")?;
    /// assert_eq!((cidr.to_string().as_str(), cleared), ("100.68.0.0/18", true));
    /// # Ok::<(), private_eks::net::CidrError>(())
    /// ```
    pub fn masked(input: &str) -> Result<(Self, bool), CidrError> {
        let net = read(input).ok_or_else(|| CidrError::NotACidr { input: input.to_owned() })?;
        Ok((Self(net.trunc()), net.addr() != net.network()))
    }

    /// Whether the block is of IPv4. An IPv4-mapped IPv6 block is of IPv6.
    #[must_use]
    pub fn is_ipv4(self) -> bool {
        matches!(self.0, IpNet::V4(_))
    }

    /// The number of leading bits that all addresses of the block share.
    #[must_use]
    pub fn prefix_len(self) -> u8 {
        self.0.prefix_len()
    }

    /// The lowest address.
    #[must_use]
    pub fn first(self) -> IpAddr {
        self.0.network()
    }

    /// The highest address.
    #[must_use]
    pub fn last(self) -> IpAddr {
        self.0.broadcast()
    }

    /// Whether the address lies in the block; one of the other family never does.
    ///
    /// ```
    /// use private_eks::net::Cidr;
    /// let everywhere = Cidr::exact("0.0.0.0/0")?;
    /// assert!(!everywhere.contains("::ffff:10.0.0.1".parse().unwrap()));
    /// # Ok::<(), private_eks::net::CidrError>(())
    /// ```
    #[must_use]
    pub fn contains(self, address: IpAddr) -> bool {
        self.0.contains(&address)
    }
}

impl From<IpAddr> for Cidr {
    /// The block of this address alone.
    fn from(address: IpAddr) -> Self {
        Self(IpNet::from(address))
    }
}

impl FromStr for Cidr {
    type Err = CidrError;

    fn from_str(input: &str) -> Result<Self, CidrError> {
        Self::exact(input)
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Cidr {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cidr {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let input = String::deserialize(deserializer)?;
        Self::exact(&input).map_err(serde::de::Error::custom)
    }
}

/// Reads the address by the standard library, which refuses octets with a leading zero: some readers take those as
/// octal, and a block must not depend on the reader.
fn read(input: &str) -> Option<IpNet> {
    let (address, length) = input.split_once('/')?;
    let plain = length == "0" || !length.starts_with(['0', '+']);
    IpNet::new(address.parse().ok()?, length.parse().ok().filter(|_| plain)?).ok()
}

fn remedy(input: &str) -> String {
    let Some((address, _)) = input.split_once('/') else {
        return match input.parse::<IpAddr>() {
            Ok(address) => format!(" but a single address: write `{}`", Cidr::from(address)),
            Err(_) => ": write an address and a prefix length, as in `10.0.0.0/16` or `2001:db8::/32`".to_owned(),
        };
    };
    if address.parse::<Ipv4Addr>().is_ok() {
        ": write a prefix length from 0 to 32 after the slash".to_owned()
    } else if address.parse::<Ipv6Addr>().is_ok() {
        ": write a prefix length from 0 to 128 after the slash".to_owned()
    } else {
        ": write a whole IPv4 or IPv6 address before the slash, octets without leading zeros".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_no_cidr_and_says_what_would_be() {
        for (input, hint) in [
            ("", "an address and a prefix length"),
            ("vpc", "an address and a prefix length"),
            ("10.0.0.7", "`10.0.0.7/32`"),
            ("2001:db8::7", "`2001:db8::7/128`"),
            ("10.0.0.0/33", "0 to 32"),
            ("10.0.0.0/", "0 to 32"),
            ("10.0.0.0/08", "0 to 32"),
            ("10.0.0.0/+8", "0 to 32"),
            ("10.0.0.0/8/8", "0 to 32"),
            ("::/129", "0 to 128"),
            ("010.0.0.0/8", "leading zeros"),
            ("10.0.0/8", "whole IPv4"),
            (" 10.0.0.0/8", "whole IPv4"),
        ] {
            let fault = Cidr::exact(input).unwrap_err();
            assert_eq!(fault, CidrError::NotACidr { input: input.to_owned() });
            assert!(fault.to_string().contains(hint), "{fault}");
        }
    }

    #[test]
    fn mapped_ipv6_stays_ipv6() {
        let mapped = Cidr::exact("::ffff:10.0.0.0/104").unwrap();
        assert!(!mapped.is_ipv4());
        assert!(!mapped.contains("10.0.0.1".parse().unwrap()));
        assert_eq!(mapped.to_string().parse(), Ok(mapped));
    }
}
