//! The grammar of an image reference as distribution/reference has it (commit 0965666), read byte by byte. It knows no
//! default registry and changes nothing.
//!
//! `reference = [domain "/"] path [":" tag] ["@" digest]`. Where the comment and the expression of that source differ (a
//! run of `-` between letters has at least one), the expression is followed.

use super::fault::{ReferenceFault, ReferenceFaultKind as Kind};

/// The longest path, its first segment included where that is no registry.
pub(super) const LONGEST_PATH: usize = 255;

/// The longest tag.
pub(super) const LONGEST_TAG: usize = 128;

/// The fewest hex digits that read as a digest at all, whatever the algorithm.
const SHORTEST_HEX: usize = 32;

/// The algorithms whose digests are taken, each with the number of its hex digits.
const ALGORITHMS: &[(&str, usize)] = &[("sha256", 64), ("sha384", 96), ("sha512", 128)];

/// A host with an optional port: letters, digits, inner hyphens and dots, or an IPv6 address in brackets.
///
/// # Errors
/// The place of the first byte that is wrong.
pub(super) fn domain(text: &str) -> Result<(), usize> {
    let bytes = text.as_bytes();
    let mut before = b'.';
    let mut port = None;
    let mut rest = bytes.iter().enumerate();
    if bytes.first() == Some(&b'[') {
        let close = bytes.iter().position(|byte| *byte == b']').unwrap_or(bytes.len());
        let inner = bytes.get(1..close).unwrap_or_default();
        if let Some(wrong) = inner.iter().position(|byte| !(byte.is_ascii_hexdigit() || *byte == b':')) {
            return Err(wrong + 1);
        }
        if inner.is_empty() || close == bytes.len() {
            return Err(close);
        }
        let Some((at, after)) = rest.nth(close + 1) else { return Ok(()) };
        if *after != b':' {
            return Err(at);
        }
        port = Some(at);
    }
    for (at, &byte) in rest {
        match byte {
            b'0'..=b'9' if port.is_some() => {}
            _ if port.is_some() => return Err(at),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => before = b'a',
            b'-' if before != b'.' => before = b'-',
            b'.' if before == b'a' => before = b'.',
            b':' if before == b'a' => port = Some(at),
            _ => return Err(at),
        }
    }
    match port {
        Some(at) if at + 1 == bytes.len() => Err(bytes.len()),
        None if before != b'a' => Err(bytes.len()),
        _ => Ok(()),
    }
}

/// Reads a path from a place on; gives where it ends, before a `:`, a `@` or the end.
pub(super) fn path(bytes: &[u8], from: usize) -> Result<usize, ReferenceFault> {
    // What came before: `a` for a letter or digit, `=` for two underscores, else the separator itself.
    let mut before = b'/';
    for (at, &byte) in bytes.iter().enumerate().skip(from) {
        before = match byte {
            b'a'..=b'z' | b'0'..=b'9' => b'a',
            b':' | b'@' if before == b'a' => return Ok(at),
            b'/' | b'.' | b'_' if before == b'a' => byte,
            b'-' if before == b'a' || before == b'-' => byte,
            b'_' if before == b'_' => b'=',
            b'A'..=b'Z' => return Err(Kind::Uppercase.at(at)),
            _ => return Err(Kind::Path.at(at)),
        };
    }
    if before == b'a' { Ok(bytes.len()) } else { Err(Kind::Path.at(bytes.len())) }
}

/// Reads a tag from a place on; gives where it ends, before a `@` or the end.
pub(super) fn tag(bytes: &[u8], from: usize) -> Result<usize, ReferenceFault> {
    for (at, &byte) in bytes.iter().enumerate().skip(from) {
        match byte {
            b'@' if at > from => return Ok(at),
            _ if at - from >= LONGEST_TAG => return Err(Kind::TagTooLong.at(at)),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => {}
            b'.' | b'-' if at > from => {}
            _ => return Err(Kind::Tag.at(at)),
        }
    }
    if bytes.len() > from { Ok(bytes.len()) } else { Err(Kind::Tag.at(from)) }
}

/// Holds the rest of a text, from a place on, against what a digest is.
pub(super) fn digest(text: &str, from: usize) -> Result<(), ReferenceFault> {
    let rest = text.get(from..).unwrap_or_default();
    let colon = algorithm(rest.as_bytes()).map_err(|wrong| Kind::Digest.at(from + wrong))?;
    let hex = rest.get(colon + 1..).unwrap_or_default();
    let start = from + colon + 1;
    if let Some(wrong) = hex.bytes().position(|byte| !byte.is_ascii_hexdigit()) {
        return Err(Kind::Digest.at(start + wrong));
    }
    if hex.len() < SHORTEST_HEX {
        return Err(Kind::Digest.at(start + hex.len()));
    }
    let name = rest.get(..colon).unwrap_or_default();
    let Some((_, length)) = ALGORITHMS.iter().find(|(known, _)| *known == name) else {
        return Err(Kind::DigestAlgorithm.at(from));
    };
    if hex.len() != *length {
        return Err(Kind::DigestLength.at(start + hex.len().min(*length)));
    }
    match hex.bytes().position(|byte| byte.is_ascii_uppercase()) {
        Some(wrong) => Err(Kind::Digest.at(start + wrong)),
        None => Ok(()),
    }
}

/// Reads the name of an algorithm: words that begin with a letter, joined by one of `+ . _ -`; gives the place of the
/// `:` behind it, or of what is wrong.
fn algorithm(bytes: &[u8]) -> Result<usize, usize> {
    let mut is_start = true;
    for (at, &byte) in bytes.iter().enumerate() {
        is_start = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => false,
            b'0'..=b'9' if !is_start => false,
            b'+' | b'.' | b'_' | b'-' if !is_start => true,
            b':' if !is_start => return Ok(at),
            _ => return Err(at),
        };
    }
    Err(bytes.len())
}

/// Whether a text is 64 small hex digits: the id of an image, which no name may look like.
pub(super) fn is_id(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
