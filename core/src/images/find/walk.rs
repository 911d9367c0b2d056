//! The way through a document: which of its fields name images. It reads no reference but to tell one from a word.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::answer::{FileProblemCode, FindConfidence};
use super::kinds;
use super::scan::{Hit, Object, Problem, Scan, Setting};
use super::words::{is_image_key, is_template, is_told};
use crate::images::reference::Reference;
use crate::yaml::{Flat, FlatKind};

/// So many nodes are read through aliases; a few lines could ask for billions.
const MOST_BY_ALIAS: usize = 50_000;

/// A step of the way from the object to a node.
#[derive(Clone, Copy)]
pub(super) enum Step {
    Key(usize),
    Item(usize),
}

pub(super) struct Walk<'w> {
    pub(super) text: &'w str,
    pub(super) flat: &'w Flat<'w>,
    pub(super) setting: Setting<'w>,
    document: usize,
    pub(super) steps: Vec<Step>,
    /// Whether keys may mean images: in custom resources and values, not in the kinds of Kubernetes itself.
    is_free: bool,
    /// The way to the pods of the object, where its schema says it.
    pub(super) pods: Option<&'static [&'static str]>,
    /// How many steps lead to the object, such as through the items of a list.
    pub(super) base: usize,
    /// The registry that values set for all images of the chart.
    pub(super) has_global_registry: bool,
    pub(super) via: Vec<usize>,
    by_alias: usize,
    anchors: OnceCell<BTreeMap<u32, usize>>,
    /// The scalars that were found, so that no second rule finds them again.
    pub(super) found: BTreeSet<usize>,
    pub(super) objects: Vec<Object>,
    pub(super) hits: Vec<Hit>,
    pub(super) problems: Vec<Problem>,
}

/// Goes through all documents.
pub(super) fn walk<'t>(text: &'t str, flat: Flat<'t>, setting: Setting<'_>) -> Scan<'t> {
    let mut walk = Walk {
        text,
        flat: &flat,
        setting,
        document: 0,
        steps: Vec::new(),
        is_free: true,
        pods: None,
        base: 0,
        has_global_registry: false,
        via: Vec::new(),
        by_alias: 0,
        anchors: OnceCell::new(),
        found: BTreeSet::new(),
        objects: Vec::new(),
        hits: Vec::new(),
        problems: Vec::new(),
    };
    for (document, root) in flat.documents().enumerate() {
        walk.document = document;
        if let Some(root) = root {
            walk.root(root);
        }
    }
    let Walk { objects, hits, problems, .. } = walk;
    Scan { flat, objects, hits, problems }
}

