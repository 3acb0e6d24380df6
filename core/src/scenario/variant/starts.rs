//! Variants to begin with, made of the plan at hand.

use super::{Tweak, Variant};
use crate::document::{DeadlineOffset, MeetingSeries, Text};
use crate::plan::Plan;
use crate::scenario::Options;
use crate::text;
use crate::time::{DateRange, EndOfMonth, Lang, add_months, nth_weekday};
use chrono::{Datelike, NaiveDate};

/// A variant to begin with.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// What it is called.
    pub title: Text,
    /// What it does differently.
    pub tweaks: Vec<Tweak>,
}

impl Start {
    /// The variant, named in a language.
    #[must_use]
    pub fn variant(&self, lang: Lang) -> Variant {
        Variant {
            title: self.title.get(lang).to_owned(),
            tweaks: self.tweaks.clone(),
        }
    }
}

/// What people ask first of a plan: fewer meetings, shorter lead times, an election in between.
/// Each is there when the plan has what it is about.
///
/// # Example
/// ```
/// use planning_wheel::{document::{Catalogue, PlanDocument}, plan::Plan};
/// use planning_wheel::scenario::starts;
/// use planning_wheel::time::{DateRange, Lang};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let found = starts(&plan, DateRange::years(2027, 2030).unwrap());
/// // It has no meetings; elections are everybody's.
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].title.get(Lang::En), "Re-election Sun 9 May 2027");
/// ```
#[must_use]
pub fn starts(plan: &Plan, range: DateRange) -> Vec<Start> {
    let found = [fewer_meetings(plan), shorter(plan), elected(plan, range)];
    found.into_iter().flatten().collect()
}

/// A quarter fewer for whatever meets most often.
fn fewer_meetings(plan: &Plan) -> Option<Start> {
    let series = Options::of(plan).series;
    let most = series.iter().map(|one| one.count).max()?;
    let fewer = most - (most / 4).max(1);
    let busiest: Vec<_> = series.iter().filter(|one| one.count == most).collect();
    (most > 1).then(|| Start {
        title: Text::compose(|lang| text::meetings_instead(fewer, most, lang)),
        tweaks: busiest
            .iter()
            .map(|one| Tweak::Meetings {
                series: one.id.clone(),
                count: fewer,
            })
            .collect(),
    })
}

/// Half of every lead time.
fn shorter(plan: &Plan) -> Option<Start> {
    let of = |series: &MeetingSeries| -> Vec<Tweak> {
        let halved = series.deadlines.iter().filter_map(|deadline| {
            Some(Tweak::LeadTime {
                series: series.id.clone(),
                deadline: deadline.id.clone(),
                offset: half(&deadline.offset)?,
            })
        });
        halved.collect()
    };
    let tweaks: Vec<Tweak> = plan.document().meetings.iter().flat_map(of).collect();
    (!tweaks.is_empty()).then(|| Start {
        title: Text::compose(|lang| text::shorter_lead_times(lang).to_owned()),
        tweaks,
    })
}

/// Half the way to the meeting in working days, of which a week has five: half of a week in days
/// would end on a weekend. Nothing when there is no shorter one.
fn half(offset: &DeadlineOffset) -> Option<DeadlineOffset> {
    let working_days = match offset {
        DeadlineOffset::Days(days) => days / 7 * 5 + (days % 7).max(-5),
        DeadlineOffset::WorkingDays(days) => *days,
        DeadlineOffset::Weeks(weeks) => i16::from(*weeks) * 5,
        DeadlineOffset::Months(_) | DeadlineOffset::EndOfWeekBefore(_) => return None,
    };
    (working_days < -1).then_some(DeadlineOffset::WorkingDays((working_days - 1) / 2))
}

/// An election eight months after the ordinary one, as the last ordered one was.
fn elected(plan: &Plan, range: DateRange) -> Option<Start> {
    let period = plan
        .mandates()
        .periods(range.start.year(), range.start.year());
    let election = period.last()?.election;
    let rule = plan.mandates().election_rule(election.year())?;
    let month = add_months(election, 8, EndOfMonth::LastDay);
    let month_number = crate::time::Month::new(u8::try_from(month.month()).ok()?)?;
    let day = nth_weekday(month.year(), month_number, rule.nth, rule.weekday)?;
    Some(re_election(day))
}

fn re_election(day: NaiveDate) -> Start {
    Start {
        title: Text::compose(|lang| text::re_election(day, lang)),
        tweaks: vec![Tweak::Election { day }],
    }
}
