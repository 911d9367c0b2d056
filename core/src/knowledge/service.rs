//! The AWS services that a private cluster may need an endpoint for: AWS's own ids, the types of endpoint, how the
//! endpoint service is called in each region, and the names that private DNS makes resolve to it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::day::Day;
use crate::knowledge::claim::Confidence;
use crate::knowledge::partition::{
    AP_NORTHEAST_1, AP_NORTHEAST_2, AP_SOUTH_1, AWS, CN_NORTHWEST_1, EU_CENTRAL_1, RegionRow, US_EAST_1, US_WEST_1,
    regions,
};
use Home::{EachRegion, In, Unnamed};
use Standing::{Current, Disputed, EndedOn, Unlisted};

/// The type of a VPC endpoint.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
pub enum EndpointType {
    /// A network interface in a subnet, reached by its address.
    Interface,
    /// A target in route tables.
    Gateway,
}

impl EndpointType {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Interface => "Interface",
            Self::Gateway => "Gateway",
        }
    }
}

/// Where the endpoint service of a service is.
#[derive(Clone, Copy)]
pub(crate) enum Home {
    /// In each region, with the region in its name.
    EachRegion,
    /// In this region for all regions, without a region in its name.
    In(&'static str),
    /// In one region for all, without a region in its name; no source says in which.
    Unnamed,
}

/// Whether there is an endpoint service.
#[derive(Clone, Copy)]
pub(crate) enum Standing {
    /// There is.
    Current,
    /// The service ended on this day.
    EndedOn(Day),
    /// No list of endpoint services that was read has it.
    Unlisted,
    /// One list has it, and AWS's own has not.
    Disputed,
}

/// The regions that host the Price List API; the claim `karpenter-needs-pricing` cites where that is announced.
pub(crate) const PRICE_LISTS: &[&RegionRow] = &[&AP_SOUTH_1, &CN_NORTHWEST_1, &EU_CENTRAL_1, &US_EAST_1];

/// The services that only some regions host.
const HOSTED: &[(&str, &[&RegionRow])] = &[("pricing.api", PRICE_LISTS)];

/// The services that a VPC in another region can reach across regions, as the AWS `PrivateLink` guide lists them.
const ACROSS_REGIONS: &[&str] = &["ecr.api", "ecr.dkr", "iam", "kinesis-firehose", "kms", "lambda", "route53", "s3"];

/// The zones, by id, in which an endpoint cannot reach a service of another region, with their regions.
pub(crate) const WITHOUT_CROSS_REGION: &[(&RegionRow, &[&str])] = &[
    (&AP_NORTHEAST_1, &["apne1-az3"]),
    (&AP_NORTHEAST_2, &["apne2-az2", "apne2-az4"]),
    (&US_EAST_1, &["use1-az3"]),
    (&US_WEST_1, &["usw1-az2"]),
];

/// Whether endpoints take a policy, where a source says so.
const POLICIES: &[(&str, bool)] =
    &[("appmesh-envoy-management", false), ("eks", true), ("guardduty-data", true), ("s3", true)];

/// A service.
pub(crate) struct ServiceRow {
    /// AWS's own suffix, such as `ecr.api`.
    pub(crate) id: &'static str,
    /// The types of endpoint that it has, the usual one first.
    pub(crate) types: &'static [EndpointType],
    /// Where its endpoint service is.
    pub(crate) home: Home,
    /// The suffix of the endpoint service of its own for FIPS, where one is listed.
    pub(crate) fips: Option<&'static str>,
    /// Whether there is an endpoint service.
    pub(crate) standing: Standing,
    /// The names that private DNS serves, where they are known: `{region}`, `{suffix}` and `{dualstack}` stand for the
    /// region and its partition's DNS suffixes.
    pub(crate) hosts: &'static [&'static str],
}

/// That no endpoint of a service is to be had.
pub(crate) struct Missing {
    /// Why, in words.
    pub(crate) why: String,
    /// Whether no source has one; where sources differ, its name is at least known.
    pub(crate) surely: bool,
}

impl Missing {
    fn of(why: String) -> Self {
        Self { why, surely: true }
    }
}

impl ServiceRow {
    /// The name of the endpoint service for a region, and how sure that is.
    pub(crate) fn name_in(&self, region: &RegionRow, endpoint: EndpointType) -> (String, Confidence) {
        if !matches!(self.home, Home::EachRegion) {
            let sure = if region.partition.id == AWS.id { Confidence::Read } else { Confidence::Unverified };
            return (format!("com.amazonaws.{}", self.id), sure);
        }
        // Gateway endpoints carry the common prefix even in China, where the interface endpoint of S3 does not.
        let other = (endpoint == EndpointType::Interface).then(|| region.other_pattern(self.id)).flatten();
        let read = other.is_some() || region.partition.id == AWS.id;
        let sure = if read { Confidence::Read } else { Confidence::Inferred };
        let pattern = other.unwrap_or("com.amazonaws.{region}.{service}");
        (region.name_of(pattern, self.id), sure)
    }

