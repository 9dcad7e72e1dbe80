//! What is seen while states or plays go by: conditions both ways, effects, draws read early, nodes, ranges.

use super::program::{Eye, Guarded, Program, Spot, ThenCode, Thing};
use crate::model::{ChoiceIx, Scenario, VarIx};

/// Where something was first seen: after so many steps, in a state (or play), and by one choice more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sight {
    pub(crate) steps: u32,
    pub(crate) at: u32,
    pub(crate) then: Option<ChoiceIx>,
}

/// Everything seen in one case.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// By condition: false, true.
    pub(crate) conditions: Vec<[Option<Sight>; 2]>,
    /// By condition: decided by a draw not revealed, coming out false, true.
    pub(crate) leaks: Vec<[Option<Sight>; 2]>,
    pub(crate) effects: Vec<Ran>,
    /// By spot.
    pub(crate) spots: Vec<Option<Sight>>,
    pub(crate) choices: Vec<Option<Sight>>,
    /// By spot and variable; smallest above largest where not met.
    pub(crate) ranges: Vec<(i32, i32)>,
    /// By spot and by choice, how often in all plays; only counted in plays.
    pub(crate) visits: Vec<u64>,
    pub(crate) takes: Vec<u64>,
    vars: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) ran: bool,
    /// Some result was not cut off at a bound.
    pub(crate) free: bool,
    pub(crate) moved: bool,
}

const UNMET: (i32, i32) = (i32::MAX, i32::MIN);

impl Seen {
    pub(crate) fn new(scenario: &Scenario, program: &Program) -> Self {
        Seen {
            conditions: vec![[None; 2]; program.conditions],
            leaks: vec![[None; 2]; program.conditions],
            effects: vec![Ran::default(); program.effects],
            spots: vec![None; program.spots()],
            choices: vec![None; program.choices.len()],
            ranges: vec![UNMET; program.spots() * scenario.vars.len()],
            visits: vec![0; program.spots()],
            takes: vec![0; program.choices.len()],
            vars: scenario.vars.len(),
        }
    }

    pub(crate) fn range(&self, spot: usize, var: VarIx) -> Option<(i32, i32)> {
        let found = self.ranges.get(spot * self.vars + var.at()).copied();
        found.filter(|(low, high)| low <= high)
    }

    /// Takes in what another part of the same case saw.
    pub(crate) fn merge(&mut self, other: &Seen) {
        let pairs = |mine: &mut Vec<[Option<Sight>; 2]>, theirs: &Vec<[Option<Sight>; 2]>| {
            for (mine, theirs) in mine.iter_mut().zip(theirs) {
                nearest(&mut mine[0], theirs[0]);
                nearest(&mut mine[1], theirs[1]);
            }
        };
        pairs(&mut self.conditions, &other.conditions);
        pairs(&mut self.leaks, &other.leaks);
        let singles = |mine: &mut Vec<Option<Sight>>, theirs: &Vec<Option<Sight>>| {
            mine.iter_mut()
                .zip(theirs)
                .for_each(|(mine, theirs)| nearest(mine, *theirs));
        };
        singles(&mut self.spots, &other.spots);
        singles(&mut self.choices, &other.choices);
        for (mine, theirs) in self.effects.iter_mut().zip(&other.effects) {
            mine.ran |= theirs.ran;
            mine.free |= theirs.free;
            mine.moved |= theirs.moved;
        }
        for (mine, theirs) in self.ranges.iter_mut().zip(&other.ranges) {
            *mine = (mine.0.min(theirs.0), mine.1.max(theirs.1));
        }
        let counts = |mine: &mut Vec<u64>, theirs: &Vec<u64>| {
            mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine += theirs);
        };
        counts(&mut self.visits, &other.visits);
        counts(&mut self.takes, &other.takes);
    }
}

fn nearest(known: &mut Option<Sight>, found: Option<Sight>) {
    if let Some(found) = found
        && known.is_none_or(|known| found < known)
    {
        *known = Some(found);
    }
}

/// Writes down what a runner does. `KEEPS`: whether the runner's changes are to be undone.
pub(crate) struct Onlooker<'p, const KEEPS: bool> {
    program: &'p Program,
    /// Variables kept in cells, and cells.
    vars: Vec<(usize, usize)>,
    pub(crate) seen: Seen,
    pub(crate) now: Sight,
}

impl<'p, const KEEPS: bool> Onlooker<'p, KEEPS> {
    pub(crate) fn new(scenario: &Scenario, program: &'p Program) -> Self {
        let vars = program.cells.iter().enumerate();
        let vars = vars.filter_map(|(at, cell)| match cell.thing {
            Thing::Var(var) => Some((var.at(), at)),
            _ => None,
        });
        Onlooker {
            program,
            vars: vars.collect(),
            seen: Seen::new(scenario, program),
            now: Sight {
                steps: 0,
                at: u32::MAX,
                then: None,
            },
        }
    }

    /// Widens the ranges at a spot by where the runner stands.
    pub(crate) fn widen(&mut self, spot: Spot, low: &[i32], high: &[i32]) {
        let row = spot.at() * self.seen.vars;
        for (var, cell) in &self.vars {
            let range = &mut self.seen.ranges[row + var];
            *range = (range.0.min(low[*cell]), range.1.max(high[*cell]));
        }
    }

    pub(crate) fn took(&mut self, choice: ChoiceIx) {
        nearest(&mut self.seen.choices[choice.at()], Some(self.now));
        if !KEEPS {
            self.seen.takes[choice.at()] += 1;
        }
    }
}

impl<const KEEPS: bool> Eye for Onlooker<'_, KEEPS> {
    const WATCHES: bool = true;
    const UNDOES: bool = KEEPS;

    fn test(&mut self, guard: u32, truth: bool) {
        nearest(
            &mut self.seen.conditions[guard as usize][usize::from(truth)],
            Some(self.now),
        );
    }

    fn leak(&mut self, guard: u32, truth: bool) {
        nearest(&mut self.seen.leaks[guard as usize][usize::from(truth)], Some(self.now));
    }

    #[inline]
    fn knows(&self, guard: &Guarded) -> bool {
        let at = guard.id as usize;
        let both = |pair: &[Option<Sight>; 2]| pair.iter().all(|seen| seen.is_some_and(|seen| seen <= self.now));
        both(&self.seen.conditions[at]) && (guard.leak.is_none() || both(&self.seen.leaks[at]))
    }

    fn act(&mut self, effect: u32, free: bool, moved: bool) {
        let known = &mut self.seen.effects[effect as usize];
        known.ran = true;
        known.free |= free;
        known.moved |= moved;
    }

    fn enter(&mut self, spot: Spot, low: &[i32], high: &[i32]) {
        nearest(&mut self.seen.spots[spot.at()], Some(self.now));
        let decision = self
            .program
            .nodes
            .get(spot.at())
            .is_some_and(|code| matches!(code.then, ThenCode::Decide { .. }));
        if !KEEPS {
            self.seen.visits[spot.at()] += 1;
        }
        // States widen the range of a decision, once each instead of once a way in.
        if !(KEEPS && decision) {
            self.widen(spot, low, high);
        }
    }
}
