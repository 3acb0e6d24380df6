//! Meaning to class names: the style sheet knows the colours.

use planning_wheel::calendar::EntryStatus;
use planning_wheel::wheel::{Colour, Emphasis};

/// Class of a colour.
pub(crate) fn colour(colour: Colour) -> String {
    match colour {
        Colour::Slot(slot) => format!("c{}", slot % 6),
        Colour::Own(..) => "own".to_owned(),
        Colour::Neutral => "neutral".to_owned(),
    }
}

/// Value of `--own` for a colour that the plan names.
pub(crate) fn own(colour: Colour) -> Option<String> {
    match colour {
        Colour::Own(red, green, blue) => Some(format!("rgb({red} {green} {blue})")),
        _ => None,
    }
}

/// Class of an emphasis.
pub(crate) fn emphasis(emphasis: Emphasis) -> &'static str {
    match emphasis {
        Emphasis::Dim => "dim",
        Emphasis::Normal => "",
        Emphasis::Chain => "chain",
        Emphasis::Selected => "selected",
    }
}

/// Class of a day's certainty.
pub(crate) fn status(status: EntryStatus) -> &'static str {
    match status {
        EntryStatus::Proposed | EntryStatus::Fixed => "",
        EntryStatus::Cancelled => "cancelled",
        EntryStatus::Undecided | EntryStatus::Check => "uncertain",
    }
}
