//! "Ta med": the plan as it stands, as calendar, table, picture, or a page to mail.

use super::bench::Bench;
use super::words;
use crate::state::{Desk, Screen, View};
use crate::view::drawing::Drawing;
use crate::view::take::{busy, told};
use leptos::prelude::*;
use planning_wheel::plan::Plan;
use planning_wheel::time::Lang;

/// Whose days are taken along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Whose {
    #[default]
    All,
    Body(String),
    Principal(String),
}

impl Whose {
    fn read(key: &str) -> Self {
        match key.split_once(':') {
            Some(("body", id)) => Self::Body(id.to_owned()),
            Some(("principal", id)) => Self::Principal(id.to_owned()),
            _ => Self::All,
        }
    }

    fn key(&self) -> String {
        match self {
            Self::All => String::new(),
            Self::Body(id) => format!("body:{id}"),
            Self::Principal(id) => format!("principal:{id}"),
        }
    }

    /// The same, or all where the plan has nobody of that name any more.
    fn of(&self, plan: &Plan) -> Self {
        let is_there = match self {
            Self::All => true,
            Self::Body(id) => plan.body_by_id(id).is_some(),
            Self::Principal(id) => plan.principal_by_id(id).is_some(),
        };
        if is_there { self.clone() } else { Self::All }
    }
}

/// Which days of the plan are taken along, and whose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The whole mandate period, and not the year alone.
    period: bool,
    whose: Whose,
}

impl Wanted {
    /// What is looked at where these are shown.
    pub(crate) fn view(&self, view: &View, plan: &Plan) -> View {
        let mut wanted = view.clone();
        wanted.screen = match self.period {
            true => Screen::Mandate,
            false => Screen::Wheel,
        };
        match self.whose.of(plan) {
            Whose::All => {}
            Whose::Body(id) => wanted.body = Some(id),
            Whose::Principal(id) => wanted.principal = Some(id),
        }
        wanted
    }
}

/// What can be taken along.
#[component]
pub(crate) fn TakePlan() -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let button = move |what: &'static str, name: &'static str| {
        view! { <button type="button" class="button" on:click=move |_| desk.take(what)>{name}</button> }
    };
    view! {
        <details class="card giving" name="card">
            <summary>{crate::words::take_along(lang)}</summary>
            <div class="inside take" role="group" aria-label=crate::words::take_along(lang) aria-busy=move || busy(desk)>
                <Days />
                <Of />
                {button("ics", crate::words::calendar_file(lang))}
                {button("csv", crate::words::table_file(lang))}
                {button("svg", crate::words::picture_file(lang))}
                {button("png", crate::words::image_file(lang))}
                <p class="name">{words::take_whole(lang)}</p>
                {button("page", words::take_page(lang))}
                <p class="quiet">{words::take_page_hint(lang)}</p>
                <Drawing draw=told />
            </div>
        </details>
    }
}

/// The year or its mandate period.
#[component]
fn Days() -> impl IntoView {
    let desk = Desk::here();
    let (lang, wanted) = (desk.lang, Bench::here().wanted);
    let year = Memo::new(move |_| desk.view.with(|view| view.year));
    let period = Memo::new(move |_| desk.view.with(|view| view.turns.period_of(view.year)));
    let name = move || {
        let years = period.get().map(crate::words::years);
        years.map(|years| words::take_period(&years, lang))
    };
    let choose = move |event| {
        let period = event_target_value(&event) == "period";
        wanted.update(|wanted| wanted.period = period);
    };
    let is_period = move || wanted.with(|wanted| wanted.period);
    view! {
        <label class="field">
            <span>{words::take_days(lang)}</span>
            <select on:change=choose>
                <option value="year" prop:selected=move || !is_period()>{year}</option>
                {move || name().map(|name| view! { <option value="period" prop:selected=is_period>{name}</option> })}
            </select>
        </label>
    }
}

/// Everybody, one group or one principal.
#[component]
fn Of() -> impl IntoView {
    let (lang, bench) = (Desk::here().lang, Bench::here());
    let wanted = bench.wanted;
    let whose = Memo::new(move |_| {
        bench
            .base
            .with(|plan| wanted.with(|wanted| wanted.whose.of(plan)))
    });
    let option = move |own: Whose, name: String| {
        let key = own.key();
        let is_own = move || whose.with(|whose| *whose == own);
        view! { <option value=key prop:selected=is_own>{name}</option> }
    };
    let bodies = Memo::new(move |_| bench.base.with(|plan| bodies(plan, lang)));
    let principals = Memo::new(move |_| bench.base.with(|plan| principals(plan, lang)));
    let choose = move |event| {
        let whose = Whose::read(&event_target_value(&event));
        wanted.update(|wanted| wanted.whose = whose);
    };
    view! {
        <label class="field">
            <span>{words::take_whose(lang)}</span>
            <select on:change=choose>
                {option(Whose::All, words::everybody(lang).to_owned())}
                <optgroup label=words::groups(lang)>
                    {move || bodies.get().into_iter().map(|(id, name)| option(Whose::Body(id), name)).collect_view()}
                </optgroup>
                <optgroup label=words::principals(lang)>
                    {move || principals.get().into_iter().map(|(id, name)| option(Whose::Principal(id), name)).collect_view()}
                </optgroup>
            </select>
        </label>
    }
}

/// Id and name of each body.
pub(crate) fn bodies(plan: &Plan, lang: Lang) -> Vec<(String, String)> {
    let named = |body: &planning_wheel::plan::Body| {
        (body.id().to_owned(), body.name().get(lang).to_owned())
    };
    plan.bodies().iter().map(named).collect()
}

/// Id and name of each principal.
pub(crate) fn principals(plan: &Plan, lang: Lang) -> Vec<(String, String)> {
    let named =
        |one: &planning_wheel::document::Principal| (one.id.clone(), one.name.get(lang).to_owned());
    plan.document().principals.iter().map(named).collect()
}
