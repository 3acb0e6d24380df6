//! The year as a table.

mod table;

use super::board::Shown;
use super::row::choose;
use crate::model::agenda;
use crate::platform::window;
use crate::state::{Action, Desk};
use crate::words;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;
use table::Table;

/// Every entry of the year that the filter lets through.
#[component]
pub(crate) fn Agenda() -> impl IntoView {
    let shown = Shown::here();
    let desk = Desk::here();
    let lang = desk.lang;
    let title = move || format!("{} {}", words::agenda(lang), shown.title.get());
    let paper: NodeRef<html::Table> = NodeRef::new();
    draw(paper, desk, shown);
    let click = move |event: leptos::ev::MouseEvent| {
        let year = shown.year.get_untracked();
        let id = window::entry_under(&event);
        if let Some(entry) = id.and_then(|id| year.calendar.get(&id)) {
            choose(desk, &agenda::row(&year, entry, lang), None);
        }
    };
    let columns = [
        ("day", words::day(lang)),
        ("week", words::week(lang)),
        ("what", words::what(lang)),
        ("who", words::who(lang)),
        ("source", words::source(lang)),
    ];
    let heads = columns.map(|(class, name)| view! { <th scope="col" class=class>{name}</th> });
    view! {
        <section class="agenda" part="agenda">
            <h2 id="agenda">{title}</h2>
            <table node_ref=paper on:click=click>
                <caption class="unseen">{title}</caption>
                <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
            </table>
        </section>
    }
}

/// That no entry is shown, and the way back to all of them; beside the wheel too.
#[component]
pub(crate) fn Nothing() -> impl IntoView {
    let shown = Shown::here();
    let desk = Desk::here();
    let lang = desk.lang;
    move || {
        shown.agenda.with(Vec::is_empty).then(|| {
            view! {
                <div class="nothing">
                    <p class="empty">{words::nothing_here(lang)}</p>
                    <button type="button" class="button" on:click=move |_| desk.dispatch(Action::ShowAll)>
                        {words::show_all(lang)}
                    </button>
                </div>
            }
        })
    }
}

/// Rows that stand at once: all of what most plans have in a year.
const AT_ONCE: usize = 400;

/// Rows that are made in one go where there are more.
const PIECE: usize = 60;

/// Draws the rows that are shown. A long table comes a piece at a time, so that the wheel stands
/// first and the page answers meanwhile; what is printed is whole.
fn draw(paper: NodeRef<html::Table>, desk: Desk, shown: Shown) {
    let rows: Rows = StoredValue::new_local(None);
    let printing = window_event_listener(leptos::ev::beforeprint, move |_| {
        more(rows, shown, usize::MAX);
    });
    on_cleanup(move || printing.remove());
    Effect::new(move |before: Option<Option<String>>| {
        let (year, chosen) = (shown.year.get(), shown.chosen.get());
        let paper = paper.get()?;
        rows.update_value(|rows| {
            let rows = rows.get_or_insert_with(|| Table::new(desk, (*paper).clone().into()));
            rows.turn(&year, shown.today.get_untracked());
            rows.choose(chosen.as_deref());
        });
        let is_long = shown.entries() > AT_ONCE;
        if more(rows, shown, if is_long { PIECE } else { AT_ONCE }) {
            go_on(rows, shown);
        }
        // The row of what is chosen on the wheel comes into view beside it.
        if before.flatten() != chosen
            && let Some(id) = &chosen
        {
            // What is said of it beside the list takes room first.
            let row = table::row_id(id);
            request_animation_frame(move || desk.reveal(&row));
        }
        chosen
    });
}

type Rows = StoredValue<Option<Table>, LocalStorage>;

/// Makes so many rows more; true when that was not all of them, or nobody waits any more.
fn more(rows: Rows, shown: Shown, most: usize) -> bool {
    let show = |rows: &mut Option<Table>| {
        let rows = rows.as_mut()?;
        (shown.agenda).try_with_untracked(|sections| rows.show(sections, most))
    };
    rows.try_update_value(show).flatten().unwrap_or_default()
}

/// Makes the rest and takes out what is gone, each piece in a turn of its own.
fn go_on(rows: Rows, shown: Shown) {
    let next = move || {
        let is_left =
            rows.try_update_value(|rows| rows.as_mut().is_some_and(|rows| rows.sweep(PIECE)));
        if more(rows, shown, PIECE) || is_left == Some(true) {
            go_on(rows, shown);
        }
    };
    set_timeout(next, Duration::ZERO);
}
