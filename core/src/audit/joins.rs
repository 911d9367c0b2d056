//! How nodes are told about their cluster: the user data of launch templates that node groups, instances and the wish
//! use, read once for all rules, and what the cluster itself says. It makes no finding.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use super::places::is_node;
use super::report::Severity;
use super::target::Target;
use crate::bootstrap::{Facts, InspectRequest, NodeFamily, Told, facts, mended};
use crate::day::Day;
use crate::network::{Network, Repair};
use crate::plan::{Reason, reason_of};
use crate::snapshot::{
    Instance, LaunchTemplateVersion, Nodegroup, NodegroupLaunchTemplate, Part, REDACTED, Settlement, Snapshot, Tag,
    settlement,
};
use crate::text::{is_token, quoted};
use crate::verdict::Verdict;

/// Everything that tells nodes about their cluster.
pub(super) struct Joins {
    pub(super) told: Vec<Join>,
    pub(super) target: Target,
}

/// One user data, and who uses it.
pub(super) struct Join {
    /// A node group, a launch template, or `instances`.
    pub(super) subject: String,
    /// The same in words.
    pub(super) words: String,
    /// The launch template and its version; empty when it is not known.
    pub(super) document: String,
    pub(super) merged_by_eks: bool,
    pub(super) data: Data,
    /// What mends all that can be mended, and how the user data would then be read.
    mend: Option<(Vec<Repair>, Facts)>,
}

/// What is known of user data.
pub(super) enum Data {
    Read(Box<Facts>, usize),
    /// It was not collected; why, and what would settle it.
    Missing(String, Settlement),
    /// It is known only at deployment, or was taken out.
    Hidden(&'static str),
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Looks {
    /// Whether nodes are told all that they need.
    Told,
    /// Whether it is what the cluster says.
    Cluster,
    /// The text itself.
    Text,
}

/// What a rule says of user data that can be read.
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    pub(super) message: String,
    pub(super) says: Vec<String>,
    pub(super) settled_by: Vec<Settlement>,
}

impl Judged {
    pub(super) fn new(verdict: Verdict, message: impl Into<String>) -> Self {
        Self { verdict, message: message.into(), says: Vec::new(), settled_by: Vec::new() }
    }

    pub(super) fn settled_by(mut self, part: Part) -> Self {
        self.settled_by.push(settlement(part, None, None, None));
        self
    }
}

impl Join {
    /// Whether EKS merges its own part, and what it says of the cluster wins; Bottlerocket's users win.
    pub(super) fn eks_wins(&self, facts: &Facts) -> bool {
        self.merged_by_eks && facts.family != Some(NodeFamily::Bottlerocket)
    }
}

impl Joins {
    pub(super) fn of(network: &Network<'_>, cluster: Option<&str>, as_of: Day) -> Self {
        let snapshot = network.snapshot;
        let mut finder = Finder { network, told: Vec::new(), used: BTreeMap::new() };
        for group in snapshot.nodegroups.iter().flatten() {
            finder.nodegroup(group);
        }
        finder.instances(cluster);
        finder.others(cluster);
        let target = Target::of(snapshot, as_of);
        let mut told = finder.told;
        for join in &mut told {
            join.mend = join.mend.take().and_then(|(repairs, _)| with_data(repairs, join, &target, snapshot));
        }
        // A later version serves all groups of a template, so groups of two versions are not mended by one call.
        let shared: BTreeSet<String> =
            finder.used.into_iter().filter(|(_, versions)| versions.len() > 1).map(|(template, _)| template).collect();
        for join in &mut told {
            if shared.iter().any(|template| join.document.starts_with(&format!("{template}/"))) {
                join.mend = None;
            }
        }
        Self { told, target }
    }

