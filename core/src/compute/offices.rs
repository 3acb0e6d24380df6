//! Office periods, whose turn it is, and when the office is filled.

use super::engine::{Engine, link, one_day};
use super::trouble::TroubleKind;
use crate::calendar::{Entry, EntryKind, Relation};
use crate::document::{ElectedBy, OfficeTerm, Text};
use crate::plan::{Holder, Office, Plan};
use crate::reason::Reason;
use crate::time::{DateRange, MAX_YEAR, MIN_YEAR, MissingDay, add_days};
use chrono::{Datelike, NaiveDate};

/// One period of an office.
#[derive(Clone, Debug)]
pub(crate) struct OfficePeriod {
    /// Number of the period, counted from the office's first year; may be negative.
    pub(crate) number: i32,
    /// Name in ids.
    pub(crate) key: String,
    /// Name for people.
    pub(crate) label: String,
    /// Its days.
    pub(crate) range: DateRange,
    /// Mandate period that it is, for offices of a whole one.
    mandate: Option<(i32, i32)>,
}

impl Engine<'_> {
    pub(super) fn offices(&mut self) {
        let (first, last) = (self.range.start.year(), add_days(self.range.end, -1).year());
        for (index, office) in self.plan.offices().iter().enumerate() {
            // A holder may be elected some years before or after the first day in office.
            let offset = match office.spec().elected {
                Some(ElectedBy::NoLaterThan { year_offset, .. }) => i32::from(year_offset),
                _ => 0,
            };
            let (from, to) = (first - offset.max(0), last + (1 - offset).max(2));
            for period in office_periods(self.plan, office, from, to) {
                self.office_entry(index, office, &period);
                self.election_entry(office, &period);
            }
        }
    }

    fn office_entry(&mut self, index: usize, office: &Office, period: &OfficePeriod) {
        if !period.range.overlaps(&self.range) {
            return;
        }
        let mut entry = Entry::during(
            office_id(office, period),
            EntryKind::Office,
            office_title(self.plan, office, period),
            period.range.start,
            period.range.end,
        );
        self.place_on(&mut entry, &[office.body()]);
        entry.sources = self.plan.sources(&office.spec().cite);
        entry.holder = holder(self.plan, index, period)
            .map(|holder| holder.title().clone())
            .or_else(|| office.spec().provided_by.clone());
        if let Some(mandate) = period.mandate {
            entry.reasons.push(Reason::Mandate { mandate, year: 1 });
        }
        if let Some(before) = office.succeeds().and_then(|at| self.plan.offices().get(at)) {
            let day_before = add_days(period.range.start, -1);
            if let Some(earlier) = office_period_on(self.plan, before, day_before) {
                let title = office_title(self.plan, before, &earlier);
                entry
                    .links
                    .push(link(Relation::Follows, office_id(before, &earlier)));
                entry.reasons.push(Reason::Succeeds { title });
            }
        }
        if let Some(turn) = turn(office, period) {
            let between = office
                .turns()
                .iter()
                .map(|holder| holder.title().clone())
                .collect();
            entry.reasons.push(Reason::Turn {
                holder: turn.title().clone(),
                between,
            });
        }
        entry
            .reasons
            .extend(office.spec().provided_by.clone().map(Reason::ProvidedBy));
        if entry.reasons.is_empty() {
            entry.reasons.push(Reason::Covers(period.label.clone()));
        }
        entry
            .reasons
            .extend(office.spec().choice.clone().map(Reason::Choice));
        self.push(entry);
    }

    /// The last day, or the meeting, on which the office is filled.
    fn election_entry(&mut self, office: &Office, period: &OfficePeriod) {
        let Some(elected) = &office.spec().elected else {
            return;
        };
        if period.range.start.year() < self.plan.document().first_year {
            return;
        }
        let id = format!("{}/election", office_id(office, period));
        let title = Text::compose(|lang| {
            crate::text::election_of(lang, office_title(self.plan, office, period).get(lang))
        });
        let (day, meeting) = match elected {
            ElectedBy::NoLaterThan { day, year_offset } => {
                let year = period.range.start.year() + i32::from(*year_offset);
                let Some(last) = day.in_year(year, MissingDay::LastOfMonth) else {
                    return;
                };
                // Inside its own period an office is filled by those who sit then, not by those before.
                let start = match period.range.contains(last) {
                    true => period.range.start,
                    false => add_days(last, -365),
                };
                let since = DateRange {
                    start,
                    end: add_days(last, 1),
                };
                (
                    last,
                    self.schedule.of_body(office.body(), since).last().copied(),
                )
            }
            ElectedBy::LastMeetingBefore => {
                let since = DateRange {
                    start: add_days(period.range.start, -366),
                    end: period.range.start,
                };
                let meeting = self.schedule.of_body(office.body(), since).last().copied();
                (
                    meeting.map_or(add_days(period.range.start, -1), |meeting| meeting.date),
                    meeting,
                )
            }
        };
        // Before the first computed year no meeting is known: nothing can be said.
        let known = day.year() > self.plan.document().first_year
            || (day.year() == self.plan.document().first_year && meeting.is_some());
        if meeting.is_none() && known {
            let kind = TroubleKind::NoMeetingForElection {
                office: title.clone(),
                body: office.body(),
                due: day,
            };
            self.trouble(office.path(), Some(&id), one_day(day), kind);
        }
        if !self.range.contains(day) {
            return;
        }
        let mut entry = Entry::on(id, EntryKind::OfficeElection, title, day);
        self.place_on(&mut entry, &[office.body()]);
        entry.sources = self.plan.sources(&office.spec().cite);
        entry
            .links
            .push(link(Relation::Serves, office_id(office, period)));
        if let Some(meeting) = meeting {
            let relation = if meeting.date == day {
                Relation::At
            } else {
                Relation::For
            };
            entry.links.push(link(relation, self.meeting_id(meeting)));
            entry.reasons.push(Reason::AtMeeting {
                title: self.meeting_title(meeting.series).clone(),
                date: meeting.date,
                which: crate::document::MeetingChoice::Last,
                months: Vec::new(),
            });
        }
        if let Some(mandate) = period.mandate {
            entry.reasons.push(Reason::Mandate { mandate, year: 1 });
        }
        self.push(entry);
    }
}