    /// Why no endpoint of it is to be had in a region, as far as sources say; nothing where one is.
    pub(crate) fn is_missing_in(&self, region: &RegionRow) -> Option<Missing> {
        let id = self.id;
        let hosts = HOSTED.iter().find(|(hosted, _)| *hosted == id).map(|(_, regions)| *regions);
        match (self.standing, self.home, hosts) {
            (Standing::Unlisted, ..) => Some(Missing::of(format!("no list of endpoint services has `{id}`"))),
            (Standing::Disputed, ..) => Some(Missing {
                why: format!("a list of third hand has an endpoint service of `{id}`, and the one of AWS has not"),
                surely: false,
            }),
            (_, Home::In(_) | Home::Unnamed, _) if region.partition.id != AWS.id => {
                let partition = region.partition.id;
                Some(Missing::of(format!("no source has an endpoint service of `{id}` in the partition `{partition}`")))
            }
            (_, _, Some(regions)) if !regions.iter().any(|own| own.id == region.id) => {
                let regions: Vec<_> = regions.iter().map(|region| format!("`{}`", region.id)).collect();
                Some(Missing::of(format!("`{id}` is hosted in {} only", regions.join(", "))))
            }
            _ => None,
        }
    }

    /// The pattern of the name outside the regions that the naming table excepts.
    pub(crate) fn pattern(&self) -> String {
        let region = if matches!(self.home, Home::EachRegion) { "{region}." } else { "" };
        format!("com.amazonaws.{region}{}", self.id)
    }

    /// The names of interface endpoint services that do not follow the pattern, each with its region.
    pub(crate) fn exceptions(&self) -> impl Iterator<Item = (&'static str, String)> {
        let excepted = |row: &&RegionRow| matches!(self.home, Home::EachRegion) && row.other_pattern(self.id).is_some();
        regions().filter(excepted).map(|row| (row.id, self.name_in(row, EndpointType::Interface).0))
    }

    /// The region of its endpoint service, where there is one for all regions and a source names it.
    pub(crate) fn home_region(&self) -> Option<&'static str> {
        match self.home {
            Home::In(region) => Some(region),
            Home::EachRegion | Home::Unnamed => None,
        }
    }

    /// The TCP port of its interface endpoints; gateway endpoints have none.
    pub(crate) fn port(&self) -> Option<u16> {
        self.types.contains(&EndpointType::Interface).then_some(443)
    }

    /// Whether a VPC in another region can reach it across regions.
    pub(crate) fn crosses_regions(&self) -> bool {
        ACROSS_REGIONS.contains(&self.id)
    }

    /// Whether its endpoints take a policy, where a source says so.
    pub(crate) fn takes_policy(&self) -> Option<bool> {
        POLICIES.iter().find(|(id, _)| *id == self.id).map(|(_, takes)| *takes)
    }

    /// The names that private DNS serves in a region, where they are known.
    pub(crate) fn hosts_in(&self, region: &RegionRow) -> Vec<String> {
        self.hosts.iter().map(|host| region.write(host)).collect()
    }
}

macro_rules! services {
    ($($name:ident = $id:literal, [$($kind:ident),*], $home:expr, $fips:expr, $standing:expr, [$($host:literal),*];)*) => {
        $( pub(crate) static $name: ServiceRow = ServiceRow {
            id: $id, types: &[$(EndpointType::$kind),*], home: $home, fips: $fips, standing: $standing,
            hosts: &[$($host),*],
        }; )*

        /// Every service, in order of id.
        pub(crate) static SERVICES: &[&ServiceRow] = &[$(&$name),*];
    };
}

