//! Plots of plain signs on one row each, one sign for every five of a hundred. They come after the words and say nothing more.

use crate::practice::statistics::Interval;

/// Signs from 0 to 100.
const SIGNS: usize = 20;

/// How far a share, 0 … 1, reaches.
fn reach(share: f64) -> usize {
    (share.clamp(0.0, 1.0) * SIGNS as f64).round() as usize
}

/// The sign a share stands at.
fn at(share: f64) -> usize {
    reach(share).min(SIGNS - 1)
}

/// `############........`
pub(super) fn bar(share: f64) -> String {
    let reach = reach(share);
    format!("{}{}", "#".repeat(reach), ".".repeat(SIGNS - reach))
}

/// `....-----o-----.....`: the level, and its interval around it.
pub(super) fn level(interval: &Interval) -> String {
    span(interval.low, interval.share, interval.high)
}

/// The same from three shares.
pub(super) fn span(low: f64, middle: f64, high: f64) -> String {
    let mut signs = ['.'; SIGNS];
    signs[at(low)..=at(high).max(at(low))].fill('-');
    signs[at(middle)] = 'o';
    signs.iter().collect()
}

/// `............o----|..`: what was said, and what was so.
pub(super) fn apart(said: f64, so: f64) -> String {
    let mut signs = ['.'; SIGNS];
    let (from, to) = (at(said).min(at(so)), at(said).max(at(so)));
    signs[from..=to].fill('-');
    signs[at(said)] = '|';
    signs[at(so)] = 'o';
    signs.iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sign_is_five_of_a_hundred() {
        assert_eq!(bar(0.62), "############........");
        assert_eq!(bar(0.0), ".".repeat(20));
        assert_eq!(bar(7.0), "#".repeat(20));
        assert_eq!(span(0.2, 0.5, 0.8), "....------o-----".to_owned() + "-...");
        assert_eq!(apart(0.9, 0.6), "............o-----|.");
        assert_eq!(span(f64::NAN, f64::NAN, f64::NAN).len(), SIGNS);
    }
}
