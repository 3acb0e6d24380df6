//! The smallest set of rules that cannot hold together.

use super::{Candidate, Task, place};

/// A rule that can be left out to see whether the others hold without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The window with this number must hold a meeting.
    Window(usize),
    /// The day filter with this number: removes candidates.
    Filter(usize),
    /// At least this many meetings.
    Count(u16),
    /// At least this many days between meetings.
    MinGap(i32),
}

/// Rules of which all but a few may be switched off.
#[derive(Clone, Debug)]
pub struct Conflict<'a> {
    /// The task with all windows and no filters applied.
    pub task: Task<'a>,
    /// Days that each filter removes, in the order of their numbers.
    pub filters: &'a [Vec<i32>],
}

impl Conflict<'_> {
    /// The smallest set of rules that cannot hold together: sets of up to
    /// three are searched in order of size, larger ones are thinned until no
    /// rule can be left out.
    #[must_use]
    pub fn smallest(&self) -> Vec<Rule> {
        let rules = self.rules();
        let mut chosen = Vec::new();
        for size in 1..=3 {
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

    fn rules(&self) -> Vec<Rule> {
        let mut rules = vec![Rule::Count(self.task.count)];
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
            chosen.push(rule.clone());
            if self.search(rules, size - 1, index + 1, chosen) {
                return true;
            }
            chosen.pop();
        }
        false
    }

    /// True when the given rules alone can hold together.
    fn holds(&self, rules: &[Rule]) -> bool {
        let windows: Vec<(i32, i32)> = rules
            .iter()
            .filter_map(|rule| match rule {
                Rule::Window(index) => self.task.windows.get(*index).copied(),
                _ => None,
            })
            .collect();
        let removed: Vec<&Vec<i32>> = rules
            .iter()
            .filter_map(|rule| match rule {
                Rule::Filter(index) => self.filters.get(*index),
                _ => None,
            })
            .collect();
        let candidates: Vec<Candidate> = self
            .task
            .candidates
            .iter()
            .filter(|day| {
                day.pinned
                    || removed
                        .iter()
                        .all(|filter| filter.binary_search(&day.day).is_err())
            })
            .copied()
            .collect();
        let counts = rules.iter().any(|rule| matches!(rule, Rule::Count(_)));
        let min_gap = if rules.iter().any(|rule| matches!(rule, Rule::MinGap(_))) {
            self.task.min_gap
        } else {
            1
        };
        let task = Task {
            candidates: &candidates,
            windows: &windows,
            min_gap,
            ..self.task.clone()
        };
        if counts {
            return place(&task).is_some();
        }
        // Without a count any number of meetings will do: one on each possible day.
        windows.iter().all(|(from, to)| {
            candidates
                .iter()
                .any(|day| *from <= day.day && day.day < *to)
        })
    }
}
