//! Which key does what, where: one table. Dispatch, the foot line and the help screen all read it.

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
    Settings,
    Help,
    TooSmall,
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
    Score,
    Report,
    Retry,
    Pause,
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

const fn key(code: KeyCode) -> Key {
    Key {
        code,
        ctrl: false,
        alt: false,
    }
}

const fn letter(letter: char) -> Key {
    key(KeyCode::Char(letter))
}

const fn ctrl(letter: char) -> Key {
    Key {
        code: KeyCode::Char(letter),
        ctrl: true,
        alt: false,
    }
}

const fn bind(context: Context, key: Key, action: Action) -> Binding {
    Binding {
        context,
        key,
        action,
        foot: None,
    }
}

const fn foot(context: Context, key: Key, action: Action, place: u8) -> Binding {
    Binding {
        context,
        key,
        action,
        foot: Some(place),
    }
}

const UP: Key = key(KeyCode::Up);
const DOWN: Key = key(KeyCode::Down);
const LEFT: Key = key(KeyCode::Left);
const RIGHT: Key = key(KeyCode::Right);
const PAGE_UP: Key = key(KeyCode::PageUp);
const PAGE_DOWN: Key = key(KeyCode::PageDown);
const HOME: Key = key(KeyCode::Home);
const END: Key = key(KeyCode::End);
const ENTER: Key = key(KeyCode::Enter);
const ESC: Key = key(KeyCode::Esc);
const TAB: Key = key(KeyCode::Tab);
const BACK_TAB: Key = key(KeyCode::BackTab);
const ALT_ENTER: Key = Key {
    code: KeyCode::Enter,
    ctrl: false,
    alt: true,
};

