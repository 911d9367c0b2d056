//! Claims about endpoints with IPv4 and IPv6.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::Family;
use crate::knowledge::node::IpFamily;
use crate::knowledge::setting;
use crate::knowledge::source::{AWS_CDK, PRIVATELINK, VPC_INTERFACE_ENDPOINTS};

claims! {
    BASE_DUALSTACK_SUBNETS = Claim {
        id: "base-dualstack-subnets",
        about: Subject::Base,
        statement: "an interface endpoint takes dual stack only where each of its subnets has an IPv4 and an IPv6 CIDR block",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&AWS_CDK, "VpcEndpointIpAddressType"), (&PRIVATELINK, "IP address type")],
        says: Says::Sets { setting: &setting::DUALSTACK_SUBNETS, level: Level::Conditional, when: Family(IpFamily::Ipv6) },
    };

    BASE_EKS_CHANGED_TO_DUALSTACK = Claim {
        id: "base-eks-changed-to-dualstack",
        about: Subject::Base,
        statement: "an existing `eks` endpoint that is changed to dual stack still serves the one name under the ordinary DNS suffix, and none under that for dual stack",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&VPC_INTERFACE_ENDPOINTS, "considerations")],
        says: Says::Minds { when: Family(IpFamily::Ipv6) },
    };

    BASE_IPV6_S3_GATEWAY = Claim {
        id: "base-ipv6-s3-gateway",
        about: Subject::Base,
        statement: "a client that chooses an IPv6 address of S3 passes by a gateway endpoint that has IPv4 alone",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATELINK, "gateway endpoints")],
        says: Says::Sets { setting: &setting::S3_GATEWAY_ADDRESS_TYPE, level: Level::Recommended, when: Family(IpFamily::Ipv6) },
    };
}
