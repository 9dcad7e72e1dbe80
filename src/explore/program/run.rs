//! Runs a program: the rules of `engine::Machine`, on cells, with an undo log.

use super::{Act, CellIx, Gain, Guarded, Program, RouteCode, Spot, ThenCode, What};
use crate::model::{ChoiceIx, NodeIx};

/// Looks on while a program runs. A blind one costs nothing.
pub(crate) trait Eye {
    /// Whether conditions, effects and lines are reported.
    const WATCHES: bool;
    /// Whether changes are kept so that they can be undone.
    const UNDOES: bool;
    fn test(&mut self, _guard: u32, _truth: bool) {}
    /// The condition was decided by a draw nobody had revealed.
    fn leak(&mut self, _guard: u32, _truth: bool) {}
    /// Nothing about this condition, whichever way it goes, would be news now.
    fn knows(&self, _guard: &Guarded) -> bool {
        false
    }
    /// An effect ran; `free` where some result was not cut off at a bound, `moved` where some value may have changed.
    fn act(&mut self, _effect: u32, _free: bool, _moved: bool) {}
    /// A node or ending was entered, after `on_enter`. `low` and `high` hold each cell's smallest and largest value here.
    fn enter(&mut self, _spot: Spot, _low: &[i32], _high: &[i32]) {}
}

pub(crate) struct Blind;

impl Eye for Blind {
    const WATCHES: bool = false;
    const UNDOES: bool = true;
}

/// Nodes entered in a row without a decision before it is taken for an endless round; the machine's own number.
const LONGEST_WALK: usize = 10_000;

pub(crate) struct Runner<'p> {
    pub(crate) program: &'p Program,
    pub(crate) cells: Vec<i32>,
    /// Largest values, where watched; `cells` then holds the smallest. Cells that anything reads have both alike.
    pub(crate) high: Vec<i32>,
    starts: Vec<i32>,
    log: Vec<(CellIx, i32, i32)>,
    /// Nodes passed through since the last decision, endings and the decision arrived at left out.
    pub(crate) passed: Vec<NodeIx>,
    /// Entered nodes, ever: a measure of work.
    pub(crate) entered: u64,
    pub(crate) earned: i64,
    pub(crate) possible: i64,
}

impl<'p> Runner<'p> {
    pub(crate) fn new(program: &'p Program) -> Self {
        let cells: Vec<i32> = program.cells.iter().map(|cell| cell.start).collect();
        Runner {
            program,
            high: cells.clone(),
            starts: cells.clone(),
            cells,
            log: Vec::new(),
            passed: Vec::new(),
            entered: 0,
            earned: 0,
            possible: 0,
        }
    }

    /// Back to the values before any step.
    pub(crate) fn reset(&mut self) {
        self.cells.copy_from_slice(&self.starts);
        self.high.copy_from_slice(&self.starts);
    }

    /// From the start node to the first decision or ending.
    pub(crate) fn start<E: Eye>(&mut self, eye: &mut E) -> Spot {
        self.passed.clear();
        self.arrive(Spot(self.program.start.0), eye)
    }

    /// Takes a choice that is offered and walks on. What it changed is undone by `undo`.
    #[inline]
    pub(crate) fn take<E: Eye>(&mut self, choice: ChoiceIx, eye: &mut E) -> Spot {
        let program = self.program;
        let code = &program.choices[choice.at()];
        self.passed.clear();
        if let Some(cell) = code.chosen {
            self.set::<E>(cell, 1, 1);
        }
        (self.earned, self.possible) = (0, 0);
        if let Some(gain) = &code.gain {
            self.score::<E>(gain);
        }
        self.acts(&code.acts, eye);
        self.lines(&code.lines, eye);
        let to = self.follow(&code.route, eye);
        if to == Spot::STUCK {
            return to;
        }
        if let Some(cell) = program.nodes[code.node.at()].visited {
            self.set::<E>(cell, 1, 1);
        }
        self.arrive(to, eye)
    }

    /// Evaluates which choices of a node are offered, for the eye alone.
    pub(crate) fn look<E: Eye>(&self, node: NodeIx, eye: &mut E) {
        for at in self.program.choices_of(node.at()) {
            let code = &self.program.choices[at];
            let spent = code.once.is_some_and(|cell| self.cells[cell.at()] != 0);
            if let (false, Some(guard)) = (spent, &code.when) {
                self.show(guard, eye);
            }
        }
    }

    pub(crate) fn undo(&mut self) {
        while let Some((cell, low, high)) = self.log.pop() {
            self.cells[cell.at()] = low;
            self.high[cell.at()] = high;
        }
    }

    fn score<E: Eye>(&mut self, gain: &Gain) {
        let again = gain.met.is_some_and(|cell| self.cells[cell.at()] != 0);
        if gain.rated && !again {
            self.earned += gain.earned;
            self.possible += gain.possible;
        }
        if let Some(cell) = gain.met {
            self.set::<E>(cell, 1, 1);
        }
        for (cell, weight) in &gain.settles {
            if self.cells[cell.at()] == 0 {
                self.possible -= weight;
                self.set::<E>(*cell, 1, 1);
            }
        }
    }

