//! Claims about device plugins.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Is};
use crate::knowledge::feature::GPU_EFA_PLUGINS;
use crate::knowledge::option::{EFA, NEURON, NVIDIA};
use crate::knowledge::setting;
use crate::knowledge::source::{EKS_CHARTS, USER_GUIDE_2025};

claims! {
    GPU_EFA_PLUGINS_EFA_INTERNET = Claim {
        id: "gpu-efa-plugins-efa-internet",
        about: Subject::Feature(&GPU_EFA_PLUGINS),
        statement: "the guide of February 2025 asks for a way to the internet for EFA and gives no reason",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&USER_GUIDE_2025, "EFA")],
        says: Says::Minds { when: Is(&GPU_EFA_PLUGINS, &EFA, "true") },
    };

    GPU_EFA_PLUGINS_EFA_SECURITY_GROUP = Claim {
        id: "gpu-efa-plugins-efa-security-group",
        about: Subject::Feature(&GPU_EFA_PLUGINS),
        statement: "EFA demands a security group that admits all traffic from and to itself",
        since: Since::FirstKnown(Day::new(2025, 2, 18)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&USER_GUIDE_2025, "sec-group-reqs")],
        says: Says::Sets {
            setting: &setting::EFA_SECURITY_GROUP,
            level: Level::Conditional,
            when: Is(&GPU_EFA_PLUGINS, &EFA, "true"),
        },
    };

    GPU_EFA_PLUGINS_MIRROR_NEURON = Claim {
        id: "gpu-efa-plugins-mirror-neuron",
        about: Subject::Feature(&GPU_EFA_PLUGINS),
        statement: "its image lies in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 8, 3)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&EKS_CHARTS, "stable")],
        says: Says::Sets {
            setting: &setting::MIRROR_NEURON,
            level: Level::Required,
            when: Is(&GPU_EFA_PLUGINS, &NEURON, "true"),
        },
    };

    GPU_EFA_PLUGINS_MIRROR_NVIDIA = Claim {
        id: "gpu-efa-plugins-mirror-nvidia",
        about: Subject::Feature(&GPU_EFA_PLUGINS),
        statement: "its image lies in a public registry that has no endpoint",
        since: Since::FirstKnown(Day::new(2026, 8, 3)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&EKS_CHARTS, "stable")],
        says: Says::Sets {
            setting: &setting::MIRROR_NVIDIA,
            level: Level::Required,
            when: Is(&GPU_EFA_PLUGINS, &NVIDIA, "true"),
        },
    };

    GPU_EFA_PLUGINS_SUPPORTED = Claim {
        id: "gpu-efa-plugins-supported",
        about: Subject::Feature(&GPU_EFA_PLUGINS),
        statement: "device plugins work; they call no AWS API that is known",
        since: Since::FirstKnown(Day::new(2026, 8, 3)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&EKS_CHARTS, "stable")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
