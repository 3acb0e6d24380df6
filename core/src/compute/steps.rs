//! Where steps land: on meetings of their bodies, on days, and beside other steps.

use super::courses::period_id;
use super::engine::{Engine, one_day};
use super::periods::{CoursePeriod, course_periods};
use super::schedule::MeetingRef;
use super::trouble::TroubleKind;
use crate::document::{Coverage, MeetingChoice, MeetingSlot, StepAt, Text};
use crate::map::Map;
use crate::plan::{BodyId, Course, Step, StepRef};
use crate::time::{DateRange, MAX_YEAR, MIN_YEAR, Month, add_days, date, month_end};
use chrono::NaiveDate;

/// Where a step of one period landed.
#[derive(Clone, Debug)]
pub(super) struct Landed {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) body: Option<BodyId>,
    pub(super) range: DateRange,
    pub(super) meeting: Option<MeetingRef>,
    /// False when the body had no meeting to land on.
    pub(super) decided: bool,
    /// Title and day of the step that it is counted from.
    pub(super) counted_from: Option<(Text, NaiveDate)>,
}

/// A step in one year, and where it landed.
pub(super) type Memo = Map<(usize, i32, usize), Vec<Landed>>;

impl<'a> Engine<'a> {
    /// Where a step of a period lands, computed once.
    pub(super) fn land(
        &mut self,
        at: StepRef,
        period: &CoursePeriod,
        memo: &mut Memo,
    ) -> Vec<Landed> {
        let key = (at.course, period.first_year, at.step);
        if let Some(known) = memo.get(&key) {
            return known.clone();
        }
        let Some((course, step)) = self.step(at) else {
            return Vec::new();
        };
        let year = period.first_year + i32::from(step.spec().year_offset);
        if !self.step_year_is_computed(year) {
            return Vec::new();
        }
        let not_before = self
            .landed_before(step, year, period, memo)
            .iter()
            .filter(|other| other.decided)
            .map(|other| other.range.start)
            .max();
        let landed = match &step.spec().at {
            StepAt::Meeting(slot) => {
                self.land_on_meetings(course, step, period, slot, year, not_before)
            }
            StepAt::Date(rule) => {
                let days = DateRange::year(year)
                    .map(|range| rule.occurrences(range, &self.rules()))
                    .unwrap_or_default();
                days.first()
                    .map(|day| self.landed(course, step, period, None, one_day(day.date), None))
                    .into_iter()
                    .collect()
            }
            StepAt::Beside(beside) => {
                let others = self.land_beside(at, &beside.step, period, memo);
                let first = (others.into_iter().filter(|other| other.decided))
                    .min_by_key(|other| other.range.start);
                let landed = first.map(|other| {
                    let date = other.range.start;
                    let day = self
                        .work
                        .roll(self.offset(date, &beside.offset), beside.roll);
                    Landed {
                        counted_from: Some((other.title, date)),
                        ..self.landed(course, step, period, None, one_day(day), None)
                    }
                });
                landed.into_iter().collect()
            }
            StepAt::Span(span) => {
                let from = self.land_beside(at, &span.from, period, memo);
                let start = from.iter().map(|one| one.range.start).min();
                let to = self.land_beside(at, &span.to, period, memo);
                let end = to.iter().map(|one| one.range.end).max();
                match start.zip(end) {
                    Some((start, end)) if start < end => {
                        vec![self.landed(
                            course,
                            step,
                            period,
                            None,
                            DateRange { start, end },
                            None,
                        )]
                    }
                    _ => Vec::new(),
                }
            }
        };
        memo.insert(key, landed.clone());
        landed
    }

    /// Where a step of the same period landed, by its name.
    fn land_beside(
        &mut self,
        at: StepRef,
        name: &str,
        period: &CoursePeriod,
        memo: &mut Memo,
    ) -> Vec<Landed> {
        let place = self.plan.courses().get(at.course).and_then(|course| {
            let mut steps = course.steps().iter();
            steps.position(|other| other.spec().id == name)
        });
        match place {
            Some(step) => self.land(StepRef { step, ..at }, period, memo),
            None => Vec::new(),
        }
    }

    /// Where the steps landed that must come before a step in `year`.
    pub(super) fn landed_before(
        &mut self,
        step: &Step,
        year: i32,
        period: &CoursePeriod,
        memo: &mut Memo,
    ) -> Vec<Landed> {
        let mut before = Vec::new();
        for other in step.after() {
            before.extend(self.land_in_year(*other, year, Some(period), memo));
        }
        before
    }

