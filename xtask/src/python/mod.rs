//! Writes the Python package's generated modules. It decides nothing about what there is, only how Python says it.

mod errors;
mod models;
mod operations;

use serde_json::Value;

use crate::model::{Item, Model, Style, Type};
use crate::text::{Lines, WIDTH, snake, upper_first, wrap};

/// What stands at the head of every generated module, after what it holds.
const MARK: &str = "Written by `cargo xtask generate` from the table of operations; do not edit.";

/// Keywords that are names on the wire.
const KEYWORDS: &[&str] =
    &["as", "class", "def", "del", "from", "global", "import", "in", "is", "lambda", "not", "pass", "with"];

/// The class that stands for all features without options.
const NO_OPTIONS: &str = "NoOptions";

/// Every generated file, by its path below the package.
pub(crate) fn files(model: &Model, examples: &dyn Fn(&str) -> Option<String>) -> Result<Vec<(String, String)>, String> {
    Ok(vec![
        ("_errors.py".to_owned(), errors::module(model)),
        ("_inputs.py".to_owned(), models::inputs(model)?),
        ("_models.py".to_owned(), models::module(model)?),
        ("_operations.py".to_owned(), operations::module(model, examples)?),
        ("__init__.py".to_owned(), package(model)),
    ])
}

fn head(what: &str) -> Lines {
    let mut out = Lines::default();
    out.line(0, &format!("\"\"\"{what}"));
    out.gap(1);
    out.line(0, MARK);
    out.line(0, "\"\"\"");
    out.gap(1);
    out.line(0, "from __future__ import annotations");
    out.gap(1);
    out
}

fn docstring(out: &mut Lines, indent: usize, text: &str, more: &[String]) {
    let text = text.replace('\\', "\\\\");
    let lines = wrap(&text, indent + 3);
    let one = lines.len() == 1 && more.is_empty() && lines.first().is_some_and(|line| indent + line.len() + 6 <= WIDTH);
    if one {
        out.line(indent, &format!("\"\"\"{text}\"\"\""));
        return;
    }
    for (at, line) in lines.iter().enumerate() {
        out.line(indent, &if at == 0 { format!("\"\"\"{line}") } else { line.clone() });
    }
    for line in more {
        out.line(indent, line);
    }
    out.line(indent, "\"\"\"");
}

fn identifier(wire: &str) -> Result<String, String> {
    let name = snake(wire)?;
    Ok(if KEYWORDS.contains(&name.as_str()) { format!("{name}_") } else { name })
}

/// `ERR_INVALID_CIDR` as `InvalidCidrError`.
fn class(code: &str) -> String {
    let name: String = code.split('_').skip(1).map(|word| upper_first(&word.to_lowercase())).collect();
    if name.ends_with("Error") { name } else { format!("{name}Error") }
}

/// The name of the ids of a map by ids: `Features` gives `FeatureId`.
fn id_name(name: &str) -> String {
    format!("{}Id", name.trim_end_matches('s'))
}

fn alias(out: &mut Lines, name: &str, words: &[&str]) {
    let quoted: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
    let one = format!("{name}: TypeAlias = Literal[{}]", quoted.join(", "));
    if one.len() <= WIDTH {
        out.line(0, &one);
        return;
    }
    out.line(0, &format!("{name}: TypeAlias = Literal["));
    for word in quoted {
        out.line(4, &format!("{word},"));
    }
    out.line(0, "]");
}

