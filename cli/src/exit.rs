//! How the program ended.

use std::process::ExitCode;

/// How the program ended, for whoever called it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything was read and written: 0.
    Fine,
    /// The calendar has findings of severity error, and `--strict` was asked for: 1.
    Findings,
    /// A file, an id or an argument could not be read: 2.
    Unreadable,
}

impl Exit {
    /// The number that the shell sees.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Unreadable => 2,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}
