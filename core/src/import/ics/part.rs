//! The parts of a calendar file, one inside the other.

use super::super::item::{Brought, Place, Why};
use super::lines::Property;

/// More parts inside each other than any calendar file has.
const DEEPEST: usize = 16;

/// What stands between a `BEGIN` and its `END`.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Name, in capitals: `VEVENT`.
    pub(super) name: String,
    /// Line of its beginning.
    pub(super) line: usize,
    /// Its own properties.
    pub(super) lines: Vec<Property>,
    /// Parts inside it.
    pub(super) parts: Vec<Part>,
}

impl Part {
    /// The whole file as a part without a name.
    pub(super) fn read(lines: &mut impl Iterator<Item = Property>, brought: &mut Brought) -> Self {
        let mut open = vec![Self::default()];
        for line in lines {
            let value = line.value.trim().to_ascii_uppercase();
            if line.name == "BEGIN" && open.len() <= DEEPEST {
                open.push(Self {
                    name: value,
                    line: line.line,
                    ..Self::default()
                });
            } else if line.name == "END" {
                // An end without a beginning ends nothing; one further out ends what is inside.
                if let Some(at) = open.iter().skip(1).rposition(|part| part.name == value) {
                    close(&mut open, at + 1, true, brought);
                }
            } else if let Some(part) = open.last_mut() {
                part.lines.push(line);
            }
        }
        close(&mut open, 1, false, brought);
        open.pop().unwrap_or_default()
    }

    /// Parts with a name.
    pub(super) fn parts_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.parts.iter().filter(move |part| part.name == name)
    }

    /// Properties with a name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    /// The first property with a name.
    pub(super) fn first(&self, name: &str) -> Option<&Property> {
        self.lines.iter().find(|line| line.name == name)
    }
}

/// Ends every part from a place on; all but one that ends by its own name never ended.
fn close(open: &mut Vec<Part>, from: usize, named: bool, brought: &mut Brought) {
    while open.len() > from {
        let ends = named && open.len() == from + 1;
        let Some(part) = open.pop() else { return };
        if !ends {
            let place = Place::line(part.line).column(part.name.clone());
            brought.unread(place, &part.name, Why::OpenPart, true);
        }
        if let Some(around) = open.last_mut() {
            around.parts.push(part);
        }
    }
}
