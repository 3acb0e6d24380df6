//! What a view is as text: `year=2027&view=agenda&entry=nso/2027/1`.
//!
//! The same text leads back to a view in a link, in a page's own address, and in an element that
//! was taken out of its page and put back.

use crate::state::{Screen, View};
use chrono::NaiveDate;
use planning_wheel::calendar::EntryKind;
use planning_wheel::time::{Stretch, TermKind};

/// What an address names; what it does not name stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Address {
    pub(crate) year: Option<i32>,
    /// Whose term of office makes a mandate period.
    pub(crate) term: Option<TermKind>,
    /// How much of the year.
    pub(crate) span: Option<Stretch>,
    /// A day of that part.
    pub(crate) from: Option<NaiveDate>,
    /// The chosen entry; an empty name chooses nothing.
    pub(crate) entry: Option<String>,
    pub(crate) screen: Option<Screen>,
    /// The only body that is shown; an empty name shows all.
    pub(crate) body: Option<String>,
    /// The only kind that is shown, by its name in data; an empty name shows all.
    pub(crate) kind: Option<String>,
    /// The only principal whose matters are shown; an empty name shows those of all.
    pub(crate) principal: Option<String>,
    /// Places of the hidden levels.
    pub(crate) hidden: Option<Vec<usize>>,
    pub(crate) last_days: Option<bool>,
}

impl Address {
    /// Reads an address; what cannot be understood is as if it were not there.
    pub(crate) fn read(text: &str) -> Self {
        let mut address = Self::default();
        for part in text.split('&') {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let value = decoded(value);
            match name {
                "year" => address.year = value.parse().ok(),
                "term" if value == "councils" => address.term = Some(TermKind::Council),
                "term" => address.term = Some(TermKind::Calendar),
                "span" if value.is_empty() => address.span = Some(Stretch::Year),
                "span" => address.span = Stretch::from_id(&value),
                "from" => address.from = planning_wheel::time::parse(&value).ok(),
                "entry" => address.entry = Some(value),
                "view" => address.screen = Screen::from_id(&value),
                "body" => address.body = Some(value),
                "kind" => address.kind = Some(value).filter(|kind| is_kind(kind)),
                "principal" => address.principal = Some(value),
                "hide" => address.hidden = Some(places(&value)),
                "deadlines" => address.last_days = Some(value != "0"),
                _ => {}
            }
        }
        address
    }

    /// The address of a view. What is as usual is left out.
    pub(crate) fn of(view: &View) -> String {
        let mut text = format!("year={}", view.year);
        let mut add = |name: &str, value: &str| {
            text.push('&');
            text.push_str(name);
            text.push('=');
            encode(value, &mut text);
        };
        if let Some((stretch, days)) = view.part() {
            add("span", stretch.id());
            add("from", &planning_wheel::time::format(days.start));
        }
        if let Some(entry) = &view.chosen {
            add("entry", entry);
        }
        if view.screen != Screen::default() {
            add("view", view.screen.id());
        }
        if view.term == TermKind::Council {
            add("term", "councils");
        }
        let only = [
            ("body", &view.body),
            ("kind", &view.kind),
            ("principal", &view.principal),
        ];
        for (name, id) in only {
            if let Some(id) = id {
                add(name, id);
            }
        }
        if !view.hidden.is_empty() {
            let places: Vec<String> = view.hidden.iter().map(usize::to_string).collect();
            add("hide", &places.join(","));
        }
        if !view.last_days {
            add("deadlines", "0");
        }
        text
    }
}

/// A kind that there is, or none.
fn is_kind(name: &str) -> bool {
    name.is_empty() || EntryKind::from_id(name).is_some()
}

fn places(list: &str) -> Vec<usize> {
    let mut places = Vec::new();
    for place in list.split(',').filter_map(|place| place.parse().ok()) {
        if let Err(at) = places.binary_search(&place) {
            places.insert(at, place);
        }
    }
    places
}

/// Text as it may stand in an address; slashes and commas are harmless and make ids readable.
fn encode(value: &str, into: &mut String) {
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' | b',' => {
                into.push(char::from(byte));
            }
            _ => {
                into.push('%');
                for digit in [byte >> 4, byte & 15] {
                    let digit = char::from_digit(digit.into(), 16).unwrap_or('0');
                    into.push(digit.to_ascii_uppercase());
                }
            }
        }
    }
}

fn decoded(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let mut digit = || char::from(ahead.next()?).to_digit(16);
        match (byte, digit(), digit()) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                rest.nth(1);
            }
            (b'+', ..) => bytes.push(b' '),
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Action;

    #[test]
    fn leads_back_to_the_same_view() {
        let mut view = View::new(2026);
        view.apply(Action::Year(2027));
        let day = planning_wheel::time::date(2027, 11, 18).unwrap_or_default();
        view.apply(Action::Zoom(Stretch::Month, day));
        view.apply(Action::Choose("möte & co/2027/1".into()));
        view.apply(Action::Screen(Screen::Agenda));
        view.apply(Action::Level(2));
        view.apply(Action::Body(Some("nso".into())));
        view.apply(Action::Term(TermKind::Council));
        view.apply(Action::Kind(Some("follow_up".into())));
        view.apply(Action::Principal(Some("öland".into())));
        view.apply(Action::LastDays);
        let text = Address::of(&view);
        assert!(text.is_ascii(), "{text}");
        let mut other = View::new(2030);
        other.apply(Action::Go(Address::read(&text)));
        // The day itself is not kept, but the days that are looked at are.
        assert_eq!(other.part(), view.part());
        other.day = view.day;
        assert_eq!(other, view);
    }

    #[test]
    fn names_only_what_it_names() {
        assert_eq!(Address::read("lang=en&x"), Address::default());
        assert_eq!(Address::read("entry=").entry.as_deref(), Some(""));
        assert_eq!(Address::read("year=soon"), Address::default());
        assert_eq!(
            Address::read("entry=a%2Fb%c3%A5%2").entry.as_deref(),
            Some("a/bå%2")
        );
    }

    #[test]
    fn what_is_not_named_stays() {
        let mut view = View::new(2027);
        view.apply(Action::Choose("a".into()));
        view.apply(Action::Level(1));
        view.apply(Action::Go(Address::read("view=agenda")));
        assert_eq!((view.chosen.as_deref(), view.hidden.len()), (Some("a"), 1));
        view.apply(Action::Kind(Some("report".into())));
        view.apply(Action::Go(Address::read("entry=&hide=&kind=")));
        assert_eq!((view.chosen.as_deref(), view.hidden.len()), (None, 0));
        assert_eq!(view.kind, None);
    }
}
