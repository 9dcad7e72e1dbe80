//! Progress as a page, as rows and as JSON.

mod page;
mod rows;

pub use page::progress_html;
pub use rows::{progress_csv, progress_json};
