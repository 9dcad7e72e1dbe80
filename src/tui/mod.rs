//! The learner's full-screen program: messages in, effects out, and a screen painted from the state. It is handed everything;
//! it knows no files, no clock, no journal and no environment.
//!
//! ```text
//! Msg ──► update(&mut App) ──► Effect ──► perform (handed in) ──► Msg
//!              │
//!              ▼
//!         view(&App) ──► screens ──► text (set and wrapped) ──► paint (by role)
//! ```

mod app;
mod asking;
mod desk;
mod drilling;
mod exam;
mod glyphs;
mod home_data;
mod keeping;
mod keymap;
mod memo;
mod msg;
mod paint;
mod picture;
mod progress_data;
mod run;
mod screens;
mod script;
mod scroll;
mod settings;
mod sitting;
mod teaching;
mod terminal;
mod text;
mod theme;
mod turn;
mod update;
mod ways;

pub use app::{App, Setup};
pub use exam::{ExamAsk, ExamBlueprint, ExamClosed, ExamDrawn, ExamKept, ExamList, ExamOpen, ExamSeated, ExamTold};
pub use glyphs::Glyphs;
pub use home_data::{Broken, HomeData, HomeEntry, OpenAttempt, Suggestion};
pub use keymap::{Action, Binding, Context, KEYS, Key};
pub use msg::{About, Effect, Msg, Opened, OpenedDrill, Token};
pub use picture::print_svg;
pub use progress_data::ProgressData;
pub use run::{run, view};
pub use settings::Settings;
pub use terminal::{Guard, Screen as TerminalScreen, enter, leave, listen};
pub use theme::{Role, Theme, ThemeChoice};
pub use update::update;
