//! A part of the plan: its form, what is to be seen over in it, and its days of the year.

use super::like::Together;
use super::merge::MergeInto;
use super::series::{ExtraMeeting, is_series};
use super::sheet::Sheet;
use super::{fields, words};
use crate::model::found::found;
use crate::planner::bench::Bench;
use crate::planner::outline::title_of;
use crate::planner::papers::{Kind, ToPaper};
use crate::planner::review::FixList;
use crate::state::{Action as Look, Desk};
use crate::view::board::Shown;
use leptos::prelude::*;
use planning_wheel::document::value_at;
use planning_wheel::form::{Shape, copied, numbered, referring};
use planning_wheel::session::Action;
use planning_wheel::text;

/// Fields of the plan itself that stand in the outline, or are nobody's to change.
const ELSEWHERE: [&str; 3] = ["format", "calendar", "mandate"];

/// The chosen part.
#[component]
pub(crate) fn PartPane() -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let pane = move || {
        let path = bench.place.get()?;
        Some(match bench.forms.get() {
            Some(forms) => {
                let sheet = Sheet::new(bench, forms, &path);
                view! { <Pane sheet=sheet /> }.into_any()
            }
            None => view! { <p class="empty" role="status">{words::loading(lang)}</p> }.into_any(),
        })
    };
    view! { {pane} }
}

#[component]
fn Pane(sheet: Sheet) -> impl IntoView {
    provide_context(sheet);
    let lang = sheet.lang;
    let path = sheet.part.get_value();
    let is_there = {
        let path = path.clone();
        let bench = sheet.bench;
        Memo::new(move |_| {
            bench
                .value
                .with(|document| value_at(document, &path).is_some())
        })
    };
    if sheet.bench.goes_there.get_untracked() {
        sheet.bench.goes_there.set(false);
        request_animation_frame(move || sheet.desk.focus("part-title"));
    }
    let title = title_of(sheet.bench, path, lang);
    let kind = title.clone();
    let close = move |_| {
        sheet.bench.place.set(None);
        sheet.desk.focus("parts");
    };
    let content = move || {
        // What can only be read gets its tools when it may be changed.
        sheet.bench.read_only.track();
        match is_there.get() {
            true => view! { <Form /> }.into_any(),
            false => view! { <Missing /> }.into_any(),
        }
    };
    view! {
        <section class="part" aria-labelledby="part-title">
            <button type="button" class="close" aria-label=words::close(lang) on:click=close>"×"</button>
            <h2 id="part-title" tabindex="-1">{move || title().0}</h2>
            <p class="kind">{move || kind().1}</p>
            {content}
        </section>
    }
}

/// A part that is not there: rules for elections of its own can be written, others are gone.
#[component]
fn Missing() -> impl IntoView {
    let sheet = Sheet::here();
    let lang = sheet.lang;
    let path = sheet.part.get_value();
    if path != "/mandate" {
        return view! { <p class="empty">{words::gone(lang)}</p> }.into_any();
    }
    let error = RwSignal::new(None::<String>);
    let write = move |_| {
        let made = sheet.ask(|fresh| fresh.at(&path));
        let done = made.map_or(Ok(()), |value| sheet.set(&path, value));
        error.set(done.err());
    };
    view! {
        <p class="hint">{words::elections_said(lang)}</p>
        <button type="button" class="button" on:click=write>{words::own_rules(lang)}</button>
        {move || error.get().map(|words| view! { <p class="refusal" role="alert">{words}</p> })}
    }
    .into_any()
}

