//! The chosen entry explained, and what can be done to a meeting by hand.

use super::bench::Bench;
use super::consequences::Consequences;
use super::drag::{meeting_day, move_to};
use super::papers::{Kind, ToPaper};
use super::{LAST_DAY, words};
use crate::state::Desk;
use crate::view::board::Shown;
use crate::view::detail::detail_box;
use crate::view::drawing::Drawing;
use chrono::NaiveDate;
use leptos::prelude::*;
use planning_wheel::calendar::EntryStatus;
use planning_wheel::document::Text;
use planning_wheel::session::{Action, HandEdit, Stride};
use planning_wheel::time::{format, parse};

/// What a meeting is, as far as its buttons ask.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Meeting {
    id: String,
    day: NaiveDate,
    is_cancelled: bool,
    is_moved: bool,
}

/// The chosen entry, and the ways to change it if it is a meeting.
#[component]
pub(crate) fn MeetingBox() -> impl IntoView {
    let (bench, shown) = (Bench::here(), Shown::here());
    let chosen = Memo::new(move |_| {
        let id = shown.chosen.get()?;
        shown.year.with(|year| {
            let entry = year.calendar.get(&id)?;
            meeting_day(shown, &id).map(|day| Meeting {
                id: id.clone(),
                day,
                is_cancelled: entry.status == EntryStatus::Cancelled,
                is_moved: entry.moved_from.is_some(),
            })
        })
    });
    // The same meeting on another day keeps what has been written about it.
    let id = Memo::new(move |_| chosen.with(|meeting| meeting.as_ref().map(|own| own.id.clone())));
    view! {
        <Drawing draw=detail_box />
        {move || id.get().filter(|_| !bench.read_only.get()).map(|id| view! { <ByHand id=id meeting=chosen /> })}
        <Consequences />
    }
}

/// The meeting's day, and what can be done to it.
#[component]
fn ByHand(id: String, meeting: Memo<Option<Meeting>>) -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let reason = RwSignal::new(String::new());
    let id = StoredValue::new(id);
    let day = move || meeting.with_untracked(|own| own.as_ref().map(|own| own.day));
    let try_day = move |to: NaiveDate| {
        bench.try_out(&move_to(&id.get_value(), to, &reason.get_untracked()));
    };
    let step = move |stride: Stride, back: bool| {
        move |_| {
            let to = day().and_then(|day| bench.near(&id.get_value(), day, stride, back));
            if let Some(to) = to {
                try_day(to);
            }
        }
    };
    let edit = move |edit: HandEdit| {
        bench.act(&Action::Meeting {
            id: id.get_value(),
            edit,
        });
    };
    let is = move |what: fn(&Meeting) -> bool| {
        move || meeting.with(|own| own.as_ref().is_some_and(what))
    };
    let cancel = move |_| {
        edit(HandEdit::Cancel {
            reason: Text::from(reason.get_untracked().trim()),
        })
    };
    let written = move |event| {
        if let Ok(to) = parse(&event_target_value(&event)) {
            try_day(to);
        }
    };
    let shown_day = move || meeting.with(|own| own.as_ref().map(|own| format(own.day)));
    let button = move |words: &'static str, sign: &'static str, stride: Stride, back: bool| {
        view! { <button type="button" class="button" title=words on:click=step(stride, back)>
            <span aria-hidden=move || "true">{sign}</span>
            <span class="unseen">{words}</span>
        </button> }
    };
    view! {
        <form class="by-hand" aria-label=words::meeting(lang) on:submit=move |event| {
            event.prevent_default();
            bench.keep_trial();
        }>
            <label class="field">
                <span>{words::move_to(lang)}</span>
                <input type="date" max=LAST_DAY prop:value=shown_day on:change=written />
            </label>
            <div class="steps" role="group" aria-label=words::move_to(lang)>
                {button(words::week_earlier(lang), "−7", Stride::Week, true)}
                {button(words::day_earlier(lang), "−1", Stride::Day, true)}
                {button(words::day_later(lang), "+1", Stride::Day, false)}
                {button(words::week_later(lang), "+7", Stride::Week, false)}
            </div>
            <label class="field">
                <span>{words::why(lang)}</span>
                <input type="text" placeholder=words::why_hint(lang) prop:value=reason
                    on:input=move |event| reason.set(event_target_value(&event)) />
                <small>{words::by_hand_hint(lang)}</small>
            </label>
            {move || bench.tries().then(|| view! {
                <div class="steps">
                    <button type="submit" class="button first">{words::keep_move(lang)}</button>
                    <button type="button" class="button" on:click=move |_| bench.drop_trial()>{words::leave_move(lang)}</button>
                </div>
            })}
            <div class="steps">
                <ToPaper kind=Kind::Notice about=id.get_value() />
                <button type="button" class="button" on:click=move |_| edit(HandEdit::Lock { day: None })>{words::lock(lang)}</button>
                <button type="button" class="button" on:click=move |_| edit(HandEdit::Unlock)>{words::unlock(lang)}</button>
                <Show when=is(|own| !own.is_cancelled)>
                    <button type="button" class="button" on:click=cancel>{words::cancel_meeting(lang)}</button>
                </Show>
                <Show when=is(|own| own.is_cancelled || own.is_moved)>
                    <button type="button" class="button" on:click=move |_| edit(HandEdit::Restore)>{words::restore(lang)}</button>
                </Show>
            </div>
        </form>
    }
}
