//! The cards of the picture: one for each node and ending, with a row for each choice.

use super::{From, Graph, brief};
use crate::model::{Act, EndingIx, EndingKind, Node, Target, TextId, Then, Wording};

/// One box of the picture; sizes in pixels.
#[derive(Clone, Debug)]
pub(super) struct Card {
    pub(super) target: Target,
    pub(super) title: String,
    pub(super) note: String,
    pub(super) rows: Vec<Row>,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Decision,
    /// Goes on by itself.
    Passage,
    Ending(EndingKind),
}

/// Where edges leave a card.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) from: From,
    pub(super) label: String,
    pub(super) words: String,
}

pub(super) const WIDTH: f64 = 268.0;
pub(super) const HEAD: f64 = 42.0;
pub(super) const ROW: f64 = 34.0;

impl Card {
    pub(super) fn height(&self) -> f64 {
        HEAD + ROW * self.rows.len() as f64 + if self.rows.is_empty() { 0.0 } else { 6.0 }
    }

    /// Where edges come in, from the top of the card.
    pub(super) fn door(&self) -> f64 {
        HEAD / 2.0
    }

    /// Middle of a row, from the top of the card; a card without rows is left at its head.
    pub(super) fn port(&self, from: From) -> f64 {
        let row = self.rows.iter().position(|row| row.from == from);
        row.map_or(HEAD / 2.0, |row| HEAD + ROW * (row as f64 + 0.5))
    }
}

/// The first words said or told at a node, where no scene names the place.
fn first_words(node: &Node) -> Option<TextId> {
    node.say.iter().find_map(|line| match &line.words {
        Wording::One(text) => Some(*text),
        Wording::OneOf(texts) => texts.first().copied(),
        Wording::None => None,
    })
}

/// Nodes in the order written, then endings.
pub(super) fn cards(graph: &Graph) -> Vec<Card> {
    let scenario = graph.scenario;
    let nodes = scenario.node_ids().map(|(at, node)| {
        let rows = scenario.choices_of(at).map(|choice| {
            let about = scenario.choice(choice);
            let words = scenario.raw(about.text);
            let words = match about.act {
                Act::Say => format!("“{}”", brief(words, 34)),
                Act::Do => format!("({})", brief(words, 34)),
                Act::Write => format!("[{}]", brief(words, 34)),
            };
            Row {
                from: From::Choice(choice),
                label: about.id.to_string(),
                words,
            }
        });
        let place = node.scene.and_then(|scene| scene.place.or(scene.when));
        Card {
            target: Target::Node(at),
            title: node.id.to_string(),
            note: place
                .or_else(|| first_words(node))
                .map_or(String::new(), |text| brief(scenario.raw(text), 40)),
            rows: rows.collect(),
            kind: if matches!(node.then, Then::Go(_)) {
                Kind::Passage
            } else {
                Kind::Decision
            },
        }
    });
    let endings = scenario.endings.iter().enumerate().map(|(at, ending)| Card {
        target: Target::Ending(EndingIx::new(at)),
        title: ending.id.to_string(),
        note: brief(scenario.raw(ending.title), 40),
        rows: Vec::new(),
        kind: Kind::Ending(ending.kind),
    });
    nodes.chain(endings).collect()
}
