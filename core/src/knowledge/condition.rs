//! The vocabulary of conditions: when a need, a setting or a statement of support applies. A condition is data; it is
//! held against the circumstances of a cluster and says what made it so, or which statement would settle it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::knowledge::feature::{AUTO_MODE, FeatureRow, IRSA, POD_IDENTITY};
use crate::knowledge::node::{AuthenticationMode, ControlPlaneEgressMode, IpFamily, NodeKind};
use crate::knowledge::option::{CREDENTIALS, OptionRow, OptionValue};
use crate::knowledge::partition::{PartitionRow, RegionRow, WITHOUT_POD_IDENTITY};

/// When something applies.
pub(crate) enum Condition {
    /// Always.
    Always,
    /// Nodes of this kind are there.
    Node(NodeKind),
    /// Nodes are EC2 instances: any kind but Fargate, and those that Auto Mode runs.
    Ec2Nodes,
    /// The feature is used.
    Uses(&'static FeatureRow),
    /// The option of the feature has this value, in words.
    Is(&'static FeatureRow, &'static OptionRow, &'static str),
    /// The option of the feature has a text that is not empty.
    Given(&'static FeatureRow, &'static OptionRow),
    /// The feature's pods get their credentials through `irsa` or `pod-identity`. Where nobody says through which, it
    /// is whatever the cluster uses; where it uses neither, nobody knows.
    Credentials(&'static FeatureRow, &'static FeatureRow),
    /// The IP family is this.
    Family(IpFamily),
    /// The authentication mode of the cluster is this.
    Authentication(AuthenticationMode),
    /// The egress mode of the control plane is this.
    Egress(ControlPlaneEgressMode),
    /// The minor version of Kubernetes lies below this.
    VersionBelow(u16),
    /// The wish states this.
    States(Statement),
    /// A planned endpoint reaches a service of another region.
    AcrossRegions,
    /// The region is in one of these partitions.
    Partition(&'static [&'static PartitionRow]),
    /// The region is one of these.
    Region(&'static [&'static RegionRow]),
    /// All of them.
    All(&'static [Condition]),
    /// At least one of them.
    Any(&'static [Condition]),
    /// Not so.
    Not(&'static Condition),
}

/// Something that a wish may state or leave out; left out, it is not wished.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Statement {
    /// Callers outside the cluster that use its endpoints.
    CallersOfEndpoints,
    /// A VPC that holds the endpoints for several others.
    CentralEndpoints,
    /// Name servers of one's own.
    DnsServers,
    /// Destinations that are not of AWS.
    Destinations,
    /// FIPS.
    Fips,
    /// Security groups of one's own for nodes.
    NodeSecurityGroups,
    /// Security groups of their own for pods.
    PodSecurityGroups,
    /// An HTTP proxy.
    Proxy,
}

impl Statement {
    /// The path of it in a wish.
    const fn path(self) -> &'static str {
        match self {
            Self::CallersOfEndpoints => "callers[].endpoints",
            Self::CentralEndpoints => "endpointVpc",
            Self::DnsServers => "dnsServers",
            Self::Destinations => "destinations",
            Self::Fips => "fips",
            Self::NodeSecurityGroups => "nodeSecurityGroups",
            Self::PodSecurityGroups => "podSecurityGroups",
            Self::Proxy => "proxy",
        }
    }
}

/// What is known of a cluster when conditions are held against it.
pub(crate) struct Circumstances {
    /// The region.
    pub(crate) region: &'static RegionRow,
    /// The kinds of node.
    pub(crate) nodes: BTreeSet<NodeKind>,
    /// The IP family, where somebody stated it.
    pub(crate) ip_family: Option<IpFamily>,
    /// The authentication mode, and whether somebody stated it.
    pub(crate) authentication_mode: (AuthenticationMode, bool),
    /// The egress mode of the control plane, and whether somebody stated it.
    pub(crate) control_plane_egress_mode: (ControlPlaneEgressMode, bool),
    /// The minor version of Kubernetes, where somebody stated it.
    pub(crate) kubernetes_minor: Option<u16>,
    /// What else the wish states.
    pub(crate) stated: BTreeSet<Statement>,
    /// The services of other regions that planned endpoints reach; empty until endpoints are planned.
    pub(crate) across_regions: BTreeSet<String>,
    /// The features by id, each with the options that somebody stated.
    pub(crate) features: BTreeMap<&'static str, BTreeMap<String, OptionValue>>,
}

impl Circumstances {
    /// Whether nodes are EC2 instances.
    pub(crate) fn has_instances(&self) -> bool {
        self.nodes.iter().any(|kind| *kind != NodeKind::Fargate) || self.features.contains_key(AUTO_MODE.id)
    }
}

/// Whether a condition applies, in the order in which "all" and "any" combine.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Truth {
    /// It does not.
    No,
    /// The circumstances do not say.
    Unknown,
    /// It does.
    Yes,
}

