//! What a fix does, as the label of a button.

use crate::findings::{Fix, FixKind};
use crate::time::Lang;

/// What a fix does.
#[must_use]
pub fn fix(fix: &Fix, lang: Lang) -> String {
    match (&fix.kind, lang) {
        (FixKind::RaiseMost(count), Lang::Sv) => format!("Tillåt högst {count} möten"),
        (FixKind::RaiseMost(count), Lang::En) => format!("Allow at most {count} meetings"),
        (FixKind::LowerFewest(count), Lang::Sv) => format!("Nöj dig med minst {count} möten"),
        (FixKind::LowerFewest(count), Lang::En) => format!("Ask for at least {count} meetings"),
        (FixKind::MoveToWorkingDay, _) => lang
            .pick(
                "Flytta till närmaste arbetsdag före",
                "Move to the nearest working day before",
            )
            .into(),
        (FixKind::RollEarlier, _) => lang
            .pick(
                "Flytta sista dagen till arbetsdagen före",
                "Move the last day to the working day before",
            )
            .into(),
        (FixKind::AddWindow, _) => lang
            .pick(
                "Kräv ett möte i de månaderna",
                "Ask for a meeting in those months",
            )
            .into(),
        (FixKind::RemoveHolder, _) => lang
            .pick(
                "Låt växlingen avgöra vem som har uppdraget",
                "Let the rotation decide who holds it",
            )
            .into(),
        (FixKind::RemoveEdit, _) => lang.pick("Ta bort ändringen", "Take the edit away").into(),
        (FixKind::Rename(name), Lang::Sv) => format!("Ändra till {name}"),
        (FixKind::Rename(name), Lang::En) => format!("Change it to {name}"),
        (FixKind::SetDay(day), Lang::Sv) => format!("Ändra till {}", lang.long_date(*day)),
        (FixKind::SetDay(day), Lang::En) => format!("Change it to {}", lang.long_date(*day)),
        (FixKind::NoteDay, _) => lang
            .pick(
                "Notera den dag mötet har nu",
                "Note the day that the meeting has now",
            )
            .into(),
    }
}
