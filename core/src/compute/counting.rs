//! How many meetings will do, and how many can be had.

use crate::document::{Count, Text};
use crate::placement::{self, Task, place};

/// Meetings above the fewest that may be added for the windows' sake when the plan names no most.
const MARGIN: u16 = 6;

/// Numbers of meetings that will do.
#[derive(Clone, Copy)]
pub(super) struct Counts {
    /// The one that the plan aims at.
    pub(super) wanted: u16,
    pub(super) fewest: u16,
    pub(super) most: u16,
}

impl Counts {
    /// The plan's numbers, and never fewer than the days that are held anyway.
    pub(super) fn of(count: &Count, held: usize) -> Self {
        let held = u16::try_from(held).unwrap_or(u16::MAX);
        let wanted = count.wanted().max(held);
        let fewest = count.min.map_or(0, u16::from).max(held);
        let most = match count.max {
            Some(max) => u16::from(max).max(wanted),
            None => wanted.max(fewest).saturating_add(MARGIN),
        };
        Self {
            wanted,
            fewest,
            most,
        }
    }

    /// As many meetings as wanted, or the possible number nearest to it.
    pub(super) fn placed(self, task: &Task<'_>) -> Option<Vec<i32>> {
        let with = |count| {
            place(&Task {
                count,
                ..task.clone()
            })
        };
        // The wanted number can nearly always be placed: then no other is asked for.
        with(self.wanted).or_else(|| {
            let possible = placement::counts(task)?;
            with(self.nearest(possible)?)
        })
    }

    /// The possible number nearest to the wanted one; of two, the larger.
    fn nearest(self, (fewest, most): (u16, u16)) -> Option<u16> {
        let (fewest, most) = (fewest.max(self.fewest), most.min(self.most));
        (fewest <= most).then(|| self.wanted.clamp(fewest, most))
    }

    /// As words: `4 möten`, `8–10 möten`.
    pub(super) fn text(self) -> Text {
        let Self { fewest, most, .. } = self;
        if fewest == most {
            Text::both(format!("{fewest} möten"), format!("{fewest} meetings"))
        } else {
            Text::both(
                format!("{fewest}–{most} möten"),
                format!("{fewest}–{most} meetings"),
            )
        }
    }
}

/// As many meetings as can be placed, with every window that can be had beside those before it:
/// one that is impossible takes no other with it.
pub(super) fn best_effort(task: &Task<'_>, wanted: u16) -> Vec<i32> {
    let most = |windows: &[(i32, i32)]| {
        let task = Task {
            windows,
            ..task.clone()
        };
        let (fewest, most) = placement::counts(&task)?;
        let count = wanted.min(most);
        (fewest <= count).then_some(count)
    };
    let mut kept = Vec::with_capacity(task.windows.len());
    for window in task.windows {
        kept.push(*window);
        if most(&kept).is_none() {
            kept.pop();
        }
    }
    let count = most(&kept).unwrap_or_default();
    let windows = &kept;
    place(&Task {
        count,
        windows,
        ..task.clone()
    })
    .unwrap_or_default()
}
