//! A first look at the text, byte by byte, before any parser recurses into it.

use super::{MAX_DEPTH, MAX_PROBLEMS};
use crate::error::{ProblemKind, Syntax};

/// Something wrong at a place of the text.
pub(super) struct Slip {
    pub(super) offset: usize,
    pub(super) kind: ProblemKind,
}

impl Slip {
    pub(super) fn syntax(offset: usize, kind: Syntax) -> Self {
        Self {
            offset,
            kind: ProblemKind::Syntax(kind),
        }
    }
}

/// Slips in the order in which they were found; more than are listed are not kept.
#[derive(Default)]
pub(super) struct Slips(pub(super) Vec<Slip>);

impl Slips {
    pub(super) fn push(&mut self, slip: Slip) {
        if self.0.len() <= MAX_PROBLEMS {
            self.0.push(slip);
        }
    }
}

/// What the scan is inside of.
#[derive(Clone, Copy)]
enum Inside {
    Nothing,
    Text { start: usize, quote: char },
    LineComment,
    BlockComment,
}

/// Finds what the parser would let pass, such as raw tabs; fails where nothing after the place
/// can be understood: a text without its end, or nesting too deep to be followed.
pub(super) fn scan(text: &str, slips: &mut Slips) -> Result<(), Slip> {
    let mut inside = Inside::Nothing;
    let mut depth = 0_usize;
    let mut before = ' ';
    let mut escaped = false;
    for (offset, letter) in text.char_indices() {
        inside = match inside {
            Inside::Nothing => {
                depth = nest(depth, letter, offset)?;
                if is_other_space(letter) {
                    slips.push(Slip::syntax(offset, Syntax::OtherSpace));
                }
                opens(before, letter, offset)
            }
            Inside::Text { .. } if escaped => {
                escaped = false;
                if !matches!(letter, '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u') {
                    slips.push(Slip::syntax(offset - 1, Syntax::Escape));
                }
                inside
            }
            Inside::Text { start, quote } => {
                escaped = letter == '\\';
                if letter == '\t' {
                    slips.push(Slip::syntax(offset, Syntax::RawTab));
                }
                match letter {
                    '\n' if quote == '"' => return Err(Slip::syntax(start, Syntax::UnclosedText)),
                    _ if letter == quote || letter == '\n' => Inside::Nothing,
                    _ => inside,
                }
            }
            Inside::LineComment if letter == '\n' => Inside::Nothing,
            Inside::BlockComment if before == '*' && letter == '/' => Inside::Nothing,
            _ => inside,
        };
        before = letter;
    }
    match inside {
        Inside::Text { start, .. } => Err(Slip::syntax(start, Syntax::UnclosedText)),
        _ => Ok(()),
    }
}

fn nest(depth: usize, letter: char, offset: usize) -> Result<usize, Slip> {
    match letter {
        '{' | '[' if depth >= MAX_DEPTH => Err(Slip {
            offset,
            kind: ProblemKind::TooDeep { limit: MAX_DEPTH },
        }),
        '{' | '[' => Ok(depth + 1),
        '}' | ']' => Ok(depth.saturating_sub(1)),
        _ => Ok(depth),
    }
}

fn opens(before: char, letter: char, offset: usize) -> Inside {
    match (before, letter) {
        (_, '"' | '\'') => Inside::Text {
            start: offset,
            quote: letter,
        },
        ('/', '/') => Inside::LineComment,
        ('/', '*') => Inside::BlockComment,
        _ => Inside::Nothing,
    }
}

/// White space that JSON does not know; the parser takes it for space.
fn is_other_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, ' ' | '\t' | '\n' | '\r')
}
