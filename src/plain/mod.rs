//! The same sitting line by line, for screen readers and pipes: numbered choices, no escape codes, no box drawing, no waiting
//! between decisions. Knows no clock, no files and no terminal: whoever calls is its [`Outside`].

mod answering;
mod asking;
mod bars;
mod briefing;
mod command;
mod compare;
mod debrief;
mod drill;
mod exam;
mod marks;
mod menu;
mod moments;
mod outside;
mod paper;
mod progress;
mod score;
mod single;
mod talk;
mod telling;
mod traces;

pub use drill::{DrillOutside, DrillSetting, drill};
pub use exam::{Asked, ExamFinish, ExamOutside, ExamSetting, hold_exam, look_back, write_exam};
pub use outside::{Heard, Outside};
pub use paper::Paper;
pub use progress::write_progress;
pub use score::{Beside, write_score};
pub use talk::{Finish, Setting, converse};
