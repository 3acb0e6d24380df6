//! What was understood, and every line that was not.

use super::{Bringing, words};
use crate::state::Desk;
use leptos::prelude::*;
use planning_wheel::import::{Field, Format, Item, Table};
use planning_wheel::text;
use planning_wheel::time::Lang;

/// Things shown before the rest is only counted.
const SHOWN: usize = 12;

#[component]
pub(super) fn FoundTable() -> impl IntoView {
    let bringing: Bringing = expect_context();
    let lang = Desk::here().lang;
    let counts = move || {
        bringing
            .brought
            .with(|brought| words::counts(brought, lang))
    };
    let rows = move || {
        bringing.brought.with(|brought| {
            let first = brought.items.iter().take(SHOWN);
            first.map(|item| row(item, lang)).collect_view()
        })
    };
    let unread = move || {
        let lines = bringing.brought.with(|brought| {
            let unread = brought.unread.iter();
            unread
                .map(|one| text::unread(one, lang))
                .collect::<Vec<_>>()
        });
        (!lines.is_empty()).then(|| {
            view! {
                <h3>{words::unread(lang)}</h3>
                <div class="unread" tabindex="0" role="group" aria-label=words::unread(lang)>
                    <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                </div>
            }
        })
    };
    view! {
        <ColumnChoice />
        <p role="status"><b>{counts}</b></p>
        <div class="scrolls short" tabindex="0" role="group" aria-label=words::preview(lang)>
            <table class="carried">
                <thead>
                    <tr>
                        <th scope="col">{words::day(lang)}</th>
                        <th scope="col">{words::name(lang)}</th>
                        <th scope="col">{words::group(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {unread}
    }
}

fn row(item: &Item, lang: Lang) -> impl IntoView + use<> {
    let days = item.range();
    let last = planning_wheel::time::add_days(days.end, -1);
    let day = |day| format!("{} {}", lang.short_date(day), chrono::Datelike::year(&day));
    let when = if last > days.start {
        format!("{} – {}", day(days.start), day(last))
    } else {
        day(days.start)
    };
    view! {
        <tr>
            <td>{when}</td>
            <th scope="row">{item.title.clone()}</th>
            <td>{item.groups.join(", ")}</td>
        </tr>
    }
}

/// Which column says what, for a table.
#[component]
fn ColumnChoice() -> impl IntoView {
    let bringing: Bringing = expect_context();
    let lang = Desk::here().lang;
    let table = Memo::new(move |_| {
        bringing.text.with(|text| {
            let (_, text) = text.as_ref()?;
            (Format::of(text) == Format::Table).then(|| {
                let table = Table::read(text);
                let names = (0..table.width()).map(|at| table.name(at));
                names.collect::<Vec<_>>()
            })
        })
    });
    let choice = move |field: Field, names: &[String]| {
        let own = move || {
            let column = bringing
                .columns
                .with(|columns| columns.as_ref().and_then(|own| own.get(field)));
            column.map_or(String::new(), |at| at.to_string())
        };
        let chosen = move |event| {
            let column = event_target_value(&event).parse::<usize>().ok();
            bringing.columns.update(|columns| {
                let columns = columns.get_or_insert_default();
                columns.set(field, column);
            });
        };
        let options = names.iter().enumerate().map(|(at, name)| {
            view! { <option value=at.to_string()>{name.clone()}</option> }
        });
        view! {
            <label class="field">
                <span>{text::capital(text::field(field, lang))}</span>
                <select prop:value=own on:change=chosen>
                    <option value="">{words::no_column(lang)}</option>
                    {options.collect_view()}
                </select>
            </label>
        }
    };
    move || {
        table.get().map(|names| {
            let (first, others) = Field::ALL.split_at(4);
            let first = first.iter().map(|field| choice(*field, &names)).collect_view();
            let others = others.iter().map(|field| choice(*field, &names)).collect_view();
            view! {
                <fieldset class="columns">
                    <legend>{words::columns(lang)}</legend>
                    {first}
                    <details><summary>{words::more_columns(lang)}</summary><div class="columns">{others}</div></details>
                </fieldset>
            }
        })
    }
}
