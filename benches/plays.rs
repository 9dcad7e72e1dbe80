//! Random plays of the generated story, beside bladeink in the same run. Both are first checked to walk the same ways.

use std::hint::black_box;

use bedside::engine::{Draws, Machine, Offer, Record, Silent, Teller, Watch};
use bedside::explore::Player;
use bedside::model::{Name, RoleIx, Scenario, Step, VarIx};

use crate::clock::{self, SAMPLES};
use crate::ink::Ink;
use crate::story::{Mulberry, Story};
use crate::table::{Found, Table, Value};

/// A name, its target, how many plays a sample, and one play.
struct Row<'a> {
    name: &'static str,
    target: Option<f64>,
    plays: usize,
    play: Box<dyn FnMut() -> usize + 'a>,
    samples: Vec<f64>,
}

pub(crate) fn rows(table: &mut Table) {
    let story = Story::new(20, 10);
    let scenario = story.scenario();
    let mut rows = all(&story, &scenario);
    rows.retain(|row| table.wants(row.name));
    if rows.is_empty() {
        return;
    }
    same_ways(&story, 500);
    same_ways(&Story::new(100, 20), 50);
    if rows[0].name != PEER {
        rows.insert(0, all(&story, &scenario).swap_remove(0));
    }
    // Turn about, so that whatever else the machine does slows all of them alike.
    for round in 0..=SAMPLES {
        for row in &mut rows {
            let start = clock::used();
            (0..row.plays).for_each(|_| {
                black_box((row.play)());
            });
            let taken = (clock::used() - start) / row.plays as f64;
            // The first round warms up.
            if round > 0 {
                row.samples.push(taken);
            }
        }
    }
    let rates: Vec<f64> = rows
        .iter()
        .map(|row| 1.0 / clock::median(row.samples.clone()))
        .collect();
    for (row, rate) in rows.iter().zip(&rates) {
        let found = Found {
            beside: Some(rate / rates[0]),
            ..Found::of(Value::Rate(*rate))
        };
        table.print(row.name, row.target.map(Value::Times), &found);
    }
}

const PEER: &str = "plays, 200 nodes: bladeink";

fn all<'a>(story: &Story, scenario: &'a Scenario) -> Vec<Row<'a>> {
    let row = |name, target, plays, play| Row {
        name,
        target,
        plays,
        play,
        samples: Vec::new(),
    };
    let mut ink = Ink::of(story);
    let mut dice = Mulberry(1);
    let peer = row(PEER, None, 400, Box::new(move || ink.play(|count| dice.below(count))));
    let told = recorded(scenario, |machine, record, seed, dice| {
        let mut teller = Teller::new(machine, &(), seed, scenario.start, Vec::new());
        play(machine, record, seed, &mut teller, dice);
        teller.told.len() + record.steps(scenario).len()
    });
    let mut steps: Vec<(&Name, &Name, usize)> = Vec::new();
    let mut offered: Vec<(&Name, bool)> = Vec::new();
    let lent = recorded(scenario, move |machine, record, seed, dice| {
        play(machine, record, seed, &mut Silent, dice);
        steps.clear();
        offered.clear();
        for step in record.walked(scenario) {
            offered.extend(step.offered());
            steps.push((step.node, step.chosen, offered.len()));
        }
        steps.len()
    });
    let written = recorded(scenario, |machine, record, seed, dice| {
        play(machine, record, seed, &mut Silent, dice);
        let steps: Vec<Step> = record.steps(scenario);
        steps.len()
    });
    vec![
        peer,
        row(
            "plays, 200 nodes: transcript of ids (lent by the scenario), offered order",
            Some(40.0),
            10_000,
            lent,
        ),
        row(
            "plays, 200 nodes: transcript as it is stored (ids counted), offered order",
            None,
            5_000,
            written,
        ),
        row("plays, 200 nodes: the same with every word told", None, 2_000, told),
        row(
            "plays, 200 nodes: without transcript",
            Some(250.0),
            50_000,
            silent(scenario),
        ),
    ]
}

fn silent(scenario: &Scenario) -> Box<dyn FnMut() -> usize> {
    let player: &'static Player = Box::leak(Box::new(Player::new(scenario, RoleIx(0), &Draws::default())));
    let mut playing = player.begin();
    let mut dice = Mulberry(1);
    Box::new(move || {
        playing
            .play(|count| dice.below(count))
            .map_or(0, |ending| ending.at() + 1)
    })
}

fn recorded<'a>(
    scenario: &'a Scenario,
    mut play: impl FnMut(&Machine<'a>, &mut Record, u64, &mut Mulberry) -> usize + 'a,
) -> Box<dyn FnMut() -> usize + 'a> {
    let machine = Machine::new(scenario);
    let mut record = Record::default();
    let mut dice = Mulberry(1);
    let mut seed = 0;
    Box::new(move || {
        seed += 1;
        play(&machine, &mut record, seed, &mut dice)
    })
}

/// A random play, menu by menu in the order shown.
fn play(machine: &Machine, record: &mut Record, seed: u64, watch: &mut impl Watch, dice: &mut Mulberry) {
    let scenario = machine.scenario();
    record.begin(scenario, seed);
    let draws = Draws::from_seed(scenario, seed);
    let mut state = machine.start(RoleIx(0), &draws, watch).expect("starts");
    while state.ended().is_none() {
        let menu = record.menu(machine, &state);
        let count = menu.iter().filter(|offer| !offer.locked).count();
        let mut open = menu.iter().filter(|offer| !offer.locked);
        let choice = open.nth(dice.below(count)).expect("something is offered").choice;
        record.take(machine, &mut state, choice, watch).expect("was offered");
    }
}

/// All three walk the same ways: the same number of choices offered at every step, the same numbers at the end.
fn same_ways(story: &Story, plays: usize) {
    let scenario = story.scenario();
    let mut ink = Ink::of(story);
    let player = Player::new(&scenario, RoleIx(0), &Draws::default());
    let mut playing = player.begin();
    let machine = Machine::new(&scenario);
    let mut dice = [Mulberry(12_345), Mulberry(12_345), Mulberry(12_345)];
    for _ in 0..plays {
        let mut menus: [Vec<usize>; 3] = Default::default();
        ink.play(|count| {
            menus[0].push(count);
            dice[0].below(count)
        });
        playing.play(|count| {
            menus[1].push(count);
            dice[1].below(count)
        });
        let started = machine.start(RoleIx(0), &Draws::default(), &mut Silent);
        let mut state = started.expect("starts");
        while state.ended().is_none() {
            let offers: Vec<Offer> = machine.offers(&state).collect();
            menus[2].push(offers.len());
            let choice = offers[dice[2].below(offers.len())].choice;
            machine.take(&mut state, choice, &mut Silent).expect("was offered");
        }
        assert_eq!(menus[0], menus[1], "bladeink and the player");
        assert_eq!(menus[0], menus[2], "bladeink and the machine");
        for var in 0..3 {
            let theirs = ink.number(&format!("x{var}"));
            assert_eq!(theirs, state.vars[var], "the same numbers at the end");
            assert_eq!(player.value(&playing, VarIx(var as u32)), Some(theirs));
        }
    }
}
