//! What was done to a plan, as the name of a step.

use super::field::{BodyNames, body_name, called_alone};
use crate::document::{Change, key_of, to_value, value_at};
use crate::plan::Plan;
use crate::session::{Action, HandEdit, seat};
use crate::time::Lang;
use chrono::NaiveDate;
use serde_json::Value;

/// What an action does, in the past: "Flyttade NSO 2027/3 till tor 25 mars 2027".
#[must_use]
pub fn action(action: &Action, plan: &Plan, lang: Lang) -> String {
    done(action, plan, &to_value(plan.document()), lang)
}

/// The same for those who have as a value what the action touches in the plan's document.
pub(crate) fn done(action: &Action, plan: &Plan, document: &Value, lang: Lang) -> String {
    // What it does not touch, such as the bodies of a series, has its names in the plan.
    let names = |id: &str| {
        let body = plan.body(plan.body_by_id(id)?);
        Some(body.short().get(lang).to_owned())
    };
    let named = |sv: &str, en: &str, path: &str| {
        let what = place_by(path, document, &names, lang);
        format!("{} {what}", lang.pick(sv, en))
    };
    match action {
        Action::Set { path, .. } => named("Ändrade", "Changed", path),
        Action::SetAll { paths, .. } => several(paths, document, &names, lang),
        Action::Remove { path } => named("Tog bort", "Removed", path),
        Action::RemoveWhole { path } => {
            let with = lang.pick("med det som hör till", "with what belongs to it");
            format!("{} {with}", named("Tog bort", "Removed", path))
        }
        Action::MergeBodies { body, into } => {
            let name = |id: &str| place(&format!("/bodies/{id}"), plan, lang);
            let (word, to) = (lang.pick("Slog ihop", "Merged"), lang.pick("med", "into"));
            format!("{word} {} {to} {}", name(body), name(into))
        }
        Action::Add { list, value, .. } => {
            let name = list.rsplit('/').next().unwrap_or_default();
            let what = titled(name, value, &names, lang);
            let added = named("Lade till i", "Added to", list);
            what.map_or(added.clone(), |what| format!("{added}: {what}"))
        }
        Action::Rename { path, id } => {
            let to = lang.pick("till", "to");
            let renamed = named("Bytte id på", "Renamed", path);
            format!("{renamed} {to} {id}")
        }
        Action::Reorder { path, .. } => named("Flyttade om", "Reordered", path),
        Action::Meeting { id, edit } => by_hand(&meeting(id, plan, lang), edit, lang),
        Action::AddMeeting { series, day, .. } => {
            let added = lang.pick("Lade till", "Added");
            let title = meeting(series, plan, lang);
            format!("{added} {title} {}", date(*day, lang))
        }
        Action::Hold { id, by } => held(id, by.as_deref(), plan, lang),
        Action::Publish { year } => format!("{} {year}", lang.pick("Publicerade", "Published")),
        Action::Unpublish { year } => match lang {
            Lang::Sv => format!("Drog tillbaka publiceringen av {year}"),
            Lang::En => format!("Took back the publication of {year}"),
        },
        Action::RollForward { from } => {
            let to = from.saturating_add(1);
            match lang {
                Lang::Sv => format!("Rullade fram {from} till {to}"),
                Lang::En => format!("Rolled {from} forward to {to}"),
            }
        }
        Action::Import(import) => super::import::done(import, plan, lang),
        Action::Fix(fix) => super::fix(fix, lang),
        Action::Replace { title, .. } | Action::All { title, .. } => title.get(lang).to_owned(),
    }
}

fn date(day: NaiveDate, lang: Lang) -> String {
    use chrono::Datelike;
    format!("{} {}", lang.short_date(day), day.year())
}

fn by_hand(meeting: &str, edit: &HandEdit, lang: Lang) -> String {
    let said = |sv: &str, en: &str| format!("{} {meeting}", lang.pick(sv, en));
    match edit {
        HandEdit::Move { to, .. } | HandEdit::Place { to, .. } => {
            let to_day = lang.pick("till", "to");
            format!("{} {to_day} {}", said("Flyttade", "Moved"), date(*to, lang))
        }
        HandEdit::Cancel { .. } => said("Ställde in", "Cancelled"),
        HandEdit::Lock { day: None } => said("Låste", "Locked"),
        HandEdit::Lock { day: Some(day) } => {
            let on = lang.pick("på", "on");
            format!("{} {on} {}", said("Låste", "Locked"), date(*day, lang))
        }
        HandEdit::Unlock => said("Låste upp", "Unlocked"),
        HandEdit::Restore => said("Tog tillbaka ändringen av", "Took back the change of"),
    }
}

/// "Angav Nybro som Vice ordförande NSO 2027".
fn held(id: &str, by: Option<&str>, plan: &Plan, lang: Lang) -> String {
    let seat = seat(plan, id);
    let office = seat.as_ref().map_or(id, |seat| seat.title.get(lang));
    let holder = |by: &str| {
        let mut all = seat.iter().flat_map(|seat| &seat.holders);
        let own = all.find(|(known, _)| known == by);
        own.map_or(by.to_owned(), |(_, title)| title.get(lang).to_owned())
    };
    match (by.map(holder), lang) {
        (Some(by), Lang::Sv) => format!("Angav {by} som {office}"),
        (Some(by), Lang::En) => format!("Entered {by} as {office}"),
        (None, Lang::Sv) => format!("Tog bort vem som är {office}"),
        (None, Lang::En) => format!("Took away who is {office}"),
    }
}

