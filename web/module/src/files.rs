//! Entries as files.

use crate::asked::{Asked, problem};
use crate::days;
use crate::kept::Kept;
use planning_wheel::compute::compute;
use planning_wheel::error::{ProblemKind, Problems};
use planning_wheel::export::{self, CsvStyle, Earlier, IcsStyle, Separator, Stamp};
use planning_wheel::plan::Plan;

const SEPARATORS: [(&str, Separator); 3] = [
    ("semicolon", Separator::Semicolon),
    ("comma", Separator::Comma),
    ("tab", Separator::Tab),
];

/// A calendar file.
pub(crate) fn ics(plan: &Plan, asked: &Asked<'_>) -> Result<String, Problems> {
    let (range, kept) = (days::days(asked, plan)?, Kept::new(asked, plan)?);
    let stamp = asked.one("stamp").map(|seconds| seconds.parse().ok());
    let Some(Some(seconds)) = stamp else {
        return Err(problem("stamp", ProblemKind::MissingField("stamp".into())));
    };
    let name = asked.one("name").map(str::to_owned);
    let earlier = asked.one("earlier").map(Earlier::read);
    let style = IcsStyle {
        lang: asked.lang(),
        stamp: Stamp::from_unix(seconds),
        name: name.or_else(|| export::ics::name(plan, kept.bodies(), asked.lang())),
        earlier: earlier.as_ref(),
    };
    let calendar = kept.spread(compute(plan, range).into_calendar(), plan);
    Ok(export::ics(plan, kept.of(&calendar, plan), &style))
}

/// A table.
pub(crate) fn csv(plan: &Plan, asked: &Asked<'_>) -> Result<String, Problems> {
    let (range, kept) = (days::days(asked, plan)?, Kept::new(asked, plan)?);
    let style = CsvStyle {
        lang: asked.lang(),
        separator: asked.choice("separator", &SEPARATORS)?.unwrap_or_default(),
    };
    let calendar = kept.spread(compute(plan, range).into_calendar(), plan);
    Ok(export::csv(plan, kept.of(&calendar, plan), &style))
}
