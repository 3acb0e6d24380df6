//! Addresses, read and written as the browser itself reads and writes them.

use crate::address::Address;
use crate::state::{Action, View};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen]
extern "C" {
    type URLSearchParams;

    #[wasm_bindgen(constructor)]
    fn new(text: &str) -> URLSearchParams;

    #[wasm_bindgen(method)]
    fn get(this: &URLSearchParams, name: &str) -> Option<String>;

    #[wasm_bindgen(method)]
    fn set(this: &URLSearchParams, name: &str, value: &str);

    #[wasm_bindgen(method, js_name = toString)]
    fn text(this: &URLSearchParams) -> String;
}

/// Ids that a hostile plan may have, and some that a friendly one has.
const IDS: [&str; 12] = [
    "möten-nso/2027/1",
    "a b+c",
    "100 %",
    "%41",
    "&year=1&entry=b",
    "=#?;",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\"'`\\",
    "\u{202e}bakom\u{0}",
    "🜨\u{10ffff}",
    "\r\n\t",
];

/// Values of an address that nobody has written rightly.
const BROKEN: [&str; 9] = [
    "%",
    "%4",
    "%zz",
    "%4g%41",
    "%ff%fe",
    "%c3",
    "%e2%82",
    "%f0%9f%8c",
    "%00%",
];

#[wasm_bindgen_test]
fn the_browser_reads_what_is_written() {
    for id in IDS {
        let mut view = View::new(2027);
        view.apply(Action::Choose(id.to_owned()));
        view.apply(Action::Body(Some(id.to_owned())));
        let written = URLSearchParams::new(&Address::of(&view));
        assert_eq!(written.get("entry").as_deref(), Some(id));
        assert_eq!(written.get("body").as_deref(), Some(id));
        assert_eq!(written.get("year").as_deref(), Some("2027"), "{id:?}");
    }
}

#[wasm_bindgen_test]
fn what_the_browser_writes_is_read() {
    for id in IDS {
        let text = URLSearchParams::new("year=2027");
        text.set("entry", id);
        text.set("principal", id);
        let address = Address::read(&text.text());
        assert_eq!(address.entry.as_deref(), Some(id));
        assert_eq!(address.principal.as_deref(), Some(id));
        assert_eq!(address.year, Some(2027), "{id:?}");
    }
}

#[wasm_bindgen_test]
fn what_is_broken_is_read_as_the_browser_reads_it() {
    for value in BROKEN {
        let text = format!("entry={value}&year=2027");
        let address = Address::read(&text);
        assert_eq!(
            address.entry,
            URLSearchParams::new(&text).get("entry"),
            "{value}"
        );
        assert_eq!(address.year, Some(2027), "{value}");
    }
}
