//! How a value of a request is refused, and the few texts that are checked alike everywhere.

use crate::bootstrap::answer::BootstrapFinding;
use crate::error::{Error, ErrorCode};
use crate::net::Cidr;
use crate::text::is_token;

/// A value that is not right, with a sentence that says what would be.
pub(super) fn invalid(path: impl Into<String>, message: impl Into<String>) -> Error {
    Error::new(ErrorCode::ErrInvalidInput, path, message)
}

/// Something to mind.
pub(super) fn finding(path: impl Into<String>, id: &'static str, message: impl Into<String>) -> BootstrapFinding {
    BootstrapFinding { path: path.into(), id, message: message.into() }
}

/// A value that user data holds forever cannot be one that is known only at deployment.
pub(super) fn known(path: &str, text: &str) -> Result<(), Error> {
    if is_token(text) {
        let message = format!("`{text}` is known only at deployment; give the value itself");
        return Err(Error::new(ErrorCode::ErrUnresolvedToken, path, message));
    }
    Ok(())
}

/// A CIDR block without host bits.
pub(super) fn block(path: &str, text: &str) -> Result<Cidr, Error> {
    known(path, text)?;
    Cidr::exact(text).map_err(|fault| Error::new(ErrorCode::ErrInvalidCidr, path, fault.to_string()))
}

/// A list that is stated has something in it.
pub(super) fn filled<T>(path: &str, list: Option<&Vec<T>>, one: &str) -> Result<(), Error> {
    match list {
        Some(list) if list.is_empty() => Err(invalid(path, format!("nothing is listed; name {one}, or leave it out"))),
        _ => Ok(()),
    }
}

/// One line of printable ASCII without blanks and without what shells, systemd and PowerShell obey.
pub(super) fn one_word(path: &str, text: &str) -> Result<(), Error> {
    known(path, text)?;
    if text.is_empty() {
        return Err(invalid(path, "it is empty; give a value, or leave it out"));
    }
    match text.chars().find(|c| !c.is_ascii_graphic() || r#"'"`$%\"#.contains(*c)) {
        None => Ok(()),
        Some(c) => {
            let c = if c == '`' { "a backtick".to_owned() } else { format!("`{c}`") };
            let message = format!(
                "{c} cannot stand here: the text goes through systemd and a shell unquoted; use printable ASCII without \
                blanks, quotes, backslashes, backticks, `$` and `%`"
            );
            Err(invalid(path, message))
        }
    }
}

/// A host name by its letters.
pub(super) fn is_host(text: &str) -> bool {
    let label = |label: &str| {
        let ends = |c: Option<u8>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        label.len() <= 63
            && label.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-')
            && ends(label.bytes().next())
            && ends(label.bytes().last())
    };
    text.len() <= 253 && text.split('.').all(label)
}

/// A UUID by its form.
pub(super) fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|c| c.is_ascii_hexdigit()))
}

/// An ARN of a service, in its six fields or more; the rest of it.
pub(super) fn arn<'a>(path: &str, text: &'a str, service: &str) -> Result<(&'a str, &'a str), Error> {
    one_word(path, text)?;
    let fields: Vec<&str> = text.splitn(6, ':').collect();
    match fields[..] {
        ["arn", partition, found, _, account, rest]
            if partition.starts_with("aws")
                && found == service
                && account.len() == 12
                && account.bytes().all(|c| c.is_ascii_digit())
                && !rest.is_empty() =>
        {
            Ok((partition, rest))
        }
        _ => {
            let message = format!("`{text}` is no ARN of `{service}`, such as `arn:aws:{service}:…:111122223333:…`");
            Err(invalid(path, message))
        }
    }
}
