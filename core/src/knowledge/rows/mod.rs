//! The claims, one file for each kind of subject. A claim that ceases to be true is closed with a day, never edited.

pub(crate) mod accelerators;
pub(crate) mod addons;
pub(crate) mod app_mesh;
pub(crate) mod auto_mode;
pub(crate) mod autoscaling;
pub(crate) mod base;
pub(crate) mod block_and_nfs;
pub(crate) mod boot;
pub(crate) mod boot_beyond;
pub(crate) mod cert_manager;
pub(crate) mod conflicts;
pub(crate) mod control_plane;
pub(crate) mod cross_region;
pub(crate) mod dual_stack;
pub(crate) mod ecr;
pub(crate) mod file_systems;
pub(crate) mod fips;
pub(crate) mod flows;
pub(crate) mod hybrid_nodes;
pub(crate) mod identity;
pub(crate) mod karpenter;
pub(crate) mod lattice_and_dns;
pub(crate) mod load_balancing;
pub(crate) mod load_balancing_settings;
pub(crate) mod marketplace_and_emr;
pub(crate) mod no_endpoint;
pub(crate) mod node_groups;
pub(crate) mod nodes;
pub(crate) mod not_needed;
pub(crate) mod notes;
pub(crate) mod observability;
pub(crate) mod outposts;
pub(crate) mod outside_callers;
pub(crate) mod own_workloads;
pub(crate) mod policies;
pub(crate) mod prometheus_and_flows;
pub(crate) mod regional_images;
pub(crate) mod s3_files_and_openzfs;
pub(crate) mod scaling;
pub(crate) mod secrets;
pub(crate) mod snapshots_and_backups;
pub(crate) mod termination;
pub(crate) mod tools;
pub(crate) mod tools_settings;
pub(crate) mod traces_and_runtime;
pub(crate) mod unsupported;
pub(crate) mod upkeep;
pub(crate) mod vpc;
pub(crate) mod windows_and_fargate;
pub(crate) mod wishes;
pub(crate) mod workloads;

use crate::knowledge::claim::Claim;

/// Every claim, file by file.
pub(crate) static FILES: &[&[&Claim]] = &[
    accelerators::CLAIMS,
    addons::CLAIMS,
    app_mesh::CLAIMS,
    auto_mode::CLAIMS,
    autoscaling::CLAIMS,
    base::CLAIMS,
    block_and_nfs::CLAIMS,
    boot::CLAIMS,
    boot_beyond::CLAIMS,
    cert_manager::CLAIMS,
    conflicts::CLAIMS,
    control_plane::CLAIMS,
    cross_region::CLAIMS,
    dual_stack::CLAIMS,
    ecr::CLAIMS,
    file_systems::CLAIMS,
    fips::CLAIMS,
    flows::CLAIMS,
    hybrid_nodes::CLAIMS,
    identity::CLAIMS,
    karpenter::CLAIMS,
    lattice_and_dns::CLAIMS,
    load_balancing::CLAIMS,
    load_balancing_settings::CLAIMS,
    marketplace_and_emr::CLAIMS,
    no_endpoint::CLAIMS,
    node_groups::CLAIMS,
    nodes::CLAIMS,
    not_needed::CLAIMS,
    notes::CLAIMS,
    observability::CLAIMS,
    outside_callers::CLAIMS,
    outposts::CLAIMS,
    own_workloads::CLAIMS,
    policies::CLAIMS,
    prometheus_and_flows::CLAIMS,
    regional_images::CLAIMS,
    s3_files_and_openzfs::CLAIMS,
    scaling::CLAIMS,
    secrets::CLAIMS,
    snapshots_and_backups::CLAIMS,
    termination::CLAIMS,
    tools::CLAIMS,
    tools_settings::CLAIMS,
    traces_and_runtime::CLAIMS,
    unsupported::CLAIMS,
    upkeep::CLAIMS,
    vpc::CLAIMS,
    windows_and_fargate::CLAIMS,
    wishes::CLAIMS,
    workloads::CLAIMS,
];

/// Every claim.
pub(crate) fn claims() -> impl Iterator<Item = &'static Claim> {
    FILES.iter().copied().flatten().copied()
}

/// The claims about calls of booting nodes.
pub(crate) fn boot_claims() -> impl Iterator<Item = &'static Claim> {
    [boot::CLAIMS, boot_beyond::CLAIMS].into_iter().flatten().copied()
}
