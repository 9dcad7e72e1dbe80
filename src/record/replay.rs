//! A transcript walked again by ids, with a check at each step, and scored: the score comes out the same or the step that no longer fits is named.

use super::mismatch::{At, Mismatch, Why};
use crate::engine::{Draws, Machine, Refused, Silent, State};
use crate::model::{EndingIx, Key, NodeIx, RoleIx, Rubric, Scenario, Step, Target, Transcript, flow_hash};
use crate::scoring::{LineResult, Taken, Walked, score_line};

/// A transcript walked again.
#[derive(Clone, Debug)]
pub struct Replayed {
    pub draws: Draws,
    pub role: RoleIx,
    /// In the order of the transcript's lines.
    pub lines: Vec<ReplayedLine>,
    /// The scenario's flow is not the one recorded, though every step still fits.
    pub flow_changed: bool,
}

/// One line, its shared steps included.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplayedLine {
    /// The line it branched from, and how many of its steps it shares.
    pub parent: Option<(usize, usize)>,
    pub taken: Vec<Taken>,
    pub state: State,
    pub left: bool,
    before: Vec<State>,
}

/// A transcript walked again and judged with one key.
#[derive(Clone, Debug)]
pub struct ScoredLines {
    pub replayed: Replayed,
    /// One per line; a line that reached no ending has no process score in it.
    pub results: Vec<LineResult>,
}

impl Replayed {
    /// The record within this sitting: the first line to reach an ending.
    #[must_use]
    pub fn record_line(&self) -> Option<usize> {
        self.lines.iter().position(|line| line.ended().is_some())
    }
}

impl ReplayedLine {
    #[must_use]
    pub fn ended(&self) -> Option<EndingIx> {
        self.state.ended()
    }

    /// States before the first decision and after every step.
    pub fn states(&self) -> impl Iterator<Item = &State> {
        self.before.iter().chain(std::iter::once(&self.state))
    }
}

/// Walks a transcript again. Nothing is drawn: draws come from the transcript, and wording is no part of the state.
pub fn replay(scenario: &Scenario, transcript: &Transcript) -> Result<Replayed, Mismatch> {
    let flow_changed = transcript.flow_hash != flow_hash(scenario);
    let mismatch = |why| Mismatch {
        why,
        scenario: transcript.scenario.to_string(),
        recorded_version: transcript.scenario_version,
        version: scenario.version,
        flow_changed,
    };
    if transcript.scenario != scenario.id {
        let given = scenario.id.to_string();
        return Err(mismatch(Why::OtherScenario { given }));
    }
    let mut walk = Walk::new(scenario, transcript).map_err(mismatch)?;
    for line in 0..transcript.lines.len() {
        walk.line(line).map_err(mismatch)?;
    }
    Ok(Replayed {
        draws: walk.draws,
        role: walk.role,
        lines: walk.lines,
        flow_changed,
    })
}

/// Walks a transcript again and scores each line. The key and the rubric are those of the same library as the scenario.
pub fn score_transcript(
    scenario: &Scenario,
    key: &Key,
    rubric: &Rubric,
    transcript: &Transcript,
) -> Result<ScoredLines, Mismatch> {
    let replayed = replay(scenario, transcript)?;
    if key.scenario != scenario.id {
        return Err(Mismatch {
            why: Why::OtherKey {
                keyed: key.scenario.to_string(),
            },
            scenario: transcript.scenario.to_string(),
            recorded_version: transcript.scenario_version,
            version: scenario.version,
            flow_changed: replayed.flow_changed,
        });
    }
    let result = |line: &ReplayedLine| {
        let walked = Walked {
            draws: &replayed.draws,
            role: replayed.role,
            taken: &line.taken,
            end: line.ended().map(|_| &line.state),
        };
        score_line(scenario, key, rubric, &walked)
    };
    let results = replayed.lines.iter().map(result).collect();
    Ok(ScoredLines { replayed, results })
}

struct Walk<'a> {
    scenario: &'a Scenario,
    machine: Machine<'a>,
    transcript: &'a Transcript,
    /// Steps by the line they were taken in.
    own: Vec<Vec<&'a Step>>,
    draws: Draws,
    role: RoleIx,
    lines: Vec<ReplayedLine>,
}

