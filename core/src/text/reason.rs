//! Reasons in words.

use super::titles::{capital, lower_first, span_in};
use crate::document::{DeadlineOffset, MeetingChoice, Text};
use crate::reason::{NonWorking, Reason};
use crate::time::{Lang, Month};
use chrono::NaiveDate;

/// One reason as a sentence without a full stop.
///
/// # Example
/// ```
/// use planning_wheel::{reason::Reason, text, time::{Lang, Weekday}};
/// let why = Reason::UsualWeekday(Weekday::Thursday);
/// assert_eq!(text::reason(&why, Lang::Sv), "Torsdag, gruppens vanliga mötesdag");
/// assert_eq!(text::reason(&why, Lang::En), "Thursday, the body's usual day");
/// ```
#[must_use]
pub fn reason(why: &Reason, lang: Lang) -> String {
    match lang {
        Lang::Sv => swedish(why),
        Lang::En => english(why),
    }
}

fn swedish(why: &Reason) -> String {
    const L: Lang = Lang::Sv;
    match why {
        Reason::Spread {
            nth,
            of,
            period,
            gap,
            even,
        } => {
            let place = format!(
                "Möte {nth} av {of} under {period}, så jämnt fördelade som reglerna tillåter"
            );
            match gap {
                Some(gap) => {
                    format!("{place}: {gap} dagar efter det förra, {even} vore helt jämnt")
                }
                None => place,
            }
        }
        Reason::UsualWeekday(day) => format!("{}, gruppens vanliga mötesdag", capital(day.name(L))),
        Reason::UnusualWeekday { weekday, usual } => {
            format!(
                "{} i stället för {}, som var omöjlig eller sämre den veckan",
                capital(weekday.name(L)),
                usual.name(L)
            )
        }
        Reason::Window(span) => format!("Minst ett möte ska hållas {}", within_sv(*span)),
        Reason::BeforeMeeting { title, date, days } => {
            format!(
                "{days} dagar före {} {}",
                title.get(L),
                L.day_and_month_of(*date)
            )
        }
        Reason::After { title, date } => format!(
            "Efter {} {}",
            quote_title(title.get(L)),
            L.day_and_month_of(*date)
        ),
        Reason::Pattern(rule) => format!("Mötesmönster: {}", rule.describe(L)),
        Reason::Written => "Dagen är skriven i planen".into(),
        Reason::Collision { from, why } => format!(
            "Mönstrets dag {} är {}",
            L.day_and_month_of(*from),
            off_sv(*why)
        ),
        Reason::MovedByHand { from, reason } => {
            format!("Flyttad från {}: {}", L.short_date(*from), reason.get(L))
        }
        Reason::AddedByHand(reason) => format!("Extra dag: {}", reason.get(L)),
        Reason::Beside {
            title,
            date,
            offset,
            minutes_before,
        } => beside_in(L, title, *date, offset.as_ref(), *minutes_before),
        Reason::Continues(reason) => {
            format!("Fortsättning från en tidigare dag: {}", reason.get(L))
        }
        Reason::Cancelled(reason) => format!("Inställd: {}", reason.get(L)),
        Reason::Locked => "Låst på sin dag: ingen regel flyttar den".into(),
        Reason::Published(year) => format!("Fastställd i det publicerade årshjulet för {year}"),
        Reason::Joint(count) => {
            format!("Gemensamt möte för {count} grupper; räknas för var och en")
        }
        Reason::Offset {
            title,
            date,
            offset,
        } => {
            format!(
                "{} {} {}",
                offset_in(L, offset),
                quote_title(title.get(L)),
                L.day_and_month_of(*date)
            )
        }
        Reason::Rolled {
            from,
            why,
            by_law: false,
        } => {
            format!(
                "Flyttad från {}, som är {}",
                L.short_date(*from),
                off_sv(*why)
            )
        }
        Reason::Rolled {
            from,
            why,
            by_law: true,
        } => format!(
            "{} är {}: enligt lag (1930:173) 2 § får åtgärden vidtas nästa vardag, men planera för dagen före",
            capital(&L.short_date(*from)),
            off_sv(*why)
        ),
        Reason::Between {
            after,
            before,
            meeting,
        } => format!(
            "Mellan {} (sista dag att anmäla ärenden) och {} (dagordning ut) inför {}",
            L.day_and_month_of(*after),
            L.day_and_month_of(*before),
            meeting.get(L)
        ),
        Reason::AtMeeting {
            title,
            date,
            which,
            months,
        } => format!(
            "{} {}: {}",
            title.get(L),
            L.day_and_month_of(*date),
            slot_sv(*which, months)
        ),
        Reason::InTurn { title, date } => format!(
            "{} {}: organen rapporterar i tur och ordning",
            title.get(L),
            L.day_and_month_of(*date)
        ),
        Reason::Span { from, to } => {
            format!("Pågår från steget ”{}” till ”{}”", from.get(L), to.get(L))
        }
        Reason::Rule(rule) => format!("Enligt regeln: {}", rule.describe(L)),
        Reason::Cycle { number, mandate } => {
            format!(
                "Cykel {number} i mandatperioden {}–{}",
                mandate.0, mandate.1
            )
        }
        Reason::Covers(period) => format!("Gäller {period}"),
        Reason::Rolling { adopted, years } => {
            format!("Rullande: antas {adopted} för de kommande {years} åren")
        }
        Reason::OwnPeriod => "Har sin egen period".into(),
        Reason::Succeeds { title } => format!(
            "Efterträder: {} övergår till uppdraget",
            lower_first(title.get(L))
        ),
        Reason::Turn { holder, between } => {
            let turns: Vec<&str> = between.iter().map(|one| one.get(L)).collect();
            format!(
                "{} står på tur; uppdraget växlar mellan {}",
                holder.get(L),
                join(&turns, "och")
            )
        }
        Reason::ProvidedBy(text) => format!("Tillhandahålls av {}", text.get(L)),
        Reason::Mandate { mandate, .. } => format!("Mandatperioden {}–{}", mandate.0, mandate.1),
        Reason::ElectionDay(rule) => format!("Ordinarie val: {}", rule.describe(L)),
        Reason::Background(title) => format!("Står i kalendern ”{}”", title.get(L)),
        Reason::Choice(text) => format!("Planens val: {}", text.get(L)),
        Reason::Checked { on, settled: true } => {
            format!("Lagtexten kontrollerad {}", L.long_date(*on))
        }
        Reason::Checked { on, settled: false } => {
            format!(
                "Osäkert {} – kontrollera lagtexten innan dagen används",
                L.long_date(*on)
            )
        }
    }
}

