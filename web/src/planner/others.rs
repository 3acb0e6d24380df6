//! Whose days are hatched on the wheel.

use super::bench::Bench;
use crate::state::Desk;
use leptos::prelude::*;
use planning_wheel::calendar::EntryKind;
use planning_wheel::plan::Plan;
use planning_wheel::text::kind_plural;
use planning_wheel::time::{DateRange, Lang};

/// The key to the hatching; nothing in a year without it.
#[component]
pub(super) fn OfOthers() -> impl IntoView {
    let (desk, bench) = (Desk::here(), Bench::here());
    let lang = desk.lang;
    let year = Memo::new(move |_| desk.view.with(|view| view.year));
    let names = Memo::new(move |_| bench.plan.with(|plan| named(plan, year.get(), lang)));
    let title = kind_plural(EntryKind::Background, lang);
    move || {
        let names = names.get();
        (!names.is_empty()).then(|| {
            let words = format!("{title}: {}", names.join(", "));
            // Drawn by elements: a policy may forbid what is all markup.
            let sign = || "tick others";
            view! { <p class="of-others"><span class=sign></span>{words}</p> }
        })
    }
}

/// The calendars of others that have a day in a year.
fn named(plan: &Plan, year: i32, lang: Lang) -> Vec<String> {
    let range = plan.year_range(year);
    let is_in = |days: &DateRange| range.is_some_and(|range| range.overlaps(days));
    let all = plan.backgrounds().iter().map(|one| one.spec());
    let own = all.filter(|one| one.days.iter().any(|day| is_in(&day.range())));
    own.map(|one| one.title.get(lang).to_owned()).collect()
}
