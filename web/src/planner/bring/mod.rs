//! Bringing in what people have: a table, pasted cells, a calendar file, a wheel of YearWheel.
//!
//! Nothing is taken in before it has been seen: what was understood, what it becomes, and every
//! line that was not understood.

mod found;
mod source;
mod target;
mod words;

use super::bench::Bench;
use crate::state::Desk;
use crate::view::board::Shown;
use found::FoundTable;
use leptos::html::Dialog;
use leptos::prelude::*;
use planning_wheel::import::{
    Brought, Columns, Format, Table, decode, read_ics, read_table, read_yrw,
};
use planning_wheel::session::{Action, Import};
use source::Source;
use target::{Goal, TargetChoice};

/// What somebody wants to bring in.
#[derive(Clone, Copy)]
struct Bringing {
    /// Name and text of the file, or of what was pasted.
    text: RwSignal<Option<(String, String)>>,
    /// The columns of a table, as they are chosen.
    columns: RwSignal<Option<Columns>>,
    /// What was understood, and what was not.
    brought: Memo<Brought>,
    goal: RwSignal<Goal>,
    bench: Bench,
}

impl Bringing {
    fn new(bench: Bench, shown: Shown) -> Self {
        let text = RwSignal::new(None::<(String, String)>);
        let columns = RwSignal::new(None::<Columns>);
        let brought = Memo::new(move |_| {
            let within = shown.year.with(|year| year.calendar.range());
            let zone = bench.base.with(|plan| plan.document().time_zone.clone());
            text.with(|text| match text {
                None => Brought::default(),
                Some((_, text)) => match Format::of(text) {
                    Format::Ics => read_ics(text, within, &zone),
                    Format::Yrw => read_yrw(text),
                    Format::Table => {
                        columns.with(|columns| read_table(text, columns.as_ref(), within))
                    }
                },
            })
        });
        Self {
            text,
            columns,
            brought,
            goal: RwSignal::default(),
            bench,
        }
    }

    /// Looks at another file; what was chosen for the one before means nothing here.
    fn open(self, name: String, bytes: &[u8]) {
        let text = decode(bytes);
        let is_table = Format::of(&text) == Format::Table;
        self.columns
            .set(is_table.then(|| Columns::guess(&Table::read(&text))));
        self.text.set(Some((name, text)));
    }

    /// Takes in what was understood, as one step; false when it is refused.
    fn take(self) -> bool {
        let from = self
            .text
            .with_untracked(|text| text.as_ref().map(|(name, _)| name.clone()));
        let items = self.brought.with_untracked(|brought| brought.items.clone());
        let into = self.goal.with_untracked(|goal| goal.target());
        let from = from.unwrap_or_default();
        self.bench
            .act(&Action::Import(Box::new(Import { from, items, into })))
    }

    fn forget(self) {
        self.text.set(None);
        self.columns.set(None);
    }
}

/// The button, and the dialog behind it.
#[component]
pub(crate) fn Bring() -> impl IntoView {
    let (bench, shown) = (Bench::here(), Shown::here());
    let lang = Desk::here().lang;
    let bringing = Bringing::new(bench, shown);
    provide_context(bringing);
    let dialog = NodeRef::<Dialog>::new();
    let close = move || {
        bringing.forget();
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let open = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            let _ = dialog.show_modal();
        }
    };
    let take = move |_| {
        if bringing.take() {
            close();
        }
    };
    let count = Memo::new(move |_| bringing.brought.with(|brought| brought.items.len()));
    let has_text = Memo::new(move |_| bringing.text.with(Option::is_some));
    view! {
        <button type="button" class="button" on:click=open>{words::bring(lang)}</button>
        <dialog node_ref=dialog class="wide" aria-label=words::bring(lang)>
            <h2>{words::bring(lang)}</h2>
            <Source />
            {move || has_text.get().then(|| view! {
                <FoundTable />
                <TargetChoice />
            })}
            <div class="steps">
                <button type="button" class="button first" disabled=move || count.get() == 0 on:click=take>
                    {move || words::take(count.get(), lang)}
                </button>
                <button type="button" class="button" on:click=move |_| close()>{words::cancel(lang)}</button>
            </div>
        </dialog>
    }
}
