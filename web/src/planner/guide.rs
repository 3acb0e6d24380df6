//! From an agreement to a published wheel in a few steps, with the real plan behind each.

use super::bench::Bench;
use super::form::{self, Sheet};
use super::words;
use crate::state::Desk;
use crate::view::board::Shown;
use leptos::prelude::*;
use planning_wheel::document::{key_of, value_at};
use planning_wheel::findings::Severity;
use planning_wheel::form::Fresh;
use planning_wheel::session::Action;
use planning_wheel::text;
use planning_wheel::time::Lang;
use serde_json::Value;

/// The steps, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Name,
    Principals,
    Bodies,
    Often,
    Review,
    Publish,
}

impl Step {
    const ALL: [Self; 6] = [
        Self::Name,
        Self::Principals,
        Self::Bodies,
        Self::Often,
        Self::Review,
        Self::Publish,
    ];

    fn title(self, year: i32, lang: Lang) -> String {
        match self {
            Self::Name => words::guide_name(lang).to_owned(),
            Self::Principals => words::guide_principals(lang).to_owned(),
            Self::Bodies => words::guide_bodies(lang).to_owned(),
            Self::Often => words::guide_often(lang).to_owned(),
            Self::Review => words::guide_review(year, lang),
            Self::Publish => words::publish_year(year, lang),
        }
    }
}

/// The way to a published wheel, while somebody walks it.
#[component]
pub(crate) fn Guide() -> impl IntoView {
    let (desk, bench) = (Desk::here(), Bench::here());
    let lang = desk.lang;
    let year = Memo::new(move |_| desk.view.with(|view| view.year));
    // Each step is drawn anew: the keys go on with it, and afterwards where it was begun.
    Effect::new(move |before: Option<Option<usize>>| {
        let here = bench.guide.get();
        let there = match (here, before.flatten()) {
            (Some(_), _) => "guide-here",
            (None, Some(_)) => "guide-open",
            (None, None) => return here,
        };
        request_animation_frame(move || desk.focus(there));
        here
    });
    let line = move |at: usize, step: Step, here: usize| {
        let is_here = at == here;
        let id = is_here.then_some("guide-here");
        let current = is_here.then_some("step");
        let title = move || step.title(year.get(), lang);
        let content = is_here.then(|| {
            let is_last = at + 1 == Step::ALL.len();
            view! {
                <div class="inside">
                    <Content step=step />
                    <div class="steps">
                        {(!is_last).then(|| view! {
                            <button type="button" class="button first" on:click=move |_| bench.guide.set(Some(at + 1))>{words::guide_next(lang)}</button>
                        })}
                    </div>
                </div>
            }
        });
        view! {
            <li aria-current=current>
                <button type="button" id=id class="link" on:click=move |_| bench.guide.set(Some(at))>{title}</button>
                {content}
            </li>
        }
    };
    move || {
        bench.guide.get().map(|here| {
            let steps = Step::ALL.into_iter().enumerate();
            view! {
                <section class="guide" aria-label=words::guide(lang)>
                    <h2>{words::guide(lang)}</h2>
                    <button type="button" class="close" aria-label=words::guide_close(lang) on:click=move |_| bench.guide.set(None)>"×"</button>
                    <ol>{steps.map(|(at, step)| line(at, step, here)).collect_view()}</ol>
                </section>
            }
        })
    }
}

#[component]
fn Content(step: Step) -> impl IntoView {
    match step {
        Step::Name => view! { <Name /> }.into_any(),
        Step::Principals => {
            view! { <Parts list="/principals" hint=words::guide_principals_hint /> }.into_any()
        }
        Step::Bodies => view! { <Parts list="/bodies" hint=words::guide_bodies_hint /> }.into_any(),
        Step::Often => view! { <Often /> }.into_any(),
        Step::Review => view! { <ToReview /> }.into_any(),
        Step::Publish => view! { <ToPublish /> }.into_any(),
    }
}

