//! Today, by the reader's own clock.

use chrono::NaiveDate;
use planning_wheel::time::date;

/// Seconds since the beginning of 1970.
pub(crate) fn seconds() -> i64 {
    (js_sys::Date::now() / 1000.0) as i64
}

/// Today where the reader is.
pub(crate) fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(2000);
    date(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}
