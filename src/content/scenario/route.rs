//! Where a node or choice leads: an id, or arms of which the first that holds wins.

use crate::content::draft::Draft;
use crate::content::fields::Fields;
use crate::content::reading::unknown;
use crate::content::tree::{Data, Tree};
use crate::diag::{Diagnostic, Span};
use crate::model::{Arm, Route, Target};

impl Draft<'_> {
    /// `way` is `goto` or `end`.
    pub(super) fn route(&mut self, way: &str, tree: &Tree) -> Option<Route> {
        match &tree.data {
            Data::Scalar(scalar) => {
                let to = self.target(way, &scalar.text, tree.span)?;
                Some(vec![Arm {
                    when: None,
                    to,
                    span: tree.span,
                }])
            }
            Data::Seq(items) => self.arms(way, tree, items),
            Data::Empty => {
                self.reading.empty(way, tree);
                None
            }
            _ => {
                let help = format!("write `{way}: id`, or `{way}: [{{when: …, to: id}}, {{to: id}}]`");
                self.reading.wrong_type(way, "an id or a list of arms", tree, &help);
                None
            }
        }
    }

    fn arms(&mut self, way: &str, tree: &Tree, items: &[Tree]) -> Option<Route> {
        let mut route = Vec::new();
        let mut sound = true;
        for (at, item) in items.iter().enumerate() {
            let last = at + 1 == items.len();
            match self.arm(way, item, last) {
                Some(arm) => route.push(arm),
                None => sound = false,
            }
        }
        if items.is_empty() {
            self.reading.say(
                Diagnostic::error("E019", format!("`{way}` has no arms"), tree.span).help(format!("write `{way}: id`")),
            );
            return None;
        }
        sound.then_some(route)
    }

    fn arm(&mut self, way: &str, item: &Tree, last: bool) -> Option<Arm> {
        if let Data::Scalar(scalar) = &item.data {
            self.reading.say(
                Diagnostic::error("E004", format!("an arm of `{way}` needs `when` and `to`"), item.span).help(format!(
                    "write `{{when: …, to: {0}}}`, or `{{to: {0}}}` for the last",
                    scalar.text
                )),
            );
            return None;
        }
        let mut fields = Fields::open(item, format!("this arm of `{way}`"), item.span, &mut self.reading)?;
        let when_tree = fields.take("when");
        let when = when_tree.map(|tree| self.guard(tree));
        let to = fields.need("to", &mut self.reading);
        let span = to.map_or(item.span, |tree| tree.span);
        let target = to.and_then(|tree| {
            let id = self.reading.word("to", tree)?;
            self.target(way, id, tree.span)
        });
        let has_when = fields.has("when");
        let when_span = fields.key_span("when");
        fields.close(&mut self.reading);
        if last && has_when {
            self.reading.say(
                Diagnostic::error(
                    "E019",
                    format!("the last arm of `{way}` has a `when`"),
                    when_span.unwrap_or(item.span),
                )
                .label("if this is false too, there is no way on")
                .help("add a last arm without `when`: `{to: id}`"),
            );
        } else if !last && !has_when {
            self.reading.say(
                Diagnostic::error(
                    "E019",
                    format!("this arm of `{way}` has no `when`, so those after it are never taken"),
                    span,
                )
                .label("always taken")
                .help("add a `when`, or move this arm to the end"),
            );
        }
        Some(Arm {
            when: when.flatten(),
            to: target?,
            span: item.span,
        })
    }

    fn target(&mut self, way: &str, id: &str, span: Span) -> Option<Target> {
        let (node, ending) = (self.scope.node(id), self.scope.ending(id));
        let found = if way == "goto" {
            node.map(Target::Node)
        } else {
            ending.map(Target::Ending)
        };
        if found.is_some() {
            return found;
        }
        let blind = if way == "goto" {
            self.scope.blind.nodes
        } else {
            self.scope.blind.endings
        };
        if blind {
            return None;
        }
        let fault = if way == "goto" {
            let known: Vec<&str> = self.scope.nodes.iter().map(|node| node.as_str()).collect();
            match ending {
                Some(_) => Diagnostic::error("E010", format!("unknown node `{id}`"), span)
                    .label("this is an ending")
                    .help(format!("write `end: {id}`")),
                None => unknown("E010", "node", id, span, known),
            }
        } else {
            let known: Vec<&str> = self.scope.endings.iter().map(|ending| ending.as_str()).collect();
            match node {
                Some(_) => Diagnostic::error("E010", format!("unknown ending `{id}`"), span)
                    .label("this is a node")
                    .help(format!("write `goto: {id}`")),
                None => unknown("E010", "ending", id, span, known),
            }
        };
        self.reading.say(fault);
        None
    }
}
