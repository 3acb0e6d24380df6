//! The lanes' grounds and names.

use super::arc_text::OnArc;
use crate::shared::Shared;
use crate::view::paint;
use leptos::prelude::*;
use planning_wheel::wheel::{CENTRE, Number, Wheel};

/// The rings, and the quiet wedge in which their names rest.
#[component]
pub(super) fn Grounds(wheel: Shared<Wheel>) -> impl IntoView {
    let centre = Number(CENTRE).to_string();
    let lanes = wheel.lanes.iter().map(|lane| {
        view! {
            <circle class=format!("lane {}", paint::colour(lane.colour)) cx=centre.clone() cy=centre.clone()
                r=Number(lane.radius).to_string() stroke-width=Number(lane.width).to_string()
                style=("--own", paint::own(lane.colour)) />
        }
    });
    let wedge = wheel
        .wedge
        .as_ref()
        .map(|wedge| view! { <path class="wedge" d=wedge.to_string() /> });
    view! { <g aria-hidden="true">{lanes.collect_view()}{wedge}</g> }
}

/// The names on the rings.
#[component]
pub(super) fn Names(wheel: Shared<Wheel>) -> impl IntoView {
    let names = wheel.names.iter().enumerate().filter_map(|(place, name)| {
        let lane = wheel.lanes.get(name.lane)?;
        let backing = (!name.clear).then(|| {
            let width = Number(name.text.size * 1.35).to_string();
            view! { <path class="backing" d=name.backing.to_string() stroke-width=width /> }
        });
        Some(view! {
            <g class=paint::colour(lane.colour) style=("--own", paint::own(lane.colour))>
                {backing}
                <OnArc text=name.text.clone() name=format!("lane-{place}") class="lane-name" />
            </g>
        })
    });
    view! { <g aria-hidden="true">{names.collect_view()}</g> }
}
