//! Named changes of a plan, each of which can be taken back alone.

mod election;
mod groups;
mod merge;
mod starts;
mod written;

pub use starts::{Start, starts};

use crate::document::{
    Catalogue, Change, DayFinding, DeadlineOffset, MeetingSeries, OfficeTerm, PlanDocument,
    changed, differences, to_value,
};
use crate::error::{Problem, ProblemKind, Problems, Reference};
use crate::plan::Plan;
use crate::time::{MonthDay, Weekday};
use chrono::NaiveDate;

/// One thing that a variant does differently.
#[derive(Clone, Debug, PartialEq)]
pub enum Tweak {
    /// So many meetings in each of the series' periods.
    Meetings {
        /// Id of the series.
        series: String,
        /// How many.
        count: u8,
    },
    /// Another weekday for a series that is spread over the year.
    Weekday {
        /// Id of the series.
        series: String,
        /// The day.
        weekday: Weekday,
    },
    /// Another time between a last day and its meeting.
    LeadTime {
        /// Id of the series.
        series: String,
        /// Id of the last day.
        deadline: String,
        /// How far from the meeting.
        offset: DeadlineOffset,
    },
    /// Another interval between holders of an office.
    Interval {
        /// Id of the office.
        office: String,
        /// How long each holds it.
        term: OfficeTerm,
    },
    /// So many like groups.
    LikeGroups {
        /// Id of the group that is written once.
        body: String,
        /// How many there are.
        count: u8,
    },
    /// A new group that meets as another does.
    NewGroup {
        /// Id of the group that it resembles.
        like: String,
        /// Its name.
        name: String,
    },
    /// A group becomes part of another, with its seats and its tasks.
    Merge {
        /// Id of the group that ends.
        body: String,
        /// Id of the group that goes on.
        into: String,
    },
    /// The day of the year on which boards take office, as their council has decided.
    BoardsStart {
        /// The first such day on or after election day.
        day: MonthDay,
    },
    /// An election besides the ordinary ones.
    Election {
        /// Its day.
        day: NaiveDate,
    },
    /// Any other rule of the plan.
    Rule(Change),
}

impl Tweak {
    /// What it is about: two of the same target are two answers to one question, and a variant has
    /// only the later.
    #[must_use]
    pub fn target(&self) -> String {
        match self {
            Self::Meetings { series, .. } => format!("meetings/{series}"),
            Self::Weekday { series, .. } => format!("weekday/{series}"),
            Self::LeadTime {
                series, deadline, ..
            } => format!("lead-time/{series}/{deadline}"),
            Self::Interval { office, .. } => format!("interval/{office}"),
            Self::LikeGroups { body, .. } => format!("groups/{body}"),
            Self::NewGroup { name, .. } => format!("new/{name}"),
            Self::Merge { body, .. } => format!("merge/{body}"),
            Self::BoardsStart { .. } => "boards".into(),
            Self::Election { .. } => "election".into(),
            Self::Rule(change) => format!("rule{}", change.path()),
        }
    }

    /// Does it to a document. What is already so stays so.
    ///
    /// # Errors
    /// What it is about is not there.
    pub fn apply(&self, document: &mut PlanDocument) -> Result<(), Problems> {
        match self {
            Self::Meetings { series, count } => meet(find_series(document, series)?, *count),
            Self::Weekday { series, weekday } => turn(find_series(document, series)?, *weekday),
            Self::LeadTime {
                series,
                deadline,
                offset,
            } => {
                let list = &mut find_series(document, series)?.deadlines;
                let found = list.iter_mut().find(|one| one.id == *deadline);
                let found = found.ok_or_else(|| missing(Reference::Deadline, deadline))?;
                found.offset = offset.clone();
            }
            Self::Interval { office, term } => {
                let found = document.offices.iter_mut().find(|one| one.id == *office);
                let found = found.ok_or_else(|| missing(Reference::Office, office))?;
                found.term = *term;
                if let (Some(own), OfficeTerm::Years(years)) = (&mut found.alternates, term) {
                    // Sides change with the holder, and not at a pace of their own.
                    own.every_years = own.every_years.map(|_| *years);
                }
            }
            Self::LikeGroups { body, count } => groups::several(document, body, *count)?,
            Self::NewGroup { like, name } => groups::add(document, like, name)?,
            Self::Merge { body, into } => merge::merge(document, body, into)?,
            Self::BoardsStart { day } => election::rules(document).board_starts = *day,
            Self::Election { day } => election::elect(document, *day),
            Self::Rule(change) => *document = changed(document, std::slice::from_ref(change))?,
        }
        Ok(())
    }
}

