//! `guide`: the whole conversation for whoever leads, and nothing that leaves the page.

use crate::support::program::Machine;

#[test]
fn the_guide_holds_every_decision_with_its_ratings_and_what_to_ask() {
    let machine = Machine::new();
    let page = machine.bedside("guide day-nine").run().is(0).out;
    assert_eq!(page.matches("<article class=\"moment\" id=\"moment-").count(), 16);
    for told in [
        "This page gives the conversation away.",
        "drafted, not clinically reviewed",
        "one author&#39;s opinion",
        "What does Devin know that is not in the chart?",
        "How long was the longest quiet? Who ended it?",
        "<strong>+2 at my own bedside.</strong>",
        "<strong>−2 harms.</strong>",
        "pause here",
        "Education only.",
    ] {
        assert!(page.contains(told), "{told}");
    }
    assert!(
        !page.contains("guide-") && !page.contains("<script"),
        "a word is missing, or something runs"
    );
    assert!(
        !page.contains("src=") && !page.contains("url("),
        "the page asks for something"
    );
}

#[test]
fn the_guide_goes_into_a_file_or_says_why_not() {
    let machine = Machine::new();
    let done = machine.bedside("guide dont-tell-her --output guide.html").run().is(0);
    assert_eq!(done.out, "The report is in guide.html.\n");
    assert!(machine.read("guide.html").starts_with("<!doctype html>"));
    let refused = machine
        .bedside("guide dont-tell-her --output nowhere/guide.html")
        .run()
        .refuses();
    assert!(
        refused.starts_with("could not write the report to nowhere/guide.html; give another file"),
        "{refused}"
    );
    assert_eq!(
        machine.bedside("guide day-nin").run().refuses(),
        "no scenario is called \"day-nin\"; did you mean day-nine? `bedside list` shows them all"
    );
}

/// A scenario that is no workshop and has no key still has its guide.
#[test]
fn what_a_scenario_does_not_have_is_left_out() {
    let machine = Machine::new();
    machine.pack("small");
    let page = machine.bedside("--library small guide two-doors").run().is(0).out;
    assert!(!page.contains("Cards for those who watch") && !page.contains("A way to spend the time"));
    assert!(page.contains("Two doors"));
}
