//! A wheel to look at only, with what has moved in it joined to where it was.

use super::{draw, mandate};
use crate::shared::Shared;
use crate::state::Desk;
use crate::view::pen::Pen;
use leptos::prelude::*;
use leptos::svg::Svg;
use planning_wheel::wheel::{Joint, MandateWheel, SIZE, Wheel};

/// What is looked at.
#[derive(Debug, PartialEq)]
pub(crate) enum Sight {
    Year(Box<Wheel>),
    Period(Box<MandateWheel>),
}

/// The picture: what it shows stands beside it in words.
#[component]
pub(crate) fn Still(both: Shared<(Sight, Vec<Joint>)>) -> impl IntoView {
    let paper: NodeRef<Svg> = NodeRef::new();
    let desk = Desk::here();
    Effect::new(move |_| {
        if let Some(paper) = paper.get() {
            let pen = Pen::default();
            match &both.0 {
                Sight::Year(wheel) => draw(&pen, wheel),
                Sight::Period(wheel) => mandate::draw(&pen, wheel),
            };
            joints(&pen, &both.1);
            paper.set_text_content(None);
            pen.finish(desk, &paper);
        }
    });
    let view_box = format!("0 0 {SIZE} {SIZE}");
    view! {
        <div class="wheel" inert=true aria-hidden="true">
            <svg node_ref=paper viewBox=view_box></svg>
        </div>
    }
}

fn joints(pen: &Pen, joints: &[Joint]) {
    let pen = pen.draw("g", &[("class", "joints")]);
    for joint in joints {
        for (class, path) in [
            ("was", &joint.was),
            ("way", &joint.way),
            ("new", &joint.new),
        ] {
            if let Some(path) = path {
                pen.path(class, &path.to_string());
            }
        }
    }
}
