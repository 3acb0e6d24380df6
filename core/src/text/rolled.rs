//! What becomes of a meeting when its year is carried over.

use super::reason::off;
use crate::session::Rolled;
use crate::time::Lang;

/// Why a meeting is carried over to the day that it gets, or not at all.
///
/// # Example
/// ```
/// use planning_wheel::{session::Rolled, text, time::Lang};
/// assert_eq!(text::rolled(&Rolled::SameWeek, Lang::En), "the same weekday in the same week");
/// ```
#[must_use]
pub fn rolled(why: &Rolled, lang: Lang) -> String {
    let day = |day: &chrono::NaiveDate| lang.short_date(*day);
    let fixed = |sv: &str, en: &str| lang.pick(sv, en).to_owned();
    match why {
        Rolled::SameWeek => fixed(
            "samma veckodag i samma vecka",
            "the same weekday in the same week",
        ),
        Rolled::NoWeek53 => fixed("året har ingen vecka 53", "the year has no week 53"),
        Rolled::DayOff(date, why) => match lang {
            Lang::Sv => format!("{} är {}", day(date), off(*why, lang)),
            Lang::En => format!("{} is {}", day(date), off(*why, lang)),
        },
        Rolled::Avoided(date) => match lang {
            Lang::Sv => format!("{} är klämdag, afton eller lov", day(date)),
            Lang::En => format!("{} is a squeeze day, an eve or in a break", day(date)),
        },
        Rolled::OutsideRules(date) => match lang {
            Lang::Sv => format!(
                "{} ligger utanför det som serien ska hålla sig till",
                day(date)
            ),
            Lang::En => format!("{} lies outside what the series must hold to", day(date)),
        },
        Rolled::Taken(date) => match lang {
            Lang::Sv => format!("{} är upptagen av ett annat möte", day(date)),
            Lang::En => format!("{} is taken by another meeting", day(date)),
        },
        Rolled::NoDay => fixed(
            "ingen dag i närheten går: reglerna avgör",
            "no day near it is possible: the rules decide",
        ),
        Rolled::MovedOnce(date) => match lang {
            Lang::Sv => format!(
                "flyttades det året till {}, vilket inte följer med",
                day(date)
            ),
            Lang::En => format!(
                "was moved to {} that year, which is not carried over",
                day(date)
            ),
        },
        Rolled::CancelledOnce => fixed(
            "ställdes in det året, vilket inte följer med",
            "was cancelled that year, which is not carried over",
        ),
        Rolled::AddedOnce => fixed("lades till för det året", "was added for that year"),
        Rolled::FollowsRule => fixed("serien följer sin regel", "the series follows its rule"),
        Rolled::KeptByHand => fixed(
            "dagen är redan vald för hand",
            "the day is chosen by hand already",
        ),
        Rolled::Ends => fixed(
            "serien har inga möten året efter",
            "the series has no meetings the year after",
        ),
        Rolled::Fewer => fixed(
            "serien har färre möten året efter",
            "the series has fewer meetings the year after",
        ),
        Rolled::MandatePeriod => fixed(
            "serien räknas över mandatperioden",
            "the series is counted over the mandate period",
        ),
    }
}
