//! The order of creation that leaves no node waiting: what a node needs stands before the node.

use crate::knowledge::{AuthenticationMode, EndpointType, NodeKind, Party, Place};
use crate::plan::answer::{Plan, Step};

/// The steps, each after those that it waits for. A step that makes nothing of the plan is left out, and so is waiting
/// for it.
pub(super) fn steps(plan: &Plan) -> Vec<Step> {
    let settings = |place: Place| {
        let own = plan.settings.iter().filter(move |own| own.place == place && of_endpoints(&own.id).is_none());
        own.map(|own| own.id.clone())
    };
    let with = |step: &'static str| {
        let own = plan.settings.iter().filter(move |own| of_endpoints(&own.id) == Some(step));
        own.map(|own| own.id.clone())
    };
    let endpoints = |kind: EndpointType| {
        plan.endpoints.iter().filter(move |own| own.endpoint_type == kind).map(|own| own.service_name.clone())
    };
    let groups = plan.security_groups.iter().map(|group| group.id.as_str().to_owned());
    let features = |names: &[&str], there: bool| -> Vec<String> {
        let own = plan.spec.features.iter().filter(|feature| names.contains(&feature.id.as_str()) == there);
        own.map(|feature| feature.id.clone()).collect()
    };
    let fargate_only = plan.spec.nodes.value == [NodeKind::Fargate];
    let nodes: Vec<String> = plan.spec.nodes.value.iter().map(|kind| kind.as_str().to_owned()).collect();
    let steps = [
        Step::new(
            "network",
            "make the VPC, its subnets and route tables, with DNS support, DNS host names and DHCP options",
            &[],
            "what follows is placed in them, and names resolve only with them",
            settings(Place::Vpc).collect(),
        ),
        Step::new(
            "security-groups",
            "make the security groups and their rules, but for those that name the cluster security group",
            &["network"],
            "endpoints and the cluster are given their groups when they are made",
            groups.filter(|id| id != Party::Cluster.as_str()).collect(),
        ),
        Step::new(
            "gateways",
            "make the gateway endpoints and associate every route table of the node subnets",
            &["network"],
            "image layers come through them; making one later breaks connections that are open",
            endpoints(EndpointType::Gateway).chain(with("gateways")).collect(),
        ),
        Step::new(
            "endpoints",
            "make the interface endpoints, and wait until they are available",
            &["security-groups"],
            "a node that boots before them waits for EC2 and for images, and may give up",
            endpoints(EndpointType::Interface).chain(with("endpoints")).collect(),
        ),
        Step::new(
            "images",
            "copy the images that lie in public registries, from where those are reached",
            &[],
            "nodes cannot pull them later",
            plan.images.iter().filter(|image| image.copy).map(|image| image.id.clone()).collect(),
        ),
        Step::new(
            "roles",
            "make the IAM roles of the cluster, the nodes and the workloads",
            &[],
            "the cluster and the nodes are given their roles when they are made",
            settings(Place::Iam).collect(),
        ),
        Step::new(
            "cluster",
            "make the cluster with private access; then the rules of the cluster security group, and those that name it",
            &["network", "security-groups", "roles"],
            "nodes register at its private endpoint; EKS makes the cluster security group with it",
            settings(Place::Cluster).chain([Party::Cluster.as_str().to_owned()]).collect(),
        ),
        Step::new(
            "access",
            access(plan.spec.authentication_mode.value),
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
            features(&BEFORE_NODES, true),
        ),
        Step::new(
            "nodes",
            if fargate_only { "make the Fargate profiles" } else { "make the nodes with their bootstrap input" },
            &["cluster", "access", "network-add-ons", "endpoints", "gateways", "images", "roles"],
            "everything that a node calls while it boots is there now",
            nodes.into_iter().chain(settings(Place::Node)).collect(),
        ),
        Step::new(
            "workloads",
            "install the controllers and the workloads with their settings",
            &["nodes", "images"],
            "they run on nodes",
            features(&BEFORE_NODES, false).into_iter().chain(settings(Place::Workload)).collect(),
        ),
    ];
    let there: Vec<Step> = steps.into_iter().filter(|step| step.id == "access" || !step.items.is_empty()).collect();
    let ids: Vec<String> = there.iter().map(|step| step.id.clone()).collect();
    let waits = |mut step: Step| {
        step.after.retain(|id| ids.contains(id));
        step
    };
    there.into_iter().map(waits).collect()
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

/// The step of a setting that is made with endpoints and not with what the place of the setting says.
fn of_endpoints(setting: &str) -> Option<&'static str> {
    match setting {
        "s3-endpoint-policy" | "s3-route-tables" => Some("gateways"),
        "bottlerocket-host-container-accounts"
        | "central-endpoint-names"
        | "central-endpoint-private-dns"
        | "ecr-endpoint-policy"
        | "endpoint-ip-address-type"
        | "endpoint-private-dns"
        | "endpoint-subnets" => Some("endpoints"),
        _ => None,
    }
}

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
