//! Today, by the reader's own clock.

use chrono::NaiveDate;
use planning_wheel::time::date;
use std::time::Duration;

/// Today where the reader is.
pub(crate) fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(2000);
    date(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// Calls back a little after the next local midnight, once.
pub(crate) fn at_midnight(callback: impl FnOnce() + 'static) {
    let now = js_sys::Date::new_0();
    let passed = (now.get_hours() * 60 + now.get_minutes()) * 60 + now.get_seconds();
    let left = u64::from(86_402_u32.saturating_sub(passed).max(2));
    leptos::prelude::set_timeout(callback, Duration::from_secs(left));
}
