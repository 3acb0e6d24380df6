//! `import`: what people have, taken into a plan.

use crate::args::{Becomes, ImportArgs};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::load::{self, Loaded};
use crate::{clean, output, period, words};
use planning_wheel::document::{Text, write};
use planning_wheel::export::json::BroughtData;
use planning_wheel::import::{
    self, Brought, Columns, Field, Format, GroupMatch, Table, match_groups,
};
use planning_wheel::plan::Plan;
use planning_wheel::session::{Action, Import, Session, Target};
use planning_wheel::text;
use planning_wheel::time::{DateRange, Lang, date};
use std::collections::BTreeMap;

pub(super) fn run(args: &ImportArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    load::once(&args.plan, &args.file, lang)?;
    let loaded = load::plan(&args.plan, console)?;
    let bytes = load::bytes(&args.file, console)?;
    let within = within(args, &loaded.plan, lang)?;
    let read = read(args, &bytes, within, &loaded.plan, lang)?;
    let mapped = mapped(args, &read.groups, &loaded.plan, lang)?;
    if args.json {
        let groups = with_mapped(&read.groups, &mapped);
        console.json(&BroughtData::new(
            &read.brought,
            &groups,
            read.unused.clone(),
            lang,
        ))?;
    } else {
        console.aside(&remarks(args, &read, &mapped, lang));
    }
    if args.strict && !read.brought.unread.is_empty() {
        return Ok(Exit::Findings);
    }
    if args.json && args.output.is_none() {
        return Ok(Exit::Fine);
    }
    let plan = taken(args, loaded, read.brought, mapped, console)?;
    match &args.output {
        Some(path) => output::write_over(path, &plan, console)?,
        None => console.data(&plan)?,
    }
    Ok(Exit::Fine)
}

/// What was read, and what of it is for a person to look at.
struct Read {
    brought: Brought,
    groups: Vec<GroupMatch>,
    /// Names of columns that nothing is taken from.
    unused: Vec<String>,
}

fn within(args: &ImportArgs, plan: &Plan, lang: Lang) -> Result<DateRange, Failure> {
    period::year_of(plan, args.year.unwrap_or(plan.document().first_year), lang)
}

fn read(
    args: &ImportArgs,
    bytes: &[u8],
    within: DateRange,
    plan: &Plan,
    lang: Lang,
) -> Result<Read, Failure> {
    let text = import::decode(bytes);
    let (brought, unused) = match Format::of(&text) {
        Format::Table => {
            let table = Table::read(&text);
            let columns = columns(args, &table, lang)?;
            let unused = columns.unused(&table);
            let names = unused.into_iter().map(|at| table.name(at)).collect();
            (import::read_table(&text, Some(&columns), within), names)
        }
        _ if !args.columns.is_empty() => {
            let words = lang.pick("filen är ingen tabell", "the file is no table");
            return Err(Failure::Said(format!("--columns: {words}")));
        }
        _ => (
            import::read(bytes, within, &plan.document().time_zone),
            Vec::new(),
        ),
    };
    Ok(Read {
        groups: match_groups(&brought.items, plan),
        brought,
        unused,
    })
}

/// The columns that are guessed, with those that the person says.
fn columns(args: &ImportArgs, table: &Table, lang: Lang) -> Result<Columns, Failure> {
    let mut columns = Columns::guess(table);
    for written in &args.columns {
        let said = |words: String| Failure::Said(format!("--columns {written}: {words}"));
        let Some((field, column)) = written.split_once('=') else {
            let words = lang.pick("skriv fält=kolumn", "write field=column");
            return Err(said(words.to_owned()));
        };
        // People say name for the title.
        let known = std::iter::once("name").chain(Field::ALL.iter().map(|field| field.id()));
        let found = Field::from_id(field);
        let found = found.ok_or_else(|| said(words::instead(field, known, lang)))?;
        columns.set(
            found,
            Some(column_of(column, table).ok_or_else(|| {
                let names: Vec<String> = (0..table.width()).map(|at| table.name(at)).collect();
                said(words::instead(
                    column,
                    names.iter().map(String::as_str),
                    lang,
                ))
            })?),
        );
    }
    Ok(columns)
}

/// A column by its name, its letter or its number from 1.
fn column_of(written: &str, table: &Table) -> Option<usize> {
    let written = written.trim();
    let all = || 0..table.width();
    let named = all().find(|at| table.name(*at).eq_ignore_ascii_case(written));
    named.or_else(|| {
        let number = written
            .parse::<usize>()
            .ok()
            .and_then(|one| one.checked_sub(1));
        let letter = match written.as_bytes() {
            [letter] => letter
                .to_ascii_uppercase()
                .checked_sub(b'A')
                .map(usize::from),
            _ => None,
        };
        let at = number.or(letter)?;
        all().contains(&at).then_some(at)
    })
}

