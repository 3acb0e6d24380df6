//! One event: what it says, and its days.

use super::super::item::{Brought, Item, Place, Why, said};
use super::super::preview::kind_named;
use super::expand;
use super::lines::{Property, list, unescape};
use super::moment::{DAY, Moment, When, duration};
use super::part::Part;
use super::place;
use super::rule::Rule;
use super::zone::Zones;
use crate::calendar::EntryStatus;
use crate::text;
use crate::time::{DateRange, Lang, add_days, format};
use chrono::NaiveDate;

/// Name under which our own files tell the bodies.
const BODIES: &str = "X-PLANNING-WHEEL-BODIES";

/// An event with its first days.
pub(super) struct Event<'a> {
    part: &'a Part,
    zones: &'a Zones<'a>,
    pub(super) uid: Option<String>,
    /// The day of a repetition that this one stands for.
    pub(super) instead_of: Option<Moment>,
    start: When,
    first: &'a Property,
    /// Minutes from its beginning to its end; nothing where no end is told.
    length: Option<i64>,
    item: Item,
}

impl<'a> Event<'a> {
    /// Reads an event; what is wrong with it is noted, and without a first day there is none.
    pub(super) fn read(
        part: &'a Part,
        zones: &'a Zones<'a>,
        is_ours: bool,
        brought: &mut Brought,
    ) -> Option<Self> {
        let title = part.first("SUMMARY").map(|line| unescape(&line.value));
        let title = title.unwrap_or_default();
        let whole = Place::line(part.line).column("VEVENT");
        let Some(first) = part.first("DTSTART") else {
            brought.unread(whole, &title, Why::NoStart, false);
            return None;
        };
        let Some(start) = When::read(&first.value) else {
            brought.unread(place(first), &first.value, Why::Value, false);
            return None;
        };
        if title.is_empty() {
            brought.unread(whole, &first.value, Why::NoTitle, false);
            return None;
        }
        let (begun, known) = zones.home(start, first);
        if !known {
            brought.unread(place(first), &title, Why::Zone, true);
        }
        let mut event = Self {
            part,
            zones,
            uid: part.first("UID").map(|line| line.value.trim().to_owned()),
            instead_of: None,
            start,
            first,
            length: None,
            item: Item::on(Place::line(part.line), title, begun.day()),
        };
        event.length = event.length(begun, brought);
        event.replaced(brought);
        event.whole_day(begun);
        event.rest(is_ours);
        Some(event)
    }

    /// Minutes to its end, by `DTEND` or `DURATION`.
    fn length(&self, begun: Moment, brought: &mut Brought) -> Option<i64> {
        let title = &self.item.title;
        if let Some(line) = self.part.first("DTEND") {
            let length =
                When::read(&line.value).map(|end| self.zones.home(end, line).0.0 - begun.0);
            if length.is_none_or(|length| length < 0) {
                let why = length.map_or(Why::Value, |_| Why::EndBeforeStart);
                brought.unread(place(line), title, why, true);
            }
            return length.filter(|length| *length >= 0);
        }
        let line = self.part.first("DURATION")?;
        let length = duration(&line.value);
        if length.is_none() {
            brought.unread(place(line), title, Why::Value, true);
        }
        length
    }

    /// Which day of a repetition it stands for.
    fn replaced(&mut self, brought: &mut Brought) {
        let Some(line) = self.part.first("RECURRENCE-ID") else {
            return;
        };
        match When::read(&line.value) {
            Some(when) => self.instead_of = Some(self.zones.home(when, line).0),
            None => brought.unread(place(line), &self.item.title, Why::Value, true),
        }
        if line.parameter("RANGE").is_some() {
            brought.unread(place(line), &self.item.title, Why::FromThere, true);
        }
    }

    /// Outlook writes whole days as midnight to midnight, and says so beside it.
    fn whole_day(&mut self, begun: Moment) {
        let says = self.part.first("X-MICROSOFT-CDO-ALLDAYEVENT");
        let says = says.is_some_and(|line| line.value.trim().eq_ignore_ascii_case("TRUE"));
        let full = self
            .length
            .is_some_and(|length| length > 0 && length % DAY == 0);
        if says && full && begun.minutes() == 0 {
            self.start = When::Day(begun.day());
        }
    }

