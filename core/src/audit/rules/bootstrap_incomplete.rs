//! `bootstrap-incomplete`: user data leaves out what a node has to be told of its cluster, so that it asks the EKS API,
//! or does not join at all.

use super::Rule;
use crate::audit::context::Context;
use crate::audit::draft::Draft;
use crate::audit::eks_api::{Asks, asks};
use crate::audit::joins::{Join, Judged, Looks};
use crate::audit::report::Severity;
use crate::audit::target::missing;
use crate::bootstrap::{Facts, Known, NodeFamily};
use crate::error::Error;
use crate::snapshot::Part;
use crate::text::quoted;
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "bootstrap-incomplete", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let eks = asks(context);
    Ok(context.joins.drafts(Severity::Critical, Looks::Told, |join, facts, _| Some(judge(join, facts, eks))))
}

fn judge(join: &Join, facts: &Facts, eks: Asks) -> Judged {
    let words = &join.words;
    if join.merged_by_eks {
        return Judged::new(
            Verdict::Met,
            format!("{words} is told about the cluster by EKS, which merges its own part"),
        );
    }
    let name = ("the name of the cluster", &facts.name);
    let endpoint = ("the endpoint", &facts.endpoint);
    let authority = ("the certificate authority", &facts.authority);
    let cidr = ("the service CIDR", &facts.service_cidr);
    let needs: &[(&str, &Known<String>)] = match facts.family.filter(|_| facts.joins) {
        None => {
            let says =
                format!("the user data of {words} has nothing that makes a node join; its image may, or nothing does");
            return Judged::new(Verdict::Unknown, says).settled_by(Part::LaunchTemplateVersions);
        }
        Some(NodeFamily::Al2023 | NodeFamily::Hybrid) => &[name, endpoint, authority, cidr],
        Some(NodeFamily::Al2 | NodeFamily::Bottlerocket | NodeFamily::Windows | NodeFamily::Ubuntu) => {
            &[name, endpoint, authority]
        }
    };
    let (absent, unknown) = missing(needs);
    let may_ask = matches!(facts.family, Some(NodeFamily::Al2 | NodeFamily::Windows | NodeFamily::Ubuntu))
        && !facts.name.is_absent();
    match (absent.is_empty(), unknown.is_empty()) {
        (true, true) => Judged::new(Verdict::Met, format!("{words} is told {}", told(needs))),
        (true, false) => {
            let says = format!(
                "{words} is told {} by a variable or a command, whose value no document shows",
                unknown.join(", ")
            );
            Judged::new(Verdict::Unknown, says)
        }
        (false, _) => {
            let list = absent.join(", ");
            match (may_ask, eks) {
                (true, Asks::Answered) => {
                    let says =
                        format!("{words} is not told {list}, and asks the EKS API, for which there is an endpoint");
                    Judged::new(Verdict::Met, says)
                }
                (true, Asks::NotKnown) => {
                    let says = format!("{words} is not told {list}, and whether the EKS API answers it is not known");
                    Judged::new(Verdict::Unknown, says).settled_by(Part::VpcEndpoints)
                }
                _ => {
                    let mut judged =
                        Judged::new(Verdict::Broken, format!("{words} is not told {list}, and does not join"));
                    judged.says.push(format!("its user data lacks {list}"));
                    judged
                }
            }
        }
    }
}

fn told(needs: &[(&str, &Known<String>)]) -> String {
    let given = needs.iter().filter_map(|(_, value)| value.given());
    let short = |value: &String| value.chars().take(24).collect::<String>();
    format!("all that it needs: {}", quoted(given.map(short)))
}
