//! The choices of a decision, numbered in the order the seed gives.

use std::io::{self, Write};

use super::Paper;
use super::telling::name;
use crate::engine::Offer;
use crate::i18n::Words;
use crate::model::{Act, ChoiceIx, Scenario};
use crate::session::Session;

pub(super) fn menu<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    session: &Session,
    offers: &[Offer],
) -> io::Result<()> {
    paper.gap()?;
    for (at, offer) in offers.iter().enumerate() {
        let mut text = worded(words, session, offer.choice);
        if offer.locked {
            text = words.say_with("plain-locked", &[("choice", (&text).into())]);
            if let Some(because) = because(session, offer.choice) {
                text = format!("{text} {because}");
            }
        }
        paper.item(&format!("{}. ", at + 1), &text)?;
    }
    paper.text(&words.say_with("plain-ask", &[("count", offers.len().into())]))?;
    paper.flush()
}

/// A choice in words: whom it is said to, or what is done or written.
pub(super) fn worded(words: &Words, session: &Session, choice: ChoiceIx) -> String {
    let text = session.words_now(session.scenario().choice(choice).text);
    said_to(words, session.scenario(), choice, &text)
}

/// The same for words already filled in.
pub(super) fn said_to(words: &Words, scenario: &Scenario, choice: ChoiceIx, text: &str) -> String {
    let about = scenario.choice(choice);
    let to = about.to.map(|person| name(scenario, person));
    match (about.act, to) {
        (Act::Say, Some(to)) => words.say_with("plain-say-to", &[("name", to.into()), ("text", text.into())]),
        (Act::Say, None) => words.say_with("plain-say", &[("text", text.into())]),
        (Act::Do, _) => words.say_with("plain-do", &[("text", text.into())]),
        (Act::Write, _) => words.say_with("plain-write", &[("text", text.into())]),
    }
}

/// Why a locked choice is locked, if the author said so.
pub(super) fn because(session: &Session, choice: ChoiceIx) -> Option<String> {
    let because = session.scenario().choice(choice).locked?.0?;
    Some(session.words_now(because))
}

/// What the learner now said or did, as a line of the play.
pub(super) fn echo<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    session: &Session,
    choice: ChoiceIx,
) -> io::Result<()> {
    let about = session.scenario().choice(choice);
    let text = session.words_now(about.text);
    let you = words.say("plain-you");
    let to = about.to.map(|person| name(session.scenario(), person));
    let lead = match (about.act, to) {
        (Act::Say, Some(to)) => format!("{you} ({}): ", words.say_with("plain-to", &[("name", to.into())])),
        (Act::Say, None) => format!("{you}: "),
        (Act::Do, _) => format!("{you} ({}): ", words.say("plain-you-do")),
        (Act::Write, _) => format!("{you} ({}): ", words.say("plain-you-write")),
    };
    paper.gap()?;
    paper.item(&lead, &text)
}
