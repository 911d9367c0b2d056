//! A snapshot that can be shown to others: ids and the relations of addresses stay, for every verdict rests on them;
//! names, tags, user data, certificates, policies and all other free text go.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::policy::{self, PolicyReach};
use super::{DhcpConfiguration, NetworkInterface, Snapshot, Tag};
use crate::error::Error;

/// What is to be redacted. The request of the operation `redact`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RedactRequest {
    /// What exists; left out when a handle is asked.
    #[serde(default)]
    pub snapshot: Option<Snapshot>,
}

/// Gives the snapshot without secrets: the operation `redact`. Names become numbered names, the same everywhere.
///
/// # Errors
/// None today; the shape is that of every operation.
pub fn redact(snapshot: &Snapshot, _: &RedactRequest) -> Result<Snapshot, Error> {
    let mut shown = snapshot.clone();
    let mut names = Names::default();
    shown.redact_eks(&mut names);
    shown.redact_ec2(&mut names);
    shown.redact_route53(&mut names);
    if let Some(collection) = &mut shown.collection {
        collection.parts.values_mut().for_each(|part| part.detail.clear());
        collection.unread.clear();
    }
    Ok(shown)
}

/// What stands for a text that was taken out, where its absence would say that there was none.
pub(crate) const REDACTED: &str = "redacted";

