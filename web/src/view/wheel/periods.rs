//! Periods as arcs, and shaded weeks where there is too much for marks.

use super::keys;
use super::marks::Stops;
use crate::shared::Shared;
use crate::view::board::Shown;
use crate::view::paint;
use leptos::prelude::*;
use planning_wheel::wheel::{Colour, Number, Wheel};

/// Terms of office, documents and other periods.
#[component]
pub(super) fn Periods(wheel: Shared<Wheel>) -> impl IntoView {
    let lit = Shown::here().lit;
    let stops = Stops::here(&wheel);
    let span = |(place, span): (usize, &planning_wheel::wheel::Span)| {
        let colour = wheel
            .lanes
            .get(span.lane)
            .map_or(Colour::Neutral, |lane| lane.colour);
        let whole = if span.whole { "whole" } else { "" };
        let class = move || {
            let emphasis = lit.with(|wheel| wheel.spans.get(place).map(|span| span.emphasis));
            let emphasis = paint::emphasis(emphasis.unwrap_or_default());
            format!("span {whole} {} {emphasis}", paint::colour(colour))
        };
        let labels: Vec<&str> = span.items.iter().map(|item| item.label.as_str()).collect();
        let name = labels.join("; ");
        let first = span.items.first().map(|item| item.id.clone());
        let id = keys::span_id(place);
        let path = span.path.to_string();
        view! {
            <g id=id.clone() class=class role="button" aria-label=name data-entry=first
                tabindex=stops.tabindex(id) style=("--own", paint::own(colour))>
                <title>{name.clone()}</title>
                <path class="reach" d=path.clone() />
                <path class="arc" d=path />
            </g>
        }
    };
    view! { <g>{wheel.spans.iter().enumerate().map(span).collect_view()}</g> }
}

/// Weeks of lanes that hold too much.
#[component]
pub(super) fn Weeks(wheel: Shared<Wheel>) -> impl IntoView {
    let lit = Shown::here().lit;
    let stops = Stops::here(&wheel);
    let week = |(place, cell): (usize, &planning_wheel::wheel::Density)| {
        let colour = wheel
            .lanes
            .get(cell.lane)
            .map_or(Colour::Neutral, |lane| lane.colour);
        let class = move || {
            let emphasis = lit.with(|wheel| wheel.density.get(place).map(|cell| cell.emphasis));
            let emphasis = paint::emphasis(emphasis.unwrap_or_default());
            format!("cell {} {emphasis}", paint::colour(colour))
        };
        let id = keys::week_id(place);
        view! {
            <path id=id.clone() class=class role="button" aria-label=cell.label.clone()
                data-entry=cell.ids.first().cloned() tabindex=stops.tabindex(id) d=cell.path.to_string()
                fill-opacity=Number(0.12 + 0.83 * cell.shade).to_string()
                style=("--own", paint::own(colour)) />
        }
    };
    view! { <g>{wheel.density.iter().enumerate().map(week).collect_view()}</g> }
}
