//! From what a caller stated to a wish of which each value says where it comes from. It guesses nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::day::Day;
use crate::error::{Error, ErrorCode};
use crate::knowledge::{
    self, AuthenticationMode, Callable, Circumstances, ControlPlaneEgressMode, IpFamily, NodeKind, RegionRow, Statement,
};
use crate::plan::answer::{Origin, ResolvedFeature, ResolvedOption, ResolvedSpec, Sourced};
use crate::plan::features::{FeatureOptions, Features};
use crate::plan::spec::ClusterSpec;
use crate::plan::surroundings::{self, Caller, Surroundings};

/// A wish of which each value says where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wish {
    /// The region.
    pub(crate) region: Sourced<String>,
    /// The name of the cluster, where it is known.
    pub(crate) name: Option<Sourced<String>>,
    /// The VPC that the nodes are in, where it is known.
    pub(crate) vpc: Option<Sourced<String>>,
    /// The node kinds.
    pub(crate) nodes: Sourced<Vec<NodeKind>>,
    /// The subnets that nodes run in, where they are known.
    pub(crate) node_subnets: Option<Sourced<Vec<String>>>,
    /// The security groups that nodes carry, where somebody stated them.
    pub(crate) node_security_groups: Option<Sourced<Vec<String>>>,
    /// The IP family, where it is known.
    pub(crate) ip_family: Option<Sourced<IpFamily>>,
    /// The features by id.
    pub(crate) features: BTreeMap<String, WishedFeature>,
    /// The services that workloads call, where somebody stated them, in order of suffix.
    pub(crate) services: Option<Sourced<Vec<String>>>,
    /// The authentication mode, where it is known.
    pub(crate) authentication_mode: Option<Sourced<AuthenticationMode>>,
    /// What the wish states of the network around the cluster.
    pub(crate) surroundings: Surroundings,
    /// What the caller stated, word by word.
    pub(crate) given: ClusterSpec,
    /// The day for which to answer; the day of the newest knowledge where there is none.
    pub(crate) as_of: Option<Day>,
}

/// A feature of a wish.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WishedFeature {
    /// Where it comes from.
    pub(crate) origin: Origin,
    /// From what it was inferred; empty when it was not.
    pub(crate) from: String,
    /// The options that were stated or inferred.
    pub(crate) options: FeatureOptions,
}

impl<T> Sourced<T> {
    /// A value that the caller stated.
    pub(crate) fn given(value: T) -> Self {
        Self { value, origin: Origin::Given, from: String::new() }
    }

    /// A value that follows from documents.
    pub(crate) fn inferred(value: T, from: impl Into<String>) -> Self {
        Self { value, origin: Origin::Inferred, from: from.into() }
    }

    /// A value that nobody stated.
    pub(crate) fn default_of(value: T) -> Self {
        Self { value, origin: Origin::Default, from: String::new() }
    }
}

/// The wish that a caller stated.
///
/// # Errors
/// The region is unknown, or the wish lists no kind of node.
pub(crate) fn resolve(spec: &ClusterSpec) -> Result<Wish, Error> {
    knowledge::region(&spec.region)?;
    let nodes = match &spec.nodes {
        None => Sourced::default_of(vec![NodeKind::Al2023]),
        Some(kinds) if kinds.is_empty() && !has_nodes_of_its_own(spec) => {
            let words: Vec<_> = NodeKind::ALL.iter().map(|kind| format!("`{}`", kind.as_str())).collect();
            let message = format!(
                "no kind of node is listed, and no feature brings nodes; name one of {}, leave it out, or wish `{}` or `{}`",
                words.join(", "),
                knowledge::AUTO_MODE.id,
                knowledge::HYBRID_NODES.id,
            );
            return Err(Error::new(ErrorCode::ErrInvalidInput, "nodes", message));
        }
        Some(kinds) => Sourced::given(kinds.iter().copied().collect::<BTreeSet<_>>().into_iter().collect()),
    };
    let given = |options: &FeatureOptions| WishedFeature {
        origin: Origin::Given,
        from: String::new(),
        options: options.clone(),
    };
    let features = spec.features.iter().flat_map(Features::iter);
    let mut features: BTreeMap<_, _> = features.map(|(id, options)| (id.to_owned(), given(options))).collect();
    if spec.control_plane_egress_mode.is_some() {
        features.entry("control-plane-egress".to_owned()).or_insert_with(|| given(&FeatureOptions::default()));
    }
    for (path, means) in credentials(&features) {
        let inferred = WishedFeature { origin: Origin::Inferred, from: path, options: FeatureOptions::default() };
        features.entry(means).or_insert(inferred);
    }
    kubernetes_minor(spec)?;
    account(spec)?;
    names(spec)?;
    Ok(Wish {
        region: Sourced::given(spec.region.clone()),
        name: spec.name.clone().map(Sourced::given),
        vpc: spec.vpc.clone().map(Sourced::given),
        nodes,
        node_subnets: spec.node_subnets.clone().map(Sourced::given),
        node_security_groups: spec.node_security_groups.clone().map(Sourced::given),
        ip_family: spec.ip_family.map(Sourced::given),
        features,
        services: spec.services.as_deref().map(called).transpose()?.map(Sourced::given),
        authentication_mode: spec.authentication_mode.map(Sourced::given),
        surroundings: surroundings::read(spec)?,
        given: spec.clone(),
        as_of: spec.as_of,
    })
}

