//! Where things stand on the screen: a measure of text, chrome around it, and less chrome on a small screen.
//!
//! ```text
//! ┌──────────────────────────────────────────┐
//! │        title                     aside   │  head
//! │                                          │
//! │        body, at most ~72 columns   side  │  body, side on wide screens
//! │                                          │
//! │        a calm line                       │  notice
//! │        keys                              │  foot
//! └──────────────────────────────────────────┘
//! ```

use ratatui::layout::{Rect, Size};

/// The measure of running text.
pub(crate) const MEASURE: u16 = 72;
/// The side column on wide screens, and the gap before it.
const SIDE: u16 = 30;
const GAP: u16 = 4;
/// Below this nothing sensible fits.
pub(crate) const LEAST: Size = Size::new(40, 12);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Desk {
    pub(crate) head: Rect,
    pub(crate) body: Rect,
    pub(crate) side: Option<Rect>,
    pub(crate) notice: Rect,
    pub(crate) foot: Rect,
    /// Less chrome, smaller indents.
    pub(crate) compact: bool,
}

#[must_use]
pub(crate) fn too_small(size: Size) -> bool {
    size.width < LEAST.width || size.height < LEAST.height
}

#[must_use]
pub(crate) fn compact(size: Size) -> bool {
    size.width < 60 || size.height < 16
}

impl Desk {
    /// `head` rows above the text; a side column if wanted and there is room.
    pub(crate) fn new(size: Size, head: u16, side: bool) -> Desk {
        let compact = compact(size);
        let least_margin = if compact { 1 } else { 2 };
        let side = side && size.width >= MEASURE + GAP + SIDE + 2 * least_margin;
        let wanted = if side { MEASURE + GAP + SIDE } else { MEASURE };
        Self::laid(size, head, wanted, side, compact)
    }

    /// One block of up to `measure` columns.
    pub(crate) fn wide(size: Size, head: u16, measure: u16) -> Desk {
        Self::laid(size, head, measure, false, compact(size))
    }

    fn laid(size: Size, head: u16, wanted: u16, side: bool, compact: bool) -> Desk {
        let least_margin = if compact { 1 } else { 2 };
        let block = wanted.min(size.width.saturating_sub(2 * least_margin));
        let left = (size.width - block) / 2;
        let top = if compact || size.height < 30 { 0 } else { 1 };
        let gap = u16::from(!compact);
        let foot = size.height.saturating_sub(1 + u16::from(top > 0));
        let notice = foot.saturating_sub(1);
        let body_top = top + head + gap;
        let text = if side { MEASURE } else { block };
        let row = |y: u16, height: u16| Rect::new(left, y, block, height);
        let body_height = notice.saturating_sub(body_top);
        Desk {
            head: row(top, head),
            body: Rect::new(left, body_top, text, body_height),
            side: side.then(|| Rect::new(left + MEASURE + GAP, body_top, SIDE, body_height)),
            notice: row(notice, 1),
            foot: row(foot, 1),
            compact,
        }
    }

    /// Indent of asides and hanging lines.
    pub(crate) fn hang(&self) -> usize {
        if self.compact { 2 } else { 4 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_stays_on_the_screen_and_nothing_overlaps() {
        for width in 40..200 {
            for height in 12..70 {
                let size = Size::new(width, height);
                let desk = Desk::new(size, 2, true);
                let screen = Rect::new(0, 0, width, height);
                let rects = [
                    Some(desk.head),
                    Some(desk.body),
                    desk.side,
                    Some(desk.notice),
                    Some(desk.foot),
                ];
                let rects: Vec<Rect> = rects.into_iter().flatten().collect();
                for (at, rect) in rects.iter().enumerate() {
                    assert_eq!(screen.intersection(*rect), *rect, "{rect:?} at {width}x{height}");
                    for other in &rects[at + 1..] {
                        assert!(!rect.intersects(*other), "{rect:?} and {other:?} at {width}x{height}");
                    }
                }
                assert!(desk.body.width <= MEASURE && desk.body.height >= 5, "{desk:?}");
            }
        }
    }
}
