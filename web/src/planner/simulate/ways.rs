//! What can be done differently, each kind with its few fields.

use super::super::bench::Bench;
use super::words;
use crate::planner::LAST_DAY;
use crate::shared::Shared;
use crate::state::Desk;
use leptos::prelude::*;
use planning_wheel::document::{DeadlineOffset, OfficeTerm, to_value};
use planning_wheel::scenario::{Options, Tweak, read_change};
use planning_wheel::time::{Lang, MonthDay, TermKind, Weekday, parse};
use serde_json::Value;

/// A kind of difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Meetings,
    Weekday,
    Lead,
    Interval,
    New,
    Like,
    Merge,
    Boards,
    Election,
    Rule,
}

impl Way {
    const ALL: [Self; 10] = [
        Self::Meetings,
        Self::Weekday,
        Self::Lead,
        Self::Interval,
        Self::New,
        Self::Like,
        Self::Merge,
        Self::Boards,
        Self::Election,
        Self::Rule,
    ];

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Meetings => words::way_meetings(lang),
            Self::Weekday => words::way_weekday(lang),
            Self::Lead => words::way_lead(lang),
            Self::Interval => words::way_interval(lang),
            Self::New => words::way_new(lang),
            Self::Like => words::way_like(lang),
            Self::Merge => words::way_merge(lang),
            Self::Boards => words::way_boards(lang),
            Self::Election => words::way_election(lang),
            Self::Rule => words::way_rule(lang),
        }
    }

    /// Whether a plan has what it is about.
    fn is_there(self, options: &Options) -> bool {
        match self {
            Self::Meetings => !options.series.is_empty(),
            Self::Weekday => options.series.iter().any(|one| one.weekday.is_some()),
            Self::Lead => options.series.iter().any(|one| !one.deadlines.is_empty()),
            Self::Interval => !options.offices.is_empty(),
            Self::New => !options.groups.is_empty(),
            Self::Like => options.groups.iter().any(|one| one.like.is_some()),
            Self::Merge => options.groups.len() > 1,
            Self::Boards | Self::Election | Self::Rule => true,
        }
    }

    fn from_number(number: &str) -> Option<Self> {
        Self::ALL.get(number.parse::<usize>().ok()?).copied()
    }
}

/// Ids with their names.
type Named = Vec<(String, String)>;

/// What is filled in: the same few fields serve every kind.
#[derive(Clone, Copy)]
struct Fields {
    id: u32,
    options: Memo<Shared<Options>>,
    /// What it is about: a series, an office, a group.
    about: RwSignal<String>,
    /// The other thing: a last day, a group, a year.
    other: RwSignal<String>,
    value: RwSignal<String>,
    wrong: RwSignal<&'static str>,
    lang: Lang,
}

impl Fields {
    /// The series, office or group that is chosen; the first without a choice.
    fn chosen(self, all: &Named) -> String {
        let own = self.about.get_untracked();
        let known = all.iter().find(|(id, _)| *id == own).or(all.first());
        known.map_or_else(String::new, |(id, _)| id.clone())
    }

    fn named(self, way: Way) -> Named {
        self.options.with(|options| self.named_in(options, way))
    }

    fn named_once(self, way: Way) -> Named {
        self.options
            .with_untracked(|options| self.named_in(options, way))
    }

    fn named_in(self, options: &Options, way: Way) -> Named {
        let lang = self.lang;
        let series = options.series.iter();
        let groups = options.groups.iter();
        match way {
            Way::Meetings => series
                .map(|one| (one.id.clone(), one.title.get(lang).to_owned()))
                .collect(),
            Way::Weekday => series
                .filter(|one| one.weekday.is_some())
                .map(|one| (one.id.clone(), one.title.get(lang).to_owned()))
                .collect(),
            Way::Lead => series
                .flat_map(|one| {
                    one.deadlines.iter().map(move |deadline| {
                        let name = format!("{}: {}", one.title.get(lang), deadline.title.get(lang));
                        (format!("{}/{}", one.id, deadline.id), name)
                    })
                })
                .collect(),
            Way::Interval => {
                let offices = options.offices.iter();
                offices
                    .map(|one| (one.id.clone(), one.title.get(lang).to_owned()))
                    .collect()
            }
            Way::New | Way::Merge => {
                let alone = groups.filter(|one| way == Way::Merge || one.like.is_none());
                alone
                    .map(|one| (one.id.clone(), one.name.get(lang).to_owned()))
                    .collect()
            }
            Way::Like => groups
                .filter(|one| one.like.is_some())
                .map(|one| (one.id.clone(), one.name.get(lang).to_owned()))
                .collect(),
            Way::Boards | Way::Election | Way::Rule => Vec::new(),
        }
    }

