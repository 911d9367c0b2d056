//! Bottlerocket: settings in TOML, one's own merged with them. It changes nothing of what others say of the cluster.

use toml::{Table, Value};

use crate::bootstrap::certificate::CertificateBundle;
use crate::bootstrap::fault::{invalid, is_host, known, one_word};
use crate::bootstrap::form::{self, Formed};
use crate::bootstrap::labels;
use crate::bootstrap::request::Request;
use crate::bootstrap::spec::PartKind;
use crate::error::Error;
use crate::knowledge::IpFamily;

/// The settings that say which cluster it is: nobody's own parts may say another.
const OF_THE_CLUSTER: &[&str] = &["api-server", "cluster-certificate", "cluster-dns-ip", "cluster-name"];

/// All settings: one's own before, those of the request, one's own after.
pub(super) fn merged(request: &Request<'_>) -> Result<Table, Error> {
    let spec = request.spec;
    let mut all = Table::new();
    for (field, parts) in [("before", spec.before.as_ref()), ("", None), ("after", spec.after.as_ref())] {
        if field.is_empty() {
            merge(&mut all, settings(request)?);
            continue;
        }
        for (at, part) in form::own(field, parts, &[PartKind::Toml])?.iter().enumerate() {
            let path = format!("{field}[{at}].text");
            let own = read(&path, part.text)?;
            apart(&path, &own, request)?;
            merge(&mut all, own);
        }
    }
    if spec.eks_adds() {
        all.iter().try_for_each(|(key, value)| mergeable(key, value))?;
    }
    Ok(all)
}

/// The user data; nothing where somebody else says everything.
pub(super) fn user_data(request: &Request<'_>, all: &Table) -> Result<Option<Formed>, Error> {
    if all.is_empty() {
        return Ok(None);
    }
    let text = toml::to_string(all).map_err(|fault| invalid("", format!("the settings cannot be written: {fault}")))?;
    form::alone(request.spec, text).map(Some)
}

fn read(path: &str, text: &str) -> Result<Table, Error> {
    let table = text.parse::<Table>().map_err(|fault| invalid(path, format!("no TOML: {}", fault.message())))?;
    match table.iter().find(|(key, value)| *key != "settings" || !value.is_table()) {
        Some((key, _)) => Err(invalid(
            path,
            format!("`{key}` stands at the top, where Bottlerocket takes the table `settings` alone"),
        )),
        None => Ok(table),
    }
}

/// One's own settings may not name another cluster than the request.
fn apart(path: &str, own: &Table, request: &Request<'_>) -> Result<(), Error> {
    let kubernetes = own.get("settings").and_then(|settings| settings.get("kubernetes")).and_then(Value::as_table);
    let Some(key) = OF_THE_CLUSTER.iter().find(|key| kubernetes.is_some_and(|own| own.contains_key(**key))) else {
        return Ok(());
    };
    if request.spec.others_add() {
        let message = format!("`settings.kubernetes.{key}` is set by {}; leave it out", request.adder());
        return Err(invalid(path, message));
    }
    Err(invalid(path, format!("`settings.kubernetes.{key}` follows from `cluster`; leave it out")))
}

/// Merges tables deeply; what comes later wins, and lists are replaced.
fn merge(into: &mut Table, from: Table) {
    for (key, value) in from {
        match (into.get_mut(&key), value) {
            (Some(Value::Table(inner)), Value::Table(value)) => merge(inner, value),
            (Some(place), value) => *place = value,
            (None, value) => _ = into.insert(key, value),
        }
    }
}

