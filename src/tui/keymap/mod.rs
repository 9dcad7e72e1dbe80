//! Which key does what, where: one table. Dispatch, the foot line and the help screen all read it.

mod label;
mod table;

pub use table::KEYS;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::i18n::Words;

/// Where keys are pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// On every screen that does not take text.
    Everywhere,
    Home,
    /// Typing into the find line.
    Find,
    Filter,
    Briefing,
    Conversation,
    /// The conversation is over and stands there to be read.
    Ended,
    /// How sure are you?
    Confidence,
    /// Saying it first, in one's own words.
    OwnWords,
    /// "Before anything else: how was that?"
    Feeling,
    Debrief,
    Leaving,
    Map,
    Progress,
    Settings,
    Help,
    TooSmall,
    /// A single decision to be answered.
    Drill,
    /// What came of it.
    DrillAnswered,
    /// The drill is over, or not there yet.
    DrillOver,
    /// The blueprints, and exams begun and handed in.
    ExamList,
    /// Before an exam begins.
    ExamBefore,
    /// One item of an exam.
    ExamItem,
    /// All items of an exam.
    ExamOverview,
    /// Handing in?
    ExamHandIn,
    ExamResult,
    /// An item again, with what there is to learn.
    ExamBack,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Top,
    Bottom,
    /// On to what has not been read.
    ReadOn,
    NextPart,
    PreviousPart,
    Enter,
    NewLine,
    Back,
    /// The n-th thing, from 0.
    Pick(u8),
    /// 50, 70 or 90 in a hundred.
    Sure(u8),
    Find,
    Filter,
    Clear,
    Settings,
    Mode,
    Part,
    Hint,
    Why,
    Rewind,
    Map,
    Progress,
    Score,
    Report,
    Retry,
    Exam,
    Timed,
    Flag,
    Overview,
    HandIn,
    Pause,
    Drill,
    Help,
    Quit,
    /// Ends at once, wherever one is.
    Stop,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub context: Context,
    pub key: Key,
    pub action: Action,
    /// In the foot line, smaller first; `None` only in the help.
    pub foot: Option<u8>,
}

/// A key with what is held down; Shift is part of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    pub ctrl: bool,
    pub alt: bool,
}

impl Context {
    pub const ALL: [Context; 27] = [
        Context::Everywhere,
        Context::Home,
        Context::Find,
        Context::Filter,
        Context::Briefing,
        Context::Conversation,
        Context::Ended,
        Context::Confidence,
        Context::OwnWords,
        Context::Feeling,
        Context::Debrief,
        Context::Leaving,
        Context::Map,
        Context::Progress,
        Context::Settings,
        Context::Help,
        Context::TooSmall,
        Context::Drill,
        Context::DrillAnswered,
        Context::DrillOver,
        Context::ExamList,
        Context::ExamBefore,
        Context::ExamItem,
        Context::ExamOverview,
        Context::ExamHandIn,
        Context::ExamResult,
        Context::ExamBack,
    ];

    /// Whether letters are text here, so that the keys of everywhere do not apply.
    #[must_use]
    pub fn takes_text(self) -> bool {
        matches!(self, Context::Find | Context::OwnWords | Context::Feeling)
    }
}

impl Key {
    fn of(event: &KeyEvent) -> Key {
        Key {
            code: event.code,
            ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
            alt: event.modifiers.contains(KeyModifiers::ALT),
        }
    }

    /// As printed: a letter as itself, the others by name.
    #[must_use]
    pub fn name(self, words: &Words) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => words.say("key-space"),
            KeyCode::Char(letter) => letter.to_string(),
            KeyCode::Up => words.say("key-up"),
            KeyCode::Down => words.say("key-down"),
            KeyCode::Left => words.say("key-left"),
            KeyCode::Right => words.say("key-right"),
            KeyCode::PageUp => words.say("key-page-up"),
            KeyCode::PageDown => words.say("key-page-down"),
            KeyCode::Home => words.say("key-home"),
            KeyCode::End => words.say("key-end"),
            KeyCode::Enter => words.say("key-enter"),
            KeyCode::Esc => words.say("key-esc"),
            KeyCode::Tab => words.say("key-tab"),
            KeyCode::BackTab => words.say("key-back-tab"),
            _ => String::new(),
        };
        match (self.ctrl, self.alt) {
            (true, _) => words.say_with("key-ctrl", &[("key", (&name).into())]),
            (_, true) => words.say_with("key-alt", &[("key", (&name).into())]),
            _ => name,
        }
    }
}

