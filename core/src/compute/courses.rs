//! Governing documents and posts: covered periods, and steps that land on meetings.

use super::engine::{Engine, link, one_day};
use super::horizon::beside_years;
use super::periods::{CoursePeriod, course_periods};
use super::schedule::MeetingRef;
use super::trouble::TroubleKind;
use crate::calendar::{Entry, EntryKind, EntryStatus, Relation};
use crate::document::{Coverage, MeetingChoice, MeetingSlot, StepAt, Text};
use crate::plan::{BodyId, Course, CourseKind, PrincipalId, Step, StepRef};
use crate::reason::Reason;
use crate::time::{DateRange, MAX_YEAR, MIN_YEAR, Month, Roll, add_days, date, month_end};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

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
    counted_from: Option<(Text, NaiveDate)>,
}

/// A step in one year, and where it landed.
pub(super) type Memo = BTreeMap<(usize, i32, usize), Vec<Landed>>;

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

    /// Where a step of a period lands, computed once.
    fn land(&mut self, at: StepRef, period: &CoursePeriod, memo: &mut Memo) -> Vec<Landed> {
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
    fn landed_before(
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

    fn step(&self, at: StepRef) -> Option<(&'a Course, &'a Step)> {
        let plan = self.plan;
        let course = plan.courses().get(at.course)?;
        Some((course, course.steps().get(at.step)?))
    }

    /// Steps are computed for years in which meetings are.
    fn step_year_is_computed(&self, year: i32) -> bool {
        year >= self.plan.document().first_year && year <= self.horizon()
    }

    fn usual_weekday_of(&self, meeting: MeetingRef) -> Option<crate::time::Weekday> {
        match &self.plan.one_series(meeting.series).spec().days {
            crate::document::DayFinding::Spread(spread) => spread.prefer,
            _ => None,
        }
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
