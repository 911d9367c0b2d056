//! Two VPCs that a transit gateway joins in place of a peering connection. It decides nothing.

use serde_json::{Value, json};

use super::Generator;

impl Generator {
    /// Puts a transit gateway between the two VPCs of a question, and asks across it.
    pub(super) fn transit(&mut self, request: &mut Value) {
        let is_small = self.sizes.peer.0 == "10.1.0.0/28";
        let (near, far) = if is_small {
            ([("subnet-tgw-1", "10.0.0.48/29"), ("subnet-tgw-2", "10.0.0.56/29")], ("10.1.0.8/29", "10.1.0.0/29"))
        } else {
            ([("subnet-tgw-1", "10.0.48.0/28"), ("subnet-tgw-2", "10.0.48.16/28")], ("10.1.4.0/22", "10.1.8.0/28"))
        };
        let snapshot = &mut request["snapshot"];
        snapshot.as_object_mut().expect("it is an object").remove("VpcPeeringConnections");
        let subnets = snapshot["Subnets"].as_array_mut().expect("subnets are shown");
        for subnet in subnets.iter_mut().filter(|subnet| subnet["SubnetId"] == "subnet-far") {
            subnet["CidrBlock"] = json!(far.0);
        }
        for (id, block) in near {
            subnets.push(json!({ "SubnetId": id, "VpcId": "vpc-a", "CidrBlock": block }));
        }
        subnets.push(json!({ "SubnetId": "subnet-tgw-far", "VpcId": "vpc-b", "CidrBlock": far.1 }));
        for subnet in subnets {
            if !self.random.happens(self.trouble / 8) {
                let second = self.random.happens(15) || subnet["SubnetId"] == "subnet-tgw-2";
                subnet["AvailabilityZoneId"] = json!(if second { "euw1-az2" } else { "euw1-az1" });
            }
        }
        for acl in snapshot.get_mut("NetworkAcls").and_then(Value::as_array_mut).into_iter().flatten() {
            let more: &[&str] = match acl["NetworkAclId"].as_str() {
                Some("acl-1") => &["subnet-tgw-1"],
                Some("acl-2") => &["subnet-tgw-2"],
                _ => &["subnet-tgw-far"],
            };
            let held = acl["Associations"].as_array_mut().expect("associations are shown");
            held.extend(more.iter().map(|id| json!({ "SubnetId": id })));
        }
        for table in snapshot.get_mut("RouteTables").and_then(Value::as_array_mut).into_iter().flatten() {
            for route in table.get_mut("Routes").and_then(Value::as_array_mut).into_iter().flatten() {
                if let Some(route) = route.as_object_mut().filter(|route| route.contains_key("VpcPeeringConnectionId"))
                {
                    route.remove("VpcPeeringConnectionId");
                    route.insert("TransitGatewayId".to_owned(), json!("tgw-1"));
                }
            }
        }
        self.gateway_between(snapshot);
        if self.random.happens(25) {
            request["source"] = json!("eni-far");
            request["destination"] = json!(self.random.one(&["vpce-sts", "eni-node"]));
            request.as_object_mut().expect("it is an object").remove("sourceGroups");
        } else {
            request["destination"] = json!("eni-far");
        }
    }

    fn option(&mut self) -> &'static str {
        self.mostly("enable", "disable")
    }

    fn gateway_between(&mut self, snapshot: &mut Value) {
        let trouble = self.trouble;
        if !self.happens(trouble / 3) {
            let state = self.mostly("available", "deleted");
            let options = json!({ "SecurityGroupReferencingSupport": self.option() });
            snapshot["TransitGateways"] = json!([{ "TransitGatewayId": "tgw-1", "State": state, "Options": options }]);
        }
        let landing = *self.random.one(&["subnet-tgw-far", "subnet-tgw-far", "subnet-far"]);
        let places: [&[&str]; 5] = [
            &["subnet-tgw-1", "subnet-tgw-2"],
            &["subnet-tgw-1", "subnet-tgw-2"],
            &["subnet-tgw-1", "subnet-tgw-2"],
            &["subnet-tgw-1"],
            &["subnet-a", "subnet-c"],
        ];
        let near = *self.random.one(&places);
        let mut attachments = Vec::new();
        for (id, vpc, subnets) in [("tgw-attach-a", "vpc-a", json!(near)), ("tgw-attach-b", "vpc-b", json!([landing]))]
        {
            if self.happens(trouble / 4) {
                continue;
            }
            let state = self.mostly("available", "pending");
            let mode = *self.random.one(&["disable", "disable", "disable", "enable"]);
            let mut options = json!({ "Ipv6Support": self.option(), "ApplianceModeSupport": mode });
            if !self.happens(20) {
                options["SecurityGroupReferencingSupport"] = json!(self.option());
            }
            attachments.push(json!({
                "TransitGatewayAttachmentId": id, "TransitGatewayId": "tgw-1", "VpcId": vpc, "SubnetIds": subnets,
                "State": state, "Options": options,
            }));
        }
        snapshot["TransitGatewayVpcAttachments"] = json!(attachments);
        snapshot["TransitGatewayRouteTables"] =
            json!([{ "TransitGatewayRouteTableId": "tgw-rtb-1", "TransitGatewayId": "tgw-1" }]);
        let mut associations = Vec::new();
        for (id, vpc) in [("tgw-attach-a", "vpc-a"), ("tgw-attach-b", "vpc-b")] {
            if !self.happens(trouble / 3) {
                let state = self.mostly("associated", "associating");
                associations.push(json!({
                    "TransitGatewayAttachmentId": id, "ResourceType": "vpc", "ResourceId": vpc, "State": state,
                }));
            }
        }
        if !self.happens(trouble / 4) {
            snapshot["TransitGatewayRouteTableAssociations"] = json!({ "tgw-rtb-1": { "Associations": associations } });
        }
        let routes = self.gateway_routes();
        if !self.happens(trouble / 4) {
            snapshot["TransitGatewayRoutes"] = json!({ "tgw-rtb-1": routes });
        }
    }

    fn gateway_routes(&mut self) -> Value {
        let sizes = self.sizes;
        let (first, second) = (("tgw-attach-a", "vpc-a"), ("tgw-attach-b", "vpc-b"));
        let mut routes = Vec::new();
        let mut add = |block: &str, kind: &str, state: &str, (id, vpc): (&str, &str)| {
            let to = json!([{ "TransitGatewayAttachmentId": id, "ResourceType": "vpc", "ResourceId": vpc }]);
            let mut route = json!({ "DestinationCidrBlock": block, "Type": kind, "State": state });
            if state == "active" {
                route["TransitGatewayAttachments"] = to;
            }
            routes.push(route);
        };
        add(sizes.vpc, "propagated", "active", first);
        add(sizes.second, "propagated", "active", first);
        add(sizes.peer.0, "propagated", "active", second);
        if self.random.happens(self.trouble) {
            let block = *self.random.one(&[sizes.vpc, sizes.subnets[0].1, sizes.peer.0, "10.1.0.8/30", "10.0.0.0/8"]);
            let state = *self.random.one(&["active", "active", "blackhole", "pending"]);
            add(block, "static", state, *self.random.one(&[first, second]));
        }
        json!({ "Routes": routes, "AdditionalRoutesAvailable": self.happens(self.trouble / 6) })
    }
}
