//! The answering loop of a conversation and of a drill: own words first where that is set, the choices, then commands until one of
//! them leads on.

use std::io::{self, Write};

use super::asking::{Own, own_words, sure};
use super::command::{Command, with_sure};
use super::{Heard, Paper};
use crate::engine::Offer;
use crate::i18n::Words;
use crate::model::ChoiceIx;

/// A script that says so many things in a row without a choice goes round in circles.
const PATIENCE: u32 = 1000;

/// Where it is told and heard, and what is asked beside a choice.
pub(super) struct Floor<'a, W> {
    pub(super) words: &'a Words,
    pub(super) paper: Paper<W>,
    /// Nobody sits there: input that leads nowhere is the end.
    pub(super) script: bool,
    /// Ask what they would say before the choices appear.
    pub(super) say_first: bool,
    /// Ask how sure they are before the reaction.
    pub(super) ask_sure: bool,
    /// Things heard since the last choice.
    pub(super) idle: u32,
}

/// Whether it stands elsewhere now, so that this decision is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moved {
    Yes,
    No,
}

impl<W: Write> Floor<'_, W> {
    pub(super) fn say(&mut self, id: &'static str) -> io::Result<()> {
        self.paper.text(&self.words.say(id))
    }

    /// Whether anybody is still listened to; everything written so far is flushed first.
    pub(super) fn patient(&mut self) -> io::Result<bool> {
        self.paper.flush()?;
        self.idle += 1;
        Ok(!self.script || self.idle <= PATIENCE)
    }

    fn not_understood(&mut self, typed: &str, count: usize) -> io::Result<()> {
        let typed: String = typed.chars().take(40).collect();
        let facts = [("typed", (&typed).into()), ("count", count.into())];
        self.paper.text(&self.words.say_with("plain-not-understood", &facts))
    }
}

/// Someone who answers decisions line by line.
pub(super) trait Answering<'a> {
    type Out: Write;
    type Fault: From<io::Error>;

    fn floor(&mut self) -> &mut Floor<'a, Self::Out>;

    /// The next thing typed; [`Heard::End`] for a script that leads nowhere.
    fn hear(&mut self) -> Result<Heard, Self::Fault>;

    /// The choices of the decision at hand, in the order shown.
    fn offers(&self) -> Vec<Offer>;

    /// Whether own words to this decision are there already.
    fn has_words(&self) -> bool;

    /// Shows the choices.
    fn menu(&mut self) -> Result<(), Self::Fault>;

    /// A choice by its name, where names are taken.
    fn named(&self, typed: &str, offers: &[Offer]) -> Option<ChoiceIx>;

    fn choose(&mut self, choice: ChoiceIx, confidence: Option<u8>, took_ms: Option<u32>) -> Result<Moved, Self::Fault>;

    /// Keeps what they would say in their own words.
    fn own_words(&mut self, text: String) -> Result<(), Self::Fault>;

    /// Everything that is no answer.
    fn obey(&mut self, command: Command) -> Result<Moved, Self::Fault>;

    /// Nothing more will come.
    fn ended(&mut self) -> Result<Moved, Self::Fault>;

    /// Asks until it stands elsewhere.
    fn decide(&mut self) -> Result<(), Self::Fault> {
        let mut waiting = self.first_words()?;
        self.menu()?;
        loop {
            let moved = match waiting.take() {
                Some(command) => self.take(command, None)?,
                None => match self.hear()? {
                    Heard::End => self.ended()?,
                    Heard::Chosen(choice) => self.choose(choice, None, None)?,
                    Heard::Typed { line, took_ms } => self.take(Command::read(&line), took_ms)?,
                },
            };
            if moved == Moved::Yes {
                return Ok(());
            }
        }
    }

    /// Their own words before the choices, where that is set. Something else that was typed waits for the choices.
    fn first_words(&mut self) -> Result<Option<Command>, Self::Fault> {
        if !self.floor().say_first || self.has_words() {
            return Ok(None);
        }
        self.floor().paper.gap()?;
        self.floor().say("plain-say-first")?;
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
    fn how_sure(&mut self, said: Option<u8>) -> Result<Option<u8>, Self::Fault> {
        if said.is_some() || !self.floor().ask_sure {
            return Ok(said);
        }
        loop {
            self.floor().say("plain-how-sure")?;
            let Heard::Typed { line, .. } = self.hear()? else {
                return Ok(None);
            };
            if let Some(sure) = sure(&line) {
                return Ok(sure);
            }
        }
    }

    fn take(&mut self, command: Command, took_ms: Option<u32>) -> Result<Moved, Self::Fault> {
        let offers = self.offers();
        match command {
            Command::Number { number, sure } => match number.checked_sub(1).and_then(|at| offers.get(at)) {
                Some(offer) if offer.locked => self.choose(offer.choice, sure, took_ms),
                Some(offer) => {
                    let sure = self.how_sure(sure)?;
                    self.choose(offer.choice, sure, took_ms)
                }
                None => {
                    let floor = self.floor();
                    let facts = [("number", number.into()), ("count", offers.len().into())];
                    floor
                        .paper
                        .text(&floor.words.say_with("plain-no-such-choice", &facts))?;
                    Ok(Moved::No)
                }
            },
            Command::Other(typed) => {
                let (id, given) = with_sure(&typed);
                match self.named(id, &offers) {
                    Some(choice) => {
                        let sure = self.how_sure(given)?;
                        self.choose(choice, sure, took_ms)
                    }
                    None => {
                        self.floor().not_understood(&typed, offers.len())?;
                        Ok(Moved::No)
                    }
                }
            }
            Command::Say(text) => {
                self.own_words(text)?;
                Ok(Moved::No)
            }
            other => self.obey(other),
        }
    }
}
