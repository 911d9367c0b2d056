//! Claims about Amazon S3 Files and about further file systems of Amazon FSx.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Is};
use crate::knowledge::feature::{FSX_OPENZFS_ONTAP, S3_FILES};
use crate::knowledge::option::API_CALLS;
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{EFS_DRIVER, PRIVATELINK};

claims! {
    FSX_OPENZFS_ONTAP_NEEDS_FSX = Claim {
        id: "fsx-openzfs-ontap-needs-fsx",
        about: Subject::Feature(&FSX_OPENZFS_ONTAP),
        statement: "file systems are managed through the FSx API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::FSX,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&FSX_OPENZFS_ONTAP, &API_CALLS, "true"),
        },
    };

    FSX_OPENZFS_ONTAP_SUPPORTED = Claim {
        id: "fsx-openzfs-ontap-supported",
        about: Subject::Feature(&FSX_OPENZFS_ONTAP),
        statement: "the drivers for OpenZFS and ONTAP should work with an FSx endpoint",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATELINK, "services")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    S3_FILES_LIMITED = Claim {
        id: "s3-files-limited",
        about: Subject::Feature(&S3_FILES),
        statement: "the Amazon EFS CSI driver 3.4.1 mounts Amazon S3 Files; no endpoint service of its API is known",
        since: Since::FirstKnown(Day::new(2026, 7, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EFS_DRIVER, "docs")],
        says: Says::Supports { support: Support::Limited, when: Always },
    };

    S3_FILES_NEEDS_S3 = Claim {
        id: "s3-files-needs-s3",
        about: Subject::Feature(&S3_FILES),
        statement: "data are read and written through S3",
        since: Since::FirstKnown(Day::new(2026, 7, 24)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&EFS_DRIVER, "docs")],
        says: Says::Needs {
            service: &service::S3,
            endpoint: EndpointType::Gateway,
            level: Level::Conditional,
            when: Always,
        },
    };

    S3_FILES_NFS = Claim {
        id: "s3-files-nfs",
        about: Subject::Feature(&S3_FILES),
        statement: "nodes mount file systems over NFS at the mount targets in the VPC",
        since: Since::FirstKnown(Day::new(2026, 7, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EFS_DRIVER, "docs/s3files-create-filesystem.md")],
        says: Says::Sets { setting: &setting::S3_FILES_SECURITY_GROUP, level: Level::Required, when: Always },
    };
}
