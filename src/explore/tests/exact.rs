//! The compiled program against the machine, and exact scores against every way of playing.

use proptest::prelude::*;

use super::mixed::{every_way, keyed, rubric, scenario, scores};
use crate::engine::{Draws, Machine, Silent};
use crate::explore::dice::Dice;
use crate::explore::program::{Blind, Program, Runner, Spot, Thing, Wants};
use crate::explore::references;
use crate::model::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_program_moves_as_the_machine_does(seed in any::<u64>(), nodes in 1_u32..9) {
        let scenario = scenario(seed, nodes, true);
        let mut dice = Dice::new(seed);
        for draws in Draws::all(&scenario) {
            let role = RoleIx(dice.below(2) as u32);
            walk_side_by_side(&scenario, &draws, role, &mut dice)?;
        }
    }

    #[test]
    fn references_are_those_of_every_way_of_playing(seed in any::<u64>(), nodes in 1_u32..9, loops in any::<bool>()) {
        let scenario = scenario(seed, nodes, loops);
        let key = keyed(&scenario, seed);
        let rubric = rubric();
        for draws in Draws::all(&scenario) {
            let Some(seen) = every_way(&scenario, &draws, RoleIx(1)) else { continue };
            let scores = scores(&scenario, &key, &rubric, &draws, RoleIx(1), &seen);
            let found = references(&scenario, &key, &rubric, &draws, RoleIx(1));
            prop_assert_eq!(found.is_some(), !scores.is_empty());
            let Some(found) = found else { continue };
            let chance: f64 = scores.iter().map(|(_, chance)| chance).sum();
            let mean: f64 = scores.iter().map(|(score, chance)| score * chance).sum::<f64>() / chance;
            let square: f64 = scores.iter().map(|(score, chance)| (score - mean).powi(2) * chance).sum::<f64>() / chance;
            let best = scores.iter().map(|pair| pair.0).fold(0.0, f64::max);
            let worst = scores.iter().map(|pair| pair.0).fold(100.0, f64::min);
            prop_assert!((found.random.mean - mean).abs() < 1e-6, "mean {} {}", found.random.mean, mean);
            prop_assert!((found.random.sd - square.sqrt()).abs() < 1e-4, "sd {} {}", found.random.sd, square.sqrt());
            prop_assert!((found.best - best).abs() < 1e-6, "best {} {}", found.best, best);
            prop_assert!((found.worst - worst).abs() < 1e-6, "worst {} {}", found.worst, worst);
            let taken = seen.played.iter().find(|played| played.taken == found.best_path);
            prop_assert!(taken.is_some_and(|played| played.end.is_some()), "the best path is a way of playing");
        }
    }
}

fn walk_side_by_side(scenario: &Scenario, draws: &Draws, role: RoleIx, dice: &mut Dice) -> Result<(), TestCaseError> {
    let machine = Machine::new(scenario);
    let wants = Wants {
        watch: true,
        ..Wants::default()
    };
    let program = Program::compile(scenario, role, draws, wants);
    let mut runner = Runner::new(&program);
    let start = machine.start(role, draws, &mut Silent);
    let spot = runner.start(&mut Blind);
    let Ok(mut state) = start else {
        prop_assert_eq!(spot, Spot::STUCK);
        return Ok(());
    };
    let mut spot = spot;
    for _ in 0..30 {
        let at = match state.at {
            Target::Node(node) => Spot(node.0),
            Target::Ending(ending) => Spot(scenario.nodes.len() as u32 + ending.0),
        };
        prop_assert_eq!(spot, at);
        for (cell, value) in program.cells.iter().zip(&runner.cells) {
            let flag = |bit: usize| i32::from(state.flag(bit));
            let layout = machine.layout();
            let there = match cell.thing {
                Thing::Var(var) => state.vars[var.at()],
                Thing::Visited(node) => flag(layout.visited(node)),
                Thing::Chosen(choice) => flag(layout.chosen(choice)),
                Thing::Revealed(secret) => flag(layout.revealed(secret)),
                Thing::Present(person) => flag(layout.present(person)),
                Thing::Met(_) | Thing::Settled(_) => continue,
            };
            prop_assert_eq!(*value, there, "{:?}", cell.thing);
        }
        let offered: Vec<ChoiceIx> = machine
            .offers(&state)
            .filter(|offer| !offer.locked)
            .map(|offer| offer.choice)
            .collect();
        let ours: Vec<ChoiceIx> = program
            .choices_of(spot.at())
            .filter(|at| program.choices[*at].offered(&runner.cells))
            .map(ChoiceIx::new)
            .collect();
        prop_assert_eq!(&offered, &ours);
        if offered.is_empty() {
            break;
        }
        let choice = offered[dice.below(offered.len())];
        let taken = machine.take(&mut state, choice, &mut Silent);
        spot = runner.take(choice, &mut Blind);
        prop_assert_eq!(taken.is_err(), spot == Spot::STUCK);
        if taken.is_err() {
            break;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_record_keeps_what_was_shown_and_chosen(seed in any::<u64>(), nodes in 1_u32..9) {
        let scenario = scenario(seed, nodes, true);
        let machine = Machine::new(&scenario);
        let draws = Draws::from_seed(&scenario, seed);
        let mut dice = Dice::new(seed);
        let mut record = crate::engine::Record::default();
        for line in 0..2 {
            record.begin(&scenario, seed + line);
            let Ok(mut state) = machine.start(RoleIx(0), &draws, &mut Silent) else { return Ok(()) };
            let mut visits = vec![0; scenario.nodes.len()];
            let mut steps: Vec<Step> = Vec::new();
            for _ in 0..12 {
                let Target::Node(node) = state.at else { break };
                let order = crate::engine::order(&scenario, seed + line, node, visits[node.at()]);
                visits[node.at()] += 1;
                let offers: Vec<crate::engine::Offer> =
                    order.into_iter().filter_map(|choice| machine.offer(&state, choice)).collect();
                prop_assert_eq!(record.menu(&machine, &state), offers.as_slice());
                let open: Vec<ChoiceIx> =
                    offers.iter().filter(|offer| !offer.locked).map(|offer| offer.choice).collect();
                if open.is_empty() {
                    break;
                }
                let choice = open[dice.below(open.len())];
                if record.take(&machine, &mut state, choice, &mut Silent).is_err() {
                    break;
                }
                let id = |choice: ChoiceIx| scenario.choice(choice).id.clone();
                let offered = offers.iter().map(|offer| Offered { choice: id(offer.choice), locked: offer.locked });
                steps.push(Step {
                    node: scenario.node(node).id.clone(),
                    offered: offered.collect(),
                    chosen: id(choice),
                    ..Step::default()
                });
            }
            prop_assert_eq!(record.steps(&scenario), steps);
        }
    }
}