    #[inline(always)]
    fn arrive<E: Eye>(&mut self, to: Spot, eye: &mut E) -> Spot {
        let program = self.program;
        let mut to = to;
        for _ in 0..LONGEST_WALK {
            self.entered += 1;
            let Some(code) = program.nodes.get(to.at()) else {
                if let Some(ending) = program.endings.get(to.at() - program.nodes.len()) {
                    if E::WATCHES {
                        eye.enter(to, &self.cells, &self.high);
                    }
                    self.lines(&ending.lines, eye);
                    self.lines(&ending.at_end, eye);
                }
                return to;
            };
            self.acts(&code.acts, eye);
            if E::WATCHES {
                eye.enter(to, &self.cells, &self.high);
            }
            self.lines(&code.lines, eye);
            let ThenCode::Go(route) = &code.then else {
                return to;
            };
            self.passed.push(NodeIx(to.0));
            to = self.follow(route, eye);
            if to == Spot::STUCK {
                return to;
            }
            if let Some(cell) = code.visited {
                self.set::<E>(cell, 1, 1);
            }
        }
        Spot::STUCK
    }

    #[inline]
    fn follow<E: Eye>(&self, route: &RouteCode, eye: &mut E) -> Spot {
        match route {
            RouteCode::To(to) => *to,
            RouteCode::Arms(arms) => {
                let holds = |guard: &Option<Guarded>, eye: &mut E| match guard {
                    None => true,
                    Some(guard) => self.test(guard, eye),
                };
                let first = arms.iter().find(|arm| holds(&arm.when, eye));
                first.map_or(Spot::STUCK, |arm| arm.to)
            }
        }
    }

    fn test<E: Eye>(&self, guard: &Guarded, eye: &mut E) -> bool {
        let truth = guard.test.holds(&self.cells);
        if E::WATCHES {
            eye.test(guard.id, truth);
            if guard.leak.as_ref().is_some_and(|leak| leak.holds(&self.cells)) {
                eye.leak(guard.id, truth);
            }
        }
        truth
    }

    fn lines<E: Eye>(&self, lines: &[Guarded], eye: &mut E) {
        if E::WATCHES {
            lines.iter().for_each(|guard| self.show(guard, eye));
        }
    }

    /// Evaluates a condition that nothing follows from, for the eye alone.
    #[inline]
    fn show<E: Eye>(&self, guard: &Guarded, eye: &mut E) {
        if !eye.knows(guard) {
            self.test(guard, eye);
        }
    }

    #[inline(always)]
    fn acts<E: Eye>(&mut self, acts: &[Act], eye: &mut E) {
        for act in acts {
            if act.when.as_ref().is_some_and(|guard| !self.test(guard, eye)) {
                continue;
            }
            // Most effects, and sooner done than looked up in a table of all.
            if let What::Step { cell, by, bounds } = &act.what {
                self.add(act.id, *cell, *by, *bounds, eye);
                continue;
            }
            match &act.what {
                What::Nothing => {
                    if E::WATCHES {
                        eye.act(act.id, true, true);
                    }
                }
                What::Flag { cell, value } => {
                    if E::WATCHES {
                        eye.act(act.id, true, true);
                    }
                    self.set::<E>(*cell, *value, *value);
                }
                What::Step { cell, by, bounds } => self.add(act.id, *cell, *by, *bounds, eye),
                What::Add(change) => {
                    let by = change.by.value(&self.cells);
                    self.add(act.id, change.cell, by, change.bounds, eye);
                }
                What::Set(change) => {
                    let (cell, bounds) = (change.cell, change.bounds);
                    let raw = change.by.value(&self.cells);
                    let to = raw.clamp(bounds.0, bounds.1);
                    if E::WATCHES {
                        let at = cell.at();
                        eye.act(act.id, raw == to, self.cells[at] != to || self.high[at] != to);
                    }
                    self.set::<E>(cell, to, to);
                }
            }
        }
    }

    #[inline]
    fn add<E: Eye>(&mut self, act: u32, cell: CellIx, by: i32, bounds: (i32, i32), eye: &mut E) {
        let low = self.cells[cell.at()];
        let to = low.saturating_add(by).clamp(bounds.0, bounds.1);
        if !E::WATCHES {
            self.set::<E>(cell, to, to);
            return;
        }
        let high = self.high[cell.at()];
        let top = high.saturating_add(by).clamp(bounds.0, bounds.1);
        let inside = |value: i32| {
            let raw = i64::from(value) + i64::from(by);
            raw >= i64::from(bounds.0) && raw <= i64::from(bounds.1)
        };
        eye.act(act, inside(low) || inside(high), to != low || top != high);
        self.set::<E>(cell, to, top);
    }

    #[inline]
    fn set<E: Eye>(&mut self, cell: CellIx, low: i32, high: i32) {
        let at = cell.at();
        if E::UNDOES {
            let top = if E::WATCHES { self.high[at] } else { low };
            self.log.push((cell, self.cells[at], top));
        }
        self.cells[at] = low;
        if E::WATCHES {
            self.high[at] = high;
        }
    }
}
