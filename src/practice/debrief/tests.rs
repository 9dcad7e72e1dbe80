//! One line of a small conversation as data.

use std::sync::Arc;

use super::*;
use crate::model::{Mode, Name};
use crate::practice::fixture::six;
use crate::scoring::{References, Spread, Taken};
use crate::session::{Answered, Current, Input, Session, Setup};

fn walked(path: &[&str]) -> Session {
    let library = six();
    let entry = &library.entries[0];
    let setup = Setup {
        seed: 1,
        mode: Mode::Flow,
        role: Name::from("physician"),
        pack: entry.pack.clone(),
    };
    let scenario = Arc::clone(entry.scenario.as_ref().unwrap());
    let key = Some(Arc::clone(&entry.keys[0]));
    let (mut session, _) = Session::begin(scenario, Arc::clone(&library.rubric), key, &setup).unwrap();
    for id in path {
        let Current::Deciding { node, .. } = session.current() else {
            panic!("over")
        };
        let text = format!("my own {id}");
        session.handle(Input::OwnWords { text }).unwrap();
        let answered = Answered {
            choice: session.scenario().find_choice(node, id).unwrap(),
            confidence: Some(70),
            ..Answered::default()
        };
        session.handle(Input::Choose(answered)).unwrap();
    }
    session
}

fn references(session: &Session) -> References {
    let scenario = session.scenario();
    let best_path = scenario.decisions().map(|node| Taken {
        node,
        choice: scenario.find_choice(node, "best").unwrap(),
    });
    References {
        random: Spread { mean: 50.0, sd: 9.0 },
        best: 100.0,
        worst: 0.0,
        best_path: best_path.collect(),
    }
}

#[test]
fn a_line_tells_what_was_said_felt_and_missed() {
    let session = walked(&["best", "harm", "fair", "poor"]);
    let told = debrief(&session, 0, Some(&references(&session)), true).unwrap();
    assert_eq!(told.title, "The ash talk");
    let moment = &told.moments[1];
    assert_eq!((moment.number, moment.said.as_str()), (2, "I say the harm thing at 1."));
    assert_eq!(moment.before.as_ref().unwrap().words, "What about 1?");
    assert_eq!(moment.to.as_deref(), Some("Ada"));
    assert_eq!((moment.credit, moment.best), (Some(0.0), Some(1.0)));
    assert_eq!(
        moment.good,
        ["I say the best thing at 1.", "I say the fair thing at 1."]
    );
    assert_eq!((moment.reply.len(), moment.felt.len()), (1, 1));
    assert_eq!(told.traces[0].values, [5, 7, 5, 6, 5]);
    assert_eq!(told.traces[0].best, [5, 7, 9, 10, 10]);
    assert_eq!(told.errors[0].moment, Some(2));
    let score = told.score.unwrap();
    assert!((score.score - 50.0).abs() < 1e-9, "1 + 0 + .75 + .25 of 4");
    assert_eq!(score.references.unwrap().between, Some(0.0));
    assert_eq!(told.key.unwrap().basis, Judges::Author);
    // Skill 1 showed 0 and 1 of 8, skill 2 showed 3 of 4, skill 0 showed 7 of 8.
    assert_eq!(told.practise, [SkillIx(1)]);
}

#[test]
fn own_words_come_only_when_asked_for() {
    let session = walked(&["best"]);
    let words = |own: bool| debrief(&session, 0, None, own).unwrap().moments[0].own_words.clone();
    assert_eq!((words(false), words(true)), (None, Some("my own best".to_owned())));
}

#[test]
fn a_line_that_was_left_has_no_score_and_no_ending() {
    let mut session = walked(&["best"]);
    session.handle(Input::Leave).unwrap();
    let told = debrief(&session, 0, None, false).unwrap();
    assert!(told.left && told.ending.is_none() && told.score.is_none());
    assert_eq!(told.owed.len(), 1);
    assert_eq!(debrief(&session, 1, None, false), None);
}

#[test]
fn two_ways_stand_beside_each_other_from_where_they_part() {
    let mut session = walked(&["best", "harm", "fair", "poor"]);
    assert_eq!(debrief(&session, 0, None, false).unwrap().other, None, "one way only");
    session.handle(Input::Rewind { line: 0, to: 1 }).unwrap();
    while let Current::Deciding { node, .. } = session.current() {
        let answered = Answered {
            choice: session.scenario().find_choice(node, "best").unwrap(),
            ..Answered::default()
        };
        session.handle(Input::Choose(answered)).unwrap();
    }
    let ways = debrief(&session, 1, None, false).unwrap().other.unwrap();
    assert_eq!((ways.other, ways.this, ways.parts_at, ways.rows.len()), (1, 2, 2, 3));
    let row = &ways.rows[0];
    let said = |side: &Option<WayMoment>| side.as_ref().map(|side| (side.number, side.said.clone()));
    assert_eq!(said(&row.other), Some((2, "I say the harm thing at 1.".to_owned())));
    assert_eq!(said(&row.this), Some((2, "I say the best thing at 1.".to_owned())));
    assert_eq!(row.this.as_ref().unwrap().felt.len(), 1);
    assert_eq!(ways.traces[0].other, [5, 7, 5, 6, 5]);
    assert_eq!(ways.traces[0].this, [5, 7, 9, 10, 10]);
    let back = debrief(&session, 0, None, false).unwrap().other.unwrap();
    assert_eq!(
        (back.other, back.this),
        (2, 1),
        "seen from the first line, the second is the other"
    );
}
