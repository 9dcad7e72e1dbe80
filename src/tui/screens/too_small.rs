//! What is said when nothing fits: how big the window is and how big it has to be.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::desk::LEAST;
use crate::tui::paint;
use crate::tui::text::Page;
use crate::tui::theme::Role;

pub(crate) fn view(app: &App, frame: &mut Frame) {
    let area = frame.area();
    let mut page = Page::new(usize::from(area.width));
    let number = |value: u16| i64::from(value);
    let args = [
        ("columns", number(area.width).into()),
        ("rows", number(area.height).into()),
        ("need-columns", number(LEAST.width).into()),
        ("need-rows", number(LEAST.height).into()),
    ];
    page.say(Role::Text, app.words.say_with("too-small", &args));
    page.say(Role::Muted, app.words.say("too-small-quit"));
    let rows = u16::try_from(page.len()).unwrap_or(area.height);
    let top = area.height.saturating_sub(rows) / 2;
    let at = Rect {
        y: area.y + top,
        height: area.height - top,
        ..area
    };
    paint::page(frame.buffer_mut(), at, &page, 0, app.theme());
}
