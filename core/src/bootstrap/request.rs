//! A request, read and checked as a whole: what has no place in its system is refused and never dropped in silence.

use crate::bootstrap::answer::{BootstrapFinding, MaximumPods};
use crate::bootstrap::cluster::{self, Cluster};
use crate::bootstrap::fault::{filled, invalid, known};
use crate::bootstrap::proxy::{self, Proxy};
use crate::bootstrap::spec::{Launch, NodeSpec};
use crate::bootstrap::{kubelet, labels, max_pods};
use crate::error::Error;
use crate::knowledge::NodeSystem;

/// A request with what was read from it.
pub(super) struct Request<'a> {
    pub(super) spec: &'a NodeSpec,
    pub(super) cluster: Cluster,
    pub(super) proxy: Option<Proxy>,
    pub(super) pods: Option<MaximumPods>,
    pub(super) findings: Vec<BootstrapFinding>,
}

/// What each system reads beside the cluster.
const PLACES: &[(NodeSystem, &[&str])] = &[
    (NodeSystem::Al2, &["labels", "taints", "kubelet.flags", "kubelet.maxPods", "localStorage", "proxy", PODS, PARTS]),
    (
        NodeSystem::Al2023,
        &[
            "labels",
            "taints",
            "kubelet.flags",
            "kubelet.maxPods",
            "kubelet.config",
            "kubelet.maxPodsExpression",
            "containerd",
            "localStorage",
            "environment",
            "proxy",
            "featureGates",
            PODS,
            PARTS,
        ],
    ),
    (NodeSystem::Bottlerocket, &["labels", "taints", "kubelet.maxPods", "bottlerocket", "proxy", PODS, PARTS]),
    (NodeSystem::Windows, &["labels", "taints", "kubelet.flags", "kubelet.maxPods", "windows", "proxy", PODS, PARTS]),
    (NodeSystem::Ubuntu, &["labels", "taints", "kubelet.flags", "kubelet.maxPods", PODS, PARTS]),
    (
        NodeSystem::Hybrid,
        &[
            "labels",
            "taints",
            "kubelet.flags",
            "kubelet.maxPods",
            "kubelet.config",
            "kubelet.maxPodsExpression",
            "containerd",
            "hybrid",
        ],
    ),
    (NodeSystem::AutoMode, &["nodeClass", "proxy"]),
    (NodeSystem::Fargate, &[]),
];

/// What the maximum of pods is worked out of. A machine outside AWS has no type, and the nodes of Auto Mode and Fargate
/// take no maximum from anybody.
const PODS: &str = "pods";

/// Parts of one's own, the form, and who starts the instance: all that has user data has them.
const PARTS: &str = "parts";

impl<'a> Request<'a> {
    /// Reads a request.
    pub(super) fn read(spec: &'a NodeSpec) -> Result<Self, Error> {
        in_place(spec)?;
        launched(spec)?;
        let mut findings = Vec::new();
        let cluster = cluster::read(spec, &mut findings)?;
        if cluster.id.is_some() && !matches!(spec.system, NodeSystem::Al2 | NodeSystem::Al2023) {
            let message = format!("`{}` does not join local clusters on Outposts", spec.system.as_str());
            return Err(invalid("cluster.outpost", message));
        }
        labels::check(spec, &mut findings)?;
        kubelet::check(spec, &cluster, &mut findings)?;
        let proxy = proxy::read(spec, &cluster, &mut findings)?;
        let pods = max_pods::of(spec, cluster.family, &mut findings)?;
        for (field, parts) in [("before", &spec.before), ("after", &spec.after)] {
            filled(field, parts.as_ref(), "a part")?;
        }
        Ok(Self { spec, cluster, proxy, pods, findings })
    }

    /// The maximum of pods that the user data states.
    pub(super) fn stated_pods(&self) -> Option<u32> {
        let elsewhere = self.spec.launch() == Launch::Karpenter && self.spec.others_add();
        self.pods.as_ref().filter(|pods| pods.stated && !elsewhere).map(|pods| pods.value)
    }

    /// The same where no flag of one's own says it.
    pub(super) fn flagged_pods(&self) -> Option<u32> {
        let flags = self.spec.kubelet.iter().flat_map(|kubelet| kubelet.flags.iter().flatten());
        self.stated_pods().filter(|_| !flags.into_iter().any(|flag| flag.starts_with("--max-pods=")))
    }

