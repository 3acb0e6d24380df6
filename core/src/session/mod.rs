//! A person at work on a plan: every change is an [`Action`], and every one can be undone.
//!
//! [`Session::apply`] is the only way to change a plan. It gives a plan that holds together, or a
//! [`Refusal`] that says why not and leaves everything as it was.

mod action;
mod alike;
mod by_hand;
mod hold;
mod import;
mod near;
mod publish;
mod refusal;
mod rename;
mod roll;
mod room;
mod without;

pub use action::{Action, HandEdit};
pub use alike::alike;
pub use hold::{Seat, seat};
pub use import::{Import, Target};
pub use near::{Stride, near_day};
pub use refusal::Refusal;
pub use roll::{Carried, Roll, Rolled, roll};

use crate::document::{Catalogue, Change, PlanDocument, Text, differences, turn};
use crate::plan::Plan;
use crate::text;
use chrono::NaiveDate;
use room::Room;
use serde_json::Value;

/// What a person looks at; undoing a step leads back to where it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The year.
    pub year: Option<i32>,
    /// Id of the chosen entry.
    pub entry: Option<String>,
    /// Path of the part of the document that is edited.
    pub place: Option<String>,
}

/// One change that was made, with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    title: Text,
    forth: Vec<Change>,
    back: Vec<Change>,
    view: View,
}

impl Step {
    /// What was done, in words: "Flyttade NSO 2027/3 till tor 25 mars 2027".
    #[must_use]
    pub fn title(&self) -> &Text {
        &self.title
    }

    /// What it changed in the document.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.forth
    }
}

/// What an action would do.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The step that it would be.
    pub step: Step,
    /// The plan that it would give. [`crate::scenario::consequences`] sets what comes of it beside
    /// what comes of the plan as it is.
    pub plan: Plan,
}

/// An action that can be done.
struct Tried {
    step: Step,
    plan: Plan,
    room: Room,
}

/// A plan being worked on, what is looked at, and every step that led here.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::session::{Action, Session};
/// use planning_wheel::time::{Lang, date};
/// let today = date(2026, 11, 20).unwrap();
/// let document = PlanDocument::blank("nso", "Nätverket");
/// let mut session = Session::open(document.clone(), Catalogue::empty()).unwrap();
///
/// let rename = Action::Set { path: "/title".into(), value: "NSO".into() };
/// assert_eq!(session.apply(&rename, today).unwrap().title().get(Lang::En), "Changed title");
/// let wrong = Action::Set { path: "/first_year".into(), value: 1800.into() };
/// assert!(session.apply(&wrong, today).is_err());
///
/// session.undo();
/// assert_eq!(session.document(), &document);
/// assert_eq!(session.next_redo().unwrap().title().get(Lang::Sv), "Ändrade titel");
/// ```
#[derive(Clone, Debug)]
pub struct Session {
    plan: Plan,
    catalogue: Catalogue,
    /// A newer version has written it, and nobody has said that it is to be changed all the same.
    read_only: bool,
    room: Room,
    view: View,
    steps: Vec<Step>,
    /// How many of the steps are done; those after them have been undone.
    done: usize,
}

impl Session {
    /// Begins with a document. One of a newer version can be looked at; to be changed it must be
    /// taken over.
    ///
    /// # Errors
    /// Every problem of the document.
    pub fn open(document: PlanDocument, catalogue: Catalogue) -> Result<Self, Refusal> {
        let room = Room::of(&document).map_err(Refusal::Problems)?;
        let read_only = document.newer.is_some();
        let plan = Plan::check(document, &catalogue).map_err(Refusal::Problems)?;
        Ok(Self {
            read_only,
            plan,
            catalogue,
            room,
            view: View::default(),
            steps: Vec::new(),
            done: 0,
        })
    }

    /// The plan as it is now.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The duties that the plan may name.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Its document.
    #[must_use]
    pub fn document(&self) -> &PlanDocument {
        self.plan.document()
    }

