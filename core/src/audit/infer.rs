//! What the documents say of a wish that the caller did not state: region, VPC, node kinds, features. It never guesses:
//! what no document says stays unstated, and what was taken is named in the report.

use std::collections::BTreeSet;

use crate::error::{Error, ErrorCode};
use crate::knowledge::{self, AuthenticationMode, IpFamily, NodeKind, OptionValue};
use crate::plan::{ClusterSpec, FeatureOptions, Origin, Sourced, Wish, WishedFeature, resolve};
use crate::snapshot::{Part, Snapshot};
use crate::text::{is_token, quoted};

/// A wish whose gaps are filled from the documents, and the add-ons of which nothing is known.
pub(super) struct Inferred {
    pub(super) wish: Wish,
    /// Add-ons that no row of the knowledge has.
    pub(super) unknown_addons: Vec<String>,
    /// Whether the features were looked for in the documents, rather than stated.
    pub(super) from_documents: bool,
}

pub(super) fn infer(snapshot: &Snapshot, spec: Option<&ClusterSpec>) -> Result<Inferred, Error> {
    let mut wish = wish(snapshot, spec)?;
    let stated_nodes = spec.is_some_and(|spec| spec.nodes.is_some());
    let stated_features = spec.is_some_and(|spec| spec.features.is_some());
    let cluster = snapshot.cluster.as_ref();
    let config = cluster.and_then(|cluster| cluster.resources_vpc_config.as_ref());
    contradicts(&wish, snapshot)?;
    if wish.name.is_none() {
        wish.name = cluster.and_then(|cluster| cluster.name.clone()).map(|name| Sourced::inferred(name, "`cluster`"));
    }
    if wish.vpc.is_none() {
        wish.vpc = config
            .and_then(|config| config.vpc_id.clone())
            .filter(|vpc| !is_token(vpc))
            .map(|vpc| Sourced::inferred(vpc, "`cluster`"))
            .or_else(|| only_vpc(snapshot).map(|vpc| Sourced::inferred(vpc, "the only VPC of the documents")));
    }
    if wish.ip_family.is_none() {
        let family = cluster.and_then(|cluster| cluster.kubernetes_network_config.as_ref()?.ip_family.as_deref());
        wish.ip_family = match family {
            Some("ipv4") => Some(Sourced::inferred(IpFamily::Ipv4, "`cluster`")),
            Some("ipv6") => Some(Sourced::inferred(IpFamily::Ipv6, "`cluster`")),
            _ => None,
        };
    }
    if wish.authentication_mode.is_none() {
        let mode = cluster.and_then(|cluster| cluster.access_config.as_ref()?.authentication_mode.as_deref());
        let mode = mode.and_then(|mode| AuthenticationMode::ALL.iter().find(|own| own.as_str() == mode));
        wish.authentication_mode = mode.map(|mode| Sourced::inferred(*mode, "`cluster`"));
    }
    if let (false, Some(nodes)) = (stated_nodes, nodes(snapshot)) {
        wish.nodes = nodes;
    }
    let mut unknown_addons = Vec::new();
    if !stated_features {
        features(snapshot, &mut wish, &mut unknown_addons);
    }
    Ok(Inferred { wish, unknown_addons, from_documents: !stated_features })
}

/// Refuses a wish that is of another cluster or VPC than the documents.
fn contradicts(wish: &Wish, snapshot: &Snapshot) -> Result<(), Error> {
    let cluster = snapshot.cluster.as_ref();
    let config = cluster.and_then(|cluster| cluster.resources_vpc_config.as_ref());
    let stated = [
        ("spec.name", &wish.name, cluster.and_then(|cluster| cluster.name.as_deref())),
        ("spec.vpc", &wish.vpc, config.and_then(|config| config.vpc_id.as_deref())),
    ];
    for (path, stated, shown) in stated {
        let Some(stated) = stated.as_ref().map(|stated| stated.value.as_str()) else { continue };
        if is_token(stated) {
            let message = format!("`{stated}` is known only at deployment; give the value itself, or leave it out");
            return Err(Error::new(ErrorCode::ErrUnresolvedToken, path, message));
        }
        if let Some(shown) = shown.filter(|shown| *shown != stated && !is_token(shown)) {
            let message = format!("`{stated}` is not what the documents are of: the cluster says `{shown}`");
            return Err(Error::new(ErrorCode::ErrMixedDocuments, path, message));
        }
    }
    Ok(())
}

