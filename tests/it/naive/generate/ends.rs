//! Random interfaces, a node's and an endpoint's. It decides nothing.

use serde_json::{Value, json};

use super::{GROUPS, Generator};

impl Generator {
    pub(super) fn carried(&mut self) -> Value {
        let mut groups = GROUPS.to_vec();
        if self.happens(self.trouble / 3) {
            groups.push("sg-gone");
        }
        self.random.shuffle(&mut groups);
        let some: Vec<Value> =
            groups.into_iter().take(1 + self.random.below(2)).map(|id| json!({ "GroupId": id })).collect();
        json!(some)
    }

    pub(super) fn interface(id: &str, vpc: &str, subnet: &str, address: &str, groups: &Value) -> Value {
        json!({ "NetworkInterfaceId": id, "VpcId": vpc, "SubnetId": subnet, "PrivateIpAddress": address, "Groups": groups })
    }

    pub(super) fn node(&mut self, has_ipv6: bool) -> Value {
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

    pub(super) fn endpoint(&mut self, interfaces: &[Value], groups: &Value) -> Value {
        let states = ["available", "available", "available", "available", "available", "Available", "pending"];
        let of = |key: &str| interfaces.iter().map(|one| one[key].clone()).collect::<Vec<_>>();
        json!({
            "VpcEndpointId": "vpce-sts", "VpcEndpointType": "Interface", "VpcId": "vpc-a",
            "ServiceName": "com.amazonaws.eu-west-1.sts", "State": self.random.one(&states),
            "SubnetIds": of("SubnetId"), "Groups": groups, "NetworkInterfaceIds": of("NetworkInterfaceId"),
        })
    }

    pub(super) fn endpoint_interfaces(&mut self, has_ipv6: bool, groups: &Value) -> Vec<Value> {
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
}