/// A plan with a name of its own and some things done differently.
///
/// # Example
/// ```
/// use planning_wheel::document::PlanDocument;
/// use planning_wheel::scenario::{Tweak, Variant};
/// use planning_wheel::time::date;
/// let document = PlanDocument::blank("nso", "Nätverket");
/// let mut variant = Variant::new("Omval");
/// variant.set(Tweak::Election { day: date(2028, 3, 12).unwrap() });
/// variant.set(Tweak::Election { day: date(2027, 5, 9).unwrap() });
/// assert_eq!(variant.tweaks.len(), 1); // Another answer to the same question.
/// let mandate = variant.document(&document).unwrap().mandate.unwrap();
/// let years: Vec<i32> = mandate.elections.iter().map(|one| one.from_year).collect();
/// assert_eq!(years, [2014, 2027, 2030]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variant {
    /// Its name.
    pub title: String,
    /// What it does differently, in order.
    pub tweaks: Vec<Tweak>,
}

impl Variant {
    /// A variant that does nothing differently yet.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            tweaks: Vec::new(),
        }
    }

    /// Does something differently, in place of what it did about the same thing.
    pub fn set(&mut self, tweak: Tweak) {
        let target = tweak.target();
        match self.tweaks.iter_mut().find(|one| one.target() == target) {
            Some(own) => *own = tweak,
            None => self.tweaks.push(tweak),
        }
    }

    /// Takes back what it does about something.
    pub fn take_back(&mut self, target: &str) {
        self.tweaks.retain(|one| one.target() != target);
    }

    /// The document with what is different.
    ///
    /// # Errors
    /// The first thing that the document does not have.
    pub fn document(&self, document: &PlanDocument) -> Result<PlanDocument, Problems> {
        let mut own = document.clone();
        self.tweaks
            .iter()
            .try_for_each(|tweak| tweak.apply(&mut own))?;
        Ok(own)
    }

    /// The same as changes of the document.
    ///
    /// # Errors
    /// As for [`Variant::document`].
    pub fn changes(&self, document: &PlanDocument) -> Result<Vec<Change>, Problems> {
        let own = self.document(document)?;
        let found = differences(&to_value(document), &to_value(&own));
        Ok(found.into_iter().map(|one| one.change).collect())
    }

    /// The plan with what is different.
    ///
    /// # Errors
    /// Every reason why there is no such plan.
    pub fn plan(&self, document: &PlanDocument, catalogue: &Catalogue) -> Result<Plan, Problems> {
        Plan::check(self.document(document)?, catalogue)
    }
}

fn missing(what: Reference, id: &str) -> Problems {
    let list = match what {
        Reference::Body => "/bodies",
        Reference::Office => "/offices",
        _ => "/meetings",
    };
    let kind = ProblemKind::UnknownReference {
        what,
        id: id.to_owned(),
        suggestion: None,
    };
    Problems(vec![Problem {
        path: list.to_owned(),
        kind,
        position: None,
    }])
}

fn find_series<'a>(
    document: &'a mut PlanDocument,
    id: &str,
) -> Result<&'a mut MeetingSeries, Problems> {
    let found = document.meetings.iter_mut().find(|one| one.id == id);
    found.ok_or_else(|| missing(Reference::Series, id))
}

/// The range gives way: what the agreement allows, the reader of the comparison decides.
fn meet(series: &mut MeetingSeries, count: u8) {
    let own = &mut series.count;
    own.target = Some(count);
    own.min = own.min.map(|min| min.min(count));
    own.max = own.max.map(|max| max.max(count));
}

fn turn(series: &mut MeetingSeries, weekday: Weekday) {
    if let DayFinding::Spread(spread) = &mut series.days {
        spread.prefer = Some(weekday);
        if !spread.weekdays.is_empty() && !spread.weekdays.contains(&weekday) {
            spread.weekdays = vec![weekday];
        }
    }
}
