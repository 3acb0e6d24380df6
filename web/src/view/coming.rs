//! "Kommande": the next last day on top, then the next entries month by month.

use super::board::Shown;
use super::pen::Pen;
use super::row;
use crate::model::agenda::Row;
use crate::model::coming::{Coming, coming};
use crate::model::year::year_of;
use crate::shared::Shared;
use crate::signals::Derived;
use crate::state::Desk;
use crate::words;
use planning_wheel::plan::Plan;
use planning_wheel::time::Lang;

/// What comes next, for those who look at the year of today.
pub(crate) fn coming_list(pen: &Pen, plan: Shared<Plan>) {
    let desk = Desk::here();
    let shown = Shown::here();
    let own = plan.clone();
    let list = Derived::new(move || {
        let today = shown.today.get();
        let is_now = shown.year.with(|year| year.year) == year_of(&own, today);
        let filter = shown.filter.get();
        let in_part = filter.part().is_none_or(|(_, days)| days.contains(today));
        (is_now && in_part).then(|| coming(&own, today, &filter, desk.lang))
    });
    let section = pen.draw("section", &[("class", "coming"), ("part", "coming")]);
    section.mark("hidden", move || list.with(Option::is_none));
    section.contents(move |pen| {
        list.with(|list| {
            if let Some(coming) = list {
                next(pen, coming, &plan, desk.lang);
            }
        });
    });
}

fn next(pen: &Pen, coming: &Coming, plan: &Plan, lang: Lang) {
    pen.say("h2", "", words::coming(lang));
    if let Some((row, left)) = &coming.deadline {
        next_deadline(pen, row, *left, plan, lang);
    }
    if coming.groups.is_empty() {
        pen.say("p", "empty", words::nothing_coming(lang));
    }
    for group in &coming.groups {
        pen.say("h3", "month", &group.title);
        let rows = pen.draw("ul", &[("class", "rows")]);
        for row in &group.rows {
            let year = year_of(plan, row.date);
            row::line(&rows.draw("li", &[]), row, "line", Some(year));
        }
    }
}

/// The next last day, and how long there is left.
fn next_deadline(pen: &Pen, row: &Row, left: i64, plan: &Plan, lang: Lang) {
    let mut row = row.clone();
    let (day, left) = (lang.short_date(row.date), words::days_left(left, lang));
    row.detail = format!("{day} · {left}");
    let next = pen.draw("div", &[("class", "next")]);
    next.say("p", "label", words::next_deadline(lang));
    row::entry(&next, &row, Some(year_of(plan, row.date)));
}