    /// A finding of a rule for each user data; `judge` looks at what can be read.
    pub(super) fn drafts(
        &self,
        severity: Severity,
        looks: Looks,
        judge: impl Fn(&Join, &Facts, usize) -> Option<Judged>,
    ) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for join in &self.told {
            let draft = |verdict, message: String| Draft::new(&join.subject, verdict, severity, message);
            match &join.data {
                // What EKS tells the nodes does not depend on what else they are told.
                Data::Missing(..) | Data::Hidden(_) if join.merged_by_eks && looks != Looks::Text => {
                    let judged = (looks == Looks::Told).then(|| judge(join, &Facts::default(), 0)).flatten();
                    drafts.extend(judged.map(|judged| draft(judged.verdict, judged.message)));
                }
                Data::Missing(why, settlement) if looks == Looks::Told => {
                    let message = format!("how {} is told about the cluster is not known: {why}", join.words);
                    drafts.push(draft(Verdict::Unknown, message).settled_by([settlement.clone()]));
                }
                // One rule tells of it.
                Data::Missing(..) => {}
                Data::Hidden(why) => {
                    let message = format!("the user data of {} is not known: {why}", join.words);
                    let settled = settlement(Part::LaunchTemplateVersions, None, None, None);
                    drafts.push(draft(Verdict::Unknown, message).settled_by([settled]));
                }
                Data::Read(facts, bytes) => {
                    let Some(judged) = judge(join, facts, *bytes) else { continue };
                    let mut draft = draft(judged.verdict, judged.message)
                        .because(&reasons(facts.family))
                        .settled_by(judged.settled_by);
                    for says in judged.says {
                        draft = draft.evidence(Part::LaunchTemplateVersions, &join.document, says);
                    }
                    if let (Verdict::Broken, Some((repairs, after))) = (judged.verdict, &join.mend) {
                        let met = judge(join, after, *bytes).is_none_or(|after| after.verdict == Verdict::Met);
                        draft = draft.mended_by(repairs.iter().filter(|_| met).cloned());
                    }
                    drafts.push(draft);
                }
            }
        }
        drafts
    }
}

/// Why nodes of a family have to be told.
fn reasons(family: Option<NodeFamily>) -> Vec<Reason> {
    let claims: &[&str] = match family {
        Some(NodeFamily::Al2) => &["al2-bootstrap-arguments", "al2-needs-eks-without-arguments"],
        Some(NodeFamily::Al2023 | NodeFamily::Hybrid) => &["al2023-node-config"],
        Some(NodeFamily::Bottlerocket) => &["bottlerocket-settings", "bottlerocket-needs-eks-without-settings"],
        Some(NodeFamily::Windows) => &["windows-bootstrap-arguments"],
        // No claim says how Ubuntu's script is told.
        Some(NodeFamily::Ubuntu) | None => &[],
    };
    claims.iter().filter_map(|claim| reason_of(claim)).collect()
}

struct Finder<'n, 'a> {
    network: &'n Network<'a>,
    told: Vec<Join>,
    /// The versions of each launch template that something uses.
    used: BTreeMap<String, BTreeSet<Option<i64>>>,
}

