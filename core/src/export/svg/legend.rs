//! The title above the wheel, and the key below it.

use super::canvas::{Canvas, Type};
use crate::calendar::EntryKind;
use crate::wheel::{
    CENTRE, Colour, Path, Point, SIZE, Shape, Wheel, key_words, kind_word, text_width,
};

/// Font size of the key.
const SIZE_OF_KEY: f64 = 13.5;
/// Height of a row.
const ROW: f64 = 27.0;
/// From a sign to its word, and from a word to the next sign.
const GAPS: (f64, f64) = (16.0, 24.0);
/// Width that a row may fill.
const MOST: f64 = 920.0;

/// A sign of the key.
#[derive(Clone, Copy)]
enum Sign {
    Level(Colour),
    Kind(Shape),
    /// A disc with a dot: a step that lands on a meeting.
    Landing,
    Period,
    Break,
    Holiday,
}

/// A sign and its word.
struct Key {
    sign: Sign,
    word: String,
}

impl Key {
    fn new(sign: Sign, word: &str) -> Self {
        Self {
            sign,
            word: word.to_owned(),
        }
    }

    fn width(&self) -> f64 {
        GAPS.0 + text_width(&self.word, SIZE_OF_KEY)
    }
}

/// Units needed above and below the wheel.
pub(crate) fn room(wheel: &Wheel) -> (f64, f64) {
    let rows = rows(wheel).len() as f64;
    (58.0, 26.0 + rows * ROW)
}

/// Draws title and key.
pub(crate) fn draw(canvas: &mut Canvas<'_>, wheel: &Wheel) {
    let ink = canvas.palette().ink;
    let look = Type {
        size: 22.0,
        weight: 700,
        fill: ink,
    };
    canvas.text(Point::new(CENTRE, -24.0), look, "middle", &wheel.title);
    for (index, row) in rows(wheel).iter().enumerate() {
        let width: f64 = row.iter().map(Key::width).sum::<f64>() + GAPS.1 * (row.len() - 1) as f64;
        let y = SIZE + 20.0 + ROW * index as f64;
        let mut x = CENTRE - width / 2.0;
        for key in row {
            sign(canvas, key, Point::new(x + 4.0, y));
            let look = Type {
                size: SIZE_OF_KEY,
                weight: 400,
                fill: ink,
            };
            canvas.text(Point::new(x + GAPS.0, y), look, "start", &key.word);
            x += key.width() + GAPS.1;
        }
    }
    canvas.xml.line();
}

fn sign(canvas: &mut Canvas<'_>, key: &Key, at: Point) {
    let palette = canvas.palette();
    let line = |half: f64| Path::line(Point::new(at.x - half, at.y), Point::new(at.x + half, at.y));
    match key.sign {
        Sign::Level(colour) => canvas.fill(&Path::circle(at, 6.5), palette.of(colour)),
        Sign::Kind(shape) => kind(canvas, shape, at),
        Sign::Landing => {
            canvas.fill(&Path::circle(at, 6.5), palette.ink);
            canvas.fill(&Path::circle(at, 2.3), palette.paper);
        }
        Sign::Period => canvas.stroke(&line(7.0), palette.ink, 1.9, 0.6),
        Sign::Break => canvas.stroke(&line(7.0), palette.school, 4.0, 1.0),
        Sign::Holiday => {
            let tick = Path::line(Point::new(at.x, at.y - 5.0), Point::new(at.x, at.y + 5.0));
            canvas.stroke(&tick, palette.holiday, 2.0, 1.0);
        }
    }
}

fn kind(canvas: &mut Canvas<'_>, shape: Shape, at: Point) {
    let ink = canvas.palette().ink;
    let outline = shape.outline(at, 6.5);
    if shape.is_open() {
        canvas.stroke(&outline, ink, 1.8, 1.0);
    } else {
        canvas.fill(&outline, ink);
    }
    if shape == Shape::Seal {
        canvas.stroke(&Path::circle(at, 6.0), ink, 1.4, 1.0);
    }
}

/// Levels first, then kinds, broken into rows that fit.
fn rows(wheel: &Wheel) -> Vec<Vec<Key>> {
    let levels = wheel.levels.iter().enumerate();
    let used = levels.filter(|(index, _)| wheel.lanes.iter().any(|lane| lane.level == *index));
    let levels = used.map(|(_, level)| Key::new(Sign::Level(level.colour), &level.title));
    let mut rows = broken(levels);
    rows.extend(broken(kinds(wheel).chain(others(wheel))));
    rows
}

/// The kinds whose shapes are on the wheel.
fn kinds(wheel: &Wheel) -> impl Iterator<Item = Key> {
    let landed = |kind: EntryKind| {
        let mut merged = wheel.marks.iter().flat_map(|mark| &mark.merged);
        kind != EntryKind::Step && merged.any(|item| item.kind == kind)
    };
    let shown =
        move |kind: &EntryKind| landed(*kind) || wheel.marks.iter().any(|mark| mark.kind == *kind);
    let key = |kind| Key::new(Sign::Kind(Shape::of(kind)), kind_word(kind, wheel.lang));
    EntryKind::ALL.into_iter().filter(shown).map(key)
}

/// What else there is to explain.
fn others(wheel: &Wheel) -> impl Iterator<Item = Key> {
    let mut merged = wheel.marks.iter().flat_map(|mark| &mark.merged);
    let signs = [
        (
            merged.any(|item| item.kind == EntryKind::Step),
            Sign::Landing,
        ),
        (!wheel.spans.is_empty(), Sign::Period),
        (!wheel.breaks.is_empty(), Sign::Break),
        (!wheel.holidays.is_empty(), Sign::Holiday),
    ];
    let words = key_words(wheel.lang);
    let keys = signs
        .into_iter()
        .zip(words)
        .filter(|((shown, _), _)| *shown);
    keys.map(|((_, sign), word)| Key::new(sign, word))
}

fn broken(keys: impl Iterator<Item = Key>) -> Vec<Vec<Key>> {
    let mut rows: Vec<Vec<Key>> = Vec::new();
    let mut filled = 0.0;
    for key in keys {
        let width = key.width() + GAPS.1;
        match rows.last_mut().filter(|_| filled + width <= MOST) {
            Some(row) => {
                filled += width;
                row.push(key);
            }
            None => {
                filled = width;
                rows.push(vec![key]);
            }
        }
    }
    rows
}
