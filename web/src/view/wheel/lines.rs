//! Tails to meetings, threads of joint meetings, arrows between steps.

use crate::shared::Shared;
use crate::view::board::Shown;
use crate::view::paint;
use leptos::prelude::*;
use planning_wheel::wheel::{ArrowKind, Colour, Wheel};

/// Every line between marks.
#[component]
pub(super) fn Lines(wheel: Shared<Wheel>) -> impl IntoView {
    let lit = Shown::here().lit;
    let colour = |lane: usize| {
        wheel
            .lanes
            .get(lane)
            .map_or(Colour::Neutral, |lane| lane.colour)
    };
    let tails = wheel.tails.iter().enumerate().map(|(place, tail)| {
        let colour = colour(tail.lane);
        let class = move || {
            let emphasis = lit.with(|wheel| wheel.tails.get(place).map(|tail| tail.emphasis));
            format!(
                "tail {} {}",
                paint::colour(colour),
                paint::emphasis(emphasis.unwrap_or_default())
            )
        };
        view! { <path class=class d=tail.path.to_string() style=("--own", paint::own(colour)) /> }
    });
    let threads = wheel.threads.iter().enumerate().map(|(place, thread)| {
        let class = move || {
            let emphasis = lit.with(|wheel| wheel.threads.get(place).map(|thread| thread.emphasis));
            format!("thread {}", paint::emphasis(emphasis.unwrap_or_default()))
        };
        view! { <path class=class d=thread.path.to_string() /> }
    });
    let arrows = wheel.arrows.iter().enumerate().map(|(place, arrow)| {
        let kind = match arrow.kind {
            ArrowKind::Step => "",
            ArrowKind::Preparation => "preparation",
        };
        let class = move || {
            let emphasis = lit.with(|wheel| wheel.arrows.get(place).map(|arrow| arrow.emphasis));
            format!(
                "arrow {kind} {}",
                paint::emphasis(emphasis.unwrap_or_default())
            )
        };
        view! {
            <g class=class>
                <path class="shaft" d=arrow.path.to_string() />
                <path class="head" d=arrow.head.to_string() />
            </g>
        }
    });
    view! {
        <g aria-hidden="true">
            {tails.collect_view()}
            {threads.collect_view()}
            {arrows.collect_view()}
        </g>
    }
}
