//! Claims about the drivers for Amazon EBS and Amazon EFS.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Credentials, Is, Node};
use crate::knowledge::feature::{EBS_CSI, EFS_CSI, IRSA, POD_IDENTITY};
use crate::knowledge::node::NodeKind;
use crate::knowledge::option::{DYNAMIC_PROVISIONING, HYPER_POD, INSTALLATION};
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::setting;
use crate::knowledge::source::{
    EBS_DRIVER, EFS_DRIVER, PRIVATE_CLUSTERS, PRIVATE_CLUSTERS_2020, USER_GUIDE_2025, USER_GUIDE_HISTORY,
};

claims! {
    EBS_CSI_CREDENTIALS_IRSA = Claim {
        id: "ebs-csi-credentials-irsa",
        about: Subject::Feature(&EBS_CSI),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&EBS_CSI, &IRSA),
        },
    };

    EBS_CSI_CREDENTIALS_POD_IDENTITY = Claim {
        id: "ebs-csi-credentials-pod-identity",
        about: Subject::Feature(&EBS_CSI),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&EBS_CSI, &POD_IDENTITY),
        },
    };

    EBS_CSI_KUSTOMIZATION = Claim {
        id: "ebs-csi-kustomization",
        about: Subject::Feature(&EBS_CSI),
        statement: "the ecr overlay names the registry of us-west-2 and must be edited for another region",
        since: Since::FirstKnown(Day::new(2026, 8, 19)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EBS_DRIVER, "deploy/kubernetes/overlays/stable/ecr")],
        says: Says::Sets {
            setting: &setting::EBS_KUSTOMIZATION,
            level: Level::Conditional,
            when: Is(&EBS_CSI, &INSTALLATION, "manifest"),
        },
    };

    EBS_CSI_KUSTOMIZATION_2020 = Claim {
        id: "ebs-csi-kustomization-2020",
        about: Subject::Feature(&EBS_CSI),
        statement: "the manifest of the driver names images of one region and must be edited for another",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2022, 1, 28)),
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&USER_GUIDE_HISTORY, "2022-01-28, 1651f7a5")],
        says: Says::Sets { setting: &setting::EBS_KUSTOMIZATION, level: Level::Required, when: Always },
    };

    EBS_CSI_MIRROR = Claim {
        id: "ebs-csi-mirror",
        about: Subject::Feature(&EBS_CSI),
        statement: "the chart names images of a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 8, 19)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EBS_DRIVER, "charts/aws-ebs-csi-driver/values.yaml")],
        says: Says::Sets {
            setting: &setting::MIRROR_EBS,
            level: Level::Conditional,
            when: Is(&EBS_CSI, &INSTALLATION, "chart"),
        },
    };

    EBS_CSI_NEEDS_EC2 = Claim {
        id: "ebs-csi-needs-ec2",
        about: Subject::Feature(&EBS_CSI),
        statement: "the driver makes and attaches volumes through the EC2 API, not through the EBS direct APIs",
        since: Since::FirstKnown(Day::new(2026, 8, 19)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EBS_DRIVER, "pkg/cloud")],
        says: Says::Needs {
            service: &service::EC2,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    EBS_CSI_NEEDS_SAGEMAKER_API = Claim {
        id: "ebs-csi-needs-sagemaker-api",
        about: Subject::Feature(&EBS_CSI),
        statement: "volumes are attached to HyperPod nodes through the SageMaker API",
        since: Since::FirstKnown(Day::new(2026, 8, 19)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EBS_DRIVER, "pkg/cloud")],
        says: Says::Needs {
            service: &service::SAGEMAKER_API,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&EBS_CSI, &HYPER_POD, "true"),
        },
    };

    EBS_CSI_NOT_ON_FARGATE = Claim {
        id: "ebs-csi-not-on-fargate",
        about: Subject::Feature(&EBS_CSI),
        statement: "pods on Fargate cannot mount EBS volumes",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "fargate")],
        says: Says::Supports { support: Support::Limited, when: Node(NodeKind::Fargate) },
    };

    EBS_CSI_SUPPORTED = Claim {
        id: "ebs-csi-supported",
        about: Subject::Feature(&EBS_CSI),
        statement: "the Amazon EBS CSI driver works; volumes are made through the EC2 API",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&EBS_DRIVER, "README")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };

    EFS_CSI_CREDENTIALS_IRSA = Claim {
        id: "efs-csi-credentials-irsa",
        about: Subject::Feature(&EFS_CSI),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&EFS_CSI, &IRSA),
        },
    };

    EFS_CSI_CREDENTIALS_POD_IDENTITY = Claim {
        id: "efs-csi-credentials-pod-identity",
        about: Subject::Feature(&EFS_CSI),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&EFS_CSI, &POD_IDENTITY),
        },
    };

    EFS_CSI_KUSTOMIZATION = Claim {
        id: "efs-csi-kustomization",
        about: Subject::Feature(&EFS_CSI),
        statement: "the ecr overlay names the registry of us-west-2 and must be edited for another region; as an add-on \
            nothing is edited",
        since: Since::FirstKnown(Day::new(2026, 7, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EFS_DRIVER, "deploy/kubernetes/overlays/stable/ecr")],
        says: Says::Sets {
            setting: &setting::EFS_KUSTOMIZATION,
            level: Level::Conditional,
            when: Is(&EFS_CSI, &INSTALLATION, "manifest"),
        },
    };

    EFS_CSI_KUSTOMIZATION_2020 = Claim {
        id: "efs-csi-kustomization-2020",
        about: Subject::Feature(&EFS_CSI),
        statement: "the manifest of the driver names images of one region and must be edited for another",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2026, 7, 24)),
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&PRIVATE_CLUSTERS, "pod requirements")],
        says: Says::Sets { setting: &setting::EFS_KUSTOMIZATION, level: Level::Required, when: Always },
    };

    EFS_CSI_MIRROR = Claim {
        id: "efs-csi-mirror",
        about: Subject::Feature(&EFS_CSI),
        statement: "the chart names images of a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 7, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EFS_DRIVER, "charts")],
        says: Says::Sets {
            setting: &setting::MIRROR_EFS,
            level: Level::Conditional,
            when: Is(&EFS_CSI, &INSTALLATION, "chart"),
        },
    };

    EFS_CSI_NEEDS_ELASTICFILESYSTEM = Claim {
        id: "efs-csi-needs-elasticfilesystem",
        about: Subject::Feature(&EFS_CSI),
        statement: "the controller makes access points and looks up file systems and mount targets through the EFS API",
        since: Since::FirstKnown(Day::new(2026, 7, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EFS_DRIVER, "pkg/cloud")],
        says: Says::Needs {
            service: &service::ELASTICFILESYSTEM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&EFS_CSI, &DYNAMIC_PROVISIONING, "true"),
        },
    };

    EFS_CSI_NFS = Claim {
        id: "efs-csi-nfs",
        about: Subject::Feature(&EFS_CSI),
        statement: "nodes mount file systems over NFS at the mount targets in the VPC",
        since: Since::FirstKnown(Day::new(2026, 7, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EFS_DRIVER, "docs/efs-create-filesystem.md")],
        says: Says::Sets { setting: &setting::EFS_SECURITY_GROUP, level: Level::Required, when: Always },
    };

    EFS_CSI_STATIC_ON_FARGATE = Claim {
        id: "efs-csi-static-on-fargate",
        about: Subject::Feature(&EFS_CSI),
        statement: "on Fargate only volumes that exist already can be mounted from Amazon EFS",
        since: Since::FirstKnown(Day::new(2026, 7, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EFS_DRIVER, "docs")],
        says: Says::Supports { support: Support::Limited, when: Node(NodeKind::Fargate) },
    };

    EFS_CSI_SUPPORTED = Claim {
        id: "efs-csi-supported",
        about: Subject::Feature(&EFS_CSI),
        statement: "the Amazon EFS CSI driver works",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&PRIVATE_CLUSTERS, "pod requirements")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
