//! The guide for whoever leads a workshop with one conversation: run sheet, cards for watching, every decision with its ratings.

mod moments;
mod page;
mod run_sheet;

pub use page::guide_html;
