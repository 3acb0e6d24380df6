//! Findings in words: what is wrong, where, and what it means.

use super::by_hand::{outside_period, published_outside, unknown_period, without_effect};
use super::reason::{join, off};
use crate::findings::{Finding, FindingKind};
use crate::plan::Plan;
use crate::time::Lang;

/// A finding in one or two sentences.
#[must_use]
pub fn finding(finding: &Finding, plan: &Plan, lang: Lang) -> String {
    match lang {
        Lang::Sv => swedish(&finding.kind, plan),
        Lang::En => english(&finding.kind, plan),
    }
}

fn swedish(kind: &FindingKind, plan: &Plan) -> String {
    const L: Lang = Lang::Sv;
    let body = |id| plan.body(id).short().get(L);
    match kind {
        FindingKind::CadenceBelow {
            series,
            period,
            held,
            min,
        } => {
            format!(
                "{} har {held} möten under {period}; minst {min} är överenskomna.",
                series.get(L)
            )
        }
        FindingKind::CadenceAbove {
            series,
            period,
            held,
            max,
        } => {
            format!(
                "{} har {held} möten under {period}; högst {max} är överenskomna.",
                series.get(L)
            )
        }
        FindingKind::NoPlacement {
            series,
            period,
            rules,
            wanted,
            placed,
        } => {
            let rules: Vec<&str> = rules.iter().map(|(_, name)| name.get(L)).collect();
            format!(
                "{}: {wanted} möten går inte att placera under {period} – de här reglerna går inte ihop: {}. {placed} möten är placerade.",
                series.get(L),
                join(&rules, "och")
            )
        }
        FindingKind::DayOff {
            meeting,
            day,
            why,
            earlier,
            later,
        } => format!(
            "{} {} faller på {}. Närmaste arbetsdagar är {} och {}.",
            meeting.get(L),
            L.short_date(*day),
            off(*why, L),
            L.short_date(*earlier),
            L.short_date(*later)
        ),
        FindingKind::Weekend { meeting, day } => {
            format!(
                "{} ligger på en helg: {}. Är det meningen?",
                meeting.get(L),
                L.full_date(*day)
            )
        }
        FindingKind::OutOfOrder { step, day, after } => format!(
            "”{}” {} kommer före det steg som ska vara klart först ({}).",
            step.get(L),
            L.short_date(*day),
            L.short_date(*after)
        ),
        FindingKind::NoMeetingForStep {
            step,
            body: id,
            months,
            year,
        } => {
            let months: Vec<&str> = months.iter().map(|month| month.name(L)).collect();
            let span = if months.is_empty() {
                format!("under {year}")
            } else {
                format!("i {} {year}", join(&months, "eller"))
            };
            format!(
                "{} har inget möte {span}, där ”{}” ska tas upp.",
                body(*id),
                step.get(L)
            )
        }
        FindingKind::SharedSeats { one, other, day } => format!(
            "{} och {} möts samtidigt {} fast de har gemensamma ledamöter.",
            one.get(L),
            other.get(L),
            L.short_date(*day)
        ),
        FindingKind::BackgroundClash {
            meeting,
            day,
            other,
            background,
        } => format!(
            "{} {} krockar med ”{}” i ”{}”.",
            meeting.get(L),
            L.short_date(*day),
            other.get(L),
            background.get(L)
        ),
        FindingKind::DeadlineDayOff {
            title,
            nominal,
            why,
            goes_to,
            by_law,
        } => {
            let start = format!(
                "”{}” infaller {}, som är {}",
                title.get(L),
                L.short_date(*nominal),
                off(*why, L)
            );
            match (nominal == goes_to, by_law) {
                (true, _) => format!("{start}. Ingen regel flyttar dagen."),
                (false, true) => {
                    format!(
                        "{start}: i lag senast {}, men planera för arbetsdagen före.",
                        L.short_date(*goes_to)
                    )
                }
                (false, false) => format!("{start}: gäller {} i stället.", L.short_date(*goes_to)),
            }
        }
        FindingKind::NoMeetingForReport {
            report,
            body: id,
            due,
        } => {
            format!(
                "{} har inget möte som kan ta emot ”{}” senast {}.",
                body(*id),
                report.get(L),
                L.long_date(*due)
            )
        }
        FindingKind::NoPreparation { meeting } => {
            format!(
                "Det finns ingen ledig dag att bereda {} mellan anmälan av ärenden och dagordningen.",
                meeting.get(L)
            )
        }
        FindingKind::NoMeetingForElection {
            office,
            body: id,
            due,
        } => {
            format!(
                "{} har inget möte där ”{}” kan ske senast {}.",
                body(*id),
                office.get(L),
                L.long_date(*due)
            )
        }
        FindingKind::OfficeVacant {
            office,
            period,
            bodies,
        } => {
            let bodies: Vec<&str> = bodies.iter().map(|id| body(*id)).collect();
            format!(
                "{} {period}: ingen är angiven i {}.",
                office.get(L),
                join(&bodies, "och")
            )
        }
        FindingKind::AlternationBroken {
            office,
            holder,
            other,
        } => format!(
            "{} innehas av {}, samma sida som {}. Uppdragen ska växla.",
            office.get(L),
            holder.get(L),
            other.get(L)
        ),
        FindingKind::QuorumUnreachable {
            body: id,
            principal,
        } => match principal {
            Some(principal) => format!(
                "{} kan inte bli beslutsför: {} har ingen plats som räknas.",
                body(*id),
                plan.principal(*principal).name().get(L)
            ),
            None => format!("{} kan inte bli beslutsför: ingen plats räknas.", body(*id)),
        },
        FindingKind::BodySize {
            body: id,
            seats,
            size,
        } => format!(
            "{} har {} platser; {} är överenskomna.",
            body(*id),
            range(*seats),
            range(*size)
        ),
        FindingKind::NoReports { body: id } => {
            format!(
                "{} möts men rapporterar inte till någon enligt planen.",
                body(*id)
            )
        }
        FindingKind::AssignmentIncomplete {
            assignment,
            form,
            missing,
        } => {
            let missing: Vec<&str> = missing.iter().map(|text| text.get(L)).collect();
            format!(
                "”{}” saknar det som {} kräver: {}.",
                assignment.get(L),
                form.get(L),
                join(&missing, "och")
            )
        }
        FindingKind::Horizon {
            document,
            years,
            level,
            horizon,
        } => format!(
            "{} omfattar {years} år; nivån {} har en tidshorisont på {} år.",
            document.get(L),
            level.get(L),
            range((horizon.0.into(), horizon.1.into()))
        ),
        FindingKind::NoRevision { document } => format!(
            "{} gäller tills vidare och har inget datum för revidering.",
            document.get(L)
        ),
        FindingKind::Undated { document } => {
            format!("{} har inga datum i planen.", document.get(L))
        }
        FindingKind::Expiring { document, last } => {
            format!("{} löper ut {}.", document.get(L), L.long_date(*last))
        }
        FindingKind::Expired { document, last } => {
            format!("{} löpte ut {}.", document.get(L), L.long_date(*last))
        }
        FindingKind::RevisionOverdue { document, due } => {
            format!(
                "{} skulle ha reviderats senast {}.",
                document.get(L),
                L.long_date(*due)
            )
        }
        FindingKind::DecidedByOutgoing {
            decision,
            day,
            last_day,
        } => format!(
            "”{}” beslutas {} av avgående, vars tid går ut {}, men gäller först för de tillträdande.",
            decision.get(L),
            L.short_date(*day),
            L.long_date(*last_day)
        ),
        FindingKind::UnknownOccurrence { occurrence } => {
            format!("Det finns inget möte som heter {occurrence}.")
        }
        FindingKind::EditWithoutEffect { occurrence, why } => without_effect(L, occurrence, *why),
        FindingKind::UnknownPeriod {
            series,
            occurrence,
            year,
            meant,
        } => unknown_period(L, series.get(L), occurrence, *year, meant.as_deref()),
        FindingKind::OutsidePeriod {
            occurrence,
            period,
            day,
        } => outside_period(L, occurrence, period, *day),
        FindingKind::PublishedOutside { year, plan } => published_outside(L, *year, *plan),
        FindingKind::MovedFromElsewhere { written, computed } => format!(
            "Mötet flyttades från {}, men utan flytten skulle det nu ha legat {}.",
            L.long_date(*written),
            L.long_date(*computed)
        ),
        FindingKind::UncertainDuty { duty, citation } => {
            format!(
                "{} ({}): kontrollera lagtexten innan dagen används.",
                duty.get(L),
                citation.get(L)
            )
        }
    }
}