#[component]
fn Form() -> impl IntoView {
    let sheet = Sheet::here();
    let path = sheet.part.get_value();
    let forms = sheet.forms.get_value();
    let form = forms.at(&path).map(|spot| match spot.shape {
        Shape::Fields(of) if path.is_empty() => {
            let lists = of
                .list
                .iter()
                .filter(|field| matches!(field.shape, Shape::List(_)));
            let hidden: Vec<&str> = lists
                .map(|field| field.name.as_str())
                .chain(ELSEWHERE)
                .collect();
            fields::fields(sheet, &path, of, &hidden)
        }
        Shape::Fields(of) => fields::fields(sheet, &path, of, &[]),
        _ => ().into_any(),
    });
    let read_only = sheet.bench.read_only;
    let is_element = path.matches('/').count() > 1 && !read_only.get_untracked();
    let several = is_element.then(|| view! { <Together /> });
    let tools = is_element.then(|| view! { <Tools /> });
    let extra =
        (is_series(sheet) && !read_only.get_untracked()).then(|| view! { <ExtraMeeting /> });
    let merging = path
        .strip_prefix("/bodies/")
        .filter(|_| is_element)
        .map(|id| view! { <MergeInto body=id.to_owned() /> });
    view! {
        <OwnFindings />
        {several}
        <fieldset class="form" aria-labelledby="part-title" disabled=read_only>{form}</fieldset>
        {extra}
        <OwnDays />
        {merging}
        {tools}
    }
}

