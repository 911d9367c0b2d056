//! How a node joins a cluster without internet access: the user data, files and objects that tell it everything, so that
//! it asks nobody; one file for each operating system. What it is told is checked first, and nothing is guessed.

mod access;
mod al2023;
mod answer;
mod bottlerocket;
mod calls;
mod certificate;
mod cluster;
mod endpoint;
mod fault;
mod flags;
mod form;
mod hybrid;
mod inspect;
mod kubelet;
mod labels;
mod max_pods;
mod node_class;
mod proxy;
mod request;
mod script;
mod spec;
mod systems;
mod text;
mod windows;
mod word;
mod yaml;

pub use answer::{
    Bootstrap, BootstrapDocument, BootstrapFinding, MaximumPods, MaximumPodsOfType, NodeAccess, NodeCall,
};
pub use certificate::{BundledCertificate, CertificateBundle, CertificateValidity};
pub use flags::{FlagsAnswer, FlagsRequest, flags};
pub(crate) use inspect::{Facts, Known, LIMIT, Told, facts, mended};
pub use inspect::{
    InspectRequest, Inspection, NamedValue, NodeFamily, UserDataEffect, UserDataFinding, UserDataPart,
    UserDataPartKind, inspect,
};
pub use spec::{
    ClusterFacts, ContainerdSpec, Form, KubeletSpec, Launch, NodeSpec, PartKind, PartSpec, TaintEffect, TaintSpec,
};
pub use systems::{
    BottlerocketSpec, CertificateBundleSpec, DisabledMount, HybridSpec, LocalStorageSpec, LocalStorageStrategy,
    NodeClassSpec, NodeProxySpec, RolesAnywhereSpec, SelectorTerm, SsmActivationSpec, UpdatesSpec, WindowsSpec,
};

use toml::Table;

use crate::bootstrap::fault::{finding, invalid};
use crate::bootstrap::form::Formed;
use crate::bootstrap::request::Request;
use crate::day::Day;
use crate::error::Error;
use crate::knowledge::{Index, NodeKind, NodeSystem, Says, Subject, Support};

/// Gives what lets a node join its cluster without asking the EKS API, and says what it still calls at boot.
///
/// # Errors
/// A value that the node needs is missing, is none, or has no place in the node's own configuration.
pub fn bootstrap(spec: &NodeSpec) -> Result<Bootstrap, Error> {
    let index = Index::of_rows()?;
    let as_of = spec.as_of.unwrap_or(index.newest());
    let mut request = Request::read(spec)?;
    if spec.system == NodeSystem::Al2 {
        request.findings.extend(ended(index, as_of));
    }
    let mut settings = Table::new();
    let (mut words, mut documents) = (Vec::new(), Vec::new());
    let formed = match spec.system {
        NodeSystem::Al2 | NodeSystem::Ubuntu => {
            words = script::arguments(&request)?;
            script::user_data(&request, &words)?
        }
        NodeSystem::Al2023 => al2023::user_data(&request)?,
        NodeSystem::Bottlerocket => {
            settings = bottlerocket::merged(&request)?;
            bottlerocket::user_data(&request, &settings)?
        }
        NodeSystem::Windows => {
            words = windows::arguments(&request)?;
            windows::user_data(&request, &words)?
        }
        NodeSystem::Hybrid => {
            documents.push(hybrid::document(&request)?);
            None
        }
        NodeSystem::AutoMode | NodeSystem::Fargate => None,
    };
    if let Some(class) = &spec.node_class {
        if spec.system == NodeSystem::AutoMode {
            documents.push(node_class::of_auto_mode(&request, class)?);
        } else {
            if spec.form.is_some_and(|form| matches!(form, Form::Base64 | Form::LaunchTemplate)) {
                return Err(invalid(
                    "form",
                    "Karpenter takes the user data as text, in the node class; leave the form out",
                ));
            }
            let text = formed.as_ref().map(|formed| formed.text.as_str());
            documents.push(node_class::of_karpenter(&mut request, class, text)?);
        }
    }
    Ok(answered(request, as_of, words, documents, formed, &settings))
}

/// The finding that no more images are published, from the row that says so.
fn ended(index: &Index, as_of: Day) -> Option<BootstrapFinding> {
    let is_ended = |says: &Says| matches!(says, Says::Supports { support: Support::Ended, .. });
    let mut claims = index.claims_on(as_of);
    let claim = claims.find(|claim| matches!(claim.about, Subject::Node(NodeKind::Al2)) && is_ended(&claim.says))?;
    Some(finding("system", claim.id, claim.statement))
}

fn answered(
    mut request: Request<'_>,
    as_of: Day,
    arguments: Vec<String>,
    documents: Vec<BootstrapDocument>,
    formed: Option<Formed>,
    settings: &Table,
) -> Bootstrap {
    let spec = request.spec;
    let (calls, avoided) = calls::of(&request, settings, as_of);
    let nothing = formed.is_none() && documents.is_empty();
    request.findings.sort_unstable();
    request.findings.dedup();
    let mut answer = Bootstrap {
        system: spec.system,
        launch: has_user_data(spec.system).then(|| spec.launch()),
        as_of,
        nothing_because: nothing.then(|| nothing_because(&request).to_owned()),
        form: formed.as_ref().map(|formed| formed.form),
        user_data_bytes: formed.as_ref().map_or(0, |formed| u32::try_from(formed.bytes).unwrap_or(u32::MAX)),
        user_data: formed.map(|formed| formed.text),
        documents,
        arguments,
        certificate_authority: request.cluster.certificate_authority.clone(),
        dns_address: request.cluster.dns.map(|address| address.to_string()),
        merged_by: merged_by(&request).to_owned(),
        access: access::needed(&request),
        max_pods: request.pods,
        calls,
        avoided,
        findings: request.findings,
        text: String::new(),
    };
    answer.text = text::of(&answer);
    answer
}

const fn has_user_data(system: NodeSystem) -> bool {
    !matches!(system, NodeSystem::Hybrid | NodeSystem::AutoMode | NodeSystem::Fargate)
}

fn nothing_because(request: &Request<'_>) -> &'static str {
    match request.spec.system {
        NodeSystem::Fargate => {
            "AWS runs the machines of Fargate pods and tells them everything; they take no user data"
        }
        NodeSystem::AutoMode => {
            "EKS starts the nodes of Auto Mode and tells them everything; they take no user data, and `nodeClass` states a class"
        }
        _ => {
            "EKS supplies everything in a node group without an AMI id, and the request adds nothing; leave user data out"
        }
    }
}

/// Who adds to the user data, and who wins.
fn merged_by(request: &Request<'_>) -> &'static str {
    let spec = request.spec;
    if !has_user_data(spec.system) {
        return "";
    }
    match (spec.eks_adds(), spec.launch() == Launch::Karpenter, spec.system) {
        (true, _, NodeSystem::Bottlerocket) => "EKS, which merges the settings; yours win over those of EKS",
        (true, _, NodeSystem::Windows) => "EKS, whose commands come after yours in the one block",
        (true, ..) => "EKS, whose part comes after yours; where both say something in a NodeConfig, EKS wins",
        (_, true, NodeSystem::Al2023) => "Karpenter, whose NodeConfig comes last and wins",
        (_, true, NodeSystem::Bottlerocket) => {
            "Karpenter, which replaces name, endpoint, certificate authority and taints, merges labels, and keeps other tables"
        }
        (_, true, NodeSystem::Al2 | NodeSystem::Windows) => "Karpenter, whose commands come after yours",
        _ => "nobody: the node reads it as it is",
    }
}
