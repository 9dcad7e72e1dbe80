//! Each decision looked at again: what was chosen, what it did, better and other words, where experts differ.

use std::io::{self, Write};

use super::Paper;
use super::menu::worded;
use super::telling::tell;
use crate::i18n::Words;
use crate::session::{Session, Turn};

/// All decisions of the current line.
pub(super) fn moments<W: Write>(paper: &mut Paper<W>, words: &Words, session: &Session) -> io::Result<()> {
    for (at, turn) in session.run().turns.iter().enumerate() {
        moment(paper, words, session, at, turn)?;
    }
    Ok(())
}

/// One decision of a line, numbered from 0.
pub(super) fn moment<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    session: &Session,
    at: usize,
    turn: &Turn,
) -> io::Result<()> {
    paper.gap()?;
    let choice = worded(words, session, turn.chosen);
    let number = at + 1;
    paper.item(
        &format!("{} ", words.say_with("plain-moment", &[("number", number.into())])),
        &choice,
    )?;
    if turn.hinted {
        paper.text(&words.say("plain-hinted"))?;
    }
    teach(paper, words, session, turn)
}

/// What there is to learn from one decision. Whether it may be shown now was asked before.
pub(super) fn teach<W: Write>(paper: &mut Paper<W>, words: &Words, session: &Session, turn: &Turn) -> io::Result<()> {
    let teaching = session.teach(turn);
    if let Some(own) = &turn.own_words {
        paper.item(&lead(words.say("plain-own")), own)?;
    }
    if !teaching.felt.is_empty() {
        paper.text(&words.say("plain-felt"))?;
        tell(paper, words, session, teaching.felt)?;
    }
    if let Some((framework, step)) = teaching.framework {
        let names = [("move", (&step.name).into()), ("framework", (&framework.name).into())];
        paper.text(&words.say_with("plain-move", &names))?;
    }
    let texts = [
        (words.say("plain-why"), &teaching.why),
        (words.say("plain-better"), &teaching.better),
        (words.say("plain-expert-noticed"), &teaching.expert_noticed),
        (words.say("plain-expert-says"), &teaching.expert_says),
        (words.say("plain-expert-why"), &teaching.expert_why),
    ];
    for (before, text) in texts {
        if let Some(text) = text {
            paper.item(&lead(before), text)?;
        }
    }
    for also in &teaching.also {
        paper.item(&lead(words.say("plain-also")), also)?;
    }
    if let Some((one, other)) = teaching.experts_differ {
        paper.item(&lead(words.say("plain-one-side")), one)?;
        paper.item(&lead(words.say("plain-other-side")), other)?;
    }
    Ok(())
}

pub(super) fn lead(words: String) -> String {
    words + " "
}
