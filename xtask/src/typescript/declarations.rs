//! Writes `index.d.ts`.

use private_eks::Gives;

use super::{MARK, is_asynchronous, is_class, quote};
use crate::model::{Arguments, Call, Field, Item, Model, Struct, Style, Type, Union, Words};
use crate::text::{Lines, WIDTH, upper_first, wrap};

/// What a snapshot argument takes.
const SNAPSHOT: &str = "Snapshot | object";

pub(super) fn file(model: &Model, examples: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = Lines::default();
    out.line(0, &format!("// {MARK}"));
    out.gap(1);
    out.raw(include_str!("fixed.txt"));
    alias(&mut out, "ErrorCode", &model.codes.iter().map(|code| code.text.as_str()).collect::<Vec<_>>(), &{
        let mut doc = vec!["The stable name of a kind of fault. New kinds may be added.".to_owned()];
        doc.extend(model.codes.iter().map(|code| format!("- `{}`: {}", code.text, code.doc)));
        doc.join("\n")
    });
    for call in &model.operations {
        operation(&mut out, model, call, examples(call.name));
    }
    for item in &model.types {
        match item {
            Item::Words(words) => enumeration(&mut out, words),
            Item::Union(union) => kinds(&mut out, model, union),
            Item::Struct(object) if model.is_request(&object.name) => {}
            Item::Struct(object) if object.style == Style::Options && object.fields.is_empty() => {}
            Item::Struct(object) => {
                interface(&mut out, model, object);
                if object.style == Style::Ids {
                    out.gap(1);
                    comment(&mut out, 0, "An id, for the short form: a list of ids without options.", &[]);
                    out.line(0, &format!("export type {} = keyof {};", id_name(&object.name), object.name));
                }
            }
        }
    }
    out.finish()
}

fn comment(out: &mut Lines, indent: usize, text: &str, more: &[String]) {
    let text = text.replace("*/", "*\u{200b}/");
    let lines = wrap(&text, indent + 7);
    if let ([line], []) = (lines.as_slice(), more) {
        out.line(indent, &format!("/** {line} */"));
        return;
    }
    out.line(indent, "/**");
    for line in lines.iter().chain(more) {
        out.line(indent, format!(" * {line}").trim_end());
    }
    out.line(indent, " */");
}

fn key(name: &str) -> String {
    if name.chars().all(|c| c.is_ascii_alphanumeric()) { name.to_owned() } else { quote(name) }
}

fn hint(model: &Model, kind: &Type) -> String {
    match kind {
        Type::Text => "string".to_owned(),
        Type::Flag => "boolean".to_owned(),
        Type::Integer | Type::Number => "number".to_owned(),
        Type::Day => "Day".to_owned(),
        Type::Document => "AwsDocument".to_owned(),
        Type::Snapshot => "Snapshot".to_owned(),
        Type::Parameter => "T".to_owned(),
        Type::Constant(word) => quote(word),
        Type::Choice(words) => words.iter().map(|word| quote(word)).collect::<Vec<_>>().join(" | "),
        Type::Named(name) => match model.object(name) {
            Some(object) if object.style == Style::Ids => format!("{name} | readonly {}[]", id_name(name)),
            Some(object) if object.style == Style::Options && object.fields.is_empty() => "NoOptions".to_owned(),
            _ => name.clone(),
        },
        Type::Generic(name, argument) => format!("{name}<{}>", hint(model, argument)),
        Type::List(item) => match hint(model, item) {
            item if item.contains(' ') => format!("readonly ({item})[]"),
            item => format!("readonly {item}[]"),
        },
        Type::Map(value) => format!("{{ readonly [key: string]: {} }}", hint(model, value)),
        Type::Optional(inner) => format!("{} | null", hint(model, inner)),
    }
}

/// The name of the ids of a map by ids: `Features` gives `FeatureId`.
fn id_name(name: &str) -> String {
    format!("{}Id", name.trim_end_matches('s'))
}

/// A field that callers write.
fn given(model: &Model, field: &Field) -> String {
    let kind = hint(model, field.kind.present());
    if field.is_required() {
        format!("readonly {}: {kind};", key(&field.name))
    } else {
        format!("readonly {}?: {kind} | undefined;", key(&field.name))
    }
}

/// A field that the library writes.
fn answered(model: &Model, field: &Field) -> String {
    let name = key(&field.name);
    if field.may_be_absent {
        format!("readonly {name}?: {};", hint(model, field.kind.present()))
    } else {
        format!("readonly {name}: {};", hint(model, &field.kind))
    }
}

fn alias(out: &mut Lines, name: &str, words: &[&str], doc: &str) {
    comment(out, 0, doc, &[]);
    let words: Vec<_> = words.iter().map(|word| quote(word)).collect();
    let one = format!("export type {name} = {};", words.join(" | "));
    if one.len() <= WIDTH {
        out.line(0, &one);
        return;
    }
    out.line(0, &format!("export type {name} ="));
    for (at, word) in words.iter().enumerate() {
        out.line(4, &format!("| {word}{}", if at + 1 == words.len() { ";" } else { "" }));
    }
}

