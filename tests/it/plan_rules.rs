//! The security group rules of a plan, held by reach: with them every flow that the plan asks for is open, and without
//! any one of them some flow is shut. Asked of wishes that were written by hand and of random ones.

use std::collections::BTreeMap;

use private_eks::{
    ClusterSpec, EndpointType, Party, Plan, PlannedFlow, PlannedRule, ReachRequest, RuleDirection, Snapshot, Verdict,
    plan, reach,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Where everybody is: two addresses each, so that a party can talk to itself.
const PLACES: &[(Party, [&str; 2])] = &[
    (Party::Callers, ["10.100.0.7", "10.101.0.7"]),
    (Party::Cluster, ["10.0.1.7", "10.0.1.8"]),
    (Party::Destinations, ["10.110.0.7", "10.111.0.7"]),
    (Party::Endpoints, ["10.0.2.7", "10.0.2.8"]),
    (Party::FileSystems, ["10.0.3.7", "10.0.3.8"]),
    (Party::Lattice, ["10.120.0.7", "10.120.0.8"]),
    (Party::MountTargets, ["10.0.4.7", "10.0.4.8"]),
    (Party::NameServers, ["10.170.0.7", "10.170.0.8"]),
    (Party::Nodes, ["10.0.5.7", "10.0.5.8"]),
    (Party::Pods, ["10.0.6.7", "10.0.6.8"]),
    (Party::Proxy, ["10.130.0.7", "10.130.0.8"]),
    (Party::RemoteNodes, ["10.140.0.7", "10.140.0.8"]),
    (Party::RemotePods, ["10.150.0.7", "10.150.0.8"]),
];

/// Endpoints that lie in a VPC of their own.
const CENTRAL: [&str; 2] = ["10.160.0.7", "10.160.0.8"];

/// A network of one VPC in which the groups of the plan have their rules, but for those that are left out, and everybody
/// who has none is open.
fn network(plan: &Plan, without: Option<&str>) -> Snapshot {
    let central = plan.spec.endpoint_vpc.is_some();
    let mut interfaces = Vec::new();
    let mut groups = vec![json!({
        "GroupId": "sg-open", "VpcId": "vpc-0a",
        "IpPermissions": [{ "IpProtocol": "-1", "IpRanges": [{ "CidrIp": "0.0.0.0/0" }] }],
        "IpPermissionsEgress": [{ "IpProtocol": "-1", "IpRanges": [{ "CidrIp": "0.0.0.0/0" }] }],
    })];
    for (party, addresses) in PLACES {
        let own = plan.security_groups.iter().find(|group| group.id == *party);
        let addresses = if central && *party == Party::Endpoints { &CENTRAL } else { addresses };
        for (at, address) in addresses.iter().enumerate() {
            interfaces.push(json!({
                "NetworkInterfaceId": format!("eni-{}-{at}", party.as_str()), "VpcId": "vpc-0a",
                "SubnetId": "subnet-0a", "PrivateIpAddress": address,
                "Groups": [{ "GroupId": own.map_or("sg-open".to_owned(), |group| id(group.id)) }],
            }));
        }
    }
    for group in &plan.security_groups {
        let of = |direction| -> Vec<Value> {
            let rules = group.rules.iter().filter(|rule| rule.direction == direction);
            rules.filter(|rule| without != Some(rule.id.as_str())).filter_map(permission).collect()
        };
        groups.push(json!({
            "GroupId": id(group.id), "VpcId": "vpc-0a",
            "IpPermissions": of(RuleDirection::Ingress), "IpPermissionsEgress": of(RuleDirection::Egress),
        }));
    }
    let gateways: Vec<_> =
        plan.endpoints.iter().filter(|endpoint| endpoint.endpoint_type == EndpointType::Gateway).collect();
    let mut routes = vec![json!({ "DestinationCidrBlock": "10.0.0.0/8", "GatewayId": "local", "State": "active" })];
    let mut lists = Vec::new();
    for (at, gateway) in gateways.iter().enumerate() {
        routes.push(json!({
            "DestinationPrefixListId": list(&gateway.service_name), "GatewayId": format!("vpce-{at}"),
            "State": "active",
        }));
        lists.push(json!({
            "PrefixListId": list(&gateway.service_name), "PrefixListName": gateway.service_name,
            "Cidrs": [format!("52.{at}.0.0/16")],
        }));
    }
    let region = &plan.spec.region.value;
    for (name, block) in [("vpc-lattice", "10.120.0.0/16"), ("ipv6.vpc-lattice", "fd00:ec2:80::/64")] {
        let name = format!("com.amazonaws.{region}.{name}");
        lists.push(json!({ "PrefixListId": list(&name), "PrefixListName": name, "Cidrs": [block] }));
    }
    let endpoint = |(at, gateway): (usize, &&private_eks::PlannedEndpoint)| {
        json!({
            "VpcEndpointId": format!("vpce-{at}"), "VpcEndpointType": "Gateway", "VpcId": "vpc-0a",
            "ServiceName": gateway.service_name, "State": "available", "RouteTableIds": ["rtb-0a"],
        })
    };
    let snapshot = json!({
        "Vpcs": [{ "VpcId": "vpc-0a", "CidrBlock": "10.0.0.0/8" }],
        "Subnets": [{ "SubnetId": "subnet-0a", "VpcId": "vpc-0a", "CidrBlock": "10.0.0.0/8" }],
        "RouteTables": [{
            "RouteTableId": "rtb-0a", "VpcId": "vpc-0a", "Associations": [{ "Main": true }], "Routes": routes,
        }],
        "NetworkAcls": [{
            "NetworkAclId": "acl-0a", "VpcId": "vpc-0a", "IsDefault": true,
            "Associations": [{ "SubnetId": "subnet-0a" }],
            "Entries": [
                { "RuleNumber": 1, "Egress": true, "RuleAction": "allow", "Protocol": "-1", "CidrBlock": "0.0.0.0/0" },
                { "RuleNumber": 1, "Egress": false, "RuleAction": "allow", "Protocol": "-1", "CidrBlock": "0.0.0.0/0" },
            ],
        }],
        "SecurityGroups": groups,
        "NetworkInterfaces": interfaces,
        "PrefixLists": lists,
        "VpcEndpoints": gateways.iter().enumerate().map(endpoint).collect::<Vec<_>>(),
    });
    Snapshot::parse(&snapshot.to_string()).expect("the network is a snapshot")
}

fn id(party: Party) -> String {
    format!("sg-{}", party.as_str())
}

fn list(name: &str) -> String {
    format!("pl-{}", name.replace('.', "-"))
}

/// A rule as AWS prints it; nothing where the wish does not say who is at the other end.
fn permission(rule: &PlannedRule) -> Option<Value> {
    let mut permission = json!({ "IpProtocol": rule.protocol });
    if let (Some(from), Some(to)) = (rule.from_port, rule.to_port) {
        permission["FromPort"] = json!(from);
        permission["ToPort"] = json!(to);
    }
    match (&rule.peer_group, &rule.peer_cidr, &rule.peer_prefix_list) {
        (Some(group), None, None) => permission["UserIdGroupPairs"] = json!([{ "GroupId": id(*group) }]),
        (None, Some(cidr), None) => permission["IpRanges"] = json!([{ "CidrIp": cidr }]),
        (None, None, Some(name)) => permission["PrefixListIds"] = json!([{ "PrefixListId": list(name) }]),
        (None, None, None) => {
            assert!(!rule.settled_by.is_empty(), "`{}` has no other end and nothing settles it", rule.id);
            return None;
        }
        _ => panic!("`{}` has two other ends", rule.id),
    }
    Some(permission)
}

/// Every question that a flow is: from each end to each other, at the ends and in the middle of its ports.
fn questions(flow: &PlannedFlow, plan: &Plan) -> Vec<ReachRequest> {
    let ports: Vec<Option<u16>> = match (flow.first_port, flow.last_port) {
        (Some(first), Some(last)) if first == last => vec![Some(first)],
        (Some(first), Some(last)) => vec![Some(first), Some(u16::midpoint(first, last)), Some(last)],
        _ => vec![None],
    };
    let protocol = if flow.protocol == "all" { "-1".to_owned() } else { flow.protocol.clone() };
    let sources = ends(flow.from, flow, plan);
    let destinations = match flow.to {
        Party::Gateways => {
            let gateways = plan.endpoints.iter().filter(|planned| planned.endpoint_type == EndpointType::Gateway);
            gateways.enumerate().map(|(at, _)| format!("vpce-{at}")).collect()
        }
        party => ends(party, flow, plan),
    };
    let mut questions = Vec::new();
    for source in &sources {
        for destination in destinations.iter().filter(|destination| *destination != source) {
            for port in &ports {
                let request = json!({
                    "source": source, "destination": destination, "protocol": protocol, "port": port,
                });
                questions.push(serde_json::from_value(request).expect("a question"));
            }
        }
    }
    questions
}

/// The network interfaces of a party that the flow concerns: of callers and destinations those that the wish names.
fn ends(party: Party, flow: &PlannedFlow, plan: &Plan) -> Vec<String> {
    let both = |at: usize| format!("eni-{}-{at}", party.as_str());
    let kept = |at: &usize| match party {
        Party::Callers => {
            let callers = plan.spec.callers.iter().flat_map(|callers| &callers.value);
            let stated = callers.filter(|caller| match flow.to {
                Party::Endpoints => caller.endpoints == Some(true),
                _ => caller.api_server != Some(false),
            });
            stated.into_iter().any(|caller| caller.cidr.starts_with(["10.100.", "10.101."][*at]))
        }
        Party::Destinations => {
            let mut stated = plan.spec.destinations.iter().flat_map(|stated| &stated.value);
            stated.any(|stated| {
                (stated.from_control_plane == Some(true)) == (flow.from == Party::Cluster)
                    && Some(stated.port.unwrap_or(443)) == flow.first_port
                    && stated.cidrs.iter().flatten().any(|cidr| cidr.starts_with(["10.110.", "10.111."][*at]))
            })
        }
        _ => true,
    };
    (0..2).filter(kept).map(both).collect()
}

fn open(snapshot: &Snapshot, request: &ReachRequest) -> Verdict {
    reach(snapshot, request).expect("the question is sound").verdict
}

/// How many rules and flows were held.
fn hold(spec: &ClusterSpec) -> (usize, usize) {
    let plan = plan(spec).expect("the wish is sound");
    let whole = network(&plan, None);
    let mut asked = BTreeMap::new();
    for flow in plan.flows.iter().filter(|flow| flow.settled_by.is_empty()) {
        for question in questions(flow, &plan) {
            assert_eq!(open(&whole, &question), Verdict::Met, "{} is not open: {question:?}\n{}", flow.id, plan.text);
            asked.entry(flow.id.clone()).or_insert_with(Vec::new).push(question);
        }
    }
    let mut rules = 0;
    for rule in plan.security_groups.iter().flat_map(|group| &group.rules) {
        if !rule.settled_by.is_empty() || only_ipv6(rule) {
            continue;
        }
        rules += 1;
        let rest = network(&plan, Some(&rule.id));
        let shut = |question: &ReachRequest| open(&rest, question) == Verdict::Broken;
        let needed = rule.flows.iter().filter_map(|flow| asked.get(flow)).flatten().any(shut);
        assert!(needed, "`{}` is idle\n{}", rule.id, plan.text);
    }
    (rules, asked.len())
}

/// The network above speaks IPv4.
fn only_ipv6(rule: &PlannedRule) -> bool {
    rule.peer_prefix_list.as_ref().is_some_and(|name| name.contains("ipv6"))
}

fn spec(wish: Value) -> ClusterSpec {
    serde_json::from_value(wish).expect("a wish")
}

#[test]
fn a_wish_with_everything_has_rules_that_suffice_and_none_that_is_idle() {
    let (rules, flows) = hold(&spec(json!({
        "region": "eu-west-1", "nodes": ["al2023", "windows", "fargate"], "vpcCidrs": ["10.0.0.0/16"],
        "podSecurityGroups": ["sg-0123456789abcdef0"], "controlPlaneEgressMode": "CUSTOMER_ROUTED",
        "dnsServers": ["10.170.0.7", "10.170.0.8"],
        "callers": [
            { "cidr": "10.100.0.0/16" }, { "cidr": "10.101.0.0/16", "apiServer": false, "endpoints": true },
        ],
        "remoteNodeCidrs": ["10.140.0.0/16"], "remotePodCidrs": ["10.150.0.0/16"],
        "proxy": { "host": "10.130.0.7", "port": 3128, "cidrs": ["10.130.0.0/16"] },
        "destinations": [
            { "name": "git.corp.example", "cidrs": ["10.110.0.0/16"], "port": 22 },
            { "name": "idp.corp.example", "cidrs": ["10.111.0.0/16"], "fromControlPlane": true },
        ],
        "features": {
            "aws-load-balancer-controller": {}, "cert-manager": {}, "efs-csi": {}, "fsx-lustre-csi": {},
            "hybrid-nodes": {}, "metrics-server": {}, "vpc-lattice-controller": {},
            "control-plane-egress": { "externalIssuer": true },
        },
    })));
    // Counted on the page of network requirements: 15 kinds of flow, most of them for nodes and for pods.
    assert!(rules > 60 && flows > 30, "{rules} rules, {flows} flows");
}

#[test]
fn a_wish_of_one_line_has_rules_that_suffice() {
    // API server and kubelet, webhooks, DNS over TCP and UDP, node to node, endpoints, S3: eight flows.
    let (_, flows) = hold(&spec(json!({ "region": "eu-west-1", "callers": [] })));
    assert_eq!(flows, 8);
}

fn wishes() -> impl Strategy<Value = Value> {
    const FEATURES: &[&str] = &[
        "aws-load-balancer-controller",
        "cert-manager",
        "coredns",
        "efs-csi",
        "fsx-lustre-csi",
        "gpu-efa-plugins",
        "hybrid-nodes",
        "karpenter",
        "managed-node-groups",
        "metrics-server",
        "s3-files",
        "self-managed-nodes",
        "vpc-lattice-controller",
    ];
    let features = proptest::sample::subsequence(FEATURES, 0..=FEATURES.len());
    let nodes = proptest::sample::subsequence(&["al2023", "bottlerocket", "fargate", "windows"], 1..=4);
    let callers = proptest::option::of(proptest::collection::vec(
        (0_usize..3, any::<bool>(), any::<bool>()).prop_map(|(at, api_server, endpoints)| {
            let cidr = ["10.100.0.0/16", "10.101.0.0/16", "10.100.0.0/24"][at];
            json!({ "cidr": cidr, "apiServer": api_server, "endpoints": endpoints })
        }),
        0..4,
    ));
    let destinations = proptest::collection::vec(
        (0_usize..2, any::<bool>(), proptest::sample::select(vec![22_u16, 443, 5000])).prop_map(
            |(at, control, port)| {
                let cidr = ["10.110.0.0/16", "10.111.0.0/16"][at];
                json!({ "name": "a.example", "cidrs": [cidr], "port": port, "fromControlPlane": control })
            },
        ),
        0..4,
    );
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (features, nodes, callers, destinations, flags).prop_map(
        |(features, nodes, callers, destinations, (servers, pods, central, proxy, routed, issuer))| {
            let mut own: serde_json::Map<_, _> = features.iter().map(|id| ((*id).to_owned(), json!({}))).collect();
            let mut wish = json!({
                "region": "us-east-1", "nodes": nodes, "vpcCidrs": ["10.0.0.0/16"], "destinations": destinations,
                "services": ["sqs", "email-smtp"],
            });
            if let Some(callers) = callers {
                wish["callers"] = json!(callers);
            }
            if own.contains_key("hybrid-nodes") {
                wish["remoteNodeCidrs"] = json!(["10.140.0.0/16"]);
                wish["remotePodCidrs"] = json!(["10.150.0.0/16"]);
            }
            if servers {
                wish["dnsServers"] = json!(["10.170.0.7", "AmazonProvidedDNS", "10.170.0.8"]);
            }
            if pods {
                wish["podSecurityGroups"] = json!(["sg-0123456789abcdef0"]);
            }
            if central {
                wish["endpointVpc"] = json!({ "cidrs": ["10.160.0.0/16"] });
            }
            if proxy {
                wish["proxy"] = json!({ "host": "proxy.example", "port": 3128, "cidrs": ["10.130.0.0/16"] });
            }
            if routed {
                wish["controlPlaneEgressMode"] = json!("CUSTOMER_ROUTED");
                own.insert("control-plane-egress".to_owned(), json!({ "externalIssuer": issuer }));
            }
            wish["features"] = json!(own);
            wish
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn rules_suffice_and_none_is_idle(wish in wishes()) {
        hold(&spec(wish));
    }
}
