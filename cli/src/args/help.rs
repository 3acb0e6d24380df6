//! What stands below each command's help: examples that work in the project's folder.

pub(super) const PROGRAM: &str = "\
Data goes to standard output, problems to standard error.
Exit codes: 0 fine; 1 findings of severity error, with --strict; 2 something cannot be read.

Examples:
  planning-wheel check plans/sskl-kalmar.json --year 2027
  planning-wheel calendar plans/sskl-kalmar.json --year 2027 --lang en
  planning-wheel help calendar";

pub(super) const CHECK: &str = "\
Without --year and --mandate, the days from the plan's first year to the end of the first whole
mandate period are checked.

With --json: { plan?, start?, end?, problems[], findings[] }, where end is the day after the last.
  problem: path, line?, column?, message
  finding: kind, severity (error, warning, info), path, line?, column?, entry?, start, end,
           message, source?, sources[], fix{message, changes[{op, path, value?}]}?

Examples:
  planning-wheel check plans/sskl-kalmar.json
  planning-wheel check plans/sskl-kalmar.json --year 2027 --lang en
  planning-wheel check plans/sso-ostergotland.json --mandate 2027 --json
  planning-wheel check - --year 2027 --strict < plans/samverkan-blekinge.json";

pub(super) const CALENDAR: &str = "\
KIND is one of meeting, preparation, deadline, step, decision, report, follow_up, office,
office_election, document, revision, assignment, goal, post, duty, activity, background, election,
term_start.

With --json: an array of entries, with these fields in this order. Fields with ? may be missing;
days are YYYY-MM-DD and end is the day after the last.
  id, kind, title, start, end, start_time?, minutes?, body[], level?, principals[],
  source{agreement, section, quote?}?, sources[], reasons[], moved_from?, nominal?,
  legally_latest?, status (proposed, fixed, cancelled, undecided, check), place?, responsible?,
  holder?, items[], links[{relation, to}], url?, note?

With --csv: a byte order mark and semicolons, so that Excel in Sweden opens the file with å, ä, ö
and columns in place. A cell that a spreadsheet would take for a formula begins with '.
Columns: id, kind, title, start, end, last_day, start_time, minutes, body, level, principals,
agreement, section, reasons, moved_from, status, place, responsible, holder, note; then in words,
for people: weekday, week, kind_name, body_names, level_name. New columns come last.

Examples:
  planning-wheel calendar plans/sskl-kalmar.json --year 2027
  planning-wheel calendar plans/sskl-kalmar.json --mandate 2027 --kind meeting --body nso
  planning-wheel calendar plans/samverkan-blekinge.json --from 2027-08-01 --to 2027-12-31 --json
  planning-wheel calendar plans/sso-ostergotland.json --year 2027 --csv --separator comma
  planning-wheel calendar plans/sso-ostergotland.json --year 2027 --per-principal --lang en";

pub(super) const EXPORT: &str = "\
KIND is one of meeting, preparation, deadline, step, decision, report, follow_up, office,
office_election, document, revision, assignment, goal, post, duty, activity, background, election,
term_start.

With --ics: a calendar file to import or, where a web server gives it out as text/calendar, to
subscribe to. Entries keep their UID for ever. A program takes a changed entry only when its SEQUENCE has
risen: it is the minute in which the plan was saved (--stamp). With --earlier, only entries that
moved or were cancelled since that file rise; when it is not there yet, it is the first time.
The same plan, stamp and earlier file give the same bytes. Where a plan comes out of version
control, its file's time is that of the checkout: give --stamp \"$(git log -1 --format=%cI PLAN)\".

With --csv: as calendar --csv prints it.

The file is replaced at once, never half written, and left alone when nothing has changed: a
scheduled job may run as often as it likes. With --strict, a plan with errors leaves the last
good file where it is.

