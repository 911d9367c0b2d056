//! A calendar day, which is all the time that the knowledge knows. It reads no clock.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, ErrorCode};
use crate::json::custom;

#[expect(clippy::struct_field_names, reason = "the calendar names them so")]
/// A day of the Gregorian calendar, written `2020-06-17`.
///
/// ```
/// use private_eks::Day;
///
/// assert!(Day::parse("2020-06-17")? < Day::parse("2026-11-22")?);
/// assert!(Day::parse("2021-02-29").is_err());
/// # Ok::<(), private_eks::Error>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// A day that is known when the program is compiled.
    ///
    /// # Panics
    /// The day does not exist; in a constant that is an error of compilation.
    pub const fn new(year: u16, month: u8, day: u8) -> Self {
        assert!(exists(year, month, day), "no such day");
        Self { year, month, day }
    }

    /// Reads `2020-06-17`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let wrong = || {
            let message = format!("`{text}` is no day of the calendar; write it as `2020-06-17`");
            Error::new(ErrorCode::ErrInvalidDay, "", message)
        };
        if text.len() != 10 || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return Err(wrong());
        }
        let mut fields = text.split('-').map(|field| field.parse::<u16>().ok());
        let (Some(Some(year)), Some(Some(month)), Some(Some(day)), None) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            return Err(wrong());
        };
        let (Ok(month), Ok(day)) = (u8::try_from(month), u8::try_from(day)) else { return Err(wrong()) };
        if exists(year, month, day) { Ok(Self { year, month, day }) } else { Err(wrong()) }
    }

    /// A day that is given by its numbers.
    pub(crate) fn of(year: u16, month: u8, day: u8) -> Option<Self> {
        exists(year, month, day).then_some(Self { year, month, day })
    }

    /// The days from an earlier day to this one; negative when the other is the later.
    pub(crate) fn days_since(self, earlier: Self) -> i64 {
        self.number() - earlier.number()
    }

    /// The days since the first of March of the year 0. A year that begins in March has its leap day at its end.
    fn number(self) -> i64 {
        let (year, month) = if self.month > 2 {
            (i64::from(self.year), i64::from(self.month) - 3)
        } else {
            (i64::from(self.year) - 1, i64::from(self.month) + 9)
        };
        let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        365 * year + leaps + (153 * month + 2) / 5 + i64::from(self.day)
    }
}

const fn exists(year: u16, month: u8, day: u8) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let length = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    day >= 1 && day <= length
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(|error| custom(&error))
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_read() {
        for text in [
            "2020-6-17",
            "2020-06-31",
            "2021-02-29",
            "1900-02-29",
            "2020-00-10",
            "2020-13-01",
            "20200617",
            "2020-06-17T",
            "２０２０-06-17",
            "",
        ] {
            assert!(Day::parse(text).is_err(), "{text}");
        }
        assert_eq!(Day::parse("2000-02-29").unwrap(), Day::new(2000, 2, 29));
        assert_eq!(Day::new(2020, 6, 17).to_string(), "2020-06-17");
    }

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        let between = |a: &str, b: &str| Day::parse(b).unwrap().days_since(Day::parse(a).unwrap());
        assert_eq!(between("2024-02-28", "2024-03-01"), 2);
        assert_eq!(between("2023-02-28", "2023-03-01"), 1);
        assert_eq!(between("2000-01-01", "2001-01-01"), 366);
        assert_eq!(between("1900-01-01", "1901-01-01"), 365);
        assert_eq!(between("2026-12-31", "2026-01-01"), -364);
    }
}
