//! The table's rows: each is made once, and hidden or shown as the filter asks. Hiding is many times
//! as fast as taking out and putting back.

use crate::model::agenda::{self, Row, Section};
use crate::model::year::Year;
use crate::shared::Shared;
use crate::state::Desk;
use crate::view::pen::{Drawn, Pen};
use crate::view::row;
use chrono::NaiveDate;
use web_sys::Element;

/// The rows of a year.
pub(super) struct Table {
    desk: Desk,
    paper: Element,
    year: Option<Shared<Year>>,
    today: NaiveDate,
    parts: Vec<Part>,
    /// Sections and rows of the year before, hidden and on their way out: thousands of elements
    /// that are taken out at once hold up the year that comes.
    gone: Vec<Element>,
    /// The line of each entry of the calendar.
    lines: Vec<Line>,
    /// Place of the chosen entry.
    chosen: Option<usize>,
}

/// A section of the year.
struct Part {
    body: Element,
    places: Vec<usize>,
    is_shown: bool,
}

#[derive(Clone, Default)]
struct Line {
    /// Its row, once it is made.
    row: Option<Element>,
    is_shown: bool,
}

impl Table {
    pub(super) fn new(desk: Desk, paper: Element) -> Self {
        Self {
            desk,
            paper,
            year: None,
            today: NaiveDate::default(),
            parts: Vec::new(),
            gone: Vec::new(),
            lines: Vec::new(),
            chosen: None,
        }
    }

    /// Another year has other rows.
    pub(super) fn turn(&mut self, year: &Shared<Year>, today: NaiveDate) {
        self.today = today;
        if self.year.as_ref() == Some(year) {
            return;
        }
        self.chosen = None;
        self.leave(year);
        self.lines = vec![Line::default(); year.calendar.entries().len()];
        let sections = agenda::sections(year, self.desk.lang, |_| true);
        let pen = Pen::default();
        let numbers: Vec<usize> = sections.iter().map(|own| heading(&pen, own)).collect();
        let drawn = pen.finish(self.desk, &self.paper);
        let part = |(section, number): (Section, usize)| {
            Some(Part {
                body: drawn.element(number)?,
                places: section.places,
                is_shown: false,
            })
        };
        let parts = sections.into_iter().zip(numbers);
        self.parts = parts.filter_map(part).collect();
        self.year = Some(year.clone());
    }

    /// Hides the rows that there are. Those of what is in the days that come, too, are taken out at
    /// once: two rows may not have one id.
    fn leave(&mut self, next: &Year) {
        let (before, days) = (self.year.take(), next.calendar.range());
        let entries = before.iter().flat_map(|year| year.calendar.entries());
        for (entry, line) in entries.zip(self.lines.drain(..)) {
            match line.row {
                Some(row) if entry.range().overlaps(&days) => row.remove(),
                row => self.gone.extend(row),
            }
        }
        for part in self.parts.drain(..) {
            show(&part.body, false);
            self.gone.push(part.body);
        }
    }

    /// Takes out so many of the rows that are on their way.
    pub(super) fn sweep(&mut self, most: usize) {
        let most = most.min(self.gone.len());
        self.gone.drain(..most).for_each(|row| row.remove());
    }

    /// Marks the row of an entry.
    pub(super) fn choose(&mut self, id: Option<&str>) {
        let place = || {
            let entries = self.year.as_ref()?.calendar.entries();
            entries.iter().position(|entry| id == Some(&entry.id))
        };
        let place = id.and_then(|_| place());
        let before = std::mem::replace(&mut self.chosen, place);
        for place in [before, place].into_iter().flatten() {
            self.mark(place);
        }
    }

    /// Shows some entries, of which so many rows are made now; true when something is left to do. The
    /// chosen row is made first: somebody may be looking for it.
    pub(super) fn show(&mut self, sections: &[Section], most: usize) -> bool {
        let mut asked = vec![false; self.lines.len()];
        for place in sections.iter().flat_map(|section| &section.places) {
            if let Some(asked) = asked.get_mut(*place) {
                *asked = true;
            }
        }
        let is_asked = |place: usize| asked.get(place) == Some(&true);
        let mut left = most;
        if let Some(chosen) = self.chosen.filter(|place| is_asked(*place)) {
            left = left.saturating_sub(self.make(&|place| place == chosen, 1));
        }
        let made = self.make(&is_asked, left);
        self.hide(&is_asked);
        made == left || !self.gone.is_empty()
    }

