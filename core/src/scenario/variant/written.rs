//! What is done differently as a line of text, to be kept: `meetings/moten-nso=6`.

use super::Tweak;
use crate::document::{Change, DeadlineOffset, OfficeTerm};
use crate::scenario::read_change;
use crate::time::{TermKind, Weekday, format, parse};
use serde_json::Value;

impl Tweak {
    /// The line that says it; [`Tweak::read`] gives the same back.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::scenario::Tweak;
    /// let six = Tweak::Meetings { series: "moten-nso".into(), count: 6 };
    /// assert_eq!(six.written(), "meetings/moten-nso=6");
    /// assert_eq!(Tweak::read("meetings/moten-nso=6"), Some(six));
    /// assert_eq!(Tweak::read("meetings/moten-nso=many"), None);
    /// ```
    #[must_use]
    pub fn written(&self) -> String {
        let value = match self {
            Self::Meetings { count, .. } | Self::LikeGroups { count, .. } => count.to_string(),
            Self::Weekday { weekday, .. } => weekday.number().to_string(),
            Self::LeadTime { offset, .. } => offset_word(offset),
            Self::Interval { term, .. } => term_word(*term),
            // Unlike a name, an id holds no sign of ours.
            Self::NewGroup { like, name } => return format!("new/{like}={name}"),
            Self::Merge { into, .. } => into.clone(),
            Self::BoardsStart { day } => day.to_string(),
            Self::Election { day } => format(*day),
            Self::Rule(change) => return rule(change),
        };
        format!("{}={value}", self.target())
    }

    /// What a line says; nothing for a line that says nothing that is known.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        if let Some(rule) = written.strip_prefix("rule/") {
            return read_change(rule).ok().map(Self::Rule);
        }
        let (target, value) = written.split_once('=')?;
        let (kind, about) = target.split_once('/').unwrap_or((target, ""));
        let id = about.to_owned();
        Some(match kind {
            "meetings" => Self::Meetings {
                series: id,
                count: value.parse().ok()?,
            },
            "weekday" => Self::Weekday {
                series: id,
                weekday: weekday(value)?,
            },
            "lead-time" => {
                let (series, deadline) = about.split_once('/')?;
                Self::LeadTime {
                    series: series.to_owned(),
                    deadline: deadline.to_owned(),
                    offset: offset(value)?,
                }
            }
            "interval" => Self::Interval {
                office: id,
                term: term(value)?,
            },
            "groups" => Self::LikeGroups {
                body: id,
                count: value.parse().ok()?,
            },
            "new" => Self::NewGroup {
                like: id,
                name: value.to_owned(),
            },
            "merge" => Self::Merge {
                body: id,
                into: value.to_owned(),
            },
            "boards" => Self::BoardsStart {
                day: value.parse().ok()?,
            },
            "election" => Self::Election {
                day: parse(value).ok()?,
            },
            _ => return None,
        })
    }
}

/// A rule is one that was read from a line, so that one line says it.
fn rule(change: &Change) -> String {
    let value = match change {
        Change::Set { value, .. } | Change::Append { value, .. } | Change::Insert { value, .. } => {
            value.clone()
        }
        Change::Remove { .. } | Change::Reorder { .. } => Value::Null,
    };
    format!("rule{}={value}", change.path())
}

fn weekday(number: &str) -> Option<Weekday> {
    let number: u8 = number.parse().ok()?;
    Weekday::ALL.into_iter().find(|day| day.number() == number)
}

fn offset_word(offset: &DeadlineOffset) -> String {
    match offset {
        DeadlineOffset::Days(number) => format!("days:{number}"),
        DeadlineOffset::Weeks(number) => format!("weeks:{number}"),
        DeadlineOffset::Months(number) => format!("months:{number}"),
        DeadlineOffset::WorkingDays(number) => format!("working-days:{number}"),
        DeadlineOffset::EndOfWeekBefore(number) => format!("end-of-week-before:{number}"),
    }
}

fn offset(word: &str) -> Option<DeadlineOffset> {
    let (unit, number) = word.split_once(':')?;
    Some(match unit {
        "days" => DeadlineOffset::Days(number.parse().ok()?),
        "weeks" => DeadlineOffset::Weeks(number.parse().ok()?),
        "months" => DeadlineOffset::Months(number.parse().ok()?),
        "working-days" => DeadlineOffset::WorkingDays(number.parse().ok()?),
        "end-of-week-before" => DeadlineOffset::EndOfWeekBefore(number.parse().ok()?),
        _ => return None,
    })
}

fn term_word(term: OfficeTerm) -> String {
    match term {
        OfficeTerm::Years(years) => years.to_string(),
        OfficeTerm::Mandate(TermKind::Council) => "council".to_owned(),
        OfficeTerm::Mandate(TermKind::Calendar) => "calendar".to_owned(),
        OfficeTerm::UntilFurtherNotice => "open".to_owned(),
    }
}

fn term(word: &str) -> Option<OfficeTerm> {
    Some(match word {
        "council" => OfficeTerm::Mandate(TermKind::Council),
        "calendar" => OfficeTerm::Mandate(TermKind::Calendar),
        "open" => OfficeTerm::UntilFurtherNotice,
        years => OfficeTerm::Years(years.parse().ok()?),
    })
}
