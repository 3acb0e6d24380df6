//! Words for what is brought in from files, and for what was not understood.

use super::problem;
use crate::document::Text;
use crate::error::{Problem, ProblemKind};
use crate::import::{Field, Unread, Why};
use crate::letters::lower;
use crate::plan::Plan;
use crate::session::{Import, Target};
use crate::time::Lang;

/// Name of a field that a column can tell: "sista dag".
#[must_use]
pub fn field(field: Field, lang: Lang) -> &'static str {
    match field {
        Field::Title => lang.pick("namn", "name"),
        Field::Group => lang.pick("grupp", "group"),
        Field::Start => lang.pick("första dag", "first day"),
        Field::End => lang.pick("sista dag", "last day"),
        Field::Time => lang.pick("tid", "time"),
        Field::EndTime => lang.pick("sluttid", "end time"),
        Field::Minutes => lang.pick("minuter", "minutes"),
        Field::Kind => lang.pick("sort", "kind"),
        Field::Status => lang.pick("läge", "state"),
        Field::Place => lang.pick("plats", "place"),
        Field::Responsible => lang.pick("ansvarig", "responsible"),
        Field::Link => lang.pick("länk", "link"),
        Field::Note => lang.pick("notering", "note"),
        Field::Id => lang.pick("id", "id"),
    }
}

/// What was not understood: where, what is wrong, and the way out.
///
/// # Example
/// ```
/// use planning_wheel::import::{Columns, Previewed, Table, preview};
/// use planning_wheel::{text, time::Lang};
/// let table = Table::read("namn;datum\nStyrelsen;11 mars");
/// let rows = preview(&table, &Columns::guess(&table), None);
/// let Previewed::Rejected(row) = &rows[0] else { panic!() };
/// assert_eq!(
///     text::unread(row, Lang::En),
///     "Line 2, datum, “11 mars”: no year is written. Say which year is meant.",
/// );
/// ```
#[must_use]
pub fn unread(unread: &Unread, lang: Lang) -> String {
    let line = unread.place.line.map(|line| {
        let word = lang.pick("Rad", "Line");
        format!("{word} {line}")
    });
    let what = match (unread.what.as_str(), lang) {
        ("", _) => None,
        (what, Lang::Sv) => Some(format!("”{what}”")),
        (what, Lang::En) => Some(format!("“{what}”")),
    };
    let place: Vec<String> = [line, unread.place.column.clone(), what]
        .into_iter()
        .flatten()
        .collect();
    let why = why(&unread.why, lang);
    match place.is_empty() {
        true => super::capital(&why),
        false => format!("{}: {why}", place.join(", ")),
    }
}

/// What is wrong and the way out, as the end of a sentence and a sentence.
fn why(why: &Why, lang: Lang) -> String {
    let (sv, en) = match why {
        Why::Date(error) => {
            let kind = ProblemKind::BadValue {
                written: String::new(),
                error: (*error).into(),
            };
            return date(&problem(&Problem::new("", kind), lang), lang);
        }
        Why::TooMany(limit) => {
            return match lang {
                Lang::Sv => format!("mer än {limit} rader läses inte. Dela filen i flera."),
                Lang::En => format!("no more than {limit} are read. Split the file."),
            };
        }
        other => fixed(other),
    };
    lang.pick(sv, en).to_owned()
}

/// The words for a day, which begin a sentence of their own elsewhere.
fn date(words: &str, lang: Lang) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(lower);
    let words: String = first.into_iter().chain(letters).collect();
    let forms = lang.pick(
        "Skriv till exempel 2027-11-18 eller 18 nov 2027, dagen före månaden.",
        "Write 2027-11-18 or 18 Nov 2027, say, the day before the month.",
    );
    format!("{} {forms}", words.trim_end())
}

fn fixed(why: &Why) -> (&'static str, &'static str) {
    match why {
        Why::NoTitle => (
            "namnet saknas. Skriv vad det är, eller välj en annan kolumn för namnet.",
            "there is no name. Write what it is, or choose another column for the name.",
        ),
        Why::NoStart => (
            "dagen saknas. Skriv en dag, eller välj en annan kolumn för den.",
            "there is no day. Write one, or choose another column for it.",
        ),
        Why::NoYear => (
            "året är inte utskrivet. Ange vilket år som menas.",
            "no year is written. Say which year is meant.",
        ),
        Why::SpreadsheetNumber => (
            "dagen är ett tal. Ge kolumnen formatet datum i kalkylprogrammet och spara igen.",
            "the day is a number. Format the column as dates in the spreadsheet and save again.",
        ),
        Why::Time => (
            "det är inget klockslag. Skriv till exempel 09:00 eller 9.00–12.00.",
            "this is no time of day. Write 09:00 or 9.00–12.00, say.",
        ),
        Why::Minutes => (
            "det är ingen längd. Skriv antalet minuter.",
            "this is no length. Write the number of minutes.",
        ),
        Why::EndBeforeStart => (
            "det slutar innan det börjar. Rätta det ena.",
            "it ends before it begins. Mend one of them.",
        ),
        Why::Kind => (
            "sorten är okänd. Låt bli att ta kolumnen för sort.",
            "the kind is unknown. Do not take this column for the kind.",
        ),
        Why::Status => (
            "läget är okänt. Låt bli att ta kolumnen för läge.",
            "the state is unknown. Do not take this column for the state.",
        ),
        Why::AboveHeader => (
            "raden står ovanför kolumnernas namn. Den hoppas över.",
            "the row stands above the columns' names. It is passed over.",
        ),
        Why::OpenQuote => (
            "citattecknet stängs aldrig. Allt efter det har blivit en cell.",
            "the quotation mark is never closed. All after it has become one cell.",
        ),
        Why::Nothing => (
            "det är varken en tabell, en kalenderfil eller ett årshjul från YearWheel.",
            "this is neither a table, a calendar file nor a wheel of YearWheel.",
        ),
        Why::Plan => (
            "det är en plan. Öppna den i stället för att hämta in den.",
            "this is a plan. Open it instead of bringing it in.",
        ),
        _ => of_files(why),
    }
}

