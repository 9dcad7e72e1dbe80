//! Seeded plays against exact numbers; seeds are fixed, so nothing here fails by chance.

use super::build::*;
use super::mixed::{keyed, rubric, scenario};
use crate::engine::{Draws, Machine, Offer, Silent};
use crate::explore::dice::Dice;
use crate::explore::{Ask, Limits, Method, Player, Policy, Progress, Weights, analyse, policies, simulate};
use crate::model::*;

fn weights(scenario: &Scenario) -> Policy {
    let by = (0..scenario.choices.len())
        .step_by(2)
        .map(|at| (scenario.address(ChoiceIx::new(at)), 3.0));
    Policy::Weighted(Weights {
        name: "even".into(),
        by: by.collect(),
        otherwise: 1.0,
    })
}

#[test]
fn plays_agree_with_exact_numbers_within_four_standard_errors() {
    let (mut compared, mut apart) = (0, 0);
    for seed in 0..30 {
        let scenario = scenario(seed * 7919, 3 + (seed % 6) as u32, seed % 2 == 0);
        let key = keyed(&scenario, seed);
        let rubric = rubric();
        let ask = Ask {
            scenario: &scenario,
            key: Some(&key),
            rubric: &rubric,
            role: None,
            draws: None,
            quantiles: false,
        };
        let limits = Limits {
            seed,
            plays: 10,
            ..Limits::default()
        };
        let mut list = vec![Policy::Random, weights(&scenario)];
        list.extend(Policy::KNOW_NOTHING);
        let exact = policies(&ask, &list, &limits).unwrap();
        for exact in exact.iter().filter(|report| report.method.is_exact()) {
            let played = simulate(&ask, &exact.policy, 1_000, &limits).unwrap();
            for (at, (chance, error)) in played.endings.iter().enumerate() {
                // A share of 0 or 1 has no error of its own: one play in 1,000 is taken instead.
                let error = error.max(0.001);
                let off = (chance - exact.endings[at].0).abs();
                assert!(
                    off <= 4.0 * error,
                    "{} {at}: {chance} {}",
                    exact.policy.name(),
                    exact.endings[at].0
                );
            }
            let (Some(mine), Some(theirs)) = (exact.score, played.score) else {
                continue;
            };
            compared += 1;
            apart += usize::from((mine.mean - theirs.mean).abs() > 2.0 * played.error + 1e-9);
            let off = (mine.mean - theirs.mean).abs();
            assert!(
                off <= 4.0 * played.error + 1e-9,
                "{}: {} {}",
                exact.policy.name(),
                mine.mean,
                theirs.mean
            );
        }
    }
    assert!(compared > 100, "{compared}");
    // Two standard errors leave about 5 % outside: far fewer would mean the errors are too wide.
    assert!(apart > 0 && apart < compared / 8, "{apart} of {compared}");
}

#[test]
fn a_policy_sees_the_words_and_chooses_evenly_where_they_are_alike() {
    let texts = [
        "No.",
        "May I sit with you for a while?",
        "I can see how hard this is, truly.",
    ];
    let list = |at: usize| end(u32::from(at > 0));
    let choices = texts.iter().enumerate().map(|(at, text)| choice(list(at)).text(text));
    let mut play = Play {
        endings: 2,
        ..Play::default()
    };
    play.nodes.push(decide(choices));
    let scenario = play.scenario();
    let rubric = rubric();
    let takes = |policy: Policy| {
        let ask = Ask {
            scenario: &scenario,
            key: None,
            rubric: &rubric,
            role: None,
            draws: None,
            quantiles: false,
        };
        policies(&ask, &[policy], &Limits::default()).unwrap().remove(0).takes
    };
    assert_eq!(takes(Policy::First), [1.0, 0.0, 0.0]);
    assert_eq!(takes(Policy::Shortest), [1.0, 0.0, 0.0]);
    assert_eq!(takes(Policy::Longest), [0.0, 0.0, 1.0]);
    assert_eq!(takes(Policy::Kindest), [0.0, 0.0, 1.0]);
    assert_eq!(takes(Policy::QuestionMark), [0.0, 1.0, 0.0]);
    assert_eq!(takes(Policy::AsksPermission), [0.0, 1.0, 0.0]);
    let third = 1.0 / 3.0;
    assert_eq!(takes(Policy::SilenceOrGesture), [third, third, third]);
    let own = Policy::Weighted(Weights {
        name: "own".into(),
        by: vec![("n0/c1".into(), 2.0), ("n0/c2".into(), 0.0)],
        otherwise: 6.0,
    });
    assert_eq!(own.unknown(&scenario), Vec::<String>::new());
    assert_eq!(takes(own), [0.75, 0.25, 0.0]);
}

/// Twelve bools that an ending's line reads one by one, and decisions that turn them: 4,096 states and more.
fn wide() -> Scenario {
    let mut play = Play {
        vars: (0..12).map(|_| var(VarKind::Bool, 0)).collect(),
        endings: 2,
        ..Play::default()
    };
    for at in 0..12_u32 {
        let turn = effect(Change::Set(VarIx(at), Num::Lit(1)));
        play.nodes
            .push(decide([choice(node(at + 1)), choice(node(at + 1)).effects([turn])]));
    }
    let all = (0..12).map(|at| is(at, 1)).collect();
    play.nodes.push(Moment {
        go: vec![(Some(Cond::All(all)), end(0)), (None, end(1))],
        ..Moment::default()
    });
    play.scenario()
}

