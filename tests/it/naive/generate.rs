//! Makes a small network of which every part may be odd, and a question to it, from a seed.

use serde_json::{Map, Value, json};

use super::random::Random;

/// The sizes of a network: shrunk, so that every packet can be tried, or real, where boundaries are looked at.
struct Sizes {
    vpc: &'static str,
    second: &'static str,
    subnets: [(&'static str, &'static str); 4],
    /// Where the far end is in each subnet, in the order of `subnets`.
    far: [&'static str; 4],
    /// Where the node is.
    near: [&'static str; 4],
    /// Its second address and its delegated prefix.
    more: [(&'static str, &'static str); 4],
    peer: (&'static str, &'static str),
    blocks: &'static [&'static str],
    callers: &'static [&'static str],
    client_ports: Option<(u16, u16)>,
    spans: &'static [(i64, i64)],
}

const SHRUNK: Sizes = Sizes {
    vpc: "10.0.0.0/26",
    second: "100.64.0.0/27",
    subnets: [
        ("subnet-a", "10.0.0.0/28"),
        ("subnet-b", "10.0.0.16/28"),
        ("subnet-c", "10.0.0.32/28"),
        ("subnet-d", "100.64.0.0/28"),
    ],
    far: ["10.0.0.12", "10.0.0.28", "10.0.0.39", "100.64.0.12"],
    near: ["10.0.0.7", "10.0.0.23", "10.0.0.44", "100.64.0.7"],
    more: [
        ("10.0.0.10", "10.0.0.4/30"),
        ("10.0.0.26", "10.0.0.20/30"),
        ("10.0.0.42", "10.0.0.36/31"),
        ("100.64.0.10", "100.64.0.4/30"),
    ],
    peer: ("10.1.0.0/28", "10.1.0.9"),
    blocks: &[
        "0.0.0.0/0",
        "0.0.0.0/0",
        "10.0.0.0/26",
        "10.0.0.0/28",
        "10.0.0.0/29",
        "10.0.0.7/28",
        "10.0.0.16/28",
        "10.0.0.24/30",
        "10.0.0.32/28",
        "10.0.0.32/27",
        "10.0.0.39/32",
        "100.64.0.0/10",
        "100.64.0.0/28",
        "100.64.0.8/29",
        "52.92.0.0/30",
        "52.92.0.0/31",
        "3.5.64.0/31",
        "10.0.0.0/8",
        "10.1.0.0/28",
        "10.1.0.8/30",
    ],
    callers: &["10.0.0.0/29", "10.0.0.0/28", "100.64.0.8/29", "10.0.0.16/28", "10.0.0.8/29"],
    client_ports: Some((40000, 40007)),
    spans: &[
        (443, 443),
        (80, 443),
        (0, 65535),
        (1024, 65535),
        (40000, 40003),
        (40004, 40007),
        (40002, 40005),
        (80, 80),
    ],
};

const REAL: Sizes = Sizes {
    vpc: "10.0.0.0/16",
    second: "100.64.0.0/16",
    subnets: [
        ("subnet-a", "10.0.0.0/20"),
        ("subnet-b", "10.0.16.0/20"),
        ("subnet-c", "10.0.32.0/24"),
        ("subnet-d", "100.64.0.0/18"),
    ],
    far: ["10.0.3.12", "10.0.18.12", "10.0.32.39", "100.64.9.12"],
    near: ["10.0.1.7", "10.0.16.7", "10.0.32.7", "100.64.1.7"],
    more: [
        ("10.0.1.10", "10.0.2.0/28"),
        ("10.0.17.10", "10.0.17.16/28"),
        ("10.0.32.10", "10.0.32.16/28"),
        ("100.64.1.10", "100.64.2.0/28"),
    ],
    peer: ("10.1.0.0/16", "10.1.4.9"),
    blocks: &[
        "0.0.0.0/0",
        "0.0.0.0/0",
        "10.0.0.0/16",
        "10.0.0.0/20",
        "10.0.0.0/21",
        "10.0.1.7/20",
        "10.0.16.0/20",
        "10.0.18.0/23",
        "10.0.32.0/24",
        "10.0.0.0/18",
        "10.0.32.39/32",
        "100.64.0.0/10",
        "100.64.0.0/18",
        "100.64.8.0/21",
        "52.92.0.0/30",
        "52.92.0.0/31",
        "3.5.64.0/31",
        "10.0.0.0/8",
        "10.1.0.0/16",
        "10.1.4.0/22",
    ],
    callers: &["10.0.0.0/21", "10.0.0.0/20", "100.64.8.0/21", "10.0.16.0/22", "10.0.8.0/23"],
    client_ports: None,
    spans: &[
        (443, 443),
        (80, 443),
        (0, 65535),
        (1024, 65535),
        (32768, 60999),
        (32768, 50000),
        (50001, 65535),
        (80, 80),
    ],
};

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
}

