//! When a condition is decided by a draw nobody has revealed yet: three-valued reading, written out as two-valued conditions.

use crate::model::{Cond, Scenario, Secret, VarIx};

/// Hidden variables a condition reads.
pub(crate) fn hidden_reads(scenario: &Scenario, cond: &Cond) -> Vec<VarIx> {
    let mut found = Vec::new();
    cond.reads(&mut |var| {
        if scenario.vars[var.at()].is_hidden() && !found.contains(&var) {
            found.push(var);
        }
    });
    found
}

/// Holds where the condition is neither surely true nor surely false for someone who knows only revealed draws.
/// `None` where it reads no draw.
pub(super) fn leak(scenario: &Scenario, cond: &Cond) -> Option<Cond> {
    if hidden_reads(scenario, cond).is_empty() {
        return None;
    }
    let open = [surely(scenario, cond, true), surely(scenario, cond, false)];
    let shut = open.map(|sure| Cond::Not(Box::new(sure)));
    Some(Cond::All(shut.into()))
}

/// The condition has this truth whatever the unrevealed draws are (each atom taken by itself).
fn surely(scenario: &Scenario, cond: &Cond, truth: bool) -> Cond {
    match cond {
        Cond::Not(inner) => surely(scenario, inner, !truth),
        Cond::All(list) | Cond::Any(list) => {
            let parts = list.iter().map(|inner| surely(scenario, inner, truth)).collect();
            if matches!(cond, Cond::All(_)) == truth {
                Cond::All(parts)
            } else {
                Cond::Any(parts)
            }
        }
        atom => {
            let mut parts: Vec<Cond> = hidden_reads(scenario, atom)
                .into_iter()
                .map(|var| Cond::Revealed(Secret::Var(var)))
                .collect();
            parts.push(if truth {
                atom.clone()
            } else {
                Cond::Not(Box::new(atom.clone()))
            });
            Cond::All(parts)
        }
    }
}
