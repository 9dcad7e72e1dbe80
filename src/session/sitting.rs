//! The sitting itself: where the learner is, and what each input does.

use std::sync::Arc;

use super::{Answered, Denied, Input, Output, Run, Turn};
use crate::engine::{Draws, Machine, Offer, Place, Refused, Stuck, Teller, Told};
use crate::model::{
    ChoiceIx, EndingIx, Event, Key, Look, Mode, Name, NodeIx, Offered, RoleIx, Rubric, RunLine, Scenario, Step,
    Transcript, flow_hash,
};

/// What is chosen before walking in.
#[derive(Clone, Debug)]
pub struct Setup {
    pub seed: u64,
    pub mode: Mode,
    /// One of the scenario's roles; another name falls back to its first.
    pub role: Name,
    pub pack: Name,
}

/// One sitting with one scenario: its lines, and the transcript that can rebuild them.
#[derive(Clone, Debug)]
pub struct Session {
    pub(super) scenario: Arc<Scenario>,
    pub(super) rubric: Arc<Rubric>,
    pub(super) key: Option<Arc<Key>>,
    pub(super) role: RoleIx,
    pub(super) draws: Draws,
    pub(super) runs: Vec<Run>,
    pub(super) current: usize,
    pub(super) transcript: Transcript,
    pub(super) hinted: bool,
    pub(super) own_words: Option<String>,
}

/// What the sitting waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Current {
    Deciding {
        node: NodeIx,
        offers: Vec<Offer>,
    },
    Ended(EndingIx),
    /// Left before an ending; a rewind opens it again.
    Left,
}

impl Session {
    /// Walks in. The outputs are the first thing to record.
    pub fn begin(
        scenario: Arc<Scenario>,
        rubric: Arc<Rubric>,
        key: Option<Arc<Key>>,
        setup: &Setup,
    ) -> Result<(Session, Vec<Output>), Stuck> {
        let draws = Draws::from_seed(&scenario, setup.seed);
        let role = scenario.roles.iter().position(|role| *role == setup.role).unwrap_or(0);
        let transcript = Transcript {
            scenario: scenario.id.clone(),
            pack: setup.pack.clone(),
            scenario_version: scenario.version,
            flow_hash: flow_hash(&scenario),
            seed: setup.seed,
            mode: setup.mode,
            role: scenario.roles.get(role).cloned().unwrap_or_default(),
            draws: draws.names(&scenario),
            lines: vec![RunLine::default()],
            ..Transcript::default()
        };
        let session = Self::open(scenario, rubric, key, transcript)?;
        let began = Event::Began(Box::new(session.transcript.clone()));
        Ok((session, vec![Output::Record(began)]))
    }

    /// A sitting at its first decision, with draws, role and opening wordings of the transcript; its steps are not taken yet.
    pub(super) fn open(
        scenario: Arc<Scenario>,
        rubric: Arc<Rubric>,
        key: Option<Arc<Key>>,
        began: Transcript,
    ) -> Result<Session, Stuck> {
        let draws = Draws::from_names(&scenario, &began.draws);
        let role = RoleIx::new(scenario.roles.iter().position(|role| *role == began.role).unwrap_or(0));
        let machine = Machine::new(&scenario);
        let mut teller = Teller::new(&machine, &(), began.seed, scenario.start, Vec::new());
        teller.recorded = &began.opening;
        let state = machine.start(role, &draws, &mut teller)?;
        let (told, visits, opening) = (teller.told, teller.visits, teller.wording);
        let run = Run {
            parent: None,
            opening: told,
            turns: Vec::new(),
            state,
            left: false,
            visits,
        };
        let transcript = Transcript {
            opening,
            steps: Vec::new(),
            lines: vec![RunLine::default()],
            ..began
        };
        Ok(Session {
            scenario,
            rubric,
            key,
            role,
            draws,
            runs: vec![run],
            current: 0,
            transcript,
            hinted: false,
            own_words: None,
        })
    }

    pub fn handle(&mut self, input: Input) -> Result<Vec<Output>, Denied> {
        match input {
            Input::Choose(answered) => self.choose(answered, &[], None),
            Input::Hint => self.hint(),
            Input::Why { step } => self.why(step),
            Input::Rewind { line, to } => self.rewind(line, to),
            Input::OwnWords { text } => self.keep_words(text),
            Input::Leave => self.leave(),
            Input::Answer { text } => Ok(vec![self.record(Event::Answered { text })]),
        }
    }

    fn choose(
        &mut self,
        answered: Answered,
        recorded: &[(Name, u32)],
        shown: Option<Vec<Offer>>,
    ) -> Result<Vec<Output>, Denied> {
        let Current::Deciding { node, offers } = self.current() else {
            return Err(Denied::Over);
        };
        let scenario = Arc::clone(&self.scenario);
        let machine = Machine::new(&scenario);
        let run = &self.runs[self.current];
        let before = run.state.clone();
        let mut after = before.clone();
        let mut teller = Teller::new(&machine, &(), self.transcript.seed, node, run.visits.clone());
        teller.recorded = recorded;
        machine
            .take(&mut after, answered.choice, &mut teller)
            .map_err(Denied::Refused)?;
        let (told, visits, wording) = (teller.told, teller.visits, teller.wording);
        let turn = Turn {
            node,
            offers: shown.unwrap_or(offers),
            chosen: answered.choice,
            confidence: answered.confidence,
            hinted: std::mem::take(&mut self.hinted),
            own_words: self.own_words.take(),
            reply: told
                .iter()
                .filter(|told| stands(told, Place::Reply(answered.choice)))
                .cloned()
                .collect(),
            felt: told
                .iter()
                .filter(|told| stands(told, Place::Felt(answered.choice)))
                .cloned()
                .collect(),
            onward: told.into_iter().filter(|told| !of_choice(told)).collect(),
            before,
            after: after.clone(),
            visits_before: std::mem::replace(&mut self.runs[self.current].visits, visits),
        };
        let step = self.step(&turn, &answered, wording);
        let run = &mut self.runs[self.current];
        run.turns.push(turn);
        run.state = after;
        let mut outputs = vec![self.record(Event::Stepped(Box::new(step)))];
        if let Some(ending) = self.runs[self.current].ended() {
            let ending = self.scenario.ending(ending).id.clone();
            outputs.push(self.record(Event::Ended {
                line: self.line_number(),
                ending,
            }));
        }
        Ok(outputs)
    }

