//! `private-access-off`: the cluster's endpoint has no private access, so that nodes without a way to the internet
//! cannot register.

use super::Rule;
use crate::audit::context::{Context, settle};
use crate::audit::draft::Draft;
use crate::audit::report::Severity;
use crate::error::Error;
use crate::network::Repair;
use crate::snapshot::Part;
use crate::text::quoted;
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "private-access-off", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let Some(setting) = context.setting("endpointPrivateAccess") else { return Ok(Vec::new()) };
    let cluster = context.snapshot.cluster.as_ref();
    let name = cluster.and_then(|cluster| cluster.name.clone());
    let subject = name.clone().or_else(|| context.wish.name.as_ref().map(|name| name.value.clone()));
    let subject = subject.unwrap_or_else(|| "the cluster".to_owned());
    let shown = quoted([&subject]);
    let access = cluster.and_then(|cluster| cluster.resources_vpc_config.as_ref()?.endpoint_private_access);
    let draft = |verdict, message: String| {
        Draft::new(subject.clone(), verdict, Severity::Critical, message).because(&setting.reasons)
    };
    let says = |on: bool| format!("`resourcesVpcConfig.endpointPrivateAccess` is `{on}`");
    Ok(vec![match access {
        Some(true) => draft(Verdict::Met, format!("the endpoint of {shown} has private access")).evidence(
            Part::Cluster,
            &subject,
            says(true),
        ),
        Some(false) => draft(Verdict::Broken, format!("the endpoint of {shown} has no private access"))
            .evidence(Part::Cluster, &subject, says(false))
            .mended_by(name.map(|cluster| Repair::TurnOnPrivateAccess { cluster })),
        None => draft(Verdict::Unknown, format!("whether the endpoint of {shown} has private access is not known"))
            .settled_by([settle(Part::Cluster)]),
    }])
}