/// Every key of the program.
pub static KEYS: &[Binding] = &[
    bind(Context::Everywhere, UP, Action::Up),
    bind(Context::Everywhere, letter('k'), Action::Up),
    bind(Context::Everywhere, DOWN, Action::Down),
    bind(Context::Everywhere, letter('j'), Action::Down),
    bind(Context::Everywhere, PAGE_UP, Action::PageUp),
    bind(Context::Everywhere, PAGE_DOWN, Action::PageDown),
    bind(Context::Everywhere, HOME, Action::Top),
    bind(Context::Everywhere, END, Action::Bottom),
    bind(Context::Everywhere, ctrl('c'), Action::Stop),
    bind(Context::Everywhere, letter('r'), Action::Retry),
    bind(Context::Everywhere, letter('?'), Action::Help),
    // home
    foot(Context::Home, ENTER, Action::Enter, 1),
    foot(Context::Home, letter('/'), Action::Find, 2),
    foot(Context::Home, letter('f'), Action::Filter, 3),
    bind(Context::Home, letter('c'), Action::Clear),
    foot(Context::Home, letter('s'), Action::Settings, 4),
    foot(Context::Home, letter('q'), Action::Quit, 5),
    bind(Context::Home, ESC, Action::Clear),
    // find
    foot(Context::Find, ENTER, Action::Enter, 1),
    foot(Context::Find, ESC, Action::Clear, 2),
    bind(Context::Find, UP, Action::Up),
    bind(Context::Find, DOWN, Action::Down),
    bind(Context::Find, ctrl('c'), Action::Stop),
    // filter
    foot(Context::Filter, LEFT, Action::Left, 1),
    foot(Context::Filter, RIGHT, Action::Right, 1),
    bind(Context::Filter, letter(' '), Action::Right),
    foot(Context::Filter, letter('c'), Action::Clear, 2),
    foot(Context::Filter, ENTER, Action::Back, 3),
    bind(Context::Filter, ESC, Action::Back),
    bind(Context::Filter, letter('f'), Action::Back),
    // briefing
    foot(Context::Briefing, ENTER, Action::Enter, 1),
    foot(Context::Briefing, letter('m'), Action::Mode, 2),
    bind(Context::Briefing, RIGHT, Action::Mode),
    foot(Context::Briefing, letter('p'), Action::Part, 3),
    bind(Context::Briefing, letter(' '), Action::ReadOn),
    foot(Context::Briefing, ESC, Action::Back, 4),
    // conversation
    bind(Context::Conversation, letter('1'), Action::Pick(0)),
    bind(Context::Conversation, letter('2'), Action::Pick(1)),
    bind(Context::Conversation, letter('3'), Action::Pick(2)),
    bind(Context::Conversation, letter('4'), Action::Pick(3)),
    bind(Context::Conversation, letter('5'), Action::Pick(4)),
    bind(Context::Conversation, letter('6'), Action::Pick(5)),
    bind(Context::Conversation, letter('7'), Action::Pick(6)),
    bind(Context::Conversation, letter('8'), Action::Pick(7)),
    bind(Context::Conversation, letter('9'), Action::Pick(8)),
    foot(Context::Conversation, ENTER, Action::Enter, 1),
    bind(Context::Conversation, letter(' '), Action::ReadOn),
    foot(Context::Conversation, letter('w'), Action::Why, 3),
    foot(Context::Conversation, letter('h'), Action::Hint, 4),
    foot(Context::Conversation, letter('u'), Action::Rewind, 5),
    foot(Context::Conversation, letter('m'), Action::Map, 6),
    foot(Context::Conversation, ESC, Action::Back, 7),
    // it is over
    foot(Context::Ended, ENTER, Action::Enter, 1),
    bind(Context::Ended, letter(' '), Action::ReadOn),
    foot(Context::Ended, letter('w'), Action::Why, 2),
    foot(Context::Ended, letter('u'), Action::Rewind, 3),
    foot(Context::Ended, letter('m'), Action::Map, 4),
    bind(Context::Ended, ESC, Action::Back),
    // how sure
    foot(Context::Confidence, letter('5'), Action::Sure(50), 1),
    foot(Context::Confidence, letter('7'), Action::Sure(70), 2),
    foot(Context::Confidence, letter('9'), Action::Sure(90), 3),
    bind(Context::Confidence, ENTER, Action::Enter),
    foot(Context::Confidence, ESC, Action::Back, 4),
    // saying it first
    foot(Context::OwnWords, ENTER, Action::Enter, 1),
    foot(Context::OwnWords, ctrl('j'), Action::NewLine, 2),
    bind(Context::OwnWords, ALT_ENTER, Action::NewLine),
    foot(Context::OwnWords, ESC, Action::Back, 3),
    bind(Context::OwnWords, PAGE_UP, Action::PageUp),
    bind(Context::OwnWords, PAGE_DOWN, Action::PageDown),
    bind(Context::OwnWords, ctrl('c'), Action::Stop),
    // how was that
    foot(Context::Feeling, ENTER, Action::Enter, 1),
    bind(Context::Feeling, ESC, Action::Back),
    bind(Context::Feeling, ctrl('c'), Action::Stop),
    // debrief
    bind(Context::Debrief, letter(' '), Action::ReadOn),
    foot(Context::Debrief, TAB, Action::NextPart, 2),
    bind(Context::Debrief, BACK_TAB, Action::PreviousPart),
    bind(Context::Debrief, LEFT, Action::Left),
    bind(Context::Debrief, RIGHT, Action::Right),
    foot(Context::Debrief, letter('s'), Action::Score, 3),
    foot(Context::Debrief, letter('u'), Action::Rewind, 4),
    foot(Context::Debrief, letter('m'), Action::Map, 5),
    foot(Context::Debrief, letter('x'), Action::Report, 6),
    bind(Context::Debrief, ENTER, Action::ReadOn),
    foot(Context::Debrief, ESC, Action::Back, 7),
    // leaving
    foot(Context::Leaving, ENTER, Action::Enter, 1),
    bind(Context::Leaving, letter(' '), Action::ReadOn),
    foot(Context::Leaving, letter('p'), Action::Pause, 2),
    foot(Context::Leaving, ESC, Action::Back, 3),
    // map
    foot(Context::Map, ENTER, Action::Enter, 1),
    foot(Context::Map, ESC, Action::Back, 2),
    bind(Context::Map, letter('m'), Action::Back),
    // settings
    foot(Context::Settings, LEFT, Action::Left, 1),
    foot(Context::Settings, RIGHT, Action::Right, 1),
    bind(Context::Settings, ENTER, Action::Right),
    bind(Context::Settings, letter(' '), Action::Right),
    foot(Context::Settings, ESC, Action::Back, 2),
    // help
    foot(Context::Help, ESC, Action::Back, 1),
    bind(Context::Help, ENTER, Action::Back),
    bind(Context::Help, letter('q'), Action::Back),
    bind(Context::Help, letter(' '), Action::PageDown),
    // too small
    bind(Context::TooSmall, letter('q'), Action::Stop),
];

impl Context {
    pub const ALL: [Context; 16] = [
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
        Context::Settings,
        Context::Help,
        Context::TooSmall,
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
    let find = |context: Context| {
        let found = KEYS
            .iter()
            .find(|binding| binding.context == context && binding.key == pressed);
        found.map(|binding| binding.action)
    };
    let everywhere = || (!context.takes_text()).then(|| find(Context::Everywhere)).flatten();
    find(context).or_else(everywhere)
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
    fn pressing_shift_for_a_sign_changes_nothing() {
        let question = KeyEvent::new(KeyCode::Char('?'), KeyModifiers::SHIFT);
        assert_eq!(action(Context::Home, &question), Some(Action::Help));
    }
}
