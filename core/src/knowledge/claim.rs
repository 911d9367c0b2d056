//! A claim: something that was or is true, since when and until when, how sure that is and where it can be read. What
//! follows from claims for a wish is worked out elsewhere.

use schemars::JsonSchema;
use serde::Serialize;

use crate::day::Day;
use crate::knowledge::condition::Condition;
use crate::knowledge::feature::FeatureRow;
use crate::knowledge::node::{NodeKind, NodeSystem};
use crate::knowledge::service::{EndpointType, ServiceRow};
use crate::knowledge::setting::SettingRow;
use crate::knowledge::source::SourceRow;
use crate::knowledge::switch::Switch;

/// Something that was or is true. A claim that ceases to be true is closed with a day, never edited.
pub(crate) struct Claim {
    /// The id, such as `irsa-needs-sts`.
    pub(crate) id: &'static str,
    /// What it is about.
    pub(crate) about: Subject,
    /// The claim in a sentence.
    pub(crate) statement: &'static str,
    /// The first day.
    pub(crate) since: Since,
    /// The first day on which it was no longer true.
    pub(crate) until: Option<Day>,
    /// How sure it is.
    pub(crate) confidence: Confidence,
    /// Where it can be read: a source and the place in it.
    pub(crate) cites: &'static [(&'static SourceRow, &'static str)],
    /// What follows from it.
    pub(crate) says: Says,
}

impl Claim {
    /// Whether it was true on a day.
    pub(crate) fn holds_on(&self, day: Day) -> bool {
        self.since.day() <= day && self.until.is_none_or(|until| day < until)
    }

    /// Where it can be read, written out.
    pub(crate) fn cites(&self) -> Vec<Cite> {
        self.cites.iter().map(|(source, section)| source.cite(section)).collect()
    }
}

/// What a claim is about.
#[derive(Clone, Copy)]
pub(crate) enum Subject {
    /// Every cluster.
    Base,
    /// Clusters with a kind of node.
    Node(NodeKind),
    /// Clusters with a feature.
    Feature(&'static FeatureRow),
    /// Nodes of a system that a wish cannot ask for by its kind; a plan says nothing of it.
    System(NodeSystem),
}

impl Subject {
    /// The word on the wire.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Node(kind) => kind.as_str(),
            Self::Feature(row) => row.id,
            Self::System(system) => system.as_str(),
        }
    }
}

/// The first day of a claim.
#[derive(Clone, Copy)]
pub(crate) enum Since {
    /// It became true on this day.
    From(Day),
    /// Nobody wrote when it became true; the first source that is known to say so is of this day.
    FirstKnown(Day),
}

impl Since {
    /// The day.
    pub(crate) const fn day(self) -> Day {
        match self {
            Self::From(day) | Self::FirstKnown(day) => day,
        }
    }
}

/// What follows from a claim.
pub(crate) enum Says {
    /// Nothing by itself; an edition rests on it.
    Fact,
    /// An endpoint must exist.
    Needs {
        /// The service.
        service: &'static ServiceRow,
        /// The type of endpoint that serves the need.
        endpoint: EndpointType,
        /// How strongly.
        level: Level,
        /// When, beyond its subject being there.
        when: Condition,
    },
    /// An endpoint must exist for each service that the wish says workloads call.
    NeedsWhatIsCalled {
        /// How strongly.
        level: Level,
    },
    /// The endpoint service for FIPS must exist beside each planned one that has it.
    NeedsFips {
        /// How strongly.
        level: Level,
        /// When, beyond its subject being there.
        when: Condition,
    },
    /// A wish with this fault cannot be met.
    Forbids {
        /// The fault.
        fault: Fault,
    },
    /// Its subject pulls images from accounts of AWS that differ from region to region and are not kept here.
    PullsElsewhere {
        /// Who pulls, in words.
        who: &'static str,
    },
    /// No endpoint is needed, although one is often made for it.
    NeedsNot {
        /// The service.
        service: &'static ServiceRow,
    },
    /// Something cannot be reached privately at all; a setting is the way round.
    NoEndpoint {
        /// What cannot be reached, as its host or its API is called.
        what: &'static str,
        /// The setting that avoids the need.
        setting: &'static SettingRow,
        /// How strongly.
        level: Level,
        /// When, beyond its subject being there.
        when: Condition,
    },
    /// Something to mind that no setting settles.
    Minds {
        /// When, beyond its subject being there.
        when: Condition,
    },
    /// A setting must be made.
    Sets {
        /// The setting.
        setting: &'static SettingRow,
        /// How strongly.
        level: Level,
        /// When, beyond its subject being there.
        when: Condition,
    },
    /// A node still makes this call while it boots.
    Calls {
        /// The service by the suffix of its endpoint service; `imds` and `kubernetes` have none.
        service: &'static str,
        /// The endpoints that it needs, by suffix; none where no endpoint serves it.
        endpoints: &'static [&'static str],
        /// The call.
        call: &'static str,
        /// What happens where it is not answered, and how it is avoided.
        unanswered: &'static str,
        /// What of a node's own settings avoids it.
        avoided_by: Switch,
        /// When, beyond its subject being there.
        when: Condition,
    },
    /// Its subject can be used, or not.
    Supports {
        /// How far.
        support: Support,
        /// When, beyond its subject being there.
        when: Condition,
    },
}

