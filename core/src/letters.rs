//! Large and small letters, small.
//!
//! The standard library's tables of them, a row for each letter, are a thirtieth of what a reader
//! loads. Here a row says what many letters have in common.

/// From a large letter to another, each or every second of them: how far its small letter is away.
type Row = (char, char, u8, i32);

/// The small letter of a large one; any other stays as it is.
///
/// A letter that the standard library writes as two, İ, is an i here.
pub(crate) fn lower(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    let before = ROWS.iter().take_while(|row| row.0 <= letter);
    let mut away = before.filter(|row| is_in(letter, row)).map(|row| row.3);
    away.next().map_or(letter, |away| moved(letter, away))
}

/// The large letter of a small one; any other stays as it is, as do those that become two: ŉ.
pub(crate) fn upper(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_uppercase();
    }
    let mut large = ROWS.iter().filter_map(|row| {
        let large = moved(letter, -row.3);
        (large != letter && is_in(large, row)).then_some(large)
    });
    large.next().unwrap_or(letter)
}

/// A text in small letters.
pub(crate) fn in_lower(text: &str) -> String {
    text.chars().map(lower).collect()
}

fn is_in(letter: char, &(first, last, step, _): &Row) -> bool {
    let after = u32::from(letter).wrapping_sub(first.into());
    letter >= first && letter <= last && (step == 1 || after.is_multiple_of(2))
}

fn moved(letter: char, away: i32) -> char {
    let there = u32::from(letter).checked_add_signed(away);
    there.and_then(char::from_u32).unwrap_or(letter)
}

