//! One candidate with one form: answers, conversations, flags, pauses and time. No hint, no rewind; the clock is an input.

use super::items::{Held, What, held, said};
use crate::model::{
    Answer, ChoiceIx, Closing, Day, ExamEvent, ExamStep, Form, ItemKind, Library, Met, Name, Transcript,
};
use crate::practice::{Pool, Single};
use crate::session::{self, Answered, Input, Output, Session};

#[derive(Clone, Debug)]
pub struct Sitting {
    pub(super) form: Form,
    pub(super) items: Vec<Held>,
    timed: bool,
    used_ms: u64,
    /// The clock when it was last read; `None` while it has not been read since opening or pausing.
    read: Option<u64>,
    paused: bool,
    closed: Option<Closing>,
    /// The item something was done about last.
    last: Option<usize>,
    /// Items whose scenario is gone from the library or has changed so that they no longer fit.
    pub gone: Vec<usize>,
}

/// What a candidate can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// Answer a single decision, or change the answer.
    Answer {
        item: usize,
        choice: ChoiceIx,
        confidence: Option<u8>,
    },
    /// Say something in a conversation; it cannot be taken back.
    Say {
        item: usize,
        answered: Answered,
    },
    Flag {
        item: usize,
        on: bool,
    },
    Pause,
    Resume,
    HandIn,
    /// Stop without a result.
    Leave,
    /// Nothing but the time.
    Tick,
}

/// Why nothing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// Handed in, out of time, or left.
    Over,
    Paused,
    /// No such item, or the other kind of item.
    NoSuchItem,
    /// Not one of the item's choices.
    NotOffered,
    Session(session::Denied),
}

/// How an item stands, for the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemView {
    pub kind: ItemKind,
    pub flagged: bool,
    /// A single decision with an answer, a conversation with at least one.
    pub begun: bool,
    /// A single decision with an answer, a conversation at its ending.
    pub done: bool,
    pub gone: bool,
}

impl Sitting {
    /// Opens a form. The event is the first to keep.
    #[must_use]
    pub fn begin(form: Form, timed: bool, library: &Library, panel: Option<&str>) -> (Sitting, ExamEvent) {
        let event = ExamEvent {
            used_ms: 0,
            what: ExamStep::Began {
                form: Box::new(form.clone()),
                timed,
            },
        };
        (Sitting::open(form, timed, library, panel, &[]), event)
    }

    /// Rebuilds a sitting from its events, with the keys of `panel` where it has any: to go on, or to score it again with another key.
    /// `None` unless the first event is `Began`.
    #[must_use]
    pub fn restore(events: &[ExamEvent], library: &Library, panel: Option<&str>) -> Option<Sitting> {
        let Some(ExamStep::Began { form, timed }) = events.first().map(|event| &event.what) else {
            return None;
        };
        let mut sitting = Sitting::open((**form).clone(), *timed, library, panel, events);
        for event in &events[1..] {
            sitting.used_ms = sitting.used_ms.max(event.used_ms);
            sitting.again(&event.what);
        }
        Some(sitting)
    }

    fn open(form: Form, timed: bool, library: &Library, panel: Option<&str>, past: &[ExamEvent]) -> Sitting {
        let pool = Pool::of(library, panel);
        let items = form.items.iter().enumerate().map(|(at, item)| Held {
            what: held(item, library, &pool, panel, &said(past, at)),
            flagged: false,
            answer: None,
        });
        let items: Vec<Held> = items.collect();
        let gone = items
            .iter()
            .enumerate()
            .filter(|(_, held)| matches!(held.what, What::Gone));
        Sitting {
            gone: gone.map(|(at, _)| at).collect(),
            form,
            items,
            timed,
            used_ms: 0,
            read: None,
            paused: false,
            closed: None,
            last: None,
        }
    }

