//! "Om planen": the agreements it rests on, and what is to be known about their texts.

use super::detail::sources;
use super::pen::{Pen, contents};
use crate::model::detail::{SourceLine, only_agreement};
use crate::shared::Shared;
use crate::state::Desk;
use crate::words;
use leptos::html;
use leptos::prelude::*;
use planning_wheel::plan::Plan;

/// What there is to know about the plan as a whole.
#[component]
pub(crate) fn About(plan: Shared<Plan>) -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let paper: NodeRef<html::Div> = NodeRef::new();
    contents(paper, desk, move |pen| known(pen, &plan, desk));
    view! {
        <details class="card" name="card">
            <summary>{words::about_plan(lang)}</summary>
            <div node_ref=paper class="inside" tabindex="0" role="group" aria-label=words::about_plan(lang)></div>
        </details>
    }
}

fn known(pen: &Pen, plan: &Plan, desk: Desk) {
    let (lang, document) = (desk.lang, plan.document());
    pen.say("h2", "", words::agreements(lang));
    let agreements = pen.draw("ul", &[("class", "agreements")]);
    for source in &document.sources {
        let line = agreements.draw("li", &[]);
        line.say("cite", "", source.title.get(lang));
        if let Some(day) = source.adopted {
            let adopted = words::adopted(lang);
            line.write(&format!(", {adopted} {}", lang.long_date(day.0)));
        }
    }
    if document.notes.is_empty() {
        return;
    }
    pen.say("h2", "", words::notes(lang));
    let notes = pen.draw("ul", &[("class", "notes")]);
    let agreement = only_agreement(plan, lang);
    for note in &document.notes {
        let pen = notes.draw("li", &[]);
        pen.say("p", "", note.text.get(lang));
        let cited = plan.sources(&note.cite);
        let own = cited.iter().map(|source| SourceLine::of(source, lang));
        sources(&pen, &own.collect::<Vec<_>>(), agreement.as_deref(), desk);
    }
}
