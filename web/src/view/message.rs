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
        <div class="message" aria-busy="true">
            <p role="status">{words::loading(lang)}</p>
        </div>
    }
}

/// No plan is named.
#[component]
pub(crate) fn Empty() -> impl IntoView {
    let lang = Desk::here().lang;
    view! {
        <div class="message">
            <p role="status">{words::no_plan(lang)}</p>
        </div>
    }
}

/// The plan cannot be shown: what is wrong, where, and what to do.
#[component]
pub(crate) fn Failed(failure: Failure) -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let said = match failure {
        Failure::Missing { file, why } => {
            view! { <p>{words::missing(lang)} ": " <code>{file}</code> " (" {why} ")."</p> }
                .into_any()
        }
        Failure::Wrong(faults) => {
            let items = faults.into_iter().map(|fault| {
                let problem = fault.words.get(lang).to_owned();
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
        <div class="message" role="alert">
            <h2>{words::failed(lang)}</h2>
            {said}
            <p>
                <button type="button" class="button" on:click=move |_| desk.try_again()>
                    {words::try_again(lang)}
                </button>
            </p>
        </div>
    }
}
