//! The year's wheel, in which a meeting can be taken and put on another day.
//!
//! While it is in the hand, the plan that letting go would give is shown: nothing is computed twice,
//! and what follows – deadlines, steps, clashes – stands beside it.

use super::bench::Bench;
use super::others::OfOthers;
use super::words;
use crate::platform::window;
use crate::shared::Shared;
use crate::state::{Action, Desk};
use crate::view::board::Shown;
use crate::view::drawing::Drawing;
use crate::view::wheel::wheel_view;
use crate::view::zoom::zoom;
use chrono::NaiveDate;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;
use planning_wheel::calendar::EntryKind;
use planning_wheel::document::Text;
use planning_wheel::session::{self, HandEdit, Stride};
use planning_wheel::time::add_days;
use planning_wheel::wheel::{Point, SIZE, Wheel as Layout};
use web_sys::Element;

/// Pixels that a pointer goes before it means more than to choose.
const SLACK: i32 = 5;

/// A meeting in the hand.
#[derive(Clone, Debug)]
struct Held {
    id: String,
    /// Its day when it was taken.
    from: NaiveDate,
    /// The day to which it has been led.
    to: NaiveDate,
    by: By,
}

/// What holds it.
#[derive(Clone, Debug)]
enum By {
    Keys,
    /// A pointer: where it was put down, on which day of the wheel as it stood then, and whether it
    /// has gone far enough to lead the meeting.
    Pointer {
        down: (i32, i32),
        on: NaiveDate,
        wheel: Shared<Layout>,
        leads: bool,
    },
}

/// What is done to a meeting that is put on another day, said as by hand when nothing else is said.
pub(crate) fn move_to(id: &str, to: NaiveDate, reason: &str) -> session::Action {
    let reason = match reason.trim() {
        "" => Text::compose(|lang| words::by_hand(lang).to_owned()),
        said => Text::from(said),
    };
    session::Action::Meeting {
        id: id.to_owned(),
        edit: HandEdit::Place { to, reason },
    }
}

/// The day of a meeting of the year that is shown; nothing for what is no meeting.
pub(crate) fn meeting_day(shown: Shown, id: &str) -> Option<NaiveDate> {
    shown.year.with_untracked(|year| {
        let entry = year.calendar.get(id)?;
        (entry.kind == EntryKind::Meeting).then_some(entry.start)
    })
}

/// The hand: at most one meeting.
#[derive(Clone, Copy)]
struct Hand {
    held: RwSignal<Option<Held>>,
    bench: Bench,
    desk: Desk,
    shown: Shown,
    frame: NodeRef<Div>,
}

impl Hand {
    fn lead(self, to: NaiveDate) {
        let Some(mut held) = self.held.get_untracked() else {
            return;
        };
        let (from, id) = (held.from, held.id.clone());
        held.to = to;
        self.held.set(Some(held));
        if to == from {
            self.bench.drop_trial();
        } else {
            self.bench.try_out(&move_to(&id, to, ""));
        }
    }

    /// Leads it to the next day, or the same weekday of the next week, on which it can be held.
    fn stride(self, held: &Held, stride: Stride, back: bool) {
        if let Some(to) = self.bench.near(&held.id, held.to, stride, back) {
            self.lead(to);
        }
    }

    /// Lets go where it is.
    fn drop(self) {
        if let Some(held) = self.take() {
            self.bench.keep_trial();
            self.stand_on(held.id);
        }
    }

    /// Puts it back.
    fn put_back(self) {
        if let Some(held) = self.take() {
            self.bench.drop_trial();
            self.stand_on(held.id);
        }
    }

    fn take(self) -> Option<Held> {
        self.held.try_update(Option::take).flatten()
    }

    /// Chooses the meeting and, where keys held it, gives its mark the focus back.
    fn stand_on(self, id: String) {
        self.desk.dispatch(Action::Choose(id.clone()));
        if let Some(frame) = self.frame.get_untracked()
            && window::has_focus(&frame)
        {
            request_animation_frame(move || window::focus_entry(&frame, &id));
        }
    }

    fn press(self, event: &PointerEvent) {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        let Some(id) = window::entry_under(event) else {
            return;
        };
        let Some(from) = meeting_day(self.shown, &id) else {
            return;
        };
        let wheel = self.shown.layout.get_untracked();
        let Some(on) = self.day_under(event, &wheel) else {
            return;
        };
        let down = (event.client_x(), event.client_y());
        let by = By::Pointer {
            down,
            on,
            wheel,
            leads: false,
        };
        self.held.set(Some(Held {
            id,
            from,
            to: from,
            by,
        }));
    }

