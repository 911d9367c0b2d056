//! Claims about AWS App Mesh.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{Always, Is};
use crate::knowledge::feature::APP_MESH;
use crate::knowledge::option::CONTROLLER;
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::source::{APP_MESH_END, EKS_CHARTS, PRIVATE_CLUSTERS_2020};

claims! {
    APP_MESH_CONTROLLER_NEEDS_APPMESH = Claim {
        id: "app-mesh-controller-needs-appmesh",
        about: Subject::Feature(&APP_MESH),
        statement: "later charts of the App Mesh controller work in private clusters through this API",
        since: Since::FirstKnown(Day::new(2026, 8, 3)),
        until: Some(Day::new(2026, 9, 30)),
        confidence: Confidence::Read,
        cites: &[(&EKS_CHARTS, "stable/appmesh-controller/README.md"), (&APP_MESH_END, "notice")],
        says: Says::Needs {
            service: &service::APPMESH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&APP_MESH, &CONTROLLER, "true"),
        },
    };

    APP_MESH_CONTROLLER_NEEDS_SERVICEDISCOVERY = Claim {
        id: "app-mesh-controller-needs-servicediscovery",
        about: Subject::Feature(&APP_MESH),
        statement: "later charts of the App Mesh controller work in private clusters through this API",
        since: Since::FirstKnown(Day::new(2026, 8, 3)),
        until: Some(Day::new(2026, 9, 30)),
        confidence: Confidence::Read,
        cites: &[(&EKS_CHARTS, "stable/appmesh-controller/README.md"), (&APP_MESH_END, "notice")],
        says: Says::Needs {
            service: &service::SERVICEDISCOVERY,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&APP_MESH, &CONTROLLER, "true"),
        },
    };

    APP_MESH_CONTROLLER_UNSUPPORTED = Claim {
        id: "app-mesh-controller-unsupported",
        about: Subject::Feature(&APP_MESH),
        statement: "AWS does not support the App Mesh controller in private clusters",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2026, 8, 3)),
        confidence: Confidence::Read,
        cites: &[
            (&PRIVATE_CLUSTERS_2020, "considerations"),
            (&EKS_CHARTS, "stable/appmesh-controller/README.md"),
        ],
        says: Says::Supports { support: Support::Limited, when: Is(&APP_MESH, &CONTROLLER, "true") },
    };

    APP_MESH_ENDED = Claim {
        id: "app-mesh-ended",
        about: Subject::Feature(&APP_MESH),
        statement: "AWS discontinued App Mesh on 2026-09-30; no endpoint brings it back",
        since: Since::From(Day::new(2026, 9, 30)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&APP_MESH_END, "notice")],
        says: Says::Supports { support: Support::Ended, when: Always },
    };

    APP_MESH_INJECTOR_SUPPORTED = Claim {
        id: "app-mesh-injector-supported",
        about: Subject::Feature(&APP_MESH),
        statement: "the App Mesh sidecar injector works in private clusters",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2026, 9, 30)),
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&APP_MESH_END, "notice")],
        says: Says::Fact,
    };

    APP_MESH_NEEDS_ENVOY_MANAGEMENT = Claim {
        id: "app-mesh-needs-envoy-management",
        about: Subject::Feature(&APP_MESH),
        statement: "Envoy fetches its configuration from App Mesh",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2026, 9, 30)),
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "VPC endpoints"), (&APP_MESH_END, "notice")],
        says: Says::Needs {
            service: &service::APPMESH_ENVOY_MANAGEMENT,
            endpoint: EndpointType::Interface,
            level: Level::Required,
            when: Always,
        },
    };

    APP_MESH_SUPPORTED = Claim {
        id: "app-mesh-supported",
        about: Subject::Feature(&APP_MESH),
        statement: "App Mesh works with the endpoint for Envoy",
        since: Since::FirstKnown(Day::new(2020, 6, 17)),
        until: Some(Day::new(2026, 9, 30)),
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS_2020, "considerations"), (&APP_MESH_END, "notice")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
