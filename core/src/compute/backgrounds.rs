//! Calendars of others: entries of a quiet kind of their own.

use super::engine::Engine;
use crate::calendar::{Entry, EntryKind};
use crate::reason::Reason;
use crate::time::DateRange;

impl Engine<'_> {
    pub(super) fn backgrounds(&mut self) {
        for background in self.plan.backgrounds() {
            let spec = background.spec();
            for day in &spec.days {
                let id = format!("{}/{}", spec.id, day.id);
                let title = day.title.as_ref().unwrap_or(&spec.title).clone();
                let DateRange { start, end } = day.range();
                let kind = EntryKind::Background;
                let mut entry = Entry::during(id, kind, title, start, end);
                self.place_on(&mut entry, background.bodies());
                (entry.time, entry.minutes) = (day.time, day.minutes);
                entry.reasons.push(Reason::Background(spec.title.clone()));
                self.push(entry);
            }
        }
    }
}
