//! Claims about whoever calls the endpoints from outside the VPC: how they find them, and what serves them S3.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::{All, Not, States};
use crate::knowledge::condition::{Condition, Statement};
use crate::knowledge::feature::HYBRID_NODES;
use crate::knowledge::setting;
use crate::knowledge::source::{EC2_API, PRIVATELINK};

/// Private DNS serves endpoints in the VPC of the cluster; central ones are found by zones of one's own.
const LOCAL: Condition = Not(&States(Statement::CentralEndpoints));

/// Callers use endpoints in the VPC of the cluster.
const LOCAL_CALLERS: Condition = All(&[States(Statement::CallersOfEndpoints), LOCAL]);

claims! {
    BASE_CALLERS_RESOLVER = Claim {
        id: "base-callers-resolver",
        about: Subject::Base,
        statement: "callers outside the VPC resolve names of endpoints by the resolver of the VPC only",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "private DNS")],
        says: Says::Sets { setting: &setting::HYBRID_RESOLVER, level: Level::Conditional, when: States(Statement::CallersOfEndpoints) },
    };

    BASE_CALLERS_S3 = Claim {
        id: "base-callers-s3",
        about: Subject::Base,
        statement: "a gateway endpoint does not serve callers outside its VPC: those that call S3 need an interface endpoint for it",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "gateway endpoints")],
        says: Says::Minds { when: States(Statement::CallersOfEndpoints) },
    };

    BASE_CALLERS_S3_PRIVATE_DNS = Claim {
        id: "base-callers-s3-private-dns",
        about: Subject::Base,
        statement: "with private DNS for inbound resolver endpoints only, callers outside the VPC use the interface endpoint of S3 and nodes the gateway, which must exist",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "private DNS"), (&EC2_API, "DnsOptionsSpecification")],
        says: Says::Sets { setting: &setting::S3_INBOUND_ONLY, level: Level::Recommended, when: LOCAL_CALLERS },
    };

    BASE_CALLERS_S3_RECORD_TYPE = Claim {
        id: "base-callers-s3-record-type",
        about: Subject::Base,
        statement: "private DNS for inbound resolver endpoints only wants both endpoints of S3 to have the same type of DNS record",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&EC2_API, "DnsOptionsSpecification")],
        says: Says::Sets { setting: &setting::S3_RECORD_TYPE, level: Level::Recommended, when: LOCAL_CALLERS },
    };

    HYBRID_NODES_S3_PRIVATE_DNS = Claim {
        id: "hybrid-nodes-s3-private-dns",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "with private DNS for inbound resolver endpoints only, hybrid nodes use the interface endpoint of S3 and nodes in the VPC the gateway, which must exist",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "private DNS"), (&EC2_API, "DnsOptionsSpecification")],
        says: Says::Sets { setting: &setting::S3_INBOUND_ONLY, level: Level::Recommended, when: LOCAL },
    };

    HYBRID_NODES_S3_RECORD_TYPE = Claim {
        id: "hybrid-nodes-s3-record-type",
        about: Subject::Feature(&HYBRID_NODES),
        statement: "private DNS for inbound resolver endpoints only wants both endpoints of S3 to have the same type of DNS record",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&EC2_API, "DnsOptionsSpecification")],
        says: Says::Sets { setting: &setting::S3_RECORD_TYPE, level: Level::Recommended, when: LOCAL },
    };
}
