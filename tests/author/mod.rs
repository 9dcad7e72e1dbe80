//! The author's bench from outside: the program, its files, and what it says.

mod analyze;
mod begin;
mod check;
mod planted;
mod preview;
mod run;
mod simulate;
mod size;
mod story;
