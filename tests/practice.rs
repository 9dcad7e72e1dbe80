//! Practice with the shipped library: every blueprint can be filled, every tested skill can be drilled, and two simulated weeks.

#[path = "../examples/two_weeks.rs"]
#[allow(dead_code)]
mod two_weeks;

use bedside::model::{Day, ItemKind};
use bedside::practice::drill::{Ask, plan};
use bedside::practice::exam::{Control, Sitting, fill, result};
use bedside::practice::{History, LONGEST_INTERVAL, Pool, Schedule};
use two_weeks::{cached, live, shipped};

#[test]
fn every_shipped_blueprint_can_be_filled_with_any_seed() {
    let library = shipped();
    let pool = Pool::of(&library, None);
    let mut ways = cached(&library);
    assert!(library.blueprints.len() >= 3);
    for blueprint in &library.blueprints {
        for seed in 0..3 {
            let form = fill(blueprint, &pool, seed, &mut ways);
            let form = form.unwrap_or_else(|fault| panic!("{} with seed {seed}: {fault:?}", blueprint.id));
            assert_eq!(form.items.len(), blueprint.items() as usize);
            assert!(form.pass_mark.is_none(), "no panel has set one");
            let singles = form.items.iter().filter(|item| item.kind == ItemKind::Single);
            assert!(singles.into_iter().all(|item| (3..=5).contains(&item.offered.len())));
        }
    }
}

#[test]
fn the_shipped_blueprints_say_that_they_are_small() {
    for blueprint in &shipped().blueprints {
        assert!(blueprint.status.contains("small"), "{}", blueprint.id);
        assert!(
            blueprint.about.contains("too few") || blueprint.about.contains("little more"),
            "{}",
            blueprint.id
        );
        assert!(blueprint.about.contains("no claim about readiness"), "{}", blueprint.id);
    }
}

/// An empty paper earns nothing and is told everything; chance stands beside it.
#[test]
fn an_empty_paper_of_single_decisions_has_a_result() {
    let library = shipped();
    let pool = Pool::of(&library, None);
    let blueprint = library
        .blueprints
        .iter()
        .find(|known| known.id == "single-decisions")
        .unwrap();
    let form = fill(blueprint, &pool, 3, &mut cached(&library)).unwrap();
    let (mut sitting, _) = Sitting::begin(form, false, &library, None);
    sitting.handle(Control::HandIn, 0).unwrap();
    let found = result(&sitting, &|_| None).unwrap();
    assert_eq!((found.decisions, found.unanswered), (30, 30));
    assert_eq!(found.score.unwrap().share, 0.0);
    let reference = found.reference.unwrap();
    assert!(
        (0.3..0.7).contains(&reference.random) && reference.best == 1.0,
        "{reference:?}"
    );
}

#[test]
fn every_tested_skill_can_be_drilled() {
    let library = shipped();
    let pool = Pool::of(&library, None);
    let none = History::of(&pool, &[]);
    let mut ways = cached(&library);
    for skill in pool.skills() {
        let ask = Ask {
            skill: Some(skill),
            minutes: 5,
            seed: 1,
            today: Day(0),
        };
        let drill = plan(&pool, &none, &ask, &mut ways).unwrap();
        let all = pool.testing(skill).count();
        assert!(drill.items.len() >= all.min(6), "{}", pool.rubric.skills[skill.at()].id);
        assert!(drill.items.len() <= 10);
    }
}

#[test]
fn two_weeks_are_practice_and_not_repetition() {
    let library = shipped();
    assert_eq!(live(&library, 7).told, live(&library, 7).told, "seeded");
    for seed in [7, 8] {
        let weeks = live(&library, seed);
        assert!(weeks.days_drilled >= 6 && weeks.played.len() >= 2, "{}", weeks.told);
        let pool = Pool::of(&library, None);
        let history = History::of(&pool, &weeks.answers);
        let fresh = history.first.len() as f64 / weeks.answers.len() as f64;
        assert!(fresh > 0.75, "{fresh}: {}", weeks.told);
        let schedule = Schedule::of(&pool, &history);
        let reviews = schedule.skills.iter().flat_map(|skill| &skill.reviews);
        assert!(
            reviews
                .into_iter()
                .all(|review| (1..=LONGEST_INTERVAL).contains(&review.interval))
        );
    }
}
