//! Writes the Python package's generated modules. It decides nothing about what there is, only how Python says it.

use private_eks::Gives;
use serde_json::Value;

use crate::model::{Arguments, Call, Field, Item, Model, Struct, Style, Type, Union, Words};
use crate::text::{Lines, WIDTH, snake, wrap};

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
        ("_errors.py".to_owned(), errors(model)),
        ("_inputs.py".to_owned(), inputs(model)?),
        ("_models.py".to_owned(), models(model)?),
        ("_operations.py".to_owned(), operations(model, examples)?),
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
    let name: String = code.split('_').skip(1).map(|word| crate::model::upper_first(&word.to_lowercase())).collect();
    if name.ends_with("Error") { name } else { format!("{name}Error") }
}

fn errors(model: &Model) -> String {
    let mut out = head("What a caller got wrong, one class a code, all of them below `PrivateEksError`.");
    out.line(0, "from typing import TYPE_CHECKING, Any, ClassVar");
    out.gap(1);
    out.line(0, "if TYPE_CHECKING:");
    out.line(4, "from ._models import Report");
    out.gap(2);
    out.raw(
        r#"class PrivateEksError(Exception):
    """What a caller got wrong: a stable code, the place in the input, and a sentence that says what would be right."""

    code: str
    """The stable name of the kind of fault, such as `ERR_UNKNOWN_REGION`."""
    path: str
    """Where in the input the fault is, such as `spec.features.karpenter`; empty when it is the input as a whole."""
    message: str
    """The sentence, without the path."""

    def __init__(self, code: str, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.code = code
        self.path = path
        self.message = message

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.code, self.path, self.message))


class NotMetError(Exception):
    """A report that `require_met` refused. It says that something is broken or unknown, not that a call was wrong."""

    report: Report
    """The report."""

    def __init__(self, report: Report) -> None:
        counts = report.counts
        found = f"{counts.broken} broken, {counts.unknown} unknown, {counts.met} met"
        super().__init__(f"the verdict is {report.verdict}: {found}\n\n{report.text}")
        self.report = report

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.report,))
"#,
    );
    for code in &model.codes {
        let base = if code.text == "ERR_INTERNAL" { "" } else { ", ValueError" };
        out.gap(2);
        out.line(0, &format!("class {}(PrivateEksError{base}):", class(&code.text)));
        docstring(&mut out, 4, &code.doc, &[]);
    }
    out.gap(2);
    out.line(0, "BY_CODE: dict[str, type[PrivateEksError]] = {");
    for code in &model.codes {
        out.line(4, &format!("\"{}\": {},", code.text, class(&code.text)));
    }
    out.line(0, "}");
    docstring(&mut out, 0, "The class of each code; a code that is not here is a plain `PrivateEksError`.", &[]);
    out.finish().replace("TYPE_CHECKING, Any, ClassVar", "TYPE_CHECKING, Any")
}

