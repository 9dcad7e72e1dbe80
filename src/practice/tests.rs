//! Practice over small libraries: what is judged, due, drilled and suggested.

use super::calibration::{by_skill, overall};
use super::drill::{Ask, CannotDrill, Drill, plan};
use super::fixture::{Plan, answer, library, six};
use super::progress::{Play, progress};
use super::*;
use crate::model::{Answer, Day, Name, NodeIx, Scenario, SkillIx, Track};
use crate::scoring::Mark;

fn ways(scenario: &Scenario, node: NodeIx) -> Option<Witness> {
    Witnesses::of(scenario, None).get(node).cloned()
}

fn sure(mut answer: Answer, confidence: u8) -> Answer {
    answer.confidence = Some(confidence);
    answer
}

#[test]
fn only_the_first_answer_to_a_decision_counts() {
    let pool = Pool::of(&six(), None);
    let history = History::of(
        &pool,
        &[
            answer("ash", "d0", "harm", 0),
            answer("ash", "d0", "best", 1),
            answer("ash", "d1", "best", 1),
        ],
    );
    let credits: Vec<f64> = history.first.iter().map(|judged| judged.credit).collect();
    assert_eq!(credits, [0.0, 1.0]);
    assert_eq!(history.practised.len(), 2, "a repeat the next day is recall");
}

#[test]
fn a_repeat_after_three_weeks_moves_the_schedule_but_is_no_first_answer() {
    let pool = Pool::of(&six(), None);
    let history = History::of(
        &pool,
        &[answer("ash", "d0", "harm", 0), answer("ash", "d0", "best", 21)],
    );
    assert_eq!((history.first.len(), history.practised.len()), (1, 2));
    let plan = Schedule::of(&pool, &history);
    assert_eq!(plan.skill(SkillIx(0)).unwrap().reviews[1].elapsed, 21);
}

#[test]
fn answers_the_library_no_longer_knows_are_counted_and_passed_over() {
    let pool = Pool::of(&six(), None);
    let gone = [
        answer("yew", "d0", "best", 0),
        answer("ash", "d9", "best", 0),
        answer("ash", "d0", "bye", 0),
    ];
    let history = History::of(&pool, &gone);
    assert_eq!((history.gone, history.first.len()), (3, 0));
}

#[test]
fn a_clock_set_back_is_said_and_stands_still() {
    let pool = Pool::of(&six(), None);
    let history = History::of(
        &pool,
        &[answer("ash", "d0", "best", 50), answer("birch", "d0", "best", 3)],
    );
    assert!(history.clock_went_back);
    assert_eq!(history.first[1].day, Day(50));
    let plan = Schedule::of(&pool, &history);
    assert_eq!(
        plan.skill(SkillIx(0)).unwrap().reviews.len(),
        1,
        "one day as far as anyone can tell"
    );
}

#[test]
fn one_day_is_one_review_with_the_mean_credit() {
    let pool = Pool::of(&six(), None);
    let history = History::of(
        &pool,
        &[
            answer("ash", "d0", "best", 0),
            answer("birch", "d0", "poor", 0),
            answer("ash", "d2", "fair", 0),
        ],
    );
    let plan = Schedule::of(&pool, &history);
    let review = plan.skill(SkillIx(0)).unwrap().reviews[0];
    assert_eq!((review.decisions, review.rating), (3, Rating::Hard));
    assert!((review.credit - 2.0 / 3.0).abs() < 1e-12);
}

