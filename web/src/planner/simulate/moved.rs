//! A variant's wheel of a year, with what has moved joined to where it was in the plan's.

use super::state::{Outcomes, Simulated};
use super::words;
use crate::model::filter::Filter;
use crate::model::wheel::wheel;
use crate::model::year::Year;
use crate::shared::Shared;
use crate::state::{Desk, View};
use crate::view::wheel::Still;
use leptos::prelude::*;
use planning_wheel::plan::Plan;
use planning_wheel::wheel::{Joint, Wheel, joined};

/// Both wheels are computed when somebody looks.
#[component]
pub(super) fn Moved() -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let simulated = Simulated::here();
    let is_open = RwSignal::new(false);
    let year = RwSignal::new(None::<i32>);
    let drawn = RwSignal::new(None::<u32>);
    let named = Memo::new(move |_| {
        simulated.outcomes.with(|all| {
            let all = all.iter().flat_map(|all| &all.drafts);
            let plans = all.filter(|(_, outcome)| outcome.given.is_ok());
            plans
                .map(|(draft, _)| (draft.id, draft.variant.title.clone()))
                .collect::<Vec<_>>()
        })
    });
    let shown = Memo::new(move |_| {
        let wanted = drawn.get();
        named.with(|all| {
            let own = all
                .iter()
                .find(|(id, _)| Some(*id) == wanted)
                .or(all.first());
            own.map(|(id, _)| *id)
        })
    });
    let years = Memo::new(move |_| {
        simulated
            .period
            .get()
            .map_or_else(Vec::new, |(first, last)| (first..=last).collect())
    });
    let looked_at = Memo::new(move |_| {
        let own = year.get().filter(|year| years.get().contains(year));
        own.or_else(|| years.with(|all: &Vec<i32>| all.first().copied()))
    });
    let wheels = Memo::new(move |_| {
        let (id, year) = (shown.get()?, looked_at.get()?);
        if !is_open.get() {
            return None;
        }
        let today = desk.today().get();
        let plans = simulated.outcomes.with(|all| plans(all.as_ref()?, id))?;
        let lay_out = |plan| {
            wheel(
                &Year::new(plan, year),
                &Filter::of(&View::new(year)),
                None,
                today,
                lang,
            )
        };
        let (before, after) = (lay_out(plans.0), lay_out(plans.1));
        let joints = joined(&before, &after);
        Some(Shared::new((after, joints)))
    });
    let choice = move |(id, title): (u32, String)| {
        let is_chosen = move || shown.get() == Some(id);
        view! { <option value=id.to_string() prop:selected=is_chosen>{title}</option> }
    };
    let year_button = move |own: i32| {
        let pressed = move || {
            if looked_at.get() == Some(own) {
                "true"
            } else {
                "false"
            }
        };
        view! { <button type="button" aria-pressed=pressed on:click=move |_| year.set(Some(own))>{own}</button> }
    };
    let is_there = Memo::new(move |_| named.with(|all| !all.is_empty()));
    move || {
        is_there.get().then(|| view! {
            <details class="folded" on:toggle=move |event| is_open.set(super::tables::opened(&event))>
                <summary><h2>{words::on_wheel(lang)}</h2></summary>
                <div class="asked">
                    <select class="chip" aria-label=words::variant(lang)
                        on:change=move |event| drawn.set(event_target_value(&event).parse().ok())>
                        {move || named.get().into_iter().map(choice).collect_view()}
                    </select>
                    <div class="screens" role="group" aria-label=words::year(lang)>
                        {move || years.get().into_iter().map(year_button).collect_view()}
                    </div>
                </div>
                {move || wheels.get().map(|both| view! { <Picture both=both /> })}
            </details>
        })
    }
}

/// The plan, and that of a variant.
fn plans(all: &Outcomes, id: u32) -> Option<(Shared<Plan>, Shared<Plan>)> {
    let (_, outcome) = all.drafts.iter().find(|(draft, _)| draft.id == id)?;
    let plan = |given: &super::state::Given| {
        let figures = given.as_ref().ok()?;
        Some(Shared::new(figures.scenario.plan().clone()))
    };
    Some((plan(&all.plan.given)?, plan(&outcome.given)?))
}

/// The picture, for eyes; the same as a list for everybody.
#[component]
fn Picture(both: Shared<(Wheel, Vec<Joint>)>) -> impl IntoView {
    let lang = Desk::here().lang;
    let lines: Vec<String> = both.1.iter().map(|joint| joint.label.clone()).collect();
    let count = lines.len();
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
    view! {
        <figure class="moved">
            <Still both=both />
            <figcaption>
                <details>
                    <summary>{words::moved_marks(count, lang)}</summary>
                    <ul>{lines.collect_view()}</ul>
                </details>
            </figcaption>
        </figure>
    }
}