#[test]
fn over_budget_it_says_so_and_samples() {
    let scenario = wide();
    let exact = analyse(&scenario, &Limits::default()).unwrap();
    assert!(exact.method.is_exact());
    assert_eq!(exact.endings[0].random, 0.5_f64.powi(12));
    assert_eq!(exact.ways, 4096.0);
    let small = Limits {
        budget: 500,
        plays: 2_000,
        ..Limits::default()
    };
    let sampled = analyse(&scenario, &small).unwrap();
    assert_eq!(sampled.method, Method::Sampled { plays: 2_000, seed: 1 });
    assert_eq!(sampled.unreachable_nodes().count(), 0, "sampling proves nothing");
    assert!(
        sampled
            .conditions
            .iter()
            .all(|condition| !condition.proved && !condition.never_true())
    );
    let last = &sampled.endings[1];
    let witness = last.reached.unwrap();
    assert_eq!(sampled.paths.steps(&witness).len(), 12);
    assert!((last.random - exact.endings[1].random).abs() < 4.0 * last.error.max(0.0005));
}

#[test]
fn the_number_of_cores_changes_nothing() {
    let scenario = wide();
    let key = key(&scenario, |choice| [2, -1][choice.at() % 2]);
    let rubric = rubric();
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let ask = Ask {
                scenario: &scenario,
                key: Some(&key),
                rubric: &rubric,
                role: None,
                draws: None,
                quantiles: true,
            };
            let report = simulate(&ask, &Policy::Random, 1_000, &Limits::default()).unwrap();
            (report.score, report.quantiles, report.takes, report.endings)
        })
    };
    assert_eq!(run(1), run(3));
}

#[test]
fn it_stops_when_told() {
    let scenario = wide();
    let tick = |_: Progress| false;
    let limits = Limits {
        budget: 100,
        tick: Some(&tick),
        ..Limits::default()
    };
    assert!(analyse(&scenario, &limits).is_err());
}

/// Flow that reads nothing, and a last line that reads twelve bools.
#[test]
fn lines_that_need_too_many_states_are_sampled_and_the_flow_stays_exact() {
    let mut play = Play {
        vars: (0..12).map(|_| var(VarKind::Bool, 0)).collect(),
        endings: 1,
        ..Play::default()
    };
    for at in 0..12_u32 {
        let turn = effect(Change::Set(VarIx(at), Num::Lit(1)));
        play.nodes
            .push(decide([choice(node(at + 1)), choice(node(at + 1)).effects([turn])]));
    }
    let mut last = decide([choice(end(0))]);
    last.say = vec![Some(is(0, 1)), Some(Cond::All((0..12).map(|at| is(at, 1)).collect()))];
    play.nodes.push(last);
    let scenario = play.scenario();
    let limits = Limits {
        budget: 500,
        plays: 500,
        ..Limits::default()
    };
    let analysis = analyse(&scenario, &limits).unwrap();
    assert_eq!(analysis.method, Method::Exact { states: 14 });
    assert_eq!(analysis.lines, Method::Sampled { plays: 500, seed: 1 });
    assert!(analysis.conditions[0].seen_true.is_some() && analysis.conditions[0].seen_false.is_some());
    assert!(
        !analysis.conditions[1].never_true(),
        "one in 4,096 may not come up in 500 plays"
    );
    assert_eq!(analysis.nodes[12].ranges[0], Some((0, 1)));
    assert_eq!(analysis.choices[0].taken.unwrap().steps, 1);
}

/// Two thousand decisions that all lead anywhere, each choice usable once: far more states than can be kept.
#[test]
fn a_monster_ends_soon_and_says_it_was_sampled() {
    let mut dice = crate::explore::dice::Dice::new(5);
    let mut play = Play {
        endings: 1,
        ..Play::default()
    };
    for _ in 0..2_000 {
        let mut to = || node(dice.below(2_000) as u32);
        let (left, right) = (to(), to());
        play.nodes.push(decide([choice(left).once(), choice(right).once()]));
    }
    let scenario = play.scenario();
    let limits = Limits {
        budget: 50_000,
        plays: 64,
        ..Limits::default()
    };
    let analysis = analyse(&scenario, &limits).unwrap();
    assert!(!analysis.method.is_exact());
    assert!(
        !analysis.dead_ends.is_empty(),
        "every line runs out of choices somewhere"
    );
}

/// The hurried player and the engine, choice by choice, over scenarios with everything in them: the same menus and the same ends.
#[test]
fn the_hurried_player_walks_as_the_engine_does() {
    let mut ended = 0;
    for seed in 0..60 {
        let scenario = scenario(seed * 104_729, 3 + (seed % 6) as u32, seed % 2 == 0);
        let draws = Draws::from_seed(&scenario, seed);
        let player = Player::new(&scenario, RoleIx(0), &draws);
        let mut playing = player.begin();
        let machine = Machine::new(&scenario);
        for play in 0..20 {
            let mut dice = Dice::of(seed, play);
            let mut state = machine.start(RoleIx(0), &draws, &mut Silent).ok();
            let end = playing.play(|count| {
                let picked = dice.below(count);
                let Some(mut at) = state.take() else { return picked };
                let open: Vec<Offer> = machine.offers(&at).filter(|offer| !offer.locked).collect();
                assert_eq!(open.len(), count, "seed {seed}, play {play}");
                if let Some(offer) = open.get(picked)
                    && machine.take(&mut at, offer.choice, &mut Silent).is_ok()
                {
                    state = Some(at);
                }
                picked
            });
            let walked = state.and_then(|state| state.ended());
            assert_eq!(end, walked, "seed {seed}, play {play}");
            ended += usize::from(end.is_some());
        }
    }
    assert!(ended > 600, "{ended} of 1,200 plays ended");
}
