//! What user data would do, as plain text.

use super::answer::{Inspection, NamedValue, UserDataEffect, UserDataPartKind};
use crate::text::plain;

/// The text.
pub(super) fn text(inspection: &Inspection) -> String {
    let family = inspection.family.map_or("of no operating system that shows", |family| family.title());
    let layers = if inspection.layers.is_empty() { "plain".to_owned() } else { inspection.layers.join(", ") };
    let mut lines = vec![format!("user data for {family}: {} bytes of 16384, {layers}", inspection.bytes)];
    for part in &inspection.parts {
        lines.push(format!("  part {}: {}, {} bytes, {}", part.number, kind(part.kind), part.bytes, part.runs));
    }
    let mut row = |name: &str, value: String| {
        if !value.is_empty() {
            lines.push(format!("  {name}: {value}"));
        }
    };
    let pairs = |pairs: &[NamedValue]| {
        pairs.iter().map(|pair| format!("{}={}", pair.name, pair.value)).collect::<Vec<_>>().join(", ")
    };
    row("cluster", inspection.cluster_name.clone().unwrap_or_default());
    row("endpoint", inspection.endpoint.clone().unwrap_or_default());
    for certificate in inspection.certificates.iter().flat_map(|bundle| &bundle.certificates) {
        row("certificate", format!("{}, {} to {}", certificate.subject, certificate.not_before, certificate.not_after));
    }
    row("services", inspection.service_cidr.clone().unwrap_or_default());
    row("dns", inspection.dns_addresses.join(", "));
    row("labels", pairs(&inspection.labels));
    row("taints", inspection.taints.join(", "));
    row("most pods", inspection.max_pods.map(|pods| pods.to_string()).unwrap_or_default());
    row("kubelet", inspection.kubelet_flags.join(" "));
    row("proxy", pairs(&inspection.proxy));
    row("not known", inspection.undecided.join(", "));
    if !inspection.calls.is_empty() {
        lines.extend([String::new(), "still called at boot:".to_owned()]);
    }
    for call in &inspection.calls {
        let may = if call.sure { "" } else { "perhaps " };
        let avoided =
            if call.avoided_by.is_empty() { String::new() } else { format!("; avoided by {}", call.avoided_by) };
        lines.push(format!("  {may}{} {}: {}{avoided}", call.service, call.call, call.because));
    }
    if !inspection.findings.is_empty() {
        lines.extend([String::new(), "findings:".to_owned()]);
    }
    for finding in &inspection.findings {
        let effect = match finding.effect {
            UserDataEffect::Fails => "fails",
            UserDataEffect::Misleads => "misleads",
            UserDataEffect::Unknown => "not known",
            UserDataEffect::Fragile => "fragile",
        };
        let place = if finding.place.is_empty() { String::new() } else { format!("{}: ", finding.place) };
        lines.push(format!("  {effect} ({}) {place}{}", finding.code, finding.says));
    }
    plain(&lines.join("\n"))
}

const fn kind(kind: UserDataPartKind) -> &'static str {
    match kind {
        UserDataPartKind::BootHook => "boot hook",
        UserDataPartKind::CloudConfig => "settings of cloud-init",
        UserDataPartKind::NodeConfig => "NodeConfig",
        UserDataPartKind::Shell => "script",
        UserDataPartKind::PowerShell => "PowerShell",
        UserDataPartKind::Settings => "settings of Bottlerocket",
        UserDataPartKind::Other => "nothing that is known here",
    }
}
