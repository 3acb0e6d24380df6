//! How saving goes, and what is said when it does not.

use super::news::Saving;
use planning_wheel::time::Lang;

/// How the plan is saved, in a few words.
pub(crate) fn saving(saving: &Saving, refused: &str, lang: Lang) -> String {
    let words = match saving.state.as_str() {
        "saved" if saving.revision == 0 => lang.pick(
            "Sparas vid första ändringen",
            "Saved from the first change on",
        ),
        "saved" if !refused.is_empty() => lang.pick("Bara i den här fliken", "In this tab only"),
        "saved" => lang.pick("Sparad i webbläsaren", "Saved in the browser"),
        "saving" => lang.pick("Sparar …", "Saving …"),
        "slow" => lang.pick(
            "Väntar på att en annan flik ska bli klar …",
            "Waits for another tab to finish …",
        ),
        "behind" if saving.removed => {
            lang.pick("Borttagen i en annan flik", "Taken away in another tab")
        }
        "behind" => lang.pick("Ändrad i en annan flik", "Changed in another tab"),
        "conflict" | "failed" | "stopped" => lang.pick("Inte sparad", "Not saved"),
        _ => "",
    };
    words.to_owned()
}

/// What is to be done when the plan is not saved; nothing when it is.
pub(crate) fn alarm(saving: &Saving, lang: Lang) -> Option<String> {
    let words = match saving.state.as_str() {
        "conflict" => lang.pick(
            "Planen har ändrats på ett annat håll. Ingenting är överskrivet: välj vad som gäller, så sparas det.",
            "The plan was changed elsewhere. Nothing is overwritten: choose what holds, and it is saved.",
        ),
        "failed" => return Some(unsaved(&saving.fault, lang)),
        _ => return None,
    };
    Some(words.to_owned())
}

fn unsaved(code: &str, lang: Lang) -> String {
    let head = lang.pick("Det senaste är inte sparat: ", "The latest is not saved: ");
    let tail = lang.pick(
        " Det som sparades förut finns kvar. Spara planen som fil för säkerhets skull.",
        " What was saved before is there. Save the plan as a file to be safe.",
    );
    format!("{head}{}{tail}", why(code, lang))
}

/// Why the browser did not do as it was asked.
fn why(code: &str, lang: Lang) -> &'static str {
    match code {
        "quota" => lang.pick(
            "webbläsarens utrymme är slut. Radera borttagna planer eller frigör plats på disken.",
            "the browser has no room left. Delete plans that were taken away, or free space on the disk.",
        ),
        "blocked" => lang.pick(
            "en annan flik håller i det sparade. Stäng andra flikar med planeraren.",
            "another tab holds what is kept. Close other tabs with the planner.",
        ),
        "newer" => lang.pick(
            "en nyare version av sidan har tagit över. Ladda om sidan.",
            "a newer version of the page has taken over. Reload the page.",
        ),
        "closed" => lang.pick(
            "webbläsaren stängde sitt lager.",
            "the browser closed its store.",
        ),
        "corrupt" => lang.pick(
            "det som sparats är skadat och går inte att läsa.",
            "what was kept is damaged and cannot be read.",
        ),
        "missing" => lang.pick("den finns inte längre.", "it is no longer there."),
        "refused" | "private" => lang.pick(
            "webbläsaren låter inte sidan spara.",
            "the browser does not let the page keep anything.",
        ),
        "denied" => lang.pick(
            "webbläsaren släpper inte in oss i filen.",
            "the browser does not let us into the file.",
        ),
        "busy" => lang.pick(
            "ett annat program håller i filen.",
            "another program holds the file.",
        ),
        "crashed" => lang.pick("planeraren har kraschat.", "the planner has crashed."),
        _ => lang.pick("webbläsaren avbröt.", "the browser broke it off."),
    }
}

/// What was asked for and did not happen.
pub(crate) fn fault(what: &str, code: &str, lang: Lang) -> String {
    if code == "unsaved" {
        return lang
            .pick(
                "Planen är öppen kvar: det senaste är inte sparat än. Spara den som fil, eller försök igen.",
                "The plan stays open: the latest is not saved yet. Save it as a file, or try again.",
            )
            .to_owned();
    }
    let head = match what {
        "open" | "agreement" | "file" | "text" => lang.pick(
            "Planen kunde inte öppnas: ",
            "The plan could not be opened: ",
        ),
        "saveFile" => lang.pick("Filen kunde inte sparas: ", "The file could not be saved: "),
        "list" | "versions" | "version" => lang.pick(
            "Det sparade kunde inte läsas: ",
            "What is kept could not be read: ",
        ),
        _ => lang.pick("Det gick inte: ", "That did not work: "),
    };
    format!("{head}{}", why(code, lang))
}

/// Why nothing is kept, and what to do; nothing when it is.
pub(crate) fn refused(reason: &str, lang: Lang) -> Option<String> {
    if reason.is_empty() {
        return None;
    }
    let head = lang.pick(
        "Ingenting sparas när fliken stängs: ",
        "Nothing is kept when this tab is closed: ",
    );
    let tail = lang.pick(" Spara planen som fil.", " Save the plan as a file.");
    Some(format!("{head}{}{tail}", why(reason, lang)))
}

pub(crate) fn recovered(from: u64, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!(
            "Det som sparades sist är skadat. Det här är version {from}, den senaste som är hel."
        ),
        Lang::En => format!(
            "What was saved last is damaged. This is version {from}, the latest that is whole."
        ),
    }
}

/// How the plan's file is.
pub(crate) fn file(file: &Saving, written: &str, lang: Lang) -> String {
    let name = &file.name;
    match (file.state.as_str(), lang) {
        ("saved", Lang::Sv) => format!("och i {name}"),
        ("saved", Lang::En) => format!("and in {name}"),
        ("saving", Lang::Sv) => format!("Skriver {name} …"),
        ("saving", Lang::En) => format!("Writing {name} …"),
        ("ask", Lang::Sv) => format!("{name} väntar på din tillåtelse"),
        ("ask", Lang::En) => format!("{name} waits for your permission"),
        ("conflict", Lang::Sv) => format!("{name} har ändrats av någon annan"),
        ("conflict", Lang::En) => format!("{name} was changed by somebody else"),
        ("failed", _) => {
            let head = lang.pick("kunde inte skrivas", "could not be written");
            format!("{name} {head}: {}", why(&file.fault, lang))
        }
        (_, _) if written.is_empty() => String::new(),
        (_, Lang::Sv) => format!("{written} är sparad som fil"),
        (_, Lang::En) => format!("{written} is saved as a file"),
    }
}
