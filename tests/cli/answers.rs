//! `--answers`: what is taken, what is refused.

use crate::support::program::Machine;

fn machine() -> Machine {
    let machine = Machine::new();
    machine.pack("small");
    machine
}

const PLAY: &str = "--library small play two-doors --seed 1";

#[test]
fn bare_ids_and_addresses_are_the_same() {
    let machine = machine();
    let play = |answers: &str, journal: &str| {
        machine
            .bedside(&format!("{PLAY} --journal {journal} --answers {answers}"))
            .run()
            .is(0)
    };
    let bare = play("ask,note", "bare.db");
    assert!(bare.out.contains("He was asked."), "{bare}");
    assert_eq!(bare.out, play("bed/ask,plan/note", "full.db").out);
}

#[test]
fn what_is_not_offered_is_named_with_its_step_and_what_is() {
    let refused = |answers: &str| {
        machine()
            .bedside(&format!("{PLAY} --answers {answers}"))
            .run()
            .refuses()
    };
    insta::assert_snapshot!(
        [
            refused("aks,note"),
            refused("ask"),
            refused("plan/note"),
            refused("tell,home"),
            refused("ask,bed/note"),
        ]
        .join("\n"),
        @r#"
        step 1 (bed) does not offer "aks" (did you mean bed/ask?); offered: ask, tell, sit
        the answers end before the conversation does: step 2 (plan) has none; offered there: leave, home, note
        step 1 (bed) does not offer "plan/note"; offered: ask, tell, sit
        step 2 (plan) shows "home" but it is not possible now; offered: leave, home (locked), note
        step 2 (plan) does not offer "bed/note"; offered: leave, home, note
        "#
    );
}

#[test]
fn a_slip_costs_nothing() {
    let machine = machine();
    machine.bedside(&format!("{PLAY} --answers ask")).run().is(2);
    assert!(!machine.journal().exists(), "a refused run was written down");
}

#[test]
fn answers_that_were_not_needed_are_mentioned() {
    let done = machine().bedside(&format!("{PLAY} --answers ask,note,ask")).run().is(0);
    assert_eq!(
        done.err,
        "bedside: 1 of the answers were not needed: the conversation had ended\n"
    );
}

#[test]
fn random_is_the_same_for_the_same_seed_and_not_for_all() {
    let machine = Machine::new();
    let play = |seed: u32| {
        machine
            .bedside(&format!(
                "play day-nine --answers random --seed {seed} --journal {seed}.db"
            ))
            .run()
            .is(0)
            .out
    };
    assert_eq!(play(3), {
        std::fs::remove_file(machine.home().join("3.db")).unwrap();
        play(3)
    });
    assert_ne!(play(4), play(5));
}

#[test]
fn every_shipped_conversation_runs_by_itself() {
    let machine = Machine::new();
    let list = machine.bedside("list --format json").run().is(0).out;
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    for scenario in list["scenarios"].as_array().unwrap() {
        let id = scenario["id"].as_str().unwrap();
        let done = machine
            .bedside(&format!("play {id} --plain --answers random --seed 2"))
            .run()
            .is(0);
        assert!(done.out.contains("Process score: "), "{done}");
        assert!(done.out.contains("Choosing at random earns "), "{done}");
    }
}
