//! A painted screen as a picture: an SVG string, for the README. Words stay words, so it can be read and searched.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Modifier, Style};

use super::text::width;
use super::theme::{Role, Theme, hex};

/// Width and height of a cell, and where letters stand in it.
const CELL: (usize, usize) = (9, 19);
const BASE: usize = 14;
const MARGIN: usize = 18;

/// The screen as SVG, in the colours of the theme it was painted in. `title` is its text alternative.
#[must_use]
pub fn print_svg(buffer: &Buffer, theme: Theme, title: &str) -> String {
    let area = buffer.area;
    let ground = hex(theme.ground().bg, "#fdfcf9");
    let text = hex(theme.ground().fg.or(theme.style(Role::Text).fg), "#26221d");
    let wide = usize::from(area.width) * CELL.0 + 2 * MARGIN;
    let high = usize::from(area.height) * CELL.1 + 2 * MARGIN;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" role=\"img\">\n\
         <title>{}</title>\n\
         <rect width=\"{wide}\" height=\"{high}\" rx=\"10\" fill=\"{ground}\"/>\n\
         <g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"15\">\n",
        escape(title)
    );
    for y in area.y..area.bottom() {
        let mut x = area.x;
        while x < area.right() {
            let (from, style) = (x, buffer[(x, y)].style());
            let mut words = String::new();
            while x < area.right() && same(&buffer[(x, y)].style(), &style) {
                let cell = &buffer[(x, y)];
                words.push_str(symbol(cell));
                x += u16::try_from(width(symbol(cell)).max(1)).unwrap_or(1);
            }
            run(
                &mut out,
                (from - area.x, y - area.y),
                x - from,
                &words,
                style,
                &ground,
                &text,
            );
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn symbol(cell: &Cell) -> &str {
    match cell.symbol() {
        "" => " ",
        symbol => symbol,
    }
}

fn same(left: &Style, right: &Style) -> bool {
    left.fg == right.fg && left.bg == right.bg && left.add_modifier == right.add_modifier
}

fn run(out: &mut String, at: (u16, u16), columns: u16, words: &str, style: Style, ground: &str, text: &str) {
    let (x, y) = (MARGIN + usize::from(at.0) * CELL.0, MARGIN + usize::from(at.1) * CELL.1);
    let long = usize::from(columns) * CELL.0;
    let behind = hex(style.bg, ground);
    if behind != ground {
        out.push_str(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{long}\" height=\"{}\" fill=\"{behind}\"/>\n",
            CELL.1
        ));
    }
    let trimmed = words.trim_end();
    if trimmed.is_empty() {
        return;
    }
    let lead = trimmed.len() - trimmed.trim_start().len();
    let x = x + lead * CELL.0;
    let trimmed = trimmed.trim_start();
    let long = width(trimmed) * CELL.0;
    let mut how = format!(" fill=\"{}\"", hex(style.fg, text));
    if style.add_modifier.contains(Modifier::BOLD) {
        how.push_str(" font-weight=\"bold\"");
    }
    if style.add_modifier.contains(Modifier::ITALIC) {
        how.push_str(" font-style=\"italic\"");
    }
    out.push_str(&format!(
        "<text x=\"{x}\" y=\"{}\" textLength=\"{long}\" lengthAdjust=\"spacingAndGlyphs\" style=\"white-space:pre\"{how}>{}</text>\n",
        y + BASE,
        escape(trimmed)
    ));
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    #[test]
    fn words_stay_words_and_colours_come_from_the_theme() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_style(buffer.area, Theme::Dark.ground());
        buffer.set_string(0, 0, "劉 <said>", Theme::Dark.style(Role::Speaker));
        let svg = print_svg(&buffer, Theme::Dark, "A & B");
        assert!(svg.contains("劉 &lt;said&gt;"), "{svg}");
        assert!(svg.contains("<title>A &amp; B</title>"));
        assert!(svg.contains("font-weight=\"bold\"") && svg.contains("#e9e2d6"));
        assert!(!svg.contains('\u{1b}'));
    }
}