fn english(kind: &FindingKind, plan: &Plan) -> String {
    const L: Lang = Lang::En;
    let body = |id| plan.body(id).short().get(L);
    match kind {
        FindingKind::CadenceBelow {
            series,
            period,
            held,
            min,
        } => {
            format!(
                "{} has {held} meetings in {period}; at least {min} are agreed.",
                series.get(L)
            )
        }
        FindingKind::CadenceAbove {
            series,
            period,
            held,
            max,
        } => {
            format!(
                "{} has {held} meetings in {period}; at most {max} are agreed.",
                series.get(L)
            )
        }
        FindingKind::NoPlacement {
            series,
            period,
            rules,
            wanted,
            placed,
        } => {
            let rules: Vec<&str> = rules.iter().map(|(_, name)| name.get(L)).collect();
            format!(
                "{}: {wanted} meetings cannot be placed in {period} – these rules do not hold together: {}. {placed} meetings are placed.",
                series.get(L),
                join(&rules, "and")
            )
        }
        FindingKind::DayOff {
            meeting,
            day,
            why,
            earlier,
            later,
        } => format!(
            "{} on {} falls on {}. The nearest working days are {} and {}.",
            meeting.get(L),
            L.short_date(*day),
            off(*why, L),
            L.short_date(*earlier),
            L.short_date(*later)
        ),
        FindingKind::Weekend { meeting, day } => {
            format!(
                "{} is on a weekend: {}. Is that meant?",
                meeting.get(L),
                L.full_date(*day)
            )
        }
        FindingKind::OutOfOrder { step, day, after } => format!(
            "“{}” on {} comes before the step that must be done first ({}).",
            step.get(L),
            L.short_date(*day),
            L.short_date(*after)
        ),
        FindingKind::NoMeetingForStep {
            step,
            body: id,
            months,
            year,
        } => {
            let months: Vec<&str> = months.iter().map(|month| month.name(L)).collect();
            let span = if months.is_empty() {
                year.to_string()
            } else {
                format!("{} {year}", join(&months, "or"))
            };
            format!(
                "{} has no meeting in {span}, where “{}” is to be taken.",
                body(*id),
                step.get(L)
            )
        }
        FindingKind::SharedSeats { one, other, day } => format!(
            "{} and {} meet at the same time on {} although they share members.",
            one.get(L),
            other.get(L),
            L.short_date(*day)
        ),
        FindingKind::BackgroundClash {
            meeting,
            day,
            other,
            background,
        } => format!(
            "{} on {} clashes with “{}” of “{}”.",
            meeting.get(L),
            L.short_date(*day),
            other.get(L),
            background.get(L)
        ),
        FindingKind::DeadlineDayOff {
            title,
            nominal,
            why,
            goes_to,
            by_law,
        } => {
            let start = format!(
                "“{}” falls on {}, which is {}",
                title.get(L),
                L.short_date(*nominal),
                off(*why, L)
            );
            match (nominal == goes_to, by_law) {
                (true, _) => format!("{start}. No rule moves the day."),
                (false, true) => {
                    format!(
                        "{start}: by law {} at the latest, but plan for the working day before.",
                        L.short_date(*goes_to)
                    )
                }
                (false, false) => format!("{start}: {} holds instead.", L.short_date(*goes_to)),
            }
        }
        FindingKind::NoMeetingForReport {
            report,
            body: id,
            due,
        } => {
            format!(
                "{} has no meeting that can receive “{}” by {}.",
                body(*id),
                report.get(L),
                L.long_date(*due)
            )
        }
        FindingKind::NoPreparation { meeting } => {
            format!(
                "There is no free day to prepare {} between the last day for items and the agenda.",
                meeting.get(L)
            )
        }
        FindingKind::NoMeetingForElection {
            office,
            body: id,
            due,
        } => {
            format!(
                "{} has no meeting for “{}” by {}.",
                body(*id),
                office.get(L),
                L.long_date(*due)
            )
        }
        FindingKind::OfficeVacant {
            office,
            period,
            bodies,
        } => {
            let bodies: Vec<&str> = bodies.iter().map(|id| body(*id)).collect();
            format!(
                "{} {period}: nobody is named in {}.",
                office.get(L),
                join(&bodies, "and")
            )
        }
        FindingKind::AlternationBroken {
            office,
            holder,
            other,
        } => format!(
            "{} is held by {}, the same side as {}. The offices are to alternate.",
            office.get(L),
            holder.get(L),
            other.get(L)
        ),
        FindingKind::QuorumUnreachable {
            body: id,
            principal,
        } => match principal {
            Some(principal) => format!(
                "{} cannot reach a quorum: {} has no seat that counts.",
                body(*id),
                plan.principal(*principal).name().get(L)
            ),
            None => format!("{} cannot reach a quorum: no seat counts.", body(*id)),
        },
        FindingKind::BodySize {
            body: id,
            seats,
            size,
        } => {
            format!(
                "{} has {} seats; {} are agreed.",
                body(*id),
                range(*seats),
                range(*size)
            )
        }
        FindingKind::NoReports { body: id } => {
            format!("{} meets but reports to nobody in the plan.", body(*id))
        }
        FindingKind::AssignmentIncomplete {
            assignment,
            form,
            missing,
        } => {
            let missing: Vec<&str> = missing.iter().map(|text| text.get(L)).collect();
            format!(
                "“{}” lacks what {} asks for: {}.",
                assignment.get(L),
                form.get(L),
                join(&missing, "and")
            )
        }
        FindingKind::Horizon {
            document,
            years,
            level,
            horizon,
        } => format!(
            "{} covers {years} years; the level {} has a horizon of {} years.",
            document.get(L),
            level.get(L),
            range((horizon.0.into(), horizon.1.into()))
        ),
        FindingKind::NoRevision { document } => {
            format!(
                "{} is valid until further notice and has no date of revision.",
                document.get(L)
            )
        }
        FindingKind::Undated { document } => {
            format!("{} has no dates in the plan.", document.get(L))
        }
        FindingKind::Expiring { document, last } => {
            format!("{} ends on {}.", document.get(L), L.long_date(*last))
        }
        FindingKind::Expired { document, last } => {
            format!("{} ended on {}.", document.get(L), L.long_date(*last))
        }
        FindingKind::RevisionOverdue { document, due } => {
            format!(
                "{} should have been revised by {}.",
                document.get(L),
                L.long_date(*due)
            )
        }
        FindingKind::DecidedByOutgoing {
            decision,
            day,
            last_day,
        } => format!(
            "“{}” is decided on {} by those who step down on {}, but holds only for those who come.",
            decision.get(L),
            L.short_date(*day),
            L.long_date(*last_day)
        ),
        FindingKind::UnknownOccurrence { occurrence } => {
            format!("There is no meeting called {occurrence}.")
        }
        FindingKind::EditWithoutEffect { occurrence, why } => without_effect(L, occurrence, *why),
        FindingKind::UnknownPeriod {
            series,
            occurrence,
            year,
            meant,
        } => unknown_period(L, series.get(L), occurrence, *year, meant.as_deref()),
        FindingKind::OutsidePeriod {
            occurrence,
            period,
            day,
        } => outside_period(L, occurrence, period, *day),
        FindingKind::PublishedOutside { year, plan } => published_outside(L, *year, *plan),
        FindingKind::MovedFromElsewhere { written, computed } => format!(
            "The meeting was moved from {}, but without the move it would now lie on {}.",
            L.long_date(*written),
            L.long_date(*computed)
        ),
        FindingKind::UncertainDuty { duty, citation } => {
            format!(
                "{} ({}): check the law before relying on the day.",
                duty.get(L),
                citation.get(L)
            )
        }
    }
}

/// "13–15", or one number.
fn range((least, most): (u16, u16)) -> String {
    if least == most {
        least.to_string()
    } else {
        format!("{least}–{most}")
    }
}
