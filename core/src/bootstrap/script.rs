//! The bootstrap script of Amazon Linux 2 and its descendant on Ubuntu: the words that it is called with, and the shell
//! text around them. Both take the value of a flag as the next word, and the name first.

use crate::bootstrap::fault::invalid;
use crate::bootstrap::form::{self, Formed, Part};
use crate::bootstrap::kubelet;
use crate::bootstrap::proxy::Proxy;
use crate::bootstrap::request::Request;
use crate::bootstrap::spec::PartKind;
use crate::bootstrap::systems::LocalStorageStrategy;
use crate::bootstrap::word::shell;
use crate::error::Error;
use crate::knowledge::{IpFamily, NodeSystem};

const SCRIPT: &str = "/etc/eks/bootstrap.sh";
const KINDS: &[PartKind] = &[PartKind::Shell, PartKind::CloudConfig, PartKind::CloudBoothook];

/// The words that the script is called with; none where EKS or Karpenter calls it.
pub(super) fn arguments(request: &Request<'_>) -> Result<Vec<String>, Error> {
    let spec = request.spec;
    if spec.others_add() {
        request.refuse_unplaced(("localStorage", spec.local_storage.is_some()))?;
        return Ok(Vec::new());
    }
    let facts = &request.cluster;
    let mut words = vec![facts.name()?.clone()];
    let mut flag = |name: &str, value: String| words.extend([name.to_owned(), value]);
    flag("--apiserver-endpoint", facts.endpoint()?.url.clone());
    flag("--b64-cluster-ca", facts.authority()?.clone());
    match (facts.family()?, spec.system) {
        (IpFamily::Ipv4, _) => flag("--dns-cluster-ip", facts.dns()?.to_string()),
        (IpFamily::Ipv6, NodeSystem::Ubuntu) => {
            let services = facts.services()?;
            if !services.first().to_string().ends_with("::") {
                let message = format!(
                    "the script of Ubuntu makes a wrong address of the DNS from `{services}`, which does not end in `::`"
                );
                return Err(invalid("cluster.serviceCidr", message));
            }
            if facts.dns_is_own {
                let message = "the script of Ubuntu works the address out of an IPv6 service CIDR and takes no other; leave it out";
                return Err(invalid("cluster.dnsAddress", message));
            }
            flag("--ip-family", "ipv6".to_owned());
            flag("--service-ipv6-cidr", services.to_string());
        }
        (IpFamily::Ipv6, _) => {
            flag("--ip-family", "ipv6".to_owned());
            flag("--service-ipv6-cidr", facts.services()?.to_string());
            if facts.dns_is_own {
                flag("--dns-cluster-ip", facts.dns()?.to_string());
            }
        }
    }
    if let Some(id) = &facts.id {
        flag("--enable-local-outpost", "true".to_owned());
        flag("--cluster-id", id.clone());
    }
    if let Some(storage) = &spec.local_storage {
        if storage.mount_path.is_some() || storage.disabled_mounts.is_some() {
            return Err(invalid("localStorage", "the script takes a strategy alone; leave the rest out"));
        }
        let word = match storage.strategy {
            LocalStorageStrategy::Raid0 => "raid0",
            LocalStorageStrategy::Raid10 => "raid10",
            LocalStorageStrategy::Mount => "mount",
        };
        flag("--local-disks", word.to_owned());
    }
    if request.stated_pods().is_some() {
        flag("--use-max-pods", "false".to_owned());
    }
    let flags = kubelet::flags(spec, request.flagged_pods());
    if !flags.is_empty() {
        flag("--kubelet-extra-args", flags.join(" "));
    }
    Ok(words)
}

/// The user data; nothing where there is none to give.
pub(super) fn user_data(request: &Request<'_>, arguments: &[String]) -> Result<Option<Formed>, Error> {
    let spec = request.spec;
    let text = text(arguments, request.proxy.as_ref());
    let mut parts = form::own("before", spec.before.as_ref(), KINDS)?;
    parts.extend(text.as_ref().map(|text| Part { kind: PartKind::Shell, text }));
    let after = form::own("after", spec.after.as_ref(), KINDS)?;
    if spec.others_add() && !after.is_empty() {
        let message = format!(
            "the parts of {} come last, and nothing stands after them; put yours into `before`",
            request.adder()
        );
        return Err(invalid("after", message));
    }
    parts.extend(after);
    if parts.is_empty() {
        return Ok(None);
    }
    form::formed(spec, &parts).map(Some)
}

/// The shell text: what the proxy needs, then the script; nothing where there is neither.
fn text(arguments: &[String], proxy: Option<&Proxy>) -> Option<String> {
    let mut text = String::from("#!/bin/bash\nset -eu\n");
    if let Some(proxy) = proxy {
        add_proxy(&mut text, proxy);
    }
    if !arguments.is_empty() {
        text.push_str(SCRIPT);
        let mut is_value = false;
        for word in arguments {
            // A flag begins a line, its value stands beside it.
            let between = if is_value { " " } else { " \\\n  " };
            is_value = !is_value && word.starts_with("--");
            text.extend([between, &shell(word)]);
        }
        text.push('\n');
    }
    (proxy.is_some() || !arguments.is_empty()).then_some(text)
}

/// The units that pull images and register the node get the variables from systemd, the script from its environment.
fn add_proxy(text: &mut String, proxy: &Proxy) {
    let variables = proxy.variables();
    text.push_str(
        "for unit in containerd kubelet sandbox-image; do\n  mkdir -p \"/etc/systemd/system/$unit.service.d\"\n",
    );
    text.push_str("  printf '%s\\n' '[Service]'");
    for (name, value) in &variables {
        // A percent sign is doubled, or systemd replaces it.
        let value = value.replace('%', "%%");
        text.extend([" \\\n    ", &shell(&format!("Environment=\"{name}={value}\""))]);
    }
    text.push_str(" > \"/etc/systemd/system/$unit.service.d/http-proxy.conf\"\ndone\n");
    for (name, value) in &variables {
        text.extend(["export ", name, "=", &shell(value), "\n"]);
    }
    text.push_str("systemctl daemon-reload\n");
}
