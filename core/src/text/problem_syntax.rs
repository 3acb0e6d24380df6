//! What is wrong with a file that is not JSON.

use crate::error::Syntax;
use crate::time::Lang;

/// What is wrong, and the way out.
pub(super) fn syntax(kind: Syntax, lang: Lang) -> &'static str {
    let (swedish, english) = words(kind);
    lang.pick(swedish, english)
}

fn words(kind: Syntax) -> (&'static str, &'static str) {
    match kind {
        Syntax::EmptyFile => ("Filen är tom.", "The file is empty."),
        Syntax::UnclosedObject => (
            "Klammern { stängs aldrig. Kanske är filen avhuggen.",
            "The brace { is never closed. The file may be cut off.",
        ),
        Syntax::UnclosedList => (
            "Hakparentesen [ stängs aldrig. Kanske är filen avhuggen.",
            "The bracket [ is never closed. The file may be cut off.",
        ),
        Syntax::UnclosedText => (
            "Texten saknar citattecken i slutet av raden. Radbrytning i en text skrivs \\n.",
            "The text has no closing quotation mark on its line. Write a line break as \\n.",
        ),
        Syntax::Comment => (
            "Kommentarer kan inte stå här. Använd planens notes i stället.",
            "Comments cannot stand here. Use the plan's notes instead.",
        ),
        Syntax::TrailingComma => (
            "Ta bort kommatecknet efter det sista.",
            "Remove the comma after the last one.",
        ),
        Syntax::MissingComma => (
            "Det saknas ett kommatecken före detta.",
            "A comma is missing before this.",
        ),
        Syntax::MissingColon => (
            "Det saknas ett kolon efter fältets namn.",
            "A colon is missing after the field's name.",
        ),
        Syntax::MissingValue => (
            "Det saknas ett värde efter kolonet.",
            "A value is missing after the colon.",
        ),
        Syntax::BareName => (
            "Fältets namn ska stå inom citattecken.",
            "The field's name belongs in quotation marks.",
        ),
        Syntax::BareWord => (
            "Ett ord ska stå inom citattecken, om det inte är true, false eller null.",
            "A word belongs in quotation marks, unless it is true, false or null.",
        ),
        other => in_values(other),
    }
}

fn in_values(kind: Syntax) -> (&'static str, &'static str) {
    match kind {
        Syntax::SingleQuotes => (
            "Använd dubbla citattecken \" i stället för enkla.",
            "Use double quotation marks \" instead of single ones.",
        ),
        Syntax::Escape => (
            "Omvänt snedstreck före detta tecken betyder ingenting. Själva snedstrecket skrivs \\\\.",
            "A backslash before this character means nothing. Write the backslash itself as \\\\.",
        ),
        Syntax::HalfCharacter => (
            "Detta är bara hälften av ett tecken. Skriv tecknet som det är i stället.",
            "This is only half of a character. Write the character itself instead.",
        ),
        Syntax::RawTab => (
            "Tabb i en text skrivs \\t.",
            "Write a tab inside a text as \\t.",
        ),
        Syntax::OtherSpace => (
            "Här står ett mellanslag av en annan sort. Byt det mot ett vanligt.",
            "This is another kind of space. Replace it with an ordinary one.",
        ),
        Syntax::Number => (
            "Talet är inte skrivet som ett tal i JSON, till exempel 12 eller -0.5.",
            "The number is not written as JSON writes numbers, such as 12 or -0.5.",
        ),
        Syntax::AfterEnd => (
            "Dokumentet är slut före detta. Ta bort det som står efter.",
            "The document ends before this. Remove what comes after.",
        ),
        _ => ("Detta hör inte hit.", "This does not belong here."),
    }
}
