//! The plan that is worked on, and everything that can be done to it.

use super::papers::Asked;
use super::simulate::Simulation;
use super::take::Wanted;
use super::words;
use crate::shared::Shared;
use crate::state::{self, Stand};
use chrono::NaiveDate;
use leptos::prelude::*;
use planning_wheel::document::to_value;
use planning_wheel::form::Forms;
use planning_wheel::plan::Plan;
use planning_wheel::session::{Action, Refusal, Session, Stride, View, near_day};
use planning_wheel::text;
use planning_wheel::time::Lang;
use serde_json::Value;

/// What became of the last thing that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Done(String),
    Refused(String),
}

/// The action that is being tried, and the plan that it would give.
#[derive(Clone, Debug)]
struct Trial {
    action: Action,
    plan: Shared<Plan>,
}

/// What is done with the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// Its year is made.
    #[default]
    Plan,
    /// Variants of it are compared over a mandate period.
    Simulate,
    /// Papers are made of it.
    Papers,
}

/// A plan on the work bench; every component of the planner has it in its context.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bench {
    session: RwSignal<Session>,
    trial: RwSignal<Option<Trial>>,
    /// Counts the plans that have been kept: what is saved follows it.
    pub(crate) kept: RwSignal<u64>,
    /// The plan as it is kept.
    pub(crate) base: Memo<Shared<Plan>>,
    /// A newer version has saved it, and nobody has said that it is to be changed all the same.
    pub(crate) read_only: Memo<bool>,
    /// The plan that is shown: the one that is being tried, or else the one that is kept.
    pub(crate) plan: Memo<Shared<Plan>>,
    /// The document of the plan that is kept.
    pub(crate) value: Memo<Shared<Value>>,
    /// Path of the part of the document that is edited.
    pub(crate) place: RwSignal<Option<String>>,
    /// True until focus has gone to the part that somebody went to.
    pub(crate) goes_there: RwSignal<bool>,
    /// What can be filled in, once it has come.
    pub(crate) forms: RwSignal<Option<Shared<Forms>>>,
    pub(crate) said: RwSignal<Option<Said>>,
    /// Where somebody is on the way to a published wheel.
    pub(crate) guide: RwSignal<Option<usize>>,
    pub(crate) tab: RwSignal<Tab>,
    /// Variants of the plan; they are no part of its steps.
    pub(crate) simulation: Simulation,
    /// What is taken along.
    pub(crate) wanted: RwSignal<Wanted>,
    /// Whether the last change made something that is to be kept for ever.
    pub(crate) milestone: StoredValue<bool>,
    /// Which paper is shown.
    pub(crate) asked: RwSignal<Asked>,
    stand: Stand,
}

