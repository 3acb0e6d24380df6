//! What keeping says.

use super::clash::{Clash, Meeting};
use super::news::{Answer, Kept};
use crate::words::words;
use planning_wheel::document::Text;
use planning_wheel::time::Lang;

words! {
    keeping: "Sparat", "Saved";
    my_plans: "Mina planer", "My plans";
    none_yet: "Här finns inga planer än. Börja med en nedan.", "There are no plans here yet. Begin with one below.";
    new_plan: "Ny plan", "New plan";
    from_agreement: "Från en överenskommelse", "From an agreement";
    from_nothing: "Från ett tomt papper", "From a blank page";
    from_file: "Från en fil", "From a file";
    open_file: "Öppna en fil …", "Open a file …";
    save_file: "Spara som fil …", "Save as a file …";
    allow_file: "Fortsätt spara i filen", "Go on saving to the file";
    begin: "Börja", "Begin";
    name: "Namn", "Name";
    rename: "Byt namn", "Rename";
    copy: "Kopiera", "Copy";
    remove: "Ta bort", "Take away";
    undo: "Ångra", "Undo";
    removed: "Borttagna planer", "Plans taken away";
    restore: "Hämta tillbaka", "Bring back";
    forget: "Radera för alltid", "Delete for ever";
    forget_surely: "Ja, radera för alltid", "Yes, delete for ever";
    retry: "Försök igen", "Try again";
    follow: "Visa det nya", "Show what is new";
    choose: "Välj vad som gäller", "Choose what holds";
    versions: "Versioner", "Versions";
    versions_said: "Att gå tillbaka blir en ny version: ingenting försvinner. Ju äldre, desto glesare sparas de.",
        "Going back makes a new version: nothing is lost. The older they are, the fewer are kept.";
    no_versions: "Här finns inga versioner än.", "There are no versions yet.";
    newest: "Nu", "Now";
    go_back: "Gå tillbaka hit", "Go back to this";
    close: "Stäng", "Close";
    later: "Välj senare", "Choose later";
    mine: "Mitt", "Mine";
    theirs: "Den andras", "Theirs";
    before: "Förut", "Before";
    nothing: "ingenting", "nothing";
    staying: "Var planerna finns", "Where the plans are";
    staying_said: "De finns i den här webbläsaren, på den här datorn, och skickas ingenstans. Webbläsaren kan slänga dem när det är ont om plats, och om webbplatsens data rensas försvinner de. En plan som sparas som fil är ett säkert extra exemplar.",
        "They are in this browser, on this computer, and are sent nowhere. The browser may throw them out when room is short, and they go when the site's data are cleared. A plan that is saved as a file is a safe second copy.";
    stay: "Be webbläsaren att behålla dem", "Ask the browser to keep them";
    whole: "Hela planen", "The whole plan";
    no_plan: "Valen går inte ihop till en plan. Välj annorlunda.", "These choices do not make a plan together. Choose otherwise.";
}

/// What the browser has answered.
pub(crate) fn answer(answer: Answer, lang: Lang) -> &'static str {
    match answer {
        Answer::Waiting => lang.pick(
            "Webbläsaren är tillfrågad …",
            "The browser has been asked …",
        ),
        Answer::Yes => lang.pick(
            "Webbläsaren lovar att behålla planerna.",
            "The browser promises to keep the plans.",
        ),
        Answer::No => lang.pick(
            "Webbläsaren lovar inget. Spara viktiga planer som filer också.",
            "The browser promises nothing. Save important plans as files too.",
        ),
        Answer::Unknown => lang.pick(
            "Den här webbläsaren kan inte lova något. Spara viktiga planer som filer också.",
            "This browser cannot promise anything. Save important plans as files too.",
        ),
    }
}

/// What a change by hand does; the document's word for it is given.
pub(crate) fn edit(kind: &str, lang: Lang) -> Option<&'static str> {
    Some(match kind {
        "move" => lang.pick("Flyttas till", "Moved to"),
        "cancel" => lang.pick("Ställs in.", "Cancelled."),
        "continue" => lang.pick("Fortsätter", "Goes on"),
        "add" => lang.pick("Läggs till", "Added on"),
        "lock" => lang.pick("Låses", "Locked on"),
        _ => return None,
    })
}

