//! Governing documents and posts as entries: covered periods, and their steps.

use super::engine::{Engine, link};
use super::horizon::beside_years;
use super::periods::{CoursePeriod, course_periods};
use super::schedule::MeetingRef;
use super::steps::{Landed, Memo};
use super::trouble::TroubleKind;
use crate::calendar::{Entry, EntryKind, EntryStatus, Relation};
use crate::document::{Coverage, StepAt, Text};
use crate::plan::{BodyId, Course, CourseKind, PrincipalId, Step, StepRef};
use crate::reason::Reason;
use crate::time::{MAX_YEAR, MIN_YEAR, Roll, add_days};
use chrono::{Datelike, NaiveDate};

impl<'a> Engine<'a> {
    pub(super) fn courses(&mut self, memo: &mut Memo) {
        for (index, course) in self.plan.courses().iter().enumerate() {
            let (from, to) = self.years_of(course);
            for period in course_periods(self.plan, course, from, to) {
                self.period_entry(course, &period);
                for step in 0..course.steps().len() {
                    self.step_entries(
                        StepRef {
                            course: index,
                            step,
                        },
                        &period,
                        memo,
                    );
                }
            }
        }
    }

    /// First years of the periods that are covered, or prepared by a step, in the range.
    fn years_of(&self, course: &Course) -> (i32, i32) {
        let offsets = || {
            let steps = course.steps().iter();
            steps.map(|step| i32::from(step.spec().year_offset))
        };
        let beside = beside_years(course);
        let from = self.range.start.year() - offsets().max().unwrap_or(0).max(0) - beside;
        let last = add_days(self.range.end, -1).year();
        let to = last - offsets().min().unwrap_or(0).min(0) + beside;
        (from.max(MIN_YEAR), to.min(MAX_YEAR))
    }

    /// The covered period itself.
    fn period_entry(&mut self, course: &Course, period: &CoursePeriod) {
        if !period.range.overlaps(&self.range) {
            return;
        }
        let kind = match course.kind() {
            CourseKind::Document(_) => EntryKind::Document,
            CourseKind::Post => EntryKind::Post,
        };
        let title = period_title(course, period);
        let mut entry = Entry::during(
            period_id(course, period),
            kind,
            title,
            period.range.start,
            period.range.end,
        );
        let bodies: Vec<BodyId> = course.owner().into_iter().collect();
        self.place_on(&mut entry, &bodies);
        entry.sources = self.plan.sources(course.cite());
        entry.link = course
            .document()
            .as_ref()
            .and_then(|document| document.link.clone());
        if let Some(base) = course.under()
            && let Some(above) = self.edition_on(base, period.range.start)
        {
            entry.links.push(link(Relation::Follows, above));
        }
        entry.reasons.push(match (course.coverage(), period.cycle) {
            (Coverage::MandateCycle { .. }, Some((number, mandate))) => {
                Reason::Cycle { number, mandate }
            }
            (Coverage::Rolling { years }, _) => Reason::Rolling {
                adopted: period.first_year + i32::from(adoption_offset(course)),
                years: *years,
            },
            (Coverage::Period(_), _) => Reason::OwnPeriod,
            _ => Reason::Covers(period.label.clone()),
        });
        entry
            .reasons
            .extend(course.choice().clone().map(Reason::Choice));
        self.push(entry);
    }

    /// Id of the newest edition of a course that covers a day: rolling editions overlap.
    pub(super) fn edition_on(&self, course: usize, day: NaiveDate) -> Option<String> {
        let course = self.plan.courses().get(course)?;
        course_periods(self.plan, course, day.year(), day.year())
            .iter()
            .rfind(|period| period.range.contains(day))
            .map(|period| period_id(course, period))
    }

