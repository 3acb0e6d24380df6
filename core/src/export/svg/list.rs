//! The title above the wheel of a mandate period, and below it the key and the list of events.

use super::canvas::{Canvas, Type};
use super::legend::{Key, Sign, broken, kind_keys, row as key_row};
use super::style::Rgb;
use crate::wheel::{
    CENTRE, Colour, MandateWheel, Notice, Number, Path, Point, SIZE, mandate_key, text_width,
};

/// Years beside each other, the width of all, and the most that one has.
const COLUMNS: usize = 4;
const ALL: f64 = 952.0;
const WIDEST: f64 = 318.0;
/// Width of the date, from there to what happens, and from that to the next year.
const DATE: f64 = 46.0;
const GAP: f64 = 12.0;
const AFTER: f64 = 12.0;
/// Sizes of titles and notes, and the height of their lines.
const TITLE: (f64, f64) = (12.5, 16.0);
const NOTE: (f64, f64) = (11.5, 15.0);
const BETWEEN: f64 = 16.0;
const KEY_ROW: f64 = 27.0;

/// A notice broken into lines.
struct Block<'a> {
    notice: &'a Notice,
    title: Vec<String>,
    note: Vec<String>,
}

impl<'a> Block<'a> {
    fn new(notice: &'a Notice, width: f64) -> Self {
        let width = width - DATE - GAP - AFTER;
        Self {
            notice,
            title: wrapped(&notice.title, TITLE.0, width, 4),
            note: wrapped(&notice.note, NOTE.0, width, 2),
        }
    }

    fn height(&self) -> f64 {
        self.title.len() as f64 * TITLE.1 + self.note.len() as f64 * NOTE.1
    }
}

/// The years that have any events, with them.
struct List<'a> {
    years: Vec<(&'a str, Vec<Block<'a>>)>,
    width: f64,
}

impl<'a> List<'a> {
    fn new(wheel: &'a MandateWheel) -> Self {
        let of = |index: usize| {
            wheel
                .notices
                .iter()
                .filter(move |notice| notice.year == index)
        };
        let numbered = wheel.years.iter().enumerate();
        let filled: Vec<(usize, &str)> = numbered
            .filter(|(index, _)| of(*index).next().is_some())
            .map(|(index, year)| (index, year.label.as_str()))
            .collect();
        let columns = filled.len().clamp(1, COLUMNS);
        let width = (ALL / columns as f64).min(WIDEST);
        let blocks = |index: usize| of(index).map(|notice| Block::new(notice, width)).collect();
        Self {
            years: filled
                .into_iter()
                .map(|(index, label)| (label, blocks(index)))
                .collect(),
            width,
        }
    }

    /// Where the first column begins, so that all stand in the middle.
    fn left(&self) -> f64 {
        let columns = self.years.len().clamp(1, COLUMNS) as f64;
        CENTRE - columns * self.width / 2.0
    }
}

