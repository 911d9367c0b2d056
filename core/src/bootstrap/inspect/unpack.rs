//! From what AWS stores to a text: base64 and gzip taken off, bounded, so that no few bytes become many.

use std::borrow::Cow;
use std::io::Read as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;

use super::facts::Facts;

/// The most that user data may be, in bytes before base64.
pub(crate) const LIMIT: usize = 16_384;

/// The most that is read of what gzip gives. Nothing that boots a node comes near it.
const MOST: usize = 1 << 20;

/// A text, and what it was wrapped in.
pub(super) struct Unpacked {
    pub(super) text: String,
    pub(super) layers: Vec<String>,
    /// The bytes as EC2 counts them.
    pub(super) bytes: usize,
}

/// Takes base64 and gzip off.
pub(super) fn unpack(user_data: &str, facts: &mut Facts) -> Unpacked {
    let mut layers = Vec::new();
    let mut bytes = user_data.as_bytes().to_vec();
    let mut size = None;
    // The base64 of the transport, gzip, and base64 within: nodeadm takes no more.
    for _ in 0..4 {
        if bytes.starts_with(&[0x1f, 0x8b]) {
            size.get_or_insert(bytes.len());
            layers.push("gzip".to_owned());
            let mut inflated = Vec::new();
            let read = GzDecoder::new(bytes.as_slice()).take(MOST as u64 + 1).read_to_end(&mut inflated);
            if inflated.len() > MOST {
                let says = format!("gzip of more than {MOST} bytes, which nothing that boots a node is");
                facts.fails("gzip-too-large", "", says);
                inflated.truncate(MOST);
            } else if read.is_err() {
                facts.fails("gzip-broken", "", "gzip that is broken or ends too early");
            }
            bytes = inflated;
        } else if let Some(decoded) = decoded(&bytes) {
            layers.push("base64".to_owned());
            if layers.len() == 1 {
                size = Some(decoded.len());
            }
            bytes = decoded;
        } else {
            break;
        }
    }
    let text = String::from_utf8(bytes).unwrap_or_else(|error| {
        facts.fails("not-text", "", "not UTF-8; save it as UTF-8");
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    });
    let bytes = size.unwrap_or(user_data.len());
    if bytes > LIMIT {
        let says =
            format!("{bytes} bytes, and EC2 takes {LIMIT}; shorten it, or compress it where the reader can gzip");
        facts.fails("too-large", "", says);
    }
    if text.contains('\0') {
        facts.fails("nul", "", "a NUL character, which ends the text for some readers; take it out");
    }
    Unpacked { text, layers, bytes }
}

/// What base64 holds, when it is base64 of a text or of gzip. A word such as `none` is base64 too, of nothing readable.
fn decoded(bytes: &[u8]) -> Option<Vec<u8>> {
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    // A text that is none is mostly told by its first word, before anything is copied.
    if !bytes.iter().all(|byte| letter(byte) || byte.is_ascii_whitespace()) {
        return None;
    }
    let stripped: Cow<'_, [u8]> = if bytes.iter().any(u8::is_ascii_whitespace) {
        bytes.iter().copied().filter(letter).collect()
    } else {
        bytes.into()
    };
    if stripped.len() < 8 {
        return None;
    }
    let decoded = STANDARD.decode(&stripped).ok()?;
    let readable = || std::str::from_utf8(&decoded).is_ok_and(|text| !text.trim().is_empty());
    (decoded.starts_with(&[0x1f, 0x8b]) || readable()).then_some(decoded)
}
