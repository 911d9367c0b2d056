//! What user data would do, whoever wrote it: unpacked, parted, each part read as its reader reads it. Nothing is run
//! and nothing is guessed: what depends on a variable or a command is not known.

mod answer;
mod branches;
mod calls;
mod cloud_config;
mod environment;
mod facts;
mod fields;
mod invocation;
mod kubelet;
mod mend;
mod mime;
mod node_config;
mod powershell;
mod settings;
mod shell;
mod text;
mod unpack;
mod words;

pub use answer::{
    InspectRequest, Inspection, NamedValue, NodeFamily, UserDataEffect, UserDataFinding, UserDataPart, UserDataPartKind,
};
pub(crate) use facts::{Facts, Known};
pub(crate) use mend::{Told, mended};
pub(crate) use unpack::LIMIT;

use serde_json::Value;

use self::unpack::{Unpacked, unpack};
use crate::bootstrap::{CertificateBundle, labels};
use crate::error::{Error, ErrorCode};
use crate::knowledge::Index;
use crate::text::is_token;

/// Says what user data would do: the operation `inspect`.
///
/// ```
/// use private_eks::{InspectRequest, inspect};
///
/// let user_data = "#!/bin/bash\n/etc/eks/bootstrap.sh --max-pods=20 prod\n".to_owned();
/// let answer = inspect(&InspectRequest { user_data, ..InspectRequest::default() })?;
/// assert_eq!(answer.findings[0].code, "flag-as-name");
/// assert!(answer.calls.iter().any(|call| call.claim == "al2-calls-eks"));
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// The user data is a placeholder that is known only at deployment. What is wrong with it is a finding, not an error.
pub fn inspect(request: &InspectRequest) -> Result<Inspection, Error> {
    if is_token(&request.user_data) && !request.user_data.trim().contains([' ', '\n']) {
        let says = "known only at deployment; give the user data itself";
        return Err(Error::new(ErrorCode::ErrUnresolvedToken, "userData", says));
    }
    let Read { mut facts, unpacked, mut parts, is_multipart } = read(request);
    if is_multipart {
        parts.sort_by_key(|part| order(part.kind));
    }
    let certificates = match &facts.authority {
        Known::Given(data) => match CertificateBundle::parse(data, request.as_of) {
            Ok(bundle) => Some(bundle),
            Err(fault) => {
                let says = format!("the certificates are {}", fault.says());
                facts.fails("certificate-authority", "", says);
                None
            }
        },
        Known::Absent | Known::Unknown => None,
    };
    for doubt in certificates.iter().flat_map(|bundle| bundle.doubts.clone()) {
        facts.fragile("certificate-doubt", "", doubt);
    }
    facts.findings.sort_by_key(|finding| finding.effect);
    let undecided = [
        (facts.name.is_unknown(), "clusterName"),
        (facts.endpoint.is_unknown(), "endpoint"),
        (facts.authority.is_unknown(), "certificates"),
        (facts.service_cidr.is_unknown(), "serviceCidr"),
        (facts.dns.is_unknown(), "dnsAddresses"),
        (facts.max_pods.is_unknown(), "maxPods"),
        (facts.flags_unknown, "labels"),
        (facts.flags_unknown, "taints"),
        (facts.flags_unknown, "kubeletFlags"),
    ];
    let mut inspection = Inspection {
        family: facts.family,
        layers: unpacked.layers,
        bytes: unpacked.bytes,
        parts,
        cluster_name: facts.name.given().cloned(),
        endpoint: facts.endpoint.given().cloned(),
        certificates,
        service_cidr: facts.service_cidr.given().cloned(),
        dns_addresses: facts.dns.given().cloned().unwrap_or_default(),
        labels: std::mem::take(&mut facts.labels),
        taints: std::mem::take(&mut facts.taints),
        max_pods: facts.max_pods.given().copied(),
        kubelet_flags: std::mem::take(&mut facts.flags),
        proxy: std::mem::take(&mut facts.proxy),
        undecided: undecided.iter().filter(|(unknown, _)| *unknown).map(|(_, field)| (*field).to_owned()).collect(),
        calls: calls::calls(&facts, request.merged_by_eks, request.as_of.unwrap_or(Index::of_rows()?.newest())),
        findings: facts.findings,
        text: String::new(),
    };
    inspection.text = text::text(&inspection);
    Ok(inspection)
}

/// What rules compare with a cluster: what was read of user data, and its size.
pub(crate) fn facts(request: &InspectRequest) -> (Facts, usize) {
    let read = read(request);
    (read.facts, read.unpacked.bytes)
}

struct Read {
    facts: Facts,
    unpacked: Unpacked,
    parts: Vec<UserDataPart>,
    is_multipart: bool,
}

fn read(request: &InspectRequest) -> Read {
    let mut facts = Facts { family: request.family, ..Facts::default() };
    let unpacked = unpack(&request.user_data, &mut facts);
    let is_multipart = mime::is_multipart(&unpacked.text);
    let mut parts = Vec::new();
    let mut config = Value::Null;
    if is_multipart {
        if matches!(request.family, Some(NodeFamily::Bottlerocket | NodeFamily::Windows)) {
            let family = request.family.map_or("", NodeFamily::title);
            facts.fails("mime-for-family", "", format!("MIME, which {family} does not read; give the part alone"));
        }
        for (at, part) in mime::parts(&unpacked.text, &mut facts).into_iter().enumerate() {
            let kind = kind(&part.body, Some(&part.media_type));
            parts.push(one(&mut facts, &mut config, at + 1, kind, &part.body));
        }
    } else if !unpacked.text.trim().is_empty() {
        let body = unpacked.text.as_str();
        parts.push(one(&mut facts, &mut config, 1, kind(body, None), body));
        plain(&mut facts, request, body, &parts);
    }
    if config.is_object() {
        node_config::take(&mut facts, &config);
        if !request.merged_by_eks && facts.family == Some(NodeFamily::Al2023) {
            node_config::check(&mut facts, &config);
        }
    }
    checks(&mut facts, request);
    Read { facts, unpacked, parts, is_multipart }
}

