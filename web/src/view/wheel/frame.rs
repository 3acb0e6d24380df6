//! Months, weeks, holidays, breaks and the hand.

use super::arc_text::OnArc;
use crate::shared::Shared;
use leptos::prelude::*;
use planning_wheel::wheel::{Number, Wheel};

/// The ring of months.
#[component]
pub(super) fn Months(wheel: Shared<Wheel>) -> impl IntoView {
    let month = |month: &planning_wheel::wheel::MonthSector| {
        let class = if month.shaded {
            "month shaded"
        } else {
            "month"
        };
        view! { <path class=class d=month.path.to_string() /> }
    };
    view! { <g aria-hidden="true">{wheel.months.iter().map(month).collect_view()}</g> }
}

/// What stands over the lanes' grounds: spokes, names of months, weeks, breaks, holidays.
#[component]
pub(super) fn Days(wheel: Shared<Wheel>) -> impl IntoView {
    let spokes = wheel.months.iter().map(|month| {
        view! { <path class="spoke" d=month.spoke.to_string() /> }
    });
    let names = wheel
        .months
        .iter()
        .enumerate()
        .filter_map(|(place, month)| {
            let text = month.name.clone()?;
            Some(view! { <OnArc text=text name=format!("month-{place}") class="month-name" /> })
        });
    let weeks = wheel.weeks.iter().map(|week| {
        let tick = week
            .tick
            .as_ref()
            .map(|tick| view! { <path class="week-tick" d=tick.to_string() /> });
        let class = if week.current { "week current" } else { "week" };
        let number = week.number.map(|at| {
            view! {
                <text class=class x=Number(at.x).to_string() y=Number(at.y + 3.5).to_string()>
                    {week.week.week()}
                </text>
            }
        });
        (tick, number)
    });
    let breaks = wheel.breaks.iter().map(|arc| {
        view! { <path class="break" d=arc.path.to_string()><title>{arc.label.clone()}</title></path> }
    });
    let holidays = wheel.holidays.iter().map(|day| {
        view! { <path class="holiday" d=day.path.to_string()><title>{day.label.clone()}</title></path> }
    });
    view! {
        <g aria-hidden="true">
            {spokes.collect_view()}
            {names.collect_view()}
            {weeks.collect_view()}
            {breaks.collect_view()}
            {holidays.collect_view()}
        </g>
    }
}

/// The hand of today.
#[component]
pub(super) fn HandView(wheel: Shared<Wheel>) -> impl IntoView {
    wheel.hand.as_ref().map(|hand| {
        view! {
            <g class="hand" aria-hidden="true">
                <title>{hand.label.clone()}</title>
                <path d=hand.path.to_string() />
                <circle cx=Number(hand.knob.x).to_string() cy=Number(hand.knob.y).to_string() r="4.5" />
            </g>
        }
    })
}
