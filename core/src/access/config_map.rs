//! The aws-auth ConfigMap: made anew, or merged into the one that is there so that nothing of it is lost. What stands
//! in its text stays as it is, comments too, but for the lines that are added.

use serde_json::{Map, Value, json};

use super::answer::AwsAuth;
use super::edit::{Edit, after_line, block, concat, edited, end_of, last_byte, literal};
use super::principal::without_path;
use crate::error::{Error, ErrorCode};
use crate::text::shown;
use crate::yaml::{self, Kind, Node, Style, quoted};

/// What somebody who holds a role, or a user, becomes in the cluster.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Mapping {
    /// `rolearn` or `userarn`.
    pub(super) key: &'static str,
    pub(super) arn: String,
    pub(super) username: String,
    pub(super) groups: Vec<String>,
}

impl Mapping {
    const fn list(&self) -> &'static str {
        if matches!(self.key.as_bytes(), b"userarn") { "mapUsers" } else { "mapRoles" }
    }

    fn json(&self) -> Value {
        json!({ self.key: self.arn, "username": self.username, "groups": self.groups })
    }

    /// An item of a block sequence whose dash stands in a column.
    fn item(&self, column: usize) -> String {
        let pad = " ".repeat(column);
        let groups = concat(self.groups.iter().map(|group| format!("{pad}    - {}\n", quoted(group))));
        let (arn, name) = (quoted(&self.arn), quoted(&self.username));
        let tail = if groups.is_empty() { format!("{pad}  groups: []\n") } else { format!("{pad}  groups:\n{groups}") };
        format!("{pad}- {}: {arn}\n{pad}  username: {name}\n{tail}", self.key)
    }
}

/// A ConfigMap for a cluster that has none.
pub(super) fn anew(wanted: &[Mapping]) -> AwsAuth {
    let mut text =
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: aws-auth\n  namespace: kube-system\ndata:\n".to_owned();
    for list in ["mapRoles", "mapUsers"] {
        let items: String = of(wanted, list).map(|mapping| mapping.item(0)).collect();
        if !items.is_empty() {
            text.push_str(&block("  ", list, &items));
        }
    }
    AwsAuth {
        text,
        changed: true,
        added: wanted.iter().map(|mapping| mapping.arn.clone()).collect(),
        extended: Vec::new(),
        kept: 0,
        notes: Vec::new(),
    }
}

/// The ConfigMap that is there, with what is wanted.
pub(super) fn merged(existing: &str, wanted: &[Mapping]) -> Result<AwsAuth, Error> {
    check(existing)?;
    let mut auth = AwsAuth {
        text: existing.to_owned(),
        changed: false,
        added: Vec::new(),
        extended: Vec::new(),
        kept: 0,
        notes: Vec::new(),
    };
    for list in ["mapRoles", "mapUsers"] {
        let root = document(&auth.text)?;
        let old = root.at(&["data", list]);
        let inner = match old {
            Some(node) if node.is_null() => "",
            Some(node) => node.scalar().ok_or_else(|| fault(list, "is no text; a ConfigMap holds texts"))?,
            None => "",
        };
        let list_of = Merge { list, wanted: of(wanted, list).collect() };
        let after = list_of.apply(inner, &mut auth)?;
        if after != inner {
            auth.text = replaced(&auth.text, &root, list, &after, &mut auth.notes);
            auth.changed = true;
        }
    }
    Ok(auth)
}

fn of<'w>(wanted: &'w [Mapping], list: &'static str) -> impl Iterator<Item = &'w Mapping> {
    wanted.iter().filter(move |mapping| mapping.list() == list)
}

fn fault(path: &str, says: &str) -> Error {
    let path = if path.is_empty() { "awsAuth".to_owned() } else { format!("awsAuth.data.{path}") };
    Error::new(ErrorCode::ErrInvalidInput, path, says)
}

fn document(text: &str) -> Result<Node, Error> {
    let unread = |fault: yaml::Fault| {
        Error::new(ErrorCode::ErrInvalidInput, "awsAuth", format!("no YAML, line {}: {}", fault.line, fault.says))
    };
    let mut documents = yaml::parse(text).map_err(unread)?;
    match (documents.pop(), documents.is_empty()) {
        (Some(document), true) => Ok(document),
        (None, _) => Err(fault("", "empty; leave it out where the cluster has none")),
        (Some(_), false) => Err(fault("", "several documents; give the ConfigMap alone")),
    }
}

