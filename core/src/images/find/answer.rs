//! What is searched, what was found, and where to the byte. Plain data, and its text.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Page;

/// Which texts to search. The request of the operation `find`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindRequest {
    /// The texts: manifests as YAML or JSON, values of Helm, kustomizations, or plain lists of references.
    pub files: Vec<ManifestFile>,
    /// Fields of custom resources that name images, beside those that are known. Not stated: none.
    #[serde(default)]
    pub fields: Option<Vec<ImageField>>,
}

/// A text with the name by which answers speak of it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ManifestFile {
    /// The name, such as the path of the file. `kustomization.yaml` is known by it where its kind is not written.
    pub name: String,
    /// The text.
    pub text: String,
}

/// A field of a custom resource that names an image.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImageField {
    /// The kind of the resource.
    pub kind: String,
    /// The way to the field, such as `spec.workers[].runtime`.
    pub path: String,
}

/// The images that texts name. The answer of the operation `find`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundImages {
    /// Each image, in the order of the texts.
    pub images: Vec<FoundImage>,
    /// What kept a text from being read, or would keep it from being changed.
    pub problems: Vec<FileProblem>,
    /// The same as plain text.
    pub text: String,
}

/// An image that a text names, and where.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundImage {
    /// The name of the text.
    pub file: String,
    /// The document in the text, from 0 on.
    pub document: usize,
    /// The kind of the object; `null` where the document is none, such as values of Helm.
    pub kind: Option<String>,
    /// The name of the object.
    pub name: Option<String>,
    /// Its namespace, where one is written.
    pub namespace: Option<String>,
    /// The way to it in the object, such as `spec.containers[0].image`; a document within a text follows a ` > `.
    pub path: String,
    /// The line, from 1 on.
    pub line: usize,
    /// The byte at which it begins.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// The reference as it is written; where it is written in parts, the reference that they make.
    pub written: String,
    /// What a runtime pulls for it; `null` where the text is a template or no reference.
    pub canonical: Option<String>,
    /// How sure it is that this is an image.
    pub confidence: FindConfidence,
    /// Whether it is a template that was not rendered, or stands in one.
    pub templated: bool,
    /// Whether `rewrite` can change it in its place.
    pub editable: bool,
    /// The scalars that it is written in, or the pieces of them.
    pub parts: Vec<ImagePart>,
    /// What to mind; `null` for nothing.
    pub note: Option<String>,
}

/// How sure it is that something is an image, the surest first.
#[derive(Clone, Copy, Debug, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FindConfidence {
    /// The schema of the kind says so.
    Certain,
    /// It is the image of something that is built as a container, or every line of the text is a reference.
    Structural,
    /// The name of the field says so, and the value is a reference.
    KeyRule,
    /// A flag or a variable of a container whose value is a reference.
    Argument,
    /// A text that holds a document or a reference of its own.
    Text,
}

impl FindConfidence {
    /// The name as it stands on the wire, such as `key-rule`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Structural => "structural",
            Self::KeyRule => "key-rule",
            Self::Argument => "argument",
            Self::Text => "text",
        }
    }
}

/// A piece of the text that gives an image, or a part of it.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ImagePart {
    /// What it gives.
    pub role: ImageRole,
    /// The byte at which it begins.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
}

/// What a piece of a text gives of an image.
#[derive(Clone, Copy, Debug, Eq, Hash, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ImageRole {
    /// The whole reference.
    Reference,
    /// The host of the registry.
    Registry,
    /// The name without tag and digest: with its registry where no other part gives it.
    Repository,
    /// The tag.
    Tag,
    /// The digest with its algorithm.
    Digest,
    /// The hex digits of a SHA-256 digest alone.
    Sha,
    /// The name that an entry of a kustomization looks for, where it gives no other. It is not changed.
    Matched,
}

/// What is wrong with a text as a place of images.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileProblem {
    /// The name of the text.
    pub file: String,
    /// The line, from 1 on.
    pub line: usize,
    /// What it is.
    pub code: FileProblemCode,
    /// The same as a sentence.
    pub says: String,
    /// What to do.
    pub remedy: String,
}

/// What is wrong with a text as a place of images.
#[derive(Clone, Copy, Debug, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FileProblemCode {
    /// It is a template that was not rendered.
    Templated,
    /// A tab where YAML takes spaces only.
    Tab,
    /// The text is no YAML and no JSON.
    NotYaml,
    /// One key stands twice in a mapping.
    DuplicateKey,
    /// An alias asks for more than is read, or for what it stands in.
    Alias,
    /// An image stands where it cannot be changed in its place.
    NotEditable,
    /// The changed text would not say the same in all other places.
    Changed,
}

impl FileProblemCode {
    /// The name as it stands on the wire, such as `duplicate-key`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Templated => "templated",
            Self::Tab => "tab",
            Self::NotYaml => "not-yaml",
            Self::DuplicateKey => "duplicate-key",
            Self::Alias => "alias",
            Self::NotEditable => "not-editable",
            Self::Changed => "changed",
        }
    }
}

impl FoundImages {
    pub(super) fn of(images: Vec<FoundImage>, problems: Vec<FileProblem>) -> Self {
        let text = text(&images, &problems);
        Self { images, problems, text }
    }
}

fn text(images: &[FoundImage], problems: &[FileProblem]) -> String {
    let mut page = Page::default();
    page.line(format_args!("{} images, {} problems", images.len(), problems.len()));
    for image in images {
        page.push(&image.file);
        page.line(format_args!(":{} {} {}", image.line, image.confidence.as_str(), image.written));
        page.list("  ", " ", [image.kind.as_deref(), image.name.as_deref()].into_iter().flatten());
        page.push("  ");
        page.push(&image.path);
        page.end();
        if let Some(note) = &image.note {
            page.push("  mind: ");
            page.push(note);
            page.end();
        }
    }
    problems_text(&mut page, problems);
    page.text()
}

/// The lines of problems, for every answer that has some.
pub(in crate::images) fn problems_text(page: &mut Page, problems: &[FileProblem]) {
    for problem in problems {
        page.push(&problem.file);
        page.line(format_args!(":{} {}: {}", problem.line, problem.code.as_str(), problem.says));
        page.line(format_args!("  do: {}", problem.remedy));
    }
}

/// The plain text.
impl fmt::Display for FoundImages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
