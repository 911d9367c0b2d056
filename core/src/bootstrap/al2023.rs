//! Amazon Linux 2023: a NodeConfig for nodeadm. It reads no NodeConfig of others.

use serde_json::{Map, Value, json};

use crate::bootstrap::fault::{invalid, one_word};
use crate::bootstrap::form::{self, Formed, Part};
use crate::bootstrap::request::Request;
use crate::bootstrap::spec::PartKind;
use crate::bootstrap::systems::LocalStorageSpec;
use crate::bootstrap::{labels, proxy, yaml};
use crate::error::Error;
use crate::yaml::Node;

/// The parts that nodeadm and cloud-init read.
pub(super) const KINDS: &[PartKind] =
    &[PartKind::NodeConfig, PartKind::Shell, PartKind::CloudConfig, PartKind::CloudBoothook];

/// The user data; nothing where somebody else says everything.
pub(super) fn user_data(request: &Request<'_>) -> Result<Option<Formed>, Error> {
    let spec = request.spec;
    let config = config(request)?;
    let mut parts = form::own("before", spec.before.as_ref(), KINDS)?;
    parts.extend(config.as_ref().map(|text| Part { kind: PartKind::NodeConfig, text }));
    parts.extend(form::own("after", spec.after.as_ref(), KINDS)?);
    if parts.is_empty() {
        return Ok(None);
    }
    for (field, own) in [("before", &spec.before), ("after", &spec.after)] {
        for (at, part) in own.iter().flatten().enumerate().filter(|(_, part)| part.kind == PartKind::NodeConfig) {
            apart(&format!("{field}[{at}].text"), &part.text)?;
        }
    }
    form::formed(spec, &parts).map(Some)
}

/// One's own NodeConfig is one, and says nothing of the cluster: of two that do, the later one would win.
fn apart(path: &str, text: &str) -> Result<(), Error> {
    let documents = crate::yaml::parse(text)
        .map_err(|fault| invalid(path, format!("no YAML: {}, on line {}", fault.says, fault.line)))?;
    let [document] = documents.as_slice() else {
        return Err(invalid(path, "nodeadm reads one document of a part; make a part of each"));
    };
    let is = |key: &str, due: &str| document.value(key).and_then(Node::text) == Some(due);
    if !is("kind", "NodeConfig") || !is("apiVersion", "node.eks.aws/v1alpha1") {
        return Err(invalid(path, "it does not begin with `apiVersion: node.eks.aws/v1alpha1` and `kind: NodeConfig`"));
    }
    if document.at(&["spec", "cluster"]).is_some() {
        return Err(invalid(path, "`spec.cluster` follows from `cluster`, or is added by others; leave it out"));
    }
    Ok(())
}

/// The NodeConfig; nothing where it would say nothing.
fn config(request: &Request<'_>) -> Result<Option<String>, Error> {
    let spec = request.spec;
    let mut inner = Map::new();
    if !spec.others_add() {
        inner.insert("cluster".to_owned(), cluster(request)?.into());
    }
    add(&mut inner, "kubelet", kubelet(request));
    add(&mut inner, "containerd", containerd(request)?);
    add(&mut inner, "instance", instance(request)?);
    let gates = spec.feature_gates.iter().flatten();
    let gates: Map<_, _> =
        gates.map(|(name, on)| gate(name).map(|()| (name.clone(), (*on).into()))).collect::<Result<_, _>>()?;
    add(&mut inner, "featureGates", gates);
    if inner.is_empty() {
        return Ok(None);
    }
    Ok(Some(document(inner)))
}

/// A NodeConfig around what it says.
pub(super) fn document(inner: Map<String, Value>) -> String {
    let mut outer = Map::new();
    outer.insert("apiVersion".to_owned(), "node.eks.aws/v1alpha1".into());
    outer.insert("kind".to_owned(), "NodeConfig".into());
    outer.insert("spec".to_owned(), inner.into());
    yaml::document(&outer)
}

fn add(outer: &mut Map<String, Value>, key: &str, inner: Map<String, Value>) {
    if !inner.is_empty() {
        outer.insert(key.to_owned(), inner.into());
    }
}

fn gate(name: &str) -> Result<(), Error> {
    if !name.is_empty() && name.bytes().all(|c| c.is_ascii_alphanumeric()) {
        return Ok(());
    }
    Err(invalid(format!("featureGates.{name}"), format!("`{name}` is no feature gate, such as `InstanceIdNodeName`")))
}

