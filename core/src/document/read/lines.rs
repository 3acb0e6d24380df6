//! Byte offsets as lines and columns.

use crate::error::Position;

/// Bytes between two marks.
const STRIDE: usize = 1024;

/// The line and column of every so many bytes, so that any place is found by a short walk.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    marks: Box<[Position]>,
}

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let mut at = Position { line: 1, column: 1 };
        let marks = text.as_bytes().chunks(STRIDE).map(|chunk| {
            let mark = at;
            at = walk(at, chunk);
            mark
        });
        Self {
            marks: marks.collect(),
        }
    }

    /// The place of a byte of the same text.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let bytes = text.as_bytes();
        let offset = offset.min(bytes.len());
        let block = (offset / STRIDE).min(self.marks.len().saturating_sub(1));
        let mark = self
            .marks
            .get(block)
            .copied()
            .unwrap_or(Position { line: 1, column: 1 });
        walk(mark, bytes.get(block * STRIDE..offset).unwrap_or_default())
    }
}

/// Columns count characters: only the first byte of each moves on.
fn walk(mut at: Position, bytes: &[u8]) -> Position {
    for &byte in bytes {
        if byte == b'\n' {
            at = Position {
                line: at.line + 1,
                column: 1,
            };
        } else if byte & 0b1100_0000 != 0b1000_0000 {
            at.column += 1;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_a_long_text() {
        let text = "åäö 🙂\r\n\tx\n".repeat(300);
        let lines = Lines::new(&text);
        let mut at = Position { line: 1, column: 1 };
        for (offset, letter) in text.char_indices() {
            assert_eq!(lines.position(&text, offset), at);
            at.column += 1;
            if letter == '\n' {
                at = Position {
                    line: at.line + 1,
                    column: 1,
                };
            }
        }
        assert_eq!(lines.position(&text, usize::MAX), at);
        assert_eq!(
            Lines::new("").position("", 3),
            Position { line: 1, column: 1 }
        );
    }
}
