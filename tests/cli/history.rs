//! `history`, `forget`, learners.

use serde_json::Value;

use crate::support::program::Machine;

fn machine() -> Machine {
    let machine = Machine::new();
    machine.pack("small");
    machine
}

fn attempts(machine: &Machine, args: &str) -> Vec<Value> {
    let done = machine.bedside(&format!("history --format json {args}")).run().is(0);
    let json: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(json["format"], 1);
    json["attempts"].as_array().unwrap().clone()
}

#[test]
fn looking_makes_no_files() {
    let machine = Machine::new();
    insta::assert_snapshot!(machine.bedside("history").run().is(0), @"
    $ bedside history
    [0]
    Nothing played yet. `bedside list` shows what there is.
    ");
    machine.bedside("forget --yes").run().is(0);
    machine.bedside("play --resume").run().is(2);
    assert!(!machine.journal().exists());
}

#[test]
fn attempts_are_told_newest_first() {
    let machine = machine();
    machine
        .bedside("--library small play two-doors --seed 1 --answers ask,note")
        .run()
        .is(0);
    machine
        .bedside("--library small play two-doors --seed 2")
        .typing("ask\n")
        .run()
        .is(0);
    insta::assert_snapshot!(machine.bedside("--library small history").run().is(0), @"
    $ bedside --library small history
    [0]
    [DAY] [TIME]  two-doors: left before the end (1 choice, flow)
      [ATTEMPT]
    [DAY] [TIME]  two-doors: He was asked (2 choices, flow)
      [ATTEMPT]
    ");
    let list = attempts(&machine, "");
    assert_eq!((&list[0]["outcome"], &list[0]["choices"]), (&"left".into(), &1.into()));
    assert_eq!(
        (&list[1]["outcome"], &list[1]["ending"]),
        (&"ended".into(), &"known".into())
    );
}

#[test]
fn learners_keep_to_themselves() {
    let machine = machine();
    for learner in ["ana", "ben"] {
        machine
            .bedside(&format!(
                "--library small --learner {learner} play two-doors --answers ask,note"
            ))
            .run()
            .is(0);
    }
    assert_eq!(attempts(&machine, "--learner ana").len(), 1);
    assert_eq!(
        machine.bedside("history --learner anna").run().refuses(),
        "nobody called \"anna\" has played here; did you mean ana? There are: ana, ben"
    );
    machine.bedside("--learner ana forget --yes").run().is(0);
    assert_eq!(attempts(&machine, "--learner ben").len(), 1);
}

#[test]
fn a_second_time_is_called_a_replay() {
    let machine = machine();
    let args = "--library small play two-doors --seed 1 --answers ask,note";
    assert!(!machine.bedside(args).run().is(0).out.contains("This is a replay"));
    assert!(machine.bedside(args).run().is(0).out.contains("This is a replay"));
}

#[test]
fn one_goes_on_where_one_stopped() {
    let machine = machine();
    machine
        .bedside("--library small play two-doors --seed 1")
        .typing("ask\nq\n")
        .run()
        .is(0);
    let id = attempts(&machine, "")[0]["attempt"].as_str().unwrap().to_owned();
    let none = machine.bedside("--library small play --resume").run().refuses();
    assert_eq!(
        none,
        "there is no open conversation; one that was left goes on by its id: see `bedside history`"
    );
    let short = &id[..18];
    let done = machine
        .bedside(&format!("--library small play --resume {short}"))
        .typing("note\n")
        .run()
        .is(0);
    assert!(done.out.starts_with("Going on from where you were."), "{done}");
    assert!(done.out.contains("He was asked."), "{done}");
    let list = attempts(&machine, "");
    assert_eq!(list.len(), 1);
    assert_eq!((&list[0]["outcome"], &list[0]["choices"]), (&"ended".into(), &2.into()));
}

#[test]
fn a_scenario_edited_meanwhile_goes_on_at_the_last_step_that_still_exists() {
    let machine = machine();
    machine
        .bedside("--library small play two-doors --seed 1")
        .typing("sit\nq\n")
        .run()
        .is(0);
    let id = attempts(&machine, "")[0]["attempt"].as_str().unwrap().to_owned();
    let path = "small/scenarios/adult/two-doors.yaml";
    machine.write(path, machine.read(path).replace("      sit:\n", "      stand:\n"));
    let key = "small/scoring/keys/two-doors/author.yaml";
    machine.write(key, machine.read(key).replace("      sit:", "      stand:"));
    let again = || machine.bedside(&format!("--library small play --resume {id}"));
    let done = again().typing("stand\nnote\n").run().is(0);
    insta::assert_snapshot!(done.err, @"bedside: bed/sit (step 1) is no longer offered; begun again from the start. What was said from there on stays in the journal.");
    let list = attempts(&machine, "");
    let outcomes: Vec<&str> = list
        .iter()
        .map(|attempt| attempt["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(
        outcomes,
        ["ended", "left"],
        "what no longer fits is kept as left, and the rest is a new attempt"
    );
    assert_eq!(list[1]["attempt"], id.as_str());
    assert_eq!(list[1]["choices"], 1);
}

#[test]
fn forgetting_asks_first() {
    let machine = machine();
    machine
        .bedside("--library small play two-doors")
        .typing("say Where to?\nask\nnote\nI was nervous.\n")
        .run()
        .is(0);
    insta::assert_snapshot!(machine.bedside("forget").typing("no\n").run().is(0), @r#"
    $ bedside forget
    [0]
    This deletes everything of the learner "me" from [HOME]/.local/share/bedside/journal.db, own words and attempts, for good. Type yes to delete:
    Nothing was deleted.
    "#);
    assert_eq!(
        machine.bedside("forget").run().is(2).err,
        "bedside: nothing was deleted: nobody answered; add --yes to delete without a question\n"
    );
    assert_eq!(attempts(&machine, "").len(), 1);
    insta::assert_snapshot!(machine.bedside("forget --words --yes").run().is(0), @"
    $ bedside forget --words --yes
    [0]
    Deleted: 2 texts in own words, 0 attempts.
    ");
    assert_eq!(attempts(&machine, "").len(), 1);
    insta::assert_snapshot!(machine.bedside("forget").typing("yes\n").run().is(0), @r#"
    $ bedside forget
    [0]
    This deletes everything of the learner "me" from [HOME]/.local/share/bedside/journal.db, own words and attempts, for good. Type yes to delete:
    Deleted: 0 texts in own words, 1 attempt.
    "#);
    assert_eq!(attempts(&machine, "").len(), 0);
    let left = std::fs::read(machine.journal()).unwrap();
    for words in ["Where to?", "nervous"] {
        assert!(
            !left.windows(words.len()).any(|window| window == words.as_bytes()),
            "`{words}` is still in the file"
        );
    }
}

#[test]
fn one_attempt_can_be_forgotten() {
    let machine = machine();
    for _ in 0..2 {
        machine
            .bedside("--library small play two-doors --answers ask,note")
            .run()
            .is(0);
    }
    let id = attempts(&machine, "")[0]["attempt"].as_str().unwrap().to_owned();
    let report = |id: &str| format!(".local/share/bedside/reports/two-doors-{}-line-1.html", &id[..18]);
    let gone = machine.write(&report(&id), "");
    let stays = machine.write(&report("ffffffff-ffff-7fff"), "");
    machine.bedside(&format!("forget --attempt {id} --yes")).run().is(0);
    assert!(
        !gone.exists() && stays.exists(),
        "its report goes with it, and no other"
    );
    let left = attempts(&machine, "");
    assert_eq!(left.len(), 1);
    assert_ne!(left[0]["attempt"], id.as_str());
    assert_eq!(
        machine.bedside("forget --attempt ffff --yes").run().refuses(),
        "no attempt begins with \"ffff\"; `bedside history` shows their ids"
    );
}
