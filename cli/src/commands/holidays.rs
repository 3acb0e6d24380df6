//! `holidays`: days off, eves and squeeze days.

use crate::args::YearArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::period;
use planning_wheel::time::{
    Holiday, HolidayKind, HolidayName, IsoWeek, Lang, Weekday, format, holidays, soft_days,
};
use serde::Serialize;

/// A named day, ready to print.
#[derive(Serialize)]
struct HolidayData {
    date: String,
    id: HolidayName,
    name: &'static str,
    kind: HolidayKind,
    week: u8,
}

pub(super) fn run(args: &YearArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let year = period::in_bounds(args.year, lang)?;
    let mut days = holidays(year);
    days.extend(soft_days(year));
    days.sort();
    if args.json {
        let data: Vec<HolidayData> = days.iter().map(|day| HolidayData::new(day, lang)).collect();
        console.json(&data)?;
    } else {
        console.say(&table(&days, lang))?;
    }
    Ok(Exit::Fine)
}

fn table(days: &[Holiday], lang: Lang) -> String {
    let longest = days.iter().map(|day| day.name.name(lang).chars().count());
    let width = longest.max().unwrap_or_default();
    let mut shown = String::new();
    for day in days {
        let (date, weekday) = (format(day.date), Weekday::of(day.date).short_name(lang));
        let (name, kind) = (day.name.name(lang), kind(day.kind, lang));
        shown.push_str(&format!("{date}  {weekday}  {name:width$}  {kind}\n"));
    }
    shown
}

fn kind(kind: HolidayKind, lang: Lang) -> &'static str {
    match kind {
        HolidayKind::PublicHoliday => lang.pick("allmän helgdag", "public holiday"),
        HolidayKind::EquatedEve => {
            lang.pick("afton som räknas som söndag", "eve that counts as a Sunday")
        }
        HolidayKind::Eve => lang.pick("afton", "eve"),
        HolidayKind::SqueezeDay => lang.pick("mellan två lediga dagar", "between two days off"),
    }
}

impl HolidayData {
    fn new(day: &Holiday, lang: Lang) -> Self {
        Self {
            date: format(day.date),
            id: day.name,
            name: day.name.name(lang),
            kind: day.kind,
            week: IsoWeek::of(day.date).week(),
        }
    }
}
