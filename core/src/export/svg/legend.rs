//! The title above the wheel, and the key below it.

use super::canvas::{Canvas, Type};
use crate::calendar::{EntryKind, EntryStatus};
use crate::time::Lang;
use crate::wheel::{
    CENTRE, Colour, Mark, Path, Point, SIZE, Shape, Wheel, key_words, kind_word, text_width,
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
pub(crate) enum Sign {
    Level(Colour),
    Kind(Shape),
    /// A disc with a dot: a step that lands on a meeting.
    Landing,
    /// A dashed outline: a day that may change.
    Unsettled,
    Period,
    Break,
    Holiday,
    Background,
    /// Months with few, some and many meetings.
    Shades,
    /// The way to a decision.
    Lead,
    /// An older edition that runs on.
    Rail,
    /// The time after an election.
    Shift,
    /// An arrow from those who step down.
    Handover,
}

/// A sign and its word.
pub(crate) struct Key {
    sign: Sign,
    word: String,
}

impl Key {
    pub(crate) fn new(sign: Sign, word: &str) -> Self {
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
        self::row(canvas, row, SIZE + 20.0 + ROW * index as f64);
    }
    canvas.xml.line();
}

/// A row of signs and words, in the middle.
pub(crate) fn row(canvas: &mut Canvas<'_>, row: &[Key], y: f64) {
    let ink = canvas.palette().ink;
    let gaps = GAPS.1 * row.len().saturating_sub(1) as f64;
    let width: f64 = row.iter().map(Key::width).sum::<f64>() + gaps;
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
        Sign::Unsettled => {
            canvas.fill(
                &Path::circle(at, 6.0),
                palette.ink.towards(palette.paper, 65),
            );
            canvas.dashed(&Path::circle(at, 6.0), palette.ink, 1.2);
        }
        Sign::Period => canvas.stroke(&line(7.0), palette.ink, 1.9, 0.6),
        Sign::Break => canvas.stroke(&line(7.0), palette.school, 4.0, 1.0),
        Sign::Background => {
            canvas.hatched(&line(7.0), palette.muted, 12.0);
            let rim = |x: f64| Point::new(at.x + x, at.y - 6.0);
            canvas.stroke(&Path::line(rim(-7.0), rim(7.0)), palette.muted, 3.0, 1.0);
        }
        Sign::Holiday => {
            let tick = Path::line(Point::new(at.x, at.y - 5.0), Point::new(at.x, at.y + 5.0));
            canvas.stroke(&tick, palette.holiday, 2.0, 1.0);
        }
        other => super::list::sign(canvas, other, at),
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
    rows.extend(broken(
        kind_keys(&wheel.marks, wheel.lang).chain(others(wheel)),
    ));
    rows
}

/// The kinds whose shapes are among some marks.
pub(crate) fn kind_keys(marks: &[Mark], lang: Lang) -> impl Iterator<Item = Key> {
    let landed = |kind: EntryKind| {
        let mut merged = marks.iter().flat_map(|mark| &mark.merged);
        kind != EntryKind::Step && merged.any(|item| item.kind == kind)
    };
    let shown =
        move |kind: &EntryKind| landed(*kind) || marks.iter().any(|mark| mark.kind == *kind);
    let key = move |kind| Key::new(Sign::Kind(Shape::of(kind)), kind_word(kind, lang));
    EntryKind::ALL.into_iter().filter(shown).map(key)
}

/// What else there is to explain.
fn others(wheel: &Wheel) -> impl Iterator<Item = Key> {
    let mut merged = wheel.marks.iter().flat_map(|mark| &mark.merged);
    let unsettled =
        |mark: &Mark| matches!(mark.status, EntryStatus::Undecided | EntryStatus::Check);
    let signs = [
        (
            merged.any(|item| item.kind == EntryKind::Step),
            Sign::Landing,
        ),
        (wheel.marks.iter().any(unsettled), Sign::Unsettled),
        (!wheel.spans.is_empty(), Sign::Period),
        (!wheel.breaks.is_empty(), Sign::Break),
        (!wheel.holidays.is_empty(), Sign::Holiday),
        (!wheel.backgrounds.is_empty(), Sign::Background),
    ];
    let words = key_words(wheel.lang);
    let keys = signs
        .into_iter()
        .zip(words)
        .filter(|((shown, _), _)| *shown);
    keys.map(|((_, sign), word)| Key::new(sign, word))
}

/// As few rows as will do, about equally long.
pub(crate) fn broken(keys: impl Iterator<Item = Key>) -> Vec<Vec<Key>> {
    let keys: Vec<Key> = keys.collect();
    let widths: Vec<f64> = keys.iter().map(|key| key.width() + GAPS.1).collect();
    let fewest = row_starts(&widths, MOST).len();
    let narrower = (1..40).map(|step| f64::from(step) * MOST / 40.0);
    let even = narrower
        .map(|most| row_starts(&widths, most))
        .find(|starts| starts.len() <= fewest)
        .unwrap_or_else(|| row_starts(&widths, MOST));
    let mut rows: Vec<Vec<Key>> = Vec::new();
    for (index, key) in keys.into_iter().enumerate() {
        match rows.last_mut().filter(|_| !even.contains(&index)) {
            Some(row) => row.push(key),
            None => rows.push(vec![key]),
        }
    }
    rows
}

/// Places at which rows begin when none is wider than `most`.
fn row_starts(widths: &[f64], most: f64) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut filled = 0.0;
    for (index, width) in widths.iter().enumerate() {
        if starts.is_empty() || filled + width > most {
            starts.push(index);
            filled = 0.0;
        }
        filled += width;
    }
    starts
}
