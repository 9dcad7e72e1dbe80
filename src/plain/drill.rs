//! A drill line by line: the little one must know, the choices, and the reaction at once.

use std::io::{self, Write};

use super::asking::{Own, own_words, sure};
use super::command::Command;
use super::menu::echo;
use super::moments::{lead, teach};
use super::single::{context, options};
use super::telling::tell;
use super::{Heard, Paper};
use crate::i18n::Words;
use crate::model::{ChoiceIx, Day, Rubric};
use crate::practice::drill::{Done, Drill};
use crate::practice::{MASTERY, Reaction, Single};

/// How a drill is to be told.
#[derive(Clone, Copy, Debug)]
pub struct DrillSetting<'a> {
    pub words: &'a Words,
    pub columns: usize,
    /// Nobody sits there: input that leads nowhere ends the drill.
    pub script: bool,
    pub say_first: bool,
    pub ask_sure: bool,
    pub today: Day,
    /// The skill by name; `None` for whatever is due.
    pub skill: Option<&'a str>,
}

/// The world around a drill.
pub trait DrillOutside {
    type Fault: From<io::Error>;

    /// The next thing typed; everything written so far has been flushed.
    fn hear(&mut self, single: &Single) -> Result<Heard, Self::Fault>;

    /// Keeps an answer before anything else is asked.
    fn keep(&mut self, done: &Done) -> Result<(), Self::Fault>;

    /// Keeps what the learner would have said to a decision (from 0).
    fn keep_words(&mut self, item: usize, single: &Single, text: &str) -> Result<(), Self::Fault>;
}

/// A script that says so many things in a row without a choice goes round in circles.
const PATIENCE: u32 = 1000;

/// Asks one decision after another. Gives back how many were answered.
pub fn drill<W: Write, O: DrillOutside>(
    drill: &mut Drill,
    setting: &DrillSetting<'_>,
    outside: &mut O,
    out: W,
) -> Result<usize, O::Fault> {
    let mut talk = Talk {
        drill,
        setting,
        words: setting.words,
        outside,
        paper: Paper::new(out, setting.columns),
        good: 0,
        idle: 0,
    };
    talk.hold()
}

struct Talk<'a, W, O> {
    drill: &'a mut Drill,
    setting: &'a DrillSetting<'a>,
    words: &'a Words,
    outside: &'a mut O,
    paper: Paper<W>,
    /// Answers at least defensible by the key.
    good: usize,
    idle: u32,
}

enum Next {
    Stay,
    On,
    Stop,
}

