//! The loader as a whole, on files.

mod shipped;
