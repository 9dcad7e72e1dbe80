//! One decision taken out of its conversation: a sitting walked to it, the little that must be known, and what comes of an answer.

use std::sync::Arc;

use super::Witness;
use super::chance::rank;
use super::pool::Decision;
use crate::engine::{Offer, Told};
use crate::model::{ChoiceIx, Event, Mode, Name, NodeIx, Rubric, RunLine, Speaker, Transcript, flow_hash};
use crate::scoring::Marking;
use crate::session::{Answered, Current, Denied, Input, Session};

/// A decision ready to be answered. The sitting inside stands at it; nothing of the way there is recorded.
#[derive(Clone, Debug)]
pub struct Single {
    pub session: Session,
    pub node: NodeIx,
    pub context: Context,
    /// What is said at the node itself, to which the choices reply.
    pub say: Vec<Told>,
    /// What may be taken, in the order of its seed (A, B, C, D). Locked choices are left out.
    pub offered: Vec<ChoiceIx>,
    walked: usize,
}

/// What one must know to answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Context {
    /// The author's own words for it.
    Written(String),
    /// The last two lines said on the shortest way here; empty at the very beginning.
    Lines(Vec<Told>),
}

/// What came of an answer, at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Reaction {
    pub chosen: ChoiceIx,
    /// What they said and did.
    pub reply: Vec<Told>,
    /// What they felt.
    pub felt: Vec<Told>,
    pub why: Option<String>,
    pub better: Option<String>,
    pub also: Vec<String>,
    /// Other choices here that the key rates at least 1, best first.
    pub good: Vec<ChoiceIx>,
    /// 0 … 1; `None` where the key does not rate the choice.
    pub credit: Option<f64>,
    /// Best credit on offer here.
    pub best: Option<f64>,
}

impl Reaction {
    /// The scale's words nearest to the credit: 0 is −2, 1 is 2. `None` where the key does not rate the choice.
    #[must_use]
    pub fn rating<'r>(&self, rubric: &'r Rubric) -> Option<&'r str> {
        let rating = self.credit? * 4.0 - 2.0;
        let distance = |at: i32| (f64::from(at) - rating).abs();
        let nearest = rubric
            .rating_scale
            .iter()
            .min_by(|left, right| distance(left.rating).total_cmp(&distance(right.rating)));
        nearest.map(|point| point.means.as_str())
    }
}

/// How many lines of what went before.
const LINES: usize = 2;

impl Single {
    /// Walks to the decision; its own seed comes from `seed` and its names. `None` when the way does not lead there (any more).
    #[must_use]
    pub fn open(decision: &Decision, rubric: &Arc<Rubric>, witness: &Witness, seed: u64, mode: Mode) -> Option<Single> {
        let seed = rank(seed, &["single", &decision.scenario.id, decision.node_id()]);
        Single::open_exactly(decision, rubric, witness, seed, mode)
    }

    pub(super) fn open_exactly(
        decision: &Decision,
        rubric: &Arc<Rubric>,
        witness: &Witness,
        seed: u64,
        mode: Mode,
    ) -> Option<Single> {
        let scenario = &decision.scenario;
        let began = Transcript {
            scenario: scenario.id.clone(),
            scenario_version: scenario.version,
            flow_hash: flow_hash(scenario),
            seed,
            mode,
            role: scenario.roles.get(witness.role.at()).cloned().unwrap_or_default(),
            draws: witness.draws.names(scenario),
            lines: vec![RunLine::default()],
            ..Transcript::default()
        };
        let restored = Session::restore(
            Arc::clone(scenario),
            Arc::clone(rubric),
            Some(Arc::clone(&decision.key)),
            &[Event::Began(Box::new(began))],
        )?;
        let mut session = restored.ok()?.session;
        for choice in &witness.path {
            let answered = Answered {
                choice: *choice,
                ..Answered::default()
            };
            session.handle(Input::Choose(answered)).ok()?;
        }
        Single::at(session, decision.node)
    }

    fn at(session: Session, wanted: NodeIx) -> Option<Single> {
        let Current::Deciding { node, offers } = session.current() else {
            return None;
        };
        if node != wanted {
            return None;
        }
        let told: Vec<Told> = session.run().told().cloned().collect();
        let entered = told.iter().rposition(|told| *told == Told::Node(node))?;
        let (before, here) = told.split_at(entered);
        let open = |offer: &Offer| (!offer.locked).then_some(offer.choice);
        let written = session.scenario().node(node).drill;
        let context = match written {
            Some(drill) => Context::Written(session.words_now(drill.context)),
            None => Context::Lines(last_lines(before)),
        };
        Some(Single {
            node,
            context,
            say: here.to_vec(),
            offered: offers.iter().filter_map(open).collect(),
            walked: session.run().turns.len(),
            session,
        })
    }