impl<W: Write, O: DrillOutside> Talk<'_, W, O> {
    fn hold(&mut self) -> Result<usize, O::Fault> {
        self.opening()?;
        while self.drill.current().is_some() {
            if !self.decide()? {
                break;
            }
        }
        self.closing()?;
        self.paper.flush()?;
        Ok(self.drill.done())
    }

    fn opening(&mut self) -> Result<(), O::Fault> {
        let count = self.drill.items.len();
        let facts = [
            ("count", count.into()),
            ("skill", self.setting.skill.unwrap_or_default().into()),
        ];
        let title = match self.setting.skill {
            Some(_) => self.words.say_with("drill-of-skill", &facts),
            None => self.words.say_with("drill-of-due", &facts),
        };
        self.paper.text(&title)?;
        let again = count - self.drill.fresh.min(count);
        if again > 0 {
            let facts = [("again", again.into()), ("pool", self.drill.pool.into())];
            self.paper.text(&self.words.say_with("drill-again", &facts))?;
        }
        Ok(self.paper.text(&self.words.say("drill-how"))?)
    }

    /// Whether the drill goes on.
    fn decide(&mut self) -> Result<bool, O::Fault> {
        self.present()?;
        let mut waiting = self.first_words()?;
        self.menu()?;
        loop {
            let command = match waiting.take() {
                Some(command) => command,
                None => match self.hear()? {
                    None | Some(Heard::End) => return Ok(false),
                    Some(Heard::Chosen(choice)) => {
                        self.answer(choice, None)?;
                        return Ok(true);
                    }
                    Some(Heard::Typed { line, .. }) => Command::read(&line),
                },
            };
            match self.obey(command)? {
                Next::Stay => {}
                Next::On => return Ok(true),
                Next::Stop => return Ok(false),
            }
        }
    }

    fn present(&mut self) -> Result<(), O::Fault> {
        let Some(single) = self.drill.current() else {
            return Ok(());
        };
        let facts = [
            ("number", (self.drill.done() + 1).into()),
            ("count", self.drill.items.len().into()),
        ];
        self.paper.heading(&self.words.say_with("drill-decision", &facts))?;
        Ok(context(&mut self.paper, self.words, single)?)
    }

    fn menu(&mut self) -> Result<(), O::Fault> {
        let Some(single) = self.drill.current() else {
            return Ok(());
        };
        options(&mut self.paper, self.words, single, false)?;
        let count = single.offered.len();
        Ok(self
            .paper
            .text(&self.words.say_with("plain-ask", &[("count", count.into())]))?)
    }

    fn first_words(&mut self) -> Result<Option<Command>, O::Fault> {
        if !self.setting.say_first {
            return Ok(None);
        }
        self.paper.gap()?;
        self.say("plain-say-first")?;
        let Some(Heard::Typed { line, .. }) = self.hear()? else {
            return Ok(None);
        };
        match own_words(&line) {
            Own::Nothing => Ok(None),
            Own::Words(text) => self.keep_words(&text).map(|()| None),
            Own::Command(command) => Ok(Some(command)),
        }
    }

    fn keep_words(&mut self, text: &str) -> Result<(), O::Fault> {
        self.drill.own_words(text);
        if let Some(single) = self.drill.current() {
            self.outside.keep_words(self.drill.done(), single, text)?;
        }
        self.say("plain-words-kept")
    }

    fn obey(&mut self, command: Command) -> Result<Next, O::Fault> {
        match command {
            Command::Number { number, sure } => {
                let offered = self.drill.current().map_or(&[][..], |single| &single.offered);
                let count = offered.len();
                let Some(choice) = number.checked_sub(1).and_then(|at| offered.get(at)).copied() else {
                    let facts = [("number", number.into()), ("count", count.into())];
                    self.paper.text(&self.words.say_with("plain-no-such-choice", &facts))?;
                    return Ok(Next::Stay);
                };
                let sure = self.how_sure(sure)?;
                self.answer(choice, sure)?;
                return Ok(Next::On);
            }
            Command::Quit | Command::Back => return Ok(Next::Stop),
            Command::Repeat => {
                self.present()?;
                self.menu()?;
            }
            Command::Hint => match self.drill.hint() {
                Some(hint) => {
                    let facts = [("hint", (&hint).into())];
                    self.paper.text(&self.words.say_with("plain-hint", &facts))?;
                }
                None => self.say("plain-no-hint")?,
            },
            Command::Say(text) => self.keep_words(&text)?,
            Command::Nothing => self.menu()?,
            Command::Help => {
                for line in [
                    self.words.say("plain-help-number"),
                    self.words.say("plain-help-sure"),
                    self.words.say("plain-help-say"),
                    self.words.say("plain-help-repeat"),
                    self.words.say("plain-help-hint"),
                    self.words.say("drill-help-quit"),
                ] {
                    self.paper.text(&line)?;
                }
            }
            Command::Why(_) | Command::Rewind(_) | Command::Score | Command::Compare(_) => {
                self.say("drill-not-here")?
            }
            Command::Other(typed) => {
                let typed: String = typed.chars().take(40).collect();
                let count = self.drill.current().map_or(0, |single| single.offered.len());
                let facts = [("typed", (&typed).into()), ("count", count.into())];
                self.paper.text(&self.words.say_with("plain-not-understood", &facts))?;
            }
        }
        Ok(Next::Stay)
    }

    fn how_sure(&mut self, said: Option<u8>) -> Result<Option<u8>, O::Fault> {
        if said.is_some() || !self.setting.ask_sure {
            return Ok(said);
        }
        loop {
            self.say("plain-how-sure")?;
            let Some(Heard::Typed { line, .. }) = self.hear()? else {
                return Ok(None);
            };
            if let Some(sure) = sure(&line) {
                return Ok(sure);
            }
        }
    }

    fn answer(&mut self, choice: ChoiceIx, confidence: Option<u8>) -> Result<(), O::Fault> {
        let Ok(done) = self.drill.answer(choice, confidence, self.setting.today) else {
            return self.say("plain-stuck");
        };
        self.idle = 0;
        self.outside.keep(&done)?;
        self.good += usize::from(done.reaction.credit.is_some_and(|credit| credit >= MASTERY));
        if let Some(single) = self.drill.last() {
            reaction(&mut self.paper, self.words, single, &done.reaction)?;
        }
        Ok(())
    }

    fn closing(&mut self) -> Result<(), O::Fault> {
        let facts = [
            ("done", self.drill.done().into()),
            ("count", self.drill.items.len().into()),
            ("good", self.good.into()),
        ];
        self.paper.gap()?;
        if self.drill.done() == 0 {
            return self.say("drill-none-done");
        }
        self.paper.text(&self.words.say_with("drill-done", &facts))?;
        self.paper.text(&self.words.say_with("drill-good", &facts))?;
        self.say("education-only")
    }

    fn say(&mut self, id: &'static str) -> Result<(), O::Fault> {
        Ok(self.paper.text(&self.words.say(id))?)
    }

    /// `None` when a script leads nowhere.
    fn hear(&mut self) -> Result<Option<Heard>, O::Fault> {
        self.paper.flush()?;
        self.idle += 1;
        let Some(single) = self.drill.current() else {
            return Ok(None);
        };
        if self.setting.script && self.idle > PATIENCE {
            return Ok(None);
        }
        self.outside.hear(single).map(Some)
    }
}

/// What came of an answer: the reaction, then what there is to learn from it.
fn reaction<W: Write>(paper: &mut Paper<W>, words: &Words, single: &Single, reaction: &Reaction) -> io::Result<()> {
    let session = &single.session;
    echo(paper, words, session, reaction.chosen)?;
    tell(paper, words, session, &reaction.reply)?;
    paper.gap()?;
    if let Some(turn) = session.run().turns.last() {
        teach(paper, words, session, turn)?;
    }
    for good in &reaction.good {
        paper.item(&lead(words.say("drill-also-here")), &single.words(*good))?;
    }
    let Some(credit) = reaction.credit else {
        return Ok(());
    };
    let facts = [("rating", rating(session.rubric(), credit).into())];
    paper.text(&words.say_with("drill-rated", &facts))
}

/// The scale's word nearest to a credit: 0 is −2, 1 is 2.
fn rating(rubric: &Rubric, credit: f64) -> &str {
    let rating = credit * 4.0 - 2.0;
    let distance = |at: i32| (f64::from(at) - rating).abs();
    let nearest = rubric
        .rating_scale
        .iter()
        .min_by(|left, right| distance(left.rating).total_cmp(&distance(right.rating)));
    nearest.map_or("", |point| point.means.as_str())
}