impl Bench {
    pub(crate) fn new(
        session: Session,
        stand: Stand,
        forms: RwSignal<Option<Shared<Forms>>>,
    ) -> Self {
        let session = RwSignal::new(session);
        let trial = RwSignal::new(None::<Trial>);
        let base = Memo::new(move |_| Shared::new(session.with(|own| own.plan().clone())));
        let plan = Memo::new(move |_| {
            let tried = trial.with(|trial| trial.as_ref().map(|trial| trial.plan.clone()));
            tried.unwrap_or_else(|| base.get())
        });
        let read_only = Memo::new(move |_| session.with(Session::is_read_only));
        let value = Memo::new(move |_| base.with(|plan| Shared::new(to_value(plan.document()))));
        Self {
            session,
            trial,
            kept: RwSignal::new(0),
            base,
            read_only,
            plan,
            value,
            place: RwSignal::default(),
            goes_there: RwSignal::new(false),
            forms,
            said: RwSignal::default(),
            guide: RwSignal::default(),
            tab: RwSignal::default(),
            simulation: Simulation::new(),
            wanted: RwSignal::default(),
            milestone: StoredValue::new(false),
            asked: RwSignal::default(),
            stand,
        }
    }

    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Reads the session, and again after each change.
    pub(crate) fn with<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.session.with(read)
    }

    /// Reads the session as it is.
    pub(crate) fn with_untracked<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.session.with_untracked(read)
    }

    /// Goes to a part of the plan: its form is shown, and gets the focus.
    pub(crate) fn go_to(self, path: &str) {
        self.stand.dispatch(state::Action::Clear);
        self.goes_there.set(true);
        self.place.set(Some(path.to_owned()));
    }

    /// Does an action and keeps it. A refusal is said, and changes nothing.
    pub(crate) fn act(self, action: &Action) -> bool {
        match self.attempt(action) {
            Ok(()) => true,
            Err(words) => {
                self.say_no(words);
                false
            }
        }
    }

    /// Says that something cannot be done, and why.
    pub(crate) fn say_no(self, words: String) {
        self.said.set(Some(Said::Refused(words)));
    }

    /// Does an action and keeps it.
    ///
    /// # Errors
    /// Why it cannot be done, in words: they are said where it was asked for.
    pub(crate) fn attempt(self, action: &Action) -> Result<(), String> {
        self.drop_trial();
        let today = self.stand.today.get_untracked();
        let view = self.view();
        let done = self.session.try_update_untracked(|session| {
            session.look(view);
            match session.apply(action, today) {
                Ok(step) => Ok(step.title().clone()),
                Err(refusal) => Err(refusal),
            }
        });
        let lang = self.lang();
        match done {
            Some(Ok(title)) => {
                // A published year can be gone back to for as long as the plan is kept.
                let milestone = matches!(action, Action::Publish { .. });
                self.changed(title.get(lang).to_owned(), milestone);
                Ok(())
            }
            Some(Err(refusal)) => Err(self
                .base
                .with_untracked(|plan| text::refusal(&refusal, plan, lang))),
            None => Ok(()),
        }
    }

    /// Lets a plan of a newer version be changed all the same: no step, and nothing is saved yet.
    pub(crate) fn take_over(self) {
        self.session.update(Session::take_over);
    }

    /// Shows what an action would give, or no longer; nothing is kept.
    pub(crate) fn try_out(self, action: &Action) {
        let is_shown =
            |trial: &Option<Trial>| trial.as_ref().is_some_and(|own| own.action == *action);
        if self.trial.with_untracked(is_shown) {
            return;
        }
        let today = self.stand.today.get_untracked();
        let preview = self
            .session
            .with_untracked(|session| session.preview(action, today));
        match preview {
            Ok(preview) => {
                let (plan, action) = (Shared::new(preview.plan), action.clone());
                self.trial.set(Some(Trial { action, plan }));
            }
            Err(refusal) => {
                self.drop_trial();
                self.refuse(&refusal);
            }
        }
    }

    /// The next day, or the same weekday of the next week, on which a meeting can be held.
    pub(crate) fn near(
        self,
        id: &str,
        from: NaiveDate,
        stride: Stride,
        back: bool,
    ) -> Option<NaiveDate> {
        let found = self
            .base
            .with_untracked(|plan| near_day(plan, id, from, stride, back));
        found.map_err(|refusal| self.refuse(&refusal)).ok()
    }

    /// Says why something cannot be done.
    fn refuse(self, refusal: &Refusal) {
        let lang = self.lang();
        let words = self
            .base
            .with_untracked(|plan| text::refusal(refusal, plan, lang));
        self.said.set(Some(Said::Refused(words)));
    }

    /// True while something is being tried.
    pub(crate) fn tries(self) -> bool {
        self.trial.with(Option::is_some)
    }

    /// Keeps what is being tried; false when nothing is, or it is refused.
    pub(crate) fn keep_trial(self) -> bool {
        let trial = self.trial.get_untracked();
        trial.is_some_and(|trial| self.act(&trial.action))
    }

    /// Forgets what is being tried.
    pub(crate) fn drop_trial(self) {
        if self.trial.with_untracked(Option::is_some) {
            self.trial.set(None);
        }
    }

    pub(crate) fn undo(self) {
        self.turn(Session::undo, words::undone);
    }

    pub(crate) fn redo(self) {
        self.turn(Session::redo, words::redone);
    }

    /// Goes back or forth until so many steps are done.
    pub(crate) fn go_to_step(self, steps: usize) {
        let mut named = None;
        self.session.update_untracked(|session| {
            session.go_to(steps);
            named = session.next_undo().map(|step| step.title().clone());
        });
        let lang = self.lang();
        let words = named.map_or_else(
            || words::at_start(lang).to_owned(),
            |title| words::at_step(title.get(lang), lang),
        );
        self.show_session_view();
        self.changed(words, false);
    }

    fn turn(
        self,
        with: impl Fn(&mut Session) -> Option<&planning_wheel::session::Step>,
        said: fn(&str, Lang) -> String,
    ) {
        self.drop_trial();
        let title = self
            .session
            .try_update_untracked(|session| with(session).map(|step| step.title().clone()))
            .flatten();
        if let Some(title) = title {
            self.show_session_view();
            let lang = self.lang();
            self.changed(said(title.get(lang), lang), false);
        }
    }

    /// Looks where the step was made.
    fn show_session_view(self) {
        let view = self
            .session
            .with_untracked(|session| session.view().clone());
        if let Some(year) = view.year {
            self.stand.dispatch(state::Action::Year(year));
        }
        self.stand.dispatch(match view.entry {
            Some(entry) => state::Action::Choose(entry),
            None => state::Action::Clear,
        });
        // The form that is there already stays, with the focus in it.
        if view.place.is_some() && self.place.with_untracked(|place| *place != view.place) {
            self.place.set(view.place);
        }
    }

    fn view(self) -> View {
        let (year, entry) = self
            .stand
            .view
            .with_untracked(|view| (view.year, view.chosen.clone()));
        View {
            year: Some(year),
            entry,
            place: self.place.get_untracked(),
        }
    }

    fn changed(self, words: String, milestone: bool) {
        self.milestone.set_value(milestone);
        self.said.set(Some(Said::Done(words)));
        self.session.notify();
        self.kept.update(|times| *times += 1);
        let turns = self
            .base
            .with_untracked(|plan| crate::turns::Turns::of(plan));
        if self.stand.view.with_untracked(|view| view.turns != turns) {
            self.stand.dispatch(state::Action::Turns(turns));
        }
    }

    pub(crate) fn lang(self) -> Lang {
        self.stand.lang.get_untracked()
    }

    /// What is looked at.
    pub(crate) fn stand(self) -> Stand {
        self.stand
    }
}
