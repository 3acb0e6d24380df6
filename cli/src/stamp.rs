//! When a plan was saved.

use crate::failure::Failure;
use crate::load::Loaded;
use chrono::DateTime;
use planning_wheel::export::Stamp;
use planning_wheel::time::{Lang, parse};
use std::time::SystemTime;

/// The moment given with `--stamp`, or that of the plan's file.
pub(crate) fn stamp(written: Option<&str>, loaded: &Loaded, lang: Lang) -> Result<Stamp, Failure> {
    if let Some(written) = written {
        return read(written).ok_or_else(|| unreadable(written, lang));
    }
    let seconds = |saved: SystemTime| saved.duration_since(SystemTime::UNIX_EPOCH).ok();
    let saved = loaded.saved.and_then(seconds).ok_or_else(|| {
        let words = lang.pick(
            "standard in har ingen tid; ange när planen sparades med --stamp, som 2027-01-05T08:00:00Z",
            "standard input has no time; say when the plan was saved with --stamp, such as \
             2027-01-05T08:00:00Z",
        );
        Failure::Said(words.to_owned())
    })?;
    let seconds = i64::try_from(saved.as_secs()).unwrap_or(i64::MAX);
    Ok(Stamp::from_unix(seconds))
}

/// A moment with its offset, a day, or seconds since 1970.
fn read(written: &str) -> Option<Stamp> {
    let seconds = if let Ok(moment) = DateTime::parse_from_rfc3339(written) {
        moment.timestamp()
    } else if let Ok(day) = parse(written) {
        day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp()
    } else {
        written.parse().ok()?
    };
    (seconds >= 0).then(|| Stamp::from_unix(seconds))
}

fn unreadable(written: &str, lang: Lang) -> Failure {
    Failure::Said(match lang {
        Lang::Sv => format!(
            "--stamp: \"{written}\" är ingen tidpunkt; skriv 2027-01-05T08:00:00Z, 2027-01-05 eller \
             sekunder sedan 1970"
        ),
        Lang::En => format!(
            "--stamp: \"{written}\" is no moment; write 2027-01-05T08:00:00Z, 2027-01-05 or seconds \
             since 1970"
        ),
    })
}