/// A question with its documents.
pub(crate) fn question(seed: u64) -> Value {
    let mut random = Random::of(seed);
    let sizes = if random.happens(80) { &SHRUNK } else { &REAL };
    let trouble = *random.one(&[2, 10, 25]);
    let good = *random.one(&[0, 50, 85, 95]);
    let has_peer = random.happens(25);
    Generator { random, sizes, trouble, good, has_peer }.question()
}

impl Generator {
    fn happens(&mut self, percent: usize) -> bool {
        self.random.happens(percent)
    }

    fn block(&mut self) -> &'static str {
        let blocks: &[&'static str] = self.sizes.blocks;
        self.random.one::<&'static str>(blocks)
    }

    fn permission(&mut self) -> Value {
        let protocol = *self.random.one(&["tcp", "tcp", "tcp", "6", "-1", "udp", "17", "icmp", "1", "50"]);
        let mut made = json!({ "IpProtocol": protocol });
        let (from, to) = match protocol {
            "-1" | "50" => *self.random.one(&[(-2, -2), (0, 0), (-1, -1)]),
            "icmp" | "1" => *self.random.one(&[(-1, -1), (8, 0), (8, -1), (0, 0)]),
            _ => *self.random.one(&[(443, 443), (80, 443), (0, 65535), (1024, 65535), (443, 443)]),
        };
        if from != -2 {
            made["FromPort"] = json!(from);
            made["ToPort"] = json!(to);
        }
        match self.random.below(9) {
            0..4 => {
                let blocks: Vec<Value> =
                    (0..=self.random.below(2)).map(|_| json!({ "CidrIp": self.block() })).collect();
                made["IpRanges"] = json!(blocks);
            }
            4 => {
                made["Ipv6Ranges"] =
                    json!([{ "CidrIpv6": self.random.one(&["::/0", "2001:db8::/64", "2001:db8::c:0/112"]) }]);
            }
            5 => made["PrefixListIds"] = json!([{ "PrefixListId": self.random.one(&LISTS) }]),
            _ => {
                let group = *self.random.one(&["sg-1", "sg-2", "sg-3", FAR_GROUP]);
                let mut pair = json!({ "GroupId": group, "UserId": "111122223333" });
                if self.happens(15) {
                    pair["PeeringStatus"] = json!(self.random.one(&["active", "deleted"]));
                }
                made["UserIdGroupPairs"] = json!([pair]);
            }
        }
        made
    }