/// Refuses what is another object than the one that EKS reads.
fn check(text: &str) -> Result<(), Error> {
    let root = document(text)?;
    for (path, right) in
        [(["kind", ""], "ConfigMap"), (["metadata", "name"], "aws-auth"), (["metadata", "namespace"], "kube-system")]
    {
        let keys: Vec<&str> = path.into_iter().filter(|key| !key.is_empty()).collect();
        let found = root.at(&keys).and_then(Node::scalar);
        // A manifest may leave its namespace to whoever applies it.
        let may_lack = keys.last() == Some(&"namespace");
        if found != Some(right) && !(may_lack && found.is_none()) {
            let shown = found.map_or_else(|| "missing".to_owned(), |found| format!("`{}`", shown(found)));
            let says = format!(
                "{shown}; the ConfigMap that EKS reads has `{right}` here, and is written as kubectl prints it"
            );
            return Err(Error::new(ErrorCode::ErrInvalidInput, format!("awsAuth.{}", keys.join(".")), says));
        }
    }
    match root.value("data") {
        None => Ok(()),
        Some(data) if data.is_null() || matches!(data.kind, Kind::Mapping { .. }) => Ok(()),
        Some(_) => Err(Error::new(ErrorCode::ErrInvalidInput, "awsAuth.data", "no mapping of names to texts")),
    }
}

/// One list of the ConfigMap and what is wanted in it.
struct Merge<'w> {
    list: &'static str,
    wanted: Vec<&'w Mapping>,
}

impl Merge<'_> {
    /// The text of the list with what is wanted.
    fn apply(&self, inner: &str, auth: &mut AwsAuth) -> Result<String, Error> {
        let documents =
            yaml::parse(inner).map_err(|f| fault(self.list, &format!("no YAML, line {}: {}", f.line, f.says)))?;
        let node = documents.first().filter(|node| !node.is_null());
        let items = match node {
            None => &[],
            Some(Node { kind: Kind::Sequence { items, .. }, .. }) => items.as_slice(),
            Some(_) => return Err(fault(self.list, "no list of mappings")),
        };
        auth.kept += items.len();
        let mut expected: Vec<Value> = items.iter().map(Node::json).collect();
        let mut edits = Vec::new();
        let mut new = Vec::new();
        for mapping in &self.wanted {
            if let Some(at) = self.found(items, mapping, auth)? {
                let (Some(item), Some(value)) = (items.get(at), expected.get_mut(at)) else { continue };
                if let Some(edit) = extension(inner, item, mapping, value) {
                    auth.extended.push(mapping.arn.clone());
                    edits.push(edit);
                }
            } else {
                auth.added.push(mapping.arn.clone());
                expected.push(mapping.json());
                new.push(*mapping);
            }
        }
        if edits.is_empty() && new.is_empty() {
            return Ok(inner.to_owned());
        }
        if !new.is_empty() {
            edits.push(addition(inner, node, &new));
        }
        let after = edited(inner, edits);
        let same = yaml::parse(&after).is_ok_and(|read| {
            read.len() == 1 && read.first().is_some_and(|list| list.json() == Value::Array(expected.clone()))
        });
        if same {
            return Ok(after);
        }
        auth.notes.push(format!(
            "`{}` is written anew: its layout could not be kept, and comments in it are lost",
            self.list
        ));
        Ok(concat(expected.iter().map(|value| format!("- {value}\n"))))
    }

    /// The place of the mapping that is there for the same principal; of two, EKS takes the last.
    fn found(&self, items: &[Node], mapping: &Mapping, auth: &mut AwsAuth) -> Result<Option<usize>, Error> {
        let mut found = None;
        for (at, item) in items.iter().enumerate() {
            let Some(arn) = item.value(mapping.key).and_then(Node::scalar) else { continue };
            if arn == mapping.arn {
                let username = item.value("username").and_then(Node::scalar).unwrap_or_default();
                if username != mapping.username {
                    let says = format!(
                        "`{}` is mapped to the user name `{}`, and `{}` is wanted; one principal has one mapping, so \
                         give these nodes a role of their own, or change it by hand",
                        shown(arn),
                        shown(username),
                        mapping.username
                    );
                    return Err(fault(&format!("{}[{at}].username", self.list), &says));
                }
                found = Some(at);
            } else if mapping.key == "rolearn" && without_path(arn) == mapping.arn {
                auth.notes.push(format!(
                    "`{}[{at}]` names `{}` with its path, which never matches; it is left as it is",
                    self.list,
                    shown(arn)
                ));
            }
        }
        Ok(found)
    }
}

