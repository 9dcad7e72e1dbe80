//! What may be done and shown when, in each mode: the rules of one learner's sitting.
#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "support/pocket.rs"]
#[allow(dead_code, reason = "shared with the rules of scoring")]
mod pocket;

use bedside::model::{Event, Look, Mode};
use bedside::session::{Answered, Current, Denied, Input, Output, Session, Setup};
use pocket::{Pocket, rated};

fn talk() -> Pocket {
    rated(
        "\
start: one
nodes:
  one:
    say: \"Ada: Well?\"
    hint: She said well.
    choices:
      ask: {text: a, why: It asks., goto: two}
      tell: {text: b, why: It tells., goto: two}
  two:
    say: \"Ada: And?\"
    choices:
      stay: {text: a, end: done}
      go: {text: b, end: other}
endings: {done: {title: Done, kind: reached}, other: {title: Other, kind: partial}}
",
        "\
decisions:
  one:
    weight: 1
    tests: [A3]
    choices: {ask: {rating: 2, shows: {A3: 4}}, tell: {rating: -1, shows: {A3: 1}}}
  two:
    weight: 1
    tests: [A3]
    choices: {stay: {rating: 2, shows: {A3: 4}}, go: {rating: -1, shows: {A3: 1}}}
",
    )
}

fn begin(mode: Mode) -> Session {
    let talk = talk();
    let setup = Setup {
        seed: 1,
        mode,
        role: "physician".into(),
        pack: "built-in".into(),
    };
    Session::begin(talk.scenario, talk.rubric, talk.key, &setup).unwrap().0
}

fn say(session: &mut Session, id: &str) -> Vec<Output> {
    let Current::Deciding { node, .. } = session.current() else {
        panic!("it is over")
    };
    let choice = session.scenario().find_choice(node, id).unwrap();
    let answered = Answered {
        choice,
        ..Answered::default()
    };
    session.handle(Input::Choose(answered)).unwrap()
}

#[test]
fn an_exam_shows_nothing_and_takes_nothing_back_until_it_is_over() {
    let mut session = begin(Mode::Exam);
    assert_eq!(session.handle(Input::Hint), Err(Denied::Mode));
    say(&mut session, "tell");
    assert_eq!(session.handle(Input::Why { step: 0 }), Err(Denied::Mode));
    assert_eq!(session.handle(Input::Rewind { line: 0, to: 0 }), Err(Denied::Mode));
    assert!(!session.may_teach());
    say(&mut session, "stay");
    assert!(session.may_teach());
    assert!(session.handle(Input::Why { step: 0 }).is_ok());
    assert!(session.handle(Input::Rewind { line: 0, to: 1 }).is_ok());
}

#[test]
fn outside_the_exam_help_is_given_and_noted_and_changes_no_score() {
    for mode in [Mode::Coached, Mode::Flow] {
        let mut helped = begin(mode);
        let asked = helped.handle(Input::Hint).unwrap();
        let [Output::Record(Event::Looked { at: Look::Hint, .. })] = &*asked else {
            panic!("{asked:?}")
        };
        assert_eq!(
            helped.handle(Input::Hint),
            Ok(Vec::new()),
            "the same hint is noted once"
        );
        say(&mut helped, "ask");
        assert!(helped.transcript().steps[0].hinted);
        assert_eq!(
            helped.handle(Input::Hint),
            Err(Denied::Nothing),
            "there is no hint here"
        );
        assert_eq!(helped.handle(Input::Why { step: 5 }), Err(Denied::Nothing));
        say(&mut helped, "stay");
        let mut alone = begin(mode);
        say(&mut alone, "ask");
        say(&mut alone, "stay");
        let score = |session: &Session| session.result(0).unwrap().process;
        assert_eq!(score(&helped), score(&alone));
    }
}

#[test]
fn the_record_is_the_first_line_to_end_and_a_later_one_is_a_replay() {
    let mut session = begin(Mode::Flow);
    say(&mut session, "tell");
    session.handle(Input::Rewind { line: 0, to: 0 }).unwrap();
    assert_eq!(session.record_line(), None);
    say(&mut session, "ask");
    say(&mut session, "stay");
    assert_eq!(session.record_line(), Some(1), "the line before was never finished");
    assert!(session.is_replay(1) && !session.is_replay(0));
    // Back into the line left behind, at its only step.
    session.handle(Input::Rewind { line: 0, to: 0 }).unwrap();
    say(&mut session, "ask");
    say(&mut session, "go");
    assert_eq!(session.record_line(), Some(1), "a record stands");
    let parents: Vec<_> = session.runs().iter().map(|run| run.parent).collect();
    assert_eq!(parents, [None, Some((0, 0)), Some((0, 0))]);
    assert_eq!(session.handle(Input::Rewind { line: 7, to: 0 }), Err(Denied::Nothing));
    assert_eq!(session.handle(Input::Rewind { line: 0, to: 9 }), Err(Denied::Nothing));
}

#[test]
fn a_line_left_is_marked_and_has_no_score_and_nothing_more_can_be_said_in_it() {
    let mut session = begin(Mode::Flow);
    say(&mut session, "ask");
    let left = session.handle(Input::Leave).unwrap();
    assert_eq!(left, [Output::Record(Event::Left { line: 0 })]);
    assert_eq!((session.current(), session.over()), (Current::Left, true));
    assert_eq!(session.result(0).unwrap().process, None);
    assert_eq!(session.handle(Input::Leave), Err(Denied::Over));
    let again = Input::Choose(Answered::default());
    assert_eq!(session.handle(again), Err(Denied::Over));
}

#[test]
fn own_words_leave_by_a_door_of_their_own() {
    let mut session = begin(Mode::Flow);
    let text = "What have you heard?".to_owned();
    let kept = session.handle(Input::OwnWords { text: text.clone() }).unwrap();
    assert!(
        matches!(&*kept, [Output::KeepWords { line: 0, step: 0, .. }]),
        "{kept:?}"
    );
    say(&mut session, "ask");
    assert_eq!(session.run().turns[0].own_words.as_deref(), Some(&*text));
    let told = format!("{:?}", session.transcript());
    assert!(!told.contains(&text), "own words stand in the transcript");
    // Nothing but spaces takes them back.
    session.handle(Input::OwnWords { text: " ".to_owned() }).unwrap();
    assert_eq!(session.own_words(), None);
}

#[test]
fn a_choice_that_is_not_offered_changes_nothing() {
    let mut session = begin(Mode::Flow);
    let before = session.transcript().clone();
    let elsewhere = session.scenario().find_node("two").unwrap();
    let choice = session.scenario().find_choice(elsewhere, "stay").unwrap();
    let denied = session.handle(Input::Choose(Answered {
        choice,
        ..Answered::default()
    }));
    assert!(matches!(denied, Err(Denied::Refused(_))));
    assert_eq!(*session.transcript(), before);
}
