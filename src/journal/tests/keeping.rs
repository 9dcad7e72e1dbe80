//! What is written is read, once, in order, and what is derived from it is what it would be made anew.

use proptest::collection::vec;
use proptest::prelude::*;

use super::{answered, at, attempt, began, derived, ended, play, stepped};
use crate::journal::derived::rebuild;
use crate::journal::{EndingSeen, Journal, Kind, Outcome, OwnWords, Sqlite};
use crate::model::{Event, Look, Met, Transcript};

#[test]
fn events_come_back_in_order_with_the_words_kept_apart() {
    let mut journal = Sqlite::in_memory().unwrap();
    let events = vec![
        stepped(0, "hall", "ask"),
        answered("It was hard.\n\"Very\"."),
        Event::Left { line: 0 },
    ];
    let id = play(&mut journal, 0, "small-talk", &events);
    let read = journal.events(id).unwrap();
    assert_eq!(read[0], Event::Began(Box::new(began("small-talk"))));
    assert_eq!(read[1..], events);
    assert!(super::dump(&journal, "event").iter().all(|row| !row.contains("hard")));
    assert_eq!(journal.events(attempt(99)).unwrap(), []);
}

#[test]
fn the_same_again_changes_nothing_and_another_is_refused() {
    let mut journal = Sqlite::in_memory().unwrap();
    let id = play(
        &mut journal,
        0,
        "small-talk",
        &[stepped(0, "hall", "ask"), ended(0, "heard")],
    );
    let before = (super::dump(&journal, "event"), derived(&journal));
    journal.begin(id, "Ana", at(0), &began("small-talk")).unwrap();
    journal
        .append(id, 1, at(7), &[stepped(0, "hall", "ask"), ended(0, "heard")])
        .unwrap();
    assert_eq!((super::dump(&journal, "event"), derived(&journal)), before);
    let fault = journal.append(id, 2, at(7), &[ended(0, "hushed")]).unwrap_err();
    assert_eq!(fault.kind, Kind::Elsewhere);
    let fault = journal.append(id, 9, at(7), &[ended(0, "hushed")]).unwrap_err();
    assert_eq!(fault.kind, Kind::Gap);
    let fault = journal.append(attempt(5), 1, at(7), &[ended(0, "hushed")]).unwrap_err();
    assert_eq!(fault.kind, Kind::Gone);
    assert_eq!((super::dump(&journal, "event"), derived(&journal)), before);
}

#[test]
fn events_of_one_write_are_all_kept_or_none() {
    let mut journal = Sqlite::in_memory().unwrap();
    let id = play(&mut journal, 0, "small-talk", &[stepped(0, "hall", "ask")]);
    // The first of the two is new, the second cannot be written.
    journal
        .conn
        .execute_batch("CREATE TEMP TRIGGER no BEFORE INSERT ON ended_line BEGIN SELECT RAISE (ABORT, 'no'); END")
        .unwrap();
    journal
        .append(id, 2, at(3), &[stepped(0, "bed", "tell"), ended(0, "heard")])
        .unwrap_err();
    assert_eq!(journal.events(id).unwrap().len(), 2);
    journal.conn.execute_batch("DROP TRIGGER no").unwrap();
    journal
        .append(id, 2, at(3), &[stepped(0, "bed", "tell"), ended(0, "heard")])
        .unwrap();
    assert_eq!(journal.events(id).unwrap().len(), 4);
}

#[test]
fn an_event_cannot_be_changed() {
    let mut journal = Sqlite::in_memory().unwrap();
    play(&mut journal, 0, "small-talk", &[]);
    let fault = journal.conn.execute("UPDATE event SET json = '{}'", []).unwrap_err();
    assert!(fault.to_string().contains("events are never changed"));
}

#[test]
fn open_attempts_are_listed_newest_first() {
    let mut journal = Sqlite::in_memory().unwrap();
    play(&mut journal, 0, "small-talk", &[stepped(0, "hall", "ask")]);
    play(
        &mut journal,
        10,
        "small-talk",
        &[stepped(0, "hall", "ask"), Event::Left { line: 0 }],
    );
    play(
        &mut journal,
        20,
        "other-talk",
        &[stepped(0, "hall", "ask"), ended(0, "heard")],
    );
    let again = [
        stepped(0, "hall", "ask"),
        ended(0, "heard"),
        Event::Rewound { parent: 0, shared: 0 },
    ];
    play(&mut journal, 30, "other-talk", &again);
    journal.begin(attempt(40), "Ben", at(40), &began("small-talk")).unwrap();
    let open = journal.open_attempts("Ana").unwrap();
    let brief: Vec<_> = open
        .iter()
        .map(|it| (it.attempt, it.at_step, it.steps, it.practice))
        .collect();
    assert_eq!(brief, [(attempt(30), 0, 1, true), (attempt(0), 1, 1, false)]);
    assert_eq!((open[1].started, open[1].last), (at(0), at(1)));
    assert_eq!(journal.open_attempts("Ben").unwrap().len(), 1);
    assert_eq!(journal.open_attempts("Cleo").unwrap(), []);
    assert_eq!(journal.learners().unwrap(), ["Ana", "Ben"]);
}

