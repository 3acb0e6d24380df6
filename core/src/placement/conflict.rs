//! The smallest set of rules that cannot hold together.

use super::{Candidate, Task, counts};

/// A rule that can be left out to see whether the others hold without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The window with this number must hold a meeting.
    Window(usize),
    /// The day filter with this number: removes candidates.
    Filter(usize),
    /// The number of meetings.
    Count,
    /// At least this many days between meetings.
    MinGap(i32),
}

/// More rules than this are not searched for pairs and sets of three: a year
/// has seldom a dozen, and nobody waits for a million combinations.
const MANY: usize = 40;

/// Rules of which all but a few may be switched off.
///
/// Days that are already held and the last meeting before the period stand in
/// every choice; a number of meetings between `fewest` and `most` will do.
#[derive(Clone, Debug)]
pub struct Conflict<'a> {
    /// The task with all windows and no filters applied; its count is not looked at.
    pub task: Task<'a>,
    /// Fewest meetings.
    pub fewest: u16,
    /// Most meetings.
    pub most: u16,
    /// Days that each filter removes, sorted, in the order of their numbers.
    pub filters: &'a [Vec<i32>],
}

impl Conflict<'_> {
    /// The smallest set of rules that cannot hold together: sets of up to
    /// three are searched in order of size, larger ones (and
    /// any among more than forty rules) are thinned until no rule can be left out.
    #[must_use]
    pub fn smallest(&self) -> Vec<Rule> {
        let rules = self.rules();
        let mut chosen = Vec::new();
        let largest = if rules.len() > MANY { 1 } else { 3 };
        for size in 1..=largest {
            if self.search(&rules, size, 0, &mut chosen) {
                return chosen;
            }
        }
        let mut rest = rules;
        let mut at = 0;
        while at < rest.len() {
            let mut without = rest.clone();
            without.remove(at);
            if self.holds(&without) {
                at += 1;
            } else {
                rest = without;
            }
        }
        rest
    }

    /// Every rule that can be left out, in the order in which they are searched.
    #[must_use]
    pub fn rules(&self) -> Vec<Rule> {
        let mut rules = vec![Rule::Count];
        rules.extend((0..self.task.windows.len()).map(Rule::Window));
        rules.extend((0..self.filters.len()).map(Rule::Filter));
        if self.task.min_gap > 1 {
            rules.push(Rule::MinGap(self.task.min_gap));
        }
        rules
    }

    fn search(&self, rules: &[Rule], size: usize, from: usize, chosen: &mut Vec<Rule>) -> bool {
        if size == 0 {
            return !self.holds(chosen);
        }
        for (index, rule) in rules.iter().enumerate().skip(from) {
            chosen.push(*rule);
            if self.search(rules, size - 1, index + 1, chosen) {
                return true;
            }
            chosen.pop();
        }
        false
    }

    /// True when the given rules alone can hold together.
    #[must_use]
    pub fn holds(&self, rules: &[Rule]) -> bool {
        let windows: Vec<(i32, i32)> = rules
            .iter()
            .filter_map(|rule| match rule {
                Rule::Window(index) => self.task.windows.get(*index).copied(),
                _ => None,
            })
            .collect();
        let candidates = self.left_by(rules);
        let gap = rules.contains(&Rule::MinGap(self.task.min_gap));
        let task = Task {
            candidates: &candidates,
            windows: &windows,
            min_gap: if gap { self.task.min_gap } else { 1 },
            ..self.task.clone()
        };
        match counts(&task) {
            Some((fewest, most)) if rules.contains(&Rule::Count) => {
                fewest <= self.most && self.fewest <= most
            }
            found => found.is_some(),
        }
    }

    /// Candidates that the filters among the rules leave.
    fn left_by(&self, rules: &[Rule]) -> Vec<Candidate> {
        let filters: Vec<&Vec<i32>> = rules
            .iter()
            .filter_map(|rule| match rule {
                Rule::Filter(index) => self.filters.get(*index),
                _ => None,
            })
            .collect();
        let removed = |day: i32| {
            filters
                .iter()
                .any(|filter| filter.binary_search(&day).is_ok())
        };
        let days = self.task.candidates.iter();
        days.filter(|day| day.pinned || !removed(day.day))
            .copied()
            .collect()
    }
}
