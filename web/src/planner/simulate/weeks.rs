//! The load of every week: a chart for the eye, and a table of the same.

use super::sheet::{Cell, Columns, Line, Sheet};
use super::tables::{Table, opened, read};
use super::words;
use crate::state::Desk;
use chrono::Datelike;
use leptos::prelude::*;
use planning_wheel::scenario::{WeekLoad, weeks_beside};
use planning_wheel::time::{IsoWeek, Lang};

/// Height of one scenario's bars.
const HIGH: f64 = 40.0;

/// The bars of one scenario: a week is one unit wide.
#[derive(Clone, Debug, PartialEq)]
struct Bars {
    name: String,
    said: String,
    path: String,
}

/// The chart.
#[derive(Clone, Debug, PartialEq)]
struct Chart {
    width: f64,
    /// Where each year begins.
    years: Vec<(i32, f64)>,
    bars: Vec<Bars>,
    table: Sheet,
    names: Vec<String>,
}

fn chart(columns: &Columns<'_>, lang: Lang) -> Option<Chart> {
    let beside = weeks_beside(columns.measures());
    let (first, _) = beside.weeks.first()?;
    let (last, _) = beside.weeks.last()?;
    let first = *first;
    let place = |week: IsoWeek| (week.monday() - first.monday()).num_days() as f64 / 7.0;
    // Where no meeting has a length, their number is what there is.
    let by_time = beside.most_minutes > 0;
    let most = if by_time {
        beside.most_minutes
    } else {
        u64::from(beside.most_meetings)
    }
    .max(1);
    let height = |load: &WeekLoad| {
        let own = if by_time {
            load.minutes
        } else {
            u64::from(load.meetings)
        };
        own as f64 / most as f64 * HIGH
    };
    let bars = columns.names.iter().enumerate().map(|(column, name)| {
        let own = beside
            .weeks
            .iter()
            .filter_map(|(week, cells)| Some((*week, cells.get(column)?)));
        let path = own
            .clone()
            .filter(|(_, load)| load.meetings > 0)
            .map(|(week, load)| {
                format!(
                    "M{} {HIGH}v{:.1}h.8V{HIGH}z",
                    place(week),
                    -height(load).max(1.0)
                )
            });
        let heaviest = own
            .rev()
            .max_by_key(|(_, load)| (load.minutes, load.meetings));
        let said = heaviest.map_or_else(String::new, |(week, load)| {
            format!(
                "{} {} · {}",
                words::heaviest(lang),
                named(week, lang),
                load_said(load, lang)
            )
        });
        Bars {
            name: name.clone(),
            said,
            path: path.collect(),
        }
    });
    let years = first.monday().year()..=last.monday().year();
    let starts = years.filter_map(|year| {
        let at = place(IsoWeek::new(year, 1)?);
        (at >= 0.0).then_some((year, at))
    });
    Some(Chart {
        width: place(*last) + 1.0,
        years: starts.collect(),
        bars: bars.collect(),
        table: table(&beside.weeks, lang),
        names: columns.names.clone(),
    })
}

fn named(week: IsoWeek, lang: Lang) -> String {
    format!("{} {}", lang.week(week), week.year())
}

fn load_said(load: &WeekLoad, lang: Lang) -> String {
    format!(
        "{} · {} h",
        load.meetings,
        words::in_hours(load.minutes, lang)
    )
}

fn table(weeks: &[(IsoWeek, Vec<WeekLoad>)], lang: Lang) -> Sheet {
    let line = |(week, cells): &(IsoWeek, Vec<WeekLoad>)| {
        let cell = |load: &WeekLoad| Cell {
            text: if load.meetings == 0 {
                "–".into()
            } else {
                load_said(load, lang)
            },
            note: String::new(),
        };
        Line::new(named(*week, lang), cells.iter().map(cell).collect())
    };
    Sheet {
        title: words::load_weeks(lang).to_owned(),
        first: words::week(lang).to_owned(),
        lines: weeks.iter().map(line).collect(),
    }
}

/// Every week of the period.
#[component]
pub(super) fn WeekByWeek() -> impl IntoView {
    let lang = Desk::here().lang;
    let chart = read(move |columns| chart(columns, lang), lang);
    let tabled = RwSignal::new(false);
    let drawn = move |chart: Chart| {
        let bars = chart.bars.iter().map(|bars| {
            let view_box = format!("0 0 {} {HIGH}", chart.width);
            view! {
                <figure>
                    <figcaption><b>{bars.name.clone()}</b> " " <small>{bars.said.clone()}</small></figcaption>
                    <svg viewBox=view_box preserveAspectRatio="none" role="img"
                        aria-label=format!("{}: {}", bars.name, bars.said)>
                        {chart.years.iter().map(|(_, at)| view! { <path class="year" d=format!("M{at} 0V{HIGH}") /> }).collect_view()}
                        <path class="load" d=bars.path.clone() />
                    </svg>
                </figure>
            }
        });
        let bars = bars.collect_view();
        let share = move |at: f64| format!("{:.2}%", at / chart.width * 100.0);
        let years = chart.years.iter().map(|(year, at)| {
            view! { <span style:inset-inline-start=share(*at)>{*year}</span> }
        });
        view! {
            {bars}
            <div class="axis" aria-hidden="true">{years.collect_view()}</div>
            <details on:toggle=move |event| tabled.set(opened(&event))>
                <summary>{words::week(lang)}</summary>
                {move || tabled.get().then(|| view! {
                    <Table names=chart.names.clone() sheet=chart.table.clone() is_named=false />
                })}
            </details>
        }
    };
    view! {
        <section class="weeks">
            <h2>{words::load_weeks(lang)}</h2>
            {move || chart.get().flatten().map(drawn)}
        </section>
    }
}