/// Same vector as domain.md §4.9, spread over what can be said here: 50, 70, 90.
#[test]
fn calibration_counts_first_answers_with_a_confidence() {
    let pool = Pool::of(&six(), None);
    let history = History::of(
        &pool,
        &[
            sure(answer("ash", "d0", "best", 0), 90),
            sure(answer("ash", "d1", "poor", 0), 70),
            sure(answer("birch", "d0", "fair", 0), 50),
            sure(answer("birch", "d0", "harm", 1), 90),
            answer("birch", "d1", "best", 1),
        ],
    );
    let found = overall(&history);
    assert_eq!(found.n, 3);
    let brier = (0.01 + 0.49 + 0.25) / 3.0;
    assert!((found.brier.unwrap() - brier).abs() < 1e-12);
    assert!((found.bias.unwrap() - (0.7 - 2.0 / 3.0)).abs() < 1e-12);
    let bins: Vec<(u8, usize, Option<f64>)> = found
        .bins
        .iter()
        .map(|bin| (bin.stated, bin.n, bin.acceptable))
        .collect();
    assert_eq!(bins, [(50, 1, Some(1.0)), (70, 1, Some(0.0)), (90, 1, Some(1.0))]);
    assert!(!found.bins[0].enough());
    let skills: Vec<(SkillIx, usize)> = by_skill(&pool, &history)
        .iter()
        .map(|(skill, found)| (*skill, found.n))
        .collect();
    assert_eq!(skills, [(SkillIx(0), 2), (SkillIx(1), 1)]);
}

#[test]
fn the_first_suggestion_is_the_gentlest_conversation() {
    let library = six();
    let pool = Pool::of(&library, None);
    let none = History::of(&pool, &[]);
    let found = suggest(&library, &pool, &none, &Schedule::default(), &[], Day(0), 8);
    let Suggestion::Scenario { scenario, why, .. } = found else {
        panic!("{found:?}")
    };
    assert_eq!((scenario.as_str(), why), ("oak", Why::FirstSteps));
}

#[test]
fn a_weak_skill_comes_back_with_someone_new() {
    let library = six();
    let pool = Pool::of(&library, None);
    let history = History::of(&pool, &[answer("ash", "d2", "harm", 0), answer("ash", "d1", "best", 0)]);
    let plan = Schedule::of(&pool, &history);
    let ready = due(&pool, &history, &plan, Day(1));
    let skills: Vec<(SkillIx, usize, usize)> = ready.iter().map(|due| (due.skill, due.fresh, due.new_people)).collect();
    assert_eq!(
        skills,
        [(SkillIx(0), 11, 10), (SkillIx(2), 5, 5)],
        "the skill that went well is not due"
    );
    let found = suggest(&library, &pool, &history, &plan, &[Name::from("ash")], Day(1), 8);
    let Suggestion::Drill { skill, why, .. } = found else {
        panic!("{found:?}")
    };
    assert_eq!(skill, SkillIx(0));
    assert_eq!(
        why,
        Why::DueWithSomeoneNew {
            ago: 1,
            rating: Rating::Again
        }
    );
}

/// One conversation, one skill: all answered yesterday. Repeating it now would be recall.
#[test]
fn a_spent_pool_rests_instead_of_nagging() {
    let library = library(&[Plan {
        id: "ash",
        track: Track::Adult,
        minutes: 12,
        tests: &[&[0], &[0]],
    }]);
    let pool = Pool::of(&library, None);
    let history = History::of(&pool, &[answer("ash", "d0", "harm", 0), answer("ash", "d1", "harm", 0)]);
    let plan = Schedule::of(&pool, &history);
    let played = [Name::from("ash")];
    let today = suggest(&library, &pool, &history, &plan, &played, Day(1), 8);
    assert_eq!(today, Suggestion::Rest { next: None });
    let later = suggest(&library, &pool, &history, &plan, &played, Day(21), 8);
    assert!(matches!(
        later,
        Suggestion::Drill {
            why: Why::DueAsRepeat { .. },
            decisions: 2,
            ..
        }
    ));
}

fn asked(seed: u64, skill: Option<u32>) -> Ask {
    Ask {
        skill: skill.map(SkillIx),
        minutes: 5,
        seed,
        today: Day(10),
    }
}

fn names(drill: &Drill) -> Vec<String> {
    let items = drill.items.iter();
    items
        .map(|single| format!("{}/{}", single.scenario(), single.node_id()))
        .collect()
}

#[test]
fn five_minutes_are_six_to_ten_decisions_and_the_seed_decides_which() {
    let pool = Pool::of(&six(), None);
    let none = History::of(&pool, &[]);
    let drill = plan(&pool, &none, &asked(1, Some(0)), &mut ways).unwrap();
    assert!((6..=10).contains(&drill.items.len()), "{}", drill.items.len());
    assert_eq!(drill.pool, 12);
    assert_eq!(
        names(&drill),
        names(&plan(&pool, &none, &asked(1, Some(0)), &mut ways).unwrap())
    );
    assert_ne!(
        names(&drill),
        names(&plan(&pool, &none, &asked(2, Some(0)), &mut ways).unwrap())
    );
}

