//! Planted faults: each is found, with the way to it.

use super::build::*;
use crate::explore::{Analysis, ConditionPlace, Limits, Owner, Why, analyse};
use crate::model::*;

fn analysed(play: Play) -> (Scenario, Analysis) {
    let scenario = play.scenario();
    let analysis = analyse(&scenario, &Limits::default()).unwrap();
    assert!(analysis.method.is_exact());
    (scenario, analysis)
}

#[test]
fn a_round_that_uses_nothing_up_is_found_and_one_that_does_is_not() {
    let round = |once: bool| {
        let again = choice(node(1));
        Play {
            nodes: vec![
                decide([choice(node(1))]),
                decide([if once { again.once() } else { again }, choice(end(0))]),
            ],
            endings: 1,
            ..Play::default()
        }
    };
    let (scenario, analysis) = analysed(round(false));
    assert_eq!(analysis.loops.len(), 1);
    assert_eq!(
        analysis.paths.addresses(&scenario, &analysis.loops[0].witness),
        ["n0/c0"]
    );
    assert_eq!(analysis.loops[0].round, [ChoiceIx(1)]);
    assert!(analysis.loops[0].leaves);
    assert_eq!(analysis.ways, f64::INFINITY);
    let (_, analysis) = analysed(round(true));
    assert!(analysis.loops.is_empty());
    assert_eq!(analysis.ways, 2.0);
}

#[test]
fn a_round_nobody_comes_out_of_is_told_apart() {
    let play = Play {
        nodes: vec![
            decide([choice(node(1)), choice(end(0))]),
            decide([choice(node(2))]),
            decide([choice(node(1))]),
        ],
        endings: 1,
        ..Play::default()
    };
    let (_, analysis) = analysed(play);
    assert!(!analysis.loops[0].leaves);
    assert_eq!(analysis.loops[0].round.len(), 2);
    assert_eq!(analysis.choices[1].leads_to, [EndingIx(0)]);
    assert_eq!(analysis.choices[0].leads_to, []);
}

#[test]
fn nodes_that_follow_each_other_for_ever_are_a_dead_end() {
    let go = |at: u32| Moment {
        go: vec![(None, node(at))],
        ..Moment::default()
    };
    let play = Play {
        nodes: vec![decide([choice(end(0)), choice(node(1))]), go(2), go(1)],
        endings: 1,
        ..Play::default()
    };
    let (scenario, analysis) = analysed(play);
    assert_eq!(analysis.dead_ends.len(), 1);
    assert_eq!(analysis.dead_ends[0].why, Why::Stuck);
    assert_eq!(
        analysis.paths.addresses(&scenario, &analysis.dead_ends[0].witness),
        ["n0/c1"]
    );
}

#[test]
fn effects_cut_off_every_time_are_found_though_nothing_reads_them() {
    let play = Play {
        vars: vec![int(9, 0, 10), int(5, 0, 10)],
        nodes: vec![decide([choice(node(1)), choice(node(1)).effects([add(0, 1)])]), {
            let mut last = decide([choice(end(0)).effects([add(0, 2), add(1, 2), add(0, -1), add(0, 0)])]);
            last.on_enter = vec![effect(Change::Set(VarIx(1), Num::Lit(12)))];
            last
        }],
        endings: 1,
        ..Play::default()
    };
    let (_, analysis) = analysed(play);
    let find = |owner: Owner, index: usize| {
        let known = analysis
            .effects
            .iter()
            .find(|known| known.place.owner == owner && known.place.index == index);
        let known = known.unwrap();
        (known.ran, known.saturates, known.idle)
    };
    let last = Owner::Choice(ChoiceIx(2));
    assert_eq!(find(Owner::Choice(ChoiceIx(1)), 0), (true, false, false), "9 + 1 fits");
    assert_eq!(find(last, 0), (true, true, false), "9 or 10, + 2");
    assert_eq!(find(last, 1), (true, true, true), "10 + 2");
    assert_eq!(find(last, 2), (true, false, false));
    assert_eq!(find(last, 3), (true, false, true), "+ 0");
    assert_eq!(find(Owner::Node(NodeIx(1)), 0), (true, true, false), "= 12");
    assert_eq!(analysis.nodes[1].ranges, [Some((9, 10)), Some((10, 10))]);
    assert_eq!(analysis.endings[0].ranges, [Some((9, 9)), Some((10, 10))]);
}

#[test]
fn a_menu_that_reads_a_draw_before_it_is_revealed_is_found() {
    let ask = choice(node(1)).effects([effect(Change::Reveal(Secret::Var(VarIx(0))))]);
    let menu = || {
        let guarded = choice(end(0)).when(Cond::All(vec![Cond::Revealed(Secret::Var(VarIx(0))), is(0, 1)]));
        decide([choice(end(0)).when(is(0, 1)), guarded, choice(end(0)).reply(is(0, 0))])
    };
    let play = |ways: Vec<Way>| Play {
        vars: vec![hidden(2)],
        nodes: vec![decide(ways), menu()],
        endings: 1,
        ..Play::default()
    };
    let (scenario, analysis) = analysed(play(vec![choice(node(1)), ask]));
    let places: Vec<ConditionPlace> = analysis.leaks.iter().map(|leak| leak.place).collect();
    // The one that asks whether it is revealed first gives nothing away.
    let line = ConditionPlace::Line(crate::engine::Place::Reply(ChoiceIx(4)), 0);
    assert_eq!(places, [ConditionPlace::Choice(ChoiceIx(2)), line]);
    assert_eq!(analysis.leaks[0].reads, [VarIx(0)]);
    assert_eq!(
        analysis.paths.addresses(&scenario, &analysis.leaks[0].witness),
        ["n0/c0"]
    );
    let ask = choice(node(1)).effects([effect(Change::Reveal(Secret::Var(VarIx(0))))]);
    let (_, analysis) = analysed(play(vec![ask]));
    assert!(analysis.leaks.is_empty(), "always revealed before");
}

#[test]
fn conditions_that_cannot_change_are_proved() {
    let play = Play {
        vars: vec![int(3, 0, 10)],
        nodes: vec![
            decide([
                choice(node(1)).effects([add(0, 2)]),
                choice(node(1)).effects([add(0, 1)]),
            ]),
            decide([
                choice(end(0)).when(at_least(0, 4)),
                choice(end(0)).when(at_least(0, 6)),
                choice(end(0)).when(at_least(0, 5)),
            ]),
        ],
        endings: 1,
        ..Play::default()
    };
    let (scenario, analysis) = analysed(play);
    let found: Vec<(bool, bool)> = analysis
        .conditions
        .iter()
        .map(|known| (known.always_true(), known.never_true()))
        .collect();
    assert_eq!(found, [(true, false), (false, true), (false, false)]);
    assert_eq!(
        analysis.unavailable_choices(&scenario).collect::<Vec<_>>(),
        [ChoiceIx(3)]
    );
}

#[test]
fn ten_to_the_forty_ways_are_counted_without_walking_them() {
    let mut play = Play {
        endings: 1,
        ..Play::default()
    };
    for at in 0..100 {
        let to = || choice(if at == 99 { end(0) } else { node(at + 1) });
        play.nodes.push(decide([to(), to(), to()]));
    }
    let (_, analysis) = analysed(play);
    assert!((analysis.ways.log10() - 100.0 * 3_f64.log10()).abs() < 1e-9);
    assert_eq!(analysis.endings[0].reached.unwrap().steps, 100);
}
