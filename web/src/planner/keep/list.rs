//! "My plans": what is kept, what was taken away, and every way to begin.

use super::Shelf;
use super::news::{Answer, Kept};
use super::{alarms, words};
use crate::platform::host::Detail;
use crate::state::Desk;
use leptos::prelude::*;
use planning_wheel::document::{PlanDocument, write};

/// Plans that come with the page: their file's name and their title.
const AGREEMENTS: [(&str, &str, &str); 4] = [
    (
        "sskl-kalmar",
        "Socialtjänst i samverkan Kalmar län",
        "Social services in collaboration, Kalmar county",
    ),
    (
        "sso-ostergotland",
        "Strategisk samverkan öster, Östergötland",
        "Strategic Collaboration East, Östergötland",
    ),
    (
        "samverkan-blekinge",
        "Samverkan Blekinge",
        "Collaboration Blekinge",
    ),
    (
        "social-reko-vasternorrland",
        "Samverkan Social ReKo, Västernorrland",
        "Social ReKo collaboration, Västernorrland",
    ),
];

/// The list of plans.
#[component]
pub(crate) fn Plans() -> impl IntoView {
    let shelf = Shelf::here();
    let lang = Desk::here().lang;
    // What was taken away a moment ago, to be brought back by one press.
    let gone = RwSignal::new(None::<Kept>);
    let alarms = move || {
        let memory = shelf.refused.with(|reason| alarms::refused(reason, lang));
        let fault = shelf.fault.with(|fault| {
            fault
                .as_ref()
                .map(|fault| alarms::fault(&fault.what, &fault.code, lang))
        });
        [memory, fault]
            .into_iter()
            .flatten()
            .map(|words| view! { <p>{words}</p> })
            .collect_view()
    };
    let back = move || {
        gone.get().map(|kept| {
            let id = kept.id.clone();
            let restore = move |_| {
                shelf.ask_of("restore", &id);
                gone.set(None);
            };
            view! {
                <span>{words::is_gone(&kept.title, lang)}</span>
                <button type="button" class="button" on:click=restore>{words::undo(lang)}</button>
            }
        })
    };
    view! {
        <div class="top" part="header">
            <slot name=move || "title"></slot>
            <slot name=move || "tools"></slot>
        </div>
        <div class="shelf">
            <h1 id="shelf-name" tabindex="-1">{words::my_plans(lang)}</h1>
            <div class="alarms" role="alert">{alarms}</div>
            <p class="said" role="status">{back}</p>
            <For each=move || shelf.plans.get() key=|kept| (kept.id.clone(), kept.revision, kept.title.clone()) let:kept>
                <Row kept=kept gone=gone />
            </For>
            {move || shelf.plans.with(Vec::is_empty).then(|| view! { <p>{words::none_yet(lang)}</p> })}
            <Beginnings />
            <Removed />
            <Staying />
        </div>
    }
}

/// One plan and what can be done with it.
#[component]
fn Row(kept: Kept, gone: RwSignal<Option<Kept>>) -> impl IntoView {
    let shelf = Shelf::here();
    let lang = Desk::here().lang;
    let renaming = RwSignal::new(false);
    let (id, title) = (kept.id.clone(), kept.title.clone());
    let open = {
        let id = id.clone();
        move |_| shelf.ask_of("open", &id)
    };
    let copy = {
        let detail = (id.clone(), words::copy_of(&title, lang));
        move |_| {
            let (id, title) = &detail;
            shelf.ask(
                "copy",
                Detail::default()
                    .with("id", id.as_str())
                    .with("title", title.as_str()),
            );
        }
    };
    let remove = {
        let kept = kept.clone();
        move |_| {
            shelf.ask_of("remove", &kept.id);
            gone.set(Some(kept.clone()));
        }
    };
    let named = move |word: &str| format!("{word}: {title}");
    let [rename_name, copy_name, remove_name] =
        [words::rename(lang), words::copy(lang), words::remove(lang)].map(named);
    let fields = {
        let kept = kept.clone();
        move || {
            renaming
                .get()
                .then(|| view! { <Rename kept=kept.clone() renaming=renaming /> })
        }
    };
    view! {
        <section class="kept">
            <h2><button type="button" class="link" on:click=open>{kept.title.clone()}</button></h2>
            <p class="when">{words::saved_at(&kept, lang)}</p>
            <div class="steps">
                <button type="button" class="button" aria-label=rename_name aria-expanded=move || renaming.get().to_string()
                    on:click=move |_| renaming.update(|is| *is = !*is)>{words::rename(lang)}</button>
                <button type="button" class="button" aria-label=copy_name on:click=copy>{words::copy(lang)}</button>
                <button type="button" class="button" aria-label=remove_name on:click=remove>{words::remove(lang)}</button>
            </div>
            {fields}
        </section>
    }
}

