//! What a problem is about.

/// What an id refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reference {
    /// A body.
    Body,
    /// A principal.
    Principal,
    /// A side, or a principal.
    SideOrPrincipal,
    /// A level.
    Level,
    /// A source document.
    Source,
    /// An office.
    Office,
    /// A meeting series.
    Series,
    /// A deadline of the same series.
    Deadline,
    /// A process.
    Process,
    /// A governing document.
    Document,
    /// A step of the same or another document.
    Step,
    /// A report.
    Report,
    /// An entry of the statutory catalogue.
    Duty,
    /// Any part of the plan.
    Part,
}

/// Why a file is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Syntax {
    /// Nothing in the file.
    EmptyFile,
    /// A `{` without its `}`.
    UnclosedObject,
    /// A `[` without its `]`.
    UnclosedList,
    /// A text without its closing quotation mark on the same line.
    UnclosedText,
    /// A comment.
    Comment,
    /// A comma before `}` or `]`.
    TrailingComma,
    /// No comma between two values.
    MissingComma,
    /// No colon after a field name.
    MissingColon,
    /// No value after a colon.
    MissingValue,
    /// A field name without quotation marks.
    BareName,
    /// A word that is none of `true`, `false` and `null`.
    BareWord,
    /// Single quotation marks.
    SingleQuotes,
    /// A backslash before something that has no meaning there.
    Escape,
    /// One half of a pair of `\u` escapes.
    HalfCharacter,
    /// A tab written as itself in a text.
    RawTab,
    /// A space that is none of JSON's own, such as a no-break space.
    OtherSpace,
    /// A number that is not written as JSON writes numbers.
    Number,
    /// More after the end of the document.
    AfterEnd,
    /// Anything else that does not belong there.
    Unexpected,
}

/// What belongs in a place of the document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A text.
    Text,
    /// A text, or an object with `sv` and `en`.
    Translated,
    /// A whole number.
    WholeNumber,
    /// A number.
    Number,
    /// `true` or `false`.
    TrueOrFalse,
    /// A list.
    List,
    /// An object.
    Object,
    /// A date as a text.
    Date,
    /// A day of the year as a text.
    DayOfYear,
    /// A time of day as a text.
    TimeOfDay,
    /// One of these words, or an object with one of them as its field.
    Choice(Vec<String>),
    /// This word alone, as a text.
    WordAlone(String),
    /// An object with this word as its field.
    WordWithContent(String),
    /// Anything else, in the type's own words.
    Other(String),
}

/// What stands in a place of the document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Found {
    /// `null`.
    Null,
    /// `true` or `false`.
    TrueOrFalse(bool),
    /// A number, as written.
    Number(String),
    /// A text; long ones are cut.
    Text(String),
    /// A list.
    List,
    /// An object.
    Object,
}