/// What a key press asks for here; the context's own keys come before those of everywhere.
#[must_use]
pub(crate) fn action(context: Context, event: &KeyEvent) -> Option<Action> {
    let pressed = Key::of(event);
    let find = |context: Context, pressed: Key| {
        let found = KEYS
            .iter()
            .find(|binding| binding.context == context && binding.key == pressed);
        found.map(|binding| binding.action)
    };
    let everywhere = |pressed: Key| find(Context::Everywhere, pressed);
    if context.takes_text() {
        return find(context, pressed);
    }
    // With the capitals lock on, letters mean the same.
    let small = match pressed.code {
        KeyCode::Char(letter) => Key {
            code: KeyCode::Char(letter.to_ascii_lowercase()),
            ..pressed
        },
        _ => pressed,
    };
    [pressed, small]
        .into_iter()
        .find_map(|pressed| find(context, pressed).or_else(|| everywhere(pressed)))
}

/// The keys of a context with what they do, one row an action, in the table's order.
#[must_use]
pub(crate) fn rows(context: Context) -> Vec<(Vec<Key>, Action)> {
    let mut rows: Vec<(Vec<Key>, Action)> = Vec::new();
    for binding in KEYS.iter().filter(|binding| binding.context == context) {
        match rows.iter_mut().find(|(_, action)| action.same(binding.action)) {
            Some((keys, _)) => keys.push(binding.key),
            None => rows.push((vec![binding.key], binding.action)),
        }
    }
    rows
}

/// The foot line: keys and what they do here, in order.
#[must_use]
pub(crate) fn foot_line(context: Context) -> Vec<(Vec<Key>, Action)> {
    let mut shown: Vec<&Binding> = KEYS
        .iter()
        .filter(|binding| binding.context == context && binding.foot.is_some())
        .collect();
    shown.sort_by_key(|binding| binding.foot);
    let mut rows: Vec<(u8, Vec<Key>, Action)> = Vec::new();
    for binding in shown {
        let place = binding.foot.unwrap_or(u8::MAX);
        match rows.iter_mut().find(|(known, ..)| *known == place) {
            Some((_, keys, _)) => keys.push(binding.key),
            None => rows.push((place, vec![binding.key], binding.action)),
        }
    }
    rows.into_iter().map(|(_, keys, action)| (keys, action)).collect()
}

impl Action {
    /// Digits and degrees of sureness stand on one row of the help.
    fn same(self, other: Action) -> bool {
        matches!((self, other), (Action::Pick(_), Action::Pick(_))) || self == other
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for context in Context::ALL {
            let mut seen = BTreeSet::new();
            for binding in KEYS.iter().filter(|binding| binding.context == context) {
                let shown = format!("{:?}", binding.key);
                assert!(seen.insert(shown.clone()), "{context:?} has {shown} twice");
            }
        }
    }

    #[test]
    fn every_place_has_keys_and_every_key_a_name() {
        let words = Words::english();
        for context in Context::ALL {
            assert!(!rows(context).is_empty(), "{context:?} has no keys");
        }
        for binding in KEYS {
            assert!(!binding.key.name(&words).is_empty(), "{:?} has no name", binding.key);
            let label = binding.action.label(binding.context, &words);
            assert!(!label.starts_with("do-"), "{label} is not in the words");
        }
    }

    #[test]
    fn where_text_is_typed_letters_are_letters() {
        let question = KeyEvent::new(KeyCode::Char('?'), KeyModifiers::NONE);
        assert_eq!(action(Context::Find, &question), None);
        assert_eq!(action(Context::Home, &question), Some(Action::Help));
        let stop = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        for context in Context::ALL {
            assert_eq!(action(context, &stop), Some(Action::Stop), "{context:?}");
        }
    }

    #[test]
    fn capitals_mean_the_same_where_no_text_is_typed() {
        let capital = KeyEvent::new(KeyCode::Char('W'), KeyModifiers::SHIFT);
        assert_eq!(action(Context::Conversation, &capital), Some(Action::Why));
        assert_eq!(action(Context::Find, &capital), None);
    }

    #[test]
    fn pressing_shift_for_a_sign_changes_nothing() {
        let question = KeyEvent::new(KeyCode::Char('?'), KeyModifiers::SHIFT);
        assert_eq!(action(Context::Home, &question), Some(Action::Help));
    }
}
