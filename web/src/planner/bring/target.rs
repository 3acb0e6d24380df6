//! What it becomes: activities of groups, days of a series, or a calendar of others to plan against.

use super::{Bringing, words};
use crate::state::Desk;
use leptos::prelude::*;
use planning_wheel::document::Text;
use planning_wheel::import::match_groups;
use planning_wheel::session::Target;
use std::collections::BTreeMap;

/// What somebody has chosen that it becomes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Goal {
    kind: Kind,
    /// Bodies that written groups mean.
    groups: BTreeMap<String, String>,
    series: String,
    title: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Activities,
    Days,
    Background,
}

impl Goal {
    pub(super) fn target(&self) -> Target {
        match self.kind {
            Kind::Activities => Target::Activities {
                groups: self.groups.clone(),
            },
            Kind::Days => Target::Days {
                series: self.series.clone(),
            },
            Kind::Background => Target::Background {
                id: slug(&self.title),
                title: Text::from(self.title.trim()),
                bodies: Vec::new(),
            },
        }
    }
}

/// An id made of a name: lower-case letters, digits and hyphens.
fn slug(name: &str) -> String {
    let plain = |letter: char| match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        'é' => 'e',
        other => other,
    };
    let letters = name.to_lowercase();
    let letters = letters.chars().map(plain);
    let letters = letters.map(|letter| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '-'
        }
    });
    let joined: String = letters.collect();
    let words: Vec<_> = joined.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        "kalender".to_owned()
    } else {
        words.join("-")
    }
}

#[component]
pub(super) fn TargetChoice() -> impl IntoView {
    let bringing: Bringing = expect_context();
    let lang = Desk::here().lang;
    let kind = Memo::new(move |_| bringing.goal.with(|goal| goal.kind));
    let way = move |own: Kind, name: &'static str| {
        let checked = move || kind.get() == own;
        view! {
            <label class="way">
                <input type="radio" name="goal" prop:checked=checked
                    on:change=move |_| bringing.goal.update(|goal| goal.kind = own) />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="ways">
            <legend>{words::becomes(lang)}</legend>
            {way(Kind::Activities, words::activities(lang))}
            {way(Kind::Days, words::days(lang))}
            {way(Kind::Background, words::background(lang))}
        </fieldset>
        {move || match kind.get() {
            Kind::Activities => view! { <Groups /> }.into_any(),
            Kind::Days => view! { <SeriesChoice /> }.into_any(),
            Kind::Background => view! { <Name /> }.into_any(),
        }}
    }
}

/// Which of the plan's bodies each written group means.
#[component]
fn Groups() -> impl IntoView {
    let bringing: Bringing = expect_context();
    let lang = Desk::here().lang;
    let found = Memo::new(move |_| {
        let items = bringing.brought.with(|brought| brought.items.clone());
        bringing
            .bench
            .base
            .with(|plan| match_groups(&items, plan))
            .into_iter()
            .map(|one| (one.written, one.body))
            .collect::<Vec<_>>()
    });
    let bodies = bringing.bench.base.with_untracked(|plan| {
        let bodies = plan.document().bodies.iter();
        bodies
            .map(|body| (body.id.clone(), body.name.get(lang).to_owned()))
            .collect::<Vec<_>>()
    });
    let bodies = StoredValue::new(bodies);
    let line = move |(written, body): (String, Option<String>)| {
        let group = written.clone();
        let chosen = move |event| {
            let body = event_target_value(&event);
            bringing.goal.update(|goal| {
                goal.groups.insert(group.clone(), body);
            });
        };
        let options = bodies.with_value(|bodies| {
            let options = bodies.iter().map(|(id, name)| {
                let is_own = body.as_ref() == Some(id);
                view! { <option value=id.clone() selected=is_own>{name.clone()}</option> }
            });
            options.collect_view()
        });
        view! {
            <li>
                <label>
                    <span>{written}</span>
                    <select on:change=chosen><option value="">{words::no_body(lang)}</option>{options}</select>
                </label>
            </li>
        }
    };
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            view! {
                <p>{words::groups(lang)}</p>
                <ul class="rows">{found.into_iter().map(line).collect_view()}</ul>
            }
        })
    }
}

#[component]
fn SeriesChoice() -> impl IntoView {
    let bringing: Bringing = expect_context();
    let lang = Desk::here().lang;
    let series = bringing.bench.base.with_untracked(|plan| {
        let series = plan.series().iter();
        series
            .map(|one| (one.id().clone(), one.title().get(lang).to_owned()))
            .collect::<Vec<_>>()
    });
    let first = series.first().map(|(id, _)| id.to_string());
    bringing.goal.update(|goal| {
        if goal.series.is_empty() {
            goal.series = first.unwrap_or_default();
        }
    });
    let options = series
        .into_iter()
        .map(|(id, title)| view! { <option value=id.to_string()>{title}</option> });
    view! {
        <label class="field">
            <span>{words::series(lang)}</span>
            <select prop:value=move || bringing.goal.with(|goal| goal.series.clone())
                on:change=move |event| bringing.goal.update(|goal| goal.series = event_target_value(&event))>
                {options.collect_view()}
            </select>
        </label>
    }
}

#[component]
fn Name() -> impl IntoView {
    let bringing: Bringing = expect_context();
    let lang = Desk::here().lang;
    bringing.goal.update(|goal| {
        if goal.title.is_empty() {
            goal.title = bringing
                .brought
                .with_untracked(|brought| brought.title.clone())
                .unwrap_or_else(|| words::others(lang).to_owned());
        }
    });
    view! {
        <label class="field">
            <span>{words::name_of_calendar(lang)}</span>
            <input type="text" prop:value=move || bringing.goal.with(|goal| goal.title.clone())
                on:input=move |event| bringing.goal.update(|goal| goal.title = event_target_value(&event)) />
            <small>{words::background_hint(lang)}</small>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn ids_are_made_of_names() {
        assert_eq!(slug("Fullmäktige i Östra 2027"), "fullmaktige-i-ostra-2027");
        assert_eq!(slug(" – "), "kalender");
    }
}
