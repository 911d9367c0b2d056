//! Windows: commands of PowerShell in one block, one's own before and after. It knows IPv4 alone, as the nodes do.

use crate::bootstrap::fault::{block, invalid, one_word};
use crate::bootstrap::form::{self, Formed};
use crate::bootstrap::kubelet;
use crate::bootstrap::request::Request;
use crate::bootstrap::spec::PartKind;
use crate::bootstrap::word::powershell;
use crate::error::Error;
use crate::knowledge::IpFamily;

const SCRIPT: &str = "& \"$env:ProgramFiles\\Amazon\\EKS\\Start-EKSBootstrap.ps1\"";

/// The words that the script is called with; none where EKS or Karpenter calls it.
pub(super) fn arguments(request: &Request<'_>) -> Result<Vec<String>, Error> {
    let (spec, facts) = (request.spec, &request.cluster);
    if facts.family == Some(IpFamily::Ipv6) {
        return Err(invalid("cluster.ipFamily", "`ipv6`, and Windows nodes join clusters of IPv4 alone"));
    }
    if spec.others_add() {
        request.refuse_unplaced(("windows", spec.windows.is_some()))?;
        return Ok(Vec::new());
    }
    let mut words = Vec::new();
    let mut flag = |name: &str, value: String| words.extend([name.to_owned(), value]);
    flag("-EKSClusterName", facts.name()?.clone());
    flag("-APIServerEndpoint", facts.endpoint()?.url.clone());
    flag("-Base64ClusterCA", facts.authority()?.clone());
    flag("-ServiceCIDR", facts.services()?.to_string());
    flag("-DNSClusterIP", facts.dns()?.to_string());
    if let Some(own) = &spec.windows {
        let mut blocks = Vec::new();
        for (at, text) in own.excluded_snat_cidrs.iter().flatten().enumerate() {
            blocks.push(block(&format!("windows.excludedSnatCidrs[{at}]"), text)?.to_string());
        }
        if !blocks.is_empty() {
            flag("-ExcludedSnatCIDRs", blocks.join(","));
        }
    }
    let flags = kubelet::flags(spec, request.flagged_pods());
    if !flags.is_empty() {
        flag("-KubeletExtraArgs", flags.join(" "));
    }
    if let Some(flags) =
        spec.windows.as_ref().and_then(|own| own.kube_proxy_flags.as_ref()).filter(|own| !own.is_empty())
    {
        flags.iter().enumerate().try_for_each(|(at, flag)| one_word(&format!("windows.kubeProxyFlags[{at}]"), flag))?;
        flag("-KubeProxyExtraArgs", flags.join(" "));
    }
    Ok(words)
}

/// The user data; nothing where there is none to give.
pub(super) fn user_data(request: &Request<'_>, arguments: &[String]) -> Result<Option<Formed>, Error> {
    let spec = request.spec;
    let kinds = &[PartKind::Powershell];
    let before = form::own("before", spec.before.as_ref(), kinds)?;
    let after = form::own("after", spec.after.as_ref(), kinds)?;
    if spec.others_add() && !after.is_empty() {
        let message =
            format!("the part of {} comes last, and nothing stands after it; put yours into `before`", request.adder());
        return Err(invalid("after", message));
    }
    let mut text = String::new();
    let add = |text: &mut String, part: &str| {
        text.push_str(part);
        if !part.ends_with('\n') {
            text.push('\n');
        }
    };
    for part in &before {
        add(&mut text, part.text);
    }
    if let Some(proxy) = &request.proxy {
        for (name, value) in proxy.variables() {
            let (name, value) = (powershell(name), powershell(&value));
            text.extend(["[Environment]::SetEnvironmentVariable(", &name, ", ", &value, ", 'Machine')\n"]);
        }
    }
    if !arguments.is_empty() {
        text.push_str(SCRIPT);
        for (at, word) in arguments.iter().enumerate() {
            // Every flag has one value, and only the values come from outside.
            let word = if at % 2 == 0 { word.clone() } else { powershell(word) };
            text.extend([" ", &word]);
        }
        text.push('\n');
    }
    for part in &after {
        add(&mut text, part.text);
    }
    if text.is_empty() {
        return Ok(None);
    }
    form::alone(spec, format!("<powershell>\n{text}</powershell>\n")).map(Some)
}
