//! The file as it was published before: which revision each entry had, and when it was.

use super::lines::unfold;
use super::stamp::Stamp;
use std::collections::BTreeMap;

/// The largest number that fits where SEQUENCE must (RFC 5545, 3.3.8).
const LARGEST: u32 = 0x7fff_ffff;

/// The revisions of a calendar file that [`super::ics`] wrote before.
///
/// # Example
/// ```
/// use planning_wheel::export::Earlier;
/// let file = "BEGIN:VEVENT\r\nUID:a@b\r\nDTSTART;VALUE=DATE:20270101\r\nSEQUENCE:7\r\nEND:VEVENT\r\n";
/// assert_eq!(Earlier::read(file).len(), 1);
/// assert!(Earlier::read("no calendar at all").is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    known: BTreeMap<String, (u32, String)>,
}

impl Earlier {
    /// Reads what it can: what is no entry of such a file is passed over.
    #[must_use]
    pub fn read(file: &str) -> Self {
        let mut known = BTreeMap::new();
        let mut event = Found::default();
        for line in unfold(file) {
            match line.as_str() {
                "BEGIN:VEVENT" => event = Found::default(),
                "END:VEVENT" => {
                    let Found {
                        uid,
                        sequence,
                        parts,
                    } = std::mem::take(&mut event);
                    if let Some(uid) = uid {
                        known.insert(uid, (sequence, parts.join("\n")));
                    }
                }
                other => event.line(other),
            }
        }
        Self { known }
    }

    /// How many entries were found.
    #[must_use]
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// True when no entry was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The number of an entry: the one it had, unless it has changed since.
    pub(super) fn sequence(&self, uid: &str, place: &str, stamp: Stamp) -> u32 {
        match self.known.get(uid) {
            Some((sequence, before)) if before == place => *sequence,
            Some((sequence, _)) => stamp
                .revision()
                .max(sequence.saturating_add(1))
                .min(LARGEST),
            None => stamp.revision(),
        }
    }
}

/// What is known of an entry while its lines are read.
#[derive(Default)]
struct Found {
    uid: Option<String>,
    sequence: u32,
    parts: [String; 3],
}

impl Found {
    fn line(&mut self, line: &str) {
        let name = line.split([':', ';']).next().unwrap_or_default();
        let value = line
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix(':'));
        let [start, end, status] = &mut self.parts;
        match (name, value) {
            ("UID", Some(uid)) => self.uid = Some(uid.to_owned()),
            ("SEQUENCE", Some(number)) => {
                self.sequence = number.parse().unwrap_or(0).min(LARGEST);
            }
            ("DTSTART", _) => line.clone_into(start),
            ("DTEND", _) => line.clone_into(end),
            ("STATUS", Some("CANCELLED")) => line.clone_into(status),
            _ => {}
        }
    }
}
