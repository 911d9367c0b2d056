//! The host names for FIPS that SDKs ask, as their endpoint rule sets give them (botocore 1.44.5): one pattern for most
//! partitions, and the exceptions. Whether an endpoint answers such a name is not told here.

use crate::knowledge::partition::{
    AWS, AWS_CN, AWS_EUSC, AWS_ISO, AWS_ISO_B, AWS_ISO_E, AWS_ISO_F, AWS_US_GOV, PartitionRow, RegionRow,
};
use crate::knowledge::service::SERVICES;

/// The host name for FIPS of a service in a region.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum FipsHost {
    /// A name of its own.
    Own(String),
    /// The ordinary name.
    Ordinary,
    /// There is none.
    Missing,
}

/// The host name for FIPS of a service by its suffix, or by that of its endpoint service for FIPS; nothing where no
/// source was read.
pub(crate) fn fips_host(service: &str, region: &RegionRow) -> Option<FipsHost> {
    let known = |service| ROWS.binary_search_by_key(&service, |row| row.service).ok().and_then(|at| ROWS.get(at));
    let row = known(service).or_else(|| known(SERVICES.iter().find(|row| row.fips == Some(service))?.id))?;
    let here = |partitions: &[&PartitionRow]| partitions.iter().any(|own| own.id == region.partition.id);
    let name =
        row.elsewhere.iter().find(|(partitions, _)| here(partitions)).map_or(Name::Host(row.host), |(_, own)| *own);
    Some(match name {
        Name::Host(host) => FipsHost::Own(region.write(host)),
        Name::Ordinary => FipsHost::Ordinary,
        Name::Missing => FipsHost::Missing,
    })
}

