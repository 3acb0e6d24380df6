//! The result: every entry in a range of days, and queries on it.

mod choice;

pub use crate::plan::Source;
pub use choice::Choice;

use crate::document::Text;
use crate::order::Order;
use crate::plan::{BodyId, LevelId, Plan, PrincipalId};
use crate::reason::Reason;
use crate::time::{DateRange, Time};
use chrono::NaiveDate;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryKind {
    /// A meeting of one body or of several together.
    Meeting,
    /// A meeting that prepares another.
    Preparation,
    /// A last day before or after a meeting.
    Deadline,
    /// A step of a process.
    Step,
    /// A step that adopts a document or extends a post.
    Decision,
    /// A report from one body to another.
    Report,
    /// A follow-up of goals, indicators or decisions.
    FollowUp,
    /// The time one holder has an office.
    Office,
    /// The last day or the meeting on which an office is filled.
    OfficeElection,
    /// The time that a governing document covers.
    Document,
    /// The day on which a document comes up for revision.
    Revision,
    /// The time that an assignment runs.
    Assignment,
    /// The time that a goal runs.
    Goal,
    /// The time for which a post is extended.
    Post,
    /// A statutory date.
    Duty,
    /// Anything else.
    Activity,
    /// A day of a calendar of others, to plan against.
    Background,
    /// A general election.
    Election,
    /// The first day of a new term of office.
    TermStart,
}

impl EntryKind {
    /// Every kind, in the order in which entries of one day are listed.
    pub const ALL: [Self; 19] = [
        Self::Election,
        Self::TermStart,
        Self::Meeting,
        Self::Preparation,
        Self::Decision,
        Self::Step,
        Self::Report,
        Self::FollowUp,
        Self::Deadline,
        Self::OfficeElection,
        Self::Duty,
        Self::Activity,
        Self::Revision,
        Self::Assignment,
        Self::Document,
        Self::Office,
        Self::Goal,
        Self::Post,
        Self::Background,
    ];

    /// Name in data: `meeting`, `office_election` and so on.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Preparation => "preparation",
            Self::Deadline => "deadline",
            Self::Step => "step",
            Self::Decision => "decision",
            Self::Report => "report",
            Self::FollowUp => "follow_up",
            Self::Office => "office",
            Self::OfficeElection => "office_election",
            Self::Document => "document",
            Self::Revision => "revision",
            Self::Assignment => "assignment",
            Self::Goal => "goal",
            Self::Post => "post",
            Self::Duty => "duty",
            Self::Activity => "activity",
            Self::Background => "background",
            Self::Election => "election",
            Self::TermStart => "term_start",
        }
    }

    /// The kind with this name in data.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// True for kinds that are periods rather than things to do on a day.
    #[must_use]
    pub fn is_period(self) -> bool {
        matches!(
            self,
            Self::Office | Self::Document | Self::Assignment | Self::Goal | Self::Post
        )
    }
}

/// How certain an entry's day is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EntryStatus {
    /// Computed from the plan.
    #[default]
    Proposed,
    /// Fixed: published or locked.
    Fixed,
    /// Cancelled but still listed.
    Cancelled,
    /// Not decided; the day is the latest possible.
    Undecided,
    /// To be checked against the law before it is relied on.
    Check,
}

impl EntryStatus {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::Proposed,
        Self::Fixed,
        Self::Cancelled,
        Self::Undecided,
        Self::Check,
    ];

    /// Name in data: `proposed`, `fixed` and so on.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Fixed => "fixed",
            Self::Cancelled => "cancelled",
            Self::Undecided => "undecided",
            Self::Check => "check",
        }
    }
}

/// How one entry belongs to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// Takes place at that meeting.
    At,
    /// Is due before or after that meeting.
    For,
    /// Comes after that entry.
    After,
    /// Serves that document, assignment or post period.
    Serves,
    /// Takes over from that office period, or lies under that document.
    Follows,
}

impl Relation {
    /// Name in data: `at`, `for` and so on.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::At => "at",
            Self::For => "for",
            Self::After => "after",
            Self::Serves => "serves",
            Self::Follows => "follows",
        }
    }
}

/// A link from an entry to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// How it belongs.
    pub relation: Relation,
    /// Id of the other entry, which may lie outside the calendar's range.
    pub to: String,
}

/// One entry of the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Stable id: survives moves, and is the same in every range.
    pub id: String,
    /// What it is.
    pub kind: EntryKind,
    /// Title in the plan's languages.
    pub title: Text,
    /// First day.
    pub start: NaiveDate,
    /// The day after the last.
    pub end: NaiveDate,
    /// Time of day.
    pub time: Option<Time>,
    /// Length in minutes.
    pub minutes: Option<u16>,
    /// Bodies that it concerns; a joint meeting has several.
    pub bodies: Vec<BodyId>,
    /// Principals that each do it on their own.
    pub principals: Vec<PrincipalId>,
    /// Level of the first body.
    pub level: Option<LevelId>,
    /// Where the agreements or laws say so.
    pub sources: Vec<Source>,
    /// Why it falls on that day, most telling first.
    pub reasons: Vec<Reason>,
    /// Entries that it belongs to.
    pub links: Vec<Link>,
    /// Day it had before it was moved.
    pub moved_from: Option<NaiveDate>,
    /// Day that the rule names, where a rule moved it from a non-working day.
    pub nominal: Option<NaiveDate>,
    /// Last day by law, where lag (1930:173) 2 § moves a statutory day forward.
    pub legally_latest: Option<NaiveDate>,
    /// How certain the day is.
    pub status: EntryStatus,
    /// Who is responsible.
    pub responsible: Option<Text>,
    /// Who holds an office.
    pub holder: Option<Text>,
    /// Items on the agenda that always stand there.
    pub items: Vec<Text>,
    /// Place of a meeting.
    pub place: Option<Text>,
    /// Address of a meeting or a document.
    pub link: Option<String>,
    /// What the reader should know.
    pub note: Option<Text>,
}

