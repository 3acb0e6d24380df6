//! Characters that could steer, reorder or hide what stands around them.

/// One visible sign for one character: controls become their pictures, marks that turn the
/// direction of writing and other invisible ones become �.
///
/// Plans come from others. What they hold must not colour a terminal, turn a row around or look
/// like another row, and whoever looks shall see that something was there.
///
/// # Example
/// ```
/// use planning_wheel::export::visible;
/// let shown: String = "a\u{1b}[31m\u{202e}å".chars().map(visible).collect();
/// assert_eq!(shown, "a␛[31m\u{fffd}å");
/// ```
#[must_use]
pub fn visible(letter: char) -> char {
    match letter {
        '\t' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => '\u{fffd}',
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => '\u{fffd}',
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        other => other,
    }
}

/// The sign for a character in a file that is read in proportional type; nothing for soft hyphens
/// and joiners, which come along when a text is copied from a web page and are seen by nobody.
pub(super) fn plain(letter: char) -> Option<char> {
    match letter {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => None,
        other => Some(visible(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_hyphens_go_and_hidden_turns_show() {
        let text: String = "sam\u{ad}verkan\u{202e}\u{0}\u{200b}!"
            .chars()
            .filter_map(plain)
            .collect();
        assert_eq!(text, "samverkan\u{fffd}␀!");
    }
}
