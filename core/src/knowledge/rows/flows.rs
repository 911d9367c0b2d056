//! Claims about who must be able to talk to whom in every cluster.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::{All, Always, Egress, Is, Not, States};
use crate::knowledge::condition::Statement;
use crate::knowledge::feature::{CONTROL_PLANE_EGRESS, HYBRID_NODES, MANAGED_NODE_GROUPS};
use crate::knowledge::node::{ControlPlaneEgressMode, NodeKind};
use crate::knowledge::option::EXTERNAL_ISSUER;
use crate::knowledge::setting;
use crate::knowledge::source::{
    CLUSTER_ENDPOINT, CONTROL_PLANE_EGRESS_PAGE, FARGATE_GROUPS, PRIVATELINK, PROXY_ARTICLE, TERRAFORM_EKS,
    USER_GUIDE_2025,
};

claims! {
    BASE_API_SERVER_CALLS_NODES = Claim {
        id: "base-api-server-calls-nodes",
        about: Subject::Base,
        statement: "the API server calls the kubelet of every node, and webhooks and aggregated APIs of pods",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "sec-group-reqs")],
        says: Says::Sets { setting: &setting::NODE_SECURITY_GROUP_KUBELET, level: Level::Required, when: Always },
    };

    BASE_CALLERS_OF_ENDPOINTS = Claim {
        id: "base-callers-of-endpoints",
        about: Subject::Base,
        statement: "whoever calls an interface endpoint from outside its VPC must be admitted by its security group",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATELINK, "interface endpoints")],
        says: Says::Sets { setting: &setting::ENDPOINT_CALLERS, level: Level::Conditional, when: States(Statement::CallersOfEndpoints) },
    };

    BASE_DESTINATIONS = Claim {
        id: "base-destinations",
        about: Subject::Base,
        statement: "what nodes and pods call beyond AWS needs rules of its own once the rule that opens everything is gone",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "sec-group-reqs")],
        says: Says::Sets { setting: &setting::DESTINATION_ACCESS, level: Level::Conditional, when: States(Statement::Destinations) },
    };

    BASE_NODES_CALL_API_SERVER = Claim {
        id: "base-nodes-call-api-server",
        about: Subject::Base,
        statement: "kubelets and pods call the API server at the network interfaces that it has in the VPC",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "sec-group-reqs"), (&CLUSTER_ENDPOINT, "private access")],
        says: Says::Sets { setting: &setting::CLUSTER_SECURITY_GROUP_443, level: Level::Required, when: Always },
    };

    BASE_NODES_TALK_TO_NODES = Claim {
        id: "base-nodes-talk-to-nodes",
        about: Subject::Base,
        statement: "pods on one node talk to pods on another, and kubelets probe pods, on ports that only the workloads know",
        since: Since::FirstKnown(Day::new(2026, 4, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERRAFORM_EKS, "node_groups.tf"), (&USER_GUIDE_2025, "sec-group-reqs")],
        says: Says::Sets { setting: &setting::NODE_TO_NODE, level: Level::Recommended, when: Always },
    };

    BASE_PODS_ASK_COREDNS = Claim {
        id: "base-pods-ask-coredns",
        about: Subject::Base,
        statement: "pods ask CoreDNS, on whichever node it runs",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "sec-group-reqs")],
        says: Says::Sets { setting: &setting::NODE_DNS, level: Level::Required, when: Always },
    };

    BASE_PROXY_ACCESS = Claim {
        id: "base-proxy-access",
        about: Subject::Base,
        statement: "nodes and pods send to the proxy what they do not reach themselves",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PROXY_ARTICLE, "proxy settings")],
        says: Says::Sets { setting: &setting::PROXY_ACCESS, level: Level::Conditional, when: States(Statement::Proxy) },
    };

    BASE_WEBHOOKS_OF_YOUR_OWN = Claim {
        id: "base-webhooks-of-your-own",
        about: Subject::Base,
        statement: "the API server reaches a webhook or an aggregated API on another port than 443 only by a rule of its own from the cluster security group",
        since: Since::FirstKnown(Day::new(2026, 4, 27)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&TERRAFORM_EKS, "node_groups.tf")],
        says: Says::Minds { when: Always },
    };

    CONTROL_PLANE_EGRESS_ISSUERS = Claim {
        id: "control-plane-egress-issuers",
        about: Subject::Feature(&CONTROL_PLANE_EGRESS),
        statement: "the API server reads the issuer of another EKS cluster at an endpoint in the VPC",
        since: Since::FirstKnown(Day::new(2026, 7, 27)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&CONTROL_PLANE_EGRESS_PAGE, "traffic")],
        says: Says::Sets { setting: &setting::CONTROL_PLANE_ISSUERS, level: Level::Conditional, when: All(&[Egress(ControlPlaneEgressMode::CustomerRouted), Is(&CONTROL_PLANE_EGRESS, &EXTERNAL_ISSUER, "true")]) },
    };

    FARGATE_CLUSTER_GROUP = Claim {
        id: "fargate-cluster-group",
        about: Subject::Node(NodeKind::Fargate),
        statement: "pods on Fargate carry the cluster security group unless a SecurityGroupPolicy names others: the endpoints must admit it",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&FARGATE_GROUPS, "short description")],
        says: Says::Sets { setting: &setting::CLUSTER_GROUP_CARRIED, level: Level::Required, when: Always },
    };

    HYBRID_NODES_CALL_ENDPOINTS = Claim {
        id: "hybrid-nodes-call-endpoints",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "hybrid nodes and their pods call AWS through the endpoints of the VPC",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Sets { setting: &setting::HYBRID_ENDPOINTS, level: Level::Required, when: Always },
    };

    MANAGED_NODE_GROUPS_CLUSTER_GROUP = Claim {
        id: "managed-node-groups-cluster-group",
        about: Subject::Feature(&MANAGED_NODE_GROUPS),
        statement: "nodes of a managed node group carry the cluster security group unless a launch template names others: the endpoints must admit it",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "sec-group-reqs")],
        says: Says::Sets { setting: &setting::CLUSTER_GROUP_CARRIED, level: Level::Required, when: Not(&States(Statement::NodeSecurityGroups)) },
    };
}
