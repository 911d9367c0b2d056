//! The cluster for which images are judged, as far as it is stated. What is not stated is unknown and never taken for
//! none.

use schemars::JsonSchema;
use serde::Deserialize;

use super::ecr;
use crate::error::{Error, ErrorCode, nearest};
use crate::knowledge::{self, RegionRow};
use crate::text::{is_token, shown};

/// The cluster for which images are judged, and what it reaches. It is taken to have no way to the internet.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImageCluster {
    /// The region that it is in, such as `ap-northeast-1`.
    pub region: String,
    /// The account that it is in, twelve digits. Not stated: images in Amazon ECR may be of any account.
    #[serde(default)]
    pub account: Option<String>,
    /// The services of its region that have an endpoint in its VPC, such as `ecr.api`, `ecr.dkr` and `s3`. Not stated: unknown; an
    /// empty list: none.
    #[serde(default)]
    pub endpoints: Option<Vec<String>>,
    /// The rules of its pull-through cache, as `DescribePullThroughCacheRules` prints them. Not stated: unknown.
    #[serde(default)]
    pub pull_through_cache_rules: Option<Vec<PullThroughCacheRule>>,
    /// The hosts of registries that its nodes reach in the VPC or through it, each with its port where it has one. Not
    /// stated: unknown; an empty list: none.
    #[serde(default)]
    pub registries_in_vpc: Option<Vec<String>>,
}

/// A rule of the pull-through cache of Amazon ECR.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PullThroughCacheRule {
    /// What the names of the cached repositories begin with, such as `quay`; `ROOT` for nothing.
    pub ecr_repository_prefix: String,
    /// The registry that it caches, such as `quay.io` or `registry-1.docker.io`.
    pub upstream_registry_url: String,
    /// What the names there begin with; not stated or `ROOT` for nothing.
    #[serde(default)]
    pub upstream_repository_prefix: Option<String>,
}

/// The word of AWS for no prefix.
const ROOT: &str = "ROOT";

impl PullThroughCacheRule {
    /// The beginning of cached names, empty for none.
    pub(super) fn prefix(&self) -> &str {
        if self.ecr_repository_prefix == ROOT { "" } else { self.ecr_repository_prefix.trim_end_matches('/') }
    }

    /// The beginning of names upstream, empty for none.
    pub(super) fn upstream_prefix(&self) -> &str {
        self.upstream_repository_prefix.as_deref().filter(|prefix| *prefix != ROOT).unwrap_or("").trim_end_matches('/')
    }
}

impl ImageCluster {
    /// Holds what is stated against what it may be; gives its region.
    pub(super) fn check(&self) -> Result<&'static RegionRow, Error> {
        let region = knowledge::region(&self.region)?;
        if let Some(account) = self.account.as_deref().filter(|account| !ecr::is_account(account)) {
            let code = if is_token(account) { ErrorCode::ErrUnresolvedToken } else { ErrorCode::ErrInvalidInput };
            return Err(Error::new(
                code,
                "account",
                format!("`{}` is no account; it has twelve digits", shown(account)),
            ));
        }
        for (at, id) in self.endpoints.iter().flatten().enumerate() {
            if knowledge::endpoint_service(id).is_none() {
                let near = nearest(id, knowledge::endpoint_services().map(|row| row.id));
                let says = format!("no list of endpoint services has `{}`{near}", shown(id));
                return Err(Error::new(ErrorCode::ErrUnknownService, format!("endpoints[{at}]"), says));
            }
        }
        for (at, rule) in self.pull_through_cache_rules.iter().flatten().enumerate() {
            let path = format!("pullThroughCacheRules[{at}]");
            let prefix = &rule.ecr_repository_prefix;
            if prefix != ROOT && (prefix.len() > 30 || !ecr::is_name(prefix.trim_end_matches('/'))) {
                let says = format!("`{}` is no prefix of repositories: 2 to 30 characters, or `ROOT`", shown(prefix));
                return Err(Error::new(ErrorCode::ErrInvalidInput, format!("{path}.ecrRepositoryPrefix"), says));
            }
            check_host(&rule.upstream_registry_url, &format!("{path}.upstreamRegistryUrl"))?;
        }
        for (at, host) in self.registries_in_vpc.iter().flatten().enumerate() {
            check_host(host, &format!("registriesInVpc[{at}]"))?;
        }
        Ok(region)
    }
}

/// A registry is named by its host alone.
pub(super) fn check_host(host: &str, path: &str) -> Result<(), Error> {
    if super::reference::is_host(host) {
        return Ok(());
    }
    let code = if is_token(host) { ErrorCode::ErrUnresolvedToken } else { ErrorCode::ErrInvalidInput };
    let says =
        format!("`{}` is no host of a registry; give it without scheme and path, such as `quay.io`", shown(host));
    Err(Error::new(code, path, says))
}
