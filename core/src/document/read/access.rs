//! The inside of lists, objects and choices.

use super::de::{At, De};
use super::fault::{Fault, FaultKind};
use super::tree::NodeId;
use crate::error::Shape;
use serde::de::{self, DeserializeSeed, IntoDeserializer, Visitor, value::StrDeserializer};
use std::ops::Range;

/// The elements of a list, without those that are known to be wrong.
pub(super) struct Elements<'r, 't> {
    de: De<'r, 't>,
    rest: Range<NodeId>,
    /// Elements that are known to be right may be left out when looking for more errors.
    free: bool,
}

impl<'r, 't> Elements<'r, 't> {
    #[inline(never)]
    pub(super) fn new(de: De<'r, 't>, free: bool) -> Self {
        let rest = children(&de);
        Self { de, rest, free }
    }

    #[inline(never)]
    fn next(&mut self) -> Option<NodeId> {
        let reading = self.de.reading;
        self.rest.find(|&id| !reading.skips(id, self.free))
    }
}

fn children(de: &De<'_, '_>) -> Range<NodeId> {
    match de.at {
        At::Node(id) => de.reading.tree().children(id),
        At::Filler { .. } => 0..0,
    }
}

impl<'de> de::SeqAccess<'de> for Elements<'_, '_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        let reading = self.de.reading;
        let Some(id) = self.next() else {
            return Ok(None);
        };
        let at = At::Node(id);
        let value = seed
            .deserialize(De { reading, at })
            .map_err(|fault| fault.within(at))?;
        if self.free {
            reading.done(id);
        }
        Ok(Some(value))
    }
}

/// The fields of an object, without those that are known to be wrong and with fillers for those
/// that are missing.
pub(super) struct Entries<'r, 't> {
    de: De<'r, 't>,
    rest: Range<NodeId>,
    fillers: Range<usize>,
    /// Every field of a made-up object.
    made_up: std::slice::Iter<'static, &'static str>,
    current: At,
    free: bool,
}

impl<'r, 't> Entries<'r, 't> {
    #[inline(never)]
    pub(super) fn new(de: De<'r, 't>, fields: &'static [&'static str], free: bool) -> Self {
        let made_up = if matches!(de.at, At::Filler { .. }) {
            fields
        } else {
            &[]
        };
        let fillers = match de.at {
            At::Node(id) => de.reading.fillers_of(id),
            At::Filler { .. } => 0..0,
        };
        let rest = children(&de);
        Self {
            de,
            rest,
            fillers,
            made_up: made_up.iter(),
            current: de.at,
            free,
        }
    }

    #[inline(never)]
    fn next(&mut self) -> Result<Option<&'r str>, Fault> {
        let reading = self.de.reading;
        if let Some(id) = self.rest.find(|&id| !reading.skips(id, self.free)) {
            self.current = At::Node(id);
            return Ok(reading.name(id));
        }
        if let At::Node(parent) = self.de.at {
            let filler = self.fillers.find_map(|index| reading.filler(index, parent));
            return Ok(filler.map(|(at, name)| {
                self.current = at;
                name
            }));
        }
        let Some(name) = self.made_up.next() else {
            return Ok(None);
        };
        let too_deep = || Fault::new(self.de.at, FaultKind::Silent);
        self.current = self.de.inner_filler().ok_or_else(too_deep)?;
        Ok(Some(name))
    }
}

impl<'de> de::MapAccess<'de> for Entries<'_, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        let Some(name) = self.next()? else {
            return Ok(None);
        };
        let name: StrDeserializer<'_, Fault> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Fault> {
        let (reading, at) = (self.de.reading, self.current);
        let value = seed
            .deserialize(De { reading, at })
            .map_err(|fault| fault.within(at))?;
        if let (At::Node(id), true) = (at, self.free) {
            reading.done(id);
        }
        Ok(value)
    }
}

/// A word, alone or with content.
pub(super) struct Variant<'r, 't> {
    pub(super) de: De<'r, 't>,
    pub(super) tag: &'r str,
    pub(super) content: Option<At>,
}

impl<'r, 't> Variant<'r, 't> {
    fn content(&self) -> Result<De<'r, 't>, Fault> {
        let shape = || FaultKind::Type(Shape::WordWithContent(self.tag.to_owned()));
        let at = self
            .content
            .ok_or_else(|| Fault::new(self.de.at, shape()))?;
        Ok(De {
            reading: self.de.reading,
            at,
        })
    }
}

impl<'de> de::EnumAccess<'de> for Variant<'_, '_> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), Fault> {
        let tag: StrDeserializer<'_, Fault> = self.tag.into_deserializer();
        Ok((seed.deserialize(tag)?, self))
    }
}

impl<'de> de::VariantAccess<'de> for Variant<'_, '_> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        match self.content {
            Some(At::Node(_)) => {
                let shape = Shape::WordAlone(self.tag.to_owned());
                Err(Fault::new(self.de.at, FaultKind::Type(shape)))
            }
            _ => Ok(()),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        let content = self.content()?;
        seed.deserialize(content)
            .map_err(|fault| fault.within(content.at))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        let content = self.content()?;
        de::Deserializer::deserialize_any(content, visitor)
            .map_err(|fault| fault.within(content.at))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let content = self.content()?;
        de::Deserializer::deserialize_struct(content, "", fields, visitor)
            .map_err(|fault| fault.within(content.at))
    }
}
