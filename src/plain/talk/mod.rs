//! The sitting as a talk: tells, asks, hears, and hands every event out before it asks again.

mod afterwards;

use std::io::Write;

use super::answering::{Answering, Floor, Moved};
use super::briefing::briefing;
use super::command::Command;
use super::menu::{because, echo, menu};
use super::moments::teach;
use super::telling::tell;
use super::{Heard, Outside, Paper};
use crate::engine::{Offer, Refused};
use crate::i18n::Words;
use crate::model::{ChoiceIx, Mode};
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
        outside,
        floor: Floor {
            words: setting.words,
            paper: Paper::new(out, setting.columns),
            script: setting.script,
            say_first: setting.say_first,
            ask_sure: setting.ask_sure,
            idle: 0,
        },
        asked: false,
        references: None,
    };
    talk.hold()
}

struct Talk<'a, W, O> {
    session: &'a mut Session,
    setting: &'a Setting<'a>,
    outside: &'a mut O,
    floor: Floor<'a, W>,
    /// "How was that?" is asked once a sitting.
    asked: bool,
    references: Option<Option<References>>,
}

impl<W: Write, O: Outside> Talk<'_, W, O> {
    fn hold(&mut self) -> Result<Finish, O::Fault> {
        if self.setting.resumed {
            self.floor.paper.text(&self.floor.words.say("plain-resumed"))?;
            self.last_moment()?;
        } else {
            briefing(&mut self.floor.paper, self.floor.words, self.session)?;
            self.floor.paper.gap()?;
            tell(
                &mut self.floor.paper,
                self.floor.words,
                self.session,
                &self.session.run().opening,
            )?;
        }
        loop {
            match self.session.current() {
                Current::Deciding { .. } => self.decide()?,
                Current::Left => {
                    self.floor.paper.gap()?;
                    self.say("plain-left")?;
                    self.floor.paper.flush()?;
                    return Ok(Finish::Left);
                }
                Current::Ended(ending) => {
                    if self.look_back(ending)? == Moved::No {
                        self.floor.paper.flush()?;
                        return Ok(Finish::Ended);
                    }
                }
            }
        }
    }

    fn hint(&mut self) -> Result<(), O::Fault> {
        match self.session.handle(Input::Hint) {
            Ok(outputs) => {
                self.outside.keep(outputs)?;
                if let Current::Deciding { node, .. } = self.session.current()
                    && let Some(hint) = self.session.scenario().node(node).hint
                {
                    let hint = self.session.words_now(hint);
                    self.floor
                        .paper
                        .text(&self.floor.words.say_with("plain-hint", &[("hint", (&hint).into())]))?;
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
                    echo(&mut self.floor.paper, self.floor.words, self.session, turn.chosen)?;
                    teach(&mut self.floor.paper, self.floor.words, self.session, turn)?;
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
        let line = self.session.current_line();
        match self.session.handle(Input::Rewind { line, to }) {
            Ok(outputs) => {
                self.outside.keep(outputs)?;
                self.floor.paper.gap()?;
                let facts = [("number", (to + 1).into())];
                self.floor
                    .paper
                    .text(&self.floor.words.say_with("plain-rewound", &facts))?;
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
            self.floor.paper.text(
                &self
                    .floor
                    .words
                    .say_with("plain-no-such-step", &[("count", taken.into())]),
            )?;
        }
        Ok(at)
    }

    fn leave(&mut self) -> Result<Moved, O::Fault> {
        if let Ok(outputs) = self.session.handle(Input::Leave) {
            self.outside.keep(outputs)?;
        }
        Ok(Moved::Yes)
    }

    /// What was told since the last decision, or from the start.
    fn last_moment(&mut self) -> Result<(), O::Fault> {
        self.floor.paper.gap()?;
        let run = self.session.run();
        if let Some(turn) = run.turns.last() {
            echo(&mut self.floor.paper, self.floor.words, self.session, turn.chosen)?;
            tell(&mut self.floor.paper, self.floor.words, self.session, &turn.reply)?;
            tell(&mut self.floor.paper, self.floor.words, self.session, &turn.onward)?;
        } else {
            tell(&mut self.floor.paper, self.floor.words, self.session, &run.opening)?;
        }
        Ok(())
    }

    fn help(&mut self) -> Result<(), O::Fault> {
        for line in [
            self.floor.words.say("plain-help-number"),
            self.floor.words.say("plain-help-sure"),
            self.floor.words.say("plain-help-say"),
            self.floor.words.say("plain-help-repeat"),
            self.floor.words.say("plain-help-hint"),
            self.floor.words.say("plain-help-why"),
            self.floor.words.say("plain-help-rewind"),
            self.floor.words.say("plain-help-score"),
            self.floor.words.say("plain-help-compare"),
            self.floor.words.say("plain-help-back"),
            self.floor.words.say("plain-help-quit"),
        ] {
            self.floor.paper.text(&line)?;
        }
        Ok(())
    }

    fn say(&mut self, id: &'static str) -> Result<(), O::Fault> {
        Ok(self.floor.say(id)?)
    }
}

impl<'a, W: Write, O: Outside> Answering<'a> for Talk<'a, W, O> {
    type Out = W;
    type Fault = O::Fault;

    fn floor(&mut self) -> &mut Floor<'a, W> {
        &mut self.floor
    }

    fn hear(&mut self) -> Result<Heard, O::Fault> {
        if !self.floor.patient()? {
            return Ok(Heard::End);
        }
        self.outside.hear(self.session)
    }

    fn offers(&self) -> Vec<Offer> {
        match self.session.current() {
            Current::Deciding { offers, .. } => offers,
            Current::Ended(_) | Current::Left => Vec::new(),
        }
    }

    fn has_words(&self) -> bool {
        self.session.own_words().is_some()
    }

    fn menu(&mut self) -> Result<(), O::Fault> {
        let offers = self.offers();
        Ok(menu(&mut self.floor.paper, self.floor.words, self.session, &offers)?)
    }

    /// By its id or by `node/choice`.
    fn named(&self, typed: &str, offers: &[Offer]) -> Option<ChoiceIx> {
        let scenario = self.session.scenario();
        let named =
            |offer: &&Offer| scenario.choice(offer.choice).id == typed || scenario.address(offer.choice) == typed;
        offers.iter().find(named).map(|offer| offer.choice)
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
                let facts = [("because", (&because).into())];
                let text = self.floor.words.say_with("plain-is-locked", &facts);
                self.floor.paper.text(text.trim_end())?;
                return Ok(Moved::No);
            }
            Err(_) => {
                self.say("plain-stuck")?;
                return self.leave();
            }
            Ok(outputs) => self.outside.keep(outputs)?,
        }
        self.floor.idle = 0;
        let (paper, words) = (&mut self.floor.paper, self.floor.words);
        echo(paper, words, self.session, choice)?;
        if let Some(turn) = self.session.run().turns.last() {
            tell(paper, words, self.session, &turn.reply)?;
            if self.session.mode() == Mode::Coached {
                paper.gap()?;
                teach(paper, words, self.session, turn)?;
            }
            paper.gap()?;
            tell(paper, words, self.session, &turn.onward)?;
        }
        Ok(Moved::Yes)
    }

    fn own_words(&mut self, text: String) -> Result<(), O::Fault> {
        if let Ok(outputs) = self.session.handle(Input::OwnWords { text }) {
            self.outside.keep(outputs)?;
        }
        self.say("plain-words-kept")
    }

    fn obey(&mut self, command: Command) -> Result<Moved, O::Fault> {
        match command {
            Command::Help => self.help()?,
            Command::Repeat => {
                self.last_moment()?;
                self.menu()?;
            }
            Command::Hint => self.hint()?,
            Command::Why(step) => self.why(step)?,
            Command::Rewind(step) => return self.rewind(step),
            Command::Back => self.say("plain-quiet")?,
            Command::Quit => return self.leave(),
            Command::Score => self.say("plain-score-later")?,
            Command::Compare(_) => self.say("plain-compare-later")?,
            Command::Nothing | Command::Number { .. } | Command::Other(_) | Command::Say(_) => {
                let facts = [("count", self.offers().len().into())];
                self.floor.paper.text(&self.floor.words.say_with("plain-ask", &facts))?;
            }
        }
        Ok(Moved::No)
    }

    fn ended(&mut self) -> Result<Moved, O::Fault> {
        self.floor.paper.gap()?;
        self.say("plain-input-ended")?;
        self.leave()
    }
}