/// Periods of an office that touch the years `from..=to`.
pub(crate) fn office_periods(
    plan: &Plan,
    office: &Office,
    from: i32,
    to: i32,
) -> Vec<OfficePeriod> {
    let (from, to) = (from.max(MIN_YEAR), to.min(MAX_YEAR));
    let anchor = office
        .spec()
        .from_year
        .unwrap_or(plan.document().first_year);
    let body = plan.body(office.body());
    let mut periods: Vec<OfficePeriod> = match office.spec().term {
        OfficeTerm::Years(years) => {
            let length = i32::from(years.max(1));
            let first = (from - anchor).div_euclid(length);
            (first..)
                .take_while(|number| anchor + number * length <= to)
                .filter_map(|number| {
                    let start = anchor + number * length;
                    let range = DateRange::years(start, start + length - 1)?;
                    let (key, label) = names(start, start + length - 1);
                    Some(OfficePeriod {
                        number,
                        key,
                        label,
                        range,
                        mandate: None,
                    })
                })
                .collect()
        }
        OfficeTerm::Mandate(kind) => {
            let all = plan.mandates().periods(MIN_YEAR, MAX_YEAR);
            let zero = all
                .iter()
                .position(|period| period.last_year >= anchor)
                .unwrap_or(0);
            all.iter()
                .enumerate()
                .filter(|(_, period)| {
                    let term = period.term(kind);
                    term.start.year() <= to && add_days(term.end, -1).year() >= from
                })
                .map(|(at, period)| {
                    let (key, label) = names(period.first_year, period.last_year);
                    let number = i32::try_from(at).unwrap_or(0) - i32::try_from(zero).unwrap_or(0);
                    let mandate = Some((period.first_year, period.last_year));
                    OfficePeriod {
                        number,
                        key,
                        label,
                        range: period.term(kind),
                        mandate,
                    }
                })
                .collect()
        }
        OfficeTerm::UntilFurtherNotice => open_period(anchor)
            .into_iter()
            .filter(|_| anchor <= to)
            .collect(),
    };
    let until = office.spec().until_year.unwrap_or(i32::MAX);
    periods.retain(|period| {
        period.range.start.year() <= until && !body.exists_in(period.range).is_empty()
    });
    periods
}

