//! Runs the real loop on a terminal in memory, with keys written as text, and prints what stands there afterwards.

use std::collections::VecDeque;

use bedside::tui::{App, Context, Msg, Setup, Theme, run, view};
use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

use crate::world::World;

pub(crate) struct Player {
    pub(crate) world: World,
    pub(crate) setup: Setup,
    pub(crate) size: (u16, u16),
}

/// What stands there after the last key.
pub(crate) struct After {
    pub(crate) app: App,
    pub(crate) buffer: Buffer,
    pub(crate) cursor: Option<Position>,
    pub(crate) world: World,
}

impl Player {
    pub(crate) fn of(story: &str) -> Player {
        Player::new(World::of_stories(&[story]))
    }

    pub(crate) fn new(world: World) -> Player {
        let setup = Setup {
            theme: Some(Theme::Probe),
            ..Setup::plain()
        };
        Player {
            world,
            setup,
            size: (80, 24),
        }
    }

    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Player {
        self.size = (columns, rows);
        self
    }

    pub(crate) fn with(mut self, change: impl FnOnce(&mut Setup)) -> Player {
        change(&mut self.setup);
        self
    }

    /// Keys as text: letters as they are, `<enter>`, `<esc>`, `<down>`, `<c-c>`, a click as `<click 12,5>`, the wheel as `<wheel down>`.
    pub(crate) fn press(self, keys: &str) -> After {
        self.tell(msgs(keys))
    }

    pub(crate) fn tell(mut self, msgs: Vec<Msg>) -> After {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        let mut world = self.world;
        self.setup.settings.support = vec!["Peer support, any hour: 1234".to_owned()];
        let app = App::new(self.setup);
        let app = run(&mut terminal, msgs, app, &mut |effect| world.perform(effect)).unwrap();
        // From the frame and not from the backend: a test backend keeps what a wide letter covers.
        let buffer = terminal.draw(|frame| view(&app, frame)).unwrap().buffer.clone();
        let shown = terminal.backend().cursor_visible();
        let cursor = shown.then(|| terminal.backend_mut().get_cursor_position().unwrap());
        After {
            app,
            buffer,
            cursor,
            world,
        }
    }
}

impl After {
    pub(crate) fn text(&self) -> String {
        rows(&self.buffer).join("\n")
    }

    pub(crate) fn context(&self) -> Context {
        self.app.context()
    }

    #[track_caller]
    pub(crate) fn sees(&self, words: &str) -> &Self {
        let flat: String = self.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(words), "{words:?} is not on the screen:\n{}", self.text());
        self
    }

    #[track_caller]
    pub(crate) fn lacks(&self, words: &str) -> &Self {
        let flat: String = self.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!flat.contains(words), "{words:?} is on the screen:\n{}", self.text());
        self
    }

    /// The row with these words, for clicking.
    #[track_caller]
    pub(crate) fn row_of(&self, words: &str) -> u16 {
        let rows = rows(&self.buffer);
        let found = rows.iter().position(|row| row.contains(words));
        u16::try_from(found.unwrap_or_else(|| panic!("{words:?} is not on the screen:\n{}", self.text()))).unwrap()
    }

    /// Text, roles and cursor, for a snapshot.
    pub(crate) fn shot(&self) -> String {
        let area = self.buffer.area;
        let cursor = self
            .cursor
            .map_or("hidden".to_owned(), |at| format!("{},{}", at.x, at.y));
        format!(
            "{}x{}, cursor {cursor}\n{}\n\n{}\n",
            area.width,
            area.height,
            self.text(),
            roles(&self.buffer).join("\n")
        )
    }
}

/// The rows as read: the cell behind a wide letter is skipped, the right is trimmed.
pub(crate) fn rows(buffer: &Buffer) -> Vec<String> {
    each_row(buffer, |cell| cell.symbol().to_owned())
}

/// One letter a role; a row in focus says so behind it.
fn roles(buffer: &Buffer) -> Vec<String> {
    let mut rows = each_row(buffer, |cell| {
        let letter = Theme::probed(cell.style()).map_or(' ', bedside::tui::Role::letter);
        let letter = if cell.symbol().trim().is_empty() { ' ' } else { letter };
        letter.to_string().repeat(cell.symbol().width().max(1))
    });
    for (y, row) in rows.iter_mut().enumerate() {
        let y = buffer.area.y + u16::try_from(y).unwrap();
        let focus = (buffer.area.x..buffer.area.right())
            .any(|x| buffer[(x, y)].style().add_modifier.contains(Modifier::REVERSED));
        if focus {
            row.push_str("  <focus>");
        }
    }
    while rows.last().is_some_and(String::is_empty) {
        rows.pop();
    }
    rows
}

fn each_row(buffer: &Buffer, print: impl Fn(&ratatui::buffer::Cell) -> String) -> Vec<String> {
    let area = buffer.area;
    let mut rows = Vec::new();
    for y in area.y..area.bottom() {
        let mut row = String::new();
        let mut x = area.x;
        while x < area.right() {
            let cell = &buffer[(x, y)];
            row.push_str(&print(cell));
            x += u16::try_from(cell.symbol().width().max(1)).unwrap();
        }
        rows.push(row.trim_end().to_owned());
    }
    rows
}

pub(crate) fn key(code: KeyCode) -> Msg {
    Msg::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

/// Keys as text to messages.
pub(crate) fn msgs(keys: &str) -> Vec<Msg> {
    let mut left: VecDeque<char> = keys.chars().collect();
    let mut out = Vec::new();
    while let Some(letter) = left.pop_front() {
        if letter != '<' {
            out.push(key(KeyCode::Char(letter)));
            continue;
        }
        let name: String = std::iter::from_fn(|| left.pop_front().filter(|letter| *letter != '>')).collect();
        out.push(named(&name));
    }
    out
}

fn named(name: &str) -> Msg {
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "space" => KeyCode::Char(' '),
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "back" => KeyCode::Backspace,
        other => return special(other),
    };
    key(code)
}

fn special(name: &str) -> Msg {
    let mouse = |kind, column, row| {
        Msg::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers: KeyModifiers::NONE,
        })
    };
    if let Some(letter) = name.strip_prefix("c-") {
        let letter = letter.chars().next().unwrap();
        return Msg::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL));
    }
    if let Some(at) = name.strip_prefix("click ") {
        let (x, y) = at.split_once(',').unwrap();
        return mouse(
            MouseEventKind::Down(MouseButton::Left),
            x.parse().unwrap(),
            y.parse().unwrap(),
        );
    }
    match name {
        "wheel down" => mouse(MouseEventKind::ScrollDown, 10, 10),
        "wheel up" => mouse(MouseEventKind::ScrollUp, 10, 10),
        other => panic!("no key is called {other}"),
    }
}