impl<'a> Finder<'_, 'a> {
    fn nodegroup(&mut self, group: &'a Nodegroup) {
        // Without a launch template EKS writes all of it.
        let Some(wanted) = &group.launch_template else { return };
        let name = group.nodegroup_name.as_deref().unwrap_or_default();
        let words = format!("the node group {}", quoted([name]));
        // An AMI in the launch template makes the type of the node group `CUSTOM`.
        let version = template(self.network, wanted);
        let data = version.and_then(|version| version.launch_template_data.as_ref());
        let named = data.map(|data| data.image_id.is_some());
        let merged_by_eks = !named.unwrap_or(group.ami_type.as_deref().is_none_or(|image| image == "CUSTOM"));
        let Some(version) = version else {
            let why = if self.network.is_whole(Part::LaunchTemplateVersions) {
                "the version of its launch template is not among the documents".to_owned()
            } else {
                self.network.gap(Part::LaunchTemplateVersions)
            };
            let settled = settlement(Part::LaunchTemplateVersions, None, None, None);
            return self.missing(name, words, why, settled, merged_by_eks);
        };
        let family = group.ami_type.as_deref().and_then(family_of_image);
        let repairs = version.launch_template_id.clone().zip(version.version_number).map(|(template, source)| {
            let follow = Repair::UseLatestTemplateVersion {
                cluster: group.cluster_name.clone().unwrap_or_default(),
                nodegroup: name.to_owned(),
                template: template.clone(),
            };
            vec![Repair::AddTemplateVersion { template, source, user_data: String::new() }, follow]
        });
        self.add(name, words, version, family, merged_by_eks, repairs);
    }

    fn missing(&mut self, subject: &str, words: String, why: String, settled: Settlement, merged_by_eks: bool) {
        self.told.push(Join {
            subject: subject.to_owned(),
            words,
            document: String::new(),
            merged_by_eks,
            data: Data::Missing(why, settled),
            mend: None,
        });
    }

    fn add(
        &mut self,
        subject: &str,
        words: String,
        version: &'a LaunchTemplateVersion,
        family: Option<NodeFamily>,
        merged_by_eks: bool,
        repairs: Option<Vec<Repair>>,
    ) {
        let id = version.launch_template_id.clone().unwrap_or_default();
        self.used.entry(id.clone()).or_default().insert(version.version_number);
        let number = version.version_number.map(|number| number.to_string()).unwrap_or_default();
        let data = version.launch_template_data.as_ref();
        let text = data.and_then(|data| data.user_data.as_deref()).unwrap_or_default();
        let data = if data.is_none() {
            Data::Hidden("the document does not show it")
        } else if is_token(text) {
            Data::Hidden("it is known only at deployment")
        } else if text == REDACTED {
            Data::Hidden("it was taken out of the documents")
        } else {
            let (facts, bytes) = facts(&request(text, family, merged_by_eks));
            Data::Read(Box::new(facts), bytes)
        };
        let document = format!("{id}/{number}");
        let mend = repairs.filter(|_| !merged_by_eks && !id.is_empty()).map(|repairs| (repairs, Facts::default()));
        self.told.push(Join { subject: subject.to_owned(), words, document, merged_by_eks, data, mend });
    }

    /// Instances that nobody manages tell by their tags which launch template they came from.
    fn instances(&mut self, cluster: Option<&str>) {
        let mut without = Vec::new();
        let mut seen = BTreeSet::new();
        let reservations = self.network.snapshot.reservations.iter().flatten();
        for instance in reservations.flat_map(|reservation| reservation.instances.iter().flatten()) {
            if !is_node(instance, cluster) || is_managed(instance) {
                continue;
            }
            let wanted = NodegroupLaunchTemplate {
                id: tag(instance, "aws:ec2launchtemplate:id"),
                name: None,
                version: tag(instance, "aws:ec2launchtemplate:version"),
            };
            let version = wanted.id.as_ref().and_then(|_| template(self.network, &wanted));
            let Some(version) = version else {
                without.extend(instance.instance_id.as_deref());
                continue;
            };
            let id = wanted.id.unwrap_or_default();
            if seen.insert((id.clone(), version.version_number)) {
                let words = format!("the launch template `{id}`");
                self.add(&id, words, version, None, false, None);
            }
        }
        let Some(first) = without.first() else { return };
        let settled = Settlement {
            document: format!("the user data of {first}"),
            command: format!("aws ec2 describe-instance-attribute --attribute userData --instance-id {first}"),
            permission: "ec2:DescribeInstanceAttribute".to_owned(),
        };
        let why = "their user data is not among the documents".to_owned();
        let words = format!("each of {} instances, such as `{first}`,", without.len());
        self.missing("instances", words, why, settled, false);
    }

    /// Launch templates that nothing shown uses count where they name this cluster: groups may use them.
    fn others(&mut self, cluster: Option<&str>) {
        let mut newest: BTreeMap<&str, &LaunchTemplateVersion> = BTreeMap::new();
        for version in self.network.snapshot.launch_template_versions.iter().flatten() {
            let Some(id) = version.launch_template_id.as_deref() else { continue };
            let rank =
                |version: &LaunchTemplateVersion| (version.default_version == Some(true), version.version_number);
            let known = newest.entry(id).or_insert(version);
            if rank(version) > rank(known) {
                *known = version;
            }
        }
        for (id, version) in newest.into_iter().filter(|(id, _)| !self.used.contains_key(*id)).collect::<Vec<_>>() {
            let text = version.launch_template_data.as_ref().and_then(|data| data.user_data.as_deref());
            let Some(text) = text.filter(|text| !is_token(text) && *text != REDACTED) else { continue };
            let read = facts(&request(text, None, false)).0;
            if read.joins && read.name.given().map(String::as_str) == cluster && cluster.is_some() {
                self.add(id, format!("the launch template `{id}`"), version, None, false, None);
            }
        }
    }
}

