//! Claims about images that lie in the registry that EKS keeps in each region, and need no copy.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, claims};
use crate::knowledge::condition::Condition::{Always, Is, Not};
use crate::knowledge::feature::{
    COREDNS, EBS_CSI, EFS_CSI, FSX_LUSTRE_CSI, GPU_EFA_PLUGINS, KUBE_PROXY, METRICS_SERVER, MOUNTPOINT_S3_CSI,
    NODE_MONITORING_AGENT, POD_IDENTITY, VPC_CNI,
};
use crate::knowledge::option::{EFA, INSTALLATION, METRICS_SERVER_INSTALLATION};
use crate::knowledge::setting;
use crate::knowledge::source::{
    EBS_DRIVER, EFS_DRIVER, EKS_CHARTS, FSX_DRIVER, MOUNTPOINT_DRIVER, USER_GUIDE_2025, VPC_CNI_REPOSITORY,
};

claims! {
    COREDNS_IMAGE = Claim {
        id: "coredns-image",
        about: Subject::Feature(&COREDNS),
        statement: "its image lies in the registry that EKS keeps in the region and needs no copy",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "add-ons-images")],
        says: Says::Sets { setting: &setting::IMAGE_COREDNS, level: Level::Recommended, when: Always },
    };

    EBS_CSI_IMAGE = Claim {
        id: "ebs-csi-image",
        about: Subject::Feature(&EBS_CSI),
        statement: "its image lies in the registry that EKS keeps in the region and needs no copy",
        since: Since::FirstKnown(Day::new(2026, 8, 19)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EBS_DRIVER, "deploy/kubernetes/overlays/stable/ecr")],
        says: Says::Sets {
            setting: &setting::IMAGE_EBS,
            level: Level::Recommended,
            when: Not(&Is(&EBS_CSI, &INSTALLATION, "chart")),
        },
    };

    EFS_CSI_IMAGE = Claim {
        id: "efs-csi-image",
        about: Subject::Feature(&EFS_CSI),
        statement: "its image lies in the registry that EKS keeps in the region and needs no copy",
        since: Since::FirstKnown(Day::new(2026, 7, 24)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EFS_DRIVER, "deploy/kubernetes/overlays/stable/ecr")],
        says: Says::Sets {
            setting: &setting::IMAGE_EFS,
            level: Level::Recommended,
            when: Not(&Is(&EFS_CSI, &INSTALLATION, "chart")),
        },
    };

    FSX_LUSTRE_CSI_IMAGE = Claim {
        id: "fsx-lustre-csi-image",
        about: Subject::Feature(&FSX_LUSTRE_CSI),
        statement: "its image lies in the registry that EKS keeps in each region; what is published names that of \
            us-west-2 and must be told the region",
        since: Since::FirstKnown(Day::new(2026, 4, 21)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&FSX_DRIVER, "deploy/kubernetes/overlays")],
        says: Says::Sets {
            setting: &setting::IMAGE_FSX,
            level: Level::Recommended,
            when: Is(&FSX_LUSTRE_CSI, &INSTALLATION, "manifest"),
        },
    };

    GPU_EFA_PLUGINS_IMAGE = Claim {
        id: "gpu-efa-plugins-image",
        about: Subject::Feature(&GPU_EFA_PLUGINS),
        statement: "its image lies in the registry that EKS keeps in each region; what is published names that of \
            us-west-2 and must be told the region",
        since: Since::FirstKnown(Day::new(2026, 8, 3)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_CHARTS, "stable/aws-efa-k8s-device-plugin")],
        says: Says::Sets {
            setting: &setting::IMAGE_EFA,
            level: Level::Recommended,
            when: Is(&GPU_EFA_PLUGINS, &EFA, "true"),
        },
    };

    KUBE_PROXY_IMAGE = Claim {
        id: "kube-proxy-image",
        about: Subject::Feature(&KUBE_PROXY),
        statement: "its image lies in the registry that EKS keeps in the region and needs no copy",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "add-ons-images")],
        says: Says::Sets { setting: &setting::IMAGE_KUBE_PROXY, level: Level::Recommended, when: Always },
    };

    METRICS_SERVER_IMAGE = Claim {
        id: "metrics-server-image",
        about: Subject::Feature(&METRICS_SERVER),
        statement: "its image lies in the registry that EKS keeps in the region and needs no copy",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "metrics server")],
        says: Says::Sets {
            setting: &setting::IMAGE_METRICS_SERVER,
            level: Level::Recommended,
            when: Is(&METRICS_SERVER, &METRICS_SERVER_INSTALLATION, "add-on"),
        },
    };

    MOUNTPOINT_S3_CSI_IMAGE = Claim {
        id: "mountpoint-s3-csi-image",
        about: Subject::Feature(&MOUNTPOINT_S3_CSI),
        statement: "its image lies in the registry that EKS keeps in the region and needs no copy",
        since: Since::FirstKnown(Day::new(2026, 8, 8)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&MOUNTPOINT_DRIVER, "charts")],
        says: Says::Sets {
            setting: &setting::IMAGE_MOUNTPOINT,
            level: Level::Recommended,
            when: Is(&MOUNTPOINT_S3_CSI, &INSTALLATION, "add-on"),
        },
    };

    NODE_MONITORING_AGENT_IMAGE = Claim {
        id: "node-monitoring-agent-image",
        about: Subject::Feature(&NODE_MONITORING_AGENT),
        statement: "its image lies in the registry that EKS keeps in the region and needs no copy",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "node monitoring agent")],
        says: Says::Sets { setting: &setting::IMAGE_NODE_MONITORING_AGENT, level: Level::Recommended, when: Always },
    };

    POD_IDENTITY_IMAGE = Claim {
        id: "pod-identity-image",
        about: Subject::Feature(&POD_IDENTITY),
        statement: "its image lies in the registry that EKS keeps in the region and needs no copy",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "pod-id-*")],
        says: Says::Sets { setting: &setting::IMAGE_POD_IDENTITY, level: Level::Recommended, when: Always },
    };

    VPC_CNI_IMAGE = Claim {
        id: "vpc-cni-image",
        about: Subject::Feature(&VPC_CNI),
        statement: "its image lies in the registry that EKS keeps in the region and needs no copy",
        since: Since::FirstKnown(Day::new(2026, 8, 20)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&VPC_CNI_REPOSITORY, "config/master")],
        says: Says::Sets { setting: &setting::IMAGE_VPC_CNI, level: Level::Recommended, when: Always },
    };
}
