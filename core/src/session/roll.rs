//! A year's days carried over to the next: the same weekday in the same week, wherever that can be.

use super::Refusal;
use super::by_hand::{in_edits, with_days};
use crate::compute::{Occurrence, Origin, Outcome, compute, same_hours};
use crate::document::{Change, CountPer, DayFinding, Edit, Spread, Text, Window};
use crate::order::Order;
use crate::plan::{Plan, Series, SeriesId};
use crate::reason::NonWorking;
use crate::time::{
    DateRange, Day, IsoWeek, MAX_YEAR, Month, MonthDay, Weekday, WorkCalendar, add_days,
};
use chrono::{Datelike, NaiveDate};

/// How many weeks a meeting may go earlier or later when its own week is impossible.
const REACH: i32 = 3;

/// What carrying a year over changes, and what becomes of every meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Roll {
    /// The year that the days are taken from.
    pub from: i32,
    /// The year that they are carried to.
    pub to: i32,
    /// What it changes in the document.
    pub changes: Vec<Change>,
    /// Every meeting of the year, in the order of the plan's series and by day.
    pub carried: Vec<Carried>,
}

/// What becomes of one meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// Title of its series.
    pub title: Text,
    /// Entry id and day in the year that is carried over.
    pub before: (String, NaiveDate),
    /// Entry id and day in the next year; nothing when it is not carried over.
    pub after: Option<(String, NaiveDate)>,
    /// Why it is there, or not; [`crate::text::rolled`] says it in words.
    pub why: Vec<Rolled>,
}

/// Why a meeting is carried over as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rolled {
    /// The same weekday in the same week.
    SameWeek,
    /// The year has no week 53.
    NoWeek53,
    /// The same weekday in the same week is a day when nothing can be held.
    DayOff(NaiveDate, NonWorking),
    /// The same weekday in the same week is a squeeze day, an eve, or in a break that is avoided.
    Avoided(NaiveDate),
    /// The same weekday in the same week lies outside what the series must hold to.
    OutsideRules(NaiveDate),
    /// Another meeting of the series, or of the same people, has that day.
    Taken(NaiveDate),
    /// No day near its week can be used: the rules decide.
    NoDay,
    /// It was moved that year, and is carried over from the day that it had before.
    MovedOnce(NaiveDate),
    /// It was cancelled that year.
    CancelledOnce,
    /// It was added for that year alone.
    AddedOnce,
    /// The series finds its days by a rule of its own.
    FollowsRule,
    /// The day has been chosen by hand in the next year already.
    KeptByHand,
    /// The series has no meetings in the next year.
    Ends,
    /// The series asks for fewer meetings in the next year.
    Fewer,
    /// The series counts over the mandate period, not the year.
    MandatePeriod,
}

/// Carries the days of a year over to the next.
///
/// # Errors
/// When the plan does not reach both years, or the next one is published.
///
/// # Example
/// ```
/// use planning_wheel::{document::{Catalogue, PlanDocument}, plan::Plan};
/// use planning_wheel::session::{Refusal, roll};
/// let mut document = PlanDocument::blank("nso", "Nätverket");
/// document.last_year = Some(2027);
/// let plan = Plan::check(document, &Catalogue::empty()).unwrap();
/// assert!(roll(&plan, 2026).unwrap().carried.is_empty());
/// assert_eq!(roll(&plan, 2027), Err(Refusal::YearOutside(2028)));
/// ```
pub fn roll(plan: &Plan, from: i32) -> Result<Roll, Refusal> {
    let document = plan.document();
    let last = document.last_year.unwrap_or(MAX_YEAR).min(MAX_YEAR);
    let to = from.saturating_add(1);
    for year in [from, to] {
        if !(document.first_year..=last).contains(&year) {
            return Err(Refusal::YearOutside(year));
        }
    }
    if document.published.iter().any(|one| one.year == to) {
        return Err(Refusal::Published(to));
    }
    let range = DateRange::years(from, to).ok_or(Refusal::YearOutside(from))?;
    let mut roller = Roller {
        plan,
        from,
        to,
        outcome: compute(plan, range),
        work: plan.work_calendar(range.widened(31, 31)),
        taken: Vec::new(),
        changes: Vec::new(),
        carried: Vec::new(),
    };
    // In the order of placement, so that who waits for whom finds the other's days taken.
    for id in plan.placement_order() {
        roller.series(*id);
    }
    let mut carried = roller.carried;
    carried.order_by_key(|(series, one)| (*series, one.before.1));
    Ok(Roll {
        from,
        to,
        changes: roller.changes,
        carried: carried.into_iter().map(|(_, one)| one).collect(),
    })
}

struct Roller<'a> {
    plan: &'a Plan,
    from: i32,
    to: i32,
    outcome: Outcome,
    work: WorkCalendar,
    /// Days given away in the next year.
    taken: Vec<(SeriesId, NaiveDate)>,
    changes: Vec<Change>,
    carried: Vec<(SeriesId, Carried)>,
}

