//! Scores from 0 to 100 in the order they came, as dots over the learner's own band.

use super::scale::joined;
use crate::practice::statistics::Band;
use crate::tui::glyphs::Glyphs;
use crate::tui::text::{Piece, ink};
use crate::tui::theme::Role;

/// Columns of the axis, and of the band's ends on the right.
const AXIS: usize = 5;
const ENDS: usize = 5;
/// Widest step between two scores.
const STEP: usize = 6;

/// How many of the newest scores fit.
pub(super) fn fitting(width: usize) -> usize {
    width.saturating_sub(AXIS + ENDS).max(1)
}

/// `scores` are those shown; `first` is the number of the first of them, from 1. `rows` between 0 and 100.
pub(super) fn rows(
    scores: &[f64],
    first: usize,
    band: Option<&Band>,
    rows: usize,
    width: usize,
    glyphs: Glyphs,
) -> Vec<Vec<Piece>> {
    let rows = rows.max(3);
    let step = (fitting(width) / scores.len().max(1)).clamp(1, STEP);
    let columns = (scores.len() * step).max(4 * STEP).min(fitting(width));
    let row = |score: f64| {
        let up = (score.clamp(0.0, 100.0) / 100.0 * (rows - 1) as f64).round();
        rows - 1 - up as usize
    };
    let mut grid = vec![vec![(" ", Role::Faint); columns]; rows];
    if let Some(band) = band {
        for line in &mut grid[row(band.high)..=row(band.low)] {
            line.fill((glyphs.shade(), Role::Faint));
        }
        grid[row(band.mean)].fill((glyphs.rule(), Role::Muted));
    }
    for (at, score) in scores.iter().enumerate() {
        if let Some(cell) = grid[row(*score)].get_mut(at * step + step / 2) {
            *cell = (glyphs.point(), Role::Accent);
        }
    }
    let ends = band.map_or_else(Vec::new, |band| ends(band, row));
    let axis = glyphs.strokes().axis;
    let mut out = Vec::new();
    for (at, line) in grid.into_iter().enumerate() {
        let label = match at {
            0 => "100",
            _ if at == rows - 1 => "0",
            _ if at * 2 == rows - 1 => "50",
            _ => "",
        };
        let mut pieces = vec![ink(Role::Faint, format!("{label:>3} {axis}"))];
        pieces.extend(joined(line));
        if let Some((_, text)) = ends.iter().find(|(row, _)| *row == at) {
            pieces.push(ink(Role::Muted, format!(" {text}")));
        }
        out.push(pieces);
    }
    out.push(vec![ink(Role::Faint, numbers(scores.len(), first, step, columns))]);
    out
}

/// Mean and ends of the band beside their rows; where two fall on one row, the mean stands.
fn ends(band: &Band, row: impl Fn(f64) -> usize) -> Vec<(usize, String)> {
    let mut ends: Vec<(usize, String)> = Vec::new();
    for value in [band.mean, band.high, band.low] {
        if !ends.iter().any(|(known, _)| *known == row(value)) {
            ends.push((row(value), format!("{value:.0}")));
        }
    }
    ends
}

/// Numbers beneath the scores, as many as have room.
fn numbers(count: usize, first: usize, step: usize, columns: usize) -> String {
    let mut line = vec![' '; columns + AXIS];
    let every = if step >= 3 { 1 } else { 5 };
    for at in 0..count {
        let number = first + at;
        if every > 1 && !number.is_multiple_of(every) && at > 0 {
            continue;
        }
        let text = number.to_string();
        let from = AXIS + at * step + step / 2;
        // Never into the number before it.
        if from > AXIS && line.get(from - 1).is_some_and(|sign| *sign != ' ') {
            continue;
        }
        for (offset, digit) in text.chars().enumerate() {
            if let Some(cell) = line.get_mut(from + offset) {
                *cell = digit;
            }
        }
    }
    let line: String = line.into_iter().collect();
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::statistics::band;
    use crate::tui::text::width;

    fn drawn(scores: &[f64], band: Option<&Band>, glyphs: Glyphs) -> Vec<String> {
        let rows = rows(scores, 1, band, 5, 40, glyphs);
        let join = |row: Vec<Piece>| {
            let text: String = row.into_iter().map(|piece| piece.text).collect();
            text.trim_end().to_owned()
        };
        rows.into_iter().map(join).collect()
    }

    #[test]
    fn dots_stand_where_the_scores_are() {
        assert_eq!(
            drawn(&[0.0, 50.0, 100.0, 76.0], None, Glyphs::Unicode),
            [
                "100 ┤               ◆",
                "    ┤                     ◆",
                " 50 ┤         ◆",
                "    ┤",
                "  0 ┤   ◆",
                "        1     2     3     4",
            ]
        );
    }

    #[test]
    fn the_band_is_shaded_and_its_ends_are_written() {
        let scores = [62.0, 71.0, 55.0, 80.0, 68.0, 74.0, 59.0, 77.0];
        let found = band(&scores).unwrap();
        let rows = drawn(&scores, Some(&found), Glyphs::Ascii);
        assert_eq!(
            rows,
            [
                "100 |",
                "    |----*-----*--*--*-----*- 68",
                " 50 |:*:::::*:::::::::::*:::: 61",
                "    |",
                "  0 |",
                "      1  2  3  4  5  6  7  8",
            ]
        );
    }

    #[test]
    fn a_hundred_scores_still_fit() {
        let scores: Vec<f64> = (0..100).map(|at| f64::from(at % 101)).collect();
        let shown = &scores[scores.len() - fitting(38)..];
        for row in rows(shown, 73, None, 6, 38, Glyphs::Unicode) {
            let long: usize = row.iter().map(|piece| width(&piece.text)).sum();
            assert!(long <= 38, "{long}");
        }
    }
}
