//! The specification of pods and what is built like it: containers, volumes, words of command lines, variables, and the
//! texts of a `ConfigMap`, a Secret or annotations.

use std::ops::Range;

use super::answer::{FindConfidence, ImageRole};
use super::path;
use super::scan::{Hit, Part, within};
use super::walk::{Step, Walk};
use super::words::is_image;
use crate::yaml::FlatKind;

impl Walk<'_> {
    pub(super) fn containers(&mut self, at: usize) {
        let confidence = self.confidence();
        for (item, node) in self.flat.items(at).enumerate() {
            self.steps.push(Step::Item(item));
            match self.flat.kind(node) {
                FlatKind::Alias => self.through(node, |walk, target| walk.container(target, confidence)),
                _ => self.container(node, confidence),
            }
            self.steps.pop();
        }
    }

    /// How sure the way to a list in the specification of pods makes it.
    fn confidence(&self) -> FindConfidence {
        let steps = self.steps.get(self.base..).unwrap_or_default();
        let is_step =
            |(step, name): (&Step, &&str)| matches!(step, Step::Key(key) if self.flat.scalar(*key) == Some(name));
        let is_there = |pods: &[&str]| steps.len() == pods.len() + 1 && steps.iter().zip(pods).all(is_step);
        if self.pods.is_some_and(is_there) { FindConfidence::Certain } else { FindConfidence::Structural }
    }

    fn container(&mut self, at: usize, confidence: FindConfidence) {
        self.duplicates(at);
        let flat = self.flat;
        let has_image = flat.value(at, "image").is_some();
        for (key, value) in flat.entries(at) {
            self.steps.push(Step::Key(key));
            match flat.scalar(key) {
                Some("image") => self.image(value, confidence),
                Some("args" | "command") => self.arguments(value),
                Some("env") => self.variables(value),
                Some("<<") if !has_image => self.merged(value, confidence),
                _ => {}
            }
            self.steps.pop();
        }
    }

    /// The image of a container that merges another mapping into itself.
    fn merged(&mut self, at: usize, confidence: FindConfidence) {
        let flat = self.flat;
        let sources = if flat.kind(at) == FlatKind::Sequence { flat.items(at).collect() } else { vec![at] };
        for source in sources {
            self.through(source, |walk, target| {
                if let Some((key, value)) = flat.entries(target).find(|(key, _)| flat.scalar(*key) == Some("image")) {
                    walk.steps.push(Step::Key(key));
                    walk.image(value, confidence);
                    walk.steps.pop();
                }
            });
        }
    }

    /// What stands in `image:` of a container.
    pub(super) fn image(&mut self, at: usize, confidence: FindConfidence) {
        let flat = self.flat;
        match flat.kind(at) {
            FlatKind::Alias => self.through(at, |walk, target| walk.image(target, confidence)),
            FlatKind::Mapping if self.braces(at).is_none() => _ = self.split(at, "image", FindConfidence::Structural),
            FlatKind::Mapping | FlatKind::Sequence => {
                if let Some(span) = self.braces(at) {
                    let written = self.text.get(span.clone()).unwrap_or_default().to_owned();
                    let part = Part { role: ImageRole::Reference, node: at, range: 0..0, span, exact: false };
                    self.hit(written, confidence, vec![part], None);
                }
            }
            // A field of the caller's may be the same.
            _ if self.via.is_empty() && self.found.contains(&at) => {}
            _ if flat.scalar(at).is_some_and(|text| !text.is_empty() && text != "~") => self.reference(at, confidence),
            _ => {}
        }
    }

    /// The bytes of `{{ … }}` without quotes, which reads as a mapping in a mapping.
    pub(super) fn braces(&self, at: usize) -> Option<Range<usize>> {
        let start = self.flat.node(at)?.span().start;
        let rest = self.text.get(start..)?;
        let line = rest.lines().next().filter(|line| line.starts_with("{{"))?;
        Some(start..start + line.rfind("}}").map_or(line.len(), |end| end + 2))
    }

    pub(super) fn volumes(&mut self, at: usize) {
        let confidence = self.confidence();
        let flat = self.flat;
        for (item, node) in flat.items(at).enumerate() {
            self.steps.push(Step::Item(item));
            for (key, value) in flat.entries(node) {
                let (name, confidence) = match flat.scalar(key) {
                    Some("image") => ("reference", confidence),
                    Some("containerDisk") => ("image", FindConfidence::Structural),
                    _ => continue,
                };
                self.steps.push(Step::Key(key));
                if let Some((key, value)) = flat.entries(value).find(|(key, _)| flat.scalar(*key) == Some(name)) {
                    self.steps.push(Step::Key(key));
                    self.image(value, confidence);
                    self.steps.pop();
                }
                self.steps.pop();
            }
            self.steps.pop();
        }
    }

    /// Words of a command line: `--flag=value`, or a flag and its value.
    pub(super) fn arguments(&mut self, at: usize) {
        let flat = self.flat;
        let mut before = "";
        for (item, node) in flat.items(at).enumerate() {
            let Some(word) = flat.scalar(node) else { continue };
            let (name, from) = match word.find('=') {
                Some(equals) => (word.get(..equals).unwrap_or_default(), equals + 1),
                None => (before, 0),
            };
            if is_image(name, word.get(from..).unwrap_or_default()) {
                self.steps.push(Step::Item(item));
                self.piece(node, from..word.len(), FindConfidence::Argument);
                self.steps.pop();
            }
            before = if word.starts_with('-') && from == 0 { word } else { "" };
        }
    }

    pub(super) fn variables(&mut self, at: usize) {
        let flat = self.flat;
        for (item, node) in flat.items(at).enumerate() {
            let text = |name| flat.entries(node).find(|(key, _)| flat.scalar(*key) == Some(name));
            let (Some((_, name)), Some((key, value))) = (text("name"), text("value")) else { continue };
            if let (Some(name), Some(value_text)) = (flat.scalar(name), flat.scalar(value))
                && is_image(name, value_text)
            {
                self.steps.extend([Step::Item(item), Step::Key(key)]);
                self.reference(value, FindConfidence::Argument);
                self.steps.truncate(self.steps.len() - 2);
            }
        }
    }

    /// The texts of a `ConfigMap`, a Secret or annotations: documents of their own, or references.
    pub(super) fn texts(&mut self, at: usize) {
        let flat = self.flat;
        for (key, value) in flat.entries(at) {
            let (Some(name), Some(text)) = (flat.scalar(key), flat.scalar(value)) else { continue };
            self.steps.push(Step::Key(key));
            if text.contains('\n') || text.trim_start().starts_with(['{', '[', '-']) {
                self.document_within(value);
            } else if !self.found.contains(&value) && is_image(name, text) {
                self.reference(value, FindConfidence::Text);
            }
            self.steps.pop();
        }
    }

    pub(super) fn document_within(&mut self, at: usize) {
        if !self.flat.scalar(at).is_some_and(|text| text.contains("mage")) || !self.found.insert(at) {
            return;
        }
        let object = self.objects.len().saturating_sub(1);
        let outer = path::of(self.flat, self.steps.get(self.base..).unwrap_or_default());
        for hit in within(self.text, self.flat, at, self.setting) {
            let path = format!("{outer} > {}", hit.path);
            self.hits.push(Hit { object, path, via: self.via.clone(), ..hit });
        }
    }
}
