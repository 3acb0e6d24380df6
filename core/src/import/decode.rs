//! Bytes as text, in the encodings that programs here write.

/// The text of a file: UTF-8 or UTF-16 with a mark, UTF-8 without one, or else Windows-1252, which
/// is what a Swedish Excel writes as "CSV".
///
/// # Example
/// ```
/// use planning_wheel::import::decode;
/// assert_eq!(decode("\u{feff}möte".as_bytes()), "möte");
/// assert_eq!(decode(b"m\xf6te \x96 n\xe4mnd"), "möte – nämnd");
/// assert_eq!(decode(b"\xff\xfem\0\xf6\0"), "mö");
/// ```
#[must_use]
pub fn decode(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, u16::from_be_bytes);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| windows(*byte)).collect(),
    }
}

fn utf16(bytes: &[u8], number: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    let numbers: Vec<u16> = pairs.iter().map(|pair| number(*pair)).collect();
    String::from_utf16_lossy(&numbers)
}

/// Windows-1252 from 0x80 to 0x9f; elsewhere it is Unicode's own beginning.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows(byte: u8) -> char {
    let high = byte.checked_sub(0x80).map(usize::from);
    high.and_then(|at| HIGH.get(at).copied())
        .unwrap_or(char::from(byte))
}
