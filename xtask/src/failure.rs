//! What went wrong, as one sentence for the person at the terminal.
use std::fmt;

/// One clear sentence: what is missing or broken, and what to do about it.
#[derive(Debug)]
pub(crate) struct Failure(String);

/// The result of every step.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure that says `sentence`.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `Err` with the given sentence.
pub(crate) fn fail<T>(sentence: impl Into<String>) -> Outcome<T> {
    Err(Failure::new(sentence))
}
