//! Domains as marks: one a moment, never a bar from one scenario.

use super::{Marking, Taken};
use crate::model::{DomainIx, NodeIx};

/// How much of the best level on offer was shown, at one decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// At least three quarters of the best level offered.
    Full,
    /// At least half.
    Half,
    Empty,
}

/// One decision seen through one domain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    pub step: usize,
    pub node: NodeIx,
    pub mark: Mark,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DomainResult {
    pub domain: DomainIx,
    pub moments: Vec<Moment>,
    /// Σ w·level / Σ w·best level offered, 0 … 1; `None` where nothing of the domain could be shown.
    pub share: Option<f64>,
}

/// One result per domain of the rubric, in its order; a domain that was never tested has no moments.
pub(super) fn results(marking: &Marking, counted: &[(usize, Taken)]) -> Vec<DomainResult> {
    let domains = 0..marking.rubric.domains.len();
    domains
        .map(|domain| result(marking, counted, DomainIx::new(domain)))
        .collect()
}

fn result(marking: &Marking, counted: &[(usize, Taken)], domain: DomainIx) -> DomainResult {
    let mut moments = Vec::new();
    let (mut shown, mut possible) = (0.0, 0.0);
    for (step, act) in counted {
        let Some(decision) = marking.key.decision(act.node) else {
            continue;
        };
        let weight = marking.weight(act.node).unwrap_or(0.0);
        let tested = decision
            .tests
            .iter()
            .filter(|skill| marking.rubric.skills[skill.at()].domain == domain);
        let levels: Vec<(f64, f64)> = tested
            .filter_map(|skill| {
                let best = f64::from(marking.best_level(act.node, *skill)?);
                Some((f64::from(marking.level(act.choice, *skill)?), best))
            })
            .filter(|(_, best)| *best > 0.0)
            .collect();
        if levels.is_empty() {
            continue;
        }
        let (level, best) = levels
            .iter()
            .fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
        shown += weight * level;
        possible += weight * best;
        moments.push(Moment {
            step: *step,
            node: act.node,
            mark: Mark::of(level / best),
        });
    }
    let share = (possible > 0.0).then(|| shown / possible);
    DomainResult { domain, moments, share }
}

impl Mark {
    fn of(share: f64) -> Mark {
        match share {
            share if share >= 0.75 => Mark::Full,
            share if share >= 0.5 => Mark::Half,
            _ => Mark::Empty,
        }
    }
}
