//! The year as a table.

use super::board::Shown;
use super::row::EntryButton;
use crate::model::agenda::{Group, Row, pieces};
use crate::state::{Action, Desk};
use crate::words;
use leptos::prelude::*;

/// Every entry of the year that the filter lets through.
#[component]
pub(crate) fn Agenda() -> impl IntoView {
    let shown = Shown::here();
    let desk = Desk::here();
    let lang = desk.lang;
    let title = move || format!("{} {}", words::agenda(lang), shown.title.get());
    // The row of what is chosen on the wheel comes into view beside it.
    Effect::new(move |_| {
        if let Some(id) = shown.chosen.get() {
            desk.reveal(&row_id(&id));
        }
    });
    let later = Later::new();
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
            <table>
                <caption class="unseen">{title}</caption>
                <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                {move || later.one_by_one(pieces(shown.agenda.get(), PIECE))}
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

/// Rows that are drawn in one go after that.
const PIECE: usize = 200;

/// Rows that stand at once: all of what most plans have in a year.
const AT_ONCE: usize = 400;

/// Draws long tables a piece at a time, so that the wheel stands first and the page answers
/// meanwhile. What is printed is drawn whole.
#[derive(Clone, Copy)]
struct Later {
    /// How many pieces are drawn.
    drawn: RwSignal<usize>,
    /// How many will be; nothing is under way at 0.
    until: StoredValue<usize>,
}

impl Later {
    fn new() -> Self {
        let later = Self {
            drawn: RwSignal::new(0),
            until: StoredValue::new(0),
        };
        let printing = window_event_listener(leptos::ev::beforeprint, move |_| {
            later.drawn.set(usize::MAX);
        });
        on_cleanup(move || printing.remove());
        later
    }

    /// The first pieces at once, the others each in a turn of their own.
    fn one_by_one(self, pieces: Vec<Group>) -> impl IntoView {
        let all = pieces.len();
        let rows = pieces.iter().scan(0, |rows, piece| {
            *rows += piece.rows.len();
            Some(*rows)
        });
        let first = rows.take_while(|rows| *rows <= AT_ONCE).count().max(1);
        self.drawn.set(first);
        let is_under_way = self.until.get_value() > 0;
        self.until.set_value(if all > first { all } else { 0 });
        if all > first && !is_under_way {
            self.go_on();
        }
        let show = |(at, group): (usize, Group)| {
            let is_drawn = Memo::new(move |_| self.drawn.get() > at);
            move || {
                is_drawn
                    .get()
                    .then(|| view! { <Month group=group.clone() /> })
            }
        };
        pieces.into_iter().enumerate().map(show).collect_view()
    }

    fn go_on(self) {
        let draw = move || {
            // Nobody waits any more when the table is gone.
            let Some(drawn) = self.drawn.try_update(|drawn| {
                *drawn = drawn.saturating_add(1);
                *drawn
            }) else {
                return;
            };
            if drawn < self.until.get_value() {
                self.go_on();
            } else {
                self.until.set_value(0);
            }
        };
        set_timeout(draw, std::time::Duration::ZERO);
    }
}

/// The rows of a month.
#[component]
fn Month(group: Group) -> impl IntoView {
    view! {
        <tbody>
            {(!group.title.is_empty()).then(|| view! {
                <tr class="month"><th scope="rowgroup" colspan=5>{group.title}</th></tr>
            })}
            {group.rows.into_iter().map(|row| view! { <Line row=row /> }).collect_view()}
        </tbody>
    }
}

/// An entry as a row of the table.
#[component]
fn Line(row: Row) -> impl IntoView {
    let shown = Shown::here();
    let id = row.id.clone();
    let chosen = Memo::new(move |_| shown.chosen.with(|chosen| chosen.as_deref() == Some(&id)));
    let past = row.date < shown.today.get_untracked();
    let (dom_id, time) = (row_id(&row.id), planning_wheel::time::format(row.date));
    view! {
        <tr id=dom_id class="line" class:chosen=chosen class:past=past>
            <td class="day">
                <time datetime=time><b>{row.day.clone()}</b> <i>{row.weekday.clone()}</i></time>
            </td>
            <td class="week">{row.week.clone()}</td>
            <td class="what"><EntryButton row=row.clone() chosen=chosen /></td>
            <td class="who">{row.bodies}</td>
            <td class="source">{row.source}</td>
        </tr>
    }
}

fn row_id(id: &str) -> String {
    format!("row-{id}")
}
