//! What the pen draws: elements, attributes and text, and nothing more than was written.

use super::Bench;
use wasm_bindgen_test::wasm_bindgen_test;

/// Texts that a hostile plan may show.
const TEXTS: [&str; 5] = [
    "<img src=x onerror=alert(1)>",
    "</svg><script>alert(1)</script>",
    "&lt;b&gt; &amp; ]]>",
    "\u{202e}bakom \u{0} \"'",
    "--own",
];

#[wasm_bindgen_test]
fn elements_stand_where_they_were_drawn() {
    let bench = Bench::new();
    bench.draw(|pen| {
        let list = pen.draw("ul", &[("class", "row")]);
        let first = list.draw("li", &[]);
        let second = list.draw("li", &[("lang", "sv")]);
        first.write("ett");
        second.write("två");
        pen.say("p", "", "tre");
        first.say("b", "strong", "!");
    });
    assert_eq!(
        bench.frame.inner_html(),
        "<ul class=\"row\"><li>ett<b class=\"strong\">!</b></li><li lang=\"sv\">två</li></ul>\
         <p>tre</p>"
    );
}

#[wasm_bindgen_test]
fn a_picture_and_what_is_in_it_are_svg() {
    let bench = Bench::new();
    bench.draw(|pen| {
        let picture = pen.draw("svg", &[]).unseen_group();
        picture.path("ring", "M 0 0").title("ring");
        pen.draw("p", &[]);
    });
    let space = |selector| bench.find(selector).namespace_uri();
    for part in ["svg", "svg g", "svg path", "svg title"] {
        assert_eq!(space(part).as_deref(), Some("http://www.w3.org/2000/svg"));
    }
    assert_eq!(space("p").as_deref(), Some("http://www.w3.org/1999/xhtml"));
}

#[wasm_bindgen_test]
fn markup_in_a_text_stays_text() {
    let bench = Bench::new();
    for text in TEXTS {
        bench.frame.set_text_content(None);
        bench.draw(|pen| {
            pen.say("p", "", text).set("title", text);
            pen.draw("svg", &[]).title(text);
        });
        let inside = ["p", "svg", "title"];
        let all = bench.frame.query_selector_all("*").expect("elements");
        assert_eq!(all.length() as usize, inside.len(), "{text:?}");
        assert_eq!(bench.find("p").text_content().as_deref(), Some(text));
        assert_eq!(
            bench.find("p").get_attribute("title").as_deref(),
            Some(text)
        );
        assert_eq!(bench.find("title").text_content().as_deref(), Some(text));
    }
}

#[wasm_bindgen_test]
fn what_parts_the_fields_cannot_be_smuggled_in() {
    let bench = Bench::new();
    bench.draw(|pen| {
        pen.say("p", "", "a\u{1f}onclick\u{1f}alert(1)\u{1e}0\u{1f}script");
        pen.say("p", "b\u{1f}", "efter");
    });
    assert_eq!(
        bench.frame.inner_html(),
        "<p>aonclickalert(1)0script</p><p class=\"b\">efter</p>"
    );
}

#[wasm_bindgen_test]
fn each_element_is_handed_over_as_itself() {
    let bench = Bench::new();
    bench.draw(|pen| {
        for name in ["ett", "två", "tre"] {
            let item = pen.draw("li", &[]);
            item.say("b", "", "•");
            item.then(move |element| element.set_id(name));
        }
    });
    let list = bench.frame.children();
    let ids = (0..list.length()).filter_map(|at| Some(list.item(at)?.id()));
    assert_eq!(ids.collect::<Vec<_>>(), ["ett", "två", "tre"]);
}
