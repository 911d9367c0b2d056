//! Claims about the VPC, its DNS, its endpoints and their security groups.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::{Always, Family, Not, States};
use crate::knowledge::condition::{Condition, Statement};
use crate::knowledge::node::IpFamily;
use crate::knowledge::setting;
use crate::knowledge::source::{
    CLUSTER_ENDPOINT, ECR_GUIDE_2022, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, PRIVATELINK, USER_GUIDE_2025,
    USER_GUIDE_HISTORY,
};

/// The endpoints lie in the VPC of the cluster.
const LOCAL_ENDPOINTS: Condition = Not(&States(Statement::CentralEndpoints));

claims! {
    BASE_API_SERVER_CALLERS = Claim {
        id: "base-api-server-callers",
        about: Subject::Base,
        statement: "a caller outside the cluster reaches the API server only if the cluster security group admits it",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CLUSTER_ENDPOINT, "private access")],
        says: Says::Sets { setting: &setting::CALLERS_443, level: Level::Conditional, when: Always },
    };

    BASE_DHCP_AMAZON_DNS = Claim {
        id: "base-dhcp-amazon-dns",
        about: Subject::Base,
        statement: "the private endpoint of the API server resolves only where the DHCP options list the DNS of Amazon",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CLUSTER_ENDPOINT, "private access")],
        says: Says::Sets { setting: &setting::DHCP_DNS, level: Level::Required, when: Always },
    };

    BASE_DNS_HOSTNAMES = Claim {
        id: "base-dns-hostnames",
        about: Subject::Base,
        statement: "nodes register, and private DNS names of endpoints resolve, only in a VPC with DNS host names",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_2025, "network-reqs"),
            (&CLUSTER_ENDPOINT, "private access"),
            (&PRIVATELINK, "private DNS"),
        ],
        says: Says::Sets { setting: &setting::DNS_HOSTNAMES, level: Level::Required, when: Always },
    };

    BASE_DNS_SUPPORT = Claim {
        id: "base-dns-support",
        about: Subject::Base,
        statement: "the private endpoint of the API server and the private DNS names of endpoints resolve only in a VPC with \
            DNS support",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[
            (&USER_GUIDE_2025, "network-reqs"),
            (&CLUSTER_ENDPOINT, "private access"),
            (&PRIVATELINK, "private DNS"),
        ],
        says: Says::Sets { setting: &setting::DNS_SUPPORT, level: Level::Required, when: Always },
    };

    BASE_ECR_DKR_PRIVATE_DNS = Claim {
        id: "base-ecr-dkr-private-dns",
        about: Subject::Base,
        statement: "container runtimes cannot be pointed at another registry name, so `ecr.dkr` must have private DNS",
        since: Since::FirstKnown(Day::new(2022, 9, 1)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&ECR_GUIDE_2022, "considerations")],
        says: Says::Sets { setting: &setting::ENDPOINT_PRIVATE_DNS, level: Level::Required, when: LOCAL_ENDPOINTS },
    };

    BASE_ENDPOINT_NETWORK_ACLS = Claim {
        id: "base-endpoint-network-acls",
        about: Subject::Base,
        statement: "a network ACL keeps no state, so it must let through what is sent to an interface endpoint and what \
            comes back",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "interface endpoints")],
        says: Says::Sets { setting: &setting::ENDPOINT_NETWORK_ACL, level: Level::Required, when: Always },
    };

    BASE_ENDPOINT_PRIVATE_DNS = Claim {
        id: "base-endpoint-private-dns",
        about: Subject::Base,
        statement: "with private DNS, clients find an endpoint under the ordinary name of the service",
        since: Since::FirstKnown(Day::new(2024, 11, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_HISTORY, "2024-11-18, 9e561268")],
        says: Says::Sets { setting: &setting::ENDPOINT_PRIVATE_DNS, level: Level::Recommended, when: LOCAL_ENDPOINTS },
    };

    BASE_ENDPOINT_SECURITY_GROUP = Claim {
        id: "base-endpoint-security-group",
        about: Subject::Base,
        statement: "nodes reach an interface endpoint only if its security groups admit them on TCP 443",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&PRIVATE_CLUSTERS, "node requirements")],
        says: Says::Sets { setting: &setting::ENDPOINT_SECURITY_GROUP, level: Level::Required, when: Always },
    };

    BASE_ENDPOINT_SUBNETS = Claim {
        id: "base-endpoint-subnets",
        about: Subject::Base,
        statement: "an endpoint has at most one subnet in a zone, and survives the loss of a zone only with two",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "interface endpoints")],
        says: Says::Sets { setting: &setting::ENDPOINT_SUBNETS, level: Level::Recommended, when: Always },
    };

    BASE_IPV6_DUALSTACK_ENDPOINTS = Claim {
        id: "base-ipv6-dualstack-endpoints",
        about: Subject::Base,
        statement: "pods with IPv6 addresses only reach an IPv4 endpoint by the translation on their node; a dual-stack \
            endpoint needs none",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "network-reqs"), (&PRIVATELINK, "IP address type")],
        says: Says::Sets {
            setting: &setting::ENDPOINT_ADDRESS_TYPE,
            level: Level::Recommended,
            when: Family(IpFamily::Ipv6),
        },
    };

    BASE_IPV6_NODE_SUBNETS = Claim {
        id: "base-ipv6-node-subnets",
        about: Subject::Base,
        statement: "a cluster of the IPv6 family needs both kinds of CIDR block, and private node subnets that assign IPv6 \
            addresses",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs")],
        says: Says::Sets {
            setting: &setting::IPV6_SUBNETS,
            level: Level::Conditional,
            when: Family(IpFamily::Ipv6),
        },
    };

    BASE_NODE_EGRESS = Claim {
        id: "base-node-egress",
        about: Subject::Base,
        statement: "a gateway endpoint keeps the public addresses of S3, so a security group that opens only the VPC blocks \
            image layers",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&USER_GUIDE_2025, "sec-group-reqs"), (&ECR_GUIDE_2022, "gateway endpoint")],
        says: Says::Sets { setting: &setting::NODE_EGRESS, level: Level::Required, when: Always },
    };

    BASE_S3_ROUTE_TABLES = Claim {
        id: "base-s3-route-tables",
        about: Subject::Base,
        statement: "a gateway endpoint serves the subnets whose route tables it is associated with, and no others",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "gateway endpoints")],
        says: Says::Sets { setting: &setting::S3_ROUTE_TABLES, level: Level::Required, when: Always },
    };
}
