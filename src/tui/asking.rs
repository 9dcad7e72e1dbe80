//! The two questions that may come beside a choice: what would you say, and how sure are you. Their state, keys, rows and editor.

use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui_textarea::{TextArea, WrapMode};

use super::app::App;
use super::keymap::Action;
use super::paint;
use super::script::act_words;
use super::text::{Page, Para, ink};
use super::theme::Role;
use super::turn::{item, rule};
use crate::model::ChoiceIx;
use crate::session::Session;

/// What a screen waits for besides a choice.
#[derive(Clone, Debug, Default)]
pub(crate) enum Asking {
    #[default]
    Nothing,
    /// What would you say? The choices come after.
    OwnWords(Box<TextArea<'static>>),
    /// How sure are you of this choice?
    Confidence { choice: ChoiceIx, focus: Option<usize> },
}

/// The three degrees one can be sure.
pub(crate) const DEGREES: [u8; 3] = [50, 70, 90];

/// Rows of the editor for own words, with its heading and warning.
const EDITOR: u16 = 7;

impl Asking {
    pub(crate) fn own_words() -> Asking {
        Asking::OwnWords(Box::new(editor()))
    }

    /// A key the table does not know, where text is taken.
    pub(crate) fn typed(&mut self, key: KeyEvent) {
        if let Asking::OwnWords(editor) = self {
            editor.input(key);
        }
    }

    pub(crate) fn pasted(&mut self, text: &str) {
        if let Asking::OwnWords(editor) = self {
            editor.insert_str(text);
        }
    }
}

/// A plain editor that wraps words.
pub(crate) fn editor() -> TextArea<'static> {
    let mut editor = TextArea::default();
    editor.set_wrap_mode(WrapMode::WordOrGlyph);
    editor.set_cursor_line_style(ratatui::style::Style::new());
    // The terminal's own cursor stands there instead.
    editor.set_cursor_style(ratatui::style::Style::new());
    editor
}

/// The degree an action settles on, among those in focus. Nothing is preset: a degree that was only confirmed would say little.
pub(crate) fn degree(focus: &mut Option<usize>, action: Action) -> Option<u8> {
    match action {
        Action::Up => *focus = Some(focus.map_or(0, |at| at.saturating_sub(1))),
        Action::Down => *focus = Some(focus.map_or(0, |at| (at + 1).min(DEGREES.len() - 1))),
        Action::Sure(degree) => return Some(degree),
        Action::Enter => return focus.and_then(|at| DEGREES.get(at)).copied(),
        _ => {}
    }
    None
}

/// The choice, and how sure one is of it.
pub(crate) fn how_sure(app: &App, session: &Session, choice: ChoiceIx, focus: Option<usize>, page: &mut Page) {
    rule(app, page, &app.words.say("your-turn"));
    page.blank();
    let about = session.scenario().choice(choice);
    page.para(Para::new(vec![act_words(about.act, &session.words_now(about.text), Role::Text)]).indent(2));
    page.blank();
    page.say(Role::Strong, app.words.say("how-sure"));
    for (at, degree) in DEGREES.into_iter().enumerate() {
        let text = match degree {
            50 => app.words.say("sure-50"),
            70 => app.words.say("sure-70"),
            _ => app.words.say("sure-90"),
        };
        page.para(item(
            app,
            at,
            Some(at) == focus,
            &(degree / 10).to_string(),
            vec![ink(Role::Text, text)],
        ));
    }
}

/// Cuts the place of a page of `rows` rows in two: what is read, and the editor beneath it.
pub(crate) fn split(mut area: Rect, rows: usize) -> (Rect, Rect) {
    let below = EDITOR.min(area.height.saturating_sub(2));
    let text = u16::try_from(rows + 1).unwrap_or(u16::MAX);
    area.height = text.min(area.height - below);
    (area, Rect::new(area.x, area.bottom(), area.width, below))
}

/// The editor under its heading and its warning.
pub(crate) fn write_first(app: &App, frame: &mut Frame, area: Rect, editor: &TextArea) {
    let theme = app.theme();
    let mut page = Page::new(usize::from(area.width));
    rule(app, &mut page, &app.words.say("say-first"));
    page.say(Role::Muted, app.words.say("say-first-warning"));
    let height = u16::try_from(page.len())
        .unwrap_or(1)
        .min(area.height.saturating_sub(1));
    paint::page(frame.buffer_mut(), Rect { height, ..area }, &page, 0, theme);
    let inner = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    paint::editor(frame, inner, editor, theme.style(Role::Text));
}
