//! A variant's wheel of the period or of a year, with what has moved joined to where it was in the plan's.

use super::state::{Given, Outcomes, Simulated};
use super::words;
use crate::model::filter::Filter;
use crate::model::wheel::wheel;
use crate::model::year::Year;
use crate::shared::Shared;
use crate::state::{Desk, View};
use crate::view::wheel::{Sight, Still};
use chrono::NaiveDate;
use leptos::prelude::*;
use planning_wheel::scenario::Scenario;
use planning_wheel::time::{Lang, TermKind};
use planning_wheel::wheel::{Joint, MandateWheel, MandateWheelInput, joined, joined_periods};

/// Both wheels are computed when somebody looks.
#[component]
pub(super) fn Moved() -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let simulated = Simulated::here();
    let is_open = RwSignal::new(false);
    let year = RwSignal::new(None::<i32>);
    let drawn = RwSignal::new(None::<u32>);
    let named = Memo::new(move |_| {
        simulated.outcomes.with(|all| {
            let all = all.iter().flat_map(|all| &all.drafts);
            let plans = all.filter(|(_, outcome)| outcome.given.is_ok());
            plans
                .map(|(draft, _)| (draft.id, draft.variant.title.clone()))
                .collect::<Vec<_>>()
        })
    });
    let shown = Memo::new(move |_| {
        let wanted = drawn.get();
        named.with(|all| {
            let own = all
                .iter()
                .find(|(id, _)| Some(*id) == wanted)
                .or(all.first());
            own.map(|(id, _)| *id)
        })
    });
    let years = Memo::new(move |_| {
        simulated
            .period
            .get()
            .map_or_else(Vec::new, |(first, last)| (first..=last).collect())
    });
    // A year of the period that is looked at; nothing is all of it.
    let looked_at = Memo::new(move |_| {
        year.get()
            .filter(|year| years.with(|all| all.contains(year)))
    });
    let pictures = Memo::new(move |_| {
        if !is_open.get() {
            return None;
        }
        let (id, year, today) = (shown.get()?, looked_at.get(), desk.today().get());
        simulated.outcomes.with(|all| {
            let both = both(all.as_ref()?, id)?;
            match year {
                Some(year) => Some(of_year(both, year, today, lang)),
                None => of_period(both, simulated.period.get()?.0, today, lang),
            }
        })
    });
    let choice = move |(id, title): (u32, String)| {
        let is_chosen = move || shown.get() == Some(id);
        view! { <option value=id.to_string() prop:selected=is_chosen>{title}</option> }
    };
    let button = move |own: Option<i32>| {
        let pressed = move || match looked_at.get() == own {
            true => "true",
            false => "false",
        };
        let name = own.map_or_else(
            || words::whole_period(lang).to_owned(),
            |year| year.to_string(),
        );
        view! { <button type="button" aria-pressed=pressed on:click=move |_| year.set(own)>{name}</button> }
    };
    let is_there = Memo::new(move |_| named.with(|all| !all.is_empty()));
    move || {
        is_there.get().then(|| view! {
            <details class="folded" on:toggle=move |event| is_open.set(super::tables::opened(&event))>
                <summary><h2>{words::on_wheel(lang)}</h2></summary>
                <div class="asked">
                    <select class="chip" aria-label=words::variant(lang)
                        on:change=move |event| drawn.set(event_target_value(&event).parse().ok())>
                        {move || named.get().into_iter().map(choice).collect_view()}
                    </select>
                    <div class="screens" role="group" aria-label=words::year(lang)>
                        {button(None)}
                        {move || years.get().into_iter().map(Some).map(button).collect_view()}
                    </div>
                </div>
                {move || pictures.get().map(|both| view! { <Picture both=both /> })}
            </details>
        })
    }
}

/// What the plan gives, and what a variant does.
fn both(all: &Outcomes, id: u32) -> Option<[&Scenario; 2]> {
    let (_, outcome) = all.drafts.iter().find(|(draft, _)| draft.id == id)?;
    Some([scenario(&all.plan.given)?, scenario(&outcome.given)?])
}

fn scenario(given: &Given) -> Option<&Scenario> {
    given.as_ref().ok().map(|figures| &figures.scenario)
}

/// The variant's wheel, with joints.
type Joined = Shared<(Sight, Vec<Joint>)>;

fn of_year(both: [&Scenario; 2], year: i32, today: NaiveDate, lang: Lang) -> Joined {
    let filter = Filter::of(&View::new(year));
    let [before, after] = both.map(|scenario| {
        let year = Year::new(Shared::new(scenario.plan().clone()), year);
        wheel(&year, &filter, None, today, lang)
    });
    let joints = joined(&before, &after);
    Shared::new((Sight::Year(Box::new(after)), joints))
}

/// The days of the period have been computed for the tables already.
fn of_period(both: [&Scenario; 2], year: i32, today: NaiveDate, lang: Lang) -> Option<Joined> {
    // Of a variant with another election too: what is compared is the plan's own period.
    let [plan, _] = both.map(Scenario::plan);
    let period = plan.mandates().period_containing_year(year)?;
    let lay_out = |scenario: &Scenario| {
        let plan = scenario.plan();
        let (calendar, found) = (scenario.outcome().calendar(), scenario.findings());
        let term = TermKind::Calendar;
        let mut input = MandateWheelInput::from_plan(plan, calendar, found, &period, term, lang);
        input.title.clear();
        input.today = Some(today);
        MandateWheel::new(&input)
    };
    let [before, after] = both.map(lay_out);
    let joints = joined_periods(&before, &after);
    Some(Shared::new((Sight::Period(Box::new(after)), joints)))
}

/// The picture, for eyes; the same as a list for everybody.
#[component]
fn Picture(both: Joined) -> impl IntoView {
    let lang = Desk::here().lang;
    let lines: Vec<String> = both.1.iter().map(|joint| joint.label.clone()).collect();
    let count = lines.len();
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
    view! {
        <figure class="moved">
            <Still both=both />
            <figcaption>
                <details>
                    <summary>{words::differences(count, lang)}</summary>
                    <ul>{lines.collect_view()}</ul>
                </details>
            </figcaption>
        </figure>
    }
}