Examples:
  planning-wheel export plans/sskl-kalmar.json --mandate 2027 --no-periods --ics -o feed.ics
  planning-wheel export plans/sskl-kalmar.json --year 2027 --body nso --ics -o feed.ics
  planning-wheel export plans/sskl-kalmar.json --year 2027 --principal kalmar --ics -o feed.ics
  planning-wheel export plans/sskl-kalmar.json --year 2027 --ics --earlier feed.ics -o feed.ics
  planning-wheel export - --year 2027 --ics --stamp 2027-01-05 -o - < plans/sso-ostergotland.json
  planning-wheel export plans/samverkan-blekinge.json --year 2027 --csv -o entries.csv --lang en";

pub(super) const EXPLAIN: &str = "\
Examples:
  planning-wheel explain plans/sskl-kalmar.json election/2026
  planning-wheel explain plans/sskl-kalmar.json term-start/council/2026 --lang en";

pub(super) const WHEEL: &str = "\
The file stands alone: no fonts, scripts or links. The same plan and year give the same bytes.

With --mandate, a turn is a whole mandate period: documents, terms, offices, meetings by month,
and below it what happens once in the period.

What --kind, --body and --principal do not ask for is not drawn; a body keeps its ring as long as it
is asked for, also when nothing is on it. KIND is as for calendar.

Examples:
  planning-wheel wheel plans/sskl-kalmar.json --year 2027 -o wheel.svg
  planning-wheel wheel plans/sskl-kalmar.json --year 2027 --today 2027-03-15 --lang en -o -
  planning-wheel wheel plans/sskl-kalmar.json --year 2027 --principal kalmar -o wheel.svg
  planning-wheel wheel plans/sskl-kalmar.json --mandate 2027 --kind decision -o wheel.svg
  planning-wheel wheel plans/sso-ostergotland.json --mandate 2027 --term councils --lang en -o -";

pub(super) const PAGE: &str = "\
The page runs from a folder or an attachment: nothing beside it, no network. The template is any
page that cargo xtask dist leaves in dist/single; its own plan is replaced. A plan with problems
gives no page.

Examples:
  planning-wheel page plans/sskl-kalmar.json --template dist/single/sskl-kalmar.html -o plan.html
  planning-wheel page - --template plan.html -o plan.html < plans/samverkan-blekinge.json";

pub(super) const SIMULATE: &str = "\
A path leads through the plan by field names and ids: meetings/moten-nso/count/target=6. The value is
JSON, or else a text; null takes the field away. Everything after --set is one variant; --variant
gives several, each a name followed by its changes. Without --year and --mandate, the days are those
of check. Person-hours are length times seats; fewest–most where the plan gives a range.

With --json: { plan, start, end, measures, variants[{name, changes[], measures, difference}] }.
  measures: meetings, without_length, bodies[], principals[], roles[] (id, title, meetings,
            person_minutes, most_person_minutes), weeks[{monday, week, meetings, person_minutes}],
            gaps[{body, from, to, days}], handed_over[], turns[{id, title, holder?, start, end}],
            once[{id, kind, title, start}]
  difference: dates[{id, kind, title, change (added, removed, moved, retimed), before?, after?}],
            solved[], found[] (findings as check prints them), bodies[], principals[], roles[]
            ({before?, after?})

Examples:
  planning-wheel simulate plans/sskl-kalmar.json --mandate 2027 --minutes 120
  planning-wheel simulate plans/sskl-kalmar.json --year 2027 --set meetings/moten-nso/count/target=7
  planning-wheel simulate plans/sskl-kalmar.json --variant six meetings/moten-nso/count/target=6
  planning-wheel simulate plans/sskl-kalmar.json --mandate 2027 --against plans/sskl-kalmar.json";

pub(super) const DIFF: &str = "\
Documents are compared by ids, whatever the order of fields. The days are those of the second plan.

With --json: { start, end, document[{op, path, at?, value?, before?}], difference }, as simulate
prints it.

Examples:
  planning-wheel diff plans/sskl-kalmar.json plans/sskl-kalmar.json
  planning-wheel diff - plans/sskl-kalmar.json --mandate 2027 --json < plans/sskl-kalmar.json";

