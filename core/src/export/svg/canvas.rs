//! The few things that are drawn again and again.

use super::style::{Palette, Rgb, SvgStyle};
use super::xml::Xml;
use crate::wheel::{ArcText, HATCHING, Number, Path, Point};

/// An SVG file in the making.
pub(crate) struct Canvas<'a> {
    pub(crate) xml: Xml,
    pub(crate) style: &'a SvgStyle,
    arcs: usize,
}

/// Dashes and gaps of outlines that are not certain.
pub(crate) const DASHES: &str = "2.2 1.6";

/// How a text looks.
#[derive(Clone, Copy)]
pub(crate) struct Type {
    pub(crate) size: f64,
    pub(crate) weight: u16,
    pub(crate) fill: Rgb,
}

impl<'a> Canvas<'a> {
    pub(crate) fn new(style: &'a SvgStyle) -> Self {
        Self {
            xml: Xml::default(),
            style,
            arcs: 0,
        }
    }

    pub(crate) fn palette(&self) -> &'a Palette {
        &self.style.palette
    }

    /// An id that no other wheel on the page has.
    pub(crate) fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.style.prefix)
    }

    pub(crate) fn fill(&mut self, path: &Path, fill: Rgb) {
        self.xml.empty("path", &[("d", path), ("fill", &fill)]);
    }

    /// A line; an opacity below 1 lets what lies under it through.
    pub(crate) fn stroke(&mut self, path: &Path, stroke: Rgb, width: f64, opacity: f64) {
        let (width, opacity) = (Number(width), Number(opacity));
        self.xml.empty(
            "path",
            &[
                ("d", path),
                ("fill", &"none"),
                ("stroke", &stroke),
                ("stroke-width", &width),
                ("stroke-opacity", &opacity),
            ],
        );
    }

    /// A year, a month or a day of the rim; some are shaded, to be told from their neighbours.
    pub(crate) fn rim(&mut self, path: &Path, shaded: bool) {
        let (dark, light) = self.palette().months;
        self.fill(path, if shaded { dark } else { light });
    }

    /// Where a week or a month of the rim begins.
    pub(crate) fn tick(&mut self, path: &Path) {
        let palette = self.palette();
        self.stroke(path, palette.line.towards(palette.muted, 40), 1.0, 1.0);
    }

    /// The name of a week or a month of the rim; the current one stands out.
    pub(crate) fn tick_name(&mut self, at: Point, name: &str, current: bool) {
        let palette = self.palette();
        let (weight, fill) = if current {
            (700, palette.today)
        } else {
            (400, palette.muted)
        };
        let look = Type {
            size: 10.0,
            weight,
            fill,
        };
        self.text(at, look, "middle", name);
    }

    /// The outline of what is not certain.
    pub(crate) fn dashed(&mut self, path: &Path, stroke: Rgb, width: f64) {
        let width = Number(width);
        self.xml.empty(
            "path",
            &[
                ("d", path),
                ("fill", &"none"),
                ("stroke", &stroke),
                ("stroke-width", &width),
                ("stroke-dasharray", &DASHES),
            ],
        );
    }

    /// Hatching along an arc, as wide as given.
    pub(crate) fn hatched(&mut self, path: &Path, stroke: Rgb, width: f64) {
        let (dash, gap) = HATCHING;
        self.xml.empty(
            "path",
            &[
                ("d", path),
                ("fill", &"none"),
                ("stroke", &stroke),
                ("stroke-width", &Number(width)),
                ("stroke-opacity", &"0.4"),
                (
                    "stroke-dasharray",
                    &format_args!("{} {}", Number(dash), Number(gap)),
                ),
            ],
        );
    }

    pub(crate) fn circle(&mut self, centre: Point, radius: f64, stroke: Rgb, width: f64) {
        self.stroke(&Path::circle(centre, radius), stroke, width, 1.0);
    }

    /// A text whose letters' middles stand at a height.
    pub(crate) fn text(&mut self, at: Point, look: Type, anchor: &str, text: &str) {
        // Baselines are moved by hand: not every program knows dominant-baseline.
        let baseline = Number(at.y + look.size * 0.35);
        self.xml.text(
            "text",
            &[
                ("x", &Number(at.x)),
                ("y", &baseline),
                ("font-size", &Number(look.size)),
                ("font-weight", &look.weight),
                ("fill", &look.fill),
                ("text-anchor", &anchor),
            ],
            &text,
        );
    }

    pub(crate) fn arc_text(&mut self, text: &ArcText, weight: u16, fill: Rgb) {
        self.arcs += 1;
        let id = format!("{}-{}", self.style.prefix, self.arcs);
        self.xml
            .empty("path", &[("id", &id), ("d", &text.path), ("fill", &"none")]);
        let size = Number(text.size);
        self.xml.open(
            "text",
            &[
                ("font-size", &size),
                ("font-weight", &weight),
                ("fill", &fill),
            ],
        );
        let link = format!("#{id}");
        let attributes: super::xml::Attributes<'_> = &[
            ("href", &link),
            ("xlink:href", &link),
            ("startOffset", &"50%"),
        ];
        self.xml.text("textPath", attributes, &text.text);
        self.xml.close("text");
    }
}
