//! Forms, sittings and results over a small library.

use std::sync::Arc;

use super::*;
use crate::model::{
    Blueprint, Cell, ChoiceIx, Closing, Day, DomainIx, ExamEvent, Form, ItemKind, Library, Name, NodeIx, PassMark,
    Scenario, Track,
};
use crate::practice::fixture::six;
use crate::practice::{Pool, Witness, Witnesses};
use crate::scoring::{References, Spread};
use crate::session::{Answered, Current};

fn ways(scenario: &Scenario, node: NodeIx) -> Option<Witness> {
    Witnesses::of(scenario, None).get(node).cloned()
}

fn cell(domain: Option<u32>, track: Option<Track>, count: u32) -> Cell {
    Cell {
        domain: domain.map(DomainIx),
        track,
        topic: None,
        count,
        span: Default::default(),
    }
}

fn blueprint(scenarios: Vec<Cell>, singles: Vec<Cell>) -> Blueprint {
    Blueprint {
        id: Name::from("small"),
        span: Default::default(),
        title: "A small one".into(),
        about: String::new(),
        status: "drafted, small".into(),
        minutes: Some(20),
        scenarios,
        singles,
        pass_mark: None,
    }
}

fn usual() -> Blueprint {
    blueprint(
        vec![cell(None, Some(Track::Cultural), 1)],
        vec![cell(Some(1), None, 3), cell(Some(0), None, 5)],
    )
}

fn form(blueprint: &Blueprint, library: &Library, seed: u64) -> Result<Form, CannotFill> {
    fill(blueprint, &Pool::of(library, None), seed, &mut ways)
}

#[test]
fn a_seed_fixes_the_form_for_everyone() {
    let library = six();
    let one = form(&usual(), &library, 4).unwrap();
    assert_eq!(one, form(&usual(), &library, 4).unwrap());
    assert_ne!(one.items, form(&usual(), &library, 5).unwrap().items);
    let kinds: Vec<ItemKind> = one.items.iter().map(|item| item.kind).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == ItemKind::Single).count(), 8);
    assert_eq!(kinds[0], ItemKind::Scenario);
}

#[test]
fn no_single_decision_comes_from_a_conversation_of_the_form_or_twice() {
    let library = six();
    for seed in 0..20 {
        let form = form(&usual(), &library, seed).unwrap();
        let talk = &form.items[0].scenario;
        let singles = &form.items[1..];
        assert!(singles.iter().all(|item| item.scenario != *talk));
        let mut names: Vec<_> = singles.iter().map(|item| (&item.scenario, &item.node)).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 8);
    }
}

/// A later moment of a conversation tells how an earlier one went.
#[test]
fn moments_of_one_conversation_stand_in_its_order() {
    let library = six();
    let all = blueprint(Vec::new(), vec![cell(None, None, 24)]);
    let form = form(&all, &library, 9).unwrap();
    for entry in &library.entries {
        let mine = form.items.iter().filter(|item| item.scenario == entry.id);
        let depth: Vec<usize> = mine.map(|item| item.path.len()).collect();
        assert_eq!(depth, [0, 1, 2, 3], "{}", entry.id);
    }
}

#[test]
fn a_cell_that_cannot_be_filled_is_named() {
    let library = six();
    let asks = blueprint(
        Vec::new(),
        vec![cell(Some(0), None, 2), cell(Some(1), Some(Track::Planning), 3)],
    );
    let fault = form(&asks, &library, 1).unwrap_err();
    assert_eq!(
        (fault.which, fault.at, fault.fitting, fault.missing),
        (Which::Singles, 1, 1, 2)
    );
    let asks = blueprint(vec![cell(None, Some(Track::Planning), 2)], Vec::new());
    let fault = form(&asks, &library, 1).unwrap_err();
    assert_eq!(
        (fault.which, fault.at, fault.fitting, fault.missing),
        (Which::Scenarios, 0, 1, 1)
    );
}