impl Says {
    /// The condition, where it has one.
    pub(crate) const fn when(&self) -> Option<&Condition> {
        match self {
            Self::Fact
            | Self::NeedsNot { .. }
            | Self::NeedsWhatIsCalled { .. }
            | Self::Forbids { .. }
            | Self::PullsElsewhere { .. } => None,
            Self::Needs { when, .. }
            | Self::NeedsFips { when, .. }
            | Self::NoEndpoint { when, .. }
            | Self::Minds { when }
            | Self::Calls { when, .. }
            | Self::Sets { when, .. }
            | Self::Supports { when, .. } => Some(when),
        }
    }

    /// The setting that it asks for, how strongly and when.
    pub(crate) const fn setting(&self) -> Option<(&'static SettingRow, Level, &Condition)> {
        match self {
            Self::Sets { setting, level, when } | Self::NoEndpoint { setting, level, when, .. } => {
                Some((setting, *level, when))
            }
            _ => None,
        }
    }
}

/// A fault that a wish can have by itself. What a wish does not state has none.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
    /// The subnets of the cluster lie in fewer than two zones.
    OneZone,
    /// A subnet of the cluster lies in one of these zones, named by id.
    ZoneOf(&'static [&'static str]),
    /// A subnet of the cluster lies in a Wavelength Zone.
    WavelengthZone,
    /// A subnet of the cluster has fewer free addresses than this.
    FewerAddressesThan(u64),
    /// Two subnets overlap, or one lies outside the blocks of the VPC or is none that a VPC takes.
    SubnetsAstray,
    /// The service block overlaps a block of the VPC.
    ServicesInVpc,
    /// The service block is none that EKS takes: private, and from /24 to /12.
    ServicesAstray,
    /// The name servers leave out the one of Amazon.
    WithoutAmazonDns,
    /// The zone of a subnet of nodes or pods is not stated.
    ZoneUnstated,
    /// The service block overlaps something around the cluster that nodes or pods call.
    ServicesAround,
    /// A block of the VPC is none that a VPC takes.
    VpcAstray,
    /// The family is IPv6, and no block of the VPC is.
    WithoutIpv6,
    /// A service that is called has no endpoint in the region, as far as sources say.
    NotOffered,
    /// The VPC of the endpoints is the one of the cluster, or has addresses of it.
    CentralVpcAstray,
    /// A remote block is not private, or overlaps one of the VPC or the services.
    RemoteAstray,
}

/// How sure a claim is.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Confidence {
    /// Read at the named source.
    Read,
    /// Follows from two or more facts that were read.
    Inferred,
    /// Nobody checked it at a source.
    Unverified,
}

impl Confidence {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Inferred => "inferred",
            Self::Unverified => "unverified",
        }
    }
}

/// Where a claim can be read.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cite {
    /// The id of the source, such as `user-guide-2025`.
    pub source: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The page, section or file within it.
    pub section: &'static str,
    /// Its address.
    pub url: &'static str,
    /// The commit or version that was read, where there is one.
    pub revision: Option<&'static str>,
    /// The day on which it was read.
    pub read: Day,
}

/// How strongly something is needed.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Level {
    /// Always, for this feature.
    Required,
    /// Because of an option or a condition that holds here.
    Conditional,
    /// It works without; a careful operator would have it.
    Recommended,
}

impl Level {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Conditional => "conditional",
            Self::Recommended => "recommended",
        }
    }
}

/// Whether something can be used in a cluster without internet access.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Support {
    /// It works, given what the plan lists.
    Supported,
    /// It works in part, or in one way of several; the statement says which.
    Limited,
    /// It does not work.
    Unsupported,
    /// It no longer exists or is no longer published.
    Ended,
    /// No source says.
    Unknown,
}

impl Support {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Limited => "limited",
            Self::Unsupported => "unsupported",
            Self::Ended => "ended",
            Self::Unknown => "unknown",
        }
    }
}

/// Declares claims, each under the name by which other rows refer to it, and `CLAIMS`, the list of them.
macro_rules! claims {
    ($($name:ident = $claim:expr;)*) => {
        $( pub(crate) static $name: Claim = $claim; )*

        /// Every claim of this file, in order of id.
        pub(crate) static CLAIMS: &[&Claim] = &[$(&$name),*];
    };
}

pub(crate) use claims;
