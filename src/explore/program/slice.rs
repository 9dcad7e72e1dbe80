//! Which cells belong to the state at each spot: those that something later can still read and something earlier can have changed.

use super::{Act, CellIx, ChoiceCode, Guarded, Program, RouteCode, Spot, Test, ThenCode, What};
use crate::explore::order::components;

/// How the state at one decision is packed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    pub(crate) packed: Vec<Packed>,
    /// Read later, but nothing has changed them yet.
    pub(crate) fixed: Vec<(CellIx, i32)>,
    /// Not read any more; their range rides along. Only where watched.
    pub(crate) riders: Vec<CellIx>,
    /// 64-bit words of a key; at least one.
    pub(crate) words: usize,
    /// Bits of a key.
    pub(crate) bits: u32,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Packed {
    pub(crate) cell: CellIx,
    pub(crate) word: u32,
    pub(crate) shift: u32,
    pub(crate) mask: u64,
    pub(crate) low: i32,
}

/// Nodes that lead back to each other are gone round so often; then all of them are given what any of them has, which
/// keeps more than needed and never less.
const ROUNDS: usize = 32;

#[derive(Debug)]
pub(crate) struct Slices {
    live: Bits,
    written: Bits,
    watch: bool,
    /// Belongs to the state at every decision.
    traced: Option<CellIx>,
    /// Spots that can be met at all, in groups: each group is one node, or nodes that lead back to each other; sources first.
    pub(crate) groups: Vec<Vec<Spot>>,
}

impl Slices {
    pub(crate) fn of(program: &Program, watch: bool) -> Self {
        Slices::tracing(program, watch, None)
    }

    pub(crate) fn tracing(program: &Program, watch: bool, traced: Option<CellIx>) -> Self {
        let groups = components(program.spots(), &[program.start.at()], |node, found| {
            program.next(node, &mut |to| found.push(to.at()));
        });
        let mut slices = Slices {
            live: Bits::new(program.spots(), program.cells.len()),
            written: Bits::new(program.spots(), program.cells.len()),
            watch,
            traced,
            groups: groups
                .into_iter()
                .map(|group| {
                    group
                        .into_iter()
                        .map(|at| Spot(u32::try_from(at).unwrap_or(u32::MAX)))
                        .collect()
                })
                .collect(),
        };
        slices.flow_back(program);
        slices.flow_on(program);
        slices
    }

