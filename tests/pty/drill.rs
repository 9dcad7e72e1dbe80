//! A drill on the screen, and that the journal hears the same of it as line by line.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use bedside::journal::{Journal, Sqlite};
use bedside::model::{DrillEvent, PracticeEvent};

use crate::terminal::Terminal;

/// Everything kept of the only drill there is.
fn kept(journal: &Path) -> Vec<PracticeEvent> {
    let journal = Sqlite::open(journal).unwrap();
    let practised = journal.practised("me").unwrap();
    assert_eq!(practised.len(), 1);
    journal.practice_events(practised[0].attempt).unwrap()
}

/// The same line by line, in a home of its own.
fn line_by_line(args: &[&str], typed: &str) -> Vec<PracticeEvent> {
    let home = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_bedside"))
        .args(args)
        .env_clear()
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("XDG_CONFIG_HOME", home.path().join("config"))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    kept(&home.path().join("data/bedside/journal.db"))
}

#[test]
fn two_decisions_are_answered_and_the_rest_is_left() {
    let args = ["--seed", "7", "drill", "C1", "--minutes", "4"];
    let mut terminal = Terminal::run(&args, 80, 24);
    terminal.wait("the first decision", |screen| screen.contains("decision 1 of"));
    terminal.send("h1\r");
    terminal.wait("what came of it", |screen| screen.contains("Enter go on"));
    // To the end of it, then on.
    terminal.send("\u{1b}[F");
    terminal.wait("the way on", |screen| screen.contains("The next decision"));
    terminal.send("\r");
    terminal.wait("the second decision", |screen| screen.contains("decision 2 of"));
    terminal.send("2\r");
    terminal.wait("what came of it", |screen| screen.contains("Enter go on"));
    terminal.send("\u{1b}");
    terminal.wait("home, and what was kept", |screen| {
        screen.contains("Library") && screen.contains("You stopped. 2 of")
    });
    terminal.send("q");
    assert!(terminal.ends().success());
    terminal.assert_given_back();

    let events = kept(&terminal.journal());
    assert_eq!(events.len(), 3);
    assert!(matches!(
        &events[1],
        PracticeEvent::Drill(DrillEvent::Answered { hinted: true, .. })
    ));
    assert_eq!(events, line_by_line(&args, "h\n1\n2\nq\n"));
}

#[test]
fn a_drill_looked_at_and_left_is_not_in_the_journal() {
    let mut terminal = Terminal::run(&["drill"], 80, 24);
    terminal.wait("the first decision", |screen| screen.contains("decision 1 of"));
    terminal.send("\u{1b}");
    terminal.wait("home", |screen| screen.contains("Nothing was answered"));
    terminal.send("q");
    assert!(terminal.ends().success());
    let journal = Sqlite::open(&terminal.journal()).unwrap();
    assert!(journal.practised("me").unwrap().is_empty());
}

#[test]
fn a_skill_nobody_knows_is_told_before_the_screen_opens() {
    let mut terminal = Terminal::run(&["drill", "A33"], 80, 24);
    assert_eq!(terminal.ends().exit_code(), 2);
    assert!(terminal.screen().contains("did you mean A3?"), "{}", terminal.screen());
    terminal.assert_given_back();
}

#[test]
fn plain_drills_stay_line_by_line() {
    let mut terminal = Terminal::run(&["drill", "C1", "--plain"], 80, 24);
    terminal.wait("the first question", |screen| screen.contains("Your choice, 1 to"));
    assert!(!terminal.alternate());
    terminal.send("q\r");
    assert!(terminal.ends().success());
}
