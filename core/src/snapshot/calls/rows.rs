//! The rows of the table of calls. Filters keep to the cluster's VPC wherever AWS has such a filter, since what one VPC
//! has is then complete; a part without one is asked for whole. A row that is made for the answers of another comes
//! after it.

use super::{Keep, Part};

/// One call.
pub(super) struct Call {
    pub(super) id: &'static str,
    pub(super) part: Option<Part>,
    pub(super) service: &'static str,
    pub(super) operation: &'static str,
    pub(super) result: &'static str,
    pub(super) keep: Keep,
    pub(super) parameters: &'static [Parameter],
    /// The parameter that asks for the next page, and the key of the answer that holds its value.
    pub(super) pages: Option<(&'static str, &'static str)>,
    pub(super) truncated: &'static str,
    pub(super) each: Option<Source>,
    pub(super) permission: &'static str,
    /// The ARN that the permission can be limited to; `*` where AWS knows none.
    pub(super) resource: &'static str,
}

/// A parameter. `{cluster}` and `{region}` are known when a caller asks, `{vpc}`, `{1}` and `{2}` when the call is made.
pub(super) enum Parameter {
    /// One text.
    Text(&'static str, &'static str),
    /// A list of one text.
    List(&'static str, &'static str),
    /// A list of one filter: its name and its values.
    Filter(&'static str, &'static str, &'static [&'static str]),
    /// A truth value, true, of which older clients do not know.
    Newer(&'static str),
}

/// A call, and a `JMESPath` expression over its answer.
#[derive(Clone, Copy)]
pub(super) struct Source {
    pub(super) call: &'static str,
    pub(super) query: &'static str,
}

/// Where the id of the cluster's VPC is found.
pub(super) const VPC: Source = Source { call: "describe-cluster", query: "cluster.resourcesVpcConfig.vpcId" };

const CLUSTER: &str = "arn:{partition}:eks:{region}:*:cluster/{cluster}";
const HOSTED_ZONE: &str = "arn:{partition}:route53:::hostedzone/*";
const TRANSIT_GATEWAY_ROUTE_TABLE: &str = "arn:{partition}:ec2:{region}:*:transit-gateway-route-table/*";

/// What most rows of EC2 have in common: a list, in pages.
const EC2: Call = Call {
    id: "",
    part: None,
    service: "ec2",
    operation: "",
    result: "",
    keep: Keep::List,
    parameters: &[],
    pages: Some(("NextToken", "NextToken")),
    truncated: "",
    each: None,
    permission: "",
    resource: "*",
};

/// What most rows of EKS have in common: a list of names, in pages.
const EKS_LIST: Call = Call {
    service: "eks",
    parameters: &[Parameter::Text("clusterName", "{cluster}")],
    pages: Some(("nextToken", "nextToken")),
    resource: CLUSTER,
    ..EC2
};

/// One described object of EKS.
const EKS_OBJECT: Call = Call { service: "eks", keep: Keep::Object, pages: None, ..EC2 };

/// A list of one VPC, under `Filters`.
macro_rules! of_vpc {
    ($filter:literal) => {
        &[Parameter::Filter("Filters", $filter, &["{vpc}"])]
    };
}

const fn each(call: &'static str, query: &'static str) -> Source {
    Source { call, query }
}

/// The launch template and its version, by the tags of the nodes that nobody manages.
const TEMPLATES_OF_INSTANCES: &str = "Reservations[].Instances[] | [?Tags[?starts_with(Key, 'kubernetes.io/cluster/')]] | [?!(Tags[?starts_with(Key, 'eks:') || starts_with(Key, 'karpenter.sh/')])].[Tags[?Key=='aws:ec2launchtemplate:id'].Value | [0], Tags[?Key=='aws:ec2launchtemplate:version'].Value | [0]] | [?[0]]";

