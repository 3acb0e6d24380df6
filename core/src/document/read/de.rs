//! A deserializer over the [`Tree`](super::tree::Tree) that skips what is known to be wrong and
//! stands in for what is missing.

use super::access::{Elements, Entries, Variant};
use super::fault::{Fault, FaultKind, shape};
use super::reading::Reading;
use super::tree::{NodeId, Value};
use crate::error::Shape;
use serde::de::{self, Visitor};

/// Where a value comes from.
#[derive(Clone, Copy, Debug)]
pub(super) enum At {
    /// From the document.
    Node(NodeId),
    /// Made up for a missing field, so that the fields beside it are looked at too.
    Filler { index: usize, depth: u8 },
}

/// A made-up value nests no deeper than this.
const FILLER_DEPTH: u8 = 12;

/// One value to be read.
#[derive(Clone, Copy)]
pub(super) struct De<'r, 't> {
    pub(super) reading: &'r Reading<'t>,
    pub(super) at: At,
}

impl<'r, 't> De<'r, 't> {
    /// The value in the document; nothing for a filler.
    fn value(&self) -> Option<&'r Value<'t>> {
        match self.at {
            At::Node(id) => self.reading.tree().node(id).map(|node| &node.value),
            At::Filler { .. } => None,
        }
    }

    /// The value inside a made-up one.
    pub(super) fn inner_filler(&self) -> Option<At> {
        match self.at {
            At::Filler { index, depth } if depth < FILLER_DEPTH => Some(At::Filler {
                index,
                depth: depth + 1,
            }),
            _ => None,
        }
    }

    fn fails<T>(&self, kind: FaultKind) -> Result<T, Fault> {
        Err(Fault::new(self.at, kind))
    }

    /// A whole number between limits.
    fn whole<'de, V: Visitor<'de>>(
        self,
        min: i64,
        max: i64,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let number = match (self.value(), self.at) {
            (Some(Value::Number(written)), _) => match integer(written) {
                Integer::Fits(number) => number,
                Integer::TooLarge => return Err(Fault::out_of_range(self.at, min, max)),
                Integer::Broken => return self.fails(FaultKind::Type(Shape::WholeNumber)),
            },
            (None, At::Filler { index, .. }) => self.reading.sample_number(index).clamp(min, max),
            _ => return self.fails(FaultKind::Type(Shape::WholeNumber)),
        };
        if (min..=max).contains(&number) {
            visitor.visit_i64(number)
        } else {
            Err(Fault::out_of_range(self.at, min, max))
        }
    }

    fn fraction<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        const EXACT: i64 = 1 << 53;
        match self.value() {
            Some(Value::Number(written)) => match written.parse::<f64>() {
                Ok(number) if number.is_finite() => visitor.visit_f64(number),
                _ => Err(Fault::out_of_range(self.at, -EXACT, EXACT)),
            },
            Some(_) => self.fails(FaultKind::Type(Shape::Number)),
            None => visitor.visit_f64(1.0),
        }
    }

    fn choice<'de, V: Visitor<'de>>(
        self,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let variant = |tag: &'r str, content| Variant {
            de: self,
            tag,
            content,
        };
        match (self.value(), self.at) {
            (Some(Value::Text(word)), _) => visitor.visit_enum(variant(word, None)),
            (Some(Value::Object), At::Node(id)) => {
                let (tag, content) = self.reading.chosen(id, variants)?;
                visitor.visit_enum(variant(tag, Some(At::Node(content))))
            }
            (None, At::Filler { index, .. }) => match self.inner_filler() {
                Some(inner) => {
                    let tag = self.reading.sample_variant(index, variants);
                    // A variant with content takes the made-up value, one without ignores it.
                    visitor.visit_enum(variant(tag, Some(inner)))
                }
                None => self.fails(FaultKind::Silent),
            },
            _ => {
                let words = variants.iter().map(|&word| word.to_owned()).collect();
                self.fails(FaultKind::Type(Shape::Choice(words)))
            }
        }
    }
}

enum Integer {
    Fits(i64),
    TooLarge,
    Broken,
}

/// A JSON number as a whole number; `2.0` and `2e1` are whole.
fn integer(written: &str) -> Integer {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if !written.contains(['.', 'e', 'E']) {
        return written.parse().map_or(Integer::TooLarge, Integer::Fits);
    }
    match written.parse::<f64>() {
        Ok(number) if number.abs() >= EXACT => Integer::TooLarge,
        Ok(number) if number.fract() == 0.0 => Integer::Fits(number as i64),
        _ => Integer::Broken,
    }
}

/// A text that a made-up value may have, from what its type says that it expects.
fn sample_text(shape: &Shape) -> &'static str {
    match shape {
        Shape::Date => "2000-01-01",
        Shape::DayOfYear => "01-01",
        Shape::TimeOfDay => "00:00",
        _ => "x",
    }
}

macro_rules! whole {
    ($($method:ident: $type:ty),+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            self.whole(i64::from(<$type>::MIN), i64::from(<$type>::MAX), visitor)
        }
    )+};
}

impl<'de> de::Deserializer<'de> for De<'_, '_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.value() {
            None => {
                let text = sample_text(&shape(&visitor));
                visitor.visit_str(text)
            }
            Some(Value::Null) => visitor.visit_unit(),
            Some(Value::Bool(value)) => visitor.visit_bool(*value),
            Some(Value::Text(text)) => visitor.visit_str(text),
            Some(Value::List) => visitor.visit_seq(Elements::new(self, false)),
            Some(Value::Object) => visitor.visit_map(Entries::new(self, &[], false)),
            Some(Value::Number(written)) => match integer(written) {
                Integer::Fits(number) => visitor.visit_i64(number),
                _ => self.fraction(visitor),
            },
        }
    }

    whole!(deserialize_i8: i8, deserialize_i16: i16, deserialize_i32: i32, deserialize_i64: i64);
    whole!(deserialize_u8: u8, deserialize_u16: u16, deserialize_u32: u32);

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.whole(0, i64::MAX, visitor)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.fraction(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.fraction(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.value() {
            None => visitor.visit_bool(true),
            Some(_) => self.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.value() {
            None | Some(Value::Null) => visitor.visit_none(),
            Some(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.value() {
            None | Some(Value::List) => visitor.visit_seq(Elements::new(self, true)),
            Some(_) => self.deserialize_any(visitor),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.value() {
            None | Some(Value::Object) => visitor.visit_map(Entries::new(self, &[], true)),
            Some(_) => self.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.value() {
            None | Some(Value::Object) => visitor.visit_map(Entries::new(self, fields, false)),
            Some(_) => self.fails(FaultKind::Type(Shape::Object)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.choice(variants, visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}
