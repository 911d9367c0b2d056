//! The partitions with their DNS suffixes and the regions of each; whether Amazon EKS is listed there.
//! Made from botocore 1.44.5 by `xtask/tables/generate.py regions`; do not edit.

use crate::knowledge::partition::{partition_rows, region_rows};

partition_rows! {
    AWS = "aws", "amazonaws.com", "api.aws";
    AWS_CN = "aws-cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn";
    AWS_EUSC = "aws-eusc", "amazonaws.eu", "api.amazonwebservices.eu";
    AWS_ISO = "aws-iso", "c2s.ic.gov", "api.aws.ic.gov";
    AWS_ISO_B = "aws-iso-b", "sc2s.sgov.gov", "api.aws.scloud";
    AWS_ISO_E = "aws-iso-e", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk";
    AWS_ISO_F = "aws-iso-f", "csp.hci.ic.gov", "api.aws.hci.ic.gov";
    AWS_US_GOV = "aws-us-gov", "amazonaws.com", "api.aws";
}

region_rows! {
    AF_SOUTH_1 = "af-south-1", "Africa (Cape Town)", AWS, true;
    AP_EAST_1 = "ap-east-1", "Asia Pacific (Hong Kong)", AWS, true;
    AP_EAST_2 = "ap-east-2", "Asia Pacific (Taipei)", AWS, true;
    AP_NORTHEAST_1 = "ap-northeast-1", "Asia Pacific (Tokyo)", AWS, true;
    AP_NORTHEAST_2 = "ap-northeast-2", "Asia Pacific (Seoul)", AWS, true;
    AP_NORTHEAST_3 = "ap-northeast-3", "Asia Pacific (Osaka)", AWS, true;
    AP_SOUTH_1 = "ap-south-1", "Asia Pacific (Mumbai)", AWS, true;
    AP_SOUTH_2 = "ap-south-2", "Asia Pacific (Hyderabad)", AWS, true;
    AP_SOUTHEAST_1 = "ap-southeast-1", "Asia Pacific (Singapore)", AWS, true;
    AP_SOUTHEAST_2 = "ap-southeast-2", "Asia Pacific (Sydney)", AWS, true;
    AP_SOUTHEAST_3 = "ap-southeast-3", "Asia Pacific (Jakarta)", AWS, true;
    AP_SOUTHEAST_4 = "ap-southeast-4", "Asia Pacific (Melbourne)", AWS, true;
    AP_SOUTHEAST_5 = "ap-southeast-5", "Asia Pacific (Malaysia)", AWS, true;
    AP_SOUTHEAST_6 = "ap-southeast-6", "Asia Pacific (New Zealand)", AWS, true;
    AP_SOUTHEAST_7 = "ap-southeast-7", "Asia Pacific (Thailand)", AWS, true;
    CA_CENTRAL_1 = "ca-central-1", "Canada (Central)", AWS, true;
    CA_WEST_1 = "ca-west-1", "Canada West (Calgary)", AWS, true;
    CN_NORTH_1 = "cn-north-1", "China (Beijing)", AWS_CN, true;
    CN_NORTHWEST_1 = "cn-northwest-1", "China (Ningxia)", AWS_CN, true;
    EU_CENTRAL_1 = "eu-central-1", "Europe (Frankfurt)", AWS, true;
    EU_CENTRAL_2 = "eu-central-2", "Europe (Zurich)", AWS, true;
    EU_ISOE_WEST_1 = "eu-isoe-west-1", "EU ISOE West", AWS_ISO_E, true;
    EU_NORTH_1 = "eu-north-1", "Europe (Stockholm)", AWS, true;
    EU_SOUTH_1 = "eu-south-1", "Europe (Milan)", AWS, true;
    EU_SOUTH_2 = "eu-south-2", "Europe (Spain)", AWS, true;
    EU_WEST_1 = "eu-west-1", "Europe (Ireland)", AWS, true;
    EU_WEST_2 = "eu-west-2", "Europe (London)", AWS, true;
    EU_WEST_3 = "eu-west-3", "Europe (Paris)", AWS, true;
    EUSC_DE_EAST_1 = "eusc-de-east-1", "AWS European Sovereign Cloud (Germany)", AWS_EUSC, true;
    IL_CENTRAL_1 = "il-central-1", "Israel (Tel Aviv)", AWS, true;
    ME_CENTRAL_1 = "me-central-1", "Middle East (UAE)", AWS, true;
    ME_SOUTH_1 = "me-south-1", "Middle East (Bahrain)", AWS, true;
    ME_WEST_1 = "me-west-1", "Middle East (Saudi Arabia)", AWS, false;
    MX_CENTRAL_1 = "mx-central-1", "Mexico (Central)", AWS, true;
    SA_EAST_1 = "sa-east-1", "South America (Sao Paulo)", AWS, true;
    SA_WEST_1 = "sa-west-1", "South America (Chile)", AWS, false;
    US_EAST_1 = "us-east-1", "US East (N. Virginia)", AWS, true;
    US_EAST_2 = "us-east-2", "US East (Ohio)", AWS, true;
    US_GOV_EAST_1 = "us-gov-east-1", "AWS GovCloud (US-East)", AWS_US_GOV, true;
    US_GOV_WEST_1 = "us-gov-west-1", "AWS GovCloud (US-West)", AWS_US_GOV, true;
    US_ISO_EAST_1 = "us-iso-east-1", "US ISO East", AWS_ISO, true;
    US_ISO_WEST_1 = "us-iso-west-1", "US ISO WEST", AWS_ISO, true;
    US_ISOB_EAST_1 = "us-isob-east-1", "US ISOB East (Ohio)", AWS_ISO_B, true;
    US_ISOB_WEST_1 = "us-isob-west-1", "US ISOB West", AWS_ISO_B, true;
    US_ISOF_EAST_1 = "us-isof-east-1", "US ISOF EAST", AWS_ISO_F, true;
    US_ISOF_SOUTH_1 = "us-isof-south-1", "US ISOF SOUTH", AWS_ISO_F, true;
    US_WEST_1 = "us-west-1", "US West (N. California)", AWS, true;
    US_WEST_2 = "us-west-2", "US West (Oregon)", AWS, true;
}
