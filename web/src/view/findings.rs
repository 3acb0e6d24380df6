//! "Att se över": what is wrong or worth knowing in the year.

use super::board::Shown;
use super::detail::sources;
use super::pen::Pen;
use crate::model::detail::only_agreement;
use crate::model::found::{Found, found};
use crate::platform::window;
use crate::signals::Derived;
use crate::state::{Action, Desk};
use crate::words;
use planning_wheel::findings::Severity;

/// The year's findings, folded together under their number.
pub(crate) fn findings(pen: &Pen) {
    let shown = Shown::here();
    let desk = Desk::here();
    let lang = desk.lang;
    let list = Derived::new(move || shown.year.with(|year| found(year, lang)));
    let count = move || list.with(Vec::len);
    let card = pen.draw("details", &[("class", "card"), ("name", "card")]);
    card.mark("hidden", move || count() == 0);
    let name = card.say("summary", "", &format!("{} ", words::findings(lang)));
    let number = name.draw("b", &[("class", "count")]);
    number.words(move || count().to_string());
    let inside = card.inside(words::findings(lang));
    inside.contents(move |pen| list.with(|list| found_list(pen, list, desk, shown)));
    inside.on("click", move |event| {
        if let Some(id) = window::entry_under(&event) {
            desk.dispatch(Action::Choose(id));
        }
    });
}

/// Findings one below the other.
pub(crate) fn found_list(pen: &Pen, list: &[Found], desk: Desk, shown: Shown) {
    let lang = desk.lang;
    let known = (shown.year).with_untracked(|year| only_agreement(&year.plan, lang));
    let pen = pen.draw("ul", &[("class", "findings")]);
    for found in list {
        let (class, word) = match found.severity {
            Severity::Error => ("found error", words::severity_error(lang)),
            Severity::Warning => ("found warning", words::severity_warning(lang)),
            Severity::Info => ("found info", words::severity_info(lang)),
        };
        let pen = pen.draw("li", &[("class", class)]);
        let said = pen.draw("p", &[]);
        said.say("b", "severity", word);
        said.write(" ");
        said.write(&found.words);
        if let Some(fix) = &found.fix {
            pen.say("p", "fix", &format!("{}: {fix}", words::fix(lang)));
        }
        if let Some((title, id)) = &found.entry {
            let link = [("type", "button"), ("class", "link"), ("data-entry", id)];
            pen.draw("button", &link).write(title);
        }
        sources(&pen, &found.sources, known.as_deref(), desk);
    }
}