/// The stated wish, or one for the region that the documents are of.
fn wish(snapshot: &Snapshot, spec: Option<&ClusterSpec>) -> Result<Wish, Error> {
    let found = snapshot.region();
    if let Some(spec) = spec {
        let wish = resolve(spec).map_err(|error| error.under("spec"))?;
        if let Some((region, from)) = &found
            && *region != spec.region
        {
            let message = format!("`{}` is not the region of the documents: {from} is of `{region}`", spec.region);
            return Err(Error::new(ErrorCode::ErrMixedDocuments, "spec.region", message));
        }
        return Ok(wish);
    }
    let Some((region, from)) = found else {
        let message = "no document names the region; state `spec.region`";
        return Err(Error::new(ErrorCode::ErrInvalidInput, "spec.region", message));
    };
    let spec = ClusterSpec::new(region.clone()).map_err(|error| error.under("snapshot"))?;
    let mut wish = resolve(&spec)?;
    wish.region = Sourced::inferred(region, &from);
    Ok(wish)
}

fn only_vpc(snapshot: &Snapshot) -> Option<String> {
    let listed = snapshot.vpcs.iter().flatten().filter_map(|vpc| vpc.vpc_id.as_ref());
    let of_subnets = snapshot.subnets.iter().flatten().filter_map(|subnet| subnet.vpc_id.as_ref());
    let vpcs: BTreeSet<&String> = listed.chain(of_subnets).collect();
    vpcs.iter().next().filter(|_| vpcs.len() == 1).map(|vpc| (*vpc).clone())
}

/// The node kinds that node groups and Fargate profiles show.
fn nodes(snapshot: &Snapshot) -> Option<Sourced<Vec<NodeKind>>> {
    let mut kinds = BTreeSet::new();
    let mut from = Vec::new();
    for group in snapshot.nodegroups.iter().flatten() {
        if let Some(kind) = group.ami_type.as_deref().and_then(kind_of_image) {
            kinds.insert(kind);
            from.push("`nodegroups`");
        }
    }
    if snapshot.fargate_profiles.as_ref().is_some_and(|profiles| !profiles.is_empty()) {
        kinds.insert(NodeKind::Fargate);
        from.push("`fargateProfiles`");
    }
    from.dedup();
    (!kinds.is_empty()).then(|| Sourced::inferred(kinds.into_iter().collect(), from.join(" and ")))
}

/// AWS's types of images begin with the operating system; `CUSTOM` says nothing.
fn kind_of_image(image: &str) -> Option<NodeKind> {
    let image = image.to_ascii_uppercase();
    let kinds = [
        ("AL2023_", NodeKind::Al2023),
        ("AL2_", NodeKind::Al2),
        ("BOTTLEROCKET_", NodeKind::Bottlerocket),
        ("WINDOWS_", NodeKind::Windows),
    ];
    kinds.into_iter().find(|(prefix, _)| image.starts_with(prefix)).map(|(_, kind)| kind)
}

fn features(snapshot: &Snapshot, wish: &mut Wish, unknown_addons: &mut Vec<String>) {
    for addon in snapshot.addons.iter().flatten() {
        let Some(name) = addon.addon_name.as_deref() else { continue };
        let Some(row) = knowledge::feature(name) else {
            unknown_addons.push(name.to_owned());
            continue;
        };
        let mut options = FeatureOptions::default();
        let means = match (&addon.service_account_role_arn, &addon.pod_identity_associations) {
            (Some(_), _) => Some("irsa"),
            (None, Some(associations)) if !associations.is_empty() => Some("pod-identity"),
            _ => None,
        };
        if let (Some(means), Some(_)) = (means, row.options.iter().find(|option| option.name == "credentials")) {
            options.insert("credentials", OptionValue::from(means));
        }
        add(wish, row.id, &format!("the add-on {}", quoted([name])), options);
        if addon.service_account_role_arn.is_some() {
            add(wish, "irsa", &format!("the role of the add-on {}", quoted([name])), FeatureOptions::default());
        }
    }
    if snapshot.nodegroups.as_ref().is_some_and(|groups| !groups.is_empty()) {
        add(wish, "managed-node-groups", "`nodegroups`", FeatureOptions::default());
    }
    if snapshot.pod_identity_associations.as_ref().is_some_and(|associations| !associations.is_empty()) {
        add(wish, "pod-identity", "`podIdentityAssociations`", FeatureOptions::default());
    }
    let auto = snapshot.cluster.as_ref().and_then(|cluster| cluster.compute_config.as_ref()?.enabled);
    if auto == Some(true) {
        match knowledge::feature("auto-mode") {
            Some(row) => add(wish, row.id, "`cluster`", FeatureOptions::default()),
            None => unknown_addons.push("auto-mode".to_owned()),
        }
    }
    unknown_addons.sort_unstable();
    unknown_addons.dedup();
}

fn add(wish: &mut Wish, id: &str, from: &str, options: FeatureOptions) {
    wish.features.entry(id.to_owned()).or_insert_with(|| WishedFeature {
        origin: Origin::Inferred,
        from: from.to_owned(),
        options,
    });
}

/// The parts that say which features a cluster uses.
pub(super) const FEATURE_PARTS: [Part; 2] = [Part::Addons, Part::PodIdentityAssociations];