    fn rest(&mut self, is_ours: bool) {
        let own = |name: &str| {
            let line = self.part.first(name)?;
            said(&unescape(&line.value))
        };
        let categories: Vec<String> = self
            .part
            .all("CATEGORIES")
            .flat_map(|line| list(&line.value))
            .collect();
        let status = own("STATUS").unwrap_or_default().to_ascii_uppercase();
        let (note, location, link) = (own("DESCRIPTION"), own("LOCATION"), own("URL"));
        let bodies = self.part.first(BODIES).map(|line| list(&line.value));
        self.item.status = match (status.as_str(), is_ours) {
            ("CANCELLED", _) => EntryStatus::Cancelled,
            ("TENTATIVE", _) => EntryStatus::Undecided,
            // Calendar programs call everything confirmed; our own files what is published.
            ("CONFIRMED", true) => EntryStatus::Fixed,
            _ => EntryStatus::Proposed,
        };
        self.item.kind = categories.first().and_then(|name| kind_named(name));
        self.item.groups = match (bodies, is_ours) {
            (Some(bodies), _) => bodies,
            (None, true) => Vec::new(),
            (None, false) => categories,
        };
        (self.item.note, self.item.location, self.item.link) = (note, location, link);
        self.item.id = self.uid.as_ref().map(|uid| match is_ours {
            true => entry_id(uid),
            false => uid.clone(),
        });
        if is_ours && self.item.status == EntryStatus::Cancelled {
            let ends = [Lang::Sv, Lang::En].map(|lang| {
                let word = text::status(EntryStatus::Cancelled, lang).unwrap_or_default();
                format!(" ({word})")
            });
            let title = &self.item.title;
            let bare = ends.iter().find_map(|end| title.strip_suffix(end));
            self.item.title = bare.unwrap_or(title).to_owned();
        }
    }

    /// Its days inside a range, without those that others stand for.
    pub(super) fn items(
        &self,
        changed: &[&Self],
        within: DateRange,
        budget: &mut u32,
        brought: &mut Brought,
    ) -> Vec<Item> {
        let begun = self.zones.home(self.start, self.first).0;
        let moments = self.moments(within, budget, brought);
        let single = !self.repeats();
        let gone: Vec<Moment> = changed
            .iter()
            .filter_map(|event| event.instead_of)
            .collect();
        let kept = moments.into_iter().filter(|moment| !gone.contains(moment));
        let items: Vec<Item> = kept
            .map(|moment| self.at(moment, moment != begun || !single))
            .filter(|item| item.range().overlaps(&within))
            .collect();
        if items.is_empty() && changed.is_empty() {
            brought.outside += 1;
        }
        items
    }

    /// It alone, where it stands for a day of a repetition.
    pub(super) fn alone(&self, within: DateRange, brought: &mut Brought) -> Option<Item> {
        let mut item = self.at(self.zones.home(self.start, self.first).0, false);
        let day = self.instead_of.map(Moment::day);
        item.id = item.id.zip(day).map(|(id, day)| dated(&id, day));
        let inside = item.range().overlaps(&within);
        brought.outside += usize::from(!inside);
        inside.then_some(item)
    }

    fn repeats(&self) -> bool {
        let names = ["RRULE", "RDATE"];
        names.iter().any(|name| self.part.first(name).is_some())
    }