fn one(facts: &mut Facts, config: &mut Value, number: usize, kind: UserDataPartKind, body: &str) -> UserDataPart {
    match kind {
        UserDataPartKind::NodeConfig => node_config::read(facts, body, number, config),
        UserDataPartKind::Shell => shell::read(facts, body, number),
        UserDataPartKind::PowerShell => powershell::read(facts, body),
        UserDataPartKind::Settings => settings::read(facts, body),
        UserDataPartKind::CloudConfig => cloud_config::read(facts, body, number),
        // A boot hook is a script too, but that it runs on every boot.
        UserDataPartKind::BootHook => shell::read_lines(facts, body, &|line| format!("part {number}, line {line}")),
        UserDataPartKind::Other => {}
    }
    UserDataPart { number, kind, runs: runs(kind).to_owned(), bytes: body.len() }
}

fn kind(body: &str, media_type: Option<&str>) -> UserDataPartKind {
    let start = body.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    match media_type {
        Some("application/node.eks.aws") => return UserDataPartKind::NodeConfig,
        Some("text/x-shellscript") => return UserDataPartKind::Shell,
        Some("text/cloud-config") => return UserDataPartKind::CloudConfig,
        Some("text/cloud-boothook") => return UserDataPartKind::BootHook,
        _ => {}
    }
    if start.starts_with("#!") {
        UserDataPartKind::Shell
    } else if start.starts_with("#cloud-boothook") {
        UserDataPartKind::BootHook
    } else if start.starts_with("#cloud-config") {
        UserDataPartKind::CloudConfig
    } else if powershell::is_powershell(start) {
        UserDataPartKind::PowerShell
    } else if node_config::is_node_config(start) {
        UserDataPartKind::NodeConfig
    } else if settings::is_settings(start) {
        UserDataPartKind::Settings
    } else if start.contains("bootstrap.sh") {
        UserDataPartKind::Shell
    } else {
        UserDataPartKind::Other
    }
}

const fn order(kind: UserDataPartKind) -> u8 {
    match kind {
        UserDataPartKind::BootHook => 0,
        UserDataPartKind::NodeConfig => 1,
        UserDataPartKind::CloudConfig => 2,
        UserDataPartKind::Shell | UserDataPartKind::PowerShell | UserDataPartKind::Settings => 3,
        UserDataPartKind::Other => 4,
    }
}

const fn runs(kind: UserDataPartKind) -> &'static str {
    match kind {
        UserDataPartKind::BootHook => "first, on every boot",
        UserDataPartKind::NodeConfig => "read by nodeadm before cloud-init; kubelet starts after all scripts",
        UserDataPartKind::CloudConfig => "by cloud-init, before scripts",
        UserDataPartKind::Shell => "by cloud-init; with a NodeConfig before kubelet starts, never before it is read",
        UserDataPartKind::PowerShell => "by EC2Launch",
        UserDataPartKind::Settings => "read by Bottlerocket at its first boot",
        UserDataPartKind::Other => "not by anything that is known here",
    }
}

/// What holds of user data that is no MIME message.
fn plain(facts: &mut Facts, request: &InspectRequest, body: &str, parts: &[UserDataPart]) {
    let kind = parts.first().map(|part| part.kind);
    let asks_mime = !matches!(facts.family, Some(NodeFamily::Bottlerocket | NodeFamily::Windows));
    if request.merged_by_eks && asks_mime {
        let says =
            "no MIME multipart, which EKS asks for where a managed node group's launch template names no AMI; wrap it";
        facts.fails("plain-for-managed", "", says);
    }
    if kind == Some(UserDataPartKind::Other) && facts.family == Some(NodeFamily::Bottlerocket) {
        facts.fails(
            "not-settings",
            "",
            "no settings of Bottlerocket, which then does not boot; begin with `[settings`",
        );
    }
    if kind == Some(UserDataPartKind::NodeConfig) && body.starts_with('\u{feff}') {
        facts.fails("bom", "", "a byte order mark at the beginning; take it out");
    }
}

/// What holds of all of it, wherever it came from.
fn checks(facts: &mut Facts, request: &InspectRequest) {
    if let Some(endpoint) = facts.endpoint.given().filter(|endpoint| !endpoint.starts_with("https://")).cloned() {
        let says =
            format!("the endpoint `{endpoint}` does not begin with `https://`; give it as describe-cluster prints it");
        facts.fails("endpoint-not-https", "", says);
    }
    for label in std::mem::take(&mut facts.labels) {
        if labels::is_refused(&label.name) {
            let says = format!(
                "a kubelet may not set the label `{}` on its own node, and does not start; take it out, and set it from \
                 without",
                label.name
            );
            facts.fails("label-refused", "", says);
        }
        facts.labels.push(label);
    }
    if request.merged_by_eks && (facts.name.given().is_some() && facts.family == Some(NodeFamily::Al2)) {
        let says =
            "a call of `bootstrap.sh` in a launch template without an AMI, to which EKS adds its own; take it out";
        facts.fails("bootstrap-in-managed", "", says);
    }
}
