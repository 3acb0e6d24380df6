//! The exported file: well-formed, standing alone, and safe with hostile texts.

use crate::sample;
use planning_wheel::calendar::EntryKind;
use planning_wheel::export::{Palette, SvgStyle, svg};
use planning_wheel::time::Lang;
use planning_wheel::wheel::{Colour, Wheel};
use std::collections::BTreeSet;

/// Reads a file as XML as strictly as a reader would: nesting, quotes, entities, unique ids.
pub(crate) fn check(file: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut rest = file;
    while let Some(start) = rest.find('<') {
        text(&rest[..start])?;
        let end = rest[start..].find('>').ok_or("a tag without an end")? + start;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop();
            if last != Some(name) {
                return Err(format!("{name} closes {last:?}"));
            }
            continue;
        }
        let (tag, is_empty) = tag
            .strip_suffix('/')
            .map_or((tag, false), |tag| (tag, true));
        let name = tag.split(' ').next().unwrap_or_default();
        for (attribute, value) in attributes(&tag[name.len()..])? {
            text(value)?;
            if attribute == "id" && !ids.insert(value.to_owned()) {
                return Err(format!("{value} twice"));
            }
            if attribute.ends_with("href") && !ids.contains(&value[1..]) {
                return Err(format!("{value} leads nowhere"));
            }
        }
        if !is_empty {
            open.push(name);
        }
    }
    if open.is_empty() && rest.trim().is_empty() {
        Ok(())
    } else {
        Err(format!("left open: {open:?}"))
    }
}

fn attributes(mut text: &str) -> Result<Vec<(&str, &str)>, String> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    while !text.trim().is_empty() {
        let (name, after) = text
            .trim_start()
            .split_once("=\"")
            .ok_or("an attribute without value")?;
        let (value, after) = after.split_once('"').ok_or("a value without end")?;
        if found.iter().any(|(other, _)| *other == name) {
            return Err(format!("{name} twice in a tag"));
        }
        found.push((name, value));
        text = after;
    }
    Ok(found)
}

fn text(text: &str) -> Result<(), String> {
    let entities = ["amp;", "lt;", "gt;", "quot;"];
    let known = |after: &str| entities.iter().any(|entity| after.starts_with(entity));
    if !text.split('&').skip(1).all(known) || text.contains('<') {
        return Err(format!("not escaped: {text}"));
    }
    match text
        .chars()
        .find(|letter| letter.is_control() && *letter != '\n')
    {
        Some(letter) => Err(format!("{letter:?} in a text")),
        None => Ok(()),
    }
}

#[test]
fn files_are_well_formed() {
    let (calm, crowd) = (sample::calm_entries(), sample::crowded_entries());
    for style in [SvgStyle::light(), SvgStyle::dark(), SvgStyle::print()] {
        for input in [
            sample::calm(&calm),
            sample::crowded(&crowd),
            sample::blank(2026),
        ] {
            let wheel = Wheel::new(&input);
            for legend in [true, false] {
                let file = svg(
                    &wheel,
                    &SvgStyle {
                        legend,
                        ..style.clone()
                    },
                );
                assert_eq!(check(&file), Ok(()), "{}", wheel.title);
                for mark in &wheel.marks {
                    assert!(file.contains(&format!("<title>{}</title>", mark.name())));
                }
            }
        }
    }
    assert!(check("<a><b></a></b>").is_err() && check("<a b=\"&x\"/>").is_err());
}

#[test]
fn files_need_nothing_from_elsewhere() {
    let entries = sample::calm_entries();
    let file = svg(&Wheel::new(&sample::calm(&entries)), &SvgStyle::light());
    for unwanted in [
        "<style", "<script", "style=\"", "url(", "<image", "<marker", "class=\"",
    ] {
        assert!(!file.contains(unwanted), "{unwanted}");
    }
    assert_eq!(
        file.matches("http").count(),
        2,
        "the two names of SVG, and nothing else"
    );
}

#[test]
fn several_wheels_can_stand_on_one_page() {
    let entries = sample::calm_entries();
    let wheel = Wheel::new(&sample::calm(&entries));
    let file = |prefix: &str| {
        svg(
            &wheel,
            &SvgStyle {
                prefix: prefix.to_owned(),
                ..SvgStyle::light()
            },
        )
    };
    let both = format!("<p>{}{}</p>", file("a"), file("b"));
    assert_eq!(check(&both), Ok(()));
    assert!(check(&format!("<p>{}{}</p>", file("a"), file("a"))).is_err());
}

#[test]
fn hostile_texts_stay_texts() {
    let long = "å".repeat(10_000);
    let texts = [
        "<script>alert(1)</script>",
        "\"onload=\"x",
        "a\u{0}b\u{1f}c\u{fffe}",
        "\u{202e}bakvänt",
        "]]>&amp;",
        &long,
    ];
    for hostile in texts {
        let on = sample::day(2027, 3, 3);
        let entries = [sample::entry(
            hostile,
            EntryKind::Meeting,
            hostile,
            on,
            &[0],
        )];
        let mut input = sample::blank(2027);
        input.title = hostile.to_owned();
        input.lanes = vec![sample::lane(0, hostile, 0)];
        input.levels[0].title = hostile.to_owned();
        input.breaks = vec![(hostile.to_owned(), input.range)];
        input.entries = entries.iter().collect();
        let wheel = Wheel::new(&input);
        let style = SvgStyle {
            font: hostile.to_owned(),
            ..SvgStyle::light()
        };
        let file = svg(&wheel, &style);
        assert_eq!(check(&file), Ok(()), "{hostile}");
        assert!(!file.contains("<script") && !file.contains('\u{202e}'));
    }
}

#[test]
fn english_is_complete() {
    let entries = sample::crowded_entries();
    let mut input = sample::crowded(&entries);
    input.lang = Lang::En;
    input.title = String::new();
    let file = svg(&Wheel::new(&input), &SvgStyle::light());
    for word in [
        "Planning wheel 2028",
        "mandate year 2 of 4",
        "cycle 2027–2028",
        "October",
        "last day, ",
        "school break",
    ] {
        assert!(file.contains(word), "{word}");
    }
    for word in ["sista dag", "mandatår", "oktober", "helgdag"] {
        assert!(!file.contains(word), "{word}");
    }
}

#[test]
fn what_is_read_can_be_read() {
    for palette in [Palette::light(), Palette::dark(), Palette::print()] {
        let grounds = [palette.ground, palette.months.0, palette.months.1];
        assert!(
            grounds
                .iter()
                .all(|ground| palette.ink.contrast(*ground) >= 7.0)
        );
        assert!(palette.muted.contrast(palette.ground) >= 4.5);
        assert!(palette.today.contrast(palette.ground) >= 3.0);
        for slot in 0..6 {
            let colour = Colour::Slot(slot);
            let lane = palette.lane(colour);
            assert!(
                palette.of(colour).contrast(lane) >= 3.0,
                "mark {slot} on its lane"
            );
            assert!(
                palette.name(colour).contrast(lane) >= 4.5,
                "name {slot} on its lane"
            );
        }
    }
}

#[test]
fn printed_levels_differ_in_grey() {
    let palette = Palette::print();
    for (one, two) in [(0, 1), (1, 2), (2, 3)] {
        let contrast = palette.levels[one].contrast(palette.levels[two]);
        assert!(contrast >= 1.35, "{one} and {two}: {contrast}");
    }
}
