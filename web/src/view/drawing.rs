//! What is drawn, in a view of the planner.

use super::live::live;
use super::pen::Pen;
use leptos::html;
use leptos::prelude::*;

/// Draws where it stands; its own element has no box.
#[component]
pub(crate) fn Drawing(draw: impl Fn(&Pen) + Clone + 'static) -> impl IntoView {
    let paper: NodeRef<html::Div> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(paper) = paper.get() {
            let draw = draw.clone();
            live((*paper).clone().into(), Box::new(draw));
        }
    });
    view! { <div class="drawing" node_ref=paper></div> }
}
