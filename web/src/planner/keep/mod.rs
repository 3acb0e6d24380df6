//! Plans that are kept: the list of them, how the one on the bench is saved, its versions, and what
//! to do when somebody else has changed it.
//!
//! Keeping itself is `web/planner/keep/`: it tells how it goes ([`Shelf::hear`]) and is asked for
//! what the person wants ([`Shelf::ask`]). Merging is the core's.

mod alarms;
mod choose;
mod clash;
mod line;
mod list;
mod news;
mod shown;
mod versions;
mod words;

use super::bench::Bench;
use super::door::{title, written};
use crate::platform::host::Detail;
use crate::state::Stand;
pub(crate) use choose::Choosing;
use clash::Clash;
use leptos::prelude::*;
pub(crate) use line::Saved;
pub(crate) use list::Plans;
use news::{Answer, Fault, Kept, Saving, Theirs};
use planning_wheel::document::{open, parse, to_value};
use planning_wheel::session::Action;
use serde_json::Value;

/// What is known of the plans that are kept; in the context of every component of the planner.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shelf {
    /// Whether anything is kept at all: an element on a foreign page leaves that to the page.
    keeps: RwSignal<bool>,
    /// Why the browser keeps nothing; empty when it does.
    refused: RwSignal<String>,
    plans: RwSignal<Vec<Kept>>,
    removed: RwSignal<Vec<Kept>>,
    saving: RwSignal<Saving>,
    file: RwSignal<Saving>,
    versions: RwSignal<Vec<Kept>>,
    /// The revision that stood in for damaged ones.
    recovered: RwSignal<Option<u64>>,
    /// Name of the file that was saved last.
    written: RwSignal<String>,
    fault: RwSignal<Option<Fault>>,
    clash: RwSignal<Option<Clash>>,
    /// What the browser says when it is asked never to throw the plans out.
    asked: RwSignal<Option<Answer>>,
    /// Whether what has to be chosen is shown.
    choosing: RwSignal<bool>,
    stand: Stand,
}

impl Shelf {
    pub(crate) fn new(stand: Stand) -> Self {
        Self {
            keeps: RwSignal::default(),
            refused: RwSignal::default(),
            plans: RwSignal::default(),
            removed: RwSignal::default(),
            saving: RwSignal::default(),
            file: RwSignal::default(),
            versions: RwSignal::default(),
            recovered: RwSignal::default(),
            written: RwSignal::default(),
            fault: RwSignal::default(),
            clash: RwSignal::default(),
            asked: RwSignal::default(),
            choosing: RwSignal::default(),
            stand,
        }
    }

    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Asks for something to be done with what is kept.
    fn ask(self, what: &str, detail: Detail) {
        self.fault.set(None);
        self.stand.ask(what, detail);
    }

    fn ask_of(self, what: &str, id: &str) {
        self.ask(what, Detail::default().with("id", id));
    }

    /// Whether plans are kept here, and not by the page around the planner.
    pub(crate) fn is_there(self) -> bool {
        self.keeps.get()
    }

    /// Goes on with a copy of the plan of a newer version, and leaves the plan as it is.
    pub(crate) fn go_on_in_copy(self, bench: Bench) {
        let detail = Detail::default()
            .with("title", words::copy_of(&title(bench), bench.lang()))
            .with("text", written(bench).as_str());
        self.ask("takeOver", detail);
    }

    /// Parts of what is known, each whole.
    pub(crate) fn hear(self, news: &str, bench: Option<Bench>) {
        let Ok(Value::Object(news)) = serde_json::from_str::<Value>(news) else {
            return;
        };
        for (name, value) in &news {
            self.hear_one(name, value, bench);
        }
    }

    fn hear_one(self, name: &str, value: &Value, bench: Option<Bench>) {
        match name {
            "store" => {
                self.keeps.set(true);
                self.refused.set(news::text(value, "reason"));
            }
            "plans" => self.plans.set(Kept::list(value)),
            "removed" => self.removed.set(Kept::list(value)),
            "versions" => self.versions.set(Kept::list(value)),
            "saving" => {
                self.saving.set(Saving::read(value));
                self.met(value, false, bench);
            }
            "file" => {
                self.file.set(Saving::read(value));
                self.met(value, true, bench);
            }
            "recovered" => self
                .recovered
                .set(value.get("from").and_then(Value::as_u64)),
            "written" => self
                .written
                .set(value.as_str().unwrap_or_default().to_owned()),
            "fault" => self.fault.set(Fault::read(value)),
            "persisted" => self.asked.set(Some(Answer::read(value))),
            "version" => self.go_back(value, bench),
            "variants" => {
                if let Some(bench) = bench {
                    bench.simulation.restore(value.as_str().unwrap_or_default());
                }
            }
            _ => {}
        }
    }

    /// Somebody else has changed the plan: what goes together is merged, the rest is asked about.
    fn met(self, saving: &Value, file: bool, bench: Option<Bench>) {
        let in_conflict = saving.get("state").and_then(Value::as_str) == Some("conflict");
        let theirs = saving.get("conflict").map(Theirs::read);
        let (true, Some(theirs), Some(bench)) = (in_conflict, theirs, bench) else {
            if self
                .clash
                .with_untracked(|clash| clash.as_ref().is_some_and(|one| one.file == file))
            {
                self.settled();
            }
            return;
        };
        let mine = bench.base.with_untracked(|plan| plan.document().clone());
        let clash = Clash::of(&mine, theirs, file);
        match clash.agreed() {
            Some(merged) if self.take(bench, &clash, &merged) => {}
            // Each went well alone, and together they are no plan.
            Some(_) => self.choose(clash.whole()),
            None => self.choose(clash),
        }
    }

    fn choose(self, clash: Clash) {
        self.clash.set(Some(clash));
        self.choosing.set(true);
    }

    fn settled(self) {
        self.clash.set(None);
        self.choosing.set(false);
    }

    /// Goes on with a merged document; what it is saved on is what the others saved.
    fn take(self, bench: Bench, clash: &Clash, document: &Value) -> bool {
        let is_new = bench.value.with_untracked(|own| **own != *document);
        let action = Action::Replace {
            title: words::merged(clash.file),
            document: document.clone(),
        };
        if is_new && !bench.act(&action) {
            return false;
        }
        self.settled();
        let detail = Detail::default()
            .with("title", title(bench).as_str())
            .with("text", written(bench).as_str())
            .with("revision", clash.revision())
            .with("note", words::merged(clash.file).get(bench.lang()));
        self.ask(if clash.file { "settleFile" } else { "settle" }, detail);
        true
    }

    /// An older version becomes the newest: a step as any other, to be undone.
    fn go_back(self, version: &Value, bench: Option<Bench>) {
        let Some(bench) = bench else { return };
        let is_newer = bench
            .base
            .with_untracked(|plan| plan.document().newer.is_some());
        let read = if is_newer { open } else { parse };
        if let Ok(read) = read(news::text(version, "text").as_bytes()) {
            bench.act(&Action::Replace {
                title: words::back_to(news::number(version, "revision")),
                document: to_value(&read.document),
            });
        }
    }
}
