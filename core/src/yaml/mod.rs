//! YAML as a tree that knows where each node stands in the text, so that a text can be changed in one place and stay as
//! it was in all others. Bounded: aliases cannot make a small text a large tree. It knows no Kubernetes.

mod flat;
mod places;

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span, StructureStyle};
use serde_json::{Map, Value};

pub(crate) use self::flat::{Flat, FlatKind, FlatNode};
pub(crate) use self::places::Places;

/// A node more than this deep, or a tree of more nodes, is refused: nothing that people write comes near it.
const DEEPEST: usize = 64;
const MOST_NODES: usize = 50_000;

/// A node, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    /// The bytes of it in the text; where an alias stands, those of the alias.
    pub(crate) span: Range<usize>,
    /// The column, from 0 on.
    pub(crate) column: usize,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Scalar { text: String, style: Style },
    Sequence { items: Vec<Node>, flow: bool },
    Mapping { entries: Vec<(Node, Node)>, flow: bool },
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Style {
    Plain,
    /// In quotes, folded, or said to be a text by its tag.
    Text,
    /// A literal block, line by line.
    Literal,
}

/// Why a text is no YAML.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Fault {
    pub(crate) line: usize,
    pub(crate) says: String,
}

/// What a plain scalar means by the rules of YAML 1.1, which the readers of Kubernetes follow.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Plain {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text,
}

/// The documents of a text.
pub(crate) fn parse(text: &str) -> Result<Vec<Node>, Fault> {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| Fault { line: error.marker().line(), says: error.info().clone() })?;
        builder.take(event, &span)?;
    }
    Ok(builder.documents)
}

#[derive(Default)]
struct Builder {
    documents: Vec<Node>,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Node>,
    nodes: usize,
}

/// A sequence or mapping whose end has not come.
struct Open {
    node: Node,
    key: Option<Node>,
    anchor: usize,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: &Span) -> Result<(), Fault> {
        let line = span.start.line();
        let too = |says: &str| Fault { line, says: says.to_owned() };
        let bytes = span.byte_range().unwrap_or_default();
        let node = |kind| Node { kind, span: bytes.clone(), column: span.start.col() };
        let begun = |kind, anchor| Open { node: node(kind), key: None, anchor };
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let is_text = tag.is_some_and(|tag| tag.suffix() == "str");
                let style = match style {
                    ScalarStyle::Plain if !is_text => Style::Plain,
                    ScalarStyle::Literal => Style::Literal,
                    _ => Style::Text,
                };
                self.add(node(Kind::Scalar { text: text.into_owned(), style }), anchor, line)?;
            }
            Event::Alias(anchor) => {
                let copy = self.anchors.get(&anchor).ok_or_else(|| too("an alias of what is not finished"))?;
                // Counted before it is made: a few lines could ask for billions of nodes.
                self.nodes += copy.size();
                if self.nodes > MOST_NODES {
                    return Err(too("more nodes than are read"));
                }
                let copy = Node { span: bytes.clone(), ..copy.clone() };
                self.add(copy, 0, line)?;
            }
            Event::SequenceStart(style, anchor, _) => {
                let flow = style == StructureStyle::Flow;
                self.open.push(begun(Kind::Sequence { items: Vec::new(), flow }, anchor));
            }
            Event::MappingStart(style, anchor, _) => {
                let flow = style == StructureStyle::Flow;
                self.open.push(begun(Kind::Mapping { entries: Vec::new(), flow }, anchor));
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(mut done) = self.open.pop() {
                    done.node.span.end = bytes.end.max(done.node.span.end);
                    self.add(done.node, done.anchor, line)?;
                }
            }
            _ => {}
        }
        if self.open.len() > DEEPEST { Err(too("lists and mappings lie too deep in each other")) } else { Ok(()) }
    }

    fn add(&mut self, node: Node, anchor: usize, line: usize) -> Result<(), Fault> {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err(Fault { line, says: "more nodes than are read".to_owned() });
        }
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let Some(open) = self.open.last_mut() else {
            self.documents.push(node);
            return Ok(());
        };
        match &mut open.node.kind {
            Kind::Sequence { items, .. } => items.push(node),
            Kind::Mapping { entries, .. } => match open.key.take() {
                Some(key) => entries.push((key, node)),
                None => open.key = Some(node),
            },
            Kind::Scalar { .. } => {}
        }
        Ok(())
    }
}

impl Node {
    fn size(&self) -> usize {
        1 + match &self.kind {
            Kind::Scalar { .. } => 0,
            Kind::Sequence { items, .. } => items.iter().map(Self::size).sum(),
            Kind::Mapping { entries, .. } => entries.iter().map(|(key, value)| key.size() + value.size()).sum(),
        }
    }

    /// The entry of a mapping; of two under one key the last, as the readers of Kubernetes take it.
    pub(crate) fn entry(&self, name: &str) -> Option<&(Self, Self)> {
        let Kind::Mapping { entries, .. } = &self.kind else { return None };
        entries.iter().rev().find(|(key, _)| key.scalar() == Some(name))
    }

    /// The value of a mapping under a key.
    pub(crate) fn value(&self, name: &str) -> Option<&Self> {
        self.entry(name).map(|(_, value)| value)
    }

