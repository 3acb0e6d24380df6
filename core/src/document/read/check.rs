//! What is wrong with a document whatever its type: repeated fields, texts that no reader or
//! format can hold, numbers that are not JSON.

use super::reader::Reader;
use super::tree::{NodeId, Value};
use super::{MAX_DEPTH, MAX_TEXT};
use crate::error::{ProblemKind, Syntax};
use std::collections::BTreeSet;

impl Reader<'_> {
    /// Notes every such error and passes its value over.
    pub(super) fn check(&mut self) {
        let tree = self.tree;
        for (id, node) in (0..).zip(&tree.nodes) {
            if self.report.is_over() {
                return;
            }
            let kind = match &node.value {
                _ if usize::from(node.depth) >= MAX_DEPTH => {
                    Some(ProblemKind::TooDeep { limit: MAX_DEPTH })
                }
                Value::Text(text) => text_problem(text),
                Value::Number(number) if !is_json_number(number) => {
                    Some(ProblemKind::Syntax(Syntax::Number))
                }
                _ => None,
            };
            if let Some(kind) = kind {
                self.note(id, false, kind);
                self.remove(id);
            }
            if matches!(node.value, Value::Object) {
                self.check_names(id);
            }
        }
    }

    /// True without any such error.
    pub(super) fn is_sound(&mut self) -> bool {
        self.check();
        self.report.is_empty()
    }

    fn check_names(&mut self, id: NodeId) {
        let tree = self.tree;
        let mut names = BTreeSet::new();
        for child in tree.children(id) {
            let name = tree.name(child).unwrap_or_default();
            if let Some(kind) = text_problem(name) {
                // The path of such a field would be unreadable: its object's stands for it.
                let offset = tree.node(child).map_or(0, |node| node.name_span.0);
                self.report.add(offset, || tree.path(id), kind);
                self.remove(child);
            } else if !names.insert(name) {
                self.note(child, true, ProblemKind::DuplicateField(name.to_owned()));
                self.remove(child);
            }
        }
    }
}

/// Line breaks and tabs are texts; what XML and calendar files cannot hold is not.
fn text_problem(text: &str) -> Option<ProblemKind> {
    if text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT {
        return Some(ProblemKind::TooLong { limit: MAX_TEXT });
    }
    let bad = |letter: &char| match letter {
        '\n' | '\t' => false,
        '\u{fffe}' | '\u{ffff}' => true,
        _ => letter.is_control(),
    };
    text.chars().find(bad).map(ProblemKind::ControlCharacter)
}

/// Whether a number is written as RFC 8259 says.
fn is_json_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let signless = |text: &str| digits(text.strip_prefix(['+', '-']).unwrap_or(text));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(signless)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_standard_only() {
        for good in ["0", "-0", "12", "1.50", "-1e9", "2E+05", "0.1e-1"] {
            assert!(is_json_number(good), "{good}");
        }
        for bad in [
            "",
            "-",
            "01",
            "+1",
            ".5",
            "5.",
            "0x1F",
            "NaN",
            "-Infinity",
            "1e",
            "1e+",
            "1.e2",
        ] {
            assert!(!is_json_number(bad), "{bad}");
        }
    }
}