/// What every NodeConfig says of its cluster, on EC2 and elsewhere.
pub(super) fn cluster(request: &Request<'_>) -> Result<Map<String, Value>, Error> {
    let facts = &request.cluster;
    let mut cluster = Map::new();
    cluster.insert("name".to_owned(), facts.name()?.as_str().into());
    cluster.insert("apiServerEndpoint".to_owned(), facts.endpoint()?.url.as_str().into());
    cluster.insert("certificateAuthority".to_owned(), facts.authority()?.as_str().into());
    cluster.insert("cidr".to_owned(), facts.services()?.to_string().into());
    if let Some(id) = &facts.id {
        cluster.insert("enableOutpost".to_owned(), true.into());
        cluster.insert("id".to_owned(), id.as_str().into());
    }
    Ok(cluster)
}

/// What a NodeConfig says of the kubelet: taints in its configuration, labels as a flag, for it has no field for them.
pub(super) fn kubelet(request: &Request<'_>) -> Map<String, Value> {
    let spec = request.spec;
    let own = spec.kubelet.as_ref();
    let mut config = own.and_then(|kubelet| kubelet.config.clone()).unwrap_or_default();
    if let Some(taints) = spec.taints.as_ref().filter(|taints| !taints.is_empty()) {
        let taint = |taint: &crate::bootstrap::spec::TaintSpec| json!({"key": taint.key, "value": taint.value.as_deref().unwrap_or_default(), "effect": taint.effect.as_str()});
        config.insert("registerWithTaints".to_owned(), taints.iter().map(taint).collect());
    }
    if let Some(pods) = request.flagged_pods() {
        config.insert("maxPods".to_owned(), pods.into());
    }
    if let Some(address) = request.cluster.dns.filter(|_| request.cluster.dns_is_own) {
        config.insert("clusterDNS".to_owned(), vec![address.to_string()].into());
    }
    let flags = labels::label_flag(spec).into_iter();
    let flags: Vec<_> =
        flags.chain(own.into_iter().flat_map(|kubelet| kubelet.flags.iter().flatten().cloned())).collect();
    let mut kubelet = Map::new();
    add(&mut kubelet, "config", config);
    if !flags.is_empty() {
        kubelet.insert("flags".to_owned(), flags.into());
    }
    if let Some(expression) = own.and_then(|kubelet| kubelet.max_pods_expression.as_ref()) {
        kubelet.insert("maxPodsExpression".to_owned(), expression.as_str().into());
    }
    kubelet
}

/// What a NodeConfig says of containerd; its TOML is parsed before it is passed on.
pub(super) fn containerd(request: &Request<'_>) -> Result<Map<String, Value>, Error> {
    let mut containerd = Map::new();
    let Some(own) = &request.spec.containerd else { return Ok(containerd) };
    if let Some(config) = &own.config {
        if let Err(fault) = config.parse::<toml::Table>() {
            return Err(invalid("containerd.config", format!("no TOML: {}", fault.message())));
        }
        containerd.insert("config".to_owned(), config.as_str().into());
    }
    if let Some(base) = &own.base_runtime_spec {
        containerd.insert("baseRuntimeSpec".to_owned(), base.clone().into());
    }
    Ok(containerd)
}

fn instance(request: &Request<'_>) -> Result<Map<String, Value>, Error> {
    let spec = request.spec;
    let mut instance = Map::new();
    if let Some(storage) = &spec.local_storage {
        instance.insert("localStorage".to_owned(), local_storage(storage)?.into());
    }
    let environment = proxy::environment(spec, request.proxy.as_ref())?;
    if !environment.is_empty() {
        let units = environment.into_iter().map(|(unit, variables)| {
            (unit, variables.into_iter().map(|(name, value)| (name, value.into())).collect::<Map<_, _>>().into())
        });
        instance.insert("environment".to_owned(), Value::Object(units.collect()));
    }
    Ok(instance)
}

fn local_storage(storage: &LocalStorageSpec) -> Result<Map<String, Value>, Error> {
    let mut found = Map::new();
    found.insert("strategy".to_owned(), json!(storage.strategy));
    if let Some(path) = &storage.mount_path {
        one_word("localStorage.mountPath", path)?;
        if !path.starts_with('/') || path.split('/').any(|part| part == "..") {
            let message = format!("`{path}` is no absolute path, such as `/mnt/k8s-disks`");
            return Err(invalid("localStorage.mountPath", message));
        }
        found.insert("mountPath".to_owned(), path.as_str().into());
    }
    if let Some(mounts) = storage.disabled_mounts.as_ref().filter(|mounts| !mounts.is_empty()) {
        found.insert("disabledMounts".to_owned(), json!(mounts));
    }
    Ok(found)
}
