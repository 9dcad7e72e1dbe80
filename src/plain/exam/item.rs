//! One item: a single decision with letters, or a conversation with numbers. Nothing is taught before the result.

use std::io::Write;

use super::ExamOutside;
use super::command::Command;
use super::seat::{Place, Seat};
use crate::model::ChoiceIx;
use crate::plain::Heard;
use crate::plain::briefing::briefing;
use crate::plain::menu::{because, echo, menu};
use crate::plain::single::{context, options};
use crate::plain::telling::{tell, tell_ending};
use crate::practice::exam::{Control, Denied};
use crate::practice::letter;
use crate::session::{Answered, Current};

impl<W: Write, O: ExamOutside> Seat<'_, W, O> {
    pub(super) fn item(&mut self, item: usize) -> Result<Place, O::Fault> {
        let count = self.sitting.items().len();
        let facts = [("number", (item + 1).into()), ("count", count.into())];
        self.paper.heading(&self.words.say_with("exam-item", &facts))?;
        if self.sitting.left_ms().is_some() {
            self.time()?;
        }
        if self.sitting.items().get(item).is_some_and(|view| view.flagged) {
            self.say("exam-is-flagged")?;
        }
        if self.sitting.single(item).is_some() {
            self.single(item)
        } else if self.sitting.talk(item).is_some() {
            self.talk(item)
        } else {
            self.say("exam-gone")?;
            Ok(self.after(item))
        }
    }

    fn single(&mut self, item: usize) -> Result<Place, O::Fault> {
        self.show_single(item)?;
        let mut waiting = None;
        if self.setting.say_first && self.sitting.chosen(item).is_none() {
            waiting = self.own_words(item, true)?;
        }
        self.offer_single(item)?;
        loop {
            let command = match waiting.take() {
                Some(command) => command,
                None => match self.hear(Some(item))? {
                    None => return Ok(Place::Pause),
                    Some(Heard::Chosen(choice)) => return self.answer(item, choice, None),
                    Some(Heard::Typed { line, .. }) => Command::read(&line, true),
                    Some(Heard::End) => return Ok(Place::Pause),
                },
            };
            match command {
                Command::Choose { number, sure } => {
                    let offered = self.sitting.single(item).map_or(&[][..], |single| &single.offered);
                    let last = letter(offered.len().saturating_sub(1)).to_string();
                    match number.checked_sub(1).and_then(|at| offered.get(at)).copied() {
                        Some(choice) => {
                            let sure = self.how_sure(sure)?;
                            return self.answer(item, choice, sure);
                        }
                        None => self
                            .paper
                            .text(&self.words.say_with("exam-no-such-letter", &[("last", (&last).into())]))?,
                    }
                }
                Command::Repeat | Command::Nothing => {
                    self.show_single(item)?;
                    self.offer_single(item)?;
                }
                Command::Flag => self.flag(item)?,
                Command::Say(text) => self.keep_words(item, &text)?,
                command => {
                    if let Some(place) = self.common(command, Some(item))? {
                        return Ok(place);
                    }
                }
            }
        }
    }

    fn show_single(&mut self, item: usize) -> Result<(), O::Fault> {
        match self.sitting.single(item) {
            Some(single) => Ok(context(&mut self.paper, self.words, single)?),
            None => Ok(()),
        }
    }

    fn offer_single(&mut self, item: usize) -> Result<(), O::Fault> {
        let Some(single) = self.sitting.single(item) else {
            return Ok(());
        };
        options(&mut self.paper, self.words, single, true)?;
        let last = letter(single.offered.len().saturating_sub(1)).to_string();
        let chosen = self.sitting.chosen(item);
        let at = chosen.and_then(|chosen| single.offered.iter().position(|choice| *choice == chosen));
        if let Some(at) = at {
            let letter = letter(at).to_string();
            let facts = [("letter", (&letter).into())];
            self.paper.text(&self.words.say_with("exam-answered", &facts))?;
        }
        Ok(self
            .paper
            .text(&self.words.say_with("exam-ask-single", &[("last", (&last).into())]))?)
    }

    fn answer(&mut self, item: usize, choice: ChoiceIx, confidence: Option<u8>) -> Result<Place, O::Fault> {
        let control = Control::Answer {
            item,
            choice,
            confidence,
        };
        if self.act(control)?.is_err() {
            self.say("exam-not-taken")?;
        }
        Ok(self.after(item))
    }

    fn flag(&mut self, item: usize) -> Result<(), O::Fault> {
        let on = !self.sitting.items().get(item).is_some_and(|view| view.flagged);
        self.act(Control::Flag { item, on })?.ok();
        if on {
            self.say("exam-flagged")
        } else {
            self.say("exam-unflagged")
        }
    }

    /// Asks for their own words. What was a command instead waits for the choices.
    fn own_words(&mut self, item: usize, letters: bool) -> Result<Option<Command>, O::Fault> {
        self.paper.gap()?;
        self.say("plain-say-first")?;
        let Some(Heard::Typed { line, .. }) = self.hear(None)? else {
            return Ok(None);
        };
        match Command::read(&line, letters) {
            Command::Nothing => Ok(None),
            Command::Other(text) | Command::Say(text) => self.keep_words(item, &text).map(|()| None),
            command => Ok(Some(command)),
        }
    }

    fn keep_words(&mut self, item: usize, text: &str) -> Result<(), O::Fault> {
        let place = match (self.sitting.single(item), self.sitting.talk(item)) {
            (Some(single), _) => Some((0, single.node_id().clone())),
            (_, Some(session)) => match session.current() {
                Current::Deciding { node, .. } => {
                    Some((session.run().turns.len(), session.scenario().node(node).id.clone()))
                }
                _ => None,
            },
            _ => None,
        };
        if let Some((step, node)) = place {
            self.outside.keep_words(item, step, &node, text)?;
        }
        self.say("plain-words-kept")
    }

    fn talk(&mut self, item: usize) -> Result<Place, O::Fault> {
        self.enter(item)?;
        loop {
            let Some(session) = self.sitting.talk(item) else {
                return Ok(Place::Overview);
            };
            let offers = match session.current() {
                Current::Deciding { offers, .. } => offers,
                _ => {
                    self.say("exam-talk-over")?;
                    return Ok(self.after(item));
                }
            };
            let mut waiting = None;
            if self.setting.say_first {
                waiting = self.own_words(item, false)?;
            }
            if let Some(session) = self.sitting.talk(item) {
                menu(&mut self.paper, self.words, session, &offers)?;
            }
            let said = loop {
                let command = match waiting.take() {
                    Some(command) => command,
                    None => match self.hear(Some(item))? {
                        None | Some(Heard::End) => return Ok(Place::Pause),
                        Some(Heard::Chosen(choice)) => break (choice, None, None),
                        Some(Heard::Typed { line, took_ms }) => match Command::read(&line, false) {
                            Command::Choose { number, sure } => {
                                match number.checked_sub(1).and_then(|at| offers.get(at)) {
                                    Some(offer) if offer.locked => {
                                        self.locked(item, offer.choice)?;
                                        continue;
                                    }
                                    Some(offer) => break (offer.choice, self.how_sure(sure)?, took_ms),
                                    None => {
                                        let facts = [("number", number.into()), ("count", offers.len().into())];
                                        self.paper.text(&self.words.say_with("plain-no-such-choice", &facts))?;
                                        continue;
                                    }
                                }
                            }
                            command => command,
                        },
                    },
                };
                match command {
                    Command::Repeat | Command::Nothing => {
                        self.enter(item)?;
                        if let Some(session) = self.sitting.talk(item) {
                            menu(&mut self.paper, self.words, session, &offers)?;
                        }
                    }
                    Command::Flag => self.flag(item)?,
                    Command::Say(text) => self.keep_words(item, &text)?,
                    command => {
                        if let Some(place) = self.common(command, Some(item))? {
                            return Ok(place);
                        }
                    }
                }
            };
            if !self.speak(item, said)? {
                return Ok(Place::Closed);
            }
        }
    }

    /// Where the conversation stands: the briefing at its beginning, else what was said last.
    fn enter(&mut self, item: usize) -> Result<(), O::Fault> {
        let Some(session) = self.sitting.talk(item) else {
            return Ok(());
        };
        self.paper.gap()?;
        if let Some(turn) = session.run().turns.last() {
            echo(&mut self.paper, self.words, session, turn.chosen)?;
            tell(&mut self.paper, self.words, session, &turn.reply)?;
            tell(&mut self.paper, self.words, session, &turn.onward)?;
        } else {
            briefing(&mut self.paper, self.words, session)?;
            self.paper.gap()?;
            tell(&mut self.paper, self.words, session, &session.run().opening)?;
        }
        Ok(())
    }

    fn locked(&mut self, item: usize, choice: ChoiceIx) -> Result<(), O::Fault> {
        let because = self.sitting.talk(item).and_then(|session| because(session, choice));
        let facts = [("because", because.as_deref().unwrap_or_default().into())];
        Ok(self
            .paper
            .text(self.words.say_with("plain-is-locked", &facts).trim_end())?)
    }

    /// Whether the exam goes on.
    fn speak(&mut self, item: usize, said: (ChoiceIx, Option<u8>, Option<u32>)) -> Result<bool, O::Fault> {
        let (choice, confidence, took_ms) = said;
        let answered = Answered {
            choice,
            confidence,
            took_ms,
            ..Answered::default()
        };
        match self.act(Control::Say { item, answered })? {
            Err(Denied::Over) => return Ok(false),
            Err(_) => self.say("exam-not-taken")?,
            Ok(()) => {}
        }
        let Some(session) = self.sitting.talk(item) else {
            return Ok(true);
        };
        if let Some(turn) = session.run().turns.last().filter(|turn| turn.chosen == choice) {
            echo(&mut self.paper, self.words, session, choice)?;
            tell(&mut self.paper, self.words, session, &turn.reply)?;
            self.paper.gap()?;
            tell(&mut self.paper, self.words, session, &turn.onward)?;
            tell_ending(&mut self.paper, self.words, session, &turn.onward)?;
        }
        Ok(self.sitting.closed().is_none())
    }
}
