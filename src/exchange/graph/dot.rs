//! The branching for Graphviz.

use std::fmt::Write as _;

use super::{From, Graph};
use crate::model::{EndingIx, Target};

#[must_use]
pub fn dot(graph: &Graph) -> String {
    let scenario = graph.scenario;
    let mut out = format!(
        "digraph {} {{\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n",
        quote(&scenario.id)
    );
    for (at, node) in scenario.node_ids() {
        let dashed = if graph.reach(Target::Node(at)) == Some(0.0) {
            ", style=\"rounded,dashed\""
        } else {
            ""
        };
        let _ = writeln!(out, "  {} [label={}{dashed}];", quote(&node.id), quote(&node.id));
    }
    for (at, ending) in scenario.endings.iter().enumerate() {
        let dashed = if graph.reach(Target::Ending(EndingIx::new(at))) == Some(0.0) {
            ", style=dashed"
        } else {
            ""
        };
        let label = format!("{}\n{}", ending.id, scenario.raw(ending.title));
        let _ = writeln!(
            out,
            "  {} [shape=ellipse, label={}{dashed}];",
            quote(&format!("end:{}", ending.id)),
            quote(&label)
        );
    }
    for (from, to) in graph.edges() {
        let head = match to {
            Target::Node(_) => quote(graph.name(to)),
            Target::Ending(_) => quote(&format!("end:{}", graph.name(to))),
        };
        let mut about = Vec::new();
        if let From::Choice(choice) = from {
            let paint = graph.paint(choice);
            let mark = paint.map_or(String::new(), |paint| format!(" {}", paint.mark));
            about.push(format!(
                "label={}",
                quote(&format!("{}{mark}", scenario.choice(choice).id))
            ));
            about.extend(paint.map(|paint| format!("color={}", quote(paint.colour))));
        }
        match graph.chance((from, to)) {
            Some(0.0) => about.push("style=dashed".to_owned()),
            Some(chance) => about.push(format!("penwidth={:.1}", 1.0 + 6.0 * chance.min(1.0).sqrt())),
            None => {}
        }
        let _ = writeln!(
            out,
            "  {} -> {head} [{}];",
            quote(&scenario.node(graph.origin(from)).id),
            about.join(", ")
        );
    }
    out.push_str("}\n");
    out
}

fn quote(text: &str) -> String {
    format!(
        "\"{}\"",
        text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
    )
}
