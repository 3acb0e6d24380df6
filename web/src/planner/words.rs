//! The planner's own words; those of plans, findings and actions come from the core.

use crate::words::words;
use planning_wheel::time::Lang;

words! {
    planner: "Planera", "Plan";
    screen: "Visning", "View";
    undo: "Ångra", "Undo";
    redo: "Gör om", "Redo";
    history: "Steg", "Steps";
    at_start: "Planen är som när den öppnades.", "The plan is as it was opened.";
    opened: "Planen öppnades", "The plan was opened";
    waiting: "Öppnar planeraren …", "Opening the planner …";
    publish: "Publicera", "Publish";
    unpublish: "Ta tillbaka publiceringen", "Take the publication back";
    roll: "Rulla vidare", "Roll forward";
    cancel: "Avbryt", "Cancel";
    year: "År", "Year";
    year_before: "Året före", "The year before";
    year_after: "Året efter", "The year after";
    wheel: "Hjul", "Wheel";
    review: "Att se över", "To review";
    nothing_found: "Inget att se över i året.", "Nothing to review in the year.";
    go_there: "Visa i planen", "Show in the plan";
    meeting: "Mötet", "The meeting";
    move_to: "Ny dag", "New day";
    why: "Varför", "Why";
    why_hint: "till exempel: krockar med fullmäktige", "for example: clashes with the council";
    day_earlier: "En dag tidigare", "A day earlier";
    day_later: "En dag senare", "A day later";
    week_earlier: "En vecka tidigare", "A week earlier";
    week_later: "En vecka senare", "A week later";
    keep_move: "Flytta hit", "Move here";
    leave_move: "Låt det vara", "Leave it";
    lock: "Lås dagen", "Lock the day";
    unlock: "Lås upp", "Unlock";
    restore: "Ta tillbaka ändringen", "Take the change back";
    cancel_meeting: "Ställ in", "Cancel the meeting";
    consequences: "Det här ändras", "This changes";
    no_consequences: "Inget annat ändras.", "Nothing else changes.";
    solved: "Löses", "Solved";
    found: "Nytt att se över", "New to review";
    grab_hint: "Dra ett möte längs sin ring, eller välj det och tryck på M: pilarna flyttar en dag eller en vecka, Enter släpper, Escape ångrar. F6 går mellan delarna av sidan.",
        "Drag a meeting along its ring, or choose it and press M: arrows move it by a day or a week, Enter lets go, Escape takes it back. F6 goes between the parts of the page.";
    moving: "Flyttar. Vänster och höger: en dag. Upp och ner: en vecka. Enter släpper, Escape ångrar.",
        "Moving. Left and right: a day. Up and down: a week. Enter lets go, Escape takes it back.";
    by_hand_hint: "Den som läser planen ser varför.", "Whoever reads the plan sees why.";
    guide: "Till ett publicerat årshjul", "To a published wheel";
    guide_open: "Steg för steg", "Step by step";
    guide_close: "Stäng steg för steg", "Close step by step";
    guide_next: "Nästa", "Next";
    guide_name: "Vad heter samarbetet?", "What is the collaboration called?";
    guide_name_hint: "Namnet står överst på hjulet och på allt som skrivs ut.", "The name stands above the wheel and on all that is printed.";
    guide_principals: "Vilka huvudmän är med?", "Which principals take part?";
    guide_principals_hint: "Skriv era egna namn, lägg till dem som saknas och ta bort dem som inte är med.",
        "Write your own names, add those that are missing and remove those that take no part.";
    guide_bodies: "Vilka grupper har ni?", "Which groups do you have?";
    guide_bodies_hint: "Skriv era egna namn och lägg till de grupper som saknas. Tas en grupp bort går dess möten och steg med; Ångra ger dem tillbaka.",
        "Write your own names and add the groups that are missing. With a group go its meetings and steps; Undo brings them back.";
    guide_often: "Hur ofta möts de?", "How often do they meet?";
    guide_often_hint: "Dagarna läggs ut jämnt och håller sig från helger och lov. I hjulet kan varje möte dras till en annan dag.",
        "Days are spread evenly and keep off holidays and breaks. In the wheel each meeting can be dragged to another day.";
    guide_none_yet: "inga möten än", "no meetings yet";
    guide_review_hint: "Under ”Att se över” står vad som krockar eller saknas, med det som hjälper att trycka på.",
        "Under “To review” stands what clashes or is missing, with what helps to press.";
    newer: "Från en nyare version", "From a newer version";
    newer_taken: "Planen är från en nyare version. Det som inte förstås här följer med som det skrevs.",
        "The plan is from a newer version. What is not understood here goes along as it was written.";
    newer_copy: "Fortsätt i en kopia", "Go on in a copy";
    newer_change: "Ändra den här planen", "Change this plan";
    newer_kept: "Det som inte förstås står kvar som det skrevs, också när planen ändras, och försvinner bara med den del det står i.",
        "What is not understood stays as it was written, also when the plan is changed, and goes only with the part that it is in.";
    newer_parts: "Det som inte förstås här", "What is not understood here";
    take_days: "Dagar", "Days";
    take_whose: "För", "For";
    take_whole: "Hela planen", "The whole plan";
    take_page: "En sida att mejla (HTML)", "A page to mail (HTML)";
    take_page_hint: "En enda fil med hjulet i. Den som får den öppnar den i sin webbläsare, också utan nät.",
        "One file with the wheel in it. Whoever gets it opens it in a browser, without a network too.";
    everybody: "Alla", "Everybody";
    groups: "Grupper", "Groups";
    principals: "Huvudmän", "Principals";
    holder: "Vem har uppdraget?", "Who holds the office?";
    no_holder: "– inte angivet –", "– not said –";
    by_hand: "Flyttat för hand", "Moved by hand";
    gone: "borta", "gone";
    new: "ny", "new";
    before: "Förut", "Before";
    after: "Sedan", "After";
}