/// The features that others of the wish get their credentials through, each with the path of the option that says so.
fn credentials(features: &BTreeMap<String, WishedFeature>) -> Vec<(String, String)> {
    let stated = |(id, feature): (&String, &WishedFeature)| {
        let means = feature.options.iter().find(|(name, _)| *name == "credentials")?.1.to_string();
        knowledge::feature(&means).map(|_| (format!("features.{id}.credentials"), means))
    };
    features.iter().filter_map(stated).collect()
}

/// The name of the cluster as EKS takes it, and the id of the VPC.
fn names(spec: &ClusterSpec) -> Result<(), Error> {
    if let Some(name) = &spec.name {
        surroundings::known("name", name)?;
        let starts = name.starts_with(|first: char| first.is_ascii_alphanumeric());
        let rest = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        if !starts || !rest || name.len() > 100 {
            let message = format!(
                "`{name}` is no name of a cluster: 1 to 100 letters, digits, `-` and `_`, a letter or digit first"
            );
            return Err(Error::new(ErrorCode::ErrInvalidInput, "name", message));
        }
    }
    if let Some(vpc) = &spec.vpc {
        surroundings::known("vpc", vpc)?;
        if !vpc.starts_with("vpc-") {
            let message = format!("`{vpc}` is no id of a VPC, such as `vpc-0123456789abcdef0`");
            return Err(Error::new(ErrorCode::ErrInvalidInput, "vpc", message));
        }
    }
    Ok(())
}

/// Whether a feature of the wish brings nodes that no kind of node stands for.
fn has_nodes_of_its_own(spec: &ClusterSpec) -> bool {
    let mut ids = spec.features.iter().flat_map(Features::iter).map(|(id, _)| id);
    ids.any(|id| [knowledge::AUTO_MODE.id, knowledge::HYBRID_NODES.id].contains(&id))
}

/// The minor version of Kubernetes, where the wish states one.
fn kubernetes_minor(spec: &ClusterSpec) -> Result<Option<u16>, Error> {
    let Some(version) = &spec.kubernetes_version else { return Ok(None) };
    surroundings::known("kubernetesVersion", version)?;
    let minor = version.strip_prefix("1.").filter(|minor| minor.bytes().all(|byte| byte.is_ascii_digit()));
    let minor = minor.filter(|minor| !minor.starts_with('0'));
    // The first version that EKS offered was 1.10.
    minor.and_then(|minor| minor.parse().ok()).filter(|minor| *minor >= 10).map(Some).ok_or_else(|| {
        let message = format!("`{version}` is no version of Kubernetes as EKS names it, such as `1.33`");
        Error::new(ErrorCode::ErrInvalidInput, "kubernetesVersion", message)
    })
}

fn account(spec: &ClusterSpec) -> Result<(), Error> {
    if let Some(account) = &spec.account {
        surroundings::known("account", account)?;
    }
    match &spec.account {
        Some(account) if account.len() != 12 || !account.bytes().all(|byte| byte.is_ascii_digit()) => {
            let message = format!("`{account}` is no account id, which has twelve digits");
            Err(Error::new(ErrorCode::ErrInvalidInput, "account", message))
        }
        _ => Ok(()),
    }
}

/// The services that a wish says are called, each once, in order of suffix.
fn called(suffixes: &[String]) -> Result<Vec<String>, Error> {
    let mut found = BTreeSet::new();
    for (at, suffix) in suffixes.iter().enumerate() {
        let service = Callable::named(suffix).map_err(|error| error.under(&format!("services[{at}]")))?;
        found.insert(service.id().to_owned());
    }
    Ok(found.into_iter().collect())
}

