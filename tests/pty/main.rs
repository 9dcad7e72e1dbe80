//! The program in a real terminal: a pseudo-terminal with a small emulator behind it. Every wait has a deadline and shows the screen.

// A failed test may panic wherever it likes, and its parts are seen by nobody else.
#![allow(clippy::unwrap_used, unreachable_pub)]

mod drill;
mod exam;
mod preview;
mod terminal;

use terminal::Terminal;

/// Walks the shipped conversation to its debrief by always taking the first choice.
#[test]
fn a_conversation_is_played_to_the_debrief() {
    let mut terminal = Terminal::run(&["--seed", "7", "play", "the-third-line"], 80, 24);
    terminal.wait("what the conversation is about", |screen| {
        screen.contains("The third line didn't hold")
    });
    terminal.send("\r");
    for decision in 1..40 {
        let header = format!("decision {decision}");
        let over = "The conversation is over";
        let screen = terminal.wait(&header, |screen| screen.contains(&header) || screen.contains(over));
        if screen.contains(over) {
            assert!(decision > 4, "it was over after {decision} decisions");
            terminal.send("\r");
            terminal.wait("the debrief", |screen| screen.contains("Before anything else"));
            terminal.send("\r");
            terminal.wait("what happened", |screen| screen.contains("Looking back"));
            terminal.send("x");
            terminal.wait("where the report is", |screen| screen.contains(".html"));
            return;
        }
        terminal.send("1");
        terminal.send("\r");
    }
    panic!("forty decisions and no end:\n{}", terminal.screen());
}

#[test]
fn a_window_that_changes_its_size_is_painted_again() {
    let mut terminal = Terminal::run(&[], 100, 30);
    terminal.wait("home", |screen| screen.contains("Library"));
    terminal.resize(40, 12);
    let narrow = terminal.wait("home in forty columns", |screen| {
        screen.contains("bedside") && screen.lines().all(|line| line.chars().count() <= 40)
    });
    assert!(narrow.lines().count() <= 12, "{narrow}");
    terminal.resize(100, 30);
    // Only a wide window has this line; a key sent before it is painted may meet the signal on its way in, and wait behind it.
    terminal.wait("home again", |screen| {
        screen.contains("practice for hard conversations")
    });
    terminal.send("q");
    assert!(terminal.ends().success());
    terminal.assert_given_back();
}

#[test]
fn a_window_made_smaller_and_back_at_once_is_whole_again() {
    let mut terminal = Terminal::run(&[], 100, 30);
    terminal.wait("home, whole", |screen| {
        screen.contains("practice for hard conversations")
    });
    terminal.resize(40, 12);
    terminal.resize(100, 30);
    terminal.wait("home, whole again", |screen| {
        screen.contains("practice for hard conversations")
    });
    terminal.send("q");
    assert!(terminal.ends().success());
}

#[test]
fn a_window_too_small_says_what_it_needs() {
    let mut terminal = Terminal::run(&[], 18, 5);
    terminal.wait("a word about the size", |screen| !screen.trim().is_empty());
    terminal.resize(80, 24);
    terminal.wait("home", |screen| screen.contains("Library"));
    terminal.send("q");
    assert!(terminal.ends().success());
}

#[test]
fn a_termination_signal_gives_the_terminal_back() {
    let mut terminal = Terminal::run(&[], 80, 24);
    terminal.wait("home", |screen| screen.contains("Library"));
    assert!(terminal.alternate());
    terminal.signal("TERM");
    terminal.ends();
    terminal.assert_given_back();
}

#[test]
fn a_hang_up_gives_the_terminal_back() {
    let mut terminal = Terminal::run(&[], 80, 24);
    terminal.wait("home", |screen| screen.contains("Library"));
    terminal.signal("HUP");
    terminal.ends();
    terminal.assert_given_back();
}

#[test]
fn control_c_gives_the_terminal_back_and_nothing_is_lost() {
    let mut terminal = Terminal::run(&["--seed", "7", "play", "the-third-line"], 80, 24);
    terminal.wait("the briefing", |screen| screen.contains("The third line didn't hold"));
    terminal.send("\r");
    terminal.wait("the first decision", |screen| screen.contains("decision 1"));
    terminal.send("1\r");
    terminal.wait("the second decision", |screen| screen.contains("decision 2"));
    terminal.send("\u{3}");
    terminal.ends();
    terminal.assert_given_back();
    let mut again = terminal.again(&[], 80, 24);
    again.wait("the open conversation at home", |screen| {
        screen.contains("Continue") || screen.contains("Go on")
    });
}

/// Not a test of its own: the child of the next one.
#[test]
fn child_that_panics() {
    if std::env::var_os("BEDSIDE_PTY_CHILD").is_none() {
        return;
    }
    let (mut screen, _guard) = bedside::tui::enter().unwrap();
    screen
        .draw(|frame| frame.render_widget("the screen is taken", frame.area()))
        .unwrap();
    panic!("on purpose");
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_told() {
    let mut terminal = Terminal::test("child_that_panics", 80, 24);
    let screen = terminal.wait("the panic's words", |screen| screen.contains("on purpose"));
    assert!(!terminal.ends().success());
    terminal.assert_given_back();
    assert!(!screen.contains("the screen is taken"), "{screen}");
}

#[test]
fn what_a_signal_interrupts_goes_on_where_it_stood() {
    let mut terminal = Terminal::run(&["--seed", "7", "play", "the-third-line"], 80, 24);
    terminal.wait("the briefing", |screen| screen.contains("The third line didn't hold"));
    terminal.send("\r");
    terminal.wait("the first decision", |screen| screen.contains("decision 1"));
    terminal.send("1\r");
    terminal.wait("the second decision", |screen| screen.contains("decision 2"));
    terminal.signal("INT");
    assert!(terminal.ends().success());
    terminal.assert_given_back();
    let mut again = terminal.again(&["play", "--resume"], 80, 24);
    again.wait("the second decision", |screen| screen.contains("decision 2"));
    again.send("\u{3}");
    again.ends();
    again.assert_given_back();
}

#[test]
fn a_window_without_a_size_says_what_to_do() {
    let mut terminal = Terminal::run(&[], 0, 0);
    assert_eq!(terminal.ends().exit_code(), 2);
    terminal.assert_given_back();
}

#[test]
fn plain_text_is_for_terminals_too() {
    let mut terminal = Terminal::run(&["--seed", "7", "play", "the-third-line", "--plain"], 80, 24);
    terminal.wait("the first question", |screen| screen.contains("Your choice, 1 to"));
    assert!(!terminal.alternate());
    terminal.send("q\r");
    terminal.wait("the way back", |screen| screen.contains("Nothing is scored"));
    assert!(terminal.ends().success());
}

#[test]
fn progress_is_a_screen_of_its_own_with_home_behind_it() {
    let mut terminal = Terminal::run(&["progress"], 80, 24);
    terminal.wait("an empty page", |screen| screen.contains("Nothing here yet"));
    terminal.send("\u{1b}");
    terminal.wait("home", |screen| {
        screen.contains("Library") && screen.contains("p progress")
    });
    terminal.send("p");
    terminal.wait("the page again", |screen| screen.contains("Nothing here yet"));
    terminal.send("\u{3}");
    assert!(terminal.ends().success());
    terminal.assert_given_back();
}
