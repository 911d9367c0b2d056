//! The node classes of Karpenter and of EKS Auto Mode, as objects of Kubernetes. The pools that name them are not here.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::bootstrap::answer::BootstrapDocument;
use crate::bootstrap::bottlerocket::bundle_name;
use crate::bootstrap::certificate::CertificateBundle;
use crate::bootstrap::fault::{arn, finding, invalid, is_host, known};
use crate::bootstrap::request::Request;
use crate::bootstrap::systems::{NodeClassSpec, SelectorTerm};
use crate::bootstrap::yaml;
use crate::error::Error;
use crate::knowledge::{IpFamily, NodeSystem};

const APPLY: &str = "an object of the cluster: kubectl apply -f, from where the private endpoint can be reached";

/// The class of Karpenter, with the user data in it.
pub(super) fn of_karpenter(
    request: &mut Request<'_>,
    own: &NodeClassSpec,
    user_data: Option<&str>,
) -> Result<BootstrapDocument, Error> {
    for (field, stated) in [
        ("podSubnets", own.pod_subnets.is_some()),
        ("podSecurityGroups", own.pod_security_groups.is_some()),
        ("certificateBundles", own.certificate_bundles.is_some()),
    ] {
        if stated {
            return Err(invalid(
                format!("nodeClass.{field}"),
                "Karpenter's class has no such field, EKS Auto Mode's has",
            ));
        }
    }
    let mut spec = shared(request, own)?;
    if own.instance_profile.is_none() {
        let message = "Karpenter makes an instance profile from the role and calls IAM for it; name one that exists where IAM \
            cannot be reached";
        request.findings.push(finding("nodeClass.instanceProfile", "instance-profile", message));
    }
    let (family, term) = image(request, own)?;
    if let Some(family) = family {
        spec.insert("amiFamily".to_owned(), family.into());
    }
    spec.insert("amiSelectorTerms".to_owned(), vec![term].into());
    let mut kubelet = Map::new();
    if let Some(pods) = request.pods.as_ref().filter(|pods| pods.stated) {
        kubelet.insert("maxPods".to_owned(), pods.value.into());
    }
    if let Some(address) = request.cluster.dns.filter(|_| request.cluster.dns_is_own) {
        kubelet.insert("clusterDNS".to_owned(), vec![address.to_string()].into());
    }
    if !kubelet.is_empty() {
        spec.insert("kubelet".to_owned(), kubelet.into());
    }
    let hops = own.metadata_hop_limit.unwrap_or(1);
    if !(1..=64).contains(&hops) {
        return Err(invalid("nodeClass.metadataHopLimit", format!("`{hops}` is no limit; it is from 1 to 64")));
    }
    let six = if request.cluster.family == Some(IpFamily::Ipv6) { "enabled" } else { "disabled" };
    let options = json!({
        "httpEndpoint": "enabled", "httpProtocolIPv6": six, "httpPutResponseHopLimit": hops, "httpTokens": "required",
    });
    spec.insert("metadataOptions".to_owned(), options);
    if let Some(text) = user_data {
        spec.insert("userData".to_owned(), text.into());
    }
    Ok(object("karpenter.k8s.aws/v1", "EC2NodeClass", "ec2nodeclass.yaml", own, spec))
}

/// The class of EKS Auto Mode.
pub(super) fn of_auto_mode(request: &Request<'_>, own: &NodeClassSpec) -> Result<BootstrapDocument, Error> {
    for (field, stated) in
        [("amiAlias", own.ami_alias.is_some()), ("metadataHopLimit", own.metadata_hop_limit.is_some())]
    {
        if stated {
            return Err(invalid(
                format!("nodeClass.{field}"),
                "EKS Auto Mode's class has no such field, Karpenter's has",
            ));
        }
    }
    let mut spec = shared(request, own)?;
    for (field, key, terms, prefix) in [
        ("podSubnets", "podSubnetSelectorTerms", &own.pod_subnets, "subnet-"),
        ("podSecurityGroups", "podSecurityGroupSelectorTerms", &own.pod_security_groups, "sg-"),
    ] {
        if let Some(found) = terms {
            spec.insert(key.to_owned(), selected(field, found, prefix)?);
        }
    }
    if own.pod_subnets.is_some() != own.pod_security_groups.is_some() {
        let message = "subnets and security groups of pods go together; give both, or neither";
        return Err(invalid("nodeClass.podSubnets", message));
    }
    if let Some(proxy) = &request.proxy {
        let networking = json!({"httpsProxy": proxy.url, "noProxy": proxy.bypass});
        spec.insert("advancedNetworking".to_owned(), networking);
    }
    let mut bundles = Vec::new();
    for (at, bundle) in own.certificate_bundles.iter().flatten().enumerate() {
        let path = format!("nodeClass.certificateBundles[{at}]");
        bundle_name(&format!("{path}.name"), &bundle.name)?;
        let data = CertificateBundle::trusted(&format!("{path}.data"), &bundle.data)?;
        bundles.push(json!({"data": data, "name": bundle.name}));
    }
    if !bundles.is_empty() {
        spec.insert("certificateBundles".to_owned(), bundles.into());
    }
    Ok(object("eks.amazonaws.com/v1", "NodeClass", "nodeclass.yaml", own, spec))
}

fn object(version: &str, kind: &str, file: &str, own: &NodeClassSpec, spec: Map<String, Value>) -> BootstrapDocument {
    let mut outer = Map::new();
    outer.insert("apiVersion".to_owned(), version.into());
    outer.insert("kind".to_owned(), kind.into());
    outer.insert("metadata".to_owned(), json!({"name": own.name}));
    outer.insert("spec".to_owned(), spec.into());
    let text = yaml::document(&outer);
    BootstrapDocument { name: file.to_owned(), media_type: "application/yaml", place: APPLY, text }
}