fn enumeration(out: &mut Lines, words: &Words) {
    let mut doc = vec![words.doc.clone()];
    if words.not_boolean {
        doc.push(format!(
            "Compare it with one of the words. It is a text, so that `if (verdict)` would hold for all of them, `{}` too: \
             JavaScript lets no value refuse that.",
            words.all.first().map_or("", |word| word.text.as_str()),
        ));
    }
    let documented = words.all.iter().filter(|word| !word.doc.is_empty());
    doc.extend(documented.map(|word| format!("- `{}`: {}", word.text, word.doc)));
    out.gap(1);
    alias(out, &words.name, &words.all.iter().map(|word| word.text.as_str()).collect::<Vec<_>>(), &doc.join("\n"));
}

fn kinds(out: &mut Lines, model: &Model, union: &Union) {
    for case in &union.cases {
        interface(out, model, case);
    }
    out.gap(1);
    comment(out, 0, &union.doc, &[]);
    let cases: Vec<_> = union.cases.iter().map(|case| case.name.as_str()).collect();
    out.line(0, &format!("export type {} = {};", union.name, cases.join(" | ")));
}

fn interface(out: &mut Lines, model: &Model, object: &Struct) {
    out.gap(1);
    comment(out, 0, &object.doc, &[]);
    let generic = if object.generic { "<T>" } else { "" };
    let class = is_class(object);
    out.line(0, &format!("export {} {}{generic} {{", if class { "declare class" } else { "interface" }, object.name));
    if class {
        out.line(4, "private constructor();");
    }
    for field in &object.fields {
        comment(out, 4, &field.doc, &[]);
        out.line(4, &if object.output { answered(model, field) } else { given(model, field) });
    }
    for accessor in Model::accessors(&object.name) {
        match accessor.gives {
            Gives::Where { list, .. } => {
                comment(out, 4, accessor.doc, &[]);
                let of = object.fields.iter().find(|known| known.name == list).map(|known| hint(model, &known.kind));
                out.line(4, &format!("get {}(): {};", accessor.name, of.unwrap_or_default()));
            }
            Gives::RequireMet => {
                let throws = "@throws {NotMetError} which carries this report.".to_owned();
                comment(out, 4, accessor.doc, &[throws]);
                out.line(4, &format!("{}(): void;", accessor.name));
            }
        }
    }
    if object.is_rendered() {
        comment(out, 4, "The text.", &[]);
        out.line(4, "toString(): string;");
    }
    out.line(0, "}");
}

/// The name of the interface of an operation's named arguments.
fn options_name(call: &Call) -> String {
    format!("{}Options", upper_first(call.name))
}

fn operation(out: &mut Lines, model: &Model, call: &Call, example: Option<String>) {
    let mut parameters = Vec::new();
    let mut notes = Vec::new();
    if call.takes_snapshot {
        parameters.push(format!("snapshot: {SNAPSHOT}"));
        let what = "What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.";
        notes.push(format!("@param snapshot {what}"));
    }
    match &call.arguments {
        Arguments::Whole(name, kind) => {
            parameters.push(format!("{name}: {}", hint(model, kind)));
            let doc = model.object(&call.request).map(|object| object.doc.as_str()).unwrap_or_default();
            notes.push(format!("@param {name} {doc}"));
        }
        Arguments::Fields { positional, named } => {
            if let Some(field) = positional {
                let kind = hint(model, field.kind.present());
                let parameter = if field.is_required() { format!(": {kind}") } else { format!("?: {kind} | null") };
                parameters.push(format!("{}{parameter}", field.name));
                notes.push(format!("@param {} {}", field.name, field.doc));
            }
            if !named.is_empty() {
                let name = options_name(call);
                out.gap(1);
                comment(out, 0, &format!("What `{}` takes by name.", call.name), &[]);
                out.line(0, &format!("export interface {name} {{"));
                for field in named {
                    comment(out, 4, &field.doc, &[]);
                    out.line(4, &given(model, field));
                }
                out.line(0, "}");
                let optional = if named.iter().any(Field::is_required) { "" } else { "?" };
                parameters.push(format!("options{optional}: {name}"));
            }
        }
    }
    let answer = hint(model, &call.answer);
    let mut more = Vec::new();
    for note in notes {
        more.extend(wrap(&note.replace('\n', " "), 7));
    }
    if let Some(example) = example {
        more.extend(["@example".to_owned(), "```js".to_owned()]);
        more.extend(example.trim_end().lines().map(str::to_owned));
        more.push("```".to_owned());
    }
    out.gap(1);
    comment(out, 0, &call.doc, &more);
    out.line(0, &format!("export declare function {}({}): {answer};", call.name, parameters.join(", ")));
    if is_asynchronous(call) {
        out.gap(1);
        comment(out, 0, &format!("The same as `{}`, worked out beside the event loop.", call.name), &[]);
        let name = format!("{}Async", call.name);
        out.line(0, &format!("export declare function {name}({}): Promise<{answer}>;", parameters.join(", ")));
    }
}