/// A text of the plan to write: in the language that is read where the plan has two.
#[component]
fn Line(path: String, label: String) -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let path = StoredValue::new(path);
    let own = move |value: &Value| -> String {
        let path = path.get_value();
        let both = value_at(value, &path).is_some_and(Value::is_object);
        if both {
            format!("{path}/{}", lang.pick("sv", "en"))
        } else {
            path
        }
    };
    let shown = Memo::new(move |_| {
        bench.value.with(|value| {
            let text = value_at(value, &own(value)).and_then(Value::as_str);
            text.unwrap_or_default().to_owned()
        })
    });
    let written = move |event| {
        let value = event_target_value(&event);
        if value.trim() != shown.get_untracked() {
            let path = bench.value.with_untracked(|value| own(value));
            bench.act(&Action::Set {
                path,
                value: value.trim().into(),
            });
        }
    };
    view! { <input type="text" aria-label=label prop:value=shown on:change=written /> }
}

#[component]
fn Name() -> impl IntoView {
    let lang = Desk::here().lang;
    view! {
        <p>{words::guide_name_hint(lang)}</p>
        <div class="field"><Line path="/title".to_owned() label=words::guide_name(lang).to_owned() /></div>
    }
}

/// A list of parts to call by one's own names, and to take away what one does not have.
#[component]
fn Parts(list: &'static str, hint: fn(Lang) -> &'static str) -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let ids = Memo::new(move |_| {
        bench.value.with(|value| {
            let parts = value_at(value, list).and_then(Value::as_array);
            parts
                .into_iter()
                .flatten()
                .filter_map(key_of)
                .collect::<Vec<_>>()
        })
    });
    let line = move |id: String| {
        let path = format!("{list}/{id}");
        let title = bench
            .value
            .with_untracked(|value| text::place_in(&path, value, lang));
        let whole = path.clone();
        let remove = move |_| {
            bench.act(&Action::RemoveWhole {
                path: whole.clone(),
            });
        };
        let name = words::guide_remove(&title, lang);
        view! {
            <li>
                <Line path=format!("{path}/name") label=title />
                <button type="button" class="button" aria-label=name on:click=remove>"×"</button>
            </li>
        }
    };
    view! {
        <p>{hint(lang)}</p>
        <ul class="rows">
            <For each=move || ids.get() key=String::clone children=line />
        </ul>
        <More list=list />
    }
}

/// A line for the name of one more part.
#[component]
fn More(list: &'static str) -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let name = list.trim_start_matches('/');
    let field = NodeRef::<leptos::html::Input>::new();
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else {
            return;
        };
        let words = field.value();
        if words.trim().is_empty() {
            let _ = field.focus();
        } else if grow(bench, list, |fresh| fresh.called(list, words.trim())) {
            field.set_value("");
        }
    };
    let label = text::new_element(name, lang);
    let words = form::add(text::element(name, lang).unwrap_or_default(), lang);
    view! {
        <form class="more" on:submit=add>
            <input type="text" node_ref=field aria-label=label placeholder=label />
            <button type="submit" class="button">{words}</button>
        </form>
    }
}

/// Adds what is made to a list; false when it cannot be.
fn grow(bench: Bench, list: &'static str, make: impl FnOnce(Fresh<'_>) -> Option<Value>) -> bool {
    let Some(forms) = bench.forms.get_untracked() else {
        return false;
    };
    let made = |fresh: Fresh<'_>| make(fresh).into_iter().collect();
    Sheet::new(bench, forms, list).grow(list, made).is_some()
}

