//! What kind of day a day is, as one byte.

use super::holiday::{HolidayKind, YearDays, is_weekend};
use super::range::from_day_number;
use chrono::Datelike;

/// Saturday or Sunday.
pub(crate) const WEEKEND: u8 = 1;
/// A public holiday.
pub(crate) const HOLIDAY: u8 = 1 << 1;
/// An equated eve.
pub(crate) const EQUATED: u8 = 1 << 2;
/// Another eve.
pub(crate) const EVE: u8 = 1 << 3;
/// A working day between two days off.
pub(crate) const SQUEEZE: u8 = 1 << 4;
/// Closed by the plan.
pub(crate) const CLOSED: u8 = 1 << 5;
/// Better left alone, says the plan; a working day all the same.
pub(crate) const AVOIDED: u8 = 1 << 6;
/// Saturday, Sunday, public holiday or equated eve: the same days are off work and statutory rest.
pub(crate) const REST: u8 = WEEKEND | HOLIDAY | EQUATED;
/// No working day.
pub(crate) const NOT_WORKING: u8 = REST | CLOSED;

/// The flags of the days from `first` on, all but those that a plan gives.
pub(crate) fn table(first: i32, length: usize) -> Vec<u8> {
    let mut flags = vec![0; length];
    let year_of = |day: i64| from_day_number(day).year();
    let last = i64::from(first) + i64::try_from(length).unwrap_or(0);
    mark_weekends(&mut flags, first);
    for year in year_of(first.into())..=year_of(last) {
        mark_holidays(&mut flags, first, &YearDays::new(year));
    }
    mark_squeeze_days(&mut flags, first);
    flags
}

fn mark_weekends(flags: &mut [u8], first: i32) {
    for (day, flag) in (first..).zip(flags.iter_mut()) {
        if is_weekend(day) {
            *flag = WEEKEND;
        }
    }
}

fn mark_holidays(flags: &mut [u8], first: i32, days: &YearDays) {
    for (day, name) in days.iter() {
        let at = usize::try_from(day - first).ok();
        if let Some(flag) = at.and_then(|at| flags.get_mut(at)) {
            *flag |= kind_flag(name.kind());
        }
    }
}

fn mark_squeeze_days(flags: &mut [u8], first: i32) {
    let mut before = base_flag(first - 1) & REST != 0;
    let mut rest = flags.iter_mut().peekable();
    let mut day = first;
    while let Some(flag) = rest.next() {
        day += 1;
        let after = rest.peek().map_or_else(|| base_flag(day), |next| **next);
        let here = *flag & REST != 0;
        if before && !here && after & REST != 0 {
            *flag |= SQUEEZE;
        }
        before = here;
    }
}

/// The flag of one day without a table.
pub(crate) fn computed_flag(day: i32) -> u8 {
    let flag = base_flag(day);
    let squeezed = flag & REST == 0
        && base_flag(day.saturating_sub(1)) & REST != 0
        && base_flag(day.saturating_add(1)) & REST != 0;
    flag | if squeezed { SQUEEZE } else { 0 }
}

fn base_flag(day: i32) -> u8 {
    let days = YearDays::new(from_day_number(day.into()).year());
    let mut flag = if is_weekend(day) { WEEKEND } else { 0 };
    for (_, name) in days.iter().filter(|(at, _)| *at == day) {
        flag |= kind_flag(name.kind());
    }
    flag
}

fn kind_flag(kind: HolidayKind) -> u8 {
    match kind {
        HolidayKind::PublicHoliday => HOLIDAY,
        HolidayKind::EquatedEve => EQUATED,
        HolidayKind::Eve => EVE,
        HolidayKind::SqueezeDay => SQUEEZE,
    }
}
