//! Claims about what a wish may state of the network around a cluster, and about what it must not.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Fault, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{
    All, Authentication, Ec2Nodes, Family, Not, Partition, States, Uses, VersionBelow,
};
use crate::knowledge::condition::Statement;
use crate::knowledge::feature::{AUTO_MODE, FSX_LUSTRE_CSI, HYBRID_NODES, MANAGED_NODE_GROUPS, OUTPOSTS_LOCAL_CLUSTER};
use crate::knowledge::node::{AuthenticationMode, IpFamily, NodeKind};
use crate::knowledge::partition::AWS_CN;
use crate::knowledge::setting;
use crate::knowledge::source::{
    AWS_CDK, BOTOCORE, CLUSTER_ENDPOINT, CNI_IPV6, ECR_GUIDE_2022, KUBERNETES_VERSIONS, MULTI_VPC_PAPER, PRIVATELINK,
    PROXY_ARTICLE, ROUTE53_PROFILES, USER_GUIDE_2025, USER_GUIDE_HISTORY,
};

claims! {
    AUTO_MODE_NOT_WITH_CONFIG_MAP = Claim {
        id: "auto-mode-not-with-config-map",
        about: Subject::Feature(&AUTO_MODE),
        statement: "EKS Auto Mode needs access entries, which the mode `CONFIG_MAP` does not have",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "grant-k8s-access")],
        says: Says::Supports { support: Support::Unsupported, when: Authentication(AuthenticationMode::ConfigMap) },
    };

    BASE_CENTRAL_ENDPOINT_NAMES = Claim {
        id: "base-central-endpoint-names",
        about: Subject::Base,
        statement: "the hosted zone that private DNS makes serves the VPC of the endpoint only; other VPCs need hosted zones of your own or a Route 53 Profile",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&MULTI_VPC_PAPER, "interface VPC endpoints"), (&ROUTE53_PROFILES, "VPC endpoints")],
        says: Says::Sets { setting: &setting::CENTRAL_NAMES, level: Level::Conditional, when: States(Statement::CentralEndpoints) },
    };

    BASE_CENTRAL_ENDPOINT_PRIVATE_DNS = Claim {
        id: "base-central-endpoint-private-dns",
        about: Subject::Base,
        statement: "private DNS of an endpoint and a hosted zone of your own answer for the same name, so one of them must go",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&MULTI_VPC_PAPER, "interface VPC endpoints")],
        says: Says::Sets { setting: &setting::CENTRAL_PRIVATE_DNS, level: Level::Conditional, when: States(Statement::CentralEndpoints) },
    };

    BASE_CENTRAL_ENDPOINT_ROUTES = Claim {
        id: "base-central-endpoint-routes",
        about: Subject::Base,
        statement: "the VPC of the cluster reaches endpoints in another one only by routes both ways",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&MULTI_VPC_PAPER, "interface VPC endpoints")],
        says: Says::Sets { setting: &setting::CENTRAL_ROUTES, level: Level::Conditional, when: States(Statement::CentralEndpoints) },
    };

    BASE_CENTRAL_GATEWAY_STAYS = Claim {
        id: "base-central-gateway-stays",
        about: Subject::Base,
        statement: "a gateway endpoint serves its own VPC only: the one for S3 stays in the VPC of the cluster",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "gateway endpoints")],
        says: Says::Minds { when: States(Statement::CentralEndpoints) },
    };

    BASE_CENTRAL_VPC_APART = Claim {
        id: "base-central-vpc-apart",
        about: Subject::Base,
        statement: "endpoints that serve several VPCs lie in one of their own, whose addresses no other one has",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&MULTI_VPC_PAPER, "interface VPC endpoints")],
        says: Says::Forbids { fault: Fault::CentralVpcAstray },
    };

    BASE_CHINA_WITHOUT_IPV6 = Claim {
        id: "base-china-without-ipv6",
        about: Subject::Base,
        statement: "clusters in China take no IPv6 family",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTOCORE, "eks service-2: KubernetesNetworkConfigRequest")],
        says: Says::Supports { support: Support::Unsupported, when: All(&[Family(IpFamily::Ipv6), Partition(&[&AWS_CN])]) },
    };

    BASE_DHCP_WITHOUT_AMAZON_DNS = Claim {
        id: "base-dhcp-without-amazon-dns",
        about: Subject::Base,
        statement: "name servers of your own alone leave the private endpoint of the API server without an address; list AmazonProvidedDNS too",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CLUSTER_ENDPOINT, "private access")],
        says: Says::Forbids { fault: Fault::WithoutAmazonDns },
    };

    BASE_ENDPOINT_ZONES = Claim {
        id: "base-endpoint-zones",
        about: Subject::Base,
        statement: "an endpoint is placed in a zone that is known; state the zone of each subnet that nodes and pods run in",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "interface endpoints")],
        says: Says::Forbids { fault: Fault::ZoneUnstated },
    };

    BASE_ENDPOINTS_THROUGH_AMAZON_DNS = Claim {
        id: "base-endpoints-through-amazon-dns",
        about: Subject::Base,
        statement: "the private names of endpoints are answered by the DNS of Amazon only; other name servers must forward them there",
        since: Since::FirstKnown(Day::new(2022, 9, 1)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ECR_GUIDE_2022, "considerations"), (&PRIVATELINK, "private DNS")],
        says: Says::Sets { setting: &setting::DNS_FORWARDERS, level: Level::Conditional, when: States(Statement::DnsServers) },
    };

    BASE_FIPS_ENDPOINTS = Claim {
        id: "base-fips-endpoints",
        about: Subject::Base,
        statement: "host names for FIPS of some services belong to an endpoint service of their own; the ordinary one may not answer them",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&AWS_CDK, "InterfaceVpcEndpointAwsService"), (&PRIVATELINK, "services")],
        says: Says::NeedsFips { level: Level::Conditional, when: States(Statement::Fips) },
    };

    BASE_FIPS_NAMES = Claim {
        id: "base-fips-names",
        about: Subject::Base,
        statement: "clients call the host names for FIPS only when they are told to",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&AWS_CDK, "InterfaceVpcEndpointAwsService")],
        says: Says::Sets { setting: &setting::FIPS_NAMES, level: Level::Conditional, when: States(Statement::Fips) },
    };

    BASE_FIPS_OTHER_SERVICES = Claim {
        id: "base-fips-other-services",
        about: Subject::Base,
        statement: "for a service without an endpoint service for FIPS, whether private DNS covers its host name for FIPS is not verified: look at PrivateDnsNames of DescribeVpcEndpointServices",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Minds { when: States(Statement::Fips) },
    };

    BASE_FREE_ADDRESSES = Claim {
        id: "base-free-addresses",
        about: Subject::Base,
        statement: "each subnet of the cluster needs six free addresses for EKS; sixteen are advised",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs")],
        says: Says::Forbids { fault: Fault::FewerAddressesThan(6) },
    };

    BASE_NO_ACCESS_ENTRIES_BEFORE = Claim {
        id: "base-no-access-entries-before",
        about: Subject::Base,
        statement: "access entries did not exist yet: the mode is `CONFIG_MAP`",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2023, 12, 18)),
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2023-12-18, 17bd22fd")],
        says: Says::Supports { support: Support::Unsupported, when: Not(&Authentication(AuthenticationMode::ConfigMap)) },
    };

    BASE_OLD_DEFAULT_IMAGE = Claim {
        id: "base-old-default-image",
        about: Subject::Base,
        statement: "before Kubernetes 1.30 a managed node group without an amiType gets Amazon Linux 2",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&KUBERNETES_VERSIONS, "Kubernetes 1.30")],
        says: Says::Sets { setting: &setting::MANAGED_IMAGE_TYPE, level: Level::Conditional, when: All(&[VersionBelow(30), Uses(&MANAGED_NODE_GROUPS)]) },
    };

    BASE_PROXY_BYPASS = Claim {
        id: "base-proxy-bypass",
        about: Subject::Base,
        statement: "what lies behind endpoints and inside the VPC must not be sent to the proxy",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PROXY_ARTICLE, "proxy settings")],
        says: Says::Sets { setting: &setting::PROXY_BYPASS, level: Level::Conditional, when: States(Statement::Proxy) },
    };

    BASE_SERVICE_CIDR_APART = Claim {
        id: "base-service-cidr-apart",
        about: Subject::Base,
        statement: "the service CIDR overlaps no CIDR block of the VPC",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTOCORE, "eks service-2: KubernetesNetworkConfigRequest")],
        says: Says::Forbids { fault: Fault::ServicesInVpc },
    };

    BASE_SERVICE_CIDR_AROUND = Claim {
        id: "base-service-cidr-around",
        about: Subject::Base,
        statement: "what lies in the service CIDR is answered on the node itself, so nothing that nodes or pods call may lie there",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&BOTOCORE, "eks service-2: KubernetesNetworkConfigRequest")],
        says: Says::Forbids { fault: Fault::ServicesAround },
    };

    BASE_SERVICE_CIDR_SHAPE = Claim {
        id: "base-service-cidr-shape",
        about: Subject::Base,
        statement: "the service CIDR lies within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 and is between /24 and /12",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTOCORE, "eks service-2: KubernetesNetworkConfigRequest")],
        says: Says::Forbids { fault: Fault::ServicesAstray },
    };

    BASE_SERVICES_OFFERED = Claim {
        id: "base-services-offered",
        about: Subject::Base,
        statement: "whether the service has an endpoint there, DescribeVpcEndpointServices in the region tells; without one it is not reached privately",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&AWS_CDK, "interface endpoint services"), (&PRIVATELINK, "services")],
        says: Says::Forbids { fault: Fault::NotOffered },
    };

    BASE_SUBNETS_IN_VPC = Claim {
        id: "base-subnets-in-vpc",
        about: Subject::Base,
        statement: "subnets lie within the CIDR blocks of their VPC, are between /28 and /16, and do not overlap",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&BOTOCORE, "ec2 service-2: CreateSubnet")],
        says: Says::Forbids { fault: Fault::SubnetsAstray },
    };

    BASE_TWO_ZONES = Claim {
        id: "base-two-zones",
        about: Subject::Base,
        statement: "a cluster takes at least two subnets, in at least two Availability Zones",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs")],
        says: Says::Forbids { fault: Fault::OneZone },
    };

    BASE_VPC_BLOCKS = Claim {
        id: "base-vpc-blocks",
        about: Subject::Base,
        statement: "an IPv4 block of a VPC is between /28 and /16, and an IPv6 block between /60 and /44",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&BOTOCORE, "ec2 service-2: CreateVpc")],
        says: Says::Forbids { fault: Fault::VpcAstray },
    };

    BASE_VPC_IPV6_BLOCK = Claim {
        id: "base-vpc-ipv6-block",
        about: Subject::Base,
        statement: "a cluster of the IPv6 family takes a VPC and subnets with blocks of both families",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs")],
        says: Says::Forbids { fault: Fault::WithoutIpv6 },
    };

    BASE_ZONES_REFUSED = Claim {
        id: "base-zones-refused",
        about: Subject::Base,
        statement: "EKS refuses cluster subnets in the zones with the ids use1-az3, usw1-az2 and cac1-az3",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs")],
        says: Says::Forbids { fault: Fault::ZoneOf(&["cac1-az3", "use1-az3", "usw1-az2"]) },
    };

    FSX_LUSTRE_CSI_NOT_WITH_IPV6 = Claim {
        id: "fsx-lustre-csi-not-with-ipv6",
        about: Subject::Feature(&FSX_LUSTRE_CSI),
        statement: "the driver for FSx for Lustre does not serve clusters of the IPv6 family",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CNI_IPV6, "feature support")],
        says: Says::Supports { support: Support::Unsupported, when: Family(IpFamily::Ipv6) },
    };

    HYBRID_NODES_CIDR_BLOCKS = Claim {
        id: "hybrid-nodes-cidr-blocks",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "CIDR blocks of remote nodes and pods are private and overlap neither the VPC nor the service CIDR",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "hybrid-nodes-networking")],
        says: Says::Forbids { fault: Fault::RemoteAstray },
    };

    HYBRID_NODES_NOT_WITH_CONFIG_MAP = Claim {
        id: "hybrid-nodes-not-with-config-map",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "hybrid nodes need access entries, which the mode `CONFIG_MAP` does not have",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "grant-k8s-access")],
        says: Says::Supports { support: Support::Unsupported, when: Authentication(AuthenticationMode::ConfigMap) },
    };

    MANAGED_NODE_GROUPS_WITHOUT_INSTANCES = Claim {
        id: "managed-node-groups-without-instances",
        about: Subject::Feature(&MANAGED_NODE_GROUPS),
        statement: "a managed node group holds EC2 instances, and `nodes` lists no kind that is one",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "managed-node-groups")],
        says: Says::Supports { support: Support::Unsupported, when: Not(&Ec2Nodes) },
    };

    OUTPOSTS_NOT_WITH_IPV6 = Claim {
        id: "outposts-local-cluster-not-with-ipv6",
        about: Subject::Feature(&OUTPOSTS_LOCAL_CLUSTER),
        statement: "clusters on Outposts take no IPv6 family",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CNI_IPV6, "feature support")],
        says: Says::Supports { support: Support::Unsupported, when: Family(IpFamily::Ipv6) },
    };

    WINDOWS_NOT_WITH_IPV6 = Claim {
        id: "windows-not-with-ipv6",
        about: Subject::Node(NodeKind::Windows),
        statement: "Windows nodes join clusters of the IPv4 family only",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CNI_IPV6, "feature support")],
        says: Says::Supports { support: Support::Unsupported, when: Family(IpFamily::Ipv6) },
    };
}
