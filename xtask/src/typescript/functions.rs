//! Writes `index.js`.

use private_eks::Gives;

use super::{MARK, is_asynchronous, is_class, quote};
use crate::model::{Arguments, Call, Item, Model, Struct, Type};
use crate::text::Lines;

pub(super) fn file(model: &Model) -> Result<String, String> {
    let mut out = Lines::default();
    out.line(0, &format!("// The operations. {MARK}"));
    out.gap(1);
    out.line(0, "'use strict';");
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
