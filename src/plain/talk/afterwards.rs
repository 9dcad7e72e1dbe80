//! After the ending: how was that, the debrief, and the score for who wants it.

use std::io::Write;

use super::Talk;
use crate::model::EndingIx;
use crate::plain::answering::{Answering, Moved};
use crate::plain::command::Command;
use crate::plain::compare::two_ways;
use crate::plain::debrief::debrief;
use crate::plain::{Beside, Heard, Outside, write_score};
use crate::practice::compare::other_way;
use crate::session::Input;

impl<W: Write, O: Outside> Talk<'_, W, O> {
    /// The debrief, until it is left or a rewind walks on.
    pub(super) fn look_back(&mut self, ending: EndingIx) -> Result<Moved, O::Fault> {
        let mut waiting = self.how_was_it()?;
        self.debrief(ending)?;
        let mut scored = false;
        let moved = loop {
            let command = match waiting.take() {
                Some(command) => command,
                None => {
                    self.floor.paper.gap()?;
                    self.say("plain-after")?;
                    if let Some(other) = other_way(self.session, self.session.current_line()) {
                        let facts = [("line", (other + 1).into())];
                        let floor = &mut self.floor;
                        floor.paper.text(&floor.words.say_with("plain-after-compare", &facts))?;
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
        let (paper, words) = (&mut self.floor.paper, self.floor.words);
        match (other, named) {
            (Some(other), _) => two_ways(paper, words, self.session, other, this)?,
            (None, None) => self.say("plain-no-other-way")?,
            (None, Some(line)) => {
                let facts = [("line", line.into())];
                paper.text(&words.say_with("plain-no-such-line", &facts))?;
            }
        }
        Ok(())
    }

    /// Asks once how it was. A command given instead of an answer waits until after the debrief.
    fn how_was_it(&mut self) -> Result<Option<Command>, O::Fault> {
        if std::mem::replace(&mut self.asked, true) {
            return Ok(None);
        }
        self.floor.paper.gap()?;
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
        debrief(
            &mut self.floor.paper,
            self.floor.words,
            self.session,
            ending,
            references,
        )?;
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
        self.floor.paper.heading(&self.floor.words.say("plain-score-heading"))?;
        write_score(&mut self.floor.paper, self.floor.words, result.as_ref(), &beside)?;
        Ok(())
    }

    /// The draws stay the same over a sitting, so one look is enough.
    fn look_up_references(&mut self) {
        if self.references.is_none() {
            self.references = Some(self.outside.references(self.session));
        }
    }
}
