//! The HTTP proxy and the environment of a node: what is reached without the proxy, and which variables are refused.

use std::collections::BTreeMap;

use crate::bootstrap::answer::BootstrapFinding;
use crate::bootstrap::cluster::Cluster;
use crate::bootstrap::fault::{finding, invalid, is_host, known, one_word};
use crate::bootstrap::spec::NodeSpec;
use crate::error::Error;
use crate::knowledge::IpFamily;

/// A proxy with everything that is reached without it.
pub(super) struct Proxy {
    pub(super) url: String,
    pub(super) bypass: Vec<String>,
}

impl Proxy {
    /// The variables in the order in which they are written.
    pub(super) fn variables(&self) -> [(&'static str, String); 3] {
        [("HTTPS_PROXY", self.url.clone()), ("HTTP_PROXY", self.url.clone()), ("NO_PROXY", self.bypass.join(","))]
    }
}

/// Reads the proxy of a request.
pub(super) fn read(
    spec: &NodeSpec,
    cluster: &Cluster,
    findings: &mut Vec<BootstrapFinding>,
) -> Result<Option<Proxy>, Error> {
    let Some(proxy) = &spec.proxy else {
        findings.extend(unbypassed(spec));
        return Ok(None);
    };
    check_url(&proxy.url, findings)?;
    let missing = |path: &str| {
        let message =
            "it is missing: what lies there must be reached without the proxy, and nothing else tells what it is";
        Err(invalid(path, message))
    };
    let Some(services) = cluster.service_cidr else { return missing("cluster.serviceCidr") };
    let Some(endpoint) = &cluster.endpoint else { return missing("cluster.endpoint") };
    let Some(region) = cluster.region else { return missing("cluster.region") };
    if cluster.vpc.is_empty() {
        return missing("cluster.vpcCidrs");
    }
    let mut bypass: Vec<String> = Vec::new();
    let mut add = |entry: String| {
        if !bypass.contains(&entry) {
            bypass.push(entry);
        }
    };
    for entry in ["localhost", "127.0.0.1", "169.254.169.254"] {
        add(entry.to_owned());
    }
    if cluster.family == Some(IpFamily::Ipv6) {
        for entry in ["::1", "[fd00:ec2::254]"] {
            add(entry.to_owned());
        }
    }
    for block in &cluster.vpc {
        add(block.to_string());
    }
    add(services.to_string());
    add(endpoint.host.clone());
    let row = region.partition;
    add(format!(".{}.eks.{}", region.id, row.dns_suffix));
    add(format!(".eks-cluster.{}.{}", region.id, row.dualstack_dns_suffix));
    add(format!(".vpce.{}", row.dns_suffix));
    for entry in [".internal", ".svc", ".cluster.local"] {
        add(entry.to_owned());
    }
    for (at, entry) in proxy.no_proxy.iter().flatten().enumerate() {
        let path = format!("proxy.noProxy[{at}]");
        one_word(&path, entry)?;
        if entry.contains(',') {
            return Err(invalid(path, format!("`{entry}` is more than one entry; give each by itself")));
        }
        add(entry.clone());
    }
    if !proxy.no_proxy.iter().flatten().any(|entry| entry.contains("ecr")) {
        let message = "no endpoint of Amazon ECR is listed, so images are pulled through the proxy; `noProxy` of a plan lists \
            the host names of every endpoint";
        findings.push(finding("proxy.noProxy", "proxy-without-endpoints", message));
    }
    Ok(Some(Proxy { url: proxy.url.clone(), bypass }))
}

/// A proxy within the environment, of which nothing says what is reached without it.
fn unbypassed(spec: &NodeSpec) -> Option<BootstrapFinding> {
    let mut all = spec.environment.iter().flatten().flat_map(|(unit, own)| own.keys().map(move |name| (unit, name)));
    let (unit, name) = all.find(|(_, name)| ["HTTPS_PROXY", "HTTP_PROXY"].contains(&name.to_uppercase().as_str()))?;
    let message = "a proxy, and whether metadata, services, VPC and endpoints are kept from it is not checked here; state \
        `proxy`, which lists them";
    Some(finding(format!("environment.{unit}.{name}"), "proxy-in-environment", message))
}

fn check_url(url: &str, findings: &mut Vec<BootstrapFinding>) -> Result<(), Error> {
    const PATH: &str = "proxy.url";
    // A user or password writes as `%` and two digits what an address has no other letter for; systemd gets it doubled.
    let mut escapes = url.split('%').skip(1);
    let is_escape = |rest: &str| rest.get(..2).is_some_and(|code| code.bytes().all(|c| c.is_ascii_hexdigit()));
    if let Some(rest) = escapes.find(|rest| !is_escape(rest)) {
        let start: String = rest.chars().take(2).collect();
        let message = format!("`%{start}` is no escape; write `%` as `%25`");
        return Err(invalid(PATH, message));
    }
    one_word(PATH, &url.replace('%', ""))?;
    let wrong = || Err(invalid(PATH, format!("`{url}` is no address of a proxy; write it as `http://10.0.0.9:3128`")));
    let Some(rest) = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://")) else { return wrong() };
    let place = match rest.rsplit_once('@') {
        Some((_, place)) => {
            let message = "it holds a password, which everybody reads who may read the user data";
            findings.push(finding(PATH, "proxy-password", message));
            place
        }
        None => rest,
    };
    let place = place.strip_suffix('/').unwrap_or(place);
    let (host, port) = place.rsplit_once(':').unwrap_or((place, "80"));
    let port_is_sound = port.bytes().all(|c| c.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    let six = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let host_is_sound = six.map_or_else(|| is_host(host), |six| six.parse::<std::net::Ipv6Addr>().is_ok());
    if port_is_sound && host_is_sound { Ok(()) } else { wrong() }
}

/// The environment by unit, with the proxy in that of all units.
pub(super) fn environment(
    spec: &NodeSpec,
    proxy: Option<&Proxy>,
) -> Result<BTreeMap<String, BTreeMap<String, String>>, Error> {
    let mut all = spec.environment.clone().unwrap_or_default();
    for (unit, variables) in &all {
        let path = format!("environment.{unit}");
        let plain = |c: char| c.is_ascii_alphanumeric() || ":_.@-".contains(c);
        if unit.is_empty() || !unit.chars().all(plain) {
            return Err(invalid(
                path,
                format!("`{unit}` is no unit of systemd; write `default`, or a name such as `kubelet`"),
            ));
        }
        for (name, value) in variables {
            variable(&format!("{path}.{name}"), name, value)?;
        }
    }
    if let Some(proxy) = proxy {
        let default = all.entry("default".to_owned()).or_default();
        for (name, value) in proxy.variables() {
            if default.insert(name.to_owned(), value).is_some() {
                let message = format!("`{name}` follows from `proxy`; give it once");
                return Err(invalid(format!("environment.default.{name}"), message));
            }
        }
    }
    Ok(all)
}

fn variable(path: &str, name: &str, value: &str) -> Result<(), Error> {
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    if !starts || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return Err(invalid(
            path,
            format!("`{name}` is no name of a variable: letters, digits and `_`, no digit first"),
        ));
    }
    known(path, value)?;
    if value.chars().any(char::is_control) {
        return Err(invalid(path, "a line break or another control character, which systemd does not take here"));
    }
    if value.ends_with('"') {
        let message =
            "it ends with a double quote, which nodeadm loses, and the file of systemd breaks; put something after it";
        return Err(invalid(path, message));
    }
    Ok(())
}
