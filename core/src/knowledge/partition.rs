//! The partitions and their regions, as botocore 1.44.5 lists them, with the prefixes of endpoint service names.

use crate::error::{Error, ErrorCode, nearest};
use crate::knowledge::prefix::{
    CN_NORTH_1_EXCEPTIONS, CN_NORTHWEST_1_EXCEPTIONS, EU_ISOE_WEST_1_EXCEPTIONS, EUSC_DE_EAST_1_EXCEPTIONS,
    US_ISO_EAST_1_EXCEPTIONS, US_ISO_WEST_1_EXCEPTIONS, US_ISOB_EAST_1_EXCEPTIONS, US_ISOB_WEST_1_EXCEPTIONS,
    US_ISOF_EAST_1_EXCEPTIONS, US_ISOF_SOUTH_1_EXCEPTIONS,
};

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
    /// The prefix that some endpoint services carry there, such as `cn.com.amazonaws`.
    pub prefix: &'static str,
    /// The services whose interface endpoints carry that prefix; all others carry `com.amazonaws`.
    pub exceptions: &'static [&'static str],
}

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
        let near = nearest(id, regions().map(|row| row.id));
        let message = format!("`{id}` is no region of any partition{near}");
        Error::new(ErrorCode::ErrUnknownRegion, "region", message)
    })
}

macro_rules! partitions {
    ($($name:ident = $id:literal, $suffix:literal, $dualstack:literal;)*) => {
        $( pub(crate) static $name: PartitionRow =
            PartitionRow { id: $id, dns_suffix: $suffix, dualstack_dns_suffix: $dualstack }; )*
    };
}

macro_rules! regions {
    ($($name:ident = $id:literal, $title:literal, $partition:ident, $eks:literal, $prefix:literal, $exceptions:expr;)*) => {
        $( pub(crate) static $name: RegionRow = RegionRow {
            id: $id, title: $title, partition: &$partition, eks: $eks, prefix: $prefix, exceptions: $exceptions,
        }; )*

        static REGIONS: &[&RegionRow] = &[$(&$name),*];
    };
}

partitions! {
    AWS = "aws", "amazonaws.com", "api.aws";
    AWS_CN = "aws-cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn";
    AWS_EUSC = "aws-eusc", "amazonaws.eu", "api.amazonwebservices.eu";
    AWS_ISO = "aws-iso", "c2s.ic.gov", "api.aws.ic.gov";
    AWS_ISO_B = "aws-iso-b", "sc2s.sgov.gov", "api.aws.scloud";
    AWS_ISO_E = "aws-iso-e", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk";
    AWS_ISO_F = "aws-iso-f", "csp.hci.ic.gov", "api.aws.hci.ic.gov";
    AWS_US_GOV = "aws-us-gov", "amazonaws.com", "api.aws";
}

