//! E025: someone speaks who is not there.

use crate::diag::Span;
use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::presence::{Room, Rooms};
use crate::lint::rule::{Check, rule};
use crate::model::{PersonIx, Script, Speaker};

rule! {
    /// ## What it does
    /// Follows who comes and goes along every way, and finds lines of `say` and `reply` spoken by someone who is away on all of them, and choices addressed to
    /// someone away whom they do not bring in.
    ///
    /// ## Why
    /// The strip of people shows an empty chair, and the chair talks. What absent people feel (`felt`) may always be told.
    ///
    /// ## Example
    /// ```yaml
    /// cast/son: {name: Ben, who: his son, present: away, moods: [short]}
    /// nodes/close/say: |
    ///   > A cart rattles past the door.
    ///   Ben: Did anyone ask me?
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// cast/son: {name: Ben, who: his son, present: away, moods: [short]}
    /// nodes/close/on_enter: enter son
    /// nodes/close/say: |
    ///   > Ben comes in with the coffee.
    ///   Ben: Did anyone ask me?
    /// ```
    "E025", "absent-speaker", Error,
    "a person speaks, or is spoken to, who cannot be there by then",
    after: ["W030"],
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let rooms = Rooms::of(cx.scenario);
    for (node, about) in cx.scenario.node_ids() {
        let Some(room) = rooms.at_node(node) else { continue };
        report(cx, Subject::Node(node), absent(&about.say, room), findings);
        for choice in cx.scenario.choices_of(node) {
            let offered = cx.scenario.choice(choice);
            let subject = Subject::Choice(choice);
            // Calling someone brings them in by its effects.
            let after = rooms.after(cx.scenario, choice);
            let there = |person: PersonIx| room[person.at()] || after[person.at()];
            let alone = offered.to.filter(|person| !there(*person) && offered.when.is_none());
            let alone = alone.map(|person| (person, offered.span));
            report(cx, subject, alone.into_iter().collect(), findings);
            report(cx, subject, absent(&offered.reply, &after), findings);
        }
    }
}

/// Lines under a condition may be guarded by it.
fn absent(script: &Script, room: &Room) -> Vec<(PersonIx, Span)> {
    let spoken = script.iter().filter(|line| line.when.is_none());
    let absent = spoken.filter_map(|line| match line.who {
        Speaker::Person(person) if !room[person.at()] => Some((person, line.span)),
        _ => None,
    });
    absent.collect()
}

fn report(cx: &Context, subject: Subject, found: Vec<(PersonIx, Span)>, findings: &mut Findings) {
    for (person, span) in found {
        let id = &cx.scenario.cast[person.at()].id;
        findings.add(subject, span, format!("`{id}` cannot be there by now"), |found| {
            found
                .related(cx.scenario.cast[person.at()].span, "away until `enter`")
                .help(format!(
                    "write `enter {id}` in the effects or `on_enter` before this, or `present: phone`"
                ))
        });
    }
}
