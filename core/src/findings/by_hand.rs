//! What people wrote by hand and the calendar cannot use: nothing of it is lost without a word.

use super::fix::{Change, Fix, FixKind};
use super::{FindingKind, Search};
use crate::document::{Edit, PublishedDay, PublishedYear};
use crate::error::suggest;
use crate::map::Map;
use crate::plan::{NamedEdit, Series, touches};
use crate::time::{DateRange, MAX_YEAR, MIN_YEAR, add_days, format};
use chrono::{Datelike, NaiveDate};
use serde_json::Value;

/// Days over the turn of a period to which a meeting may be moved and no slip is suspected.
const TURN: i64 = 31;

/// Periods of a series, by name.
type Periods = Vec<(String, DateRange)>;

impl Search<'_> {
    /// Edits and published days whose period is not there, or that lie far outside it.
    pub(super) fn by_hand(&mut self) {
        let plan = self.plan;
        for series in plan.series() {
            if !series.spec().edits.is_empty() {
                let periods = plan.periods_of(series, MIN_YEAR, MAX_YEAR);
                for named in plan.edits_of(series) {
                    self.edit(series, &periods, &named);
                }
            }
        }
        for (index, year) in plan.document().published.iter().enumerate() {
            self.published(&format!("/published/{index}"), year);
        }
    }

    fn edit(&mut self, series: &Series, periods: &Periods, named: &NamedEdit<'_>) {
        let (path, word) = (
            format!("{}/edits/{}", series.path(), named.at),
            named.edit.word(),
        );
        let written = day_of(named.edit);
        let occurrence = named.edit.occurrence();
        let Some((key, range)) = periods.iter().find(|(key, _)| key == named.period) else {
            let meant = written.and_then(|(_, day)| holding(periods, day));
            let meant = meant.or_else(|| slip(named.period, periods)).map(|key| {
                let body = occurrence.strip_suffix(&format!("{}/{}", named.period, named.name));
                format!("{}{key}/{}", body.unwrap_or_default(), named.name)
            });
            let free = meant.filter(|name| {
                series
                    .spec()
                    .edits
                    .iter()
                    .all(|one| one.occurrence() != name)
            });
            let place = format!("{path}/{word}/occurrence");
            let kind = no_period(series, occurrence, None, free.clone());
            let fix = rename(&path, &place, free);
            let cites = &series.spec().cite;
            self.add(kind, &path, self.range, cites).fix = Some(fix);
            return;
        };
        if let Some((field, day)) = written {
            let place = format!("{path}/{word}/{field}");
            self.outside(series, &path, &place, occurrence, (key, *range), day);
        }
    }

    fn published(&mut self, path: &str, year: &PublishedYear) {
        let document = self.plan.document();
        let last = document.last_year.unwrap_or(MAX_YEAR);
        if !(document.first_year..=last).contains(&year.year) && !year.days.is_empty() {
            let kind = FindingKind::PublishedOutside {
                year: year.year,
                plan: (document.first_year, document.last_year),
            };
            self.add(kind, path, self.range, &[]);
            return;
        }
        let plan = self.plan;
        let mut by_id: Map<&str, &Series> = Map::new();
        by_id.extend(plan.series().iter().map(|one| (one.id().as_str(), one)));
        let mut periods: Map<&str, Periods> = Map::new();
        for (at, day) in year.days.iter().enumerate() {
            let id = day.id.split('/').next().unwrap_or_default();
            if let Some(series) = by_id.get(id) {
                if !periods.contains_key(id) {
                    let mut all = plan.periods_of(series, year.year - 1, year.year);
                    all.retain(|(_, range)| touches(*range, year.year));
                    periods.insert(id, all);
                }
                if let Some(periods) = periods.get(id) {
                    self.published_day(&format!("{path}/days/{at}"), year, day, series, periods);
                }
            }
        }
    }

    fn published_day(
        &mut self,
        path: &str,
        year: &PublishedYear,
        day: &PublishedDay,
        series: &Series,
        periods: &Periods,
    ) {
        let mut parts = day.id.split('/').skip(1);
        let (period, name) = (
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
        );
        if let Some((key, range)) = periods.iter().find(|(key, _)| key == period) {
            let place = format!("{path}/date");
            self.outside(series, path, &place, &day.id, (key, *range), day.date.0);
            return;
        }
        let meant = holding(periods, day.date.0).map(|key| format!("{}/{key}/{name}", series.id()));
        let free = meant.filter(|id| year.days.iter().all(|one| one.id != *id));
        let range = DateRange::year(year.year).unwrap_or(self.range);
        if range.overlaps(&self.range) {
            let kind = no_period(series, &day.id, Some(year.year), free.clone());
            let fix = rename(path, &format!("{path}/id"), free);
            self.add(kind, path, range, &series.spec().cite).fix = Some(fix);
        }
    }

    /// A day far outside the period that its meeting counts in.
    fn outside(
        &mut self,
        series: &Series,
        path: &str,
        place: &str,
        occurrence: &str,
        (key, period): (&str, DateRange),
        day: NaiveDate,
    ) {
        let near = period.widened(TURN, TURN);
        let at = DateRange {
            start: day,
            end: add_days(day, 1),
        };
        // It is told where it is missed and where it is found.
        let shown = [period, at]
            .into_iter()
            .find(|one| one.overlaps(&self.range));
        let Some(range) = shown.filter(|_| !near.contains(day)) else {
            return;
        };
        let kind = FindingKind::OutsidePeriod {
            occurrence: occurrence.to_owned(),
            period: key.to_owned(),
            day,
        };
        // The same day of the period's own year, when a slip of the year is all that is wrong.
        let meant = day
            .with_year(period.start.year())
            .filter(|day| period.contains(*day));
        let fix = meant.map(|day| Fix {
            kind: FixKind::SetDay(day),
            changes: vec![Change::Set {
                path: place.to_owned(),
                value: Value::from(format(day)),
            }],
        });
        self.add(kind, path, range, &series.spec().cite).fix = fix;
    }
}

