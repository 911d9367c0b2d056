//! Random route tables. It decides nothing.

use serde_json::{Value, json};

use super::Generator;

impl Generator {
    /// A route that is seldom there: more specific than the local one, propagated, in an odd state, to an odd target.
    pub(super) fn odd_route(&mut self) -> Value {
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

    pub(super) fn table(&mut self, id: &str, vpc: &str, associations: &[Value]) -> Value {
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

    pub(super) fn tables(&mut self) -> Vec<Value> {
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
}