/// The type of a value, as callers may give it or as the library gives it.
fn hint(model: &Model, kind: &Type, given: bool) -> String {
    match kind {
        Type::Text => "str".to_owned(),
        Type::Flag => "bool".to_owned(),
        Type::Integer => "int".to_owned(),
        Type::Number => "float".to_owned(),
        Type::Day if given => "date | str".to_owned(),
        Type::Day => "date".to_owned(),
        Type::Document => "Mapping[str, object]".to_owned(),
        Type::Snapshot => "Snapshot".to_owned(),
        Type::Parameter => "_T".to_owned(),
        Type::Constant(word) => format!("Literal[\"{word}\"]"),
        Type::Choice(words) => {
            format!("Literal[{}]", words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", "))
        }
        Type::Named(name) => match model.object(name) {
            Some(object) if object.style == Style::Ids => format!("{name} | Sequence[{}]", id_name(name)),
            Some(object) if object.style == Style::Options && object.fields.is_empty() => NO_OPTIONS.to_owned(),
            _ => name.clone(),
        },
        Type::Generic(name, argument) => format!("{name}[{}]", hint(model, argument, given)),
        Type::List(item) if given => format!("Sequence[{}]", hint(model, item, given)),
        Type::List(item) => format!("tuple[{}, ...]", hint(model, item, given)),
        Type::Map(value) => format!("Mapping[str, {}]", hint(model, value, given)),
        Type::Optional(inner) => format!("{} | None", hint(model, inner, given)),
    }
}

fn names(all: &[&str], used: impl Fn(&str) -> bool) -> String {
    all.iter().filter(|name| used(name)).copied().collect::<Vec<_>>().join(", ")
}

/// A default, as Python writes it.
fn literal(value: &Value) -> Result<String, String> {
    match value {
        Value::Null => Ok("None".to_owned()),
        Value::Bool(value) => Ok(if *value { "True" } else { "False" }.to_owned()),
        Value::String(text) => Ok(format!("{text:?}")),
        Value::Number(number) => Ok(number.to_string()),
        Value::Array(items) if items.is_empty() => Ok("()".to_owned()),
        _ => Err(format!("a default that no face can write: {value}")),
    }
}

fn import(out: &mut Lines, module: &str, list: &[impl AsRef<str>]) {
    let mut list: Vec<&str> = list.iter().map(AsRef::as_ref).collect();
    // As the linters of Python sort imports.
    list.sort_by_key(|name| name.to_lowercase());
    let one = format!("from .{module} import {}", list.join(", "));
    if one.len() <= WIDTH {
        out.line(0, &one);
        return;
    }
    out.line(0, &format!("from .{module} import ("));
    for name in list {
        out.line(4, &format!("{name},"));
    }
    out.line(0, ")");
}

fn package(model: &Model) -> String {
    let mut out = Lines::default();
    out.line(
        0,
        "\"\"\"What AWS demands of an EKS cluster without internet access: plans, audits, reachability and repairs.",
    );
    out.gap(1);
    out.line(0, MARK);
    out.line(0, "\"\"\"");
    out.gap(1);
    let mut errors: Vec<String> = model.codes.iter().map(|code| class(&code.text)).collect();
    errors.extend(["NotMetError".to_owned(), "PrivateEksError".to_owned()]);
    let mut inputs = vec![NO_OPTIONS.to_owned()];
    let mut models = Vec::new();
    for item in &model.types {
        match item {
            Item::Struct(object) if object.style == Style::Ids => {
                inputs.extend([object.name.clone(), id_name(&object.name)]);
            }
            Item::Struct(object) if object.style == Style::Options && object.fields.is_empty() => {}
            Item::Struct(object) if object.style == Style::Options => inputs.push(object.name.clone()),
            Item::Struct(object) if model.is_request(&object.name) => {}
            Item::Union(union) => {
                models.extend(union.cases.iter().map(|case| case.name.clone()).chain([union.name.clone()]));
            }
            item => models.push(item.name().to_owned()),
        }
    }
    let operations: Vec<String> = model.operations.iter().map(|call| call.name.to_owned()).collect();
    let mut all = vec!["Snapshot".to_owned()];
    for (module, list) in [("_errors", errors), ("_inputs", inputs), ("_models", models), ("_operations", operations)] {
        import(&mut out, module, &list);
        all.extend(list);
    }
    // Written by hand: what does more than ask the core.
    out.line(0, "from .collect import CollectError, collect");
    out.line(0, "from .snapshot import Snapshot");
    all.extend(["CollectError".to_owned(), "collect".to_owned()]);
    out.gap(1);
    all.sort_unstable();
    out.line(0, "__all__ = [");
    for name in all {
        out.line(4, &format!("\"{name}\","));
    }
    out.line(0, "]");
    out.finish()
}
