//! The claims, one file for each kind of subject. A claim that ceases to be true is closed with a day, never edited.

pub(crate) mod addons;
pub(crate) mod app_mesh;
pub(crate) mod autoscaling;
pub(crate) mod base;
pub(crate) mod block_and_nfs;
pub(crate) mod file_systems;
pub(crate) mod identity;
pub(crate) mod karpenter;
pub(crate) mod load_balancing;
pub(crate) mod load_balancing_settings;
pub(crate) mod node_groups;
pub(crate) mod nodes;
pub(crate) mod observability;
pub(crate) mod termination;
pub(crate) mod tools;
pub(crate) mod traces_and_runtime;
pub(crate) mod vpc;
pub(crate) mod windows_and_fargate;
pub(crate) mod workloads;

use crate::knowledge::claim::Claim;

/// Every claim, file by file.
pub(crate) static FILES: &[&[&Claim]] = &[
    addons::CLAIMS,
    app_mesh::CLAIMS,
    autoscaling::CLAIMS,
    base::CLAIMS,
    block_and_nfs::CLAIMS,
    file_systems::CLAIMS,
    identity::CLAIMS,
    karpenter::CLAIMS,
    load_balancing::CLAIMS,
    load_balancing_settings::CLAIMS,
    node_groups::CLAIMS,
    nodes::CLAIMS,
    observability::CLAIMS,
    termination::CLAIMS,
    tools::CLAIMS,
    traces_and_runtime::CLAIMS,
    vpc::CLAIMS,
    windows_and_fargate::CLAIMS,
    workloads::CLAIMS,
];

/// Every claim.
pub(crate) fn claims() -> impl Iterator<Item = &'static Claim> {
    FILES.iter().copied().flatten().copied()
}
