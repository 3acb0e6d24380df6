//! The variants as they are kept beside their plan.

use super::state::Simulation;
use leptos::prelude::*;
use planning_wheel::scenario::{Assumptions, Tweak, Variant};
use serde_json::{Map, Value};

impl Simulation {
    /// What is simulated, as text; empty where nothing is.
    pub(crate) fn written(self) -> String {
        let drafts = self.drafts.get();
        let variants = drafts.iter().map(|draft| {
            let lines = draft.variant.tweaks.iter();
            let lines: Vec<_> = lines.map(|tweak| Value::from(tweak.written())).collect();
            let title = draft.variant.title.as_str();
            object([("title", title.into()), ("tweaks", lines.into())])
        });
        let variants: Vec<_> = variants.collect();
        let (first_year, assumptions) = (self.first_year.get(), self.assumptions.get());
        if variants.is_empty() && assumptions == Assumptions::default() {
            return String::new();
        }
        let travel = assumptions.travel.into_iter();
        let travel: Map<_, _> = travel.map(|(id, minutes)| (id, minutes.into())).collect();
        object([
            ("first_year", first_year.into()),
            ("minutes", assumptions.minutes.into()),
            ("travel", travel.into()),
            ("variants", variants.into()),
        ])
        .to_string()
    }

    /// Goes on with what was kept; of what is not understood, the rest.
    pub(crate) fn restore(self, text: &str) {
        let kept: Value = serde_json::from_str(text).unwrap_or_default();
        let number = |value: &Value| value.as_u64().and_then(|number| u32::try_from(number).ok());
        let first_year = kept["first_year"].as_i64();
        self.first_year
            .set(first_year.and_then(|year| i32::try_from(year).ok()));
        let minutes = number(&kept["minutes"]).and_then(|all| u16::try_from(all).ok());
        let travel = kept["travel"].as_object().into_iter().flatten();
        let travel = travel.filter_map(|(id, all)| Some((id.clone(), number(all)?)));
        self.assumptions.set(Assumptions {
            minutes,
            travel: travel.collect(),
        });
        self.drafts.set(Vec::new());
        for one in kept["variants"].as_array().into_iter().flatten() {
            let tweaks = one["tweaks"].as_array().into_iter().flatten();
            self.add(Variant {
                title: one["title"].as_str().unwrap_or_default().to_owned(),
                tweaks: tweaks
                    .filter_map(|line| Tweak::read(line.as_str()?))
                    .collect(),
            });
        }
    }
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    Value::Object(fields.into_iter().collect())
}
