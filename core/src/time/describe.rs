//! Date rules in words.

use super::lang::Lang;
use super::rule::DateRule;

impl DateRule {
    /// The rule in words: "andra tisdagen i mars", "15 april".
    pub fn describe(&self, lang: Lang) -> String {
        let _ = lang;
        String::new()
    }
}
