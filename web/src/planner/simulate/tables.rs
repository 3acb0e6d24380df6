//! The comparison as tables, the short one first.

use super::moved::Moved;
use super::sheet::{Brought, Cell, Columns, Line, Section, Sheet};
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

/// Everything that is compared; what sums it up comes first, and is what is printed.
#[component]
pub(super) fn Compared() -> impl IntoView {
    let lang = Desk::here().lang;
    let names = read(|columns| columns.names.clone(), lang);
    let names = Memo::new(move |_| names.get().unwrap_or_default());
    let short = read(|columns| columns.in_short(), lang);
    let folded = move |section| view! { <Folded section=section names=names /> };
    view! {
        <div class="compared">
            {move || short.get().map(|sheet| view! { <Table names=names.get_untracked() sheet=sheet is_named=true /> })}
            <FindingsBeside />
            {[Section::Bodies, Section::Principals, Section::Handed].map(folded).into_iter().collect_view()}
            <DatesBeside names=names />
            <Moved />
            <WeekByWeek />
            {[Section::Gaps, Section::Turns, Section::Once, Section::Roles].map(folded).into_iter().collect_view()}
        </div>
    }
}

/// One of the longer tables, made when it is looked at.
#[component]
fn Folded(section: Section, names: Memo<Vec<String>>) -> impl IntoView {
    let lang = Desk::here().lang;
    let Simulated {
        outcomes, beside, ..
    } = Simulated::here();
    let is_open = RwSignal::new(section.sums_up());
    let sheet = Memo::new(move |_| {
        if !is_open.get() {
            return None;
        }
        let beside = beside.get();
        let read = |all: &Outcomes| Columns::of(all, lang).section(section, &beside);
        outcomes.with(|all| all.as_ref().map(read))
    });
    let table = move || {
        sheet.get().map(|sheet| match sheet.lines.is_empty() {
            true => view! { <p class="quiet">{words::nothing(lang)}</p> }.into_any(),
            false => view! { <Table names=names.get_untracked() sheet=sheet is_named=false /> }
                .into_any(),
        })
    };
    let class = if section.sums_up() {
        "folded summary"
    } else {
        "folded"
    };
    view! {
        <details class=class open=section.sums_up() on:toggle=move |event| is_open.set(opened(&event))>
            <summary><h2>{section.title(lang)}</h2></summary>
            {table}
        </details>
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

/// Findings of one variant that stand open; the rest are counted, and folded.
const OPEN: usize = 4;

/// What each variant brings to review, and what it solves.
#[component]
fn FindingsBeside() -> impl IntoView {
    let lang = Desk::here().lang;
    let changed = read(|columns| columns.changed_findings(), lang);
    let items = |class: &'static str, lines: Vec<String>| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        view! { <ul class=class>{lines.collect_view()}</ul> }
    };
    let list = move |class: &'static str, title: &'static str, mut lines: Vec<String>| {
        let count = lines.len();
        let rest = lines.split_off(count.min(OPEN));
        let more = words::and_more(rest.len(), lang);
        (count > 0).then(|| view! {
            <h4>{title} " " <b class="count">{count}</b></h4>
            {items(class, lines)}
            {(!rest.is_empty()).then(|| view! { <details><summary>{more}</summary>{items(class, rest)}</details> })}
        })
    };
    let each = move |brought: Brought| {
        let nothing = brought.found.is_empty() && brought.solved.is_empty();
        view! {
            <div class="brought">
                <h3>{brought.name}</h3>
                {nothing.then(|| view! { <p class="quiet">{words::nothing_found(lang)}</p> })}
                {list("found warning", words::new_findings(lang), brought.found)}
                {list("found", words::solved(lang), brought.solved)}
            </div>
        }
    };
    let some =
        Memo::new(move |_| changed.with(|all| all.as_ref().is_some_and(|all| !all.is_empty())));
    move || {
        some.get().then(|| view! {
            <details class="folded summary" open>
                <summary><h2>{words::findings(lang)}</h2></summary>
                <div class="beside-each-other">
                    {move || changed.get().unwrap_or_default().into_iter().map(each).collect_view()}
                </div>
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