#[test]
fn history_tells_how_each_came_out() {
    let mut journal = Sqlite::in_memory().unwrap();
    play(&mut journal, 0, "small-talk", &[stepped(0, "hall", "ask")]);
    play(&mut journal, 10, "small-talk", &[Event::Left { line: 0 }]);
    let again = Event::Rewound { parent: 0, shared: 1 };
    let both = [
        stepped(0, "hall", "ask"),
        ended(0, "heard"),
        again,
        stepped(1, "bed", "hush"),
        Event::Left { line: 1 },
    ];
    play(&mut journal, 20, "small-talk", &both);
    let history = journal.history("Ana").unwrap();
    let brief: Vec<_> = history
        .iter()
        .map(|past| (past.outcome, past.ending.as_deref(), past.steps, past.lines))
        .collect();
    let expected = [
        (Outcome::Ended, Some("heard"), 2, 2),
        (Outcome::Left, None, 0, 1),
        (Outcome::Open, None, 1, 1),
    ];
    assert_eq!(brief, expected);
    assert_eq!((history[0].seed, history[0].version), (u64::MAX - 1, 3));
    assert_eq!((history[0].started, history[0].last), (at(20), at(25)));
}

#[test]
fn each_scenario_says_when_it_was_played_and_which_endings_were_seen() {
    let mut journal = Sqlite::in_memory().unwrap();
    play(&mut journal, 0, "small-talk", &[ended(0, "hushed")]);
    play(&mut journal, 10, "small-talk", &[ended(0, "heard")]);
    play(&mut journal, 20, "small-talk", &[ended(0, "hushed")]);
    play(&mut journal, 30, "other-talk", &[stepped(0, "hall", "ask")]);
    let played = journal.played("Ana").unwrap();
    assert_eq!(
        (
            &*played[0].scenario,
            played[0].times,
            played[0].has_record,
            played[0].last
        ),
        ("other-talk", 1, false, at(31))
    );
    let seen = |ending: &str, minute| EndingSeen {
        ending: ending.into(),
        first: at(minute),
    };
    assert_eq!(played[1].endings, [seen("hushed", 1), seen("heard", 11)]);
    assert_eq!(
        (played[1].times, played[1].has_record, played[1].last),
        (3, true, at(21))
    );
}

#[test]
fn the_record_is_the_first_line_to_end_and_says_whether_it_was_fresh() {
    let mut journal = Sqlite::in_memory().unwrap();
    play(
        &mut journal,
        0,
        "fresh",
        &[stepped(0, "hall", "ask"), ended(0, "heard")],
    );
    play(&mut journal, 10, "fresh", &[ended(0, "hushed")]);
    play(
        &mut journal,
        20,
        "second",
        &[stepped(0, "hall", "ask"), Event::Left { line: 0 }],
    );
    play(&mut journal, 30, "second", &[ended(0, "heard")]);
    play(
        &mut journal,
        40,
        "rewound",
        &[Event::Rewound { parent: 0, shared: 0 }, ended(1, "heard")],
    );
    play(&mut journal, 50, "looked-in", &[]);
    play(&mut journal, 60, "looked-in", &[ended(0, "heard")]);
    let records = journal.records("Ana").unwrap();
    let brief: Vec<_> = records
        .iter()
        .map(|it| (&*it.scenario, it.attempt, it.line, &*it.ending, it.replay))
        .collect();
    let expected = [
        ("fresh", attempt(0), 0, "heard", false),
        ("looked-in", attempt(60), 0, "heard", false),
        ("rewound", attempt(40), 1, "heard", true),
        ("second", attempt(30), 0, "heard", true),
    ];
    assert_eq!(brief, expected);
}

