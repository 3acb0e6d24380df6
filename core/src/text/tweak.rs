//! What a variant does differently, in words.

use super::action::place_in;
use crate::document::{Change, CountPer, DeadlineOffset, OfficeTerm, Text, to_value, value_at};
use crate::plan::Plan;
use crate::scenario::{Options, Tweak};
use crate::time::{Lang, TermKind};
use chrono::{Datelike, NaiveDate};
use serde_json::Value;

/// What a variant does differently from a plan, in a line: "NSO: 6 möten om året (9)". What the
/// plan has stands last.
///
/// # Example
/// ```
/// use planning_wheel::{document::{Catalogue, PlanDocument}, plan::Plan};
/// use planning_wheel::{scenario::Tweak, text, time::Lang};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let boards = Tweak::BoardsStart { day: "02-01".parse().unwrap() };
/// assert_eq!(text::tweak(&boards, &plan, Lang::Sv), "Nämnder tillträder 1 februari (1 januari)");
/// let rule = Tweak::Rule(planning_wheel::scenario::read_change("first_year=2027").unwrap());
/// assert_eq!(text::tweak(&rule, &plan, Lang::En), "First year: 2027 (2026)");
/// ```
#[must_use]
pub fn tweak(tweak: &Tweak, plan: &Plan, lang: Lang) -> String {
    let options = Options::of(plan);
    let series = |id: &str| options.series.iter().find(|one| one.id == id);
    let group = |id: &str| {
        named(
            options.groups.iter().map(|one| (&one.id, &one.name)),
            id,
            lang,
        )
    };
    let meets = |id: &str| {
        named(
            options.series.iter().map(|one| (&one.id, &one.title)),
            id,
            lang,
        )
    };
    match tweak {
        Tweak::Meetings { series: id, count } => {
            let per = series(id).map_or(CountPer::Year, |one| one.per);
            let now = series(id).map(|one| one.count.to_string());
            with(
                format!("{}: {}", meets(id), meetings(*count, per, lang)),
                now,
            )
        }
        Tweak::Weekday {
            series: id,
            weekday,
        } => {
            let now = series(id).and_then(|one| one.weekday);
            let on = lang.pick("helst", "preferably");
            let text = format!("{}: {on} {}", meets(id), weekday.name(lang));
            with(text, now.map(|day| day.name(lang).to_owned()))
        }
        Tweak::LeadTime {
            series: id,
            deadline,
            offset,
        } => {
            let mut all = series(id).into_iter().flat_map(|one| &one.deadlines);
            let own = all.find(|one| one.id == *deadline);
            let title = own.map_or(deadline.as_str(), |one| one.title.get(lang));
            let text = format!("{}: {title} {}", meets(id), lead_time(offset, lang));
            with(text, own.map(|own| lead_time(&own.offset, lang)))
        }
        Tweak::Interval { office, term } => {
            let own = options.offices.iter().find(|one| one.id == *office);
            let title = own.map_or(office.as_str(), |one| one.title.get(lang));
            let text = format!("{title}: {}", office_term(*term, lang));
            with(text, own.map(|own| office_term(own.term, lang)))
        }
        Tweak::LikeGroups { body, count } => {
            let own = options.groups.iter().find(|one| one.id == *body);
            let number = own.and_then(|one| one.like).map(|like| like.to_string());
            with(format!("{}: {count}", group(body)), number)
        }
        Tweak::NewGroup { like, name } => match lang {
            Lang::Sv => format!("Ny grupp: {}, som {}", name.trim(), group(like)),
            Lang::En => format!("New group: {}, like {}", name.trim(), group(like)),
        },
        Tweak::Merge { body, into } => match lang {
            Lang::Sv => format!("{} går upp i {}", group(body), group(into)),
            Lang::En => format!("{} becomes part of {}", group(body), group(into)),
        },
        Tweak::BoardsStart { day } => {
            let name = |day: crate::time::MonthDay| lang.day_and_month(day.day(), day.month());
            let take = lang.pick("Nämnder tillträder", "Boards take office on");
            with(
                format!("{take} {}", name(*day)),
                Some(name(options.boards_start)),
            )
        }
        Tweak::Election { day } => re_election(*day, lang),
        Tweak::Rule(change) => rule(change, plan, lang),
    }
}

