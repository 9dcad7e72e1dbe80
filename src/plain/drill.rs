//! A drill line by line: the little one must know, the choices, and the reaction at once.

use std::io::{self, Write};

use super::answering::{Answering, Floor, Moved};
use super::command::Command;
use super::menu::echo;
use super::moments::{lead, teach};
use super::single::{context, options};
use super::telling::tell;
use super::{Heard, Paper};
use crate::engine::Offer;
use crate::i18n::Words;
use crate::model::{ChoiceIx, Day};
use crate::practice::drill::{Done, Drill};
use crate::practice::{Reaction, Single};

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
        outside,
        floor: Floor {
            words: setting.words,
            paper: Paper::new(out, setting.columns),
            script: setting.script,
            say_first: setting.say_first,
            ask_sure: setting.ask_sure,
            idle: 0,
        },
        good: 0,
        stopped: false,
    };
    talk.hold()
}

struct Talk<'a, W, O> {
    drill: &'a mut Drill,
    setting: &'a DrillSetting<'a>,
    outside: &'a mut O,
    floor: Floor<'a, W>,
    /// Answers at least defensible by the key.
    good: usize,
    stopped: bool,
}

impl<W: Write, O: DrillOutside> Talk<'_, W, O> {
    fn hold(&mut self) -> Result<usize, O::Fault> {
        self.opening()?;
        while self.drill.current().is_some() && !self.stopped {
            self.present()?;
            self.decide()?;
        }
        self.closing()?;
        self.floor.paper.flush()?;
        Ok(self.drill.done())
    }

    fn opening(&mut self) -> Result<(), O::Fault> {
        let count = self.drill.items.len();
        let facts = [
            ("count", count.into()),
            ("skill", self.setting.skill.unwrap_or_default().into()),
        ];
        let title = match self.setting.skill {
            Some(_) => self.floor.words.say_with("drill-of-skill", &facts),
            None => self.floor.words.say_with("drill-of-due", &facts),
        };
        self.floor.paper.text(&title)?;
        let again = count - self.drill.fresh.min(count);
        if again > 0 {
            let facts = [("again", again.into()), ("pool", self.drill.pool.into())];
            self.floor
                .paper
                .text(&self.floor.words.say_with("drill-again", &facts))?;
        }
        Ok(self.floor.paper.text(&self.floor.words.say("drill-how"))?)
    }

    fn present(&mut self) -> Result<(), O::Fault> {
        let Some(single) = self.drill.current() else {
            return Ok(());
        };
        let facts = [
            ("number", (self.drill.done() + 1).into()),
            ("count", self.drill.items.len().into()),
        ];
        self.floor
            .paper
            .heading(&self.floor.words.say_with("drill-decision", &facts))?;
        Ok(context(&mut self.floor.paper, self.floor.words, single)?)
    }

    fn closing(&mut self) -> Result<(), O::Fault> {
        let facts = [
            ("done", self.drill.done().into()),
            ("count", self.drill.items.len().into()),
            ("good", self.good.into()),
        ];
        self.floor.paper.gap()?;
        if self.drill.done() == 0 {
            return self.say("drill-none-done");
        }
        self.floor
            .paper
            .text(&self.floor.words.say_with("drill-done", &facts))?;
        self.floor
            .paper
            .text(&self.floor.words.say_with("drill-good", &facts))?;
        self.say("education-only")
    }

    fn help(&mut self) -> Result<(), O::Fault> {
        for line in [
            self.floor.words.say("plain-help-number"),
            self.floor.words.say("plain-help-sure"),
            self.floor.words.say("plain-help-say"),
            self.floor.words.say("plain-help-repeat"),
            self.floor.words.say("plain-help-hint"),
            self.floor.words.say("drill-help-quit"),
        ] {
            self.floor.paper.text(&line)?;
        }
        Ok(())
    }

    fn say(&mut self, id: &'static str) -> Result<(), O::Fault> {
        Ok(self.floor.say(id)?)
    }

    fn stop(&mut self) -> Moved {
        self.stopped = true;
        Moved::Yes
    }
}

impl<'a, W: Write, O: DrillOutside> Answering<'a> for Talk<'a, W, O> {
    type Out = W;
    type Fault = O::Fault;

    fn floor(&mut self) -> &mut Floor<'a, W> {
        &mut self.floor
    }

    fn hear(&mut self) -> Result<Heard, O::Fault> {
        let patient = self.floor.patient()?;
        match self.drill.current() {
            Some(single) if patient => self.outside.hear(single),
            _ => Ok(Heard::End),
        }
    }

    fn offers(&self) -> Vec<Offer> {
        let offered = self.drill.current().map_or(&[][..], |single| &single.offered);
        let open = |choice: &ChoiceIx| Offer {
            choice: *choice,
            locked: false,
        };
        offered.iter().map(open).collect()
    }

    fn has_words(&self) -> bool {
        false
    }

    fn menu(&mut self) -> Result<(), O::Fault> {
        let Some(single) = self.drill.current() else {
            return Ok(());
        };
        options(&mut self.floor.paper, self.floor.words, single, false)?;
        let facts = [("count", single.offered.len().into())];
        Ok(self.floor.paper.text(&self.floor.words.say_with("plain-ask", &facts))?)
    }

    /// By number only.
    fn named(&self, _typed: &str, _offers: &[Offer]) -> Option<ChoiceIx> {
        None
    }

    fn choose(&mut self, choice: ChoiceIx, confidence: Option<u8>, _took_ms: Option<u32>) -> Result<Moved, O::Fault> {
        let Ok(done) = self.drill.answer(choice, confidence, self.setting.today) else {
            self.say("plain-stuck")?;
            return Ok(Moved::Yes);
        };
        self.floor.idle = 0;
        self.outside.keep(&done)?;
        self.good += usize::from(done.good());
        if let Some(single) = self.drill.last() {
            reaction(&mut self.floor.paper, self.floor.words, single, &done.reaction)?;
        }
        Ok(Moved::Yes)
    }

    fn own_words(&mut self, text: String) -> Result<(), O::Fault> {
        self.drill.own_words(&text);
        if let Some(single) = self.drill.current() {
            self.outside.keep_words(self.drill.done(), single, &text)?;
        }
        self.say("plain-words-kept")
    }

    fn obey(&mut self, command: Command) -> Result<Moved, O::Fault> {
        match command {
            Command::Quit | Command::Back => return Ok(self.stop()),
            Command::Repeat => {
                self.present()?;
                self.menu()?;
            }
            Command::Hint => match self.drill.hint() {
                Some(hint) => {
                    let facts = [("hint", (&hint).into())];
                    self.floor
                        .paper
                        .text(&self.floor.words.say_with("plain-hint", &facts))?;
                }
                None => self.say("plain-no-hint")?,
            },
            Command::Help => self.help()?,
            Command::Why(_) | Command::Rewind(_) | Command::Score | Command::Compare(_) => {
                self.say("drill-not-here")?
            }
            Command::Nothing | Command::Number { .. } | Command::Other(_) | Command::Say(_) => self.menu()?,
        }
        Ok(Moved::No)
    }

    fn ended(&mut self) -> Result<Moved, O::Fault> {
        Ok(self.stop())
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
    let Some(rating) = reaction.rating(session.rubric()) else {
        return Ok(());
    };
    let facts = [("rating", rating.into())];
    paper.text(&words.say_with("drill-rated", &facts))
}
