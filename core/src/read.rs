//! Reading a type of the plan document without stopping at an error.
//!
//! `derive(Read)` makes this from the types' serde attributes. Nothing here fails: what is wrong is
//! noted by the [`Source`], something stands in for it, and a document is given out only when
//! nothing was noted. One walk therefore finds every problem – and the wasm is spared
//! what serde's own readers are compiled to, half of all that reading took.

pub(crate) use planning_wheel_derive::Read;
use std::collections::BTreeMap;
use std::fmt::Display;

/// A value of a document, or nothing at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At(pub(crate) u32);

impl At {
    /// No value: read from it, every type gives what stands in for it, and nothing is noted.
    pub(crate) const NOTHING: Self = Self(u32::MAX);
}

/// A word of a choice.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) word: &'static str,
    /// It stands alone; others are fields with content.
    pub(crate) bare: bool,
}

/// A document that is read, and its problems.
pub(crate) trait Source {
    /// The object here if it is one, with all fields that it does not have noted.
    fn object(&mut self, at: At, fields: &'static [&'static str]) -> At;
    /// A field of an object.
    fn field(&mut self, object: At, name: &str) -> At;
    /// A field of an object that must have it.
    fn needed(&mut self, object: At, name: &'static str) -> At;
    /// The names and values of an object.
    fn members(&mut self, at: At) -> Vec<(String, At)>;
    /// Values from here to there; some may be passed over.
    fn list(&mut self, at: At) -> (u32, u32);
    /// Whether an element of a list shall be read.
    fn is_live(&self, at: At) -> bool;
    /// True for an object.
    fn is_object(&self, at: At) -> bool;
    /// True for null, and for nothing.
    fn is_null(&self, at: At) -> bool;
    /// A text; `expected` is what a reader is told to write.
    fn text(&mut self, at: At, expected: &str) -> Option<&str>;
    /// True or false.
    fn truth(&mut self, at: At) -> bool;
    /// A whole number between limits, if that is what stands here.
    fn whole(&mut self, at: At, min: i64, max: i64) -> Option<i64>;
    /// Any number.
    fn number(&mut self, at: At) -> f64;
    /// The place of a word among those known, and its content.
    fn choice(&mut self, at: At, words: &'static [Word]) -> (usize, At);
    /// Notes that a value's type refuses it.
    fn refuse(&mut self, at: At, error: &dyn Display);
}

/// A type of the plan document.
pub(crate) trait Read: Sized {
    /// The value here, or what stands in for it.
    fn read(from: &mut dyn Source, at: At) -> Self;
}

/// A field that must be there.
pub(crate) fn needed<T: Read>(from: &mut dyn Source, object: At, name: &'static str) -> T {
    let at = from.needed(object, name);
    T::read(from, at)
}

/// A field with a default.
pub(crate) fn optional<T: Read + Default>(from: &mut dyn Source, object: At, name: &str) -> T {
    or(from, object, name, T::default)
}

/// A field with a default of its own.
pub(crate) fn or<T: Read>(from: &mut dyn Source, object: At, name: &str, absent: fn() -> T) -> T {
    match from.field(object, name) {
        At::NOTHING => absent(),
        at => T::read(from, at),
    }
}

/// A whole number between limits.
pub(crate) fn bounded<T: TryFrom<i64> + Default>(
    from: &mut dyn Source,
    object: At,
    name: &'static str,
    min: i64,
    max: i64,
) -> T {
    let at = from.needed(object, name);
    fit(from.whole(at, min, max))
}

/// A whole number between limits that may be left out for 0.
pub(crate) fn bounded_or_zero<T: TryFrom<i64> + Default>(
    from: &mut dyn Source,
    object: At,
    name: &'static str,
    min: i64,
    max: i64,
) -> T {
    match from.field(object, name) {
        At::NOTHING => T::default(),
        at => fit(from.whole(at, min, max)),
    }
}

/// A whole number between limits, if there is one.
pub(crate) fn bounded_option<T: TryFrom<i64> + Default>(
    from: &mut dyn Source,
    object: At,
    name: &'static str,
    min: i64,
    max: i64,
) -> Option<T> {
    let at = from.field(object, name);
    if from.is_null(at) {
        return None;
    }
    Some(fit(from.whole(at, min, max)))
}

/// The limits of a field lie inside its type.
fn fit<T: TryFrom<i64> + Default>(number: Option<i64>) -> T {
    T::try_from(number.unwrap_or_default()).unwrap_or_default()
}

/// A value that stands as a text and has its own rules; `stand_in` is one that keeps them.
pub(crate) fn written<T, E: Display>(
    from: &mut dyn Source,
    at: At,
    expected: &str,
    parse: fn(&str) -> Result<T, E>,
    stand_in: T,
) -> T {
    match from.text(at, expected).map(parse) {
        Some(Ok(value)) => value,
        Some(Err(error)) => {
            from.refuse(at, &error);
            stand_in
        }
        None => stand_in,
    }
}

/// A whole number with rules of its own.
pub(crate) fn numbered<T: TryFrom<i64, Error: Display>>(
    from: &mut dyn Source,
    at: At,
    stand_in: T,
) -> T {
    match from.whole(at, i64::MIN, i64::MAX).map(T::try_from) {
        Some(Ok(value)) => value,
        Some(Err(error)) => {
            from.refuse(at, &error);
            stand_in
        }
        None => stand_in,
    }
}

macro_rules! whole {
    ($($type:ty),+) => {$(
        impl Read for $type {
            fn read(from: &mut dyn Source, at: At) -> Self {
                fit(from.whole(at, i64::from(<$type>::MIN), i64::from(<$type>::MAX)))
            }
        }
    )+};
}

whole!(u8, u16, u32, i8, i16, i32, i64);

impl Read for f64 {
    fn read(from: &mut dyn Source, at: At) -> Self {
        from.number(at)
    }
}

impl Read for bool {
    fn read(from: &mut dyn Source, at: At) -> Self {
        from.truth(at)
    }
}

impl Read for String {
    fn read(from: &mut dyn Source, at: At) -> Self {
        from.text(at, "a string").unwrap_or_default().to_owned()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(from: &mut dyn Source, at: At) -> Self {
        (!from.is_null(at)).then(|| T::read(from, at))
    }
}

impl<T: Read> Read for Box<T> {
    fn read(from: &mut dyn Source, at: At) -> Self {
        Self::new(T::read(from, at))
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(from: &mut dyn Source, at: At) -> Self {
        let (start, end) = from.list(at);
        let mut list = Self::new();
        for at in (start..end).map(At) {
            if from.is_live(at) {
                list.push(T::read(from, at));
            }
        }
        list
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read(from: &mut dyn Source, at: At) -> Self {
        let members = from.members(at);
        let mut map = Self::new();
        for (name, at) in members {
            map.insert(name, T::read(from, at));
        }
        map
    }
}
