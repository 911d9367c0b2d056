//! Wish in, what must exist out. Each item carries its reasons; nothing is planned without a cite.

mod across_regions;
mod addresses;
mod answer;
mod boot;
mod bypass;
mod endpoints;
mod features;
mod findings;
mod flows;
mod images;
mod notes;
mod order;
mod policy;
mod reasons;
mod resolve;
mod security_groups;
mod settings;
mod spec;
mod support;
mod surroundings;
mod text;

pub use answer::{
    BootCall, BypassEntry, EndpointPlace, NoProxy, Origin, Plan, PlanFinding, PlannedEndpoint, PlannedFlow,
    PlannedImage, PlannedPolicy, PlannedRule, PlannedSecurityGroup, PlannedSetting, Reason, ResolvedFeature,
    ResolvedOption, ResolvedSpec, RuleDirection, Sourced, Step, SubnetAddresses, SupportStatement,
};
pub use features::{FeatureOptions, Features};
pub(crate) use resolve::{Wish, WishedFeature, resolve};
pub use spec::ClusterSpec;
pub use surroundings::{Caller, DestinationSpec, EndpointVpcSpec, ProxySpec, SubnetSpec};

use crate::error::{Error, ErrorCode};
use crate::knowledge::{Index, Level};

/// The reason that a claim gives by itself.
pub(crate) fn reason_of(claim: &str) -> Option<Reason> {
    let claim = Index::of_rows().ok()?.claims().find(|known| known.id == claim)?;
    Some(reasons::reason(claim, Level::Required, String::new()))
}

/// Says everything that must exist for a cluster without internet access, as of a day.
///
/// ```
/// use private_eks::{ClusterSpec, plan};
///
/// let spec = ClusterSpec::new("cn-north-1")?.option("karpenter", "interruptionQueue", "events")?;
/// let plan = plan(&spec)?;
/// let sqs = plan.endpoints.iter().find(|endpoint| endpoint.service == "sqs").unwrap();
/// assert_eq!(sqs.service_name, "cn.com.amazonaws.cn-north-1.sqs");
/// assert_eq!(sqs.reasons[0].condition, "`features.karpenter.interruptionQueue` is `events`");
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// The region is unknown, the wish has no nodes, or its day lies before the first source that was read.
pub fn plan(spec: &ClusterSpec) -> Result<Plan, Error> {
    plan_wish(&resolve(spec)?)
}

/// The plan for a wish of which each value says where it comes from.
///
/// # Errors
/// The region or a feature is unknown.
pub(crate) fn plan_wish(wish: &Wish) -> Result<Plan, Error> {
    let index = Index::of_rows()?;
    let as_of = wish.as_of.unwrap_or(index.newest());
    if as_of < index.first() {
        let message = format!("nothing is known of `{as_of}`: the first source that was read is of {}", index.first());
        return Err(Error::new(ErrorCode::ErrInvalidInput, "asOf", message));
    }
    let mut about = wish.circumstances(as_of)?;
    let claims: Vec<_> = index.claims_on(as_of).collect();
    let support = support::statements(&claims, &about, as_of);
    let lost = support::lost(&support);
    let all = reasons::there(claims, |subject| reasons::is_there(subject, &about));
    let claims = reasons::there(all.clone(), |subject| !lost.contains(subject.id()));
    let (endpoints, undecided) = endpoints::planned(&claims, &about, wish)?;
    about.across_regions = across_regions::reached(&endpoints);
    let addresses = addresses::taken(wish, &endpoints);
    let mut findings = findings::found(&all, &about, wish, &support, &addresses);
    findings.extend(across_regions::found(&claims, &endpoints, wish));
    findings.sort_by(|a, b| (&a.id, &a.paths).cmp(&(&b.id, &b.paths)));
    let pods_apart = wish.given.pod_security_groups.as_ref().is_some_and(|groups| !groups.is_empty());
    let around = flows::Around { about: &about, surroundings: &wish.surroundings, endpoints: &endpoints, pods_apart };
    let flows = flows::planned(&claims, &around);
    let mut plan = Plan {
        spec: wish.resolved(about.region, as_of),
        as_of,
        findings,
        security_groups: security_groups::planned(wish, &about, &flows, &endpoints),
        flows,
        settings: settings::planned(&claims, &about),
        no_proxy: bypass::listed(wish, &about, &endpoints),
        images: images::planned(&claims, &about),
        boot_calls: boot::calls(&claims, &about),
        order: Vec::new(),
        addresses,
        notes: notes::gathered(&claims, &about),
        endpoints,
        undecided,
        support,
        text: String::new(),
    };
    plan.order = order::steps(&plan);
    plan.text = text::checklist(&plan, index);
    Ok(plan)
}
