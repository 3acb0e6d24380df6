//! Swedish public holidays, the eves beside them and squeeze days.

use super::lang::Lang;
use super::range::{add_days, day_number, from_day_number};
use super::week::weekday_index;
use crate::order::Order;
use crate::read::Read;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What kind of day a holiday is in law and custom.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HolidayKind {
    /// A public holiday: lag (1989:253) 1–2 §§.
    PublicHoliday,
    /// Midsummer, Christmas and New Year's eve, equated with a Sunday: semesterlagen (1977:480)
    /// 3 a § and lag (1930:173) 2 §.
    EquatedEve,
    /// Another eve, often a short day by agreement, in no statute.
    Eve,
    /// A working day between two days off.
    SqueezeDay,
}

macro_rules! names {
    ($($name:ident, $kind:ident, $sv:literal, $en:literal;)*) => {
        /// A holiday, eve or squeeze day by name.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Read,
        )]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum HolidayName {
            $(#[doc = concat!($en, " (", $sv, ").")] $name,)*
        }

        impl HolidayName {
            /// The Swedish name.
            pub const fn sv(self) -> &'static str {
                match self { $(Self::$name => $sv,)* }
            }

            /// The English name.
            pub const fn en(self) -> &'static str {
                match self { $(Self::$name => $en,)* }
            }

            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name in a language.
            pub fn name(self, lang: Lang) -> &'static str {
                lang.pick(self.sv(), self.en())
            }

            /// What kind of day it is.
            pub const fn kind(self) -> HolidayKind {
                match self { $(Self::$name => HolidayKind::$kind,)* }
            }
        }
    };
}

names! {
    NewYearsDay, PublicHoliday, "Nyårsdagen", "New Year's Day";
    TwelfthNight, Eve, "Trettondagsafton", "Twelfth Night";
    Epiphany, PublicHoliday, "Trettondedag jul", "Epiphany";
    MaundyThursday, Eve, "Skärtorsdagen", "Maundy Thursday";
    GoodFriday, PublicHoliday, "Långfredagen", "Good Friday";
    EasterEve, Eve, "Påskafton", "Easter Eve";
    EasterSunday, PublicHoliday, "Påskdagen", "Easter Sunday";
    EasterMonday, PublicHoliday, "Annandag påsk", "Easter Monday";
    WalpurgisEve, Eve, "Valborgsmässoafton", "Walpurgis Eve";
    MayDay, PublicHoliday, "Första maj", "May Day";
    AscensionDay, PublicHoliday, "Kristi himmelsfärdsdag", "Ascension Day";
    WhitsunEve, Eve, "Pingstafton", "Whitsun Eve";
    WhitSunday, PublicHoliday, "Pingstdagen", "Whit Sunday";
    WhitMonday, PublicHoliday, "Annandag pingst", "Whit Monday";
    NationalDay, PublicHoliday, "Nationaldagen", "National Day";
    MidsummerEve, EquatedEve, "Midsommarafton", "Midsummer Eve";
    MidsummerDay, PublicHoliday, "Midsommardagen", "Midsummer Day";
    AllSaintsEve, Eve, "Allhelgonaafton", "All Saints' Eve";
    AllSaintsDay, PublicHoliday, "Alla helgons dag", "All Saints' Day";
    ChristmasEve, EquatedEve, "Julafton", "Christmas Eve";
    ChristmasDay, PublicHoliday, "Juldagen", "Christmas Day";
    BoxingDay, PublicHoliday, "Annandag jul", "Boxing Day";
    NewYearsEve, EquatedEve, "Nyårsafton", "New Year's Eve";
    SqueezeDay, SqueezeDay, "Klämdag", "Squeeze day";
}

/// A named day in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// Its name.
    pub name: HolidayName,
    /// What kind of day it is.
    pub kind: HolidayKind,
}

/// Easter Sunday of a year in the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).
///
/// ```
/// use planning_wheel::time::{date, easter_sunday};
/// assert_eq!(easter_sunday(2027), date(2027, 3, 28));
/// ```
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 3, 1).map(|march| add_days(march, easter_offset(year)))
}

/// Days from 1 March to Easter Sunday.
fn easter_offset(year: i32) -> i64 {
    let year = i64::from(year);
    let golden = year.rem_euclid(19);
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century + 8).div_euclid(25);
    let shift = (century - correction + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - shift + 15).rem_euclid(30);
    let weekday = (32 + 2 * century.rem_euclid(4) + 2 * (in_century / 4) - epact - in_century % 4)
        .rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    epact + weekday - 7 * late + 21
}

