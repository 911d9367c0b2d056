//! The endpoint services of AWS: what a row of the list says, how a service is called in a region, and which of the
//! services that are known a suffix names. Which of them a cluster needs is the plan's business.

use std::collections::BTreeSet;

use crate::error::{Error, ErrorCode, nearest};
use crate::knowledge::claim::Confidence;
use crate::knowledge::partition::{AWS, RegionRow};
use crate::knowledge::service::{EndpointType, Missing, SERVICES, ServiceRow};
use crate::knowledge::tables::endpoint_services::{ENDPOINT_SERVICES, OTHER_NAMES};

/// An endpoint service of AWS.
#[derive(Debug, PartialEq)]
pub struct EndpointServiceRow {
    /// AWS's own suffix, such as `ecr.api`.
    pub id: &'static str,
    /// The types of endpoint that it has, the usual one first.
    pub types: &'static [EndpointType],
    /// The TCP port that it listens on.
    pub port: u16,
    /// The pattern of its name, unless a region has another; `{region}` and `{service}` stand for the ids.
    pub pattern: &'static str,
}

/// Names that some services have in a region.
pub(crate) struct OtherNameRow {
    /// The region.
    pub(crate) region: &'static str,
    /// The pattern of the names there.
    pub(crate) pattern: &'static str,
    /// The services, in order of id.
    pub(crate) services: &'static [&'static str],
}

/// Every endpoint service on the list, in order of id.
pub fn endpoint_services() -> impl Iterator<Item = &'static EndpointServiceRow> {
    ENDPOINT_SERVICES.iter()
}

/// The endpoint service with this suffix, where the list has it.
///
/// ```
/// use private_eks::{EndpointType, endpoint_service, region};
///
/// let sqs = endpoint_service("sqs").unwrap();
/// assert_eq!(sqs.name_in(region("cn-north-1")?, EndpointType::Interface), "cn.com.amazonaws.cn-north-1.sqs");
/// # Ok::<(), private_eks::Error>(())
/// ```
pub fn endpoint_service(suffix: &str) -> Option<&'static EndpointServiceRow> {
    let at = ENDPOINT_SERVICES.binary_search_by_key(&suffix, |row| row.id).ok()?;
    ENDPOINT_SERVICES.get(at)
}

impl EndpointServiceRow {
    /// The name in a region. A gateway is called alike everywhere, even in China, where the interface of S3 is not.
    pub fn name_in(&self, region: &RegionRow, endpoint: EndpointType) -> String {
        let other = (endpoint == EndpointType::Interface).then(|| region.other_pattern(self.id)).flatten();
        region.name_of(other.unwrap_or(self.pattern), self.id)
    }
}

impl RegionRow {
    /// The pattern of the name that the interface endpoint of a service has in this region and not elsewhere.
    pub(crate) fn other_pattern(&self, service: &str) -> Option<&'static str> {
        let here = OTHER_NAMES.iter().filter(|row| row.region == self.id);
        here.into_iter().find(|row| row.services.contains(&service)).map(|row| row.pattern)
    }
}

