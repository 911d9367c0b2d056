//! The document of a large network, made by counting: the same size gives the same text. It knows nothing of the
//! library under test.
//!
//! One cluster in one VPC with as many blocks as it needs, subnets of a hundred interfaces in three zones, node groups
//! with launch templates of their own, and interface endpoints that stand in each zone. The objects carry the fields
//! that AWS prints, and not only those that anything reads, for their text is what a reader of documents pays for.

use std::fmt::{Display, Write};

/// The services that have an interface endpoint: what nodes of a private cluster call.
const SERVICES: [&str; 15] = [
    "autoscaling",
    "ec2",
    "ec2messages",
    "ecr.api",
    "ecr.dkr",
    "eks",
    "eks-auth",
    "elasticloadbalancing",
    "kms",
    "logs",
    "monitoring",
    "sqs",
    "ssm",
    "ssmmessages",
    "sts",
];

/// An endpoint of the network, as an id.
pub fn endpoint(at: usize) -> String {
    format!("vpce-{at:017x}")
}

/// How many interface endpoints there are.
pub const ENDPOINTS: usize = SERVICES.len();

/// An interface of the network, as an id.
pub fn interface(at: usize) -> String {
    format!("eni-{at:017x}")
}

/// A security group of the network, as an id. The first is the cluster's, the second that of the endpoints.
pub fn group(at: usize) -> String {
    format!("sg-{at:017x}")
}

