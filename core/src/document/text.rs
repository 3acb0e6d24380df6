//! A text in the plan's language, or in Swedish and English.

use crate::read::{self, At, Read, Source};
use crate::time::Lang;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser::SerializeMap};
use std::fmt;
use std::sync::Arc;

/// A text that people read: `"Nätverket"` or `{ "sv": "Nätverket", "en": "The network" }`.
///
/// # Example
/// ```
/// use planning_wheel::{document::Text, time::Lang};
/// let text = Text::both("Nätverket", "The network");
/// assert_eq!(text.get(Lang::En), "The network");
/// assert_eq!(Text::from("LSVO").get(Lang::En), "LSVO");
/// ```
///
/// A calendar repeats the texts of its plan on every entry, so a copy shares them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    main: Arc<str>,
    english: Option<Arc<str>>,
}

impl Text {
    /// A text in Swedish and English.
    #[must_use]
    pub fn both(swedish: impl Into<String>, english: impl Into<String>) -> Self {
        Self {
            main: swedish.into().into(),
            english: Some(english.into().into()),
        }
    }

    /// The text in a language; one-language texts are the same in every language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match (lang, &self.english) {
            (Lang::En, Some(english)) => english,
            _ => &self.main,
        }
    }

    /// True when no language has any visible character.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.main.trim().is_empty() && self.english.as_ref().is_none_or(|en| en.trim().is_empty())
    }

    /// True when the text differs between languages.
    #[must_use]
    pub fn is_bilingual(&self) -> bool {
        self.english.is_some()
    }

    /// Builds a text by applying one function per language.
    #[must_use]
    pub fn compose(build: impl Fn(Lang) -> String) -> Self {
        let main = build(Lang::Sv);
        let english = build(Lang::En);
        Self {
            english: (main != english).then(|| english.into()),
            main: main.into(),
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self {
            main: text.into(),
            english: None,
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self {
            main: text.into(),
            english: None,
        }
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.english {
            None => serializer.serialize_str(&self.main),
            Some(english) => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("sv", &*self.main)?;
                map.serialize_entry("en", &**english)?;
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

impl Read for Text {
    fn read(from: &mut dyn Source, at: At) -> Self {
        if !from.is_object(at) {
            return from.text(at, EXPECTED).map(Self::from).unwrap_or_default();
        }
        let at = from.object(at, LANGUAGES);
        let swedish: String = read::needed(from, at, "sv");
        let english = from.field(at, "en");
        let english = (english != At::NOTHING).then(|| String::read(from, english).into());
        Self {
            main: swedish.into(),
            english,
        }
    }
}

struct TextVisitor;

const EXPECTED: &str = "a text, or an object with sv and en";

const LANGUAGES: &[&str] = &["sv", "en"];

impl<'de> de::Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::from(text))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let (mut swedish, mut english): (Option<Arc<str>>, Option<Arc<str>>) = (None, None);
        while let Some(key) = map.next_key::<String>()? {
            let slot = match key.as_str() {
                "sv" => &mut swedish,
                "en" => &mut english,
                other => return Err(de::Error::unknown_field(other, LANGUAGES)),
            };
            if slot.replace(map.next_value::<String>()?.into()).is_some() {
                return Err(de::Error::duplicate_field(if key == "sv" {
                    "sv"
                } else {
                    "en"
                }));
            }
        }
        Ok(Text {
            main: swedish.ok_or_else(|| de::Error::missing_field("sv"))?,
            english,
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A text in the plan's language, or in Swedish and English.",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "properties": { "sv": { "type": "string" }, "en": { "type": "string" } },
                    "required": ["sv"],
                    "additionalProperties": false
                }
            ]
        })
    }
}
