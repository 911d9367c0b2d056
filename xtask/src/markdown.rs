//! Writes docs/generated/operations.md: the operations and the types that they take and give, as they stand on the wire.

use crate::model::{Arguments, Field, Item, Model, Struct, Style, Type};
use crate::text::Lines;

/// The page.
pub(crate) fn page(model: &Model) -> String {
    let mut out = Lines::default();
    out.line(0, "<!-- Written by `cargo xtask generate` from the table of operations; do not edit. -->");
    out.gap(1);
    out.line(0, "# Operations");
    out.gap(1);
    out.line(
        0,
        "What other languages call, as it stands on the wire: JSON in camelCase. Python says the same in snake_case.",
    );
    for call in &model.operations {
        out.gap(1);
        out.line(0, &format!("## `{}`", call.name));
        out.gap(1);
        out.line(0, &call.doc);
        out.gap(1);
        let request = match &call.arguments {
            Arguments::Whole(_, kind) => format!("Takes {}.", shown(kind)),
            Arguments::Fields { positional, named } => {
                let mut fields: Vec<&Field> = positional.iter().chain(named).collect();
                let snapshot = Field {
                    name: "snapshot".to_owned(),
                    doc: "What exists: one object whose keys are AWS's own response keys; left out when a handle is asked."
                        .to_owned(),
                    kind: Type::Snapshot,
                    default: None,
                    may_be_absent: false,
                };
                if call.takes_snapshot {
                    fields.insert(0, &snapshot);
                }
                out.line(0, "Takes:");
                out.gap(1);
                table(&mut out, &fields, true);
                out.gap(1);
                String::new()
            }
        };
        if !request.is_empty() {
            out.line(0, &request);
            out.gap(1);
        }
        out.line(0, &format!("Gives {}.", shown(&call.answer)));
    }
    out.gap(1);
    out.line(0, "## Errors");
    out.gap(1);
    out.line(0, "| code | when |");
    out.line(0, "|---|---|");
    for code in &model.codes {
        out.line(0, &format!("| `{}` | {} |", code.text, cell(&code.doc)));
    }
    out.gap(1);
    out.line(0, "## Types");
    for item in &model.types {
        if !model.is_request(item.name()) {
            describe(&mut out, item);
        }
    }
    out.finish()
}

fn describe(out: &mut Lines, item: &Item) {
    out.gap(1);
    out.line(0, &format!("### `{}`", item.name()));
    match item {
        Item::Struct(object) => {
            prose(out, &object.doc);
            fields(out, object);
        }
        Item::Words(words) => {
            prose(out, &words.doc);
            out.gap(1);
            for word in &words.all {
                let doc = if word.doc.is_empty() { String::new() } else { format!(": {}", word.doc) };
                out.line(0, &format!("- `{}`{doc}", word.text));
            }
        }
        Item::Union(union) => {
            prose(out, &union.doc);
            for case in &union.cases {
                out.gap(1);
                out.line(0, &format!("#### `{}`", case.name));
                prose(out, &case.doc);
                fields(out, case);
            }
        }
    }
}

fn prose(out: &mut Lines, doc: &str) {
    for paragraph in doc.lines() {
        out.gap(1);
        out.line(0, paragraph);
    }
}

fn fields(out: &mut Lines, object: &Struct) {
    let all: Vec<&Field> = object.fields.iter().collect();
    if !all.is_empty() {
        out.gap(1);
        table(out, &all, object.input && object.style == Style::Object);
    }
}

fn table(out: &mut Lines, fields: &[&Field], says_need: bool) {
    if fields.is_empty() {
        out.line(0, "nothing.");
        return;
    }
    out.line(0, if says_need { "| field | type | needed | what |" } else { "| field | type | what |" });
    out.line(0, if says_need { "|---|---|---|---|" } else { "|---|---|---|" });
    for field in fields {
        let need = match (says_need, field.is_required()) {
            (false, _) => "",
            (true, true) => " yes |",
            (true, false) => " no |",
        };
        let kind = if says_need { shown(field.kind.present()) } else { shown(&field.kind) };
        out.line(0, &format!("| `{}` | {kind} |{need} {} |", field.name, cell(&field.doc)));
    }
}

fn shown(kind: &Type) -> String {
    match kind {
        Type::Text => "text".to_owned(),
        Type::Flag => "`true` or `false`".to_owned(),
        Type::Integer => "whole number".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Day => "day".to_owned(),
        Type::Document => "what AWS shapes".to_owned(),
        Type::Snapshot => "a snapshot".to_owned(),
        Type::Parameter => "any".to_owned(),
        Type::Constant(word) => format!("`{word}`"),
        Type::Choice(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" or "),
        Type::Named(name) => format!("[`{name}`](#{})", name.to_lowercase()),
        Type::Generic(name, argument) => format!("[`{name}`](#{}) of {}", name.to_lowercase(), shown(argument)),
        Type::List(item) => format!("list of {}", shown(item)),
        Type::Map(value) => format!("map to {}", shown(value)),
        Type::Optional(inner) => format!("{} or `null`", shown(inner)),
    }
}

fn cell(text: &str) -> String {
    text.replace('\n', " ").replace('|', "\\|")
}
