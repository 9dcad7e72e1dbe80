//! Errors along a line: what happened, what was repaired, what grew by repetition.

use super::Taken;
use crate::engine::{Machine, State};
use crate::model::{ChoiceIx, ErrorIx, Key, KeyError, Level, Rubric, Scenario};

/// One error made once.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    pub error: ErrorIx,
    /// After the key's override and after escalation.
    pub severity: Level,
    /// Step (from 0) and choice; `None` for what was never done, which stands only at the end.
    pub made: Option<(usize, ChoiceIx)>,
    /// The step that repaired it.
    pub repaired: Option<usize>,
    pub because: Option<String>,
}

/// Within one choice repairs act before errors; a repair closes every open instance; a later one is open again.
pub(super) fn trace(
    scenario: &Scenario,
    key: &Key,
    rubric: &Rubric,
    taken: &[Taken],
    end: Option<&State>,
) -> Vec<Instance> {
    let mut list: Vec<Instance> = Vec::new();
    for (step, act) in taken.iter().enumerate() {
        let Some(rated) = key.choice(scenario, act.choice) else {
            continue;
        };
        for repair in &rated.repairs {
            let repairable = rubric.errors[repair.at()].repairable;
            let open = list
                .iter_mut()
                .filter(|known| repairable && known.error == *repair && known.repaired.is_none());
            open.for_each(|known| known.repaired = Some(step));
        }
        for error in &rated.errors {
            let instance = instance(rubric, &list, error, Some((step, act.choice)));
            list.push(instance);
        }
    }
    if let Some(state) = end {
        let machine = Machine::new(scenario);
        for rule in key.at_end.iter().filter(|rule| machine.holds(state, &rule.when.cond)) {
            for error in &rule.errors {
                let mut instance = instance(rubric, &list, error, None);
                instance.because = instance.because.or_else(|| rule.because.clone());
                list.push(instance);
            }
        }
    }
    list
}

fn instance(rubric: &Rubric, before: &[Instance], error: &KeyError, made: Option<(usize, ChoiceIx)>) -> Instance {
    let kind = &rubric.errors[error.error.at()];
    let nth = before.iter().filter(|known| known.error == error.error).count() + 1;
    let grown = kind
        .escalate
        .filter(|escalate| nth >= escalate.after as usize)
        .map(|escalate| escalate.to);
    let severity = error.severity.unwrap_or(kind.severity);
    Instance {
        error: error.error,
        severity: grown.map_or(severity, |grown| grown.max(severity)),
        made,
        repaired: None,
        because: error.because.clone(),
    }
}
