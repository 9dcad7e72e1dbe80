//! Meets every state once: decisions in topological order, inside a round of nodes nearest states first.

use super::graph::{Edge, Graph, NOWHERE, SpotStates, Way};
use super::limits::{Meter, Stop};
use super::order::components;
use super::program::{Blind, Layout, Program, Runner, Slices, Spot};
use super::table::Table;
use crate::model::ChoiceIx;

/// The state graph of a program.
pub(crate) fn discover(program: &Program, slices: &Slices, meter: &mut Meter) -> Result<Graph, Stop> {
    let mut search = Search {
        program,
        slices,
        met: (0..program.spots()).map(|_| None).collect(),
        ways: Vec::new(),
        ways_of: vec![Vec::new(); program.choices.len()],
        edges: Vec::new(),
        key: Vec::new(),
        runner: Runner::new(program),
    };
    let to = search.runner.start(&mut Blind);
    let opening = search.runner.passed.clone();
    let mut graph = Graph {
        opening,
        stuck: to == Spot::STUCK,
        start: NOWHERE,
        ..Graph::default()
    };
    if graph.stuck {
        return Ok(graph);
    }
    search.arrive(to, 0, (NOWHERE, NOWHERE), meter)?;
    search.runner.undo();
    let groups = &slices.groups;
    for group in groups {
        search.group(group, meter)?;
    }
    search.close(groups, to, &mut graph);
    sort(&mut graph, groups);
    Ok(graph)
}

struct Search<'p> {
    program: &'p Program,
    slices: &'p Slices,
    met: Vec<Option<Box<Met>>>,
    ways: Vec<Way>,
    ways_of: Vec<Vec<u32>>,
    /// Targets are numbers within the way's spot until all are known.
    edges: Vec<Edge>,
    key: Vec<u64>,
    runner: Runner<'p>,
}

/// The states of one spot so far.
struct Met {
    layout: Layout,
    table: Table,
    depth: Vec<u32>,
    /// State within the spot of the way's choice, and way.
    parent: Vec<(u32, u32)>,
    rows: Vec<(u32, u32)>,
}

/// Nodes that lead back to each other, and their states that came nearer.
struct Round {
    inside: Vec<Spot>,
    found: Vec<(Spot, u32)>,
}

impl Round {
    fn add(&mut self, spot: Spot, state: u32) {
        if self.inside.binary_search(&spot).is_ok() {
            self.found.push((spot, state));
        }
    }
}

const UNSEEN: (u32, u32) = (u32::MAX, u32::MAX);