pub(super) const MERGE: &str = "\
What only one side changed is taken over, by ids. Where both changed the same thing, both wishes are
told and nothing is written, with exit code 1, unless --prefer settles it. The same when the merged
document would be no plan.

As a merge driver of git: planning-wheel merge %O %A %B -o %A

With --json: { conflicts[{path, about (field, element, order), base?, mine?, theirs?}], problems[],
document? }; the document holds what stood there before in place of each conflict not settled.

Examples:
  planning-wheel merge plans/sskl-kalmar.json plans/sskl-kalmar.json plans/sskl-kalmar.json
  planning-wheel merge plans/sskl-kalmar.json plans/sskl-kalmar.json - < plans/sskl-kalmar.json";

pub(super) const IMPORT: &str = "\
What the file is, is seen by what stands in it. What was not understood is told on standard error,
each with its place and the way out. Without -o the plan is printed, and no file is changed.

FIELD is one of name, group, start, end, time, end_time, minutes, kind, status, place, responsible,
link, note, id. Where all of a day are numbers, the day comes before the month. Times of calendar
files become those of the plan's time zone. Meetings of the series are held on the days in their
order; what is more is added, and times are left to the series. A background is no part of the
plan's own meetings: a meeting that clashes with it is told by check.

With --json: { title?, items[{line?, id?, title, groups[], start, end, start_time?, minutes?, kind?,
status}], unread[{line?, column?, what, kept, message}], outside, groups[{written, items, body?}],
unused_columns[] }, where end is the day after the last; a plan is only written with -o.

Examples:
  planning-wheel import plans/sskl-kalmar.json - --year 2027 < tests/data/import/wheel.yrw
  planning-wheel import plans/sskl-kalmar.json - --year 2027 --json < tests/data/import/council.ics
  planning-wheel import plans/sskl-kalmar.json - --as background < tests/data/import/council.ics";

pub(super) const PAPER: &str = "\
Days are computed, and texts are the plan's. What a paper should say and the plan does not is marked
in it. --html gives a page of its own to print on A4, without scripts; --fragment a piece to paste
into a text document; --text, as without any of them, plain text.

Examples:
  planning-wheel paper plans/samverkan-blekinge.json notice lsvo-moten/2027/2
  planning-wheel paper plans/samverkan-blekinge.json wheel --year 2027 --html -o plan.html
  planning-wheel paper plans/samverkan-blekinge.json calendar --year 2027 --body lsvo --lang en
  planning-wheel paper plans/sskl-kalmar.json mandate --mandate 2027 --fragment";

pub(super) const FORMAT: &str = "\
One order of fields, one field a line, defaults left out: two versions differ where they differ.

Examples:
  planning-wheel format plans/sskl-kalmar.json
  planning-wheel format - < plans/sso-ostergotland.json";

pub(super) const MANDATES: &str = "\
With --json: an array of { election, council{start, end}, calendar{start, end}, first_year,
last_year, years, uncertain }, where end is the day after the last.

Examples:
  planning-wheel mandates --from 2023 --to 2034
  planning-wheel mandates --json --lang en";

pub(super) const HOLIDAYS: &str = "\
With --json: an array of { date, id, name, kind (public_holiday, equated_eve, eve, squeeze_day),
week }.

Examples:
  planning-wheel holidays --year 2027
  planning-wheel holidays --year 2027 --json --lang en";

pub(super) const DUTIES: &str = "\
Every duty of the catalogue that has a date in the year, also those that no plan uses. Plan for
the day printed first: a day that lag (1930:173) moves forward is only the last one by law.

With --json: an array of entries as calendar prints them, with duty, citation, checked and
binds[] (municipality, region; empty means both) before the rest.

Examples:
  planning-wheel duties --year 2027
  planning-wheel duties --year 2027 --json --lang en
  planning-wheel duties --year 2027 --catalogue plans/statutory.json";

pub(super) const SCHEMA: &str = "\
Examples:
  planning-wheel schema
  planning-wheel schema --catalogue";
