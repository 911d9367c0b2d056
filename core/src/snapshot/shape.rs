//! The one way in which an AWS object is written down here: every field optional, unknown fields passed over, absent
//! fields absent again when written. What is absent is unknown, which is why nothing has a default value.

/// An object that can be told apart from others of its kind, so that pages and files can be merged.
pub(crate) trait Identified: PartialEq {
    /// The id, where the kind has one and the document gives it.
    fn id(&self) -> Option<&str>;

    /// Whether only the id is known, as a `list-*` answer gives it: a later, fuller description replaces it.
    fn is_name_only(&self) -> bool {
        false
    }
}

/// Declares AWS objects. `by field` names the field that holds the id.
macro_rules! shapes {
    ($( $(#[$meta:meta])* $name:ident $(by $id:ident)? { $( $(#[$doc:meta])* $field:ident: $type:ty = $key:literal, )* } )*) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
        #[serde(default)]
        pub struct $name { $(
            #[doc = concat!("AWS's `", $key, "`.")]
            $(#[$doc])*
            #[serde(rename = $key, skip_serializing_if = "Option::is_none")]
            pub $field: Option<$type>,
        )* }

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
