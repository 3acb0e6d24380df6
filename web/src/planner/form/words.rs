//! What the forms say besides what the core calls things.

use crate::words::words;
use planning_wheel::time::Lang;

words! {
    merge_into: "Slå ihop med en annan grupp", "Merge into another group";
    merge_said: "Gruppen blir en del av den andra: dess platser går dit, och det som nämner den nämner den andra. Dess egna möten och uppdrag upphör.",
        "The group becomes part of the other: its seats go there, and what names it names the other. Its own meetings and offices end.";
    merge_with: "Slå ihop med", "Merge into";
    merge: "Slå ihop", "Merge";
    merge_parts: "Delar av planen som ändras", "Parts of the plan that change";
    merge_gone: "Tas bort", "Goes";
    merge_changed: "Ändras", "Changes";
    more: "Lägg till uppgift", "Add a detail";
    add_more: "Lägg till …", "Add …";
    not_said: "– inte angivet –", "– not said –";
    needed: "Det här behövs. Det som stod kvar gäller.", "This is needed. What it was still holds.";
    no_day: "Det är ingen dag. Skriv den som år-månad-dag.", "That is no day. Write it as year-month-day.";
    no_number: "Det är inget tal.", "That is no number.";
    no_numbers: "Skriv tal med komma emellan, eller från–till: 1, 25–32, 52.", "Write numbers with commas between, or from–to: 1, 25–32, 52.";
    no_whole: "Skriv ett heltal.", "Write a whole number.";
    nothing_there: "Det finns inget att välja. Lägg till det först.", "There is nothing to choose. Add it first.";
    plus_english: "+ engelska", "+ English";
    own_colour: "Som nivån", "As the level";
    day: "Dag", "Day";
    month: "Månad", "Month";
    says: "Så här står det i en överenskommelse:", "An agreement puts it so:";
    together: "Ändra flera på en gång", "Change several at once";
    together_said: "Välj vilka. Varje fält som du sedan ändrar ändras i alla, som ett steg.", "Choose which. Each field that you then change changes in all of them, as one step.";
    alone: "Bara den här", "Only this one";
    close: "Stäng", "Close";
    duplicate: "Gör en kopia", "Make a copy";
    remove_part: "Ta bort", "Remove";
    remove_whole: "Ta bort med allt som hänvisar", "Remove with all that refers to it";
    up: "Flytta upp", "Move up";
    down: "Flytta ner", "Move down";
    referred: "Det här hänvisar hit:", "This refers to it:";
    dates: "Dagar i året", "Days in the year";
    gone: "Den delen finns inte längre.", "That part is no longer there.";
    loading: "Hämtar formuläret …", "Fetching the form …";
    about_plan: "Om planen", "About the plan";
    elections: "Val och tillträden", "Elections and terms";
    elections_said: "Utan egna regler gäller Sveriges: val andra söndagen i september vart fjärde år.", "Without rules of its own the plan follows Sweden's: elections on the second Sunday of September every fourth year.";
    own_rules: "Skriv egna regler", "Write rules of its own";
    extra_meeting: "Lägg till ett möte", "Add a meeting";
    extra_day: "Dag", "Day";
    why: "Varför", "Why";
    find_part: "Sök i planen", "Search the plan";
    nothing_found: "Inget i planen heter så.", "Nothing in the plan is called that.";
    show_parts: "Planens delar", "Parts of the plan";
    error_sign: "fel", "errors";
    warning_sign: "varningar", "warnings";
    info_sign: "att veta", "to know";
}

/// "Ta bort kortnamn".
pub(crate) fn remove(what: &str, lang: Lang) -> String {
    format!("{} {what}", lang.pick("Ta bort", "Remove"))
}

pub(crate) fn add(what: &str, lang: Lang) -> String {
    format!("{} {what}", lang.pick("Lägg till", "Add"))
}

/// "Lägg till i Grupper".
pub(crate) fn add_to(what: &str, lang: Lang) -> String {
    format!("{}: {what}", lang.pick("Lägg till", "Add"))
}

pub(crate) fn earlier(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Flytta {what} uppåt"),
        Lang::En => format!("Move {what} up"),
    }
}

pub(crate) fn later(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Flytta {what} neråt"),
        Lang::En => format!("Move {what} down"),
    }
}

pub(crate) fn in_english(what: &str, lang: Lang) -> String {
    format!("{what} {}", lang.pick("på engelska", "in English"))
}

pub(crate) fn add_english(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Skriv {what} på engelska också"),
        Lang::En => format!("Write {what} in English too"),
    }
}

/// The step of a change in several parts.
pub(crate) fn in_several(title: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("{title} och {} till", count.saturating_sub(1)),
        Lang::En => format!("{title} and {} more", count.saturating_sub(1)),
    }
}

/// Parts that are changed together, by what makes them alike.
pub(crate) fn like_by(by: &str, count: usize, lang: Lang) -> String {
    let words = match by {
        "level" => lang.pick("Samma nivå", "Same level"),
        "kind" => lang.pick("Samma slag", "Same kind"),
        "role" => lang.pick("Samma uppdrag", "Same office"),
        "owner" => lang.pick("Samma ägare", "Same owner"),
        "pattern" => lang.pick("Samma mönster", "Same pattern"),
        _ => lang.pick("Alla", "All"),
    };
    format!("{words} ({count})")
}

pub(crate) fn scope(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Ändringar görs i {count} delar samtidigt."),
        Lang::En => format!("Changes are made in {count} parts at once."),
    }
}

/// "3 att se över, 1 fel".
pub(crate) fn found(errors: usize, warnings: usize, infos: usize, lang: Lang) -> String {
    let part = |count: usize, word: &str| (count > 0).then(|| format!("{count} {word}"));
    let all = [
        part(errors, error_sign(lang)),
        part(warnings, warning_sign(lang)),
        part(infos, info_sign(lang)),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
