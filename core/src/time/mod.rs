//! Dates, weeks, holidays, working days, date rules and mandate periods: knows no plan.

mod coded;
mod describe;
mod election;
mod fields;
pub(crate) mod flags;
mod holiday;
pub(crate) mod hours;
mod iso;
mod lang;
mod mandate;
mod numbers;
mod occur;
mod range;
mod rule;
mod stretch;
mod week;
mod words;
mod workday;
mod written;

pub use coded::{CodedError, DateTextError};
pub use election::{ElectionRegime, MandateRules, nth_weekday};
pub use fields::{Day, MissingDay, Month, MonthDay, Time};
pub use holiday::{
    Holiday, HolidayKind, HolidayName, easter_sunday, holidays, named_days, soft_days,
};
pub use iso::{format, format_into, parse};
pub use lang::Lang;
pub use mandate::{Cycle, MandateCalendar, MandatePeriod, TermKind};
pub use numbers::{Nth, NthWorkingDay};
pub use range::{
    DateRange, Days, EndOfMonth, MAX_YEAR, MIN_YEAR, add_days, add_months, date, days_in_month,
    month_end,
};
pub(crate) use range::{day_number, from_day_number};
pub use rule::{DateRule, DayRule, Occurrence, RuleContext, Week53};
pub use stretch::Stretch;
pub use week::{IsoWeek, Weekday, weekday_on_or_after};
pub use workday::{Roll, WorkCalendar};
