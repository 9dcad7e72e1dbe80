//! The author's bench from outside: the program, its files, and what it says.

mod analyze;
mod run;
mod simulate;
mod story;
