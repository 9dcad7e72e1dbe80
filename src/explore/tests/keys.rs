//! Errors, repairs, owed items and quantiles against every way of playing.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::mixed::{Seen, every_way, keyed, rubric, scenario, scores};
use crate::explore::{Ask, ErrorPlace, Limits, Policy, key_report, policies};
use crate::model::*;
use crate::scoring::{Marking, Walked, score_line};

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_key_can_do_what_some_line_shows(seed in any::<u64>(), nodes in 1_u32..8, loops in any::<bool>()) {
        let scenario = scenario(seed, nodes, loops);
        let key = keyed(&scenario, seed);
        let rubric = rubric();
        let report = key_report(&scenario, &key, &rubric, &Limits::default()).expect("nobody cancels");
        let report = report.expect("small");
        let mut made: BTreeSet<ChoiceIx> = BTreeSet::new();
        let mut at_end: BTreeSet<usize> = BTreeSet::new();
        let mut repaired: BTreeSet<ChoiceIx> = BTreeSet::new();
        for (at, case) in report.cases.iter().enumerate() {
            let Some(seen) = every_way(&scenario, &case.case.draws, case.case.role) else { return Ok(()) };
            let marking = Marking::new(&scenario, &key, &rubric, &case.case.draws, case.case.role);
            let mut settled: BTreeSet<OwedIx> = BTreeSet::new();
            for played in &seen.played {
                let walked = Walked {
                    draws: &case.case.draws,
                    role: case.case.role,
                    taken: &played.taken,
                    end: played.end.as_ref(),
                };
                let line = score_line(&scenario, &key, &rubric, &walked);
                for instance in &line.errors {
                    made.extend(instance.made.map(|(_, choice)| choice));
                    repaired.extend(instance.repaired.map(|step| played.taken[step].choice));
                }
                if let Some(end) = &played.end {
                    let machine = crate::engine::Machine::new(&scenario);
                    let holds = |rule: &usize| machine.holds(end, &key.at_end[*rule].when.cond);
                    at_end.extend((0..key.at_end.len()).filter(holds));
                }
                settled.extend(line.owed.iter().filter(|item| item.settled).map(|item| item.item));
            }
            for item in marking.owed() {
                let owed = &report.owed[item.id.at()];
                prop_assert!(owed.counts_in.contains(&at));
                prop_assert_eq!(owed.never_in.contains(&at), !settled.contains(&item.id), "owed {:?}", item.id);
            }
            spread(&scenario, &key, &rubric, &case.case, &seen)?;
        }
        for error in &report.errors {
            let found = match error.place {
                ErrorPlace::Choice(choice) => made.contains(&choice),
                ErrorPlace::AtEnd(rule) => at_end.contains(&rule),
            };
            prop_assert_eq!(error.made.is_some(), found, "{:?}", error.place);
        }
        for repair in &report.repairs {
            prop_assert_eq!(repair.open, repaired.contains(&repair.choice), "{:?}", repair.choice);
        }
    }
}

/// Quantiles of one case under the random policy.
fn spread(
    scenario: &Scenario,
    key: &Key,
    rubric: &Rubric,
    case: &crate::explore::Case,
    seen: &Seen,
) -> Result<(), TestCaseError> {
    let mut all = scores(scenario, key, rubric, &case.draws, case.role, seen);
    let ask = Ask {
        scenario,
        key: Some(key),
        rubric,
        role: Some(case.role),
        draws: Some(&case.draws),
        quantiles: true,
    };
    let limits = Limits {
        plays: 10,
        ..Limits::default()
    };
    let report = policies(&ask, &[Policy::Random], &limits)
        .expect("nobody cancels")
        .remove(0);
    prop_assert_eq!(report.quantiles.is_some(), !all.is_empty());
    let Some(quantiles) = report.quantiles else {
        return Ok(());
    };
    prop_assert!(quantiles.exact);
    all.sort_by(|left, right| left.0.total_cmp(&right.0));
    let whole: f64 = all.iter().map(|pair| pair.1).sum();
    for (share, found) in [0.05, 0.25, 0.5, 0.75, 0.95].into_iter().zip(quantiles.at) {
        let below = |limit: f64| {
            all.iter()
                .filter(|pair| pair.0 <= limit)
                .map(|pair| pair.1)
                .sum::<f64>()
                / whole
        };
        prop_assert!(below(found + 1e-6) >= share - 1e-9, "{} {}", share, found);
        prop_assert!(below(found - 1e-6) <= share + 1e-9, "{} {}", share, found);
    }
    Ok(())
}