#[component]
fn Rename(kept: Kept, renaming: RwSignal<bool>) -> impl IntoView {
    let shelf = Shelf::here();
    let lang = Desk::here().lang;
    let title = RwSignal::new(kept.title.clone());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let title = title.get_untracked().trim().to_owned();
        if !title.is_empty() {
            shelf.ask(
                "rename",
                Detail::default()
                    .with("id", kept.id.as_str())
                    .with("title", title.as_str()),
            );
            renaming.set(false);
        }
    };
    view! {
        <form class="naming" on:submit=save>
            <label class="field">
                <span>{words::name(lang)}</span>
                <input type="text" required prop:value=move || title.get() on:input=move |event| title.set(event_target_value(&event)) />
            </label>
            <button type="submit" class="button first">{words::rename(lang)}</button>
        </form>
    }
}

/// Every way to begin.
#[component]
fn Beginnings() -> impl IntoView {
    let shelf = Shelf::here();
    let lang = Desk::here().lang;
    let title = RwSignal::new(String::new());
    let blank = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let title = title.get_untracked().trim().to_owned();
        if !title.is_empty() {
            let text = write(&PlanDocument::blank(&id_of(&title), &title));
            shelf.ask("blank", Detail::default().with("text", text.as_str()));
        }
    };
    let agreements = AGREEMENTS.map(|(name, sv, en)| {
        let begin = move |_| shelf.ask("agreement", Detail::default().with("name", name));
        view! { <li><button type="button" class="link" on:click=begin>{lang.pick(sv, en)}</button></li> }
    });
    view! {
        <section class="beginning">
            <h2>{words::new_plan(lang)}</h2>
            <h3>{words::from_agreement(lang)}</h3>
            <ul>{agreements.collect_view()}</ul>
            <h3>{words::from_nothing(lang)}</h3>
            <form class="naming" on:submit=blank>
                <label class="field">
                    <span>{words::name(lang)}</span>
                    <input type="text" required prop:value=move || title.get() on:input=move |event| title.set(event_target_value(&event)) />
                </label>
                <button type="submit" class="button">{words::begin(lang)}</button>
            </form>
            <h3>{words::from_file(lang)}</h3>
            <p><button type="button" class="button" on:click=move |_| shelf.ask("file", Detail::default())>{words::open_file(lang)}</button></p>
        </section>
    }
}

/// Where the plans are, and whether the browser promises to keep them.
#[component]
fn Staying() -> impl IntoView {
    let shelf = Shelf::here();
    let lang = Desk::here().lang;
    let ask = move |_| {
        shelf.asked.set(Some(Answer::Waiting));
        shelf.ask("persist", Detail::default());
    };
    let keeps = move || shelf.refused.with(String::is_empty);
    let said = move || shelf.asked.get().map(|answer| words::answer(answer, lang));
    move || {
        keeps().then(|| view! {
            <section class="staying">
                <h2>{words::staying(lang)}</h2>
                <p>{words::staying_said(lang)}</p>
                <p class="steps">
                    <button type="button" class="button" on:click=ask>{words::stay(lang)}</button>
                    <span role="status">{said}</span>
                </p>
            </section>
        })
    }
}

/// What was taken away and is still kept.
#[component]
fn Removed() -> impl IntoView {
    let shelf = Shelf::here();
    let lang = Desk::here().lang;
    let row = move |kept: Kept| {
        let (restored, forgotten) = (kept.id.clone(), kept.id.clone());
        let sure = RwSignal::new(false);
        let forget = move |_| match sure.get_untracked() {
            true => shelf.ask_of("forget", &forgotten),
            false => sure.set(true),
        };
        let word = move || match sure.get() {
            true => words::forget_surely(lang),
            false => words::forget(lang),
        };
        view! {
            <li class="version">
                <span>{kept.title.clone()}</span>
                <button type="button" class="button" on:click=move |_| shelf.ask_of("restore", &restored)>{words::restore(lang)}</button>
                <button type="button" class="button" on:click=forget>{word}</button>
            </li>
        }
    };
    move || {
        let removed = shelf.removed.get();
        (!removed.is_empty()).then(|| {
            let count = removed.len();
            view! {
                <details class="removed">
                    <summary>{words::removed(lang)} " " <b class="count">{count}</b></summary>
                    <ul class="versions">{removed.into_iter().map(row).collect_view()}</ul>
                </details>
            }
        })
    }
}

/// An id out of a title: small letters a to z, digits and hyphens.
fn id_of(title: &str) -> String {
    let mut id = String::new();
    for letter in title.to_lowercase().chars() {
        match letter {
            'å' | 'ä' | 'à' | 'á' => id.push('a'),
            'ö' | 'ø' | 'ó' => id.push('o'),
            'é' | 'è' | 'ë' => id.push('e'),
            'ü' => id.push('u'),
            'a'..='z' | '0'..='9' => id.push(letter),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    match id.trim_matches('-') {
        "" => "plan".to_owned(),
        id => id.to_owned(),
    }
}
