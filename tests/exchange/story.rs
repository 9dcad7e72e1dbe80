//! ink and Twee out of every shipped scenario.

use bedside::engine::Draws;
use bedside::exchange::{import, story};
use bedside::explore::Player;
use bedside::model::RoleIx;

use crate::shelf::{loaded, rubric, scenarios};

/// A small generator; the tests need variety, not chance.
fn next(state: &mut u64) -> usize {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap()
}

#[test]
fn ink_compiles_and_plays_to_an_end() {
    for scenario in scenarios() {
        let ink = story::ink(&scenario);
        let json = bladeink_compiler::Compiler::new()
            .compile(&ink)
            .unwrap_or_else(|fault| panic!("{}: {fault:?}", scenario.id));
        let mut chance = 7;
        for _ in 0..3 {
            let mut story = bladeink::story::Story::new(&json).unwrap();
            let mut steps = 0;
            loop {
                let told = story
                    .continue_maximally()
                    .unwrap_or_else(|fault| panic!("{}: {fault:?}", scenario.id));
                let choices = story.get_current_choices();
                if choices.is_empty() {
                    assert!(!told.trim().is_empty(), "{} ends without a word", scenario.id);
                    break;
                }
                assert!(choices.iter().all(|choice| !choice.text.trim().is_empty()));
                let chosen = next(&mut chance) % choices.len();
                story.choose_choice_index(chosen).unwrap();
                steps += 1;
                assert!(steps < 200, "{} goes on for ever", scenario.id);
            }
            assert!(steps >= 2, "{} is over after {steps} choices", scenario.id);
        }
    }
}

#[test]
fn twee_comes_back_as_a_scenario_that_loads_and_plays() {
    let rubric = rubric();
    for scenario in scenarios() {
        let twee = story::twee(&scenario);
        for node in &scenario.nodes {
            assert!(
                twee.contains(&format!(":: {}\n", node.id.replace('-', "_"))),
                "{}/{} is missing",
                scenario.id,
                node.id
            );
        }
        let imported = import::twee(&twee, "comes-back").unwrap();
        let back =
            loaded("comes-back", &imported.text, &rubric).unwrap_or_else(|faults| panic!("{}: {faults}", scenario.id));
        assert!(
            back.choices.len() >= scenario.choices.len() / 2,
            "{}: {} of {} choices",
            scenario.id,
            back.choices.len(),
            scenario.choices.len()
        );
        let player = Player::new(&back, RoleIx(0), &Draws::from_seed(&back, 1));
        let mut playing = player.begin();
        let mut chance = 3;
        let ended = (0..50)
            .filter(|_| playing.play(|offered| next(&mut chance) % offered).is_some())
            .count();
        assert!(ended > 0, "{} never ends", scenario.id);
    }
}