/// Every call.
pub(super) static CALLS: &[Call] = &[
    Call {
        id: "get-caller-identity",
        service: "sts",
        operation: "GetCallerIdentity",
        result: "Account",
        keep: Keep::Nothing,
        pages: None,
        ..EC2
    },
    Call {
        id: "describe-cluster",
        part: Some(Part::Cluster),
        operation: "DescribeCluster",
        result: "cluster",
        keep: Keep::Single,
        parameters: &[Parameter::Text("name", "{cluster}")],
        permission: "eks:DescribeCluster",
        resource: CLUSTER,
        ..EKS_OBJECT
    },
    Call {
        id: "list-nodegroups",
        part: Some(Part::Nodegroups),
        operation: "ListNodegroups",
        result: "nodegroups",
        permission: "eks:ListNodegroups",
        ..EKS_LIST
    },
    Call {
        id: "describe-nodegroup",
        part: Some(Part::Nodegroups),
        operation: "DescribeNodegroup",
        result: "nodegroup",
        parameters: &[Parameter::Text("clusterName", "{cluster}"), Parameter::Text("nodegroupName", "{1}")],
        each: Some(each("list-nodegroups", "nodegroups[].[@]")),
        permission: "eks:DescribeNodegroup",
        resource: "arn:{partition}:eks:{region}:*:nodegroup/{cluster}/*/*",
        ..EKS_OBJECT
    },
    Call {
        id: "list-fargate-profiles",
        part: Some(Part::FargateProfiles),
        operation: "ListFargateProfiles",
        result: "fargateProfileNames",
        permission: "eks:ListFargateProfiles",
        ..EKS_LIST
    },
    Call {
        id: "describe-fargate-profile",
        part: Some(Part::FargateProfiles),
        operation: "DescribeFargateProfile",
        result: "fargateProfile",
        parameters: &[Parameter::Text("clusterName", "{cluster}"), Parameter::Text("fargateProfileName", "{1}")],
        each: Some(each("list-fargate-profiles", "fargateProfileNames[].[@]")),
        permission: "eks:DescribeFargateProfile",
        resource: "arn:{partition}:eks:{region}:*:fargateprofile/{cluster}/*/*",
        ..EKS_OBJECT
    },
    Call {
        id: "list-addons",
        part: Some(Part::Addons),
        operation: "ListAddons",
        result: "addons",
        permission: "eks:ListAddons",
        ..EKS_LIST
    },
    Call {
        id: "describe-addon",
        part: Some(Part::Addons),
        operation: "DescribeAddon",
        result: "addon",
        parameters: &[Parameter::Text("clusterName", "{cluster}"), Parameter::Text("addonName", "{1}")],
        each: Some(each("list-addons", "addons[].[@]")),
        permission: "eks:DescribeAddon",
        resource: "arn:{partition}:eks:{region}:*:addon/{cluster}/*/*",
        ..EKS_OBJECT
    },
    Call {
        id: "list-pod-identity-associations",
        part: Some(Part::PodIdentityAssociations),
        operation: "ListPodIdentityAssociations",
        result: "associations",
        permission: "eks:ListPodIdentityAssociations",
        ..EKS_LIST
    },
    Call {
        id: "list-access-entries",
        part: Some(Part::AccessEntries),
        operation: "ListAccessEntries",
        result: "accessEntries",
        permission: "eks:ListAccessEntries",
        ..EKS_LIST
    },
    Call {
        id: "describe-access-entry",
        part: Some(Part::AccessEntries),
        operation: "DescribeAccessEntry",
        result: "accessEntry",
        parameters: &[Parameter::Text("clusterName", "{cluster}"), Parameter::Text("principalArn", "{1}")],
        each: Some(each("list-access-entries", "accessEntries[].[@]")),
        permission: "eks:DescribeAccessEntry",
        resource: "arn:{partition}:eks:{region}:*:access-entry/{cluster}/*",
        ..EKS_OBJECT
    },
    Call {
        id: "describe-vpcs",
        part: Some(Part::Vpcs),
        operation: "DescribeVpcs",
        result: "Vpcs",
        parameters: of_vpc!("vpc-id"),
        permission: "ec2:DescribeVpcs",
        ..EC2
    },
    Call {
        id: "describe-vpc-attribute-dns-support",
        part: Some(Part::VpcAttributes),
        operation: "DescribeVpcAttribute",
        keep: Keep::Answer,
        parameters: &[Parameter::Text("VpcId", "{vpc}"), Parameter::Text("Attribute", "enableDnsSupport")],
        pages: None,
        permission: "ec2:DescribeVpcAttribute",
        resource: "arn:{partition}:ec2:{region}:*:vpc/*",
        ..EC2
    },
    Call {
        id: "describe-vpc-attribute-dns-hostnames",
        part: Some(Part::VpcAttributes),
        operation: "DescribeVpcAttribute",
        keep: Keep::Answer,
        parameters: &[Parameter::Text("VpcId", "{vpc}"), Parameter::Text("Attribute", "enableDnsHostnames")],
        pages: None,
        permission: "ec2:DescribeVpcAttribute",
        resource: "arn:{partition}:ec2:{region}:*:vpc/*",
        ..EC2
    },
    Call {
        id: "describe-subnets",
        part: Some(Part::Subnets),
        operation: "DescribeSubnets",
        result: "Subnets",
        parameters: of_vpc!("vpc-id"),
        permission: "ec2:DescribeSubnets",
        ..EC2
    },
    Call {
        id: "describe-route-tables",
        part: Some(Part::RouteTables),
        operation: "DescribeRouteTables",
        result: "RouteTables",
        parameters: of_vpc!("vpc-id"),
        permission: "ec2:DescribeRouteTables",
        ..EC2
    },
    Call {
        id: "describe-security-group-vpc-associations",
        part: Some(Part::SecurityGroupVpcAssociations),
        operation: "DescribeSecurityGroupVpcAssociations",
        result: "SecurityGroupVpcAssociations",
        parameters: of_vpc!("vpc-id"),
        permission: "ec2:DescribeSecurityGroupVpcAssociations",
        ..EC2
    },
    Call {
        id: "describe-security-groups",
        part: Some(Part::SecurityGroups),
        operation: "DescribeSecurityGroups",
        result: "SecurityGroups",
        parameters: of_vpc!("vpc-id"),
        permission: "ec2:DescribeSecurityGroups",
        ..EC2
    },
    // A group of another VPC may be used in this one; the filter by VPC does not give it.
    Call {
        id: "describe-security-groups-associated",
        part: Some(Part::SecurityGroups),
        operation: "DescribeSecurityGroups",
        result: "SecurityGroups",
        parameters: &[Parameter::List("GroupIds", "{1}")],
        each: Some(each("describe-security-group-vpc-associations", "SecurityGroupVpcAssociations[].[GroupId]")),
        permission: "ec2:DescribeSecurityGroups",
        ..EC2
    },
    // There is no filter by VPC. One call for each group would spend the account's request quota, which controllers in
    // the cluster share.
    Call {
        id: "describe-security-group-rules",
        part: Some(Part::SecurityGroupRules),
        operation: "DescribeSecurityGroupRules",
        result: "SecurityGroupRules",
        permission: "ec2:DescribeSecurityGroupRules",
        ..EC2
    },
    Call {
        id: "describe-network-acls",
        part: Some(Part::NetworkAcls),
        operation: "DescribeNetworkAcls",
        result: "NetworkAcls",
        parameters: of_vpc!("vpc-id"),
        permission: "ec2:DescribeNetworkAcls",
        ..EC2
    },
    Call {
        id: "describe-vpc-endpoints",
        part: Some(Part::VpcEndpoints),
        operation: "DescribeVpcEndpoints",
        result: "VpcEndpoints",
        parameters: of_vpc!("vpc-id"),
        permission: "ec2:DescribeVpcEndpoints",
        ..EC2
    },
    Call {
        id: "describe-vpc-endpoint-services",
        part: Some(Part::ServiceDetails),
        operation: "DescribeVpcEndpointServices",
        result: "ServiceDetails",
        permission: "ec2:DescribeVpcEndpointServices",
        ..EC2
    },
    // Interfaces and instances that AWS manages, such as nodes of EKS Auto Mode, may be hidden by a setting of the
    // account.
    Call {
        id: "describe-network-interfaces",
        part: Some(Part::NetworkInterfaces),
        operation: "DescribeNetworkInterfaces",
        result: "NetworkInterfaces",
        parameters: &[Parameter::Filter("Filters", "vpc-id", &["{vpc}"]), Parameter::Newer("IncludeManagedResources")],
        permission: "ec2:DescribeNetworkInterfaces",
        ..EC2
    },
    Call {
        id: "describe-prefix-lists",
        part: Some(Part::PrefixLists),
        operation: "DescribePrefixLists",
        result: "PrefixLists",
        permission: "ec2:DescribePrefixLists",
        ..EC2
    },
    Call {
        id: "describe-managed-prefix-lists",
        part: Some(Part::ManagedPrefixLists),
        operation: "DescribeManagedPrefixLists",
        result: "PrefixLists",
        permission: "ec2:DescribeManagedPrefixLists",
        ..EC2
    },
    // The account of the ARN is `aws` for the lists of AWS.
    Call {
        id: "get-managed-prefix-list-entries",
        part: Some(Part::PrefixListEntries),
        operation: "GetManagedPrefixListEntries",
        result: "Entries",
        keep: Keep::Keyed,
        parameters: &[Parameter::Text("PrefixListId", "{1}")],
        each: Some(each("describe-managed-prefix-lists", "PrefixLists[].[PrefixListId]")),
        permission: "ec2:GetManagedPrefixListEntries",
        resource: "arn:{partition}:ec2:{region}:*:prefix-list/*",
        ..EC2
    },
    // There is no filter by VPC, and the id `default` of a VPC without options cannot be asked for.
    Call {
        id: "describe-dhcp-options",
        part: Some(Part::DhcpOptions),
        operation: "DescribeDhcpOptions",
        result: "DhcpOptions",
        permission: "ec2:DescribeDhcpOptions",
        ..EC2
    },
    Call {
        id: "describe-internet-gateways",
        part: Some(Part::InternetGateways),
        operation: "DescribeInternetGateways",
        result: "InternetGateways",
        parameters: of_vpc!("attachment.vpc-id"),
        permission: "ec2:DescribeInternetGateways",
        ..EC2
    },
    Call {
        id: "describe-egress-only-internet-gateways",
        part: Some(Part::EgressOnlyInternetGateways),
        operation: "DescribeEgressOnlyInternetGateways",
        result: "EgressOnlyInternetGateways",
        permission: "ec2:DescribeEgressOnlyInternetGateways",
        ..EC2
    },
    Call {
        id: "describe-nat-gateways",
        part: Some(Part::NatGateways),
        operation: "DescribeNatGateways",
        result: "NatGateways",
        parameters: &[Parameter::Filter("Filter", "vpc-id", &["{vpc}"])],
        permission: "ec2:DescribeNatGateways",
        ..EC2
    },
    Call {
        id: "describe-vpn-gateways",
        part: Some(Part::VpnGateways),
        operation: "DescribeVpnGateways",
        result: "VpnGateways",
        parameters: of_vpc!("attachment.vpc-id"),
        pages: None,
        permission: "ec2:DescribeVpnGateways",
        ..EC2
    },
    Call {
        id: "describe-vpc-peering-connections-requester",
        part: Some(Part::VpcPeeringConnections),
        operation: "DescribeVpcPeeringConnections",
        result: "VpcPeeringConnections",
        parameters: of_vpc!("requester-vpc-info.vpc-id"),
        permission: "ec2:DescribeVpcPeeringConnections",
        ..EC2
    },
    Call {
        id: "describe-vpc-peering-connections-accepter",
        part: Some(Part::VpcPeeringConnections),
        operation: "DescribeVpcPeeringConnections",
        result: "VpcPeeringConnections",
        parameters: of_vpc!("accepter-vpc-info.vpc-id"),
        permission: "ec2:DescribeVpcPeeringConnections",
        ..EC2
    },
    Call {
        id: "describe-transit-gateways",
        part: Some(Part::TransitGateways),
        operation: "DescribeTransitGateways",
        result: "TransitGateways",
        permission: "ec2:DescribeTransitGateways",
        ..EC2
    },
    // Where traffic goes on from a transit gateway, other attachments than the VPC's say.
    Call {
        id: "describe-transit-gateway-attachments",
        part: Some(Part::TransitGatewayAttachments),
        operation: "DescribeTransitGatewayAttachments",
        result: "TransitGatewayAttachments",
        permission: "ec2:DescribeTransitGatewayAttachments",
        ..EC2
    },
    // Those of other VPCs too: whether group references cross a transit gateway depends on both ends.
    Call {
        id: "describe-transit-gateway-vpc-attachments",
        part: Some(Part::TransitGatewayVpcAttachments),
        operation: "DescribeTransitGatewayVpcAttachments",
        result: "TransitGatewayVpcAttachments",
        permission: "ec2:DescribeTransitGatewayVpcAttachments",
        ..EC2
    },
    Call {
        id: "describe-transit-gateway-route-tables",
        part: Some(Part::TransitGatewayRouteTables),
        operation: "DescribeTransitGatewayRouteTables",
        result: "TransitGatewayRouteTables",
        permission: "ec2:DescribeTransitGatewayRouteTables",
        ..EC2
    },
    // A filter is required; these two states are all that a route of a table can have.
    Call {
        id: "search-transit-gateway-routes",
        part: Some(Part::TransitGatewayRoutes),
        operation: "SearchTransitGatewayRoutes",
        result: "Routes",
        keep: Keep::Keyed,
        parameters: &[
            Parameter::Text("TransitGatewayRouteTableId", "{1}"),
            Parameter::Filter("Filters", "state", &["active", "blackhole"]),
        ],
        truncated: "AdditionalRoutesAvailable",
        each: Some(each(
            "describe-transit-gateway-route-tables",
            "TransitGatewayRouteTables[].[TransitGatewayRouteTableId]",
        )),
        permission: "ec2:SearchTransitGatewayRoutes",
        resource: TRANSIT_GATEWAY_ROUTE_TABLE,
        ..EC2
    },
    Call {
        id: "get-transit-gateway-route-table-associations",
        part: Some(Part::TransitGatewayRouteTableAssociations),
        operation: "GetTransitGatewayRouteTableAssociations",
        result: "Associations",
        keep: Keep::Keyed,
        parameters: &[Parameter::Text("TransitGatewayRouteTableId", "{1}")],
        each: Some(each(
            "describe-transit-gateway-route-tables",
            "TransitGatewayRouteTables[].[TransitGatewayRouteTableId]",
        )),
        permission: "ec2:GetTransitGatewayRouteTableAssociations",
        ..EC2
    },
    Call {
        id: "get-transit-gateway-route-table-propagations",
        part: Some(Part::TransitGatewayRouteTablePropagations),
        operation: "GetTransitGatewayRouteTablePropagations",
        result: "TransitGatewayRouteTablePropagations",
        keep: Keep::Keyed,
        parameters: &[Parameter::Text("TransitGatewayRouteTableId", "{1}")],
        each: Some(each(
            "describe-transit-gateway-route-tables",
            "TransitGatewayRouteTables[].[TransitGatewayRouteTableId]",
        )),
        permission: "ec2:GetTransitGatewayRouteTablePropagations",
        ..EC2
    },
    Call {
        id: "describe-vpc-block-public-access-options",
        part: Some(Part::VpcBlockPublicAccessOptions),
        operation: "DescribeVpcBlockPublicAccessOptions",
        result: "VpcBlockPublicAccessOptions",
        keep: Keep::Single,
        pages: None,
        permission: "ec2:DescribeVpcBlockPublicAccessOptions",
        ..EC2
    },
    Call {
        id: "describe-vpc-block-public-access-exclusions",
        part: Some(Part::VpcBlockPublicAccessExclusions),
        operation: "DescribeVpcBlockPublicAccessExclusions",
        result: "VpcBlockPublicAccessExclusions",
        permission: "ec2:DescribeVpcBlockPublicAccessExclusions",
        ..EC2
    },
    Call {
        id: "describe-instances",
        part: Some(Part::Reservations),
        operation: "DescribeInstances",
        result: "Reservations",
        parameters: &[Parameter::Filter("Filters", "vpc-id", &["{vpc}"]), Parameter::Newer("IncludeManagedResources")],
        permission: "ec2:DescribeInstances",
        ..EC2
    },
    // Only the versions that node groups and nodes use: a version may hold secrets.
    Call {
        id: "describe-launch-template-versions",
        part: Some(Part::LaunchTemplateVersions),
        operation: "DescribeLaunchTemplateVersions",
        result: "LaunchTemplateVersions",
        parameters: &[Parameter::Text("LaunchTemplateId", "{1}"), Parameter::List("Versions", "{2}")],
        each: Some(each("describe-nodegroup", "[nodegroup.launchTemplate] | [?id].[id, version]")),
        permission: "ec2:DescribeLaunchTemplateVersions",
        ..EC2
    },
    // Nodes that nobody manages tell by their tags where they came from; those of EKS and Karpenter are told by them.
    Call {
        id: "describe-launch-template-versions-of-instances",
        part: Some(Part::LaunchTemplateVersions),
        operation: "DescribeLaunchTemplateVersions",
        result: "LaunchTemplateVersions",
        parameters: &[Parameter::Text("LaunchTemplateId", "{1}"), Parameter::List("Versions", "{2}")],
        each: Some(each("describe-instances", TEMPLATES_OF_INSTANCES)),
        permission: "ec2:DescribeLaunchTemplateVersions",
        ..EC2
    },
    Call {
        id: "list-hosted-zones",
        part: Some(Part::HostedZones),
        service: "route53",
        operation: "ListHostedZones",
        result: "HostedZones",
        pages: Some(("Marker", "NextMarker")),
        truncated: "IsTruncated",
        permission: "route53:ListHostedZones",
        ..EC2
    },
    // A public zone has no VPCs.
    Call {
        id: "get-hosted-zone",
        part: Some(Part::HostedZoneVpcs),
        service: "route53",
        operation: "GetHostedZone",
        result: "VPCs",
        keep: Keep::Keyed,
        parameters: &[Parameter::Text("Id", "{1}")],
        pages: None,
        each: Some(each("list-hosted-zones", "HostedZones[?Config.PrivateZone].[Id]")),
        permission: "route53:GetHostedZone",
        resource: HOSTED_ZONE,
        ..EC2
    },
    // The VPC's zones include those of other accounts, and those that AWS services keep in accounts of their own and
    // nobody else can read.
    Call {
        id: "list-hosted-zones-by-vpc",
        part: Some(Part::ResourceRecordSets),
        service: "route53",
        operation: "ListHostedZonesByVPC",
        result: "HostedZoneSummaries",
        keep: Keep::Nothing,
        parameters: &[Parameter::Text("VPCId", "{vpc}"), Parameter::Text("VPCRegion", "{region}")],
        permission: "route53:ListHostedZonesByVPC",
        ..EC2
    },
    Call {
        id: "list-resource-record-sets",
        part: Some(Part::ResourceRecordSets),
        service: "route53",
        operation: "ListResourceRecordSets",
        result: "ResourceRecordSets",
        keep: Keep::Keyed,
        parameters: &[Parameter::Text("HostedZoneId", "{1}")],
        pages: Some(("", "")),
        truncated: "IsTruncated",
        each: Some(each(
            "list-hosted-zones-by-vpc",
            "HostedZoneSummaries[?Owner.OwningAccount].[join('', ['/hostedzone/', HostedZoneId])]",
        )),
        permission: "route53:ListResourceRecordSets",
        resource: HOSTED_ZONE,
    },
    Call {
        id: "list-resolver-rules",
        part: Some(Part::ResolverRules),
        service: "route53resolver",
        operation: "ListResolverRules",
        result: "ResolverRules",
        permission: "route53resolver:ListResolverRules",
        ..EC2
    },
    Call {
        id: "list-resolver-rule-associations",
        part: Some(Part::ResolverRuleAssociations),
        service: "route53resolver",
        operation: "ListResolverRuleAssociations",
        result: "ResolverRuleAssociations",
        parameters: of_vpc!("VPCId"),
        permission: "route53resolver:ListResolverRuleAssociations",
        ..EC2
    },
    Call {
        id: "list-profiles",
        part: Some(Part::ProfileSummaries),
        service: "route53profiles",
        operation: "ListProfiles",
        result: "ProfileSummaries",
        permission: "route53profiles:ListProfiles",
        ..EC2
    },
    Call {
        id: "list-profile-associations",
        part: Some(Part::ProfileAssociations),
        service: "route53profiles",
        operation: "ListProfileAssociations",
        result: "ProfileAssociations",
        parameters: &[Parameter::Text("ResourceId", "{vpc}")],
        permission: "route53profiles:ListProfileAssociations",
        ..EC2
    },
    Call {
        id: "list-profile-resource-associations",
        part: Some(Part::ProfileResourceAssociations),
        service: "route53profiles",
        operation: "ListProfileResourceAssociations",
        result: "ProfileResourceAssociations",
        parameters: &[Parameter::Text("ProfileId", "{1}")],
        each: Some(each("list-profile-associations", "ProfileAssociations[].[ProfileId]")),
        permission: "route53profiles:ListProfileResourceAssociations",
        ..EC2
    },
];
