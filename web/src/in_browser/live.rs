//! What follows signals and listens, as long as what it belongs to is there.

use super::{Bench, press, settle};
use crate::signals::Signal;
use js_sys::{Array, Function};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// How many errors the page reports while something happens.
fn faults(act: impl FnOnce()) -> usize {
    let list = Array::new();
    let ear = Function::new_with_args("list", "return event => list.push(event.message)");
    let ear = ear.call1(&JsValue::NULL, &list).expect("a listener");
    let window = web_sys::window().expect("a window");
    let ear = ear.unchecked_ref();
    let added = window.add_event_listener_with_callback("error", ear);
    act();
    let removed = window.remove_event_listener_with_callback("error", ear);
    assert!(added.is_ok() && removed.is_ok());
    list.length() as usize
}

#[wasm_bindgen_test]
async fn attributes_and_words_are_those_that_hold() {
    let bench = Bench::new();
    let name = bench.with(|| Signal::new(Some("nso".to_owned())));
    bench.draw(|pen| {
        let line = pen.draw("p", &[]);
        line.follow("title", move || name.get());
        line.words(move || name.get().unwrap_or_else(|| "ingen".to_owned()));
        line.state("aria-pressed", move || name.get().is_some());
        line.mark("hidden", move || name.get().is_none());
    });
    let markup = || bench.frame.inner_html();
    assert_eq!(markup(), "<p title=\"nso\" aria-pressed=\"true\">nso</p>");
    name.set(None);
    settle().await;
    assert_eq!(markup(), "<p aria-pressed=\"false\" hidden=\"\">ingen</p>");
}

#[wasm_bindgen_test]
async fn the_same_words_are_not_said_again() {
    let bench = Bench::new();
    let count = bench.with(|| Signal::new(1));
    bench.draw(|pen| {
        pen.draw("p", &[])
            .words(move || format!("{} år", count.get() / 10))
    });
    let said = bench.find("p").first_child();
    count.set(2);
    settle().await;
    assert_eq!(bench.find("p").first_child(), said, "the same node");
    count.set(10);
    settle().await;
    assert_eq!(bench.text(), "1 år");
}

#[wasm_bindgen_test]
fn a_listener_goes_with_its_owner() {
    let bench = Bench::new();
    let heard = Rc::new(Cell::new(0));
    let ear = Rc::clone(&heard);
    bench.draw(|pen| {
        pen.button("", "Nästa")
            .press(move || ear.set(ear.get() + 1))
    });
    let button = bench.find("button");
    press(&button);
    press(&button);
    assert_eq!(heard.get(), 2);
    bench.owner.cleanup();
    assert_eq!(faults(|| press(&button)), 0, "nobody is called who is gone");
    assert_eq!(
        (heard.get(), Rc::strong_count(&heard)),
        (2, 1),
        "and what it held is free"
    );
}

#[wasm_bindgen_test]
async fn what_is_drawn_anew_hears_once() {
    let bench = Bench::new();
    let year = bench.with(|| Signal::new(2027));
    let heard = Rc::new(Cell::new(0));
    let ear = Rc::clone(&heard);
    bench.draw(|pen| {
        let frame = pen.draw("div", &[]);
        frame.write("År ");
        frame.contents(move |pen| {
            let ear = Rc::clone(&ear);
            let year = year.get().to_string();
            pen.button("", &year).press(move || ear.set(ear.get() + 1));
        });
    });
    let old = bench.find("button");
    year.set(2028);
    settle().await;
    assert_eq!(bench.text(), "År 2028", "what stood before stays");
    press(&old);
    assert_eq!(heard.get(), 0, "the old button is deaf");
    press(&bench.find("button"));
    assert_eq!(heard.get(), 1);
    assert_eq!(
        Rc::strong_count(&heard),
        3,
        "one button, its drawer and this test"
    );
}

#[wasm_bindgen_test]
async fn focus_stays_on_the_same_button() {
    let bench = Bench::new();
    let count = bench.with(|| Signal::new(3));
    bench.draw(|pen| {
        let frame = pen.draw("div", &[("tabindex", "-1"), ("id", "frame")]);
        frame.contents(move |pen| {
            for number in 0..count.get() {
                pen.button("", "").set("id", &format!("button-{number}"));
            }
        });
    });
    bench.desk.focus("button-2");
    let stands = || bench.desk.focused().map(|element| element.id());
    count.set(4);
    settle().await;
    assert_eq!(stands().as_deref(), Some("button-2"));
    count.set(1);
    settle().await;
    assert_eq!(stands().as_deref(), Some("frame"), "no such button is left");
}
