//! The best and the worst line: largest and smallest ratio earned : possible over all paths, by Dinkelbach's method (1967).

use super::graph::{Graph, NOWHERE, Way};
use super::program::Program;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Best,
    Worst,
}

/// A line with an extreme score.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Extreme {
    /// 0–100
    pub(crate) score: f64,
    /// The edges taken, from the start.
    pub(crate) edges: Vec<u32>,
}

/// `None` where lines may never end, none ends, or nothing of any is rated.
pub(crate) fn extreme(graph: &Graph, program: &Program, side: Side) -> Option<Extreme> {
    if graph.stuck || !graph.acyclic() {
        return None;
    }
    let mut pass = Pass {
        graph,
        program,
        values: vec![None; graph.len()],
        picks: vec![NOWHERE; graph.len()],
    };
    // Any line with something rated to start from: the one with the largest denominator.
    let mut line = pass.line(Side::Best, |way| i128::from(way.possible))?;
    if line.possible <= 0 {
        return None;
    }
    // Each round strictly improves an exact ratio of whole numbers, so this ends; in practice after a handful.
    loop {
        let (earned, possible) = (i128::from(line.earned), i128::from(line.possible));
        let gain = |way: &Way| i128::from(way.earned) * possible - i128::from(way.possible) * earned;
        let next = pass.line(side, gain)?;
        let ahead = i128::from(next.earned) * possible - i128::from(next.possible) * earned;
        let better = match side {
            Side::Best => ahead > 0,
            Side::Worst => ahead < 0,
        };
        if !better {
            break;
        }
        line = next;
    }
    Some(Extreme {
        score: (100.0 * line.earned as f64 / line.possible as f64).clamp(0.0, 100.0),
        edges: line.edges,
    })
}

struct Pass<'a> {
    graph: &'a Graph,
    program: &'a Program,
    values: Vec<Option<i128>>,
    picks: Vec<u32>,
}

struct Line {
    earned: i64,
    possible: i64,
    edges: Vec<u32>,
}

impl Pass<'_> {
    /// The line with the extreme sum of gains; among equals the one that takes what is written first.
    fn line(&mut self, side: Side, gain: impl Fn(&Way) -> i128) -> Option<Line> {
        let graph = self.graph;
        let gains: Vec<i128> = graph.ways.iter().map(gain).collect();
        for state in graph.in_order().rev() {
            let (from, to) = graph.rows[state as usize];
            let mut found: Option<(i128, u32)> = None;
            for at in from..to {
                let edge = graph.edges[at as usize];
                let beyond = if edge.to == NOWHERE {
                    None
                } else {
                    self.values[edge.to as usize]
                };
                let Some(beyond) = beyond else { continue };
                let value = gains[edge.way as usize] + beyond;
                let better = found.is_none_or(|(known, _)| match side {
                    Side::Best => value > known,
                    Side::Worst => value < known,
                });
                if better {
                    found = Some((value, at));
                }
            }
            let ended = graph.ended(self.program, state);
            self.values[state as usize] = if ended { Some(0) } else { found.map(|(value, _)| value) };
            self.picks[state as usize] = found.map_or(NOWHERE, |(_, at)| at);
        }
        self.values[graph.start as usize]?;
        let mut line = Line {
            earned: 0,
            possible: self.program.owed,
            edges: Vec::new(),
        };
        let mut at = graph.start;
        while self.picks[at as usize] != NOWHERE {
            let pick = self.picks[at as usize];
            let edge = graph.edges[pick as usize];
            let way = graph.way(edge);
            line.earned += way.earned;
            line.possible += way.possible;
            line.edges.push(pick);
            at = edge.to;
        }
        Some(line)
    }
}