#[rustfmt::skip]
const ROWS: [Row; 187] = [
    ('\u{41}', '\u{5a}', 1, 32), ('\u{c0}', '\u{d6}', 1, 32), ('\u{d8}', '\u{de}', 1, 32),
    ('\u{100}', '\u{12e}', 2, 1), ('\u{130}', '\u{130}', 1, -199), ('\u{132}', '\u{136}', 2, 1),
    ('\u{139}', '\u{147}', 2, 1), ('\u{14a}', '\u{176}', 2, 1), ('\u{178}', '\u{178}', 1, -121),
    ('\u{179}', '\u{17d}', 2, 1), ('\u{181}', '\u{181}', 1, 210), ('\u{182}', '\u{184}', 2, 1),
    ('\u{186}', '\u{186}', 1, 206), ('\u{187}', '\u{187}', 1, 1), ('\u{189}', '\u{18a}', 1, 205),
    ('\u{18b}', '\u{18b}', 1, 1), ('\u{18e}', '\u{18e}', 1, 79), ('\u{18f}', '\u{18f}', 1, 202),
    ('\u{190}', '\u{190}', 1, 203), ('\u{191}', '\u{191}', 1, 1), ('\u{193}', '\u{193}', 1, 205),
    ('\u{194}', '\u{194}', 1, 207), ('\u{196}', '\u{196}', 1, 211),
    ('\u{197}', '\u{197}', 1, 209), ('\u{198}', '\u{198}', 1, 1), ('\u{19c}', '\u{19c}', 1, 211),
    ('\u{19d}', '\u{19d}', 1, 213), ('\u{19f}', '\u{19f}', 1, 214), ('\u{1a0}', '\u{1a4}', 2, 1),
    ('\u{1a6}', '\u{1a6}', 1, 218), ('\u{1a7}', '\u{1a7}', 1, 1), ('\u{1a9}', '\u{1a9}', 1, 218),
    ('\u{1ac}', '\u{1ac}', 1, 1), ('\u{1ae}', '\u{1ae}', 1, 218), ('\u{1af}', '\u{1af}', 1, 1),
    ('\u{1b1}', '\u{1b2}', 1, 217), ('\u{1b3}', '\u{1b5}', 2, 1), ('\u{1b7}', '\u{1b7}', 1, 219),
    ('\u{1b8}', '\u{1b8}', 1, 1), ('\u{1bc}', '\u{1bc}', 1, 1), ('\u{1c4}', '\u{1c4}', 1, 2),
    ('\u{1c5}', '\u{1c5}', 1, 1), ('\u{1c7}', '\u{1c7}', 1, 2), ('\u{1c8}', '\u{1c8}', 1, 1),
    ('\u{1ca}', '\u{1ca}', 1, 2), ('\u{1cb}', '\u{1db}', 2, 1), ('\u{1de}', '\u{1ee}', 2, 1),
    ('\u{1f1}', '\u{1f1}', 1, 2), ('\u{1f2}', '\u{1f4}', 2, 1), ('\u{1f6}', '\u{1f6}', 1, -97),
    ('\u{1f7}', '\u{1f7}', 1, -56), ('\u{1f8}', '\u{21e}', 2, 1), ('\u{220}', '\u{220}', 1, -130),
    ('\u{222}', '\u{232}', 2, 1), ('\u{23a}', '\u{23a}', 1, 10795), ('\u{23b}', '\u{23b}', 1, 1),
    ('\u{23d}', '\u{23d}', 1, -163), ('\u{23e}', '\u{23e}', 1, 10792),
    ('\u{241}', '\u{241}', 1, 1), ('\u{243}', '\u{243}', 1, -195), ('\u{244}', '\u{244}', 1, 69),
    ('\u{245}', '\u{245}', 1, 71), ('\u{246}', '\u{24e}', 2, 1), ('\u{370}', '\u{372}', 2, 1),
    ('\u{376}', '\u{376}', 1, 1), ('\u{37f}', '\u{37f}', 1, 116), ('\u{386}', '\u{386}', 1, 38),
    ('\u{388}', '\u{38a}', 1, 37), ('\u{38c}', '\u{38c}', 1, 64), ('\u{38e}', '\u{38f}', 1, 63),
    ('\u{391}', '\u{3a1}', 1, 32), ('\u{3a3}', '\u{3ab}', 1, 32), ('\u{3cf}', '\u{3cf}', 1, 8),
    ('\u{3d8}', '\u{3ee}', 2, 1), ('\u{3f4}', '\u{3f4}', 1, -60), ('\u{3f7}', '\u{3f7}', 1, 1),
    ('\u{3f9}', '\u{3f9}', 1, -7), ('\u{3fa}', '\u{3fa}', 1, 1), ('\u{3fd}', '\u{3ff}', 1, -130),
    ('\u{400}', '\u{40f}', 1, 80), ('\u{410}', '\u{42f}', 1, 32), ('\u{460}', '\u{480}', 2, 1),
    ('\u{48a}', '\u{4be}', 2, 1), ('\u{4c0}', '\u{4c0}', 1, 15), ('\u{4c1}', '\u{4cd}', 2, 1),
    ('\u{4d0}', '\u{52e}', 2, 1), ('\u{531}', '\u{556}', 1, 48),
    ('\u{10a0}', '\u{10c5}', 1, 7264), ('\u{10c7}', '\u{10c7}', 1, 7264),
    ('\u{10cd}', '\u{10cd}', 1, 7264), ('\u{13a0}', '\u{13ef}', 1, 38864),
    ('\u{13f0}', '\u{13f5}', 1, 8), ('\u{1c89}', '\u{1c89}', 1, 1),
    ('\u{1c90}', '\u{1cba}', 1, -3008), ('\u{1cbd}', '\u{1cbf}', 1, -3008),
    ('\u{1e00}', '\u{1e94}', 2, 1), ('\u{1e9e}', '\u{1e9e}', 1, -7615),
    ('\u{1ea0}', '\u{1efe}', 2, 1), ('\u{1f08}', '\u{1f0f}', 1, -8),
    ('\u{1f18}', '\u{1f1d}', 1, -8), ('\u{1f28}', '\u{1f2f}', 1, -8),
    ('\u{1f38}', '\u{1f3f}', 1, -8), ('\u{1f48}', '\u{1f4d}', 1, -8),
    ('\u{1f59}', '\u{1f5f}', 2, -8), ('\u{1f68}', '\u{1f6f}', 1, -8),
    ('\u{1f88}', '\u{1f8f}', 1, -8), ('\u{1f98}', '\u{1f9f}', 1, -8),
    ('\u{1fa8}', '\u{1faf}', 1, -8), ('\u{1fb8}', '\u{1fb9}', 1, -8),
    ('\u{1fba}', '\u{1fbb}', 1, -74), ('\u{1fbc}', '\u{1fbc}', 1, -9),
    ('\u{1fc8}', '\u{1fcb}', 1, -86), ('\u{1fcc}', '\u{1fcc}', 1, -9),
    ('\u{1fd8}', '\u{1fd9}', 1, -8), ('\u{1fda}', '\u{1fdb}', 1, -100),
    ('\u{1fe8}', '\u{1fe9}', 1, -8), ('\u{1fea}', '\u{1feb}', 1, -112),
    ('\u{1fec}', '\u{1fec}', 1, -7), ('\u{1ff8}', '\u{1ff9}', 1, -128),
    ('\u{1ffa}', '\u{1ffb}', 1, -126), ('\u{1ffc}', '\u{1ffc}', 1, -9),
    ('\u{2126}', '\u{2126}', 1, -7517), ('\u{212a}', '\u{212a}', 1, -8383),
    ('\u{212b}', '\u{212b}', 1, -8262), ('\u{2132}', '\u{2132}', 1, 28),
    ('\u{2160}', '\u{216f}', 1, 16), ('\u{2183}', '\u{2183}', 1, 1),
    ('\u{24b6}', '\u{24cf}', 1, 26), ('\u{2c00}', '\u{2c2f}', 1, 48),
    ('\u{2c60}', '\u{2c60}', 1, 1), ('\u{2c62}', '\u{2c62}', 1, -10743),
    ('\u{2c63}', '\u{2c63}', 1, -3814), ('\u{2c64}', '\u{2c64}', 1, -10727),
    ('\u{2c67}', '\u{2c6b}', 2, 1), ('\u{2c6d}', '\u{2c6d}', 1, -10780),
    ('\u{2c6e}', '\u{2c6e}', 1, -10749), ('\u{2c6f}', '\u{2c6f}', 1, -10783),
    ('\u{2c70}', '\u{2c70}', 1, -10782), ('\u{2c72}', '\u{2c72}', 1, 1),
    ('\u{2c75}', '\u{2c75}', 1, 1), ('\u{2c7e}', '\u{2c7f}', 1, -10815),
    ('\u{2c80}', '\u{2ce2}', 2, 1), ('\u{2ceb}', '\u{2ced}', 2, 1),
    ('\u{2cf2}', '\u{2cf2}', 1, 1), ('\u{a640}', '\u{a66c}', 2, 1),
    ('\u{a680}', '\u{a69a}', 2, 1), ('\u{a722}', '\u{a72e}', 2, 1),
    ('\u{a732}', '\u{a76e}', 2, 1), ('\u{a779}', '\u{a77b}', 2, 1),
    ('\u{a77d}', '\u{a77d}', 1, -35332), ('\u{a77e}', '\u{a786}', 2, 1),
    ('\u{a78b}', '\u{a78b}', 1, 1), ('\u{a78d}', '\u{a78d}', 1, -42280),
    ('\u{a790}', '\u{a792}', 2, 1), ('\u{a796}', '\u{a7a8}', 2, 1),
    ('\u{a7aa}', '\u{a7aa}', 1, -42308), ('\u{a7ab}', '\u{a7ab}', 1, -42319),
    ('\u{a7ac}', '\u{a7ac}', 1, -42315), ('\u{a7ad}', '\u{a7ad}', 1, -42305),
    ('\u{a7ae}', '\u{a7ae}', 1, -42308), ('\u{a7b0}', '\u{a7b0}', 1, -42258),
    ('\u{a7b1}', '\u{a7b1}', 1, -42282), ('\u{a7b2}', '\u{a7b2}', 1, -42261),
    ('\u{a7b3}', '\u{a7b3}', 1, 928), ('\u{a7b4}', '\u{a7c2}', 2, 1),
    ('\u{a7c4}', '\u{a7c4}', 1, -48), ('\u{a7c5}', '\u{a7c5}', 1, -42307),
    ('\u{a7c6}', '\u{a7c6}', 1, -35384), ('\u{a7c7}', '\u{a7c9}', 2, 1),
    ('\u{a7cb}', '\u{a7cb}', 1, -42343), ('\u{a7cc}', '\u{a7da}', 2, 1),
    ('\u{a7dc}', '\u{a7dc}', 1, -42561), ('\u{a7f5}', '\u{a7f5}', 1, 1),
    ('\u{ff21}', '\u{ff3a}', 1, 32), ('\u{10400}', '\u{10427}', 1, 40),
    ('\u{104b0}', '\u{104d3}', 1, 40), ('\u{10570}', '\u{10594}', 2, 39),
    ('\u{10571}', '\u{10579}', 2, 39), ('\u{1057d}', '\u{10589}', 2, 39),
    ('\u{1058d}', '\u{10591}', 2, 39), ('\u{10595}', '\u{10595}', 1, 39),
    ('\u{10c80}', '\u{10cb2}', 1, 64), ('\u{10d50}', '\u{10d65}', 1, 32),
    ('\u{118a0}', '\u{118bf}', 1, 32), ('\u{16e40}', '\u{16e5f}', 1, 32),
    ('\u{16ea0}', '\u{16eb8}', 1, 27), ('\u{1e900}', '\u{1e921}', 1, 34),
];