/// Whether a condition applies, and what made it so.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Judgement {
    /// Whether it applies.
    pub(crate) truth: Truth,
    /// What made it so, in words; empty for what is always so.
    pub(crate) words: String,
    /// The statements of a wish that would settle it; empty unless it is unknown.
    pub(crate) settled_by: BTreeSet<String>,
}

impl Condition {
    /// Holds the condition against the circumstances.
    pub(crate) fn judge(&self, about: &Circumstances) -> Judgement {
        match self {
            Self::Always => Judgement::sure(true, String::new()),
            Self::Node(kind) => {
                let there = about.nodes.contains(kind);
                let verb = if there { "runs" } else { "does not run" };
                Judgement::sure(there, format!("the cluster {verb} `{}` nodes", kind.as_str()))
            }
            Self::Ec2Nodes => {
                let there = about.has_instances();
                let words = if there { "nodes are EC2 instances" } else { "no node is an EC2 instance" };
                Judgement::sure(there, words.to_owned())
            }
            Self::Uses(row) => uses(row, about),
            Self::Is(feature, option, word) => value(feature, option, about, |value| value == *word),
            Self::Given(feature, option) => value(feature, option, about, |value| !value.is_empty()),
            Self::Credentials(feature, means) => credentials(feature, means, about),
            Self::Family(family) => match about.ip_family {
                Some(stated) => Judgement::sure(stated == *family, format!("`ipFamily` is `{}`", stated.as_str())),
                None => Judgement::unknown("ipFamily".to_owned()),
            },
            Self::Authentication(mode) => {
                let (own, stated) = about.authentication_mode;
                Judgement::taken("authenticationMode", own.as_str(), stated, own == *mode)
            }
            Self::Egress(mode) => {
                let (own, stated) = about.control_plane_egress_mode;
                Judgement::taken("controlPlaneEgressMode", own.as_str(), stated, own == *mode)
            }
            Self::VersionBelow(minor) => match about.kubernetes_minor {
                Some(own) => Judgement::sure(own < *minor, format!("`kubernetesVersion` is `1.{own}`")),
                None => Judgement::unknown("kubernetesVersion".to_owned()),
            },
            Self::States(statement) => {
                let there = about.stated.contains(statement);
                let verb = if there { "is" } else { "is not" };
                Judgement::sure(there, format!("`{}` {verb} stated", statement.path()))
            }
            Self::AcrossRegions => {
                let services: Vec<_> = about.across_regions.iter().map(|service| format!("`{service}`")).collect();
                let words = match services.as_slice() {
                    [] => "no endpoint reaches another region".to_owned(),
                    _ => format!("{} is in another region", services.join(" and ")),
                };
                Judgement::sure(!services.is_empty(), words)
            }
            Self::Partition(rows) => {
                let own = about.region.partition.id;
                Judgement::sure(rows.iter().any(|row| row.id == own), format!("the partition is `{own}`"))
            }
            Self::Region(rows) => {
                let own = about.region.id;
                Judgement::sure(rows.iter().any(|row| row.id == own), format!("the region is `{own}`"))
            }
            Self::All(parts) => combine(parts.iter().map(|part| part.judge(about)), Truth::Yes, Truth::min),
            Self::Any(parts) => combine(parts.iter().map(|part| part.judge(about)), Truth::No, Truth::max),
            Self::Not(part) => {
                let judged = part.judge(about);
                let truth = match judged.truth {
                    Truth::No => Truth::Yes,
                    Truth::Unknown => Truth::Unknown,
                    Truth::Yes => Truth::No,
                };
                Judgement { truth, ..judged }
            }
        }
    }