    /// Makes the rows that are asked for and not there, so many at most; gives how many.
    fn make(&mut self, is_asked: &dyn Fn(usize) -> bool, most: usize) -> usize {
        let mut made = 0;
        for part in &self.parts {
            let is_new = |place: &usize| {
                let line = self.lines.get(*place);
                is_asked(*place) && line.is_some_and(|line| line.row.is_none())
            };
            let places = part.places.iter().copied().filter(is_new);
            let new: Vec<usize> = places.take(most - made).collect();
            made += new.len();
            let rows = self.rows(&new);
            for (place, row) in new.iter().zip(rows) {
                let after = part.places.iter().filter(|other| *other > place);
                let mut after = after.filter_map(|other| self.lines.get(*other)?.row.as_deref());
                let _ = part.body.insert_before(&row, after.next());
                if let Some(line) = self.lines.get_mut(*place) {
                    (line.row, line.is_shown) = (Some(row), true);
                }
                if self.chosen == Some(*place) {
                    self.mark(*place);
                }
            }
        }
        made
    }

    /// New rows of some entries.
    fn rows(&self, places: &[usize]) -> Vec<Element> {
        let draw = || {
            let year = self.year.as_ref()?;
            let holder = self.paper.owner_document()?.create_element("tbody").ok()?;
            let (pen, entries) = (Pen::default(), year.calendar.entries());
            let entries = places.iter().filter_map(|place| entries.get(*place));
            let number = |entry| {
                let row = agenda::row(year, entry, self.desk.lang);
                line(&pen, &row, row.date < self.today)
            };
            let numbers: Vec<usize> = entries.map(number).collect();
            let drawn: Drawn = pen.finish(self.desk, &holder);
            let rows = numbers.into_iter();
            Some(rows.filter_map(|number| drawn.element(number)).collect())
        };
        match places {
            [] => Vec::new(),
            _ => draw().unwrap_or_default(),
        }
    }

    /// Hides every row that is not asked for, and sections without rows; touches only what changes.
    fn hide(&mut self, is_asked: &dyn Fn(usize) -> bool) {
        for part in &mut self.parts {
            let mut is_shown = false;
            for place in &part.places {
                let Some(Line {
                    row: Some(row),
                    is_shown: own,
                }) = self.lines.get_mut(*place)
                else {
                    continue;
                };
                let is_asked = is_asked(*place);
                is_shown |= is_asked;
                if *own != is_asked {
                    *own = is_asked;
                    show(row, is_asked);
                }
            }
            if part.is_shown != is_shown {
                part.is_shown = is_shown;
                show(&part.body, is_shown);
            }
        }
    }

    /// Marks a row as chosen, or takes its mark away.
    fn mark(&self, place: usize) {
        let line = self.lines.get(place);
        let Some(row) = line.and_then(|line| line.row.as_ref()) else {
            return;
        };
        let is_chosen = self.chosen == Some(place);
        let _ = row.class_list().toggle_with_force("chosen", is_chosen);
        if let Ok(Some(button)) = row.query_selector(".entry") {
            let _ = if is_chosen {
                button.set_attribute("aria-current", "true")
            } else {
                button.remove_attribute("aria-current")
            };
        }
    }
}

fn show(element: &Element, is_shown: bool) {
    let _ = element.toggle_attribute_with_force("hidden", !is_shown);
}

/// A section, still without rows and hidden; gives the number of its element.
fn heading(pen: &Pen, section: &Section) -> usize {
    let body = pen.draw("tbody", &[("hidden", "")]);
    let row = body.draw("tr", &[("class", "month")]);
    let title = [("scope", "rowgroup"), ("colspan", "5")];
    row.draw("th", &title).write(&section.title);
    body.number()
}

/// An entry as a row of the table; gives the number of its element.
fn line(pen: &Pen, row: &Row, past: bool) -> usize {
    let class = if past { "line past" } else { "line" };
    let line = pen.draw("tr", &[("id", &row_id(&row.id)), ("class", class)]);
    let cell = |name: &str| line.draw("td", &[("class", name)]);
    row::day(&cell("day"), row);
    cell("week").write(&row.week);
    row::button(&cell("what"), row);
    cell("who").write(&row.bodies);
    cell("source").write(&row.source);
    line.number()
}

/// Id of the row of an entry.
pub(super) fn row_id(id: &str) -> String {
    format!("row-{id}")
}
