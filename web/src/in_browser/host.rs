//! What the host is told, and what is found inside it.

use super::Bench;
use crate::platform::host::Detail;
use js_sys::JSON;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn written(detail: Detail) -> String {
    let text = JSON::stringify(&JsValue::from(detail));
    text.map(String::from).unwrap_or_default()
}

#[wasm_bindgen_test]
fn an_event_carries_plain_values() {
    let detail = Detail::default()
        .with("year", 2027)
        .with("entry", None::<&str>)
        .with("shown", true)
        .list("bodies", ["nso", "<b>\u{202e}\""].into_iter());
    let expected = "{\"year\":2027,\"shown\":true,\"bodies\":[\"nso\",\"<b>\u{202e}\\\"\"]}";
    assert_eq!(written(detail), expected);
    assert_eq!(written(Detail::none()), "{\"id\":null}");
}

#[wasm_bindgen_test]
fn ids_are_those_of_the_wheels_own_root() {
    let (one, other) = (Bench::new(), Bench::new());
    for bench in [&one, &other] {
        bench.draw(|pen| {
            pen.button("", "Idag").set("id", "today");
        });
    }
    let found = one.desk.element("today").expect("a button");
    assert!(one.frame.contains(Some(&found)));
    assert!(one.desk.element("tomorrow").is_none());
    other.desk.focus("today");
    assert_eq!(one.desk.focused(), None);
    assert_eq!(other.desk.focused(), other.desk.element("today"));
}

#[wasm_bindgen_test]
fn the_lists_scroll_by_no_more_than_shows_the_line() {
    let bench = Bench::new();
    bench.draw(|pen| {
        let lists = pen.draw("div", &[("class", "lists")]);
        lists.set("style", "height: 100px; overflow: auto");
        for line in 0..10 {
            let line = lists.draw("div", &[("id", &format!("line-{line}"))]);
            line.set("style", "height: 40px");
        }
    });
    let lists = bench.find(".lists");
    let after = |line: &str| {
        bench.desk.reveal(line);
        lists.scroll_top()
    };
    let scrolled = ["line-1", "line-4", "line-3", "line-0", "nothing"].map(after);
    assert_eq!(scrolled, [0, 100, 100, 0, 0]);
}
