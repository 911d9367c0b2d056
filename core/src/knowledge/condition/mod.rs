//! The vocabulary of conditions: when a need, a setting or a statement of support applies. A condition is data; it is
//! held against the circumstances of a cluster and says what made it so, or which statement would settle it.

mod words;

use std::collections::{BTreeMap, BTreeSet};

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
        self.nodes.iter().any(|kind| *kind != NodeKind::Fargate) || self.uses(&AUTO_MODE)
    }

    /// Whether a feature is used.
    pub(crate) fn uses(&self, row: &FeatureRow) -> bool {
        self.features.contains_key(row.id)
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
        self.judged(self.truth(about), about)
    }

    /// The same, unless the condition rules itself out.
    pub(crate) fn judge_unless_no(&self, about: &Circumstances) -> Option<Judgement> {
        let truth = self.truth(about);
        (truth != Truth::No).then(|| self.judged(truth, about))
    }

    fn judged(&self, truth: Truth, about: &Circumstances) -> Judgement {
        let mut judged = Judgement::of(truth);
        self.say(about, &mut judged);
        judged
    }

    /// Whether the condition applies: what [`judge`](Self::judge) says, without a word.
    pub(crate) fn truth(&self, about: &Circumstances) -> Truth {
        match self {
            Self::Always => Truth::Yes,
            Self::Node(kind) => Truth::sure(about.nodes.contains(kind)),
            Self::Ec2Nodes => Truth::sure(about.has_instances()),
            Self::Uses(row) => Truth::sure(about.uses(row)),
            Self::Is(feature, option, word) => Stated::of(feature, option, about).truth(|value| value == *word),
            Self::Given(feature, option) => Stated::of(feature, option, about).truth(|value| !value.is_empty()),
            Self::Credentials(feature, means) => match Means::of(feature, means, about) {
                Means::Nowhere(_) => Truth::No,
                Means::Option(stated) => stated.truth(|value| value == means.id),
                Means::OfCluster => Truth::sure(about.uses(means)),
            },
            Self::Family(family) => about.ip_family.map_or(Truth::Unknown, |stated| Truth::sure(stated == *family)),
            Self::Authentication(mode) => Truth::sure(about.authentication_mode.0 == *mode),
            Self::Egress(mode) => Truth::sure(about.control_plane_egress_mode.0 == *mode),
            Self::VersionBelow(minor) => about.kubernetes_minor.map_or(Truth::Unknown, |own| Truth::sure(own < *minor)),
            Self::States(statement) => Truth::sure(about.stated.contains(statement)),
            Self::AcrossRegions => Truth::sure(!about.across_regions.is_empty()),
            Self::Partition(rows) => Truth::sure(rows.iter().any(|row| row.id == about.region.partition.id)),
            Self::Region(rows) => Truth::sure(rows.iter().any(|row| row.id == about.region.id)),
            Self::All(parts) => all(*parts, about),
            Self::Any(parts) => parts.iter().map(|part| part.truth(about)).max().unwrap_or(Truth::No),
            Self::Not(part) => match part.truth(about) {
                Truth::No => Truth::Yes,
                Truth::Unknown => Truth::Unknown,
                Truth::Yes => Truth::No,
            },
        }
    }

    /// Whether the condition would apply in another place: what is left of it without the region and the partition, where
    /// only these rule it out.
    pub(crate) fn judge_elsewhere(&self, about: &Circumstances) -> Option<Judgement> {
        let is_place = |part: &&Self| matches!(part, Self::Partition(_) | Self::Region(_));
        let parts = if let Self::All(parts) = self { parts } else { std::slice::from_ref(self) };
        if !parts.iter().any(|part| is_place(&part) && part.truth(about) == Truth::No) {
            return None;
        }
        let rest = || parts.iter().filter(|part| !is_place(part));
        let mut judged = Judgement::of(all(rest(), about));
        words::say_parts(rest(), judged.truth, about, &mut judged);
        Some(judged)
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

impl Truth {
    const fn sure(so: bool) -> Self {
        if so { Self::Yes } else { Self::No }
    }
}

impl Judgement {
    const fn of(truth: Truth) -> Self {
        Self { truth, words: String::new(), settled_by: BTreeSet::new() }
    }
}

/// What is known of an option.
enum Stated<'a> {
    /// Its feature is not used.
    Unused,
    /// Somebody stated it.
    Value(&'a str),
    /// Nobody did, and this is taken.
    Taken(&'static str),
    /// Nobody did, and nothing is taken.
    Nothing,
}

impl<'a> Stated<'a> {
    fn of(row: &FeatureRow, option: &OptionRow, about: &'a Circumstances) -> Self {
        let Some(options) = about.features.get(row.id) else { return Self::Unused };
        match (options.get(option.name), option.unstated) {
            (Some(value), _) => Self::Value(value.as_str()),
            (None, Some(taken)) => Self::Taken(taken),
            (None, None) => Self::Nothing,
        }
    }

    fn truth(&self, test: impl Fn(&str) -> bool) -> Truth {
        match self {
            Self::Unused => Truth::No,
            Self::Value(value) | Self::Taken(value) => Truth::sure(test(value)),
            Self::Nothing => Truth::Unknown,
        }
    }
}

/// Through what the pods of a feature get their credentials.
enum Means<'a> {
    /// Not through these: the partition does not have them.
    Nowhere(&'static str),
    /// What the option of the feature says.
    Option(Stated<'a>),
    /// Whatever the cluster uses.
    OfCluster,
}

impl<'a> Means<'a> {
    fn of(row: &FeatureRow, means: &FeatureRow, about: &'a Circumstances) -> Self {
        let Some(options) = about.features.get(row.id) else { return Self::Option(Stated::Unused) };
        let partition = about.region.partition.id;
        if means.id == POD_IDENTITY.id && WITHOUT_POD_IDENTITY.iter().any(|own| own.id == partition) {
            return Self::Nowhere(partition);
        }
        let cluster_says = [&IRSA, &POD_IDENTITY].iter().any(|way| about.uses(way));
        if options.contains_key(CREDENTIALS.name) || !cluster_says {
            return Self::Option(Stated::of(row, &CREDENTIALS, about));
        }
        Self::OfCluster
    }
}

/// Whether all of them apply.
fn all<'a>(parts: impl IntoIterator<Item = &'a Condition>, about: &Circumstances) -> Truth {
    parts.into_iter().map(|part| part.truth(about)).min().unwrap_or(Truth::Yes)
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
