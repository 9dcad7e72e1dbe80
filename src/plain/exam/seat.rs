//! The seat of one candidate: which item is open, what was typed, what is kept.

use std::io::Write;

use super::command::Command;
use super::{Asked, ExamFinish, ExamOutside, ExamSetting};
use crate::i18n::Words;
use crate::model::{Closing, ItemKind};
use crate::plain::asking::sure;
use crate::plain::{Heard, Paper};
use crate::practice::exam::{Control, Denied, Sitting};

/// Sits an exam until it is closed or paused.
pub fn hold_exam<W: Write, O: ExamOutside>(
    sitting: &mut Sitting,
    setting: &ExamSetting<'_>,
    outside: &mut O,
    out: W,
) -> Result<ExamFinish, O::Fault> {
    let mut seat = Seat {
        sitting,
        setting,
        words: setting.words,
        outside,
        paper: Paper::new(out, setting.columns),
        idle: 0,
    };
    let finish = seat.hold()?;
    seat.paper.flush()?;
    Ok(finish)
}

pub(super) struct Seat<'a, W, O> {
    pub(super) sitting: &'a mut Sitting,
    pub(super) setting: &'a ExamSetting<'a>,
    pub(super) words: &'a Words,
    pub(super) outside: &'a mut O,
    pub(super) paper: Paper<W>,
    /// Things heard since anything changed.
    idle: u32,
}

/// Where to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Item(usize),
    Overview,
    Pause,
    Closed,
}

/// A script that says so many things in a row without an answer goes round in circles.
const PATIENCE: u32 = 1000;

