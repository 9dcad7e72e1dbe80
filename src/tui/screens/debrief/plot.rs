//! A trace drawn with strokes: the learner's line over the best line's dots, steps numbered beneath.

use crate::tui::glyphs::Glyphs;
use crate::tui::text::{Piece, ink};
use crate::tui::theme::Role;

/// What the line behind is drawn with; never by colour alone.
pub(super) const BEHIND: char = '.';

/// Columns of the axis.
const AXIS: usize = 5;

/// `values` before the first step and after each; so is `behind`, which may be longer or empty.
pub(super) fn rows(
    values: &[i32],
    behind: &[i32],
    bounds: (i32, i32),
    height: usize,
    width: usize,
    glyphs: Glyphs,
) -> Vec<Vec<Piece>> {
    let count = values.len().max(behind.len()).max(1);
    let step = (width.saturating_sub(AXIS + 1) / count).clamp(1, 5);
    let columns = (count * step).min(width.saturating_sub(AXIS));
    let height = height.max(2);
    let mut grid = vec![vec![(' ', Role::Faint); columns]; height];
    let row = |value: i32| {
        let range = f64::from((bounds.1 - bounds.0).max(1));
        let share = f64::from(value - bounds.0) / range;
        let up = (share * (height - 1) as f64).round().clamp(0.0, (height - 1) as f64);
        height - 1 - up as usize
    };
    for (at, value) in behind.iter().enumerate() {
        for column in (at * step..(at + 1) * step).filter(|column| column % 2 == 0) {
            if let Some(cell) = grid[row(*value)].get_mut(column) {
                *cell = (BEHIND, Role::Faint);
            }
        }
    }
    draw(&mut grid, values, step, row, glyphs);
    let strokes = glyphs.strokes();
    let mut out = Vec::new();
    for (at, line) in grid.into_iter().enumerate() {
        let label = match at {
            0 => bounds.1.to_string(),
            _ if at == height - 1 => bounds.0.to_string(),
            _ => String::new(),
        };
        let mut pieces = vec![ink(Role::Faint, format!("{label:>3} {}", strokes.axis))];
        pieces.extend(runs(line));
        out.push(pieces);
    }
    let mut numbers = vec![' '; columns];
    for number in 1..values.len() {
        let text = number.to_string();
        if text.len() > step.max(2) - 1 && number % 5 != 0 && step < 3 {
            continue;
        }
        for (offset, digit) in text.chars().enumerate() {
            if let Some(cell) = numbers.get_mut(number * step + offset) {
                *cell = digit;
            }
        }
    }
    let numbers: String = numbers.into_iter().collect();
    out.push(vec![ink(
        Role::Faint,
        format!("{}{}", " ".repeat(AXIS), numbers.trim_end()),
    )]);
    out
}

fn draw(grid: &mut [Vec<(char, Role)>], values: &[i32], step: usize, row: impl Fn(i32) -> usize, glyphs: Glyphs) {
    let strokes = glyphs.strokes();
    let mut put = |at: usize, column: usize, stroke: char| {
        if let Some(cell) = grid.get_mut(at).and_then(|line| line.get_mut(column)) {
            *cell = (stroke, Role::Accent);
        }
    };
    for (at, value) in values.iter().enumerate() {
        let here = row(*value);
        for column in at * step..(at + 1) * step {
            put(here, column, strokes.level);
        }
        let Some(before) = at.checked_sub(1).map(|before| row(values[before])) else {
            continue;
        };
        let column = at * step;
        let (from, to) = (before.min(here), before.max(here));
        for between in from + 1..to {
            put(between, column, strokes.upright);
        }
        if here < before {
            put(before, column, strokes.level_up);
            put(here, column, strokes.up_level);
        } else if here > before {
            put(before, column, strokes.level_down);
            put(here, column, strokes.down_level);
        }
    }
}

/// Neighbours of one role together.
fn runs(line: Vec<(char, Role)>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (stroke, role) in line {
        match pieces.last_mut() {
            Some(piece) if piece.role == role || stroke == ' ' => piece.text.push(stroke),
            _ => pieces.push(ink(role, stroke.to_string())),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(values: &[i32], behind: &[i32], glyphs: Glyphs) -> Vec<String> {
        let rows = rows(values, behind, (0, 10), 3, 40, glyphs);
        let join = |row: Vec<Piece>| {
            let text: String = row.into_iter().map(|piece| piece.text).collect();
            text.trim_end().to_owned()
        };
        rows.into_iter().map(join).collect()
    }

    #[test]
    fn a_line_rises_and_falls() {
        assert_eq!(
            drawn(&[5, 10, 5, 0], &[], Glyphs::Unicode),
            [
                " 10 ┤     ╭────╮",
                "    ┤─────╯    ╰────╮",
                "  0 ┤               ╰────",
                "          1    2    3",
            ]
        );
    }

    #[test]
    fn the_best_line_shows_only_where_the_own_is_not() {
        assert_eq!(
            drawn(&[5, 5], &[5, 10, 10], Glyphs::Ascii),
            [" 10 |      . . . . .", "    |----------", "  0 |", "          1"]
        );
    }

    #[test]
    fn many_steps_still_fit() {
        let values: Vec<i32> = (0..60).map(|at| at % 11).collect();
        for row in rows(&values, &values, (0, 10), 5, 40, Glyphs::Unicode) {
            let long: usize = row.iter().map(|piece| crate::tui::text::width(&piece.text)).sum();
            assert!(long <= 40, "{long}");
        }
    }
}
