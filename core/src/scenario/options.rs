//! What of a plan can be done differently with one press, and how it is now.

use crate::document::{CountPer, DayFinding, DeadlineOffset, MeetingSeries, OfficeTerm, Text};
use crate::plan::Plan;
use crate::time::{MonthDay, Weekday};

/// A series of meetings, as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesOption {
    /// Id.
    pub id: String,
    /// Its title, or the names of its groups.
    pub title: Text,
    /// What meetings are counted over.
    pub per: CountPer,
    /// How many the plan aims at.
    pub count: u8,
    /// Its usual weekday; nothing where weekdays are not what decides.
    pub weekday: Option<Weekday>,
    /// Its last days.
    pub deadlines: Vec<LeadOption>,
}

/// A last day of a series, as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadOption {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// How far from the meeting.
    pub offset: DeadlineOffset,
}

/// An office, as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeOption {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// How long each holds it.
    pub term: OfficeTerm,
}

/// A group, as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupOption {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// How many there are of it, where like groups are written once.
    pub like: Option<u8>,
}

/// What of a plan can be done differently with one press.
///
/// # Example
/// ```
/// use planning_wheel::{document::{Catalogue, PlanDocument}, plan::Plan};
/// use planning_wheel::scenario::Options;
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let options = Options::of(&plan);
/// assert_eq!(options.boards_start.to_string(), "01-01");
/// assert!(options.series.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Series that are counted, in the plan's order.
    pub series: Vec<SeriesOption>,
    /// Offices that pass from one to another.
    pub offices: Vec<OfficeOption>,
    /// Groups.
    pub groups: Vec<GroupOption>,
    /// The day on which boards take office.
    pub boards_start: MonthDay,
}

impl Options {
    /// What there is in a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let document = plan.document();
        let offices = document.offices.iter();
        let offices = offices.filter(|one| one.term != OfficeTerm::UntilFurtherNotice);
        let groups = document.bodies.iter().map(|body| GroupOption {
            id: body.id.clone(),
            name: body.name.clone(),
            like: body.like.as_ref().map(|like| like.count),
        });
        let mandate = document.mandate.as_ref();
        Self {
            series: document
                .meetings
                .iter()
                .map(|one| series(plan, one))
                .collect(),
            offices: offices
                .map(|one| OfficeOption {
                    id: one.id.clone(),
                    title: office_title(plan, &one.id),
                    term: one.term,
                })
                .collect(),
            groups: groups.collect(),
            boards_start: mandate.map_or(MonthDay::JANUARY_1, |rules| rules.board_starts),
        }
    }
}

fn series(plan: &Plan, spec: &MeetingSeries) -> SeriesOption {
    let weekday = match &spec.days {
        DayFinding::Spread(spread) => spread.prefer.or(spread.weekdays.first().copied()),
        DayFinding::Pattern(_) | DayFinding::Fixed(_) | DayFinding::Beside(_) => None,
    };
    let deadlines = spec.deadlines.iter().map(|one| LeadOption {
        id: one.id.clone(),
        title: one.title.clone(),
        offset: one.offset.clone(),
    });
    SeriesOption {
        id: spec.id.clone(),
        title: series_title(plan, spec),
        per: spec.count.per,
        count: u8::try_from(spec.count.wanted()).unwrap_or(u8::MAX),
        weekday,
        deadlines: deadlines.collect(),
    }
}

/// Title of a series as it is written: one for all like groups.
fn series_title(plan: &Plan, spec: &MeetingSeries) -> Text {
    let written_out = plan.series().iter().filter(|one| one.spec().id == spec.id);
    let titles: Vec<&Text> = written_out.map(crate::plan::Series::title).collect();
    if let [only] = titles.as_slice() {
        return (*only).clone();
    }
    let bodies = plan.document().bodies.iter();
    let bodies: Vec<_> = bodies
        .filter(|body| spec.bodies.contains(&body.id))
        .collect();
    spec.title.clone().unwrap_or_else(|| {
        Text::compose(|lang| {
            let name = |body: &&crate::document::Body| {
                body.short
                    .as_ref()
                    .unwrap_or(&body.name)
                    .get(lang)
                    .to_owned()
            };
            bodies.iter().map(name).collect::<Vec<_>>().join(" + ")
        })
    })
}

/// Title of an office as it is written: one for all groups that have it.
fn office_title(plan: &Plan, id: &str) -> Text {
    let named = plan.offices().iter().filter(|one| one.spec().id == id);
    let titles: Vec<&Text> = named.map(crate::plan::Office::title).collect();
    match titles.as_slice() {
        [first, ..] => (*first).clone(),
        [] => Text::from(id),
    }
}