/// The only period of an office whose length is not given.
fn open_period(first: i32) -> Option<OfficePeriod> {
    Some(OfficePeriod {
        number: 0,
        key: format!("{first}-"),
        label: format!("{first}–"),
        range: DateRange::years(first, MAX_YEAR)?,
        mandate: None,
    })
}

fn names(first: i32, last: i32) -> (String, String) {
    if first == last {
        (first.to_string(), first.to_string())
    } else {
        (format!("{first}-{last}"), format!("{first}–{last}"))
    }
}

/// The period of an office that a day lies in.
pub(crate) fn office_period_on(
    plan: &Plan,
    office: &Office,
    day: NaiveDate,
) -> Option<OfficePeriod> {
    let mut near = office_periods(plan, office, day.year(), day.year()).into_iter();
    near.find(|period| period.range.contains(day))
}

/// Whose turn it is by the rotation.
pub(crate) fn turn<'a>(office: &'a Office, period: &OfficePeriod) -> Option<&'a Holder> {
    let count = i32::try_from(office.turns().len())
        .ok()
        .filter(|count| *count > 0)?;
    let length = match office.spec().term {
        OfficeTerm::Years(years) => i32::from(years.max(1)),
        OfficeTerm::Mandate(_) | OfficeTerm::UntilFurtherNotice => 1,
    };
    let every = office
        .spec()
        .alternates
        .as_ref()
        .and_then(|rotation| rotation.every_years);
    let steps = match every {
        Some(years) => (period.number * length).div_euclid(i32::from(years.max(1))),
        None => period.number,
    };
    let first = i32::try_from(office.first_turn()).ok()?;
    let at = usize::try_from((first + steps).rem_euclid(count)).ok()?;
    office.turns().get(at)
}

/// Who holds an office: entered by hand, by rotation, or by succession.
pub(crate) fn holder<'a>(
    plan: &'a Plan,
    index: usize,
    period: &OfficePeriod,
) -> Option<&'a Holder> {
    let mut office = plan.offices().get(index)?;
    let mut period = period.clone();
    for _ in 0..=plan.offices().len() {
        let year = period.range.start.year();
        let by_hand = office
            .held()
            .iter()
            .find(|(from, _)| *from == year)
            .map(|(_, holder)| holder);
        if let Some(found) = by_hand.or_else(|| turn(office, &period)) {
            return Some(found);
        }
        let before = plan.offices().get(office.succeeds()?)?;
        period = office_period_on(plan, before, add_days(period.range.start, -1))?;
        office = before;
    }
    None
}

/// Id of an office period's entry.
pub(crate) fn office_id(office: &Office, period: &OfficePeriod) -> String {
    format!("{}/{}", office.id(), period.key)
}

/// Title of an office period: `Ordförande NSO 2027`; one until further notice goes by no year.
pub(crate) fn office_title(plan: &Plan, office: &Office, period: &OfficePeriod) -> Text {
    let label = match office.spec().term {
        OfficeTerm::UntilFurtherNotice => "",
        _ => period.label.as_str(),
    };
    Text::compose(|lang| {
        let body = plan.body(office.body()).short().get(lang);
        let title = format!("{} {body} {label}", office.title().get(lang));
        title.trim_end().to_owned()
    })
}