    /// Where a step landed that must come before something in `year`: in the same
    /// document for its `own` period, in another for the period that it decides then.
    pub(super) fn land_in_year(
        &mut self,
        at: StepRef,
        year: i32,
        own: Option<&CoursePeriod>,
        memo: &mut Memo,
    ) -> Vec<Landed> {
        let Some((course, step)) = self.step(at) else {
            return Vec::new();
        };
        let first = year - i32::from(step.spec().year_offset);
        let periods = course_periods(self.plan, course, first.max(MIN_YEAR), first.min(MAX_YEAR));
        let same = periods.iter().find(|period| {
            own.is_some_and(|own| period.first_year == own.first_year && period.key == own.key)
        });
        match same.or_else(|| periods.iter().find(|period| period.first_year == first)) {
            Some(period) => self.land(at, period, memo),
            None => Vec::new(),
        }
    }

    fn land_on_meetings(
        &mut self,
        course: &Course,
        step: &Step,
        period: &CoursePeriod,
        slot: &MeetingSlot,
        year: i32,
        not_before: Option<NaiveDate>,
    ) -> Vec<Landed> {
        let mut landed = Vec::new();
        for &body in step.bodies() {
            let span = slot_span(&slot.months, year);
            if self.plan.body(body).exists_in(span).is_empty() {
                continue;
            }
            let meetings = self.meetings_in(body, year, &slot.months);
            let late: Vec<MeetingRef> = meetings
                .iter()
                .filter(|meeting| not_before.is_none_or(|day| meeting.date > day))
                .copied()
                .collect();
            let chosen: Vec<MeetingRef> = match slot.which {
                MeetingChoice::First => late
                    .first()
                    .or_else(|| meetings.last())
                    .into_iter()
                    .copied()
                    .collect(),
                MeetingChoice::Last => meetings.last().into_iter().copied().collect(),
                MeetingChoice::Every => meetings.clone(),
            };
            if chosen.is_empty() {
                let title = step_title(course, step, period);
                let place = self.landed(
                    course,
                    step,
                    period,
                    Some(body),
                    one_day(add_days(span.end, -1)),
                    None,
                );
                let kind = TroubleKind::NoMeetingForStep {
                    step: title,
                    body,
                    months: slot.months.clone(),
                    year,
                };
                self.trouble(step.path(), Some(&place.id), span, kind);
                landed.push(Landed {
                    decided: false,
                    ..place
                });
            }
            for (number, meeting) in chosen.into_iter().enumerate() {
                let mut place = self.landed(
                    course,
                    step,
                    period,
                    Some(body),
                    one_day(meeting.date),
                    Some(meeting),
                );
                if slot.which == MeetingChoice::Every {
                    place.id = format!("{}/{}", place.id, number + 1);
                }
                landed.push(place);
            }
        }
        landed
    }

    fn landed(
        &self,
        course: &Course,
        step: &Step,
        period: &CoursePeriod,
        body: Option<BodyId>,
        range: DateRange,
        meeting: Option<MeetingRef>,
    ) -> Landed {
        let mut id = format!("{}/{}", period_id(course, period), step.spec().id);
        if let (Some(body), true) = (body, step.names_body()) {
            id.push('/');
            id.push_str(self.plan.body(body).id());
        }
        let body = body.or_else(|| step.bodies().first().copied());
        Landed {
            id,
            title: step_title(course, step, period),
            body,
            range,
            meeting,
            decided: true,
            counted_from: None,
        }
    }

    pub(super) fn step(&self, at: StepRef) -> Option<(&'a Course, &'a Step)> {
        let plan = self.plan;
        let course = plan.courses().get(at.course)?;
        Some((course, course.steps().get(at.step)?))
    }

    /// Steps are computed for years in which meetings are.
    pub(super) fn step_year_is_computed(&self, year: i32) -> bool {
        year >= self.plan.document().first_year && year <= self.horizon()
    }
}

/// Days from the first to the last of some months of a year.
fn slot_span(months: &[Month], year: i32) -> DateRange {
    let first = months
        .iter()
        .map(|month| u32::from(month.get()))
        .min()
        .unwrap_or(1);
    let last = months
        .iter()
        .map(|month| u32::from(month.get()))
        .max()
        .unwrap_or(12);
    let start = date(year, first, 1);
    let end = month_end(year, last).map(|day| add_days(day, 1));
    match start.zip(end) {
        Some((start, end)) => DateRange { start, end },
        None => DateRange {
            start: NaiveDate::MIN,
            end: NaiveDate::MIN,
        },
    }
}

/// Title of a step: what happens, and the document with its period.
fn step_title(course: &Course, step: &Step, period: &CoursePeriod) -> Text {
    Text::compose(|lang| {
        let document = course.title().get(lang);
        let label = if matches!(course.coverage(), Coverage::Period(_)) {
            ""
        } else {
            period.label.as_str()
        };
        format!("{}: {document} {label}", step.spec().title.get(lang))
            .trim_end()
            .to_owned()
    })
}
