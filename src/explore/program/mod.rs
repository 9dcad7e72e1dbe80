//! A scenario compiled for one role and draw: flat code over small cells, which analysis can run millions of times.

mod cell;
mod compile;
mod fold;
mod leak;
mod place;
mod run;
mod slice;
mod test;
mod written;

pub(crate) use cell::{Cell, CellIx, Thing};
pub(crate) use compile::Wants;
pub(crate) use leak::hidden_reads;
pub(crate) use place::Places;
pub use place::{ConditionPlace, EffectPlace, Owner};
pub(crate) use run::{Blind, Eye, Runner};
pub(crate) use slice::{Layout, Slices};
pub(crate) use test::{Sum, Test};

use crate::model::NodeIx;

/// Where a line can stand: a node, or an ending (numbered after the nodes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Spot(pub(crate) u32);

impl Spot {
    /// What follows never comes to a decision or an ending.
    pub(crate) const STUCK: Spot = Spot(u32::MAX);

    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Program {
    pub(crate) cells: Vec<Cell>,
    pub(crate) nodes: Vec<NodeCode>,
    pub(crate) choices: Vec<ChoiceCode>,
    pub(crate) endings: Vec<EndCode>,
    pub(crate) start: NodeIx,
    /// All owed weight that applies, in units; settling takes it off again.
    pub(crate) owed: i64,
    /// How many conditions (those of `at_end` last) and effects are numbered.
    pub(crate) conditions: usize,
    pub(crate) effects: usize,
}

#[derive(Clone, Debug)]
pub(crate) struct NodeCode {
    pub(crate) acts: Box<[Act]>,
    pub(crate) lines: Box<[Guarded]>,
    pub(crate) then: ThenCode,
    pub(crate) visited: Option<CellIx>,
}

#[derive(Clone, Debug)]
pub(crate) enum ThenCode {
    Decide { first: u32, count: u32 },
    Go(RouteCode),
}

/// What every play asks of every choice on its way, and where it leads, lie together in one cache line; the rest in the next.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub(crate) struct ChoiceCode {
    pub(crate) when: Option<Guarded>,
    /// Read before: it may be taken only once.
    pub(crate) once: Option<CellIx>,
    /// Raised when taken.
    pub(crate) chosen: Option<CellIx>,
    pub(crate) route: RouteCode,
    pub(crate) acts: Box<[Act]>,
    pub(crate) node: NodeIx,
    pub(crate) gain: Option<Box<Gain>>,
    pub(crate) lines: Box<[Guarded]>,
}

#[derive(Clone, Debug)]
pub(crate) struct EndCode {
    pub(crate) lines: Box<[Guarded]>,
    /// Conditions of the key's `at_end`, numbered after the scenario's own.
    pub(crate) at_end: Box<[Guarded]>,
}

#[derive(Clone, Debug)]
pub(crate) enum RouteCode {
    To(Spot),
    Arms(Box<[ArmCode]>),
}

#[derive(Clone, Debug)]
pub(crate) struct ArmCode {
    pub(crate) when: Option<Guarded>,
    pub(crate) to: Spot,
}

/// A condition with its number.
#[derive(Clone, Debug)]
pub(crate) struct Guarded {
    pub(crate) id: u32,
    pub(crate) test: Test,
    /// Holds where the condition is decided by a draw that was not revealed; only compiled where watched.
    pub(crate) leak: Option<Box<Test>>,
}

#[derive(Clone, Debug)]
pub(crate) struct Act {
    pub(crate) id: u32,
    pub(crate) when: Option<Box<Guarded>>,
    pub(crate) what: What,
}

#[derive(Clone, Debug)]
pub(crate) enum What {
    /// Most effects: a written number is added.
    Step {
        cell: CellIx,
        by: i32,
        bounds: (i32, i32),
    },
    Add(Box<Change>),
    Set(Box<Change>),
    Flag {
        cell: CellIx,
        value: i32,
    },
    /// Nothing reads it.
    Nothing,
}

#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) cell: CellIx,
    pub(crate) by: Sum,
    pub(crate) bounds: (i32, i32),
}

/// What taking a choice adds to the process score, in units.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gain {
    pub(crate) rated: bool,
    pub(crate) earned: i64,
    pub(crate) possible: i64,
    /// Set where only the first visit counts and a second is possible.
    pub(crate) met: Option<CellIx>,
    pub(crate) settles: Box<[(CellIx, i64)]>,
}

impl Program {
    /// Nodes and endings together.
    pub(crate) fn spots(&self) -> usize {
        self.nodes.len() + self.endings.len()
    }

    pub(crate) fn is_end(&self, spot: Spot) -> bool {
        spot.at() >= self.nodes.len()
    }

    pub(crate) fn choices_of(&self, node: usize) -> std::ops::Range<usize> {
        match self.nodes.get(node).map(|code| &code.then) {
            Some(ThenCode::Decide { first, count }) => *first as usize..(*first + *count) as usize,
            _ => 0..0,
        }
    }

    /// Every spot that a step out of this one may lead to directly, conditions aside.
    pub(crate) fn next(&self, node: usize, see: &mut dyn FnMut(Spot)) {
        match self.nodes.get(node).map(|code| &code.then) {
            Some(ThenCode::Go(route)) => route.targets(see),
            Some(ThenCode::Decide { .. }) => {
                let open = self.choices_of(node).map(|at| &self.choices[at]);
                let open = open.filter(|choice| !choice.never());
                open.for_each(|choice| choice.route.targets(see));
            }
            None => {}
        }
    }
}

impl ChoiceCode {
    /// Ruled out by role, draws and bounds alone.
    pub(crate) fn never(&self) -> bool {
        self.when.as_ref().is_some_and(|guard| guard.test == Test::Const(false))
    }

    #[inline]
    pub(crate) fn offered(&self, cells: &[i32]) -> bool {
        self.once.is_none_or(|cell| cells[cell.at()] == 0)
            && self.when.as_ref().is_none_or(|guard| guard.test.holds(cells))
    }
}

impl RouteCode {
    pub(crate) fn targets(&self, see: &mut dyn FnMut(Spot)) {
        match self {
            RouteCode::To(to) => see(*to),
            RouteCode::Arms(arms) => {
                for arm in arms {
                    match arm.when.as_ref().map(|guard| &guard.test) {
                        Some(Test::Const(false)) => {}
                        None | Some(Test::Const(true)) => {
                            see(arm.to);
                            return;
                        }
                        Some(_) => see(arm.to),
                    }
                }
            }
        }
    }
}
