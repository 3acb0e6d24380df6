//! An entry in a line: mark, title, what there is to know.

use super::icon::{Icon, icon};
use super::pen::Pen;
use crate::model::agenda::Row;
use crate::state::{Action, Desk};
use leptos::prelude::*;

/// Chooses an entry: its mark and its title, and the small line under it.
#[component]
pub(crate) fn EntryButton(
    row: Row,
    #[prop(into)] chosen: Signal<bool>,
    /// The year to go to, when it may be another than the wheel's.
    #[prop(optional)]
    year: Option<i32>,
) -> impl IntoView {
    let desk = Desk::here();
    let own = row.clone();
    let choose = move |_| choose(desk, &own, year);
    let current = move || chosen.get().then_some("true");
    view! {
        <button type="button" class="entry" aria-current=current data-entry=row.id on:click=choose>
            <Icon kind=row.kind status=row.status colour=row.colour />
            <span class="words">
                <span class="title">{row.title}</span>
                <span class="small">{row.detail}</span>
            </span>
        </button>
    }
}

/// The same button, drawn: what it does is left to what it stands in.
pub(crate) fn button(pen: &Pen, row: &Row) {
    let attributes = [
        ("type", "button"),
        ("class", "entry"),
        ("data-entry", &row.id),
    ];
    let pen = pen.draw("button", &attributes);
    icon(&pen, row.kind, row.status, row.colour);
    let words = pen.draw("span", &[("class", "words")]);
    words.draw("span", &[("class", "title")]).write(&row.title);
    words.draw("span", &[("class", "small")]).write(&row.detail);
}

/// Chooses the entry of a row; in another year than the wheel's, when one is given.
pub(crate) fn choose(desk: Desk, row: &Row, year: Option<i32>) {
    let (id, day) = (row.id.clone(), row.date);
    if row.kind.is_period() {
        // What runs for long is seen where one stands.
        return desk.dispatch(Action::Choose(id));
    }
    if let Some(year) = year {
        desk.dispatch(Action::Year(year));
    }
    desk.dispatch(Action::ChooseOn(id, day));
}