fn inputs(model: &Model) -> Result<String, String> {
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

fn models(model: &Model) -> Result<String, String> {
    let requests: Vec<&str> = model.operations.iter().map(|call| call.request.as_str()).collect();
    let mut out = head("What the operations take and give: plain, frozen data.");
    let mut body = Lines::default();
    let mut inputs = vec![NO_OPTIONS.to_owned()];
    for item in &model.types {
        match item {
            Item::Struct(object) if object.style == Style::Ids => {
                inputs.push(object.name.clone());
                inputs.push(id_name(&object.name));
            }
            Item::Struct(object)
                if object.style == Style::Options
                    || requests.contains(&object.name.as_str()) && object.name.ends_with("Request") => {}
            Item::Struct(object) => dataclass(&mut body, model, object)?,
            Item::Words(words) => enumeration(&mut body, words)?,
            Item::Union(union) => kinds(&mut body, model, union)?,
        }
    }
    let body = body.finish();
    inputs.retain(|name| body.contains(name.as_str()));
    inputs.sort_unstable();
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

fn names(all: &[&str], used: impl Fn(&str) -> bool) -> String {
    all.iter().filter(|name| used(name)).copied().collect::<Vec<_>>().join(", ")
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
                let raises = ["".to_owned(), "Raises `NotMetError`, which carries this report.".to_owned()];
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

fn enumeration(out: &mut Lines, words: &Words) -> Result<(), String> {
    out.gap(2);
    if words.not_boolean {
        out.line(0, &format!("class {}(str, Enum):", words.name));
        let more = ["".to_owned(), "It equals its word and refuses to be used as a boolean.".to_owned()];
        docstring(out, 4, &words.doc, &more);
        out.gap(1);
        for word in &words.words {
            out.line(4, &format!("{} = \"{}\"", snake(&word.text)?.to_uppercase(), word.text));
            docstring(out, 4, &word.doc, &[]);
        }
        let all: Vec<_> = words.words.iter().map(|word| word.text.as_str()).collect();
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
    let all: Vec<_> = words.words.iter().map(|word| word.text.as_str()).collect();
    alias(out, &words.name, &all);
    let documented = words.words.iter().filter(|word| !word.doc.is_empty());
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

fn operations(model: &Model, examples: &dyn Fn(&str) -> Option<String>) -> Result<String, String> {
    let mut out = head("The operations. Each takes at most two arguments by position.");
    let mut body = Lines::default();
    for call in &model.operations {
        operation(&mut body, model, call, examples(call.name))?;
    }
    let body = body.finish();
    let uses = |name: &str| body.contains(name);
    out.line(
        0,
        &format!("from collections.abc import {}", names(&["Mapping", "Sequence"], |name| uses(&format!("{name}[")))),
    );
    if uses("date ") {
        out.line(0, "from datetime import date");
    }
    out.gap(1);
    let mut all: Vec<&str> = model.types.iter().map(Item::name).collect();
    all.sort_unstable();
    let named = |name: &&str| body.contains(&format!(" {name}")) || body.contains(&format!("[{name}"));
    let models: Vec<_> = all
        .into_iter()
        .filter(named)
        .filter(|name| !model.operations.iter().any(|call| call.request == *name && name.ends_with("Request")))
        .collect();
    out.line(0, "from ._ask import ask");
    import(&mut out, "_models", &models);
    out.line(0, "from .snapshot import Snapshot");
    out.raw(&body);
    Ok(out.finish())
}

fn import(out: &mut Lines, module: &str, list: &[impl AsRef<str>]) {
    let list: Vec<&str> = list.iter().map(AsRef::as_ref).collect();
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

fn operation(out: &mut Lines, model: &Model, call: &Call, example: Option<String>) -> Result<(), String> {
    let mut parameters = Vec::new();
    let mut notes = Vec::new();
    if call.takes_snapshot {
        parameters.push("snapshot: Snapshot | Mapping[str, object]".to_owned());
        notes.push((
            "snapshot".to_owned(),
            "What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.".to_owned(),
        ));
    }
    let mut parameter = |field: &Field| -> Result<String, String> {
        let name = identifier(&field.name)?;
        let default = field.default.as_ref().map(literal).transpose()?;
        let default = default.map(|value| format!(" = {value}")).unwrap_or_default();
        notes.push((name.clone(), field.doc.clone()));
        Ok(format!("{name}: {}{default}", hint(model, &field.kind, true)))
    };
    let request = match &call.arguments {
        Arguments::Whole(name, kind) => {
            parameters.push(format!("{name}: {}", hint(model, kind, true)));
            notes
                .push((name.clone(), model.object(&call.request).map(|object| object.doc.clone()).unwrap_or_default()));
            name.clone()
        }
        Arguments::Fields { positional, named } => {
            if let Some(field) = positional {
                parameters.push(parameter(field)?);
            }
            if !named.is_empty() {
                parameters.push("*".to_owned());
            }
            for field in named {
                parameters.push(parameter(field)?);
            }
            let fields: Result<Vec<_>, String> = positional
                .iter()
                .chain(named)
                .map(|field| Ok(format!("\"{}\": {}", field.name, identifier(&field.name)?)))
                .collect();
            format!("{{{}}}", fields?.join(", "))
        }
    };
    let answer = hint(model, &call.answer, false);
    out.gap(2);
    let one = format!("def {}({}) -> {answer}:", call.name, parameters.join(", "));
    if one.len() <= WIDTH {
        out.line(0, &one);
    } else {
        out.line(0, &format!("def {}(", call.name));
        for parameter in &parameters {
            out.line(4, &format!("{parameter},"));
        }
        out.line(0, &format!(") -> {answer}:"));
    }
    let mut more = Vec::new();
    if !notes.is_empty() {
        more.extend(["".to_owned(), "Args:".to_owned()]);
        for (name, text) in &notes {
            for (at, line) in wrap(&format!("{name}: {}", text.replace('\n', " ")), 16).into_iter().enumerate() {
                more.push(format!("{}{line}", if at == 0 { "    " } else { "        " }));
            }
        }
    }
    if let Some(example) = example {
        more.push(String::new());
        more.extend(example.trim_end().lines().map(str::to_owned));
    }
    docstring(out, 4, &call.doc, &more);
    let snapshot = if call.takes_snapshot { ", snapshot" } else { "" };
    let one = format!("return ask(\"{}\", {answer}, {request}{snapshot})", call.name);
    if one.len() + 4 <= WIDTH {
        out.line(4, &one);
        return Ok(());
    }
    out.line(4, "return ask(");
    out.line(8, &format!("\"{}\",", call.name));
    out.line(8, &format!("{answer},"));
    out.line(8, "{");
    for pair in request.trim_matches(['{', '}']).split(", ") {
        out.line(12, &format!("{pair},"));
    }
    out.line(8, "},");
    if call.takes_snapshot {
        out.line(8, "snapshot,");
    }
    out.line(4, ")");
    Ok(())
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
    let is_request = |name: &str| model.operations.iter().any(|call| call.request == name && name.ends_with("Request"));
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
            Item::Struct(object) if is_request(&object.name) => {}
            Item::Union(union) => {
                models.extend(union.cases.iter().map(|case| case.name.clone()).chain([union.name.clone()]))
            }
            item => models.push(item.name().to_owned()),
        }
    }
    let operations: Vec<String> = model.operations.iter().map(|call| call.name.to_owned()).collect();
    let mut all = vec!["Snapshot".to_owned()];
    for (module, mut list) in
        [("_errors", errors), ("_inputs", inputs), ("_models", models), ("_operations", operations)]
    {
        list.sort_unstable();
        import(&mut out, module, &list);
        all.extend(list);
    }
    out.line(0, "from .snapshot import Snapshot");
    out.gap(1);
    all.sort_unstable();
    out.line(0, "__all__ = [");
    for name in all {
        out.line(4, &format!("\"{name}\","));
    }
    out.line(0, "]");
    out.finish()
}
