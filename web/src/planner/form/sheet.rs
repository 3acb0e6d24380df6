//! The part that is edited: its values, what they can be, and every change of them.

use super::like::Scope;
use super::words::nothing_there;
use crate::planner::bench::Bench;
use crate::shared::Shared;
use crate::state::Desk;
use leptos::prelude::*;
use planning_wheel::document::{Text, key_of, value_at};
use planning_wheel::form::{Forms, Fresh, Given, spread_to};
use planning_wheel::session::Action;
use planning_wheel::text;
use planning_wheel::time::Lang;
use serde_json::Value;

/// What every field of a form has at hand.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    pub(super) bench: Bench,
    pub(super) desk: Desk,
    pub(super) lang: Lang,
    pub(super) forms: StoredValue<Shared<Forms>>,
    /// Path of the part.
    pub(super) part: StoredValue<String>,
    /// The parts that are changed together with it.
    pub(super) scope: Scope,
}

impl Sheet {
    pub(crate) fn new(bench: Bench, forms: Shared<Forms>, part: &str) -> Self {
        let desk = Desk::here();
        Self {
            bench,
            desk,
            lang: desk.lang,
            forms: StoredValue::new(forms),
            part: StoredValue::new(part.to_owned()),
            scope: Scope::default(),
        }
    }

    pub(super) fn here() -> Self {
        expect_context()
    }

    /// The value at a path, and again after each change.
    pub(super) fn value(self, path: &str) -> Option<Value> {
        self.bench
            .value
            .with(|document| value_at(document, path).cloned())
    }

    /// The value at a path as it is now.
    pub(super) fn now(self, path: &str) -> Option<Value> {
        self.bench
            .value
            .with_untracked(|document| value_at(document, path).cloned())
    }

    /// Something of the value at a path that a view follows.
    pub(super) fn follow<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        path: &str,
        read: fn(Option<&Value>) -> T,
    ) -> Memo<T> {
        let path = path.to_owned();
        let bench = self.bench;
        Memo::new(move |_| bench.value.with(|document| read(value_at(document, &path))))
    }

    /// Asks the plan as it is now.
    pub(crate) fn ask<T>(self, ask: impl FnOnce(Fresh<'_>) -> T) -> T {
        let year = self.desk.view.with_untracked(|view| view.year);
        let forms = self.forms.get_value();
        self.bench.with_untracked(|session| {
            self.bench.value.with_untracked(|document| {
                ask(Fresh {
                    forms: &forms,
                    given: Given {
                        plan: session.plan(),
                        document,
                        catalogue: session.catalogue(),
                        lang: self.lang,
                    },
                    year,
                })
            })
        })
    }

    /// Adds what is made to a list, in one step; the key of the last. Why it cannot be is said.
    pub(crate) fn grow(
        self,
        list: &str,
        make: impl FnOnce(Fresh<'_>) -> Vec<Value>,
    ) -> Option<String> {
        let made = self.ask(make);
        let Some(key) = made.last().and_then(key_of) else {
            self.bench.say_no(nothing_there(self.lang).to_owned());
            return None;
        };
        let added = made.into_iter().map(|value| Action::Add {
            list: list.to_owned(),
            value,
            at: None,
        });
        let mut actions: Vec<Action> = added.collect();
        let last = actions.pop()?;
        let action = if actions.is_empty() {
            last
        } else {
            let title = self.title(&last);
            actions.push(last);
            Action::All { title, actions }
        };
        self.bench.act(&action).then_some(key)
    }

    /// Does an action, in every part that is changed together; the words of a refusal.
    pub(super) fn act(self, action: Action) -> Result<(), String> {
        let part = self.part.get_value();
        let parts = self.scope.parts.get_untracked();
        let action = match parts.len() > 1 {
            true => spread(action, &part, &parts, self),
            false => action,
        };
        self.bench.attempt(&action)
    }

    /// Sets the value at a path. A new part is called by its title, once it has one.
    pub(super) fn set(self, path: &str, value: Value) -> Result<(), String> {
        if self.now(path).as_ref() == Some(&value) {
            return Ok(());
        }
        let part = self.part.get_value();
        let name = path.strip_prefix(&part).unwrap_or_default();
        if name == "/id" && !part.is_empty() {
            return self.rename(&part, value.as_str().unwrap_or_default(), None);
        }
        if matches!(name, "/title" | "/name") && self.ask(|fresh| fresh.has_first_id(&part)) {
            let list = part.rsplit_once('/').map_or("", |(list, _)| list);
            let words = title_of(&value).to_owned();
            let id = self.ask(|fresh| fresh.own_id(&words, list));
            let first = Action::Set {
                path: path.to_owned(),
                value,
            };
            return self.rename(&part, &id, Some(first));
        }
        self.act(Action::Set {
            path: path.to_owned(),
            value,
        })
    }

    /// Gives the part another id, with all that refers to it, in one step with what comes before.
    fn rename(self, part: &str, id: &str, before: Option<Action>) -> Result<(), String> {
        let rename = Action::Rename {
            path: part.to_owned(),
            id: id.to_owned(),
        };
        self.bench.attempt(&match before {
            None => rename,
            Some(first) => Action::All {
                title: self.title(&first),
                actions: vec![first, rename],
            },
        })?;
        if let Some((list, _)) = part.rsplit_once('/') {
            self.bench.place.set(Some(format!("{list}/{id}")));
        }
        Ok(())
    }

    /// Takes the value at a path away, when it is there.
    pub(super) fn remove(self, path: &str) -> Result<(), String> {
        match self.now(path) {
            None => Ok(()),
            Some(_) => self.act(Action::Remove {
                path: path.to_owned(),
            }),
        }
    }

    /// What an action is called, as the name of a step.
    pub(crate) fn title(self, action: &Action) -> Text {
        self.bench.with_untracked(|session| {
            Text::compose(|lang| text::action(action, session.plan(), lang))
        })
    }
}

/// The same action in every part that is changed together.
fn spread(action: Action, part: &str, parts: &[String], sheet: Sheet) -> Action {
    let title = sheet.title(&action);
    let each = |path: &str, make: &dyn Fn(String) -> Action| Action::All {
        title: Text::compose(|lang| super::in_several(title.get(lang), parts.len(), lang)),
        actions: spread_to(path, part, parts).into_iter().map(make).collect(),
    };
    match action {
        Action::Set { path, value } => Action::SetAll {
            paths: spread_to(&path, part, parts),
            value,
        },
        Action::Remove { path } => each(&path, &|path| Action::Remove { path }),
        Action::Add { list, value, at } => each(&list, &|list| Action::Add {
            list,
            value: value.clone(),
            at,
        }),
        Action::Reorder { path, to } => each(&path, &|path| Action::Reorder { path, to }),
        other => other,
    }
}

/// A text in its plan's own language.
fn title_of(value: &Value) -> &str {
    let own = value.as_str().or_else(|| value.get("sv")?.as_str());
    own.unwrap_or_default()
}