#[test]
fn a_topic_is_found_by_its_conversations_and_has_its_row() {
    let library = six();
    let news = Cell {
        topic: Some(Name::from("news")),
        ..cell(None, None, 4)
    };
    let form = form(&blueprint(Vec::new(), vec![news]), &library, 2).unwrap();
    assert!(
        form.items
            .iter()
            .all(|item| ["ash", "birch"].contains(&item.scenario.as_str()))
    );
    let (mut sitting, _) = Sitting::begin(form, false, &library, None);
    sitting.handle(Control::HandIn, 0).unwrap();
    let found = result(&sitting, &references).unwrap();
    let row = found
        .profile
        .iter()
        .find(|row| row.of == ProfileOf::Topic(Name::from("news")));
    assert_eq!(row.unwrap().n, 4);
}

/// Domain B is tested once a conversation. Whichever cultural conversation is taken, two cells must share what is left.
#[test]
fn another_conversation_is_tried_when_the_first_leaves_too_little() {
    let library = six();
    let asks = blueprint(
        vec![cell(None, None, 1)],
        vec![
            cell(Some(1), Some(Track::Pediatric), 1),
            cell(Some(1), Some(Track::Planning), 1),
        ],
    );
    for seed in 0..12 {
        let form = form(&asks, &library, seed).unwrap();
        assert!(!["fir", "oak"].contains(&form.items[0].scenario.as_str()));
    }
}

fn named(sitting: &Sitting, item: usize, id: &str) -> ChoiceIx {
    let single = sitting.single(item).unwrap();
    single.session.scenario().find_choice(single.node, id).unwrap()
}

fn say(sitting: &mut Sitting, item: usize, id: &str) -> Vec<ExamEvent> {
    let talk = sitting.talk(item).unwrap();
    let Current::Deciding { node, .. } = talk.current() else {
        panic!("over")
    };
    let choice = talk.scenario().find_choice(node, id).unwrap();
    let answered = Answered {
        choice,
        ..Answered::default()
    };
    sitting.handle(Control::Say { item, answered }, 0).unwrap()
}

/// The conversation goes best, fair, harm, best; the first single decisions are answered as told, the rest left.
fn sat(library: &Library, singles: &[&str]) -> (Sitting, Vec<ExamEvent>) {
    let form = form(&usual(), library, 4).unwrap();
    let (mut sitting, began) = Sitting::begin(form, false, library, None);
    let mut events = vec![began];
    for id in ["best", "fair", "harm", "best"] {
        events.extend(say(&mut sitting, 0, id));
    }
    for (at, id) in singles.iter().enumerate() {
        let choice = named(&sitting, at + 1, id);
        let control = Control::Answer {
            item: at + 1,
            choice,
            confidence: Some(70),
        };
        events.extend(sitting.handle(control, 0).unwrap());
    }
    events.extend(sitting.handle(Control::HandIn, 0).unwrap());
    (sitting, events)
}

fn references(_: &str) -> Option<References> {
    Some(References {
        random: Spread { mean: 50.0, sd: 10.0 },
        best: 100.0,
        worst: 0.0,
        best_path: Vec::new(),
    })
}

#[test]
fn a_result_counts_what_was_left_open_and_keeps_errors_apart() {
    let library = six();
    let (sitting, _) = sat(&library, &["best", "fair", "poor", "best", "best", "harm"]);
    let found = result(&sitting, &references).unwrap();
    assert_eq!((found.decisions, found.unanswered), (12, 2));
    // Conversation 1 + .75 + 0 + 1, singles 1 + .75 + .25 + 1 + 1 + 0, of twelve.
    assert!((found.score.unwrap().share - 6.75 / 12.0).abs() < 1e-12);
    assert_eq!(found.critical.len(), 2);
    assert!(
        found
            .critical
            .iter()
            .all(|error| !error.repaired && error.node.is_some())
    );
    assert_eq!(
        found.claim,
        Claim::TooFew {
            have: 12,
            need: (63, 75)
        }
    );
    // Each single decision by chance: (1 + .75 + .25 + 0) / 4 = .5; the conversation 50 of 100.
    let reference = found.reference.unwrap();
    assert!((reference.random - 0.5).abs() < 1e-12 && (reference.best - 1.0).abs() < 1e-12);
    assert!(!found.keys.is_empty());
    assert!(
        found
            .keys
            .iter()
            .all(|(_, panel, author)| *panel == "author" && *author)
    );
    assert_eq!(found.verdict, None);
}

