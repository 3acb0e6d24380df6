//! The planner on a page, held by its custom element.

use super::app;
use super::bench::{Bench, Said};
use super::keep::Shelf;
use super::{newer, papers};
use crate::element::language;
use crate::model::take::Taken;
use crate::plans::{self, Failure};
use crate::platform::clock;
use crate::platform::host::{Detail, Host};
use crate::shared::Shared;
use crate::signals::Signal;
use crate::state::{Action, Stand, View};
use crate::taking::Taking;
use crate::turns::Turns;
use chrono::Datelike;
use leptos::prelude::*;
use planning_wheel::document::{self, PlanDocument};
use planning_wheel::form::Forms;
use planning_wheel::session::{Refusal, Session};
use std::any::Any;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What stands on the bench.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant)] // A page has one.
pub(crate) enum Open {
    /// A plan is on its way.
    Waiting,
    /// None: the list of those that are kept.
    Shelf,
    /// It is there.
    Ready(Bench),
    /// It is not, and why.
    Failed(Failure),
}

/// A planner in its element; `free` takes it away.
#[wasm_bindgen]
pub struct Planner {
    stand: Stand,
    shelf: Shelf,
    open: RwSignal<Open>,
    forms: RwSignal<Option<Shared<Forms>>>,
    /// Dropped first: takes the view out of the page and stops what it listened to.
    _mounted: Box<dyn Any>,
    owner: Owner,
}

#[wasm_bindgen]
impl Planner {
    /// Draws a planner into the host's frame, in a language (`sv`, `en`).
    #[wasm_bindgen(constructor)]
    pub fn new(host: Host, lang: &str) -> Self {
        let owner = Owner::new();
        let (stand, shelf, open, forms, mounted) = owner.with(|| {
            let today = clock::today();
            let root = host.root();
            let stand = Stand {
                // In autumn next year's wheel is made, and that is what somebody comes here for.
                view: Signal::new(View::new(today.year() + i32::from(today.month() > 6))),
                lang: Signal::new(language(lang)),
                today: Signal::new(today),
                taking: Signal::new(Taking::default()),
                host: StoredValue::new_local(host),
            };
            let open = RwSignal::new(Open::Waiting);
            let shelf = Shelf::new(stand);
            let mounted = mount_to(root, move || app::app(stand, shelf, open));
            (stand, shelf, open, RwSignal::default(), Box::new(mounted))
        });
        Self {
            stand,
            shelf,
            open,
            forms,
            _mounted: mounted,
            owner,
        }
    }

    /// Another plan is on its way.
    pub fn wait(&self) {
        self.open.set(Open::Waiting);
        self.stand.dispatch(Action::Leave);
    }

    /// Learns what can be filled in, from the schema of plans; false when it is none.
    pub fn learn(&self, schema: &[u8]) -> bool {
        let schema = serde_json::from_slice(schema).ok();
        let forms = schema.and_then(|schema| Forms::read(&schema));
        let is_known = forms.is_some();
        self.forms.set(forms.map(Shared::new));
        is_known
    }

    /// Begins to work on a plan, read from its file and that of the duties that it may name;
    /// false when it is no plan.
    pub fn open(&self, plan: &[u8], catalogue: Option<Vec<u8>>) -> bool {
        match read(plan, catalogue.as_deref()) {
            Ok(session) => self.owner.with(|| self.ready(session)),
            Err(failure) => {
                self.open.set(Open::Failed(failure));
                return false;
            }
        }
        true
    }

    /// Shows the plans that are kept instead of one of them.
    pub fn list(&self) {
        let was_working = self
            .open
            .with_untracked(|open| matches!(open, Open::Ready(_)));
        self.open.set(Open::Shelf);
        if was_working {
            self.focus("shelf-name");
        }
    }

    /// What has become of the plans that are kept, as JSON.
    pub fn kept(&self, news: &str) {
        let bench = match self.open.get_untracked() {
            Open::Ready(bench) => Some(bench),
            Open::Waiting | Open::Shelf | Open::Failed(_) => None,
        };
        self.shelf.hear(news, bench);
    }

    /// A plan's text with another title; as it is when it is no plan.
    #[must_use]
    pub fn renamed(plan: &str, title: &str) -> String {
        rewritten(plan, |document| document.title = title.into())
    }

    /// A plan's text as that of another plan, with another title and an id that ends with a mark:
    /// calendars know its entries by it.
    #[must_use]
    pub fn copied(plan: &str, title: &str, mark: &str) -> String {
        rewritten(plan, |document| {
            document.title = title.into();
            document.id = format!("{}-{mark}", document.id);
        })
    }

    /// Shows the way from a new plan to a published wheel.
    pub fn guide(&self) {
        if let Open::Ready(bench) = self.open.get_untracked() {
            bench.guide.set(Some(0));
        }
    }

    /// A file did not come.
    pub fn fail(&self, file: String, why: String) {
        self.open.set(Open::Failed(Failure::Missing { file, why }));
    }

    /// The document as it is kept, as its file is written; nothing before a plan has come.
    pub fn document(&self) -> Option<String> {
        match self.open.get_untracked() {
            Open::Ready(bench) => Some(written(bench)),
            Open::Waiting | Open::Shelf | Open::Failed(_) => None,
        }
    }

    /// The same in the format of this version: what only a newer one knows is left out.
    pub fn known(&self) -> Option<String> {
        match self.open.get_untracked() {
            Open::Ready(bench) => Some(newer::known(bench)),
            Open::Waiting | Open::Shelf | Open::Failed(_) => None,
        }
    }

