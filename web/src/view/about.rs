//! "Om planen": the agreements it rests on, and what is to be known about their texts.

use super::detail::sources;
use super::pen::Pen;
use crate::model::detail::{SourceLine, only_agreement};
use crate::state::Desk;
use crate::words;
use planning_wheel::plan::Plan;

/// What there is to know about the plan as a whole.
pub(crate) fn about(pen: &Pen, plan: &Plan) {
    let desk = Desk::here();
    known(&pen.card(words::about_plan(desk.lang)), plan, desk);
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
