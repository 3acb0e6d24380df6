//! What is drawn and goes on living: attributes, words and contents that follow signals, and what
//! answers to events.
//!
//! Every element is followed and listened to by the same code, whatever it shows: a type for each
//! view, as templates make it, was a sixth of all that a reader loads.

use super::pen::Pen;
use crate::signals::follow;
use crate::state::Desk;
use leptos::prelude::StoredValue;
use std::cell::RefCell;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

impl Pen {
    /// Does something whenever an event comes to the element.
    pub(crate) fn on(&self, event: &'static str, act: impl Fn(Event) + 'static) {
        let act: Box<dyn FnMut(Event)> = Box::new(act);
        self.then(move |element| listen(element, event, Closure::wrap(act)));
    }

    /// Does something when the element is pressed.
    pub(crate) fn press(&self, act: impl Fn() + 'static) {
        self.on("click", move |_| act());
    }

    /// Gives the element an attribute with the value that holds from now on, or takes it away.
    pub(crate) fn follow(&self, name: &'static str, value: impl Fn() -> Option<String> + 'static) {
        let value: Box<dyn Fn() -> Option<String>> = Box::new(value);
        self.then(move |element| {
            let said = RefCell::new(None);
            follow(Box::new(move || {
                let value = value();
                if *said.borrow() == value {
                    return;
                }
                // Every name is one of ours, and those are valid.
                let _ = match &value {
                    Some(value) => element.set_attribute(name, value),
                    None => element.remove_attribute(name),
                };
                said.replace(value);
            }));
        });
    }

    /// Gives the element an attribute without a value, as long as something holds.
    pub(crate) fn mark(&self, name: &'static str, holds: impl Fn() -> bool + 'static) {
        self.follow(name, move || holds().then(String::new));
    }

    /// Says whether something holds in an attribute that is always there: `aria-pressed`.
    pub(crate) fn state(&self, name: &'static str, holds: impl Fn() -> bool + 'static) {
        self.follow(name, move || Some(holds().to_string()));
    }

    /// Marks the element as the one among its like where one is.
    pub(crate) fn current(&self, holds: impl Fn() -> bool + 'static) {
        self.follow("aria-current", move || holds().then(|| "true".to_owned()));
    }

    /// Gives the element a property with the value that holds from now on.
    pub(crate) fn property(&self, name: &'static str, value: impl Fn() -> JsValue + 'static) {
        let value: Box<dyn Fn() -> JsValue> = Box::new(value);
        self.then(move |element| {
            follow(Box::new(move || {
                // Setting a property of an element cannot fail.
                let _ = js_sys::Reflect::set(&element, &name.into(), &value());
            }));
        });
    }

    /// The words in the element are those that hold from now on.
    pub(crate) fn words(&self, words: impl Fn() -> String + 'static) {
        let words: Box<dyn Fn() -> String> = Box::new(words);
        self.then(move |element| {
            let said = RefCell::new(String::new());
            // The same words must not be said again to who listens.
            follow(Box::new(move || {
                let words = words();
                if *said.borrow() != words {
                    element.set_text_content(Some(&words));
                    said.replace(words);
                }
            }));
        });
    }

    /// Draws in the element, after all else that it holds, and anew each time what is drawn changes.
    /// Who stands on a button of it stands on the same one, or else on the element.
    pub(crate) fn contents(&self, draw: impl Fn(&Self) + 'static) {
        let draw: Box<dyn Fn(&Self)> = Box::new(draw);
        self.then(move |element| live(element, draw));
    }
}

/// Draws contents that follow, in an element that is there.
pub(crate) fn live(element: Element, draw: Box<dyn Fn(&Pen)>) {
    let before = element.child_nodes().length();
    follow(Box::new(move || {
        let pen = Pen::default();
        draw(&pen);
        redraw(&pen, Desk::here(), &element, before);
    }));
}

/// Draws anew what comes after so many of an element's nodes.
fn redraw(pen: &Pen, desk: Desk, paper: &Element, before: u32) {
    let stands = desk
        .focused()
        .filter(|focused| paper.contains(Some(focused)));
    let buttons = || paper.query_selector_all("button").ok();
    let place = stands.and_then(|stands| {
        let buttons = buttons()?;
        (0..buttons.length()).find(|place| buttons.get(*place).as_ref() == Some(&stands))
    });
    let nodes = paper.child_nodes();
    while let Some(old) = paper.last_child().filter(|_| nodes.length() > before) {
        let _ = paper.remove_child(&old);
    }
    pen.finish(desk, paper);
    if let Some(place) = place {
        let button = buttons().and_then(|buttons| buttons.get(place));
        let there: &HtmlElement = match &button {
            Some(button) => button.unchecked_ref(),
            None => paper.unchecked_ref(),
        };
        let _ = there.focus();
    }
}

/// Listens to an element until what it belongs to is drawn anew.
fn listen(element: Element, event: &'static str, act: Closure<dyn FnMut(Event)>) {
    // Adding a function that is one cannot fail.
    let _ = element.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
    StoredValue::new_local(Listener {
        element,
        event,
        act,
    });
}

struct Listener {
    element: Element,
    event: &'static str,
    act: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let act = self.act.as_ref().unchecked_ref();
        let _ = (self.element).remove_event_listener_with_callback(self.event, act);
    }
}