/// What is wrong in calendar files and wheels.
fn of_files(why: &Why) -> (&'static str, &'static str) {
    match why {
        Why::Line => (
            "raden är ingen egenskap. Den hoppas över.",
            "the line is no property. It is passed over.",
        ),
        Why::OpenPart => (
            "delen avslutas aldrig. Filen kan vara avklippt; hämta den igen.",
            "the part never ends. The file may be cut short; fetch it again.",
        ),
        Why::Part => (
            "det är ingen händelse. Bara händelser tas med.",
            "this is no event. Only events are taken.",
        ),
        Why::Zone => (
            "tidszonen är okänd. Tiden tas som den står; kontrollera den.",
            "the time zone is unknown. The time is taken as it stands; check it.",
        ),
        Why::Rule => (
            "upprepningen förstås inte. Bara första dagen tas; lägg till de andra för hand.",
            "the repetition is not understood. Only its first day is taken; add the others by hand.",
        ),
        Why::LongRule => (
            "upprepningen är för lång att följa. Bara första dagen tas.",
            "the repetition is too long to follow. Only its first day is taken.",
        ),
        Why::FromThere => (
            "ändringen gäller även dagarna efter. Bara denna dag ändras; kontrollera de andra.",
            "the change also concerns the days after. Only this one changes; check the others.",
        ),
        Why::Json => (
            "filen är inte giltig JSON. Spara den igen ur YearWheel.",
            "the file is no valid JSON. Save it again from YearWheel.",
        ),
        Why::Reference => (
            "filen har ingen ring eller grupp med det id:t. Det tas med utan.",
            "the file has no ring or group with that id. It is taken without.",
        ),
        _ => (
            "värdet går inte att läsa. Rätta det i filen.",
            "the value cannot be read. Mend it in the file.",
        ),
    }
}

/// What was brought in: "Hämtade 12 poster ur kalender.ics som aktiviteter".
pub(super) fn done(import: &Import, plan: &Plan, lang: Lang) -> String {
    let count = import.taken().count();
    let from = &import.from;
    let things = match (lang, count) {
        (Lang::Sv, 1) => "1 post".to_owned(),
        (Lang::Sv, count) => format!("{count} poster"),
        (Lang::En, 1) => "1 entry".to_owned(),
        (Lang::En, count) => format!("{count} entries"),
    };
    let into = match &import.into {
        Target::Activities { .. } => lang.pick("som aktiviteter", "as activities").to_owned(),
        Target::Days { series } => {
            let found = plan.series().iter().find(|one| one.id() == series);
            let title = found.map_or(series.as_str(), |one| one.title().get(lang));
            match lang {
                Lang::Sv => format!("som mötesdagar för {title}"),
                Lang::En => format!("as meeting days of {title}"),
            }
        }
        Target::Background { title, .. } => match lang {
            Lang::Sv => format!("som bakgrunden ”{}”", title.get(lang)),
            Lang::En => format!("as the background “{}”", title.get(lang)),
        },
    };
    match lang {
        Lang::Sv => format!("Hämtade {things} ur {from} {into}"),
        Lang::En => format!("Brought {things} from {from} {into}"),
    }
}

/// Why the day of something that a file calls tentative is not decided.
pub(crate) fn tentative() -> Text {
    Text::both(
        "Preliminär i filen som den kom ur",
        "Tentative in the file that it came from",
    )
}

/// Why a meeting stands on a day that was brought in.
pub(crate) fn brought_from(file: &str) -> Text {
    Text::both(format!("Hämtad ur {file}"), format!("Brought from {file}"))
}

/// True for a cell that a spreadsheet may take for a formula, apostrophes in front left aside: an
/// apostrophe says that it is text. Some programs look past spaces.
pub(crate) fn needs_apostrophe(cell: &str) -> bool {
    let cell = cell.trim_start_matches('\'');
    cell.starts_with(['\t', '\r', '\n'])
        || cell.trim_start().starts_with([
            '=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫', '−',
        ])
}
