//! Claims about what changes after a cluster was made, and about what others own.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Fault, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::{Always, Any, Authentication, Is, Not, Uses};
use crate::knowledge::feature::{EKS_API_FROM_VPC, MANAGED_NODE_GROUPS, SELF_MANAGED_NODES};
use crate::knowledge::node::AuthenticationMode;
use crate::knowledge::option::CUSTOM_AMI;
use crate::knowledge::source::{BOTOCORE, CLUSTER_ENDPOINT, EKS_API, PRIVATELINK, USER_GUIDE_2025};

claims! {
    BASE_AUTHENTICATION_MODE_ONE_WAY = Claim {
        id: "base-authentication-mode-one-way",
        about: Subject::Base,
        statement: "access entries cannot be turned off again, and a cluster with the mode `API` cannot take up the aws-auth ConfigMap",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "grant-k8s-access")],
        says: Says::Minds { when: Not(&Authentication(AuthenticationMode::ConfigMap)) },
    };

    BASE_CERTIFICATE_AUTHORITY_ROTATION = Claim {
        id: "base-certificate-authority-rotation",
        about: Subject::Base,
        statement: "nodes that are handed the certificate authority must trust the next one before it is activated, which waits until its `distributionStatus` is `COMPLETE`; for a time afterwards it can be rolled back, and `rollbackAvailable` says whether",
        since: Since::FirstKnown(Day::new(2026, 11, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_API, "ActivateCertificateAuthority"), (&BOTOCORE, "eks service-2: ActivateCertificateAuthorityRequest")],
        says: Says::Minds { when: Any(&[Uses(&SELF_MANAGED_NODES), Is(&MANAGED_NODE_GROUPS, &CUSTOM_AMI, "true")]) },
    };

    BASE_CIDR_ADDED_LATER = Claim {
        id: "base-cidr-added-later",
        about: Subject::Base,
        statement: "a CIDR block that is added to the VPC after the cluster was made may stay unknown to the control plane for about five hours",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs")],
        says: Says::Minds { when: Always },
    };

    BASE_NETWORK_INTERFACES_REPLACED = Claim {
        id: "base-network-interfaces-replaced",
        about: Subject::Base,
        statement: "updates replace the network interfaces of the control plane, and the new ones may lie in any subnet of the cluster: write their addresses nowhere",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs")],
        says: Says::Minds { when: Always },
    };

    BASE_NOT_IN_WAVELENGTH = Claim {
        id: "base-not-in-wavelength",
        about: Subject::Base,
        statement: "the subnets of the cluster lie neither in a Wavelength Zone nor on an Outpost; nodes may run there",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs")],
        says: Says::Forbids { fault: Fault::WavelengthZone },
    };

    BASE_PRIVATE_NAME_FROM_OUTSIDE = Claim {
        id: "base-private-name-from-outside",
        about: Subject::Base,
        statement: "with public access off, the name of the API server gives its private addresses to resolvers outside the VPC too; an older cluster needs public access turned on and off once, or an update",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&CLUSTER_ENDPOINT, "private access")],
        says: Says::Minds { when: Always },
    };

    BASE_SERVICE_IN_SOME_ZONES = Claim {
        id: "base-service-in-some-zones",
        about: Subject::Base,
        statement: "an endpoint service may lie in some zones of its region only, and an endpoint in a subnet elsewhere is refused: `AvailabilityZones` of DescribeVpcEndpointServices lists them",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&BOTOCORE, "ec2 service-2: ServiceDetail"), (&PRIVATELINK, "interface endpoints")],
        says: Says::Minds { when: Always },
    };

    BASE_SHARED_SUBNETS = Claim {
        id: "base-shared-subnets",
        about: Subject::Base,
        statement: "subnets of another account must be shared before the cluster is made in them; its security groups serve the cluster only where they are shared too, and who takes part uses endpoints there but neither makes nor changes them",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs"), (&PRIVATELINK, "interface endpoints")],
        says: Says::Minds { when: Always },
    };

    BASE_SUBNETS_CHANGED_LATER = Claim {
        id: "base-subnets-changed-later",
        about: Subject::Base,
        statement: "subnets that the cluster is given later must lie in the zones of those that it was made with",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "network-reqs")],
        says: Says::Minds { when: Always },
    };

    EKS_API_FROM_VPC_STAYS_PUBLIC = Claim {
        id: "eks-api-from-vpc-stays-public",
        about: Subject::Feature(&EKS_API_FROM_VPC),
        statement: "the EKS API cannot be made to answer at the endpoint only",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "vpc-interface-endpoints")],
        says: Says::Minds { when: Always },
    };
}
