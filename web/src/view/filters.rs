//! Which levels, kinds, bodies and principals are shown.

use super::board::Shown;
use super::paint;
use crate::shared::Shared;
use crate::state::{Action, Desk, View};
use crate::words;
use leptos::prelude::*;
use planning_wheel::calendar::EntryKind;
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::Lang;
use planning_wheel::wheel::level_colour;

/// One button for each level, one for last days, and lists of which one may be chosen.
#[component]
pub(crate) fn Filters(plan: Shared<Plan>) -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let shown = Shown::here();
    let levels = plan.levels().iter().enumerate().map(|(place, level)| {
        let colour = level_colour(&plan, place);
        let class = format!("dot {}", paint::colour(colour));
        let name = level.title().get(lang).to_owned();
        let pressed = move || pressed(!desk.view.with(|view| view.hidden.contains(&place)));
        view! {
            <button type="button" class="chip" aria-pressed=pressed
                on:click=move |_| desk.dispatch(Action::Level(place))>
                <span class=class style=("--own", paint::own(colour))></span>
                {name}
            </button>
        }
    });
    let choices = [
        bodies(&plan, lang),
        kinds(shown, lang),
        principals(&plan, lang),
    ];
    let last_days = move || pressed(desk.view.with(|view| view.last_days));
    view! {
        <div class="chips">
            {levels.collect_view()}
            <button type="button" class="chip apart" aria-pressed=last_days
                on:click=move |_| desk.dispatch(Action::LastDays)>
                <span class=move || "dot diamond"></span>
                {words::last_days(lang)}
            </button>
            {choices.map(|choice| choice.view(desk)).into_iter().collect_view()}
        </div>
    }
}

/// A list of which one may be chosen, or all.
struct Choice {
    label: &'static str,
    all: &'static str,
    /// Ids with their names.
    options: Memo<Vec<(String, String)>>,
    own: fn(&View) -> Option<&str>,
    choose: fn(Option<String>) -> Action,
}

fn bodies(plan: &Plan, lang: Lang) -> Choice {
    let bodies = plan.bodies().iter();
    let named = named(bodies.map(|body| (body.id().as_str(), body.short().get(lang))));
    Choice {
        label: words::who(lang),
        all: words::every_body(lang),
        options: Memo::new(move |_| named.clone()),
        own: |view| view.body.as_deref(),
        choose: Action::Body,
    }
}

fn principals(plan: &Plan, lang: Lang) -> Choice {
    let principals = plan.principals().iter();
    let named = named(principals.map(|own| (own.id(), own.name().get(lang))));
    Choice {
        label: words::principal(lang),
        all: words::every_principal(lang),
        options: Memo::new(move |_| named.clone()),
        own: |view| view.principal.as_deref(),
        choose: Action::Principal,
    }
}

/// The kinds of the days that are looked at, and the one that is asked for.
fn kinds(shown: Shown, lang: Lang) -> Choice {
    let desk = Desk::here();
    let options = Memo::new(move |_| {
        let asked = desk.view.with(|view| view.kind.clone());
        shown.year.with(|year| {
            let own = |kind: &EntryKind| {
                asked.as_deref() == Some(kind.id()) || year.calendar.of_kind(*kind).next().is_some()
            };
            let kinds = EntryKind::ALL.into_iter().filter(own);
            named(kinds.map(|kind| (kind.id(), text::kind_plural(kind, lang))))
        })
    });
    Choice {
        label: words::what(lang),
        all: words::every_kind(lang),
        options,
        own: |view| view.kind.as_deref(),
        choose: Action::Kind,
    }
}

fn named<'a>(options: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    options
        .map(|(id, name)| (id.to_owned(), name.to_owned()))
        .collect()
}

impl Choice {
    /// The list; none where there is nothing to choose between.
    fn view(self, desk: Desk) -> Option<AnyView> {
        let Self { own, choose, .. } = self;
        let option = move |(id, name): (String, String)| {
            let value = id.clone();
            let chosen = move || desk.view.with(|view| own(view) == Some(id.as_str()));
            view! { <option value=value prop:selected=chosen>{name}</option> }
        };
        let is_all = move || desk.view.with(|view| own(view).is_none());
        let change = move |event| {
            let id = event_target_value(&event);
            desk.dispatch(choose(Some(id).filter(|id| !id.is_empty())));
        };
        let narrowed = move || (!is_all()).then_some("");
        let options = self.options;
        let many = options.with_untracked(|options| options.len() > 1);
        many.then(|| {
            view! {
                <select class="chip" aria-label=self.label data-narrowed=narrowed on:change=change>
                    <option value="" prop:selected=is_all>{self.all}</option>
                    {move || options.get().into_iter().map(option).collect_view()}
                </select>
            }
            .into_any()
        })
    }
}

fn pressed(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}
