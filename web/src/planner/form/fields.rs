//! A field with its name, its help and what is wrong with it; and the fields of an object.

use super::sheet::Sheet;
use super::{choice, dates, list, refer, text as texts, value, words};
use leptos::prelude::*;
use planning_wheel::form::{Field, Fields, Shape};
use planning_wheel::text;
use serde_json::Value;
use std::collections::BTreeSet;

/// One value that a form asks for.
#[derive(Clone)]
pub(super) struct Spot {
    pub(super) sheet: Sheet,
    /// Its place in the document.
    pub(super) path: String,
    /// Name of the field, or of the list that it stands in.
    pub(super) name: String,
    pub(super) needed: bool,
    /// What it is when it is not there.
    pub(super) usual: Option<Value>,
    pub(super) refers: Vec<String>,
    pub(super) label: Label,
}

impl Spot {
    /// Another value inside this one.
    pub(super) fn inside(&self, step: &str, words: String) -> Self {
        let path = format!("{}/{step}", self.path);
        Self {
            label: Label::new(&path, words),
            path,
            name: step.to_owned(),
            needed: true,
            usual: None,
            refers: Vec::new(),
            ..self.clone()
        }
    }
}

/// What stands around a control.
#[derive(Clone)]
pub(super) struct Label {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) help: Option<&'static text::Help>,
    /// Why what was typed has been refused.
    pub(super) error: RwSignal<Option<String>>,
}

impl Label {
    pub(super) fn new(path: &str, name: String) -> Self {
        Self {
            id: id_of(path),
            name,
            help: None,
            error: RwSignal::new(None),
        }
    }

    /// The control under its name, with what helps and what is wrong below.
    pub(super) fn around(&self, control: AnyView) -> AnyView {
        view! {
            <div class="field">
                <label for=self.id.clone()>{text::capital(&self.name)}</label>
                {control}
                {self.below()}
            </div>
        }
        .into_any()
    }

    /// The same for several controls that make one value.
    pub(super) fn around_several(&self, controls: AnyView) -> AnyView {
        view! {
            <fieldset class="field several" id=self.id.clone() tabindex="-1">
                <legend>{text::capital(&self.name)}</legend>
                {controls}
                {self.below()}
            </fieldset>
        }
        .into_any()
    }

    /// What helps, and what is wrong.
    pub(super) fn below(&self) -> AnyView {
        let lang = Sheet::here().lang;
        let help = self.help.map(|help| {
            let quote = help.quote().map(|(quote, place)| {
                view! { <span class="says">{words::says(lang)} " " <q lang="sv">{quote}</q> " " <cite lang="sv">{place}</cite></span> }
            });
            view! { <small id=format!("{}-help", self.id)>{help.words(lang)} " " {quote}</small> }
        });
        let (id, error) = (format!("{}-error", self.id), self.error);
        view! {
            {help}
            {move || error.get().map(|words| view! { <p class="refusal" role="alert" id=id.clone()>{words}</p> })}
        }
        .into_any()
    }

    pub(super) fn invalid(
        &self,
    ) -> impl Fn() -> Option<&'static str> + Clone + Send + Sync + 'static {
        let error = self.error;
        move || error.with(Option::is_some).then_some("true")
    }

    pub(super) fn described(&self) -> impl Fn() -> Option<String> + Clone + Send + Sync + 'static {
        let (id, help, error) = (self.id.clone(), self.help.is_some(), self.error);
        move || {
            let help = help.then(|| format!("{id}-help"));
            let wrong = error.with(Option::is_some).then(|| format!("{id}-error"));
            let all: Vec<String> = wrong.into_iter().chain(help).collect();
            (!all.is_empty()).then(|| all.join(" "))
        }
    }
}

/// The id of the control of a place.
pub(super) fn id_of(path: &str) -> String {
    let letter = |letter: char| match letter {
        '/' => '_',
        letter if letter.is_ascii_alphanumeric() => letter,
        _ => '-',
    };
    std::iter::once('f')
        .chain(path.chars().map(letter))
        .collect()
}

/// The control of a value, by what it looks like.
pub(super) fn asked(spot: &Spot, shape: &Shape) -> AnyView {
    let forms = spot.sheet.forms.get_value();
    match forms.open(shape) {
        Shape::Fields(inner) => group(spot, inner),
        Shape::Choice(of) if of.is_words() => choice::of_words(spot, of),
        Shape::Choice(of) => choice::of_tags(spot, of),
        Shape::List(of) => list::of(spot, of),
        Shape::Keyed(_) => texts::keyed(spot),
        Shape::Line if !spot.refers.is_empty() => refer::one(spot),
        Shape::Line if spot.name == "colour" => texts::colour(spot),
        Shape::Line => value::line(spot),
        Shape::Truth => value::truth(spot, spot.usual == Some(Value::Bool(true))),
        Shape::Number(limits) => value::number(spot, *limits),
        Shape::Named(kind) => match kind.as_str() {
            "Text" => texts::text(spot),
            "Day" => value::picked(spot, "date"),
            "Time" => value::picked(spot, "time"),
            "MonthDay" => dates::month_day(spot),
            _ => dates::month(spot),
        },
    }
}

/// An object inside a part: its fields, under its name.
fn group(spot: &Spot, inner: &Fields) -> AnyView {
    let taken_away = (!spot.needed).then(|| remove(spot));
    view! {
        <fieldset class="group" id=spot.label.id.clone() tabindex="-1">
            <legend>{text::capital(&spot.label.name)}</legend>
            {taken_away}
            {spot.label.below()}
            {fields(spot.sheet, &spot.path, inner, &[])}
        </fieldset>
    }
    .into_any()
}

