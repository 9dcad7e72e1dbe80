//! Confidence stated against how often the choice was acceptable; on the diagonal both agree.

use super::canvas::{Align, Plot, Role, place, plot};
use crate::practice::calibration::Calibration;

/// Bins with fewer answers than can be read are drawn as rings.
pub(in crate::report) fn calibration(id: &str, title: &str, about: &str, found: &Calibration) -> Plot {
    plot(
        id,
        title,
        about,
        |_| 260,
        |pen| {
            let side = pen.sheet.height - 44;
            let (left, top) = (44, 10);
            let (right, bottom) = (left + side, top + side);
            let x = |share: f64| place(share, (0.4, 1.0), (left, right));
            let y = |share: f64| place(share, (0.0, 1.0), (bottom, top));
            for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
                pen.line((left, y(share)), (right, y(share)), Role::Rule, 1);
                pen.text(
                    &format!("{:.0}%", share * 100.0),
                    (left - 8, y(share)),
                    Align::Right,
                    Role::Muted,
                );
            }
            pen.line((x(0.4), y(0.4)), (x(1.0), y(1.0)), Role::Pale, 3);
            for bin in &found.bins {
                let stated = f64::from(bin.stated) / 100.0;
                pen.text(
                    &format!("{}%", bin.stated),
                    (x(stated), bottom + 18),
                    Align::Centre,
                    Role::Muted,
                );
                let Some(share) = bin.acceptable else { continue };
                let at = (x(stated), y(share));
                if bin.enough() {
                    pen.dot(at, 7, Role::Accent);
                } else {
                    pen.ring(at, 7, Role::Accent);
                }
                pen.text(&format!("n {}", bin.n), (at.0 + 12, at.1 + 15), Align::Left, Role::Ink);
            }
        },
    )
}
