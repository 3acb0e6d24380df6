//! `holidays`: days off, eves and squeeze days.

use crate::args::YearArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::period;
use planning_wheel::export::json::HolidayData;
use planning_wheel::time::{Holiday, HolidayKind, Lang, Weekday, format, named_days};

pub(super) fn run(args: &YearArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let year = period::in_bounds(args.year, lang)?;
    let days = named_days(year);
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