fn english(why: &Reason) -> String {
    const L: Lang = Lang::En;
    match why {
        Reason::Spread {
            nth,
            of,
            period,
            gap,
            even,
        } => {
            let place = format!("Meeting {nth} of {of} in {period}, as even as the rules allow");
            match gap {
                Some(gap) => format!(
                    "{place}: {gap} days after the one before, {even} would be exactly even"
                ),
                None => place,
            }
        }
        Reason::UsualWeekday(day) => format!("{}, the body's usual day", day.name(L)),
        Reason::UnusualWeekday { weekday, usual } => {
            format!(
                "{} instead of {}, which was impossible or worse that week",
                weekday.name(L),
                usual.name(L)
            )
        }
        Reason::Window(span) => {
            format!("At least one meeting must be held in {}", span_in(*span, L))
        }
        Reason::BeforeMeeting { title, date, days } => {
            format!(
                "{days} days before {} on {}",
                title.get(L),
                L.day_and_month_of(*date)
            )
        }
        Reason::After { title, date } => format!(
            "After {} on {}",
            quote_title(title.get(L)),
            L.day_and_month_of(*date)
        ),
        Reason::Pattern(rule) => format!("Meeting pattern: {}", rule.describe(L)),
        Reason::Written => "The day is written in the plan".into(),
        Reason::Collision { from, why } => {
            format!(
                "The pattern's day {} is {}",
                L.day_and_month_of(*from),
                off_en(*why)
            )
        }
        Reason::MovedByHand { from, reason } => {
            format!("Moved from {}: {}", L.short_date(*from), reason.get(L))
        }
        Reason::AddedByHand(reason) => format!("Extra day: {}", reason.get(L)),
        Reason::Beside {
            title,
            date,
            offset,
            minutes_before,
        } => beside_in(L, title, *date, offset.as_ref(), *minutes_before),
        Reason::Continues(reason) => format!("Goes on from an earlier day: {}", reason.get(L)),
        Reason::Cancelled(reason) => format!("Cancelled: {}", reason.get(L)),
        Reason::Locked => "Locked on its day: no rule moves it".into(),
        Reason::Published(year) => format!("Fixed in the published wheel of {year}"),
        Reason::Joint(count) => format!("Joint meeting of {count} bodies; counts for each"),
        Reason::Offset {
            title,
            date,
            offset,
        } => {
            format!(
                "{} {} on {}",
                offset_in(L, offset),
                quote_title(title.get(L)),
                L.day_and_month_of(*date)
            )
        }
        Reason::Rolled {
            from,
            why,
            by_law: false,
        } => {
            format!(
                "Moved from {}, which is {}",
                L.short_date(*from),
                off_en(*why)
            )
        }
        Reason::Rolled {
            from,
            why,
            by_law: true,
        } => format!(
            "{} is {}: by law (1930:173) 2 § the next weekday will do, but plan for the day before",
            L.short_date(*from),
            off_en(*why)
        ),
        Reason::Between {
            after,
            before,
            meeting,
        } => format!(
            "Between {} (last day for items) and {} (agenda out) before {}",
            L.day_and_month_of(*after),
            L.day_and_month_of(*before),
            meeting.get(L)
        ),
        Reason::AtMeeting {
            title,
            date,
            which,
            months,
        } => {
            format!(
                "{} on {}: {}",
                title.get(L),
                L.day_and_month_of(*date),
                slot_en(*which, months)
            )
        }
        Reason::InTurn { title, date } => format!(
            "{} on {}: the bodies report in turn",
            title.get(L),
            L.day_and_month_of(*date)
        ),
        Reason::Span { from, to } => {
            format!("Runs from the step “{}” to “{}”", from.get(L), to.get(L))
        }
        Reason::Rule(rule) => format!("By the rule: {}", rule.describe(L)),
        Reason::Cycle { number, mandate } => {
            format!(
                "Cycle {number} of the mandate period {}–{}",
                mandate.0, mandate.1
            )
        }
        Reason::Covers(period) => format!("Covers {period}"),
        Reason::Rolling { adopted, years } => {
            format!("Rolling: adopted in {adopted} for the coming {years} years")
        }
        Reason::OwnPeriod => "Has its own period".into(),
        Reason::Succeeds { title } => format!(
            "Takes over: {} moves on to this office",
            lower_first(title.get(L))
        ),
        Reason::Turn { holder, between } => {
            let turns: Vec<&str> = between.iter().map(|one| one.get(L)).collect();
            format!(
                "It is the turn of {}; the office alternates between {}",
                holder.get(L),
                join(&turns, "and")
            )
        }
        Reason::ProvidedBy(text) => format!("Provided by {}", text.get(L)),
        Reason::Mandate { mandate, .. } => format!("Mandate period {}–{}", mandate.0, mandate.1),
        Reason::ElectionDay(rule) => format!("Ordinary election: {}", rule.describe(L)),
        Reason::Background(title) => format!("Stands in the calendar “{}”", title.get(L)),
        Reason::Choice(text) => format!("The plan's choice: {}", text.get(L)),
        Reason::Checked { on, settled: true } => {
            format!("The law was checked on {}", L.long_date(*on))
        }
        Reason::Checked { on, settled: false } => {
            format!(
                "Uncertain on {} – check the law before relying on the day",
                L.long_date(*on)
            )
        }
    }
}

