//! Plays and exact analysis beside bladeink on the same generated story: `cargo bench --bench explore`.
//! Both engines are first checked to walk the same ways.

mod story;

use bedside::engine::{Draws, Machine, Offer, Record, Silent, Teller, Watch};
use bedside::explore::{Ask, Limits, Player, Policy, analyse, policies, references};
use bedside::model::*;
use bladeink::story::Story as Ink;
use bladeink::value_type::ValueType;
use divan::Bencher;
use divan::counter::ItemsCount;
use story::{Mulberry, Story, ward};

fn main() {
    same_ways(20, 10, 500);
    same_ways(100, 20, 50);
    divan::main();
}

fn ink(story: &Story) -> Ink {
    let json = bladeink_compiler::Compiler::new()
        .compile(&story.ink())
        .expect("the generated ink compiles");
    Ink::new(&json).expect("the compiled story loads")
}

fn play_ink(ink: &mut Ink, mut pick: impl FnMut(usize) -> usize) -> usize {
    ink.reset_state().expect("resets");
    let mut length = 0;
    loop {
        while ink.can_continue() {
            length += ink.cont().expect("continues").len();
        }
        let offered = ink.get_current_choices().len();
        if offered == 0 {
            return length;
        }
        ink.choose_choice_index(pick(offered)).expect("was offered");
    }
}

/// All three walk the same ways: same number of choices offered at every step, same numbers at the end.
fn same_ways(layers: usize, width: usize, plays: usize) {
    let story = Story::new(layers, width);
    let scenario = story.scenario();
    let mut ink = ink(&story);
    let player = Player::new(&scenario, RoleIx(0), &Draws::default());
    let mut playing = player.begin();
    let machine = Machine::new(&scenario);
    let mut dice = [Mulberry(12_345), Mulberry(12_345), Mulberry(12_345)];
    for _ in 0..plays {
        let mut menus: [Vec<usize>; 3] = Default::default();
        play_ink(&mut ink, |count| {
            menus[0].push(count);
            dice[0].below(count)
        });
        playing.play(|count| {
            menus[1].push(count);
            dice[1].below(count)
        });
        let mut state = machine
            .start(RoleIx(0), &Draws::default(), &mut Silent)
            .expect("starts");
        while state.ended().is_none() {
            let offers: Vec<Offer> = machine.offers(&state).collect();
            menus[2].push(offers.len());
            let choice = offers[dice[2].below(offers.len())].choice;
            machine.take(&mut state, choice, &mut Silent).expect("was offered");
        }
        assert_eq!(menus[0], menus[1], "bladeink and the player");
        assert_eq!(menus[0], menus[2], "bladeink and the machine");
        for var in 0..3 {
            let theirs = match ink.get_variable(&format!("x{var}")) {
                Some(ValueType::Int(value)) => value,
                _ => panic!("an int"),
            };
            assert_eq!(theirs, state.vars[var], "the same numbers at the end");
            let ours = player.value(&playing, VarIx(var as u32));
            assert_eq!(ours, Some(theirs));
        }
    }
}

#[divan::bench_group(sample_count = 7)]
mod plays_of_200_nodes {
    use super::*;

    #[divan::bench(sample_size = 1)]
    fn a_bladeink(bencher: Bencher) {
        const PLAYS: usize = 400;
        let mut ink = ink(&Story::new(20, 10));
        let mut dice = Mulberry(1);
        bencher.counter(ItemsCount::new(PLAYS)).bench_local(|| {
            (0..PLAYS)
                .map(|_| play_ink(&mut ink, |count| dice.below(count)))
                .sum::<usize>()
        });
    }

    /// Every word told, and the steps written out by ids.
    #[divan::bench(sample_size = 1)]
    fn b_transcript_with_words(bencher: Bencher) {
        recorded(bencher, |machine, record, seed, dice| {
            let scenario = machine.scenario();
            let mut teller = Teller::new(machine, &(), seed, scenario.start, Vec::new());
            play(machine, record, seed, &mut teller, dice);
            teller.told.len() + record.steps(scenario).len()
        });
    }