fn request(text: &str, family: Option<NodeFamily>, merged_by_eks: bool) -> InspectRequest {
    InspectRequest { user_data: text.to_owned(), family, merged_by_eks, as_of: None }
}

/// The repairs with the user data in them, and how that reads.
fn with_data(repairs: Vec<Repair>, join: &Join, target: &Target, snapshot: &Snapshot) -> Option<(Vec<Repair>, Facts)> {
    let Data::Read(read, _) = &join.data else { return None };
    let authority = target.authority.as_ref()?;
    let (cidr, dns) = (target.service_cidr?, target.dns()?);
    let given = read.dns.given();
    let told = Told {
        name: target.name.as_deref()?,
        endpoint: target.endpoint.as_deref()?,
        authority: &authority.data,
        service_cidr: &cidr.to_string(),
        dns: &dns,
        replace_dns: given.is_some_and(|given| *given != [dns.clone()]),
    };
    let versions = snapshot.launch_template_versions.iter().flatten();
    let version = versions.into_iter().find(|version| {
        let id = version.launch_template_id.as_deref().unwrap_or_default();
        version.version_number.is_some_and(|number| join.document == format!("{id}/{number}"))
    })?;
    let text = version.launch_template_data.as_ref()?.user_data.as_deref()?;
    let new = mended(&request(text, read.family, false), read.family, &told)?;
    let after = facts(&request(&new, read.family, false)).0;
    let with = |repair| match repair {
        Repair::AddTemplateVersion { template, source, .. } => {
            Repair::AddTemplateVersion { template, source, user_data: new.clone() }
        }
        other => other,
    };
    Some((repairs.into_iter().map(with).collect(), after))
}

fn tag(instance: &Instance, key: &str) -> Option<String> {
    let tags: &[Tag] = instance.tags.as_deref().unwrap_or_default();
    tags.iter().find(|tag| tag.key.as_deref() == Some(key)).and_then(|tag| tag.value.clone())
}

/// EKS and Karpenter write the user data of their own instances.
fn is_managed(instance: &Instance) -> bool {
    let keys = instance.tags.iter().flatten().filter_map(|tag| tag.key.as_deref());
    keys.into_iter().any(|key| ["eks:", "aws:eks:", "karpenter.sh/"].iter().any(|prefix| key.starts_with(prefix)))
}

/// AWS's types of images begin with the operating system; `CUSTOM` says nothing.
fn family_of_image(image: &str) -> Option<NodeFamily> {
    let families = [
        ("AL2023_", NodeFamily::Al2023),
        ("AL2_", NodeFamily::Al2),
        ("BOTTLEROCKET_", NodeFamily::Bottlerocket),
        ("WINDOWS_", NodeFamily::Windows),
    ];
    families.into_iter().find(|(prefix, _)| image.starts_with(prefix)).map(|(_, family)| family)
}

/// The version of a launch template that is wanted.
pub(super) fn template<'a>(
    network: &Network<'a>,
    wanted: &NodegroupLaunchTemplate,
) -> Option<&'a LaunchTemplateVersion> {
    let versions = network.snapshot.launch_template_versions.iter().flatten().filter(|version| {
        let by_id = wanted.id.is_some() && version.launch_template_id == wanted.id;
        by_id || (wanted.id.is_none() && wanted.name.is_some() && version.launch_template_name == wanted.name)
    });
    let mut versions = versions.peekable();
    match wanted.version.as_deref() {
        Some("$Latest") if network.is_whole(Part::LaunchTemplateVersions) => {
            versions.max_by_key(|version| version.version_number)
        }
        Some("$Latest") => None,
        Some("$Default") | None => versions.find(|version| version.default_version == Some(true)),
        Some(number) => versions.find(|version| version.version_number.is_some_and(|n| n.to_string() == number)),
    }
}