    fn go(self, event: &PointerEvent) {
        let Some(mut held) = self.held.get_untracked() else {
            return;
        };
        let By::Pointer {
            down,
            on,
            wheel,
            leads,
        } = &mut held.by
        else {
            return;
        };
        let far = |a: i32, b: i32| (a - b).abs() > SLACK;
        if !*leads && !far(event.client_x(), down.0) && !far(event.client_y(), down.1) {
            return;
        }
        if !*leads {
            *leads = true;
            self.desk.dispatch(Action::Choose(held.id.clone()));
            // From here on the frame hears the pointer, wherever it goes.
            if let Some(frame) = self.frame.get_untracked() {
                let _ = frame.set_pointer_capture(event.pointer_id());
            }
        }
        let there = self.day_under(event, wheel);
        let (from, on, range) = (held.from, *on, wheel.scale.range());
        let days = there.map_or(0, |there| (there - on).num_days());
        self.held.set(Some(held));
        let last = add_days(range.end, -1);
        self.lead(shifted(from, days, range.days()).clamp(range.start, last));
    }

    fn release(self) {
        let leads = self
            .held
            .with_untracked(|held| match held.as_ref().map(|held| &held.by) {
                Some(By::Pointer { leads, .. }) => Some(*leads),
                _ => None,
            });
        match leads {
            Some(true) => self.drop(),
            Some(false) => self.held.set(None),
            None => {}
        }
    }

    /// The day of the wheel on which a pointer stands.
    fn day_under(self, event: &PointerEvent, wheel: &Layout) -> Option<NaiveDate> {
        let frame: Element = (*self.frame.get_untracked()?).clone().into();
        let paper = frame.query_selector("svg").ok()??;
        let (x, y) = window::place_in(&paper, event)?.on(SIZE);
        Some(wheel.day_at(Point::new(x, y)))
    }

    /// Keys while a meeting is held, or the one that takes it; false for all others.
    fn key(self, event: &KeyboardEvent) -> bool {
        let held = self.held.get_untracked();
        let Some(held) = held.filter(|held| matches!(held.by, By::Keys)) else {
            return matches!(event.key().as_str(), "m" | "M") && self.grab(event);
        };
        match event.key().as_str() {
            "ArrowRight" => self.stride(&held, Stride::Day, false),
            "ArrowLeft" => self.stride(&held, Stride::Day, true),
            "ArrowUp" => self.stride(&held, Stride::Week, false),
            "ArrowDown" => self.stride(&held, Stride::Week, true),
            "Enter" | " " => self.drop(),
            "Escape" => self.put_back(),
            // Whoever goes on with Tab has changed their mind.
            "Tab" => {
                self.put_back();
                return false;
            }
            _ => return false,
        }
        true
    }

    fn grab(self, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let Some(id) = window::entry_under(event) else {
            return false;
        };
        let Some(from) = meeting_day(self.shown, &id) else {
            return false;
        };
        self.desk.dispatch(Action::Choose(id.clone()));
        self.held.set(Some(Held {
            id,
            from,
            to: from,
            by: By::Keys,
        }));
        // The mark is drawn anew at every step: the frame keeps the keys.
        if let Some(frame) = self.frame.get_untracked() {
            let _ = frame.focus();
        }
        true
    }
}

/// A day so many days on; a pointer that has passed the turn of the year means the short way.
fn shifted(from: NaiveDate, days: i64, turn: i64) -> NaiveDate {
    let days = if days > turn / 2 {
        days - turn
    } else if days < -turn / 2 {
        days + turn
    } else {
        days
    };
    add_days(from, days)
}

/// The wheel of the year.
#[component]
pub(crate) fn Wheel() -> impl IntoView {
    let (desk, bench, shown) = (Desk::here(), Bench::here(), Shown::here());
    let lang = desk.lang;
    let frame = NodeRef::<Div>::new();
    let held = RwSignal::new(None::<Held>);
    let hand = Hand {
        held,
        bench,
        desk,
        shown,
        frame,
    };
    let said = move || {
        held.with(|held| match held {
            Some(Held {
                to, by: By::Keys, ..
            }) => format!("{}. {}", lang.full_date(*to), words::moving(lang)),
            Some(Held { to, from, .. }) if to != from => lang.full_date(*to),
            _ => String::new(),
        })
    };
    let key = move |event: KeyboardEvent| {
        if hand.key(&event) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    view! {
        <div class="turning" node_ref=frame tabindex="-1" role="group" aria-label=words::wheel(lang)
            data-holds=move || held.with(Option::is_some).then_some("")
            on:pointerdown=move |event| hand.press(&event)
            on:pointermove=move |event| hand.go(&event)
            on:pointerup=move |_| hand.release()
            on:pointercancel=move |_| hand.put_back()
            on:keydown:capture=key>
            <Drawing draw=zoom />
            <Drawing draw=wheel_view />
            <OfOthers />
            <p class="hint">{words::grab_hint(lang)}</p>
            <p class="holding" role="status">{said}</p>
        </div>
    }
}
