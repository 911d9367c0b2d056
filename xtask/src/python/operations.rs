//! Writes `_operations.py`: one function an operation.

use super::{docstring, head, hint, identifier, import, literal, names};
use crate::model::{Arguments, Call, Field, Item, Model};
use crate::text::{Lines, WIDTH, wrap};

pub(super) fn module(model: &Model, examples: &dyn Fn(&str) -> Option<String>) -> Result<String, String> {
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
    let all: Vec<&str> = model.types.iter().map(Item::name).collect();
    // A name is named where it stands whole: `Exit` is not in `ExitsAnswer`.
    let ends = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_');
    let stands = |word: &str| body.match_indices(word).any(|(at, _)| body.get(at + word.len()..).is_some_and(ends));
    let named = |name: &&str| stands(&format!(" {name}")) || stands(&format!("[{name}"));
    let models: Vec<_> = all.into_iter().filter(named).filter(|name| !model.is_request(name)).collect();
    out.line(0, "from ._ask import ask");
    import(&mut out, "_models", &models);
    out.line(0, "from .snapshot import Snapshot");
    out.raw(&body);
    Ok(out.finish())
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
        more.extend([String::new(), "Args:".to_owned()]);
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
