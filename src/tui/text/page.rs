//! A page: rows of set text, with what can be pointed at and where to scroll to. Pure; painting is elsewhere.

use std::ops::Range;

use super::{Piece, cut, ink, width, wrap};
use crate::tui::keymap::Action;
use crate::tui::theme::Role;

/// What a row belongs to, for focus and the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// The n-th thing of its screen that can be focused.
    Item(usize),
    /// A row that does something when clicked.
    Act(Action),
}

/// A place to scroll to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Where the newest part begins.
    Beat,
    /// The n-th section.
    Part(usize),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    pub(crate) indent: usize,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) spot: Option<Spot>,
    pub(crate) focus: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) width: usize,
    pub(crate) rows: Vec<Row>,
    marks: Vec<(Mark, usize)>,
}

/// A paragraph to be set.
#[derive(Clone, Debug, Default)]
pub(crate) struct Para {
    pieces: Vec<Piece>,
    indent: usize,
    hang: usize,
    bar: Option<&'static str>,
    spot: Option<Spot>,
    focus: bool,
}

impl Para {
    pub(crate) fn new(pieces: Vec<Piece>) -> Self {
        Para {
            pieces,
            ..Para::default()
        }
    }

    pub(crate) fn of(role: Role, text: impl AsRef<str>) -> Self {
        Para::new(vec![ink(role, text)])
    }

    /// Columns before every line.
    pub(crate) fn indent(mut self, columns: usize) -> Self {
        self.indent = columns;
        self
    }

    /// More columns before every line but the first.
    pub(crate) fn hang(mut self, columns: usize) -> Self {
        self.hang = columns;
        self
    }

    /// A bar down the left side.
    pub(crate) fn bar(mut self, bar: &'static str) -> Self {
        self.bar = Some(bar);
        self
    }

    pub(crate) fn spot(mut self, spot: Spot) -> Self {
        self.spot = Some(spot);
        self
    }

    pub(crate) fn focus(mut self, focus: bool) -> Self {
        self.focus = focus;
        self
    }
}

impl Page {
    pub(crate) fn new(width: usize) -> Self {
        Page {
            width,
            ..Page::default()
        }
    }

    /// An empty row; never two in a row and never the first.
    pub(crate) fn blank(&mut self) {
        if self.rows.last().is_some_and(|row| !row.pieces.is_empty()) {
            self.rows.push(Row::default());
        }
    }

    pub(crate) fn para(&mut self, para: Para) {
        let barred = para.bar.map_or(0, |bar| width(bar) + 1);
        let room = self.width.saturating_sub(para.indent + barred);
        let lines = wrap(&para.pieces, room, room.saturating_sub(para.hang));
        for (at, line) in lines.into_iter().enumerate() {
            let hang = if at == 0 { 0 } else { para.hang };
            let mut pieces = Vec::new();
            if let Some(bar) = para.bar {
                pieces.push(ink(Role::Faint, format!("{bar} {}", " ".repeat(hang))));
            }
            pieces.extend(line);
            self.rows.push(Row {
                indent: para.indent + if para.bar.is_some() { 0 } else { hang },
                pieces,
                spot: para.spot,
                focus: para.focus,
            });
        }
    }

    /// Plain paragraph.
    pub(crate) fn say(&mut self, role: Role, text: impl AsRef<str>) {
        self.para(Para::of(role, text));
    }

    /// Something on the left and something on the right of one row; the left gives way.
    pub(crate) fn sides(&mut self, left: Vec<Piece>, right: Vec<Piece>, ellipsis: &str) -> &mut Row {
        let long = |pieces: &[Piece]| pieces.iter().map(|piece| width(&piece.text)).sum::<usize>();
        let right_width = long(&right);
        let room = self
            .width
            .saturating_sub(if right_width > 0 { right_width + 2 } else { 0 });
        let mut pieces = Vec::new();
        let mut left_width = 0;
        for piece in left {
            let fits = cut(&piece.text, room.saturating_sub(left_width), ellipsis);
            left_width += width(&fits);
            let whole = fits == piece.text;
            pieces.push(ink(piece.role, fits));
            if !whole {
                break;
            }
        }
        let gap = self.width.saturating_sub(left_width + right_width);
        if right_width > 0 && right_width < self.width {
            pieces.push(ink(Role::Text, " ".repeat(gap)));
            pieces.extend(right);
        }
        self.rows.push(Row {
            pieces,
            ..Row::default()
        });
        let last = self.rows.len() - 1;
        &mut self.rows[last]
    }

