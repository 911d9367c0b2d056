//! `bootstrap-dns-wrong`: the address of the cluster's DNS that pods on a node get is another than the cluster has: told
//! wrong, worked out of a wrong service CIDR, or guessed by the node.

use super::Rule;
use crate::audit::context::Context;
use crate::audit::dns_guess::{EITHER, Guess, guessed};
use crate::audit::draft::Draft;
use crate::audit::eks_api::{Asks, asks};
use crate::audit::joins::{Join, Judged, Looks};
use crate::audit::report::Severity;
use crate::audit::target::{Target, derived};
use crate::bootstrap::{Facts, Known, NodeFamily};
use crate::error::Error;
use crate::snapshot::Part;
use crate::text::quoted;
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "bootstrap-dns-wrong", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let target = &context.joins.target;
    let vpcs = context.snapshot.vpcs.iter().flatten();
    let own = vpcs.into_iter().find(|vpc| vpc.vpc_id.as_deref() == context.vpc());
    let sets = own.and_then(|vpc| vpc.cidr_block_association_set.as_deref()).unwrap_or_default();
    let mut blocks: Vec<&str> = own.iter().filter_map(|vpc| vpc.cidr_block.as_deref()).collect();
    blocks.extend(sets.iter().filter_map(|set| set.cidr_block.as_deref()));
    let eks = asks(context);
    Ok(context.joins.drafts(Severity::High, Looks::Cluster, |join, facts, _| judge(join, facts, target, &blocks, eks)))
}

fn judge(join: &Join, facts: &Facts, target: &Target, blocks: &[&str], eks: Asks) -> Option<Judged> {
    let words = &join.words;
    if join.merged_by_eks && facts.dns.is_absent() || facts.family.is_none() || !facts.joins {
        return None;
    }
    let Some(own) = target.dns() else {
        let says = format!(
            "whether {words} knows the address of the DNS is not known: the cluster does not show its services"
        );
        return Some(Judged::new(Verdict::Unknown, says).settled_by(Part::Cluster));
    };
    let (addresses, how) = match (&facts.dns, &facts.service_cidr) {
        (Known::Unknown, _) | (Known::Absent, Known::Unknown) => {
            let says = format!("the address of the DNS that {words} gets depends on a variable or a command");
            return Some(Judged::new(Verdict::Unknown, says).settled_by(Part::LaunchTemplateVersions));
        }
        (Known::Given(addresses), _) => (addresses.clone(), "is told"),
        (Known::Absent, Known::Given(cidr)) => (vec![derived(cidr).unwrap_or_else(|| cidr.clone())], "works out"),
        // Bottlerocket asks before it guesses.
        (Known::Absent, Known::Absent) if facts.family == Some(NodeFamily::Bottlerocket) && eks != Asks::Nobody => {
            let says = format!(
                "{words} asks the EKS API for the address of the DNS, and guesses it where nobody answers, which is not known"
            );
            return Some(Judged::new(Verdict::Unknown, says).settled_by(Part::LaunchTemplateVersions));
        }
        (Known::Absent, Known::Absent) => match guessed(facts, blocks) {
            Guess::Either if !EITHER.contains(&own.as_str()) => (EITHER.map(str::to_owned).to_vec(), "guesses one of"),
            Guess::Either => {
                let says = format!("{words} guesses the service CIDR, and so the address of the DNS, as one of two");
                return Some(Judged::new(Verdict::Unknown, says).settled_by(Part::LaunchTemplateVersions));
            }
            Guess::Address(address) => (vec![address.to_owned()], "guesses"),
            // The rule on what is left out tells of it.
            Guess::None => return None,
            Guess::NotKnown => {
                let says =
                    format!("{words} guesses the address of the DNS from the blocks of the VPC, which are not known");
                return Some(Judged::new(Verdict::Unknown, says).settled_by(Part::Vpcs));
            }
        },
    };
    // The cache that runs on each node has an address of its own, the same everywhere.
    let right = |address: &String| *address == own || address == "169.254.20.10";
    let (shown, own) = (quoted(&addresses), quoted([&own]));
    if addresses.iter().all(right) && !addresses.is_empty() {
        return Some(Judged::new(Verdict::Met, format!("{words} {how} the address of the DNS, {shown}")));
    }
    let mut judged =
        Judged::new(Verdict::Broken, format!("{words} {how} {shown} for the DNS, and the cluster's is {own}"));
    judged.says.push(format!("the address is {shown}, where {own} would be right"));
    Some(judged)
}