    /// The value at the end of a path of keys.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |node, name| node.value(name))
    }

    pub(crate) fn items(&self) -> &[Self] {
        match &self.kind {
            Kind::Sequence { items, .. } => items,
            Kind::Scalar { .. } | Kind::Mapping { .. } => &[],
        }
    }

    pub(crate) fn entries(&self) -> &[(Self, Self)] {
        match &self.kind {
            Kind::Mapping { entries, .. } => entries,
            Kind::Scalar { .. } | Kind::Sequence { .. } => &[],
        }
    }

    /// What is written in a scalar, whatever it means.
    pub(crate) fn scalar(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            Kind::Sequence { .. } | Kind::Mapping { .. } => None,
        }
    }

    /// A scalar that means a text.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, style } if *style != Style::Plain || plain(text) == Plain::Text => Some(text),
            _ => None,
        }
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, style: Style::Plain } if plain(text) == Plain::Null)
    }

    /// The same as JSON.
    pub(crate) fn json(&self) -> Value {
        match &self.kind {
            Kind::Scalar { text, style: Style::Plain } => match plain(text) {
                Plain::Null => Value::Null,
                Plain::Bool(value) => value.into(),
                Plain::Int(value) => value.into(),
                Plain::Float(value) => value.into(),
                Plain::Text => text.as_str().into(),
            },
            Kind::Scalar { text, .. } => text.as_str().into(),
            Kind::Sequence { items, .. } => items.iter().map(Self::json).collect(),
            Kind::Mapping { entries, .. } => {
                let named = |(key, value): &(Self, Self)| Some((key.scalar()?.to_owned(), value.json()));
                Value::Object(entries.iter().filter_map(named).collect::<Map<_, _>>())
            }
        }
    }
}

/// What a plain scalar means: YAML 1.1 as go-yaml reads it.
pub(crate) fn plain(text: &str) -> Plain {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Plain::Null,
        "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" | "true" | "True" | "TRUE" => return Plain::Bool(true),
        "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF" | "false" | "False" | "FALSE" => {
            return Plain::Bool(false);
        }
        _ => {}
    }
    let unsigned = text.trim_start_matches(['+', '-']);
    if text.len() - unsigned.len() > 1 || !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return Plain::Text;
    }
    if matches!(unsigned, ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN") {
        return Plain::Float(f64::NAN);
    }
    let digits = unsigned.replace('_', "");
    let radix = |prefix: &str, radix: u32| {
        let rest = digits.strip_prefix(prefix)?;
        i64::from_str_radix(rest, radix).ok().filter(|_| !rest.starts_with(['+', '-']))
    };
    let octal = || (digits.len() > 1).then(|| radix("0", 8)).flatten();
    let value = radix("0x", 16).or_else(|| radix("0X", 16)).or_else(|| radix("0b", 2)).or_else(|| radix("0o", 8));
    let value = value.or_else(octal).or_else(|| digits.parse().ok());
    if let Some(value) = value {
        return Plain::Int(if text.starts_with('-') { -value } else { value });
    }
    let mantissa = digits.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = mantissa.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-'));
    match unsigned.parse::<f64>() {
        Ok(value) if number => Plain::Float(value),
        _ => Plain::Text,
    }
}

/// A text as a scalar of YAML on one line, which is JSON too.
pub(crate) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_mean_what_go_yaml_takes_them_for() {
        // The first eleven are legal names of clusters, and none of them would be read as a text.
        for text in
            ["12345", "0123", "1e5", "0x1F", "1_000", "0b11", "true", "yes", "on", "n", "null", "~", ".inf", "-7"]
        {
            assert_ne!(plain(text), Plain::Text, "{text}");
        }
        for text in ["prod", "2024-01-01", "1.2.3.4", "a1", "0xZZ", "--1", "1-2", "10.0.0.0/16", "_1", "e5"] {
            assert_eq!(plain(text), Plain::Text, "{text}");
        }
        assert_eq!((plain("0x1F"), plain("0123"), plain("1_000")), (Plain::Int(31), Plain::Int(83), Plain::Int(1000)));
        assert_eq!((plain("-12"), plain("1e5")), (Plain::Int(-12), Plain::Float(1e5)));
    }

    #[test]
    fn every_scalar_knows_its_place() {
        let text = "# ä\na: [x, \"y z\"]\nb: &b {c: |\n    q\n  }\n";
        let text = text.replace("{c: |\n    q\n  }", "'q'");
        let node = parse(&text).unwrap().remove(0);
        let items = node.value("a").unwrap().items();
        assert_eq!(&text[items[1].span.clone()], "\"y z\"");
        assert_eq!(&text[node.value("b").unwrap().span.clone()], "'q'");
    }

    #[test]
    fn aliases_cannot_explode() {
        let mut text = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for (from, to) in "abcdefghi".chars().zip("bcdefghij".chars()) {
            let aliases = vec![format!("*{from}"); 8].join(", ");
            text += &[&to.to_string(), ": &", &to.to_string(), " [", &aliases, "]\n"].concat();
        }
        assert_eq!(parse(&text).unwrap_err().says, "more nodes than are read");
        assert!(parse(&"[".repeat(100_000)).is_err());
        assert!(parse(&"- ".repeat(100_000)).is_err());
        assert!(parse("a: &a [*a]").is_err());
    }
}
