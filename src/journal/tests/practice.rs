//! Drills and exams: kept in order, counted with the answers of conversations, forgotten like them.

use super::{at, attempt, derived, on_disk, play, stepped};
use crate::journal::derived::rebuild;
use crate::journal::{Forget, Journal, Kind, OwnWords, Sqlite};
use crate::model::{
    Closing, DrillEvent, Event, ExamEvent, ExamStep, Form, FormItem, ItemKind, Met, PracticeEvent, Step,
};

fn drill(skill: &str) -> PracticeEvent {
    PracticeEvent::Drill(DrillEvent::Began {
        skill: Some(skill.into()),
        minutes: 5,
        seed: u64::MAX,
    })
}

fn drilled(scenario: &str, node: &str, choice: &str) -> PracticeEvent {
    PracticeEvent::Drill(DrillEvent::Answered {
        scenario: scenario.into(),
        node: node.into(),
        choice: choice.into(),
        confidence: Some(90),
        hinted: true,
        draws: vec![("wants".into(), "delegates".into())],
    })
}

fn exam(what: ExamStep) -> PracticeEvent {
    PracticeEvent::Exam(ExamEvent { used_ms: 1, what })
}

fn form() -> ExamStep {
    let item = |kind, scenario: &str, node: Option<&str>| FormItem {
        kind,
        scenario: scenario.into(),
        scenario_version: 1,
        flow_hash: "00ff".into(),
        seed: 1,
        role: "nurse".into(),
        draws: Vec::new(),
        path: Vec::new(),
        node: node.map(Into::into),
        offered: Vec::new(),
        cell: 0,
    };
    let items = vec![
        item(ItemKind::Single, "small-talk", Some("bed")),
        item(ItemKind::Scenario, "other-talk", None),
    ];
    ExamStep::Began {
        form: Box::new(Form {
            blueprint: "first-look".into(),
            items,
            ..Form::default()
        }),
        timed: false,
    }
}

fn answered(choice: &str) -> ExamStep {
    ExamStep::Answered {
        item: 0,
        choice: choice.into(),
        confidence: None,
    }
}

fn said(node: &str) -> ExamStep {
    ExamStep::Played {
        item: 1,
        event: Box::new(Event::Stepped(Box::new(Step {
            node: node.into(),
            chosen: "ask".into(),
            ..Step::default()
        }))),
    }
}

/// A sitting of Ana's, its events a minute apart.
fn practise(journal: &mut Sqlite, minute: i64, events: Vec<PracticeEvent>) {
    let id = attempt(minute);
    journal.begin_practice(id, "Ana", at(minute), &events[0]).unwrap();
    for (seq, event) in (1..).zip(&events[1..]) {
        journal
            .append_practice(id, seq, at(minute + i64::from(seq)), std::slice::from_ref(event))
            .unwrap();
    }
}

#[test]
fn drilled_answers_are_first_answers_and_no_conversation() {
    let mut journal = Sqlite::in_memory().unwrap();
    let events = vec![drill("A3"), drilled("small-talk", "hall", "ask")];
    practise(&mut journal, 0, events.clone());
    play(&mut journal, 10, "small-talk", &[stepped(0, "hall", "wait")]);
    assert_eq!(journal.practice_events(attempt(0)).unwrap(), events);
    let first = journal.first_answers("Ana").unwrap();
    assert_eq!(first.len(), 1);
    assert_eq!(
        (&*first[0].chosen, first[0].met, first[0].hinted),
        ("ask", Met::Drill, true)
    );
    assert_eq!(first[0].draws.len(), 1);
    assert_eq!(journal.answers("Ana").unwrap().len(), 2);
    assert_eq!(journal.history("Ana").unwrap().len(), 1);
    assert_eq!(journal.open_attempts("Ana").unwrap().len(), 1);
    assert_eq!(journal.played("Ana").unwrap().len(), 1);
    let practised = &journal.practised("Ana").unwrap()[0];
    assert_eq!(
        (&*practised.about, practised.seed, practised.answers),
        ("A3", u64::MAX, 1)
    );
    assert_eq!(
        (practised.started, practised.last, practised.closed),
        (at(0), at(1), None)
    );
}

