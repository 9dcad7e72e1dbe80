//! A decision taken out of its conversation, as text: what one must know, and the choices.

use std::io::{self, Write};

use super::Paper;
use super::menu::said_to;
use super::telling::tell;
use crate::i18n::Words;
use crate::practice::{Context, Single, letter};

/// Where it comes from, the little that went before, and what is said now.
pub(super) fn context<W: Write>(paper: &mut Paper<W>, words: &Words, single: &Single) -> io::Result<()> {
    let session = &single.session;
    let scenario = session.scenario();
    let role = session.transcript().role.replace(['_', '-'], " ");
    let facts = [
        ("setting", scenario.raw(scenario.setting).into()),
        ("role", (&role).into()),
    ];
    paper.text(&words.say_with("single-setting", &facts))?;
    match &single.context {
        Context::Written(text) => paper.text(text)?,
        Context::Lines(told) if told.is_empty() => paper.text(scenario.raw(scenario.chart))?,
        Context::Lines(told) => tell(paper, words, session, told)?,
    }
    tell(paper, words, session, &single.say)
}

/// Numbered, or with the letters of an exam.
pub(super) fn options<W: Write>(paper: &mut Paper<W>, words: &Words, single: &Single, letters: bool) -> io::Result<()> {
    paper.gap()?;
    for (at, choice) in single.offered.iter().enumerate() {
        let mark = if letters {
            letter(at).to_string()
        } else {
            (at + 1).to_string()
        };
        let text = said_to(words, single.session.scenario(), *choice, &single.words(*choice));
        paper.item(&format!("{mark}. "), &text)?;
    }
    Ok(())
}
