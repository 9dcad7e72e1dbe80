//! A program laid out for plays that keep nothing: what most choices ask and do stands in three small tables that stay close to the
//! processor, where the code they come from is several times as large. The rest is left to the runner.

use std::ops::Range;

use super::program::{CellIx, ChoiceCode, Program, RouteCode, Spot, Test, ThenCode, What};
use crate::model::ChoiceIx;

pub(super) struct Track {
    /// By node: its first choice, and how many there are.
    menus: Vec<(u32, u32)>,
    /// By choice.
    asked: Vec<Asked>,
    /// By choice.
    moves: Vec<Move>,
    steps: Vec<Step>,
}

/// Offered where the value of the cell lies between the two.
#[derive(Clone, Copy)]
struct Asked {
    cell: CellIx,
    low: i32,
    high: i32,
    /// There is more to ask, and the choice's own code is asked.
    more: bool,
}

/// Steps `first .. first + count`, then straight on to `to`, where a decision or an ending is.
#[derive(Clone, Copy)]
struct Move {
    first: u32,
    count: u16,
    /// There is more to do, and the runner does it.
    more: bool,
    to: Spot,
}

#[derive(Clone, Copy)]
struct Step {
    cell: CellIx,
    by: i32,
    bounds: (i32, i32),
}

impl Track {
    pub(super) fn of(program: &Program) -> Track {
        let menus = (0..program.nodes.len()).map(|node| {
            let range = program.choices_of(node);
            (range.start as u32, range.len() as u32)
        });
        let mut steps = Vec::new();
        let moves = program.choices.iter().map(|code| moved(program, code, &mut steps));
        Track {
            menus: menus.collect(),
            asked: program.choices.iter().map(asked).collect(),
            moves: moves.collect(),
            steps,
        }
    }

    /// The choices of a node; none for an ending.
    #[inline]
    pub(super) fn menu(&self, spot: Spot) -> Range<usize> {
        let (first, count) = self.menus.get(spot.at()).copied().unwrap_or_default();
        first as usize..(first + count) as usize
    }

    /// Puts the offered ones of a menu first, in the order written, and says how many they are. Written always and kept by adding:
    /// which choices are offered is past any branch predictor.
    #[inline]
    pub(super) fn offered(
        &self,
        program: &Program,
        menu: Range<usize>,
        cells: &[i32],
        offered: &mut Vec<ChoiceIx>,
    ) -> usize {
        if offered.len() < menu.len() {
            offered.resize(menu.len(), ChoiceIx(0));
        }
        let mut count = 0;
        for (at, asked) in menu.clone().zip(&self.asked[menu]) {
            offered[count] = ChoiceIx(at as u32);
            let value = cells.get(asked.cell.at()).copied().unwrap_or(0);
            count += usize::from((value >= asked.low) & (value <= asked.high));
            if asked.more && !program.choices[at].offered(cells) {
                count -= 1;
            }
        }
        count
    }

    /// Takes a choice and says where that leads; `None`, and nothing was done, where the runner has to.
    #[inline]
    pub(super) fn take(&self, choice: ChoiceIx, cells: &mut [i32]) -> Option<Spot> {
        let about = self.moves[choice.at()];
        if about.more {
            return None;
        }
        let first = about.first as usize;
        for step in &self.steps[first..first + usize::from(about.count)] {
            let value = &mut cells[step.cell.at()];
            *value = value.saturating_add(step.by).clamp(step.bounds.0, step.bounds.1);
        }
        Some(about.to)
    }
}

fn asked(code: &ChoiceCode) -> Asked {
    // A cell that is not there reads as 0, which lies between all there are.
    let always = Asked {
        cell: CellIx(0),
        low: i32::MIN,
        high: i32::MAX,
        more: false,
    };
    match (code.once, code.when.as_ref().map(|guard| &guard.test)) {
        (None, None | Some(Test::Const(true))) => always,
        (None, Some(Test::Within { cell, low, high })) => Asked {
            cell: *cell,
            low: *low,
            high: *high,
            more: false,
        },
        (Some(cell), None) => Asked {
            cell,
            low: 0,
            high: 0,
            more: false,
        },
        _ => Asked { more: true, ..always },
    }
}

fn moved(program: &Program, code: &ChoiceCode, steps: &mut Vec<Step>) -> Move {
    let more = Move {
        first: 0,
        count: 0,
        more: true,
        to: Spot::STUCK,
    };
    let RouteCode::To(to) = code.route else { return more };
    let marks = code.chosen.is_some() || code.gain.is_some() || program.nodes[code.node.at()].visited.is_some();
    let quiet = match program.nodes.get(to.at()) {
        Some(node) => node.acts.is_empty() && matches!(node.then, ThenCode::Decide { .. }),
        None => program.is_end(to),
    };
    let done = code
        .acts
        .iter()
        .filter(|act| act.when.is_some() || !matches!(act.what, What::Nothing));
    let simple = done.map(|act| match (&act.when, &act.what) {
        (None, What::Step { cell, by, bounds }) => Some(Step {
            cell: *cell,
            by: *by,
            bounds: *bounds,
        }),
        _ => None,
    });
    let Some(simple) = simple.collect::<Option<Vec<Step>>>().filter(|_| quiet && !marks) else {
        return more;
    };
    let (Ok(first), Ok(count)) = (u32::try_from(steps.len()), u16::try_from(simple.len())) else {
        return more;
    };
    steps.extend(simple);
    Move {
        first,
        count,
        more: false,
        to,
    }
}
