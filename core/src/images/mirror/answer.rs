//! What is to be done so that images lie where the cluster reaches them. Plain data, and its text.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::text::Page;

/// What is to be done so that images lie where the cluster reaches them. The answer of the operation `mirror`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MirrorPlan {
    /// The copies, in order of their destination. What `image:` should say is `use`.
    pub items: Vec<MirrorItem>,
    /// The repositories that copies lie in, in order.
    pub repositories: Vec<String>,
    /// What is to be done, in an order in which it can be done.
    pub steps: Vec<MirrorStep>,
    /// What to know before it is done.
    pub notes: Vec<MirrorNote>,
    /// The same as plain text: a script for a POSIX shell, with the notes as comments.
    pub text: String,
}

/// A copy of an image.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MirrorItem {
    /// The references that this copy is for, as they were given. The way back from a copy to its source.
    pub written: Vec<String>,
    /// What is read: by digest where one is known, else by tag.
    pub source: String,
    /// Where it goes, with a tag.
    pub destination: String,
    /// The repository there, without the host.
    pub repository: String,
    /// The tag there.
    pub tag: String,
    /// The digest that the copy must have; `null` where none is known.
    pub digest: Option<String>,
    /// What `image:` should say: with the digest where it is known and the tool keeps it.
    #[serde(rename = "use")]
    pub to_use: String,
    /// Whether there is anything to do.
    pub state: MirrorState,
}

/// Whether a copy is to be made.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MirrorState {
    /// It is to be made.
    Copy,
    /// The registry holds it, by the digest.
    Same,
    /// The registry holds another digest under the tag; what is immutable refuses the copy.
    Differs,
    /// The reference names the registry already.
    There,
}

/// Something to do.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MirrorStep {
    /// What kind of step it is.
    pub phase: MirrorPhase,
    /// What it does, and how to read what comes of it.
    pub description: String,
    /// The commands, each as its words; of several, each reads what the one before it prints. No word is a secret.
    pub commands: Vec<Vec<String>>,
    /// The same for a POSIX shell.
    pub command: String,
    /// Whether it may fail and all is well: a repository that is there, an attachment that is not.
    pub may_fail: bool,
}

/// The kinds of steps, in their order.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MirrorPhase {
    /// Repositories are made.
    Repositories,
    /// Tools log in.
    Login,
    /// Images are copied.
    Copy,
    /// Signatures and what else hangs on an image is copied.
    Attachments,
    /// The copies are held against their sources.
    Verify,
}

/// Something to know.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MirrorNote {
    /// The stable name of it, such as `single-platform`.
    pub code: String,
    /// What is so.
    pub says: String,
}

impl MirrorPlan {
    /// The script. Every line is one of a comment or of quoted words, whatever names hold.
    pub(super) fn written_out(mut self) -> Self {
        let mut page = Page::default();
        page.line(format_args!("set -eu"));
        for note in &self.notes {
            page.line(format_args!("# {}: {}", note.code, note.says));
        }
        for step in &self.steps {
            page.line(format_args!("# {}", step.description));
            page.line(format_args!("{}{}", step.command, if step.may_fail { " || true" } else { "" }));
        }
        self.text = page.text();
        self
    }
}

/// The plain text.
impl fmt::Display for MirrorPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
