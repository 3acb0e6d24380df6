//! Which levels, kinds, bodies and principals are shown.

use super::board::Shown;
use super::paint;
use super::pen::Pen;
use crate::signals::Derived;
use crate::state::{Action, Desk, View};
use crate::words;
use leptos::prelude::event_target_value;
use planning_wheel::calendar::EntryKind;
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::Lang;
use planning_wheel::wheel::level_colour;

/// One button for each level, one for last days, and lists of which one may be chosen.
pub(crate) fn filters(pen: &Pen, plan: &Plan) {
    let desk = Desk::here();
    let lang = desk.lang;
    let chips = pen.draw("div", &[("class", "chips")]);
    for (place, level) in plan.levels().iter().enumerate() {
        let colour = level_colour(plan, place);
        let chip = chips.button("chip", "");
        let dot = [("class", &*format!("dot {}", paint::colour(colour)))];
        chip.draw("span", &dot).own_colour(colour);
        chip.write(level.title().get(lang));
        chip.state("aria-pressed", move || {
            desk.view.with(|view| !view.hidden.contains(&place))
        });
        chip.press(move || desk.dispatch(Action::Level(place)));
    }
    let last_days = chips.button("chip apart", "");
    last_days.draw("span", &[("class", "dot diamond")]);
    last_days.write(words::last_days(lang));
    last_days.state("aria-pressed", move || {
        desk.view.with(|view| view.last_days)
    });
    last_days.press(move || desk.dispatch(Action::LastDays));
    for choice in [
        bodies(plan, lang),
        kinds(Shown::here(), lang),
        principals(plan, lang),
    ] {
        choice.draw(&chips, desk);
    }
}

/// A list of which one may be chosen, or all.
struct Choice {
    label: &'static str,
    all: &'static str,
    /// Ids with their names.
    options: Derived<Vec<(String, String)>>,
    own: fn(&View) -> Option<&str>,
    choose: fn(Option<String>) -> Action,
}

fn bodies(plan: &Plan, lang: Lang) -> Choice {
    let bodies = plan.bodies().iter();
    let named = named(bodies.map(|body| (body.id().as_str(), body.short().get(lang))));
    Choice {
        label: words::who(lang),
        all: words::every_body(lang),
        options: Derived::new(move || named.clone()),
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
        options: Derived::new(move || named.clone()),
        own: |view| view.principal.as_deref(),
        choose: Action::Principal,
    }
}

/// The kinds of the days that are looked at, and the one that is asked for.
fn kinds(shown: Shown, lang: Lang) -> Choice {
    let desk = Desk::here();
    let options = Derived::new(move || {
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
    fn draw(self, pen: &Pen, desk: Desk) {
        let Self {
            label,
            all,
            options,
            own,
            choose,
        } = self;
        if options.with_untracked(|options| options.len() < 2) {
            return;
        }
        let is_all = move || desk.view.with(|view| own(view).is_none());
        let list = pen.draw("select", &[("class", "chip"), ("aria-label", label)]);
        list.mark("data-narrowed", move || !is_all());
        list.on("change", move |event| {
            let id = event_target_value(&event);
            desk.dispatch(choose(Some(id).filter(|id| !id.is_empty())));
        });
        let option = list.draw("option", &[("value", "")]);
        option.write(all);
        option.property("selected", move || is_all().into());
        list.contents(move |pen| {
            options.with(|options| {
                for (id, name) in options {
                    let option = pen.draw("option", &[("value", id)]);
                    option.write(name);
                    let id = id.clone();
                    option.property("selected", move || {
                        desk.view.with(|view| own(view) == Some(id.as_str())).into()
                    });
                }
            });
        });
    }
}
