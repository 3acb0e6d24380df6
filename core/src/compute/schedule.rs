//! Where the meetings of every series fall, period by period.

use crate::order::Order;
use crate::plan::{BodyId, Plan, SeriesId};
use crate::time::{DateRange, Time};
use chrono::NaiveDate;

/// How an occurrence got its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Placed as evenly as can be.
    Spread {
        /// Days since the meeting before, when there was one.
        gap: Option<i64>,
    },
    /// By the plan's pattern.
    Pattern,
    /// By the plan's pattern, moved from a day when nothing can be held.
    PatternMoved(NaiveDate),
    /// Written in the plan.
    Written,
    /// As published.
    Published(i32),
    /// Locked on its day, with the place of the edit.
    Locked(usize),
    /// Added by hand, with the place of the edit.
    Added(usize),
    /// Beside a meeting of another series on a day.
    Beside(NaiveDate),
    /// Goes on from an earlier day, with the place of the edit.
    Continued(usize),
}

/// One meeting of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Place in [`SeriesSchedule::periods`].
    pub period: usize,
    /// Name inside the period: its number, or a word for one added by hand.
    pub name: String,
    /// Its day, after any move by hand.
    pub date: NaiveDate,
    /// Its time, when not the series' own.
    pub time: Option<Time>,
    /// How it got its day.
    pub origin: Origin,
    /// Day before it was moved by hand, and the place of the edit.
    pub moved: Option<(NaiveDate, usize)>,
    /// Place of the edit that cancelled it.
    pub cancelled: Option<usize>,
}

/// A period that meetings are counted over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountPeriod {
    /// Name in ids: `2027`, `2027-spring`, `2027-2030`.
    pub key: String,
    /// Its days.
    pub range: DateRange,
    /// Meetings held in it, joint ones included, those added when needed left out.
    pub held: u16,
    /// True when its days were published.
    pub published: bool,
}

/// The meetings of one series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeriesSchedule {
    /// Periods that meetings are counted over, in order.
    pub periods: Vec<CountPeriod>,
    /// Occurrences by day.
    pub occurrences: Vec<Occurrence>,
}

impl SeriesSchedule {
    /// Occurrences inside a range, once the whole series is placed.
    pub(super) fn within(&self, range: DateRange) -> &[Occurrence] {
        let from = self
            .occurrences
            .partition_point(|one| one.date < range.start);
        let to = self.occurrences.partition_point(|one| one.date < range.end);
        self.occurrences.get(from..to).unwrap_or_default()
    }

    /// Occurrences inside a range that are held, once the whole series is placed.
    pub(super) fn held_within(&self, range: DateRange) -> impl Iterator<Item = &Occurrence> {
        let within = self.within(range).iter();
        within.filter(|occurrence| occurrence.cancelled.is_none())
    }

    /// Occurrences that are held.
    pub fn held(&self) -> impl DoubleEndedIterator<Item = &Occurrence> {
        self.occurrences
            .iter()
            .filter(|occurrence| occurrence.cancelled.is_none())
    }
}

/// A meeting as others refer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingRef {
    /// Its series.
    pub series: SeriesId,
    /// Place in the series' occurrences.
    pub at: usize,
    /// Its day.
    pub date: NaiveDate,
}

/// Where the meetings of every series fall.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    pub(super) series: Vec<SeriesSchedule>,
    /// Held meetings of each body by day, joint ones included.
    bodies: Vec<Vec<MeetingRef>>,
}

impl Schedule {
    pub(super) fn with_series(count: usize) -> Self {
        Self {
            series: vec![SeriesSchedule::default(); count],
            bodies: Vec::new(),
        }
    }

    /// The meetings of a series.
    #[must_use]
    pub fn of_series(&self, series: SeriesId) -> &SeriesSchedule {
        static NOTHING: SeriesSchedule = SeriesSchedule {
            periods: Vec::new(),
            occurrences: Vec::new(),
        };
        self.series.get(series.index()).unwrap_or(&NOTHING)
    }

    /// One meeting.
    #[must_use]
    pub fn occurrence(&self, meeting: MeetingRef) -> Option<&Occurrence> {
        self.series
            .get(meeting.series.index())?
            .occurrences
            .get(meeting.at)
    }

    /// Held meetings of a body inside a range, by day.
    pub fn of_body(&self, body: BodyId, range: DateRange) -> &[MeetingRef] {
        let all = self
            .bodies
            .get(body.index())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let from = all.partition_point(|meeting| meeting.date < range.start);
        let to = all.partition_point(|meeting| meeting.date < range.end);
        all.get(from..to).unwrap_or_default()
    }

    /// Sorts all meetings by body, once every series is placed.
    pub(super) fn index(&mut self, plan: &Plan) {
        self.bodies = vec![Vec::new(); plan.bodies().len()];
        for (index, (series, days)) in plan.series().iter().zip(&self.series).enumerate() {
            let Some(id) = SeriesId::at(index) else {
                continue;
            };
            for (at, occurrence) in days.occurrences.iter().enumerate() {
                if occurrence.cancelled.is_some() {
                    continue;
                }
                for body in series.bodies() {
                    if let Some(list) = self.bodies.get_mut(body.index()) {
                        list.push(MeetingRef {
                            series: id,
                            at,
                            date: occurrence.date,
                        });
                    }
                }
            }
        }
        for list in &mut self.bodies {
            list.order_by_key(|meeting| (meeting.date, meeting.series, meeting.at));
        }
    }
}