    fn permissions(&mut self) -> Vec<Value> {
        let mut made = Vec::new();
        if self.happens(self.good) {
            let groups: Vec<Value> = GROUPS.iter().map(|id| json!({ "GroupId": id })).collect();
            let whole = json!({ "IpProtocol": "-1", "IpRanges": [{ "CidrIp": "0.0.0.0/0" }], "Ipv6Ranges": [{ "CidrIpv6": "::/0" }] });
            let halves = json!([{ "CidrIp": "0.0.0.0/1" }, { "CidrIp": "128.0.0.0/1" }]);
            let private = json!([{ "CidrIp": "10.0.0.0/8" }, { "CidrIp": "100.64.0.0/10" }]);
            made.push(match self.random.below(4) {
                0 => json!({ "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": private }),
                1 => json!({ "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "UserIdGroupPairs": groups }),
                2 => json!({ "IpProtocol": "6", "FromPort": 0, "ToPort": 65535, "IpRanges": halves }),
                _ => whole,
            });
        }
        for _ in 0..*self.random.one(&[0, 1, 1, 2, 3]) {
            made.push(self.permission());
        }
        made
    }

    fn group(&mut self, id: &str, vpc: &str) -> Value {
        let whole = json!([{ "IpProtocol": "-1", "IpRanges": [{ "CidrIp": "0.0.0.0/0" }] }]);
        let open = self.happens(self.good.max(50));
        let egress = if open { whole } else { json!(self.permissions()) };
        json!({ "GroupId": id, "VpcId": vpc, "IpPermissions": self.permissions(), "IpPermissionsEgress": egress })
    }

    fn entries(&mut self, egress: bool) -> Vec<Value> {
        let mut entries = Vec::new();
        if self.happens(self.good.max(55)) {
            let mut all =
                json!({ "RuleNumber": 100, "RuleAction": "allow", "Protocol": "-1", "CidrBlock": "0.0.0.0/0" });
            if self.happens(30) {
                all["PortRange"] = json!({ "From": 0, "To": 0 });
            }
            entries.push(all);
            entries
                .push(json!({ "RuleNumber": 101, "RuleAction": "allow", "Protocol": "-1", "Ipv6CidrBlock": "::/0" }));
        } else {
            let mut numbers = [90, 95, 100, 110, 120, 200];
            self.random.shuffle(&mut numbers);
            for number in numbers.into_iter().take(1 + self.random.below(4)) {
                let action = *self.random.one(&["allow", "allow", "allow", "deny"]);
                let protocol = *self.random.one(&["6", "6", "-1", "17", "1"]);
                let mut entry = json!({ "RuleNumber": number, "RuleAction": action, "Protocol": protocol });
                if self.happens(90) {
                    entry["CidrBlock"] = json!(self.block());
                } else {
                    entry["Ipv6CidrBlock"] = json!("::/0");
                }
                if protocol == "1" {
                    let (kind, code) = *self.random.one(&[(-1, -1), (8, -1), (0, 0), (3, 4)]);
                    entry["IcmpTypeCode"] = json!({ "Type": kind, "Code": code });
                } else if self.happens(60) {
                    let (from, to) = *self.random.one(self.sizes.spans);
                    entry["PortRange"] = json!({ "From": from, "To": to });
                }
                entries.push(entry);
            }
        }
        entries.push(json!({ "RuleNumber": 32767, "RuleAction": "deny", "Protocol": "-1", "CidrBlock": "0.0.0.0/0" }));
        for entry in &mut entries {
            entry["Egress"] = json!(egress);
        }
        entries
    }

    fn acl(&mut self, id: &str, vpc: &str, subnets: &[&str]) -> Value {
        let mut entries = self.entries(true);
        entries.extend(self.entries(false));
        self.random.shuffle(&mut entries);
        let associations: Vec<Value> = subnets.iter().map(|id| json!({ "SubnetId": id })).collect();
        let mut acl = json!({ "NetworkAclId": id, "VpcId": vpc, "Associations": associations });
        if !self.happens(self.trouble / 4) {
            acl["Entries"] = json!(entries);
        }
        acl
    }

    /// A route that is seldom there: more specific than the local one, propagated, in an odd state, to an odd target.
    fn odd_route(&mut self) -> Value {
        let sizes = self.sizes;
        let subnet = sizes.subnets[self.random.below(4)].1;
        let block = *self.random.one(&[subnet, subnet, sizes.vpc, "10.0.0.0/12", "52.92.0.0/31", sizes.peer.0]);
        let mut route = json!({ "DestinationCidrBlock": block, "Origin": "CreateRoute" });
        let (key, target) = *self.random.one(&[
            ("GatewayId", "vgw-1"),
            ("NetworkInterfaceId", "eni-firewall"),
            ("GatewayId", "vpce-firewall"),
            ("TransitGatewayId", "tgw-1"),
            ("VpcPeeringConnectionId", "pcx-1"),
            ("NewTargetId", "x-1"),
        ]);
        route[key] = json!(target);
        if target == "vgw-1" {
            route["Origin"] = json!("EnableVgwRoutePropagation");
        }
        route["State"] = json!(self.random.one(&["active", "active", "active", "blackhole", "filtered"]));
        route
    }

    fn table(&mut self, id: &str, vpc: &str, associations: &[Value]) -> Value {
        let local = |block: &str| json!({ "DestinationCidrBlock": block, "GatewayId": "local", "State": "active", "Origin": "CreateRouteTable" });
        let mut routes = Vec::new();
        if vpc == "vpc-a" {
            routes.extend([local(self.sizes.vpc), local(self.sizes.second)]);
            routes
                .push(json!({ "DestinationIpv6CidrBlock": "2001:db8::/64", "GatewayId": "local", "State": "active" }));
            if self.happens(70) {
                let state =
                    *self.random.one(&["active", "active", "active", "active", "active", "active", "blackhole"]);
                routes.push(json!({ "DestinationPrefixListId": "pl-s3", "GatewayId": "vpce-s3", "State": state }));
            }
            if self.happens(self.trouble) {
                let list = *self.random.one(&["pl-own", "pl-bare"]);
                let (key, target) =
                    *self.random.one(&[("NetworkInterfaceId", "eni-firewall"), ("GatewayId", "vpce-firewall")]);
                let mut route = json!({ "DestinationPrefixListId": list, "State": "active" });
                route[key] = json!(target);
                routes.push(route);
            }
            if self.happens(50) {
                routes.push(json!({ "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "igw-1", "State": "active" }));
            }
            if self.has_peer && self.happens(90) {
                routes.push(json!({ "DestinationCidrBlock": self.sizes.peer.0, "VpcPeeringConnectionId": "pcx-1", "State": "active" }));
            }
        } else {
            routes.push(local(self.sizes.peer.0));
            if self.happens(90) {
                routes.push(json!({ "DestinationCidrBlock": self.sizes.vpc, "VpcPeeringConnectionId": "pcx-1", "State": "active" }));
            }
            if self.happens(80) {
                routes.push(json!({ "DestinationCidrBlock": self.sizes.second, "VpcPeeringConnectionId": "pcx-1", "State": "active" }));
            }
        }
        for _ in 0..2 {
            if self.happens(self.trouble) {
                routes.push(self.odd_route());
            }
        }
        self.random.shuffle(&mut routes);
        let mut table = json!({ "RouteTableId": id, "VpcId": vpc, "Associations": associations });
        if !self.happens(self.trouble / 4) {
            table["Routes"] = json!(routes);
        }
        table
    }

    fn carried(&mut self) -> Value {
        let mut groups = GROUPS.to_vec();
        if self.happens(self.trouble / 3) {
            groups.push("sg-gone");
        }
        self.random.shuffle(&mut groups);
        let some: Vec<Value> =
            groups.into_iter().take(1 + self.random.below(2)).map(|id| json!({ "GroupId": id })).collect();
        json!(some)
    }

    fn interface(id: &str, vpc: &str, subnet: &str, address: &str, groups: &Value) -> Value {
        json!({ "NetworkInterfaceId": id, "VpcId": vpc, "SubnetId": subnet, "PrivateIpAddress": address, "Groups": groups })
    }

    fn node(&mut self, has_ipv6: bool) -> Value {
        let at = *self.random.one(&[0, 1, 3, 2]);
        let groups = self.carried();
        let (near, more) = (self.sizes.near[at], self.sizes.more[at]);
        let mut node = Self::interface("eni-node", "vpc-a", self.sizes.subnets[at].0, near, &groups);
        if self.happens(30) {
            node["PrivateIpAddresses"] = json!([{ "PrivateIpAddress": near }, { "PrivateIpAddress": more.0 }]);
        }
        if self.happens(10) {
            node["Ipv4Prefixes"] = json!([{ "Ipv4Prefix": more.1 }]);
        }
        if has_ipv6 && at == 0 {
            node["Ipv6Addresses"] = json!([{ "Ipv6Address": "2001:db8::a:7" }]);
        }
        if self.happens(self.trouble / 3) {
            node.as_object_mut().expect("it is an object").remove("Groups");
        }
        node
    }

    fn endpoint(&mut self, interfaces: &[Value], groups: &Value) -> Value {
        let states = ["available", "available", "available", "available", "available", "Available", "pending"];
        let of = |key: &str| interfaces.iter().map(|one| one[key].clone()).collect::<Vec<_>>();
        json!({
            "VpcEndpointId": "vpce-sts", "VpcEndpointType": "Interface", "VpcId": "vpc-a",
            "ServiceName": "com.amazonaws.eu-west-1.sts", "State": self.random.one(&states),
            "SubnetIds": of("SubnetId"), "Groups": groups, "NetworkInterfaceIds": of("NetworkInterfaceId"),
        })
    }

    fn endpoint_interfaces(&mut self, has_ipv6: bool, groups: &Value) -> Vec<Value> {
        let first = *self.random.one(&[2, 2, 0, 1]);
        let mut places = vec![first];
        if self.happens(15) {
            places.push((first + 1 + self.random.below(3)) % 4);
        }
        let mut interfaces = Vec::new();
        for (number, at) in places.into_iter().enumerate() {
            let (id, subnet) = (format!("eni-sts-{number}"), self.sizes.subnets[at].0);
            let mut one = Self::interface(&id, "vpc-a", subnet, self.sizes.far[at], groups);
            one["InterfaceType"] = json!("vpc_endpoint");
            if has_ipv6 && at == 2 {
                one["Ipv6Addresses"] = json!([{ "Ipv6Address": "2001:db8::c:9" }]);
            }
            interfaces.push(one);
        }
        interfaces
    }

    fn tables(&mut self) -> Vec<Value> {
        let mut main = vec![json!({ "Main": true })];
        let mut own = Vec::new();
        for (subnet, _) in self.sizes.subnets {
            if self.happens(50) {
                let state = *self.random.one(&["associated", "associated", "associated", "disassociated"]);
                let held = json!({ "SubnetId": subnet, "Main": false, "AssociationState": { "State": state } });
                let list = if self.happens(50) { &mut own } else { &mut main };
                list.push(held);
            }
        }
        if self.happens(10) {
            own.push(json!({ "GatewayId": "igw-1" }));
        }
        let mut tables = vec![self.table("rtb-main", "vpc-a", &main), self.table("rtb-1", "vpc-a", &own)];
        if self.has_peer {
            tables.push(self.table("rtb-far", "vpc-b", &[json!({ "Main": true })]));
        }
        tables
    }

    fn acls(&mut self) -> Vec<Value> {
        let mut held: [Vec<&str>; 2] = [Vec::new(), Vec::new()];
        for (subnet, _) in self.sizes.subnets {
            if !self.happens(self.trouble / 2) {
                held[self.random.below(2)].push(subnet);
            }
        }
        let mut acls = vec![self.acl("acl-1", "vpc-a", &held[0]), self.acl("acl-2", "vpc-a", &held[1])];
        if self.has_peer {
            acls.push(self.acl("acl-far", "vpc-b", &["subnet-far"]));
        }
        acls
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
        request
    }
}