impl Walk<'_> {
    fn root(&mut self, at: usize) {
        match self.flat.kind(at) {
            FlatKind::Mapping => self.object(at),
            FlatKind::Sequence => {
                self.unnamed();
                for (item, node) in self.flat.items(at).enumerate() {
                    self.steps.push(Step::Item(item));
                    match self.flat.scalar(node) {
                        Some(text) if Reference::parse(text).is_ok_and(|reference| is_told(&reference)) => {
                            self.reference(node, FindConfidence::Structural);
                        }
                        None if self.flat.kind(node) == FlatKind::Mapping => self.object(node),
                        _ => {}
                    }
                    self.steps.pop();
                }
            }
            _ => {}
        }
    }

    /// What follows is of no object.
    fn unnamed(&mut self) {
        self.objects.push(Object { document: self.document, ..Object::default() });
        (self.is_free, self.pods, self.base, self.has_global_registry) = (true, None, self.steps.len(), false);
    }

    /// An object, or values.
    fn object(&mut self, at: usize) {
        let flat = self.flat;
        let text = |at: Option<usize>| at.and_then(|at| flat.scalar(at));
        let (kind, api) = (text(flat.value(at, "kind")), text(flat.value(at, "apiVersion")));
        self.unnamed();
        let group = kinds::group(api.unwrap_or_default());
        if is_kustomization(self.setting.file, kind, group) {
            self.kustomize(at);
        }
        let (Some(kind), Some(_)) = (kind, api) else {
            self.has_global_registry = self.global_registry(at);
            return self.mapping(at, "");
        };
        if kind.ends_with("List")
            && let Some(items) = flat.value(at, "items").filter(|items| flat.kind(*items) == FlatKind::Sequence)
        {
            let key = flat.entries(at).find(|(_, value)| *value == items).map_or(at, |(key, _)| key);
            self.steps.push(Step::Key(key));
            for (item, node) in flat.items(items).enumerate() {
                self.steps.push(Step::Item(item));
                self.object(node);
                self.steps.pop();
            }
            self.steps.pop();
            return;
        }
        if kind == "CustomResourceDefinition" {
            return;
        }
        let metadata = flat.value(at, "metadata");
        let named =
            |name| metadata.and_then(|at| flat.value(at, name)).and_then(|at| flat.scalar(at)).map(str::to_owned);
        if let Some(object) = self.objects.last_mut() {
            let (name, namespace) = (named("name"), named("namespace"));
            *object = Object { document: self.document, kind: Some(kind.to_owned()), name, namespace };
        }
        self.pods = kinds::pods(group, kind);
        self.is_free = !kinds::is_built_in(group);
        if self.is_free {
            for field in kinds::fields(group, kind) {
                self.field(at, field);
            }
        }
        let setting = self.setting;
        for field in setting.fields.iter().filter(|field| field.kind == kind) {
            self.field(at, &field.path);
        }
        self.mapping(at, "");
        if group.is_empty() && matches!(kind, "ConfigMap" | "Secret") {
            for name in ["data", "stringData"] {
                if let Some((key, value)) = flat.entries(at).find(|(key, _)| flat.scalar(*key) == Some(name))
                    && (kind == "ConfigMap" || name == "stringData")
                {
                    self.steps.push(Step::Key(key));
                    self.texts(value);
                    self.steps.pop();
                }
            }
        }
    }

    /// Follows a way such as `spec.templates[].image` from a mapping.
    fn field(&mut self, at: usize, way: &str) {
        let (step, rest) = way.split_once('.').unwrap_or((way, ""));
        let (name, is_list) = step.strip_suffix("[]").map_or((step, false), |name| (name, true));
        let flat = self.flat;
        let Some((key, value)) = flat.entries(at).find(|(key, _)| flat.scalar(*key) == Some(name)) else { return };
        self.steps.push(Step::Key(key));
        let reach = |walk: &mut Self, node: usize| match flat.scalar(node) {
            Some(_) if rest.is_empty() => walk.reference(node, FindConfidence::KeyRule),
            None if !rest.is_empty() => walk.field(node, rest),
            _ => {}
        };
        if is_list {
            for (item, node) in flat.items(value).enumerate() {
                self.steps.push(Step::Item(item));
                reach(self, node);
                self.steps.pop();
            }
        } else {
            reach(self, value);
        }
        self.steps.pop();
    }

    /// A mapping anywhere: `under` is the key at which it stands.
    pub(super) fn mapping(&mut self, at: usize, under: &str) {
        self.duplicates(at);
        let is_split = self.is_free && self.split(at, under, FindConfidence::KeyRule);
        let flat = self.flat;
        for (key, value) in flat.entries(at) {
            let Some(name) = flat.scalar(key) else { continue };
            self.steps.push(Step::Key(key));
            match (name, flat.kind(value)) {
                ("containers" | "initContainers" | "ephemeralContainers", FlatKind::Sequence) => self.containers(value),
                ("volumes", FlatKind::Sequence) => self.volumes(value),
                ("annotations", FlatKind::Mapping) => self.texts(value),
                ("args" | "command" | "extraArgs", FlatKind::Sequence) => self.arguments(value),
                ("env" | "extraEnv", FlatKind::Sequence) => self.variables(value),
                // What a cluster reports, and the images of Ceph's block devices.
                ("status", _) if self.steps.len() == self.base + 1 => {}
                ("rbd", _) => {}
                (_, FlatKind::Mapping) if self.is_free && is_image_key(name) && self.braces(value).is_some() => {
                    self.image(value, FindConfidence::KeyRule);
                }
                (_, FlatKind::Mapping) => self.mapping(value, name),
                (_, FlatKind::Sequence) => self.sequence(value, name),
                (_, FlatKind::Alias) => self.through(value, |walk, target| match flat.kind(target) {
                    FlatKind::Mapping => walk.mapping(target, name),
                    FlatKind::Sequence if name.ends_with("ontainers") => walk.containers(target),
                    FlatKind::Sequence => walk.sequence(target, name),
                    _ if !is_split => walk.keyed(target, name),
                    _ => {}
                }),
                _ if !is_split => self.keyed(value, name),
                _ => {}
            }
            self.steps.pop();
        }
    }

    pub(super) fn sequence(&mut self, at: usize, under: &str) {
        let is_list = self.is_free && under.ends_with("mages");
        for (item, node) in self.flat.items(at).enumerate() {
            self.steps.push(Step::Item(item));
            match self.flat.kind(node) {
                FlatKind::Mapping => self.mapping(node, under),
                FlatKind::Sequence => self.sequence(node, under),
                FlatKind::Alias => self.through(node, |walk, target| {
                    if walk.flat.kind(target) == FlatKind::Mapping {
                        walk.mapping(target, under);
                    }
                }),
                _ if is_list => self.keyed(node, "image"),
                _ => {}
            }
            self.steps.pop();
        }
    }

    /// A scalar under a key, where keys may mean images, or a document within a text.
    fn keyed(&mut self, at: usize, name: &str) {
        if !self.is_free || self.found.contains(&at) {
            return;
        }
        let Some(node) = self.flat.node(at) else { return };
        let is_block = matches!(node.kind, FlatKind::Literal | FlatKind::Folded);
        if is_block {
            self.document_within(at);
        } else if is_image_key(name) {
            let is_reference = Reference::parse(&node.text).is_ok_and(|reference| is_told(&reference));
            if is_reference || is_template(&node.text) {
                self.reference(at, FindConfidence::KeyRule);
            }
        }
    }

    /// Reads what an alias points to, in the place of the alias.
    pub(super) fn through(&mut self, alias: usize, read: impl FnOnce(&mut Self, usize)) {
        let flat = self.flat;
        if flat.kind(alias) != FlatKind::Alias {
            return read(self, alias);
        }
        let anchors = self.anchors.get_or_init(|| {
            let anchored = flat.nodes().iter().enumerate().filter(|(_, node)| node.kind != FlatKind::Alias);
            anchored.filter(|(_, node)| node.anchor > 0).map(|(at, node)| (node.anchor, at)).collect()
        });
        let Some(target) = flat.node(alias).and_then(|node| anchors.get(&node.anchor)).copied() else { return };
        let size = flat.next(target) - target;
        self.by_alias += size;
        if self.by_alias > MOST_BY_ALIAS || target + size > alias {
            let says = "an alias of what it stands in, or of more than is read".to_owned();
            return self.problem(alias, FileProblemCode::Alias, says, "write out what it stands for");
        }
        self.via.push(alias);
        read(self, target);
        self.via.pop();
    }
}

/// Whether a document is a kustomization, by its kind or by the name of its file.
fn is_kustomization(file: &str, kind: Option<&str>, group: &str) -> bool {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let by_name = || matches!(name, "kustomization.yaml" | "kustomization.yml" | "Kustomization");
    match kind {
        Some("Kustomization" | "Component") => matches!(group, "" | "kustomize.config.k8s.io"),
        Some(_) => false,
        None => by_name(),
    }
}
