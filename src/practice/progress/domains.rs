//! Domains over many conversations: Σ w·level / Σ w·best level, with n and interval. Never a bar from one conversation.

use std::collections::HashSet;

use crate::engine::Draws;
use crate::model::{DomainIx, Name, RoleIx};
use crate::practice::history::Judged;
use crate::practice::observation::{observe, open_choices};
use crate::practice::statistics::{Interval, wilson};
use crate::practice::{History, Pool};
use crate::scoring::Marking;

/// Fewer decisions, or for a domain a single conversation, show no share.
pub const MIN_DECISIONS: usize = 3;

#[derive(Clone, Debug, PartialEq)]
pub struct DomainProgress {
    pub domain: DomainIx,
    /// First answers to decisions that test it.
    pub n: usize,
    /// Conversations they come from.
    pub scenarios: usize,
    /// `None` from fewer than three decisions or from one conversation.
    pub share: Option<Interval>,
}

pub(super) fn domains(pool: &Pool, history: &History) -> Vec<DomainProgress> {
    struct Sum<'a> {
        shown: f64,
        best: f64,
        n: usize,
        scenarios: HashSet<&'a Name>,
    }
    let count = pool.rubric.domains.len();
    let mut sums: Vec<Sum<'_>> = Vec::new();
    sums.resize_with(count, || Sum {
        shown: 0.0,
        best: 0.0,
        n: 0,
        scenarios: HashSet::new(),
    });
    for answer in &history.first {
        let decision = &pool.decisions[answer.decision];
        let draws = draws(pool, answer);
        // The role decides which choices exist for a few decisions only; the first is the usual one.
        let marking = Marking::new(&decision.scenario, &decision.key, &pool.rubric, &draws, RoleIx(0));
        let Some(seen) = observe(
            &marking,
            decision.node,
            Some(answer.choice),
            &open_choices(&marking, decision.node),
        ) else {
            continue;
        };
        for (at, sum) in sums.iter_mut().enumerate() {
            if let Some((shown, best)) = seen.of_domain(&pool.rubric, DomainIx::new(at)) {
                sum.shown += seen.weight * shown;
                sum.best += seen.weight * best;
                sum.n += 1;
                sum.scenarios.insert(&decision.scenario.id);
            }
        }
    }
    let done = sums.into_iter().enumerate().map(|(at, sum)| {
        let enough = sum.n >= MIN_DECISIONS && sum.scenarios.len() > 1 && sum.best > 0.0;
        DomainProgress {
            domain: DomainIx::new(at),
            n: sum.n,
            scenarios: sum.scenarios.len(),
            share: enough.then(|| wilson(sum.shown / sum.best, sum.n)).flatten(),
        }
    });
    done.collect()
}

fn draws(pool: &Pool, answer: &Judged) -> Draws {
    Draws::from_names(&pool.decisions[answer.decision].scenario, &answer.draws)
}
