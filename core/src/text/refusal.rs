//! Why an action cannot be done, and what to do instead.

use super::{action, problem};
use crate::plan::Plan;
use crate::session::Refusal;
use crate::time::Lang;

/// Why an action cannot be done.
///
/// # Example
/// ```
/// use planning_wheel::{document::{Catalogue, PlanDocument}, plan::Plan};
/// use planning_wheel::{session::Refusal, text, time::Lang};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let words = text::refusal(&Refusal::Published(2027), &plan, Lang::En);
/// assert_eq!(words, "2027 is published already. Take the publication back first.");
/// ```
#[must_use]
pub fn refusal(refusal: &Refusal, plan: &Plan, lang: Lang) -> String {
    let said = |sv: String, en: String| lang.pick(sv, en);
    let fixed = |sv: &str, en: &str| lang.pick(sv, en).to_owned();
    match refusal {
        Refusal::Problems(problems) => {
            let all = problems.0.iter().map(|one| {
                let words = problem(one, lang);
                match one.path.is_empty() {
                    true => words,
                    false => format!("{}: {words}", action::place(&one.path, plan, lang)),
                }
            });
            all.collect::<Vec<_>>().join("\n")
        }
        Refusal::Newer(format) => said(
            format!("Planen är sparad av en nyare version ({format}) och kan bara läsas här."),
            format!("A newer version has saved the plan ({format}): here it can only be read."),
        ),
        Refusal::NothingChanges => fixed("Det är redan så.", "It is so already."),
        Refusal::NoMeeting(id) => said(
            format!("Det finns inget möte med id \"{id}\"."),
            format!("There is no meeting with the id \"{id}\"."),
        ),
        Refusal::NoOffice(id) => said(
            format!("Det finns inget uppdrag med id \"{id}\"."),
            format!("There is no office with the id \"{id}\"."),
        ),
        Refusal::NoSeries(id) => said(
            format!("Det finns ingen mötesserie med id \"{id}\"."),
            format!("There is no meeting series with the id \"{id}\"."),
        ),
        Refusal::NoBody(id) => said(
            format!("Det finns ingen annan grupp med id \"{id}\"."),
            format!("There is no other body with the id \"{id}\"."),
        ),
        Refusal::NoReason => fixed(
            "Skriv varför: den som läser planen senare behöver veta det.",
            "Say why: whoever reads the plan later needs to know.",
        ),
        Refusal::SameDay(day) => said(
            format!("Mötet är redan {}.", lang.full_date(*day)),
            format!("The meeting is on {} already.", lang.full_date(*day)),
        ),
        Refusal::Cancelled(_) => fixed(
            "Mötet är redan inställt.",
            "The meeting is cancelled already.",
        ),
        Refusal::NotByHand(_) => fixed(
            "Mötet är inte ändrat för hand på det sättet.",
            "The meeting has not been changed by hand in that way.",
        ),
        Refusal::OutsideSeries(day) => said(
            format!("Serien har inga möten kring {}.", lang.long_date(*day)),
            format!(
                "The series has no meetings around {}.",
                lang.long_date(*day)
            ),
        ),
        Refusal::YearOutside(year) => said(
            format!("Planen gäller inte {year}."),
            format!("The plan does not cover {year}."),
        ),
        Refusal::Published(year) => said(
            format!("{year} är redan publicerat. Dra tillbaka publiceringen först."),
            format!("{year} is published already. Take the publication back first."),
        ),
        Refusal::NotPublished(year) => said(
            format!("{year} är inte publicerat."),
            format!("{year} is not published."),
        ),
        Refusal::NothingToImport => fixed(
            "Det finns inget att hämta in: inget är läst, eller allt är inställt.",
            "There is nothing to bring in: nothing is read, or all of it is cancelled.",
        ),
        Refusal::TooLong(title) => said(
            format!("”{title}” varar längre än tio år. Ta bort det ur det som hämtas in."),
            format!("“{title}” lasts longer than ten years. Take it out of what is brought in."),
        ),
        Refusal::NoMeetings(year) => said(
            format!("Det finns inga möten att publicera {year}."),
            format!("There are no meetings to publish in {year}."),
        ),
    }
}
