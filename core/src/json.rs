//! JSON at the door: decoding with the path to the fault, encoding to the same bytes every time. It decides nothing.

use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::error::{Error, ErrorCode};

/// Stands before the code of a fault that one of our own types found while serde was at work.
const MARK: char = '\u{1}';

/// Decodes a text. The happy way is taken once; only a fault is decoded again, to learn its path.
///
/// What is asked is an object. serde would also take a list of its values by place, so a list is refused here.
pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    let is_list = text.trim_ascii_start().starts_with('[');
    if is_list && serde_json::from_str::<IgnoredAny>(text).is_ok() {
        return Err(Error::new(ErrorCode::ErrInvalidInput, "", "a list; give an object"));
    }
    serde_json::from_str(text).map_err(|error| {
        let mut again = serde_json::Deserializer::from_str(text);
        match serde_path_to_error::deserialize::<_, T>(&mut again) {
            Err(located) => fault(located.inner(), &located.path().to_string()),
            // The value decodes, so the fault lies behind it.
            Ok(_) => fault(&error, ""),
        }
    })
}

/// Decodes a value that is already in memory, such as the parameters of a fix.
pub(crate) fn decode_value<T: DeserializeOwned>(value: serde_json::Value) -> Result<T, Error> {
    serde_path_to_error::deserialize(value).map_err(|located| fault(located.inner(), &located.path().to_string()))
}

/// Encodes an answer as compact JSON, in the order in which its fields are declared.
pub(crate) fn encode<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value)
        .map_err(|error| Error::new(ErrorCode::ErrInternal, "", format!("an answer could not be written: {error}")))
}

/// Carries a fault of ours through serde, which only knows text.
pub(crate) fn custom<E: serde::de::Error>(error: &Error) -> E {
    E::custom(format!("{MARK}{}{MARK}{}{MARK}{}", error.code(), error.path(), error.message()))
}

fn fault(error: &serde_json::Error, path: &str) -> Error {
    let text = error.to_string();
    let message = text.rfind(" at line ").and_then(|end| text.get(..end)).unwrap_or(&text);
    let short = shortened(message);
    let message = short.as_str();
    let path = if path == "." { String::new() } else { path.replace(".?", "") };
    let mut marked = message.split(MARK);
    if let (Some(""), Some(code), Some(inner), Some(message)) =
        (marked.next(), marked.next(), marked.next(), marked.next())
        && let Some(code) = ErrorCode::ALL.iter().find(|known| known.as_str() == code)
    {
        return Error::new(*code, inner, message).under(&path);
    }
    if message.starts_with("recursion limit exceeded") {
        return Error::new(ErrorCode::ErrNestingTooDeep, path, "lists and objects lie more than 128 deep");
    }
    if error.is_data() {
        return Error::new(ErrorCode::ErrInvalidInput, path, lower(message));
    }
    let place = format!("{} at line {}, column {}", lower(message), error.line(), error.column());
    Error::new(ErrorCode::ErrInvalidJson, "", format!("not JSON: {place}"))
}

/// A message without the middle of a long value: a whole document may stand in it, secrets included.
fn shortened(message: &str) -> String {
    const KEPT: usize = 160;
    let length = message.chars().count();
    if message.starts_with(MARK) || length <= 3 * KEPT {
        return message.to_owned();
    }
    let head: String = message.chars().take(KEPT).collect();
    let tail: String = message.chars().skip(length - KEPT).collect();
    format!("{head} … {tail}")
}

/// `serde_json` begins some sentences with a capital.
fn lower(message: &str) -> String {
    message.replacen("EOF while parsing", "the text ends within", 1)
}