services! {
    ACM = "acm", [Interface], EachRegion, Some("acm-fips"), Current, [];
    ACM_ACME = "acm-acme", [Interface], EachRegion, None, Current, [];
    ACM_ACME_ENROLL = "acm-acme-enroll", [Interface], EachRegion, None, Current, [];
    ACM_PCA = "acm-pca", [Interface], EachRegion, Some("acm-pca-fips"), Current, ["acm-pca.{region}.{suffix}"];
    APPLICATION_SIGNALS = "application-signals", [Interface], EachRegion, None, Current, ["application-signals.{region}.{dualstack}"];
    APPMESH = "appmesh", [Interface], EachRegion, None, EndedOn(Day::new(2026, 9, 30)), ["appmesh.{region}.{suffix}"];
    APPMESH_ENVOY_MANAGEMENT = "appmesh-envoy-management", [Interface], EachRegion, None, EndedOn(Day::new(2026, 9, 30)), [];
    APS = "aps", [Interface], EachRegion, None, Current, ["aps.{region}.{suffix}"];
    APS_WORKSPACES = "aps-workspaces", [Interface], EachRegion, None, Current, ["aps-workspaces.{region}.{suffix}"];
    ARC_ZONAL_SHIFT = "arc-zonal-shift", [Interface], EachRegion, None, Unlisted, ["arc-zonal-shift.{region}.{suffix}"];
    AUTOSCALING = "autoscaling", [Interface], EachRegion, Some("autoscaling-fips"), Current, ["autoscaling.{region}.{suffix}"];
    BEDROCK_RUNTIME = "bedrock-runtime", [Interface], EachRegion, Some("bedrock-runtime-fips"), Current, ["bedrock-runtime.{region}.{suffix}"];
    CLOUDFORMATION = "cloudformation", [Interface], EachRegion, Some("cloudformation-fips"), Current, [];
    CLOUDFRONT = "cloudfront", [Interface], Unnamed, None, Current, [];
    COGNITO_IDP = "cognito-idp", [Interface], EachRegion, Some("cognito-idp-fips"), Current, ["cognito-idp.{region}.{suffix}"];
    DYNAMODB = "dynamodb", [Gateway, Interface], EachRegion, Some("dynamodb-fips"), Current, [];
    EBS = "ebs", [Interface], EachRegion, Some("ebs-fips"), Current, ["ebs.{region}.{suffix}"];
    EC2 = "ec2", [Interface], EachRegion, Some("ec2-fips"), Current, ["ec2.{region}.{suffix}"];
    EC2MESSAGES = "ec2messages", [Interface], EachRegion, None, Current, ["ec2messages.{region}.{suffix}"];
    ECR_PUBLIC_API = "ecr-public.api", [Interface], EachRegion, None, Current, ["api.ecr-public.{region}.{suffix}"];
    ECR_API = "ecr.api", [Interface], EachRegion, None, Current, ["api.ecr.{region}.{suffix}"];
    ECR_DKR = "ecr.dkr", [Interface], EachRegion, None, Current, ["*.dkr.ecr.{region}.{suffix}"];
    EKS = "eks", [Interface], EachRegion, Some("eks-fips"), Current, ["eks.{region}.{suffix}"];
    EKS_AUTH = "eks-auth", [Interface], EachRegion, None, Current, ["eks-auth.{region}.{dualstack}"];
    EKS_PROXY = "eks-proxy", [Interface], EachRegion, None, Current, [];
    ELASTICFILESYSTEM = "elasticfilesystem", [Interface], EachRegion, Some("elasticfilesystem-fips"), Current, ["elasticfilesystem.{region}.{suffix}"];
    ELASTICLOADBALANCING = "elasticloadbalancing", [Interface], EachRegion, None, Current, ["elasticloadbalancing.{region}.{suffix}"];
    EMR_CONTAINERS = "emr-containers", [Interface], EachRegion, None, Current, ["emr-containers.{region}.{suffix}"];
    EVENTS = "events", [Interface], EachRegion, Some("events-fips"), Current, ["events.{region}.{suffix}"];
    FSX = "fsx", [Interface], EachRegion, Some("fsx-fips"), Current, ["fsx.{region}.{suffix}"];
    GRAFANA_WORKSPACE = "grafana-workspace", [Interface], EachRegion, None, Current, [];
    GUARDDUTY = "guardduty", [Interface], EachRegion, Some("guardduty-fips"), Current, ["guardduty.{region}.{suffix}"];
    GUARDDUTY_DATA = "guardduty-data", [Interface], EachRegion, Some("guardduty-data-fips"), Current, ["guardduty-data.{region}.{suffix}"];
    IAM = "iam", [Interface], In("us-east-1"), None, Current, ["iam.amazonaws.com"];
    KINESIS_FIREHOSE = "kinesis-firehose", [Interface], EachRegion, None, Current, [];
    KINESIS_STREAMS = "kinesis-streams", [Interface], EachRegion, Some("kinesis-streams-fips"), Current, [];
    KMS = "kms", [Interface], EachRegion, Some("kms-fips"), Current, ["kms.{region}.{suffix}"];
    LAMBDA = "lambda", [Interface], EachRegion, None, Current, [];
    LOGS = "logs", [Interface], EachRegion, None, Current, ["logs.{region}.{suffix}"];
    METERING_MARKETPLACE = "metering-marketplace", [Interface], EachRegion, None, Current, [];
    MONITORING = "monitoring", [Interface], EachRegion, None, Current, ["monitoring.{region}.{suffix}"];
    NETWORKFLOWMONITOR = "networkflowmonitor", [Interface], EachRegion, None, Current, ["networkflowmonitor.{region}.{dualstack}"];
    NETWORKFLOWMONITORREPORTS = "networkflowmonitorreports", [Interface], EachRegion, None, Current, [];
    OIDC_EKS = "oidc-eks", [Interface], EachRegion, None, Current, [];
    PRICING_API = "pricing.api", [Interface], EachRegion, None, Current, ["api.pricing.{region}.{suffix}"];
    ROLESANYWHERE = "rolesanywhere", [Interface], EachRegion, Some("rolesanywhere-fips"), Current, ["rolesanywhere.{region}.{suffix}"];
    ROUTE53 = "route53", [Interface], In("us-east-1"), None, Current, ["route53.amazonaws.com"];
    S3 = "s3", [Gateway, Interface], EachRegion, None, Current, ["*.s3.{region}.{suffix}"];
    S3EXPRESS = "s3express", [Gateway], EachRegion, None, Current, [];
    S3TABLES = "s3tables", [Interface], EachRegion, None, Current, [];
    SAGEMAKER_API = "sagemaker.api", [Interface], EachRegion, Some("sagemaker.api-fips"), Current, ["api.sagemaker.{region}.{suffix}"];
    SAGEMAKER_RUNTIME = "sagemaker.runtime", [Interface], EachRegion, Some("sagemaker.runtime-fips"), Current, ["runtime.sagemaker.{region}.{suffix}"];
    SECRETSMANAGER = "secretsmanager", [Interface], EachRegion, None, Current, ["secretsmanager.{region}.{suffix}"];
    SERVICEDISCOVERY = "servicediscovery", [Interface], EachRegion, Some("servicediscovery-fips"), Current, [];
    SHIELD = "shield", [Interface], EachRegion, Some("shield-fips"), Disputed, ["shield.{region}.{suffix}"];
    SNS = "sns", [Interface], EachRegion, None, Current, [];
    SQS = "sqs", [Interface], EachRegion, Some("sqs-fips"), Current, ["sqs.{region}.{suffix}"];
    SSM = "ssm", [Interface], EachRegion, Some("ssm-fips"), Current, ["ssm.{region}.{suffix}"];
    SSMMESSAGES = "ssmmessages", [Interface], EachRegion, None, Current, ["ssmmessages.{region}.{suffix}"];
    STS = "sts", [Interface], EachRegion, Some("sts-fips"), Current, ["sts.{region}.{suffix}"];
    TAGGING = "tagging", [Interface], EachRegion, None, Current, ["tagging.{region}.{suffix}"];
    VPC_LATTICE = "vpc-lattice", [Interface], EachRegion, None, Current, ["vpc-lattice.{region}.{suffix}"];
    WAFV2 = "wafv2", [Interface], EachRegion, Some("wafv2-fips"), Current, ["wafv2.{region}.{suffix}"];
    XRAY = "xray", [Interface], EachRegion, None, Current, ["xray.{region}.{suffix}"];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::region;

    #[test]
    fn the_name_follows_the_region_and_the_type() {
        let name = |service: &ServiceRow, id, kind| service.name_in(region(id).unwrap(), kind).0;
        let interface = EndpointType::Interface;
        assert_eq!(name(&EC2, "ap-northeast-1", interface), "com.amazonaws.ap-northeast-1.ec2");
        assert_eq!(name(&EC2, "us-isob-east-1", interface), "gov.sgov.sc2s.us-isob-east-1.ec2");
        assert_eq!(name(&EC2, "us-isob-west-1", interface), "com.amazonaws.us-isob-west-1.ec2");
        assert_eq!(name(&S3, "cn-north-1", EndpointType::Gateway), "com.amazonaws.cn-north-1.s3");
        assert_eq!(name(&S3, "cn-north-1", interface), "cn.com.amazonaws.cn-north-1.s3");
        assert_eq!(name(&IAM, "us-west-2", interface), "com.amazonaws.iam");
        assert_eq!(
            EKS_AUTH.hosts_in(region("cn-north-1").unwrap()),
            ["eks-auth.cn-north-1.api.amazonwebservices.com.cn"]
        );
    }
}