impl<W: Write, O: ExamOutside> Seat<'_, W, O> {
    fn hold(&mut self) -> Result<ExamFinish, O::Fault> {
        // Denied only where time has run out meanwhile, which the loop below sees.
        if self.sitting.paused() {
            let _ = self.act(Control::Resume)?;
        } else {
            let _ = self.act(Control::Tick)?;
        }
        if self.setting.resumed {
            self.say("exam-resumed")?;
        } else {
            self.opening()?;
        }
        let mut place = self.sitting.here().map_or(Place::Overview, Place::Item);
        loop {
            if self.sitting.closed().is_some() {
                place = Place::Closed;
            }
            place = match place {
                Place::Item(item) => self.item(item)?,
                Place::Overview => self.overview()?,
                Place::Pause => {
                    let _ = self.act(Control::Pause)?;
                    if self.sitting.closed().is_none() {
                        return Ok(ExamFinish::Paused);
                    }
                    Place::Closed
                }
                Place::Closed => {
                    self.paper.gap()?;
                    match self.sitting.closed() {
                        Some(Closing::TimeUp) => self.say("exam-time-up")?,
                        Some(Closing::Left) => self.say("exam-given-up")?,
                        _ => self.say("exam-handed-in")?,
                    }
                    return Ok(ExamFinish::Closed);
                }
            };
        }
    }

    fn opening(&mut self) -> Result<(), O::Fault> {
        let form = self.sitting.form().clone();
        self.paper.text(&form.title)?;
        self.paper.text(&form.about)?;
        let talks = form.items.iter().filter(|item| item.kind == ItemKind::Scenario).count();
        let facts = [("talks", talks.into()), ("singles", (form.items.len() - talks).into())];
        self.paper.text(&self.words.say_with("exam-holds", &facts))?;
        let seed = form.seed.to_string();
        self.paper
            .text(&self.words.say_with("exam-seed", &[("seed", (&seed).into())]))?;
        self.time()?;
        self.say("exam-rules")?;
        self.say("education-only")
    }

    /// How much time there is, or that nobody counts it.
    pub(super) fn time(&mut self) -> Result<(), O::Fault> {
        match self.sitting.left_ms() {
            Some(left) => {
                let minutes = usize::try_from(left.div_ceil(60_000)).unwrap_or(usize::MAX);
                Ok(self
                    .paper
                    .text(&self.words.say_with("exam-time-left", &[("minutes", minutes.into())]))?)
            }
            None => self.say("exam-untimed"),
        }
    }

    /// Where one goes from an item that is done.
    pub(super) fn after(&self, item: usize) -> Place {
        self.sitting.open_from(item + 1).map_or(Place::Overview, Place::Item)
    }

    /// Does something and keeps it. Whether it was done, and not overtaken by the time.
    pub(super) fn act(&mut self, control: Control) -> Result<Result<(), Denied>, O::Fault> {
        let now = self.outside.now_ms();
        match self.sitting.handle(control, now) {
            Ok(events) => {
                if !events.is_empty() {
                    self.idle = 0;
                    self.outside.keep(events)?;
                }
                Ok(Ok(()))
            }
            Err(denied) => Ok(Err(denied)),
        }
    }

    /// What was typed; the time is looked at first. `None`: nothing more will come, or time is up.
    pub(super) fn hear(&mut self, item: Option<usize>) -> Result<Option<Heard>, O::Fault> {
        self.paper.flush()?;
        self.idle += 1;
        if self.setting.script && self.idle > PATIENCE {
            return Ok(None);
        }
        let asked = item.map_or(Asked::Else, |item| {
            let single = self.sitting.single(item).map(Asked::Single);
            single
                .or(self.sitting.talk(item).map(Asked::Talk))
                .unwrap_or(Asked::Else)
        });
        let heard = self.outside.hear(asked)?;
        self.act(Control::Tick)?.ok();
        let over = self.sitting.closed().is_some() || heard == Heard::End;
        Ok((!over).then_some(heard))
    }

    /// Commands that mean the same everywhere. `Ok(None)`: stay.
    pub(super) fn common(&mut self, command: Command, item: Option<usize>) -> Result<Option<Place>, O::Fault> {
        let count = self.sitting.items().len();
        match command {
            Command::Next => return Ok(Some(self.step(item, 1))),
            Command::Previous => return Ok(Some(self.step(item, -1))),
            Command::Overview | Command::HandIn => return Ok(Some(Place::Overview)),
            Command::Stop => return Ok(Some(Place::Pause)),
            Command::Go(number) => match number.checked_sub(1).filter(|at| *at < count) {
                Some(at) => return Ok(Some(Place::Item(at))),
                None => {
                    let facts = [("number", number.into()), ("count", count.into())];
                    self.paper.text(&self.words.say_with("exam-no-such-item", &facts))?;
                }
            },
            Command::GiveUp => {
                self.act(Control::Leave)?.ok();
                return Ok(Some(Place::Closed));
            }
            Command::Time => self.time()?,
            Command::NotNow | Command::Look(_) => self.say("plain-not-in-exam")?,
            Command::Help => self.help()?,
            Command::Other(typed) => {
                let typed: String = typed.chars().take(40).collect();
                self.paper.text(
                    &self
                        .words
                        .say_with("exam-not-understood", &[("typed", (&typed).into())]),
                )?;
            }
            _ => self.say("exam-not-here")?,
        }
        Ok(None)
    }

    /// Round the items; beyond either end lies the overview.
    fn step(&self, item: Option<usize>, by: isize) -> Place {
        let count = self.sitting.items().len();
        let at = match item {
            Some(item) => item.checked_add_signed(by),
            None => Some(if by > 0 { 0 } else { count.saturating_sub(1) }),
        };
        at.filter(|at| *at < count).map_or(Place::Overview, Place::Item)
    }

    fn help(&mut self) -> Result<(), O::Fault> {
        for line in [
            self.words.say("exam-help-choose"),
            self.words.say("exam-help-sure"),
            self.words.say("exam-help-flag"),
            self.words.say("exam-help-move"),
            self.words.say("exam-help-overview"),
            self.words.say("exam-help-repeat"),
            self.words.say("exam-help-stop"),
            self.words.say("exam-help-give-up"),
        ] {
            self.paper.text(&line)?;
        }
        Ok(())
    }

    pub(super) fn how_sure(&mut self, said: Option<u8>) -> Result<Option<u8>, O::Fault> {
        if said.is_some() || !self.setting.ask_sure {
            return Ok(said);
        }
        loop {
            self.say("plain-how-sure")?;
            let Some(Heard::Typed { line, .. }) = self.hear(None)? else {
                return Ok(None);
            };
            if let Some(sure) = sure(&line) {
                return Ok(sure);
            }
        }
    }

    pub(super) fn say(&mut self, id: &'static str) -> Result<(), O::Fault> {
        Ok(self.paper.text(&self.words.say(id))?)
    }
}
