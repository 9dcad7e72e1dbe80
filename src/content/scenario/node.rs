//! Moments: what is said, then choices, a way on, or an end.

use crate::content::draft::Draft;
use crate::content::fields::{Fields, doubles, gather};
use crate::content::names::{Shape, id};
use crate::content::tree::{Data, Entry, Tree};
use crate::diag::{Diagnostic, Span};
use crate::model::{Choice, ChoiceIx, Drill, Expert, Facilitate, Node, NodeIx, SECTIONS, Scene, Then};

const FIELDS: [&str; 11] = [
    "scene",
    "say",
    "on_enter",
    "hint",
    "expert",
    "turn",
    "facilitate",
    "drill",
    "choices",
    "goto",
    "end",
];

impl Draft<'_> {
    pub(super) fn nodes(&mut self, tree: &Tree) -> (Vec<Node>, Vec<Choice>) {
        let (mut nodes, mut choices) = (Vec::new(), Vec::new());
        let Data::Map(entries) = &tree.data else {
            self.reading.wrong_type(
                "nodes",
                "nodes by their ids",
                tree,
                "write `hall:` on a line of its own, and its fields below it, further in",
            );
            return (nodes, choices);
        };
        doubles(entries, "node", &mut self.reading);
        for (entry, lost) in gather(entries, "node", &FIELDS, &mut self.reading) {
            if self.reading.is_full() {
                break;
            }
            // A node that cannot be read makes the scenario faulty, so numbers need not match then.
            nodes.extend(self.node(entry, &lost, NodeIx::new(nodes.len()), &mut choices));
        }
        (nodes, choices)
    }

    fn node<'t>(&mut self, entry: &'t Entry, lost: &[&'t str], at: NodeIx, choices: &mut Vec<Choice>) -> Option<Node> {
        let own_id = id(&mut self.reading, "node", &entry.key, entry.key_span, Shape::Dashed);
        if SECTIONS.contains(&entry.key.as_str()) {
            self.reading.say(
                Diagnostic::error(
                    "E007",
                    format!("a node cannot be called `{}`", entry.key),
                    entry.key_span,
                )
                .label("this is the name of a section")
                .help("choose another id"),
            );
        }
        let what = format!("node `{}`", entry.key);
        let fields = Fields::open(&entry.value, what, entry.key_span, &mut self.reading)?;
        let mut fields = fields.found_elsewhere(lost);
        let place = entry.key.as_str();
        let scene = fields.take("scene").and_then(|tree| self.scene(tree, place));
        let say = fields
            .take("say")
            .map(|tree| self.script("say", tree, &format!("{place}/say")))
            .unwrap_or_default();
        let on_enter = fields
            .take("on_enter")
            .map(|tree| self.effects("on_enter", tree))
            .unwrap_or_default();
        let hint = self.maybe_text(&mut fields, "hint", format!("{place}/hint"));
        let expert = fields
            .take("expert")
            .and_then(|tree| self.expert(tree, place, fields.key_span("expert")));
        let turn = self.maybe_text(&mut fields, "turn", format!("{place}/turn"));
        let facilitate = fields
            .take("facilitate")
            .and_then(|tree| self.facilitate(tree, place, fields.key_span("facilitate")));
        let drill = fields
            .take("drill")
            .and_then(|tree| self.drill(tree, place, fields.key_span("drill")));
        let then = match fields.exactly_one(&["choices", "goto", "end"], &mut self.reading) {
            Some(("choices", tree)) => self.decision(tree, place, at, choices),
            Some((way, tree)) => self.route(way, tree).map(Then::Go),
            None => None,
        };
        fields.close(&mut self.reading);
        Some(Node {
            id: own_id,
            span: entry.key_span,
            scene,
            say,
            on_enter,
            hint,
            expert,
            turn,
            facilitate,
            drill,
            then: then?,
        })
    }

    fn decision(&mut self, tree: &Tree, place: &str, at: NodeIx, choices: &mut Vec<Choice>) -> Option<Then> {
        let Data::Map(entries) = &tree.data else {
            self.reading.wrong_type(
                "choices",
                "choices by their ids",
                tree,
                "write `ask-her:` on a line of its own, and its fields below it, further in",
            );
            return None;
        };
        doubles(entries, "choice", &mut self.reading);
        let first = ChoiceIx::new(choices.len());
        for (entry, lost) in gather(entries, "choice", &super::choice::FIELDS, &mut self.reading) {
            if self.reading.is_full() {
                break;
            }
            choices.extend(self.choice(entry, &lost, place, at));
        }
        if entries.is_empty() {
            self.reading.say(
                Diagnostic::error(
                    "E019",
                    format!("node `{place}` has no choices under `choices`"),
                    tree.span,
                )
                .help("add choices, or write `goto: node` instead"),
            );
        }
        Some(Then::Decision {
            first,
            count: u32::try_from(choices.len() - first.at()).ok()?,
        })
    }

    fn scene(&mut self, tree: &Tree, place: &str) -> Option<Scene> {
        let mut fields = Fields::open(tree, format!("`scene` of `{place}`"), tree.span, &mut self.reading)?;
        let when = self.maybe_text(&mut fields, "when", format!("{place}/scene/when"));
        let at = self.maybe_text(&mut fields, "where", format!("{place}/scene/where"));
        fields.close(&mut self.reading);
        Some(Scene { when, place: at })
    }

    fn expert(&mut self, tree: &Tree, place: &str, head: Option<Span>) -> Option<Expert> {
        let mut fields = Fields::open(
            tree,
            format!("`expert` of `{place}`"),
            head.unwrap_or(tree.span),
            &mut self.reading,
        )?;
        let noticed = self.maybe_text(&mut fields, "noticed", format!("{place}/expert/noticed"));
        let says = self.maybe_text(&mut fields, "says", format!("{place}/expert/says"));
        let why = self.maybe_text(&mut fields, "why", format!("{place}/expert/why"));
        fields.close(&mut self.reading);
        Some(Expert { noticed, says, why })
    }

    fn facilitate(&mut self, tree: &Tree, place: &str, head: Option<Span>) -> Option<Facilitate> {
        let mut fields = Fields::open(
            tree,
            format!("`facilitate` of `{place}`"),
            head.unwrap_or(tree.span),
            &mut self.reading,
        )?;
        let ask = fields
            .take("ask")
            .map(|tree| self.texts_of("ask", tree, &format!("{place}/facilitate/ask")))
            .unwrap_or_default();
        let listen_for = self.maybe_text(&mut fields, "listen_for", format!("{place}/facilitate/listen-for"));
        let minutes = fields
            .take("minutes")
            .and_then(|tree| self.reading.whole_number("minutes", tree, 1, 600));
        fields.close(&mut self.reading);
        Some(Facilitate {
            ask,
            listen_for,
            minutes: minutes.and_then(|minutes| u16::try_from(minutes).ok()),
        })
    }

    fn drill(&mut self, tree: &Tree, place: &str, head: Option<Span>) -> Option<Drill> {
        let mut fields = Fields::open(
            tree,
            format!("`drill` of `{place}`"),
            head.unwrap_or(tree.span),
            &mut self.reading,
        )?;
        let context = self.need_text(&mut fields, "context", format!("{place}/drill"));
        fields.close(&mut self.reading);
        Some(Drill { context })
    }
}
