//! Values that stand in a document as a short text.

use super::coded::CodedError;
use super::iso::{push_two, two_digits};
use serde::de;
use std::fmt;

/// Two numbers of two digits with a mark between.
pub(crate) fn read_pair(text: &str, between: u8) -> Option<(u8, u8)> {
    match *text.as_bytes() {
        [a, b, mark, c, d] if mark == between => Some((two_digits(a, b)?, two_digits(c, d)?)),
        _ => None,
    }
}

/// Writes two numbers of two digits with a mark between.
pub(crate) fn write_pair(
    f: &mut fmt::Formatter<'_>,
    first: u8,
    between: char,
    second: u8,
) -> fmt::Result {
    let mut text = String::with_capacity(5);
    push_two(&mut text, first.into());
    text.push(between);
    push_two(&mut text, second.into());
    f.write_str(&text)
}

/// Reads a value from its text, so that one visitor serves all types written as text.
pub(crate) struct TextVisitor<T> {
    /// What a reader is told to write.
    pub(crate) expected: &'static str,
    /// Reads the value.
    pub(crate) parse: fn(&str) -> Result<T, CodedError>,
}

impl<T> de::Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).map_err(E::custom)
    }
}

/// Serde and schema for a type whose `Display` and `FromStr` are its written form.
macro_rules! written_as_text {
    ($type:ident, $expected:literal, $pattern:literal, $stand_in:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer
                    .deserialize_str($crate::time::written::TextVisitor { expected: $expected, parse: str::parse })
            }
        }

        impl crate::read::Read for $type {
            fn read(from: &mut dyn crate::read::Source, at: crate::read::At) -> Self {
                crate::read::written(from, at, $expected, str::parse, $stand_in)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string", "pattern": $pattern, "description": $expected
                })
            }
        }
    };
}

pub(crate) use written_as_text;
