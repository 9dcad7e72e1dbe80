//! Live walks, written down, read back and walked again.

use proptest::collection::vec;
use proptest::prelude::*;

use super::play::{key, rubric, scenario};
use crate::engine::{Draws, Machine, Offer, Silent, State};
use crate::model::{Event, Name, Offered, RoleIx, RunLine, Scenario, Step, Transcript, flow_hash};
use crate::record::replay::{replay, score_transcript};
use crate::record::result::{self, Marks};
use crate::record::{Mismatch, Why, transcript};
use crate::scoring::{LineResult, References, Taken, Walked, score_line};

/// Lines walked live with nothing but the machine.
struct Live<'a> {
    machine: Machine<'a>,
    draws: Draws,
    role: RoleIx,
    transcript: Transcript,
    lines: Vec<(Vec<State>, Vec<Taken>)>,
}

impl<'a> Live<'a> {
    fn begin(scenario: &'a Scenario, seed: u64, role: RoleIx) -> Self {
        let machine = Machine::new(scenario);
        let draws = Draws::from_seed(scenario, seed);
        let state = machine.start(role, &draws, &mut Silent).unwrap();
        let transcript = Transcript {
            scenario: scenario.id.clone(),
            scenario_version: scenario.version,
            flow_hash: flow_hash(scenario),
            seed,
            role: scenario.roles[role.at()].clone(),
            draws: draws.names(scenario),
            lines: vec![RunLine::default()],
            ..Transcript::default()
        };
        Live {
            machine,
            draws,
            role,
            transcript,
            lines: vec![(vec![state], Vec::new())],
        }
    }

    /// One move picked by a number: a choice, or a rewind when it is large or the line is over.
    fn go(&mut self, number: usize) {
        let scenario = self.machine.scenario();
        let (states, taken) = self.lines.last().unwrap();
        let now = states.last().unwrap();
        let offers: Vec<Offer> = self.machine.offers(now).collect();
        let open: Vec<&Offer> = offers.iter().filter(|offer| !offer.locked).collect();
        if open.is_empty() || number > 200 {
            let shared = number % (taken.len() + 1);
            let branched = (states[..=shared].to_vec(), taken[..shared].to_vec());
            let parent = u32::try_from(self.lines.len() - 1).unwrap();
            self.transcript.apply(&Event::Rewound {
                parent,
                shared: u32::try_from(shared).unwrap(),
            });
            self.lines.push(branched);
            return;
        }
        let choice = open[number % open.len()].choice;
        let mut after = now.clone();
        self.machine.take(&mut after, choice, &mut Silent).unwrap();
        let about = scenario.choice(choice);
        let id = |offer: &Offer| Offered {
            choice: scenario.choice(offer.choice).id.clone(),
            locked: offer.locked,
        };
        let line = u32::try_from(self.lines.len() - 1).unwrap();
        self.transcript.apply(&Event::Stepped(Box::new(Step {
            line,
            node: scenario.node(about.node).id.clone(),
            offered: offers.iter().map(id).collect(),
            chosen: about.id.clone(),
            ..Step::default()
        })));
        if let Some(ending) = after.ended() {
            self.transcript.apply(&Event::Ended {
                line,
                ending: scenario.ending(ending).id.clone(),
            });
        }
        let (states, taken) = self.lines.last_mut().unwrap();
        taken.push(Taken {
            node: about.node,
            choice,
        });
        states.push(after);
    }

    fn results(&self) -> Vec<LineResult> {
        let scenario = self.machine.scenario();
        let score = |(states, taken): &(Vec<State>, Vec<Taken>)| {
            let end = states.last().filter(|state| state.ended().is_some());
            let walked = Walked {
                draws: &self.draws,
                role: self.role,
                taken,
                end,
            };
            score_line(scenario, &key(scenario), &rubric(), &walked)
        };
        self.lines.iter().map(score).collect()
    }
}

proptest! {
    #[test]
    fn replay_of_a_transcript_equals_the_live_walk(seed: u64, role in 0..2_u32, moves in vec(0..256_usize, 0..40)) {
        let scenario = scenario();
        let mut live = Live::begin(&scenario, seed, RoleIx(role));
        moves.into_iter().for_each(|number| live.go(number));
        let read = transcript::from_json(&transcript::to_json(&live.transcript)).unwrap();
        let scored = score_transcript(&scenario, &key(&scenario), &rubric(), &read).unwrap();
        prop_assert!(!scored.replayed.flow_changed);
        prop_assert_eq!(&scored.replayed.draws, &live.draws);
        prop_assert_eq!(scored.replayed.lines.len(), live.lines.len());
        for (again, (states, taken)) in scored.replayed.lines.iter().zip(&live.lines) {
            prop_assert_eq!(&again.taken, taken);
            prop_assert!(again.states().eq(states.iter()));
        }
        prop_assert_eq!(scored.results, live.results());
    }
}

fn walked(moves: &[&str]) -> Transcript {
    walked_when("to_know", moves)
}

fn walked_when(wants: &str, moves: &[&str]) -> Transcript {
    let scenario = scenario();
    let seed = (0..)
        .find(|seed| Draws::from_seed(&scenario, *seed).names(&scenario)[0].1 == *wants)
        .unwrap();
    let mut transcript = Live::begin(&scenario, seed, RoleIx(0)).transcript;
    for step in moves {
        let (node, chosen) = step.split_once('/').unwrap();
        transcript.steps.push(Step {
            node: node.into(),
            chosen: chosen.into(),
            ..Step::default()
        });
    }
    transcript
}

fn name(text: &str) -> Name {
    text.into()
}

