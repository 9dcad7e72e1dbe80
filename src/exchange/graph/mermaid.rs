//! The branching for Mermaid, which many wikis and code hosts draw by themselves.

use std::fmt::Write as _;

use super::{From, Graph};
use crate::model::Target;

#[must_use]
pub fn mermaid(graph: &Graph) -> String {
    let scenario = graph.scenario;
    let mut out = String::from("flowchart LR\n");
    for (_, node) in scenario.node_ids() {
        let _ = writeln!(out, "  n_{}[\"{}\"]", plain(&node.id), node.id);
    }
    for ending in &scenario.endings {
        let _ = writeln!(
            out,
            "  e_{}([\"{}\"])",
            plain(&ending.id),
            label(scenario.raw(ending.title))
        );
    }
    let mut styles = String::new();
    for (at, (from, to)) in graph.edges().into_iter().enumerate() {
        let tail = plain(&scenario.node(graph.origin(from)).id);
        let head = match to {
            Target::Node(_) => format!("n_{}", plain(graph.name(to))),
            Target::Ending(_) => format!("e_{}", plain(graph.name(to))),
        };
        let chance = graph.chance((from, to));
        let arrow = if chance == Some(0.0) { "-.->" } else { "-->" };
        let (text, colour) = match from {
            From::Choice(choice) => {
                let paint = graph.paint(choice);
                let mark = paint.map_or("", |paint| paint.mark);
                (
                    format!("|\"{} {mark}\"|", scenario.choice(choice).id),
                    paint.map(|paint| paint.colour),
                )
            }
            From::Node(_) => (String::new(), None),
        };
        let _ = writeln!(out, "  n_{tail} {arrow}{text} {head}");
        let width = 1.0 + 5.0 * chance.unwrap_or(0.1).sqrt();
        let colour = colour.unwrap_or("#555555");
        let _ = writeln!(styles, "  linkStyle {at} stroke:{colour},stroke-width:{width:.1}px");
    }
    out + &styles
}

/// Mermaid ids take no hyphens.
fn plain(id: &str) -> String {
    id.replace('-', "_")
}

fn label(text: &str) -> String {
    text.replace('"', "#quot;")
}
