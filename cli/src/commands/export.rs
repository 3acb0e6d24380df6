//! `export`: a file that others subscribe to or open.

use crate::args::ExportArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::filter::{self, Filter};
use crate::load::{self, Loaded};
use crate::stamp::stamp;
use crate::{output, remarks};
use planning_wheel::calendar::{Entry, EntryKind};
use planning_wheel::compute::compute;
use planning_wheel::export::{CsvStyle, Earlier, IcsStyle, csv, ics};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// More than any calendar file of a plan holds.
const LARGEST: u64 = 64 << 20;

pub(super) fn run(args: &ExportArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let loaded = load::plan(&args.plan, console)?;
    let filter = Filter::new(&args.filter, &loaded.plan, lang)?;
    let range = filter::range(&args.days, &loaded.plan, lang)?;
    let outcome = compute(&loaded.plan, range);
    if args.strict {
        let findings = remarks::remarks(&loaded, &outcome, lang);
        if remarks::any_error(&findings) {
            remarks::tell(&findings, &loaded, console);
            return Ok(Exit::Findings);
        }
    }
    let calendar = filter.spread(outcome.into_calendar(), &loaded.plan);
    let mut entries = filter.entries(&calendar, &loaded.plan);
    entries.retain(|entry| !(args.no_periods && entry.kind.is_period()));
    // The calendars of others are theirs to publish, unless somebody asks for them.
    let asked = args
        .filter
        .choice
        .kind
        .iter()
        .any(|kind| kind == EntryKind::Background.id());
    entries.retain(|entry| asked || entry.kind != EntryKind::Background);
    let text = if args.csv {
        let style = CsvStyle {
            lang,
            separator: args.separator.into(),
        };
        csv(&loaded.plan, entries, &style)
    } else {
        feed(args, &loaded, &filter, entries, console)?
    };
    output::write(&args.output, &args.plan, &text, console)?;
    Ok(Exit::Fine)
}

fn feed(
    args: &ExportArgs,
    loaded: &Loaded,
    filter: &Filter,
    entries: Vec<&Entry>,
    console: &mut Console<'_>,
) -> Result<String, Failure> {
    let lang = console.lang();
    let earlier = match &args.earlier {
        Some(path) => earlier(path, console)?,
        None => None,
    };
    let style = IcsStyle {
        lang,
        stamp: stamp(args.stamp.as_deref(), loaded, lang)?,
        name: args
            .name
            .clone()
            .or_else(|| ics::name(&loaded.plan, filter.bodies(), lang)),
        earlier: earlier.as_ref(),
    };
    Ok(ics(&loaded.plan, entries, &style))
}

/// The file as published before; nothing the first time, when there is none yet.
fn earlier(path: &Path, console: &mut Console<'_>) -> Result<Option<Earlier>, Failure> {
    let lang = console.lang();
    let said = |words: &str| Failure::Said(format!("--earlier {}: {words}", path.display()));
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes));
    match read {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(said(&load::cannot_read(&error, lang))),
    }
    let text = String::from_utf8_lossy(&bytes);
    if !text.starts_with("BEGIN:VCALENDAR") {
        let words = lang.pick("är ingen kalenderfil", "is no calendar file");
        return Err(said(words));
    }
    Ok(Some(Earlier::read(&text)))
}