regions! {
    AF_SOUTH_1 = "af-south-1", "Africa (Cape Town)", AWS, true, "com.amazonaws", &[];
    AP_EAST_1 = "ap-east-1", "Asia Pacific (Hong Kong)", AWS, true, "com.amazonaws", &[];
    AP_EAST_2 = "ap-east-2", "Asia Pacific (Taipei)", AWS, true, "com.amazonaws", &[];
    AP_NORTHEAST_1 = "ap-northeast-1", "Asia Pacific (Tokyo)", AWS, true, "com.amazonaws", &[];
    AP_NORTHEAST_2 = "ap-northeast-2", "Asia Pacific (Seoul)", AWS, true, "com.amazonaws", &[];
    AP_NORTHEAST_3 = "ap-northeast-3", "Asia Pacific (Osaka)", AWS, true, "com.amazonaws", &[];
    AP_SOUTH_1 = "ap-south-1", "Asia Pacific (Mumbai)", AWS, true, "com.amazonaws", &[];
    AP_SOUTH_2 = "ap-south-2", "Asia Pacific (Hyderabad)", AWS, true, "com.amazonaws", &[];
    AP_SOUTHEAST_1 = "ap-southeast-1", "Asia Pacific (Singapore)", AWS, true, "com.amazonaws", &[];
    AP_SOUTHEAST_2 = "ap-southeast-2", "Asia Pacific (Sydney)", AWS, true, "com.amazonaws", &[];
    AP_SOUTHEAST_3 = "ap-southeast-3", "Asia Pacific (Jakarta)", AWS, true, "com.amazonaws", &[];
    AP_SOUTHEAST_4 = "ap-southeast-4", "Asia Pacific (Melbourne)", AWS, true, "com.amazonaws", &[];
    AP_SOUTHEAST_5 = "ap-southeast-5", "Asia Pacific (Malaysia)", AWS, true, "com.amazonaws", &[];
    AP_SOUTHEAST_6 = "ap-southeast-6", "Asia Pacific (New Zealand)", AWS, true, "com.amazonaws", &[];
    AP_SOUTHEAST_7 = "ap-southeast-7", "Asia Pacific (Thailand)", AWS, true, "com.amazonaws", &[];
    CA_CENTRAL_1 = "ca-central-1", "Canada (Central)", AWS, true, "com.amazonaws", &[];
    CA_WEST_1 = "ca-west-1", "Canada West (Calgary)", AWS, true, "com.amazonaws", &[];
    CN_NORTH_1 = "cn-north-1", "China (Beijing)", AWS_CN, true, "cn.com.amazonaws", CN_NORTH_1_EXCEPTIONS;
    CN_NORTHWEST_1 = "cn-northwest-1", "China (Ningxia)", AWS_CN, true, "cn.com.amazonaws", CN_NORTHWEST_1_EXCEPTIONS;
    EU_CENTRAL_1 = "eu-central-1", "Europe (Frankfurt)", AWS, true, "com.amazonaws", &[];
    EU_CENTRAL_2 = "eu-central-2", "Europe (Zurich)", AWS, true, "com.amazonaws", &[];
    EU_ISOE_WEST_1 = "eu-isoe-west-1", "EU ISOE West", AWS_ISO_E, true, "uk.adc-e.cloud", EU_ISOE_WEST_1_EXCEPTIONS;
    EU_NORTH_1 = "eu-north-1", "Europe (Stockholm)", AWS, true, "com.amazonaws", &[];
    EU_SOUTH_1 = "eu-south-1", "Europe (Milan)", AWS, true, "com.amazonaws", &[];
    EU_SOUTH_2 = "eu-south-2", "Europe (Spain)", AWS, true, "com.amazonaws", &[];
    EU_WEST_1 = "eu-west-1", "Europe (Ireland)", AWS, true, "com.amazonaws", &[];
    EU_WEST_2 = "eu-west-2", "Europe (London)", AWS, true, "com.amazonaws", &[];
    EU_WEST_3 = "eu-west-3", "Europe (Paris)", AWS, true, "com.amazonaws", &[];
    EUSC_DE_EAST_1 = "eusc-de-east-1", "AWS European Sovereign Cloud (Germany)", AWS_EUSC, true, "eu.amazonaws", EUSC_DE_EAST_1_EXCEPTIONS;
    IL_CENTRAL_1 = "il-central-1", "Israel (Tel Aviv)", AWS, true, "com.amazonaws", &[];
    ME_CENTRAL_1 = "me-central-1", "Middle East (UAE)", AWS, true, "com.amazonaws", &[];
    ME_SOUTH_1 = "me-south-1", "Middle East (Bahrain)", AWS, true, "com.amazonaws", &[];
    ME_WEST_1 = "me-west-1", "Middle East (Saudi Arabia)", AWS, false, "com.amazonaws", &[];
    MX_CENTRAL_1 = "mx-central-1", "Mexico (Central)", AWS, true, "com.amazonaws", &[];
    SA_EAST_1 = "sa-east-1", "South America (Sao Paulo)", AWS, true, "com.amazonaws", &[];
    SA_WEST_1 = "sa-west-1", "South America (Chile)", AWS, false, "com.amazonaws", &[];
    US_EAST_1 = "us-east-1", "US East (N. Virginia)", AWS, true, "com.amazonaws", &[];
    US_EAST_2 = "us-east-2", "US East (Ohio)", AWS, true, "com.amazonaws", &[];
    US_GOV_EAST_1 = "us-gov-east-1", "AWS GovCloud (US-East)", AWS_US_GOV, true, "com.amazonaws", &[];
    US_GOV_WEST_1 = "us-gov-west-1", "AWS GovCloud (US-West)", AWS_US_GOV, true, "com.amazonaws", &[];
    US_ISO_EAST_1 = "us-iso-east-1", "US ISO East", AWS_ISO, true, "gov.ic.c2s", US_ISO_EAST_1_EXCEPTIONS;
    US_ISO_WEST_1 = "us-iso-west-1", "US ISO WEST", AWS_ISO, true, "gov.ic.c2s", US_ISO_WEST_1_EXCEPTIONS;
    US_ISOB_EAST_1 = "us-isob-east-1", "US ISOB East (Ohio)", AWS_ISO_B, true, "gov.sgov.sc2s", US_ISOB_EAST_1_EXCEPTIONS;
    US_ISOB_WEST_1 = "us-isob-west-1", "US ISOB West", AWS_ISO_B, true, "gov.sgov.sc2s", US_ISOB_WEST_1_EXCEPTIONS;
    US_ISOF_EAST_1 = "us-isof-east-1", "US ISOF EAST", AWS_ISO_F, true, "gov.ic.hci.csp", US_ISOF_EAST_1_EXCEPTIONS;
    US_ISOF_SOUTH_1 = "us-isof-south-1", "US ISOF SOUTH", AWS_ISO_F, true, "gov.ic.hci.csp", US_ISOF_SOUTH_1_EXCEPTIONS;
    US_WEST_1 = "us-west-1", "US West (N. California)", AWS, true, "com.amazonaws", &[];
    US_WEST_2 = "us-west-2", "US West (Oregon)", AWS, true, "com.amazonaws", &[];
}

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
