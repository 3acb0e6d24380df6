//! Words that are nearly the same.

/// The nearest known word, when it is near enough to be a slip of the pen.
#[must_use]
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, &mut known.into_iter())
}

/// Compiled once, whatever the known words come from.
fn nearest(word: &str, known: &mut dyn Iterator<Item = &str>) -> Option<String> {
    let length = word.chars().count();
    let limit = (length / 3).clamp(1, 3);
    known
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)))
        .map(|(_, candidate)| candidate.to_owned())
}

/// Edits between two words, where two swapped neighbours are one edit.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (letters(a), letters(b));
    let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX / 2);
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut left_before = None;
    for (i, &left) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        let mut right_before = None;
        for (j, &right) in b.iter().enumerate() {
            let mut best = (at(&last, j) + usize::from(left != right))
                .min(at(&last, j + 1) + 1)
                .min(at(&row, j) + 1);
            if left_before == Some(right) && right_before == Some(left) {
                best = best.min(at(&before, j.saturating_sub(1)) + 1);
            }
            row.push(best);
            right_before = Some(right);
        }
        before = std::mem::replace(&mut last, row);
        left_before = Some(left);
    }
    last.last().copied().unwrap_or(a.len())
}

fn letters(word: &str) -> Vec<char> {
    word.chars().map(crate::letters::lower).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen_are_near() {
        assert_eq!(distance("mintues", "minutes"), 1);
        assert_eq!(distance("titel", "title"), 1);
        assert_eq!(distance("", "ab"), 2);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("Månad", "månad"), 0);
        assert_eq!(
            suggest("mintues", ["minutes", "months"]).as_deref(),
            Some("minutes")
        );
        assert_eq!(suggest("x", ["minutes"]), None);
        assert_eq!(suggest(&"x".repeat(100_000), ["minutes"]), None);
    }
}