/// What both classes say alike.
fn shared(request: &Request<'_>, own: &NodeClassSpec) -> Result<Map<String, Value>, Error> {
    if !is_host(&own.name) || own.name.chars().any(|c| c.is_ascii_uppercase()) {
        let message = format!("`{}` is no name of an object: letters, digits, `-` and `.`, no capitals", own.name);
        return Err(invalid("nodeClass.name", message));
    }
    let (partition, rest) = arn("nodeClass.roleArn", &own.role_arn, "iam")?;
    let Some(role) =
        rest.strip_prefix("role/").and_then(|path| path.rsplit('/').next()).filter(|role| !role.is_empty())
    else {
        let message = format!("`{}` is no ARN of a role, such as `arn:aws:iam::111122223333:role/nodes`", own.role_arn);
        return Err(invalid("nodeClass.roleArn", message));
    };
    if let Some(row) = request.cluster.region.filter(|row| row.partition.id != partition) {
        let message =
            format!("`{}` is of the partition `{partition}`, the cluster of `{}`", own.role_arn, row.partition.id);
        return Err(invalid("nodeClass.roleArn", message));
    }
    let mut spec = Map::new();
    match &own.instance_profile {
        Some(profile) => {
            let plain = |c: char| c.is_ascii_alphanumeric() || "+=,.@_-".contains(c);
            if profile.is_empty() || !profile.chars().all(plain) {
                let message = format!("`{profile}` is no name of an instance profile; give the name and not the ARN");
                return Err(invalid("nodeClass.instanceProfile", message));
            }
            spec.insert("instanceProfile".to_owned(), profile.as_str().into());
        }
        None => _ = spec.insert("role".to_owned(), role.into()),
    }
    spec.insert("subnetSelectorTerms".to_owned(), selected("subnets", &own.subnets, "subnet-")?);
    spec.insert("securityGroupSelectorTerms".to_owned(), selected("securityGroups", &own.security_groups, "sg-")?);
    if let Some(tags) = own.tags.as_ref().filter(|tags| !tags.is_empty()) {
        spec.insert("tags".to_owned(), texts(tags));
    }
    Ok(spec)
}

fn selected(field: &str, terms: &[SelectorTerm], prefix: &str) -> Result<Value, Error> {
    let path = format!("nodeClass.{field}");
    if terms.is_empty() {
        return Err(invalid(path, "nothing selects any; give an id or tags"));
    }
    let read = |(at, term): (usize, &SelectorTerm)| {
        let path = format!("{path}[{at}]");
        match (&term.id, term.tags.as_ref().filter(|tags| !tags.is_empty())) {
            (Some(id), None) => {
                known(&format!("{path}.id"), id)?;
                let hex = id.strip_prefix(prefix);
                if !hex.is_some_and(|hex| hex.len() >= 8 && hex.bytes().all(|c| c.is_ascii_hexdigit())) {
                    return Err(invalid(
                        format!("{path}.id"),
                        format!("`{id}` is no id, such as `{prefix}0123456789abcdef0`"),
                    ));
                }
                Ok(json!({"id": id}))
            }
            (None, Some(tags)) => Ok(json!({"tags": texts(tags)})),
            _ => Err(invalid(path, "a term has either an id or tags")),
        }
    };
    terms.iter().enumerate().map(read).collect()
}

fn texts(map: &BTreeMap<String, String>) -> Value {
    Value::Object(map.iter().map(|(key, value)| (key.clone(), value.as_str().into())).collect())
}

/// The family of the images, where no alias says it, and the term that selects them.
fn image(request: &mut Request<'_>, own: &NodeClassSpec) -> Result<(Option<&'static str>, Value), Error> {
    const PATH: &str = "nodeClass.amiAlias";
    let spec = request.spec;
    let families: &[&str] = match spec.system {
        NodeSystem::Al2 => &["al2"],
        NodeSystem::Al2023 => &["al2023"],
        NodeSystem::Bottlerocket => &["bottlerocket"],
        NodeSystem::Windows => &["windows2019", "windows2022", "windows2025"],
        _ => &[],
    };
    match (&own.ami_alias, &spec.ami_id) {
        (Some(alias), None) => {
            let (family, version) = alias.split_once('@').unwrap_or((alias, ""));
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
            if !families.contains(&family) || version.is_empty() || !version.chars().all(plain) {
                let known: Vec<_> = families.iter().map(|family| format!("`{family}@…`")).collect();
                let known = if known.is_empty() { "`amiId` in place of it".to_owned() } else { known.join(" or ") };
                return Err(invalid(
                    PATH,
                    format!("`{alias}` is no alias for `{}`; give {known}", spec.system.as_str()),
                ));
            }
            if version == "latest" {
                let message = "the newest image replaces nodes on any day; name a version that you have tried";
                request.findings.push(finding(PATH, "ami-alias-latest", message));
            }
            Ok((None, json!({"alias": alias})))
        }
        (None, Some(id)) => {
            let family = match spec.system {
                NodeSystem::Al2 => "AL2",
                NodeSystem::Al2023 => "AL2023",
                NodeSystem::Bottlerocket => "Bottlerocket",
                NodeSystem::Ubuntu => "Custom",
                _ => {
                    return Err(invalid(
                        "amiId",
                        "which Windows it is does not show in an id; give `nodeClass.amiAlias`",
                    ));
                }
            };
            Ok((Some(family), json!({"id": id})))
        }
        (Some(_), Some(_)) => Err(invalid(PATH, "an alias and an id of an AMI; give one of them")),
        (None, None) => {
            Err(invalid(PATH, "neither an alias nor the id of an AMI; give one, for none is chosen for you"))
        }
    }
}
