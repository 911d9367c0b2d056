//! Writes `_models.py` and `_inputs.py`: what the operations take and give.

use private_eks::Gives;

use super::{NO_OPTIONS, alias, docstring, head, hint, id_name, identifier, import, literal, names};
use crate::model::{Field, Item, Model, Struct, Style, Type, Union, Words};
use crate::text::{Lines, snake};

pub(super) fn inputs(model: &Model) -> Result<String, String> {
    let mut out = head("How callers write features and their options.");
    out.line(0, "from typing import Literal, TypeAlias, TypedDict");
    out.gap(2);
    out.line(0, &format!("class {NO_OPTIONS}(TypedDict):"));
    docstring(&mut out, 4, "The options of a feature that has none: `{}`.", &[]);
    for item in &model.types {
        if let Item::Struct(object) = item
            && object.style == Style::Options
            && !object.fields.is_empty()
        {
            out.gap(2);
            out.line(0, &format!("class {}(TypedDict, total=False):", object.name));
            docstring(&mut out, 4, &object.doc, &[]);
            out.gap(1);
            for field in &object.fields {
                out.line(4, &format!("{}: {}", identifier(&field.name)?, hint(model, field.kind.present(), true)));
                docstring(&mut out, 4, &field.doc, &[]);
            }
        }
    }
    for item in &model.types {
        if let Item::Struct(object) = item
            && object.style == Style::Ids
        {
            out.gap(2);
            out.line(0, &format!("{} = TypedDict(", object.name));
            out.line(4, &format!("\"{}\",", object.name));
            out.line(4, "{");
            for field in &object.fields {
                let kind = hint(model, field.kind.present(), true);
                out.line(8, &format!("\"{}\": {kind},  # {}", field.name, field.doc));
            }
            out.line(4, "},");
            out.line(4, "total=False,");
            out.line(0, ")");
            docstring(&mut out, 0, &object.doc, &[]);
            out.gap(1);
            let ids: Vec<_> = object.fields.iter().map(|field| field.name.as_str()).collect();
            alias(&mut out, &id_name(&object.name), &ids);
            docstring(&mut out, 0, "An id, for the short form: a list of ids without options.", &[]);
        }
    }
    Ok(out.finish())
}

pub(super) fn module(model: &Model) -> Result<String, String> {
    let mut out = head("What the operations take and give: plain, frozen data.");
    let mut body = Lines::default();
    let mut inputs = vec![NO_OPTIONS.to_owned()];
    for item in &model.types {
        match item {
            Item::Struct(object) if object.style == Style::Ids => {
                inputs.push(object.name.clone());
                inputs.push(id_name(&object.name));
            }
            Item::Struct(object) if object.style == Style::Options || model.is_request(&object.name) => {}
            Item::Struct(object) => dataclass(&mut body, model, object)?,
            Item::Words(words) => enumeration(&mut body, words)?,
            Item::Union(union) => kinds(&mut body, model, union)?,
        }
    }
    let body = body.finish();
    inputs.retain(|name| body.contains(name.as_str()));
    let uses = |name: &str| body.contains(name);
    let abstracts = names(&["Mapping", "Sequence"], |name| uses(&format!("{name}[")));
    if !abstracts.is_empty() {
        out.line(0, &format!("from collections.abc import {abstracts}"));
    }
    out.line(
        0,
        &format!("from dataclasses import {}", names(&["dataclass", "field"], |name| uses(&format!("{name}(")))),
    );
    if uses(" date") {
        out.line(0, "from datetime import date");
    }
    if uses("(str, Enum)") {
        out.line(0, "from enum import Enum");
    }
    let typing = names(&["Generic", "Literal", "NoReturn", "TypeAlias", "TypeVar"], |name| {
        name == "TypeVar" && uses("_T") || uses(name)
    });
    out.line(0, &format!("from typing import {typing}"));
    out.gap(1);
    if uses("NotMetError") {
        out.line(0, "from ._errors import NotMetError");
    }
    if !inputs.is_empty() {
        import(&mut out, "_inputs", &inputs);
    }
    out.line(0, &format!("from ._wire import {}", names(&["Model", "Rendered"], |name| uses(&format!("({name}")))));
    if uses("_T") {
        out.gap(1);
        out.line(0, "_T = TypeVar(\"_T\")");
    }
    out.raw(&body);
    Ok(out.finish())
}

