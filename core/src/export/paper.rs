//! Papers as a page to print, as a piece to paste into a text document, and as plain text.

mod html;
mod text;

pub use html::{paper_fragment, paper_html, paper_wheel};
pub use text::paper_text;