impl Entry {
    /// An entry of one day with nothing but its id, kind and title.
    #[must_use]
    pub fn on(id: String, kind: EntryKind, title: Text, day: NaiveDate) -> Self {
        Self::during(id, kind, title, day, crate::time::add_days(day, 1))
    }

    /// An entry from a day up to, not including, another.
    #[must_use]
    pub fn during(
        id: String,
        kind: EntryKind,
        title: Text,
        start: NaiveDate,
        end: NaiveDate,
    ) -> Self {
        Self {
            id,
            kind,
            title,
            start,
            end,
            time: None,
            minutes: None,
            bodies: Vec::new(),
            principals: Vec::new(),
            level: None,
            sources: Vec::new(),
            reasons: Vec::new(),
            links: Vec::new(),
            moved_from: None,
            nominal: None,
            legally_latest: None,
            status: EntryStatus::Proposed,
            responsible: None,
            holder: None,
            items: Vec::new(),
            place: None,
            link: None,
            note: None,
        }
    }

    /// True when it is the principal's to do, takes place in a body where it has a seat, or, like an
    /// election, names nobody.
    #[must_use]
    pub fn concerns(&self, plan: &Plan, principal: PrincipalId) -> bool {
        let of_all = self.bodies.is_empty() && self.principals.is_empty();
        let mut seats = self.bodies.iter().flat_map(|id| plan.body(*id).seats());
        of_all
            || self.principals.contains(&principal)
            || seats.any(|seat| seat.principals().contains(&principal))
    }

    /// The entry's days.
    #[must_use]
    pub fn range(&self) -> DateRange {
        DateRange {
            start: self.start,
            end: self.end,
        }
    }

    /// The last day.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        crate::time::add_days(self.end, -1)
    }

    /// The first entry that this one belongs to in a given way.
    #[must_use]
    pub fn related(&self, relation: Relation) -> Option<&str> {
        self.links
            .iter()
            .find(|link| link.relation == relation)
            .map(|link| link.to.as_str())
    }
}

/// Every entry that touches a range of days, sorted by day, kind and id.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    range: DateRange,
    entries: Vec<Entry>,
}

impl Calendar {
    /// Sorts entries and keeps those that touch the range.
    #[must_use]
    pub fn new(range: DateRange, mut entries: Vec<Entry>) -> Self {
        entries.retain(|entry| entry.range().overlaps(&range));
        entries.order_by(|a, b| {
            (a.start, order(a.kind), a.time, &a.id).cmp(&(b.start, order(b.kind), b.time, &b.id))
        });
        Self { range, entries }
    }

    /// The days that were asked for.
    #[must_use]
    pub fn range(&self) -> DateRange {
        self.range
    }

    /// The entries, sorted.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// Entries that begin on a day.
    #[must_use]
    pub fn beginning_on(&self, day: NaiveDate) -> &[Entry] {
        let from = self.entries.partition_point(|entry| entry.start < day);
        let to = self.entries.partition_point(|entry| entry.start <= day);
        self.entries.get(from..to).unwrap_or_default()
    }

    /// Entries that take place at another, such as the decisions of a meeting.
    pub fn taking_place_at(&self, meeting: &Entry) -> impl Iterator<Item = &Entry> {
        let same_day = self.beginning_on(meeting.start).iter();
        same_day.filter(|entry| entry.related(Relation::At) == Some(&meeting.id))
    }

    /// Entries of one kind.
    pub fn of_kind(&self, kind: EntryKind) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.kind == kind)
    }

    /// Entries that concern a body.
    pub fn of_body(&self, body: BodyId) -> impl Iterator<Item = &Entry> {
        self.entries
            .iter()
            .filter(move |entry| entry.bodies.contains(&body))
    }

    /// Entries that somebody asks for.
    #[must_use]
    pub fn chosen(&self, plan: &Plan, choice: &Choice) -> Vec<&Entry> {
        let entries = self.entries.iter();
        entries.filter(|entry| choice.takes(plan, entry)).collect()
    }

    /// The same calendar for a part of its range.
    #[must_use]
    pub fn restrict(&self, range: DateRange) -> Self {
        let range = self.range.intersection(&range).unwrap_or(DateRange {
            start: range.start,
            end: range.start,
        });
        Self {
            range,
            entries: self
                .entries
                .iter()
                .filter(|entry| entry.range().overlaps(&range))
                .cloned()
                .collect(),
        }
    }

    /// One entry per principal for an entry that each principal does on its own; only for some of
    /// them, unless the list is empty.
    #[must_use]
    pub fn per_principal(&self, plan: &Plan, only: &[PrincipalId]) -> Self {
        let mut entries = Vec::with_capacity(self.entries.len());
        for entry in &self.entries {
            if entry.principals.is_empty() {
                entries.push(entry.clone());
            }
            let asked = |one: &&PrincipalId| only.is_empty() || only.contains(one);
            for &principal in entry.principals.iter().filter(asked) {
                let principal_plan = plan.principal(principal);
                let mut own = entry.clone();
                own.id = format!("{}/{}", entry.id, principal_plan.id());
                own.title = Text::compose(|lang| {
                    format!(
                        "{} · {}",
                        principal_plan.name().get(lang),
                        entry.title.get(lang)
                    )
                });
                own.principals = vec![principal];
                entries.push(own);
            }
        }
        Self::new(self.range, entries)
    }
}

fn order(kind: EntryKind) -> usize {
    EntryKind::ALL
        .iter()
        .position(|other| *other == kind)
        .unwrap_or(usize::MAX)
}
