//! What a node still calls while it boots, and what it would call but for its own settings: the rows of the knowledge,
//! held against a request.

use std::net::IpAddr;

use toml::{Table, Value};

use crate::bootstrap::answer::NodeCall;
use crate::bootstrap::request::Request;
use crate::day::Day;
use crate::knowledge::{Claim, NodeSystem, Says, Subject, Switch, boot_claims};

/// The calls that are made, or may be, and those that are avoided, in order of claim. `avoids` says whether a switch is
/// on; nothing where that is not known.
pub(super) fn split(
    is_about: impl Fn(Subject) -> bool,
    as_of: Day,
    avoids: impl Fn(Switch) -> Option<bool>,
) -> (Vec<NodeCall>, Vec<NodeCall>) {
    let (mut made, mut avoided) = (Vec::new(), Vec::new());
    for claim in boot_claims().filter(|claim| is_about(claim.about) && claim.holds_on(as_of)) {
        let Says::Calls { service, endpoints, call, unanswered, avoided_by, .. } = &claim.says else { continue };
        let on = avoids(*avoided_by);
        let found = NodeCall {
            service,
            endpoints: endpoints.to_vec(),
            call,
            sure: on == Some(false),
            unanswered,
            avoided_by: avoided_by.words(),
            claim: claim.id,
            because: claim.statement,
            confidence: claim.confidence,
            cites: Claim::cites(claim),
        };
        if on == Some(true) { avoided.push(found) } else { made.push(found) }
    }
    (made, avoided)
}

/// What a node that is told what a request says calls, and what it is spared.
pub(super) fn of(request: &Request<'_>, settings: &Table, as_of: Day) -> (Vec<NodeCall>, Vec<NodeCall>) {
    let system = request.spec.system;
    split(|subject| is_about(subject, system), as_of, |switch| is_on(switch, request, settings))
}

fn is_about(subject: Subject, system: NodeSystem) -> bool {
    match subject {
        Subject::Base => false,
        Subject::Node(kind) => kind.as_str() == system.as_str(),
        Subject::Feature(row) => row.id == "hybrid-nodes" && system == NodeSystem::Hybrid,
        Subject::System(own) => own == system,
    }
}

fn is_on(switch: Switch, request: &Request<'_>, settings: &Table) -> Option<bool> {
    let spec = request.spec;
    let set = |path: &[&str]| {
        let mut place = settings.get("settings");
        for key in path {
            place = place.and_then(|place| place.get(key));
        }
        place
    };
    let is_off = |path: &[&str]| set(path).and_then(Value::as_bool) == Some(false);
    let on = match switch {
        // Of the image nothing is said.
        Switch::KnownType | Switch::OwnImage => return None,
        Switch::Nothing => false,
        // What is generated says it, and where EKS or Karpenter adds the cluster, they do.
        Switch::ClusterData | Switch::DnsAddress => true,
        Switch::InstanceIdNodeName => {
            spec.feature_gates.as_ref().and_then(|gates| gates.get("InstanceIdNodeName")) == Some(&true)
        }
        Switch::InstanceIdHostname => {
            set(&["kubernetes", "hostname-override-source"]).and_then(Value::as_str) == Some("instance-id")
        }
        Switch::NoHostContainers => {
            let admin = set(&["host-containers", "admin", "enabled"]).and_then(Value::as_bool);
            is_off(&["host-containers", "control", "enabled"]) && admin != Some(true)
        }
        Switch::NoMetrics => is_off(&["metrics", "send-metrics"]),
        Switch::OwnUpdates => {
            ["metadata-base-url", "targets-base-url"].iter().all(|key| own_updates(set(&["updates", key])))
        }
        Switch::OwnTimeServers => own_time_servers(set(&["ntp", "time-servers"])),
        Switch::RolesAnywhere => spec.hybrid.as_ref().is_some_and(|own| own.iam_roles_anywhere.is_some()),
        Switch::SystemsManager => spec.hybrid.as_ref().is_some_and(|own| own.ssm.is_some()),
    };
    Some(on)
}

/// Whether a place of updates is another than the public one.
pub(super) fn own_updates(url: Option<&Value>) -> bool {
    url.and_then(Value::as_str).is_some_and(|url| !url.contains("updates.bottlerocket.aws"))
}

/// Whether all time servers are addresses that are reached without the internet; what a name leads to, nobody knows here.
pub(super) fn own_time_servers(servers: Option<&Value>) -> bool {
    let near = |server: &Value| {
        let address = server.as_str().and_then(|server| server.parse::<IpAddr>().ok());
        address.is_some_and(|address| match address {
            IpAddr::V4(address) => address.is_private() || address.is_link_local(),
            IpAddr::V6(address) => address.is_unique_local() || address.is_unicast_link_local(),
        })
    };
    servers.and_then(Value::as_array).is_some_and(|servers| !servers.is_empty() && servers.iter().all(near))
}