    /// Steps written out by ids, as a transcript is stored.
    #[divan::bench(sample_size = 1)]
    fn c_transcript_written_out(bencher: Bencher) {
        recorded(bencher, |machine, record, seed, dice| {
            play(machine, record, seed, &mut Silent, dice);
            record.steps(machine.scenario()).len()
        });
    }

    /// Who was offered what in which order, and what was chosen, kept by index.
    #[divan::bench(sample_size = 1)]
    fn d_transcript_kept(bencher: Bencher) {
        recorded(bencher, |machine, record, seed, dice| {
            play(machine, record, seed, &mut Silent, dice);
            record.len()
        });
    }

    #[divan::bench(sample_size = 1)]
    fn e_without_transcript(bencher: Bencher) {
        const PLAYS: usize = 100_000;
        let scenario = Story::new(20, 10).scenario();
        let player = Player::new(&scenario, RoleIx(0), &Draws::default());
        let mut playing = player.begin();
        let mut dice = Mulberry(1);
        bencher.counter(ItemsCount::new(PLAYS)).bench_local(|| {
            (0..PLAYS)
                .filter(|_| playing.play(|count| dice.below(count)).is_some())
                .count()
        });
    }
}

fn recorded(bencher: Bencher, play: impl Fn(&Machine, &mut Record, u64, &mut Mulberry) -> usize) {
    const PLAYS: usize = 5_000;
    let scenario = Story::new(20, 10).scenario();
    let machine = Machine::new(&scenario);
    let mut record = Record::default();
    let mut dice = Mulberry(1);
    bencher.counter(ItemsCount::new(PLAYS)).bench_local(|| {
        (0..PLAYS as u64)
            .map(|seed| play(&machine, &mut record, seed, &mut dice))
            .sum::<usize>()
    });
}

/// A random play, menu by menu in the order shown.
fn play(machine: &Machine, record: &mut Record, seed: u64, watch: &mut impl Watch, dice: &mut Mulberry) {
    let scenario = machine.scenario();
    record.begin(scenario, seed);
    let draws = Draws::from_seed(scenario, seed);
    let mut state = machine.start(RoleIx(0), &draws, watch).expect("starts");
    while state.ended().is_none() {
        let menu = record.menu(machine, &state);
        let mut open = menu.iter().filter(|offer| !offer.locked);
        let count = open.clone().count();
        let choice = open.nth(dice.below(count)).expect("something is offered").choice;
        record.take(machine, &mut state, choice, watch).expect("was offered");
    }
}

#[divan::bench_group(sample_count = 7, sample_size = 1)]
mod exact {
    use super::*;

    #[divan::bench(args = [(20, 10), (100, 20)])]
    fn reachability_endings_ranges(bencher: Bencher, size: (usize, usize)) {
        let scenario = Story::new(size.0, size.1).scenario();
        bencher.bench_local(|| {
            let analysis = analyse(&scenario, &Limits::default()).expect("not cancelled");
            assert!(analysis.method.is_exact());
            analysis.method
        });
    }

    #[divan::bench]
    fn ward_reachability_endings_ranges(bencher: Bencher) {
        let (scenario, _) = ward();
        bencher.bench_local(|| analyse(&scenario, &Limits::default()).expect("not cancelled").method);
    }

    #[divan::bench]
    fn ward_one_policy_with_quantiles(bencher: Bencher) {
        let (scenario, key) = ward();
        let ask = Ask {
            scenario: &scenario,
            key: Some(&key),
            rubric: &Rubric::default(),
            role: None,
            draws: None,
            quantiles: true,
        };
        bencher.bench_local(|| policies(&ask, &[Policy::Random], &Limits::default()).expect("not cancelled"));
    }

    #[divan::bench]
    fn ward_all_policies(bencher: Bencher) {
        let (scenario, key) = ward();
        let ask = Ask {
            scenario: &scenario,
            key: Some(&key),
            rubric: &Rubric::default(),
            role: None,
            draws: None,
            quantiles: false,
        };
        bencher.bench_local(|| policies(&ask, &Policy::NAMED, &Limits::default()).expect("not cancelled"));
    }

    #[divan::bench]
    fn ward_references(bencher: Bencher) {
        let (scenario, key) = ward();
        let rubric = Rubric::default();
        bencher.bench_local(|| references(&scenario, &key, &rubric, &Draws::default(), RoleIx(0)));
    }
}
