//! Text along an arc.

use leptos::prelude::*;
use planning_wheel::wheel::{ArcText, Number};

/// A text on its path; `name` makes the path's id unique on the page.
#[component]
pub(super) fn OnArc(text: ArcText, name: String, #[prop(into)] class: String) -> impl IntoView {
    let link = format!("#{name}");
    let size = Number(text.size).to_string();
    view! {
        <path id=name class="track" d=text.path.to_string() />
        <text class=class font-size=size aria-hidden="true">
            <textPath href=link startOffset="50%">{text.text}</textPath>
        </text>
    }
}
