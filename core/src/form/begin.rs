//! Parts of a plan that is begun from nothing: what a person says of each is enough.

use super::Fresh;
use serde_json::{Value, json};

impl Fresh<'_> {
    /// A new element of the list at a path, called by its own words and with an id made of them.
    #[must_use]
    pub fn called(&self, list: &str, words: &str) -> Option<Value> {
        let mut value = self.element(list)?;
        self.name(list, words, value.as_object_mut()?);
        Some(value)
    }

    /// A series of meetings of the body with an id: so many a year, spread over all of it but July,
    /// when Sweden is on holiday.
    #[must_use]
    pub fn meetings(&self, body: &str, count: u32) -> Option<Value> {
        let list = "/meetings";
        let words = format!("{} {body}", self.given.lang.pick("möten", "meetings"));
        let mut value = self.element(list)?;
        let fields = value.as_object_mut()?;
        for (field, own) in [
            ("id", self.own_id(&words, list).into()),
            ("bodies", json!([body])),
            ("count", json!({ "per": "year", "target": count })),
            ("days", json!({ "spread": { "avoid_months": [7] } })),
        ] {
            fields.insert(field.into(), own);
        }
        Some(value)
    }
}