    /// How much is kept over all spots: slices of one scenario that weigh the same keep the same.
    pub(crate) fn weight(&self) -> u64 {
        self.live.words.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// The packing at a decision; an ending has an empty one.
    pub(crate) fn layout(&self, program: &Program, spot: Spot) -> Layout {
        let mut layout = Layout::default();
        if program.is_end(spot) {
            layout.words = 1;
            return layout;
        }
        // `live` holds what is read from the moment of arriving; on_enter and say lie before the decision.
        let live = self.decision(program, spot.at());
        let (mut word, mut shift) = (0, 0);
        for (at, about) in program.cells.iter().enumerate() {
            let cell = CellIx(u32::try_from(at).unwrap_or(u32::MAX));
            let (live, written) = (live.has(0, at), self.written.has(spot.at(), at));
            let rides = self.watch && matches!(about.thing, super::Thing::Var(_));
            match (live, written) {
                (true, true) => {
                    let bits = about.bits();
                    if shift + bits > 64 {
                        (word, shift) = (word + 1, 0);
                    }
                    layout.packed.push(Packed {
                        cell,
                        word,
                        shift,
                        mask: if bits >= 64 { u64::MAX } else { (1 << bits) - 1 },
                        low: about.low,
                    });
                    shift += bits;
                }
                (true, false) => layout.fixed.push((cell, about.start)),
                (false, false) if rides => layout.fixed.push((cell, about.start)),
                (false, true) if rides => layout.riders.push(cell),
                (false, _) => {}
            }
        }
        layout.words = word as usize + 1;
        layout.bits = word * 64 + shift;
        layout
    }

    fn flow_back(&mut self, program: &Program) {
        for at in (0..self.groups.len()).rev() {
            let group = std::mem::take(&mut self.groups[at]);
            for round in 0.. {
                let mut grew = false;
                for spot in &group {
                    let row = self.arrival(program, *spot);
                    grew |= self.live.join(spot.at(), &row);
                }
                if !grew {
                    break;
                }
                if round == ROUNDS {
                    self.live.level(&group);
                }
            }
            self.groups[at] = group;
        }
    }

    /// What is read from arriving at a spot on.
    fn arrival(&self, program: &Program, spot: Spot) -> Bits {
        let Some(code) = program.nodes.get(spot.at()) else {
            let mut row = Bits::new(1, program.cells.len());
            if let Some(ending) = program.endings.get(spot.at() - program.nodes.len()) {
                ending
                    .lines
                    .iter()
                    .chain(&ending.at_end)
                    .for_each(|guard| row.read(guard));
            }
            return row;
        };
        let mut row = match &code.then {
            ThenCode::Decide { .. } => self.decision(program, spot.at()),
            ThenCode::Go(route) => {
                let mut row = self.after(route, program.cells.len());
                code.visited.iter().for_each(|cell| row.clear(0, cell.at()));
                row.route(route);
                row
            }
        };
        code.lines.iter().for_each(|guard| row.read(guard));
        self.acts(&mut row, &code.acts);
        row
    }

    /// What is read from standing at a decision on.
    fn decision(&self, program: &Program, node: usize) -> Bits {
        let mut row = Bits::new(1, program.cells.len());
        self.traced.iter().for_each(|cell| row.set(0, cell.at()));
        for at in program.choices_of(node) {
            let code = &program.choices[at];
            if let Some(guard) = &code.when {
                row.read(guard);
            }
            if !code.never() {
                row.join(0, &self.choice(program, code));
            }
        }
        row
    }

    fn choice(&self, program: &Program, code: &ChoiceCode) -> Bits {
        let mut row = self.after(&code.route, program.cells.len());
        let visited = program.nodes[code.node.at()].visited;
        visited.iter().for_each(|cell| row.clear(0, cell.at()));
        row.route(&code.route);
        code.lines.iter().for_each(|guard| row.read(guard));
        self.acts(&mut row, &code.acts);
        if let Some(gain) = &code.gain {
            gain.met.iter().for_each(|cell| row.clear(0, cell.at()));
            let settled = gain.settles.iter().map(|(cell, _)| *cell);
            settled
                .chain(gain.met.filter(|_| gain.rated))
                .for_each(|cell| row.set(0, cell.at()));
        }
        code.chosen.iter().for_each(|cell| row.clear(0, cell.at()));
        code.once.iter().for_each(|cell| row.set(0, cell.at()));
        row
    }

    fn after(&self, route: &RouteCode, cells: usize) -> Bits {
        let mut row = Bits::new(1, cells);
        route.targets(&mut |to| {
            row.join_row(0, &self.live, to.at());
        });
        row
    }

    fn acts(&self, row: &mut Bits, acts: &[Act]) {
        for act in acts.iter().rev() {
            let (cell, sum, sets) = match &act.what {
                What::Nothing => (None, None, false),
                What::Step { cell, .. } => (Some(*cell), None, false),
                What::Add(change) => (Some(change.cell), Some(&change.by), false),
                What::Set(change) => (Some(change.cell), Some(&change.by), true),
                What::Flag { cell, .. } => (Some(*cell), None, true),
            };
            if !self.watch && cell.is_some_and(|cell| !row.has(0, cell.at())) {
                continue;
            }
            if let (true, None, Some(cell)) = (sets, &act.when, cell) {
                row.clear(0, cell.at());
            }
            if let Some(sum) = sum {
                sum.reads(&mut |read| row.set(0, read.at()));
            }
            if let Some(guard) = &act.when {
                row.read(guard);
            }
        }
    }

    fn flow_on(&mut self, program: &Program) {
        for at in 0..self.groups.len() {
            let group = std::mem::take(&mut self.groups[at]);
            for round in 0.. {
                let grew = group.iter().fold(false, |grew, spot| self.leave(program, *spot) | grew);
                if !grew {
                    break;
                }
                if round == ROUNDS {
                    self.written.level(&group);
                }
            }
            self.groups[at] = group;
        }
    }

    /// Hands what may have changed on to where a spot leads; whether that was more than known.
    fn leave(&mut self, program: &Program, spot: Spot) -> bool {
        let Some(code) = program.nodes.get(spot.at()) else {
            return false;
        };
        let mut grew = self.write(spot.at(), &code.acts);
        match &code.then {
            ThenCode::Go(route) => grew |= self.pass(spot.at(), route, code.visited, &[], None),
            ThenCode::Decide { .. } => {
                for choice in program.choices_of(spot.at()) {
                    let choice = &program.choices[choice];
                    if !choice.never() {
                        let (acts, route) = (&choice.acts, &choice.route);
                        grew |= self.pass(spot.at(), route, code.visited, acts, Some(choice));
                    }
                }
            }
        }
        grew
    }

    fn write(&mut self, spot: usize, acts: &[Act]) -> bool {
        let mut grew = false;
        for act in acts {
            let cell = match &act.what {
                What::Step { cell, .. } | What::Flag { cell, .. } => *cell,
                What::Add(change) | What::Set(change) => change.cell,
                What::Nothing => continue,
            };
            grew |= self.written.add(spot, cell.at());
        }
        grew
    }

    fn pass(
        &mut self,
        from: usize,
        route: &RouteCode,
        visited: Option<CellIx>,
        acts: &[Act],
        choice: Option<&ChoiceCode>,
    ) -> bool {
        let mut grew = false;
        let mut targets = Vec::new();
        route.targets(&mut |to| targets.push(to.at()));
        let gain = choice.and_then(|choice| choice.gain.as_ref());
        for to in targets {
            grew |= self.written.join_rows(to, from);
            grew |= self.write(to, acts);
            let flags = visited.into_iter().chain(choice.and_then(|choice| choice.chosen));
            let met = gain.and_then(|gain| gain.met);
            let settled = gain.iter().flat_map(|gain| gain.settles.iter().map(|(cell, _)| *cell));
            for cell in flags.chain(met).chain(settled) {
                grew |= self.written.add(to, cell.at());
            }
        }
        grew
    }
}

/// Rows of bits, one row a spot.
#[derive(Clone, Debug)]
struct Bits {
    stride: usize,
    words: Vec<u64>,
}

impl Bits {
    fn new(rows: usize, columns: usize) -> Self {
        let stride = columns.div_ceil(64);
        Bits {
            stride,
            words: vec![0; stride * rows],
        }
    }

