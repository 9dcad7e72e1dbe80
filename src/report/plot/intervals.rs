//! Shares with their intervals, a row each: a dot for the share, a line for what it may be.

use super::canvas::{Align, Plot, Role, place, plot};
use crate::practice::statistics::Interval;

/// One row.
pub(in crate::report) struct Whisker<'a> {
    pub(in crate::report) label: String,
    /// Behind the label: "n 12".
    pub(in crate::report) count: String,
    /// `None`: too few to show, and `none` says so.
    pub(in crate::report) share: Option<Interval>,
    pub(in crate::report) none: &'a str,
}

const ROW: i32 = 30;

/// From 0 to 100%, with lines at the quarters.
pub(in crate::report) fn intervals(id: &str, title: &str, about: &str, rows: &[Whisker<'_>]) -> Plot {
    let count = i32::try_from(rows.len()).unwrap_or(0);
    // On a phone the label stands above its line.
    let height = |width: i32| {
        if width < 400 {
            count * (ROW + 22) + 28
        } else {
            count * ROW + 34
        }
    };
    plot(id, title, about, height, |pen| {
        let phone = pen.sheet.width < 400;
        let row = if phone { ROW + 22 } else { ROW };
        let (left, right) = if phone {
            (8, pen.sheet.width - 12)
        } else {
            (236, pen.sheet.width - 24)
        };
        let bottom = count * row + 4;
        let x = |share: f64| place(share, (0.0, 1.0), (left, right));
        for quarter in 0..=4 {
            let share = f64::from(quarter) / 4.0;
            pen.line((x(share), 2), (x(share), bottom), Role::Rule, 1);
            let align = match quarter {
                0 if phone => Align::Left,
                4 if phone => Align::Right,
                _ => Align::Centre,
            };
            pen.text(
                &format!("{}%", quarter * 25),
                (x(share), bottom + 14),
                align,
                Role::Muted,
            );
        }
        for (at, whisker) in rows.iter().enumerate() {
            let top = i32::try_from(at).unwrap_or(0) * row;
            let y = if phone { top + 36 } else { top + row / 2 };
            if phone {
                pen.block((left, top + 4), (right, top + 26), Role::Paper);
                pen.text(&whisker.label, (left, top + 16), Align::Left, Role::Ink);
                pen.text(&whisker.count, (right, top + 16), Align::Right, Role::Muted);
            } else {
                pen.text(&whisker.label, (0, y), Align::Left, Role::Ink);
                pen.text(&whisker.count, (left - 14, y), Align::Right, Role::Muted);
            }
            match &whisker.share {
                Some(interval) => {
                    let (low, high) = (x(interval.low), x(interval.high));
                    pen.line((low, y), (high, y), Role::Pale, 6);
                    pen.dot((x(interval.share), y), 6, Role::Accent);
                }
                None => {
                    let width = 8 * i32::try_from(whisker.none.chars().count()).unwrap_or(0);
                    pen.block((left + 4, y - 9), (left + 12 + width, y + 9), Role::Paper);
                    pen.text(whisker.none, (left + 8, y), Align::Left, Role::Muted);
                }
            }
        }
    })
}
