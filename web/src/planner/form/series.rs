//! A meeting on a day of its own, in a series.

use super::sheet::Sheet;
use super::words;
use crate::planner::LAST_DAY;
use crate::state;
use leptos::prelude::*;
use planning_wheel::document::{Text, value_at};
use planning_wheel::session::Action;
use planning_wheel::time::parse;

/// A day and why: one meeting more.
#[component]
pub(super) fn ExtraMeeting() -> impl IntoView {
    let sheet = Sheet::here();
    let lang = sheet.lang;
    let (day, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let error = RwSignal::new(None::<String>);
    // A series that is written for several bodies has one series for each.
    let part = sheet.part.get_value();
    let series = sheet.bench.base.with_untracked(|plan| {
        let written = sheet.now(&format!("{part}/id"));
        let own = plan.series().iter().filter(|one| {
            let id = one.spec().id.as_str();
            written.as_ref().is_some_and(|written| written == id)
        });
        own.map(|one| (one.id().clone(), one.title().get(lang).to_owned()))
            .collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(series.first().map(|(id, _)| id.clone()).unwrap_or_default());
    let choose = (series.len() > 1).then(|| {
        let options = series.iter().map(|(id, title)| view! { <option value=id.clone()>{title.clone()}</option> });
        let label = planning_wheel::text::capital(&planning_wheel::text::field_name("", "body", lang));
        view! {
            <label class="field">
                <span>{label}</span>
                <select on:change=move |event| chosen.set(event_target_value(&event))>{options.collect::<Vec<_>>()}</select>
            </label>
        }
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Ok(date) = parse(&day.get_untracked()) else {
            return error.set(Some(words::no_day(lang).to_owned()));
        };
        let action = Action::AddMeeting {
            series: chosen.get_untracked(),
            day: date,
            reason: Text::from(reason.get_untracked().trim()),
        };
        let done = sheet.bench.attempt(&action);
        if done.is_ok() {
            day.set(String::new());
            reason.set(String::new());
            sheet
                .desk
                .dispatch(state::Action::Year(chrono::Datelike::year(&date)));
        }
        error.set(done.err());
    };
    view! {
        <details class="extra">
            <summary>{words::extra_meeting(lang)}</summary>
            <form class="inside" on:submit=add>
                {choose}
                <label class="field">
                    <span>{words::extra_day(lang)}</span>
                    <input type="date" max=LAST_DAY prop:value=day on:change=move |event| day.set(event_target_value(&event)) />
                </label>
                <label class="field">
                    <span>{words::why(lang)}</span>
                    <input type="text" autocomplete="off" placeholder=crate::planner::words::why_hint(lang) prop:value=reason
                        on:input=move |event| reason.set(event_target_value(&event)) />
                </label>
                {move || error.get().map(|words| view! { <p class="refusal" role="alert">{words}</p> })}
                <button type="submit" class="button">{words::extra_meeting(lang)}</button>
            </form>
        </details>
    }
}

/// Whether a part is a series of meetings.
pub(super) fn is_series(sheet: Sheet) -> bool {
    let part = sheet.part.get_value();
    let is_there = sheet
        .bench
        .value
        .with_untracked(|document| value_at(document, &part).is_some());
    part.starts_with("/meetings/") && is_there
}
