//! W030: a moment nobody comes to.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::{NodeIx, Target};

rule! {
    /// ## What it does
    /// Finds nodes that nothing on any way from the start leads to. What follows from such a node only is not reported again.
    ///
    /// ## Why
    /// It was written to be met. Usually a `goto` names another node, or an earlier version of the story.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/lost:
    ///   say: |
    ///     > Nobody is here.
    ///   end: postponed
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/lost:
    ///   say: |
    ///     > Nobody is here.
    ///   end: postponed
    /// nodes/bed/choices/push/goto: lost
    /// ```
    "W030", "unreachable-node", Warning,
    "no way leads to a node",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let lost: Vec<NodeIx> = cx
        .scenario
        .node_ids()
        .map(|(node, _)| node)
        .filter(|node| !cx.paths().drawn(*node))
        .collect();
    // First those that nothing lost leads to, then whatever goes round among itself.
    let led_to = |node: NodeIx| lost.iter().any(|from| *from != node && cx.paths().leads(*from, node));
    let (roots, rest): (Vec<NodeIx>, Vec<NodeIx>) = lost.iter().copied().partition(|node| !led_to(*node));
    let mut told = vec![false; cx.scenario.nodes.len()];
    for node in roots.into_iter().chain(rest) {
        if told[node.at()] {
            continue;
        }
        let reached = cx.paths().nodes_from(&[Target::Node(node)]);
        told.iter_mut()
            .zip(reached)
            .for_each(|(told, reached)| *told |= reached);
        let about = cx.scenario.node(node);
        findings.add(
            Subject::Node(node),
            about.span,
            format!("nothing leads to `{}`", about.id),
            |found| {
                found.help(format!(
                    "write `goto: {}` where it should follow, or take it out",
                    about.id
                ))
            },
        );
    }
}
