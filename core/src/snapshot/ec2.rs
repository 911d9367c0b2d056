//! The objects of Amazon EC2's `describe-*` answers, field for field as AWS prints them, as far as anything here reads
//! them. Enum values stay text: AWS adds new ones, and real answers step outside its own model.

use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::shape::{Identified, ObjectOnly, Shape, shapes};

shapes! {
    /// A VPC of `describe-vpcs`.
    Vpc by vpc_id {
        vpc_id: String = "VpcId",
        owner_id: String = "OwnerId",
        /// The primary block only; `cidr_block_association_set` has them all.
        cidr_block: String = "CidrBlock",
        cidr_block_association_set: Vec<VpcCidrBlockAssociation> = "CidrBlockAssociationSet",
        ipv6_cidr_block_association_set: Vec<VpcIpv6CidrBlockAssociation> = "Ipv6CidrBlockAssociationSet",
        dhcp_options_id: String = "DhcpOptionsId",
        is_default: bool = "IsDefault",
        encryption_control: VpcEncryptionControl = "EncryptionControl",
        tags: Vec<Tag> = "Tags",
    }

    /// Whether a VPC asks for encryption of all that crosses it.
    VpcEncryptionControl {
        mode: String = "Mode",
        state: String = "State",
    }

    /// An IPv4 block of a VPC.
    VpcCidrBlockAssociation {
        cidr_block: String = "CidrBlock",
        cidr_block_state: State = "CidrBlockState",
    }

    /// An IPv6 block of a VPC.
    VpcIpv6CidrBlockAssociation {
        ipv6_cidr_block: String = "Ipv6CidrBlock",
        ipv6_cidr_block_state: State = "Ipv6CidrBlockState",
    }

    /// A state that AWS wraps into an object of its own.
    State {
        state: String = "State",
    }

    /// A status code that AWS wraps into an object of its own.
    StatusCode {
        code: String = "Code",
    }

    /// A tag.
    Tag {
        key: String = "Key",
        value: String = "Value",
    }

    /// One answer of `describe-vpc-attribute`, which answers for one attribute a call.
    VpcAttribute {
        vpc_id: String = "VpcId",
        enable_dns_support: AttributeValue = "EnableDnsSupport",
        enable_dns_hostnames: AttributeValue = "EnableDnsHostnames",
    }

    /// A truth value that AWS wraps into an object of its own.
    AttributeValue {
        value: bool = "Value",
    }

    /// A subnet of `describe-subnets`.
    Subnet by subnet_id {
        subnet_id: String = "SubnetId",
        vpc_id: String = "VpcId",
        owner_id: String = "OwnerId",
        availability_zone: String = "AvailabilityZone",
        /// Comparable across accounts, which the zone's name is not.
        availability_zone_id: String = "AvailabilityZoneId",
        cidr_block: String = "CidrBlock",
        ipv6_cidr_block_association_set: Vec<VpcIpv6CidrBlockAssociation> = "Ipv6CidrBlockAssociationSet",
        available_ip_address_count: i64 = "AvailableIpAddressCount",
        state: String = "State",
        tags: Vec<Tag> = "Tags",
    }

    /// A route table of `describe-route-tables`.
    RouteTable by route_table_id {
        route_table_id: String = "RouteTableId",
        vpc_id: String = "VpcId",
        associations: Vec<RouteTableAssociation> = "Associations",
        routes: Vec<Route> = "Routes",
        tags: Vec<Tag> = "Tags",
    }

    /// What a route table is associated with: a subnet, a gateway, or the VPC as its main table.
    RouteTableAssociation {
        main: bool = "Main",
        subnet_id: String = "SubnetId",
        gateway_id: String = "GatewayId",
        association_state: State = "AssociationState",
    }

    /// A route. One of the three destinations is present, and one or two of the targets.
    Route {
        destination_cidr_block: String = "DestinationCidrBlock",
        destination_ipv6_cidr_block: String = "DestinationIpv6CidrBlock",
        destination_prefix_list_id: String = "DestinationPrefixListId",
        gateway_id: String = "GatewayId",
        nat_gateway_id: String = "NatGatewayId",
        transit_gateway_id: String = "TransitGatewayId",
        vpc_peering_connection_id: String = "VpcPeeringConnectionId",
        network_interface_id: String = "NetworkInterfaceId",
        instance_id: String = "InstanceId",
        egress_only_internet_gateway_id: String = "EgressOnlyInternetGatewayId",
        carrier_gateway_id: String = "CarrierGatewayId",
        local_gateway_id: String = "LocalGatewayId",
        core_network_arn: String = "CoreNetworkArn",
        odb_network_arn: String = "OdbNetworkArn",
        origin: String = "Origin",
        state: String = "State",
    }

    /// A security group of `describe-security-groups`.
    SecurityGroup by group_id {
        group_id: String = "GroupId",
        group_name: String = "GroupName",
        vpc_id: String = "VpcId",
        owner_id: String = "OwnerId",
        ip_permissions: Vec<IpPermission> = "IpPermissions",
        ip_permissions_egress: Vec<IpPermission> = "IpPermissionsEgress",
        tags: Vec<Tag> = "Tags",
    }

    /// What a security group allows: a protocol, ports, and any number of peers.
    IpPermission {
        ip_protocol: String = "IpProtocol",
        from_port: i64 = "FromPort",
        to_port: i64 = "ToPort",
        ip_ranges: Vec<IpRange> = "IpRanges",
        ipv6_ranges: Vec<Ipv6Range> = "Ipv6Ranges",
        prefix_list_ids: Vec<PrefixListId> = "PrefixListIds",
        user_id_group_pairs: Vec<UserIdGroupPair> = "UserIdGroupPairs",
    }

    /// An IPv4 peer of a permission.
    IpRange {
        cidr_ip: String = "CidrIp",
    }

    /// An IPv6 peer of a permission.
    Ipv6Range {
        cidr_ipv6: String = "CidrIpv6",
    }

    /// A prefix list as the peer of a permission.
    PrefixListId {
        prefix_list_id: String = "PrefixListId",
    }

    /// A security group as the peer of a permission.
    UserIdGroupPair {
        group_id: String = "GroupId",
        user_id: String = "UserId",
        vpc_id: String = "VpcId",
        vpc_peering_connection_id: String = "VpcPeeringConnectionId",
        peering_status: String = "PeeringStatus",
    }

    /// A rule of `describe-security-group-rules`: one protocol, one range of ports, one peer.
    SecurityGroupRule by security_group_rule_id {
        security_group_rule_id: String = "SecurityGroupRuleId",
        group_id: String = "GroupId",
        is_egress: bool = "IsEgress",
        ip_protocol: String = "IpProtocol",
        from_port: i64 = "FromPort",
        to_port: i64 = "ToPort",
        cidr_ipv4: String = "CidrIpv4",
        cidr_ipv6: String = "CidrIpv6",
        prefix_list_id: String = "PrefixListId",
        referenced_group_info: ReferencedGroup = "ReferencedGroupInfo",
    }

    /// The group that a rule refers to.
    ReferencedGroup {
        group_id: String = "GroupId",
        user_id: String = "UserId",
        vpc_id: String = "VpcId",
        vpc_peering_connection_id: String = "VpcPeeringConnectionId",
        peering_status: String = "PeeringStatus",
    }

    /// A further VPC that a security group may be used in.
    SecurityGroupVpcAssociation {
        group_id: String = "GroupId",
        vpc_id: String = "VpcId",
        state: String = "State",
    }

    /// A network ACL of `describe-network-acls`.
    NetworkAcl by network_acl_id {
        network_acl_id: String = "NetworkAclId",
        vpc_id: String = "VpcId",
        is_default: bool = "IsDefault",
        associations: Vec<NetworkAclAssociation> = "Associations",
        entries: Vec<NetworkAclEntry> = "Entries",
    }

    /// A subnet that a network ACL applies to.
    NetworkAclAssociation {
        network_acl_association_id: String = "NetworkAclAssociationId",
        subnet_id: String = "SubnetId",
    }

    /// An entry of a network ACL. The order in the document has no meaning; `rule_number` has.
    NetworkAclEntry {
        rule_number: i64 = "RuleNumber",
        egress: bool = "Egress",
        protocol: String = "Protocol",
        rule_action: String = "RuleAction",
        cidr_block: String = "CidrBlock",
        ipv6_cidr_block: String = "Ipv6CidrBlock",
        port_range: PortRange = "PortRange",
        icmp_type_code: IcmpTypeCode = "IcmpTypeCode",
    }

    /// A range of destination ports.
    PortRange {
        from: i64 = "From",
        to: i64 = "To",
    }

    /// An ICMP type and code; -1 is any.
    IcmpTypeCode {
        icmp_type: i64 = "Type",
        code: i64 = "Code",
    }

    /// An endpoint of `describe-vpc-endpoints`.
    VpcEndpoint by vpc_endpoint_id {
        vpc_endpoint_id: String = "VpcEndpointId",
        vpc_endpoint_type: String = "VpcEndpointType",
        vpc_id: String = "VpcId",
        owner_id: String = "OwnerId",
        service_name: String = "ServiceName",
        service_region: String = "ServiceRegion",
        state: String = "State",
        policy_document: String = "PolicyDocument",
        route_table_ids: Vec<String> = "RouteTableIds",
        subnet_ids: Vec<String> = "SubnetIds",
        groups: Vec<GroupIdentifier> = "Groups",
        ip_address_type: String = "IpAddressType",
        dns_options: DnsOptions = "DnsOptions",
        private_dns_enabled: bool = "PrivateDnsEnabled",
        network_interface_ids: Vec<String> = "NetworkInterfaceIds",
        dns_entries: Vec<DnsEntry> = "DnsEntries",
        tags: Vec<Tag> = "Tags",
    }

    /// A name of an endpoint's own, which resolves to its private addresses everywhere.
    DnsEntry {
        dns_name: String = "DnsName",
    }

    /// How an endpoint answers names.
    DnsOptions {
        dns_record_ip_type: String = "DnsRecordIpType",
        private_dns_only_for_inbound_resolver_endpoint: bool = "PrivateDnsOnlyForInboundResolverEndpoint",
    }

    /// A security group that something carries.
    GroupIdentifier {
        group_id: String = "GroupId",
        group_name: String = "GroupName",
    }

    /// An endpoint service of `describe-vpc-endpoint-services`. Its name is no id: S3 has a gateway and an interface
    /// service of one name.
    ServiceDetail {
        service_name: String = "ServiceName",
        service_type: Vec<ServiceType> = "ServiceType",
        availability_zones: Vec<String> = "AvailabilityZones",
        private_dns_names: Vec<PrivateDnsName> = "PrivateDnsNames",
        vpc_endpoint_policy_supported: bool = "VpcEndpointPolicySupported",
        supported_ip_address_types: Vec<String> = "SupportedIpAddressTypes",
    }

    /// The type of an endpoint service.
    ServiceType {
        service_type: String = "ServiceType",
    }

    /// A name that private DNS makes resolve to an endpoint.
    PrivateDnsName {
        private_dns_name: String = "PrivateDnsName",
    }

    /// An interface of `describe-network-interfaces`.
    NetworkInterface by network_interface_id {
        network_interface_id: String = "NetworkInterfaceId",
        vpc_id: String = "VpcId",
        subnet_id: String = "SubnetId",
        owner_id: String = "OwnerId",
        interface_type: String = "InterfaceType",
        status: String = "Status",
        description: String = "Description",
        requester_id: String = "RequesterId",
        source_dest_check: bool = "SourceDestCheck",
        groups: Vec<GroupIdentifier> = "Groups",
        private_ip_address: String = "PrivateIpAddress",
        private_ip_addresses: Vec<PrivateIpAddress> = "PrivateIpAddresses",
        /// Delegated /28 blocks; with prefix delegation, pods live here.
        ipv4_prefixes: Vec<Ipv4Prefix> = "Ipv4Prefixes",
        ipv6_addresses: Vec<Ipv6Address> = "Ipv6Addresses",
        ipv6_prefixes: Vec<Ipv6Prefix> = "Ipv6Prefixes",
        association: NetworkInterfaceAssociation = "Association",
        attachment: NetworkInterfaceAttachment = "Attachment",
    }

    /// A private IPv4 address of an interface.
    PrivateIpAddress {
        private_ip_address: String = "PrivateIpAddress",
        primary: bool = "Primary",
        association: NetworkInterfaceAssociation = "Association",
    }

    /// The public address that stands for a private one.
    NetworkInterfaceAssociation {
        public_ip: String = "PublicIp",
    }

    /// An IPv4 block that is delegated to an interface.
    Ipv4Prefix {
        ipv4_prefix: String = "Ipv4Prefix",
    }

    /// An IPv6 address of an interface.
    Ipv6Address {
        ipv6_address: String = "Ipv6Address",
    }

    /// An IPv6 block that is delegated to an interface.
    Ipv6Prefix {
        ipv6_prefix: String = "Ipv6Prefix",
    }

    /// What an interface is attached to.
    NetworkInterfaceAttachment {
        instance_id: String = "InstanceId",
        instance_owner_id: String = "InstanceOwnerId",
        status: String = "Status",
    }

    /// A prefix list of `describe-prefix-lists`: AWS's own, with their blocks.
    PrefixList by prefix_list_id {
        prefix_list_id: String = "PrefixListId",
        prefix_list_name: String = "PrefixListName",
        cidrs: Vec<String> = "Cidrs",
        /// Only in the answer of `describe-managed-prefix-lists`, whose lists come under the same key.
        address_family: String = "AddressFamily",
        /// As `address_family`.
        state: String = "State",
        /// As `address_family`.
        owner_id: String = "OwnerId",
    }

    /// A prefix list of `describe-managed-prefix-lists`, which never prints the entries.
    ManagedPrefixList by prefix_list_id {
        prefix_list_id: String = "PrefixListId",
        prefix_list_name: String = "PrefixListName",
        address_family: String = "AddressFamily",
        state: String = "State",
        owner_id: String = "OwnerId",
    }

    /// The answer of `get-managed-prefix-list-entries`, which does not name its owner.
    PrefixListEntries {
        entries: Vec<PrefixListEntry> = "Entries",
        next_token: String = "NextToken",
    }

    /// A block of a prefix list.
    PrefixListEntry {
        cidr: String = "Cidr",
    }

    /// DHCP options of `describe-dhcp-options`.
    DhcpOptions by dhcp_options_id {
        dhcp_options_id: String = "DhcpOptionsId",
        dhcp_configurations: Vec<DhcpConfiguration> = "DhcpConfigurations",
    }

    /// One DHCP option.
    DhcpConfiguration {
        key: String = "Key",
        values: Vec<DhcpValue> = "Values",
    }

    /// One value of a DHCP option.
    DhcpValue {
        value: String = "Value",
    }

    /// An internet gateway.
    InternetGateway by internet_gateway_id {
        internet_gateway_id: String = "InternetGatewayId",
        attachments: Vec<GatewayAttachment> = "Attachments",
    }

    /// An egress-only internet gateway.
    EgressOnlyInternetGateway by egress_only_internet_gateway_id {
        egress_only_internet_gateway_id: String = "EgressOnlyInternetGatewayId",
        attachments: Vec<GatewayAttachment> = "Attachments",
    }

    /// The VPC that a gateway is attached to.
    GatewayAttachment {
        vpc_id: String = "VpcId",
        state: String = "State",
    }

    /// A NAT gateway.
    NatGateway by nat_gateway_id {
        nat_gateway_id: String = "NatGatewayId",
        vpc_id: String = "VpcId",
        subnet_id: String = "SubnetId",
        state: String = "State",
        connectivity_type: String = "ConnectivityType",
        availability_mode: String = "AvailabilityMode",
        /// Only of a regional gateway: whether it comes to zones that it is not in yet.
        auto_provision_zones: String = "AutoProvisionZones",
        /// Only of a regional gateway, which has a table of its own.
        route_table_id: String = "RouteTableId",
        nat_gateway_addresses: Vec<NatGatewayAddress> = "NatGatewayAddresses",
    }

    /// An address of a NAT gateway.
    NatGatewayAddress {
        private_ip: String = "PrivateIp",
        public_ip: String = "PublicIp",
        network_interface_id: String = "NetworkInterfaceId",
        availability_zone: String = "AvailabilityZone",
        availability_zone_id: String = "AvailabilityZoneId",
        status: String = "Status",
    }

    /// A virtual private gateway: the VPC's end of VPN connections and of Direct Connect.
    VpnGateway by vpn_gateway_id {
        vpn_gateway_id: String = "VpnGatewayId",
        state: String = "State",
        vpc_attachments: Vec<GatewayAttachment> = "VpcAttachments",
    }

    /// A peering connection.
    VpcPeeringConnection by vpc_peering_connection_id {
        vpc_peering_connection_id: String = "VpcPeeringConnectionId",
        status: StatusCode = "Status",
        requester_vpc_info: PeeringVpc = "RequesterVpcInfo",
        accepter_vpc_info: PeeringVpc = "AccepterVpcInfo",
    }

    /// One side of a peering connection.
    PeeringVpc {
        vpc_id: String = "VpcId",
        owner_id: String = "OwnerId",
        region: String = "Region",
        cidr_block: String = "CidrBlock",
        cidr_block_set: Vec<CidrBlock> = "CidrBlockSet",
        ipv6_cidr_block_set: Vec<Ipv6CidrBlock> = "Ipv6CidrBlockSet",
    }

    /// An IPv6 block that AWS wraps into an object of its own.
    Ipv6CidrBlock {
        ipv6_cidr_block: String = "Ipv6CidrBlock",
    }

    /// An IPv4 block that AWS wraps into an object of its own.
    CidrBlock {
        cidr_block: String = "CidrBlock",
    }

    /// A transit gateway.
    TransitGateway by transit_gateway_id {
        transit_gateway_id: String = "TransitGatewayId",
        state: String = "State",
        owner_id: String = "OwnerId",
        options: TransitGatewayOptions = "Options",
    }

    /// What a transit gateway is set to.
    TransitGatewayOptions {
        security_group_referencing_support: String = "SecurityGroupReferencingSupport",
    }

    /// An attachment of any kind to a transit gateway.
    TransitGatewayAttachment by transit_gateway_attachment_id {
        transit_gateway_attachment_id: String = "TransitGatewayAttachmentId",
        transit_gateway_id: String = "TransitGatewayId",
        resource_type: String = "ResourceType",
        resource_id: String = "ResourceId",
        state: String = "State",
    }

    /// An attachment of a VPC to a transit gateway.
    TransitGatewayVpcAttachment by transit_gateway_attachment_id {
        transit_gateway_attachment_id: String = "TransitGatewayAttachmentId",
        transit_gateway_id: String = "TransitGatewayId",
        vpc_id: String = "VpcId",
        subnet_ids: Vec<String> = "SubnetIds",
        state: String = "State",
        options: TransitGatewayVpcAttachmentOptions = "Options",
    }

    /// What an attachment of a VPC to a transit gateway is set to.
    TransitGatewayVpcAttachmentOptions {
        security_group_referencing_support: String = "SecurityGroupReferencingSupport",
        ipv6_support: String = "Ipv6Support",
        appliance_mode_support: String = "ApplianceModeSupport",
    }

    /// A route table of a transit gateway.
    TransitGatewayRouteTable by transit_gateway_route_table_id {
        transit_gateway_route_table_id: String = "TransitGatewayRouteTableId",
        transit_gateway_id: String = "TransitGatewayId",
        state: String = "State",
    }

    /// The answer of `search-transit-gateway-routes`, which does not name its owner.
    TransitGatewayRoutes {
        routes: Vec<TransitGatewayRoute> = "Routes",
        additional_routes_available: bool = "AdditionalRoutesAvailable",
        next_token: String = "NextToken",
    }

    /// A route of a transit gateway's table.
    TransitGatewayRoute {
        destination_cidr_block: String = "DestinationCidrBlock",
        prefix_list_id: String = "PrefixListId",
        route_type: String = "Type",
        state: String = "State",
        transit_gateway_attachments: Vec<TransitGatewayAttachment> = "TransitGatewayAttachments",
    }

    /// The answer of `get-transit-gateway-route-table-associations`, which does not name its owner.
    TransitGatewayAssociations {
        associations: Vec<TransitGatewayAttachment> = "Associations",
        next_token: String = "NextToken",
    }

    /// The answer of `get-transit-gateway-route-table-propagations`, which does not name its owner.
    TransitGatewayPropagations {
        propagations: Vec<TransitGatewayAttachment> = "TransitGatewayRouteTablePropagations",
        next_token: String = "NextToken",
    }

    /// The region's switch that shuts internet gateways.
    VpcBlockPublicAccessOptions {
        internet_gateway_block_mode: String = "InternetGatewayBlockMode",
        state: String = "State",
    }

    /// A VPC or subnet that the switch does not touch.
    VpcBlockPublicAccessExclusion by exclusion_id {
        exclusion_id: String = "ExclusionId",
        resource_arn: String = "ResourceArn",
        internet_gateway_exclusion_mode: String = "InternetGatewayExclusionMode",
        state: String = "State",
    }

    /// A reservation of `describe-instances`, which holds the instances. It has no id here: pages and filters show now
    /// these and now those of its instances.
    Reservation {
        reservation_id: String = "ReservationId",
        instances: Vec<Instance> = "Instances",
    }

    /// An instance.
    Instance by instance_id {
        instance_id: String = "InstanceId",
        image_id: String = "ImageId",
        instance_type: String = "InstanceType",
        platform: String = "Platform",
        vpc_id: String = "VpcId",
        subnet_id: String = "SubnetId",
        state: InstanceState = "State",
        security_groups: Vec<GroupIdentifier> = "SecurityGroups",
        network_interfaces: Vec<NetworkInterface> = "NetworkInterfaces",
        tags: Vec<Tag> = "Tags",
    }

    /// The state of an instance.
    InstanceState {
        name: String = "Name",
    }

    /// A version of a launch template.
    LaunchTemplateVersion {
        launch_template_id: String = "LaunchTemplateId",
        launch_template_name: String = "LaunchTemplateName",
        version_number: i64 = "VersionNumber",
        default_version: bool = "DefaultVersion",
        launch_template_data: LaunchTemplateData = "LaunchTemplateData",
    }

    /// What a launch template gives to an instance. It may hold secrets: the user data.
    LaunchTemplateData {
        image_id: String = "ImageId",
        user_data: String = "UserData",
        security_group_ids: Vec<String> = "SecurityGroupIds",
        network_interfaces: Vec<LaunchTemplateInterface> = "NetworkInterfaces",
    }

    /// An interface that a launch template asks for.
    LaunchTemplateInterface {
        device_index: i64 = "DeviceIndex",
        groups: Vec<String> = "Groups",
        subnet_id: String = "SubnetId",
    }
}
