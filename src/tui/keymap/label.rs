//! What a key does, in a word or two.

use super::{Action, Context};
use crate::i18n::Words;

impl Action {
    /// What it does, in a word or two, for the foot line and the help.
    #[must_use]
    pub fn label(self, context: Context, words: &Words) -> String {
        match (self, context) {
            (Action::Enter, Context::Home) => words.say("do-open"),
            (Action::Enter, Context::Find) => words.say("do-to-list"),
            (Action::Clear, Context::Find) => words.say("do-end-find"),
            (Action::Enter, Context::Briefing) => words.say("do-walk-in"),
            (Action::Enter, Context::Conversation) => words.say("do-say-it"),
            (Action::Enter, Context::OwnWords) => words.say("do-see-choices"),
            (Action::Back, Context::OwnWords) => words.say("do-skip"),
            (Action::Enter, Context::Confidence) => words.say("do-answer"),
            (Action::Enter, Context::Feeling) => words.say("do-go-on"),
            (Action::Back, Context::Feeling) => words.say("do-skip"),
            (Action::Enter, Context::Leaving) => words.say("do-stop-here"),
            (Action::Back, Context::Leaving) => words.say("do-back-in"),
            (Action::Enter, Context::Map) => words.say("do-go-back-there"),
            (Action::Enter, Context::Ended) => words.say("do-look-back"),
            (Action::Back, Context::Conversation) => words.say("do-leave"),
            (Action::Back, Context::Debrief) => words.say("do-to-library"),
            (Action::Rewind, Context::Debrief) => words.say("do-try-again"),
            (Action::Left | Action::Right, Context::Debrief) => words.say("do-moment"),
            (Action::Back, Context::Filter) => words.say("do-done"),
            (Action::Left | Action::Right, Context::Filter | Context::Settings) => words.say("do-change"),
            (Action::Up, _) => words.say("do-up"),
            (Action::Down, _) => words.say("do-down"),
            (Action::Left, _) => words.say("do-left"),
            (Action::Right, _) => words.say("do-right"),
            (Action::PageUp, _) => words.say("do-page-up"),
            (Action::PageDown, _) => words.say("do-page-down"),
            (Action::Top, _) => words.say("do-top"),
            (Action::Bottom, _) => words.say("do-bottom"),
            (Action::ReadOn, _) => words.say("do-read-on"),
            (Action::NextPart, _) => words.say("do-next-part"),
            (Action::PreviousPart, _) => words.say("do-previous-part"),
            (Action::Enter, _) => words.say("do-enter"),
            (Action::NewLine, _) => words.say("do-new-line"),
            (Action::Back, _) => words.say("do-back"),
            (Action::Pick(_), _) => words.say("do-pick"),
            (Action::Sure(percent), _) => words.say_with("do-sure", &[("percent", i64::from(percent).into())]),
            (Action::Find, _) => words.say("do-find"),
            (Action::Filter, _) => words.say("do-filter"),
            (Action::Clear, _) => words.say("do-clear"),
            (Action::Settings, _) => words.say("do-settings"),
            (Action::Mode, _) => words.say("do-mode"),
            (Action::Part, _) => words.say("do-part"),
            (Action::Hint, _) => words.say("do-hint"),
            (Action::Why, _) => words.say("do-why"),
            (Action::Rewind, _) => words.say("do-rewind"),
            (Action::Map, _) => words.say("do-map"),
            (Action::Progress, _) => words.say("do-progress"),
            (Action::Score, _) => words.say("do-score"),
            (Action::Report, _) => words.say("do-report"),
            (Action::Retry, _) => words.say("do-retry"),
            (Action::Pause, _) => words.say("do-pause"),
            (Action::Help, _) => words.say("do-help"),
            (Action::Quit, _) => words.say("do-quit"),
            (Action::Stop, _) => words.say("do-stop"),
        }
    }
}
