//! The same sitting line by line, for screen readers and pipes: numbered choices, no escape codes, no box drawing, no waiting
//! between decisions. Knows no clock, no files and no terminal: whoever calls is its [`Outside`].

mod briefing;
mod command;
mod debrief;
mod marks;
mod menu;
mod moments;
mod outside;
mod paper;
mod score;
mod talk;
mod telling;
mod traces;

pub use outside::{Heard, Outside};
pub use paper::Paper;
pub use score::{Beside, write_score};
pub use talk::{Finish, Setting, converse};
