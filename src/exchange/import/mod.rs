//! Scenarios out of other tools' files: a skeleton that loads and plays, and an honest list of what could not come along.

mod draft;
mod h5p;
mod twee;

pub use draft::{Imported, Loss};
pub use h5p::h5p;
pub use twee::twee;

/// The file is not what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotReadable {
    pub why: String,
    /// From 1, where a line can be named.
    pub line: Option<usize>,
}

#[cfg(test)]
mod tests;
