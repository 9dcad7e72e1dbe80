//! The sitting as a talk: tells, asks, hears, and hands every event out before it asks again.

use std::io::Write;

use super::asking::{Own, own_words, sure};
use super::briefing::briefing;
use super::command::{Command, with_sure};
use super::compare::two_ways;
use super::debrief::debrief;
use super::menu::{because, echo, menu};
use super::moments::teach;
use super::telling::tell;
use super::{Beside, Heard, Outside, Paper, write_score};
use crate::engine::{Offer, Refused};
use crate::i18n::Words;
use crate::model::{ChoiceIx, EndingIx, Mode};
use crate::practice::compare::other_way;
use crate::scoring::References;
use crate::session::{Answered, Current, Denied, Input, Session};

/// How a sitting is to be told.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    pub words: &'a Words,
    /// Where lines are wrapped.
    pub columns: usize,
    /// Nobody sits there: the score is shown at the end unasked, and input that leads nowhere ends the sitting.
    pub script: bool,
    /// It goes on from where it stood: the briefing is not told again.
    pub resumed: bool,
    /// The learner walked a line of this scenario before this sitting.
    pub earlier: bool,
    /// Ask what they would say before the choices appear.
    pub say_first: bool,
    /// Ask how sure they are before the reaction.
    pub ask_sure: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    Ended,
    Left,
}

/// A script that says so many things in a row without a choice goes round in circles.
const PATIENCE: u32 = 1000;

/// Holds a sitting to its end. The session may be fresh, or stand anywhere.
pub fn converse<W: Write, O: Outside>(
    session: &mut Session,
    setting: &Setting<'_>,
    outside: &mut O,
    out: W,
) -> Result<Finish, O::Fault> {
    let mut talk = Talk {
        session,
        setting,
        words: setting.words,
        outside,
        paper: Paper::new(out, setting.columns),
        idle: 0,
        asked: false,
        references: None,
    };
    talk.hold()
}

struct Talk<'a, W, O> {
    session: &'a mut Session,
    setting: &'a Setting<'a>,
    words: &'a Words,
    outside: &'a mut O,
    paper: Paper<W>,
    /// Things heard since the last choice.
    idle: u32,
    /// "How was that?" is asked once a sitting.
    asked: bool,
    references: Option<Option<References>>,
}

/// Whether the sitting stands elsewhere now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moved {
    Yes,
    No,
}