/// "Samma dag som Styrelsen 4 mars, 120 minuter före".
fn beside_in(
    lang: Lang,
    title: &Text,
    date: NaiveDate,
    offset: Option<&DeadlineOffset>,
    minutes_before: Option<u16>,
) -> String {
    let same = lang.pick("Samma dag som", "The same day as").to_owned();
    let far = match offset {
        None | Some(DeadlineOffset::Days(0)) => same,
        Some(offset) => offset_in(lang, offset),
    };
    let title = quote_title(title.get(lang));
    let day = lang.day_and_month_of(date);
    let mut text = format!("{far} {title}{}{day}", lang.pick(" ", " on "));
    if let Some(minutes) = minutes_before {
        text.push_str(&format!(
            ", {minutes} {}",
            lang.pick("minuter före", "minutes before")
        ));
    }
    text
}

fn within_sv(span: crate::time::DateRange) -> String {
    let text = span_in(span, Lang::Sv);
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        text
    } else {
        format!("i {text}")
    }
}

/// Why a day is off, inside a sentence.
pub(super) fn off(why: NonWorking, lang: Lang) -> String {
    match lang {
        Lang::Sv => off_sv(why),
        Lang::En => off_en(why),
    }
}

/// Why a day is off: "en lördag", "Kristi himmelsfärdsdag".
fn off_sv(why: NonWorking) -> String {
    match why {
        NonWorking::Weekend(day) => format!("en {}", day.name(Lang::Sv)),
        NonWorking::Holiday(name) => lower_holiday(name.name(Lang::Sv)),
        NonWorking::Closed => "en dag då planen inte har möten".into(),
    }
}

