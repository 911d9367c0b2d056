//! The one way in which an AWS object is written down here: every field optional, unknown fields passed over, absent
//! fields absent again when written. What is absent is unknown, which is why nothing has a default value.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};

/// An object that can be told apart from others of its kind, so that pages and files can be merged.
pub(crate) trait Identified: PartialEq {
    /// The id, where the kind has one and the document gives it.
    fn id(&self) -> Option<&str>;

    /// Whether only the id is known, as a `list-*` answer gives it: a later, fuller description replaces it.
    fn is_name_only(&self) -> bool {
        false
    }
}

/// An object that serde reads field by field.
pub(super) trait Shape: Sized {
    /// Reads the fields.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Lets an object in and nothing else: what serde derives would also take a list, value by value, and read an empty
/// one as an object of which nothing is known.
pub(super) struct ObjectOnly<T>(pub(super) PhantomData<T>);

impl<'de, T: Shape> Visitor<'de> for ObjectOnly<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object as AWS prints it")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(MapAccessDeserializer::new(map))
    }
}

/// Declares AWS objects. `by field` names the field that holds the id.
macro_rules! shapes {
    ($( $(#[$meta:meta])* $name:ident $(by $id:ident)? { $( $(#[$doc:meta])* $field:ident: $type:ty = $key:literal, )* } )*) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
        #[serde(default, remote = "Self")]
        pub struct $name { $(
            #[doc = concat!("AWS's `", $key, "`.")]
            $(#[$doc])*
            #[serde(rename = $key, skip_serializing_if = "Option::is_none")]
            pub $field: Option<$type>,
        )* }

        impl Shape for $name {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_map(ObjectOnly(PhantomData))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl Identified for $name {
            fn id(&self) -> Option<&str> {
                shapes!(@id self $($id)?)
            }
        }
    )* };
    (@id $self:ident $id:ident) => { $self.$id.as_deref() };
    (@id $self:ident) => { None };
}

pub(crate) use shapes;
