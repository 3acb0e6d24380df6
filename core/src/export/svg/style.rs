//! What an exported wheel looks like.

use crate::wheel::Colour;
use std::fmt;

/// A colour; prints as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// The colour of a number such as `0x8a3b5e`.
    #[must_use]
    pub const fn new(hex: u32) -> Self {
        let [_, red, green, blue] = hex.to_be_bytes();
        Self(red, green, blue)
    }

    /// Part of the way to another colour, in percent.
    #[must_use]
    pub fn towards(self, other: Self, percent: u8) -> Self {
        let percent = u32::from(percent.min(100));
        let mix = |from: u8, to: u8| {
            let mixed = (u32::from(from) * (100 - percent) + u32::from(to) * percent + 50) / 100;
            u8::try_from(mixed).unwrap_or(to)
        };
        Self(
            mix(self.0, other.0),
            mix(self.1, other.1),
            mix(self.2, other.2),
        )
    }
}

impl Rgb {
    /// How well one colour stands out against another, from 1 to 21 (WCAG 2.2, relative luminance).
    ///
    /// # Example
    /// ```
    /// use planning_wheel::export::Rgb;
    /// assert_eq!(Rgb::new(0x000000).contrast(Rgb::new(0xffffff)).round(), 21.0);
    /// ```
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(self.0) + 0.7152 * part(self.1) + 0.0722 * part(self.2)
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// How much of the wedge's colour covers the lanes under their names, in percent.
pub(crate) const WEDGE: u8 = 60;

/// How much lighter than their colour the periods of a lane are, in percent, by shade.
const SHADES: [u8; 4] = [0, 62, 82, 36];

/// The colours of a wheel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub ground: Rgb,
    /// Around and inside marks.
    pub paper: Rgb,
    /// Text and lines that matter.
    pub ink: Rgb,
    /// Text that matters less.
    pub muted: Rgb,
    /// The two shades of months.
    pub months: (Rgb, Rgb),
    /// Lines between months, week ticks.
    pub line: Rgb,
    /// Behind the lanes' names.
    pub wedge: Rgb,
    /// School breaks.
    pub school: Rgb,
    /// Holidays.
    pub holiday: Rgb,
    /// The hand of today.
    pub today: Rgb,
    /// What needs a second look: decisions by those who step down.
    pub alert: Rgb,
    /// Years of the mandate period but the wheel's own.
    pub mandate: Rgb,
    /// The levels; more levels than colours begin again.
    pub levels: Vec<Rgb>,
    /// What belongs to no level.
    pub neutral: Rgb,
    /// How much of its colour a lane's ground has, in percent.
    pub tint: u8,
    /// True when the ground is dark: colours that a plan names are made lighter.
    pub dark: bool,
}

impl Palette {
    /// Warm paper.
    #[must_use]
    pub fn light() -> Self {
        Self {
            ground: Rgb::new(0xfaf8f4),
            paper: Rgb::new(0xffffff),
            ink: Rgb::new(0x26241f),
            muted: Rgb::new(0x6b6456),
            months: (Rgb::new(0xece6da), Rgb::new(0xf3eee5)),
            line: Rgb::new(0xe2dbce),
            wedge: Rgb::new(0xe9e1d0),
            school: Rgb::new(0xd3bf86),
            holiday: Rgb::new(0xc0392b),
            today: Rgb::new(0xd1432b),
            alert: Rgb::new(0xb36200),
            mandate: Rgb::new(0xd8d0c1),
            levels: [0x8a3b5e, 0x1f5f8b, 0x2e7d5b, 0xa0651d, 0x5a4e9a, 0x4f6b1f]
                .map(Rgb::new)
                .to_vec(),
            neutral: Rgb::new(0x5f5a50),
            tint: 9,
            dark: false,
        }
    }

    /// Warm night.
    #[must_use]
    pub fn dark() -> Self {
        Self {
            ground: Rgb::new(0x1b1a17),
            paper: Rgb::new(0x1b1a17),
            ink: Rgb::new(0xf0ece3),
            muted: Rgb::new(0xb0a797),
            months: (Rgb::new(0x2f2c26), Rgb::new(0x272520)),
            line: Rgb::new(0x38352e),
            wedge: Rgb::new(0x3a352b),
            school: Rgb::new(0x8f7b42),
            holiday: Rgb::new(0xf07a68),
            today: Rgb::new(0xff7a5c),
            alert: Rgb::new(0xf2b134),
            mandate: Rgb::new(0x4a453b),
            levels: [0xdf8db2, 0x78b7e6, 0x6fc79c, 0xe0a85c, 0xb0a4f0, 0xb3cc7a]
                .map(Rgb::new)
                .to_vec(),
            neutral: Rgb::new(0xb8b0a2),
            tint: 15,
            dark: true,
        }
    }

