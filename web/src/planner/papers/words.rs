//! What the screen of papers says; the papers' own words are the core's.

use super::Kind;
use crate::words::words;
use planning_wheel::time::Lang;

words! {
    papers: "Dokument", "Documents";
    which: "Vilket dokument", "Which document";
    copy: "Kopiera", "Copy";
    save: "Spara som webbsida", "Save as a web page";
    copy_hint: "Det som kopieras klistras in i Word eller ett mejl med rubriker och tabeller.",
        "What is copied is pasted into Word or a mail with its headings and tables.";
}

pub(super) fn kind(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Wheel => lang.pick("Årshjul med tabell", "Annual wheel with its table"),
        Kind::Notice => lang.pick("Kallelse med dagordning", "Notice with agenda"),
        Kind::Assignment => lang.pick("Uppdrag eller direktiv", "Assignment or directive"),
        Kind::Calendar => lang.pick("Årets kalender", "The year's calendar"),
        Kind::Mandate => lang.pick("Mandatperioden", "The mandate period"),
    }
}

/// What is chosen for a kind.
pub(super) fn about(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Notice => lang.pick("Möte", "Meeting"),
        Kind::Assignment => lang.pick("Uppdrag", "Assignment"),
        Kind::Wheel | Kind::Calendar | Kind::Mandate => lang.pick("För", "For"),
    }
}

/// The button that leads to a paper from what it is about.
pub(super) fn to(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Assignment => lang.pick("Visa som dokument", "Show as a document"),
        Kind::Notice => lang.pick("Kallelse", "Notice"),
        Kind::Wheel | Kind::Calendar | Kind::Mandate => self::kind(kind, lang),
    }
}

/// Why there is no paper of the kind.
pub(super) fn none(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Notice => lang.pick("Året har inga möten.", "The year has no meetings."),
        Kind::Assignment => lang.pick(
            "Planen har inga uppdrag. De läggs till under Planera.",
            "The plan has no assignments. They are added under Plan.",
        ),
        Kind::Wheel | Kind::Calendar | Kind::Mandate => lang.pick(
            "Planen säger inget om det här året.",
            "The plan says nothing about this year.",
        ),
    }
}
