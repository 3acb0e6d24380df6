//! The page's own words; those of plans and calendars come from the core.

use planning_wheel::time::Lang;

/// Words in both languages: a function of the language for each.
macro_rules! words {
    ($($name:ident: $sv:literal, $en:literal;)+) => {$(
        pub(crate) fn $name(lang: Lang) -> &'static str {
            lang.pick($sv, $en)
        }
    )+};
}

// Without the planner only this room has words.
#[cfg(feature = "planner")]
pub(crate) use words;

words! {
    wheel: "Hjul", "Wheel";
    mandate: "Mandatperiod", "Mandate period";
    agenda: "Agenda", "Agenda";
    year_wheel: "årshjul", "planning wheel";
    screen: "Visning", "View";
    year: "År", "Year";
    year_before: "Året före", "The year before";
    year_after: "Året efter", "The year after";
    period_before: "Mandatperioden före", "The mandate period before";
    period_after: "Mandatperioden efter", "The mandate period after";
    this_period: "Nu", "Now";
    mandate_period: "mandatperiod", "mandate period";
    nothing_once: "Inget särskilt under mandatperioden med de val som är gjorda.", "Nothing out of the ordinary in the period with these choices.";
    rings_hint: "Ytterst står möten per månad, mörkare ju fler de är. Innanför löper dokument, mandattider och uppdrag. Innerst står det som händer en gång.", "Outermost are meetings by month, darker the more there are. Inside run documents, terms and offices. Innermost is what happens once.";
    this_year: "I år", "This year";
    take_along: "Ta med", "Take along";
    calendar_file: "Kalenderfil", "Calendar file";
    table_file: "CSV", "CSV";
    calendar_shown: "Kalenderfil: det som visas", "Calendar file: what is shown";
    calendar_all: "Kalenderfil: allt", "Calendar file: everything";
    picture_file: "SVG", "SVG";
    image_file: "PNG", "PNG";
    as_file: "Som fil", "As a file";
    to_copy: "Att kopiera", "To copy";
    copy_link: "Länk hit", "Link to this";
    copy_code: "Kod för en webbsida", "Code for a web page";
    taking_busy: "Gör i ordning filen …", "Preparing the file …";
    taking_saved: "Sparad", "Saved";
    taking_copied: "Kopierat.", "Copied.";
    taking_failed: "Filen kunde inte göras. Kontrollera nätet och försök igen",
        "The file could not be made. Check the network and try again";
    taking_refused: "Webbläsaren lät inte sidan kopiera. Texten är markerad: kopiera den härifrån.",
        "The browser did not let the page copy. The text is selected: copy it from here.";
    taking_text: "Text att kopiera", "Text to copy";
    print: "Skriv ut", "Print";
    filters: "Visa", "Show";
    search: "Sök", "Search";
    found: "Träffar", "Matches";
    every_body: "Alla grupper", "All bodies";
    zoom: "Visa året, en termin, en månad eller en vecka", "Show the year, a term, a month or a week";
    whose_term: "Vems mandattid", "Whose term of office";
    boards_term: "Nämnder", "Boards";
    councils_term: "Fullmäktige", "Councils";
    part_before: "Föregående", "Previous";
    part_after: "Nästa", "Next";
    every_kind: "Alla slag", "All kinds";
    every_principal: "Alla huvudmän", "All principals";
    principal: "Huvudman", "Principal";
    last_days: "Sista dagar", "Deadlines";
    coming: "Kommande", "Coming up";
    next_deadline: "Nästa sista dag", "Next deadline";
    nothing_coming: "Inget kommande med de val som är gjorda.", "Nothing coming up with these choices.";
    nothing_here: "Inget att visa här med de val som är gjorda.", "Nothing to show here with these choices.";
    show_all: "Visa allt", "Show everything";
    details: "Om vald dag", "About the chosen day";
    reasons: "Skäl", "Reasons";
    sources: "Källor", "Sources";
    section: "avsnitt", "section";
    related: "Hör ihop med", "Belongs with";
    close: "Stäng", "Close";
    more_about: "Mer på webben", "More on the web";
    choose_hint: "Välj en markering i hjulet eller en rad i agendan så står här varför den faller på sin dag.", "Choose a mark on the wheel or a row of the agenda to read why it falls on its day.";
    about_plan: "Om planen", "About the plan";
    notes: "Noteringar om texten", "Notes on the text";
    agreements: "Överenskommelser", "Agreements";
    adopted: "antagen", "adopted";
    key: "Teckenförklaring", "Key";
    keys_hint: "Piltangenter flyttar längs ringen och mellan ringarna, Retur väljer, Esc släpper. Page Up och Page Down byter år, + går närmare och − längre bort. Ett klick på en månad eller en vecka gör detsamma.", "Arrow keys move along the ring and between rings, Enter chooses, Esc lets go. Page Up and Page Down change the year, + goes closer and − further away. A click on a month or a week does the same.";
    findings: "Att se över", "To look over";
    severity_error: "Fel:", "Error:";
    severity_warning: "Varning:", "Warning:";
    severity_info: "Att veta:", "To know:";
    fix: "Förslag", "Suggestion";
    loading: "Räknar ut hjulet …", "Computing the wheel …";
    no_plan: "Här visas ett årshjul när en plan är angiven.", "A planning wheel is shown here once a plan is given.";
    failed: "Planen kan inte visas", "The plan cannot be shown";
    missing: "Filen kom inte fram", "The file did not arrive";
    try_again: "Försök igen", "Try again";
    wrong_plan: "Planen har fel som måste rättas i filen:", "The plan has errors that must be corrected in the file:";
    day: "Dag", "Day";
    week: "Vecka", "Week";
    what: "Vad", "What";
    who: "Grupp", "Body";
    source: "Källa", "Source";
    today: "i dag", "today";
    tomorrow: "i morgon", "tomorrow";
    holidays: "Helgdag", "Holiday";
    school_break: "Lov", "School break";
}

/// "om 11 dagar".
pub(crate) fn days_left(days: i64, lang: Lang) -> String {
    match (days, lang) {
        (i64::MIN..=0, _) => today(lang).to_owned(),
        (1, _) => tomorrow(lang).to_owned(),
        (days, Lang::Sv) => format!("om {days} dagar"),
        (days, Lang::En) => format!("in {days} days"),
    }
}

/// "12 träffar".
pub(crate) fn hits(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, Lang::Sv) => "Inga träffar".to_owned(),
        (0, Lang::En) => "No matches".to_owned(),
        (1, Lang::Sv) => "1 träff".to_owned(),
        (1, Lang::En) => "1 match".to_owned(),
        (_, Lang::Sv) => format!("{count} träffar"),
        (_, Lang::En) => format!("{count} matches"),
    }
}

/// "Mandatperiod 2027–2030: 12 händelser", said when the period changes.
pub(crate) fn period_said(years: &str, events: usize, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Mandatperiod {years}: {events} händelser"),
        Lang::En => format!("Mandate period {years}: {events} events"),
    }
}

/// "2027–2030", or "2027" for a single year.
pub(crate) fn years((first, last): (i32, i32)) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    }
}

/// "Årshjul 2027: 154 poster", said when the year changes.
pub(crate) fn year_said(year: &str, entries: usize, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Årshjul {year}: {entries} poster"),
        Lang::En => format!("Planning wheel {year}: {entries} entries"),
    }
}
