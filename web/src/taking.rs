//! How far a file or a copy that was asked for has come.

/// What the person is told about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Taking {
    /// Nothing was asked for.
    #[default]
    Idle,
    /// It is being made.
    Busy,
    /// A file of this name was saved.
    Saved(String),
    /// It could not be made, for a reason that the browser gave.
    Failed(String),
    /// It is on the clipboard.
    Copied,
    /// The clipboard was refused: this text is to be copied by hand.
    Refused(String),
}

impl Taking {
    /// What the element's script says.
    pub(crate) fn read(state: &str, text: String) -> Self {
        match state {
            "busy" => Self::Busy,
            "saved" => Self::Saved(text),
            "failed" => Self::Failed(text),
            "copied" => Self::Copied,
            "refused" => Self::Refused(text),
            _ => Self::Idle,
        }
    }
}
