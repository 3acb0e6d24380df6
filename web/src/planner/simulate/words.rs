//! The simulation's own words.

use crate::words::words;
use planning_wheel::time::Lang;

words! {
    simulate: "Simulera", "Simulate";
    period: "Mandatperiod", "Mandate period";
    period_before: "Mandatperioden före", "The mandate period before";
    period_after: "Mandatperioden efter", "The mandate period after";
    empty: "Här prövar du planen över en hel mandatperiod. En variant är planen med några saker annorlunda; upp till fyra står sida vid sida, och en kan bli planen.",
        "Here you try the plan over a whole mandate period. A variant is the plan with some things done differently; up to four stand side by side, and one can become the plan.";
    begin_with: "Börja med", "Begin with";
    own_variant: "Egen variant", "A variant of your own";
    variant: "Variant", "Variant";
    variants: "Varianter", "Variants";
    the_plan: "Planen", "The plan";
    name: "Namn", "Name";
    copy: "Kopiera", "Copy";
    copy_of: "Kopia av", "Copy of";
    remove: "Ta bort", "Remove";
    keep: "Behåll som planen", "Keep as the plan";
    save_file: "Spara som egen fil", "Save as a file of its own";
    is_the_plan: "Så är planen nu.", "This is how the plan is now.";
    no_changes: "Inget är annorlunda än.", "Nothing is different yet.";
    take_back: "Ta tillbaka", "Take back";
    differently: "Gör annorlunda", "Do differently";
    what: "Vad", "What";
    add: "Lägg till", "Add";
    series: "Möten", "Meetings";
    number: "Antal", "Number";
    weekday: "Veckodag", "Weekday";
    deadline: "Sista dag", "Last day";
    days_before: "Dagar före mötet", "Days before the meeting";
    office: "Uppdrag", "Office";
    years: "År", "Years";
    whole_period: "Hela mandatperioden", "The whole mandate period";
    group: "Grupp", "Group";
    like: "Som", "Like";
    into: "Går upp i", "Becomes part of";
    new_name: "Den nya gruppens namn", "Name of the new group";
    day: "Dag", "Day";
    rule: "Regel", "Rule";
    rule_hint: "Plats = värde, till exempel first_year=2027. Förslagen är planens egna.",
        "Place = value, for example first_year=2027. The suggestions are the plan's own.";
    fill_in: "Fyll i alla fält.", "Fill in every field.";
    way_meetings: "Antal möten", "Number of meetings";
    way_weekday: "Veckodag", "Weekday";
    way_lead: "Framförhållning", "Lead time";
    way_interval: "Hur länge uppdrag varar", "How long offices last";
    way_new: "Ny grupp", "New group";
    way_like: "Antal lika grupper", "Number of like groups";
    way_merge: "Slå ihop grupper", "Merge groups";
    way_boards: "När nämnder tillträder", "When boards take office";
    way_election: "Omval", "Re-election";
    way_rule: "Annan regel", "Another rule";
    reckoned_with: "Räkna med", "Reckon with";
    minutes: "Minuter per möte som saknar längd", "Minutes of a meeting without a length";
    travel: "Minuters resa till och från ett möte", "Minutes of travel to and from a meeting";
    in_short: "I korthet", "In short";
    meetings: "Möten", "Meetings";
    hours: "Persontimmar", "Person-hours";
    without_length: "Möten utan längd", "Meetings without a length";
    findings: "Att se över", "To review";
    moved: "Datum som skiljer", "Dates that differ";
    heaviest: "Tyngsta veckan", "The heaviest week";
    longest: "Längsta uppehållet", "The longest gap";
    handed: "Beslut av avgående församling", "Decisions by an outgoing assembly";
    handed_long: "Avgående församling beslutar för den tillträdande",
        "What an outgoing assembly decides for the incoming one";
    dates: "Datum", "Dates";
    entry: "Vad", "What";
    new_findings: "Nytt att se över", "New to review";
    solved: "Löses", "Solved";
    nothing_found: "Inget nytt att se över, och inget löses.", "Nothing new to review, and nothing solved.";
    load_bodies: "Möten och persontimmar per grupp", "Meetings and person-hours by group";
    load_principals: "Möten och persontimmar per huvudman", "Meetings and person-hours by principal";
    load_roles: "Möten och persontimmar per roll", "Meetings and person-hours by role";
    load_weeks: "Vecka för vecka", "Week by week";
    week: "Vecka", "Week";
    gaps: "Längsta uppehåll", "Longest gaps";
    turns: "Vems tur", "Whose turn";
    once: "En gång i mandatperioden", "Once in the mandate period";
    nobody: "inte bestämt", "not settled";
    print: "Skriv ut sammanfattning", "Print a summary";
    on_wheel: "På hjulet", "On the wheel";
    year: "År", "Year";
    same_days: "Alla har samma dagar.", "All have the same days.";
    nothing: "Inget.", "Nothing.";
    no_period: "Planen når ingen mandatperiod.", "The plan reaches no mandate period.";
    no_role: "utan roll", "without a role";
    no_principal: "utan huvudman", "without a principal";
    meetings_only: "Bara möten", "Meetings only";
}

/// "Variant 2".
pub(super) fn numbered(number: u32, lang: Lang) -> String {
    format!("{} {number}", variant(lang))
}

/// "Behöll Sex möten som planen".
pub(super) fn kept(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Behöll ”{title}” som planen"),
        Lang::En => format!("Kept “{title}” as the plan"),
    }
}

/// Hours of so many minutes, to half an hour: "1 234,5".
pub(super) fn in_hours(minutes: u64, lang: Lang) -> String {
    let halves = (minutes + 15) / 30;
    let whole = grouped(halves / 2);
    match (halves % 2, lang) {
        (0, _) => whole,
        (_, Lang::Sv) => format!("{whole},5"),
        (_, Lang::En) => format!("{whole}.5"),
    }
}

fn grouped(number: u64) -> String {
    match number {
        0..=9_999 => number.to_string(),
        _ => format!("{}\u{202f}{:03}", grouped(number / 1000), number % 1000),
    }
}

/// "12 skillnader".
pub(super) fn differences(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Sv, 0) => "Hjulet ser ut som planens.".into(),
        (Lang::Sv, 1) => "1 skillnad".into(),
        (Lang::Sv, _) => format!("{count} skillnader"),
        (Lang::En, 0) => "The wheel looks like the plan's.".into(),
        (Lang::En, 1) => "1 difference".into(),
        (Lang::En, _) => format!("{count} differences"),
    }
}

/// "och 8 till".
pub(super) fn and_more(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("… och {number} till"),
        Lang::En => format!("… and {number} more"),
    }
}

/// "67 dagar".
pub(super) fn days(number: i64, lang: Lang) -> String {
    match (number, lang) {
        (1, Lang::Sv) => "1 dag".into(),
        (1, Lang::En) => "1 day".into(),
        (_, Lang::Sv) => format!("{number} dagar"),
        (_, Lang::En) => format!("{number} days"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_to_the_half() {
        for (minutes, sv, en) in [
            (0, "0", "0"),
            (90, "1,5", "1.5"),
            (14, "0", "0"),
            (599_999, "10\u{202f}000", "10\u{202f}000"),
        ] {
            assert_eq!(in_hours(minutes, Lang::Sv), sv);
            assert_eq!(in_hours(minutes, Lang::En), en);
        }
    }
}