/// The public holidays and the three equated eves of a year in order; plain Sundays are not listed.
///
/// Lag (1989:253) 1–2 §§. The national day, 6 June, took the place of Whit Monday on 1 April 2005
/// (SFS 2004:1320). Years before 1990 follow lag (1952:48), whose text could not be read: the same
/// days are assumed. Two holidays on one date give two entries.
///
/// ```
/// use planning_wheel::time::{HolidayName, holidays};
/// let year = holidays(2026);
/// assert_eq!(year.first().map(|day| day.name), Some(HolidayName::NewYearsDay));
/// assert_eq!(year.last().map(|day| day.name), Some(HolidayName::NewYearsEve));
/// ```
pub fn holidays(year: i32) -> Vec<Holiday> {
    collect(year, |kind| {
        matches!(kind, HolidayKind::PublicHoliday | HolidayKind::EquatedEve)
    })
}

/// Every named day of a year: holidays, eves and squeeze days, by date.
pub fn named_days(year: i32) -> Vec<Holiday> {
    let mut days = holidays(year);
    days.extend(soft_days(year));
    days.order();
    days
}

/// The other eves and the squeeze days of a year in order of date and Swedish name.
///
/// A squeeze day is a working day whose neighbours on both sides are days off: Saturday, Sunday,
/// a public holiday or an equated eve. No statute speaks of either.
pub fn soft_days(year: i32) -> Vec<Holiday> {
    let table = YearDays::new(year);
    let mut days = collect(year, |kind| kind == HolidayKind::Eve);
    // The days before and after the year are a holiday and an equated eve in every year.
    let (Some(first), Some(last)) = (
        NaiveDate::from_ymd_opt(year, 1, 1),
        NaiveDate::from_ymd_opt(year, 12, 31),
    ) else {
        return days;
    };
    let (first, last) = (day_number(first), day_number(last));
    let off =
        |day: i32| day < first || day > last || is_weekend(day) || table.rest_on(day).is_some();
    // A squeeze day touches a holiday, so only the holidays' neighbours are asked.
    for (day, _) in table.iter().filter(|(_, name)| is_rest(*name)) {
        for near in [day - 1, day + 1] {
            if !off(near) && off(near - 1) && off(near + 1) {
                let name = HolidayName::SqueezeDay;
                days.push(Holiday {
                    date: from_day_number(near.into()),
                    name,
                    kind: name.kind(),
                });
            }
        }
    }
    days.order_by_key(|day| (day.date, day.name.sv()));
    // One between two holidays was found from both.
    days.dedup();
    days
}

/// Calls `each` with the days of a year that have a name, in order: one, none for a holiday that
/// the year lacks, and any number of squeeze days.
pub(crate) fn each_named(year: i32, name: HolidayName, mut each: impl FnMut(NaiveDate)) {
    if name == HolidayName::SqueezeDay {
        let squeeze = soft_days(year).into_iter().filter(|day| day.name == name);
        return squeeze.for_each(|day| each(day.date));
    }
    if let Some((day, _)) = YearDays::new(year).iter().find(|(_, one)| *one == name) {
        each(from_day_number(day.into()));
    }
}

fn collect(year: i32, wanted: impl Fn(HolidayKind) -> bool) -> Vec<Holiday> {
    YearDays::new(year)
        .iter()
        .filter(|(_, name)| wanted(name.kind()))
        .map(|(day, name)| Holiday {
            date: from_day_number(day.into()),
            name,
            kind: name.kind(),
        })
        .collect()
}

fn is_rest(name: HolidayName) -> bool {
    matches!(
        name.kind(),
        HolidayKind::PublicHoliday | HolidayKind::EquatedEve
    )
}

/// Whether a day number falls on a Saturday or Sunday.
pub(crate) fn is_weekend(day: i32) -> bool {
    weekday_index(day) >= 5
}

const COUNT: usize = 22;

/// The named days of one year as day numbers, in order, without allocation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct YearDays {
    days: [(i32, HolidayName); COUNT],
    used: usize,
}

