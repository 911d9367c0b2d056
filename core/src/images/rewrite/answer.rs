//! What is to be changed, and what became of each text. Plain data, and its text.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::images::find::{FileProblem, ImageField, ManifestFile, problems_text};
use crate::text::Page;
use crate::verdict::Verdict;

/// Which texts to change, and how. The request of the operation `rewrite`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RewriteRequest {
    /// The texts, as for `find`.
    pub files: Vec<ManifestFile>,
    /// From each image to the one in its place. An image is meant by the reference as it is written, or else by another
    /// that pulls the same. Where neither side has a tag or a digest all of the repository are meant, and keep theirs.
    pub images: BTreeMap<String, String>,
    /// Fields of custom resources that name images, beside those that are known. Not stated: none.
    #[serde(default)]
    pub fields: Option<Vec<ImageField>>,
}

/// The texts as they are now. The answer of the operation `rewrite`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rewritten {
    /// Met when every image that was found is one that was wanted; broken when a text could not be changed; unknown when
    /// images are left of which nothing was said, or templates.
    pub verdict: Verdict,
    /// Each text, in the order in which it was given.
    pub files: Vec<RewrittenFile>,
    /// What kept texts from being changed.
    pub problems: Vec<FileProblem>,
    /// The same as plain text.
    pub text: String,
}

/// A text after the change.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RewrittenFile {
    /// Its name.
    pub name: String,
    /// The text: with all edits, or, where one of them cannot be made, as it was given.
    pub text: String,
    /// Whether it could not be changed.
    pub refused: bool,
    /// What was changed, in the order of the text; empty where it was refused.
    pub edits: Vec<ImageEdit>,
    /// The images that stay as they are, because nothing was said of them or because they are templates.
    pub left: Vec<LeftImage>,
}

/// An image that was changed in its place.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ImageEdit {
    /// The way to it, as `find` gives it.
    pub path: String,
    /// The line, from 1 on.
    pub line: usize,
    /// The reference before.
    pub before: String,
    /// The reference after.
    pub after: String,
    /// The pieces of the text before, and what stands there now.
    pub pieces: Vec<EditedPiece>,
}

/// A piece of a text, and what stands there now.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EditedPiece {
    /// The byte at which it began in the text before.
    pub start: usize,
    /// The byte behind it in the text before.
    pub end: usize,
    /// What stands there now.
    pub text: String,
}

/// An image that stays as it is.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LeftImage {
    /// The way to it, as `find` gives it.
    pub path: String,
    /// The line, from 1 on.
    pub line: usize,
    /// The reference as it is written.
    pub written: String,
    /// Why it stays.
    pub reason: String,
}

impl Rewritten {
    pub(super) fn of(files: Vec<RewrittenFile>, problems: Vec<FileProblem>) -> Self {
        let verdict = if files.iter().any(|file| file.refused) {
            Verdict::Broken
        } else if files.iter().any(|file| !file.left.is_empty()) {
            Verdict::Unknown
        } else {
            Verdict::Met
        };
        let text = text(verdict, &files, &problems);
        Self { verdict, files, problems, text }
    }
}

fn text(verdict: Verdict, files: &[RewrittenFile], problems: &[FileProblem]) -> String {
    let mut page = Page::default();
    let edits: usize = files.iter().map(|file| file.edits.len()).sum();
    let left: usize = files.iter().map(|file| file.left.len()).sum();
    page.line(format_args!("{}: {edits} images changed, {left} left, {} problems", verdict.as_str(), problems.len()));
    for file in files {
        if file.refused {
            page.push(&file.name);
            page.line(format_args!(": nothing was changed"));
        }
        for edit in &file.edits {
            page.push(&file.name);
            page.line(format_args!(":{} {} -> {}", edit.line, edit.before, edit.after));
        }
        for left in &file.left {
            page.push(&file.name);
            page.line(format_args!(":{} {} stays: {}", left.line, left.written, left.reason));
        }
    }
    problems_text(&mut page, problems);
    page.text()
}

/// The plain text.
impl fmt::Display for Rewritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