#[test]
fn first_answers_are_first_by_time_even_when_they_arrive_late() {
    let mut journal = Sqlite::in_memory().unwrap();
    play(
        &mut journal,
        10,
        "small-talk",
        &[stepped(0, "hall", "promise"), stepped(0, "bed", "tell")],
    );
    // A journal on a full disk, or another window: older, written later.
    play(&mut journal, 0, "small-talk", &[stepped(0, "hall", "ask")]);
    play(&mut journal, 20, "small-talk", &[stepped(0, "hall", "wait")]);
    let first = journal.first_answers("Ana").unwrap();
    let brief: Vec<_> = first
        .iter()
        .map(|it| (&*it.node, &*it.chosen, it.attempt, it.at))
        .collect();
    assert_eq!(
        brief,
        [("hall", "ask", attempt(0), at(1)), ("bed", "tell", attempt(10), at(12))]
    );
    assert_eq!((first[0].confidence, first[0].met), (Some(70), Met::Conversation));
    assert_eq!(first[0].draws, began("small-talk").draws);
    let all = journal.answers("Ana").unwrap();
    let brief: Vec<_> = all.iter().map(|it| (&*it.node, &*it.chosen, it.draws.len())).collect();
    let expected = [
        ("hall", "ask", 1),
        ("hall", "promise", 0),
        ("bed", "tell", 1),
        ("hall", "wait", 0),
    ];
    assert_eq!(brief, expected, "in order of time, with draws where they are first");
}

#[test]
fn own_words_are_kept_taken_back_and_replaced() {
    let mut journal = Sqlite::in_memory().unwrap();
    let id = play(&mut journal, 0, "small-talk", &[]);
    let words = |step, text: &str| OwnWords {
        line: 0,
        step,
        node: "hall".into(),
        text: text.to_owned(),
    };
    for (step, text) in [
        (1, "Tell me more."),
        (0, "Hm."),
        (0, "What worries you?"),
        (2, "Oh."),
        (2, "  "),
    ] {
        journal.keep_words(id, at(1), &words(step, text)).unwrap();
    }
    assert_eq!(
        journal.own_words(id).unwrap(),
        [words(0, "What worries you?"), words(1, "Tell me more.")]
    );
    let fault = journal.keep_words(attempt(5), at(1), &words(0, "x")).unwrap_err();
    assert_eq!(fault.kind, Kind::Gone);
}

fn any_event() -> impl Strategy<Value = Event> {
    let name = || prop::sample::select(vec!["a", "b", "c"]);
    prop_oneof![
        4 => (0..3_u32, name(), name()).prop_map(|(line, node, chosen)| stepped(line, node, chosen)),
        1 => (0..3_u32, 0..3_u32).prop_map(|(parent, shared)| Event::Rewound { parent, shared }),
        1 => (0..3_u32, name()).prop_map(|(line, ending)| ended(line, ending)),
        1 => (0..3_u32).prop_map(|line| Event::Left { line }),
        1 => name().prop_map(answered),
        1 => name().prop_map(|node| Event::Looked { line: 0, node: node.into(), at: Look::Why }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Attempts interleaved, times out of order, writes repeated: the derived tables are those made anew from the events.
    #[test]
    fn what_is_derived_can_be_made_anew(writes in vec((0..4_i64, 0..99_i64, vec(any_event(), 1..3), any::<bool>()), 0..40)) {
        let mut journal = Sqlite::in_memory().unwrap();
        let mut next = [0_u32; 4];
        for (which, minute, events, twice) in writes {
            let (id, index) = (attempt(which), usize::try_from(which).unwrap());
            if next[index] == 0 {
                let scenario = ["one", "two"][index % 2];
                journal.begin(id, ["Ana", "Ben"][index / 2], at(minute), &began(scenario)).unwrap();
                next[index] = 1;
            }
            for _ in 0..=usize::from(twice) {
                journal.append(id, next[index], at(minute), &events).unwrap();
            }
            next[index] += u32::try_from(events.len()).unwrap();
        }
        let kept = derived(&journal);
        journal.transaction(|journal| rebuild(&journal.conn)).unwrap();
        prop_assert_eq!(derived(&journal), kept);
    }

    #[test]
    fn what_is_kept_folds_to_the_live_transcript(events in vec(any_event(), 0..30)) {
        let mut live = began("small-talk");
        events.iter().for_each(|event| live.apply(event));
        let mut journal = Sqlite::in_memory().unwrap();
        let id = play(&mut journal, 0, "small-talk", &events);
        prop_assert_eq!(Transcript::fold(&journal.events(id).unwrap()), Some(live));
    }
}
