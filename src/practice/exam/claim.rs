//! What a result may claim: nothing much from few decisions, and a pass mark only where somebody set one.

use crate::model::PassMark;
use crate::practice::statistics::Interval;

/// Scored decisions at which two published computer tests of such judgement would reach a reliability of .80, by Spearman–Brown:
/// 22 questions with α .58 and 35 with α .65 (domain.md §4.7).
const NEEDED: (usize, usize) = (63, 75);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Too few decisions to say more.
    TooFew { have: usize, need: (usize, usize) },
    /// As many as such a test would need; still one sitting.
    AsMany { have: usize },
}

#[must_use]
pub fn enough(decisions: usize) -> Claim {
    if decisions < NEEDED.1 {
        Claim::TooFew {
            have: decisions,
            need: NEEDED,
        }
    } else {
        Claim::AsMany { have: decisions }
    }
}

/// Where a score lies against a pass mark. Never "ready", never "fit".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The whole interval lies at or above the cut and its error.
    Above,
    /// The whole interval lies below the cut and its error.
    Below,
    /// The interval holds the cut.
    TooCloseToCall,
}

/// `None` unless method, panel and date are all named.
pub(super) fn verdict(mark: &PassMark, score: Interval) -> Option<Verdict> {
    let named = [&mark.method, &mark.panel, &mark.date]
        .into_iter()
        .all(|part| !part.trim().is_empty());
    let error = mark.se.unwrap_or(0.0);
    let verdict = if score.low * 100.0 >= mark.cut + error {
        Verdict::Above
    } else if score.high * 100.0 < mark.cut - error {
        Verdict::Below
    } else {
        Verdict::TooCloseToCall
    };
    named.then_some(verdict)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::statistics::wilson;

    fn mark() -> PassMark {
        PassMark {
            method: "modified Angoff".into(),
            panel: "ten clinicians".into(),
            date: "2026-05-01".into(),
            cut: 60.0,
            se: Some(3.0),
        }
    }

    #[test]
    fn twenty_decisions_are_too_few() {
        assert_eq!(
            enough(20),
            Claim::TooFew {
                have: 20,
                need: (63, 75)
            }
        );
        assert_eq!(enough(75), Claim::AsMany { have: 75 });
    }

    #[test]
    fn an_interval_around_the_cut_is_too_close_to_call() {
        let at = |share: f64, n: usize| verdict(&mark(), wilson(share, n).unwrap());
        assert_eq!(at(0.70, 20), Some(Verdict::TooCloseToCall));
        assert_eq!(at(0.95, 80), Some(Verdict::Above));
        assert_eq!(at(0.20, 80), Some(Verdict::Below));
    }

    #[test]
    fn a_mark_nobody_signed_is_no_mark() {
        let unsigned = PassMark {
            panel: " ".into(),
            ..mark()
        };
        assert_eq!(verdict(&unsigned, wilson(0.9, 80).unwrap()), None);
    }
}