fn height(blocks: &[Block<'_>]) -> f64 {
    blocks
        .iter()
        .map(|block| block.height() + BETWEEN)
        .sum::<f64>()
        + 30.0
}

/// Units needed below the wheel.
pub(crate) fn room(wheel: &MandateWheel) -> f64 {
    let key = keys(wheel).len() as f64 * KEY_ROW;
    let list = List::new(wheel);
    let rows = list.years.chunks(COLUMNS).map(tallest).sum::<f64>();
    24.0 + key + if rows > 0.0 { 62.0 + rows } else { 0.0 }
}

fn tallest(row: &[(&str, Vec<Block<'_>>)]) -> f64 {
    row.iter()
        .map(|(_, blocks)| height(blocks))
        .fold(0.0, f64::max)
}

/// Draws title, key and list.
pub(crate) fn draw(canvas: &mut Canvas<'_>, wheel: &MandateWheel) {
    let ink = canvas.palette().ink;
    let bold = |size: f64| Type {
        size,
        weight: 700,
        fill: ink,
    };
    canvas.text(
        Point::new(CENTRE, -24.0),
        bold(22.0),
        "middle",
        &wheel.title,
    );
    let mut y = SIZE + 20.0;
    for row in keys(wheel) {
        key_row(canvas, &row, y);
        y += KEY_ROW;
    }
    canvas.xml.line();
    let list = List::new(wheel);
    if list.years.is_empty() {
        return;
    }
    let left = list.left();
    y += 26.0;
    let heading = Point::new(left + DATE + GAP, y);
    canvas.text(heading, bold(16.0), "start", &wheel.heading);
    y += 32.0;
    for row in list.years.chunks(COLUMNS) {
        for (column, (label, blocks)) in row.iter().enumerate() {
            let at = Point::new(left + list.width * column as f64, y);
            year(canvas, label, blocks, at, list.width);
        }
        y += tallest(row);
    }
}

fn year(canvas: &mut Canvas<'_>, label: &str, blocks: &[Block<'_>], at: Point, width: f64) {
    let muted = canvas.palette().muted;
    let look = Type {
        size: 12.0,
        weight: 600,
        fill: muted,
    };
    canvas.text(Point::new(at.x + DATE + GAP, at.y), look, "start", label);
    let mut y = at.y + 24.0;
    for one in blocks {
        block(canvas, one, Point::new(at.x, y), width);
        y += one.height() + BETWEEN;
    }
    canvas.xml.line();
}

fn block(canvas: &mut Canvas<'_>, block: &Block<'_>, at: Point, width: f64) {
    let palette = canvas.palette();
    if block.notice.outgoing {
        let alert = palette.alert;
        frame(canvas, at, (width, block.height()), alert);
    }
    let look = |(size, weight): (f64, u16), fill: Rgb| Type { size, weight, fill };
    let day = Point::new(at.x + DATE, at.y);
    canvas.text(
        day,
        look((TITLE.0, 700), palette.ink),
        "end",
        &block.notice.day,
    );
    let mut y = at.y;
    let x = at.x + DATE + GAP;
    for line in &block.title {
        canvas.text(
            Point::new(x, y),
            look((TITLE.0, 600), palette.ink),
            "start",
            line,
        );
        y += TITLE.1;
    }
    for line in &block.note {
        canvas.text(
            Point::new(x, y),
            look((NOTE.0, 400), palette.muted),
            "start",
            line,
        );
        y += NOTE.1;
    }
}

/// The frame around a decision by those who step down.
fn frame(canvas: &mut Canvas<'_>, at: Point, (width, height): (f64, f64), alert: Rgb) {
    let ground = canvas.palette().ground;
    canvas.xml.empty(
        "rect",
        &[
            ("x", &Number(at.x - 4.0)),
            ("y", &Number(at.y - 13.0)),
            ("width", &Number(width - 2.0)),
            ("height", &Number(height + 10.0)),
            ("rx", &"7"),
            ("fill", &alert.towards(ground, 88)),
            ("stroke", &alert),
            ("stroke-width", &"1.2"),
        ],
    );
}

/// Breaks a text into lines; what the last line cannot hold is cut.
fn wrapped(text: &str, size: f64, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let room = |line: &&mut String| {
            text_width(line, size) + text_width(word, size) + size * 0.3 <= width
        };
        match lines.last_mut().filter(room) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
        .iter()
        .map(|line| crate::wheel::text_cut(line, size, width))
        .collect()
}

/// Levels, the kinds of events, and what else there is to explain.
fn keys(wheel: &MandateWheel) -> Vec<Vec<Key>> {
    let words = mandate_key(wheel.lang);
    let levels = wheel.levels.iter().enumerate().filter(|(index, _)| {
        let mut rings = wheel.rows.iter().chain(&wheel.lanes);
        rings.any(|lane| lane.level == *index)
            || wheel.marks.iter().any(|mark| mark.level == *index)
    });
    let levels = levels.map(|(_, level)| Key::new(Sign::Level(level.colour), &level.title));
    let shown = [
        (!wheel.cells.is_empty(), Sign::Shades),
        (!wheel.leads.is_empty(), Sign::Lead),
        (
            wheel.bands.iter().any(|band| band.rail.is_some()),
            Sign::Rail,
        ),
        (!wheel.shifts.is_empty(), Sign::Shift),
        (!wheel.handovers.is_empty(), Sign::Handover),
    ];
    let others = shown
        .into_iter()
        .zip(words)
        .filter(|((shown, _), _)| *shown);
    let others = others.map(|((_, sign), word)| Key::new(sign, word));
    let mut rows = broken(levels);
    rows.extend(broken(kind_keys(&wheel.marks, wheel.lang).chain(others)));
    rows
}

/// Signs that only this wheel has.
pub(crate) fn sign(canvas: &mut Canvas<'_>, sign: Sign, at: Point) {
    let palette = canvas.palette();
    let line =
        |from: f64, to: f64| Path::line(Point::new(at.x + from, at.y), Point::new(at.x + to, at.y));
    let square = |from: f64, to: f64, half: f64| {
        Path::polygon([
            Point::new(at.x + from, at.y - half),
            Point::new(at.x + to, at.y - half),
            Point::new(at.x + to, at.y + half),
            Point::new(at.x + from, at.y + half),
        ])
    };
    let neutral = palette.of(Colour::Neutral);
    match sign {
        Sign::Shades => {
            for (number, part) in [(0.0, 75), (1.0, 45), (2.0, 10)] {
                let x = -8.0 + number * 5.6;
                canvas.fill(
                    &square(x, x + 4.8, 5.0),
                    neutral.towards(palette.ground, part),
                );
            }
        }
        Sign::Lead => canvas.stroke(
            &line(-7.0, 7.0),
            neutral.towards(palette.ground, 45),
            3.0,
            1.0,
        ),
        Sign::Rail => canvas.fill(&square(-7.0, 7.0, 1.2), neutral.towards(palette.ground, 30)),
        Sign::Shift => {
            canvas.fill(&square(-7.0, 7.0, 6.0), palette.wedge);
            let edge = Path::line(
                Point::new(at.x - 7.0, at.y - 6.0),
                Point::new(at.x - 7.0, at.y + 6.0),
            );
            canvas.dashed(&edge, palette.ink, 1.2);
        }
        _ => {
            canvas.fill(&Path::circle(at, 4.6), palette.alert);
            canvas.stroke(&Path::circle(at, 7.0), palette.alert, 1.5, 1.0);
        }
    }
}