fn mismatch(transcript: &Transcript) -> Mismatch {
    let scenario = scenario();
    score_transcript(&scenario, &key(&scenario), &rubric(), transcript).unwrap_err()
}

#[test]
fn a_step_that_is_not_offered_is_named_with_what_was() {
    let fault = mismatch(&walked(&["hall/wait", "hall/wait"]));
    assert_eq!(
        fault.to_string(),
        "the transcript of `small-talk` cannot be scored: step 2, `hall/wait` is not offered; offered are `hall/ask`, \
         `hall/promise`. The file was changed after it was written; play again, or use the original"
    );
}

#[test]
fn a_locked_step_is_not_offered() {
    let fault = mismatch(&walked(&["hall/promise", "bed/back", "hall/promise", "bed/tell"]));
    let Why::NotOffered { at, offered } = &fault.why else {
        panic!("{fault}")
    };
    assert_eq!(
        (at.step, at.address.as_str(), offered.as_slice()),
        (4, "bed/tell", &["bed/hush".to_owned()][..])
    );
}

#[test]
fn a_step_of_another_place_says_where_the_conversation_stands() {
    let fault = mismatch(&walked(&["hall/ask", "delegation/agree"])).to_string();
    assert!(
        fault.contains("step 2, `delegation/agree` is not where the conversation stands, which is `bed`"),
        "{fault}"
    );
    let fault = mismatch(&walked(&["hall/ask", "bed/tell", "bed/hush"])).to_string();
    assert!(
        fault.contains("step 3, `bed/hush` comes after the ending `heard`"),
        "{fault}"
    );
}

#[test]
fn a_changed_scenario_is_said_to_have_changed() {
    let mut transcript = walked(&["hall/gone"]);
    transcript.flow_hash = "0".repeat(64);
    let fault = mismatch(&transcript).to_string();
    assert!(
        fault.contains("has changed since (it was version 1, this is version 1)"),
        "{fault}"
    );
}

#[test]
fn what_would_silently_change_the_score_is_refused() {
    let sound = walked(&["hall/ask", "bed/tell"]);
    assert!(replay(&scenario(), &sound).is_ok());
    let with = |change: fn(&mut Transcript)| {
        let mut changed = sound.clone();
        change(&mut changed);
        mismatch(&changed).why
    };
    assert!(matches!(
        with(|it| it.draws[0].1 = name("nothing")),
        Why::Draw { value: Some(_), .. }
    ));
    assert!(matches!(with(|it| it.draws.clear()), Why::Draw { value: None, .. }));
    assert!(matches!(with(|it| it.role = name("chaplain")), Why::Role { .. }));
    assert!(matches!(
        with(|it| it.scenario = name("large-talk")),
        Why::OtherScenario { .. }
    ));
    assert!(matches!(
        with(|it| it.lines[0].ended = Some(name("hushed"))),
        Why::Ending { reached: Some(_), .. }
    ));
    let far = RunLine {
        parent: Some((0, 3)),
        ..RunLine::default()
    };
    let mut branched = sound.clone();
    branched.lines.push(far);
    assert!(matches!(
        mismatch(&branched).why,
        Why::Branch {
            line: 1,
            above: 0,
            shared: 3
        }
    ));
}

#[test]
fn a_key_of_another_scenario_is_refused() {
    let scenario = scenario();
    let mut key = key(&scenario);
    key.scenario = name("large-talk");
    let fault = score_transcript(&scenario, &key, &rubric(), &walked(&[])).unwrap_err();
    assert_eq!(
        fault.why,
        Why::OtherKey {
            keyed: "large-talk".to_owned()
        }
    );
}

/// Two disasters earn nothing of what was possible, and the owed question was never settled on this draw.
#[test]
fn a_result_says_it_all_by_names() {
    let scenario = scenario();
    let (key, rubric) = (key(&scenario), rubric());
    let transcript = walked_when("delegates", &["hall/promise", "bed/hush"]);
    let scored = score_transcript(&scenario, &key, &rubric, &transcript).unwrap();
    let references = References {
        best: 100.0,
        ..References::default()
    };
    let marks = Marks {
        scenario: &scenario,
        key: &key,
        rubric: &rubric,
        references: Some(&references),
    };
    let text = result::to_json(&marks, &scored);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&json["format"], &json["key"]["basis"]), (&1.into(), &"author".into()));
    assert!(json["note"].as_str().unwrap().contains("one author's opinion"));
    let line = &json["lines"][0];
    assert_eq!((&line["ending"], &line["record"]), (&"hushed".into(), &true.into()));
    assert_eq!(line["process"]["score"], 0.0);
    assert_eq!(line["references"]["between"], 0.0);
    assert_eq!(line["label"]["band"], "not-yet");
    assert_eq!(
        line["label"]["caps"],
        serde_json::json!([]),
        "nothing held down what was lowest anyway"
    );
    assert_eq!(
        line["errors"][0]["made"],
        serde_json::json!({"step": 1, "choice": "hall/promise"})
    );
    assert_eq!(line["errors"][1]["because"], "Never asked.");
    assert_eq!(
        line["owed"][0],
        serde_json::json!({"item": "asks", "weight": 2.0, "settled": false})
    );
    assert_eq!(line["domains"][0]["moments"][1]["mark"], "empty");
    assert_eq!(
        (&line["moments"][1]["choice"], &line["moments"][1]["cue"]),
        (&"bed/hush".into(), &"NR".into())
    );
    let alone = result::to_value(&marks, &scored.results[0]);
    assert!(
        alone
            .as_object()
            .unwrap()
            .iter()
            .all(|(field, value)| line[field] == *value)
    );
}