impl<W: Write, O: Outside> Talk<'_, W, O> {
    fn hold(&mut self) -> Result<Finish, O::Fault> {
        if self.setting.resumed {
            self.paper.text(&self.words.say("plain-resumed"))?;
            self.last_moment()?;
        } else {
            briefing(&mut self.paper, self.words, self.session)?;
            self.paper.gap()?;
            tell(&mut self.paper, self.words, self.session, &self.session.run().opening)?;
        }
        loop {
            match self.session.current() {
                Current::Deciding { offers, .. } => self.decide(&offers)?,
                Current::Left => {
                    self.paper.gap()?;
                    self.say("plain-left")?;
                    self.paper.flush()?;
                    return Ok(Finish::Left);
                }
                Current::Ended(ending) => {
                    if self.look_back(ending)? == Moved::No {
                        self.paper.flush()?;
                        return Ok(Finish::Ended);
                    }
                }
            }
        }
    }

    fn decide(&mut self, offers: &[Offer]) -> Result<(), O::Fault> {
        let mut waiting = self.first_words()?;
        menu(&mut self.paper, self.words, self.session, offers)?;
        loop {
            if let Some(command) = waiting.take() {
                if self.obey(command, None, offers)? == Moved::Yes {
                    return Ok(());
                }
                continue;
            }
            let moved = match self.hear()? {
                Heard::End => {
                    self.paper.gap()?;
                    self.say("plain-input-ended")?;
                    self.leave()?
                }
                Heard::Chosen(choice) => self.choose(choice, None, None)?,
                Heard::Typed { line, took_ms } => self.obey(Command::read(&line), took_ms, offers)?,
            };
            if moved == Moved::Yes {
                return Ok(());
            }
        }
    }

    /// Their own words before the choices, where that is set. Something else that was typed waits for the choices.
    fn first_words(&mut self) -> Result<Option<Command>, O::Fault> {
        if !self.setting.say_first || self.session.own_words().is_some() {
            return Ok(None);
        }
        self.paper.gap()?;
        self.say("plain-say-first")?;
        let Heard::Typed { line, .. } = self.hear()? else {
            return Ok(None);
        };
        match own_words(&line) {
            Own::Nothing => Ok(None),
            Own::Words(text) => self.own_words(text).map(|()| None),
            Own::Command(command) => Ok(Some(command)),
        }
    }

    /// How sure they are, where that is asked and was not said with the number.
    fn how_sure(&mut self, said: Option<u8>) -> Result<Option<u8>, O::Fault> {
        if said.is_some() || !self.setting.ask_sure {
            return Ok(said);
        }
        loop {
            self.say("plain-how-sure")?;
            let Heard::Typed { line, .. } = self.hear()? else {
                return Ok(None);
            };
            if let Some(sure) = sure(&line) {
                return Ok(sure);
            }
        }
    }

    fn obey(&mut self, command: Command, took_ms: Option<u32>, offers: &[Offer]) -> Result<Moved, O::Fault> {
        match command {
            Command::Number { number, sure } => match number.checked_sub(1).and_then(|at| offers.get(at)) {
                Some(offer) if offer.locked => return self.choose(offer.choice, sure, took_ms),
                Some(offer) => {
                    let sure = self.how_sure(sure)?;
                    return self.choose(offer.choice, sure, took_ms);
                }
                None => {
                    let facts = [("number", number.into()), ("count", offers.len().into())];
                    self.paper.text(&self.words.say_with("plain-no-such-choice", &facts))?;
                }
            },
            Command::Other(typed) => {
                let (id, given) = with_sure(&typed);
                match self.by_id(id, offers) {
                    Some(choice) => {
                        let sure = self.how_sure(given)?;
                        return self.choose(choice, sure, took_ms);
                    }
                    None => self.not_understood(&typed, offers.len())?,
                }
            }
            Command::Nothing => {
                let ask = self.words.say_with("plain-ask", &[("count", offers.len().into())]);
                self.paper.text(&ask)?;
            }
            Command::Help => self.help()?,
            Command::Repeat => {
                self.last_moment()?;
                menu(&mut self.paper, self.words, self.session, offers)?;
            }
            Command::Hint => self.hint()?,
            Command::Why(step) => self.why(step)?,
            Command::Rewind(step) => return self.rewind(step),
            Command::Back => self.say("plain-quiet")?,
            Command::Quit => return self.leave(),
            Command::Score => self.say("plain-score-later")?,
            Command::Compare(_) => self.say("plain-compare-later")?,
            Command::Say(text) => self.own_words(text)?,
        }
        Ok(Moved::No)
    }

    fn choose(&mut self, choice: ChoiceIx, confidence: Option<u8>, took_ms: Option<u32>) -> Result<Moved, O::Fault> {
        let answered = Answered {
            choice,
            confidence,
            took_ms,
            ..Answered::default()
        };
        match self.session.handle(Input::Choose(answered)) {
            Err(Denied::Refused(Refused::Locked)) => {
                let because = because(self.session, choice).unwrap_or_default();
                let text = self
                    .words
                    .say_with("plain-is-locked", &[("because", (&because).into())]);
                self.paper.text(text.trim_end())?;
                return Ok(Moved::No);
            }
            Err(_) => {
                self.say("plain-stuck")?;
                return self.leave();
            }
            Ok(outputs) => self.outside.keep(outputs)?,
        }
        self.idle = 0;
        echo(&mut self.paper, self.words, self.session, choice)?;
        if let Some(turn) = self.session.run().turns.last() {
            tell(&mut self.paper, self.words, self.session, &turn.reply)?;
            if self.session.mode() == Mode::Coached {
                self.paper.gap()?;
                teach(&mut self.paper, self.words, self.session, turn)?;
            }
            self.paper.gap()?;
            tell(&mut self.paper, self.words, self.session, &turn.onward)?;
        }
        Ok(Moved::Yes)
    }

    /// A choice named by its id or by `node/choice`.
    fn by_id(&self, typed: &str, offers: &[Offer]) -> Option<ChoiceIx> {
        let scenario = self.session.scenario();
        let named =
            |offer: &&Offer| scenario.choice(offer.choice).id == typed || scenario.address(offer.choice) == typed;
        offers.iter().find(named).map(|offer| offer.choice)
    }

    fn hint(&mut self) -> Result<(), O::Fault> {
        match self.session.handle(Input::Hint) {
            Ok(outputs) => {
                self.outside.keep(outputs)?;
                if let Current::Deciding { node, .. } = self.session.current()
                    && let Some(hint) = self.session.scenario().node(node).hint
                {
                    let hint = self.session.words_now(hint);
                    self.paper
                        .text(&self.words.say_with("plain-hint", &[("hint", (&hint).into())]))?;
                }
                Ok(())
            }
            Err(Denied::Mode) => self.say("plain-not-in-exam"),
            Err(_) => self.say("plain-no-hint"),
        }
    }

    fn why(&mut self, step: Option<usize>) -> Result<(), O::Fault> {
        let Some(at) = self.step(step)? else {
            return Ok(());
        };
        match self.session.handle(Input::Why { step: at }) {
            Ok(outputs) => {
                self.outside.keep(outputs)?;
                if let Some(turn) = self.session.run().turns.get(at) {
                    echo(&mut self.paper, self.words, self.session, turn.chosen)?;
                    teach(&mut self.paper, self.words, self.session, turn)?;
                }
                Ok(())
            }
            Err(Denied::Mode) => self.say("plain-not-in-exam"),
            Err(_) => self.say("plain-nothing-yet"),
        }
    }

    fn rewind(&mut self, step: Option<usize>) -> Result<Moved, O::Fault> {
        let Some(to) = self.step(step)? else {
            return Ok(Moved::No);
        };
        match self.session.handle(Input::Rewind { to }) {
            Ok(outputs) => {
                self.outside.keep(outputs)?;
                self.paper.gap()?;
                let facts = [("number", (to + 1).into())];
                self.paper.text(&self.words.say_with("plain-rewound", &facts))?;
                self.last_moment()?;
                Ok(Moved::Yes)
            }
            Err(Denied::Mode) => self.say("plain-not-in-exam").map(|()| Moved::No),
            Err(_) => self.say("plain-nothing-yet").map(|()| Moved::No),
        }
    }

    /// A step taken, from 0: the one named from 1, or the last. Says so where there is none.
    fn step(&mut self, named: Option<usize>) -> Result<Option<usize>, O::Fault> {
        let taken = self.session.run().turns.len();
        let at = named.unwrap_or(taken).checked_sub(1).filter(|at| *at < taken);
        if at.is_none() && taken == 0 {
            self.say("plain-nothing-yet")?;
        } else if at.is_none() {
            self.paper
                .text(&self.words.say_with("plain-no-such-step", &[("count", taken.into())]))?;
        }
        Ok(at)
    }

    fn own_words(&mut self, text: String) -> Result<(), O::Fault> {
        if let Ok(outputs) = self.session.handle(Input::OwnWords { text }) {
            self.outside.keep(outputs)?;
        }
        self.say("plain-words-kept")
    }

    fn leave(&mut self) -> Result<Moved, O::Fault> {
        if let Ok(outputs) = self.session.handle(Input::Leave) {
            self.outside.keep(outputs)?;
        }
        Ok(Moved::Yes)
    }

    /// The debrief, until it is left or a rewind walks on.
    fn look_back(&mut self, ending: EndingIx) -> Result<Moved, O::Fault> {
        let mut waiting = self.how_was_it()?;
        self.debrief(ending)?;
        let mut scored = false;
        let moved = loop {
            let command = match waiting.take() {
                Some(command) => command,
                None => {
                    self.paper.gap()?;
                    self.say("plain-after")?;
                    if let Some(other) = other_way(self.session, self.session.current_line()) {
                        let facts = [("line", (other + 1).into())];
                        self.paper.text(&self.words.say_with("plain-after-compare", &facts))?;
                    }
                    match self.hear()? {
                        Heard::End => break Moved::No,
                        Heard::Chosen(_) => Command::Nothing,
                        Heard::Typed { line, .. } => Command::read(&line),
                    }
                }
            };
            match command {
                Command::Quit | Command::Back => break Moved::No,
                Command::Score => {
                    self.score()?;
                    scored = true;
                }
                Command::Help => self.help()?,
                Command::Repeat => self.debrief(ending)?,
                Command::Why(step) => self.why(step)?,
                Command::Compare(line) => self.compare(line)?,
                Command::Rewind(step) if self.rewind(step)? == Moved::Yes => break Moved::Yes,
                Command::Rewind(_) => {}
                Command::Nothing if !self.setting.script => {}
                _ if self.setting.script => {
                    self.say("plain-rest-unused")?;
                    break Moved::No;
                }
                _ => {}
            }
        };
        if moved == Moved::No && self.setting.script && !scored {
            self.score()?;
        }
        Ok(moved)
    }

    /// This line beside the one named from 1, or the one it fits best; only lines that reached an ending.
    fn compare(&mut self, named: Option<usize>) -> Result<(), O::Fault> {
        let this = self.session.current_line();
        let runs = self.session.runs();
        let other = match named {
            None => other_way(self.session, this),
            Some(line) => line
                .checked_sub(1)
                .filter(|line| *line != this && runs.get(*line).is_some_and(|run| run.ended().is_some())),
        };
        match (other, named) {
            (Some(other), _) => two_ways(&mut self.paper, self.words, self.session, other, this)?,
            (None, None) => self.say("plain-no-other-way")?,
            (None, Some(line)) => {
                let facts = [("line", line.into())];
                self.paper.text(&self.words.say_with("plain-no-such-line", &facts))?;
            }
        }
        Ok(())
    }

    /// Asks once how it was. A command given instead of an answer waits until after the debrief.
    fn how_was_it(&mut self) -> Result<Option<Command>, O::Fault> {
        if std::mem::replace(&mut self.asked, true) {
            return Ok(None);
        }
        self.paper.gap()?;
        self.say("plain-how-was-that")?;
        let Heard::Typed { line, .. } = self.hear()? else {
            return Ok(None);
        };
        let text = match Command::read(&line) {
            Command::Nothing => return Ok(None),
            Command::Other(text) => text,
            Command::Say(_) => line.trim().to_owned(),
            command => return Ok(Some(command)),
        };
        if let Ok(outputs) = self.session.handle(Input::Answer { text }) {
            self.outside.keep(outputs)?;
        }
        Ok(None)
    }

    fn debrief(&mut self, ending: EndingIx) -> Result<(), O::Fault> {
        self.look_up_references();
        let references = self.references.as_ref().and_then(Option::as_ref);
        debrief(&mut self.paper, self.words, self.session, ending, references)?;
        Ok(())
    }

    fn score(&mut self) -> Result<(), O::Fault> {
        self.look_up_references();
        let line = self.session.current_line();
        let result = self.session.result(line);
        let beside = Beside {
            key: self.session.key().map(|key| &**key),
            rubric: self.session.rubric(),
            references: self.references.as_ref().and_then(Option::as_ref),
            replay: self.setting.earlier || self.session.is_replay(line),
        };
        self.paper.heading(&self.words.say("plain-score-heading"))?;
        write_score(&mut self.paper, self.words, result.as_ref(), &beside)?;
        Ok(())
    }

    /// The draws stay the same over a sitting, so one look is enough.
    fn look_up_references(&mut self) {
        if self.references.is_none() {
            self.references = Some(self.outside.references(self.session));
        }
    }

    /// What was told since the last decision, or from the start.
    fn last_moment(&mut self) -> Result<(), O::Fault> {
        self.paper.gap()?;
        let run = self.session.run();
        if let Some(turn) = run.turns.last() {
            echo(&mut self.paper, self.words, self.session, turn.chosen)?;
            tell(&mut self.paper, self.words, self.session, &turn.reply)?;
            tell(&mut self.paper, self.words, self.session, &turn.onward)?;
        } else {
            tell(&mut self.paper, self.words, self.session, &run.opening)?;
        }
        Ok(())
    }

    fn not_understood(&mut self, typed: &str, count: usize) -> Result<(), O::Fault> {
        let typed: String = typed.chars().take(40).collect();
        let facts = [("typed", (&typed).into()), ("count", count.into())];
        self.paper.text(&self.words.say_with("plain-not-understood", &facts))?;
        Ok(())
    }

    fn help(&mut self) -> Result<(), O::Fault> {
        for line in [
            self.words.say("plain-help-number"),
            self.words.say("plain-help-sure"),
            self.words.say("plain-help-say"),
            self.words.say("plain-help-repeat"),
            self.words.say("plain-help-hint"),
            self.words.say("plain-help-why"),
            self.words.say("plain-help-rewind"),
            self.words.say("plain-help-score"),
            self.words.say("plain-help-compare"),
            self.words.say("plain-help-back"),
            self.words.say("plain-help-quit"),
        ] {
            self.paper.text(&line)?;
        }
        Ok(())
    }

    fn say(&mut self, id: &'static str) -> Result<(), O::Fault> {
        self.paper.text(&self.words.say(id))?;
        Ok(())
    }

    fn hear(&mut self) -> Result<Heard, O::Fault> {
        self.paper.flush()?;
        self.idle += 1;
        if self.setting.script && self.idle > PATIENCE {
            return Ok(Heard::End);
        }
        self.outside.hear(self.session)
    }
}