    /// Whether the condition would apply in another place: what is left of it without the region and the partition, where
    /// only these rule it out.
    pub(crate) fn judge_elsewhere(&self, about: &Circumstances) -> Option<Judgement> {
        let is_place = |part: &&Self| matches!(part, Self::Partition(_) | Self::Region(_));
        let parts = if let Self::All(parts) = self { parts } else { std::slice::from_ref(self) };
        if !parts.iter().any(|part| is_place(&part) && part.judge(about).truth == Truth::No) {
            return None;
        }
        let rest = parts.iter().filter(|part| !is_place(part)).map(|part| part.judge(about));
        Some(combine(rest, Truth::Yes, Truth::min))
    }

    /// Every option that the condition reads, with the feature that must have it.
    pub(crate) fn options(&self) -> Vec<(&'static FeatureRow, &'static OptionRow)> {
        match self {
            Self::Is(feature, option, _) | Self::Given(feature, option) => vec![(feature, option)],
            Self::Credentials(feature, _) => vec![(feature, &CREDENTIALS)],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::options).collect(),
            Self::Not(part) => part.options(),
            _ => Vec::new(),
        }
    }
}

impl Judgement {
    fn sure(so: bool, words: String) -> Self {
        Self { truth: if so { Truth::Yes } else { Truth::No }, words, settled_by: BTreeSet::new() }
    }

    fn taken(path: &str, own: &str, stated: bool, so: bool) -> Self {
        let words = if stated {
            format!("`{path}` is `{own}`")
        } else {
            format!("`{path}` is not stated and taken as `{own}`")
        };
        Self::sure(so, words)
    }

    fn unknown(settled_by: String) -> Self {
        Self {
            truth: Truth::Unknown,
            words: format!("`{settled_by}` is not stated"),
            settled_by: BTreeSet::from([settled_by]),
        }
    }
}

fn uses(row: &FeatureRow, about: &Circumstances) -> Judgement {
    let there = about.features.contains_key(row.id);
    let verb = if there { "is" } else { "is not" };
    Judgement::sure(there, format!("`{}` {verb} used", row.id))
}

fn value(row: &FeatureRow, option: &OptionRow, about: &Circumstances, test: impl Fn(&str) -> bool) -> Judgement {
    let Some(options) = about.features.get(row.id) else { return uses(row, about) };
    let path = format!("features.{}.{}", row.id, option.name);
    match (options.get(option.name), option.unstated) {
        (Some(value), _) => {
            let value = value.to_string();
            Judgement::sure(test(&value), format!("`{path}` is `{value}`"))
        }
        (None, Some(taken)) => {
            let taken_as = if taken.is_empty() { "none".to_owned() } else { format!("`{taken}`") };
            Judgement::sure(test(taken), format!("`{path}` is not stated and taken as {taken_as}"))
        }
        (None, None) => Judgement::unknown(path),
    }
}

fn credentials(row: &FeatureRow, means: &FeatureRow, about: &Circumstances) -> Judgement {
    let Some(options) = about.features.get(row.id) else { return uses(row, about) };
    let partition = about.region.partition.id;
    if means.id == POD_IDENTITY.id && WITHOUT_POD_IDENTITY.iter().any(|own| own.id == partition) {
        return Judgement::sure(false, format!("the partition `{partition}` has no `{}`", means.id));
    }
    let cluster_says = [&IRSA, &POD_IDENTITY].iter().any(|way| about.features.contains_key(way.id));
    if options.contains_key(CREDENTIALS.name) || !cluster_says {
        return value(row, &CREDENTIALS, about, |value| value == means.id);
    }
    uses(means, about)
}

