//! Claims about endpoints that reach a service of another region.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::AcrossRegions;
use crate::knowledge::setting;
use crate::knowledge::source::PRIVATELINK;

claims! {
    BASE_CROSS_REGION_CONDITIONS = Claim {
        id: "base-cross-region-conditions",
        about: Subject::Base,
        statement: "a region that must be opted into has to be enabled before an endpoint can reach it, and service control policies or the condition key `ec2:VpceServiceRegion` may refuse the endpoint",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "cross-region endpoints")],
        says: Says::Minds { when: AcrossRegions },
    };

    BASE_CROSS_REGION_PERMISSION = Claim {
        id: "base-cross-region-permission",
        about: Subject::Base,
        statement: "an endpoint to a service of another region is made only by who may",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "cross-region endpoints")],
        says: Says::Sets { setting: &setting::CROSS_REGION_PERMISSION, level: Level::Required, when: AcrossRegions },
    };

    BASE_CROSS_REGION_ZONES = Claim {
        id: "base-cross-region-zones",
        about: Subject::Base,
        statement: "some zones take no endpoint to a service of another region; nodes there use the one in another zone",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATELINK, "cross-region endpoints")],
        says: Says::Sets { setting: &setting::CROSS_REGION_ZONES, level: Level::Required, when: AcrossRegions },
    };
}
