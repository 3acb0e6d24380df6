//! Which levels and kinds are shown.

use super::board::Shown;
use super::paint;
use crate::shared::Shared;
use crate::state::{Action, Desk};
use crate::words;
use leptos::prelude::*;
use planning_wheel::plan::Plan;
use planning_wheel::wheel::Colour;

/// One button for each level, and one for last days.
#[component]
pub(crate) fn Filters(plan: Shared<Plan>) -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let year = Shown::here().year.get_untracked();
    let levels = plan.levels().iter().enumerate().map(|(place, level)| {
        let colour = year
            .levels
            .get(place)
            .map_or(Colour::Neutral, |level| level.colour);
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
    let bodies = plan.bodies().iter().map(|body| {
        let id = body.id().to_owned();
        let own = id.clone();
        let chosen = move || desk.view.with(|view| view.body.as_ref() == Some(&own));
        view! { <option value=id prop:selected=chosen>{body.short().get(lang).to_owned()}</option> }
    });
    let all = move || desk.view.with(|view| view.body.is_none());
    let choose = move |event| {
        let id = event_target_value(&event);
        desk.dispatch(Action::Body(Some(id).filter(|id| !id.is_empty())));
    };
    let last_days = move || pressed(desk.view.with(|view| view.last_days));
    view! {
        <div class="chips">
            {levels.collect_view()}
            <button type="button" class="chip apart" aria-pressed=last_days
                on:click=move |_| desk.dispatch(Action::LastDays)>
                <span class=move || "dot diamond"></span>
                {words::last_days(lang)}
            </button>
            <select class="chip" aria-label=words::who(lang) on:change=choose>
                <option value="" prop:selected=all>{words::every_body(lang)}</option>
                {bodies.collect_view()}
            </select>
        </div>
    }
}

fn pressed(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}
