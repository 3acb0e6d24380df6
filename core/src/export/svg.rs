//! A wheel as an SVG file that stands alone.
//!
//! Presentation attributes only: no style sheet, script or link, so that the file shows the same in
//! a browser, a drawing program and a text document, and under any content security policy.

mod canvas;
mod frame;
mod legend;
mod list;
mod mandate;
mod marks;
mod periods;
mod style;
mod xml;

pub use mandate::mandate_svg;
pub use style::{Palette, Rgb, SvgStyle};

use crate::wheel::{Number, SIZE, Wheel};
use canvas::Canvas;

/// Writes a wheel as an SVG file.
///
/// Units are wheel units; everything can be scaled freely. Texts are escaped, and characters that
/// XML does not allow are left out.
///
/// # Example
/// ```
/// use planning_wheel::export::{SvgStyle, svg};
/// use planning_wheel::time::{DateRange, Lang};
/// use planning_wheel::wheel::{Wheel, WheelInput};
/// let wheel = Wheel::new(&WheelInput::new(DateRange::year(2027).unwrap(), Lang::Sv));
/// let file = svg(&wheel, &SvgStyle::light());
/// assert!(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
/// assert!(file.contains("<title id=\"pw-title\">Årshjul 2027</title>"));
/// ```
#[must_use]
pub fn svg(wheel: &Wheel, style: &SvgStyle) -> String {
    let mut canvas = Canvas::new(style);
    let (above, below) = if style.legend {
        legend::room(wheel)
    } else {
        (0.0, 0.0)
    };
    let height = SIZE + above + below;
    open(&mut canvas, &wheel.title, &wheel.description, above, height);
    frame::behind(&mut canvas, wheel);
    marks::spans(&mut canvas, wheel);
    marks::density(&mut canvas, wheel);
    frame::names(&mut canvas, wheel);
    marks::lines(&mut canvas, wheel);
    frame::hand(&mut canvas, wheel.hand.as_ref());
    marks::marks(&mut canvas, wheel);
    frame::centre(&mut canvas, wheel);
    if style.legend {
        legend::draw(&mut canvas, wheel);
    }
    canvas.xml.close("svg");
    canvas.xml.line();
    canvas.xml.finish()
}

/// Begins the file: what it is, and the ground.
fn open(canvas: &mut Canvas<'_>, title: &str, description: &str, above: f64, height: f64) {
    let style = canvas.style;
    let pixels = Number(f64::from(style.width) * height / SIZE);
    let view = format!("0 {} {} {}", Number(-above), Number(SIZE), Number(height));
    let (title_id, desc) = (canvas.id("title"), canvas.id("desc"));
    canvas.xml.open(
        "svg",
        &[
            ("xmlns", &"http://www.w3.org/2000/svg"),
            // Older drawing programs know only the linked form of a text's path.
            ("xmlns:xlink", &"http://www.w3.org/1999/xlink"),
            ("viewBox", &view),
            ("width", &style.width),
            ("height", &pixels),
            ("role", &"img"),
            ("aria-labelledby", &format_args!("{title_id} {desc}")),
            ("font-family", &style.font),
            ("text-anchor", &"middle"),
        ],
    );
    canvas.xml.text("title", &[("id", &title_id)], &title);
    canvas.xml.text("desc", &[("id", &desc)], &description);
    canvas.xml.line();
    canvas.xml.empty(
        "rect",
        &[
            ("x", &"0"),
            ("y", &Number(-above)),
            ("width", &Number(SIZE)),
            ("height", &Number(height)),
            ("fill", &style.palette.ground),
        ],
    );
    canvas.xml.line();
}
