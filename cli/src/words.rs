//! Small words that the commands share.

use chrono::Datelike;
use planning_wheel::calendar::Entry;
use planning_wheel::error::suggest;
use planning_wheel::time::{Lang, MAX_YEAR};

/// "t.o.m. 31 december 2028", or "tills vidare" where no last day is known.
pub(crate) fn until(entry: &Entry, lang: Lang) -> Option<String> {
    let last = entry.last_day();
    if last <= entry.start {
        None
    } else if last.year() >= MAX_YEAR {
        Some(lang.pick("tills vidare", "until further notice").to_owned())
    } else {
        let until = lang.pick("t.o.m.", "until");
        Some(format!("{until} {}", lang.long_date(last)))
    }
}

/// "Menade du …?", or what there is to choose from.
pub(crate) fn instead<'a>(
    word: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    lang: Lang,
) -> String {
    if let Some(meant) = suggest(word, known.clone()) {
        return format!("{} \"{meant}\"?", lang.pick("Menade du", "Did you mean"));
    }
    let all: Vec<&str> = known.collect();
    if all.is_empty() {
        return lang.pick("Det finns inga.", "There are none.").to_owned();
    }
    format!(
        "{} {}.",
        lang.pick("Det finns", "There are"),
        all.join(", ")
    )
}

/// "1 fel", "3 varningar".
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
