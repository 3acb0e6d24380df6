//! Bounded numbers of date rules.

use super::coded::CodedError;
use crate::read::{At, Read, Source, numbered};
use serde::{Deserialize, Deserializer, Serialize, de};

macro_rules! place {
    ($(#[$doc:meta])* $name:ident, $max:literal) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(try_from = "i64", into = "i8")]
        pub struct $name(i8);

        impl $name {
            /// The first.
            pub const FIRST: Self = Self(1);
            /// The second.
            pub const SECOND: Self = Self(2);
            /// The third.
            pub const THIRD: Self = Self(3);
            /// The last.
            pub const LAST: Self = Self(-1);

            /// The place, if it is within bounds and not zero.
            pub fn new(place: i8) -> Option<Self> {
                (place != 0 && (-$max..=$max).contains(&place)).then_some(Self(place))
            }

            /// The place: 1 is the first, −1 the last.
            pub const fn get(self) -> i8 {
                self.0
            }
        }

        impl TryFrom<i64> for $name {
            type Error = CodedError;

            fn try_from(place: i64) -> Result<Self, CodedError> {
                i8::try_from(place)
                    .ok()
                    .and_then(Self::new)
                    .ok_or(CodedError::NotAPlace { max: $max })
            }
        }

        impl Read for $name {
            fn read(from: &mut dyn Source, at: At) -> Self {
                numbered(from, at, Self::FIRST)
            }
        }

        impl From<$name> for i8 {
            fn from(place: $name) -> Self {
                place.0
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "integer", "minimum": -$max, "maximum": $max, "not": { "const": 0 }
                })
            }
        }
    };
}

place!(
    /// A place among a month's weekdays: 1 to 5, or −1 (the last) to −5.
    Nth, 5
);
place!(
    /// A place among a month's working days: 1 to 20, or −1 (the last) to −20.
    NthWorkingDay, 20
);

/// Reads a whole number between `MIN` and `MAX`.
///
/// # Errors
///
/// [`CodedError::OutOfRange`] for a number outside.
pub(crate) fn bounded<'de, D, T, const MIN: i64, const MAX: i64>(
    deserializer: D,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: TryFrom<i64>,
{
    checked::<_, _, MIN, MAX>(i64::deserialize(deserializer)?)
}

/// Reads a whole number between `MIN` and `MAX`, or nothing.
///
/// # Errors
///
/// [`CodedError::OutOfRange`] for a number outside.
pub(crate) fn bounded_option<'de, D, T, const MIN: i64, const MAX: i64>(
    deserializer: D,
) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: TryFrom<i64>,
{
    Option::<i64>::deserialize(deserializer)?
        .map(|number| checked::<_, _, MIN, MAX>(number))
        .transpose()
}

fn checked<E: de::Error, T: TryFrom<i64>, const MIN: i64, const MAX: i64>(
    number: i64,
) -> Result<T, E> {
    (MIN..=MAX)
        .contains(&number)
        .then(|| T::try_from(number).ok())
        .flatten()
        .ok_or_else(|| E::custom(CodedError::OutOfRange { min: MIN, max: MAX }))
}
