//! The order of creation that leaves no node waiting: what a node needs stands before the node.

use crate::knowledge::{AuthenticationMode, EndpointType, NodeKind, Party, Place};
use crate::plan::answer::{Plan, Step};

/// The steps, each after those that it waits for. A step that makes nothing of the plan is left out, and so is waiting
/// for it.
pub(super) fn steps(plan: &Plan) -> Vec<Step> {
    let made = Made { plan };
    let steps = ground(&made).into_iter().chain(cluster(&made));
    let there: Vec<Step> = steps.filter(|step| ALWAYS.contains(&step.id.as_str()) || !step.items.is_empty()).collect();
    let ids: Vec<String> = there.iter().map(|step| step.id.clone()).collect();
    let waits = |mut step: Step| {
        step.after.retain(|id| ids.contains(id));
        step
    };
    there.into_iter().map(waits).collect()
}

/// What stands before there is a cluster.
fn ground(made: &Made<'_>) -> Vec<Step> {
    vec![
        Step::new(
            "network",
            "make the VPC, its subnets and route tables, with DNS support, DNS host names and DHCP options",
            &[],
            "what follows is placed in them, and names resolve only with them",
            made.settings(Place::Vpc).collect(),
        ),
        Step::new(
            "security-groups",
            "make the security groups and their rules, but for those that name the cluster security group",
            &["network"],
            "endpoints and the cluster are given their groups when they are made",
            made.groups(),
        ),
        Step::new(
            "gateways",
            "make the gateway endpoints and associate every route table of the subnets of nodes and pods",
            &["network"],
            "image layers come through them; making one later breaks connections that are open",
            made.endpoints(EndpointType::Gateway).chain(made.settings(Place::Gateway)).collect(),
        ),
        Step::new(
            "endpoints",
            "make the interface endpoints, and wait until they are available",
            &["security-groups"],
            "a node that boots before them waits for EC2 and for images, and may give up",
            made.endpoints(EndpointType::Interface).chain(made.settings(Place::Endpoint)).collect(),
        ),
        Step::new(
            "images",
            "copy the images that lie in public registries, from where those are reached",
            &[],
            "nodes cannot pull them later",
            made.plan.images.iter().filter(|image| image.copy).map(|image| image.id.clone()).collect(),
        ),
        Step::new(
            "roles",
            "make the IAM roles of the cluster, the nodes and the workloads",
            &[],
            "the cluster and the nodes are given their roles when they are made",
            made.settings(Place::Iam).collect(),
        ),
    ]
}

/// The cluster and what runs in it.
fn cluster(made: &Made<'_>) -> Vec<Step> {
    vec![
        Step::new(
            "cluster",
            "make the cluster with private access; then the rules of the cluster security group, and those that name it",
            &["network", "security-groups", "roles"],
            "nodes register at its private endpoint; EKS makes the cluster security group with it",
            made.settings(Place::Cluster).chain([Party::Cluster.as_str().to_owned()]).collect(),
        ),
        Step::new(
            "access",
            access(made.plan.spec.authentication_mode.value),
            &["cluster"],
            "a node whose role has no access does not join",
            Vec::new(),
        ),
        Step::new(
            "network-add-ons",
            "install the network add-ons and the agent of EKS Pod Identity",
            &["cluster", "endpoints", "gateways"],
            "a node becomes ready only when the VPC CNI runs on it, and pods that start before the agent get no \
             credentials",
            made.features(&BEFORE_NODES, true),
        ),
        Step::new(
            "nodes",
            if made.plan.spec.nodes.value == [NodeKind::Fargate] {
                "make the Fargate profiles"
            } else {
                "make the nodes with their bootstrap input"
            },
            &["cluster", "access", "network-add-ons", "endpoints", "gateways", "images", "roles"],
            "everything that a node calls while it boots is there now",
            made.nodes().chain(made.settings(Place::Node)).collect(),
        ),
        Step::new(
            "workloads",
            "install the controllers and the workloads with their settings",
            &["nodes", "images"],
            "they run on nodes",
            made.features(&BEFORE_NODES, false).into_iter().chain(made.settings(Place::Workload)).collect(),
        ),
    ]
}

/// What of a plan is made in which step.
struct Made<'a> {
    plan: &'a Plan,
}

impl Made<'_> {
    fn settings(&self, place: Place) -> impl Iterator<Item = String> {
        let own = self.plan.settings.iter().filter(move |own| own.place == place);
        own.map(|own| own.id.clone())
    }

    fn endpoints(&self, kind: EndpointType) -> impl Iterator<Item = String> {
        let own = self.plan.endpoints.iter().filter(move |own| own.endpoint_type == kind);
        own.map(|own| own.service_name.clone())
    }

    /// EKS makes the group of the cluster itself.
    fn groups(&self) -> Vec<String> {
        let own = self.plan.security_groups.iter().filter(|group| group.id != Party::Cluster);
        own.map(|group| group.id.as_str().to_owned()).collect()
    }

    fn nodes(&self) -> impl Iterator<Item = String> {
        self.plan.spec.nodes.value.iter().map(|kind| kind.as_str().to_owned())
    }

    fn features(&self, names: &[&str], there: bool) -> Vec<String> {
        let own = self.plan.spec.features.iter().filter(|own| names.contains(&own.id.as_str()) == there);
        own.map(|feature| feature.id.clone()).collect()
    }
}

const fn access(mode: AuthenticationMode) -> &'static str {
    match mode {
        AuthenticationMode::Api => "make the access entries of administrators and of node roles, through the EKS API",
        AuthenticationMode::ApiAndConfigMap => {
            "make the access entries of administrators and of node roles, or write the aws-auth ConfigMap from where the \
             private endpoint is reached"
        }
        AuthenticationMode::ConfigMap => {
            "write the aws-auth ConfigMap with the node roles, from where the private endpoint is reached"
        }
    }
}

/// The steps of every cluster, whatever else the plan has for them.
const ALWAYS: [&str; 2] = ["access", "roles"];

/// What must run, or be on its way, before nodes do.
const BEFORE_NODES: [&str; 3] = ["kube-proxy", "pod-identity", "vpc-cni"];

impl Step {
    fn new(id: &str, title: &str, after: &[&str], because: &str, items: Vec<String>) -> Self {
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            after: after.iter().map(|id| (*id).to_owned()).collect(),
            because: because.to_owned(),
            items,
        }
    }
}
