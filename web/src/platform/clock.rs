//! Today, by the reader's own clock.

use chrono::NaiveDate;
use planning_wheel::time::date;

/// Today where the reader is.
pub(crate) fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(2000);
    date(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}