/// Takes an optional value away.
pub(super) fn remove(spot: &Spot) -> AnyView {
    let (sheet, path, error) = (spot.sheet, spot.path.clone(), spot.label.error);
    let words = words::remove(&spot.label.name, sheet.lang);
    let go = move |_| error.set(sheet.remove(&path).err());
    view! { <button type="button" class="mini remove" aria-label=words.clone() title=words on:click=go>"×"</button> }
        .into_any()
}

/// Whether a value is asked for before it is there: it is, once something is written.
fn is_simple(sheet: Sheet, shape: &Shape) -> bool {
    match sheet.forms.get_value().open(shape) {
        Shape::Fields(_) | Shape::Keyed(_) => false,
        Shape::Choice(choice) => choice.is_words(),
        _ => true,
    }
}

/// The fields of an object: those that it needs or has, and a way to add the others.
pub(super) fn fields(sheet: Sheet, path: &str, of: &Fields, hidden: &[&str]) -> AnyView {
    let list: Vec<Field> = of
        .list
        .iter()
        .filter(|field| !hidden.contains(&field.name.as_str()))
        .cloned()
        .collect();
    let simple: Vec<bool> = list
        .iter()
        .map(|field| is_simple(sheet, &field.shape))
        .collect();
    let list = StoredValue::new(list);
    // What has been there stays when it is emptied, so that focus does.
    let kept = RwSignal::new(BTreeSet::<usize>::new());
    let path = StoredValue::new(path.to_owned());
    let owner = StoredValue::new(of.owner.clone());
    let there = Memo::new(move |_| {
        path.with_value(|path| {
            let value = sheet.value(path);
            let has = |name: &str| {
                value
                    .as_ref()
                    .is_some_and(|value| value.get(name).is_some())
            };
            list.with_value(|list| {
                list.iter()
                    .map(|field| has(&field.name))
                    .collect::<Vec<bool>>()
            })
        })
    });
    Effect::new(move |_| {
        there.with(|there| {
            let all = there.iter().enumerate().filter(|(_, is)| **is);
            kept.update(|kept| kept.extend(all.map(|(at, _)| at)));
        });
    });
    let shown = Memo::new(move |_| {
        let kept = kept.get();
        there.with(|there| {
            list.with_value(|list| {
                let is_shown = |at: &usize| {
                    let needed = list.get(*at).is_some_and(|field| field.needed);
                    let is_there = there.get(*at).is_some_and(|is| *is);
                    let is_simple = simple.get(*at).is_some_and(|is| *is);
                    needed || is_there || (is_simple && kept.contains(at))
                };
                (0..list.len()).filter(is_shown).collect::<Vec<usize>>()
            })
        })
    });
    let field = move |at: usize| {
        let field = list.with_value(|list| list.get(at).cloned());
        field.map(|field| {
            let (path, owner) = (path.get_value(), owner.get_value());
            one(sheet, &path, &owner, &field)
        })
    };
    let rest = move || {
        let shown = shown.get();
        let rest = (0..list.with_value(Vec::len)).filter(|at| !shown.contains(at));
        let rest: Vec<(usize, Field)> = rest
            .filter_map(|at| Some((at, list.with_value(|list| list.get(at).cloned())?)))
            .collect();
        (!rest.is_empty()).then(|| more(sheet, &path.get_value(), &owner.get_value(), rest, kept))
    };
    view! {
        <For each=move || shown.get() key=|at| *at children=field />
        {rest}
    }
    .into_any()
}

/// One field of an object.
fn one(sheet: Sheet, path: &str, owner: &str, field: &Field) -> AnyView {
    let path = format!("{path}/{}", field.name);
    let mut label = Label::new(&path, text::field_name(owner, &field.name, sheet.lang));
    label.help = text::help(owner, &field.name);
    let spot = Spot {
        sheet,
        path,
        name: field.name.clone(),
        needed: field.needed,
        usual: field.default.clone(),
        refers: field.refers.clone(),
        label,
    };
    asked(&spot, &field.shape)
}

/// What is not there, to add.
fn more(
    sheet: Sheet,
    path: &str,
    owner: &str,
    rest: Vec<(usize, Field)>,
    kept: RwSignal<BTreeSet<usize>>,
) -> AnyView {
    let error = RwSignal::new(None::<String>);
    let buttons = rest.into_iter().map(|(at, field)| {
        let words = text::capital(&text::field_name(owner, &field.name, sheet.lang));
        let path = format!("{path}/{}", field.name);
        let is_simple = is_simple(sheet, &field.shape);
        let add = move |_| {
            let done = match (&field.shape, is_simple) {
                (Shape::Truth, _) => {
                    let usual = field.default == Some(Value::Bool(true));
                    sheet.set(&path, (!usual).into())
                }
                (_, true) => Ok(()),
                (_, false) => match sheet.ask(|fresh| fresh.at(&path)) {
                    Some(value) => sheet.set(&path, value),
                    None => Err(words::nothing_there(sheet.lang).to_owned()),
                },
            };
            match done {
                Ok(()) => {
                    kept.update(|kept| _ = kept.insert(at));
                    let id = id_of(&path);
                    request_animation_frame(move || sheet.desk.focus(&id));
                }
                Err(words) => error.set(Some(words)),
            }
        };
        view! { <button type="button" class="mini add" on:click=add>{words}</button> }
    });
    view! {
        <details class="more">
            <summary>{words::more(sheet.lang)}</summary>
            <div class="chips">{buttons.collect_view()}</div>
            {move || error.get().map(|words| view! { <p class="refusal" role="alert">{words}</p> })}
        </details>
    }
    .into_any()
}
