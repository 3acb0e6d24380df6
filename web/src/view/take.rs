//! "Ta med": what is looked at as a file, a link or code for a page.

use super::board::Shown;
use crate::state::Desk;
use crate::taking::Taking;
use crate::words;
use leptos::prelude::*;

/// Id of the field that a text is copied from by hand; the element's script selects it.
const FIELD: &str = "take-text";

/// Saves or copies what is shown.
#[component]
pub(crate) fn Take() -> impl IntoView {
    let desk = Desk::here();
    let shown = Shown::here();
    let lang = desk.lang;
    let button = move |what: &'static str, name: &'static str| {
        view! {
            <button type="button" class="button" on:click=move |_| desk.take(what)>{name}</button>
        }
    };
    let filtered = Memo::new(move |_| {
        shown.year.with(|year| {
            let filter = shown.filter.read();
            let mut entries = year.calendar.entries().iter();
            !entries.all(|entry| filter.shows(&year.plan, entry) && filter.finds(year, entry, lang))
        })
    });
    let calendars = move || {
        if filtered.get() {
            let (some, all) = (words::calendar_shown(lang), words::calendar_all(lang));
            (button("ics", some), Some(button("ics all", all)))
        } else {
            (button("ics", words::calendar_file(lang)), None)
        }
    };
    let code = desk
        .embeds()
        .then(|| button("code", words::copy_code(lang)));
    view! {
        <details class="card" name="card">
            <summary>{words::take_along(lang)}</summary>
            <div
                class="inside take"
                role="group"
                aria-label=words::take_along(lang)
                aria-busy=move || busy(desk)
            >
                <p class="name">{words::as_file(lang)}</p>
                {calendars}
                {button("csv", words::table_file(lang))}
                {button("svg", words::picture_file(lang))}
                {button("png", words::image_file(lang))}
                <p class="name">{words::to_copy(lang)}</p>
                {button("link", words::copy_link(lang))}
                {code}
                <Told />
            </div>
        </details>
    }
}

/// Whether something is being made, as `aria-busy` says it.
pub(crate) fn busy(desk: Desk) -> &'static str {
    match desk.taking().get() {
        Taking::Busy => "true",
        _ => "false",
    }
}

/// What came of the last file or copy that was asked for.
#[component]
pub(crate) fn Told() -> impl IntoView {
    let desk = Desk::here();
    view! {
        <p class="taking" role="status">{move || said(&desk.taking().get(), desk)}</p>
        {move || by_hand(desk.taking().get(), desk)}
    }
}

fn said(taking: &Taking, desk: Desk) -> String {
    let lang = desk.lang;
    match taking {
        Taking::Idle => String::new(),
        Taking::Busy => words::taking_busy(lang).to_owned(),
        Taking::Saved(name) => format!("{}: {name}", words::taking_saved(lang)),
        Taking::Failed(why) => format!("{} ({why})", words::taking_failed(lang)),
        Taking::Copied => words::taking_copied(lang).to_owned(),
        Taking::Refused(_) => words::taking_refused(lang).to_owned(),
    }
}

/// The text itself, where the clipboard was refused.
fn by_hand(taking: Taking, desk: Desk) -> Option<impl IntoView> {
    let Taking::Refused(text) = taking else {
        return None;
    };
    let name = words::taking_text(desk.lang);
    Some(view! {
        <textarea id=FIELD class="text" readonly=true rows="4" aria-label=name prop:value=text></textarea>
    })
}