    #[must_use]
    pub fn scenario(&self) -> &Name {
        &self.session.scenario().id
    }

    #[must_use]
    pub fn node_id(&self) -> &Name {
        &self.session.scenario().node(self.node).id
    }

    /// The words of a choice.
    #[must_use]
    pub fn words(&self, choice: ChoiceIx) -> String {
        let scenario = self.session.scenario();
        let before = self.session.run().turns.get(self.walked);
        let text = scenario.choice(choice).text;
        match before {
            Some(turn) => self.session.words(text, turn),
            None => self.session.words_now(text),
        }
    }

    /// Choices (`node/choice`) that lead here.
    #[must_use]
    pub fn path(&self) -> Vec<Name> {
        let scenario = self.session.scenario();
        let walked = self.session.run().turns.iter().take(self.walked);
        walked.map(|turn| Name::from(scenario.address(turn.chosen))).collect()
    }

    #[must_use]
    pub fn answered(&self) -> Option<ChoiceIx> {
        self.session.run().turns.get(self.walked).map(|turn| turn.chosen)
    }

    /// Answers it, once.
    pub fn answer(&mut self, choice: ChoiceIx, confidence: Option<u8>) -> Result<Reaction, Denied> {
        if self.answered().is_some() {
            return Err(Denied::Over);
        }
        self.session.handle(Input::Choose(Answered {
            choice,
            confidence,
            ..Answered::default()
        }))?;
        self.reaction().ok_or(Denied::Nothing)
    }

    /// What a choice would do, without answering. `None` once it is answered, and for a choice that is not offered.
    #[must_use]
    pub fn would(&self, choice: ChoiceIx) -> Option<Reaction> {
        self.clone().answer(choice, None).ok()
    }

    /// What came of the answer; `None` before it.
    #[must_use]
    pub fn reaction(&self) -> Option<Reaction> {
        let session = &self.session;
        let turn = session.run().turns.get(self.walked)?;
        let teaching = session.teach(turn);
        let key = session.key()?;
        let marking = Marking::new(
            session.scenario(),
            key,
            session.rubric(),
            session.draws(),
            session.role(),
        );
        let good = session.good_choices(turn).into_iter();
        Some(Reaction {
            chosen: turn.chosen,
            reply: turn.reply.clone(),
            felt: turn.felt.clone(),
            why: teaching.why,
            better: teaching.better,
            also: teaching.also,
            good: good
                .filter(|choice| *choice != turn.chosen && self.offered.contains(choice))
                .collect(),
            credit: marking.credit(turn.chosen),
            best: self
                .offered
                .iter()
                .filter_map(|choice| marking.credit(*choice))
                .reduce(f64::max),
        })
    }

    /// About how long reading and answering takes: 200 words a minute and a quarter of a minute to think.
    #[must_use]
    pub fn seconds(&self) -> u32 {
        let words = |text: &str| text.split_whitespace().count();
        let lines = |told: &[Told]| -> usize {
            let said = told.iter().filter_map(|told| match told {
                Told::Said(said) => Some(words(&said.words)),
                _ => None,
            });
            said.sum()
        };
        let context = match &self.context {
            Context::Written(text) => words(text),
            Context::Lines(told) => lines(told),
        };
        let choices: usize = self.offered.iter().map(|choice| words(&self.words(*choice))).sum();
        let all = context + lines(&self.say) + choices;
        15 + u32::try_from(all * 60 / 200).unwrap_or(u32::MAX)
    }
}

/// The last lines with words; pauses and silent changes of mood do not count.
fn last_lines(told: &[Told]) -> Vec<Told> {
    let spoken = |told: &&Told| match told {
        Told::Said(said) => !said.words.is_empty() && said.who != Speaker::Pause && !is_felt(said),
        _ => false,
    };
    let mut lines: Vec<Told> = told.iter().rev().filter(spoken).take(LINES).cloned().collect();
    lines.reverse();
    lines
}

fn is_felt(said: &crate::engine::Said) -> bool {
    matches!(said.place, crate::engine::Place::Felt(_))
}

/// A, B, C …; more than 26 choices are no exam.
#[must_use]
pub fn letter(at: usize) -> char {
    u8::try_from(at)
        .ok()
        .filter(|at| *at < 26)
        .map_or('?', |at| char::from(b'A' + at))
}
