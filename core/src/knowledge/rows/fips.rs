//! Claims about host names for FIPS in partitions where they differ from elsewhere.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{All, Partition, States};
use crate::knowledge::condition::Statement;
use crate::knowledge::partition::{AWS_CN, AWS_US_GOV};
use crate::knowledge::source::BOTOCORE;

claims! {
    BASE_FIPS_ORDINARY_NAMES = Claim {
        id: "base-fips-ordinary-names",
        about: Subject::Base,
        statement: "in AWS GovCloud (US) the host names for FIPS of some services, `ec2`, `sts` and `eks` among them, are the ordinary ones, which the ordinary endpoint answers: those get no endpoint of their own for FIPS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&BOTOCORE, "endpoint rule sets of ec2, sts and eks")],
        says: Says::Minds { when: All(&[States(Statement::Fips), Partition(&[&AWS_US_GOV])]) },
    };

    BASE_FIPS_S3_IN_CHINA = Claim {
        id: "base-fips-s3-in-china",
        about: Subject::Base,
        statement: "Amazon S3 has no host name for FIPS in China, and an SDK that is told to use one fails",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&BOTOCORE, "endpoint rule set of s3")],
        says: Says::Supports { support: Support::Limited, when: All(&[States(Statement::Fips), Partition(&[&AWS_CN])]) },
    };
}
