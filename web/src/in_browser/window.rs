//! Where a pointer stands, and what is under it.

use super::{Bench, press};
use crate::platform::window::{Place, entry_under, place_in, place_on, step_under};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, MouseEvent};

/// A click by a pointer, or by a key, at a place of the window.
fn click(x: i32, y: i32, times: i32) -> MouseEvent {
    let make = format!(
        "return new MouseEvent('click', {{ clientX: {x}, clientY: {y}, detail: {times} }})"
    );
    let made = Function::new_no_args(&make).call0(&JsValue::NULL);
    made.expect("an event").unchecked_into()
}

#[wasm_bindgen_test]
fn what_is_pressed_inside_an_entry_is_the_entry() {
    let bench = Bench::new();
    let heard = Rc::new(RefCell::new(Vec::new()));
    let ear = Rc::clone(&heard);
    bench.draw(|pen| {
        let list = pen.draw("div", &[]);
        list.on("click", move |event| {
            ear.borrow_mut()
                .push((entry_under(&event), step_under(&event)));
        });
        let entry = list.draw("div", &[("data-entry", "nso/2027/1"), ("data-step", "-1")]);
        entry.draw("span", &[]);
        list.draw("b", &[("data-step", "soon")]);
    });
    press(&bench.find("span"));
    press(&bench.find("b"));
    let entry = (Some("nso/2027/1".to_owned()), Some(-1));
    assert_eq!(*heard.borrow(), [entry, (None, None)]);
}

#[wasm_bindgen_test]
fn a_pointers_place_is_counted_in_the_square_in_the_middle() {
    let bench = Bench::new();
    bench.draw(|pen| {
        let style = "position: fixed; left: 10px; top: 20px; width: 300px; height: 100px";
        pen.draw("div", &[("style", style)]).write("□");
        pen.draw("p", &[("style", "display: none")]);
    });
    let on = |element: &Element| place_in(element, &click(135, 70, 1)).map(|at| at.on(1000.0));
    // The square begins 100 pixels into the element.
    assert_eq!(on(&bench.find("div")), Some((250.0, 500.0)));
    assert_eq!(on(&bench.find("p")), None, "nothing is shown of it");
}

#[wasm_bindgen_test]
fn a_key_that_presses_has_no_place() {
    let bench = Bench::new();
    let heard = Rc::new(RefCell::new(Vec::<Option<Place>>::new()));
    let ear = Rc::clone(&heard);
    bench.draw(|pen| {
        let button = pen.button("", "□");
        button.on("click", move |event| {
            ear.borrow_mut().push(place_on(event.unchecked_ref()));
        });
    });
    let button = bench.find("button");
    for times in [0, 1] {
        let sent = button.dispatch_event(&click(0, 0, times));
        assert_eq!(sent, Ok(true));
    }
    let heard: Vec<bool> = heard.borrow().iter().map(Option::is_some).collect();
    assert_eq!(heard, [false, true]);
}
