//! From conditions of the model to tests over cells: what role, draws and the writings of the scenario fix is folded away.

use std::collections::{HashMap, HashSet};

use super::test::Compare;
use super::{Cell, CellIx, Sum, Test, Thing};
use crate::engine::Draws;
use crate::model::{Change, Cond, Effect, Num, Op, Presence, RoleIx, Scenario};

/// Hands out cells to things that are read and can change.
#[derive(Debug)]
pub(crate) struct Folder<'a> {
    pub(crate) scenario: &'a Scenario,
    role: RoleIx,
    draws: &'a Draws,
    written: HashSet<Thing>,
    pub(crate) cells: Vec<Cell>,
    index: HashMap<Thing, CellIx>,
}

impl<'a> Folder<'a> {
    pub(crate) fn new(scenario: &'a Scenario, role: RoleIx, draws: &'a Draws) -> Self {
        Folder {
            scenario,
            role,
            draws,
            written: written(scenario),
            cells: Vec::new(),
            index: HashMap::new(),
        }
    }

    /// The cell of something read, made on first sight; its fixed value where nothing ever changes it.
    pub(crate) fn read(&mut self, thing: Thing) -> Result<CellIx, i32> {
        if let Some(cell) = self.index.get(&thing) {
            return Ok(*cell);
        }
        let start = self.start(thing);
        let fixed = match thing {
            Thing::Var(_) | Thing::Revealed(_) | Thing::Present(_) => !self.written.contains(&thing),
            Thing::Visited(_) | Thing::Chosen(_) | Thing::Met(_) | Thing::Settled(_) => false,
        };
        if fixed {
            return Err(start);
        }
        let (low, high) = match thing {
            Thing::Var(var) => self.scenario.vars[var.at()].bounds(),
            _ => (0, 1),
        };
        let cell = CellIx(u32::try_from(self.cells.len()).unwrap_or(u32::MAX));
        // A start outside its own bounds is kept, as the machine keeps it.
        self.cells.push(Cell {
            thing,
            low: low.min(start),
            high: high.max(low).max(start),
            start,
        });
        self.index.insert(thing, cell);
        Ok(cell)
    }

    /// The cell of something written, if anything reads it.
    pub(crate) fn kept(&self, thing: Thing) -> Option<CellIx> {
        self.index.get(&thing).copied()
    }

    fn start(&self, thing: Thing) -> i32 {
        match thing {
            Thing::Var(var) => {
                let about = &self.scenario.vars[var.at()];
                if about.is_hidden() {
                    self.draws.value(var)
                } else {
                    about.start
                }
            }
            Thing::Present(person) => i32::from(self.scenario.cast[person.at()].present != Presence::Away),
            _ => 0,
        }
    }

    fn flag(&mut self, thing: Thing) -> Test {
        self.within(thing, 1, 1)
    }

    fn within(&mut self, thing: Thing, low: i32, high: i32) -> Test {
        match self.read(thing) {
            Ok(cell) => {
                let about = self.cells[cell.at()];
                Test::within(cell, (about.low, about.high), low, high)
            }
            Err(value) => Test::Const((low..=high).contains(&value)),
        }
    }

    pub(crate) fn test(&mut self, cond: &Cond) -> Test {
        match cond {
            Cond::Const(value) => Test::Const(*value),
            Cond::Not(inner) => Test::not(self.test(inner)),
            Cond::All(list) => {
                let list: Vec<Test> = list.iter().map(|inner| self.test(inner)).collect();
                Test::all(list)
            }
            Cond::Any(list) => {
                let list: Vec<Test> = list.iter().map(|inner| self.test(inner)).collect();
                Test::any(list)
            }
            Cond::Compare { left, op, right } => self.compare(left, *op, right),
            Cond::Is { var, value } => self.within(Thing::Var(*var), *value, *value),
            Cond::Revealed(secret) => self.flag(Thing::Revealed(*secret)),
            Cond::Visited(node) => self.flag(Thing::Visited(*node)),
            Cond::Chosen(choice) => self.flag(Thing::Chosen(*choice)),
            Cond::Present(person) => self.flag(Thing::Present(*person)),
            Cond::Role(role) => Test::Const(self.role == *role),
        }
    }

    fn compare(&mut self, left: &Num, op: Op, right: &Num) -> Test {
        match (self.sum(left), self.sum(right)) {
            (Sum::Lit(left), Sum::Lit(right)) => Test::Const(op.holds(left, right)),
            (Sum::Cell(cell), Sum::Lit(value)) => self.against(cell, op, value),
            (Sum::Lit(value), Sum::Cell(cell)) => self.against(cell, mirrored(op), value),
            (left, right) => Test::Compare(Box::new(Compare { left, op, right })),
        }
    }

    fn against(&self, cell: CellIx, op: Op, value: i32) -> Test {
        let about = self.cells[cell.at()];
        let bounds = (about.low, about.high);
        let (below, above) = (value.checked_sub(1), value.checked_add(1));
        match op {
            Op::Eq => Test::within(cell, bounds, value, value),
            Op::Ne => Test::not(Test::within(cell, bounds, value, value)),
            Op::Le => Test::within(cell, bounds, i32::MIN, value),
            Op::Ge => Test::within(cell, bounds, value, i32::MAX),
            Op::Lt => below.map_or(Test::Const(false), |below| Test::within(cell, bounds, i32::MIN, below)),
            Op::Gt => above.map_or(Test::Const(false), |above| Test::within(cell, bounds, above, i32::MAX)),
        }
    }

    pub(crate) fn sum(&mut self, num: &Num) -> Sum {
        match num {
            Num::Lit(value) => Sum::Lit(*value),
            Num::Var(var) => self.read(Thing::Var(*var)).map_or_else(Sum::Lit, Sum::Cell),
            Num::Add(left, right) => match (self.sum(left), self.sum(right)) {
                (Sum::Lit(left), Sum::Lit(right)) => Sum::Lit(left.saturating_add(right)),
                pair => Sum::Add(Box::new(pair)),
            },
            Num::Sub(left, right) => match (self.sum(left), self.sum(right)) {
                (Sum::Lit(left), Sum::Lit(right)) => Sum::Lit(left.saturating_sub(right)),
                pair => Sum::Sub(Box::new(pair)),
            },
        }
    }
}

fn mirrored(op: Op) -> Op {
    match op {
        Op::Eq => Op::Eq,
        Op::Ne => Op::Ne,
        Op::Lt => Op::Gt,
        Op::Le => Op::Ge,
        Op::Gt => Op::Lt,
        Op::Ge => Op::Le,
    }
}

fn written(scenario: &Scenario) -> HashSet<Thing> {
    let nodes = scenario.nodes.iter().flat_map(|node| &node.on_enter);
    let choices = scenario.choices.iter().flat_map(|choice| &choice.effects);
    nodes.chain(choices).map(target).collect()
}

/// What an effect changes.
pub(super) fn target(effect: &Effect) -> Thing {
    match &effect.change {
        Change::Add(var, _) | Change::Set(var, _) => Thing::Var(*var),
        Change::Reveal(secret) => Thing::Revealed(*secret),
        Change::Enter(person) | Change::Leave(person) => Thing::Present(*person),
    }
}