    /// Whether a newer version has saved the plan: then nothing of it may be saved here.
    pub fn read_only(&self) -> bool {
        match self.open.get_untracked() {
            Open::Ready(bench) => bench.read_only.get_untracked(),
            Open::Waiting | Open::Shelf | Open::Failed(_) => false,
        }
    }

    /// Lets such a plan be changed all the same.
    pub fn take_over(&self) {
        if let Open::Ready(bench) = self.open.get_untracked() {
            bench.take_over();
        }
    }

    /// Name of the plan that is worked on.
    pub fn title(&self) -> Option<String> {
        match self.open.get_untracked() {
            Open::Ready(bench) => Some(title(bench)),
            Open::Waiting | Open::Shelf | Open::Failed(_) => None,
        }
    }

    /// What is taken along, for the core's module to make a file of; nothing before a plan has come.
    pub fn asked(&self) -> JsValue {
        let asked = self.taken(|taken| taken.asked().into());
        asked.unwrap_or(JsValue::UNDEFINED)
    }

    /// The same as a file, made here: `ics`, `csv` or `svg`.
    ///
    /// What is published leaves this out, and has the core's module write files by need.
    pub fn file(&self, kind: &str) -> Option<String> {
        self.taken(|taken| taken.write(kind, false, clock::seconds()))?
    }

    /// The paper that is shown: its `name`, and itself as a `page`, as a `piece` of HTML to paste
    /// and as `text`; nothing when none is.
    pub fn paper(&self) -> JsValue {
        let Open::Ready(bench) = self.open.get_untracked() else {
            return JsValue::UNDEFINED;
        };
        papers::handed(bench).map_or(JsValue::UNDEFINED, JsValue::from)
    }

    /// How far a file or a copy has come, and a text about it.
    pub fn taking(&self, state: &str, text: Option<String>) {
        let text = text.unwrap_or_default();
        self.stand.taking.set(Taking::read(state, text));
    }

    fn taken<T>(&self, with: impl FnOnce(&Taken<'_>) -> T) -> Option<T> {
        let Open::Ready(bench) = self.open.get_untracked() else {
            return None;
        };
        let (plan, wanted) = (bench.base.get_untracked(), bench.wanted.get_untracked());
        let (today, lang) = (
            self.stand.today.get_untracked(),
            self.stand.lang.get_untracked(),
        );
        let view = (self.stand.view).with_untracked(|view| wanted.view(view, &plan));
        Some(with(&Taken::new(plan, &view, today, lang)))
    }

    /// Goes on in another language.
    pub fn speak(&self, lang: &str) {
        let lang = language(lang);
        if self.stand.lang.get_untracked() != lang {
            self.stand.lang.set(lang);
        }
    }

    /// A new day may have begun.
    pub fn turn(&self) {
        let today = clock::today();
        if self.stand.today.get_untracked() != today {
            self.stand.today.set(today);
        }
    }

    fn ready(&self, session: Session) {
        let stand = self.stand;
        stand.dispatch(Action::Turns(Turns::of(session.plan())));
        let bench = Bench::new(session, stand, self.forms);
        Effect::new(move |before: Option<()>| {
            bench.kept.track();
            if before.is_some() {
                tell(bench);
            }
        });
        Effect::new(move |before: Option<()>| {
            let variants = bench.simulation.written();
            if before.is_some() {
                stand.ask(
                    "variants",
                    Detail::default().with("text", variants.as_str()),
                );
            }
        });
        let was_choosing = self.open.with_untracked(|open| matches!(open, Open::Shelf));
        self.open.set(Open::Ready(bench));
        if was_choosing {
            self.focus("plan-name");
        }
    }

    /// Whoever came by a press goes on from there: what they pressed is gone.
    fn focus(&self, id: &'static str) {
        let stand = self.stand;
        request_animation_frame(move || stand.focus(id));
    }
}

/// Tells the page that the plan has changed: it keeps the text.
fn tell(bench: Bench) {
    let id = bench.base.with_untracked(|plan| plan.document().id.clone());
    let note = match bench.said.get_untracked() {
        Some(Said::Done(words)) => words,
        Some(Said::Refused(_)) | None => String::new(),
    };
    let detail = Detail::default()
        .with("id", id.as_str())
        .with("title", title(bench).as_str())
        .with("text", written(bench).as_str())
        .with("note", note.as_str())
        .with("milestone", bench.milestone.get_value());
    bench.stand().tell("plan-changed", detail);
}

pub(super) fn title(bench: Bench) -> String {
    let lang = bench.lang();
    bench
        .base
        .with_untracked(|plan| plan.document().title.get(lang).to_owned())
}

pub(super) fn written(bench: Bench) -> String {
    bench
        .base
        .with_untracked(|plan| document::write(plan.document()))
}

/// A plan's text with something changed; as it is when it is no plan.
fn rewritten(plan: &str, change: impl FnOnce(&mut PlanDocument)) -> String {
    match document::open(plan.as_bytes()) {
        Ok(mut parsed) => {
            change(&mut parsed.document);
            document::write(&parsed.document)
        }
        Err(_) => plan.to_owned(),
    }
}

fn read(plan: &[u8], catalogue: Option<&[u8]>) -> Result<Session, Failure> {
    let catalogue = plans::read_catalogue(catalogue)?;
    let parsed = document::open(plan).map_err(|wrong| plans::listed(&wrong))?;
    let positions = parsed.positions;
    Session::open(parsed.document, catalogue).map_err(|refusal| match refusal {
        Refusal::Problems(wrong) => plans::listed(&wrong.locate(&positions)),
        // A document is opened whole or has problems.
        _ => Failure::Wrong(Vec::new()),
    })
}
