//! The public JSON: transcripts, events and results by names, and the replay that scores a transcript again.
//! Its shapes are promised in `docs/formats.md`; they are types of their own here, so that the model may change without them.

mod fault;
mod mismatch;
mod pairs;
mod sitting;

pub mod event;
pub mod exam;
pub mod practice;
pub mod replay;
pub mod result;
pub mod transcript;

pub use fault::BadRecord;
pub use mismatch::{At, Mismatch, Why};

#[cfg(test)]
mod tests;
