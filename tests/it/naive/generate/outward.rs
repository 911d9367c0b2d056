//! Ways out of a network: gateways in some of its tables, what shuts them, and a question to the internet. It decides
//! nothing.

use serde_json::{Value, json};

use super::{Generator, Sizes};

impl Generator {
    /// Gives a question ways out and asks for them.
    pub(super) fn outward(&mut self, request: &mut Value) {
        let sizes = self.sizes;
        let snapshot = &mut request["snapshot"];
        if let Some(tables) = snapshot.get_mut("RouteTables").and_then(Value::as_array_mut) {
            for routes in tables.iter_mut().filter_map(|table| table.get_mut("Routes")?.as_array_mut()) {
                self.default_routes(routes);
            }
        }
        self.gateways(snapshot, sizes);
        let node = snapshot["NetworkInterfaces"].as_array_mut().and_then(|list| list.first_mut());
        if let Some(node) = node.filter(|_| self.random.happens(50)) {
            let association = json!({ "PublicIp": "203.0.113.7" });
            if let Some(addresses) = node.get_mut("PrivateIpAddresses").and_then(Value::as_array_mut) {
                let at = self.random.below(addresses.len());
                addresses[at]["Association"] = association.clone();
            } else {
                node["Association"] = association;
            }
        }
        let outside = ["internet", "internet", "198.51.100.9", "52.92.0.1", "2600:1f00::9"];
        request["destination"] = json!(self.random.one(&outside));
    }

    fn default_routes(&mut self, routes: &mut Vec<Value>) {
        routes.retain(|route| route["DestinationCidrBlock"] != "0.0.0.0/0");
        let state = *self.random.one(&["active", "active", "active", "active", "active", "blackhole"]);
        let block = *self.random.one(&["0.0.0.0/0", "0.0.0.0/0", "0.0.0.0/0", "0.0.0.0/1", "52.0.0.0/8"]);
        let mut route = json!({ "DestinationCidrBlock": block, "State": state, "Origin": "CreateRoute" });
        match self.random.below(8) {
            0..4 => route["NatGatewayId"] = json!("nat-1"),
            4..7 => route["GatewayId"] = json!("igw-1"),
            _ => return,
        }
        routes.push(route);
        if self.happens(40) {
            let (key, id) = *self.random.one(&[
                ("EgressOnlyInternetGatewayId", "eigw-1"),
                ("GatewayId", "igw-1"),
                ("NatGatewayId", "nat-1"),
            ]);
            let mut route = json!({ "DestinationIpv6CidrBlock": "::/0", "State": "active" });
            route[key] = json!(id);
            routes.push(route);
        }
    }

    fn gateways(&mut self, snapshot: &mut Value, sizes: &Sizes) {
        let (subnet, at) = (*self.random.one(&[0, 1, 2, 3]), sizes.far);
        let state = self.mostly("available", "deleted");
        let kind = self.mostly("public", "private");
        let nat = json!([{
            "NatGatewayId": "nat-1", "VpcId": "vpc-a", "SubnetId": sizes.subnets[subnet].0, "State": state,
            "ConnectivityType": kind, "NatGatewayAddresses": [{ "PrivateIp": at[subnet] }],
        }]);
        if !self.happens(self.trouble / 3) {
            snapshot["NatGateways"] = nat;
        }
        // A NAT gateway is of use only where its own table leads on.
        let table = json!({
            "RouteTableId": "rtb-nat", "VpcId": "vpc-a", "Associations": [{ "SubnetId": sizes.subnets[subnet].0 }],
            "Routes": [{ "DestinationCidrBlock": sizes.vpc, "GatewayId": "local", "State": "active" },
                       { "DestinationCidrBlock": sizes.second, "GatewayId": "local", "State": "active" },
                       { "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "igw-1", "State": "active" }],
        });
        if let Some(tables) =
            snapshot.get_mut("RouteTables").and_then(Value::as_array_mut).filter(|_| self.random.happens(70))
        {
            for associations in tables.iter_mut().filter_map(|table| table["Associations"].as_array_mut()) {
                associations.retain(|one| one["SubnetId"] != sizes.subnets[subnet].0);
            }
            tables.push(table);
        }
        let state = self.mostly("attached", "detached");
        let vpc = self.mostly("vpc-a", "vpc-b");
        if !self.happens(self.trouble / 3) {
            let attached = json!([{ "VpcId": vpc, "State": state }]);
            snapshot["EgressOnlyInternetGateways"] =
                json!([{ "EgressOnlyInternetGatewayId": "eigw-1", "Attachments": attached }]);
        }
        if self.happens(self.trouble / 2) {
            snapshot["InternetGateways"][0]["Attachments"] = json!([{ "VpcId": vpc, "State": state }]);
        }
        self.block_public_access(snapshot);
    }

    fn block_public_access(&mut self, snapshot: &mut Value) {
        if self.happens(self.trouble / 2) {
            return;
        }
        let mode = *self.random.one(&["off", "off", "off", "off", "off", "block-ingress", "block-bidirectional"]);
        let state = self.mostly("update-complete", "update-in-progress");
        snapshot["VpcBlockPublicAccessOptions"] = json!({ "InternetGatewayBlockMode": mode, "State": state });
        if self.happens(self.trouble / 2) {
            return;
        }
        let resource = *self.random.one(&["vpc/vpc-a", "vpc/vpc-z", "subnet/subnet-b", "subnet/subnet-d"]);
        let mode = *self.random.one(&["allow-bidirectional", "allow-egress"]);
        let state = *self.random.one(&["create-complete", "update-complete", "create-in-progress"]);
        let one = json!({
            "ResourceArn": format!("arn:aws:ec2:eu-west-1:111122223333:{resource}"),
            "InternetGatewayExclusionMode": mode, "State": state,
        });
        snapshot["VpcBlockPublicAccessExclusions"] = if self.happens(70) { json!([one]) } else { json!([]) };
    }
}