    fn step_entries(&mut self, at: StepRef, period: &CoursePeriod, memo: &mut Memo) {
        let Some((course, step)) = self.step(at) else {
            return;
        };
        let year = period.first_year + i32::from(step.spec().year_offset);
        if !self.step_year_is_computed(year) {
            return;
        }
        let landed = self.land(at, period, memo);
        let before = self.landed_before(step, year, period, memo);
        for (number, place) in landed.iter().enumerate() {
            if !place.range.overlaps(&self.range) {
                self.order_trouble(step, place, &before);
                continue;
            }
            let decides = step.spec().decides;
            let kind = if decides {
                EntryKind::Decision
            } else {
                EntryKind::Step
            };
            let mut entry = Entry::during(
                place.id.clone(),
                kind,
                place.title.clone(),
                place.range.start,
                place.range.end,
            );
            let bodies: Vec<BodyId> = place.body.into_iter().collect();
            self.place_on(&mut entry, &bodies);
            if !place.decided {
                entry.status = EntryStatus::Undecided;
            }
            if step.spec().per_principal {
                let count = self.plan.principals().len();
                entry.principals = (0..count).filter_map(PrincipalId::at).collect();
            }
            entry.responsible.clone_from(&step.spec().responsible);
            entry.sources = self.plan.sources(&step.spec().cite);
            entry
                .links
                .push(link(Relation::Serves, period_id(course, period)));
            if let Some(meeting) = place.meeting {
                entry
                    .links
                    .push(link(Relation::At, self.meeting_id(meeting)));
                let time = self.schedule.occurrence(meeting).and_then(|one| one.time);
                entry.time = time.or(self.plan.one_series(meeting.series).spec().time);
            }
            entry.links.extend(
                before
                    .iter()
                    .map(|other| link(Relation::After, other.id.clone())),
            );
            entry.reasons = self.step_reasons(step, place, &before);
            entry
                .reasons
                .extend(step.spec().choice.clone().map(Reason::Choice));
            self.order_trouble(step, place, &before);
            if number == 0 || decides || place.body.is_some() {
                self.push(entry);
            }
        }
    }

    fn step_reasons(&self, step: &Step, place: &Landed, before: &[Landed]) -> Vec<Reason> {
        let mut reasons = Vec::new();
        match &step.spec().at {
            StepAt::Meeting(slot) => {
                if let Some(meeting) = place.meeting {
                    reasons.push(Reason::AtMeeting {
                        title: self.meeting_title(meeting.series).clone(),
                        date: meeting.date,
                        which: slot.which,
                        months: slot.months.clone(),
                    });
                }
            }
            StepAt::Date(rule) => reasons.push(Reason::Rule(rule.clone())),
            StepAt::Span(span) => reasons.push(Reason::Span {
                from: Text::from(span.from.as_str()),
                to: Text::from(span.to.as_str()),
            }),
            StepAt::Beside(beside) => {
                if let Some((title, date)) = place.counted_from.clone() {
                    let offset = beside.offset.clone();
                    let from = self.offset(date, &offset);
                    reasons.push(Reason::Offset {
                        title,
                        date,
                        offset,
                    });
                    if let (true, Some(why)) = (from != place.range.start, self.why_off(from)) {
                        let by_law = beside.roll == Roll::Statutory;
                        reasons.push(Reason::Rolled { from, why, by_law });
                    }
                }
            }
        }
        if !matches!(step.spec().at, StepAt::Span(_))
            && let Some(last) = before.iter().max_by_key(|other| other.range.start)
        {
            reasons.push(Reason::After {
                title: last.title.clone(),
                date: last.range.start,
            });
        }
        if let Some(weekday) = place
            .meeting
            .map(|meeting| crate::time::Weekday::of(meeting.date))
            && place
                .meeting
                .is_some_and(|meeting| self.usual_weekday_of(meeting) == Some(weekday))
        {
            reasons.push(Reason::UsualWeekday(weekday));
        }
        reasons
    }

    fn order_trouble(&mut self, step: &Step, place: &Landed, before: &[Landed]) {
        if matches!(step.spec().at, StepAt::Span(_)) {
            return;
        }
        let late = before
            .iter()
            .filter(|other| other.decided && other.range.start >= place.range.start)
            .max_by_key(|o| o.range.start);
        if let (Some(other), true) = (late, place.decided) {
            let kind = TroubleKind::OutOfOrder {
                step: place.title.clone(),
                day: place.range.start,
                after: other.range.start,
            };
            self.trouble(step.path(), Some(&place.id), place.range, kind);
        }
    }

    fn usual_weekday_of(&self, meeting: MeetingRef) -> Option<crate::time::Weekday> {
        match &self.plan.one_series(meeting.series).spec().days {
            crate::document::DayFinding::Spread(spread) => spread.prefer,
            _ => None,
        }
    }
}

/// Years from the first covered year to the adoption.
fn adoption_offset(course: &Course) -> i8 {
    course
        .steps()
        .iter()
        .find(|step| step.spec().decides)
        .map_or(-1, |step| step.spec().year_offset)
}

/// Id of a covered period's entry.
pub(super) fn period_id(course: &Course, period: &CoursePeriod) -> String {
    format!("{}/{}", course.id(), period.key)
}

/// Title of a document with its period; registered documents have no period in their title.
fn period_title(course: &Course, period: &CoursePeriod) -> Text {
    if matches!(course.coverage(), Coverage::Period(_)) {
        return course.title().clone();
    }
    Text::compose(|lang| format!("{} {}", course.title().get(lang), period.label))
}