/// A network of that many interfaces: a subnet for every hundred of them, a group for every forty, and three rules of
/// groups for every two. A multiple of 1,000 that is at least 4,000.
pub fn network(interfaces: usize) -> String {
    let large = Large { interfaces, subnets: interfaces / 100, groups: interfaces / 40 };
    let parts: [(&str, String); 12] = [
        ("cluster", cluster()),
        ("Vpcs", large.vpc()),
        ("VpcAttributes", list(["Support", "Hostnames"].iter().map(|name| {
            format!(r#"{{"VpcId":"vpc-0a","EnableDns{name}":{{"Value":true}}}}"#)
        }))),
        ("Subnets", list((0..large.subnets).map(|at| large.subnet(at)))),
        ("RouteTables", list((0..large.subnets.div_ceil(50)).map(|at| large.table(at)))),
        ("NetworkAcls", list((0..large.subnets.div_ceil(100)).map(|at| large.acl(at)))),
        ("SecurityGroups", list((0..large.groups).map(|at| large.group(at)))),
        ("VpcEndpoints", list((0..ENDPOINTS).map(|at| large.endpoint(at)))),
        ("NetworkInterfaces", list((0..large.interfaces).map(|at| large.interface(at)))),
        ("nodegroups", list((0..large.node_groups()).map(Large::node_group))),
        ("LaunchTemplateVersions", list((0..large.node_groups()).map(|at| large.template(at)))),
        ("PrefixLists", r#"[{"PrefixListId":"pl-0a","PrefixListName":"com.amazonaws.eu-west-1.s3","Cidrs":["52.218.0.0/17","3.5.64.0/21"]}]"#.to_owned()),
    ];
    let none = ["fargateProfiles", "addons", "podIdentityAssociations", "Reservations", "InternetGateways"];
    let collection = r#""collection":{"account":"111122223333","region":"eu-west-1"}"#.to_owned();
    let parts = parts.iter().map(|(key, text)| format!(r#""{key}":{text}"#));
    let text: Vec<String> =
        [collection].into_iter().chain(parts).chain(none.iter().map(|key| format!(r#""{key}":[]"#))).collect();
    format!("{{{}}}", text.join(","))
}

/// Rules of a security group as one would draw them by lot: a block of /16 to /32 with a range of ports, as the
/// address, the length of its prefix, and the ports.
pub fn rules(count: u64, seed: u64) -> Vec<(u32, u8, u16, u16)> {
    let draw = |at: u64, of: u64| mixed(mixed(seed.wrapping_add(at)).wrapping_add(of));
    let rule = |at| {
        let length = 16 + u8::try_from(draw(at, 0) % 17).unwrap_or_default();
        let below = u32::try_from(draw(at, 1) & 0x00ff_ffff).unwrap_or_default();
        let host = u32::MAX.checked_shr(length.into()).unwrap_or_default();
        let [a, b] = [2, 3].map(|of| u16::try_from(draw(at, of) & 0xffff).unwrap_or_default());
        ((0x0a00_0000 | below) & !host, length, a.min(b), a.max(b))
    };
    (0..count).map(rule).collect()
}

struct Large {
    interfaces: usize,
    subnets: usize,
    groups: usize,
}

const RULES_IN: usize = 40;
const RULES_OUT: usize = 20;
/// How many peers AWS prints together, for they share a protocol and ports.
const TOGETHER: usize = 5;

impl Large {
    /// Blocks of the VPC; each holds 250 subnets of /24.
    fn blocks(&self) -> impl Iterator<Item = String> {
        (0..self.subnets.div_ceil(250)).map(|at| format!("10.{at}.0.0/16"))
    }

    fn vpc(&self) -> String {
        let set = list(self.blocks().enumerate().map(|(at, block)| {
            format!(
                r#"{{"AssociationId":"vpc-cidr-assoc-{at:017x}","CidrBlock":"{block}","CidrBlockState":{{"State":"associated"}}}}"#
            )
        }));
        format!(
            r#"[{{"OwnerId":"111122223333","InstanceTenancy":"default","Ipv6CidrBlockAssociationSet":[],"CidrBlockAssociationSet":{set},"IsDefault":false,"Tags":[{{"Key":"Name","Value":"large"}}],"VpcId":"vpc-0a","State":"available","CidrBlock":"10.0.0.0/16","DhcpOptionsId":"dopt-0a"}}]"#
        )
    }

    fn subnet(&self, at: usize) -> String {
        let (zone, name) = zone(at);
        format!(
            r#"{{"AvailabilityZoneId":"euw1-az{}","OwnerId":"111122223333","AssignIpv6AddressOnCreation":false,"Ipv6CidrBlockAssociationSet":[],"Tags":[{{"Key":"Name","Value":"nodes-{at}"}}],"SubnetArn":"arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-{at:017x}","Ipv6Native":false,"SubnetId":"subnet-{at:017x}","State":"available","VpcId":"vpc-0a","CidrBlock":"10.{}.{}.0/24","AvailableIpAddressCount":{},"AvailabilityZone":"{name}","DefaultForAz":false,"MapPublicIpOnLaunch":false}}"#,
            zone + 1,
            at / 250,
            at % 250,
            251 - self.interfaces / self.subnets,
        )
    }

    fn table(&self, at: usize) -> String {
        let main = if at == 0 { r#"{"Main":true,"AssociationState":{"State":"associated"}},"# } else { "" };
        let subnets = (at * 50..self.subnets.min((at + 1) * 50)).map(|subnet| {
            format!(r#"{{"Main":false,"RouteTableAssociationId":"rtbassoc-{subnet:017x}","RouteTableId":"rtb-{at:017x}","SubnetId":"subnet-{subnet:017x}","AssociationState":{{"State":"associated"}}}}"#)
        });
        let routes = self.blocks().map(|block| {
            format!(r#"{{"DestinationCidrBlock":"{block}","GatewayId":"local","Origin":"CreateRouteTable","State":"active"}}"#)
        });
        format!(
            r#"{{"Associations":[{main}{}],"RouteTableId":"rtb-{at:017x}","Routes":{},"Tags":[],"VpcId":"vpc-0a","OwnerId":"111122223333"}}"#,
            joined(subnets),
            list(routes),
        )
    }

    fn acl(&self, at: usize) -> String {
        let subnets = (at * 100..self.subnets.min((at + 1) * 100)).map(|subnet| {
            format!(r#"{{"NetworkAclAssociationId":"aclassoc-{subnet:017x}","NetworkAclId":"acl-{at:017x}","SubnetId":"subnet-{subnet:017x}"}}"#)
        });
        let entries = [true, false].iter().flat_map(|egress| {
            let entry = |number: usize, block: &str, action: &str| {
                format!(r#"{{"CidrBlock":"{block}","Egress":{egress},"Protocol":"-1","RuleAction":"{action}","RuleNumber":{number}}}"#)
            };
            [entry(90, &format!("203.0.113.{at}/32"), "deny"), entry(100, "0.0.0.0/0", "allow"), entry(32767, "0.0.0.0/0", "deny")]
        });
        format!(
            r#"{{"Associations":{},"Entries":{},"IsDefault":false,"NetworkAclId":"acl-{at:017x}","Tags":[],"VpcId":"vpc-0a","OwnerId":"111122223333"}}"#,
            list(subnets),
            list(entries),
        )
    }

    /// The cluster's group lets everything out, and the endpoints' group the whole VPC in on 443. Of the others, one in
    /// ten does not let calls to endpoints out.
    fn group(&self, at: usize) -> String {
        let first_in = match at {
            1 => rule("tcp", 443, &[peer("10.0.0.0/8")], &[]),
            _ => rule("-1", 0, &[], &[pair(at)]),
        };
        let first_out = match at {
            0 => rule("-1", 0, &[peer("0.0.0.0/0")], &[]),
            _ if at % 10 == 7 => rule("tcp", 5432, &[peer("10.0.0.0/8")], &[]),
            _ => rule("tcp", 443, &[peer("10.0.0.0/8")], &[]),
        };
        format!(
            r#"{{"GroupId":"{}","IpPermissionsEgress":[{}],"Tags":[{{"Key":"Name","Value":"group-{at}"}}],"VpcId":"vpc-0a","SecurityGroupArn":"arn:aws:ec2:eu-west-1:111122223333:security-group/{0}","OwnerId":"111122223333","GroupName":"group-{at}","Description":"what the team {at} lets through","IpPermissions":[{}]}}"#,
            group(at),
            joined(std::iter::once(first_out).chain(self.permissions(at, RULES_OUT - 1, 100))),
            joined(std::iter::once(first_in).chain(self.permissions(at, RULES_IN - 1, 200))),
        )
    }

    /// So many rules, a few of which share a protocol and ports; one in five names a group.
    fn permissions(&self, at: usize, rules: usize, salt: u64) -> impl Iterator<Item = String> {
        let draw = move |rule: usize| {
            usize::try_from(mixed((at as u64) << 20 | (rule as u64) << 8 | salt) >> 40).unwrap_or_default()
        };
        (0..rules).step_by(TOGETHER).map(move |start| {
            let (mut blocks, mut pairs) = (Vec::new(), Vec::new());
            for rule in start..rules.min(start + TOGETHER) {
                let drawn = draw(rule);
                if rule % 5 == 4 {
                    pairs.push(pair(2 + drawn % (self.groups - 2)));
                } else {
                    blocks.push(peer(&format!("10.{}.{}.0/24", drawn % self.subnets.div_ceil(250), drawn / 8 % 250)));
                }
            }
            rule(if start % 2 == 0 { "tcp" } else { "udp" }, 1024 + start * 64 + at % 64, &blocks, &pairs)
        })
    }

    fn endpoint(&self, at: usize) -> String {
        let (id, service) = (endpoint(at), SERVICES[at]);
        let subnets = list((0..3).map(|zone| format!(r#""subnet-{zone:017x}""#)));
        let interfaces = list((0..3).map(|zone| format!(r#""{}""#, interface(at * self.subnets + zone))));
        format!(
            r#"{{"VpcEndpointId":"{id}","VpcEndpointType":"Interface","VpcId":"vpc-0a","ServiceName":"com.amazonaws.eu-west-1.{service}","State":"available","PolicyDocument":"{{\"Statement\": [{{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}}]}}","RouteTableIds":[],"SubnetIds":{subnets},"Groups":[{{"GroupId":"{}","GroupName":"group-1"}}],"IpAddressType":"ipv4","DnsOptions":{{"DnsRecordIpType":"ipv4"}},"PrivateDnsEnabled":true,"RequesterManaged":false,"NetworkInterfaceIds":{interfaces},"DnsEntries":[],"CreationTimestamp":"2026-11-01T00:00:00+00:00","Tags":[],"OwnerId":"111122223333"}}"#,
            group(1),
        )
    }

    /// Interfaces go round the subnets; the first of the first three subnets are those of endpoints. Forty of one subnet
    /// carry the same groups.
    fn interface(&self, at: usize) -> String {
        let (subnet, slot) = (at % self.subnets, at / self.subnets);
        let of_endpoint = subnet < 3 && slot < ENDPOINTS;
        let own = 2 + (subnet * 100 + slot) / 40 % (self.groups - 2);
        let groups: &[usize] = match own % 2 {
            _ if of_endpoint => &[1],
            0 => &[own, 0],
            _ => &[own],
        };
        let groups =
            list(groups.iter().map(|at| format!(r#"{{"GroupId":"{}","GroupName":"group-{at}"}}"#, group(*at))));
        let (kind, description) = if of_endpoint {
            ("vpc_endpoint", format!("VPC Endpoint Interface {}", endpoint(slot)))
        } else {
            ("interface", format!("aws-K8S-i-{at:017x}"))
        };
        let attachment = format!(
            r#"{{"AttachTime":"2026-11-01T00:00:00+00:00","AttachmentId":"eni-attach-{at:017x}","DeleteOnTermination":true,"DeviceIndex":1,"InstanceId":"i-{at:017x}","InstanceOwnerId":"111122223333","NetworkCardIndex":0,"Status":"attached"}}"#
        );
        let (a, b, c) = (subnet / 250, subnet % 250, slot + 4);
        let name = format!("ip-10-{a}-{b}-{c}.eu-west-1.compute.internal");
        format!(
            r#"{{"Attachment":{attachment},"AvailabilityZone":"{}","Description":"{description}","Groups":{groups},"InterfaceType":"{kind}","Ipv6Addresses":[],"MacAddress":"02:00:00:{:02x}:{:02x}:{:02x}","NetworkInterfaceId":"{}","OwnerId":"111122223333","PrivateDnsName":"{name}","PrivateIpAddress":"10.{a}.{b}.{c}","PrivateIpAddresses":[{{"Primary":true,"PrivateDnsName":"{name}","PrivateIpAddress":"10.{a}.{b}.{c}"}}],"RequesterId":"111122223333:i","RequesterManaged":false,"SourceDestCheck":true,"Status":"in-use","SubnetId":"subnet-{subnet:017x}","TagSet":[{{"Key":"cluster.k8s.amazonaws.com/name","Value":"large"}}],"VpcId":"vpc-0a"}}"#,
            zone(subnet).1,
            at >> 16 & 255,
            at >> 8 & 255,
            at & 255,
            interface(at),
        )
    }

    fn node_groups(&self) -> usize {
        self.subnets / 10
    }

    fn node_group(at: usize) -> String {
        let subnets = list((0..3).map(|zone| format!(r#""subnet-{:017x}""#, at * 10 + zone)));
        format!(
            r#"{{"nodegroupName":"team-{at}","nodegroupArn":"arn:aws:eks:eu-west-1:111122223333:nodegroup/large/team-{at}/0","clusterName":"large","version":"1.34","status":"ACTIVE","capacityType":"ON_DEMAND","scalingConfig":{{"minSize":3,"maxSize":60,"desiredSize":30}},"instanceTypes":["m6i.large"],"subnets":{subnets},"amiType":"AL2023_x86_64_STANDARD","nodeRole":"arn:aws:iam::111122223333:role/eks-node","labels":{{}},"taints":[],"health":{{"issues":[]}},"launchTemplate":{{"name":"team-{at}","version":"1","id":"lt-{at:017x}"}},"tags":{{}}}}"#
        )
    }

    fn template(&self, at: usize) -> String {
        format!(
            r#"{{"LaunchTemplateId":"lt-{at:017x}","LaunchTemplateName":"team-{at}","VersionNumber":1,"DefaultVersion":true,"LaunchTemplateData":{{"SecurityGroupIds":["{}","{}"]}}}}"#,
            group(0),
            group(2 + at % (self.groups - 2)),
        )
    }
}

fn cluster() -> String {
    format!(
        r#"{{"name":"large","arn":"arn:aws:eks:eu-west-1:111122223333:cluster/large","version":"1.34","resourcesVpcConfig":{{"subnetIds":["subnet-{:017x}","subnet-{:017x}"],"securityGroupIds":[],"endpointPublicAccess":false,"endpointPrivateAccess":true,"vpcId":"vpc-0a","clusterSecurityGroupId":"{}","publicAccessCidrs":[]}},"kubernetesNetworkConfig":{{"serviceIpv4Cidr":"172.20.0.0/16","ipFamily":"ipv4"}},"status":"ACTIVE"}}"#,
        0,
        1,
        group(0),
    )
}

/// One zone after the other.
fn zone(subnet: usize) -> (usize, &'static str) {
    (subnet % 3, ["eu-west-1a", "eu-west-1b", "eu-west-1c"][subnet % 3])
}

fn rule(protocol: &str, port: usize, blocks: &[String], pairs: &[String]) -> String {
    let ports = if protocol == "-1" { String::new() } else { format!(r#""FromPort":{port},"ToPort":{port},"#) };
    format!(
        r#"{{"IpProtocol":"{protocol}",{ports}"UserIdGroupPairs":{},"IpRanges":{},"Ipv6Ranges":[],"PrefixListIds":[]}}"#,
        list(pairs),
        list(blocks),
    )
}

fn peer(block: &str) -> String {
    format!(r#"{{"CidrIp":"{block}","Description":"as the team asked for it"}}"#)
}

fn pair(at: usize) -> String {
    format!(r#"{{"GroupId":"{}","UserId":"111122223333"}}"#, group(at))
}

fn list<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    format!("[{}]", joined(items))
}

fn joined<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    let mut text = String::new();
    for item in items {
        let comma = if text.is_empty() { "" } else { "," };
        write!(text, "{comma}{item}").expect("a text takes any text");
    }
    text
}

/// A number that looks drawn by lot, made of one that counts (`SplitMix64`).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ number >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ number >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ number >> 31
}
