//! What is looked at as files to take along.

use super::filter::Filter;
use super::year::Year;
use super::{mandate, wheel};
use crate::state::{Screen, View};
use chrono::NaiveDate;
use planning_wheel::calendar::Entry;
use planning_wheel::export::{CsvStyle, IcsStyle, Stamp, SvgStyle, csv, ics, mandate_svg, svg};
use planning_wheel::time::Lang;

/// A file: its ending, its type and what it says.
pub(crate) type File = (&'static str, &'static str, String);

/// The entries that are shown, as a calendar file; periods would fill every day of a calendar.
pub(crate) fn calendar(year: &Year, filter: &Filter, seconds: i64, lang: Lang) -> File {
    let style = IcsStyle {
        lang,
        stamp: Stamp::from_unix(seconds),
        ..IcsStyle::default()
    };
    let entries = shown(year, filter).filter(|entry| !entry.kind.is_period());
    ("ics", "text/calendar", ics(&year.plan, entries, &style))
}

/// The entries that are shown, as a table.
pub(crate) fn table(year: &Year, filter: &Filter, lang: Lang) -> File {
    let style = CsvStyle {
        lang,
        ..CsvStyle::default()
    };
    (
        "csv",
        "text/csv",
        csv(&year.plan, shown(year, filter), &style),
    )
}

/// The picture that is looked at.
pub(crate) fn picture(year: &Year, view: &View, today: NaiveDate, lang: Lang) -> File {
    let (filter, chosen) = (Filter::of(view), view.chosen.as_deref());
    let style = SvgStyle::light();
    let picture = match view.screen {
        Screen::Mandate => mandate_svg(&mandate::wheel(year, &filter, chosen, today, lang), &style),
        Screen::Wheel | Screen::Agenda => {
            svg(&wheel::wheel(year, &filter, chosen, today, lang), &style)
        }
    };
    ("svg", "image/svg+xml", picture)
}

fn shown<'a>(year: &'a Year, filter: &'a Filter) -> impl Iterator<Item = &'a Entry> {
    let entries = year.calendar.entries().iter();
    entries.filter(|entry| filter.shows(&year.plan, entry))
}
