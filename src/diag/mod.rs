//! Places in files and what is wrong there: spans, sources, diagnostics and how they are drawn. No IO.

mod diagnostic;
mod letters;
mod render;
mod source;
mod span;
mod suggest;

pub use diagnostic::{Diagnostic, Fix, Label, Severity};
pub use letters::{is_treacherous, visible};
pub use render::{Drawing, render};
pub use source::{Position, Source, Sources};
pub use span::{FileId, Span, Spanned};
pub use suggest::did_you_mean;