impl Search<'_> {
    fn group(&mut self, group: &[Spot], meter: &mut Meter) -> Result<(), Stop> {
        if let [spot] = group {
            let mut local = 0;
            // A decision that leads back to itself grows while it is walked; what it adds lies deeper.
            let alone = !leads_back(self.program, *spot);
            while alone && self.met[spot.at()].as_ref().is_some_and(|met| local < met.table.len()) {
                self.expand(*spot, local, None, meter)?;
                local += 1;
            }
            if alone {
                return Ok(());
            }
        }
        // Nearest first, one list of states a depth.
        let mut near: Vec<Vec<(Spot, u32)>> = Vec::new();
        for spot in group {
            let Some(met) = &self.met[spot.at()] else { continue };
            for (local, depth) in met.depth.iter().enumerate() {
                let depth = *depth as usize;
                near.resize_with(near.len().max(depth + 1), Vec::new);
                near[depth].push((*spot, u32::try_from(local).unwrap_or(u32::MAX)));
            }
        }
        let mut inside = group.to_vec();
        inside.sort_unstable();
        let mut round = Round {
            inside,
            found: Vec::new(),
        };
        let mut depth = 0;
        while depth < near.len() {
            for (spot, local) in std::mem::take(&mut near[depth]) {
                let at = local as usize;
                let fresh = |met: &Met| met.rows[at] == UNSEEN && met.depth[at] as usize == depth;
                if self.met[spot.at()].as_deref().is_some_and(fresh) {
                    self.expand(spot, local, Some(&mut round), meter)?;
                }
            }
            if !round.found.is_empty() {
                near.resize_with(near.len().max(depth + 2), Vec::new);
                near[depth + 1].append(&mut round.found);
            }
            depth += 1;
        }
        Ok(())
    }

    /// Takes every choice offered in a state. States of the round that came nearer are added to its list.
    fn expand(&mut self, spot: Spot, local: u32, mut round: Option<&mut Round>, meter: &mut Meter) -> Result<(), Stop> {
        meter.step(self.runner.entered, self.edges.len())?;
        let Some(met) = &self.met[spot.at()] else { return Ok(()) };
        met.layout.unpack(met.table.key(local), &mut self.runner);
        let depth = met.depth[local as usize] + 1;
        let first = u32::try_from(self.edges.len()).unwrap_or(u32::MAX);
        for at in self.program.choices_of(spot.at()) {
            if !self.program.choices[at].offered(&self.runner.cells) {
                continue;
            }
            let choice = ChoiceIx::new(at);
            let to = self.runner.take(choice, &mut Blind);
            let way = self.way(choice, to);
            let mut edge = Edge { way, to: NOWHERE };
            if to != Spot::STUCK {
                let (target, nearer) = self.arrive(to, depth, (local, way), meter)?;
                edge.to = target;
                if let (true, Some(round)) = (nearer, round.as_mut()) {
                    round.add(to, target);
                }
            }
            self.edges.push(edge);
            self.runner.undo();
        }
        let last = u32::try_from(self.edges.len()).unwrap_or(u32::MAX);
        if let Some(met) = &mut self.met[spot.at()] {
            met.rows[local as usize] = (first, last);
        }
        Ok(())
    }

    /// The state where the runner stands, and whether it is new or nearer than known.
    fn arrive(&mut self, to: Spot, depth: u32, parent: (u32, u32), meter: &mut Meter) -> Result<(u32, bool), Stop> {
        let (program, slices) = (self.program, self.slices);
        if self.met[to.at()].is_none() {
            let layout = slices.layout(program, to);
            // A wide layout takes as much room as many states.
            meter.state((layout.packed.len() + layout.fixed.len()) / 4)?;
            self.met[to.at()] = Some(Box::new(Met {
                table: Table::new(layout.words, layout.bits),
                layout,
                depth: Vec::new(),
                parent: Vec::new(),
                rows: Vec::new(),
            }));
        }
        let Some(met) = &mut self.met[to.at()] else {
            return Err(Stop::Budget);
        };
        met.layout.pack(&self.runner, &mut self.key);
        let (local, new) = met.table.add(&self.key);
        if new {
            met.depth.push(depth);
            met.parent.push(parent);
            met.rows.push(UNSEEN);
            meter.state(met.layout.words + met.layout.riders.len())?;
            return Ok((local, true));
        }
        let at = local as usize;
        let nearer = met.depth[at] > depth;
        if nearer {
            met.depth[at] = depth;
            met.parent[at] = parent;
        }
        Ok((local, nearer))
    }

    fn way(&mut self, choice: ChoiceIx, to: Spot) -> u32 {
        let runner = &self.runner;
        let same = |way: &Way| {
            way.to == to
                && way.earned == runner.earned
                && way.possible == runner.possible
                && *way.passed == *runner.passed
        };
        let known = &mut self.ways_of[choice.at()];
        if let Some(way) = known.iter().find(|way| same(&self.ways[**way as usize])) {
            return *way;
        }
        let way = u32::try_from(self.ways.len()).unwrap_or(u32::MAX);
        self.ways.push(Way {
            choice,
            to,
            passed: runner.passed.as_slice().into(),
            earned: runner.earned,
            possible: runner.possible,
        });
        known.push(way);
        way
    }

    fn close(self, groups: &[Vec<Spot>], start: Spot, graph: &mut Graph) {
        let mut first = vec![0_u32; self.program.spots()];
        let mut next = 0_u32;
        graph.index = vec![NOWHERE; self.program.spots()];
        let mut met = self.met;
        for spot in groups.iter().flatten() {
            first[spot.at()] = next;
            let Some(mut states) = met[spot.at()].take() else {
                continue;
            };
            next += states.table.len();
            states.table.close();
            graph.depth.append(&mut states.depth);
            // An ending is never expanded.
            let rows = states.rows.iter().map(|row| if *row == UNSEEN { (0, 0) } else { *row });
            graph.rows.extend(rows);
            graph.parent.append(&mut states.parent);
            graph.index[spot.at()] = u32::try_from(graph.spots.len()).unwrap_or(NOWHERE);
            graph.spots.push(SpotStates {
                spot: *spot,
                first: first[spot.at()],
                layout: states.layout,
                table: states.table,
            });
        }
        graph.edges = self.edges;
        for edge in &mut graph.edges {
            if edge.to != NOWHERE {
                edge.to += first[self.ways[edge.way as usize].to.at()];
            }
        }
        for (before, way) in &mut graph.parent {
            if *before != NOWHERE {
                let from = self.program.choices[self.ways[*way as usize].choice.at()].node;
                *before += first[from.at()];
            }
        }
        graph.ways = self.ways;
        graph.start = first[start.at()];
    }
}

fn leads_back(program: &Program, spot: Spot) -> bool {
    let mut back = false;
    program.next(spot.at(), &mut |to| back |= to == spot);
    back
}

/// Puts states of rounds of nodes in order, or finds the rounds of states that have none.
fn sort(graph: &mut Graph, groups: &[Vec<Spot>]) {
    let forward = |graph: &Graph| {
        (0..graph.len()).all(|state| {
            let from = u32::try_from(state).unwrap_or(u32::MAX);
            graph.edges(from).iter().all(|edge| edge.to > from)
        })
    };
    // One node to a group and no state led back to an earlier one: the numbering is an order already.
    if groups.iter().all(|group| group.len() == 1) && forward(graph) {
        return;
    }
    let parts = components(graph.len(), &[graph.start as usize], |at, found| {
        let edges = graph.edges(u32::try_from(at).unwrap_or(u32::MAX));
        found.extend(
            edges
                .iter()
                .filter(|edge| edge.to != NOWHERE)
                .map(|edge| edge.to as usize),
        );
    });
    let state = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    for part in &parts {
        let back = |at: usize| graph.edges(state(at)).iter().any(|edge| edge.to as usize == at);
        if part.len() > 1 || part.first().is_some_and(|at| back(*at)) {
            graph.rounds.push(part.iter().map(|at| state(*at)).collect());
        }
    }
    graph.order = Some(parts.into_iter().flatten().map(state).collect());
}
