//! The three streams, and what may go where.

use crate::clean;
use crate::exit::Exit;
use crate::failure::Failure;
use planning_wheel::time::Lang;
use serde::Serialize;
use std::io::{self, Read, Write};

/// Standard input, output and error, and the language that is spoken on them.
pub(crate) struct Console<'a> {
    stdin: &'a mut dyn Read,
    stdout: &'a mut dyn Write,
    stderr: &'a mut dyn Write,
    lang: Lang,
}

impl<'a> Console<'a> {
    pub(crate) fn new(
        stdin: &'a mut dyn Read,
        stdout: &'a mut dyn Write,
        stderr: &'a mut dyn Write,
        lang: Lang,
    ) -> Self {
        Self {
            stdin,
            stdout,
            stderr,
            lang,
        }
    }

    /// The language asked for.
    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    /// At most so many bytes of standard input.
    pub(crate) fn read(&mut self, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        (&mut *self.stdin).take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Text for people on standard output; what could steer a terminal is replaced.
    pub(crate) fn say(&mut self, text: &str) -> Result<(), Failure> {
        self.data(&clean::text(text))
    }

    /// Data on standard output, as it is.
    pub(crate) fn data(&mut self, text: &str) -> Result<(), Failure> {
        self.stdout.write_all(text.as_bytes())?;
        Ok(self.stdout.flush()?)
    }

    /// A value as JSON on standard output, ending with a line break.
    pub(crate) fn json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value)
            .map_err(|error| Failure::Output(io::Error::other(error)))?;
        self.data(&(clean::json(&text) + "\n"))
    }

    /// Words on standard error; nobody listening there is no failure.
    pub(crate) fn aside(&mut self, text: &str) {
        let _ = self.stderr.write_all(clean::text(text).as_bytes());
        let _ = self.stderr.flush();
    }

    /// Says what went wrong, and how the program ends.
    pub(crate) fn finish(&mut self, result: Result<Exit, Failure>) -> Exit {
        match result {
            Ok(exit) => exit,
            // The reader has seen enough: `planning-wheel … | head`.
            Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Fine,
            Err(failure) => {
                self.aside(&failure.words(self.lang));
                Exit::Unreadable
            }
        }
    }
}
