//! MIME multipart as nodeadm and cloud-init read it, and where the two part ways. What is said of nodeadm was observed
//! by running it; what both read is told in docs/inspect.md.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::facts::Facts;

/// More parts than anybody writes.
const MOST_PARTS: usize = 64;

/// A part: its media type in small letters, and its body.
pub(super) struct MimePart {
    pub(super) media_type: String,
    pub(super) body: String,
}

/// Whether a text is meant as a multipart message.
pub(super) fn is_multipart(text: &str) -> bool {
    let head: String = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).chars().take(400).collect();
    let head = head.to_ascii_lowercase();
    head.starts_with("mime-version:") || head.starts_with("content-type:") && head.contains("multipart/")
}

/// The parts.
pub(super) fn parts(text: &str, facts: &mut Facts) -> Vec<MimePart> {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if start.len() != text.len() {
        let says = "something stands before the first header, so that nodeadm does not take it for MIME; begin with it";
        facts.fails("mime-preceded", "", says);
    }
    let (headers, body) = headers(start);
    let content = header(&headers, "content-type").unwrap_or_default();
    if header(&headers, "mime-version").is_none() {
        facts.fails(
            "mime-version-missing",
            "",
            "no `MIME-Version: 1.0`, without which cloud-init sees no MIME; add it first",
        );
    } else if headers.first().is_none_or(|(name, _)| name != "mime-version") {
        facts.fragile("mime-order", "", "`MIME-Version` is not the first header; put it first, as all readers take it");
    }
    if !content.to_ascii_lowercase().starts_with("multipart/") {
        facts.fails("mime-not-multipart", "", "MIME that is no multipart message; nodeadm reads parts only");
        return Vec::new();
    }
    let Some(boundary) = boundary(content, facts) else { return Vec::new() };
    let Some(body) = body else {
        facts.fails("mime-headers-unended", "", "no empty line after the headers; add one");
        return Vec::new();
    };
    split(body, &boundary, facts)
}

type Headers = Vec<(String, String)>;

/// The headers, and what follows the empty line that ends them.
fn headers(text: &str) -> (Headers, Option<&str>) {
    let mut headers: Headers = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        let content = line.trim_end_matches(['\n', '\r']);
        if content.is_empty() {
            return (headers, text.get(at..));
        }
        if content.starts_with([' ', '\t']) {
            if let Some((_, value)) = headers.last_mut() {
                value.push(' ');
                value.push_str(content.trim());
            }
        } else if let Some((name, value)) = content.split_once(':') {
            headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        } else {
            return (headers, None);
        }
    }
    (headers, None)
}

fn header<'h>(headers: &'h Headers, name: &str) -> Option<&'h str> {
    headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

fn boundary(content: &str, facts: &mut Facts) -> Option<String> {
    let at = content.to_ascii_lowercase().find("boundary=").map(|at| at + "boundary=".len());
    let Some(rest) = at.and_then(|at| content.get(at..)).map(str::trim_start).filter(|rest| !rest.is_empty()) else {
        facts.fails("mime-boundary-missing", "", "no boundary; add `boundary=\"…\"` to `Content-Type`");
        return None;
    };
    if let Some(quoted) = rest.strip_prefix('"') {
        return quoted.split('"').next().filter(|name| !name.is_empty()).map(ToOwned::to_owned);
    }
    let name = rest.split([';', ' ', '\t']).next().unwrap_or_default();
    let token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`{|}~".contains(c);
    if !name.chars().all(token) {
        let says = format!("the boundary `{name}` has characters that need quotes, or nodeadm sees no MIME; quote it");
        facts.fails("mime-boundary-unquoted", "", says);
    }
    Some(name.to_owned())
}

fn split(body: &str, boundary: &str, facts: &mut Facts) -> Vec<MimePart> {
    let (open, close) = (format!("--{boundary}"), format!("--{boundary}--"));
    let mut parts = Vec::new();
    let mut current: Option<String> = None;
    let mut closed = false;
    for line in body.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r', ' ', '\t']);
        if content == open || content == close {
            if let Some(text) = current.take() {
                parts.push(text);
            }
            closed = content == close;
            if closed {
                break;
            }
            current = Some(String::new());
        } else if let Some(text) = &mut current {
            text.push_str(line);
        }
    }
    if !closed {
        let says =
            format!("the closing boundary `{close}` is missing, and nodeadm takes nothing; add it as the last line");
        facts.fails("mime-unclosed", "", says);
        parts.extend(current);
    }
    if parts.len() > MOST_PARTS {
        facts.fails("mime-too-many-parts", "", format!("more than {MOST_PARTS} parts; the rest is not read"));
        parts.truncate(MOST_PARTS);
    }
    parts.iter().enumerate().map(|(at, text)| part(text, at + 1, facts)).collect()
}

fn part(text: &str, number: usize, facts: &mut Facts) -> MimePart {
    let place = format!("part {number}");
    let (headers, body) = headers(text);
    // Without the empty line, lines of the body that have a colon pass for headers.
    let strange = headers.iter().any(|(name, _)| !name.starts_with("content-") && name != "mime-version");
    if body.is_none() && !text.trim().is_empty() || strange && body.is_some_and(|body| body.trim().is_empty()) {
        facts.fails("mime-part-headers", &place, "no empty line after the headers of the part; add one");
    }
    let body = body.unwrap_or(text);
    let content = header(&headers, "content-type").unwrap_or("text/plain");
    let media_type = content.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if media_type.starts_with("multipart/") {
        facts.misleads("mime-nested", &place, "a multipart message within the message, in which nodeadm does not look");
    }
    let encoding = header(&headers, "content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
    let stripped = || body.chars().filter(|c| !c.is_ascii_whitespace()).collect::<String>();
    let decoded = match encoding.as_str() {
        "base64" => {
            let decoded = STANDARD.decode(stripped()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
            if decoded.is_none() {
                facts.fails("mime-base64", &place, "said to be base64, and it is not base64 of a text");
            }
            decoded
        }
        "quoted-printable" => Some(quoted_printable(body)),
        _ => {
            let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"+/= \t\r\n".contains(&byte);
            let inner = body.bytes().all(letter).then(|| STANDARD.decode(stripped()).ok()).flatten();
            let inner = inner
                .and_then(|bytes| String::from_utf8(bytes).ok())
                .filter(|inner| inner.len() > 16 && !inner.contains('\u{0}'));
            if inner.is_some() {
                let says =
                    "base64 without `Content-Transfer-Encoding: base64`, which only nodeadm decodes; add the header";
                facts.fragile("mime-base64-undeclared", &place, says);
            }
            inner
        }
    };
    // The line end before a boundary belongs to the boundary.
    let body = decoded.unwrap_or_else(|| {
        let body = body.strip_suffix('\n').unwrap_or(body);
        body.strip_suffix('\r').unwrap_or(body).to_owned()
    });
    MimePart { media_type, body }
}

fn quoted_printable(text: &str) -> String {
    let joined = text.replace("=\r\n", "").replace("=\n", "");
    let mut bytes = Vec::with_capacity(joined.len());
    let mut rest = joined.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        if let (b'=', Some(code)) = (byte, code.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
            bytes.push(code);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