    /// `now_ms` counts from any fixed moment; when it runs backwards no time has passed.
    pub fn handle(&mut self, control: Control, now_ms: u64) -> Result<Vec<ExamEvent>, Denied> {
        if self.closed.is_some() {
            return Err(Denied::Over);
        }
        if !self.paused {
            let passed = self.read.map_or(0, |read| now_ms.saturating_sub(read));
            self.used_ms = self.used_ms.saturating_add(passed);
            self.read = Some(now_ms);
        }
        if self.time_is_up() {
            return Ok(vec![self.close(Closing::TimeUp)]);
        }
        match control {
            Control::Tick => Ok(Vec::new()),
            Control::HandIn => Ok(vec![self.close(Closing::HandedIn)]),
            Control::Leave => Ok(vec![self.close(Closing::Left)]),
            Control::Resume => {
                self.paused = false;
                self.read = Some(now_ms);
                Ok(vec![self.event(ExamStep::Resumed)])
            }
            _ if self.paused => Err(Denied::Paused),
            Control::Pause => {
                self.paused = true;
                self.read = None;
                Ok(vec![self.event(ExamStep::Paused)])
            }
            Control::Flag { item, on } => {
                self.items.get_mut(item).ok_or(Denied::NoSuchItem)?.flagged = on;
                self.last = Some(item);
                Ok(vec![self.event(ExamStep::Flagged { item: number(item), on })])
            }
            Control::Answer {
                item,
                choice,
                confidence,
            } => self.answer(item, choice, confidence),
            Control::Say { item, answered } => self.say(item, answered),
        }
    }

    fn answer(&mut self, item: usize, choice: ChoiceIx, confidence: Option<u8>) -> Result<Vec<ExamEvent>, Denied> {
        let held = self.items.get_mut(item).ok_or(Denied::NoSuchItem)?;
        let What::Single(single) = &held.what else {
            return Err(Denied::NoSuchItem);
        };
        if !single.offered.contains(&choice) {
            return Err(Denied::NotOffered);
        }
        let id = single.session.scenario().choice(choice).id.clone();
        held.answer = Some((choice, confidence));
        self.last = Some(item);
        Ok(vec![self.event(ExamStep::Answered {
            item: number(item),
            choice: id,
            confidence,
        })])
    }

    fn say(&mut self, item: usize, answered: Answered) -> Result<Vec<ExamEvent>, Denied> {
        let held = self.items.get_mut(item).ok_or(Denied::NoSuchItem)?;
        let What::Talk(session) = &mut held.what else {
            return Err(Denied::NoSuchItem);
        };
        let outputs = session.handle(Input::Choose(answered)).map_err(Denied::Session)?;
        self.last = Some(item);
        let events = outputs.into_iter().filter_map(|output| match output {
            Output::Record(event) => Some(event),
            Output::KeepWords { .. } => None,
        });
        let steps: Vec<ExamStep> = events
            .map(|event| ExamStep::Played {
                item: number(item),
                event: Box::new(event),
            })
            .collect();
        Ok(steps.into_iter().map(|step| self.event(step)).collect())
    }

    fn close(&mut self, how: Closing) -> ExamEvent {
        self.closed = Some(how);
        self.event(ExamStep::Closed(how))
    }

    fn event(&self, what: ExamStep) -> ExamEvent {
        ExamEvent {
            used_ms: self.used_ms,
            what,
        }
    }

    /// What no longer fits is passed over: the rest still counts.
    fn again(&mut self, step: &ExamStep) {
        if let ExamStep::Answered { item, .. } | ExamStep::Played { item, .. } | ExamStep::Flagged { item, .. } = step {
            self.last = Some(*item as usize);
        }
        match step {
            ExamStep::Began { .. } => {}
            ExamStep::Answered {
                item,
                choice,
                confidence,
            } => {
                if let Some(held) = self.items.get_mut(*item as usize)
                    && let What::Single(single) = &held.what
                {
                    let found = single.session.scenario().find_choice(single.node, choice);
                    held.answer = found.map(|choice| (choice, *confidence)).or(held.answer);
                }
            }
            // Conversations were replayed when they were opened.
            ExamStep::Played { .. } => {}
            ExamStep::Flagged { item, on } => {
                if let Some(held) = self.items.get_mut(*item as usize) {
                    held.flagged = *on;
                }
            }
            ExamStep::Paused => self.paused = true,
            ExamStep::Resumed => self.paused = false,
            ExamStep::Closed(how) => self.closed = Some(*how),
        }
    }

