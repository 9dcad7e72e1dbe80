//! An exam in a real terminal, from the command line to its result, with a pause in between.

use crate::terminal::Terminal;

#[test]
fn an_exam_is_begun_left_taken_up_again_and_handed_in() {
    let mut terminal = Terminal::run(&["--seed", "3", "exam", "single-decisions"], 80, 24);
    terminal.wait("what to know before", |screen| screen.contains("Before you begin"));
    terminal.send("\r");
    for item in ["Item 1 of 30", "Item 2 of 30"] {
        terminal.wait(item, |screen| screen.contains(item));
        terminal.send("b");
        terminal.send("\r");
    }
    terminal.wait("the third item", |screen| screen.contains("Item 3 of 30"));
    terminal.send("\u{1b}");
    terminal.wait("the list, with it open", |screen| {
        screen.contains("2 of 30 items begun")
    });
    terminal.send("q");
    terminal.send("\u{1b}");
    terminal.wait("home", |screen| screen.contains("Library"));
    terminal.send("q");
    assert!(terminal.ends().success());
    terminal.assert_given_back();
    let mut again = terminal.again(&["exam", "--resume", "--save", "form.json"], 80, 24);
    again.wait("the third item again", |screen| screen.contains("Item 3 of 30"));
    again.send("o");
    again.wait("all items", |screen| {
        screen.contains("28 open, 0 flagged") || screen.contains("3  ○")
    });
    again.send("x");
    again.wait("what is open", |screen| screen.contains("28 items are still open"));
    again.send("1");
    again.send("\r");
    let result = again.wait("the result", |screen| screen.contains("28 of them unanswered"));
    assert!(!result.to_lowercase().contains("passed"), "{result}");
    again.send("\u{1b}");
    again.wait("the list, with its result", |screen| screen.contains("Handed in"));
    again.send("\u{3}");
    assert!(again.ends().success());
    again.assert_given_back();
    assert!(again.screen().contains("form.json"), "{}", again.screen());
}

#[test]
fn a_killed_exam_goes_on_after_the_last_answer() {
    let mut terminal = Terminal::run(&["--seed", "3", "exam", "single-decisions"], 80, 24);
    terminal.wait("what to know before", |screen| screen.contains("Before you begin"));
    terminal.send("\r");
    terminal.wait("the first item", |screen| screen.contains("Item 1 of 30"));
    terminal.send("b\r");
    terminal.wait("the second item", |screen| screen.contains("Item 2 of 30"));
    terminal.signal("KILL");
    terminal.ends();
    let mut again = terminal.again(&["exam", "--resume"], 80, 24);
    again.wait("the second item again", |screen| screen.contains("Item 2 of 30"));
    again.send("\u{3}");
    again.ends();
}
