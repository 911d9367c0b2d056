//! Makes a small network of which every part may be odd, and a question to it, from a seed.

mod ends;
mod outward;
mod routes;
mod rules;
mod sizes;
mod transit;

use serde_json::{Map, Value, json};

use super::random::Random;
use sizes::{REAL, SHRUNK, Sizes};

const GROUPS: [&str; 3] = ["sg-1", "sg-2", "sg-3"];
const FAR_GROUP: &str = "sg-far";
const LISTS: [&str; 3] = ["pl-s3", "pl-own", "pl-bare"];
const S3: &str = "com.amazonaws.eu-west-1.s3";

struct Generator {
    random: Random,
    sizes: &'static Sizes,
    /// How many in a hundred of the odd things happen.
    trouble: usize,
    /// How many in a hundred of the rules let nearly everything through.
    good: usize,
    has_peer: bool,
    asks: Asks,
}

/// Where a question leads.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Asks {
    /// Within the VPC or across a peering connection.
    Inside,
    /// To the internet.
    Outward,
    /// Across a transit gateway.
    Transit,
}

/// A question with its documents.
pub(crate) fn question(seed: u64) -> Value {
    let mut random = Random::of(seed);
    let sizes = if random.happens(80) { &SHRUNK } else { &REAL };
    let trouble = *random.one(&[2, 10, 25]);
    let has_peer = random.happens(25);
    let asks = match random.below(10) {
        0..5 if has_peer => Asks::Transit,
        0..3 => Asks::Outward,
        _ => Asks::Inside,
    };
    // Many places have to be open for a way through gateways to be.
    let good = *random.one(if asks == Asks::Inside { &[0, 50, 85, 95] } else { &[50, 90, 95, 99] });
    Generator { random, sizes, trouble, good, has_peer, asks }.question()
}

impl Generator {
    fn happens(&mut self, percent: usize) -> bool {
        self.random.happens(percent)
    }