    fn has(&self, row: usize, column: usize) -> bool {
        self.words[row * self.stride + column / 64] >> (column % 64) & 1 == 1
    }

    fn set(&mut self, row: usize, column: usize) {
        self.words[row * self.stride + column / 64] |= 1 << (column % 64);
    }

    /// As `set`; whether it was not set before.
    fn add(&mut self, row: usize, column: usize) -> bool {
        let word = &mut self.words[row * self.stride + column / 64];
        let before = *word;
        *word |= 1 << (column % 64);
        before != *word
    }

    fn clear(&mut self, row: usize, column: usize) {
        self.words[row * self.stride + column / 64] &= !(1 << (column % 64));
    }

    /// Adds the first row of another set to a row.
    fn join(&mut self, row: usize, other: &Bits) -> bool {
        self.join_row(row, other, 0)
    }

    fn join_row(&mut self, row: usize, other: &Bits, from: usize) -> bool {
        let mut grew = false;
        for word in 0..self.stride {
            let to = &mut self.words[row * self.stride + word];
            let both = *to | other.words[from * other.stride + word];
            grew |= both != *to;
            *to = both;
        }
        grew
    }

    /// Gives every row of a group what any of them has.
    fn level(&mut self, group: &[Spot]) {
        let mut all = Bits {
            stride: self.stride,
            words: vec![0; self.stride],
        };
        for spot in group {
            all.join_row(0, self, spot.at());
        }
        for spot in group {
            self.join(spot.at(), &all);
        }
    }

    fn join_rows(&mut self, row: usize, from: usize) -> bool {
        let mut grew = false;
        for word in 0..self.stride {
            let both = self.words[row * self.stride + word] | self.words[from * self.stride + word];
            let to = &mut self.words[row * self.stride + word];
            grew |= both != *to;
            *to = both;
        }
        grew
    }

    fn read(&mut self, guard: &Guarded) {
        let mut add = |test: &Test| {
            test.reads(&mut |cell| self.set(0, cell.at()));
        };
        add(&guard.test);
        guard.leak.iter().for_each(|leak| add(leak));
    }

    fn route(&mut self, route: &RouteCode) {
        if let RouteCode::Arms(arms) = route {
            arms.iter()
                .filter_map(|arm| arm.when.as_ref())
                .for_each(|guard| self.read(guard));
        }
    }
}
