//! What the house promises of every conversation it ships, and of all of them together: shape, teaching, keys, no give-aways.
#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "../examples/two_weeks.rs"]
#[allow(dead_code)]
mod two_weeks;

use std::sync::OnceLock;

use bedside::explore::{Ask, Limits, Method, Policy, PolicyReport, analyse, policies};
use bedside::model::{Act, ChoiceIx, EndingKind, Key, Library, NodeIx, Scenario};

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(two_weeks::shipped)
}

fn each() -> impl Iterator<Item = (&'static Scenario, &'static Key)> {
    library().entries.iter().map(|entry| {
        let scenario = entry
            .scenario
            .as_ref()
            .unwrap_or_else(|| panic!("{} is broken", entry.id));
        let [key] = &*entry.keys else {
            panic!("{} has {} keys", entry.id, entry.keys.len())
        };
        (&**scenario, &**key)
    })
}

fn earned(scenario: &Scenario, key: &Key, which: &[Policy]) -> Vec<PolicyReport> {
    let ask = Ask {
        scenario,
        key: Some(key),
        rubric: &library().rubric,
        role: None,
        draws: None,
        quantiles: false,
    };
    policies(&ask, which, &Limits::default()).unwrap()
}

fn rating(scenario: &Scenario, key: &Key, choice: ChoiceIx) -> f64 {
    let rated = key.choice(scenario, choice);
    rated
        .unwrap_or_else(|| panic!("{} is not rated", scenario.address(choice)))
        .mean()
}

#[test]
fn every_choice_and_ending_can_be_met_and_everything_ends() {
    for (scenario, _) in each() {
        let found = analyse(scenario, &Limits::default()).unwrap();
        assert!(matches!(found.method, Method::Exact { .. }), "{}", scenario.id);
        assert!(found.dead_ends.is_empty() && found.loops.is_empty(), "{}", scenario.id);
        for (at, choice) in found.choices.iter().enumerate() {
            let address = scenario.address(ChoiceIx::new(at));
            assert!(choice.taken.is_some(), "{}: {address} cannot be met", scenario.id);
        }
        for (ending, report) in scenario.endings.iter().zip(&found.endings) {
            assert!(report.reached.is_some(), "{}: {} cannot be met", scenario.id, ending.id);
        }
    }
}

#[test]
fn every_conversation_has_its_length_its_choices_and_two_good_ends() {
    for (scenario, key) in each() {
        let id = &scenario.id;
        let best = &earned(scenario, key, &[Policy::Best])[0];
        assert!(
            (7.0..=12.0).contains(&best.steps),
            "{id}: {} decisions on a good path",
            best.steps
        );
        let decisions: Vec<NodeIx> = scenario.decisions().collect();
        let four = decisions
            .iter()
            .filter(|node| scenario.choices_of(**node).count() >= 4)
            .count();
        assert!(
            2 * four > decisions.len(),
            "{id}: {four} of {} have four choices",
            decisions.len()
        );
        assert!(scenario.endings.len() >= 3, "{id}");
        let reached = scenario
            .endings
            .iter()
            .filter(|ending| ending.kind == EndingKind::Reached)
            .count();
        assert!(reached >= 2, "{id}: {reached} good endings");
        assert!(
            scenario.choices.iter().any(|choice| choice.act == Act::Do),
            "{id}: no silence or gesture"
        );
        assert!(
            scenario.vars.iter().any(|var| var.is_hidden()),
            "{id}: nothing drawn by the seed"
        );
    }
}

#[test]
fn every_conversation_teaches_at_every_decision_and_says_what_it_is() {
    for (scenario, key) in each() {
        let id = &scenario.id;
        for node in scenario.decisions() {
            let about = scenario.node(node);
            let expert = about
                .expert
                .unwrap_or_else(|| panic!("{id}: no expert at {}", about.id));
            assert!(
                expert.says.is_some() && expert.noticed.is_some() && expert.why.is_some(),
                "{id}: {}",
                about.id
            );
        }
        for (at, choice) in scenario.choices.iter().enumerate() {
            let at = ChoiceIx::new(at);
            let address = scenario.address(at);
            assert!(!choice.felt.is_empty(), "{id}: nobody felt {address}");
            assert!(choice.why.is_some(), "{id}: {address} has no why");
            let poor = rating(scenario, key, at) <= 0.0;
            assert!(!poor || choice.better.is_some(), "{id}: {address} has no better words");
        }
        assert!(!scenario.sources.is_empty() && scenario.content.note.is_some(), "{id}");
        assert!(
            scenario.workshop.as_ref().is_some_and(|it| it.take_home.is_some()),
            "{id}"
        );
        assert!(scenario.nodes.iter().any(|node| node.facilitate.is_some()), "{id}");
        assert_eq!(
            scenario.review.last().unwrap().stage,
            "drafted",
            "{id}: who reviewed it?"
        );
    }
}

/// Where something wrong can be taken back, the conversation gives a moment to do it.
#[test]
fn every_conversation_lets_a_critical_error_be_mended() {
    for (scenario, key) in each() {
        let rated = || {
            key.decisions
                .iter()
                .flatten()
                .flat_map(|it| it.choices.iter().flatten())
        };
        assert!(rated().any(|choice| !choice.repairs.is_empty()), "{}", scenario.id);
    }
}

#[test]
fn the_best_line_earns_far_more_than_chance() {
    for (scenario, key) in each() {
        let found = earned(scenario, key, &[Policy::Random, Policy::Best]);
        let [random, best] = [0, 1].map(|at: usize| found[at].score.unwrap().mean);
        assert!(best - random >= 35.0, "{}: {random:.1} and {best:.1}", scenario.id);
    }
}

/// Someone who listens to nobody and goes by the look of the words gets no further than chance.
#[test]
fn the_look_of_the_words_gives_nothing_away() {
    const LOOKS: [Policy; 5] = [
        Policy::Random,
        Policy::Longest,
        Policy::Shortest,
        Policy::Kindest,
        Policy::QuestionMark,
    ];
    let each: Vec<Vec<f64>> = each()
        .map(|(scenario, key)| {
            earned(scenario, key, &LOOKS)
                .iter()
                .map(|it| it.score.unwrap().mean)
                .collect()
        })
        .collect();
    let mean = |at: usize| each.iter().map(|scores| scores[at]).sum::<f64>() / each.len() as f64;
    for (at, policy) in LOOKS.iter().enumerate().skip(1) {
        let ahead = mean(at) - mean(0);
        assert!(ahead.abs() <= 8.0, "{}: {ahead:+.1} against chance", policy.name());
    }
}

#[test]
fn the_longest_choice_is_seldom_the_best() {
    let mut decisions = 0;
    let mut given_away = 0;
    for (scenario, key) in each() {
        for node in scenario.decisions() {
            let length = |choice: &ChoiceIx| scenario.raw(scenario.choice(*choice).text).chars().count();
            let worth = |choice: ChoiceIx| rating(scenario, key, choice);
            let best = scenario.choices_of(node).map(worth).fold(f64::MIN, f64::max);
            let longest = scenario.choices_of(node).max_by_key(length).unwrap();
            decisions += 1;
            given_away += usize::from(worth(longest) >= best);
        }
    }
    let share = given_away as f64 / decisions as f64;
    assert!(share <= 0.35, "{given_away} of {decisions}");
}
