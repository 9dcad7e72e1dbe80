//! After the result: any item looked at again, now with what there is to learn from it.

use std::io::{self, Write};

use super::command::Command;
use super::{Asked, ExamOutside, ExamSetting};
use crate::i18n::Words;
use crate::plain::menu::said_to;
use crate::plain::moments::{lead, moment, teach};
use crate::plain::single::{context, options};
use crate::plain::{Heard, Paper};
use crate::practice::exam::{OwnWords, Sitting};
use crate::practice::{Single, letter};

/// Until nothing more is asked.
pub fn look_back<W: Write, O: ExamOutside>(
    sitting: &Sitting,
    setting: &ExamSetting<'_>,
    outside: &mut O,
    out: W,
) -> Result<(), O::Fault> {
    let words = setting.words;
    let mut paper = Paper::new(out, setting.columns);
    let count = sitting.items().len();
    let own = outside.own_words()?;
    loop {
        paper.gap()?;
        paper.text(&words.say_with("exam-look-back", &[("count", count.into())]))?;
        paper.flush()?;
        let Heard::Typed { line, .. } = outside.hear(Asked::Else)? else {
            return Ok(());
        };
        let number = match Command::read(&line, false) {
            Command::Choose { number, .. } | Command::Look(number) | Command::Go(number) => number,
            Command::Stop | Command::Nothing => return Ok(()),
            _ => continue,
        };
        let Some(item) = number.checked_sub(1) else { continue };
        if let Some(single) = sitting.single(item) {
            again(&mut paper, words, (item, single), sitting.chosen(item), &own)?;
        } else if let Some(session) = sitting.talk(item) {
            for (at, turn) in OwnWords::beside(&own, item, session).iter().enumerate() {
                moment(&mut paper, words, session, at, turn)?;
            }
        }
    }
}

/// The decision with the answer given, what it did, and other good words.
fn again<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    (item, single): (usize, &Single),
    chosen: Option<crate::model::ChoiceIx>,
    own: &[OwnWords],
) -> io::Result<()> {
    paper.gap()?;
    context(paper, words, single)?;
    options(paper, words, single, true)?;
    let mut answered = single.clone();
    let reaction = chosen.and_then(|choice| answered.answer(choice, None).ok());
    let (Some(reaction), Some(turn)) = (reaction, answered.session.run().turns.last()) else {
        if let Some(own) = OwnWords::at(own, item, 0) {
            paper.item(&lead(words.say("plain-own")), own)?;
        }
        return paper.text(&words.say("exam-unanswered"));
    };
    let turn = OwnWords::beside_single(own, item, turn);
    let scenario = single.session.scenario();
    let said = said_to(words, scenario, reaction.chosen, &single.words(reaction.chosen));
    paper.item(&lead(words.say("exam-you-chose")), &said)?;
    teach(paper, words, &answered.session, &turn)?;
    for good in &reaction.good {
        paper.item(&lead(words.say("drill-also-here")), &single.words(*good))?;
    }
    for (at, other) in single.offered.iter().enumerate() {
        let why = single.would(*other).and_then(|reaction| reaction.why);
        if let Some(why) = why.filter(|_| *other != reaction.chosen) {
            let letter = letter(at).to_string();
            let before = words.say_with("exam-other-why", &[("letter", (&letter).into())]);
            paper.item(&lead(before), &why)?;
        }
    }
    Ok(())
}