/// Title of a meeting's series with the meeting's own part of the id: "NSO 2027/3".
fn meeting(id: &str, plan: &Plan, lang: Lang) -> String {
    let (series, rest) = id.split_once('/').unwrap_or((id, ""));
    let found = plan.series().iter().find(|one| one.id() == series);
    let title = found.map_or(series, |one| one.title().get(lang));
    format!("{title} {rest}").trim_end().to_owned()
}

fn several(paths: &[String], document: &Value, names: BodyNames<'_>, lang: Lang) -> String {
    match paths {
        [] => lang.pick("Ändrade ingenting", "Changed nothing").to_owned(),
        [one] => format!(
            "{} {}",
            lang.pick("Ändrade", "Changed"),
            place_by(one, document, names, lang)
        ),
        [first, ..] => {
            let field = field(first.rsplit('/').next().unwrap_or_default(), lang);
            let count = paths.len();
            match lang {
                Lang::Sv => format!("Ändrade {field} på {count} ställen"),
                Lang::En => format!("Changed {field} in {count} places"),
            }
        }
    }
}

/// A place of the document in words: the field, and the title of what it belongs to.
pub(super) fn place(path: &str, plan: &Plan, lang: Lang) -> String {
    place_in(path, &to_value(plan.document()), lang)
}

/// A place of a document in words: the field, and the title of what it belongs to.
///
/// # Example
/// ```
/// use planning_wheel::{text, time::Lang};
/// let document = serde_json::json!({ "bodies": [{ "id": "nso", "name": "Nätverket" }] });
/// assert_eq!(text::place_in("/bodies/nso/size/max", &document, Lang::En), "most (Nätverket)");
/// assert_eq!(text::place_in("/bodies/nso", &document, Lang::Sv), "Nätverket");
/// assert_eq!(text::place_in("/first_year", &document, Lang::Sv), "första år");
/// ```
#[must_use]
pub fn place_in(path: &str, document: &Value, lang: Lang) -> String {
    place_by(path, document, &|id| body_name(document, id, lang), lang)
}

/// The same for those who know the names of bodies from elsewhere.
fn place_by(path: &str, document: &Value, names: BodyNames<'_>, lang: Lang) -> String {
    let mut owner = None;
    let mut rest = "";
    for (at, _) in path.match_indices('/').skip(1).chain([(path.len(), "")]) {
        let (there, after) = path.split_at(at);
        let value = value_at(document, there);
        let title = value.and_then(|value| titled(list_of(there), value, names, lang));
        if let Some(title) = title {
            owner = Some(title);
            rest = after;
        } else if owner.is_none() {
            rest = path;
        }
    }
    let words = rest.split('/').rev();
    let word = words.map(|step| step.replace("~1", "/").replace("~0", "~"));
    // A number in a list says less than the list's name.
    let mut word = word.filter(|step| !step.is_empty() && step.parse::<usize>().is_err());
    match (word.next(), owner) {
        (Some(step), Some(owner)) => format!("{} ({owner})", field(&step, lang)),
        (Some(step), None) => field(&step, lang),
        (None, Some(owner)) => owner,
        (None, None) => lang.pick("planen", "the plan").to_owned(),
    }
}

/// What a part of a document is called, or else its id. `list` is the list that it stands in.
fn titled(list: &str, value: &Value, names: BodyNames<'_>, lang: Lang) -> Option<String> {
    value.as_object()?;
    called_alone(list, value, names, lang).or_else(|| key_of(value))
}

/// Name of the list that an element's path leads through: `bodies` of `/bodies/nso`.
fn list_of(path: &str) -> &str {
    path.rsplit('/').nth(1).unwrap_or_default()
}

fn field(name: &str, lang: Lang) -> String {
    super::field_name("PlanDocument", name, lang)
}

/// What a change of a document does, with its place in words.
#[must_use]
pub fn change(change: &Change, document: &Value, lang: Lang) -> String {
    let place = place_in(change.path(), document, lang);
    let done = match change {
        Change::Set { .. } => lang.pick("Ändrat", "Changed"),
        Change::Append { .. } | Change::Insert { .. } => lang.pick("Nytt i", "New in"),
        Change::Reorder { .. } => lang.pick("Flyttat om", "Reordered"),
        Change::Remove { .. } => lang.pick("Borttaget", "Removed"),
    };
    let new = change
        .value()
        .filter(|_| !matches!(change, Change::Set { .. }));
    let list = change.path().rsplit('/').next().unwrap_or_default();
    let names = |id: &str| body_name(document, id, lang);
    match new.and_then(|value| titled(list, value, &names, lang)) {
        Some(title) => format!("{done} {place}: {title}"),
        None => format!("{done}: {place}"),
    }
}
