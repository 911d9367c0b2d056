//! What every face says: types, operations, accessors and error codes. It knows neither schemas nor languages.

use private_eks::{ACCESSORS, Accessor};
use serde_json::Value;

/// Everything that a face says.
pub(crate) struct Model {
    pub(crate) operations: Vec<Call>,
    pub(crate) types: Vec<Item>,
    pub(crate) codes: Vec<Word>,
}

/// An operation.
pub(crate) struct Call {
    pub(crate) name: &'static str,
    pub(crate) doc: String,
    pub(crate) takes_snapshot: bool,
    /// The name of the request's type.
    pub(crate) request: String,
    pub(crate) arguments: Arguments,
    pub(crate) answer: Type,
}

/// How a request is handed over.
pub(crate) enum Arguments {
    /// As one object that has a meaning of its own, under this name.
    Whole(String, Type),
    /// Field by field: at most one positional beside the snapshot, the rest by name.
    Fields { positional: Option<Field>, named: Vec<Field> },
}

/// A type with a name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Item {
    Struct(Struct),
    Words(Words),
    Union(Union),
}

/// A type with fields.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Struct {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) fields: Vec<Field>,
    /// Whether callers write it.
    pub(crate) input: bool,
    /// Whether the library writes it.
    pub(crate) output: bool,
    /// Whether one of its fields has a type of the reader's choosing.
    pub(crate) generic: bool,
    pub(crate) style: Style,
}

/// How callers write a type with fields.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Style {
    /// With all its fields, by name.
    Object,
    /// As a map of which any key may be absent: the options of a feature.
    Options,
    /// As a map whose keys are ids, or as a list of ids: the features.
    Ids,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Field {
    /// The name on the wire.
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) kind: Type,
    /// What it is when the caller leaves it out; nothing when it must be given.
    pub(crate) default: Option<Value>,
    /// Whether the library leaves it out when it is not known.
    pub(crate) may_be_absent: bool,
}

/// A type that is one of some words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Words {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) all: Vec<Word>,
    /// Whether it must not be used as a truth value.
    pub(crate) not_boolean: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) doc: String,
}

/// A type that is one of some types, told apart by the field `kind`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Union {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) cases: Vec<Struct>,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    Text,
    Flag,
    Integer,
    Number,
    Day,
    /// Shaped as AWS shapes it.
    Document,
    /// A whole snapshot.
    Snapshot,
    Choice(Vec<String>),
    Constant(String),
    Named(String),
    Generic(String, Box<Type>),
    /// The type of the reader's choosing within a generic type.
    Parameter,
    List(Box<Type>),
    Map(Box<Type>),
    Optional(Box<Type>),
}

impl Type {
    /// The type without "or nothing".
    pub(crate) fn present(&self) -> &Self {
        if let Self::Optional(inner) = self { inner } else { self }
    }
}

impl Model {
    /// The type of that name.
    pub(crate) fn item(&self, name: &str) -> Option<&Item> {
        self.types.iter().find(|item| item.name() == name)
    }

    /// The type with fields of that name.
    pub(crate) fn object(&self, name: &str) -> Option<&Struct> {
        match self.item(name) {
            Some(Item::Struct(object)) => Some(object),
            _ => None,
        }
    }

    /// Whether a type is the request of an operation and no more: the faces take its fields one by one.
    pub(crate) fn is_request(&self, name: &str) -> bool {
        name.ends_with("Request") && self.operations.iter().any(|call| call.request == name)
    }

    /// The accessors of a type.
    pub(crate) fn accessors(name: &str) -> impl Iterator<Item = &'static Accessor> {
        ACCESSORS.iter().filter(move |accessor| accessor.on == name)
    }
}

impl Item {
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Struct(Struct { name, .. }) | Self::Words(Words { name, .. }) | Self::Union(Union { name, .. }) => {
                name
            }
        }
    }
}

impl Struct {
    /// Whether it carries itself as plain text.
    pub(crate) fn is_rendered(&self) -> bool {
        self.output && self.fields.iter().any(|field| field.name == "text" && field.kind == Type::Text)
    }
}

impl Field {
    pub(crate) fn is_required(&self) -> bool {
        self.default.is_none()
    }
}
