//! Marks: each a button with a name, in a group for each lane.

use super::keys;
use crate::shared::Shared;
use crate::state::Desk;
use crate::view::board::Shown;
use crate::view::paint;
use leptos::prelude::*;
use planning_wheel::wheel::{Mark, Number, Wheel};

/// Which element of the wheel the tab key reaches: always one.
#[derive(Clone, Copy)]
pub(super) struct Stops(Memo<Option<String>>);

impl Stops {
    pub(super) fn here(wheel: &Shared<Wheel>) -> Self {
        let desk = Desk::here();
        let wheel = wheel.clone();
        Self(Memo::new(move |_| {
            let id = keys::standing(desk, &wheel)?;
            keys::element_of(&wheel, &id)
        }))
    }

    pub(super) fn tabindex(self, id: String) -> impl Fn() -> &'static str + Send + 'static {
        move || {
            self.0.with(|stop| {
                if stop.as_deref() == Some(&id) {
                    "0"
                } else {
                    "-1"
                }
            })
        }
    }
}

/// Every mark, lane by lane.
#[component]
pub(super) fn Marks(wheel: Shared<Wheel>) -> impl IntoView {
    let stops = Stops::here(&wheel);
    let lanes = wheel.lanes.iter().map(|lane| {
        let own = wheel
            .marks
            .iter()
            .enumerate()
            .filter(|(_, mark)| mark.lane == lane.index);
        let marks = own.map(|(place, mark)| {
            view! { <MarkView mark=mark.clone() place=place stops=stops /> }
        });
        view! {
            <g class=paint::colour(lane.colour) style=("--own", paint::own(lane.colour))
                role="group" aria-label=lane.label.clone()>
                {marks.collect_view()}
            </g>
        }
    });
    view! { <g>{lanes.collect_view()}</g> }
}

/// One mark.
#[component]
fn MarkView(mark: Mark, place: usize, stops: Stops) -> impl IntoView {
    let lit = Shown::here().lit;
    let open = if mark.shape.is_open() { "open" } else { "" };
    let status = paint::status(mark.status);
    let class = move || {
        let emphasis = lit.with(|wheel| wheel.marks.get(place).map(|mark| mark.emphasis));
        let emphasis = paint::emphasis(emphasis.unwrap_or_default());
        format!("mark {open} {status} {emphasis}")
    };
    let (x, y) = (
        Number(mark.centre.x).to_string(),
        Number(mark.centre.y).to_string(),
    );
    let circle = |class: &'static str, radius: f64| {
        view! { <circle class=class cx=x.clone() cy=y.clone() r=Number(radius).to_string() /> }
    };
    let outer = mark.ring.unwrap_or(mark.radius);
    let id = keys::mark_id(place);
    // What is seen is also said.
    let name = match mark.count {
        Some(count) => format!("{}: {}", count.number, mark.name()),
        None => mark.name(),
    };
    let number = mark.count.map(|count| {
        let class = if count.inside {
            "count"
        } else {
            "count beside"
        };
        let (x, size) = (
            Number(count.at.x).to_string(),
            Number(count.size).to_string(),
        );
        let baseline = Number(count.at.y + count.size * 0.36).to_string();
        view! { <text class=class x=x y=baseline font-size=size>{count.number}</text> }
    });
    view! {
        <g id=id.clone() class=class role="button" aria-label=name data-entry=mark.id.clone()
            tabindex=stops.tabindex(id)>
            <title>{name.clone()}</title>
            {circle("reach", mark.reach())}
            {circle("halo", outer + 4.2)}
            {mark.ring.map(|radius| circle("ring", radius))}
            <path class="shape" d=mark.outline.to_string() />
            {mark.inner.as_ref().map(|inner| view! { <path class="inner" d=inner.to_string() /> })}
            {number}
        </g>
    }
}