    /// True for a plan of a newer version: every action is refused.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Lets a plan of a newer version be changed all the same. What this version does not know
    /// stays where it stands, and goes only with the part that it is in.
    pub fn take_over(&mut self) {
        self.read_only = false;
    }

    /// What is looked at.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// Looks at something else: no step, nothing to undo.
    pub fn look(&mut self, view: View) {
        self.view = view;
    }

    /// Steps that are done, the latest last.
    #[must_use]
    pub fn done(&self) -> &[Step] {
        self.steps.get(..self.done).unwrap_or_default()
    }

    /// Every step, those that have been undone last.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The step that [`Session::undo`] would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Step> {
        self.done().last()
    }

    /// The step that [`Session::redo`] would do again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Step> {
        self.steps.get(self.done)
    }

    /// Does an action; what had been undone before it is forgotten.
    ///
    /// # Errors
    /// Why it cannot be done. The session is then as it was.
    pub fn apply(&mut self, action: &Action, today: NaiveDate) -> Result<&Step, Refusal> {
        let Tried { step, plan, room } = self.attempt(action, today)?;
        self.steps.truncate(self.done);
        self.steps.push(step);
        self.done = self.steps.len();
        (self.plan, self.room) = (plan, room);
        self.steps.last().ok_or(Refusal::NothingChanges)
    }

    /// What an action would do, without doing it.
    ///
    /// # Errors
    /// Why it could not be done.
    pub fn preview(&self, action: &Action, today: NaiveDate) -> Result<Preview, Refusal> {
        let Tried { step, plan, .. } = self.attempt(action, today)?;
        Ok(Preview { step, plan })
    }

    fn attempt(&self, action: &Action, today: NaiveDate) -> Result<Tried, Refusal> {
        if self.read_only {
            return Err(Refusal::Newer(self.document().format.clone()));
        }
        let changes = action.changes(&self.plan, today)?;
        let turned = turn(self.document(), &changes).map_err(Refusal::Problems)?;
        let made = |from: &Value, to: &Value| -> Vec<Change> {
            let found = differences(from, to).into_iter();
            found.map(|one| one.change).collect()
        };
        let forth = made(&turned.before, &turned.after);
        if forth.is_empty() {
            return Err(Refusal::NothingChanges);
        }
        let room = self.room.after(&forth, &turned.document);
        let room = room.map_err(Refusal::Problems)?;
        let title = Text::compose(|lang| text::done(action, &self.plan, &turned.before, lang));
        let plan = Plan::check(turned.document, &self.catalogue).map_err(Refusal::Problems)?;
        let step = Step {
            title,
            forth,
            back: made(&turned.after, &turned.before),
            view: self.view.clone(),
        };
        Ok(Tried { step, plan, room })
    }

    /// Takes the latest step back and looks at where it was made; nothing when there is none.
    pub fn undo(&mut self) -> Option<&Step> {
        let place = self.done.checked_sub(1)?;
        let step = self.steps.get(place)?;
        let (view, back) = (step.view.clone(), step.back.clone());
        self.turn(&back)?;
        self.view = view;
        self.done = place;
        self.steps.get(place)
    }

    /// Does the step again that was undone last; nothing when there is none.
    pub fn redo(&mut self) -> Option<&Step> {
        let place = self.done;
        let forth = self.steps.get(place)?.forth.clone();
        self.turn(&forth)?;
        self.done = place + 1;
        self.steps.get(place)
    }

    /// Goes back or forth until so many steps are done, or none is left; gives how many are.
    pub fn go_to(&mut self, done: usize) -> usize {
        while self.done > done && self.undo().is_some() {}
        while self.done < done && self.redo().is_some() {}
        self.done
    }

    /// Makes changes that have been made before: they lead from one plan to another.
    fn turn(&mut self, changes: &[Change]) -> Option<()> {
        let turned = turn(self.document(), changes).ok()?;
        self.plan = Plan::check(turned.document, &self.catalogue).ok()?;
        Some(())
    }
}
