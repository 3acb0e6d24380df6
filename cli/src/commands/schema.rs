//! `schema`: the JSON Schemas of the file formats.

use crate::args::SchemaArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use planning_wheel::document;

pub(super) fn run(args: &SchemaArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let schema = if args.catalogue {
        document::catalogue_schema()
    } else {
        document::schema()
    };
    console.json(&schema)?;
    Ok(Exit::Fine)
}
