//! The comparison as tables, the short one first.

use super::moved::Moved;
use super::sheet::{Cell, Columns, Line, Sheet};
use super::state::{Outcomes, Simulated};
use super::weeks::WeekByWeek;
use super::words;
use crate::state::Desk;
use leptos::prelude::*;
use planning_wheel::time::Lang;

/// Whether what can be folded is open now.
pub(super) fn opened(event: &leptos::ev::Event) -> bool {
    event_target::<web_sys::Element>(event).has_attribute("open")
}

/// Reads something of the outcomes each time that they change.
pub(super) fn read<T: Send + Sync + PartialEq + 'static>(
    of: impl Fn(&Columns<'_>) -> T + Send + Sync + 'static,
    lang: Lang,
) -> Memo<Option<T>> {
    let outcomes = Simulated::here().outcomes;
    Memo::new(move |_| {
        let read = |all: &Outcomes| of(&Columns::of(all, lang));
        outcomes.with(|all| all.as_ref().map(read))
    })
}

/// Everything that is compared.
#[component]
pub(super) fn Compared() -> impl IntoView {
    let lang = Desk::here().lang;
    let names = read(|columns| columns.names.clone(), lang);
    let short = read(|columns| columns.in_short(), lang);
    let rest = read(|columns| columns.sheets(), lang);
    let names = Memo::new(move |_| names.get().unwrap_or_default());
    let folded = move |sheet: Sheet| {
        let title = sheet.title.clone();
        let differing = sheet.lines.iter().filter(|line| line.differs).count();
        let table = match sheet.lines.is_empty() {
            true => view! { <p class="quiet">{words::nothing(lang)}</p> }.into_any(),
            false => view! { <Table names=names.get_untracked() sheet=sheet is_named=false /> }
                .into_any(),
        };
        view! {
            <details class="folded">
                <summary><h2>{title}</h2> {(differing > 0).then(|| view! { <b class="count">{differing}</b> })}</summary>
                {table}
            </details>
        }
    };
    view! {
        <div class="compared">
            {move || short.get().map(|sheet| view! { <Table names=names.get_untracked() sheet=sheet is_named=true /> })}
            <FindingsBeside />
            <DatesBeside names=names />
            <Moved />
            <WeekByWeek />
            {move || rest.get().into_iter().flatten().map(folded).collect_view()}
        </div>
    }
}

/// A table with a column for the plan and one for each variant.
#[component]
pub(super) fn Table(names: Vec<String>, sheet: Sheet, is_named: bool) -> impl IntoView {
    let cell = |cell: Cell| {
        let note = (!cell.note.is_empty()).then(|| view! { " " <small>{cell.note}</small> });
        view! { <td>{cell.text} {note}</td> }
    };
    let line = |line: Line| {
        let class = if line.differs { "differs" } else { "" };
        view! {
            <tr class=class>
                <th scope="row">{line.title}</th>
                {line.cells.into_iter().map(cell).collect_view()}
            </tr>
        }
    };
    let heads = names
        .into_iter()
        .map(|name| view! { <th scope="col">{name}</th> });
    let title = sheet.title.clone();
    view! {
        <div class="sheet" tabindex="0" role="group" aria-label=title>
            <table>
                <caption class=if is_named { "" } else { "unseen" }>{sheet.title}</caption>
                <thead><tr><td>{sheet.first}</td>{heads.collect_view()}</tr></thead>
                <tbody>{sheet.lines.into_iter().map(line).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// What each variant brings to review, and what it solves.
#[component]
fn FindingsBeside() -> impl IntoView {
    let lang = Desk::here().lang;
    let changed = read(|columns| columns.changed_findings(), lang);
    let list = |class: &'static str, title: &'static str, lines: Vec<String>| {
        let count = lines.len();
        let lines = lines
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view();
        (count > 0).then(|| {
            view! {
                <h4>{title} " " <b class="count">{count}</b></h4>
                <ul class=class>{lines}</ul>
            }
        })
    };
    let each = move |(name, found, solved): (String, Vec<String>, Vec<String>)| {
        let nothing = found.is_empty() && solved.is_empty();
        view! {
            <div class="brought">
                <h3>{name}</h3>
                {nothing.then(|| view! { <p class="quiet">{words::nothing_found(lang)}</p> })}
                {list("found warning", words::new_findings(lang), found)}
                {list("found", words::solved(lang), solved)}
            </div>
        }
    };
    move || {
        let changed = changed.get().unwrap_or_default();
        (!changed.is_empty()).then(|| view! {
            <details class="folded" open>
                <summary><h2>{words::findings(lang)}</h2></summary>
                <div class="beside-each-other">{changed.into_iter().map(each).collect_view()}</div>
            </details>
        })
    }
}

/// Every date that differs, made when it is looked at.
#[component]
fn DatesBeside(names: Memo<Vec<String>>) -> impl IntoView {
    let lang = Desk::here().lang;
    let meetings_only = RwSignal::new(true);
    let is_open = RwSignal::new(false);
    let outcomes = Simulated::here().outcomes;
    let sheet = Memo::new(move |_| {
        if !is_open.get() {
            return None;
        }
        let only = meetings_only.get();
        let read = |all: &Outcomes| Columns::of(all, lang).date_sheet(only);
        outcomes.with(|all| all.as_ref().map(read))
    });
    let table = move || {
        sheet.get().map(|sheet| match sheet.lines.is_empty() {
            true => view! { <p class="quiet">{words::same_days(lang)}</p> }.into_any(),
            false => view! { <Table names=names.get_untracked() sheet=sheet is_named=false /> }
                .into_any(),
        })
    };
    let several = Memo::new(move |_| names.with(Vec::len) > 1);
    move || {
        several.get().then(|| view! {
            <details class="folded" on:toggle=move |event| is_open.set(opened(&event))>
                <summary><h2>{words::moved(lang)}</h2></summary>
                <label class="check">
                    <input type="checkbox" prop:checked=meetings_only
                        on:change=move |event| meetings_only.set(event_target_checked(&event)) />
                    " " {words::meetings_only(lang)}
                </label>
                {table}
            </details>
        })
    }
}
