//! The middle: the year, and the mandate period as a ring.

use super::arc_text::OnArc;
use crate::shared::Shared;
use leptos::prelude::*;
use planning_wheel::wheel::{CentreLine, Number, Wheel};

/// The middle of the wheel.
#[component]
pub(super) fn CentreView(wheel: Shared<Wheel>) -> impl IntoView {
    let centre = &wheel.centre;
    let width = Number(centre.width).to_string();
    let years = centre.mandate.iter().map(|arc| {
        let class = if arc.current { "mandate current" } else { "mandate" };
        view! {
            <g class=class>
                <title>{arc.label.clone()}</title>
                <path d=arc.path.to_string() stroke-width=width.clone() />
                <OnArc text=arc.name.clone() name=format!("mandate-{}", arc.year) class="mandate-year" />
            </g>
        }
    });
    let line = |class: &'static str, line: &CentreLine| {
        view! {
            <text class=class x=Number(line.at.x).to_string() y=Number(line.at.y).to_string()
                font-size=Number(line.size).to_string()>
                {line.text.clone()}
            </text>
        }
    };
    let lines = centre.lines.iter().map(|text| line("centre-line", text));
    view! {
        <g class="centre" aria-hidden="true">
            {years.collect_view()}
            {line("centre-year", &centre.year)}
            {lines.collect_view()}
        </g>
    }
}
