//! The answer in plain text: what to give to whom, what is still called, what to mind. User data is not repeated in it.

use std::fmt::Write as _;

use crate::bootstrap::answer::{Bootstrap, NodeCall};
use crate::text::plain;

/// The text.
pub(super) fn of(answer: &Bootstrap) -> String {
    let mut text = format!("{}, as of {}\n", answer.system.title(), answer.as_of);
    if let Some(because) = &answer.nothing_because {
        _ = writeln!(text, "\nNothing to give: {because}");
    }
    if let (Some(_), Some(form)) = (&answer.user_data, answer.form) {
        let form = serde_json::to_value(form).ok();
        let form = form.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
        _ = writeln!(text, "\nUser data: {form}, {} bytes of 16384", answer.user_data_bytes);
    }
    for document in &answer.documents {
        _ = writeln!(text, "\n{}: {}", document.name, document.place);
    }
    if !answer.merged_by.is_empty() {
        _ = writeln!(text, "Merged by: {}", answer.merged_by);
    }
    if let Some(address) = &answer.dns_address {
        _ = writeln!(text, "DNS: {address}");
    }
    if let Some(pods) = &answer.max_pods {
        let who = if pods.stated { "stated" } else { "worked out by the node" };
        _ = writeln!(text, "Pods: at most {}, {who}", pods.value);
        for one in &pods.instance_types {
            _ = writeln!(text, "  {}: {}, {}", one.instance_type, one.value, one.because);
        }
    }
    for access in &answer.access {
        _ = writeln!(
            text,
            "Access: {} for {}",
            access.entry_type,
            access.principal_arn.as_deref().unwrap_or("the role of the node")
        );
        if let Some(policy) = &access.policy_arn {
            _ = writeln!(text, "  with {policy}");
        }
        _ = writeln!(text, "  {}", access.because);
    }
    listed(&mut text, "Still called while it boots", &answer.calls);
    listed(&mut text, "Avoided", &answer.avoided);
    if !answer.findings.is_empty() {
        text.push_str("\nTo mind:\n");
        for finding in &answer.findings {
            let place = if finding.path.is_empty() { String::new() } else { format!("{}: ", finding.path) };
            _ = writeln!(text, "  {place}{}", finding.message);
        }
    }
    plain(&text)
}

fn listed(text: &mut String, title: &str, calls: &[NodeCall]) {
    if calls.is_empty() {
        return;
    }
    _ = writeln!(text, "\n{title}:");
    for call in calls {
        let needs = if call.endpoints.is_empty() { "no endpoint".to_owned() } else { call.endpoints.join(", ") };
        _ = writeln!(text, "  {}: {} ({needs})", call.service, call.call);
        if !call.avoided_by.is_empty() {
            _ = writeln!(text, "    avoided by {}", call.avoided_by);
        }
    }
}
