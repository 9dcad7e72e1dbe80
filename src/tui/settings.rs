//! What the learner set. Handed in and handed back whole; where it is kept is nobody's business here.

use crate::model::{Mode, Name};

use super::theme::ThemeChoice;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The mode offered first.
    pub mode: Mode,
    pub theme: ThemeChoice,
    /// A digit says it at once, without Enter.
    pub one_key: bool,
    /// Ask how sure before the reaction.
    pub confidence: bool,
    /// Type what one would say before the choices appear.
    pub say_first: bool,
    /// Nothing here moves; kept for screens to come and for reports.
    pub reduced_motion: bool,
    /// Signs that are plain ASCII.
    pub ascii: bool,
    /// Conversations with one of these content tags are not listed.
    pub hidden_tags: Vec<Name>,
    /// Tag of the program's own words; `None` follows the environment.
    pub language: Option<String>,
    /// Shown on the quiet screen when someone leaves: whom to call.
    pub support: Vec<String>,
}
