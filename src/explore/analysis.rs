//! What exact analysis says about one scenario, for reports, checks and pictures.

use std::collections::BTreeMap;

use super::case::Case;
use super::limits::Method;
use super::program::{ConditionPlace, EffectPlace, Owner};
use super::witness::{Paths, Witness};
use crate::model::{ChoiceIx, EndingIx, NodeIx, Target, VarIx};

/// Everything about the flow of one scenario over all roles and draws. Scores are in [`KeyReport`](super::KeyReport).
#[derive(Clone, Debug)]
pub struct Analysis {
    /// How reachability, endings, loops and conditions of choices, routes and effects were found.
    pub method: Method,
    /// How conditions of lines, ranges and early readings of draws were found; they need more states.
    pub lines: Method,
    /// Roles and draws gone through; those that no condition reads are not told apart.
    pub cases: Vec<CaseReport>,
    /// Unset where there are too many draws to go through each.
    pub every_draw: bool,
    /// By node.
    pub nodes: Vec<NodeReport>,
    /// By choice.
    pub choices: Vec<ChoiceReport>,
    /// By ending.
    pub endings: Vec<EndingReport>,
    /// At most one a node.
    pub dead_ends: Vec<DeadEnd>,
    /// Ways to go on for ever; at most 16 a case.
    pub loops: Vec<Loop>,
    pub conditions: Vec<ConditionReport>,
    pub effects: Vec<EffectReport>,
    pub leaks: Vec<Leak>,
    /// How often each arrow of the drawing is followed in one play at random, from a choice or from a node that goes on by
    /// itself; those that cannot be followed are left out. Empty where sampled, or where lines can go on for ever.
    pub arrows: BTreeMap<(Owner, Target), f64>,
    /// Different complete lines over all cases; infinite where lines can go on for ever, 0 where sampled.
    pub ways: f64,
    /// Choices on the way to an ending when choosing at random: mean over all cases.
    pub steps: f64,
    /// Steps of every witness here.
    pub paths: Paths,
}

/// One role and draw.
#[derive(Clone, Debug)]
pub struct CaseReport {
    pub case: Case,
    /// States kept, 0 where sampled.
    pub states: usize,
    /// By node and by choice: met at all.
    pub nodes: Vec<bool>,
    pub choices: Vec<bool>,
    /// By ending: probability when choosing at random.
    pub endings: Vec<f64>,
}

#[derive(Clone, Debug, Default)]
pub struct NodeReport {
    /// `None`: no way leads here (where sampled: none was found).
    pub reached: Option<Witness>,
    /// How often it is passed in one play at random, on average over all cases.
    pub visits: f64,
    /// By variable: smallest and largest value here, before a choice. `None` where not reached or not known.
    pub ranges: Vec<Option<(i32, i32)>>,
}

#[derive(Clone, Debug, Default)]
pub struct ChoiceReport {
    /// Ends with the choice itself.
    pub taken: Option<Witness>,
    /// How often it is taken in one play at random, on average over all cases.
    pub takes: f64,
    /// Endings that can still come after it; empty where sampled.
    pub leads_to: Vec<EndingIx>,
}

#[derive(Clone, Debug, Default)]
pub struct EndingReport {
    pub reached: Option<Witness>,
    /// Probability when choosing at random, mean over all cases.
    pub random: f64,
    /// Its standard error where sampled, else 0.
    pub error: f64,
    /// By variable: smallest and largest value here.
    pub ranges: Vec<Option<(i32, i32)>>,
}

/// A line that cannot go on though it has not ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeadEnd {
    pub node: NodeIx,
    pub why: Why,
    /// Leads to the node; where the step itself gets stuck, ends with its choice.
    pub witness: Witness,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No choice is offered.
    NothingOffered,
    /// What follows the choice never comes to a decision or an ending.
    Stuck,
}

/// A round that uses nothing up.
#[derive(Clone, Debug, PartialEq)]
pub struct Loop {
    /// Leads to where the round begins.
    pub witness: Witness,
    /// The choices of the round, which ends where it began.
    pub round: Vec<ChoiceIx>,
    /// Whether some ending can be reached from it; otherwise whoever is in never comes out.
    pub leaves: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConditionReport {
    pub place: ConditionPlace,
    /// `None` in both: it is never asked.
    pub seen_true: Option<Witness>,
    pub seen_false: Option<Witness>,
    /// What was not seen cannot be; unset where sampled.
    pub proved: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffectReport {
    pub place: EffectPlace,
    pub ran: bool,
    /// It ran, and every time the result was cut off at a bound of the variable.
    pub saturates: bool,
    /// It ran, and never changed the value of its variable.
    pub idle: bool,
    pub proved: bool,
}

/// A condition decided by a draw nobody had revealed: the menu, the course of things or a line gives it away.
#[derive(Clone, Debug, PartialEq)]
pub struct Leak {
    pub place: ConditionPlace,
    /// The hidden variables it reads.
    pub reads: Vec<VarIx>,
    pub witness: Witness,
}

impl ConditionReport {
    /// Asked somewhere, and false every time.
    #[must_use]
    pub fn never_true(&self) -> bool {
        self.proved && self.seen_true.is_none() && self.seen_false.is_some()
    }

    /// Asked somewhere, and true every time.
    #[must_use]
    pub fn always_true(&self) -> bool {
        self.proved && self.seen_true.is_some() && self.seen_false.is_none()
    }
}

impl Analysis {
    /// Nodes no way leads to; empty unless exact.
    pub fn unreachable_nodes(&self) -> impl Iterator<Item = NodeIx> {
        let exact = self.method.is_exact();
        let nodes = self.nodes.iter().enumerate();
        nodes
            .filter(move |(_, node)| exact && node.reached.is_none())
            .map(|(at, _)| NodeIx::new(at))
    }

    /// Choices that cannot be taken though their node can be reached; empty unless exact.
    pub fn unavailable_choices<'a>(
        &'a self,
        scenario: &'a crate::model::Scenario,
    ) -> impl Iterator<Item = ChoiceIx> + 'a {
        let choices = (0..self.choices.len()).map(ChoiceIx::new);
        choices.filter(move |choice| {
            let node = scenario.choice(*choice).node;
            self.method.is_exact()
                && self.choices[choice.at()].taken.is_none()
                && self.nodes[node.at()].reached.is_some()
        })
    }
}
