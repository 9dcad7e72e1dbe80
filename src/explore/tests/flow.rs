//! Reachability, conditions, ranges, endings and witnesses against every way of playing.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::mixed::{Seen, every_way, scenario};
use crate::engine::{Machine, Silent};
use crate::explore::{Analysis, ConditionPlace, Limits, Why, Witness, analyse};
use crate::model::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_reachable_is_what_some_way_of_playing_meets(seed in any::<u64>(), nodes in 1_u32..9, loops in any::<bool>()) {
        let scenario = scenario(seed, nodes, loops);
        let analysis = analyse(&scenario, &Limits::default()).expect("nobody cancels");
        prop_assert!(analysis.method.is_exact() && analysis.lines.is_exact());
        let mut every: Vec<Seen> = Vec::new();
        for report in &analysis.cases {
            match every_way(&scenario, &report.case.draws, report.case.role) {
                Some(seen) => every.push(seen),
                None => return Ok(()),
            }
        }
        prop_assert!(analysis.loops.is_empty(), "every way of playing ends");
        for (report, seen) in analysis.cases.iter().zip(&every) {
            for at in 0..scenario.nodes.len() {
                prop_assert_eq!(report.nodes[at], seen.nodes.contains_key(&NodeIx::new(at)), "node {}", at);
            }
            for at in 0..scenario.choices.len() {
                prop_assert_eq!(report.choices[at], seen.choices.contains_key(&ChoiceIx::new(at)), "choice {}", at);
            }
            for (at, chance) in report.endings.iter().enumerate() {
                let ended = |played: &&super::mixed::Played| {
                    played.end.as_ref().and_then(|end| end.ended()) == Some(EndingIx::new(at))
                };
                let found: f64 = seen.played.iter().filter(ended).map(|played| played.chance).sum();
                prop_assert!((chance - found).abs() < 1e-9, "ending {}: {} {}", at, chance, found);
            }
        }
        let ways = every.iter().flat_map(|seen| &seen.played).filter(|played| played.end.is_some()).count();
        prop_assert_eq!(analysis.ways, ways as f64);
        let lost = every.iter().flat_map(|seen| &seen.played).any(|played| played.end.is_none());
        let stuck_start = every.iter().any(|seen| seen.played.is_empty());
        prop_assert_eq!(!analysis.dead_ends.is_empty(), lost || stuck_start);
        conditions(&scenario, &analysis, &every)?;
        ranges(&scenario, &analysis, &every)?;
    }

    #[test]
    fn witnesses_can_be_played_and_are_shortest(seed in any::<u64>(), nodes in 1_u32..9) {
        let scenario = scenario(seed, nodes, true);
        let analysis = analyse(&scenario, &Limits::default()).expect("nobody cancels");
        let every: Option<Vec<Seen>> =
            analysis.cases.iter().map(|report| every_way(&scenario, &report.case.draws, report.case.role)).collect();
        let Some(every) = every else {
            // Some line does not end, or there are very many: then only that the rounds are rounds.
            for found in &analysis.loops {
                round(&scenario, &analysis, &found.witness, &found.round)?;
            }
            return Ok(());
        };
        for (at, report) in analysis.nodes.iter().enumerate() {
            let fewest = every.iter().filter_map(|seen| seen.nodes.get(&NodeIx::new(at))).min();
            prop_assert_eq!(report.reached.map(|witness| witness.steps), fewest.copied());
        }
        for (at, report) in analysis.choices.iter().enumerate() {
            let fewest = every.iter().filter_map(|seen| seen.choices.get(&ChoiceIx::new(at))).min();
            prop_assert_eq!(report.taken.map(|witness| witness.steps), fewest.copied());
            if let Some(witness) = &report.taken {
                prop_assert_eq!(analysis.paths.steps(witness).last().copied(), Some(ChoiceIx::new(at)));
                plays(&scenario, &analysis, witness)?;
            }
        }
        for dead_end in &analysis.dead_ends {
            if dead_end.why == Why::NothingOffered {
                let state = plays(&scenario, &analysis, &dead_end.witness)?;
                prop_assert_eq!(state.map(|state| state.at), Some(Target::Node(dead_end.node)));
            }
        }
        for leak in &analysis.leaks {
            plays(&scenario, &analysis, &leak.witness)?;
        }
    }
}

