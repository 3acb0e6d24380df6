//! Periods in which a body exists only in part.

use super::engine::Engine;
use crate::document::Count;
use crate::plan::Series;
use crate::time::DateRange;

impl Engine<'_> {
    /// How many meetings a series shall have in the part of a period in which its bodies exist.
    ///
    /// A group that starts in October owes no whole year's meetings: the numbers
    /// are scaled to its share of the days. The aim and the most are rounded up,
    /// the fewest down, so that the aim always lies between them.
    pub(super) fn count_in(&self, series: &Series, range: DateRange) -> Count {
        let mut count = series.spec().count.clone();
        let (days, of) = (self.exists_in(series, range).days(), range.days());
        if days >= of || of <= 0 {
            return count;
        }
        let share = |number: u8, round: i64| {
            u8::try_from((i64::from(number) * days + round) / of).unwrap_or(number)
        };
        count.target = u8::try_from(count.wanted()).ok();
        count.target = count.target.map(|number| share(number, of - 1));
        count.max = count.max.map(|number| share(number, of - 1));
        count.min = count.min.map(|number| share(number, 0));
        count
    }
}
