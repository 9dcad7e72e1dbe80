//! Whole sittings through session, journal and transcript together: what was lived is what is kept, restored and scored again.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::sync::Arc;

use bedside::engine::Offer;
use bedside::journal::{AttemptId, Journal, OwnWords, Sqlite, Utc};
use bedside::model;
use bedside::model::{Event, Mode};
use bedside::record::{replay, transcript};
use bedside::session::{Answered, Current, Input, Output, Session, Setup};
use proptest::collection::vec;
use proptest::prelude::*;

#[path = "../src/record/tests/play.rs"]
mod play;
#[path = "support/years.rs"]
mod years;

/// A sitting and the journal it is kept in.
struct Kept {
    session: Session,
    journal: Sqlite,
    id: AttemptId,
    seq: u32,
    words: Vec<OwnWords>,
}

impl Kept {
    fn begin(seed: u64, mode: Mode) -> Self {
        let scenario = Arc::new(play::scenario());
        let key = Arc::new(play::key(&scenario));
        let setup = Setup {
            seed,
            mode,
            role: "nurse".into(),
            pack: "built-in".into(),
        };
        let (session, outputs) = Session::begin(scenario, Arc::new(play::rubric()), Some(key), &setup).unwrap();
        let mut journal = Sqlite::in_memory().unwrap();
        let id = AttemptId::from_parts(Utc::default(), [0; 10]);
        let [Output::Record(Event::Began(began))] = &*outputs else {
            panic!("{outputs:?}")
        };
        journal.begin(id, "Ana", Utc::default(), began).unwrap();
        Kept {
            session,
            journal,
            id,
            seq: 1,
            words: Vec::new(),
        }
    }

    /// One move picked by a number; what the mode denies is passed over.
    fn go(&mut self, number: u16) {
        let pick = usize::from(number >> 4);
        let input = match (number % 16, self.session.current()) {
            (0, _) => Input::Rewind {
                line: pick / 8 % (self.session.runs().len() + 1),
                to: pick % 8,
            },
            (1, _) => Input::Hint,
            (2, _) => Input::Why { step: pick % 4 },
            (3, _) if pick.is_multiple_of(3) => Input::Leave,
            (4, _) => Input::OwnWords {
                text: ["", "Tell me more."][pick % 2].to_owned(),
            },
            (5, _) => Input::Answer {
                text: "It was hard.".to_owned(),
            },
            (_, Current::Deciding { offers, .. }) => {
                let open: Vec<&Offer> = offers.iter().filter(|offer| !offer.locked).collect();
                Input::Choose(Answered {
                    choice: open[pick % open.len()].choice,
                    confidence: [None, Some(50), Some(90)][pick % 3],
                    took_ms: Some(u32::from(number)),
                    ..Answered::default()
                })
            }
            _ => Input::Rewind { line: 0, to: 0 },
        };
        let Ok(outputs) = self.session.handle(input) else {
            return;
        };
        let mut events = Vec::new();
        for output in outputs {
            match output {
                Output::Record(event) => events.push(event),
                Output::KeepWords { line, step, node, text } => {
                    let words = OwnWords { line, step, node, text };
                    self.journal.keep_words(self.id, Utc::default(), &words).unwrap();
                    self.words.retain(|kept| (kept.line, kept.step) != (line, step));
                    self.words.extend((!words.text.is_empty()).then_some(words));
                }
            }
        }
        self.journal.append(self.id, self.seq, Utc::default(), &events).unwrap();
        self.seq += u32::try_from(events.len()).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_sitting_is_kept_restored_and_scored_as_it_was(seed: u64, mode in 0..3_usize, moves in vec(any::<u16>(), 0..40)) {
        let mut kept = Kept::begin(seed, Mode::ALL[mode]);
        moves.into_iter().for_each(|number| kept.go(number));
        let Kept { session: live, journal, id, words, .. } = kept;

        let events = journal.events(id).unwrap();
        let own = || (Arc::clone(live.scenario()), Arc::clone(live.rubric()), live.key().cloned());
        let (scenario, rubric, key) = own();
        let restored = Session::restore(scenario, rubric, key, &events).unwrap().unwrap();
        prop_assert_eq!(&restored.changed, &[]);
        prop_assert_eq!(restored.session.transcript(), live.transcript());
        prop_assert_eq!(restored.session.current(), live.current());
        prop_assert_eq!(restored.session.state(), live.state());

        let mut by_place = words;
        by_place.sort_by_key(|words| (words.line, words.step));
        prop_assert_eq!(journal.own_words(id).unwrap(), by_place);

        let read = transcript::from_json(&transcript::to_json(live.transcript())).unwrap();
        let (scenario, rubric, key) = own();
        let scored = replay::score_transcript(&scenario, &key.unwrap(), &rubric, &read).unwrap();
        prop_assert_eq!(scored.replayed.record_line(), live.record_line());
        for (line, result) in scored.results.iter().enumerate() {
            let lived = live.result(line);
            prop_assert_eq!(Some(result), lived.as_ref());
            prop_assert_eq!(&scored.replayed.lines[line].state, &live.runs()[line].state);
        }
        let history = &journal.history("Ana").unwrap()[0];
        prop_assert_eq!(history.lines as usize, live.runs().len());
        prop_assert_eq!(history.steps as usize, live.transcript().steps.len());
        let open = journal.open_attempts("Ana").unwrap();
        prop_assert_eq!(open.len(), usize::from(!live.over()));
        if let [open] = &*open {
            prop_assert_eq!(open.at_step as usize, live.run().turns.len());
        }
    }
}

#[test]
fn years_of_practice_are_answered_from_few_rows() {
    let mut journal = Sqlite::in_memory().unwrap();
    years::fill(&mut journal, "Ana", 4_000).unwrap();
    let played = journal.played("Ana").unwrap();
    let history = journal.history("Ana").unwrap();
    assert_eq!(played.len(), years::SCENARIOS);
    assert_eq!(played.iter().map(|it| it.times as usize).sum::<usize>(), history.len());
    let choices: usize = history.iter().map(|past| past.steps as usize).sum();
    assert!((4_000..4_000 + years::STEPS).contains(&choices), "{choices}");
    assert_eq!(
        journal.records("Ana").unwrap().len(),
        played.iter().filter(|it| it.has_record).count()
    );
    let decisions = journal.first_answers("Ana").unwrap().len();
    assert!(
        (years::SCENARIOS * years::STEPS..=years::SCENARIOS * 13).contains(&decisions),
        "{decisions}"
    );
    let open = journal.open_attempts("Ana").unwrap();
    assert!(!open.is_empty() && open.windows(2).all(|pair| pair[0].started > pair[1].started));
}
