//! The features of a wish, each with its options: read strictly, and offered to every face by the rows of the knowledge.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::error::{Error, ErrorCode, nearest};
use crate::json::custom;
use crate::knowledge::{self, FeatureRow, NodeKind, OptionKind, OptionValue};

/// The features of a wish by id, each with its options. AWS's own names of add-ons are kept under the feature's id.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Features(BTreeMap<String, FeatureOptions>);

/// The options of one feature by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct FeatureOptions(BTreeMap<String, OptionValue>);

impl Features {
    /// The features in order of id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &FeatureOptions)> {
        self.0.iter().map(|(id, options)| (id.as_str(), options))
    }

    /// The options of a feature, where the wish has it.
    pub fn options(&self, id: &str) -> Option<&FeatureOptions> {
        self.0.get(id)
    }

    /// Adds a feature; its options replace earlier ones.
    ///
    /// # Errors
    /// There is no such feature.
    pub fn insert(&mut self, id: &str, options: FeatureOptions) -> Result<(), Error> {
        let row = row(id)?;
        self.0.insert(row.id.to_owned(), options);
        Ok(())
    }

    /// Adds one option; the feature is added where it is missing.
    ///
    /// # Errors
    /// There is no such feature, it has no such option, or the value is of another type.
    pub fn insert_option(&mut self, id: &str, name: &str, value: OptionValue) -> Result<(), Error> {
        let row = row(id)?;
        check(row, name, &value).map_err(|error| error.under(id).under("features"))?;
        self.0.entry(row.id.to_owned()).or_default().0.insert(name.to_owned(), value);
        Ok(())
    }
}

impl FeatureOptions {
    /// Adds an option that is known to be one of the feature.
    pub(crate) fn insert(&mut self, name: &str, value: OptionValue) {
        self.0.insert(name.to_owned(), value);
    }

    /// The options in order of name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &OptionValue)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The value of an option, where it is stated.
    pub fn value(&self, name: &str) -> Option<&OptionValue> {
        self.0.get(name)
    }
}

fn row(id: &str) -> Result<&'static FeatureRow, Error> {
    knowledge::feature(id).ok_or_else(|| {
        let known = knowledge::features().flat_map(FeatureRow::names);
        if NodeKind::ALL.iter().any(|kind| kind.as_str() == id) {
            let message = format!("`{id}` is a kind of node; list it in `nodes`");
            return Error::new(ErrorCode::ErrUnknownFeature, format!("features.{id}"), message);
        }
        let message = format!("`{id}` is no feature that is known{}", nearest(id, known));
        Error::new(ErrorCode::ErrUnknownFeature, format!("features.{id}"), message)
    })
}

fn check(row: &FeatureRow, name: &str, value: &OptionValue) -> Result<(), Error> {
    let Some(option) = row.options.iter().find(|option| option.name == name) else {
        let known: Vec<_> = row.options.iter().map(|option| option.name).collect();
        let list = if known.is_empty() { "it has none".to_owned() } else { format!("it has `{}`", known.join("`, `")) };
        let message = format!("`{}` has no option `{name}`; {list}{}", row.id, nearest(name, known));
        return Err(Error::new(ErrorCode::ErrInvalidInput, name, message));
    };
    let wanted = match (&option.kind, value) {
        (OptionKind::Flag, OptionValue::Flag(_)) | (OptionKind::Text, OptionValue::Text(_)) => return Ok(()),
        (OptionKind::Choice(words), OptionValue::Text(word)) if words.contains(&word.as_str()) => return Ok(()),
        (OptionKind::Flag, _) => "`true` or `false`".to_owned(),
        (OptionKind::Text, _) => "a text".to_owned(),
        (OptionKind::Choice(words), _) => format!("one of `{}`", words.join("`, `")),
    };
    Err(Error::new(ErrorCode::ErrInvalidInput, name, format!("`{value}` is not {wanted}")))
}

impl<'de> Deserialize<'de> for Features {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListOrMap;

        impl<'de> Visitor<'de> for ListOrMap {
            type Value = Features;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map from feature ids to options, or a list of feature ids")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Features, A::Error> {
                let mut features = Features::default();
                while let Some(id) = list.next_element::<String>()? {
                    let place = format!("[{}]", features.0.len());
                    let row = row(&id).map_err(|error| custom(&inner(&error, &place)))?;
                    features.0.insert(row.id.to_owned(), FeatureOptions::default());
                }
                Ok(features)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Features, A::Error> {
                let mut features = Features::default();
                while let Some(id) = map.next_key::<String>()? {
                    let row = row(&id).map_err(|error| custom(&inner(&error, &id)))?;
                    let options = map.next_value::<Option<BTreeMap<String, OptionValue>>>()?.unwrap_or_default();
                    for (name, value) in &options {
                        check(row, name, value).map_err(|error| custom(&error.under(&id)))?;
                    }
                    if features.0.insert(row.id.to_owned(), FeatureOptions(options)).is_some() {
                        let message = format!("`{id}` is given twice, under its id and under the add-on's name");
                        return Err(custom(&Error::new(ErrorCode::ErrInvalidInput, &id, message)));
                    }
                }
                Ok(features)
            }
        }

        deserializer.deserialize_any(ListOrMap)
    }
}

/// serde knows the way to `features`; the rest of the path is ours.
fn inner(error: &Error, path: &str) -> Error {
    Error::new(error.code(), path, error.message())
}

/// The schema comes from the rows, so that every face offers the ids and their options.
impl JsonSchema for Features {
    fn schema_name() -> Cow<'static, str> {
        "Features".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = serde_json::Map::new();
        for row in knowledge::features() {
            let mut options = serde_json::Map::new();
            for option in row.options {
                let mut schema = match option.kind {
                    OptionKind::Flag => json_schema!({ "type": "boolean" }),
                    OptionKind::Text => json_schema!({ "type": "string" }),
                    OptionKind::Choice(words) => json_schema!({ "type": "string", "enum": words }),
                };
                schema.insert("description".to_owned(), option.doc.into());
                options.insert(option.name.to_owned(), schema.into());
            }
            let name = format!("{}Options", pascal(row.id));
            let schema = json_schema!({
                "type": "object",
                "description": format!("Options of `{}`: {}.", row.id, row.title),
                "properties": options,
                "additionalProperties": false,
            });
            generator.definitions_mut().insert(name.clone(), schema.into());
            for id in row.names() {
                let reference = json_schema!({ "$ref": format!("#/$defs/{name}"), "description": row.title });
                properties.insert(id.to_owned(), reference.into());
            }
        }
        json_schema!({
            "type": "object",
            "description": "The features of a wish by id, each with its options.",
            "properties": properties,
            "additionalProperties": false,
            "x-short-form": "list",
        })
    }
}

fn pascal(id: &str) -> String {
    id.split(['-', '.']).fold(String::new(), |mut name, word| {
        let mut chars = word.chars();
        name.extend(chars.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(chars.as_str());
        name
    })
}