/// Names that were replaced, so that a name stays the same wherever it stands.
#[derive(Default)]
struct Names(BTreeMap<(&'static str, String), String>);

impl Names {
    fn replace(&mut self, kind: &'static str, name: &mut Option<String>) {
        let Some(name) = name else { return };
        let next = self.0.keys().filter(|(known, _)| *known == kind).count() + 1;
        let numbered = self.0.entry((kind, name.clone())).or_insert_with(|| format!("{kind}-{next}"));
        name.clone_from(numbered);
    }

    /// A node is recognised by tags that name its cluster and its group; no other tag stays.
    fn node_tags(&mut self, tags: Vec<Tag>) -> Vec<Tag> {
        let mut kept = Vec::new();
        for mut tag in tags {
            let key = tag.key.clone().unwrap_or_default();
            if let Some(cluster) = key.strip_prefix("kubernetes.io/cluster/") {
                let mut cluster = Some(cluster.to_owned());
                self.replace("cluster", &mut cluster);
                tag.key = cluster.map(|cluster| format!("kubernetes.io/cluster/{cluster}"));
            } else if matches!(key.as_str(), "eks:cluster-name" | "aws:eks:cluster-name") {
                self.replace("cluster", &mut tag.value);
            } else if key == "eks:nodegroup-name" {
                self.replace("nodegroup", &mut tag.value);
            } else {
                continue;
            }
            kept.push(tag);
        }
        kept
    }
}

impl Snapshot {
    fn redact_eks(&mut self, names: &mut Names) {
        if let Some(cluster) = &mut self.cluster {
            let name = cluster.name.clone();
            names.replace("cluster", &mut cluster.name);
            if let (Some(arn), Some(old), Some(new)) = (&mut cluster.arn, name, &cluster.name) {
                *arn = arn.replace(&format!("cluster/{old}"), &format!("cluster/{new}"));
            }
            cluster.endpoint = None;
            cluster.certificate_authority = None;
            cluster.identity = None;
        }
        for group in self.nodegroups.iter_mut().flatten() {
            names.replace("nodegroup", &mut group.nodegroup_name);
            names.replace("cluster", &mut group.cluster_name);
            if let Some(template) = &mut group.launch_template {
                names.replace("template", &mut template.name);
            }
        }
        for profile in self.fargate_profiles.iter_mut().flatten() {
            names.replace("profile", &mut profile.fargate_profile_name);
            names.replace("cluster", &mut profile.cluster_name);
            profile.selectors = None;
        }
        for addon in self.addons.iter_mut().flatten() {
            names.replace("cluster", &mut addon.cluster_name);
            names.replace("role", &mut addon.service_account_role_arn);
            addon.configuration_values = None;
            addon.pod_identity_associations = None;
        }
        for association in self.pod_identity_associations.iter_mut().flatten() {
            names.replace("cluster", &mut association.cluster_name);
            names.replace("namespace", &mut association.namespace);
            names.replace("account", &mut association.service_account);
            names.replace("role", &mut association.role_arn);
            association.association_arn = None;
        }
        for entry in self.access_entries.iter_mut().flatten() {
            names.replace("principal", &mut entry.principal_arn);
            names.replace("cluster", &mut entry.cluster_name);
            entry.kubernetes_groups = None;
            entry.username = None;
        }
    }

    fn redact_ec2(&mut self, names: &mut Names) {
        self.vpcs.iter_mut().flatten().for_each(|vpc| vpc.tags = None);
        self.subnets.iter_mut().flatten().for_each(|subnet| subnet.tags = None);
        self.route_tables.iter_mut().flatten().for_each(|table| table.tags = None);
        for group in self.security_groups.iter_mut().flatten() {
            group.tags = None;
            names.replace("group", &mut group.group_name);
        }
        for endpoint in self.vpc_endpoints.iter_mut().flatten() {
            endpoint.tags = None;
            // What a policy lets through is kept, how it says so is not.
            endpoint.policy_document = match endpoint.policy_reach() {
                None => None,
                Some(PolicyReach::Everything) => Some(policy::DEFAULT.to_owned()),
                Some(PolicyReach::Nothing) => Some(r#"{"Statement":[]}"#.to_owned()),
                Some(PolicyReach::Something) => Some(REDACTED.to_owned()),
            };
            endpoint.groups.iter_mut().flatten().for_each(|group| names.replace("group", &mut group.group_name));
        }
        for interface in self.network_interfaces.iter_mut().flatten() {
            redact_interface(interface, names);
        }
        let reservations = self.reservations.iter_mut().flatten();
        for instance in reservations.flat_map(|reservation| reservation.instances.iter_mut().flatten()) {
            instance.tags = instance.tags.take().map(|tags| names.node_tags(tags));
            for interface in instance.network_interfaces.iter_mut().flatten() {
                redact_interface(interface, names);
            }
            instance
                .security_groups
                .iter_mut()
                .flatten()
                .for_each(|group| names.replace("group", &mut group.group_name));
        }
        for options in self.dhcp_options.iter_mut().flatten() {
            let kept = |option: &DhcpConfiguration| option.key.as_deref() == Some("domain-name-servers");
            options.dhcp_configurations.iter_mut().for_each(|all| all.retain(kept));
        }
        let services = self.service_details.iter_mut().flatten();
        for name in services.flat_map(|service| service.private_dns_names.iter_mut().flatten()) {
            if !name.private_dns_name.as_deref().is_some_and(of_aws) {
                names.replace("service", &mut name.private_dns_name);
            }
        }
        let own = |name: &Option<String>| !name.as_deref().is_some_and(|name| name.starts_with("com.amazonaws."));
        for list in self.managed_prefix_lists.iter_mut().flatten().filter(|list| own(&list.prefix_list_name)) {
            names.replace("list", &mut list.prefix_list_name);
        }
        for version in self.launch_template_versions.iter_mut().flatten() {
            names.replace("template", &mut version.launch_template_name);
            if let Some(data) = &mut version.launch_template_data {
                data.user_data = data.user_data.take().map(|_| REDACTED.to_owned());
            }
        }
    }

    fn redact_route53(&mut self, names: &mut Names) {
        let own = |name: &Option<String>| !name.as_deref().is_some_and(of_aws);
        for zone in self.hosted_zones.iter_mut().flatten().filter(|zone| own(&zone.name)) {
            names.replace("zone", &mut zone.name);
        }
        for answer in self.resource_record_sets.iter_mut().flat_map(|answers| answers.values_mut()) {
            answer.resource_record_sets.iter_mut().flatten().for_each(|record| {
                if own(&record.name) {
                    names.replace("record", &mut record.name);
                    record.resource_records = None;
                }
                if record.alias_target.as_ref().is_some_and(|target| own(&target.dns_name)) {
                    record.alias_target = None;
                }
            });
        }
        for rule in self.resolver_rules.iter_mut().flatten().filter(|rule| own(&rule.domain_name)) {
            names.replace("zone", &mut rule.domain_name);
        }
        self.profile_summaries.iter_mut().flatten().for_each(|profile| names.replace("dns-profile", &mut profile.name));
    }
}

/// EKS's own interfaces are recognised by their description, which names the cluster.
fn redact_interface(interface: &mut NetworkInterface, names: &mut Names) {
    let mut cluster =
        interface.description.as_deref().and_then(|words| words.strip_prefix(EKS_INTERFACE)).map(Into::into);
    names.replace("cluster", &mut cluster);
    interface.description = cluster.map(|cluster| format!("{EKS_INTERFACE}{cluster}"));
    interface.requester_id = None;
    interface.groups.iter_mut().flatten().for_each(|group| names.replace("group", &mut group.group_name));
}

const EKS_INTERFACE: &str = "Amazon EKS ";

/// A name that AWS gave, which tells nothing about its owner.
fn of_aws(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    ["amazonaws.com", "amazonaws.com.cn", "api.aws"].iter().any(|suffix| name.ends_with(suffix))
}
