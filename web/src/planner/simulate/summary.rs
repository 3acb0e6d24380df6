//! The summary that is printed: the core's paper of what the variants give, on one sheet.

use super::state::{Outcomes, Simulated};
use super::words;
use crate::planner::bench::Bench;
use crate::planner::papers::Sheet;
use crate::state::Desk;
use leptos::prelude::*;
use planning_wheel::paper::{Paper, comparison};
use planning_wheel::scenario::{Assumptions, Scenario};
use planning_wheel::time::Lang;

/// The sheet, made when something is printed: by the button or by the browser's own command.
#[component]
pub(super) fn Summary(is_printing: RwSignal<bool>) -> impl IntoView {
    let (bench, lang) = (Bench::here(), Desk::here().lang);
    let outcomes = Simulated::here().outcomes;
    let before = window_event_listener(leptos::ev::beforeprint, move |_| {
        // The browser keeps the listener for a while after the screen is taken away.
        let _ = is_printing.try_set(true);
    });
    let after = window_event_listener(leptos::ev::afterprint, move |_| {
        let _ = is_printing.try_set(false);
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    let assumptions = bench.simulation.assumptions;
    let paper = Memo::new(move |_| {
        if !is_printing.get() {
            return None;
        }
        let reckoned = assumptions.get();
        outcomes.with(|all| written(all.as_ref()?, &reckoned, lang))
    });
    move || {
        paper.get().map(|paper| {
            view! { <div class="summed"><Sheet paper=paper plan=bench.base.get() is_dense=true /></div> }
        })
    }
}

/// Prints the summary alone. It is there with the next drawing.
#[component]
pub(super) fn PrintIt(is_printing: RwSignal<bool>) -> impl IntoView {
    let desk = Desk::here();
    let outcomes = Simulated::here().outcomes;
    let print = move |_| {
        is_printing.set(true);
        request_animation_frame(move || desk.take("paper print"));
    };
    let none = move || outcomes.with(Option::is_none);
    view! { <button type="button" class="button" disabled=none on:click=print>{words::print(desk.lang)}</button> }
}

/// The paper; nothing where the plan itself gives nothing. A variant that is no plan is left out, as
/// it is from every table.
fn written(all: &Outcomes, assumptions: &Assumptions, lang: Lang) -> Option<Paper> {
    let base = &all.plan.given.as_ref().ok()?.scenario;
    let given = all.drafts.iter().filter_map(|(draft, outcome)| {
        let figures = outcome.given.as_ref().ok()?;
        Some((draft.variant.title.clone(), &figures.scenario))
    });
    let variants: Vec<(String, &Scenario)> = given.collect();
    Some(comparison(base, &variants, assumptions, lang))
}