impl Wish {
    /// What conditions are held against.
    ///
    /// # Errors
    /// The region or a feature is unknown.
    pub(crate) fn circumstances(&self, as_of: Day) -> Result<Circumstances, Error> {
        let mut features = BTreeMap::new();
        for (id, feature) in &self.features {
            let row = knowledge::feature(id).ok_or_else(|| {
                let message = format!("`{id}` is no feature that is known");
                Error::new(ErrorCode::ErrUnknownFeature, format!("features.{id}"), message)
            })?;
            let options = feature.options.iter().map(|(name, value)| (name.to_owned(), value.clone()));
            features.insert(row.id, options.collect());
        }
        Ok(Circumstances {
            region: knowledge::region(&self.region.value)?,
            nodes: self.nodes.value.iter().copied().collect(),
            ip_family: self.ip_family.as_ref().map(|family| family.value),
            authentication_mode: (self.authentication_mode(as_of).value, self.authentication_mode.is_some()),
            control_plane_egress_mode: (
                self.control_plane_egress_mode().value,
                self.given.control_plane_egress_mode.is_some(),
            ),
            kubernetes_minor: kubernetes_minor(&self.given)?,
            stated: self.stated(),
            across_regions: BTreeSet::new(),
            features,
        })
    }

    /// The authentication mode: without a statement one with access entries, where they exist on that day.
    pub(crate) fn authentication_mode(&self, as_of: Day) -> Sourced<AuthenticationMode> {
        self.authentication_mode.clone().unwrap_or_else(|| {
            let before = as_of < knowledge::ACCESS_ENTRIES_SINCE;
            Sourced::default_of(if before { AuthenticationMode::ConfigMap } else { AuthenticationMode::Api })
        })
    }

    /// The egress mode of the control plane: without a statement the default of EKS.
    fn control_plane_egress_mode(&self) -> Sourced<ControlPlaneEgressMode> {
        let stated = self.given.control_plane_egress_mode.map(Sourced::given);
        stated.unwrap_or_else(|| Sourced::default_of(ControlPlaneEgressMode::AwsManaged))
    }

    fn stated(&self) -> BTreeSet<Statement> {
        let around = &self.surroundings;
        let of_endpoints = |caller: &Caller| caller.endpoints == Some(true);
        let stated = [
            (Statement::CallersOfEndpoints, around.callers.iter().flatten().any(|(_, caller)| of_endpoints(caller))),
            (Statement::CentralEndpoints, around.endpoint_vpc.is_some()),
            (Statement::DnsServers, around.dns_servers.is_some()),
            (Statement::Destinations, !around.destinations.is_empty()),
            (Statement::Fips, self.given.fips == Some(true)),
            (Statement::NodeSecurityGroups, self.node_security_groups.is_some()),
            (Statement::PodSecurityGroups, self.given.pod_security_groups.as_ref().is_some_and(|ids| !ids.is_empty())),
            (Statement::Proxy, around.proxy.is_some()),
        ];
        stated.into_iter().filter(|(_, there)| *there).map(|(statement, _)| statement).collect()
    }

    /// The services that workloads call.
    ///
    /// # Errors
    /// No endpoint service is known by one of the suffixes.
    pub(crate) fn called(&self) -> Result<Vec<Callable>, Error> {
        self.services.iter().flat_map(|services| &services.value).map(|suffix| Callable::named(suffix)).collect()
    }

