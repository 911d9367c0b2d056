//! The partitions and their regions: what a row says. The rows are a table of their own.

use crate::error::{Error, ErrorCode, nearest};
pub(crate) use crate::knowledge::tables::regions::*;
use crate::text::{filled, is_token};

/// A partition: a world of regions with accounts and names of its own.
pub struct PartitionRow {
    /// The id, such as `aws-cn`.
    pub id: &'static str,
    /// The DNS suffix of services, such as `amazonaws.com.cn`.
    pub dns_suffix: &'static str,
    /// The DNS suffix of services with IPv4 and IPv6, such as `api.aws`.
    pub dualstack_dns_suffix: &'static str,
}

/// A region.
pub struct RegionRow {
    /// The id, such as `ap-northeast-1`.
    pub id: &'static str,
    /// AWS's name of it, such as `Asia Pacific (Tokyo)`.
    pub title: &'static str,
    /// The partition that it is in.
    pub partition: &'static PartitionRow,
    /// Whether the list of regions has Amazon EKS there.
    pub eks: bool,
}

impl RegionRow {
    /// A pattern of a host name written out: `{region}`, `{suffix}` and `{dualstack}` stand for the region and its
    /// partition's DNS suffixes.
    pub(crate) fn write(&self, host: &str) -> String {
        filled(host, |name| match name {
            "region" => Some(self.id),
            "suffix" => Some(self.partition.dns_suffix),
            "dualstack" => Some(self.partition.dualstack_dns_suffix),
            _ => None,
        })
    }

    /// The pattern of the name of an endpoint service written out.
    pub(crate) fn name_of(&self, pattern: &str, service: &str) -> String {
        filled(pattern, |name| match name {
            "region" => Some(self.id),
            "service" => Some(service),
            _ => None,
        })
    }
}

/// The partitions in which the list of regions has no EKS Auth API, which serves EKS Pod Identity.
pub(crate) static WITHOUT_POD_IDENTITY: &[&PartitionRow] = &[&AWS_ISO, &AWS_ISO_B, &AWS_ISO_E, &AWS_ISO_F];

/// Every region, in order of id.
pub fn regions() -> impl Iterator<Item = &'static RegionRow> {
    REGIONS.iter().copied()
}

/// The region with this id.
///
/// # Errors
/// No partition has it.
pub fn region(id: &str) -> Result<&'static RegionRow, Error> {
    regions().find(|row| row.id == id).ok_or_else(|| {
        if is_token(id) {
            let message = format!("`{id}` is known only at deployment; give the region itself");
            return Error::new(ErrorCode::ErrUnresolvedToken, "region", message);
        }
        let near = nearest(id, regions().map(|row| row.id));
        let message = format!("`{id}` is no region of any partition{near}");
        Error::new(ErrorCode::ErrUnknownRegion, "region", message)
    })
}

/// Declares partitions, each under the name by which other rows refer to it.
macro_rules! partition_rows {
    ($($name:ident = $id:literal, $suffix:literal, $dualstack:literal;)*) => {
        $( pub(crate) static $name: $crate::knowledge::PartitionRow =
            $crate::knowledge::PartitionRow { id: $id, dns_suffix: $suffix, dualstack_dns_suffix: $dualstack }; )*
    };
}

/// Declares regions, each under the name by which other rows refer to it, and `REGIONS`, the list of them.
macro_rules! region_rows {
    ($($name:ident = $id:literal, $title:literal, $partition:ident, $eks:literal;)*) => {
        $( pub(crate) static $name: $crate::knowledge::RegionRow =
            $crate::knowledge::RegionRow { id: $id, title: $title, partition: &$partition, eks: $eks }; )*

        /// Every region, in order of id.
        pub(crate) static REGIONS: &[&$crate::knowledge::RegionRow] = &[$(&$name),*];
    };
}

pub(crate) use {partition_rows, region_rows};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn regions_are_in_order_and_of_eight_partitions() {
        assert!(REGIONS.windows(2).all(|pair| pair[0].id < pair[1].id));
        assert_eq!(regions().map(|row| row.partition.id).collect::<BTreeSet<_>>().len(), 8);
        let without: Vec<_> = regions().filter(|row| !row.eks).map(|row| row.id).collect();
        assert_eq!(without, ["me-west-1", "sa-west-1"]);
    }

    #[test]
    fn an_unknown_region_names_its_neighbours() {
        let error = region("ap-northeast-9").err().unwrap();
        assert_eq!((error.code(), error.path()), (ErrorCode::ErrUnknownRegion, "region"));
        assert!(error.message().contains("`ap-northeast-1`"), "{error}");
    }
}