    /// Two pages side by side; the shorter ends first.
    pub(crate) fn columns(&mut self, left: Page, right: Page, gap: usize) {
        let (column, count) = (left.width, left.rows.len().max(right.rows.len()));
        let mut left = left.rows.into_iter();
        let mut right = right.rows.into_iter();
        for _ in 0..count {
            let (left, right) = (left.next().unwrap_or_default(), right.next().unwrap_or_default());
            let mut pieces = left.pieces;
            let used = left.indent + pieces.iter().map(|piece| width(&piece.text)).sum::<usize>();
            if !right.pieces.is_empty() {
                let space = (column + gap + right.indent).saturating_sub(used);
                pieces.push(ink(Role::Text, " ".repeat(space)));
                pieces.extend(right.pieces);
            }
            self.rows.push(Row {
                indent: left.indent,
                pieces,
                ..Row::default()
            });
        }
    }

    /// A row as it is.
    pub(crate) fn row(&mut self, pieces: Vec<Piece>) -> &mut Row {
        self.rows.push(Row {
            pieces,
            ..Row::default()
        });
        let last = self.rows.len() - 1;
        &mut self.rows[last]
    }

    /// The next row is this place.
    pub(crate) fn mark(&mut self, mark: Mark) {
        self.marks.push((mark, self.rows.len()));
    }

    /// The row of a place; the last one set wins.
    pub(crate) fn find(&self, mark: Mark) -> Option<usize> {
        let found = self.marks.iter().rev().find(|(known, _)| *known == mark);
        found.map(|(_, row)| *row)
    }

    /// Every part with its row, in order.
    pub(crate) fn parts(&self) -> Vec<usize> {
        let parts = self.marks.iter().filter(|(mark, _)| matches!(mark, Mark::Part(_)));
        parts.map(|(_, row)| *row).collect()
    }

    /// The rows of a spot.
    pub(crate) fn rows_of(&self, spot: Spot) -> Option<Range<usize>> {
        let first = self.rows.iter().position(|row| row.spot == Some(spot))?;
        let last = self.rows.iter().rposition(|row| row.spot == Some(spot))?;
        Some(first..last + 1)
    }

    /// One past the last row that can be focused.
    pub(crate) fn last_of_items(&self) -> Option<usize> {
        let last = self
            .rows
            .iter()
            .rposition(|row| matches!(row.spot, Some(Spot::Item(_))));
        last.map(|row| row + 1)
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(page: &Page) -> Vec<String> {
        let row = |row: &Row| {
            let words: String = row.pieces.iter().map(|piece| piece.text.as_str()).collect();
            format!("{}{words}", " ".repeat(row.indent))
        };
        page.rows.iter().map(row).collect()
    }

    #[test]
    fn lines_after_the_first_hang() {
        let mut page = Page::new(12);
        page.para(Para::of(Role::Text, "1  one two three").hang(3));
        assert_eq!(text(&page), ["1  one two", "   three"]);
    }

    #[test]
    fn the_left_side_gives_way_to_the_right() {
        let mut page = Page::new(14);
        page.sides(
            vec![ink(Role::Text, "a long title here")],
            vec![ink(Role::Muted, "12 min")],
            "…",
        );
        assert_eq!(text(&page), ["a lon…  12 min"]);
    }

    #[test]
    fn blanks_never_pile_up() {
        let mut page = Page::new(10);
        page.blank();
        page.say(Role::Text, "a");
        page.blank();
        page.blank();
        page.say(Role::Text, "b");
        assert_eq!(text(&page), ["a", "", "b"]);
    }
}