    /// Refuses what others, who call the bootstrap script, have no place for; `more` is a field of one system.
    pub(super) fn refuse_unplaced(&self, more: (&str, bool)) -> Result<(), Error> {
        let spec = self.spec;
        let (labels, taints) = (("labels", spec.labels.is_some()), ("taints", spec.taints.is_some()));
        let dns = spec.cluster.as_ref().is_some_and(|cluster| cluster.dns_address.is_some());
        let fields = [labels, taints, ("kubelet", spec.kubelet.is_some()), ("cluster.dnsAddress", dns), more];
        let Some((path, _)) = fields.into_iter().find(|(_, stated)| *stated) else { return Ok(()) };
        let message = format!(
            "the bootstrap script is called by {}, which has no place for it here; give `amiId`, or state it there",
            self.adder()
        );
        Err(invalid(path, message))
    }

    /// Who adds the cluster to the user data, where somebody does.
    pub(super) fn adder(&self) -> &'static str {
        if self.spec.launch() == Launch::Karpenter { "Karpenter" } else { "EKS" }
    }
}

/// Every field that only some systems read, and whether it is stated.
fn stated(spec: &NodeSpec) -> [(&'static str, &'static str, bool); 23] {
    let kubelet = |has: fn(&crate::bootstrap::spec::KubeletSpec) -> bool| spec.kubelet.as_ref().is_some_and(has);
    [
        ("labels", "labels", spec.labels.is_some()),
        ("taints", "taints", spec.taints.is_some()),
        ("kubelet.flags", "kubelet.flags", kubelet(|own| own.flags.is_some())),
        ("kubelet.maxPods", "kubelet.maxPods", kubelet(|own| own.max_pods.is_some())),
        ("kubelet.config", "kubelet.config", kubelet(|own| own.config.is_some())),
        ("kubelet.maxPodsExpression", "kubelet.maxPodsExpression", kubelet(|own| own.max_pods_expression.is_some())),
        ("containerd", "containerd", spec.containerd.is_some()),
        ("localStorage", "localStorage", spec.local_storage.is_some()),
        ("environment", "environment", spec.environment.is_some()),
        ("proxy", "proxy", spec.proxy.is_some()),
        ("featureGates", "featureGates", spec.feature_gates.is_some()),
        ("bottlerocket", "bottlerocket", spec.bottlerocket.is_some()),
        ("windows", "windows", spec.windows.is_some()),
        ("hybrid", "hybrid", spec.hybrid.is_some()),
        ("nodeClass", "nodeClass", spec.node_class.is_some() && spec.launch() != Launch::Karpenter),
        (PODS, "instanceTypes", spec.instance_types.is_some()),
        (PODS, "prefixDelegation", spec.prefix_delegation.is_some()),
        (PODS, "customNetworking", spec.custom_networking.is_some()),
        (PARTS, "before", spec.before.is_some()),
        (PARTS, "after", spec.after.is_some()),
        (PARTS, "form", spec.form.is_some()),
        (PARTS, "launch", spec.launch.is_some()),
        (PARTS, "amiId", spec.ami_id.is_some()),
    ]
}

fn in_place(spec: &NodeSpec) -> Result<(), Error> {
    let places = PLACES.iter().find(|(system, _)| *system == spec.system).map_or(&[][..], |(_, places)| places);
    match stated(spec).into_iter().find(|(place, _, stated)| *stated && !places.contains(place)) {
        None => Ok(()),
        Some((place, path, _)) => {
            let others = PLACES.iter().filter(|(_, places)| places.contains(&place));
            let others: Vec<_> = others.map(|(system, _)| format!("`{}`", system.as_str())).collect();
            let message = format!(
                "`{}` reads no such thing, and it would be lost; leave it out (it is read by {})",
                spec.system.as_str(),
                others.join(", ")
            );
            Err(invalid(path, message))
        }
    }
}

/// Who starts the instance, and from which AMI.
fn launched(spec: &NodeSpec) -> Result<(), Error> {
    if let Some(id) = &spec.ami_id {
        known("amiId", id)?;
        let hex = id.strip_prefix("ami-").filter(|hex| (8..=17).contains(&hex.len()));
        if !hex.is_some_and(|hex| hex.bytes().all(|c| c.is_ascii_digit() || (b'a'..=b'f').contains(&c))) {
            return Err(invalid("amiId", format!("`{id}` is no id of an AMI, such as `ami-0123456789abcdef0`")));
        }
    }
    if spec.launch() == Launch::Karpenter {
        if spec.node_class.is_none() {
            return Err(invalid("nodeClass", "it is missing: Karpenter takes user data in a node class alone"));
        }
        for (path, stated) in [("labels", spec.labels.is_some()), ("taints", spec.taints.is_some())] {
            if stated && spec.others_add() {
                let message = format!("Karpenter gives nodes the {path} of their NodePool; state them there");
                return Err(invalid(path, message));
            }
        }
    }
    if spec.eks_adds() && spec.system == NodeSystem::Ubuntu {
        return Err(invalid(
            "amiId",
            "it is missing: EKS has no AMI type for Ubuntu, so a node group takes the id of one",
        ));
    }
    Ok(())
}