    /// Every beginning that may touch a range, on the plan's clock.
    fn moments(&self, within: DateRange, budget: &mut u32, brought: &mut Brought) -> Vec<Moment> {
        let home = |when: When, line: &Property| self.zones.home(when, line).0;
        let begun = home(self.start, self.first);
        let mut moments = Vec::new();
        let mut ruled = false;
        for line in self.part.all("RRULE") {
            match self.ruled(line, within, budget) {
                Ok(found) => {
                    ruled = true;
                    moments.extend(found);
                }
                Err(why) => brought.unread(place(line), &line.value, why, true),
            }
        }
        if !ruled {
            moments.push(begun);
        }
        for line in self.part.all("EXRULE") {
            brought.unread(place(line), &line.value, Why::Rule, true);
        }
        for (name, adds) in [("RDATE", true), ("EXDATE", false)] {
            for line in self.part.all(name) {
                for when in When::list(line) {
                    match when {
                        None => brought.unread(place(line), &line.value, Why::Value, true),
                        Some(when) if adds => moments.push(home(when, line)),
                        // A whole day leaves out whatever begins on it.
                        Some(When::Day(day)) => moments.retain(|moment| moment.day() != day),
                        Some(when) => {
                            let gone = home(when, line);
                            moments.retain(|moment| *moment != gone);
                        }
                    }
                }
            }
        }
        crate::order::Order::order(moments.as_mut_slice());
        moments.dedup();
        moments
    }

    /// What a rule gives.
    fn ruled(
        &self,
        line: &Property,
        within: DateRange,
        budget: &mut u32,
    ) -> Result<Vec<Moment>, Why> {
        let rule = Rule::read(&line.value).ok_or(Why::Rule)?;
        let (anchor, minutes) = match self.start {
            When::Day(day) => (day, None),
            When::Local(moment) | When::Utc(moment) => (moment.day(), Some(moment.minutes())),
        };
        let days = self.length.unwrap_or(0).div_euclid(DAY).min(3_660) + 2;
        let range = within.widened(days, 2);
        let days = expand::days(&rule, anchor, range, budget).map_err(|()| Why::LongRule)?;
        let until = rule.until.map(|until| self.zones.home(until, self.first).0);
        let moment = |day: NaiveDate| match (self.start, minutes) {
            (When::Utc(_), Some(minutes)) => {
                let utc = When::Utc(Moment::new(day, minutes));
                self.zones.home(utc, self.first).0
            }
            (_, Some(minutes)) => {
                let local = When::Local(Moment::new(day, minutes));
                self.zones.home(local, self.first).0
            }
            (_, None) => Moment::new(day, 0),
        };
        let moments = days.into_iter().map(moment);
        Ok(moments
            .filter(|one| expand::within(&rule, *one, until))
            .collect())
    }

    /// The event at one of its beginnings.
    fn at(&self, begun: Moment, repeated: bool) -> Item {
        let mut item = self.item.clone();
        item.start = begun.day();
        item.end = add_days(item.start, 1);
        if repeated {
            item.id = item.id.map(|id| dated(&id, item.start));
        }
        let length = self.length.unwrap_or(0);
        if let When::Day(_) = self.start {
            item.end = add_days(item.start, (length / DAY).max(1));
            return item;
        }
        item.time = begun.time();
        if length > 0 {
            let ended = begun.later(length);
            let (last, minutes) = last_day(begun, ended);
            item.end = add_days(last, 1);
            item.minutes = minutes.and_then(|minutes| u16::try_from(minutes).ok());
        }
        item
    }
}

/// The last day of something with a time, and its length on that day.
///
/// From lunch to lunch is two days with a length on the second; over midnight into the small
/// hours is one long day. What ends at midnight after several days has no length.
fn last_day(begun: Moment, ended: Moment) -> (NaiveDate, Option<i64>) {
    let (from, to) = (begun.minutes(), ended.minutes());
    if to > from {
        return (ended.day(), Some(to - from));
    }
    let last = add_days(ended.day(), -1).max(begun.day());
    let over = to == 0 && last > begun.day();
    (last, (!over).then_some(to + DAY - from))
}

fn dated(id: &str, day: NaiveDate) -> String {
    format!("{id}/{}", format(day))
}

/// The id of an entry in its UID: without the plan, `%XX` as the sign that it means.
fn entry_id(uid: &str) -> String {
    let own = uid.rsplit_once('@').map_or(uid, |(own, _)| own);
    let mut bytes = Vec::with_capacity(own.len());
    let mut rest = own.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || {
            let digit = char::from(rest.next()?).to_digit(16)?;
            u8::try_from(digit).ok()
        };
        match byte {
            b'%' => bytes.extend(digit().zip(digit()).map(|(high, low)| high * 16 + low)),
            byte => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
