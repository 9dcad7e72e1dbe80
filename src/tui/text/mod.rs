//! Setting text: runs of words with a meaning, wrapped by width, gathered into pages.

mod ink;
mod page;
mod wrap;

pub(crate) use ink::{Piece, cut, ink, width};
pub(crate) use page::{Mark, Page, Para, Row, Spot};
pub(crate) use wrap::wrap;
