//! Every step since the plan was opened: one press goes back to any of them.

use super::bench::Bench;
use super::words;
use crate::state::Desk;
use leptos::prelude::*;

/// The steps, folded together under their number.
#[component]
pub(crate) fn History() -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let steps = Memo::new(move |_| {
        bench.with(|session| {
            let titles = session
                .steps()
                .iter()
                .map(|step| step.title().get(lang).to_owned());
            (titles.collect::<Vec<_>>(), session.done().len())
        })
    });
    let line = move |at: usize, title: String, done: usize| {
        let here = (at == done).then_some("step");
        let class = if at > done { "undone" } else { "" };
        view! {
            <li class=class>
                <button type="button" class="link" aria-current=here on:click=move |_| bench.go_to_step(at)>{title}</button>
            </li>
        }
    };
    move || {
        let (titles, done) = steps.get();
        (!titles.is_empty()).then(|| {
            let count = titles.len();
            let opened = std::iter::once(words::opened(lang).to_owned());
            // The latest first: that is where one looks.
            let lines: Vec<_> = opened.chain(titles).enumerate().collect();
            let lines = lines
                .into_iter()
                .rev()
                .map(|(at, title)| line(at, title, done));
            view! {
                <details class="card" name="card">
                    <summary>{words::history(lang)} <b class="count">{count}</b></summary>
                    <div class="inside" tabindex="0" role="group" aria-label=words::history(lang)>
                        <ol class="history">{lines.collect_view()}</ol>
                    </div>
                </details>
            }
        })
    }
}