fn off_en(why: NonWorking) -> String {
    match why {
        NonWorking::Weekend(day) => format!("a {}", day.name(Lang::En)),
        NonWorking::Holiday(name) => name.name(Lang::En).to_owned(),
        NonWorking::Closed => "a day on which the plan holds no meetings".into(),
    }
}

/// Swedish holidays are written with a small letter inside a sentence, but for names.
fn lower_holiday(name: &str) -> String {
    if name.starts_with("Kristi") || name.starts_with("Alla") {
        name.to_owned()
    } else {
        lower_first(name)
    }
}

/// "6 veckor före", "2 working days after".
pub(super) fn offset_in(lang: Lang, offset: &DeadlineOffset) -> String {
    let (number, one, many) = match offset {
        DeadlineOffset::Days(days) => (i64::from(*days), ("dag", "day"), ("dagar", "days")),
        DeadlineOffset::Weeks(weeks) => ((*weeks).into(), ("vecka", "week"), ("veckor", "weeks")),
        DeadlineOffset::Months(months) => {
            let one = ("månad", "month");
            ((*months).into(), one, ("månader", "months"))
        }
        DeadlineOffset::WorkingDays(days) => {
            let one = ("arbetsdag", "working day");
            ((*days).into(), one, ("arbetsdagar", "working days"))
        }
        DeadlineOffset::EndOfWeekBefore(1) => {
            let week_before = lang.pick(
                "Sista arbetsdagen veckan före",
                "The last working day of the week before",
            );
            return week_before.into();
        }
        DeadlineOffset::EndOfWeekBefore(weeks) => {
            let (day, before) = lang.pick(
                ("Sista arbetsdagen", "veckor före"),
                ("The last working day", "weeks before"),
            );
            return format!("{day} {weeks} {before}");
        }
    };
    let side = if number <= 0 {
        ("före", "before")
    } else {
        ("efter", "after")
    };
    let unit = if number.abs() == 1 { one } else { many };
    let word = |(sv, en)| lang.pick(sv, en);
    format!("{} {} {}", number.abs(), word(unit), word(side))
}

fn slot_sv(which: MeetingChoice, months: &[Month]) -> String {
    let names: Vec<&str> = months.iter().map(|month| month.name(Lang::Sv)).collect();
    let span = if names.is_empty() {
        "under året".to_owned()
    } else {
        format!("i {}", join(&names, "eller"))
    };
    match which {
        MeetingChoice::First => format!("första möjliga mötet {span}"),
        MeetingChoice::Last => format!("sista mötet {span}"),
        MeetingChoice::Every => format!("varje möte {span}"),
    }
}

fn slot_en(which: MeetingChoice, months: &[Month]) -> String {
    let names: Vec<&str> = months.iter().map(|month| month.name(Lang::En)).collect();
    let span = if names.is_empty() {
        "of the year".to_owned()
    } else {
        format!("in {}", join(&names, "or"))
    };
    match which {
        MeetingChoice::First => format!("the first possible meeting {span}"),
        MeetingChoice::Last => format!("the last meeting {span}"),
        MeetingChoice::Every => format!("every meeting {span}"),
    }
}

/// "a, b and c".
pub(super) fn join(parts: &[&str], word: &str) -> String {
    match parts {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [rest @ .., last] => format!("{} {word} {last}", rest.join(", ")),
    }
}

/// Titles of several words stand in quotation marks inside a sentence.
fn quote_title(title: &str) -> String {
    if title.contains(": ") {
        format!("”{title}”")
    } else {
        title.to_owned()
    }
}

/// The part of a language's dates that reasons use.
trait ShortDate {
    /// "18 november".
    fn day_and_month_of(self, date: NaiveDate) -> String;
}

impl ShortDate for Lang {
    fn day_and_month_of(self, date: NaiveDate) -> String {
        let day = u8::try_from(chrono::Datelike::day(&date)).unwrap_or(1);
        self.day_and_month(day, Month::of(date))
    }
}