/// The groups that a mapping lacks, put into it.
fn extension(inner: &str, item: &Node, mapping: &Mapping, value: &mut Value) -> Option<Edit> {
    let entry = item.entry("groups");
    let has: Vec<&str> = entry.iter().flat_map(|(_, groups)| groups.items()).filter_map(Node::scalar).collect();
    let missing: Vec<&String> = mapping.groups.iter().filter(|group| !has.contains(&group.as_str())).collect();
    if missing.is_empty() {
        return None;
    }
    let all: Vec<&str> = has.iter().copied().chain(missing.iter().map(|group| group.as_str())).collect();
    value.as_object_mut()?.insert("groups".to_owned(), json!(all));
    let words: Vec<String> = missing.iter().map(|group| quoted(group)).collect();
    Some(match entry {
        Some((_, Node { kind: Kind::Sequence { flow: false, .. }, column, .. })) if !has.is_empty() => {
            let lines: Vec<String> = words.iter().map(|word| format!("{}- {word}\n", " ".repeat(*column))).collect();
            after_line(inner, last_byte(&entry?.1), lines.concat())
        }
        Some((_, node @ Node { kind: Kind::Sequence { flow: true, .. }, .. })) => {
            let comma = if has.is_empty() { "" } else { ", " };
            let end = node.span.end.saturating_sub(1);
            Edit { place: end..end, with: format!("{comma}{}", words.join(", ")) }
        }
        Some((key, node)) => {
            let all: Vec<String> = all.iter().map(|group| quoted(group)).collect();
            let end = end_of(inner, key, node);
            Edit { place: key.span.end..end, with: format!(": [{}]", all.join(", ")) }
        }
        None if matches!(item.kind, Kind::Mapping { flow: true, .. }) => {
            let end = item.span.end.saturating_sub(1);
            Edit { place: end..end, with: format!(", groups: [{}]", words.join(", ")) }
        }
        None => {
            let pad = " ".repeat(item.column);
            let lines = concat(words.iter().map(|word| format!("{pad}  - {word}\n")));
            after_line(inner, last_byte(item), format!("{pad}groups:\n{lines}"))
        }
    })
}

/// New mappings at the end of the list.
fn addition(inner: &str, node: Option<&Node>, new: &[&Mapping]) -> Edit {
    let items = |column: usize| new.iter().map(|mapping| mapping.item(column)).collect::<String>();
    match node {
        Some(Node { kind: Kind::Sequence { items: old, flow: true }, span, .. }) if !old.is_empty() => {
            let new: Vec<String> = new.iter().map(|mapping| mapping.json().to_string()).collect();
            let end = span.end.saturating_sub(1);
            Edit { place: end..end, with: format!(", {}", new.join(", ")) }
        }
        Some(Node { kind: Kind::Sequence { flow: true, .. }, span, .. }) => {
            Edit { place: span.clone(), with: items(0).trim_end().to_owned() }
        }
        Some(list) => after_line(inner, last_byte(list), items(list.column)),
        None => after_line(inner, inner.len(), items(0)),
    }
}

/// The ConfigMap with another text in one of its lists; everything else stays as it is written.
fn replaced(text: &str, root: &Node, list: &'static str, inner: &str, notes: &mut Vec<String>) -> String {
    let mut expected = root.json();
    if let Some(object) = expected.as_object_mut() {
        let data = object.entry("data").or_insert(Value::Null);
        if !data.is_object() {
            *data = Value::Object(Map::new());
        }
        if let Some(data) = data.as_object_mut() {
            data.insert(list.to_owned(), inner.into());
        }
    }
    if let Some(edit) = outer_edit(text, root, list, inner) {
        let after = edited(text, vec![edit]);
        if document(&after).is_ok_and(|read| read.json() == expected) {
            return after;
        }
    }
    if serde_json::from_str::<Value>(text).is_err() {
        notes.push(
            "the ConfigMap is written anew as JSON: its layout could not be kept, and comments are lost".to_owned(),
        );
    }
    serde_json::to_string_pretty(&expected).unwrap_or_default() + "\n"
}

/// What to change of the outer text; nothing where it is JSON.
fn outer_edit(text: &str, root: &Node, list: &str, inner: &str) -> Option<Edit> {
    let Kind::Mapping { flow: false, .. } = root.kind else { return None };
    let Some((data_key, data)) = root.entry("data") else {
        return Some(after_line(text, text.len(), format!("data:\n{}", block("  ", list, inner))));
    };
    if data.is_null() || data.entries().is_empty() {
        let end = end_of(text, data_key, data);
        return Some(Edit {
            place: data_key.span.end..end,
            with: format!(":\n{}", block("  ", list, inner).trim_end()),
        });
    }
    let Kind::Mapping { flow: false, .. } = data.kind else { return None };
    let (first, _) = data.entries().first()?;
    let pad = " ".repeat(first.column);
    let Some((key, value)) = data.entry(list) else {
        let start = first.span.start.checked_sub(first.column)?;
        return Some(Edit { place: start..start, with: block(&pad, list, inner) });
    };
    let end = end_of(text, key, value);
    let old = text.get(key.span.end..end)?;
    // The span of a block may reach into the indent of the line that follows.
    let (old, end) = match old.rfind('\n') {
        Some(at) if old.get(at..)?.trim().is_empty() => (old.get(..=at)?, key.span.end + at + 1),
        _ => (old, end),
    };
    let is_block = matches!(value.kind, Kind::Scalar { style: Style::Literal, .. }) || old.ends_with('\n');
    let mut with = literal(&pad, inner);
    if is_block && old.ends_with('\n') {
        with.push('\n');
    }
    Some(Edit { place: key.span.end..end, with })
}
