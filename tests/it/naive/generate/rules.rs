//! Random rules: of security groups and of network ACLs. It decides nothing.

use serde_json::{Value, json};

use super::{FAR_GROUP, GROUPS, Generator, LISTS};

impl Generator {
    pub(super) fn block(&mut self) -> &'static str {
        let blocks: &[&'static str] = self.sizes.blocks;
        self.random.one::<&'static str>(blocks)
    }

    pub(super) fn permission(&mut self) -> Value {
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

    pub(super) fn permissions(&mut self) -> Vec<Value> {
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

    pub(super) fn group(&mut self, id: &str, vpc: &str) -> Value {
        let whole = json!([{ "IpProtocol": "-1", "IpRanges": [{ "CidrIp": "0.0.0.0/0" }] }]);
        let open = self.happens(self.good.max(50));
        let egress = if open { whole } else { json!(self.permissions()) };
        json!({ "GroupId": id, "VpcId": vpc, "IpPermissions": self.permissions(), "IpPermissionsEgress": egress })
    }

    pub(super) fn entries(&mut self, egress: bool) -> Vec<Value> {
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

    pub(super) fn acl(&mut self, id: &str, vpc: &str, subnets: &[&str]) -> Value {
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

    pub(super) fn acls(&mut self) -> Vec<Value> {
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
}
