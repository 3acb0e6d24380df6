//! "Varför 18 november?": the chosen entry explained.

use super::board::Shown;
use super::findings::found_list;
use super::icon::icon;
use super::pen::Pen;
use super::row;
use crate::model::detail::{Detail, Related, SourceLine, detail};
use crate::platform::window;
use crate::signals::Derived;
use crate::state::{Action, Desk};
use crate::words;

/// The chosen entry explained, or how to choose one.
pub(crate) fn detail_box(pen: &Pen) {
    let shown = Shown::here();
    let desk = Desk::here();
    let lang = desk.lang;
    let chosen = Derived::new(move || {
        let id = shown.chosen.get()?;
        shown.year.with(|year| detail(year, &id, lang))
    });
    let named = [
        ("class", "why"),
        ("part", "details"),
        ("role", "group"),
        ("aria-label", words::details(lang)),
        ("aria-live", "polite"),
        ("tabindex", "0"),
    ];
    let paper = pen.draw("section", &named);
    paper.contents(move |pen| {
        chosen.with(|chosen| match chosen {
            Some(detail) => explained(pen, detail, desk, shown),
            None => {
                pen.say("p", "empty", words::choose_hint(lang));
            }
        });
    });
    paper.on("click", move |event| {
        let Some(id) = window::entry_under(&event) else {
            return;
        };
        let row = chosen.with_untracked(|chosen| {
            let related = &chosen.as_ref()?.related;
            let own = related.iter().find(|related| related.row.id == id);
            own.map(|related| related.row.clone())
        });
        match row {
            Some(row) => row::choose(desk, &row, None),
            // Only the button that closes names no other entry.
            None => desk.dispatch(Action::Clear),
        }
    });
}

/// An entry explained.
fn explained(pen: &Pen, detail: &Detail, desk: Desk, shown: Shown) {
    let (lang, row) = (desk.lang, &detail.row);
    let close = [
        ("type", "button"),
        ("class", "close"),
        ("aria-label", words::close(lang)),
        ("data-entry", ""),
    ];
    pen.draw("button", &close).write("×");
    let name = pen.draw("p", &[("class", "name")]);
    icon(&name, row.kind, row.status, row.colour);
    name.say("span", "", &row.title);
    pen.say("p", "when", &detail.when);
    pen.say("h2", "", &detail.question);
    let named = [("class", "reasons"), ("aria-label", words::reasons(lang))];
    lines(&pen.draw("ul", &named), &detail.reasons);
    for (title, reasons) in &detail.landed {
        pen.say("h3", "", title);
        lines(&pen.draw("ul", &[("class", "reasons landed")]), reasons);
    }
    sources(pen, &detail.sources, None, desk);
    found_list(pen, &detail.findings, desk, shown);
    if let Some(note) = &detail.note {
        pen.say("p", "note", note);
    }
    let facts = pen.draw("dl", &[("class", "facts")]);
    for (name, said) in &detail.facts {
        facts.say("dt", "", name);
        facts.say("dd", "", said);
    }
    relatives(pen, &detail.related, desk);
    if let Some(link) = &detail.link {
        let link = [("href", &**link), ("rel", "noreferrer")];
        let link = pen.draw("p", &[]).draw("a", &link);
        link.write(words::more_about(lang));
    }
}

fn lines(pen: &Pen, lines: &[String]) {
    for line in lines {
        pen.say("li", "", line);
    }
}

/// Where the agreements and laws say so; `known` is the agreement that the reader knows is meant.
pub(crate) fn sources(pen: &Pen, sources: &[SourceLine], known: Option<&str>, desk: Desk) {
    let lang = desk.lang;
    let named = [("class", "sources"), ("aria-label", words::sources(lang))];
    let pen = pen.draw("ul", &named);
    // A title that the line before has already said is left out.
    let mut said = "";
    for source in sources {
        let line = pen.draw("li", &[]);
        if source.title != said && known != Some(&source.title) {
            line.say("cite", "", &source.title);
            line.write(" ");
        }
        said = &source.title;
        if !source.section.is_empty() {
            line.write(words::section(lang));
            line.write(" ");
            line.write(&source.section);
        }
        line.write(" ");
        if let Some(quote) = &source.quote {
            line.say("q", "", quote);
        }
    }
}

/// The entries of the chain.
fn relatives(pen: &Pen, related: &[Related], desk: Desk) {
    if related.is_empty() {
        return;
    }
    pen.say("h3", "", words::related(desk.lang));
    let pen = pen.draw("ul", &[("class", "related")]);
    for Related { relation, row } in related {
        let mut row = row.clone();
        row.detail = format!("{relation} · {}", desk.lang.short_date(row.date));
        row::button(&pen.draw("li", &[]), &row);
    }
}