fn dataclass(out: &mut Lines, model: &Model, object: &Struct) -> Result<(), String> {
    out.gap(2);
    out.line(0, "@dataclass(frozen=True, slots=True, kw_only=True)");
    let base = if object.is_rendered() { "Rendered" } else { "Model" };
    let generic = if object.generic { ", Generic[_T]" } else { "" };
    out.line(0, &format!("class {}({base}{generic}):", object.name));
    docstring(out, 4, &object.doc, &[]);
    if !object.fields.is_empty() {
        out.gap(1);
    }
    for field in &object.fields {
        attribute(out, model, object, field)?;
    }
    for accessor in Model::accessors(&object.name) {
        out.gap(1);
        let name = snake(accessor.name)?;
        match accessor.gives {
            Gives::Where { list, field, is } => {
                let of = object.fields.iter().find(|known| known.name == list).map(|known| &known.kind);
                let Some(kind @ Type::List(_)) = of else {
                    return Err(format!("`{list}` is no list of `{}`", object.name));
                };
                out.line(4, "@property");
                out.line(4, &format!("def {name}(self) -> {}:", hint(model, kind, false)));
                docstring(out, 8, accessor.doc, &[]);
                let (list, field) = (identifier(list)?, identifier(field)?);
                out.line(8, &format!("return tuple(item for item in self.{list} if item.{field} == \"{is}\")"));
            }
            Gives::RequireMet => {
                out.line(4, &format!("def {name}(self) -> None:"));
                let raises = [String::new(), "Raises `NotMetError`, which carries this report.".to_owned()];
                docstring(out, 8, accessor.doc, &raises);
                out.line(8, "if self.verdict is not Verdict.MET:");
                out.line(12, "raise NotMetError(self)");
            }
        }
    }
    Ok(())
}

fn attribute(out: &mut Lines, model: &Model, object: &Struct, field: &Field) -> Result<(), String> {
    let name = identifier(&field.name)?;
    let kind = hint(model, &field.kind, object.input && !object.output);
    let hidden = object.is_rendered() && field.name == "text";
    let value = match &field.default {
        None if hidden => " = field(repr=False)".to_owned(),
        None => String::new(),
        Some(value) => format!(" = {}", literal(value)?),
    };
    out.line(4, &format!("{name}: {kind}{value}"));
    docstring(out, 4, &field.doc, &[]);
    Ok(())
}

fn enumeration(out: &mut Lines, words: &Words) -> Result<(), String> {
    out.gap(2);
    if words.not_boolean {
        out.line(0, &format!("class {}(str, Enum):", words.name));
        let more = [String::new(), "It equals its word and refuses to be used as a boolean.".to_owned()];
        docstring(out, 4, &words.doc, &more);
        out.gap(1);
        for word in &words.all {
            out.line(4, &format!("{} = \"{}\"", snake(&word.text)?.to_uppercase(), word.text));
            docstring(out, 4, &word.doc, &[]);
        }
        let all: Vec<_> = words.all.iter().map(|word| word.text.as_str()).collect();
        let known = match all.as_slice() {
            [start @ .., last] => format!("{} or {last}", start.join(", ")),
            [] => String::new(),
        };
        out.gap(1);
        out.line(4, "def __bool__(self) -> NoReturn:");
        let name = words.name.to_lowercase();
        out.line(
            8,
            &format!(
                "raise TypeError(\"a {name} is {known}, never a boolean; compare it with `{}.{}`\")",
                words.name,
                all.last().unwrap_or(&"").to_uppercase()
            ),
        );
        out.gap(1);
        out.line(4, "def __str__(self) -> str:");
        out.line(8, "return str(self.value)");
        return Ok(());
    }
    let all: Vec<_> = words.all.iter().map(|word| word.text.as_str()).collect();
    alias(out, &words.name, &all);
    let documented = words.all.iter().filter(|word| !word.doc.is_empty());
    let mut doc = vec![words.doc.clone()];
    doc.extend(documented.map(|word| format!("- `{}`: {}", word.text, word.doc)));
    docstring(out, 0, &doc.join("\n"), &[]);
    Ok(())
}

fn kinds(out: &mut Lines, model: &Model, union: &Union) -> Result<(), String> {
    for case in &union.cases {
        dataclass(out, model, case)?;
    }
    out.gap(2);
    let cases: Vec<_> = union.cases.iter().map(|case| case.name.as_str()).collect();
    out.line(0, &format!("{}: TypeAlias = {}", union.name, cases.join(" | ")));
    docstring(out, 0, &union.doc, &[]);
    Ok(())
}
