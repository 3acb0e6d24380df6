//! Names of kinds, relations and states.

use crate::calendar::{EntryKind, EntryStatus, Relation};
use crate::time::Lang;

/// Name of a kind of entry: "möte".
#[must_use]
pub fn kind(kind: EntryKind, lang: Lang) -> &'static str {
    match kind {
        EntryKind::Meeting => lang.pick("möte", "meeting"),
        EntryKind::Preparation => lang.pick("beredning", "preparation"),
        EntryKind::Deadline => lang.pick("sista dag", "deadline"),
        EntryKind::Step => lang.pick("steg", "step"),
        EntryKind::Decision => lang.pick("beslut", "decision"),
        EntryKind::Report => lang.pick("rapport", "report"),
        EntryKind::FollowUp => lang.pick("uppföljning", "follow-up"),
        EntryKind::Office => lang.pick("uppdrag", "office"),
        EntryKind::OfficeElection => lang.pick("val till uppdrag", "election to office"),
        EntryKind::Document => lang.pick("styrdokument", "governing document"),
        EntryKind::Revision => lang.pick("revidering", "revision"),
        EntryKind::Assignment => lang.pick("uppdrag till grupp", "assignment"),
        EntryKind::Goal => lang.pick("mål", "goal"),
        EntryKind::Post => lang.pick("tjänst", "post"),
        EntryKind::Duty => lang.pick("lagstadgad dag", "statutory date"),
        EntryKind::Activity => lang.pick("aktivitet", "activity"),
        EntryKind::Background => lang.pick("bakgrund", "background"),
        EntryKind::Election => lang.pick("allmänt val", "general election"),
        EntryKind::TermStart => lang.pick("tillträde", "start of term"),
    }
}

/// Name of a kind of entry in the plural, as in a filter: "Möten".
#[must_use]
pub fn kind_plural(kind: EntryKind, lang: Lang) -> &'static str {
    match kind {
        EntryKind::Meeting => lang.pick("Möten", "Meetings"),
        EntryKind::Preparation => lang.pick("Beredningar", "Preparations"),
        EntryKind::Deadline => lang.pick("Sista dagar", "Deadlines"),
        EntryKind::Step => lang.pick("Steg", "Steps"),
        EntryKind::Decision => lang.pick("Beslut", "Decisions"),
        EntryKind::Report => lang.pick("Rapporter", "Reports"),
        EntryKind::FollowUp => lang.pick("Uppföljningar", "Follow-ups"),
        EntryKind::Office => lang.pick("Uppdrag", "Offices"),
        EntryKind::OfficeElection => lang.pick("Val till uppdrag", "Elections to office"),
        EntryKind::Document => lang.pick("Styrdokument", "Governing documents"),
        EntryKind::Revision => lang.pick("Revideringar", "Revisions"),
        EntryKind::Assignment => lang.pick("Uppdrag till grupper", "Assignments"),
        EntryKind::Goal => lang.pick("Mål", "Goals"),
        EntryKind::Post => lang.pick("Tjänster", "Posts"),
        EntryKind::Duty => lang.pick("Lagstadgade dagar", "Statutory dates"),
        EntryKind::Activity => lang.pick("Aktiviteter", "Activities"),
        EntryKind::Background => lang.pick("Bakgrunder", "Backgrounds"),
        EntryKind::Election => lang.pick("Allmänna val", "General elections"),
        EntryKind::TermStart => lang.pick("Tillträden", "Starts of terms"),
    }
}

/// How an entry belongs to another: "inför".
#[must_use]
pub fn relation(relation: Relation, lang: Lang) -> &'static str {
    match relation {
        Relation::At => lang.pick("på mötet", "at the meeting"),
        Relation::For => lang.pick("hör till mötet", "belongs to the meeting"),
        Relation::After => lang.pick("efter", "after"),
        Relation::Serves => lang.pick("gäller", "serves"),
        Relation::Follows => lang.pick("följer på", "follows"),
    }
}

/// How certain a day is; nothing to say about days that are computed.
#[must_use]
pub fn status(status: EntryStatus, lang: Lang) -> Option<&'static str> {
    match status {
        EntryStatus::Proposed => None,
        EntryStatus::Fixed => Some(lang.pick("fastställd", "fixed")),
        EntryStatus::Cancelled => Some(lang.pick("inställd", "cancelled")),
        EntryStatus::Undecided => Some(lang.pick(
            "ej bestämd – senast denna dag",
            "not decided – at the latest this day",
        )),
        EntryStatus::Check => Some(lang.pick("kontrollera mot lagtexten", "check against the law")),
    }
}
