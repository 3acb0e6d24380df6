//! Where the lanes' names rest: together in the quietest part of the year.

use super::path::Path;
use super::point::{Sector, round, turn};
use super::scale::Scale;
use super::text::{self, ArcText};
use super::wheel::Lane;
use crate::order::{Order, between};
use crate::time::date;
use chrono::Datelike;
use serde::Serialize;

/// The name of a lane, resting on its ring.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LaneName {
    /// Place of its lane in [`super::Wheel::lanes`].
    pub lane: usize,
    /// The name, cut where it would go too far round.
    pub text: ArcText,
    /// True when no mark, tail or shaded week lies under it; otherwise the view draws
    /// [`LaneName::backing`] in the ground's colour beneath it.
    pub clear: bool,
    /// A line under the letters, as wide as the lane allows.
    pub backing: Path,
}

/// The names, and the wedge of the circle in which most of them rest.
pub(crate) struct Names {
    pub(crate) names: Vec<LaneName>,
    pub(crate) wedge: Option<Sector>,
}

/// Degrees that a name keeps from a mark.
const AIR: f64 = 1.0;
/// Degrees that a name may cover at most.
const LONGEST: f64 = 76.0;

struct Draft<'a> {
    lane: &'a Lane,
    text: String,
    size: f64,
    half: f64,
    blocked: Vec<Sector>,
}

/// Places the names; `blocked` says per lane which arcs are taken.
pub(crate) fn place(lanes: &[Lane], blocked: Vec<Vec<Sector>>, scale: &Scale) -> Names {
    let drafts: Vec<Draft<'_>> = lanes
        .iter()
        .zip(blocked)
        .map(|(lane, blocked)| draft(lane, blocked))
        .collect();
    let common = common_angle(&drafts, preferred(scale));
    let mut wedge: Option<f64> = None;
    let names = drafts
        .iter()
        .map(|draft| {
            let (angle, clear) = draft.angle(common);
            if clear && angle == common {
                wedge = Some(wedge.unwrap_or(0.0).max(draft.half));
            }
            draft.name(angle, clear)
        })
        .collect();
    let wedge = wedge.map(|half| Sector::around(common, between(half + 1.5, 13.0, 21.0)));
    Names { names, wedge }
}

/// The middle of July, where the work rests.
fn preferred(scale: &Scale) -> f64 {
    let range = scale.range();
    let middle = |year| date(year, 7, 16).filter(|day| range.contains(*day));
    (range.start.year()..=range.end.year())
        .find_map(middle)
        .map_or(180.0, |day| scale.noon_of(day))
}

fn draft(lane: &Lane, blocked: Vec<Sector>) -> Draft<'_> {
    // Narrow lanes give their names more of their width, or they could not be read.
    let size = (lane.width * 0.46)
        .max((lane.width * 0.58).min(10.0))
        .min(13.0);
    let most = LONGEST.to_radians() * lane.radius;
    let text = text::cut(&lane.label, size, most);
    let half = text::half_angle(&text, size, lane.radius) + AIR;
    Draft {
        lane,
        text,
        size,
        half,
        blocked,
    }
}

/// The angle at which the fewest names meet a mark, as near as can be to the preferred one.
fn common_angle(drafts: &[Draft<'_>], preferred: f64) -> f64 {
    let steps = (0..180).flat_map(|step| [f64::from(step), -f64::from(step)]);
    let met = |angle: f64| drafts.iter().filter(|draft| !draft.is_clear(angle)).count();
    let mut best = (usize::MAX, preferred);
    for angle in steps.map(|step| turn(preferred + step)) {
        let count = met(angle);
        if count < best.0 {
            best = (count, angle);
        }
        if count == 0 {
            break;
        }
    }
    best.1
}

impl Draft<'_> {
    fn is_clear(&self, angle: f64) -> bool {
        let own = Sector::around(angle, self.half);
        self.blocked.iter().all(|taken| !taken.overlaps(own))
    }

    /// The common angle if it is clear; else the nearest place in a gap that is long enough; else
    /// the middle of a gap that is nearly long enough or near.
    fn angle(&self, common: f64) -> (f64, bool) {
        if self.is_clear(common) {
            return (common, true);
        }
        let gaps = gaps(&self.blocked);
        // A hair more than needed, so that rounding cannot bring it back onto a mark.
        let half = self.half + 0.02;
        let near = |gap: &Sector| {
            let ahead = turn(common - gap.start);
            let inside = between(ahead, half, gap.length() - half);
            let missed = (inside - ahead).abs();
            (missed.min(360.0 - missed), turn(gap.start + inside))
        };
        let fitting = gaps
            .iter()
            .filter(|gap| gap.length() >= 2.0 * half)
            .map(near);
        if let Some((_, angle)) = fitting.min_by(|a, b| a.0.total_cmp(&b.0)) {
            return (angle, true);
        }
        // Some of it will be covered: little, and not far from the other names.
        let covered = |gap: &Sector| {
            let away = turn(gap.middle() - common);
            2.0 * half - gap.length() + away.min(360.0 - away) / 6.0
        };
        let least = gaps.iter().min_by(|a, b| covered(a).total_cmp(&covered(b)));
        (least.map_or(common, |gap| turn(gap.middle())), false)
    }

    fn name(&self, angle: f64, clear: bool) -> LaneName {
        let text = ArcText::new(self.text.clone(), self.lane.radius, angle, self.size);
        let sector = text.sector;
        LaneName {
            lane: self.lane.index,
            text,
            clear,
            backing: Path::arc(
                round(self.lane.radius),
                sector.start - AIR,
                sector.end + AIR,
            ),
        }
    }
}

/// What is free between taken arcs, all the way round.
fn gaps(blocked: &[Sector]) -> Vec<Sector> {
    let shifted = |sector: &Sector| {
        let start = turn(sector.start);
        Sector::new(start, start + sector.length())
    };
    let mut taken: Vec<Sector> = blocked.iter().map(shifted).collect();
    taken.order_by(|a, b| a.start.total_cmp(&b.start));
    let Some(first) = taken.first().copied() else {
        return vec![Sector::new(0.0, 360.0)];
    };
    let mut gaps = Vec::new();
    // Arcs over the top also cover the beginning of the turn.
    let over = taken
        .iter()
        .map(|sector| sector.end - 360.0)
        .fold(f64::MIN, f64::max);
    let mut reached = first.end.max(over);
    for sector in taken.iter().skip(1) {
        if sector.start > reached {
            gaps.push(Sector::new(reached, sector.start));
        }
        reached = reached.max(sector.end);
    }
    if first.start + 360.0 > reached {
        gaps.push(Sector::new(reached, first.start + 360.0));
    }
    gaps
}
