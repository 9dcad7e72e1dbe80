//! A scale from 0 to 100 on one row: a dot on a line for a level with its interval, or a stroke for what was said and a dot for
//! what was so.

use crate::practice::statistics::Interval;
use crate::tui::glyphs::Glyphs;
use crate::tui::text::{Piece, ink};
use crate::tui::theme::Role;

/// Columns from 0 to 100: every five points one.
pub(super) const COLUMNS: usize = 21;

/// The column of a share, 0 … 1.
fn at(share: f64) -> usize {
    (share.clamp(0.0, 1.0) * (COLUMNS - 1) as f64).round() as usize
}

fn quarters(glyphs: Glyphs) -> Vec<(&'static str, Role)> {
    let sign = |column: usize| if column.is_multiple_of(5) { glyphs.dot() } else { " " };
    (0..COLUMNS).map(|column| (sign(column), Role::Faint)).collect()
}

/// `0    50   100` over the quarters.
pub(super) fn head() -> Piece {
    ink(Role::Faint, format!("{:<8}{:^5}{:>8}", 0, 50, 100))
}

/// The level, and a line from one end of its interval to the other.
pub(super) fn level(interval: &Interval, glyphs: Glyphs) -> Vec<Piece> {
    let mut cells = quarters(glyphs);
    for cell in &mut cells[at(interval.low)..=at(interval.high)] {
        *cell = (glyphs.rule(), Role::Muted);
    }
    cells[at(interval.share)] = (glyphs.point(), Role::Accent);
    joined(cells)
}

/// How sure was said, and how often it was so: the further apart, the longer the line between them.
pub(super) fn apart(said: f64, so: Option<f64>, glyphs: Glyphs) -> Vec<Piece> {
    let mut cells = quarters(glyphs);
    if let Some(so) = so {
        let (from, to) = (at(said).min(at(so)), at(said).max(at(so)));
        for cell in &mut cells[from..=to] {
            *cell = (glyphs.rule(), Role::Muted);
        }
    }
    cells[at(said)] = (glyphs.bar(), Role::Text);
    if let Some(so) = so {
        cells[at(so)] = (glyphs.point(), Role::Accent);
    }
    joined(cells)
}

/// Neighbours of one role together.
pub(super) fn joined(cells: Vec<(&'static str, Role)>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (sign, role) in cells {
        match pieces.last_mut() {
            Some(piece) if piece.role == role || sign == " " => piece.text.push_str(sign),
            _ => pieces.push(ink(role, sign)),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pieces: Vec<Piece>) -> String {
        pieces.into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn a_level_lies_inside_its_interval_on_the_scale() {
        let interval = Interval {
            n: 7,
            share: 0.5,
            low: 0.2,
            high: 0.8,
        };
        assert_eq!(head().text, "0        50       100");
        assert_eq!(text(level(&interval, Glyphs::Unicode)), "·   ──────◆──────   ·");
        assert_eq!(text(level(&interval, Glyphs::Ascii)), "-   ------*------   -");
        let odd = Interval {
            n: 1,
            share: f64::NAN,
            low: -3.0,
            high: 9.0,
        };
        assert_eq!(text(level(&odd, Glyphs::Ascii)).len(), COLUMNS);
    }

    #[test]
    fn what_was_said_and_what_was_so_stand_apart() {
        assert_eq!(text(apart(0.9, Some(0.6), Glyphs::Unicode)), "·    ·    · ◆─────│ ·");
        assert_eq!(text(apart(0.5, Some(0.5), Glyphs::Unicode)), "·    ·    ◆    ·    ·");
        assert_eq!(text(apart(0.7, None, Glyphs::Ascii)), "-    -    -   |-    -");
    }
}
