//! Lines that can go on for ever: rounds of the state graph, and what can still be reached from where.

use super::graph::{Graph, NOWHERE};
use super::program::Program;
use crate::model::ChoiceIx;

/// For each state the endings that can still come, as bits; endings from the 64th on share the last bit.
pub(crate) fn endings_ahead(graph: &Graph, program: &Program) -> Vec<u64> {
    let mut ahead = vec![0_u64; graph.len()];
    let round_of: std::collections::HashMap<u32, usize> = graph
        .rounds
        .iter()
        .enumerate()
        .flat_map(|(at, round)| round.iter().map(move |state| (*state, at)))
        .collect();
    let beyond = |ahead: &[u64], state: u32| {
        let targets = graph.edges(state).iter().filter(|edge| edge.to != NOWHERE);
        targets.fold(0, |bits, edge| bits | ahead[edge.to as usize])
    };
    for state in graph.in_order().rev() {
        if let Some(round) = round_of.get(&state) {
            // Members of a round follow each other in order, so what lies beyond the round is known.
            let members = &graph.rounds[*round];
            let bits = members.iter().fold(0, |bits, member| bits | beyond(&ahead, *member));
            members.iter().for_each(|member| ahead[*member as usize] = bits);
        } else if graph.ended(program, state) {
            let ending = graph.spot(state).spot.at() - program.nodes.len();
            ahead[state as usize] = 1 << ending.min(63);
        } else {
            ahead[state as usize] = beyond(&ahead, state);
        }
    }
    ahead
}

/// A round's state nearest to the start and the choices of a shortest way round from there.
pub(crate) fn shortest_round(graph: &Graph, round: &[u32]) -> (u32, Vec<ChoiceIx>) {
    let Some(start) = round
        .iter()
        .copied()
        .min_by_key(|state| (graph.depth[*state as usize], *state))
    else {
        return (graph.start, Vec::new());
    };
    let inside: std::collections::HashSet<u32> = round.iter().copied().collect();
    let mut before: std::collections::HashMap<u32, (u32, ChoiceIx)> = std::collections::HashMap::new();
    let mut near = std::collections::VecDeque::from([start]);
    'search: while let Some(state) = near.pop_front() {
        for edge in graph.edges(state).iter().filter(|edge| inside.contains(&edge.to)) {
            if let std::collections::hash_map::Entry::Vacant(entry) = before.entry(edge.to) {
                entry.insert((state, graph.way(*edge).choice));
                near.push_back(edge.to);
            }
            if edge.to == start {
                break 'search;
            }
        }
    }
    let mut choices = Vec::new();
    let mut at = start;
    while let Some((state, choice)) = before.get(&at) {
        choices.push(*choice);
        at = *state;
        if at == start {
            break;
        }
    }
    choices.reverse();
    (start, choices)
}