pub(crate) fn yes_or_no(is: bool, lang: Lang) -> &'static str {
    match is {
        true => lang.pick("ja", "yes"),
        false => lang.pick("nej", "no"),
    }
}

/// Day and time of a save.
pub(crate) fn when(kept: &Kept, lang: Lang) -> String {
    let day = kept.day.map(|day| lang.short_date(day)).unwrap_or_default();
    format!("{day} {}", kept.time)
}

pub(crate) fn saved_at(kept: &Kept, lang: Lang) -> String {
    let word = lang.pick("Sparad", "Saved");
    format!("{word} {}", when(kept, lang))
}

/// What a version is: what was done, or its number.
pub(crate) fn version(kept: &Kept, lang: Lang) -> String {
    let word = lang.pick("Version", "Version");
    match kept.note.is_empty() {
        true => format!("{word} {}", kept.revision),
        false => kept.note.clone(),
    }
}

pub(crate) fn go_back_to(kept: &Kept, lang: Lang) -> String {
    format!(
        "{}: {} {}",
        go_back(lang),
        when(kept, lang),
        version(kept, lang)
    )
}

pub(crate) fn is_gone(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("{title} är borttagen."),
        Lang::En => format!("{title} is taken away."),
    }
}

pub(crate) fn copy_of(title: &str, lang: Lang) -> String {
    let word = lang.pick("kopia", "copy");
    format!("{title} ({word})")
}

/// Name of the step that a merge is.
pub(crate) fn merged(file: bool) -> Text {
    match file {
        true => Text::both("Sammanfogad med filen", "Merged with the file"),
        false => Text::both("Sammanfogad med en annan flik", "Merged with another tab"),
    }
}

/// Name of the step that going back is.
pub(crate) fn back_to(revision: u64) -> Text {
    Text::both(
        format!("Tillbaka till version {revision}"),
        format!("Back to version {revision}"),
    )
}

pub(crate) fn clash_title(meeting: &Meeting, file: bool, lang: Lang) -> &'static str {
    match (meeting, file) {
        (Meeting::Gone, false) => lang.pick("Planen är borttagen", "The plan was taken away"),
        (_, true) => lang.pick("Filen har ändrats", "The file was changed"),
        (_, false) => lang.pick(
            "Planen har ändrats i en annan flik",
            "The plan was changed in another tab",
        ),
    }
}

/// What has happened, and what choosing does.
pub(crate) fn clash(clash: &Clash, lang: Lang) -> &'static str {
    match &clash.meeting {
        Meeting::Gone => lang.pick(
            "Den togs bort på ett annat håll medan den var öppen här. Du kan behålla den.",
            "It was taken away elsewhere while it was open here. You can keep it.",
        ),
        Meeting::Unreadable if clash.file => lang.pick(
            "Det som står i filen går inte att läsa här. Skriver du över den finns det andra inte kvar: spara hellre din plan som en annan fil.",
            "What the file holds cannot be read here. If you write over it, the other is gone: better save your plan as another file.",
        ),
        Meeting::Unreadable => lang.pick(
            "Det som sparades där går inte att läsa här. Behåller du ditt finns det andra kvar bland versionerna.",
            "What was saved there cannot be read here. If you keep yours, the other is among the versions.",
        ),
        Meeting::Whole(_) => lang.pick(
            "Vad båda utgick från är inte känt, så planerna kan inte sammanfogas. Välj en; den andra finns bland versionerna.",
            "What both began with is not known, so that they cannot be merged. Choose one; the other is among the versions.",
        ),
        Meeting::Merged(_) => lang.pick(
            "Allt som går ihop är sammanfogat. Det här har ni ändrat på olika sätt:",
            "All that goes together is merged. This you have changed in different ways:",
        ),
    }
}

pub(crate) fn settle(clash: &Clash, lang: Lang) -> &'static str {
    match &clash.meeting {
        Meeting::Unreadable if clash.file => lang.pick("Skriv över filen", "Write over the file"),
        Meeting::Gone => lang.pick("Behåll planen", "Keep the plan"),
        Meeting::Unreadable => lang.pick("Behåll mitt", "Keep mine"),
        Meeting::Whole(_) | Meeting::Merged(_) => lang.pick("Spara så här", "Save it like this"),
    }
}
