//! What a condition says: what made it so, which statement would settle it, and itself whatever the circumstances. Whether
//! it applies is decided next door.

use std::fmt::{self, Write as _};

use super::{Circumstances, Condition, Judgement, Means, Stated, Truth};
use crate::knowledge::feature::FeatureRow;
use crate::knowledge::option::{CREDENTIALS, OptionRow};

impl Condition {
    /// Adds what makes it so, in words, and the statements that would settle it.
    pub(super) fn say(&self, about: &Circumstances, told: &mut Judgement) {
        match self {
            Self::Always => {}
            Self::Node(kind) => {
                let verb = if about.nodes.contains(kind) { "runs" } else { "does not run" };
                told.words(format_args!("the cluster {verb} `{}` nodes", kind.as_str()));
            }
            Self::Ec2Nodes if about.has_instances() => told.words(format_args!("nodes are EC2 instances")),
            Self::Ec2Nodes => told.words(format_args!("no node is an EC2 instance")),
            Self::Uses(row) => uses(row, about, told),
            Self::Is(feature, option, _) | Self::Given(feature, option) => {
                Stated::of(feature, option, about).say(feature, option, told);
            }
            Self::Credentials(feature, means) => match Means::of(feature, means, about) {
                Means::Nowhere(partition) => {
                    told.words(format_args!("the partition `{partition}` has no `{}`", means.id));
                }
                Means::Option(stated) => stated.say(feature, &CREDENTIALS, told),
                Means::OfCluster => uses(means, about, told),
            },
            Self::Family(_) => match about.ip_family {
                Some(stated) => told.words(format_args!("`ipFamily` is `{}`", stated.as_str())),
                None => told.unstated("ipFamily".to_owned()),
            },
            Self::Authentication(_) => {
                let (own, stated) = about.authentication_mode;
                told.taken("authenticationMode", own.as_str(), stated);
            }
            Self::Egress(_) => {
                let (own, stated) = about.control_plane_egress_mode;
                told.taken("controlPlaneEgressMode", own.as_str(), stated);
            }
            Self::VersionBelow(_) => match about.kubernetes_minor {
                Some(own) => told.words(format_args!("`kubernetesVersion` is `1.{own}`")),
                None => told.unstated("kubernetesVersion".to_owned()),
            },
            Self::States(statement) => {
                let verb = if about.stated.contains(statement) { "is" } else { "is not" };
                told.words(format_args!("`{}` {verb} stated", statement.path()));
            }
            Self::AcrossRegions => {
                let services: Vec<_> = about.across_regions.iter().map(|service| format!("`{service}`")).collect();
                match services.as_slice() {
                    [] => told.words(format_args!("no endpoint reaches another region")),
                    _ => told.words(format_args!("{} is in another region", services.join(" and "))),
                }
            }
            Self::Partition(_) => told.words(format_args!("the partition is `{}`", about.region.partition.id)),
            Self::Region(_) => told.words(format_args!("the region is `{}`", about.region.id)),
            Self::All(parts) | Self::Any(parts) => say_parts(*parts, self.truth(about), about, told),
            Self::Not(part) => part.say(about, told),
        }
    }
}

impl Judgement {
    fn words(&mut self, words: fmt::Arguments<'_>) {
        // Room for one sentence at once, rather than for a word at a time.
        self.words.reserve(96);
        // Writing to a string cannot fail.
        let _ = self.words.write_fmt(words);
    }

    fn taken(&mut self, path: &str, own: &str, stated: bool) {
        let verb = if stated { "is" } else { "is not stated and taken as" };
        self.words(format_args!("`{path}` {verb} `{own}`"));
    }

    fn unstated(&mut self, path: String) {
        self.words(format_args!("`{path}` is not stated"));
        self.settled_by.insert(path);
    }
}

impl Stated<'_> {
    fn say(&self, row: &FeatureRow, option: &OptionRow, told: &mut Judgement) {
        let (id, name) = (row.id, option.name);
        match self {
            Self::Unused => told.words(format_args!("`{id}` is not used")),
            Self::Value(value) => told.words(format_args!("`features.{id}.{name}` is `{value}`")),
            Self::Taken("") => told.words(format_args!("`features.{id}.{name}` is not stated and taken as none")),
            Self::Taken(taken) => {
                told.words(format_args!("`features.{id}.{name}` is not stated and taken as `{taken}`"));
            }
            Self::Nothing => told.unstated(format!("features.{id}.{name}")),
        }
    }
}

fn uses(row: &FeatureRow, about: &Circumstances, told: &mut Judgement) {
    let verb = if about.uses(row) { "is" } else { "is not" };
    told.words(format_args!("`{}` {verb} used", row.id));
}

/// The parts that decide speak, each once; the others are silent.
pub(super) fn say_parts<'a>(
    parts: impl IntoIterator<Item = &'a Condition>,
    truth: Truth,
    about: &Circumstances,
    told: &mut Judgement,
) {
    let first = told.words.len();
    let mut said: Vec<std::ops::Range<usize>> = Vec::new();
    for part in parts.into_iter().filter(|part| part.truth(about) == truth) {
        let before = told.words.len();
        if before > first {
            told.words.push_str(" and ");
        }
        let own = told.words.len();
        part.say(about, told);
        let words = &told.words[own..];
        if words.is_empty() || said.iter().any(|earlier| &told.words[earlier.clone()] == words) {
            told.words.truncate(before);
        } else {
            said.push(own..told.words.len());
        }
    }
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
