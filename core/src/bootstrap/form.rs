//! The form of user data: one document, a multipart archive that nodeadm and cloud-init read alike, base64, a launch
//! template.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::bootstrap::fault::{invalid, known};
use crate::bootstrap::spec::{Form, Launch, NodeSpec, PartKind, PartSpec};
use crate::error::Error;
use crate::json;

/// What EC2 takes, in bytes before base64.
const LIMIT: usize = 16_384;

/// User data in the form that was wanted.
pub(super) struct Formed {
    pub(super) text: String,
    pub(super) form: Form,
    pub(super) bytes: usize,
}

/// A part of user data.
pub(super) struct Part<'a> {
    pub(super) kind: PartKind,
    pub(super) text: &'a str,
}

/// One's own parts that stand before or after, checked; of the kinds that the system reads.
pub(super) fn own<'a>(
    field: &str,
    parts: Option<&'a Vec<PartSpec>>,
    kinds: &[PartKind],
) -> Result<Vec<Part<'a>>, Error> {
    let read = |(at, part): (usize, &'a PartSpec)| {
        let path = format!("{field}[{at}]");
        if !kinds.contains(&part.kind) {
            let kinds: Vec<_> = kinds.iter().map(|kind| format!("`{}`", kind.as_str())).collect();
            let message = format!("`{}` is not read by this node; it reads {}", part.kind.as_str(), kinds.join(", "));
            return Err(invalid(format!("{path}.kind"), message));
        }
        check(&format!("{path}.text"), part)?;
        Ok(Part { kind: part.kind, text: &part.text })
    };
    parts.into_iter().flatten().enumerate().map(read).collect()
}

fn check(path: &str, part: &PartSpec) -> Result<(), Error> {
    known(path, &part.text)?;
    let wrong = |message: &str| Err(invalid(path, message));
    if part.text.trim().is_empty() {
        return wrong("it is empty; leave the part out");
    }
    if part.text.contains('\0') {
        return wrong("a byte of zero, which no node reads");
    }
    if part.text.contains('\r') {
        return wrong("a carriage return; end lines with line feeds alone");
    }
    if part.text.starts_with('\u{feff}') {
        return wrong("a byte order mark; leave it out");
    }
    match part.kind {
        PartKind::Shell if !part.text.starts_with("#!") => {
            wrong("a shell script that does not begin with `#!`, such as `#!/bin/bash`")
        }
        PartKind::CloudBoothook if !part.text.starts_with("#!") && !part.text.starts_with("#cloud-boothook") => {
            wrong("a boothook that begins neither with `#!` nor with `#cloud-boothook`")
        }
        PartKind::Powershell if part.text.to_ascii_lowercase().contains("powershell>") => {
            wrong("a tag around PowerShell; EC2 runs one block, which is made here; give the commands alone")
        }
        _ => Ok(()),
    }
}

