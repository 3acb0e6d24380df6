//! Statutory duties and activities: entries by a date rule.

use super::engine::Engine;
use crate::calendar::{Entry, EntryKind, EntryStatus, Source};
use crate::document::{DutyStatus, Text};
use crate::plan::{Activity, Duty};
use crate::reason::Reason;
use crate::time::{DateRange, Roll, add_days, format};
use chrono::Datelike;

/// Days around the range in which a rolled day may come from a nominal one outside it.
const MARGIN: i64 = 15;

impl Engine<'_> {
    pub(super) fn duties(&mut self) {
        for duty in self.plan.duties() {
            let wide = DateRange {
                start: add_days(self.range.start, -MARGIN),
                end: add_days(self.range.end, MARGIN),
            };
            for day in duty.rule().occurrences(wide, &self.rules()) {
                let statutory = duty.rule().roll == Roll::Statutory;
                // The day that the law names is the deadline to plan for; the later one is only legally the last.
                let start = if statutory { day.nominal } else { day.date };
                let year = start.year();
                let in_force = duty.duty().as_ref().is_none_or(|duty| {
                    duty.from_year.is_none_or(|from| year >= from)
                        && duty.until_year.is_none_or(|until| year <= until)
                });
                if self.range.contains(start) && in_force {
                    let entry = self.duty_entry(duty, start, day.nominal, day.date, statutory);
                    self.push(entry);
                }
            }
        }
    }

    fn duty_entry(
        &self,
        duty: &Duty,
        start: chrono::NaiveDate,
        nominal: chrono::NaiveDate,
        rolled: chrono::NaiveDate,
        statutory: bool,
    ) -> Entry {
        let id = format!("duty/{}/{}", duty.id(), format(nominal));
        let mut entry = Entry::on(id, EntryKind::Duty, duty.title().clone(), start);
        self.place_on(&mut entry, duty.bodies());
        entry.responsible.clone_from(duty.responsible());
        entry.reasons.push(Reason::Rule(duty.rule().clone()));
        if nominal != rolled {
            if statutory {
                entry.legally_latest = Some(rolled);
            } else {
                entry.nominal = Some(nominal);
            }
            if let Some(why) = self.why_off(nominal) {
                entry.reasons.push(Reason::Rolled {
                    from: nominal,
                    why,
                    by_law: statutory,
                });
            }
        }
        if let Some(law) = duty.duty() {
            entry.sources.push(Source {
                agreement: Text::from(law.citation.as_str()),
                section: String::new(),
                quote: None,
            });
            let settled = law.status == DutyStatus::Settled;
            entry.reasons.push(Reason::Checked {
                on: law.checked.0,
                settled,
            });
            if !settled {
                entry.status = EntryStatus::Check;
            }
            entry.note.clone_from(&law.note);
        }
        entry
    }

    pub(super) fn activities(&mut self) {
        for activity in self.plan.activities() {
            let length = i64::from(activity.spec().days.unwrap_or(1));
            let wide = DateRange {
                start: add_days(self.range.start, -length),
                end: add_days(self.range.end, MARGIN),
            };
            for day in activity.spec().rule.occurrences(wide, &self.rules()) {
                let entry = self.activity_entry(activity, day, length);
                self.push(entry);
            }
        }
    }

    fn activity_entry(
        &self,
        activity: &Activity,
        day: crate::time::Occurrence,
        length: i64,
    ) -> Entry {
        let spec = activity.spec();
        let id = format!("{}/{}", spec.id, format(day.nominal));
        let end = add_days(day.date, length);
        let mut entry = Entry::during(id, EntryKind::Activity, spec.title.clone(), day.date, end);
        self.place_on(&mut entry, activity.bodies());
        entry.time = spec.time;
        entry.minutes = spec.minutes;
        entry.responsible.clone_from(&spec.responsible);
        entry.sources = self.plan.sources(&spec.cite);
        entry.reasons.push(Reason::Rule(spec.rule.clone()));
        if day.nominal != day.date {
            entry.nominal = Some(day.nominal);
            if let Some(why) = self.why_off(day.nominal) {
                let by_law = spec.rule.roll == Roll::Statutory;
                entry.reasons.push(Reason::Rolled {
                    from: day.nominal,
                    why,
                    by_law,
                });
            }
        }
        entry.place.clone_from(&spec.place);
        entry.link.clone_from(&spec.link);
        entry.note.clone_from(&spec.note);
        if let Some(undecided) = &spec.undecided {
            entry.status = EntryStatus::Undecided;
            entry.note = Some(undecided.text.clone());
        }
        entry
            .reasons
            .extend(spec.choice.clone().map(Reason::Choice));
        entry
    }
}
