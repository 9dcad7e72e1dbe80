//! The branching of a scenario as a picture: cards for nodes, rows for choices, with ratings and probabilities.

mod cards;
mod dot;
mod layout;
mod mermaid;
mod outline;
mod svg;

use std::collections::HashMap;

use crate::explore::{Analysis, Owner};
use crate::model::{ChoiceIx, EndingIx, Key, NodeIx, Scenario, Target};

pub use dot::dot;
pub use mermaid::mermaid;
pub use outline::outline;
pub use svg::svg;

/// Where an edge leaves: a choice of a decision, or a node that goes on by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum From {
    Choice(ChoiceIx),
    Node(NodeIx),
}

/// How often each part is passed in one play at random: its probability, or more than 1 where it can be passed again. What is
/// missing is never reached.
#[derive(Clone, Debug, Default)]
pub struct Chances {
    pub nodes: HashMap<Target, f64>,
    pub edges: HashMap<(From, Target), f64>,
}

impl Chances {
    /// `None` where the analysis knows no probabilities: sampled, or lines can go on for ever.
    #[must_use]
    pub fn of(analysis: &Analysis) -> Option<Chances> {
        if !analysis.method.is_exact() || !analysis.ways.is_finite() {
            return None;
        }
        let nodes = analysis.nodes.iter().enumerate();
        let nodes = nodes.map(|(at, node)| (Target::Node(NodeIx::new(at)), node.visits));
        let endings = analysis.endings.iter().enumerate();
        let endings = endings.map(|(at, ending)| (Target::Ending(EndingIx::new(at)), ending.random));
        let edges = analysis.arrows.iter().map(|((owner, to), chance)| {
            let from = match owner {
                Owner::Node(node) => From::Node(*node),
                Owner::Choice(choice) => From::Choice(*choice),
            };
            ((from, *to), *chance)
        });
        Some(Chances {
            nodes: nodes.chain(endings).collect(),
            edges: edges.collect(),
        })
    }
}

/// What is drawn. Without a key there are no marks, without chances all lines are alike.
#[derive(Clone, Copy, Debug)]
pub struct Graph<'a> {
    pub scenario: &'a Scenario,
    pub key: Option<&'a Key>,
    pub chances: Option<&'a Chances>,
}

/// How a choice is rated, as a colour that colour-blind eyes can tell apart and a mark that needs no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    pub mark: &'static str,
    pub colour: &'static str,
    pub word: &'static str,
}

impl Graph<'_> {
    /// Nearest step of the rating scale; `None` where unrated.
    #[must_use]
    pub fn paint(&self, choice: ChoiceIx) -> Option<Paint> {
        let mean = self.key?.choice(self.scenario, choice)?.mean();
        let step = |mark, colour, word| Some(Paint { mark, colour, word });
        match mean {
            mean if mean >= 1.5 => step("++", "#0b6e4f", "would want"),
            mean if mean >= 0.5 => step("+", "#3f8f74", "defensible"),
            mean if mean > -0.5 => step("o", "#6b6b6b", "misses the chance"),
            mean if mean > -1.5 => step("-", "#b8690f", "sets back"),
            _ => step("--", "#a32020", "harms"),
        }
    }

    /// `None` when chances are unknown; 0 when the part is never reached.
    #[must_use]
    pub fn chance(&self, edge: (From, Target)) -> Option<f64> {
        self.chances
            .map(|chances| chances.edges.get(&edge).copied().unwrap_or(0.0))
    }

    #[must_use]
    pub fn reach(&self, target: Target) -> Option<f64> {
        self.chances
            .map(|chances| chances.nodes.get(&target).copied().unwrap_or(0.0))
    }

    /// Every edge once, in the order written.
    #[must_use]
    pub fn edges(&self) -> Vec<(From, Target)> {
        let mut edges = Vec::new();
        for (at, node) in self.scenario.node_ids() {
            if let crate::model::Then::Go(route) = &node.then {
                edges.extend(route.iter().map(|arm| (From::Node(at), arm.to)));
            }
            for choice in self.scenario.choices_of(at) {
                edges.extend(
                    self.scenario
                        .choice(choice)
                        .route
                        .iter()
                        .map(|arm| (From::Choice(choice), arm.to)),
                );
            }
        }
        let mut seen = std::collections::HashSet::new();
        edges.retain(|edge| seen.insert(*edge));
        edges
    }

    /// Id of a node or ending.
    #[must_use]
    pub fn name(&self, target: Target) -> &str {
        match target {
            Target::Node(node) => &self.scenario.node(node).id,
            Target::Ending(ending) => &self.scenario.ending(ending).id,
        }
    }

    /// The node an edge leaves.
    #[must_use]
    pub fn origin(&self, from: From) -> NodeIx {
        match from {
            From::Choice(choice) => self.scenario.choice(choice).node,
            From::Node(node) => node,
        }
    }
}

/// The first words of a text, at most `limit` characters, cut at a word.
fn brief(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let head: String = text.chars().take(limit).collect();
    let cut = head.rfind(' ').unwrap_or(head.len());
    format!("{}…", head[..cut].trim_end_matches([',', '.', ';', ':']))
}

/// How often something is met in one play, in words: a share, or how many times.
fn often(reach: f64) -> String {
    match reach {
        0.0 => "never".to_owned(),
        rare if rare < 0.005 => "< 1 %".to_owned(),
        share if share <= 1.005 => format!("{:.0} %", share * 100.0),
        times => format!("{times:.1} times"),
    }
}

/// For XML text and attributes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests;
