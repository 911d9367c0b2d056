//! Writes the Node package's `index.d.ts` and `index.js`. It decides nothing about what there is, only how TypeScript
//! and JavaScript say it.

use private_eks::Gives;

use crate::model::{Arguments, Call, Field, Item, Model, Struct, Style, Type, Union, Words, upper_first};
use crate::text::{Lines, WIDTH, wrap};

/// What stands at the head of both files.
const MARK: &str = "Written by `cargo xtask generate` from the table of operations; do not edit.";

/// What a snapshot argument takes.
const SNAPSHOT: &str = "Snapshot | object";

/// Every generated file, by its path below the package.
pub(crate) fn files(model: &Model, examples: &dyn Fn(&str) -> Option<String>) -> Result<Vec<(String, String)>, String> {
    Ok(vec![("index.d.ts".to_owned(), declarations(model, examples)?), ("index.js".to_owned(), functions(model)?)])
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

/// Whether a type's values are objects of a class: those that have accessors or are read as text.
fn is_class(object: &Struct) -> bool {
    object.is_rendered() || Model::accessors(&object.name).next().is_some()
}

/// Whether an operation has an asynchronous form: those whose input may be large.
fn is_asynchronous(call: &Call) -> bool {
    call.takes_snapshot || call.answer == Type::Snapshot
}

/// Whether a type is the request of an operation and no more.
fn is_request(model: &Model, name: &str) -> bool {
    name.ends_with("Request") && model.operations.iter().any(|call| call.request == name)
}

fn quote(word: &str) -> String {
    format!("'{word}'")
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

fn declarations(model: &Model, examples: &dyn Fn(&str) -> Option<String>) -> Result<String, String> {
    let mut out = Lines::default();
    out.line(0, &format!("// {MARK}"));
    out.gap(1);
    out.raw(FIXED);
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
            Item::Struct(object) if is_request(model, &object.name) => {}
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
    Ok(out.finish())
}

/// What does not come from the table.
const FIXED: &str = r"/** A day of the calendar, such as `2020-06-17`. */
export type Day = string;

/** What AWS shapes: an object with AWS's own keys. */
export type AwsDocument = { readonly [key: string]: unknown };

/** The options of a feature that has none: `{}`. */
export type NoOptions = { readonly [option: string]: never };

/** What a caller got wrong: a stable code, the place in the input, and a sentence that says what would be right. */
export declare class PrivateEksError extends Error {
    constructor(code: ErrorCode, path: string, message: string);
    /** The stable name of the kind of fault, such as `ERR_UNKNOWN_REGION`. */
    readonly code: ErrorCode;
    /** Where in the input the fault is, such as `spec.features.karpenter`; empty when it is the input as a whole. */
    readonly path: string;
}

/** A report that `requireMet` refused. It says that something is broken or unknown, not that a call was wrong. */
export declare class NotMetError extends Error {
    constructor(report: Report);
    /** The report. */
    readonly report: Report;
}

/**
 * What exists, as documents give it, parsed once and asked many times: the output of `describe-*` calls, of the AWS
 * CLI or of the AWS SDK. Each document is one object, or its JSON, whose keys are AWS's own response keys; pages and
 * parts are merged.
 */
export declare class Snapshot {
    constructor(...documents: (string | Uint8Array | object)[]);
    /** Reads files, and every `*.json` below folders; a fault is reported under the file's name. */
    static read(...paths: string[]): Snapshot;
    /** The snapshot as one object, as AWS shapes it; a copy. */
    readonly document: AwsDocument;
    /** The same as `document`, for `JSON.stringify`. */
    toJSON(): AwsDocument;
    /** The snapshot as one JSON document, the same text for the same documents. */
    toString(): string;
}

";

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
            words.words.first().map_or("", |word| word.text.as_str()),
        ));
    }
    let documented = words.words.iter().filter(|word| !word.doc.is_empty());
    doc.extend(documented.map(|word| format!("- `{}`: {}", word.text, word.doc)));
    out.gap(1);
    alias(out, &words.name, &words.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>(), &doc.join("\n"));
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