/// The parts that decide speak; the others are silent.
fn combine(parts: impl Iterator<Item = Judgement>, start: Truth, with: fn(Truth, Truth) -> Truth) -> Judgement {
    let parts: Vec<_> = parts.collect();
    let truth = parts.iter().fold(start, |truth, part| with(truth, part.truth));
    let mut words = Vec::new();
    let mut settled_by = BTreeSet::new();
    for part in parts.into_iter().filter(|part| part.truth == truth) {
        if !part.words.is_empty() && !words.contains(&part.words) {
            words.push(part.words);
        }
        settled_by.extend(part.settled_by);
    }
    Judgement { truth, words: words.join(" and "), settled_by }
}

/// The condition in words, whatever the circumstances; empty for what is always so.
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, parts: &[Self], between: &str| {
            for (at, part) in parts.iter().enumerate() {
                f.write_str(if at == 0 { "" } else { between })?;
                match part {
                    Self::All(_) | Self::Any(_) => write!(f, "({part})")?,
                    _ => write!(f, "{part}")?,
                }
            }
            Ok(())
        };
        match self {
            Self::Always => Ok(()),
            Self::Node(kind) => write!(f, "there are `{}` nodes", kind.as_str()),
            Self::Ec2Nodes => f.write_str("nodes are EC2 instances"),
            Self::Uses(row) => write!(f, "`{}` is used", row.id),
            Self::Is(row, option, word) => write!(f, "`features.{}.{}` is `{word}`", row.id, option.name),
            Self::Given(row, option) => write!(f, "`features.{}.{}` is given", row.id, option.name),
            Self::Credentials(row, means) => write!(f, "`{}` gets its credentials through `{}`", row.id, means.id),
            Self::Family(family) => write!(f, "`ipFamily` is `{}`", family.as_str()),
            Self::Authentication(mode) => write!(f, "`authenticationMode` is `{}`", mode.as_str()),
            Self::Egress(mode) => write!(f, "`controlPlaneEgressMode` is `{}`", mode.as_str()),
            Self::VersionBelow(minor) => write!(f, "`kubernetesVersion` is below `1.{minor}`"),
            Self::AcrossRegions => f.write_str("an endpoint reaches another region"),
            Self::States(statement) => write!(f, "`{}` is stated", statement.path()),
            Self::Partition(rows) => {
                write!(f, "the partition is {}", either(rows.iter().map(|row| row.id)))
            }
            Self::Region(rows) => write!(f, "the region is {}", either(rows.iter().map(|row| row.id))),
            Self::All(parts) => list(f, parts, " and "),
            Self::Any(parts) => list(f, parts, " or "),
            Self::Not(part) => write!(f, "not ({part})"),
        }
    }
}