/// A meeting of the old year, with the period and the number that it has there.
struct Old<'a> {
    occurrence: &'a Occurrence,
    key: String,
    next: String,
}

impl Roller<'_> {
    fn series(&mut self, id: SeriesId) {
        let plan = self.plan;
        let series = plan.one_series(id);
        let schedule = self.outcome.schedule().of_series(id).clone();
        let next = plan.periods_of(series, self.to, self.to);
        let mut fixed = Vec::new();
        let spans_years = series.spec().count.per == CountPer::MandatePeriod;
        for occurrence in &schedule.occurrences {
            let Some(period) = schedule.periods.get(occurrence.period) else {
                continue;
            };
            let year = match spans_years {
                true => occurrence.date.year(),
                false => period.range.start.year(),
            };
            if year != self.from || matches!(occurrence.origin, Origin::Continued(_)) {
                continue;
            }
            let key = period.key.clone();
            let old = Old {
                occurrence,
                next: key.replacen(&self.from.to_string(), &self.to.to_string(), 1),
                key,
            };
            let known = next.iter().find(|(one, _)| *one == old.next);
            let carried = match known {
                _ if spans_years => old.left(series, Rolled::MandatePeriod),
                Some((_, range)) => self.meeting(id, series, &old, *range, &mut fixed),
                None => old.left(series, Rolled::Ends),
            };
            self.carried.push((id, carried));
        }
        if !fixed.is_empty() {
            self.changes.extend(with_days(series, &fixed));
        }
    }

    fn meeting(
        &mut self,
        id: SeriesId,
        series: &Series,
        old: &Old<'_>,
        period: DateRange,
        fixed: &mut Vec<NaiveDate>,
    ) -> Carried {
        if matches!(old.occurrence.origin, Origin::Added(_)) {
            return old.left(series, Rolled::AddedOnce);
        }
        let spread = match &series.spec().days {
            DayFinding::Spread(spread) => Some(&**spread),
            DayFinding::Fixed(_) => None,
            DayFinding::Pattern(_) | DayFinding::Beside(_) => {
                return self.by_rule(id, series, old, Rolled::FollowsRule);
            }
        };
        if self.is_by_hand(series, old) {
            return self.by_rule(id, series, old, Rolled::KeptByHand);
        }
        let computed = self.next_of(id, old);
        if spread.is_some() && computed.is_none() {
            return old.left(series, Rolled::Fewer);
        }
        let day = old.day();
        let mut why = old.once();
        let Some(new) = self.day_for(id, series, spread, day, period, &mut why) else {
            why.push(Rolled::NoDay);
            let mut carried = self.by_rule(id, series, old, Rolled::FollowsRule);
            carried.why = why;
            return carried;
        };
        self.taken.push((id, new));
        match spread {
            Some(_) => self.changes.push(lock(self.plan, series, old, new)),
            None => fixed.push(new),
        }
        old.carried(series, new, why)
    }

    /// The meeting of the same name in the next year, as the rules have it.
    fn next_of(&self, id: SeriesId, old: &Old<'_>) -> Option<NaiveDate> {
        let days = self.outcome.schedule().of_series(id);
        let period = days
            .periods
            .iter()
            .position(|period| period.key == old.next)?;
        let mut all = days.occurrences.iter();
        all.find(|one| one.period == period && one.name == old.occurrence.name)
            .map(|one| one.date)
    }

    fn by_rule(&self, id: SeriesId, series: &Series, old: &Old<'_>, why: Rolled) -> Carried {
        match self.next_of(id, old) {
            Some(day) => old.carried(series, day, vec![why]),
            None if why == Rolled::FollowsRule => old.left(series, Rolled::Fewer),
            None => old.left(series, why),
        }
    }

    /// True when the next year's meeting has been placed, moved or cancelled by hand.
    fn is_by_hand(&self, series: &Series, old: &Old<'_>) -> bool {
        let mut edits = self.plan.edits_of(series);
        edits.any(|named| (named.period, named.name) == (&old.next, &*old.occurrence.name))
    }

    /// The same weekday in the same week; else in the nearest week; else the nearest day.
    fn day_for(
        &self,
        id: SeriesId,
        series: &Series,
        spread: Option<&Spread>,
        day: NaiveDate,
        period: DateRange,
        why: &mut Vec<Rolled>,
    ) -> Option<NaiveDate> {
        let week = IsoWeek::of(day);
        let first = match IsoWeek::new(week.year() + 1, week.week()) {
            Some(same) => same.day(Weekday::of(day)),
            None => {
                why.push(Rolled::NoWeek53);
                IsoWeek::new(week.year() + 1, 52)?.day(Weekday::of(day))
            }
        };
        let wrong = |new| self.wrong(id, series, spread, (day, new), period);
        match wrong(first) {
            None => {
                why.push(Rolled::SameWeek);
                return Some(first);
            }
            Some(reason) => why.push(reason),
        }
        let weeks = (1..=REACH).flat_map(|weeks| [weeks, -weeks]);
        let weeks = weeks.map(|weeks| add_days(first, 7 * i64::from(weeks)));
        let days = (1..=7 * i64::from(REACH)).flat_map(|days| [days, -days]);
        let days = days.map(|days| add_days(first, days));
        let mut near = weeks.chain(days);
        near.find(|new| wrong(*new).is_none())
    }

    /// Why a day cannot stand for the day of the year before.
    fn wrong(
        &self,
        id: SeriesId,
        series: &Series,
        spread: Option<&Spread>,
        (old, new): (NaiveDate, NaiveDate),
        period: DateRange,
    ) -> Option<Rolled> {
        let weekend = spread.is_some_and(|one| one.weekdays.contains(&Weekday::of(new)));
        if let Some(why) = NonWorking::of(&self.work, new).filter(|_| !weekend) {
            return Some(Rolled::DayOff(new, why));
        }
        let bodies = series.bodies().iter();
        let mut exists = bodies.map(|body| self.plan.body(*body).exists_on(new));
        let allowed = spread.is_none_or(|spread| allows(spread, series, old, new));
        if !period.contains(new) || !exists.all(|one| one) || !allowed {
            return Some(Rolled::OutsideRules(new));
        }
        let clash = |(other, day): &(SeriesId, NaiveDate)| {
            let theirs = self.plan.one_series(*other);
            let same_body = theirs
                .bodies()
                .iter()
                .any(|body| series.bodies().contains(body));
            let same_people = series.clashes().contains(other) || theirs.clashes().contains(&id);
            *day == new && (same_body || same_people && same_hours(series, theirs))
        };
        if self.taken.iter().any(clash) {
            return Some(Rolled::Taken(new));
        }
        let soft = self.work.is_squeeze(new) || self.work.is_eve(new) || self.work.is_avoided(new);
        // What was so the year before is meant.
        let meant = self.work.is_squeeze(old) || self.work.is_eve(old) || self.work.is_avoided(old);
        (soft && !meant).then_some(Rolled::Avoided(new))
    }
}