/// A service that a wish can name: one that claims know of, or one that is only on the list.
#[derive(Clone, Copy)]
pub(crate) enum Callable {
    /// Claims know of it.
    Known(&'static ServiceRow),
    /// It is on the list.
    Listed(&'static EndpointServiceRow),
    /// It is the service for FIPS of one that claims know of, under this suffix, and not on the list.
    OfFips(&'static str),
}

impl Callable {
    /// What is called by a suffix, where something is.
    pub(crate) fn find(suffix: &str) -> Option<Self> {
        let known = SERVICES.binary_search_by_key(&suffix, |row| row.id).ok().and_then(|at| SERVICES.get(at));
        known.map(|row| Self::Known(row)).or_else(|| endpoint_service(suffix).map(Self::Listed))
    }

    /// The service with this suffix.
    ///
    /// # Errors
    /// Neither claims nor the list know it.
    pub(crate) fn named(suffix: &str) -> Result<Self, Error> {
        Self::find(suffix).ok_or_else(|| {
            let known = || SERVICES.iter().map(|row| row.id).chain(endpoint_services().map(|row| row.id));
            let ends = |id: &&str| suffix.strip_suffix(id).is_some_and(|before| before.ends_with('.'));
            let hint = match known().filter(ends).max_by_key(|id| id.len()) {
                Some(id) => format!("; write `{id}`, and the region makes the whole name of it"),
                None => nearest(suffix, known().collect::<BTreeSet<_>>()),
            };
            let message = format!("`{suffix}` is the suffix of no endpoint service that is known{hint}");
            Error::new(ErrorCode::ErrUnknownService, "", message)
        })
    }

    /// AWS's own suffix.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Known(row) => row.id,
            Self::Listed(row) => row.id,
            Self::OfFips(id) => id,
        }
    }

    /// The usual type of endpoint: a gateway where there is one, since it takes no addresses.
    pub(crate) fn usual_type(self) -> EndpointType {
        let types = match self {
            Self::Known(row) => row.types,
            Self::Listed(row) => row.types,
            Self::OfFips(_) => &[],
        };
        types.first().copied().unwrap_or(EndpointType::Interface)
    }

    /// The TCP port that clients call.
    pub(crate) fn port(self) -> u16 {
        let listed = match self {
            Self::Known(row) => endpoint_service(row.id),
            Self::Listed(row) => Some(row),
            Self::OfFips(_) => None,
        };
        listed.map_or(443, |row| row.port)
    }

    /// The name in a region, and how sure that is.
    pub(crate) fn name_in(self, region: &RegionRow, endpoint: EndpointType) -> (String, Confidence) {
        match self {
            Self::Known(row) => row.name_in(region, endpoint),
            Self::Listed(row) => {
                let read = region.partition.id == AWS.id || region.other_pattern(row.id).is_some();
                let sure = if read { Confidence::Read } else { Confidence::Inferred };
                (row.name_in(region, endpoint), sure)
            }
            Self::OfFips(id) => {
                let sure = if region.partition.id == AWS.id { Confidence::Read } else { Confidence::Inferred };
                (format!("com.amazonaws.{}.{id}", region.id), sure)
            }
        }
    }

    /// The names that private DNS serves in a region, where they are known.
    pub(crate) fn hosts_in(self, region: &RegionRow) -> Vec<String> {
        match self {
            Self::Known(row) => row.hosts_in(region),
            Self::Listed(_) | Self::OfFips(_) => Vec::new(),
        }
    }

    /// The endpoint service of its own for FIPS, where one is listed.
    pub(crate) fn fips(self) -> Option<Self> {
        let listed = |id: &str| endpoint_service(id).map(Self::Listed);
        match self {
            Self::Known(row) => row.fips.map(|id| listed(id).unwrap_or(Self::OfFips(id))),
            Self::Listed(row) => listed(&format!("{}-fips", row.id)),
            Self::OfFips(_) => None,
        }
    }

    /// Why no endpoint of it is to be had in a region, as far as sources say; nothing where one is.
    pub(crate) fn is_missing_in(self, region: &RegionRow) -> Option<Missing> {
        if let Self::Known(row) = self { row.is_missing_in(region) } else { None }
    }

    /// The region of its endpoint service, where there is one for all regions.
    pub(crate) fn home(self) -> Option<&'static str> {
        match self {
            Self::Known(row) => row.home_region(),
            Self::Listed(_) | Self::OfFips(_) => None,
        }
    }
}

/// Declares `ENDPOINT_SERVICES`, the list in order of id.
macro_rules! endpoint_service_rows {
    ($($id:literal, [$($kind:ident),*], $port:literal, $pattern:literal;)*) => {
        /// Every endpoint service, in order of id.
        pub(crate) static ENDPOINT_SERVICES: &[$crate::knowledge::EndpointServiceRow] = &[$( $crate::knowledge::EndpointServiceRow {
            id: $id, types: &[$($crate::knowledge::EndpointType::$kind),*], port: $port, pattern: $pattern,
        } ),*];
    };
}