    #[must_use]
    pub fn form(&self) -> &Form {
        &self.form
    }

    #[must_use]
    pub fn closed(&self) -> Option<Closing> {
        self.closed
    }

    #[must_use]
    pub fn paused(&self) -> bool {
        self.paused
    }

    #[must_use]
    pub fn used_ms(&self) -> u64 {
        self.used_ms
    }

    /// `None` unless timed.
    #[must_use]
    pub fn left_ms(&self) -> Option<u64> {
        self.limit_ms().map(|limit| limit.saturating_sub(self.used_ms))
    }

    fn limit_ms(&self) -> Option<u64> {
        let minutes = self.form.minutes.filter(|_| self.timed)?;
        Some(u64::from(minutes) * 60_000)
    }

    fn time_is_up(&self) -> bool {
        self.limit_ms().is_some_and(|limit| self.used_ms >= limit)
    }

    #[must_use]
    pub fn items(&self) -> Vec<ItemView> {
        let views = self.items.iter().zip(&self.form.items).map(|(held, item)| {
            let (begun, done) = match &held.what {
                What::Single(_) => (held.answer.is_some(), held.answer.is_some()),
                What::Talk(session) => (!session.run().turns.is_empty(), session.run().ended().is_some()),
                What::Gone => (false, false),
            };
            ItemView {
                kind: item.kind,
                flagged: held.flagged,
                begun,
                done,
                gone: matches!(held.what, What::Gone),
            }
        });
        views.collect()
    }

    /// Where to begin or go on: the item something was done about last while it is open, else the next open one after it, else the
    /// first open one. `None` when nothing is open.
    #[must_use]
    pub fn here(&self) -> Option<usize> {
        let from = self.last.unwrap_or(0);
        self.open_from(from).or_else(|| self.open_from(0))
    }

    /// The first item from there on that is not done; gone ones do not count.
    #[must_use]
    pub fn open_from(&self, from: usize) -> Option<usize> {
        let items = self.items();
        let open = items.iter().enumerate().skip(from);
        open.filter(|(_, item)| !item.done && !item.gone)
            .map(|(at, _)| at)
            .next()
    }

    /// The single decision of an item.
    #[must_use]
    pub fn single(&self, item: usize) -> Option<&Single> {
        match &self.items.get(item)?.what {
            What::Single(single) => Some(single),
            _ => None,
        }
    }

    /// The conversation of an item.
    #[must_use]
    pub fn talk(&self, item: usize) -> Option<&Session> {
        match &self.items.get(item)?.what {
            What::Talk(session) => Some(session),
            _ => None,
        }
    }

    /// The answer to a single decision so far.
    #[must_use]
    pub fn chosen(&self, item: usize) -> Option<ChoiceIx> {
        Some(self.items.get(item)?.answer?.0)
    }

    /// How sure the candidate was of it, if they said.
    #[must_use]
    pub fn confidence(&self, item: usize) -> Option<u8> {
        self.items.get(item)?.answer?.1
    }

    /// Every decision answered, for the learner's history.
    #[must_use]
    pub fn answers(&self, day: Day) -> Vec<Answer> {
        let mut answers = Vec::new();
        for held in &self.items {
            match &held.what {
                What::Gone => {}
                What::Single(single) => {
                    let choice = held
                        .answer
                        .map(|(choice, sure)| (single.session.scenario().choice(choice), sure));
                    answers.extend(choice.map(|(choice, sure)| {
                        kept(single.session.transcript(), single.node_id(), &choice.id, sure, day)
                    }));
                }
                What::Talk(session) => {
                    let about = session.transcript();
                    let steps = about.steps.iter();
                    answers.extend(steps.map(|step| kept(about, &step.node, &step.chosen, step.confidence, day)));
                }
            }
        }
        answers
    }
}

fn kept(about: &Transcript, node: &Name, choice: &Name, confidence: Option<u8>, day: Day) -> Answer {
    Answer {
        scenario: about.scenario.clone(),
        node: node.clone(),
        choice: choice.clone(),
        day,
        met: Met::Exam,
        confidence,
        hinted: false,
        draws: about.draws.clone(),
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
