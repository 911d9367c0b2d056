//! Writes the Node package's `index.d.ts` and `index.js`. It decides nothing about what there is, only how TypeScript
//! and JavaScript say it.

mod declarations;
mod functions;

use crate::model::{Call, Model, Struct, Type};

/// What stands at the head of both files.
const MARK: &str = "Written by `cargo xtask generate` from the table of operations; do not edit.";

/// Every generated file, by its path below the package.
pub(crate) fn files(model: &Model, examples: &dyn Fn(&str) -> Option<String>) -> Result<Vec<(String, String)>, String> {
    Ok(vec![
        ("index.d.ts".to_owned(), declarations::file(model, examples)),
        ("index.js".to_owned(), functions::file(model)?),
    ])
}

/// Whether a type's values are objects of a class: those that have accessors or are read as text.
fn is_class(object: &Struct) -> bool {
    object.is_rendered() || Model::accessors(&object.name).next().is_some()
}

/// Whether an operation has an asynchronous form: those whose input may be large.
fn is_asynchronous(call: &Call) -> bool {
    call.takes_snapshot || call.answer == Type::Snapshot
}

fn quote(word: &str) -> String {
    format!("'{word}'")
}
