//! The debrief of one line as a page, as rows and as JSON.

mod page;
mod rows;

pub(super) use page::Script;
pub use page::debrief_html;
pub use rows::{debrief_csv, debrief_json};