    /// What the plan has there: where the fields begin.
    fn now(self, way: Way, about: &str) -> String {
        self.options
            .with_untracked(|options| {
                let series = options.series.iter().find(|one| one.id == about);
                match way {
                    Way::Meetings => series.map(|one| one.count.to_string()),
                    Way::Weekday => series
                        .and_then(|one| one.weekday)
                        .map(|day| day.number().to_string()),
                    Way::Lead => {
                        lead(options, about).map(|offset| days_before(&offset).to_string())
                    }
                    Way::Interval => {
                        options
                            .offices
                            .iter()
                            .find(|one| one.id == about)
                            .map(|one| match one.term {
                                OfficeTerm::Years(years) => years.to_string(),
                                OfficeTerm::Mandate(_) | OfficeTerm::UntilFurtherNotice => {
                                    "0".into()
                                }
                            })
                    }
                    Way::Like => {
                        let group = options.groups.iter().find(|one| one.id == about);
                        group.and_then(|one| one.like).map(|like| like.to_string())
                    }
                    Way::Boards => Some(options.boards_start.to_string()),
                    Way::New | Way::Merge | Way::Election | Way::Rule => None,
                }
            })
            .unwrap_or_default()
    }

    /// The tweak that the fields say, when they say one.
    fn tweak(self, way: Way) -> Option<Tweak> {
        let about = self.chosen(&self.named_once(way));
        let value = self.value.get_untracked();
        let value = value.trim();
        Some(match way {
            Way::Meetings => Tweak::Meetings {
                series: about,
                count: value.parse().ok()?,
            },
            Way::Weekday => Tweak::Weekday {
                series: about,
                weekday: weekday(value)?,
            },
            Way::Lead => {
                let now = self
                    .options
                    .with_untracked(|options| lead(options, &about))?;
                let (series, deadline) = about.split_once('/')?;
                Tweak::LeadTime {
                    series: series.to_owned(),
                    deadline: deadline.to_owned(),
                    offset: so_many_before(&now, value.parse().ok()?),
                }
            }
            Way::Interval => Tweak::Interval {
                office: about,
                term: match value.parse().ok()? {
                    0 => OfficeTerm::Mandate(TermKind::Calendar),
                    years => OfficeTerm::Years(years),
                },
            },
            Way::New => Tweak::NewGroup {
                like: about,
                name: Some(value).filter(|name| !name.is_empty())?.to_owned(),
            },
            Way::Like => Tweak::LikeGroups {
                body: about,
                count: value.parse().ok()?,
            },
            Way::Merge => {
                let into = self.other.get_untracked();
                let named = self.named_once(way);
                let others = named
                    .into_iter()
                    .map(|(id, _)| id)
                    .filter(|id| *id != about);
                let others: Vec<String> = others.collect();
                let into = others
                    .iter()
                    .find(|id| **id == into)
                    .or(others.first())?
                    .clone();
                Tweak::Merge { body: about, into }
            }
            Way::Boards => Tweak::BoardsStart {
                day: value.parse::<MonthDay>().ok()?,
            },
            Way::Election => Tweak::Election {
                day: parse(value).ok()?,
            },
            Way::Rule => Tweak::Rule(read_change(value).ok()?),
        })
    }
}

fn lead(options: &Options, about: &str) -> Option<DeadlineOffset> {
    let (series, deadline) = about.split_once('/')?;
    let series = options.series.iter().find(|one| one.id == series)?;
    let deadline = series.deadlines.iter().find(|one| one.id == deadline)?;
    Some(deadline.offset.clone())
}

/// The number of an offset before its meeting, in its own unit.
fn days_before(offset: &DeadlineOffset) -> i32 {
    match offset {
        DeadlineOffset::Days(number) | DeadlineOffset::WorkingDays(number) => -i32::from(*number),
        DeadlineOffset::Weeks(number) => -i32::from(*number) * 7,
        DeadlineOffset::Months(number) => -i32::from(*number) * 30,
        DeadlineOffset::EndOfWeekBefore(weeks) => i32::from(*weeks) * 7,
    }
}