/// A name whose period the series does not have.
fn no_period(
    series: &Series,
    occurrence: &str,
    year: Option<i32>,
    meant: Option<String>,
) -> FindingKind {
    FindingKind::UnknownPeriod {
        series: series.title().clone(),
        occurrence: occurrence.to_owned(),
        year,
        meant,
    }
}

/// Writes the name that is meant at `place`; without one, takes the whole line away.
fn rename(line: &str, place: &str, meant: Option<String>) -> Fix {
    match meant {
        Some(name) => Fix {
            changes: vec![Change::Set {
                path: place.to_owned(),
                value: Value::from(name.as_str()),
            }],
            kind: FixKind::Rename(name),
        },
        None => Fix {
            kind: FixKind::RemoveEdit,
            changes: vec![Change::Remove {
                path: line.to_owned(),
            }],
        },
    }
}

/// The day that an edit puts a meeting on, with its field.
fn day_of(edit: &Edit) -> Option<(&'static str, NaiveDate)> {
    match edit {
        Edit::Move { to, .. } => Some(("to", to.0)),
        Edit::Continue { date, .. } | Edit::Add { date, .. } | Edit::Lock { date, .. } => {
            Some(("date", date.0))
        }
        Edit::Cancel { .. } => None,
    }
}

/// Name of the period that a day lies in.
fn holding(periods: &Periods, day: NaiveDate) -> Option<String> {
    let found = periods.iter().find(|(_, range)| range.contains(day));
    found.map(|(key, _)| key.clone())
}

/// The period that a misspelt name means; a plain year is no slip of the pen.
fn slip(written: &str, periods: &Periods) -> Option<String> {
    let known = periods.iter().map(|(key, _)| key.as_str());
    let plain = written.bytes().all(|byte| byte.is_ascii_digit());
    (!plain).then(|| suggest(written, known))?
}
