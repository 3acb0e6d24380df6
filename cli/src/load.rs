//! From file names to a checked plan.

use crate::args::PlanArgs;
use crate::clean;
use crate::console::Console;
use crate::failure::{Failure, Unreadable};
use planning_wheel::document::{self, Catalogue, MAX_SIZE, Newer, Positions};
use planning_wheel::error::{ProblemKind, Problems};
use planning_wheel::plan::Plan;
use planning_wheel::time::Lang;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

/// The statutory catalogue that comes with the program.
const SHIPPED: &str = include_str!("../../plans/statutory.json");

/// A plan, and where its parts stand in its file.
pub(crate) struct Loaded {
    /// The file as the person wrote it.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
    /// The checked plan.
    pub(crate) plan: Plan,
    /// Where its parts stand.
    pub(crate) positions: Positions,
    /// When it was saved, or its catalogue if that is later; nothing for standard input.
    pub(crate) saved: Option<SystemTime>,
}

/// Reads and checks a plan.
pub(crate) fn plan(args: &PlanArgs, console: &mut Console<'_>) -> Result<Loaded, Failure> {
    let second = args.catalogue.catalogue.as_deref();
    if is_stdin(&args.plan) && second.is_some_and(is_stdin) {
        return Err(Failure::Said(only_one(console.lang())));
    }
    let (catalogue, catalogue_saved) = dated_catalogue(second, console)?;
    let file = Text::read(&args.plan, console)?;
    let parsed = match document::open(&file.bytes) {
        Ok(parsed) => parsed,
        Err(problems) => return Err(file.failure(problems)),
    };
    if let Some(newer) = &parsed.document.newer {
        console.aside(&newer_words(
            &file.name,
            &parsed.document.format,
            newer,
            console.lang(),
        ));
    }
    match Plan::check(parsed.document, &catalogue) {
        Ok(plan) => Ok(Loaded {
            plan,
            positions: parsed.positions,
            saved: file
                .saved
                .max(catalogue_saved)
                .filter(|_| file.saved.is_some()),
            name: file.name,
            text: String::from_utf8_lossy(&file.bytes).into_owned(),
        }),
        Err(problems) => Err(file.failure(problems.locate(&parsed.positions))),
    }
}

/// That a newer version has written a plan, and what of it is not understood.
fn newer_words(file: &str, format: &str, newer: &Newer, lang: Lang) -> String {
    let parts: Vec<String> = newer.paths().map(clean::line).collect();
    let head = match lang {
        Lang::Sv => format!("{file}: planen är sparad av en nyare version ({format})."),
        Lang::En => format!("{file}: a newer version has saved the plan ({format})."),
    };
    let rest = match (parts.is_empty(), lang) {
        (true, _) => String::new(),
        (_, Lang::Sv) => format!(" Detta förstås inte här, men behålls: {}", parts.join(", ")),
        (_, Lang::En) => format!(
            " This is not understood here, but kept: {}",
            parts.join(", ")
        ),
    };
    format!("{head}{rest}\n")
}

/// Reads a statutory catalogue; the shipped one without a file.
pub(crate) fn catalogue(
    path: Option<&Path>,
    console: &mut Console<'_>,
) -> Result<Catalogue, Failure> {
    dated_catalogue(path, console).map(|(catalogue, _)| catalogue)
}

/// A catalogue, and when its file was saved.
fn dated_catalogue(
    path: Option<&Path>,
    console: &mut Console<'_>,
) -> Result<(Catalogue, Option<SystemTime>), Failure> {
    let file = match path {
        Some(path) => Text::read(path, console)?,
        None => Text {
            name: "statutory.json".to_owned(),
            bytes: SHIPPED.as_bytes().to_vec(),
            size: SHIPPED.len(),
            saved: None,
        },
    };
    match document::parse_catalogue(&file.bytes) {
        Ok(parsed) => Ok((parsed.document, file.saved)),
        Err(problems) => Err(file.failure(problems)),
    }
}

/// The bytes of any file; more than a plan may hold is refused.
pub(crate) fn bytes(path: &Path, console: &mut Console<'_>) -> Result<Vec<u8>, Failure> {
    let file = Text::read(path, console)?;
    if file.size > MAX_SIZE {
        let lang = console.lang();
        let words = lang.pick("filen är för stor", "the file is too large");
        return Err(Failure::Said(format!("{}: {words}", file.name)));
    }
    Ok(file.bytes)
}

/// Standard input can only be one of two files.
pub(crate) fn once(plan: &PlanArgs, other: &Path, lang: Lang) -> Result<(), Failure> {
    let both = is_stdin(&plan.plan) || plan.catalogue.catalogue.as_deref().is_some_and(is_stdin);
    match both && is_stdin(other) {
        true => Err(Failure::Said(only_one(lang))),
        false => Ok(()),
    }
}

fn only_one(lang: Lang) -> String {
    let words = lang.pick(
        "standard in (-) räcker bara till en fil; ange den andra med namn",
        "standard input (-) can only be one file; name the other one",
    );
    words.to_owned()
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A file's bytes, at most one more than are read.
struct Text {
    name: String,
    bytes: Vec<u8>,
    size: usize,
    saved: Option<SystemTime>,
}

impl Text {
    fn read(path: &Path, console: &mut Console<'_>) -> Result<Self, Failure> {
        let limit = MAX_SIZE as u64 + 1;
        let stdin = is_stdin(path);
        let name = if stdin {
            "<stdin>".to_owned()
        } else {
            path.display().to_string()
        };
        let read = if stdin {
            console.read(limit).map(|bytes| (bytes, 0, None))
        } else {
            from_file(path, limit)
        };
        let (bytes, size, saved) = read.map_err(|error| {
            let words = cannot_read(&error, console.lang());
            Failure::Said(format!("{name}: {words}"))
        })?;
        let size = size.max(bytes.len());
        Ok(Self {
            name,
            bytes,
            size,
            saved,
        })
    }

    fn failure(self, mut problems: Problems) -> Failure {
        for problem in &mut problems.0 {
            if let ProblemKind::TooLarge { size, .. } = &mut problem.kind {
                *size = self.size;
            }
        }
        Failure::Problems(Unreadable {
            file: self.name,
            text: String::from_utf8_lossy(&self.bytes).into_owned(),
            problems,
        })
    }
}

/// At most so many bytes of a file, its size, and when it was saved.
fn from_file(path: &Path, limit: u64) -> io::Result<(Vec<u8>, usize, Option<SystemTime>)> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    let size = usize::try_from(about.len()).unwrap_or(usize::MAX);
    let mut bytes = Vec::new();
    file.take(limit).read_to_end(&mut bytes)?;
    Ok((bytes, size, about.modified().ok()))
}

/// Why a file cannot be read, in words.
pub(crate) fn cannot_read(error: &io::Error, lang: Lang) -> String {
    let words = match error.kind() {
        io::ErrorKind::NotFound => lang.pick("filen finns inte", "there is no such file"),
        io::ErrorKind::PermissionDenied => {
            lang.pick("filen får inte läsas", "the file may not be read")
        }
        io::ErrorKind::IsADirectory => lang.pick(
            "det är en mapp, inte en fil",
            "this is a folder, not a file",
        ),
        _ => return format!("{}: {error}", lang.pick("kan inte läsas", "cannot be read")),
    };
    words.to_owned()
}