/// Parts in the form that was wanted: as they are where there is one, else in an archive.
pub(super) fn formed(spec: &NodeSpec, parts: &[Part<'_>]) -> Result<Formed, Error> {
    fits(parts.iter().map(|part| part.text.len()).sum())?;
    // Karpenter takes what is no archive for a NodeConfig or a script, whatever it is.
    let plain = |kind| matches!(kind, PartKind::NodeConfig | PartKind::Shell);
    let misread = spec.launch() == Launch::Karpenter && parts.iter().any(|part| !plain(part.kind));
    let raw = match (spec.form, parts) {
        (Some(Form::Plain), _) if misread => {
            let message =
                "Karpenter takes one document for a NodeConfig or a script; ask for `mime`, or leave the form out";
            return Err(invalid("form", message));
        }
        (Some(Form::Plain), _) if spec.eks_adds() => {
            let message = "EKS merges a multipart archive alone into the user data of a node group without an AMI id; ask \
                for `mime`, or give `amiId`";
            return Err(invalid("form", message));
        }
        (Some(Form::Plain), [_, _, ..]) => {
            let message = "more than one part does not fit into one document; ask for `mime`, or leave the form out";
            return Err(invalid("form", message));
        }
        (Some(Form::Mime), _) => archive(parts),
        (_, [one]) if !spec.eks_adds() && !misread => one.text.to_owned(),
        _ => archive(parts),
    };
    let is_archive = raw.starts_with(FIRST);
    encoded(spec, raw, is_archive)
}

/// One document in the form that was wanted, for nodes that read no archive.
pub(super) fn alone(spec: &NodeSpec, raw: String) -> Result<Formed, Error> {
    if spec.form == Some(Form::Mime) {
        let message = format!(
            "{} does not read a multipart archive; ask for `plain`, or leave the form out",
            spec.system.title()
        );
        return Err(invalid("form", message));
    }
    encoded(spec, raw, false)
}

fn encoded(spec: &NodeSpec, raw: String, is_archive: bool) -> Result<Formed, Error> {
    let bytes = raw.len();
    fits(bytes)?;
    let form = spec.form.unwrap_or(if is_archive { Form::Mime } else { Form::Plain });
    let text = match form {
        Form::Plain | Form::Mime => raw,
        Form::Base64 => STANDARD.encode(raw),
        Form::LaunchTemplate => {
            let mut data = serde_json::Map::new();
            if let Some(id) = &spec.ami_id {
                data.insert("ImageId".to_owned(), id.clone().into());
            }
            data.insert("UserData".to_owned(), STANDARD.encode(raw).into());
            json::encode(&data)?
        }
    };
    Ok(Formed { text, form, bytes })
}

fn fits(bytes: usize) -> Result<(), Error> {
    if bytes <= LIMIT {
        return Ok(());
    }
    let message =
        format!("the user data has {bytes} bytes, and EC2 takes {LIMIT}; shorten the parts, or fetch them at boot");
    Err(invalid("", message))
}

/// How long a line of base64 is in an archive.
const LINE: usize = 76;
const FIRST: &str = "MIME-Version: 1.0\n";

/// An archive as both readers take it: the version first, a boundary of plain letters in quotes, an empty line after all
/// headers, the boundary in no part, a last boundary; base64 only with its header.
fn archive(parts: &[Part<'_>]) -> String {
    let mut boundary = "private-eks".to_owned();
    while parts.iter().any(|part| part.text.contains(&boundary)) {
        boundary.push_str("-x");
    }
    let mut text = format!("{FIRST}Content-Type: multipart/mixed; boundary=\"{boundary}\"\n\n");
    for part in parts {
        let kind = part.kind.media_type().unwrap_or("text/plain");
        let is_config = part.kind == PartKind::NodeConfig;
        text.extend(["--", boundary.as_str(), "\nContent-Type: ", kind]);
        if part.text.is_ascii() {
            let letters = if is_config { "" } else { "; charset=\"us-ascii\"" };
            text.extend([letters, "\n\n", part.text, "\n"]);
            continue;
        }
        // cloud-init reads an archive as text and turns what is not ASCII into escapes, unless it is encoded.
        let letters = if is_config { "" } else { "; charset=\"utf-8\"" };
        text.extend([letters, "\nContent-Transfer-Encoding: base64\n\n"]);
        for (at, c) in STANDARD.encode(part.text).chars().enumerate() {
            if at > 0 && at % LINE == 0 {
                text.push('\n');
            }
            text.push(c);
        }
        text.push('\n');
    }
    text.extend(["--", boundary.as_str(), "--\n"]);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_boundary_that_stands_in_a_part_grows() {
        let parts = [Part { kind: PartKind::Shell, text: "#!/bin/sh\n--private-eks\n--private-eks-x--" }];
        let text = archive(&parts);
        assert!(text.contains("boundary=\"private-eks-x-x\"\n\n--private-eks-x-x\n"), "{text}");
        assert!(text.ends_with("\n--private-eks-x-x--\n"), "{text}");
    }
}