    /// The wish as it was understood.
    pub(crate) fn resolved(&self, region: &RegionRow, as_of: Day) -> ResolvedSpec {
        let given = &self.given;
        let feature = |(id, feature): (&String, &WishedFeature)| ResolvedFeature {
            id: id.clone(),
            origin: feature.origin,
            from: feature.from.clone(),
            options: options(id, &feature.options),
        };
        ResolvedSpec {
            region: self.region.clone(),
            partition: region.partition.id.to_owned(),
            name: self.name.clone(),
            vpc: self.vpc.clone(),
            nodes: self.nodes.clone(),
            node_subnets: self.node_subnets.clone(),
            node_security_groups: self.node_security_groups.clone(),
            ip_family: self.ip_family.clone(),
            features: self.features.iter().map(feature).collect(),
            services: self.services.clone(),
            kubernetes_version: given.kubernetes_version.clone().map(Sourced::given),
            account: given.account.clone().map(Sourced::given),
            authentication_mode: self.authentication_mode(as_of),
            control_plane_egress_mode: self.control_plane_egress_mode(),
            fips: given.fips.map_or_else(|| Sourced::default_of(false), Sourced::given),
            vpc_cidrs: given.vpc_cidrs.clone().map(Sourced::given),
            service_cidr: given.service_cidr.clone().map(Sourced::given),
            subnets: given.subnets.clone().unwrap_or_default(),
            cluster_subnets: given.cluster_subnets.clone().map(Sourced::given),
            pod_subnets: given.pod_subnets.clone().map(Sourced::given),
            pod_security_groups: given.pod_security_groups.clone().map(Sourced::given),
            remote_node_cidrs: given.remote_node_cidrs.clone().map(Sourced::given),
            remote_pod_cidrs: given.remote_pod_cidrs.clone().map(Sourced::given),
            callers: given.callers.clone().map(Sourced::given),
            dns_servers: given.dns_servers.clone().map(Sourced::given),
            proxy: given.proxy.clone().map(Sourced::given),
            destinations: given.destinations.clone().map(Sourced::given),
            endpoint_vpc: given.endpoint_vpc.clone().map(Sourced::given),
        }
    }
}

/// The options that are stated, and those that are not but have a default.
fn options(feature: &str, stated: &FeatureOptions) -> Vec<ResolvedOption> {
    let given = stated.iter().map(|(name, value)| (name.to_owned(), value.to_string(), Origin::Given));
    let rows = knowledge::feature(feature).into_iter().flat_map(|row| row.options.iter());
    let defaults = rows.filter_map(|row| Some((row.name.to_owned(), row.unstated?.to_owned(), Origin::Default)));
    // In order of name, and what is stated before what would be taken.
    let mut options: BTreeMap<String, ResolvedOption> = BTreeMap::new();
    for (name, value, origin) in given.chain(defaults) {
        options.entry(name.clone()).or_insert(ResolvedOption { name, value, origin });
    }
    options.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Level;
    use crate::plan::plan_wish;

    #[test]
    fn a_wish_that_was_inferred_is_planned_and_shown_as_inferred() {
        let inferred = |value: &str| Sourced {
            value: value.to_owned(),
            origin: Origin::Inferred,
            from: "the ARN of the cluster".to_owned(),
        };
        let wish = Wish {
            region: inferred("eu-west-1"),
            name: Some(inferred("prod\u{1b}[2J")),
            vpc: None,
            nodes: Sourced {
                value: vec![NodeKind::Fargate],
                origin: Origin::Inferred,
                from: "FargateProfiles".to_owned(),
            },
            node_subnets: None,
            node_security_groups: None,
            ip_family: Some(Sourced::given(IpFamily::Ipv4)),
            features: BTreeMap::from([(
                "irsa".to_owned(),
                WishedFeature {
                    origin: Origin::Inferred,
                    from: "addons".to_owned(),
                    options: FeatureOptions::default(),
                },
            )]),
            services: None,
            authentication_mode: None,
            surroundings: Surroundings::default(),
            given: ClusterSpec::default(),
            as_of: None,
        };
        let plan = plan_wish(&wish).unwrap();
        let sts = plan.endpoints.iter().find(|endpoint| endpoint.service == "sts").unwrap();
        assert_eq!(sts.level, Level::Required);
        assert_eq!(plan.spec.region.origin, Origin::Inferred);
        assert!(plan.settings.iter().all(|setting| setting.settled_by.is_empty()));
        assert!(plan.text.contains("nodes: fargate (inferred from FargateProfiles)\n"), "{}", plan.text);
        assert!(plan.text.contains("With irsa (inferred from addons)\n"), "{}", plan.text);
        assert!(plan.text.contains(r"`prod\u{1b}[2J`") && !plan.text.contains('\u{1b}'), "{}", plan.text);
    }

    #[test]
    fn a_wish_with_a_feature_that_nobody_knows_is_refused() {
        let mut wish = resolve(&ClusterSpec::new("eu-west-1").unwrap()).unwrap();
        let odd = WishedFeature { origin: Origin::Given, from: String::new(), options: FeatureOptions::default() };
        wish.features.insert("irsaa".to_owned(), odd);
        let error = plan_wish(&wish).unwrap_err();
        assert_eq!((error.code(), error.path()), (ErrorCode::ErrUnknownFeature, "features.irsaa"));
    }
}