impl YearDays {
    /// Computes the year's days; none for a year beyond what dates can hold.
    pub(crate) fn new(year: i32) -> Self {
        let mut table = Self {
            days: [(0, HolidayName::NewYearsDay); COUNT],
            used: 0,
        };
        let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day).map(day_number);
        let (Some(january), Some(march), Some(may), Some(june)) =
            (fixed(1, 1), fixed(3, 1), fixed(5, 1), fixed(6, 6))
        else {
            return table;
        };
        let easter = march + i32::try_from(easter_offset(year)).unwrap_or(0);
        // Midsummer Day is the Saturday of 20–26 June, All Saints' the one of 31 October–6 November.
        let midsummer = saturday_from(june + 14);
        let all_saints = saturday_from(june + 147);
        let christmas = june + 202;
        use HolidayName as N;
        table.push(january, N::NewYearsDay);
        table.push(january + 4, N::TwelfthNight);
        table.push(january + 5, N::Epiphany);
        table.push(easter - 3, N::MaundyThursday);
        table.push(easter - 2, N::GoodFriday);
        table.push(easter - 1, N::EasterEve);
        table.push(easter, N::EasterSunday);
        table.push(easter + 1, N::EasterMonday);
        table.push(may - 1, N::WalpurgisEve);
        table.push(may, N::MayDay);
        table.push(easter + 39, N::AscensionDay);
        table.push(easter + 48, N::WhitsunEve);
        table.push(easter + 49, N::WhitSunday);
        if year < 2005 {
            table.push(easter + 50, N::WhitMonday);
        } else {
            table.push(june, N::NationalDay);
        }
        table.push(midsummer - 1, N::MidsummerEve);
        table.push(midsummer, N::MidsummerDay);
        table.push(all_saints - 1, N::AllSaintsEve);
        table.push(all_saints, N::AllSaintsDay);
        table.push(christmas - 1, N::ChristmasEve);
        table.push(christmas, N::ChristmasDay);
        table.push(christmas + 1, N::BoxingDay);
        table.push(christmas + 6, N::NewYearsEve);
        table
    }

    /// Keeps the order: movable days may come before or after the fixed ones around them.
    fn push(&mut self, day: i32, name: HolidayName) {
        let Some(slot) = self.days.get_mut(self.used) else {
            return;
        };
        *slot = (day, name);
        self.used += 1;
        let mut at = self.used - 1;
        while at > 0 {
            let Some([before, here]) = self.days.get_mut(at - 1..=at) else {
                return;
            };
            if before.0 <= here.0 {
                return;
            }
            std::mem::swap(before, here);
            at -= 1;
        }
    }

    /// The days in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (i32, HolidayName)> + '_ {
        self.days.iter().copied().take(self.used)
    }

    /// The public holiday or equated eve on a day.
    pub(crate) fn rest_on(&self, day: i32) -> Option<HolidayName> {
        self.iter()
            .find(|(at, name)| *at == day && is_rest(*name))
            .map(|(_, name)| name)
    }
}

fn saturday_from(day: i32) -> i32 {
    day + (5 - weekday_index(day)).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u32, day: u32) -> Vec<HolidayName> {
        let date = super::super::range::date(year, month, day).unwrap();
        holidays(year)
            .iter()
            .filter(|h| h.date == date)
            .map(|h| h.name)
            .collect()
    }

    #[test]
    fn the_national_day_replaced_whit_monday_in_2005() {
        assert_eq!(on(2004, 5, 31), [HolidayName::WhitMonday]);
        assert_eq!(on(2004, 6, 6), []);
        assert_eq!(on(2005, 5, 16), []);
        assert_eq!(on(2005, 6, 6), [HolidayName::NationalDay]);
    }

    #[test]
    fn two_holidays_may_share_a_date() {
        assert_eq!(
            on(2008, 5, 1),
            [HolidayName::MayDay, HolidayName::AscensionDay]
        );
        assert_eq!(
            on(2049, 6, 6),
            [HolidayName::WhitSunday, HolidayName::NationalDay]
        );
    }

    #[test]
    fn days_are_in_order_and_within_their_year() {
        for year in 1970..=2100 {
            let days = holidays(year);
            assert_eq!(days.len(), 16, "{year}");
            assert!(days.is_sorted_by_key(|day| day.date), "{year}");
            assert!(soft_days(year).is_sorted_by_key(|day| day.date), "{year}");
        }
        assert!(holidays(i32::MAX).is_empty());
    }
}