/// Plays a witness with the machine; `None` where its last step gets stuck.
fn plays(
    scenario: &Scenario,
    analysis: &Analysis,
    witness: &Witness,
) -> Result<Option<crate::engine::State>, TestCaseError> {
    let machine = Machine::new(scenario);
    let case = analysis.paths.case(witness).expect("a case");
    let steps = analysis.paths.steps(witness);
    prop_assert_eq!(steps.len(), witness.steps as usize);
    let Ok(mut state) = machine.start(case.role, &case.draws, &mut Silent) else {
        prop_assert!(steps.is_empty());
        return Ok(None);
    };
    for (at, choice) in steps.iter().enumerate() {
        let taken = machine.take(&mut state, *choice, &mut Silent);
        if at + 1 == steps.len() && matches!(taken, Err(crate::engine::Refused::Stuck(_))) {
            return Ok(None);
        }
        prop_assert!(taken.is_ok(), "{:?} at {}", taken, at);
    }
    Ok(Some(state))
}

/// Going round again and again never stops being possible.
fn round(scenario: &Scenario, analysis: &Analysis, witness: &Witness, round: &[ChoiceIx]) -> Result<(), TestCaseError> {
    let machine = Machine::new(scenario);
    let Some(mut state) = plays(scenario, analysis, witness)? else {
        return Ok(());
    };
    prop_assert!(!round.is_empty());
    for _ in 0..50 {
        for choice in round {
            let taken = machine.take(&mut state, *choice, &mut Silent);
            prop_assert!(taken.is_ok(), "{:?}", taken);
        }
    }
    Ok(())
}

fn conditions(scenario: &Scenario, analysis: &Analysis, every: &[Seen]) -> Result<(), TestCaseError> {
    let mut lines: BTreeMap<(String, usize), u32> = BTreeMap::new();
    let mut whens: BTreeMap<(ChoiceIx, bool), u32> = BTreeMap::new();
    for seen in every {
        for (line, steps) in &seen.lines {
            let known = lines.entry(line.clone()).or_insert(*steps);
            *known = (*known).min(*steps);
        }
        for (when, steps) in &seen.whens {
            let known = whens.entry(*when).or_insert(*steps);
            *known = (*known).min(*steps);
        }
    }
    for condition in &analysis.conditions {
        let steps = |witness: Option<Witness>| witness.map(|witness| witness.steps);
        match condition.place {
            ConditionPlace::Choice(choice) => {
                prop_assert_eq!(steps(condition.seen_true), whens.get(&(choice, true)).copied());
                prop_assert_eq!(steps(condition.seen_false), whens.get(&(choice, false)).copied());
            }
            ConditionPlace::Line(place, index) => {
                let told = lines.get(&(format!("{place:?}"), index)).copied();
                prop_assert_eq!(steps(condition.seen_true), told, "{:?} {}", place, index);
            }
            _ => {}
        }
    }
    let guarded = scenario.choices.iter().filter(|choice| choice.when.is_some()).count();
    let reported = analysis
        .conditions
        .iter()
        .filter(|known| matches!(known.place, ConditionPlace::Choice(_)))
        .count();
    prop_assert_eq!(guarded, reported);
    Ok(())
}

fn ranges(scenario: &Scenario, analysis: &Analysis, every: &[Seen]) -> Result<(), TestCaseError> {
    for (at, report) in analysis.nodes.iter().enumerate() {
        let decision = matches!(scenario.nodes[at].then, Then::Decision { .. });
        for (var, range) in report.ranges.iter().enumerate() {
            let values = every.iter().flat_map(|seen| &seen.values);
            let values = values
                .filter(|(node, which, _)| node.at() == at && *which == var)
                .map(|value| value.2);
            let found = values.fold(None, |range: Option<(i32, i32)>, value| {
                Some(range.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
            });
            if decision {
                prop_assert_eq!(*range, found, "node {} variable {}", at, var);
            } else if let Some((low, high)) = found {
                let inside = range.is_some_and(|range| range.0 <= low && high <= range.1);
                prop_assert!(inside, "node {} variable {}: {:?} {:?}", at, var, range, found);
            }
        }
    }
    Ok(())
}
