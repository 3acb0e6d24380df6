//! Words for bringing in what people have.

use crate::words::words;
use planning_wheel::import::Brought;
use planning_wheel::time::Lang;

pub(super) use crate::planner::words::cancel;

words! {
    bring: "Hämta in", "Bring in";
    hint: "En tabell (CSV), en kalenderfil (.ics) eller ett hjul från YearWheel (.yrw). Inget tas in förrän du har sett det.",
        "A table (CSV), a calendar file (.ics) or a wheel from YearWheel (.yrw). Nothing is taken in before you have seen it.";
    file: "Fil", "File";
    paste: "Eller klistra in celler från ett kalkylark", "Or paste cells from a spreadsheet";
    pasted: "inklistrade celler", "pasted cells";
    unread: "Det här förstods inte", "This was not understood";
    preview: "Det som hittades", "What was found";
    day: "Dag", "Day";
    name: "Namn", "Name";
    group: "Grupp", "Group";
    columns: "Kolumner", "Columns";
    more_columns: "Fler kolumner", "More columns";
    no_column: "ingen kolumn", "no column";
    becomes: "Vad blir det?", "What does it become?";
    activities: "Aktiviteter", "Activities";
    days: "Mötesdagar i en serie", "Days of a meeting series";
    background: "Andras kalender, att planera mot", "A calendar of others, to plan against";
    background_hint: "Dagarna syns svagt i hjulet, och krockar med dem står under ”Att se över”.",
        "Its days are faint in the wheel, and clashes with them stand under “To review”.";
    groups: "Vilka grupper menas?", "Which groups are meant?";
    no_body: "ingen grupp", "no group";
    series: "Serie", "Series";
    name_of_calendar: "Kalenderns namn", "Name of the calendar";
    others: "Andras kalender", "Calendar of others";
}

pub(super) fn take(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Ta in {count}"),
        Lang::En => format!("Take in {count}"),
    }
}

/// "40 poster. 2 rader förstods inte. 3 ligger utanför året."
pub(super) fn counts(brought: &Brought, lang: Lang) -> String {
    let (items, unread, outside) = (brought.items.len(), brought.unread.len(), brought.outside);
    let mut said = match lang {
        Lang::Sv => format!("{items} poster."),
        Lang::En => format!("{items} entries."),
    };
    if unread > 0 {
        said += &match lang {
            Lang::Sv => format!(" {unread} rader förstods inte helt."),
            Lang::En => format!(" {unread} lines were not fully understood."),
        };
    }
    if outside > 0 {
        said += &match lang {
            Lang::Sv => format!(" {outside} ligger utanför året."),
            Lang::En => format!(" {outside} lie outside the year."),
        };
    }
    said
}