    /// What is so as a rule, or the odd thing.
    fn mostly(&mut self, usual: &'static str, odd: &'static str) -> &'static str {
        if self.happens(self.trouble / 2) { odd } else { usual }
    }

    #[expect(clippy::too_many_lines, reason = "one part of the documents after the other")]
    fn snapshot(&mut self) -> Map<String, Value> {
        let sizes = self.sizes;
        let has_ipv6 = self.happens(20);
        let mut subnets: Vec<Value> = sizes
            .subnets
            .iter()
            .map(|(id, block)| json!({ "SubnetId": id, "VpcId": "vpc-a", "CidrBlock": block }))
            .collect();
        if has_ipv6 {
            subnets[0]["Ipv6CidrBlockAssociationSet"] = json!([{ "Ipv6CidrBlock": "2001:db8::a:0/124" }]);
            subnets[2]["Ipv6CidrBlockAssociationSet"] = json!([{ "Ipv6CidrBlock": "2001:db8::c:0/124" }]);
        }
        let block = |block: &str| json!({ "CidrBlock": block, "CidrBlockState": { "State": "associated" } });
        let mut vpcs = vec![json!({
            "VpcId": "vpc-a", "CidrBlock": sizes.vpc, "CidrBlockAssociationSet": [block(sizes.vpc), block(sizes.second)],
            "Ipv6CidrBlockAssociationSet": [{ "Ipv6CidrBlock": "2001:db8::/64" }],
        })];
        let endpoint_groups = self.carried();
        let endpoint_interfaces = self.endpoint_interfaces(has_ipv6, &endpoint_groups);
        let gateway = json!({
            "VpcEndpointId": "vpce-s3", "VpcEndpointType": "Gateway", "VpcId": "vpc-a", "ServiceName": S3,
            "State": "available", "RouteTableIds": ["rtb-main"],
        });
        let endpoints = [self.endpoint(&endpoint_interfaces, &endpoint_groups), gateway];
        let mut interfaces = vec![self.node(has_ipv6)];
        if !self.happens(self.trouble / 2) {
            interfaces.extend(endpoint_interfaces);
        }
        if self.happens(40) {
            let checks = self.happens(30);
            interfaces.push(json!({
                "NetworkInterfaceId": "eni-firewall", "VpcId": "vpc-a", "SubnetId": "subnet-d", "SourceDestCheck": checks,
                "PrivateIpAddress": sizes.second.replace("0/27", "14").replace("0/16", "14"), "Groups": [{ "GroupId": "sg-1" }],
            }));
        }
        if self.happens(8) {
            let mut balancer = Self::interface(
                "eni-balancer",
                "vpc-a",
                "subnet-c",
                &sizes.near[2].replace('7', "8").replace("44", "45"),
                &json!([]),
            );
            balancer["InterfaceType"] = json!("network_load_balancer");
            interfaces.push(balancer);
        }
        let mut groups: Vec<Value> = Vec::new();
        for id in GROUPS {
            let group = self.group(id, "vpc-a");
            if !self.happens(self.trouble / 2) {
                groups.push(group);
            }
        }
        let mut snapshot = Map::new();
        if self.has_peer {
            vpcs.push(json!({ "VpcId": "vpc-b", "CidrBlock": sizes.peer.0 }));
            subnets.push(json!({ "SubnetId": "subnet-far", "VpcId": "vpc-b", "CidrBlock": sizes.peer.0 }));
            interfaces.push(Self::interface(
                "eni-far",
                "vpc-b",
                "subnet-far",
                sizes.peer.1,
                &json!([{ "GroupId": FAR_GROUP }]),
            ));
            groups.push(self.group(FAR_GROUP, "vpc-b"));
            let region = *self.random.one(&["eu-west-1", "eu-west-1", "eu-west-1", "us-east-1"]);
            let state = *self.random.one(&["active", "active", "active", "active", "active", "deleted"]);
            let connection = json!({
                "VpcPeeringConnectionId": "pcx-1", "Status": { "Code": state },
                "RequesterVpcInfo": { "VpcId": "vpc-a", "Region": "eu-west-1", "CidrBlock": sizes.vpc },
                "AccepterVpcInfo": { "VpcId": "vpc-b", "Region": region, "CidrBlock": sizes.peer.0 },
            });
            if !self.happens(self.trouble / 3) {
                snapshot.insert("VpcPeeringConnections".to_owned(), json!([connection]));
            }
        }
        let mut lists = vec![
            json!({ "PrefixListId": "pl-own", "State": "create-complete" }),
            json!({ "PrefixListId": "pl-bare", "State": "create-complete" }),
        ];
        if self.happens(self.trouble / 2) {
            lists.push(json!({ "PrefixListId": "pl-s3", "PrefixListName": S3, "AddressFamily": "IPv4" }));
        } else {
            let list =
                json!([{ "PrefixListId": "pl-s3", "PrefixListName": S3, "Cidrs": ["52.92.0.0/30", "3.5.64.0/31"] }]);
            snapshot.insert("PrefixLists".to_owned(), list);
        }
        let own: Vec<Value> = (0..self.random.below(3)).map(|_| json!({ "Cidr": self.block() })).collect();
        if self.happens(50) {
            let support = json!([{ "VpcId": "vpc-a", "EnableDnsSupport": { "Value": self.happens(70) } }]);
            snapshot.insert("VpcAttributes".to_owned(), support);
        }
        let parts = [
            ("Vpcs", json!(vpcs)),
            ("Subnets", json!(subnets)),
            ("RouteTables", json!(self.tables())),
            ("NetworkAcls", json!(self.acls())),
            ("SecurityGroups", json!(groups)),
            ("NetworkInterfaces", json!(interfaces)),
            ("VpcEndpoints", json!(endpoints)),
            (
                "InternetGateways",
                json!([{ "InternetGatewayId": "igw-1", "Attachments": [{ "VpcId": "vpc-a", "State": "available" }] }]),
            ),
            ("ManagedPrefixLists", json!(lists)),
            ("PrefixListEntries", json!({ "pl-own": { "Entries": own } })),
        ];
        snapshot.extend(parts.map(|(part, list)| (part.to_owned(), list)));
        for part in ["RouteTables", "NetworkAcls", "SecurityGroups"] {
            if self.happens(self.trouble / 6) {
                snapshot.remove(part);
            }
        }
        if self.happens(self.trouble / 3) {
            let part = *self.random.one(&["RouteTables", "NetworkAcls", "SecurityGroups", "NetworkInterfaces"]);
            let mut parts = Map::new();
            parts.insert(part.to_owned(), json!({ "state": "partial" }));
            snapshot.insert("collection".to_owned(), json!({ "parts": parts }));
        }
        snapshot
    }

    fn question(&mut self) -> Value {
        let snapshot = self.snapshot();
        let sizes = self.sizes;
        let shown = |id: &str| {
            snapshot["NetworkInterfaces"]
                .as_array()
                .is_some_and(|list| list.iter().any(|one| one["NetworkInterfaceId"] == id))
        };
        let mut called = vec!["vpce-sts", "vpce-sts", "vpce-sts", "vpce-s3", "vpce-s3"];
        called
            .extend(["eni-sts-0", "eni-balancer", "eni-far", "eni-far", "eni-far"].into_iter().filter(|id| shown(id)));
        if self.happens(20) {
            called = vec![sizes.far[2], sizes.far[0], sizes.near[2], "subnet-c", "10.0.0.2", "10.0.0.1"];
        }
        let destination = *self.random.one(&called);
        let mut request =
            json!({ "source": "eni-node", "destination": destination, "port": self.random.one(&[443, 443, 443, 80]) });
        if self.happens(30) {
            request["source"] = json!(self.random.one(sizes.callers));
        } else if self.happens(20) {
            request["source"] = json!(self.random.one(&["subnet-a", "subnet-d", "subnet-b"]));
        }
        if request["source"] != "eni-node" && self.happens(70) {
            let groups: Vec<Value> =
                self.carried().as_array().into_iter().flatten().map(|one| one["GroupId"].clone()).collect();
            request["sourceGroups"] = json!(groups);
        }
        if let Some((first, last)) = sizes.client_ports {
            request["clientPorts"] = json!({ "first": first, "last": last });
        } else if self.happens(30) {
            let (first, last) = *self.random.one(&[(1024, 65535), (49152, 65535), (40000, 45000)]);
            request["clientPorts"] = json!({ "first": first, "last": last });
        }
        if self.happens(12) {
            let protocol = *self.random.one(&["udp", "17", "6", "50", "icmp"]);
            request["protocol"] = json!(protocol);
            if matches!(protocol, "50" | "icmp") {
                request.as_object_mut().expect("it is an object").remove("port");
            }
        }
        request["snapshot"] = Value::Object(snapshot);
        match self.asks {
            Asks::Inside => {}
            Asks::Outward => self.outward(&mut request),
            Asks::Transit => self.transit(&mut request),
        }
        request
    }
}
