//! One wheel on a page, held by its custom element.

use crate::address::Address;
use crate::app::{self, Load};
use crate::model::take::Taken;
use crate::plans::{self, Failure};
use crate::platform::clock;
use crate::platform::host::{Detail, Host};
use crate::platform::window;
use crate::shared::Shared;
use crate::signals::Signal;
use crate::state::{Action, Stand, View};
use crate::taking::Taking;
use crate::turns::Turns;
use any_spawner::Executor;
use chrono::Datelike;
use leptos::prelude::{Owner, StoredValue};
use planning_wheel::time::Lang;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// Calls back when the wasm has crashed: then no wheel on the page can be trusted.
#[wasm_bindgen]
pub fn on_crash(page: js_sys::Function) {
    window::report_panics(page);
}

/// A wheel in its element; `free` takes it away.
#[wasm_bindgen]
pub struct Instance {
    stand: Stand,
    load: Signal<Load>,
    frame: Element,
    owner: Owner,
}

#[wasm_bindgen]
impl Instance {
    /// Draws a wheel into the host's frame, in a language (`sv`, `en`), as an address says.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Host, lang: &str, address: &str) -> Self {
        // Already there is as good as there now.
        let _ = Executor::init_wasm_bindgen();
        let frame = Element::from(host.root());
        let owner = Owner::new();
        let (stand, load) = owner.with(|| {
            let mut view = View::new(clock::today().year());
            view.apply(Action::Go(Address::read(address)));
            let stand = Stand {
                view: Signal::new(view),
                lang: Signal::new(language(lang)),
                today: Signal::new(clock::today()),
                taking: Signal::new(Taking::default()),
                host: StoredValue::new_local(host),
            };
            let load = Signal::new(Load::Waiting);
            app::app(frame.clone(), stand, load);
            (stand, load)
        });
        Self {
            stand,
            load,
            frame,
            owner,
        }
    }

    /// Another plan is on its way.
    pub fn wait(&self) {
        self.load.set(Load::Waiting);
        self.stand.dispatch(Action::Leave);
    }

    /// Shows a plan, read from its file and that of the duties that it names.
    pub fn show(&self, plan: &[u8], catalogue: Option<Vec<u8>>) {
        match plans::read(plan, catalogue.as_deref()) {
            Ok(plan) => {
                let document = plan.document();
                let (first, last) = (document.first_year, document.last_year);
                self.stand.dispatch(Action::Turns(Turns::of(&plan)));
                let detail = Detail::default()
                    .with("id", document.id.as_str())
                    .with("title", document.title.get(self.stand.lang.get_untracked()))
                    .with("firstYear", first)
                    .with("lastYear", last)
                    .list("bodies", plan.bodies().iter().map(|body| body.id()));
                self.load.set(Load::Ready(Shared::new(plan)));
                self.stand.tell("plan-loaded", detail);
            }
            Err(failure) => self.failed(failure),
        }
    }

    /// A file did not come.
    pub fn fail(&self, file: String, why: String) {
        self.failed(Failure::Missing { file, why });
    }

    /// There is no plan to show.
    pub fn empty(&self) {
        self.load.set(Load::Empty);
    }

    /// Changes what an address names.
    pub fn go(&self, address: &str) {
        self.stand.dispatch(Action::Go(Address::read(address)));
    }

    /// What is shown, as an address.
    pub fn address(&self) -> String {
        self.stand.view.with_untracked(Address::of)
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

    /// What is looked at, for the core's module to make a file of; nothing before a plan has come.
    pub fn asked(&self) -> JsValue {
        let asked = self.taken(|taken| taken.asked().into());
        asked.unwrap_or(JsValue::UNDEFINED)
    }

    /// The same as a file, made here: `ics`, `csv` or `svg`, of everything or of what is shown.
    ///
    /// What is published leaves this out, and has the core's module write files by need.
    pub fn file(&self, kind: &str, all: bool) -> Option<String> {
        self.taken(|taken| taken.write(kind, all, clock::seconds()))?
    }

    /// How far a file or a copy has come, and a text about it.
    pub fn taking(&self, state: &str, text: Option<String>) {
        let text = text.unwrap_or_default();
        self.stand.taking.set(Taking::read(state, text));
    }

    fn taken<T>(&self, with: impl FnOnce(&Taken<'_>) -> T) -> Option<T> {
        let Load::Ready(plan) = self.load.get_untracked() else {
            return None;
        };
        let (today, lang) = (
            self.stand.today.get_untracked(),
            self.stand.lang.get_untracked(),
        );
        self.stand
            .view
            .with_untracked(|view| Some(with(&Taken::new(plan, view, today, lang))))
    }

    fn failed(&self, failure: Failure) {
        let lang = self.stand.lang.get_untracked();
        let detail = match &failure {
            Failure::Missing { file, why } => Detail::default()
                .with("reason", "missing")
                .with("file", file.as_str())
                .with("message", why.as_str()),
            Failure::Wrong(faults) => {
                let fault = |fault: &plans::Fault| {
                    Detail::default()
                        .with("line", fault.line)
                        .with("message", fault.words.get(lang))
                };
                let first = faults.first().map(|fault| fault.words.get(lang));
                Detail::default()
                    .with("reason", "wrong")
                    .with("message", first)
                    .list("problems", faults.iter().map(fault))
            }
        };
        self.load.set(Load::Failed(failure));
        self.stand.tell("plan-failed", detail);
    }
}

impl Drop for Instance {
    /// Stops what was listened to, and takes the view out of the page.
    fn drop(&mut self) {
        self.owner.cleanup();
        self.frame.set_text_content(None);
    }
}

/// Swedish, unless the tag is an English one.
pub(crate) fn language(tag: &str) -> Lang {
    let is_english = tag
        .get(..2)
        .is_some_and(|tag| tag.eq_ignore_ascii_case("en"));
    if is_english { Lang::En } else { Lang::Sv }
}