#[test]
fn nothing_comes_twice_before_everything_came_once() {
    let pool = Pool::of(&six(), None);
    let mut answers: Vec<Answer> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for round in 0..2 {
        let history = History::of(&pool, &answers);
        let mut drill = plan(&pool, &history, &asked(round, Some(0)), &mut ways).unwrap();
        seen.extend(names(&drill).into_iter().take(6));
        while let Some(single) = drill.current().filter(|_| drill.done() < 6) {
            let choice = single.offered[0];
            answers.push(drill.answer(choice, None, Day(10)).unwrap().keep);
        }
    }
    let mut once = seen.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), 12, "{seen:?}");
}

#[test]
fn a_drill_goes_round_the_conversations() {
    let pool = Pool::of(&six(), None);
    let history = History::of(&pool, &[answer("oak", "d0", "best", 9)]);
    let drill = plan(&pool, &history, &asked(5, Some(0)), &mut ways).unwrap();
    let first: Vec<&str> = drill
        .items
        .iter()
        .take(6)
        .map(|single| single.scenario().as_str())
        .collect();
    let mut people = first.clone();
    people.sort_unstable();
    people.dedup();
    assert_eq!(people.len(), 6, "six people in six decisions: {first:?}");
    assert_eq!(first[5], "oak", "the one met yesterday comes last");
}

#[test]
fn a_single_decision_brings_its_context_and_its_reaction() {
    let pool = Pool::of(&six(), None);
    let none = History::of(&pool, &[]);
    let mut drill = plan(&pool, &none, &asked(3, Some(0)), &mut ways).unwrap();
    let lines = |single: &Single| match &single.context {
        Context::Written(words) => words.clone(),
        Context::Lines(told) => told.len().to_string(),
    };
    for single in &drill.items {
        let expected = if *single.node_id() == "d0" {
            "It has just begun."
        } else {
            "2"
        };
        assert_eq!(lines(single), expected);
        assert_eq!(single.offered.len(), 4);
    }
    let poor = |single: &Single| {
        let found = single.session.scenario().find_choice(single.node, "poor");
        found.unwrap()
    };
    let choice = poor(drill.current().unwrap());
    let done = drill.answer(choice, Some(70), Day(4)).unwrap();
    assert_eq!((done.reaction.credit, done.reaction.best), (Some(0.25), Some(1.0)));
    assert_eq!(
        (
            done.reaction.reply.len(),
            done.reaction.felt.len(),
            done.reaction.good.len()
        ),
        (1, 1, 2)
    );
    assert_eq!(done.reaction.better.as_deref(), Some("Better words."));
    assert_eq!(
        (done.keep.choice.as_str(), done.keep.confidence, done.keep.day),
        ("poor", Some(70), Day(4))
    );
    assert_eq!(drill.done(), 1);
}

#[test]
fn a_skill_nothing_tests_names_those_that_can_be_drilled() {
    let library = library(&[Plan {
        id: "ash",
        track: Track::Adult,
        minutes: 12,
        tests: &[&[0], &[1]],
    }]);
    let pool = Pool::of(&library, None);
    let found = plan(&pool, &History::of(&pool, &[]), &asked(0, Some(2)), &mut ways).unwrap_err();
    assert_eq!(
        found,
        CannotDrill::NothingTests {
            skill: SkillIx(2),
            others: vec![SkillIx(0), SkillIx(1)]
        }
    );
}

fn play(scenario: &str, day: i32, score: f64, replay: bool) -> Play {
    Play {
        scenario: Name::from(scenario),
        day: Day(day),
        ending: Some(Name::from("end")),
        replay,
        score: Some(score),
    }
}

