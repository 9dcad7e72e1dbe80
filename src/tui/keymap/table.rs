//! Every key of the program.

use ratatui::crossterm::event::KeyCode;

use super::{Action, Binding, Context, Key};

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
    foot(Context::Home, letter('d'), Action::Drill, 2),
    foot(Context::Home, letter('e'), Action::Exam, 3),
    foot(Context::Home, letter('/'), Action::Find, 5),
    foot(Context::Home, letter('f'), Action::Filter, 8),
    bind(Context::Home, letter('c'), Action::Clear),
    foot(Context::Home, letter('p'), Action::Progress, 4),
    foot(Context::Home, letter('s'), Action::Settings, 6),
    foot(Context::Home, letter('q'), Action::Quit, 7),
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
    foot(Context::Map, TAB, Action::NextPart, 3),
    bind(Context::Map, BACK_TAB, Action::PreviousPart),
    foot(Context::Map, ESC, Action::Back, 2),
    bind(Context::Map, letter('m'), Action::Back),
    // progress
    foot(Context::Progress, TAB, Action::NextPart, 1),
    bind(Context::Progress, BACK_TAB, Action::PreviousPart),
    bind(Context::Progress, RIGHT, Action::NextPart),
    bind(Context::Progress, LEFT, Action::PreviousPart),
    foot(Context::Progress, letter(' '), Action::ReadOn, 3),
    bind(Context::Progress, ENTER, Action::ReadOn),
    foot(Context::Progress, ESC, Action::Back, 2),
    bind(Context::Progress, letter('p'), Action::Back),
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
    // drill
    bind(Context::Drill, letter('1'), Action::Pick(0)),
    bind(Context::Drill, letter('2'), Action::Pick(1)),
    bind(Context::Drill, letter('3'), Action::Pick(2)),
    bind(Context::Drill, letter('4'), Action::Pick(3)),
    bind(Context::Drill, letter('5'), Action::Pick(4)),
    bind(Context::Drill, letter('6'), Action::Pick(5)),
    bind(Context::Drill, letter('7'), Action::Pick(6)),
    bind(Context::Drill, letter('8'), Action::Pick(7)),
    bind(Context::Drill, letter('9'), Action::Pick(8)),
    foot(Context::Drill, ENTER, Action::Enter, 1),
    bind(Context::Drill, letter(' '), Action::ReadOn),
    foot(Context::Drill, letter('h'), Action::Hint, 2),
    foot(Context::Drill, ESC, Action::Back, 3),
    // what came of it
    foot(Context::DrillAnswered, ENTER, Action::Enter, 1),
    bind(Context::DrillAnswered, letter(' '), Action::ReadOn),
    foot(Context::DrillAnswered, ESC, Action::Back, 2),
    // the drill is over
    foot(Context::DrillOver, ENTER, Action::Enter, 1),
    bind(Context::DrillOver, letter(' '), Action::ReadOn),
    foot(Context::DrillOver, letter('d'), Action::Drill, 2),
    bind(Context::DrillOver, ESC, Action::Back),
    // too small
    bind(Context::TooSmall, letter('q'), Action::Stop),
    // exams to choose from
    foot(Context::ExamList, ENTER, Action::Enter, 1),
    bind(Context::ExamList, letter(' '), Action::ReadOn),
    foot(Context::ExamList, ESC, Action::Back, 2),
    // before an exam
    foot(Context::ExamBefore, ENTER, Action::Enter, 1),
    foot(Context::ExamBefore, letter('t'), Action::Timed, 2),
    bind(Context::ExamBefore, letter(' '), Action::ReadOn),
    foot(Context::ExamBefore, ESC, Action::Back, 3),
    // an item of an exam
    bind(Context::ExamItem, letter('a'), Action::Pick(0)),
    bind(Context::ExamItem, letter('b'), Action::Pick(1)),
    bind(Context::ExamItem, letter('c'), Action::Pick(2)),
    bind(Context::ExamItem, letter('d'), Action::Pick(3)),
    bind(Context::ExamItem, letter('e'), Action::Pick(4)),
    bind(Context::ExamItem, letter('1'), Action::Pick(0)),
    bind(Context::ExamItem, letter('2'), Action::Pick(1)),
    bind(Context::ExamItem, letter('3'), Action::Pick(2)),
    bind(Context::ExamItem, letter('4'), Action::Pick(3)),
    bind(Context::ExamItem, letter('5'), Action::Pick(4)),
    bind(Context::ExamItem, letter('6'), Action::Pick(5)),
    bind(Context::ExamItem, letter('7'), Action::Pick(6)),
    bind(Context::ExamItem, letter('8'), Action::Pick(7)),
    bind(Context::ExamItem, letter('9'), Action::Pick(8)),
    foot(Context::ExamItem, ENTER, Action::Enter, 1),
    bind(Context::ExamItem, letter(' '), Action::ReadOn),
    foot(Context::ExamItem, letter('f'), Action::Flag, 2),
    foot(Context::ExamItem, letter('o'), Action::Overview, 3),
    foot(Context::ExamItem, LEFT, Action::Left, 5),
    bind(Context::ExamItem, letter('p'), Action::Left),
    foot(Context::ExamItem, RIGHT, Action::Right, 6),
    bind(Context::ExamItem, letter('n'), Action::Right),
    foot(Context::ExamItem, ESC, Action::Back, 4),
    // all items of an exam
    foot(Context::ExamOverview, ENTER, Action::Enter, 1),
    foot(Context::ExamOverview, letter('x'), Action::HandIn, 2),
    bind(Context::ExamOverview, letter('o'), Action::Back),
    bind(Context::ExamOverview, letter(' '), Action::ReadOn),
    foot(Context::ExamOverview, ESC, Action::Back, 3),
    // handing in?
    foot(Context::ExamHandIn, ENTER, Action::Enter, 1),
    bind(Context::ExamHandIn, letter('1'), Action::Pick(0)),
    bind(Context::ExamHandIn, letter('2'), Action::Pick(1)),
    bind(Context::ExamHandIn, letter('3'), Action::Pick(2)),
    bind(Context::ExamHandIn, letter(' '), Action::ReadOn),
    foot(Context::ExamHandIn, ESC, Action::Back, 2),
    // the result of an exam
    foot(Context::ExamResult, ENTER, Action::Enter, 1),
    bind(Context::ExamResult, letter(' '), Action::ReadOn),
    foot(Context::ExamResult, TAB, Action::NextPart, 2),
    bind(Context::ExamResult, BACK_TAB, Action::PreviousPart),
    foot(Context::ExamResult, letter('o'), Action::Overview, 3),
    foot(Context::ExamResult, ESC, Action::Back, 4),
    // an item again
    foot(Context::ExamBack, LEFT, Action::Left, 1),
    bind(Context::ExamBack, letter('p'), Action::Left),
    foot(Context::ExamBack, RIGHT, Action::Right, 2),
    bind(Context::ExamBack, letter('n'), Action::Right),
    bind(Context::ExamBack, ENTER, Action::ReadOn),
    bind(Context::ExamBack, letter(' '), Action::ReadOn),
    foot(Context::ExamBack, letter('o'), Action::Overview, 3),
    foot(Context::ExamBack, ESC, Action::Back, 4),
];