fn named<'a>(
    mut all: impl Iterator<Item = (&'a String, &'a Text)>,
    id: &str,
    lang: Lang,
) -> String {
    let found = all.find(|(own, _)| *own == id);
    found.map_or_else(|| id.to_owned(), |(_, title)| title.get(lang).to_owned())
}

fn with(text: String, now: Option<String>) -> String {
    match now {
        Some(now) => format!("{text} ({now})"),
        None => text,
    }
}

fn meetings(count: u8, per: CountPer, lang: Lang) -> String {
    let meetings = match (lang, count) {
        (Lang::Sv, 1) => "möte",
        (Lang::Sv, _) => "möten",
        (Lang::En, 1) => "meeting",
        (Lang::En, _) => "meetings",
    };
    let per = match per {
        CountPer::Year => lang.pick("om året", "a year"),
        CountPer::Term => lang.pick("per termin", "a term"),
        CountPer::MandatePeriod => lang.pick("per mandatperiod", "a mandate period"),
    };
    format!("{count} {meetings} {per}")
}

/// How far from its meeting a last day is: "7 dagar före".
#[must_use]
pub fn lead_time(offset: &DeadlineOffset, lang: Lang) -> String {
    super::titles::lower_first(&super::reason::offset_in(lang, offset))
}

/// How long an office is held: "2 år".
#[must_use]
pub fn office_term(term: OfficeTerm, lang: Lang) -> String {
    match term {
        OfficeTerm::Years(1) => lang.pick("1 år", "1 year").to_owned(),
        OfficeTerm::Years(years) => format!("{years} {}", lang.pick("år", "years")),
        OfficeTerm::Mandate(TermKind::Calendar) => {
            let text = lang.pick("en mandatperiod", "a mandate period");
            text.to_owned()
        }
        OfficeTerm::Mandate(TermKind::Council) => {
            let text = lang.pick("fullmäktiges mandatperiod", "the councils' term");
            text.to_owned()
        }
        OfficeTerm::UntilFurtherNotice => {
            let text = lang.pick("tills vidare", "until further notice");
            text.to_owned()
        }
    }
}

/// "Omval sön 9 maj 2027".
#[must_use]
pub fn re_election(day: NaiveDate, lang: Lang) -> String {
    let word = lang.pick("Omval", "Re-election");
    format!("{word} {} {}", lang.short_date(day), day.year())
}

/// "7 möten i stället för 9".
#[must_use]
pub fn meetings_instead(count: u8, now: u8, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("{count} möten i stället för {now}"),
        Lang::En => format!("{count} meetings instead of {now}"),
    }
}

/// The name of a variant with shorter lead times.
#[must_use]
pub fn shorter_lead_times(lang: Lang) -> &'static str {
    lang.pick("Kortare framförhållning", "Shorter lead times")
}

fn rule(change: &Change, plan: &Plan, lang: Lang) -> String {
    let document = to_value(plan.document());
    let place = super::capital(&place_in(change.path(), &document, lang));
    let now = value_at(&document, change.path()).map(|value| written(value, lang));
    match change {
        Change::Set { value, .. } => with(format!("{place}: {}", written(value, lang)), now),
        Change::Remove { .. } => with(format!("{place}: –"), now),
        _ => super::change(change, &document, lang),
    }
}

/// A value in words, where it is one that has some.
fn written(value: &Value, lang: Lang) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::Bool(true) => lang.pick("ja", "yes").to_owned(),
        Value::Bool(false) => lang.pick("nej", "no").to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(list) => {
            let parts: Vec<String> = list.iter().map(|one| written(one, lang)).collect();
            parts.join(", ")
        }
        Value::Object(fields) => {
            let text = fields.get(lang.pick("sv", "en")).and_then(Value::as_str);
            text.map_or_else(|| value.to_string(), str::to_owned)
        }
        Value::Number(number) => number.to_string(),
    }
}