    /// White paper, and levels that also differ in lightness when printed in grey.
    #[must_use]
    pub fn print() -> Self {
        Self {
            ground: Rgb::new(0xffffff),
            paper: Rgb::new(0xffffff),
            ink: Rgb::new(0x000000),
            muted: Rgb::new(0x4a4a4a),
            months: (Rgb::new(0xebebeb), Rgb::new(0xf6f6f6)),
            line: Rgb::new(0xd0d0d0),
            wedge: Rgb::new(0xececec),
            school: Rgb::new(0xb5b5b5),
            holiday: Rgb::new(0x8c1d12),
            today: Rgb::new(0x9c2412),
            alert: Rgb::new(0x7a4a00),
            mandate: Rgb::new(0xc4c4c4),
            levels: [0x4d0f2c, 0x164a70, 0x2a7254, 0xb37d33, 0x3a2f70, 0x5d7a2a]
                .map(Rgb::new)
                .to_vec(),
            neutral: Rgb::new(0x555555),
            tint: 9,
            dark: false,
        }
    }

    /// The colour with a meaning.
    #[must_use]
    pub fn of(&self, colour: Colour) -> Rgb {
        match colour {
            Colour::Slot(slot) => {
                let place = usize::from(slot) % self.levels.len().max(1);
                self.levels.get(place).copied().unwrap_or(self.neutral)
            }
            Colour::Own(red, green, blue) if self.dark => {
                Rgb(red, green, blue).towards(Rgb::new(0xffffff), 45)
            }
            Colour::Own(red, green, blue) => Rgb(red, green, blue),
            Colour::Neutral => self.neutral,
        }
    }

    /// The colour of a lane's name: its own, brought nearer to ink until it can be read.
    #[must_use]
    pub fn name(&self, colour: Colour) -> Rgb {
        let own = self.of(colour);
        let grounds = [
            self.ground,
            self.lane(colour),
            self.lane(colour).towards(self.wedge, WEDGE),
        ];
        let readable = |text: &Rgb| grounds.iter().all(|ground| text.contrast(*ground) >= 4.6);
        let mut nearer = (0..20).map(|step| own.towards(self.ink, step * 5));
        nearer.find(readable).unwrap_or(self.ink)
    }

    /// The fill of a period, and of what is written on it. Shade 0 is the colour itself.
    ///
    /// Half-way to the ground neither dark nor light letters can be read: such a fill goes on until
    /// one of them can.
    #[must_use]
    pub(crate) fn period(&self, colour: Colour, shade: u8) -> (Rgb, Rgb) {
        let own = self.of(colour);
        let light = SHADES.get(usize::from(shade) % SHADES.len()).copied();
        let light = light.unwrap_or_default();
        let read_on = |fill: Rgb| {
            let tinted = (0..20).map(|step| own.towards(self.ink, step * 5));
            let mut texts = std::iter::once(self.paper).chain(tinted);
            let text = texts.find(|text| text.contrast(fill) >= 4.6)?;
            Some((fill, text))
        };
        (light..=100)
            .find_map(|light| read_on(own.towards(self.ground, light)))
            .unwrap_or((self.ground, self.ink))
    }

    /// The ground of a lane: a little of its colour, mixed so that no reader needs transparency.
    #[must_use]
    pub fn lane(&self, colour: Colour) -> Rgb {
        self.ground.towards(self.of(colour), self.tint)
    }
}

/// How a wheel is exported.
///
/// # Example
/// ```
/// use planning_wheel::export::SvgStyle;
/// let style = SvgStyle { legend: false, ..SvgStyle::dark() };
/// assert!(style.palette.dark);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SvgStyle {
    /// The colours.
    pub palette: Palette,
    /// Font families in order of preference.
    pub font: String,
    /// What every id in the file begins with, so that several wheels can stand on one page.
    pub prefix: String,
    /// Whether the plan's title stands above the wheel and a key to levels and shapes below.
    pub legend: bool,
    /// Width in pixels when nothing else decides it.
    pub width: u32,
}

impl SvgStyle {
    /// Light, with title and key.
    #[must_use]
    pub fn light() -> Self {
        Self {
            palette: Palette::light(),
            font: "Inter, system-ui, 'Segoe UI', sans-serif".to_owned(),
            prefix: "pw".to_owned(),
            legend: true,
            width: 1000,
        }
    }

    /// Dark, with title and key.
    #[must_use]
    pub fn dark() -> Self {
        Self {
            palette: Palette::dark(),
            ..Self::light()
        }
    }

    /// For paper, with title and key.
    #[must_use]
    pub fn print() -> Self {
        Self {
            palette: Palette::print(),
            ..Self::light()
        }
    }
}

impl Default for SvgStyle {
    fn default() -> Self {
        Self::light()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_on_periods_can_be_read() {
        for palette in [Palette::light(), Palette::dark(), Palette::print()] {
            for slot in 0..6 {
                for shade in 0..=u8::MAX {
                    let (fill, text) = palette.period(Colour::Slot(slot), shade);
                    let contrast = text.contrast(fill);
                    assert!(contrast >= 4.5, "{text} on {fill}: {contrast}");
                }
            }
            let (fill, text) = palette.period(Colour::Neutral, 3);
            assert!(text.contrast(fill) >= 4.5);
        }
    }
}
