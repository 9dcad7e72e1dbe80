//! The program's own words, from Fluent files; scenarios bring theirs. No global locale: whoever speaks is handed its `Words`.

mod locales;
mod words;

pub use words::{Arg, UnknownLanguage, Words};