impl Old<'_> {
    /// The day that is carried over: the one before it was moved.
    fn day(&self) -> NaiveDate {
        let moved = self.occurrence.moved;
        moved.map_or(self.occurrence.date, |(from, _)| from)
    }

    /// What was so in that year alone.
    fn once(&self) -> Vec<Rolled> {
        let moved = self.occurrence.moved;
        let moved = moved.map(|_| Rolled::MovedOnce(self.occurrence.date));
        let cancelled = self.occurrence.cancelled.map(|_| Rolled::CancelledOnce);
        moved.into_iter().chain(cancelled).collect()
    }

    fn id(&self, series: &Series, key: &str) -> String {
        format!("{}/{key}/{}", series.id(), self.occurrence.name)
    }

    fn left(&self, series: &Series, why: Rolled) -> Carried {
        Carried {
            title: series.title().clone(),
            before: (self.id(series, &self.key), self.occurrence.date),
            after: None,
            why: vec![why],
        }
    }

    fn carried(&self, series: &Series, day: NaiveDate, why: Vec<Rolled>) -> Carried {
        Carried {
            after: Some((self.id(series, &self.next), day)),
            why,
            ..self.left(series, Rolled::Ends)
        }
    }
}

fn lock(plan: &Plan, series: &Series, old: &Old<'_>, day: NaiveDate) -> Change {
    let name = format!("{}/{}", old.next, old.occurrence.name);
    super::by_hand::append(
        series,
        &Edit::Lock {
            occurrence: in_edits(plan, series, &name),
            date: Day(day),
        },
    )
}

/// True when a spread lets a day stand for another: its weekday, month and week are possible, and
/// it lies in every window that the other lay in.
fn allows(spread: &Spread, series: &Series, old: NaiveDate, new: NaiveDate) -> bool {
    let month = Month::of(new);
    let weekday = spread.weekdays.is_empty() || spread.weekdays.contains(&Weekday::of(new));
    let windows = series.windows().iter().map(|window| window.spec());
    let mut held = windows.filter(|window| holds(window, old));
    weekday
        && !spread.avoid_months.contains(&month)
        && !spread.avoid_weeks.contains(&IsoWeek::of(new).week())
        && held.all(|window| holds(window, new))
}

/// True when a window asks for days of that month, or between its two days.
fn holds(window: &Window, day: NaiveDate) -> bool {
    if !window.months.is_empty() {
        return window.months.contains(&Month::of(day));
    }
    match (window.from, window.to) {
        (Some(from), Some(to)) if from <= to => (from..=to).contains(&MonthDay::of(day)),
        (Some(from), Some(to)) => MonthDay::of(day) >= from || MonthDay::of(day) <= to,
        _ => false,
    }
}