impl<'a> Walk<'a> {
    fn new(scenario: &'a Scenario, transcript: &'a Transcript) -> Result<Self, Why> {
        let role = scenario.roles.iter().position(|role| *role == transcript.role);
        let role = role.map(RoleIx::new).ok_or_else(|| Why::Role {
            asked: transcript.role.to_string(),
            known: scenario.roles.iter().map(ToString::to_string).collect(),
        })?;
        let draws = Draws::from_names(scenario, &transcript.draws);
        // A name that no longer exists would silently become another value, and the score with it.
        let understood = draws.names(scenario);
        if let Some((var, _)) = understood.iter().find(|pair| !transcript.draws.contains(pair)) {
            let value = transcript
                .draws
                .iter()
                .find(|(known, _)| known == var)
                .map(|(_, value)| value.to_string());
            return Err(Why::Draw {
                var: var.to_string(),
                value,
            });
        }
        let mut own = vec![Vec::new(); transcript.lines.len()];
        for step in &transcript.steps {
            if let Some(steps) = own.get_mut(step.line as usize) {
                steps.push(step);
            }
        }
        Ok(Walk {
            scenario,
            machine: Machine::new(scenario),
            transcript,
            own,
            draws,
            role,
            lines: Vec::new(),
        })
    }

    fn line(&mut self, line: usize) -> Result<(), Why> {
        let about = &self.transcript.lines[line];
        let parent = about.parent.map(|(parent, shared)| (parent as usize, shared as usize));
        let mut walked = match parent {
            None => self.beginning()?,
            Some((above, shared)) => self.branch(above, shared).ok_or(Why::Branch { line, above, shared })?,
        };
        walked.parent = parent;
        walked.left = about.left;
        for step in std::mem::take(&mut self.own[line]) {
            self.step(line, &mut walked, step)?;
        }
        let reached = walked.ended().map(|ending| self.scenario.ending(ending).id.clone());
        if let Some(recorded) = about
            .ended
            .as_ref()
            .filter(|recorded| Some(*recorded) != reached.as_ref())
        {
            return Err(Why::Ending {
                line,
                recorded: recorded.to_string(),
                reached: reached.map(|ending| ending.to_string()),
            });
        }
        self.lines.push(walked);
        Ok(())
    }

    fn beginning(&self) -> Result<ReplayedLine, Why> {
        let started = self.machine.start(self.role, &self.draws, &mut Silent);
        let state = started.map_err(|stuck| self.stuck(stuck.0))?;
        Ok(ReplayedLine {
            parent: None,
            taken: Vec::new(),
            state,
            left: false,
            before: Vec::new(),
        })
    }

    fn branch(&self, above: usize, shared: usize) -> Option<ReplayedLine> {
        let above = self.lines.get(above)?;
        Some(ReplayedLine {
            parent: None,
            taken: above.taken.get(..shared)?.to_vec(),
            state: above.states().nth(shared)?.clone(),
            left: false,
            before: above.before.get(..shared)?.to_vec(),
        })
    }

    fn step(&self, line: usize, walked: &mut ReplayedLine, step: &Step) -> Result<(), Why> {
        let at = || At {
            line,
            step: walked.taken.len() + 1,
            address: format!("{}/{}", step.node, step.chosen),
        };
        let here = match walked.state.at {
            Target::Node(node) => node,
            Target::Ending(ending) => {
                let ending = self.scenario.ending(ending).id.to_string();
                return Err(Why::Over { at: at(), ending });
            }
        };
        if self.scenario.node(here).id != step.node {
            let here = self.scenario.node(here).id.to_string();
            return Err(Why::Elsewhere { at: at(), here });
        }
        let offered = || self.offered(&walked.state);
        let Some(choice) = self.scenario.find_choice(here, &step.chosen) else {
            return Err(Why::NotOffered {
                at: at(),
                offered: offered(),
            });
        };
        let mut state = walked.state.clone();
        match self.machine.take(&mut state, choice, &mut Silent) {
            Ok(()) => {}
            Err(Refused::Stuck(node)) => return Err(self.stuck(node)),
            Err(Refused::Ended | Refused::NotOffered | Refused::Locked) => {
                return Err(Why::NotOffered {
                    at: at(),
                    offered: offered(),
                });
            }
        }
        walked.taken.push(Taken { node: here, choice });
        walked.before.push(std::mem::replace(&mut walked.state, state));
        Ok(())
    }

    /// What can be taken now, as `node/choice`.
    fn offered(&self, state: &State) -> Vec<String> {
        let open = self.machine.offers(state).filter(|offer| !offer.locked);
        open.map(|offer| self.scenario.address(offer.choice)).collect()
    }

    fn stuck(&self, node: NodeIx) -> Why {
        Why::Stuck {
            node: self.scenario.node(node).id.to_string(),
        }
    }
}
