//! The full-screen program in a real terminal: to the debrief, out of it again in every way, too small, without a size.

use serde_json::Value;

use crate::support::program::Machine;
use crate::support::terminal::Terminal;

fn open(machine: &Machine, args: &[&str]) -> Terminal {
    Terminal::open(machine.home(), 100, 30, args)
}

fn outcome(machine: &Machine) -> (String, u64) {
    let done = machine.bedside("history --format json").run().is(0);
    let json: Value = serde_json::from_str(&done.out).unwrap();
    let newest = &json["attempts"][0];
    (
        newest["outcome"].as_str().unwrap_or("none").to_owned(),
        newest["choices"].as_u64().unwrap_or(0),
    )
}

/// The terminal as it was: no alternate screen, the cursor to be seen, no mouse reports.
#[track_caller]
fn given_back(screen: &vt100::Parser) {
    let screen = screen.screen();
    assert!(!screen.alternate_screen(), "the alternate screen is still on");
    assert!(!screen.hide_cursor(), "the cursor is still hidden");
    assert!(!screen.bracketed_paste(), "pasted text is still marked");
    assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
}

#[test]
fn from_home_to_the_debrief() {
    let machine = Machine::new();
    let mut terminal = open(&machine, &["--seed", "7"]);
    terminal.sees("Library").types("\r").sees("The chart").types("\r");
    terminal.sees("decision 1");
    for decision in 2..60 {
        let asked = format!("decision {decision}");
        if terminal.types_until("1\r", &["how was that", &asked]) == 0 {
            break;
        }
    }
    terminal.types_until("\r", &["What happened"]);
    assert_eq!(outcome(&machine).0, "ended");
    terminal.types("\u{3}");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    given_back(&screen);
}

#[cfg(unix)]
#[test]
fn every_signal_is_a_way_out_and_nothing_is_lost() {
    for signal in ["TERM", "HUP", "INT"] {
        let machine = Machine::new();
        let mut terminal = open(&machine, &["play", "day-nine", "--role", "physician", "--seed", "7"]);
        terminal.sees("decision 1").types_until("1\r", &["decision 2"]);
        let kill = std::process::Command::new("kill")
            .args(["-s", signal, &terminal.process().to_string()])
            .status();
        assert!(kill.unwrap().success());
        let (code, screen) = terminal.ends();
        assert_eq!(code, 0, "{signal}");
        given_back(&screen);
        assert_eq!(outcome(&machine), ("open".to_owned(), 1), "{signal}");
        let mut again = open(&machine, &["play", "--resume"]);
        again.sees("decision 2").types("\u{3}");
        given_back(&again.ends().1);
    }
}

#[test]
fn the_size_may_change_while_one_plays() {
    let machine = Machine::new();
    let mut terminal = open(&machine, &["play", "day-nine", "--role", "physician", "--seed", "7"]);
    terminal.sees("decision 1");
    terminal.resizes(50, 14).sees("more, Space");
    terminal.resizes(20, 5);
    terminal.resizes(120, 40).sees("Your turn");
    terminal.types_until("1\r", &["decision 2"]);
    terminal.types("\u{3}");
    given_back(&terminal.ends().1);
}

#[test]
fn a_terminal_without_a_size_is_told_to_go_line_by_line() {
    let machine = Machine::new();
    let terminal = Terminal::open(machine.home(), 0, 0, &[]);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 2);
    given_back(&screen);
}

#[test]
fn plain_text_is_for_terminals_too() {
    let machine = Machine::new();
    let mut terminal = open(&machine, &["play", "day-nine", "--plain", "--seed", "7"]);
    terminal.sees("Your choice, 1 to 4:").types("q\r");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert!(
        screen.screen().contents().contains("Nothing is scored"),
        "{}",
        screen.screen().contents()
    );
}