#[test]
fn an_exam_counts_when_it_is_closed_and_at_the_time_of_each_answer() {
    let mut journal = Sqlite::in_memory().unwrap();
    let steps = vec![form(), answered("wait"), said("hall"), answered("ask")];
    practise(&mut journal, 0, steps.into_iter().map(exam).collect());
    assert_eq!(journal.answers("Ana").unwrap(), []);
    assert_eq!(journal.practised("Ana").unwrap()[0].closed, None);
    let closed = exam(ExamStep::Closed(Closing::TimeUp));
    journal.append_practice(attempt(0), 4, at(60), &[closed]).unwrap();
    let answers = journal.answers("Ana").unwrap();
    let brief: Vec<_> = answers
        .iter()
        .map(|it| (&*it.scenario, &*it.node, &*it.chosen, it.met, it.at))
        .collect();
    let expected = [
        ("other-talk", "hall", "ask", Met::Exam, at(2)),
        ("small-talk", "bed", "ask", Met::Exam, at(3)),
    ];
    assert_eq!(brief, expected);
    let practised = &journal.practised("Ana").unwrap()[0];
    assert_eq!((practised.closed, practised.answers), (Some(Closing::TimeUp), 2));
    let kept = derived(&journal);
    journal.transaction(|journal| rebuild(&journal.conn)).unwrap();
    assert_eq!(derived(&journal), kept);
}

#[test]
fn the_same_again_changes_nothing_and_what_differs_is_refused() {
    let mut journal = Sqlite::in_memory().unwrap();
    let events = vec![drill("A3"), drilled("small-talk", "hall", "ask")];
    practise(&mut journal, 0, events.clone());
    let kept = derived(&journal);
    practise(&mut journal, 0, events);
    assert_eq!(derived(&journal), kept);
    let other = [drilled("small-talk", "hall", "wait")];
    let refused = |seq, journal: &mut Sqlite| {
        journal
            .append_practice(attempt(0), seq, at(5), &other)
            .unwrap_err()
            .kind
    };
    assert_eq!(refused(1, &mut journal), Kind::Elsewhere);
    assert_eq!(refused(7, &mut journal), Kind::Gap);
    let gone = journal.append_practice(attempt(9), 1, at(5), &other).unwrap_err();
    assert_eq!(gone.kind, Kind::Gone);
    assert_eq!(derived(&journal), kept);
}

#[test]
fn forgetting_a_conversation_leaves_the_drilled_answer_and_the_other_way_round() {
    let mut journal = Sqlite::in_memory().unwrap();
    play(&mut journal, 0, "small-talk", &[stepped(0, "hall", "wait")]);
    practise(
        &mut journal,
        10,
        vec![drill("A3"), drilled("small-talk", "hall", "ask")],
    );
    let words = OwnWords {
        line: 0,
        step: 0,
        node: "small-talk/hall".into(),
        text: "Hm.".to_owned(),
    };
    journal.keep_words(attempt(10), at(11), &words).unwrap();
    assert_eq!(&*journal.first_answers("Ana").unwrap()[0].chosen, "wait");
    journal.forget(&Forget::Attempt(attempt(0))).unwrap();
    assert_eq!(&*journal.first_answers("Ana").unwrap()[0].chosen, "ask");
    let done = journal.forget(&Forget::Attempt(attempt(10))).unwrap();
    assert_eq!((done.words, done.attempts), (1, 1));
    assert_eq!(journal.first_answers("Ana").unwrap(), []);
    assert_eq!(journal.practised("Ana").unwrap(), []);
}

#[test]
fn a_journal_from_before_drills_is_brought_up_with_its_answers() {
    let (_folder, path) = on_disk();
    let mut journal = Sqlite::open(&path).unwrap();
    play(&mut journal, 0, "small-talk", &[stepped(0, "hall", "ask")]);
    let kept = derived(&journal);
    let back = "ALTER TABLE attempt DROP COLUMN kind; DROP TABLE answer; DROP TABLE practised; PRAGMA user_version = 2";
    journal.conn.execute_batch(back).unwrap();
    drop(journal);
    let journal = Sqlite::open(&path).unwrap();
    assert_eq!(derived(&journal), kept);
    assert_eq!(journal.answers("Ana").unwrap().len(), 1);
}
