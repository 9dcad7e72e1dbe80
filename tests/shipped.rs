//! The shipped conversations as they are lived: every choice can be met and leads to an end, and a transcript lives it again.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use bedside::content::load_key;
use bedside::diag::Sources;
use bedside::engine::{Draws, Machine, Offer, Silent};
use bedside::explore::{Analysis, Limits, Player, analyse};
use bedside::model::{Event, Key, Mode, RoleIx, Rubric, Scenario, VarIx};
use bedside::record::{replay, transcript};
use bedside::session::{Answered, Current, Input, Output, Session, Setup};
use proptest::collection::vec;
use proptest::prelude::*;

#[path = "exchange/shelf.rs"]
#[allow(dead_code, reason = "shared with the tests of other formats")]
mod shelf;

/// No conversation has more decisions than this on any way.
const LONGEST: usize = 200;

struct Shipped {
    scenario: Arc<Scenario>,
    key: Arc<Key>,
}

fn rubric() -> Arc<Rubric> {
    static RUBRIC: OnceLock<Arc<Rubric>> = OnceLock::new();
    Arc::clone(RUBRIC.get_or_init(|| Arc::new(shelf::rubric())))
}

fn shipped() -> &'static [Shipped] {
    static SHIPPED: OnceLock<Vec<Shipped>> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let keyed = shelf::scenarios().into_iter().map(|scenario| {
            let path = shelf::root().join(format!("scoring/keys/{}/author.yaml", scenario.id));
            let mut sources = Sources::default();
            let file = sources.add(path.display().to_string(), std::fs::read_to_string(&path).unwrap());
            let (key, faults) = load_key(file, &sources, &scenario, &rubric());
            Shipped {
                key: Arc::new(key.unwrap_or_else(|| panic!("{faults:#?}"))),
                scenario: Arc::new(scenario),
            }
        });
        keyed.collect()
    })
}

/// Walks in with a seed, as one of the roles.
fn begin(about: &Shipped, seed: u64, role: usize) -> Session {
    let setup = Setup {
        seed,
        mode: Mode::Flow,
        role: about.scenario.roles[role % about.scenario.roles.len()].clone(),
        pack: "built-in".into(),
    };
    let (scenario, key) = (Arc::clone(&about.scenario), Arc::clone(&about.key));
    Session::begin(scenario, rubric(), Some(key), &setup).unwrap().0
}

fn open(session: &Session) -> Vec<Offer> {
    let Current::Deciding { offers, .. } = session.current() else {
        return Vec::new();
    };
    offers.into_iter().filter(|offer| !offer.locked).collect()
}

/// Goes on by numbers to an ending; the choices met on the way.
fn go_on(session: &mut Session, picks: impl Iterator<Item = usize>) {
    let mut picks = picks.chain(std::iter::repeat(0));
    for _ in 0..LONGEST {
        let offers = open(session);
        let Some(offer) = offers.get(picks.next().unwrap() % offers.len().max(1)) else {
            break;
        };
        take(session, offer);
    }
    assert!(session.run().ended().is_some(), "{} did not end", session.scenario().id);
}

fn take(session: &mut Session, offer: &Offer) {
    let answered = Answered {
        choice: offer.choice,
        ..Answered::default()
    };
    let outputs = session.handle(Input::Choose(answered)).unwrap();
    assert!(matches!(outputs[0], Output::Record(Event::Stepped(_))));
}

/// Lived, told as JSON, read, lived again: the same states, endings and scores.
fn lives_again(live: &Session, about: &Shipped) {
    let read = transcript::from_json(&transcript::to_json(live.transcript())).unwrap();
    assert_eq!(&read, live.transcript());
    let again = replay::score_transcript(&about.scenario, &about.key, &rubric(), &read).unwrap();
    assert_eq!(again.replayed.lines.len(), live.runs().len());
    for (line, run) in live.runs().iter().enumerate() {
        assert_eq!(again.replayed.lines[line].state, run.state, "{}", about.scenario.id);
        assert_eq!(Some(&again.results[line]), live.result(line).as_ref());
    }
    assert_eq!(again.replayed.record_line(), live.record_line());
}

fn walked(about: &Shipped) -> Analysis {
    analyse(&about.scenario, &Limits::default()).unwrap()
}

/// A seed that draws what a way of playing asks for.
fn seed_for(scenario: &Scenario, wanted: &Draws) -> u64 {
    (0..10_000)
        .find(|seed| Draws::from_seed(scenario, *seed) == *wanted)
        .expect("no seed draws this")
}

#[test]
fn every_choice_is_met_by_some_seed_and_path_and_leads_to_an_end() {
    for about in shipped() {
        let analysis = walked(about);
        let mut met = BTreeSet::new();
        for (at, report) in analysis.choices.iter().enumerate() {
            let choice = bedside::model::ChoiceIx::new(at);
            let address = about.scenario.address(choice);
            let witness = report
                .taken
                .as_ref()
                .unwrap_or_else(|| panic!("{}: {address}", about.scenario.id));
            let case = analysis.paths.case(witness).unwrap();
            let mut session = begin(about, seed_for(&about.scenario, &case.draws), case.role.at());
            for step in analysis.paths.steps(witness) {
                let offers = open(&session);
                let offer = offers.iter().find(|offer| offer.choice == step);
                take(
                    &mut session,
                    offer.unwrap_or_else(|| panic!("{address}: not offered on its way")),
                );
            }
            assert_eq!(
                session.run().turns.last().map(|turn| turn.chosen),
                Some(choice),
                "{address}"
            );
            go_on(&mut session, std::iter::empty());
            met.insert(session.run().ended().unwrap());
            lives_again(&session, about);
        }
        assert!(met.len() > 1, "{} always ends alike", about.scenario.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_way_through_any_of_them_ends_and_is_lived_again(
        which: usize, seed: u64, role: usize, picks in vec(any::<usize>(), LONGEST), back in any::<Option<usize>>(),
    ) {
        let about = &shipped()[which % shipped().len()];
        let mut session = begin(about, seed, role);
        go_on(&mut session, picks.iter().copied());
        if let Some(back) = back {
            let to = back % session.run().turns.len();
            session.handle(Input::Rewind { line: session.current_line(), to }).unwrap();
            go_on(&mut session, picks.iter().rev().copied());
        }
        lives_again(&session, about);
    }
}

/// The player that analysis hurries with, and the engine, choice by choice: the same menus, the same values, the same ends.
#[test]
fn hurried_plays_are_the_engines_plays() {
    let mut seed = 1_u64;
    let mut dice = move |count: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % count.max(1)
    };
    for about in shipped() {
        let scenario = &about.scenario;
        for draws in Draws::all(scenario) {
            let player = Player::new(scenario, RoleIx(0), &draws);
            let machine = Machine::new(scenario);
            let mut playing = player.begin();
            for _ in 0..200 {
                let mut state = machine.start(RoleIx(0), &draws, &mut Silent).unwrap();
                let end = playing.play(|count| {
                    let open: Vec<_> = machine.offers(&state).filter(|offer| !offer.locked).collect();
                    assert_eq!(open.len(), count, "{}", scenario.id);
                    let picked = dice(count);
                    machine.take(&mut state, open[picked].choice, &mut Silent).unwrap();
                    picked
                });
                assert!(end.is_some() && end == state.ended(), "{}", scenario.id);
                for var in (0..scenario.vars.len()).map(VarIx::new) {
                    if let Some(value) = player.value(&playing, var) {
                        assert_eq!(value, state.vars[var.at()], "{}", scenario.id);
                    }
                }
            }
        }
    }
}
