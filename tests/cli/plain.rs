//! Line by line: whole conversations, every command, bytes that must not appear.

use crate::support::program::{Done, Machine};

fn machine() -> Machine {
    let machine = Machine::new();
    machine.pack("small");
    machine
}

fn play(typed: &str, options: &str) -> Done {
    let args = format!("--library small play two-doors --seed 1 {options}");
    machine().bedside(&args).typing(typed).run()
}

#[test]
fn a_script_finishes_a_conversation() {
    insta::assert_snapshot!(play("1\n1\nIt went well enough.\n", "").is(0));
}

#[test]
fn every_command_of_a_conversation() {
    insta::assert_snapshot!(
        play(
            "?\nh\nw\nu\nb\ns\n\n9\nnonsense\n2 80\nsay Where to?\ntell 90\ntell\nw\nhome\nu\nask\nhome 70\n",
            "--mode coached"
        )
        .is(0)
    );
}

#[test]
fn every_command_of_a_debrief() {
    insta::assert_snapshot!(play("ask\nhome\n\nw 1\nw 9\ns\nu 2\nleave\ns\nq\n", "").is(0));
}

#[test]
fn two_ways_are_laid_side_by_side() {
    let done = play("c\nask\nhome\n\nc\nu 1\ntell\nnote\nc\nc 1\nc 2\nc 7\nq\n", "").is(0);
    assert_eq!(done.out.matches("Two ways, side by side").count(), 2, "{done}");
    insta::assert_snapshot!(done);
}

#[test]
fn an_exam_keeps_its_hints_until_the_result() {
    let done = play("h\nask\nh\nw\nu\nnote\n\nw 1\nq\n", "--mode exam").is(0);
    assert_eq!(done.out.matches("Not in an exam.").count(), 4, "{done}");
    assert!(done.out.contains("Why: Asks him."), "{done}");
}

#[test]
fn input_that_ends_early_is_a_conversation_left() {
    let done = play("ask\n", "").is(0);
    assert!(
        done.out.contains("The input ended before the conversation did."),
        "{done}"
    );
    assert!(done.out.contains("Nothing is scored"), "{done}");
    assert!(!done.out.contains("The score"), "{done}");
}

#[test]
fn input_that_never_leads_anywhere_ends_too() {
    for line in ["1\n", "x\n", "u\n", "?\n", "\n"] {
        let done = play(&line.repeat(50_000), "").is(0);
        assert!(
            done.out.len() < 2_000_000,
            "`{line:?}` was answered {} bytes long",
            done.out.len()
        );
    }
}

#[test]
fn a_line_that_is_no_text_does_no_harm() {
    let mut typed = b"\xff\xfe\x00\x1b[31m\nask\n".to_vec();
    typed.extend(vec![b'1'; 100_000]);
    typed.extend(b"\nnote\n");
    let args = "--library small play two-doors --seed 1";
    let done = machine().bedside(args).typing(typed).run().is(0);
    plain_bytes(&done);
    assert!(done.out.contains("He was asked."), "{done}");
}

#[test]
fn nothing_but_plain_text_is_written() {
    let machine = Machine::new();
    for args in [
        "play day-nine --answers random --seed 1 --plain",
        "list",
        "show day-nine",
        "history",
        "explain W050",
    ] {
        plain_bytes(&machine.bedside(args).run().is(0));
    }
    plain_bytes(&play("?\nh\nask\nw\nhome\n\ns\n", "--mode coached").is(0));
}

/// No escape codes, no control characters, and nothing that a screen reader spells out (U+2500–28FF).
#[track_caller]
fn plain_bytes(done: &Done) {
    let stray = |letter: &char| letter.is_control() && *letter != '\n' || ('\u{2500}'..='\u{28ff}').contains(letter);
    let found: Vec<char> = done.out.chars().chain(done.err.chars()).filter(stray).collect();
    assert!(found.is_empty(), "{found:?} in {done}");
}

#[test]
fn lines_keep_to_the_columns_given() {
    let args = "--library small play two-doors --seed 1 --answers ask,home";
    for columns in [30, 80, 120] {
        let done = machine()
            .bedside(args)
            .with("COLUMNS", &columns.to_string())
            .run()
            .is(0);
        let longest = done.out.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(longest <= columns && longest > columns / 2, "{longest} in {columns}");
    }
}

#[test]
fn home_is_a_list_to_choose_from() {
    let machine = machine();
    let done = machine
        .bedside("--library small --seed 1")
        .typing("99\ntwo-doors\nask\nnote\n\nq\n")
        .run()
        .is(0);
    assert!(done.out.contains("Which one, 1 to "), "{done}");
    assert!(done.out.contains("He was asked."), "{done}");
    machine.bedside("").run().is(0);
}

#[test]
fn a_role_must_be_one_of_the_scenario() {
    let refused = machine()
        .bedside("--library small play two-doors --role nrse")
        .run()
        .refuses();
    assert_eq!(
        refused,
        "two-doors cannot be played as \"nrse\" (did you mean nurse?); its roles: physician, nurse"
    );
    assert!(play("q\n", "--role nurse").is(0).out.contains("You are the nurse."));
}

/// The plots stand after the words and are left out for those who listen.
#[test]
fn progress_has_plots_of_plain_signs() {
    let machine = machine();
    let play = "--library small play two-doors --seed 1 --answers ask,note";
    machine.bedside(play).run().is(0);
    let drawn = machine.bedside("--library small progress").run().is(0);
    plain_bytes(&drawn);
    assert!(drawn.out.contains("As a plot: number, score"), "{drawn}");
    assert!(drawn.out.contains("     1   92  ##################..\n"), "{drawn}");
    let said = drawn.out.find("of 100").unwrap();
    assert!(said < drawn.out.find("####").unwrap(), "words first: {drawn}");
    let heard = machine
        .bedside("--library small progress")
        .with("ACCESSIBLE", "1")
        .run()
        .is(0);
    assert!(
        !heard.out.contains("As a plot") && heard.out.contains("of 100"),
        "{heard}"
    );
}
