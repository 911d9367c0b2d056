//! The certificate authority as text: base64 around PEM, brought into one line. What the certificates say is not read
//! here.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::bootstrap::fault::{invalid, known};
use crate::error::Error;

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";

/// The text in standard base64 on one line.
pub(super) fn one_line(path: &str, text: &str) -> Result<String, Error> {
    known(path, text)?;
    let wrong = |message: &str| Err(invalid(path, message));
    if text.trim().is_empty() {
        return wrong("it is empty; give `certificateAuthority.data` as describe-cluster prints it");
    }
    if text.contains("-----BEGIN") {
        return wrong("a PEM text as it is; give it in base64, as `certificateAuthority.data` has it");
    }
    if text.contains(['-', '_']) {
        return wrong("the alphabet of base64 for URLs; use the standard one, with `+` and `/`");
    }
    let joined: String = text.chars().filter(|c| !matches!(c, '\r' | '\n')).collect();
    if joined.contains(char::is_whitespace) {
        return wrong("blanks within base64; line breaks are the only ones that may stand there");
    }
    let Ok(decoded) = STANDARD.decode(&joined) else {
        return wrong("no base64 with its padding; give `certificateAuthority.data` as describe-cluster prints it");
    };
    let Ok(pem) = std::str::from_utf8(&decoded) else {
        return wrong("base64 of something that is no text; it must hold certificates as PEM");
    };
    if pem.trim_start().starts_with(BEGIN) {
        return Ok(joined);
    }
    let inner: String = pem.split_ascii_whitespace().collect();
    let twice = STANDARD.decode(inner).is_ok_and(|inner| inner.starts_with(BEGIN.as_bytes()));
    if twice {
        return wrong("base64 within base64; encode the PEM once");
    }
    wrong("base64 of something that is no PEM; it must begin with a certificate")
}
