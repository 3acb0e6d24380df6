//! Papers as HTML: every text escaped, no script, nothing fetched.

use crate::compute::compute;
use crate::export::plain::plain;
use crate::export::{SvgStyle, svg};
use crate::paper::{Block, Paper};
use crate::plan::Plan;
use crate::time::Lang;
use crate::wheel::{Wheel, WheelInput};

/// Ink on white, A4, tables that go on over pages with their heads.
const STYLE: &str = "\
@page{size:A4;margin:18mm 16mm}
body{font:11pt/1.4 system-ui,sans-serif;color:#111;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6em;line-height:1.2;margin:0}
h2{font-size:1.15em;margin:1.6em 0 .4em;break-after:avoid}
.subtitle{margin:.2em 0 1.4em;color:#444}
p,li{white-space:pre-line;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1.2em;margin:0}
dt{color:#444}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.25em .6em .25em 0;border-bottom:1px solid #bbb;overflow-wrap:anywhere;min-width:5.8em}
th:first-child,td:first-child{min-width:6.6em}
thead{display:table-header-group}tr{break-inside:avoid}
.missing{border:1.5px dashed #8a1c00;color:#8a1c00;padding:.4em .7em;margin:.6em 0}
figure{margin:0;break-after:page}figure svg{width:100%;height:auto}
@media print{body{margin:0;padding:0;max-width:none}}
";

/// A paper as a whole page, with the wheel drawn where it stands.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::{export::paper_html, paper::wheel, plan::Plan, time::Lang};
/// let plan = Plan::check(PlanDocument::blank("nso", "A & <b>"), &Catalogue::empty()).unwrap();
/// let page = paper_html(&wheel(&plan, 2026, Lang::Sv).unwrap(), &plan);
/// assert!(page.starts_with("<!doctype html>\n<html lang=\"sv\">"));
/// assert!(page.contains("A &amp; &lt;b&gt;") && page.contains("<svg "));
/// ```
#[must_use]
pub fn paper_html(paper: &Paper, plan: &Plan) -> String {
    let lang = paper.lang.pick("sv", "en");
    let title = escape(&format!("{} · {}", paper.title, paper.subtitle));
    let mut page = Html::default();
    page.raw(&format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    ));
    page.element("h1", &paper.title);
    page.raw(&format!(
        "<p class=\"subtitle\">{}</p>\n",
        escape(&paper.subtitle)
    ));
    for block in &paper.blocks {
        match block {
            Block::Wheel { year, .. } => {
                let picture = paper_wheel(plan, *year, paper.lang).unwrap_or_default();
                page.raw(&format!("<figure>{picture}</figure>\n"));
            }
            Block::Missing(text) => {
                page.raw(&format!("<p class=\"missing\">{}</p>\n", escape(text)));
            }
            Block::Facts(facts) => page.facts(facts),
            other => page.block(other),
        }
    }
    page.raw("</body>\n</html>\n");
    page.0
}

/// A paper as a piece of HTML to paste into a text document: plain elements, and no style of its
/// own, so that it takes on that of the document. A wheel is told in words.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::{export::paper_fragment, paper::mandate, plan::Plan, time::Lang};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let piece = paper_fragment(&mandate(&plan, 2027, Lang::Sv).unwrap());
/// assert!(piece.starts_with("<h1>Mandatperioden 2027–2030</h1>\n"));
/// ```
#[must_use]
pub fn paper_fragment(paper: &Paper) -> String {
    let mut piece = Html::default();
    piece.element("h1", &paper.title);
    piece.element("p", &paper.subtitle);
    for block in &paper.blocks {
        match block {
            Block::Wheel { description, .. } => piece.element("p", description),
            Block::Missing(text) => {
                piece.raw(&format!("<p><strong>{}</strong></p>\n", escape(text)));
            }
            Block::Facts(facts) => {
                for (name, said) in facts {
                    let (name, said) = (escape(name), broken(said));
                    piece.raw(&format!("<p><strong>{name}:</strong> {said}</p>\n"));
                }
            }
            other => piece.block(other),
        }
    }
    piece.0
}

/// The wheel of a paper as an SVG picture, drawn for white paper; nothing for a year that no plan
/// speaks about.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::{export::paper_wheel, plan::Plan, time::Lang};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// assert!(paper_wheel(&plan, 2027, Lang::Sv).unwrap().starts_with("<svg "));
/// ```
#[must_use]
pub fn paper_wheel(plan: &Plan, year: i32, lang: Lang) -> Option<String> {
    let calendar = compute(plan, plan.year_range(year)?).into_calendar();
    let mut input = WheelInput::from_plan(plan, &calendar, lang);
    // The paper has its own heading.
    input.title.clear();
    Some(svg(&Wheel::new(&input), &SvgStyle::print()))
}

/// HTML in the making.
#[derive(Default)]
struct Html(String);

impl Html {
    fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    fn element(&mut self, name: &str, text: &str) {
        self.raw(&format!("<{name}>{}</{name}>\n", broken(text)));
    }

    /// Blocks that look the same everywhere.
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) => self.element("h2", text),
            Block::List { numbered, items } => {
                let list = if *numbered { "ol" } else { "ul" };
                self.raw(&format!("<{list}>\n"));
                for item in items {
                    self.element("li", item);
                }
                self.raw(&format!("</{list}>\n"));
            }
            Block::Table { head, rows } => self.table(head, rows),
            Block::Facts(facts) => self.facts(facts),
            Block::Paragraph(text) | Block::Missing(text) => self.element("p", text),
            Block::Wheel { description, .. } => self.element("p", description),
        }
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        self.raw("<dl>\n");
        for (name, said) in facts {
            self.element("dt", name);
            self.element("dd", said);
        }
        self.raw("</dl>\n");
    }

    fn table(&mut self, head: &[String], rows: &[Vec<String>]) {
        self.raw("<table>\n<thead>\n<tr>");
        for name in head {
            self.raw(&format!("<th scope=\"col\">{}</th>", escape(name)));
        }
        self.raw("</tr>\n</thead>\n<tbody>\n");
        for row in rows {
            self.raw("<tr>");
            for cell in row {
                self.raw(&format!("<td>{}</td>", broken(cell)));
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
    }
}

/// A text with its line breaks, also where no style keeps them.
fn broken(text: &str) -> String {
    let lines = text.lines().map(escape);
    lines.collect::<Vec<_>>().join("<br>")
}

/// A text without meaning in HTML; what steers or hides is shown as a sign.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.extend(plain(letter)),
        }
    }
    safe
}