/// So many days before: working days where the plan counts those.
fn so_many_before(now: &DeadlineOffset, days: i16) -> DeadlineOffset {
    match now {
        DeadlineOffset::WorkingDays(_) => DeadlineOffset::WorkingDays(-days),
        _ => DeadlineOffset::Days(-days),
    }
}

fn weekday(number: &str) -> Option<Weekday> {
    let number: u8 = number.parse().ok()?;
    Weekday::ALL.into_iter().find(|day| day.number() == number)
}

/// The form that does something differently.
#[component]
pub(super) fn Ways(id: u32) -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let options = Memo::new(move |_| bench.base.with(|plan| Shared::new(Options::of(plan))));
    let way = RwSignal::new(Way::Meetings);
    let fields = Fields {
        id,
        options,
        about: RwSignal::default(),
        other: RwSignal::default(),
        value: RwSignal::default(),
        wrong: RwSignal::default(),
        lang,
    };
    let begin = move |way: Way| {
        let about = fields.chosen(&fields.named_once(way));
        fields.value.set(fields.now(way, &about));
        fields.about.set(about);
        fields.wrong.set("");
    };
    begin(way.get_untracked());
    let choose = move |event| {
        if let Some(chosen) = Way::from_number(&event_target_value(&event)) {
            begin(chosen);
            way.set(chosen);
        }
    };
    let option = move |(number, own): (usize, Way)| {
        let there = options.with(|options| own.is_there(options));
        there.then(|| view! {
            <option value=number.to_string() selected=move || way.get() == own>{own.name(lang)}</option>
        })
    };
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match fields.tweak(way.get_untracked()) {
            Some(tweak) => {
                fields.wrong.set("");
                bench
                    .simulation
                    .change(fields.id, |variant| variant.set(tweak));
            }
            None => fields.wrong.set(words::fill_in(lang)),
        }
    };
    view! {
        <details class="ways">
            <summary>{words::differently(lang)}</summary>
            <form on:submit=add novalidate=move || true>
                <label class="field">
                    <span>{words::what(lang)}</span>
                    <select on:change=choose>
                        {move || Way::ALL.into_iter().enumerate().map(option).collect_view()}
                    </select>
                </label>
                {move || view! { <Asked fields=fields way=way.get() /> }}
                <p class="trouble" role="alert">{move || fields.wrong.get()}</p>
                <button type="submit" class="button">{words::add(lang)}</button>
            </form>
        </details>
    }
}

/// The fields of one kind.
#[component]
fn Asked(fields: Fields, way: Way) -> impl IntoView {
    let lang = fields.lang;
    let number = |label, least: &'static str, most: &'static str| {
        entry(fields, label, "number", Some((least, most)))
    };
    let about = |label| About(AboutProps { fields, way, label });
    match way {
        Way::Meetings => (
            about(words::series(lang)),
            number(words::number(lang), "0", "104"),
        )
            .into_any(),
        Way::Weekday => (about(words::series(lang)), weekdays(fields)).into_any(),
        Way::Lead => (
            about(words::deadline(lang)),
            number(words::days_before(lang), "0", "365"),
        )
            .into_any(),
        Way::Interval => (about(words::office(lang)), terms(fields)).into_any(),
        Way::New => (
            about(words::like(lang)),
            entry(fields, words::new_name(lang), "text", None),
        )
            .into_any(),
        Way::Like => (
            about(words::group(lang)),
            number(words::number(lang), "1", "99"),
        )
            .into_any(),
        Way::Merge => (about(words::group(lang)), into_group(fields)).into_any(),
        Way::Boards => boards(fields),
        Way::Election => entry(fields, words::day(lang), "date", Some(("", LAST_DAY))),
        Way::Rule => view! { <Rule fields=fields /> }.into_any(),
    }
}

/// Which series, office or group.
#[component]
fn About(fields: Fields, way: Way, label: &'static str) -> impl IntoView {
    let choose = move |event| {
        let chosen = event_target_value(&event);
        fields.value.set(fields.now(way, &chosen));
        fields.about.set(chosen);
    };
    let option = move |(id, name): (String, String)| {
        let own = id.clone();
        let is_chosen = move || fields.about.with(|about| *about == own);
        view! { <option value=id prop:selected=is_chosen>{name}</option> }
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <select on:change=choose>{move || fields.named(way).into_iter().map(option).collect_view()}</select>
        </label>
    }
}