    /// Takes a recorded step again: same order, same wordings, nothing drawn.
    pub(super) fn retake(&mut self, choice: ChoiceIx, step: &Step, shown: Vec<Offer>) -> Result<(), Denied> {
        self.hinted = step.hinted;
        let answered = Answered {
            choice,
            confidence: step.confidence,
            took_ms: step.took_ms,
            by: step.by.clone(),
            votes: Vec::new(),
        };
        self.choose(answered, &step.wording, Some(shown))?;
        if let Some(taken) = self.transcript.steps.last_mut() {
            taken.votes.clone_from(&step.votes);
        }
        Ok(())
    }

    fn step(&self, turn: &Turn, answered: &Answered, wording: Vec<(Name, u32)>) -> Step {
        let id = |choice: ChoiceIx| self.scenario.choice(choice).id.clone();
        let offered = turn.offers.iter().map(|offer| Offered {
            choice: id(offer.choice),
            locked: offer.locked,
        });
        Step {
            line: self.line_number(),
            node: self.scenario.node(turn.node).id.clone(),
            offered: offered.collect(),
            chosen: id(turn.chosen),
            wording,
            confidence: answered.confidence,
            took_ms: answered.took_ms,
            hinted: turn.hinted,
            by: answered.by.clone(),
            votes: answered
                .votes
                .iter()
                .map(|(choice, count)| (id(*choice), *count))
                .collect(),
        }
    }

    fn hint(&mut self) -> Result<Vec<Output>, Denied> {
        let Current::Deciding { node, .. } = self.current() else {
            return Err(Denied::Over);
        };
        if self.transcript.mode == Mode::Exam {
            return Err(Denied::Mode);
        }
        self.scenario.node(node).hint.ok_or(Denied::Nothing)?;
        if std::mem::replace(&mut self.hinted, true) {
            return Ok(Vec::new());
        }
        Ok(vec![self.look(node, Look::Hint)])
    }

    fn why(&mut self, step: usize) -> Result<Vec<Output>, Denied> {
        if !self.may_teach() {
            return Err(Denied::Mode);
        }
        let node = self.run().turns.get(step).ok_or(Denied::Nothing)?.node;
        Ok(vec![self.look(node, Look::Why)])
    }

    fn look(&mut self, node: NodeIx, at: Look) -> Output {
        let node = self.scenario.node(node).id.clone();
        self.record(Event::Looked {
            line: self.line_number(),
            node,
            at,
        })
    }

    fn rewind(&mut self, parent: usize, to: usize) -> Result<Vec<Output>, Denied> {
        if self.transcript.mode == Mode::Exam && !self.over() {
            return Err(Denied::Mode);
        }
        let taken = self.runs.get(parent).and_then(|run| run.turns.get(to));
        let turn = taken.ok_or(Denied::Nothing)?;
        let (state, visits) = (turn.before.clone(), turn.visits_before.clone());
        let run = Run {
            parent: Some((parent, to)),
            opening: self.runs[parent].opening.clone(),
            turns: self.runs[parent].turns[..to].to_vec(),
            state,
            left: false,
            visits,
        };
        self.runs.push(run);
        self.current = self.runs.len() - 1;
        self.hinted = false;
        self.own_words = None;
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        Ok(vec![self.record(Event::Rewound {
            parent: number(parent),
            shared: number(to),
        })])
    }

    fn keep_words(&mut self, text: String) -> Result<Vec<Output>, Denied> {
        let Current::Deciding { node, .. } = self.current() else {
            return Err(Denied::Over);
        };
        self.own_words = (!text.trim().is_empty()).then(|| text.clone());
        let step = u32::try_from(self.run().turns.len()).unwrap_or(u32::MAX);
        let node = self.scenario.node(node).id.clone();
        Ok(vec![Output::KeepWords {
            line: self.line_number(),
            step,
            node,
            text,
        }])
    }

    fn leave(&mut self) -> Result<Vec<Output>, Denied> {
        if self.over() {
            return Err(Denied::Over);
        }
        self.runs[self.current].left = true;
        Ok(vec![self.record(Event::Left {
            line: self.line_number(),
        })])
    }

    fn record(&mut self, event: Event) -> Output {
        self.transcript.apply(&event);
        Output::Record(event)
    }

    fn line_number(&self) -> u32 {
        u32::try_from(self.current).unwrap_or(u32::MAX)
    }

    pub(super) fn refuse(&self) -> Denied {
        Denied::Refused(Refused::NotOffered)
    }
}

fn stands(told: &Told, place: Place) -> bool {
    matches!(told, Told::Said(said) if said.place == place)
}

fn of_choice(told: &Told) -> bool {
    matches!(told, Told::Said(said) if matches!(said.place, Place::Reply(_) | Place::Felt(_)))
}
