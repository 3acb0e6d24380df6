//! Words for what is written by hand and comes to nothing.

use crate::compute::NoEffect;
use crate::time::Lang;
use chrono::NaiveDate;

/// A change that comes to nothing, and what to do instead.
pub(super) fn without_effect(lang: Lang, occurrence: &str, why: NoEffect) -> String {
    match (why, lang) {
        (NoEffect::Published(day), Lang::Sv) => format!(
            "Låsningen av {occurrence} har ingen verkan: mötet är publicerat {}. Flytta det i stället.",
            lang.long_date(day)
        ),
        (NoEffect::Published(day), Lang::En) => format!(
            "The lock of {occurrence} has no effect: the meeting is published on {}. Move it instead.",
            lang.long_date(day)
        ),
        (NoEffect::Joint(day), Lang::Sv) => format!(
            "Låsningen av {occurrence} har ingen verkan: {} hålls det gemensamma mötet.",
            lang.long_date(day)
        ),
        (NoEffect::Joint(day), Lang::En) => format!(
            "The lock of {occurrence} has no effect: the joint meeting is held on {}.",
            lang.long_date(day)
        ),
        (NoEffect::Cancelled, Lang::Sv) => {
            format!("{occurrence} är inställt och fortsätter därför inte en annan dag.")
        }
        (NoEffect::Cancelled, Lang::En) => {
            format!("{occurrence} is cancelled and therefore does not go on on another day.")
        }
        (NoEffect::NotPublished, Lang::Sv) => format!(
            "{occurrence} finns inte bland de publicerade mötena och behöver inte ställas in."
        ),
        (NoEffect::NotPublished, Lang::En) => {
            format!("{occurrence} is not among the published meetings and need not be cancelled.")
        }
    }
}

/// A period that the series does not have, and what may be meant.
pub(super) fn unknown_period(
    lang: Lang,
    series: &str,
    occurrence: &str,
    year: Option<i32>,
    meant: Option<&str>,
) -> String {
    let of = match (year, lang) {
        (Some(year), Lang::Sv) => format!(" det publicerade året {year}"),
        (Some(year), Lang::En) => format!(" in the published year {year}"),
        (None, _) => String::new(),
    };
    let said = match lang {
        Lang::Sv => {
            format!("{series} har ingen sådan period som {occurrence}{of}. Raden används inte.")
        }
        Lang::En => {
            format!("{series} has no such period as in {occurrence}{of}. The line is not used.")
        }
    };
    match (meant, lang) {
        (Some(name), Lang::Sv) => format!("{said} Menas {name}?"),
        (Some(name), Lang::En) => format!("{said} Is {name} meant?"),
        (None, _) => said,
    }
}

/// A day far outside its period.
pub(super) fn outside_period(lang: Lang, occurrence: &str, period: &str, day: NaiveDate) -> String {
    let day = lang.long_date(day);
    match lang {
        Lang::Sv => format!("{occurrence} ligger {day}, långt utanför {period}. Är det meningen?"),
        Lang::En => format!("{occurrence} is on {day}, far outside {period}. Is that meant?"),
    }
}

/// A published year that the plan does not reach.
pub(super) fn published_outside(
    lang: Lang,
    year: i32,
    (first, last): (i32, Option<i32>),
) -> String {
    let last = last.map(|last| last.to_string()).unwrap_or_default();
    match lang {
        Lang::Sv => format!(
            "Det publicerade året {year} ligger utanför planens år ({first}–{last}) och används inte."
        ),
        Lang::En => format!(
            "The published year {year} lies outside the years of the plan ({first}–{last}) and is not used."
        ),
    }
}
