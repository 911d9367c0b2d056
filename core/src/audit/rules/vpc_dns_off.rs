//! `vpc-dns-off`: an attribute of the VPC, or its DHCP options, keep private names from resolving.

use super::Rule;
use crate::audit::context::{Context, of_spec, settle};
use crate::audit::draft::Draft;
use crate::audit::report::Severity;
use crate::error::Error;
use crate::network::{Found, Repair, VpcAttributeName};
use crate::snapshot::{AttributeValue, Part, VpcAttribute};
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "vpc-dns-off", check };

type Field = fn(&VpcAttribute) -> &Option<AttributeValue>;

const ATTRIBUTES: [(&str, VpcAttributeName, Field); 2] = [
    ("enableDnsSupport", VpcAttributeName::EnableDnsSupport, |answer| &answer.enable_dns_support),
    ("enableDnsHostnames", VpcAttributeName::EnableDnsHostnames, |answer| &answer.enable_dns_hostnames),
];

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let mut drafts = Vec::new();
    for (name, attribute, field) in ATTRIBUTES {
        let Some(setting) = context.setting(name) else { continue };
        drafts.push(judge(context, name, attribute, field).because(&setting.reasons));
    }
    if let Some(setting) = context.setting("domain-name-servers") {
        drafts.push(name_servers(context).because(&setting.reasons));
    }
    Ok(drafts)
}

fn judge(context: &Context<'_>, name: &str, attribute: VpcAttributeName, field: Field) -> Draft {
    let Some(vpc) = context.vpc() else { return unknown_vpc(name) };
    let subject = format!("{vpc}/{name}");
    let draft = |verdict, message| Draft::new(&subject, verdict, Severity::Critical, message);
    let answers = context.snapshot.vpc_attributes.iter().flatten();
    let answer =
        answers.filter(|answer| answer.vpc_id.as_deref() == Some(vpc)).find_map(|answer| field(answer).as_ref());
    let says = |on: bool| format!("`{name}` is `{on}`");
    match answer.and_then(|answer| answer.value) {
        Some(true) => {
            draft(Verdict::Met, format!("`{name}` of `{vpc}` is on")).evidence(Part::VpcAttributes, vpc, says(true))
        }
        Some(false) => {
            draft(Verdict::Broken, format!("`{name}` of `{vpc}` is off, so that private names do not resolve"))
                .evidence(Part::VpcAttributes, vpc, says(false))
                .mended_by([Repair::TurnOnVpcAttribute { vpc: vpc.to_owned(), attribute }])
        }
        None => draft(Verdict::Unknown, format!("whether `{name}` of `{vpc}` is on is not known"))
            .settled_by([settle(Part::VpcAttributes)]),
    }
}

fn name_servers(context: &Context<'_>) -> Draft {
    let Some(vpc) = context.vpc() else { return unknown_vpc("domain-name-servers") };
    let subject = format!("{vpc}/domain-name-servers");
    let draft = |verdict, message| Draft::new(&subject, verdict, Severity::Critical, message);
    let options = match context.network.vpc(vpc) {
        Found::Yes(known) => known.dhcp_options_id.as_deref(),
        Found::No | Found::Unknown(_) => None,
    };
    let Some(id) = options else {
        let message = format!("the DHCP options of `{vpc}` are not known");
        return draft(Verdict::Unknown, message).settled_by([settle(Part::Vpcs)]);
    };
    let known =
        context.snapshot.dhcp_options.iter().flatten().find(|known| known.dhcp_options_id.as_deref() == Some(id));
    let Some(configurations) = known.and_then(|known| known.dhcp_configurations.as_ref()) else {
        let message = format!("the name servers in `{id}` are not known");
        return draft(Verdict::Unknown, message).settled_by([settle(Part::DhcpOptions)]);
    };
    let servers: Vec<&str> = configurations
        .iter()
        .filter(|option| option.key.as_deref() == Some("domain-name-servers"))
        .flat_map(|option| option.values.iter().flatten().filter_map(|value| value.value.as_deref()))
        .collect();
    let says = format!("`domain-name-servers` is `{}`", servers.join(", "));
    match servers.as_slice() {
        ["AmazonProvidedDNS"] => draft(Verdict::Met, format!("`{id}` names Amazon's resolver and no other")),
        _ => draft(
            Verdict::Unknown,
            format!("`{id}` names servers of your own; whether they forward to Amazon's resolver no document says"),
        )
        .settled_by([of_spec("a look at the servers' forwarding rules")]),
    }
    .evidence(Part::DhcpOptions, id, says)
}

fn unknown_vpc(name: &str) -> Draft {
    let message = format!("`{name}` is not known, for the VPC is not known");
    Draft::new(name, Verdict::Unknown, Severity::Critical, message).settled_by([of_spec("spec.vpc")])
}
