//! A body that meets between two deadlines before each meeting of another.

use super::candidates::hours;
use super::engine::{Engine, link, one_day};
use super::meetings::{Due, Shared};
use super::schedule::Occurrence;
use super::trouble::TroubleKind;
use crate::calendar::{Entry, EntryKind, Relation};
use crate::document::{Preparation, Text};
use crate::order::Order;
use crate::plan::BodyId;
use crate::reason::Reason;
use crate::time::hours::Hours;
use crate::time::{Weekday, add_days};
use chrono::NaiveDate;

/// Days before the meeting in which it is prepared, when no deadline bounds them.
const USUAL_LEAD: i64 = 14;

impl Engine<'_> {
    pub(super) fn preparation(
        &mut self,
        shared: &Shared<'_>,
        meeting: &str,
        occurrence: &Occurrence,
        dues: &[Due],
    ) {
        let series = shared.series;
        let (Some(preparation), Some(body)) = (&series.spec().preparation, series.preparation())
        else {
            return;
        };
        let bound = |id: &Option<String>| {
            let at = series
                .spec()
                .deadlines
                .iter()
                .position(|deadline| Some(&deadline.id) == id.as_ref())?;
            dues.get(at).map(|due| due.date)
        };
        let before = bound(&preparation.before).unwrap_or(occurrence.date);
        let after = bound(&preparation.after).unwrap_or_else(|| add_days(before, -USUAL_LEAD));
        if !crate::time::DateRange::overlaps(
            &self.range,
            &crate::time::DateRange {
                start: after,
                end: add_days(before, 1),
            },
        ) {
            return;
        }
        let title = Text::compose(|lang| {
            crate::text::preparation(
                lang,
                self.title_of(preparation, body).get(lang),
                series.title().get(lang),
            )
        });
        let id = format!("{meeting}/preparation");
        let day = self
            .preparation_day(preparation, body, after, before)
            .unwrap_or_else(|| {
                let kind = TroubleKind::NoPreparation {
                    meeting: series.title().clone(),
                };
                let path = format!("{}/preparation", series.path());
                self.trouble(&path, Some(&id), one_day(before), kind);
                before
            });
        let mut entry = Entry::on(id, EntryKind::Preparation, title, day);
        self.place_on(&mut entry, &[body]);
        entry.time = preparation.time;
        entry.minutes = preparation.minutes;
        entry.sources = self.plan.sources(&preparation.cite);
        entry.links.push(link(Relation::For, meeting));
        entry.reasons.push(Reason::Between {
            after,
            before,
            meeting: series.title().clone(),
        });
        entry
            .reasons
            .extend(preparation.choice.clone().map(Reason::Choice));
        self.push(entry);
    }

    fn title_of<'b>(&'b self, preparation: &'b Preparation, body: BodyId) -> &'b Text {
        preparation
            .title
            .as_ref()
            .unwrap_or_else(|| self.plan.body(body).short())
    }

    /// The working day nearest to the middle, after `after` and before `before`,
    /// on which none of the body's people meets elsewhere; the day of `before`
    /// itself only when no other is left.
    fn preparation_day(
        &self,
        preparation: &Preparation,
        body: BodyId,
        after: NaiveDate,
        before: NaiveDate,
    ) -> Option<NaiveDate> {
        let middle = add_days(after, ((before - after).num_days() + 1) / 2);
        let mut days: Vec<NaiveDate> = (1..=(before - after).num_days())
            .map(|days| add_days(after, days))
            .collect();
        days.order_by_key(|day| (*day == before, (*day - middle).num_days().abs(), *day));
        days.into_iter().find(|day| {
            !matches!(Weekday::of(*day), Weekday::Saturday | Weekday::Sunday)
                && self.work.is_working(*day)
                && !self.busy(body, *day, preparation)
        })
    }

    /// True when the body or one that shares seats with it meets at the same hours.
    fn busy(&self, body: BodyId, day: NaiveDate, preparation: &Preparation) -> bool {
        let here = Hours::new(preparation.time, preparation.minutes.unwrap_or(60));
        std::iter::once(&body)
            .chain(self.plan.body(body).shares())
            .any(|other| {
                self.schedule
                    .of_body(*other, one_day(day))
                    .iter()
                    .any(|meeting| here.overlap(hours(self.plan.one_series(meeting.series))))
            })
    }
}
