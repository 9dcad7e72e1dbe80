//! The screens: one file (or folder) and one variant each. Keys, clicks and paint go to the one on top.

pub(crate) mod briefing;
pub(crate) mod conversation;
pub(crate) mod debrief;
pub(crate) mod drill;
pub(crate) mod exam;
pub(crate) mod help;
pub(crate) mod home;
pub(crate) mod leaving;
pub(crate) mod map;
pub(crate) mod progress;
pub(crate) mod settings;
pub(crate) mod too_small;

use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Position;

use super::app::App;
use super::keymap::{Action, Context};
use super::msg::Effect;
use crate::model::Mode;

#[derive(Clone, Debug)]
pub(crate) enum Screen {
    Home(Box<home::Home>),
    Briefing(Box<briefing::Briefing>),
    Conversation(Box<conversation::Conversation>),
    Debrief(Box<debrief::Debrief>),
    Leaving(leaving::Leaving),
    Map(map::Map),
    Progress(Box<progress::ProgressScreen>),
    Settings(settings::SettingsScreen),
    Help(help::Help),
    Drill(Box<drill::DrillScreen>),
    Exam(Box<exam::Exam>),
}

impl Screen {
    pub(crate) fn context(&self, app: &App) -> Context {
        match self {
            Screen::Home(state) => state.context(),
            Screen::Briefing(_) => Context::Briefing,
            Screen::Conversation(state) => state.context(app),
            Screen::Debrief(state) => state.context(),
            Screen::Leaving(_) => Context::Leaving,
            Screen::Map(_) => Context::Map,
            Screen::Progress(_) => Context::Progress,
            Screen::Settings(state) => state.context(),
            Screen::Help(_) => Context::Help,
            Screen::Drill(state) => state.context(),
            Screen::Exam(state) => state.context(),
        }
    }
}

/// An action of the screen on top.
pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match app.top() {
        Screen::Home(_) => home::act(app, action),
        Screen::Briefing(_) => briefing::act(app, action),
        Screen::Conversation(_) => conversation::act(app, action),
        Screen::Debrief(_) => debrief::act(app, action),
        Screen::Leaving(_) => leaving::act(app, action),
        Screen::Map(_) => map::act(app, action),
        Screen::Progress(_) => progress::act(app, action),
        Screen::Settings(_) => settings::act(app, action),
        Screen::Help(_) => help::act(app, action),
        Screen::Drill(_) => drill::act(app, action),
        Screen::Exam(_) => exam::act(app, action),
    }
}

/// A key the table does not know here.
pub(crate) fn typed(app: &mut App, key: KeyEvent) {
    match app.top() {
        Screen::Home(_) => home::typed(app, key),
        Screen::Conversation(_) => conversation::typed(app, key),
        Screen::Debrief(_) => debrief::typed(app, key),
        Screen::Settings(_) => settings::typed(app, key),
        Screen::Drill(_) => drill::typed(app, key),
        Screen::Exam(_) => exam::typed(app, key),
        _ => {}
    }
}

pub(crate) fn pasted(app: &mut App, text: &str) {
    match app.top() {
        Screen::Home(_) => home::pasted(app, text),
        Screen::Conversation(_) => conversation::pasted(app, text),
        Screen::Debrief(_) => debrief::pasted(app, text),
        Screen::Settings(_) => settings::pasted(app, text),
        Screen::Drill(_) => drill::pasted(app, text),
        Screen::Exam(_) => exam::pasted(app, text),
        _ => {}
    }
}

pub(crate) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    match app.top() {
        Screen::Home(_) => home::clicked(app, at),
        Screen::Briefing(_) => briefing::clicked(app, at),
        Screen::Conversation(_) => conversation::clicked(app, at),
        Screen::Debrief(_) => debrief::clicked(app, at),
        Screen::Map(_) => map::clicked(app, at),
        Screen::Settings(_) => settings::clicked(app, at),
        Screen::Drill(_) => drill::clicked(app, at),
        Screen::Exam(_) => exam::clicked(app, at),
        Screen::Leaving(_) | Screen::Help(_) | Screen::Progress(_) => Vec::new(),
    }
}

pub(crate) fn wheel(app: &mut App, down: bool) {
    match app.top() {
        Screen::Home(_) => home::wheel(app, down),
        Screen::Briefing(_) => briefing::wheel(app, down),
        Screen::Conversation(_) => conversation::wheel(app, down),
        Screen::Debrief(_) => debrief::wheel(app, down),
        Screen::Map(_) => map::wheel(app, down),
        Screen::Progress(_) => progress::wheel(app, down),
        Screen::Help(_) => help::wheel(app, down),
        Screen::Exam(_) => exam::wheel(app, down),
        Screen::Leaving(_) => leaving::wheel(app, down),
        Screen::Drill(_) => drill::wheel(app, down),
        Screen::Settings(_) => {}
    }
}

pub(crate) fn view(app: &App, frame: &mut Frame) {
    match app.top() {
        Screen::Home(_) => home::view(app, frame),
        Screen::Briefing(_) => briefing::view(app, frame),
        Screen::Conversation(_) => conversation::view(app, frame),
        Screen::Debrief(_) => debrief::view(app, frame),
        Screen::Leaving(_) => leaving::view(app, frame),
        Screen::Map(_) => map::view(app, frame),
        Screen::Progress(_) => progress::view(app, frame),
        Screen::Settings(_) => settings::view(app, frame),
        Screen::Help(_) => help::view(app, frame),
        Screen::Drill(_) => drill::view(app, frame),
        Screen::Exam(_) => exam::view(app, frame),
    }
}

/// A mode in a word.
pub(crate) fn mode_name(app: &App, mode: Mode) -> String {
    match mode {
        Mode::Coached => app.words.say("mode-coached"),
        Mode::Flow => app.words.say("mode-flow"),
        Mode::Exam => app.words.say("mode-exam"),
    }
}

/// What a mode means, in a sentence.
pub(crate) fn mode_means(app: &App, mode: Mode) -> String {
    match mode {
        Mode::Coached => app.words.say("mode-coached-means"),
        Mode::Flow => app.words.say("mode-flow-means"),
        Mode::Exam => app.words.say("mode-exam-means"),
    }
}