/// "Mandatperioden 2027–2030".
pub(crate) fn take_period(years: &str, lang: Lang) -> String {
    let word = lang.pick("Mandatperioden", "Mandate period");
    format!("{word} {years}")
}

pub(crate) fn undone(title: &str, lang: Lang) -> String {
    let word = lang.pick("Ångrat", "Undone");
    format!("{word}: {title}")
}

pub(crate) fn redone(title: &str, lang: Lang) -> String {
    let word = lang.pick("Gjort igen", "Done again");
    format!("{word}: {title}")
}

pub(crate) fn at_step(title: &str, lang: Lang) -> String {
    let word = lang.pick("Tillbaka vid", "Back at");
    format!("{word}: {title}")
}

pub(crate) fn undo_of(title: Option<&str>, lang: Lang) -> String {
    named(undo(lang), title)
}

pub(crate) fn redo_of(title: Option<&str>, lang: Lang) -> String {
    named(redo(lang), title)
}

fn named(word: &str, title: Option<&str>) -> String {
    match title {
        Some(title) => format!("{word}: {title}"),
        None => word.to_owned(),
    }
}

pub(crate) fn publish_year(year: i32, lang: Lang) -> String {
    format!("{} {year}", publish(lang))
}

pub(crate) fn is_published(year: i32, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("{year} är publicerat"),
        Lang::En => format!("{year} is published"),
    }
}

pub(crate) fn roll_to(year: i32, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Rulla till {year}"),
        Lang::En => format!("Roll to {year}"),
    }
}

pub(crate) fn publish_said(year: i32, found: usize, lang: Lang) -> String {
    match (lang, found) {
        (Lang::Sv, 0) => {
            format!("Dagarna {year} ligger fast. Senare ändringar visas som flyttade.")
        }
        (Lang::En, 0) => format!("The days of {year} are fixed. Later changes show as moved."),
        (Lang::Sv, _) => format!(
            "Dagarna {year} ligger fast. Senare ändringar visas som flyttade. Kvar att se över: {found}."
        ),
        (Lang::En, _) => format!(
            "The days of {year} are fixed. Later changes show as moved. Left to review: {found}."
        ),
    }
}

pub(crate) fn roll_said(from: i32, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Mötena från {from} får samma veckodag i samma vecka året efter."),
        Lang::En => format!("Meetings of {from} get the same weekday in the same week a year on."),
    }
}

pub(crate) fn guide_review(year: i32, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Se över {year}"),
        Lang::En => format!("Review {year}"),
    }
}

pub(crate) fn guide_remove(title: &str, lang: Lang) -> String {
    let word = lang.pick("Ta bort", "Remove");
    format!("{word} {title}")
}

fn some(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

pub(crate) fn guide_found(errors: usize, warnings: usize, lang: Lang) -> String {
    match (lang, errors + warnings) {
        (Lang::Sv, 0) => "Inget krockar och inget saknas.".to_owned(),
        (Lang::En, 0) => "Nothing clashes and nothing is missing.".to_owned(),
        (Lang::Sv, _) => format!(
            "Kvar: {errors} fel, {}.",
            some(warnings, "varning", "varningar")
        ),
        (Lang::En, _) => format!(
            "Left: {}, {}.",
            some(errors, "error", "errors"),
            some(warnings, "warning", "warnings")
        ),
    }
}

pub(crate) fn guide_done(year: i32, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("{year} är publicerat. Nästa höst: rulla till {}.", year + 1),
        Lang::En => format!("{year} is published. Next autumn: roll to {}.", year + 1),
    }
}

/// "4–8 om året" as an agreement allows it; nothing where it allows any number.
pub(crate) fn allowed(least: Option<u64>, most: Option<u64>, lang: Lang) -> String {
    match (least, most) {
        (Some(least), Some(most)) if least == most => format!("({least})"),
        (Some(least), Some(most)) => format!("({least}–{most})"),
        (Some(least), None) => format!("({} {least})", lang.pick("minst", "at least")),
        (None, Some(most)) => format!("({} {most})", lang.pick("högst", "at most")),
        (None, None) => String::new(),
    }
}
