//! Puts set text on the screen: pages, heads, foot lines.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Clear;
use ratatui_textarea::TextArea;

use super::app::App;
use super::desk::Desk;
use super::keymap::{self, Action, Context};
use super::scroll::{Scroll, View};
use super::text::{Page, Piece, ink, width};
use super::theme::{Role, Theme};

/// Between two keys of the foot line.
const GAP: usize = 2;

/// The ground under everything.
pub(crate) fn ground(app: &App, frame: &mut Frame) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, app.theme().ground());
}

/// The rows of a page from `top` on.
pub(crate) fn page(buffer: &mut Buffer, area: Rect, page: &Page, top: usize, theme: Theme) {
    for (y, row) in (area.y..area.bottom()).zip(page.rows.iter().skip(top)) {
        let indent = u16::try_from(row.indent).unwrap_or(u16::MAX);
        let line = Rect::new(area.x, y, area.width, 1);
        put(buffer, line, indent, &row.pieces, theme);
        if row.focus {
            buffer.set_style(line, theme.focus());
        }
    }
}

/// Pieces on one line, cut at its end.
pub(crate) fn put(buffer: &mut Buffer, line: Rect, indent: u16, pieces: &[Piece], theme: Theme) {
    let mut x = line.x.saturating_add(indent);
    for piece in pieces {
        if x >= line.right() {
            break;
        }
        let room = usize::from(line.right() - x);
        (x, _) = buffer.set_stringn(x, line.y, &piece.text, room, theme.style(piece.role));
    }
}

/// Title on the left, where one stands on the right.
pub(crate) fn head(app: &App, frame: &mut Frame, desk: &Desk, left: Vec<Piece>, right: Vec<Piece>) {
    let mut page_of_head = Page::new(usize::from(desk.head.width));
    page_of_head.sides(left, right, app.glyphs().ellipsis());
    let line = Rect { height: 1, ..desk.head };
    page(frame.buffer_mut(), line, &page_of_head, 0, app.theme());
}

/// The keys of this place, from the table, as many as fit; `?` comes last and always.
pub(crate) fn foot(app: &App, frame: &mut Frame, desk: &Desk, context: Context, but: &[Action]) {
    let theme = app.theme();
    let words = &app.words;
    let help = (!context.takes_text()).then(|| (words.say("key-help"), words.say("do-help")));
    let room = usize::from(desk.foot.width);
    let long = |(key, label): &(String, String)| width(key) + 1 + width(label);
    let rows = keymap::foot_line(context)
        .into_iter()
        .filter(|(_, action)| !but.contains(action));
    let mut shown: Vec<(String, String)> = Vec::new();
    let kept = help.as_ref().map_or(0, |help| long(help) + GAP);
    let mut used = 0;
    for (keys, action) in rows {
        let names: Vec<String> = keys.iter().map(|key| key.name(words)).collect();
        let part = (names.join(" "), action.label(context, words));
        if used + long(&part) + kept > room {
            break;
        }
        used += long(&part) + GAP;
        shown.push(part);
    }
    shown.extend(help);
    let mut pieces = Vec::new();
    for (at, (key, label)) in shown.into_iter().enumerate() {
        if at > 0 {
            pieces.push(ink(Role::Faint, " ".repeat(GAP)));
        }
        pieces.push(ink(Role::Key, key));
        pieces.push(ink(Role::Muted, format!(" {label}")));
    }
    put(frame.buffer_mut(), desk.foot, 0, &pieces, theme);
}

/// That there is more below, and the key that reads on.
pub(crate) fn more(app: &App, scroll: Scroll, view: View) -> Option<String> {
    let sign = [("sign", app.glyphs().more_below().into())];
    let told = || {
        if app.context().takes_text() {
            app.words.say_with("more-below-text", &sign)
        } else {
            app.words.say_with("more-below", &sign)
        }
    };
    (!scroll.at_end(view)).then(told)
}

/// The calm line: what is not saved before anything else, then the notice, then whether there is more below.
pub(crate) fn notice(app: &App, frame: &mut Frame, desk: &Desk, more: Option<String>) {
    let unsaved = app.unsaved();
    let piece = if let Some(why) = unsaved {
        let text = app.words.say_with("not-saved", &[("why", why.into())]);
        Some(ink(Role::Warn, text))
    } else if let Some(notice) = &app.notice {
        Some(ink(notice.role, &notice.text))
    } else {
        more.map(|more| ink(Role::Muted, more))
    };
    let Some(piece) = piece else { return };
    // A long line grows upwards over the text, at most three rows.
    let mut set = Page::new(usize::from(desk.notice.width));
    set.say(piece.role, piece.text.replace('\n', " "));
    let rows = u16::try_from(set.len().min(3)).unwrap_or(1).min(desk.notice.y);
    let area = Rect {
        y: desk.notice.y + 1 - rows,
        height: rows,
        ..desk.notice
    };
    frame.render_widget(Clear, area);
    frame.buffer_mut().set_style(area, app.theme().ground());
    page(frame.buffer_mut(), area, &set, 0, app.theme());
}

/// The terminal's own cursor, where eyes and screen readers should be; outside the area it is hidden.
pub(crate) fn cursor(frame: &mut Frame, area: Rect, column: usize, row: Option<usize>) {
    let Some(row) = row.and_then(|row| u16::try_from(row).ok()) else {
        return;
    };
    let column = u16::try_from(column).unwrap_or(0);
    let at = Position::new(area.x.saturating_add(column), area.y.saturating_add(row));
    if area.contains(at) {
        frame.set_cursor_position(at);
    }
}

/// Printers' signs in words, ours and the scenarios', as their nearest ASCII of the same width.
pub(crate) fn plain_signs(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let plain = match cell.symbol() {
            "“" | "”" | "„" => "\"",
            "‘" | "’" => "'",
            "–" | "—" | "‐" | "‑" | "−" => "-",
            "…" => ".",
            "·" | "•" => "-",
            "×" => "x",
            "←" => "<",
            "→" => ">",
            "↑" => "^",
            "↓" => "v",
            "\u{a0}" => " ",
            _ => continue,
        };
        cell.set_symbol(plain);
    }
}

/// A text editor, with the terminal's cursor in it.
pub(crate) fn editor(frame: &mut Frame, area: Rect, editor: &TextArea, style: Style) {
    let mut shown = editor.clone();
    shown.set_style(style);
    frame.render_widget(&shown, area);
    let (cursor_at, (top, left)) = (shown.screen_cursor(), shown.scroll_offset());
    let row = cursor_at.row.checked_sub(usize::from(top));
    cursor(frame, area, cursor_at.col.saturating_sub(usize::from(left)), row);
}
