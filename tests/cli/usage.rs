//! Help, completions, manual page, slips of the hand, closed pipes.

use std::io::Read;
use std::process::Stdio;

use crate::support::program::Machine;

#[test]
fn help_teaches() {
    let machine = Machine::new();
    let help = machine.bedside("--help").run().is(0).out;
    assert!(
        help.contains("Examples:\n  bedside ") && help.contains("Exit codes: "),
        "{help}"
    );
    insta::assert_snapshot!(machine.bedside("play --help").with("COLUMNS", "100").run().is(0));
}

#[test]
fn every_command_has_help() {
    let machine = Machine::new();
    let help = machine.bedside("--help").run().is(0).out;
    let commands = help
        .split("Commands:")
        .nth(1)
        .unwrap()
        .split("Options:")
        .next()
        .unwrap();
    let names: Vec<&str> = commands
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(names.contains(&"play") && names.contains(&"check"), "{names:?}");
    for name in names.iter().filter(|name| commands.contains(&format!("\n  {name} "))) {
        machine.bedside(&format!("{name} --help")).run().is(0);
    }
}

#[test]
fn slips_of_the_hand_are_one_line_each() {
    let machine = Machine::new();
    let refused = |args: &str| machine.bedside(args).run().refuses();
    insta::assert_snapshot!(
        [
            refused("lst"),
            refused("play"),
            refused("play day-nine --mode slow"),
            refused("list --fromat json"),
            refused("list --format yaml"),
            refused("play day-nine --seed x"),
            refused("--lang tlh list"),
        ]
        .join("\n"),
        @r#"
        unrecognized subcommand 'lst'; a similar subcommand exists: 'list'; `bedside --help` shows how it is used
        the following required arguments were not provided: <ID>; `bedside --help` shows how it is used
        invalid value 'slow' for '--mode <MODE>': one of coached, flow, exam; `bedside --help` shows how it is used
        unexpected argument '--fromat' found; a similar argument exists: '--format'; `bedside --help` shows how it is used
        invalid value 'yaml' for '--format <FORMAT>'; [possible values: text, json]; `bedside --help` shows how it is used
        invalid value 'x' for '--seed <N>': invalid digit found in string; `bedside --help` shows how it is used
        there are no words in "tlh" yet; --lang knows en
        "#
    );
}

#[test]
fn a_page_that_is_not_there_names_those_that_are() {
    let refused = Machine::new().bedside("man bogus").run().refuses();
    assert!(
        refused.starts_with("there is no command \"bogus\"; there are ") && refused.contains("play"),
        "{refused}"
    );
}

#[test]
fn the_version_is_told() {
    insta::assert_snapshot!(Machine::new().bedside("--version").run().is(0), @"
    $ bedside --version
    [0]
    bedside [VERSION]
    ");
}

#[test]
fn the_manual_page_and_completions_are_written() {
    let machine = Machine::new();
    assert!(machine.bedside("man").run().is(0).out.contains(".TH bedside 1"));
    assert!(
        machine
            .bedside("man play")
            .run()
            .is(0)
            .out
            .contains("Hold one conversation")
    );
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(
            machine
                .bedside(&format!("completions {shell}"))
                .run()
                .is(0)
                .out
                .contains("transcript"),
            "{shell}"
        );
    }
}

#[test]
fn a_reader_that_stops_reading_is_fine() {
    let machine = Machine::new();
    for args in [
        "list",
        "list --format json",
        "explain",
        "check --format sarif",
        "man",
        "completions bash",
        "--help",
        "play day-nine --answers random",
        "history",
    ] {
        let mut child = machine
            .command(args.split(' '))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut errors = String::new();
        child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        let status = child.wait().unwrap();
        assert!(
            status.success() && errors.is_empty(),
            "`{args}` ended with {status}: {errors}"
        );
    }
}
