//! One keyed decision as it counts: what was earned and shown, and what the best choice on offer would have earned and shown.

use crate::model::{ChoiceIx, DomainIx, NodeIx, Rubric, SkillIx};
use crate::scoring::Marking;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Observation {
    pub(super) node: NodeIx,
    pub(super) weight: f64,
    /// 0 … 1
    pub(super) credit: f64,
    /// Best credit among the choices on offer.
    pub(super) best: f64,
    /// Mean credit among them: what choosing at random earns.
    pub(super) random: f64,
    /// Skill, level shown, best level on offer; only skills of which something could be shown.
    pub(super) levels: Vec<(SkillIx, u8, u8)>,
}

/// Choices of a decision that the draw and the role leave open, whatever was said before.
#[must_use]
pub(super) fn open_choices(marking: &Marking<'_>, node: NodeIx) -> Vec<ChoiceIx> {
    let all = marking.scenario.choices_of(node);
    all.filter(|choice| marking.feasible.choice(*choice)).collect()
}

/// `chosen` `None` is a decision left unanswered: nothing earned, nothing shown. `None` where the key does not rate it.
#[must_use]
pub(super) fn observe(
    marking: &Marking<'_>,
    node: NodeIx,
    chosen: Option<ChoiceIx>,
    open: &[ChoiceIx],
) -> Option<Observation> {
    let decision = marking.key.decision(node)?;
    let credit = match chosen {
        Some(choice) => marking.credit(choice)?,
        None => 0.0,
    };
    let credits: Vec<f64> = open.iter().filter_map(|choice| marking.credit(*choice)).collect();
    let levels = decision.tests.iter().filter_map(|skill| {
        let best = open.iter().filter_map(|choice| marking.level(*choice, *skill)).max()?;
        let shown = chosen.and_then(|choice| marking.level(choice, *skill)).unwrap_or(0);
        (best > 0).then_some((*skill, shown, best))
    });
    Some(Observation {
        node,
        weight: marking.weight(node)?,
        credit,
        best: credits.iter().copied().reduce(f64::max)?,
        random: credits.iter().sum::<f64>() / credits.len() as f64,
        levels: levels.collect(),
    })
}

impl Observation {
    /// Σ level and Σ best level over the skills of a domain; `None` where it tests none of them.
    #[must_use]
    pub(super) fn of_domain(&self, rubric: &Rubric, domain: DomainIx) -> Option<(f64, f64)> {
        let in_domain = |skill: &SkillIx| {
            rubric
                .skills
                .get(skill.at())
                .is_some_and(|about| about.domain == domain)
        };
        let of = self.levels.iter().filter(|(skill, _, _)| in_domain(skill));
        let (shown, best) = of.fold((0.0, 0.0), |sum, (_, shown, best)| {
            (sum.0 + f64::from(*shown), sum.1 + f64::from(*best))
        });
        (best > 0.0).then_some((shown, best))
    }
}
