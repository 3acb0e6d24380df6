//! A small writer of XML: everything that goes in is escaped.

use std::fmt::{self, Display, Write};

/// XML text in the making.
#[derive(Default)]
pub(crate) struct Xml {
    out: String,
}

/// Names and values of attributes.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a dyn Display)];

impl Xml {
    /// An element without content.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.begin(name, attributes);
        self.out.push_str("/>");
    }

    /// Opens an element.
    pub(crate) fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.begin(name, attributes);
        self.out.push('>');
    }

    /// Closes an element.
    pub(crate) fn close(&mut self, name: &str) {
        for part in ["</", name, ">"] {
            self.out.push_str(part);
        }
    }

    /// An element with text in it.
    pub(crate) fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &dyn Display) {
        self.open(name, attributes);
        self.escaped(text);
        self.close(name);
    }

    /// A line break, so that the file can be read and compared.
    pub(crate) fn line(&mut self) {
        self.out.push('\n');
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn begin(&mut self, name: &str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            for part in [" ", name, "=\""] {
                self.out.push_str(part);
            }
            self.escaped(value);
            self.out.push('"');
        }
    }

    fn escaped(&mut self, value: &dyn Display) {
        // Writing to a String cannot fail.
        let _ = write!(Escape(&mut self.out), "{value}");
    }
}

struct Escape<'a>(&'a mut String);

impl Write for Escape<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\n' | '\t' | '\r' => self.0.push(' '),
                letter if is_allowed(letter) => self.0.push(letter),
                _ => {}
            }
        }
        Ok(())
    }
}

/// Characters that XML 1.0 allows, but for controls, marks that turn the direction of writing for
/// what follows, and those that no text holds.
fn is_allowed(letter: char) -> bool {
    let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let none = matches!(letter, '\u{fffe}' | '\u{ffff}' | '\u{fdd0}'..='\u{fdef}');
    !letter.is_control() && !turns && !none
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let mut xml = Xml::default();
        xml.text(
            "text",
            &[("a", &"\"><script>")],
            &"<b>&\u{0}\u{202e}å\u{fffe}\n",
        );
        let expected = "<text a=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;å </text>";
        assert_eq!(xml.finish(), expected);
    }
}
