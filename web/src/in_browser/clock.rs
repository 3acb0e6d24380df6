//! Today, in the zone of the machine: the tests run far from Greenwich.

use crate::platform::clock::{seconds, today};
use js_sys::{Date, Function};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// Today at another time by the clock on the wall: what was `Date` is put back afterwards.
fn today_at(time: &str) -> String {
    let run = |text: &str| Function::new_no_args(text).call0(&JsValue::NULL);
    run(&format!(
        "globalThis.Real = Date;
         globalThis.Date = function () {{ return new Real({time}); }};"
    ))
    .expect("another clock");
    let today = today().to_string();
    run("globalThis.Date = Real;").expect("the clock");
    today
}

#[wasm_bindgen_test]
fn today_is_the_day_that_the_browser_says() {
    let said = || String::from(Date::new_0().to_locale_date_string("sv-SE", &JsValue::UNDEFINED));
    let before = said();
    let today = today().to_string();
    assert!([before, said()].contains(&today), "{today}");
}

#[wasm_bindgen_test]
fn a_day_lasts_from_midnight_to_midnight() {
    assert_eq!(today_at("2028, 1, 29, 0, 0, 0"), "2028-02-29");
    assert_eq!(today_at("2028, 1, 29, 23, 59, 59"), "2028-02-29");
    assert_eq!(today_at("2028, 11, 31, 23, 59, 59"), "2028-12-31");
    assert_eq!(today_at("2029, 0, 1, 0, 0, 0"), "2029-01-01");
}

#[wasm_bindgen_test]
fn seconds_are_whole_and_those_of_now() {
    let before = Date::now() / 1000.0;
    let said = seconds() as f64;
    assert!(
        (before.floor()..=Date::now() / 1000.0).contains(&said),
        "{said}"
    );
}
