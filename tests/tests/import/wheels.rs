//! Files of YearWheel, made after those that the program writes.

use super::{data, lines, unread};
use planning_wheel::import::{Format, read_yrw};
use planning_wheel::time::{Lang, format};

#[test]
fn forty_items_give_forty_things_on_the_right_days() {
    let file = data("wheel.yrw");
    assert_eq!(Format::of(&file), Format::Yrw);
    let found = read_yrw(&file);
    assert_eq!((found.items.len(), found.unread.len()), (40, 0));
    assert_eq!(found.title.as_deref(), Some("Förvaltningens årshjul"));
    let own = found.items.iter().map(|item| {
        let time = item.time.map_or("-".to_owned(), |time| time.to_string());
        let (start, last) = (format(item.start), format(item.range().last().unwrap()));
        format!(
            "{start} {last} {time} {} | {}",
            item.title,
            item.groups.join(", ")
        )
    });
    let wanted = data("wheel.txt");
    let wanted: Vec<&str> = wanted.lines().filter(|row| !row.starts_with('#')).collect();
    assert_eq!(own.collect::<Vec<_>>(), wanted);
    let notes = found
        .items
        .iter()
        .filter(|item| item.note.is_some())
        .count();
    assert_eq!(notes, 10);
}

#[test]
fn older_files_are_read_and_what_is_wrong_is_told() {
    let found = read_yrw(&data("old.yrw"));
    assert_eq!(
        lines(&found),
        "2026-01-10 – – Bokslut (till 2026-01-31)\n2026-05-01 – – Utan ring\n"
    );
    assert_eq!(found.items[0].groups, ["Ledning", "Ekonomi"]);
    let told = unread(&found, Lang::En);
    let places = [
        "organizationData/items/1/endDate, “Bakvänd”: it ends before",
        "organizationData/items/2/startDate, “Finns inte”: ",
        "organizationData/items/3/name, “i4”: there is no name",
        "organizationData/items/4/time, “snart”: this is no time",
        "organizationData/items/4/ringId, “Utan ring”: the file has no ring",
        "organizationData/items/5/startDate, “Utan dag”: there is no day",
        "organizationData/rings/0/data/0, “Start”: there is no day",
    ];
    assert_eq!(told.len(), places.len(), "{told:#?}");
    for (told, place) in told.iter().zip(places) {
        assert!(told.starts_with(place), "{told}");
    }
}

#[test]
fn what_is_no_wheel_is_told() {
    for (file, word) in [
        ("{", "JSON"),
        ("{}", "neither"),
        (r#"{"format": "planning-wheel/1"}"#, "Open it"),
    ] {
        let told = unread(&read_yrw(file), Lang::En);
        assert!(told.len() == 1 && told[0].contains(word), "{told:?}");
    }
}