/// What the request says, as settings.
fn settings(request: &Request<'_>) -> Result<Table, Error> {
    let mut settings = Table::new();
    add(&mut settings, "kubernetes", kubernetes(request)?);
    let mut network = Table::new();
    if let Some(proxy) = &request.proxy {
        network.insert("https-proxy".to_owned(), proxy.url.clone().into());
        network.insert("no-proxy".to_owned(), proxy.bypass.clone().into());
    }
    add(&mut settings, "network", network);
    if let Some(own) = &request.spec.bottlerocket {
        let mut containers = Table::new();
        for (name, stated) in [("admin", own.admin_container), ("control", own.control_container)] {
            let enabled = stated.map(|stated| ("enabled".to_owned(), stated.into()));
            add(&mut containers, name, enabled.into_iter().collect());
        }
        add(&mut settings, "host-containers", containers);
        let metrics = own.send_metrics.map(|sends| ("send-metrics".to_owned(), sends.into()));
        add(&mut settings, "metrics", metrics.into_iter().collect());
        if let Some(servers) = &own.time_servers {
            for (at, server) in servers.iter().enumerate() {
                let path = format!("bottlerocket.timeServers[{at}]");
                known(&path, server)?;
                if !is_host(server) && server.parse::<std::net::IpAddr>().is_err() {
                    return Err(invalid(path, format!("`{server}` is neither an address nor a host name")));
                }
            }
            add(&mut settings, "ntp", [("time-servers".to_owned(), servers.clone().into())].into_iter().collect());
        }
        if let Some(updates) = &own.updates {
            let mut table = Table::new();
            for (key, path, url) in [
                ("metadata-base-url", "metadataBaseUrl", &updates.metadata_base_url),
                ("targets-base-url", "targetsBaseUrl", &updates.targets_base_url),
            ] {
                let path = format!("bottlerocket.updates.{path}");
                one_word(&path, url)?;
                if !url.starts_with("https://") {
                    return Err(invalid(path, format!("`{url}` does not begin with `https://`")));
                }
                table.insert(key.to_owned(), url.clone().into());
            }
            add(&mut settings, "updates", table);
        }
        let mut pki = Table::new();
        for (at, bundle) in own.certificate_bundles.iter().flatten().enumerate() {
            let path = format!("bottlerocket.certificateBundles[{at}]");
            bundle_name(&format!("{path}.name"), &bundle.name)?;
            let data = CertificateBundle::trusted(&format!("{path}.data"), &bundle.data)?;
            let entries = [("data".to_owned(), data.into()), ("trusted".to_owned(), true.into())];
            if pki.insert(bundle.name.clone(), Value::Table(entries.into_iter().collect())).is_some() {
                return Err(invalid(format!("{path}.name"), format!("`{}` is there twice", bundle.name)));
            }
        }
        add(&mut settings, "pki", pki);
    }
    let mut outer = Table::new();
    add(&mut outer, "settings", settings);
    Ok(outer)
}

/// A name of a bundle of certificates, which is a key of TOML and a name of Kubernetes.
pub(super) fn bundle_name(path: &str, name: &str) -> Result<(), Error> {
    if is_host(name) && !name.contains('.') {
        return Ok(());
    }
    Err(invalid(path, format!("`{name}` is no name of letters, digits and hyphens")))
}

fn kubernetes(request: &Request<'_>) -> Result<Table, Error> {
    let (spec, facts) = (request.spec, &request.cluster);
    let mut table = Table::new();
    if !spec.others_add() {
        table.insert("cluster-name".to_owned(), facts.name()?.clone().into());
        table.insert("api-server".to_owned(), facts.endpoint()?.url.clone().into());
        table.insert("cluster-certificate".to_owned(), facts.authority()?.clone().into());
        // The address family of the node follows that of this address.
        let dns = facts.dns()?;
        if facts.family == Some(IpFamily::Ipv6) && dns.is_ipv4() {
            let message =
                format!("`{dns}` is of IPv4, and a Bottlerocket node would come up in that family; give one of IPv6");
            return Err(invalid("cluster.dnsAddress", message));
        }
        table.insert("cluster-dns-ip".to_owned(), dns.to_string().into());
    } else if facts.dns_is_own {
        // What stands here wins over what others add.
        table.insert("cluster-dns-ip".to_owned(), facts.dns()?.to_string().into());
    }
    if let Some(pods) = request.stated_pods() {
        table.insert("max-pods".to_owned(), i64::from(pods).into());
    }
    if spec.bottlerocket.as_ref().is_some_and(|own| own.instance_id_hostname == Some(true)) {
        table.insert("hostname-override-source".to_owned(), "instance-id".into());
    }
    let node_labels = spec.labels.iter().flatten().map(|(key, value)| (key.clone(), value.clone().into()));
    add(&mut table, "node-labels", node_labels.collect());
    let mut taints = Table::new();
    for taint in spec.taints.iter().flatten() {
        let list = taints.entry(taint.key.clone()).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(list) = list {
            list.push(labels::after_key(taint).into());
        }
    }
    add(&mut table, "node-taints", taints);
    Ok(table)
}

fn add(outer: &mut Table, key: &str, inner: Table) {
    if !inner.is_empty() {
        outer.insert(key.to_owned(), inner.into());
    }
}

/// What the reader of TOML that EKS merges with does not take.
fn mergeable(path: &str, value: &Value) -> Result<(), Error> {
    let wrong = |what: &str| {
        let message =
            format!("`{path}` {what}, which EKS cannot merge into the user data of a node group; give `amiId`");
        Err(invalid("after", message))
    };
    match value {
        Value::String(text) if text.contains('"') => wrong("has a double quote in its value"),
        Value::Array(items) => {
            let mut kinds = items.iter().map(std::mem::discriminant);
            let first = kinds.next();
            if kinds.any(|kind| Some(kind) != first) {
                return wrong("is a list of more than one type");
            }
            items.iter().try_for_each(|item| mergeable(path, item))
        }
        Value::Table(table) => table.iter().try_for_each(|(key, value)| {
            let is_bare = !key.is_empty() && key.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_');
            if key.contains('"') || (!is_bare && value.is_table()) {
                return wrong(&format!("holds the key `{key}`, which needs quotes"));
            }
            mergeable(&format!("{path}.{key}"), value)
        }),
        _ => Ok(()),
    }
}