/// What is to be seen over in this part.
#[component]
fn OwnFindings() -> impl IntoView {
    let (sheet, shown) = (Sheet::here(), Shown::here());
    let lang = sheet.lang;
    let path = sheet.part;
    let list = Memo::new(move |_| {
        let own = sheet
            .bench
            .value
            .with(|document| path.with_value(|path| numbered(path, document)));
        shown.year.with(|year| {
            let all = year.findings.iter().cloned().zip(found(year, lang));
            let is_own = |path: &str| {
                !own.is_empty()
                    && path
                        .strip_prefix(&own)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            all.filter(|(finding, _)| is_own(&finding.path))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <div class="review own">
            {move || {
                let list = list.get();
                (!list.is_empty()).then(|| view! { <FixList list=list /> })
            }}
        </div>
    }
}

/// The part's entries of the year that is shown.
#[component]
fn OwnDays() -> impl IntoView {
    let (sheet, shown) = (Sheet::here(), Shown::here());
    let lang = sheet.lang;
    let list = Memo::new(move |_| {
        let path = sheet.part.get_value();
        let id = sheet.value(&format!("{path}/id"));
        let id = id.and_then(|id| id.as_str().map(str::to_owned))?;
        let in_list = path.rsplit('/').nth(1).unwrap_or_default().to_owned();
        Some(shown.year.with(|year| {
            let of_body = |bodies: &[planning_wheel::plan::BodyId]| {
                in_list == "bodies"
                    && bodies
                        .iter()
                        .any(|body| year.plan.body(*body).spec().id == id)
            };
            let of_series = |entry: &str| {
                let mut series = year.plan.series().iter().filter(|one| one.spec().id == id);
                series.any(|one| {
                    entry
                        .strip_prefix(one.id().as_str())
                        .is_some_and(|rest| rest.starts_with('/'))
                })
            };
            let entries = year.calendar.entries().iter().filter(|entry| {
                let rest = entry.id.strip_prefix(&id);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                    || of_body(&entry.bodies)
                    || (in_list == "meetings" && of_series(&entry.id))
            });
            let line = |entry: &planning_wheel::calendar::Entry| {
                (
                    entry.id.clone(),
                    lang.short_date(entry.start),
                    entry.title.get(lang).to_owned(),
                )
            };
            entries.map(line).collect::<Vec<_>>()
        }))
    });
    let count = move || list.with(|list| list.as_ref().map_or(0, Vec::len));
    let line = move |(id, day, title): (String, String, String)| {
        let choose = move |_| sheet.desk.dispatch(Look::Choose(id.clone()));
        view! {
            <li><button type="button" class="link" on:click=choose><span class="day">{day}</span> " " {title}</button></li>
        }
    };
    let lines = move || {
        let list = list.get().filter(|list| !list.is_empty())?;
        Some(view! { <ul class="own-days">{list.into_iter().map(line).collect::<Vec<_>>()}</ul> })
    };
    move || {
        list.with(Option::is_some).then(|| {
            view! {
                <details class="dates">
                    <summary>{words::dates(lang)} " " <b class="count">{count}</b></summary>
                    {lines}
                </details>
            }
        })
    }
}

/// The paper that a part of the plan has, and the key by which it is found.
fn paper_of(path: &str) -> Option<(Kind, String)> {
    let (list, id) = path.trim_start_matches('/').split_once('/')?;
    match list {
        "assignments" => Some((Kind::Assignment, id.to_owned())),
        "bodies" => Some((Kind::Calendar, format!("body:{id}"))),
        "principals" => Some((Kind::Calendar, format!("principal:{id}"))),
        _ => None,
    }
}

/// What can be done with the part as a whole.
#[component]
fn Tools() -> impl IntoView {
    let sheet = Sheet::here();
    let (lang, bench) = (sheet.lang, sheet.bench);
    let path = sheet.part;
    let error = RwSignal::new(None::<String>);
    let list = path.with_value(|path| {
        path.rsplit_once('/')
            .map_or(String::new(), |(list, _)| list.to_owned())
    });
    let list = StoredValue::new(list);
    let place = Memo::new(move |_| {
        bench.value.with(|document| {
            let own = path.with_value(|path| numbered(path, document));
            let at = own.rsplit('/').next()?.parse::<usize>().ok()?;
            let length = value_at(document, &list.get_value())?.as_array()?.len();
            Some((at, length))
        })
    });
    let copy = move |_| {
        let made = sheet.ask(|fresh| copied(fresh, &path.get_value()));
        let Some(value) = made else { return };
        let key = planning_wheel::document::key_of(&value);
        let at = place.get_untracked().map(|(at, _)| at + 1);
        let done = bench.attempt(&Action::Add {
            list: list.get_value(),
            value,
            at,
        });
        if let (Ok(()), Some(key)) = (&done, key) {
            bench.go_to(&format!("{}/{key}", list.get_value()));
        }
        error.set(done.err());
    };
    let step = move |to: Option<usize>| {
        if let Some(to) = to {
            error.set(
                bench
                    .attempt(&Action::Reorder {
                        path: path.get_value(),
                        to,
                    })
                    .err(),
            );
        }
    };
    let referring = Memo::new(move |_| {
        bench
            .value
            .with(|document| {
                let id = value_at(document, &format!("{}/id", path.get_value()))?.as_str()?;
                Some(referring(&sheet.forms.get_value(), document, id))
            })
            .unwrap_or_default()
    });
    let gone = move |action: Action| {
        let done = bench.attempt(&action);
        match done {
            Ok(()) => {
                bench.place.set(None);
                sheet.desk.focus("parts");
            }
            Err(words) => error.set(Some(words)),
        }
    };
    let asks = RwSignal::new(false);
    let remove = move |_| match referring.with(Vec::is_empty) {
        true => gone(Action::Remove {
            path: path.get_value(),
        }),
        false => asks.set(true),
    };
    let remove_whole = move |_| {
        gone(Action::RemoveWhole {
            path: path.get_value(),
        })
    };
    let line = move |place: String| {
        let part: String = place.split('/').take(3).collect::<Vec<_>>().join("/");
        let words = bench
            .value
            .with_untracked(|document| text::capital(&text::place_in(&place, document, lang)));
        view! { <li><button type="button" class="link" on:click=move |_| bench.go_to(&part)>{words}</button></li> }
    };
    let paper = path.with_value(|path| paper_of(path));
    view! {
        <div class="steps part-tools">
            {paper.map(|(kind, about)| view! { <ToPaper kind=kind about=about /> })}
            <button type="button" class="button" on:click=copy>{words::duplicate(lang)}</button>
            <button type="button" class="button" disabled=move || place.get().is_none_or(|(at, _)| at == 0)
                on:click=move |_| step(place.get_untracked().and_then(|(at, _)| at.checked_sub(1)))>{words::up(lang)}</button>
            <button type="button" class="button" disabled=move || place.get().is_none_or(|(at, length)| at + 1 >= length)
                on:click=move |_| step(place.get_untracked().map(|(at, _)| at + 1))>{words::down(lang)}</button>
            <button type="button" class="button" on:click=remove>{words::remove_part(lang)}</button>
        </div>
        {move || asks.get().then(|| view! {
            <div class="refusal" role="alert">
                <p>{words::referred(lang)}</p>
                <ul class="own-days">{referring.get().into_iter().map(line).collect::<Vec<_>>()}</ul>
                <button type="button" class="button" on:click=remove_whole>{words::remove_whole(lang)}</button>
            </div>
        })}
        {move || error.get().map(|words| view! { <p class="refusal" role="alert">{words}</p> })}
    }
}