/// How often each series meets.
#[component]
fn Often() -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    // Those whose days are chosen one by one have no number to write.
    let rows = Memo::new(move |_| {
        bench.base.with(|plan| {
            let series = plan.document().meetings.iter();
            let series = series.filter(|one| one.count.target.or(one.count.min).is_some());
            series.map(|one| one.id.clone()).collect::<Vec<_>>()
        })
    });
    // A number is enough to give a group meetings of its own.
    let idle = Memo::new(move |_| {
        bench.base.with(|plan| {
            let document = plan.document();
            let meets = |id: &String| document.meetings.iter().any(|one| one.bodies.contains(id));
            let bodies = document.bodies.iter();
            let idle = bodies.filter(|body| body.like.is_none() && !meets(&body.id));
            idle.map(|body| body.id.clone()).collect::<Vec<_>>()
        })
    });
    view! {
        <p>{words::guide_often_hint(lang)}</p>
        <ul class="rows">
            <For each=move || rows.get() key=String::clone children=move |id| view! { <Count series=id /> } />
            <For each=move || idle.get() key=String::clone children=move |id| view! { <First body=id /> } />
        </ul>
    }
}

/// The number of meetings of a group that has none yet.
#[component]
fn First(body: String) -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let name = bench.base.with_untracked(|plan| {
        let own = plan.body_by_id(&body).map(|id| plan.body(id));
        own.map(|one| one.name().get(lang).to_owned())
    });
    let written = move |event| {
        let count = event_target_value(&event).parse().ok();
        if let Some(count) = count.filter(|count| *count > 0) {
            grow(bench, "/meetings", |fresh| fresh.meetings(&body, count));
        }
    };
    view! {
        <li>
            <label>
                <span>{name} " " <small>{words::guide_none_yet(lang)}</small></span>
                <input type="number" min="1" on:change=written />
            </label>
        </li>
    }
}

/// The number of meetings of a series, inside what its agreement allows.
#[component]
fn Count(series: String) -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let path = StoredValue::new(format!("/meetings/{series}/count"));
    let number = move |field: &str| {
        let path = format!("{}/{field}", path.get_value());
        bench
            .value
            .with(|value| value_at(value, &path).and_then(Value::as_u64))
    };
    let (least, most) = untrack(|| (number("min"), number("max")));
    let target = Memo::new(move |_| number("target").or(number("min")));
    let name = bench.plan.with_untracked(|plan| {
        let own = plan.series().iter().find(|one| one.id() == &series);
        own.map(|one| one.title().get(lang).to_owned())
    });
    let name = name.unwrap_or(series);
    let allowed = words::allowed(least, most, lang);
    let written = move |event| {
        if let Ok(count) = event_target_value(&event).parse::<u64>() {
            bench.act(&Action::Set {
                path: format!("{}/target", path.get_value()),
                value: count.into(),
            });
        }
    };
    view! {
        <li>
            <label>
                <span>{name} " " <small>{allowed}</small></span>
                <input type="number" min=least max=most prop:value=move || target.get().map(|count| count.to_string()) on:change=written />
            </label>
        </li>
    }
}

#[component]
fn ToReview() -> impl IntoView {
    let shown = Shown::here();
    let lang = Desk::here().lang;
    let counts = move || {
        shown.year.with(|year| {
            let of = |severity| {
                year.findings
                    .iter()
                    .filter(|one| one.severity == severity)
                    .count()
            };
            words::guide_found(of(Severity::Error), of(Severity::Warning), lang)
        })
    };
    view! { <p role="status">{counts}</p> <p>{words::guide_review_hint(lang)}</p> }
}

#[component]
fn ToPublish() -> impl IntoView {
    let (desk, bench) = (Desk::here(), Bench::here());
    let lang = desk.lang;
    let year = Memo::new(move |_| desk.view.with(|view| view.year));
    let published = Memo::new(move |_| {
        let year = year.get();
        bench
            .base
            .with(|plan| plan.document().published.iter().any(|one| one.year == year))
    });
    let publish = move |_| {
        bench.act(&Action::Publish {
            year: year.get_untracked(),
        });
    };
    view! {
        {move || match published.get() {
            true => view! { <p role="status">{words::guide_done(year.get(), lang)}</p> }.into_any(),
            false => view! {
                <p>{words::publish_said(year.get(), 0, lang)}</p>
                <div class="steps"><button type="button" class="button first" on:click=publish>{words::publish_year(year.get(), lang)}</button></div>
            }.into_any(),
        }}
    }
}
