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
    let last_days = move || pressed(desk.view.with(|view| view.last_days));
    view! {
        <div class="chips">
            {levels.collect_view()}
            <button type="button" class="chip apart" aria-pressed=last_days
                on:click=move |_| desk.dispatch(Action::LastDays)>
                <span class=move || "dot diamond"></span>
                {words::last_days(lang)}
            </button>
        </div>
    }
}

fn pressed(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}
