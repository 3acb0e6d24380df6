//! What stands in the wheel's place while there is none.

use crate::plans::Failure;
use crate::state::Desk;
use crate::words;
use leptos::prelude::*;

/// The plan is on its way.
#[component]
pub(crate) fn Waiting() -> impl IntoView {
    let lang = Desk::here().lang;
    view! {
        <main class="message" aria-busy="true">
            <p role="status">{words::loading(lang)}</p>
        </main>
    }
}

/// The plan cannot be shown: what is wrong, where, and what to do.
#[component]
pub(crate) fn Failed(failure: Failure, again: impl Fn() + 'static) -> impl IntoView {
    let lang = Desk::here().lang;
    let said = match failure {
        Failure::Missing { file, why } => {
            view! { <p>{words::missing(lang)} ": " <code>{file}</code> " (" {why} ")."</p> }
                .into_any()
        }
        Failure::Wrong(problems) => {
            let items = problems.into_iter().map(|problem| {
                let problem = problem.get(lang).to_owned();
                view! { <li>{problem}</li> }
            });
            view! {
                <p>{words::wrong_plan(lang)}</p>
                <ul>{items.collect_view()}</ul>
            }
            .into_any()
        }
    };
    view! {
        <main class="message" role="alert">
            <h2>{words::failed(lang)}</h2>
            {said}
            <p>
                <button type="button" class="button" on:click=move |_| again()>
                    {words::try_again(lang)}
                </button>
            </p>
        </main>
    }
}
