//! The loop: a message, the state, what to do, and the screen again. The only part that touches a terminal, and it is handed one.

use std::collections::VecDeque;

use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};
use ratatui::{Frame, Terminal};

use super::app::App;
use super::glyphs::Glyphs;
use super::msg::{Effect, Msg};
use super::update::update;
use super::{desk, paint, screens};

/// Runs until something quits or the messages end. `perform` does what is asked; its answer may come back at once, or later among `messages`.
/// Paints once at the start and once after every message that can change the screen, never in between.
pub fn run<B: Backend>(
    terminal: &mut Terminal<B>,
    messages: impl IntoIterator<Item = Msg>,
    mut app: App,
    perform: &mut dyn FnMut(Effect) -> Option<Msg>,
) -> Result<App, B::Error> {
    app.size = terminal.size()?;
    let start = std::mem::take(&mut app.start);
    let mut replies: VecDeque<Msg> = start.into_iter().filter_map(&mut *perform).collect();
    if drain(&mut app, &mut replies, perform) {
        return Ok(app);
    }
    terminal.draw(|frame| view(&app, frame))?;
    for msg in messages {
        let paints = !matches!(msg, Msg::Clock(_));
        let resized = matches!(msg, Msg::Resize(..));
        replies.push_back(msg);
        if drain(&mut app, &mut replies, perform) {
            return Ok(app);
        }
        if paints {
            app.size = terminal.size()?;
            if resized {
                // Smaller and back again may come as one: the size is the same, what stood there is gone.
                terminal.resize(Rect::from((Position::ORIGIN, app.size)))?;
            }
            terminal.draw(|frame| view(&app, frame))?;
        }
    }
    Ok(app)
}

/// Takes every waiting message in; true when the program is over.
fn drain(app: &mut App, waiting: &mut VecDeque<Msg>, perform: &mut dyn FnMut(Effect) -> Option<Msg>) -> bool {
    while let Some(msg) = waiting.pop_front() {
        for effect in update(app, msg) {
            let over = matches!(effect, Effect::Quit);
            waiting.extend(perform(effect));
            if over {
                return true;
            }
        }
    }
    false
}

/// Paints the state. Everything shown comes from here and from nothing else.
pub fn view(app: &App, frame: &mut Frame) {
    paint::ground(app, frame);
    let size = frame.area().as_size();
    if desk::too_small(size) {
        screens::too_small::view(app, frame);
    } else if size == app.size {
        screens::view(app, frame);
    }
    if app.glyphs() == Glyphs::Ascii {
        paint::plain_signs(frame.buffer_mut());
    }
}