fn functions(model: &Model) -> Result<String, String> {
    let mut out = Lines::default();
    out.line(0, "'use strict';");
    out.line(0, &format!("// {MARK}"));
    out.gap(1);
    out.line(0, "const { NotMetError, PrivateEksError, Snapshot, ask, askAsync } = require('./wire.js');");
    for item in &model.types {
        if let Item::Struct(object) = item
            && is_class(object)
        {
            class(&mut out, object);
        }
    }
    let mut exports = vec!["NotMetError".to_owned(), "PrivateEksError".to_owned(), "Snapshot".to_owned()];
    exports.extend(model.types.iter().filter_map(|item| match item {
        Item::Struct(object) if is_class(object) => Some(object.name.clone()),
        _ => None,
    }));
    for call in &model.operations {
        function(&mut out, model, call, &mut exports)?;
    }
    exports.sort_unstable();
    out.gap(1);
    for name in exports {
        out.line(0, &format!("module.exports.{name} = {name};"));
    }
    Ok(out.finish())
}

fn class(out: &mut Lines, object: &Struct) {
    out.gap(1);
    out.line(0, &format!("class {} {{", object.name));
    out.line(4, "constructor(answer) {");
    out.line(8, "Object.assign(this, answer);");
    out.line(4, "}");
    for accessor in Model::accessors(&object.name) {
        out.gap(1);
        match accessor.gives {
            Gives::Where { list, field, is } => {
                out.line(4, &format!("get {}() {{", accessor.name));
                out.line(8, &format!("return this.{list}.filter((item) => item.{field} === {});", quote(is)));
            }
            Gives::RequireMet => {
                out.line(4, &format!("{}() {{", accessor.name));
                out.line(8, "if (this.verdict !== 'met') {");
                out.line(12, "throw new NotMetError(this);");
                out.line(8, "}");
            }
        }
        out.line(4, "}");
    }
    if object.is_rendered() {
        out.gap(1);
        out.line(4, "toString() {");
        out.line(8, "return this.text;");
        out.line(4, "}");
    }
    out.line(0, "}");
}

fn function(out: &mut Lines, model: &Model, call: &Call, exports: &mut Vec<String>) -> Result<(), String> {
    let mut parameters = Vec::new();
    if call.takes_snapshot {
        parameters.push("snapshot".to_owned());
    }
    let request = match &call.arguments {
        Arguments::Whole(name, _) => {
            parameters.push(name.clone());
            name.clone()
        }
        Arguments::Fields { positional, named } => {
            let mut parts: Vec<String> = positional.iter().map(|field| field.name.clone()).collect();
            parameters.extend(parts.clone());
            if !named.is_empty() {
                parameters.push("options".to_owned());
                parts.insert(0, "...options".to_owned());
            }
            if parts.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", parts.join(", ")) }
        }
    };
    let class = match &call.answer {
        Type::Snapshot => "Snapshot",
        Type::Named(name) if model.object(name).is_some_and(is_class) => name,
        Type::Named(_) => "Object",
        other => return Err(format!("`{}` answers {other:?}, which no face can give", call.name)),
    };
    let arguments = format!("{}, {class}, {request}", quote(call.name));
    let arguments = if call.takes_snapshot { format!("{arguments}, snapshot") } else { arguments };
    out.gap(1);
    out.line(0, &format!("function {}({}) {{", call.name, parameters.join(", ")));
    out.line(4, &format!("return ask({arguments});"));
    out.line(0, "}");
    exports.push(call.name.to_owned());
    if is_asynchronous(call) {
        out.gap(1);
        out.line(0, &format!("function {}Async({}) {{", call.name, parameters.join(", ")));
        out.line(4, &format!("return askAsync({arguments});"));
        out.line(0, "}");
        exports.push(format!("{}Async", call.name));
    }
    Ok(())
}
