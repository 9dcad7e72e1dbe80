//! The ways on at the end of a page: reading down to them, moving among them, keeping the one in focus in view.

use super::scroll::{Scroll, View};
use super::text::{Page, Spot};

#[derive(Clone, Copy)]
pub(crate) enum Move {
    PageUp,
    PageDown,
    Top,
    Bottom,
}

pub(crate) fn scroll(scroll: &mut Scroll, view: View, how: Move) {
    match how {
        Move::PageUp => scroll.page_up(view),
        Move::PageDown => scroll.page_down(view),
        Move::Top => scroll.to(0, view),
        Move::Bottom => scroll.to(usize::MAX, view),
    }
}

/// Arrows first bring the ways on into view, then move among them; `count` of them are offered.
pub(crate) fn step(page: &Page, view: View, scroll: &mut Scroll, focus: &mut Option<usize>, count: usize, down: bool) {
    let Some(last) = count.checked_sub(1) else {
        if down {
            scroll.down(1, view);
        } else {
            scroll.up(1, view);
        }
        return;
    };
    let seen = focus.is_some_and(|at| visible(page, view, *scroll, at));
    let to = match *focus {
        Some(at) if !seen => at,
        Some(at) if down => (at + 1).min(last),
        Some(0) => {
            // Above the first way on is the text.
            *focus = None;
            scroll.up(1, view);
            return;
        }
        Some(at) => at - 1,
        None if down => 0,
        None => {
            scroll.up(1, view);
            return;
        }
    };
    *focus = Some(to);
    reveal(page, view, scroll, to);
}

pub(crate) fn reveal(page: &Page, view: View, scroll: &mut Scroll, at: usize) {
    let Some(rows) = page.rows_of(Spot::Item(at)) else {
        return;
    };
    // All ways on together if they fit, so that they can be weighed against each other.
    let first = page.rows_of(Spot::Item(0)).map_or(rows.start, |first| first.start);
    let last = page.last_of_items().unwrap_or(rows.end);
    if last - first <= view.height {
        scroll.reveal(&(first..last), view);
    }
    scroll.reveal(&rows, view);
}

pub(crate) fn visible(page: &Page, view: View, scroll: Scroll, at: usize) -> bool {
    let rows = page.rows_of(Spot::Item(at));
    rows.is_some_and(|rows| scroll.sees(&rows, view))
}

/// The wheel moves the text, three rows a notch.
pub(crate) fn wheel(scroll: &mut Scroll, view: View, down: bool) {
    if down {
        scroll.down(3, view);
    } else {
        scroll.up(3, view);
    }
}