fn entry(
    fields: Fields,
    label: &'static str,
    kind: &'static str,
    ends: Option<(&'static str, &'static str)>,
) -> AnyView {
    let (least, most) = ends.unzip();
    view! {
        <label class="field">
            <span>{label}</span>
            <input type=kind min=least max=most prop:value=fields.value
                on:input=move |event| fields.value.set(event_target_value(&event)) />
        </label>
    }
    .into_any()
}

/// A choice among a few values.
fn select(label: &'static str, all: Named, signal: RwSignal<String>) -> AnyView {
    let option = move |(id, name): (String, String)| {
        let own = id.clone();
        let is_chosen = move || signal.with(|value| *value == own);
        view! { <option value=id prop:selected=is_chosen>{name}</option> }
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <select on:change=move |event| signal.set(event_target_value(&event))>
                {all.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

fn weekdays(fields: Fields) -> AnyView {
    let lang = fields.lang;
    let working = Weekday::ALL.into_iter().take(5);
    let named = working.map(|day| (day.number().to_string(), day.name(lang).to_owned()));
    select(words::weekday(lang), named.collect(), fields.value)
}

fn terms(fields: Fields) -> AnyView {
    let lang = fields.lang;
    let years = (1..=4).map(|years| {
        (
            years.to_string(),
            planning_wheel::text::office_term(OfficeTerm::Years(years), lang),
        )
    });
    let whole = [("0".to_owned(), words::whole_period(lang).to_owned())];
    select(
        words::years(lang),
        years.chain(whole).collect(),
        fields.value,
    )
}

fn into_group(fields: Fields) -> AnyView {
    let others = move || {
        let about = fields.about.get();
        let all = fields.named(Way::Merge);
        all.into_iter()
            .filter(|(id, _)| *id != about)
            .collect::<Named>()
    };
    let lang = fields.lang;
    (move || select(words::into(lang), others(), fields.other)).into_any()
}

/// The first of each month: councils decide no other days.
fn boards(fields: Fields) -> AnyView {
    let lang = fields.lang;
    let months = (1..=12).filter_map(|month| {
        let day = MonthDay::new(month, 1)?;
        Some((day.to_string(), lang.day_and_month(day.day(), day.month())))
    });
    select(words::day(lang), months.collect(), fields.value)
}

/// Any rule, as it is written on a line.
#[component]
fn Rule(fields: Fields) -> impl IntoView {
    let lang = fields.lang;
    let bench = Bench::here();
    let list = format!("rules-{}", fields.id);
    let known = bench.base.with_untracked(|plan| {
        let mut lines = Vec::new();
        rules("", &to_value(plan.document()), &mut lines);
        lines
    });
    let said = move || {
        let line = fields.value.get();
        let Ok(change) = read_change(&line) else {
            return String::new();
        };
        bench
            .base
            .with(|plan| planning_wheel::text::tweak(&Tweak::Rule(change), plan, lang))
    };
    view! {
        <label class="field">
            <span>{words::rule(lang)}</span>
            <input type="text" list=list.clone() autocomplete="off" spellcheck="false" prop:value=fields.value
                on:input=move |event| fields.value.set(event_target_value(&event)) />
            <small>{words::rule_hint(lang)}</small>
        </label>
        <datalist id=list>
            {known.into_iter().map(|line| view! { <option value=line></option> }).collect_view()}
        </datalist>
        <p class="quiet" role="status">{said}</p>
    }
}

/// Every value of the plan that is a number, a choice or a time, as a line to change.
fn rules(path: &str, value: &Value, lines: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| !is_prose(name)) {
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}/{name}")
                };
                rules(&path, value, lines);
            }
        }
        Value::Array(list) => {
            for value in list {
                if let Some(key) =
                    planning_wheel::document::key_of(value).filter(|_| value.is_object())
                {
                    rules(&format!("{path}/{key}"), value, lines);
                }
            }
        }
        Value::Number(number) => lines.push(format!("{path}={number}")),
        Value::Bool(is) => lines.push(format!("{path}={is}")),
        Value::String(text) if !text.contains(' ') => lines.push(format!("{path}={text}")),
        Value::String(_) | Value::Null => {}
    }
}

/// Fields that say something to people, and nothing to the calendar.
fn is_prose(name: &str) -> bool {
    matches!(
        name,
        "id" | "format"
            | "sources"
            | "notes"
            | "cite"
            | "choice"
            | "title"
            | "name"
            | "short"
            | "texts"
            | "published"
            | "language"
            | "principals"
            | "time_zone"
    )
}
