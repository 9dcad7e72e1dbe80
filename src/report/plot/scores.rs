//! First-attempt scores in the order they were reached, with the learner's own band once there is one.

use super::canvas::{Align, Plot, Role, place, plot};
use crate::practice::statistics::Band;

/// `scores` 0–100. The band's ends are written beside it.
pub(in crate::report) fn scores(id: &str, title: &str, about: &str, scores: &[f64], band: Option<&Band>) -> Plot {
    plot(
        id,
        title,
        about,
        |_| 220,
        |pen| {
            let (left, right, top, bottom) = (34, pen.sheet.width - 44, 12, pen.sheet.height - 30);
            let last = scores.len().max(2) - 1;
            let x = |nth: usize| place(nth as f64, (0.0, last as f64), (left + 14, right - 14));
            let y = |score: f64| place(score, (0.0, 100.0), (bottom, top));
            if let Some(band) = band {
                pen.block((left, y(band.high)), (right, y(band.low)), Role::Pale);
            }
            for score in [0.0, 25.0, 50.0, 75.0, 100.0] {
                pen.line((left, y(score)), (right, y(score)), Role::Rule, 1);
                pen.text(&format!("{score:.0}"), (left - 8, y(score)), Align::Right, Role::Muted);
            }
            if let Some(band) = band {
                pen.line((left, y(band.mean)), (right, y(band.mean)), Role::Accent, 1);
                for end in [band.low, band.high] {
                    pen.text(&format!("{end:.0}"), (right + 8, y(end)), Align::Left, Role::Accent);
                }
            }
            let points: Vec<(i32, i32)> = scores
                .iter()
                .enumerate()
                .map(|(nth, score)| (x(nth), y(*score)))
                .collect();
            for at in &points {
                pen.dot(*at, 5, Role::Accent);
            }
            let every = if pen.sheet.width < 400 && scores.len() > 10 {
                5
            } else {
                1
            };
            for nth in (0..scores.len()).filter(|nth| every == 1 || (nth + 1) % every == 0) {
                pen.text(
                    &(nth + 1).to_string(),
                    (x(nth), bottom + 18),
                    Align::Centre,
                    Role::Muted,
                );
            }
        },
    )
}
