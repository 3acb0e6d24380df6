//! "Kommande": the next last day on top, then the next entries month by month.

use super::board::Shown;
use super::row::EntryButton;
use crate::model::agenda::{Group, Row};
use crate::model::coming::{Coming, coming};
use crate::model::year::year_of;
use crate::shared::Shared;
use crate::state::Desk;
use crate::words;
use leptos::prelude::*;
use planning_wheel::plan::Plan;

/// What comes next, for those who look at the year of today.
#[component]
pub(crate) fn ComingList(plan: Shared<Plan>) -> impl IntoView {
    let desk = Desk::here();
    let shown = Shown::here();
    let lang = desk.lang;
    let list = {
        let plan = plan.clone();
        Memo::new(move |_| {
            let today = shown.today.get();
            let is_now = shown.year.with(|year| year.year) == year_of(&plan, today);
            let filter = shown.filter.get();
            let in_part = filter.part().is_none_or(|(_, days)| days.contains(today));
            (is_now && in_part).then(|| coming(&plan, today, &filter, lang))
        })
    };
    let plan = StoredValue::new(plan);
    let item = move |row: Row| {
        let year = plan.with_value(|plan| year_of(plan, row.date));
        let id = row.id.clone();
        let chosen =
            Signal::derive(move || shown.chosen.with(|chosen| chosen.as_deref() == Some(&id)));
        let time = planning_wheel::time::format(row.date);
        view! {
            <li class="line" class:chosen=chosen>
                <time datetime=time><b>{row.day.clone()}</b> <i>{row.weekday.clone()}</i></time>
                <EntryButton row=row chosen=chosen year=year />
            </li>
        }
    };
    let group = move |group: Group| {
        view! {
            <h3 class="month">{group.title}</h3>
            <ul class="rows">{group.rows.into_iter().map(item).collect_view()}</ul>
        }
    };
    let content = move |coming: Coming| {
        let is_empty = coming.groups.is_empty();
        let deadline = coming.deadline.map(|(row, left)| {
            view! { <NextDeadline row=row left=left plan=plan /> }
        });
        view! {
            <section class="coming" part="coming">
                <h2>{words::coming(lang)}</h2>
                {deadline}
                {is_empty.then(|| view! { <p class="empty">{words::nothing_coming(lang)}</p> })}
                {coming.groups.into_iter().map(group).collect_view()}
            </section>
        }
    };
    move || list.get().map(content)
}

/// The next last day, and how long there is left.
#[component]
fn NextDeadline(row: Row, left: i64, plan: StoredValue<Shared<Plan>>) -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let year = plan.with_value(|plan| year_of(plan, row.date));
    let when = format!(
        "{} · {}",
        lang.short_date(row.date),
        words::days_left(left, lang)
    );
    let row = Row {
        detail: when,
        ..row
    };
    view! {
        <div class="next">
            <p class="label">{words::next_deadline(lang)}</p>
            <EntryButton row=row chosen=false year=year />
        </div>
    }
}