/// The scores of domain.md §4.9 as eight first attempts.
#[test]
fn the_band_appears_with_the_eighth_first_attempt() {
    let library = six();
    let pool = Pool::of(&library, None);
    let none = History::of(&pool, &[]);
    let scores = [62.0, 71.0, 55.0, 80.0, 68.0, 74.0, 59.0, 77.0];
    let mut plays: Vec<Play> = Vec::new();
    for (at, score) in scores.into_iter().enumerate() {
        assert_eq!(
            progress(&library, &pool, &none, &plays, Day(0)).band,
            None,
            "after {at}"
        );
        plays.push(play(&format!("s{at}"), 0, score, false));
        plays.push(play(&format!("s{at}"), 1, 100.0, true));
    }
    let band = progress(&library, &pool, &none, &plays, Day(0)).band.unwrap();
    assert_eq!(format!("{:.2}–{:.2}", band.low, band.high), "60.80–75.70");
}

#[test]
fn a_record_that_was_a_replay_is_no_first_attempt() {
    let library = six();
    let pool = Pool::of(&library, None);
    let none = History::of(&pool, &[]);
    let left = Play {
        ending: None,
        score: None,
        ..play("ash", 0, 0.0, false)
    };
    let found = progress(
        &library,
        &pool,
        &none,
        &[left, play("ash", 1, 90.0, true), play("yew", 2, 70.0, false)],
        Day(2),
    );
    let first: Vec<(Day, f64)> = found
        .first_scores
        .iter()
        .map(|first| (first.day, first.score))
        .collect();
    assert_eq!(first, [(Day(2), 70.0)]);
    assert!(found.scenarios[0].record.unwrap().replay);
    assert_eq!(
        (found.scenarios[0].endings.len(), found.scenarios[0].endings_all),
        (1, 1)
    );
    assert!(!found.scenarios[1].here, "gone from the library, and still told");
}

#[test]
fn a_skill_has_a_level_from_three_answers_and_a_trend_from_six() {
    let library = six();
    let pool = Pool::of(&library, None);
    let picks = ["harm", "fair", "harm", "best", "fair", "best"];
    let ids: Vec<&Name> = library.entries.iter().map(|entry| &entry.id).collect();
    let all: Vec<Answer> = (0..6)
        .map(|at| answer(ids[at], "d0", picks[at], i32::try_from(at).unwrap()))
        .collect();
    let skill = |count: usize| {
        let history = History::of(&pool, &all[..count]);
        let found = progress(&library, &pool, &history, &[], Day(9));
        (found.skills[0].clone(), found)
    };
    assert_eq!((skill(2).0.level(), skill(2).0.halves()), (None, None));
    assert_eq!(skill(3).0.level().unwrap().n, 3);
    assert_eq!(skill(5).0.halves(), None);
    let (whole, found) = skill(6);
    let credits: Vec<f64> = whole.points.iter().map(|(_, credit)| *credit).collect();
    let mean = |part: &[f64]| part.iter().sum::<f64>() / 3.0;
    assert_eq!(whole.halves(), Some((mean(&credits[..3]), mean(&credits[3..]))));
    assert!(mean(&credits[..3]) < mean(&credits[3..]), "{credits:?}");
    let marks: Vec<Mark> = whole.marks().collect();
    assert_eq!((marks[0], marks[1], marks[3]), (Mark::Empty, Mark::Full, Mark::Full));
    let waiting = found.due.iter().any(|due| due.skill == whole.skill);
    let coming = found.coming(Day(9)).iter().any(|(skill, _)| *skill == whole.skill);
    assert!(waiting != coming, "due today or later, never both and never neither");
    assert!(found.coming(Day(5_000)).is_empty());
}

#[test]
fn domains_need_three_decisions_from_two_conversations() {
    let library = six();
    let pool = Pool::of(&library, None);
    let domain = |answers: &[Answer]| {
        let history = History::of(&pool, answers);
        progress(&library, &pool, &history, &[], Day(9)).domains[0].clone()
    };
    let one = [
        answer("ash", "d0", "best", 0),
        answer("ash", "d1", "fair", 0),
        answer("ash", "d3", "harm", 0),
    ];
    assert_eq!(
        (domain(&one).n, domain(&one).scenarios, domain(&one).share),
        (3, 1, None)
    );
    let two = [&one[..], &[answer("birch", "d0", "best", 0)]].concat();
    let share = domain(&two).share.unwrap();
    assert_eq!((share.n, share.share), (4, 11.0 / 16.0));
    assert!(share.low < share.share && share.share < share.high);
}