#[test]
fn domains_of_the_profile_carry_n_and_interval() {
    let library = six();
    let (sitting, _) = sat(&library, &["best"; 8]);
    let found = result(&sitting, &references).unwrap();
    let domain = |at: u32| {
        let row = found
            .profile
            .iter()
            .find(|row| row.of == ProfileOf::Domain(DomainIx(at)));
        row.unwrap().clone()
    };
    // Domain B: three cells of the blueprint, the third moment of the conversation ("harm"), and whatever else tests it.
    let (b, interval) = (domain(1), domain(1).share.unwrap());
    assert_eq!(interval.n, b.n);
    assert!((interval.share - (b.n as f64 - 1.0) / b.n as f64).abs() < 1e-12);
    let tracks: usize = found
        .profile
        .iter()
        .filter(|row| matches!(row.of, ProfileOf::Track(_)))
        .map(|row| row.n)
        .sum();
    assert_eq!(tracks, found.decisions);
}

#[test]
fn an_unfinished_conversation_owes_what_it_never_met() {
    let library = six();
    let form = form(&usual(), &library, 4).unwrap();
    let (mut sitting, _) = Sitting::begin(form, false, &library, None);
    say(&mut sitting, 0, "best");
    sitting.handle(Control::HandIn, 0).unwrap();
    let found = result(&sitting, &references).unwrap();
    assert_eq!(found.missed.len(), 1);
    assert_eq!(
        (found.scenarios[0].score, found.scenarios[0].ending.clone()),
        (None, None)
    );
    // 1 of (1 met + 2 owed + 8 single decisions left open).
    assert!((found.score.unwrap().share - 1.0 / 11.0).abs() < 1e-12);
}

#[test]
fn an_answer_can_be_changed_until_handing_in_and_not_after() {
    let library = six();
    let form = form(&usual(), &library, 4).unwrap();
    let (mut sitting, _) = Sitting::begin(form, false, &library, None);
    let mut pick = |id: &str| {
        let choice = named(&sitting, 1, id);
        sitting.handle(
            Control::Answer {
                item: 1,
                choice,
                confidence: None,
            },
            0,
        )
    };
    pick("harm").unwrap();
    pick("best").unwrap();
    assert_eq!(sitting.chosen(1), Some(named(&sitting, 1, "best")));
    assert_eq!(result(&sitting, &references), None, "no result before the end");
    sitting.handle(Control::HandIn, 0).unwrap();
    let choice = named(&sitting, 1, "harm");
    let late = Control::Answer {
        item: 1,
        choice,
        confidence: None,
    };
    assert_eq!(sitting.handle(late, 0), Err(Denied::Over));
    assert_eq!(sitting.answers(Day(3)).len(), 1);
}

#[test]
fn a_choice_of_another_item_is_refused() {
    let library = six();
    let form = form(&usual(), &library, 4).unwrap();
    let (mut sitting, _) = Sitting::begin(form, false, &library, None);
    let single = sitting.single(1).unwrap();
    let elsewhere = (0..16)
        .map(ChoiceIx)
        .find(|choice| !single.offered.contains(choice))
        .unwrap();
    let wrong = Control::Answer {
        item: 1,
        choice: elsewhere,
        confidence: None,
    };
    assert_eq!(sitting.handle(wrong, 0), Err(Denied::NotOffered));
    assert!(!sitting.items()[1].done);
}

