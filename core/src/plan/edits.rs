//! Changes of single meetings by hand, with the meeting that each is about.

use super::{Plan, Series};
use crate::document::Edit;

/// A change by hand of one meeting of a series.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NamedEdit<'a> {
    /// Place among the series' edits in the document.
    pub(crate) at: usize,
    /// Period of the meeting.
    pub(crate) period: &'a str,
    /// Name of the meeting in its period.
    pub(crate) name: &'a str,
    /// What is done.
    pub(crate) edit: &'a Edit,
}

impl Plan {
    /// The changes of a series' meetings.
    ///
    /// Written for several bodies, `2027/3` means the meeting of each of them
    /// and `lsg-2/2027/3` that of one.
    pub(crate) fn edits_of<'a>(
        &'a self,
        series: &'a Series,
    ) -> impl Iterator<Item = NamedEdit<'a>> {
        let meets = |id: &str| {
            let mut bodies = series.bodies().iter();
            bodies.any(|body| self.body(*body).id() == id)
        };
        let edits = series.spec().edits.iter().enumerate();
        edits.filter_map(move |(at, edit)| {
            let mut parts = edit.occurrence().rsplitn(3, '/');
            let (name, period) = (parts.next()?, parts.next()?);
            parts.next().is_none_or(meets).then_some(NamedEdit {
                at,
                period,
                name,
                edit,
            })
        })
    }
}
