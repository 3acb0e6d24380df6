//! The few words that the wheel of a mandate period itself says.

use super::super::words;
use crate::time::{DateRange, Lang, MAX_YEAR, Month, TermKind, add_days};
use chrono::{Datelike, NaiveDate};

/// "2027–2030", or "2027" for one year.
pub(crate) fn years(first: i32, last: i32) -> String {
    if first >= last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    }
}

/// First and last year of some days.
pub(crate) fn years_of(range: DateRange) -> (i32, i32) {
    (range.start.year(), add_days(range.end, -1).year())
}

/// "31 okt", for a list under its year.
pub(crate) fn day(day: NaiveDate, lang: Lang) -> String {
    format!("{} {}", day.day(), Month::of(day).short_name(lang))
}

/// "15 okt 2030".
pub(crate) fn day_of_year(on: NaiveDate, lang: Lang) -> String {
    format!("{} {}", day(on, lang), on.year())
}

/// When a period runs, in as few words as will do: "2027–2028", "till 14 okt 2030".
pub(crate) fn span(range: DateRange, turn: DateRange, lang: Lang) -> String {
    let (first, last) = years_of(range);
    let whole_years = |day: NaiveDate| (day.month(), day.day()) == (1, 1);
    if last >= MAX_YEAR && range.end > turn.end {
        return lang.pick("tills vidare", "until further notice").to_owned();
    }
    if whole_years(range.start) && whole_years(range.end) {
        return years(first, last);
    }
    if range.end <= turn.end && range.start <= turn.start {
        let until = day_of_year(add_days(range.end, -1), lang);
        return format!("{} {until}", lang.pick("till", "until"));
    }
    if range.start > turn.start && range.end >= turn.end {
        let from = day_of_year(range.start, lang);
        return format!("{} {from}", lang.pick("från", "from"));
    }
    years(first, last)
}

/// "mandatperiod", or whose when it is not the usual one.
pub(crate) fn period(term: TermKind, lang: Lang) -> &'static str {
    match term {
        TermKind::Calendar => lang.pick("mandatperiod", "mandate period"),
        TermKind::Council => lang.pick("fullmäktiges mandatperiod", "the councils' term"),
    }
}

/// "mandatår 2".
pub(crate) fn mandate_year(number: usize, lang: Lang) -> String {
    format!("{} {number}", lang.pick("mandatår", "mandate year"))
}

/// What stands on a council's or a board's term.
pub(crate) fn assembly(term: TermKind, lang: Lang) -> &'static str {
    match term {
        TermKind::Council => lang.pick("Fullmäktige", "Councils"),
        TermKind::Calendar => lang.pick("Styrelser och nämnder", "Boards"),
    }
}

/// "Mellan val och tillträde, sön 8 sep 2030 – tis 31 dec 2030".
pub(crate) fn shift(range: DateRange, lang: Lang) -> String {
    let what = lang.pick(
        "Mellan val och tillträde",
        "Between election and taking office",
    );
    format!("{what}, {}", words::days(range, lang))
}

/// What a decision by those who step down is called.
pub(crate) fn outgoing(lang: Lang) -> &'static str {
    lang.pick(
        "fattas av avgående för tillträdande",
        "taken by the outgoing for the incoming",
    )
}

/// "i lag senast mån 1 nov".
pub(crate) fn by_law(latest: NaiveDate, lang: Lang) -> String {
    let word = lang.pick("i lag senast", "by law no later than");
    format!("{word} {}", lang.short_date(latest))
}

/// "Strategisk: 3 möten, mars 2027".
pub(crate) fn meetings(row: &str, count: usize, month: Month, year: i32, lang: Lang) -> String {
    let word = match count {
        1 => lang.pick("möte", "meeting"),
        _ => lang.pick("möten", "meetings"),
    };
    let before = if row.is_empty() {
        String::new()
    } else {
        format!("{row}: ")
    };
    format!("{before}{count} {word}, {} {year}", month.name(lang))
}

/// Heading of the list of events.
pub(crate) fn once(lang: Lang) -> &'static str {
    lang.pick("En gång per mandatperiod", "Once per mandate period")
}

/// Words of the key: meetings of a month, a period, an older edition, the time after an election,
/// what those who step down decide.
pub(crate) fn key(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        [
            "möten per månad",
            "steg mot beslut",
            "gäller ännu",
            "mellan val och tillträde",
            "avgående beslutar för tillträdande",
        ],
        [
            "meetings per month",
            "steps towards a decision",
            "still in force",
            "between election and taking office",
            "the outgoing decide for the incoming",
        ],
    )
}
