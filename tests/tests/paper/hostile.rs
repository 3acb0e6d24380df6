//! Plans come from others: nothing that they say becomes markup or hides.

use super::papers;
use planning_wheel::document::{PlanDocument, Text, from_value, to_value};
use planning_wheel::export::{paper_fragment, paper_html, paper_text};
use planning_wheel::time::Lang;
use planning_wheel_tests::{AGREEMENTS, checked, document_of};
use serde_json::Value;

const HOSTILE: &str =
    "<script>alert(1)</script>\"'&<img src=x onerror=y>\u{202e}\u{200b}-->]]>\n</style>";

/// Every title, name and text of a document made hostile.
fn made_hostile(document: &PlanDocument) -> PlanDocument {
    fn turn(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields
                    .iter_mut()
                    .filter(|(name, _)| !["holiday", "offices"].contains(&name.as_str()))
                {
                    let text = [
                        "title",
                        "name",
                        "short",
                        "role",
                        "place",
                        "responsible",
                        "text",
                        "section",
                    ]
                    .contains(&name.as_str());
                    match value {
                        Value::String(text_of) if text => *text_of = HOSTILE.to_owned(),
                        Value::Object(both) if text && both.contains_key("sv") => {
                            *value = Value::from(HOSTILE)
                        }
                        Value::Object(texts) if name == "texts" => {
                            texts
                                .values_mut()
                                .for_each(|text| *text = Value::from(HOSTILE));
                        }
                        other => turn(other),
                    }
                }
            }
            Value::Array(list) => list.iter_mut().for_each(turn),
            _ => {}
        }
    }
    let mut value = to_value(document);
    turn(&mut value);
    from_value(&value).unwrap()
}

#[test]
fn no_text_becomes_markup_or_hides() {
    for name in AGREEMENTS {
        let document = made_hostile(&document_of(name));
        assert_eq!(document.title, Text::from(HOSTILE));
        let plan = checked(document);
        for paper in papers(&plan, Lang::Sv) {
            for html in [paper_html(&paper, &plan), paper_fragment(&paper)] {
                for wrong in ["<script", "<img", "</style>\"", "\u{202e}"] {
                    assert!(!html.contains(wrong), "{wrong:?} in {html}");
                }
                assert!(
                    html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
                    "{html}"
                );
                assert!(html.matches("<style>").count() <= 1);
            }
            let text = paper_text(&paper);
            let steers = |letter: char| letter != '\n' && letter.is_control();
            assert!(
                !text.contains(steers) && !text.contains('\u{202e}'),
                "{text}"
            );
        }
    }
}
