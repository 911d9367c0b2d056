//! Settings of Bottlerocket: TOML whose only table is `settings`.

use toml::{Table, Value};

use super::answer::NodeFamily;
use super::facts::{Facts, Known};
use crate::bootstrap::calls::{own_time_servers, own_updates};

/// Whether a text is meant as settings.
pub(super) fn is_settings(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start_matches(['\u{feff}', ' ', '\t', '[']);
        line.strip_prefix("settings").is_some_and(|rest| rest.starts_with(['.', ']', ' ', '=']))
    })
}

/// Reads the settings.
pub(super) fn read(facts: &mut Facts, text: &str) {
    facts.belongs(&[NodeFamily::Bottlerocket], "settings of Bottlerocket", "");
    facts.family.get_or_insert(NodeFamily::Bottlerocket);
    facts.joins = true;
    (facts.control_container, facts.metrics) = (true, true);
    if text.starts_with('\u{feff}') {
        facts.fails(
            "bom",
            "",
            "a byte order mark before the settings, with which Bottlerocket does not boot; take it out",
        );
    }
    let table = match text.trim_start_matches('\u{feff}').parse::<Table>() {
        Ok(table) => table,
        Err(error) => {
            let line =
                error.span().and_then(|span| text.get(..span.start)).map_or(1, |before| before.lines().count().max(1));
            facts.open();
            return facts.fails("toml-unread", &format!("line {line}"), format!("no TOML: {}", error.message()));
        }
    };
    for key in table.keys().filter(|key| *key != "settings") {
        let says =
            format!("`{key}` beside `settings`, the only table that user data may have; Bottlerocket does not boot");
        facts.fails("not-settings", "", says);
    }
    let Some(settings) = table.get("settings").and_then(Value::as_table) else { return };
    if let Some(region) = at(settings, &["aws", "region"]).and_then(Value::as_str) {
        let says = format!("the region `{region}` is set, and where it is wrong the node hangs; leave it out");
        facts.fragile("region-set", "settings.aws.region", says);
    }
    if let Some(Value::Table(containers)) = settings.get("host-containers") {
        let enabled = |name: &str| containers.get(name).and_then(|own| own.get("enabled"));
        // Control is on unless it is turned off, admin the other way round.
        let admin = enabled("admin").is_some_and(|own| *own != Value::Boolean(false));
        facts.control_container = admin || enabled("control") != Some(&Value::Boolean(false));
    }
    facts.own_time_servers = own_time_servers(at(settings, &["ntp", "time-servers"]));
    facts.own_updates =
        ["metadata-base-url", "targets-base-url"].iter().all(|key| own_updates(at(settings, &["updates", key])));
    facts.metrics = at(settings, &["metrics", "send-metrics"]) != Some(&Value::Boolean(false));
    if let Some(Value::Table(network)) = settings.get("network") {
        if let Some(proxy) = network.get("https-proxy").and_then(Value::as_str) {
            facts.variable("HTTPS_PROXY", proxy);
        }
        if let Some(Value::Array(hosts)) = network.get("no-proxy") {
            let hosts: Vec<&str> = hosts.iter().filter_map(Value::as_str).collect();
            facts.variable("NO_PROXY", &hosts.join(","));
        }
    }
    if let Some(Value::Table(kubernetes)) = settings.get("kubernetes") {
        take(facts, kubernetes);
    }
}

fn at<'t>(table: &'t Table, path: &[&str]) -> Option<&'t Value> {
    let (last, tables) = path.split_last()?;
    let inner = tables.iter().try_fold(table, |table, name| table.get(*name)?.as_table())?;
    inner.get(*last)
}

fn take(facts: &mut Facts, kubernetes: &Table) {
    let place = "settings.kubernetes";
    let text = |name: &str| match kubernetes.get(name) {
        Some(Value::String(text)) if !text.is_empty() => Known::Given(text.clone()),
        Some(_) => Known::Unknown,
        None => Known::Absent,
    };
    (facts.name, facts.endpoint, facts.authority) =
        (text("cluster-name"), text("api-server"), text("cluster-certificate"));
    if let Some(data) = facts.authority.given()
        && data.contains(char::is_control)
    {
        let says = "line ends in `cluster-certificate`, which Bottlerocket refuses; write it on one line";
        facts.fails("certificate-lines", place, says);
    }
    facts.dns = match kubernetes.get("cluster-dns-ip") {
        Some(Value::String(address)) => Known::Given(vec![address.clone()]),
        Some(Value::Array(list)) => {
            Known::Given(list.iter().filter_map(|item| item.as_str().map(ToOwned::to_owned)).collect())
        }
        Some(_) => Known::Unknown,
        None => Known::Absent,
    };
    facts.max_pods = match kubernetes.get("max-pods") {
        Some(Value::Integer(pods)) => u64::try_from(*pods).map_or(Known::Unknown, Known::Given),
        Some(_) => Known::Unknown,
        None => Known::Absent,
    };
    let source = kubernetes.get("hostname-override-source").and_then(Value::as_str);
    facts.instance_id_name = source == Some("instance-id") || kubernetes.contains_key("hostname-override");
    for (name, value) in kubernetes.get("node-labels").and_then(Value::as_table).into_iter().flatten() {
        match value.as_str() {
            Some(value) => facts.label(name, value),
            None => nested(facts, "node-labels", name),
        }
    }
    for (key, value) in kubernetes.get("node-taints").and_then(Value::as_table).into_iter().flatten() {
        let listed: Vec<&str> = match value {
            Value::String(one) => vec![one],
            Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
            _ => {
                nested(facts, "node-taints", key);
                continue;
            }
        };
        for taint in listed {
            if !taint.contains(':') {
                let says =
                    format!("the taint `{key}` is `{taint}`; write `:{taint}`, with the colon, where it has no value");
                facts.fails("taint-form", &format!("{place}.node-taints"), says);
            }
            facts.taints.push(format!("{key}={taint}"));
        }
    }
}

/// A dotted name without quotes makes tables in each other.
fn nested(facts: &mut Facts, list: &str, name: &str) {
    let says = format!("`{name}` is a table and no text: a name with dots must stand in quotes");
    facts.fails("name-unquoted", &format!("settings.kubernetes.{list}"), says);
}
