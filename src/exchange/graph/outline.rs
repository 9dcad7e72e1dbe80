//! The branching in words, one line a way: what a picture cannot say to everyone.

use std::fmt::Write as _;

use super::{From, Graph, often};
use crate::model::Target;

/// A line for each node and ending, with its ways on.
#[must_use]
pub fn outline(graph: &Graph) -> String {
    let scenario = graph.scenario;
    let mut out = String::new();
    let edges = graph.edges();
    for (at, node) in scenario.node_ids() {
        let reach = graph
            .reach(Target::Node(at))
            .map_or(String::new(), |reach| format!(" ({})", often(reach)));
        let _ = writeln!(out, "{}{reach}", node.id);
        for (from, to) in edges.iter().filter(|(from, _)| graph.origin(*from) == at) {
            let name = match from {
                From::Choice(choice) => {
                    let rated = graph
                        .paint(*choice)
                        .map_or(String::new(), |paint| format!(" [{}]", paint.word));
                    format!("{}{rated}", scenario.choice(*choice).id)
                }
                From::Node(_) => "goes on".to_owned(),
            };
            let never = if graph.chance((*from, *to)) == Some(0.0) {
                ", never reached"
            } else {
                ""
            };
            let kind = if matches!(to, Target::Ending(_)) { "ending " } else { "" };
            let _ = writeln!(out, "  {name} -> {kind}{}{never}", graph.name(*to));
        }
    }
    out
}
