//! A document that is written and read again is the same document.

use super::variation::documents;
use planning_wheel::document::{parse, parse_catalogue, write, write_catalogue};
use planning_wheel_tests::{AGREEMENTS, project_bytes};
use proptest::prelude::*;

#[test]
fn the_shipped_files_are_written_as_they_are_read() {
    for name in AGREEMENTS {
        let bytes = project_bytes(&format!("plans/{name}.json"));
        let document = parse(&bytes).unwrap().document;
        assert_eq!(
            write(&document),
            String::from_utf8(bytes).unwrap(),
            "{name}"
        );
    }
    let bytes = project_bytes("plans/statutory.json");
    let catalogue = parse_catalogue(&bytes).unwrap().document;
    assert_eq!(
        write_catalogue(&catalogue),
        String::from_utf8(bytes).unwrap()
    );
}

proptest! {
    #![proptest_config(super::config(300))]

    #[test]
    fn written_and_read_again_it_is_the_same(varied in documents(8)) {
        let document = varied.value;
        let text = write(&document);
        let read = parse(text.as_bytes());
        prop_assert!(read.is_ok(), "{}", read.unwrap_err());
        prop_assert_eq!(&read.unwrap().document, &document);
        let json = serde_json::to_value(&document).unwrap();
        prop_assert_eq!(serde_json::from_value::<planning_wheel::document::PlanDocument>(json).unwrap(), document);
    }
}
