//! Means of traced variables against values worked out by hand.

use super::build::*;
use crate::explore::{Limits, traces};
use crate::model::*;

fn traced(start: i32) -> Var {
    Var {
        trace: Some(Trace::Trust),
        ..int(start, 0, 10)
    }
}

#[test]
fn a_mean_takes_clamping_and_later_visits_into_account() {
    let scenario = Play {
        vars: vec![traced(9), int(0, 0, 3)],
        nodes: vec![
            // +1 stays at 10, the second at 10 though 12 was meant, the third falls to 4.
            decide([
                choice(node(1)).effects([add(0, 1)]),
                choice(node(1)).effects([add(0, 3)]),
                choice(end(0)).effects([add(0, -5)]),
                choice(node(1)).effects([add(0, -5)]),
            ]),
            decide([choice(end(0)), choice(node(2)).effects([add(0, -2)])]),
            decide([choice(end(0))]),
            decide([choice(end(0))]),
        ],
        endings: 1,
        ..Play::default()
    }
    .scenario();
    let found = traces(&scenario, &Limits::default()).unwrap().unwrap();
    assert_eq!(found.len(), 1, "only what is traced");
    let means: Vec<Option<f64>> = found[0].means.clone();
    assert_eq!(means[0], Some(9.0));
    assert!((means[1].unwrap() - 8.0).abs() < 1e-12, "(10 + 10 + 4) / 3");
    assert!((means[2].unwrap() - 6.0).abs() < 1e-12);
    assert_eq!(means[3], None, "nobody comes here");
}

#[test]
fn too_many_states_are_said_to_be() {
    let scenario = Play {
        vars: vec![traced(5)],
        nodes: (0..6)
            .map(|at| decide([choice(node(at + 1)), choice(node(at + 1)).effects([add(0, 1)])]))
            .chain([decide([choice(end(0))])])
            .collect(),
        endings: 1,
        ..Play::default()
    }
    .scenario();
    let few = Limits {
        budget: 10,
        ..Limits::default()
    };
    assert_eq!(traces(&scenario, &few), Ok(None));
    assert!(traces(&scenario, &Limits::default()).unwrap().is_some());
}