/// The bodies that the person says groups mean.
fn mapped(
    args: &ImportArgs,
    groups: &[GroupMatch],
    plan: &Plan,
    lang: Lang,
) -> Result<BTreeMap<String, String>, Failure> {
    let mut mapped = BTreeMap::new();
    for written in &args.group {
        let said = |words: String| Failure::Said(format!("--group {written}: {words}"));
        let Some((group, body)) = written.rsplit_once('=') else {
            let words = lang.pick("skriv grupp=id", "write group=id");
            return Err(said(words.to_owned()));
        };
        let known = groups.iter().map(|one| one.written.as_str());
        if !known.clone().any(|one| one == group) {
            return Err(said(words::instead(group, known, lang)));
        }
        if plan.body_by_id(body).is_none() {
            let known = plan.bodies().iter().map(|body| body.id().as_str());
            return Err(said(words::instead(body, known, lang)));
        }
        mapped.insert(group.to_owned(), body.to_owned());
    }
    Ok(mapped)
}

fn with_mapped(groups: &[GroupMatch], mapped: &BTreeMap<String, String>) -> Vec<GroupMatch> {
    let own = |one: &GroupMatch| GroupMatch {
        body: mapped
            .get(&one.written)
            .cloned()
            .or_else(|| one.body.clone()),
        ..one.clone()
    };
    groups.iter().map(own).collect()
}

/// What a person should know: what was not understood, and what is left where it was.
fn remarks(
    args: &ImportArgs,
    read: &Read,
    mapped: &BTreeMap<String, String>,
    lang: Lang,
) -> String {
    let mut told = String::new();
    for one in &read.brought.unread {
        told.push_str(&clean::line(&text::unread(one, lang)));
        told.push('\n');
    }
    let mut note =
        |sv: String, en: String| told.push_str(&(clean::line(&lang.pick(sv, en)) + "\n"));
    if !read.unused.is_empty() {
        let names = read.unused.join(", ");
        note(
            format!("kolumner som inget tas ur: {names} (--columns)"),
            format!("columns that nothing is taken from: {names} (--columns)"),
        );
    }
    let lost = read.groups.iter().filter(|one| {
        args.becomes == Becomes::Activities
            && one.body.is_none()
            && !mapped.contains_key(&one.written)
    });
    for group in lost {
        let (count, name) = (group.items, &group.written);
        note(
            format!("ingen grupp i planen heter ”{name}”; {count} poster står utan den (--group)"),
            format!(
                "no body of the plan is called “{name}”; {count} entries stand without it (--group)"
            ),
        );
    }
    let outside = read.brought.outside;
    if outside > 0 {
        note(
            format!("{outside} händelser ligger utanför året (--year)"),
            format!("{outside} events lie outside the year (--year)"),
        );
    }
    let cancelled = read.brought.items.iter();
    let cancelled = cancelled
        .filter(|item| item.status.id() == "cancelled")
        .count();
    if cancelled > 0 {
        note(
            format!("{cancelled} är inställda och tas inte med"),
            format!("{cancelled} are cancelled and not taken"),
        );
    }
    told
}

/// The plan with the things in it, as text.
fn taken(
    args: &ImportArgs,
    loaded: Loaded,
    brought: Brought,
    groups: BTreeMap<String, String>,
    console: &mut Console<'_>,
) -> Result<String, Failure> {
    let lang = console.lang();
    let catalogue = load::catalogue(args.plan.catalogue.catalogue.as_deref(), console)?;
    let stem = args
        .file
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    let name = args
        .file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let stem = stem.filter(|stem| stem != "-");
    let into = match args.becomes {
        Becomes::Activities => Target::Activities { groups },
        Becomes::Days => Target::Days {
            series: args.series.clone().unwrap_or_default(),
        },
        Becomes::Background => Target::Background {
            id: args.id.clone().unwrap_or_else(|| id_of(stem.as_deref())),
            title: Text::from(
                args.title
                    .clone()
                    .or(brought.title)
                    .or(stem)
                    .unwrap_or_else(|| "–".to_owned()),
            ),
            bodies: args.body.clone(),
        },
    };
    let import = Import {
        from: name
            .filter(|name| name != "-")
            .unwrap_or_else(|| "–".to_owned()),
        items: brought.items,
        into,
    };
    let plan = loaded.plan;
    let refused = |refusal, plan: &Plan| Failure::Said(text::refusal(&refusal, plan, lang));
    let today = date(plan.document().first_year, 1, 1).unwrap_or_default();
    let mut session = Session::open(plan.document().clone(), catalogue)
        .map_err(|refusal| refused(refusal, &plan))?;
    let title = match session.apply(&Action::Import(Box::new(import)), today) {
        Ok(step) => step.title().get(lang).to_owned(),
        Err(refusal) => return Err(refused(refusal, &plan)),
    };
    console.aside(&format!("{}\n", clean::line(&title)));
    Ok(write(session.document()))
}

/// An id of a file's name: its letters and digits.
fn id_of(stem: Option<&str>) -> String {
    let stem = stem.unwrap_or_default().to_lowercase();
    let words = stem.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let mut id = words.join("-");
    id.truncate(40);
    let id = id.trim_end_matches('-');
    match id {
        "" => "background".to_owned(),
        id => id.to_owned(),
    }
}