/// Declares `OTHER_NAMES`, in order of region.
macro_rules! other_name_rows {
    ($($region:literal, $pattern:literal, [$($service:literal,)*];)*) => {
        /// The names that some services have in a region and not elsewhere, in order of region.
        pub(crate) static OTHER_NAMES: &[OtherNameRow] = &[$( OtherNameRow {
            region: $region, pattern: $pattern, services: &[$($service),*],
        } ),*];
    };
}

pub(crate) use {endpoint_service_rows, other_name_rows};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::partition::{region, regions};

    #[test]
    fn the_list_is_in_order_and_whole() {
        assert!(ENDPOINT_SERVICES.windows(2).all(|pair| pair[0].id < pair[1].id));
        // aws-cdk-lib 2.276.0 offers 397 interface services, 7 of them under a second, deprecated name, and 3 gateway
        // services, of which only `s3express` has no interface.
        assert_eq!(ENDPOINT_SERVICES.len(), 397 - 7 + 1);
        let gateways: Vec<_> =
            endpoint_services().filter(|row| row.types.contains(&EndpointType::Gateway)).map(|row| row.id).collect();
        assert_eq!(gateways, ["dynamodb", "s3", "s3express"]);
        assert!(endpoint_services().all(|row| !row.types.is_empty()));
    }

    #[test]
    fn every_other_name_is_of_a_known_region_and_service() {
        for row in OTHER_NAMES {
            assert!(region(row.region).is_ok(), "{}", row.region);
            for service in row.services {
                assert!(endpoint_service(service).is_some(), "{}: {service}", row.region);
            }
        }
    }

    /// The names of the reference's naming table (aws-cdk-lib 2.276.0), one of each kind.
    #[test]
    fn the_name_follows_the_region_and_the_type() {
        let name = |service, id, kind| endpoint_service(service).unwrap().name_in(region(id).unwrap(), kind);
        let interface = EndpointType::Interface;
        assert_eq!(name("bedrock-runtime", "us-east-1", interface), "com.amazonaws.us-east-1.bedrock-runtime");
        assert_eq!(
            name("kinesis-streams", "cn-northwest-1", interface),
            "cn.com.amazonaws.cn-northwest-1.kinesis-streams"
        );
        assert_eq!(name("execute-api", "us-iso-west-1", interface), "gov.ic.c2s.us-iso-west-1.execute-api");
        assert_eq!(name("securityhub", "eusc-de-east-1", interface), "eu.amazonaws.eusc-de-east-1.securityhub");
        assert_eq!(name("transcribe", "cn-north-1", interface), "cn.com.amazonaws.cn-north-1.transcribe.cn");
        assert_eq!(name("s3", "cn-north-1", EndpointType::Gateway), "com.amazonaws.cn-north-1.s3");
        assert_eq!(name("qbusiness", "us-west-2", interface), "aws.api.us-west-2.qbusiness");
        assert_eq!(name("codecatalyst", "us-west-2", interface), "aws.api.global.codecatalyst");
        assert_eq!(name("savingsplans", "us-west-2", interface), "com.amazonaws.savingsplans");
        assert_eq!(name("studio", "eu-west-1", interface), "aws.sagemaker.eu-west-1.studio");
    }

    /// Two tables that tell the same name must agree in every region.
    #[test]
    fn the_services_of_claims_are_called_as_on_the_list() {
        let mut compared = 0;
        for service in SERVICES {
            let Some(row) = endpoint_service(service.id) else { continue };
            for kind in service.types.iter().filter(|kind| row.types.contains(kind)) {
                for place in regions() {
                    assert_eq!(service.name_in(place, *kind).0, row.name_in(place, *kind));
                    compared += 1;
                }
            }
        }
        assert!(compared > 1000, "{compared}");
    }

    #[test]
    fn an_unknown_suffix_names_its_neighbours() {
        let error = Callable::named("bedrock-runtim").err().unwrap();
        assert_eq!(error.code(), ErrorCode::ErrUnknownService);
        assert!(error.message().contains("`bedrock-runtime`"), "{error}");
    }
}