#[derive(Clone, Copy)]
enum Name {
    Host(&'static str),
    Ordinary,
    Missing,
}

struct Row {
    service: &'static str,
    host: &'static str,
    elsewhere: &'static [(&'static [&'static PartitionRow], Name)],
}

const fn row(service: &'static str, host: &'static str) -> Row {
    Row { service, host, elsewhere: &[] }
}

const ORDINARY_IN_GOV: &[(&[&PartitionRow], Name)] = &[(&[&AWS_US_GOV], Name::Ordinary)];

/// Where the ordinary name serves AWS `GovCloud` (US).
const fn but_gov(service: &'static str, host: &'static str) -> Row {
    Row { service, host, elsewhere: ORDINARY_IN_GOV }
}

/// The partitions that follow neither the commercial one nor AWS `GovCloud` (US).
const OTHERS: &[&PartitionRow] = &[&AWS_CN, &AWS_EUSC, &AWS_ISO, &AWS_ISO_B, &AWS_ISO_E, &AWS_ISO_F];

/// Every service whose rules were read, in order of suffix.
static ROWS: &[Row] = &[
    but_gov("acm-pca", "acm-pca-fips.{region}.{suffix}"),
    row("application-signals", "application-signals-fips.{region}.{dualstack}"),
    row("appmesh", "appmesh-fips.{region}.{suffix}"),
    row("aps", "aps-fips.{region}.{suffix}"),
    row("arc-zonal-shift", "arc-zonal-shift-fips.{region}.{suffix}"),
    but_gov("autoscaling", "autoscaling-fips.{region}.{suffix}"),
    row("bedrock-runtime", "bedrock-runtime-fips.{region}.{suffix}"),
    row("cognito-idp", "cognito-idp-fips.{region}.{suffix}"),
    row("ebs", "ebs-fips.{region}.{suffix}"),
    but_gov("ec2", "ec2-fips.{region}.{suffix}"),
    row("ecr-public.api", "api.ecr-public-fips.{region}.{suffix}"),
    row("ecr.api", "api.ecr-fips.{region}.{suffix}"),
    row("ecr.dkr", "*.dkr.ecr-fips.{region}.{suffix}"),
    Row {
        service: "eks",
        host: "fips.eks.{region}.{suffix}",
        elsewhere: &[(&[&AWS_US_GOV], Name::Ordinary), (OTHERS, Name::Host("eks-fips.{region}.{suffix}"))],
    },
    row("eks-auth", "eks-auth-fips.{region}.{dualstack}"),
    row("elasticfilesystem", "elasticfilesystem-fips.{region}.{suffix}"),
    but_gov("elasticloadbalancing", "elasticloadbalancing-fips.{region}.{suffix}"),
    but_gov("emr-containers", "emr-containers-fips.{region}.{suffix}"),
    but_gov("events", "events-fips.{region}.{suffix}"),
    row("fsx", "fsx-fips.{region}.{suffix}"),
    but_gov("guardduty", "guardduty-fips.{region}.{suffix}"),
    Row {
        service: "iam",
        host: "iam-fips.{suffix}",
        elsewhere: &[
            (&[&AWS_ISO], Name::Host("iam-fips.us-iso-east-1.{suffix}")),
            (&[&AWS_ISO_B], Name::Host("iam-fips.us-isob-east-1.{suffix}")),
            (&[&AWS_US_GOV], Name::Ordinary),
        ],
    },
    row("kms", "kms-fips.{region}.{suffix}"),
    but_gov("logs", "logs-fips.{region}.{suffix}"),
    row("metering-marketplace", "metering.marketplace-fips.{region}.{suffix}"),
    but_gov("monitoring", "monitoring-fips.{region}.{suffix}"),
    row("networkflowmonitor", "networkflowmonitor-fips.{region}.{dualstack}"),
    row("pricing.api", "api.pricing-fips.{region}.{suffix}"),
    row("rolesanywhere", "rolesanywhere-fips.{region}.{suffix}"),
    but_gov("route53", "route53-fips.{suffix}"),
    Row { service: "s3", host: "*.s3-fips.{region}.{suffix}", elsewhere: &[(&[&AWS_CN], Name::Missing)] },
    Row {
        service: "sagemaker.api",
        host: "api-fips.sagemaker.{region}.{suffix}",
        elsewhere: &[(OTHERS, Name::Host("api.sagemaker-fips.{region}.{suffix}"))],
    },
    Row {
        service: "sagemaker.runtime",
        host: "runtime-fips.sagemaker.{region}.{suffix}",
        elsewhere: &[
            (&[&AWS_US_GOV], Name::Ordinary),
            (OTHERS, Name::Host("runtime.sagemaker-fips.{region}.{suffix}")),
        ],
    },
    row("secretsmanager", "secretsmanager-fips.{region}.{suffix}"),
    Row {
        service: "shield",
        host: "shield-fips.{region}.{suffix}",
        elsewhere: &[(&[&AWS], Name::Host("shield-fips.us-east-1.{suffix}"))],
    },
    but_gov("sqs", "sqs-fips.{region}.{suffix}"),
    but_gov("ssm", "ssm-fips.{region}.{suffix}"),
    but_gov("sts", "sts-fips.{region}.{suffix}"),
    row("tagging", "tagging-fips.{region}.{suffix}"),
    row("vpc-lattice", "vpc-lattice-fips.{region}.{suffix}"),
    row("wafv2", "wafv2-fips.{region}.{suffix}"),
    row("xray", "xray-fips.{region}.{suffix}"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::region;

    #[test]
    fn rows_are_in_order_and_of_known_services() {
        assert!(ROWS.windows(2).all(|pair| pair[0].service < pair[1].service));
        assert!(ROWS.iter().all(|row| SERVICES.iter().any(|own| own.id == row.service)));
    }

    /// As the rule sets of botocore 1.44.5 answer for these regions.
    #[test]
    fn the_name_follows_the_partition() {
        let host = |service, id| fips_host(service, region(id).unwrap()).unwrap();
        let own = |host: &str| FipsHost::Own(host.to_owned());
        assert_eq!(host("eks", "us-west-2"), own("fips.eks.us-west-2.amazonaws.com"));
        assert_eq!(host("eks-fips", "eusc-de-east-1"), own("eks-fips.eusc-de-east-1.amazonaws.eu"));
        assert_eq!(host("eks", "us-gov-east-1"), FipsHost::Ordinary);
        assert_eq!(host("eks-auth", "us-gov-east-1"), own("eks-auth-fips.us-gov-east-1.api.aws"));
        assert_eq!(host("s3", "cn-northwest-1"), FipsHost::Missing);
        assert_eq!(host("iam", "us-iso-west-1"), own("iam-fips.us-iso-east-1.c2s.ic.gov"));
        assert_eq!(fips_host("lambda", region("us-east-1").unwrap()), None);
    }
}
