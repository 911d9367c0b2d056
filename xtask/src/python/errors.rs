//! Writes `_errors.py`: one class a code.

use super::{class, docstring, head};
use crate::model::Model;

pub(super) fn module(model: &Model) -> String {
    let mut out = head("What a caller got wrong, one class a code, all of them below `PrivateEksError`.");
    out.line(0, "from typing import TYPE_CHECKING, Any");
    out.gap(1);
    out.line(0, "if TYPE_CHECKING:");
    out.line(4, "from ._models import Report");
    out.gap(2);
    out.raw(include_str!("errors.txt"));
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
    out.finish()
}
