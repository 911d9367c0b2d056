//! Wish in, what must exist out. Each item carries its reasons; nothing is planned without a cite.

mod answer;
mod endpoints;
mod notes;
mod reasons;
mod resolve;
mod settings;
mod spec;
mod support;
mod text;

pub use answer::*;
pub(crate) use resolve::{Wish, WishedFeature, resolve};
pub use spec::{ClusterSpec, FeatureOptions, Features};

use crate::error::Error;
use crate::knowledge::{Claim, Index};

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
/// The region is unknown, or the wish lists no kind of node.
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
    let about = wish.circumstances()?;
    let claims: Vec<_> = index.claims_on(as_of).collect();
    let support = support::statements(&claims, &about, as_of);
    let usable = |claim: &Claim| support::is_usable(&support, claim.about);
    let claims: Vec<_> = claims.into_iter().filter(|claim| usable(claim)).collect();
    let (endpoints, undecided) = endpoints::planned(&claims, &about, &wish.called()?);
    let mut plan = Plan {
        spec: wish.resolved(about.region),
        as_of,
        endpoints,
        undecided,
        settings: settings::planned(&claims, &about),
        notes: notes::gathered(&claims, &about),
        support,
        text: String::new(),
    };
    plan.text = text::checklist(&plan, index);
    Ok(plan)
}