fn either(ids: impl Iterator<Item = &'static str>) -> String {
    ids.map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::feature::KARPENTER;
    use crate::knowledge::option::{INTERRUPTION_QUEUE, ISOLATED_VPC};
    use crate::knowledge::region;

    fn about(features: &[&'static str], options: &[(&str, &str)]) -> Circumstances {
        let mut about = Circumstances {
            region: region("ap-northeast-1").unwrap(),
            nodes: BTreeSet::from([NodeKind::Al2023]),
            ip_family: None,
            authentication_mode: (AuthenticationMode::Api, false),
            control_plane_egress_mode: (ControlPlaneEgressMode::AwsManaged, false),
            kubernetes_minor: None,
            stated: BTreeSet::new(),
            across_regions: BTreeSet::new(),
            features: features.iter().map(|id| (*id, BTreeMap::new())).collect(),
        };
        for (name, value) in options {
            about.features.entry("karpenter").or_default().insert((*name).to_owned(), OptionValue::from(*value));
        }
        about
    }

    const QUEUE: Condition = Condition::Given(&KARPENTER, &INTERRUPTION_QUEUE);
    const ISOLATED: Condition = Condition::Is(&KARPENTER, &ISOLATED_VPC, "true");
    const IPV6: Condition = Condition::Family(IpFamily::Ipv6);

    #[test]
    fn silence_is_unknown_unless_the_option_says_what_it_means() {
        assert_eq!(QUEUE.judge(&about(&[], &[])).truth, Truth::No);
        let open = QUEUE.judge(&about(&["karpenter"], &[]));
        assert_eq!(open.truth, Truth::Unknown);
        assert_eq!(open.settled_by, BTreeSet::from(["features.karpenter.interruptionQueue".to_owned()]));
        assert_eq!(QUEUE.judge(&about(&[], &[("interruptionQueue", "")])).truth, Truth::No);
        let taken = ISOLATED.judge(&about(&["karpenter"], &[]));
        assert_eq!(taken.truth, Truth::Yes);
        assert_eq!(taken.words, "`features.karpenter.isolatedVpc` is not stated and taken as `true`");
    }

    /// Kleene's tables: no beats unknown beats yes in "all", the other way round in "any".
    #[test]
    fn what_decides_speaks() {
        const NEVER: Condition = Condition::Uses(&IRSA);
        static UNSETTLED: [Condition; 2] = [QUEUE, IPV6];
        static RULED_OUT: [Condition; 2] = [QUEUE, NEVER];
        static MADE_SURE: [Condition; 3] = [QUEUE, NEVER, ISOLATED];
        let open = about(&["karpenter"], &[]);
        let both = Condition::All(&UNSETTLED).judge(&open);
        assert_eq!(both.truth, Truth::Unknown);
        assert_eq!(both.settled_by.len(), 2);
        let no = Condition::All(&RULED_OUT).judge(&open);
        assert_eq!((no.truth, no.words.as_str()), (Truth::No, "`irsa` is not used"));
        assert!(no.settled_by.is_empty());
        assert_eq!(Condition::Any(&RULED_OUT).judge(&open).truth, Truth::Unknown);
        assert_eq!(Condition::Any(&MADE_SURE).judge(&open).truth, Truth::Yes);
        assert_eq!(Condition::Not(&QUEUE).judge(&open).truth, Truth::Unknown);
        assert_eq!(Condition::Not(&NEVER).judge(&open).truth, Truth::Yes);
        assert_eq!(Condition::All(&[]).judge(&open).truth, Truth::Yes);
        assert_eq!(Condition::Any(&[]).judge(&open).truth, Truth::No);
    }

    #[test]
    fn credentials_are_the_clusters_own_unless_stated() {
        const BY_IRSA: Condition = Condition::Credentials(&KARPENTER, &IRSA);
        for (features, stated, truth) in [
            (&["karpenter"][..], None, Truth::Unknown),
            (&["karpenter", "irsa"], None, Truth::Yes),
            (&["karpenter", "pod-identity"], None, Truth::No),
            (&["karpenter", "irsa"], Some("node-role"), Truth::No),
            (&["karpenter", "pod-identity"], Some("irsa"), Truth::Yes),
            (&["irsa"], None, Truth::No),
        ] {
            let options: Vec<_> = stated.map(|word| ("credentials", word)).into_iter().collect();
            assert_eq!(BY_IRSA.judge(&about(features, &options)).truth, truth, "{features:?} {stated:?}");
        }
    }

    #[test]
    fn a_condition_says_itself() {
        static PARTS: [Condition; 2] = [Condition::Any(&[QUEUE, IPV6]), Condition::Not(&ISOLATED)];
        assert_eq!(
            Condition::All(&PARTS).to_string(),
            "(`features.karpenter.interruptionQueue` is given or `ipFamily` is `ipv6`) and \
             not (`features.karpenter.isolatedVpc` is `true`)"
        );
        assert_eq!(Condition::Always.to_string(), "");
    }
}
