//! The AWS services that a private cluster may need an endpoint for: AWS's own ids, the types of endpoint, how the
//! endpoint service is called in each region, and the names that private DNS makes resolve to it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::claim::Confidence;
use crate::knowledge::partition::{AWS, RegionRow};

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

/// A service.
pub(crate) struct ServiceRow {
    /// AWS's own suffix, such as `ecr.api`.
    pub(crate) id: &'static str,
    /// The types of endpoint that it has, the usual one first.
    pub(crate) types: &'static [EndpointType],
    /// The region of its endpoint service, where there is one for all regions.
    pub(crate) home: Option<&'static str>,
    /// The names that private DNS serves, where they are known: `{region}`, `{suffix}` and `{dualstack}` stand for the
    /// region and its partition's DNS suffixes.
    pub(crate) hosts: &'static [&'static str],
}

impl ServiceRow {
    /// The name of the endpoint service for a region, and how sure that is.
    pub(crate) fn name_in(&self, region: &RegionRow, endpoint: EndpointType) -> (String, Confidence) {
        if self.home.is_some() {
            let sure = if region.partition.id == AWS.id { Confidence::Read } else { Confidence::Unverified };
            return (format!("com.amazonaws.{}", self.id), sure);
        }
        // Gateway endpoints carry the common prefix even in China, where the interface endpoint of S3 does not.
        let other = (endpoint == EndpointType::Interface).then(|| region.other_pattern(self.id)).flatten();
        let read = other.is_some() || region.partition.id == AWS.id;
        let sure = if read { Confidence::Read } else { Confidence::Inferred };
        let pattern = other.unwrap_or("com.amazonaws.{region}.{service}");
        (pattern.replace("{region}", region.id).replace("{service}", self.id), sure)
    }

    /// The pattern of the name outside the regions that the naming table excepts.
    pub(crate) fn pattern(&self) -> String {
        let region = if self.home.is_none() { "{region}." } else { "" };
        format!("com.amazonaws.{region}{}", self.id)
    }

    /// The names that private DNS serves in a region, where they are known.
    pub(crate) fn hosts_in(&self, region: &RegionRow) -> Vec<String> {
        let write = |host: &&str| {
            host.replace("{region}", region.id)
                .replace("{suffix}", region.partition.dns_suffix)
                .replace("{dualstack}", region.partition.dualstack_dns_suffix)
        };
        self.hosts.iter().map(write).collect()
    }
}

macro_rules! services {
    ($($name:ident = $id:literal, [$($kind:ident),*], $home:expr, [$($host:literal),*];)*) => {
        $( pub(crate) static $name: ServiceRow = ServiceRow {
            id: $id, types: &[$(EndpointType::$kind),*], home: $home, hosts: &[$($host),*],
        }; )*

        /// Every service, in order of id.
        pub(crate) static SERVICES: &[&ServiceRow] = &[$(&$name),*];
    };
}

services! {
    ACM = "acm", [Interface], None, [];
    APPLICATION_SIGNALS = "application-signals", [Interface], None, ["application-signals.{region}.{dualstack}"];
    APPMESH = "appmesh", [Interface], None, ["appmesh.{region}.{suffix}"];
    APPMESH_ENVOY_MANAGEMENT = "appmesh-envoy-management", [Interface], None, [];
    AUTOSCALING = "autoscaling", [Interface], None, ["autoscaling.{region}.{suffix}"];
    CLOUDFORMATION = "cloudformation", [Interface], None, [];
    EC2 = "ec2", [Interface], None, ["ec2.{region}.{suffix}"];
    EC2MESSAGES = "ec2messages", [Interface], None, ["ec2messages.{region}.{suffix}"];
    ECR_API = "ecr.api", [Interface], None, ["api.ecr.{region}.{suffix}"];
    ECR_DKR = "ecr.dkr", [Interface], None, ["*.dkr.ecr.{region}.{suffix}"];
    EKS = "eks", [Interface], None, ["eks.{region}.{suffix}"];
    EKS_AUTH = "eks-auth", [Interface], None, ["eks-auth.{region}.{dualstack}"];
    ELASTICFILESYSTEM = "elasticfilesystem", [Interface], None, ["elasticfilesystem.{region}.{suffix}"];
    ELASTICLOADBALANCING = "elasticloadbalancing", [Interface], None, ["elasticloadbalancing.{region}.{suffix}"];
    FSX = "fsx", [Interface], None, ["fsx.{region}.{suffix}"];
    GUARDDUTY_DATA = "guardduty-data", [Interface], None, ["guardduty-data.{region}.{suffix}"];
    IAM = "iam", [Interface], Some("us-east-1"), ["iam.amazonaws.com"];
    KINESIS_FIREHOSE = "kinesis-firehose", [Interface], None, [];
    KINESIS_STREAMS = "kinesis-streams", [Interface], None, [];
    LOGS = "logs", [Interface], None, ["logs.{region}.{suffix}"];
    MONITORING = "monitoring", [Interface], None, ["monitoring.{region}.{suffix}"];
    OIDC_EKS = "oidc-eks", [Interface], None, [];
    PRICING_API = "pricing.api", [Interface], None, ["api.pricing.{region}.{suffix}"];
    ROUTE53 = "route53", [Interface], Some("us-east-1"), ["route53.amazonaws.com"];
    S3 = "s3", [Gateway, Interface], None, ["*.s3.{region}.{suffix}"];
    S3EXPRESS = "s3express", [Gateway], None, [];
    SAGEMAKER_API = "sagemaker.api", [Interface], None, ["api.sagemaker.{region}.{suffix}"];
    SERVICEDISCOVERY = "servicediscovery", [Interface], None, [];
    SHIELD = "shield", [Interface], None, ["shield.{region}.{suffix}"];
    SQS = "sqs", [Interface], None, ["sqs.{region}.{suffix}"];
    SSM = "ssm", [Interface], None, ["ssm.{region}.{suffix}"];
    SSMMESSAGES = "ssmmessages", [Interface], None, ["ssmmessages.{region}.{suffix}"];
    STS = "sts", [Interface], None, ["sts.{region}.{suffix}"];
    TAGGING = "tagging", [Interface], None, ["tagging.{region}.{suffix}"];
    WAFV2 = "wafv2", [Interface], None, ["wafv2.{region}.{suffix}"];
    XRAY = "xray", [Interface], None, ["xray.{region}.{suffix}"];
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
