//! One decision of a key.

use super::{Judge, STRANGERS};
use crate::content::fields::{Fields, doubles};
use crate::content::reading::unknown;
use crate::content::tree::{Data, Entry, Tree};
use crate::diag::{Diagnostic, Span, Spanned};
use crate::model::{ChoiceIx, Differ, Fingerprint, KeyDecision, NodeIx, SkillIx};

impl Judge<'_> {
    /// A node of the scenario where the learner decides.
    pub(super) fn decision_node(&mut self, id: &str, span: Span) -> Option<NodeIx> {
        let node = self.scope.node(id);
        match node {
            Some(node) if self.scenario.choices_of(node).next().is_some() => Some(node),
            Some(_) => {
                self.reading.say(
                    Diagnostic::error(STRANGERS, format!("node `{id}` is no decision"), span)
                        .label("nothing is chosen there")
                        .help("take it out of the key"),
                );
                None
            }
            None => {
                let decisions = self.scenario.decisions().map(|at| self.scenario.node(at).id.as_str());
                let decisions: Vec<&str> = decisions.collect();
                let fault = unknown(STRANGERS, "decision", id, span, decisions);
                self.reading
                    .say(fault.label(format!("`{}` has no such node", self.scenario.id)));
                None
            }
        }
    }

    pub(super) fn decisions(&mut self, tree: &Tree) -> Vec<Option<KeyDecision>> {
        let mut decisions = vec![None; self.scenario.nodes.len()];
        let Data::Map(entries) = &tree.data else {
            self.reading
                .wrong_type("decisions", "decisions by the ids of their nodes", tree, "");
            return decisions;
        };
        doubles(entries, "decision", &mut self.reading);
        for entry in entries {
            if self.reading.is_full() {
                break;
            }
            let Some(node) = self.decision_node(&entry.key, entry.key_span) else {
                self.orphans.push(Spanned::new(entry.key.clone(), entry.key_span));
                continue;
            };
            let decision = self.decision(entry, node);
            if let Some(slot) = decisions.get_mut(node.at()) {
                *slot = decision;
            }
        }
        decisions
    }

    pub(super) fn decision(&mut self, entry: &Entry, node: NodeIx) -> Option<KeyDecision> {
        let what = format!("decision `{}`", entry.key);
        let mut fields = Fields::open(&entry.value, what, entry.key_span, &mut self.reading)?;
        let of = fields.take("of").and_then(|tree| self.fingerprint(tree));
        let weight = self.weight(&mut fields);
        let tests = fields
            .need("tests", &mut self.reading)
            .map(|tree| self.tests(tree))
            .unwrap_or_default();
        let experts_differ = fields.take("experts_differ").and_then(|tree| self.differ(tree));
        let count = fields
            .take("count")
            .and_then(|tree| self.reading.one_of("count", tree, &[("each", true), ("first", false)]));
        let count_choices = self.scenario.choices_of(node).count();
        let mut choices = vec![None; count_choices];
        if let Some(tree) = fields.need("choices", &mut self.reading) {
            if !matches!(tree.data, Data::Map(_)) {
                self.reading
                    .wrong_type("choices", "ratings by the ids of the choices", tree, "");
            }
            doubles(tree.entries(), "choice", &mut self.reading);
            for choice in tree.entries() {
                let Some((at, index)) = self.rated(node, &entry.key, choice) else {
                    continue;
                };
                let rated = self.choice(choice, &entry.key, index);
                if let Some(slot) = choices.get_mut(at) {
                    *slot = rated;
                }
            }
        }
        fields.close(&mut self.reading);
        Some(KeyDecision {
            node,
            span: entry.key_span,
            of,
            weight,
            tests,
            experts_differ,
            count_each: count.unwrap_or(false),
            choices,
        })
    }

    /// Position within the node, and index.
    pub(super) fn rated(&mut self, node: NodeIx, node_id: &str, entry: &Entry) -> Option<(usize, ChoiceIx)> {
        let found = self
            .scenario
            .choices_of(node)
            .enumerate()
            .find(|(_, choice)| self.scenario.choice(*choice).id == entry.key.as_str());
        if found.is_none() {
            let known: Vec<String> = self
                .scenario
                .choices_of(node)
                .map(|choice| self.scenario.choice(choice).id.to_string())
                .collect();
            let mut fault = unknown(
                STRANGERS,
                "choice",
                &entry.key,
                entry.key_span,
                known.iter().map(String::as_str),
            );
            fault.message = format!("`{node_id}` has no choice `{}`", entry.key);
            self.reading
                .say(fault.label("the scenario has no such choice, so this rating counts for nothing"));
            self.orphans
                .push(Spanned::new(format!("{node_id}/{}", entry.key), entry.key_span));
        }
        found
    }

    pub(super) fn fingerprint(&mut self, tree: &Tree) -> Option<Spanned<Fingerprint>> {
        let word = self.reading.word("of", tree)?;
        match Fingerprint::parse(word) {
            Some(print) => Some(Spanned::new(print, tree.span)),
            None => {
                self.reading.say(
                    Diagnostic::error("E004", "`of` should be a fingerprint", tree.span)
                        .label("expected `t-` and 8 hex digits")
                        .help("take the line out, and run `bedside key sync` to have it written"),
                );
                None
            }
        }
    }

    pub(super) fn tests(&mut self, tree: &Tree) -> Vec<SkillIx> {
        let mut skills = Vec::new();
        for item in self.reading.list("tests", tree) {
            let Some(id) = self.reading.word("tests", item) else {
                continue;
            };
            skills.extend(self.skill(id, item.span));
        }
        skills
    }

    pub(super) fn differ(&mut self, tree: &Tree) -> Option<Differ> {
        let mut fields = Fields::open(tree, "`experts_differ`", tree.span, &mut self.reading)?;
        let one_side = fields
            .need("one_side", &mut self.reading)
            .and_then(|tree| self.words("one_side", tree));
        let other_side = fields
            .need("other_side", &mut self.reading)
            .and_then(|tree| self.words("other_side", tree));
        fields.close(&mut self.reading);
        Some(Differ {
            one_side: one_side?,
            other_side: other_side?,
        })
    }
}
