//! Journals that cannot be used: one line, exit code 2, and the file as it was.

use rusqlite::Connection;

use crate::support::program::Machine;

const COMMANDS: [&str; 3] = ["play day-nine --answers random", "history", "play --resume"];

#[track_caller]
fn refused(machine: &Machine, journal: &str) -> String {
    let mut lines: Vec<String> = COMMANDS
        .iter()
        .map(|command| {
            machine
                .bedside(&format!("{command} --journal {journal}"))
                .run()
                .refuses()
        })
        .collect();
    lines.dedup();
    lines.join("\n")
}

#[test]
fn another_programs_file_is_left_alone() {
    let machine = Machine::new();
    machine.write(
        "notes.txt",
        "dear diary, this is no database at all, only a text that is long enough",
    );
    let before = machine.read("notes.txt");
    insta::assert_snapshot!(refused(&machine, "notes.txt"), @"the journal notes.txt is not a bedside journal, so it was left as it is; give the right file, or a new one: --journal FILE");
    assert_eq!(machine.read("notes.txt"), before);
    let other = Connection::open(machine.home().join("other.db")).unwrap();
    other.execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
    drop(other);
    insta::assert_snapshot!(refused(&machine, "other.db"), @"the journal other.db is not a bedside journal, so it was left as it is; give the right file, or a new one: --journal FILE");
}

#[test]
fn a_newer_journal_is_refused_with_an_instruction() {
    let machine = Machine::new();
    machine
        .bedside("play day-nine --answers random --journal j.db")
        .run()
        .is(0);
    Connection::open(machine.home().join("j.db"))
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    let refused = refused(&machine, "j.db");
    assert!(
        refused.starts_with("the journal j.db was written by a newer bedside (version 99;"),
        "{refused}"
    );
    assert!(
        refused.ends_with("update bedside, or use another file: --journal FILE"),
        "{refused}"
    );
    assert_eq!(refused.lines().count(), 1, "every command says the same: {refused}");
}

#[test]
fn a_folder_is_no_journal() {
    let machine = Machine::new();
    std::fs::create_dir(machine.home().join("folder")).unwrap();
    insta::assert_snapshot!(refused(&machine, "folder"), @"the journal folder cannot be opened (Is a directory (os error 21)); check the path and its permissions, or use another file: --journal FILE");
}

/// Root may write anywhere, and then there is nothing to refuse.
#[cfg(unix)]
#[test]
fn a_read_only_journal_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let machine = Machine::new();
    machine
        .bedside("play day-nine --answers random --journal kept/j.db")
        .run()
        .is(0);
    let folder = machine.home().join("kept");
    let allow = |file: u32, inside: u32| {
        std::fs::set_permissions(folder.join("j.db"), PermissionsExt::from_mode(file)).unwrap();
        std::fs::set_permissions(&folder, PermissionsExt::from_mode(inside)).unwrap();
    };
    allow(0o444, 0o555);
    let root = std::fs::OpenOptions::new()
        .append(true)
        .open(folder.join("j.db"))
        .is_ok();
    let done = machine
        .bedside("play day-nine --answers random --journal kept/j.db")
        .run();
    allow(0o644, 0o755);
    if root {
        done.is(0);
    } else {
        let refused = done.refuses();
        assert!(refused.contains("cannot be written to"), "{refused}");
    }
}

#[test]
fn a_locked_journal_is_waited_for_and_then_said() {
    let machine = Machine::new();
    machine
        .bedside("play day-nine --answers random --journal j.db")
        .run()
        .is(0);
    let other = Connection::open(machine.home().join("j.db")).unwrap();
    other
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
        .unwrap();
    insta::assert_snapshot!(
        machine.bedside("play day-nine --answers random --journal j.db").run().refuses(),
        @"the journal j.db is held by another program; close other bedside windows or a backup that reads it, then try again"
    );
}

#[test]
fn without_a_home_the_journal_has_to_be_named() {
    let machine = Machine::new();
    let mut command = machine.command(["play", "day-nine", "--answers", "random", "--journal", "j.db"]);
    let output = command.env_remove("HOME").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn an_attempt_open_in_another_window_is_not_taken_over() {
    use std::io::{BufRead, BufReader, Write};
    let machine = Machine::new();
    machine.pack("small");
    let args = ["--library", "small", "play", "two-doors", "--seed", "1"];
    let mut command = machine.command(args);
    let piped = std::process::Stdio::piped;
    let mut other = command.stdin(piped()).stdout(piped()).spawn().unwrap();
    let mut typed = other.stdin.take().unwrap();
    let mut told = BufReader::new(other.stdout.take().unwrap()).lines();
    typed.write_all(b"ask\n").unwrap();
    // The second question comes only when the first answer is on the disk.
    let asked = told
        .by_ref()
        .filter(|line| line.as_ref().is_ok_and(|line| line.starts_with("Your choice")))
        .nth(1);
    assert!(asked.is_some());
    let refused = machine.bedside("--library small play --resume").run().refuses();
    assert!(refused.contains("is open in another window (process "), "{refused}");
    drop(typed);
    other.wait().unwrap();
}