#[cfg(test)]
mod tests {
    use super::{lower, upper};

    fn only(mut letters: impl Iterator<Item = char>) -> Option<char> {
        letters.next().filter(|_| letters.next().is_none())
    }

    /// Every letter that two versions of the standard library know alike: the last large ones came
    /// in one block, and what newer versions learn stays as it is here.
    fn known() -> impl Iterator<Item = char> {
        ('\0'..='\u{1e943}').filter(|letter| !('\u{a7b0}'..='\u{a7ff}').contains(letter))
    }

    #[test]
    fn small_letters_are_those_of_the_standard_library() {
        for letter in known() {
            match only(letter.to_lowercase()) {
                Some(small) => assert_eq!(lower(letter), small, "{letter:?}"),
                None => assert_eq!((letter, lower(letter)), ('İ', 'i')),
            }
        }
    }

    #[test]
    fn large_letters_are_those_of_the_standard_library() {
        let mut tried = 0;
        for letter in known() {
            if let Some(large) = only(letter.to_uppercase())
                && only(large.to_lowercase()) == Some(letter)
            {
                assert_eq!(upper(letter), large, "{letter:?}");
                tried += 1;
            }
        }
        assert!(tried > 1300, "{tried}");
        assert_eq!((upper('Å'), upper('5'), upper('ŉ')), ('Å', '5', 'ŉ'));
    }
}
