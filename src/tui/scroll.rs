//! How far down a page one has read.

use std::ops::Range;

use super::keymap::Action;

/// The first row shown. Kept as asked for; what is shown is always clamped to the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scroll {
    pub(crate) top: usize,
}

/// How much there is and how much can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct View {
    pub(crate) rows: usize,
    pub(crate) height: usize,
}

impl View {
    pub(crate) fn new(rows: usize, height: u16) -> View {
        View {
            rows,
            height: usize::from(height),
        }
    }

    /// The last sensible first row.
    pub(crate) fn last(self) -> usize {
        self.rows.saturating_sub(self.height)
    }
}

impl Scroll {
    pub(crate) fn shown(self, view: View) -> usize {
        self.top.min(view.last())
    }

    pub(crate) fn up(&mut self, rows: usize, view: View) {
        self.top = self.shown(view).saturating_sub(rows);
    }

    pub(crate) fn down(&mut self, rows: usize, view: View) {
        self.top = (self.shown(view) + rows).min(view.last());
    }

    /// A page less one row, so that the eye finds its place.
    pub(crate) fn page_up(&mut self, view: View) {
        self.up(view.height.saturating_sub(1).max(1), view);
    }

    pub(crate) fn page_down(&mut self, view: View) {
        self.down(view.height.saturating_sub(1).max(1), view);
    }

    pub(crate) fn to(&mut self, row: usize, view: View) {
        self.top = row.min(view.last());
    }

    /// Moves as far as an action of reading asks for; false for any other action.
    pub(crate) fn follow(&mut self, action: Action, view: View) -> bool {
        match action {
            Action::Up => self.up(1, view),
            Action::Down => self.down(1, view),
            Action::PageUp => self.page_up(view),
            Action::PageDown | Action::ReadOn => self.page_down(view),
            Action::Top => self.to(0, view),
            Action::Bottom => self.to(usize::MAX, view),
            _ => return false,
        }
        true
    }

    /// To the next of these rows, or the one before: the beginnings of parts.
    pub(crate) fn turn_part(&mut self, parts: Vec<usize>, on: bool, view: View) {
        let here = self.shown(view);
        let found = if on {
            parts.into_iter().find(|row| *row > here)
        } else {
            parts.into_iter().rev().find(|row| *row < here)
        };
        if let Some(row) = found {
            self.to(row, view);
        }
    }

    /// Moves just as far as needed to see these rows, their beginning first.
    pub(crate) fn reveal(&mut self, rows: &Range<usize>, view: View) {
        let top = self.shown(view);
        if rows.start < top {
            self.top = rows.start;
        } else if rows.end > top + view.height {
            self.top = rows.end.saturating_sub(view.height).min(rows.start);
        } else {
            self.top = top;
        }
    }

    pub(crate) fn sees(self, rows: &Range<usize>, view: View) -> bool {
        let top = self.shown(view);
        let long = rows.len() >= view.height;
        rows.start >= top && (rows.end <= top + view.height || (long && rows.start == top))
    }

    pub(crate) fn at_end(self, view: View) -> bool {
        self.shown(view) == view.last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn revealing_moves_as_little_as_needed() {
        let view = View::new(50, 10);
        let mut scroll = Scroll { top: 20 };
        scroll.reveal(&(22..25), view);
        assert_eq!(scroll.top, 20);
        scroll.reveal(&(28..33), view);
        assert_eq!(scroll.top, 23);
        scroll.reveal(&(5..8), view);
        assert_eq!(scroll.top, 5);
        // Longer than the view: its beginning wins.
        scroll.reveal(&(30..45), view);
        assert_eq!(scroll.top, 30);
        assert!(scroll.sees(&(30..45), view));
    }

    #[test]
    fn the_end_is_never_passed() {
        let view = View::new(12, 10);
        let mut scroll = Scroll::default();
        scroll.page_down(view);
        assert_eq!(scroll.top, 2);
        assert!(scroll.at_end(view));
        scroll.page_up(view);
        assert_eq!(scroll.top, 0);
    }
}