#[test]
fn time_runs_only_while_it_is_not_paused_and_never_backwards() {
    let library = six();
    let form = form(&usual(), &library, 4).unwrap();
    let (mut sitting, _) = Sitting::begin(form, true, &library, None);
    let minute = 60_000;
    sitting.handle(Control::Tick, 0).unwrap();
    sitting.handle(Control::Tick, 5 * minute).unwrap();
    sitting.handle(Control::Pause, 6 * minute).unwrap();
    let flag = Control::Flag { item: 1, on: true };
    assert_eq!(sitting.handle(flag.clone(), 60 * minute), Err(Denied::Paused));
    sitting.handle(Control::Resume, 500 * minute).unwrap();
    sitting.handle(flag, 501 * minute).unwrap();
    sitting.handle(Control::Tick, 400 * minute).unwrap();
    assert_eq!((sitting.used_ms(), sitting.left_ms()), (7 * minute, Some(13 * minute)));
    assert!(sitting.items()[1].flagged);
    let last = sitting.handle(Control::Tick, 413 * minute).unwrap();
    assert_eq!(last.len(), 1);
    assert_eq!(sitting.closed(), Some(Closing::TimeUp));
    assert!(result(&sitting, &references).is_some());
}

#[test]
fn a_sitting_comes_back_from_its_events() {
    let library = six();
    let (sitting, events) = sat(&library, &["best", "fair", "poor"]);
    let back = Sitting::restore(&events, &library, None).unwrap();
    assert_eq!(back.items(), sitting.items());
    assert_eq!(result(&back, &references), result(&sitting, &references));
    let cut = Sitting::restore(&events[..3], &library, None).unwrap();
    assert_eq!(
        cut.talk(0).unwrap().run().turns.len(),
        2,
        "killed in the middle of the conversation"
    );
    assert_eq!(cut.closed(), None);
}

/// The same answers, read by a panel that likes nothing as much as the poor choice.
#[test]
fn another_key_reads_the_same_answers_anew() {
    let mut library = six();
    for entry in &mut library.entries {
        let mut other = (*entry.keys[0]).clone();
        other.panel = Name::from("contrary");
        for choice in other
            .decisions
            .iter_mut()
            .flatten()
            .flat_map(|known| known.choices.iter_mut().flatten())
        {
            choice.ratings[0].value = -choice.ratings[0].value;
        }
        entry.keys.push(Arc::new(other));
    }
    let (_, events) = sat(&library, &["best"; 8]);
    let score = |panel: Option<&str>| {
        let sitting = Sitting::restore(&events, &library, panel).unwrap();
        result(&sitting, &references).unwrap().score.unwrap().share
    };
    assert!((score(None) - 10.75 / 12.0).abs() < 1e-12);
    assert!((score(Some("contrary")) - 1.25 / 12.0).abs() < 1e-12);
}

#[test]
fn what_the_library_lost_counts_neither_way() {
    let mut library = six();
    let (_, events) = sat(&library, &["best"; 8]);
    let lost = {
        let sitting = Sitting::restore(&events, &library, None).unwrap();
        sitting.form().items[1].scenario.clone()
    };
    library.entries.retain(|entry| entry.id != lost);
    let sitting = Sitting::restore(&events, &library, None).unwrap();
    let found = result(&sitting, &references).unwrap();
    assert!(found.gone.contains(&1));
    assert_eq!(found.decisions, 12 - found.gone.len());
}

#[test]
fn a_pass_mark_speaks_only_when_signed() {
    let library = six();
    let signed = PassMark {
        method: "modified Angoff".into(),
        panel: "a panel".into(),
        date: "2026-05-01".into(),
        cut: 60.0,
        se: None,
    };
    let verdict = |mark: PassMark| {
        let blueprint = Blueprint {
            pass_mark: Some(mark),
            ..usual()
        };
        let form = form(&blueprint, &library, 4).unwrap();
        let (mut sitting, _) = Sitting::begin(form, false, &library, None);
        sitting.handle(Control::HandIn, 0).unwrap();
        result(&sitting, &references).unwrap().verdict
    };
    assert_eq!(verdict(signed.clone()), Some(Verdict::Below));
    let unsigned = PassMark {
        date: String::new(),
        ..signed
    };
    assert_eq!(verdict(unsigned), None);
}
