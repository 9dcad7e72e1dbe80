//! What a conversation owes: decisions that ought to be met, and what was never done.

use super::Judge;
use crate::content::fields::{Fields, doubles};
use crate::content::reading::list;
use crate::content::tree::{Data, Entry, Tree};
use crate::diag::{Diagnostic, Span, did_you_mean};
use crate::model::{AtEnd, Cond, Guard, Name, Owed, OwedIx};

impl Judge<'_> {
    pub(super) fn owed_items(&mut self, tree: &Tree) -> Vec<Owed> {
        let Data::Map(entries) = &tree.data else {
            self.reading.wrong_type(
                "owed",
                "owed items by their names",
                tree,
                "write `asks-her: {by: [at-the-bed], weight: 2}` below it",
            );
            return Vec::new();
        };
        doubles(entries, "owed item", &mut self.reading);
        self.owed = entries.iter().map(|entry| Name::from(&entry.key)).collect();
        entries.iter().filter_map(|entry| self.owed_item(entry)).collect()
    }

    pub(super) fn owed_item(&mut self, entry: &Entry) -> Option<Owed> {
        let what = format!("owed item `{}`", entry.key);
        let mut fields = Fields::open(&entry.value, what, entry.key_span, &mut self.reading)?;
        let mut by = Vec::new();
        if let Some(tree) = fields.need("by", &mut self.reading) {
            for item in self.reading.list("by", tree) {
                let Some(id) = self.reading.word("by", item) else {
                    continue;
                };
                by.extend(self.decision_node(id, item.span));
            }
        }
        let weight = self.weight(&mut fields);
        let applies = fields
            .take("applies")
            .map(|tree| (self.guard("applies", tree), tree.span));
        fields.close(&mut self.reading);
        if let Some((Some(guard), span)) = &applies {
            self.only_draws(guard, *span);
        }
        Some(Owed {
            id: Name::from(&entry.key),
            by,
            weight,
            applies: applies.and_then(|(guard, _)| guard),
            span: entry.key_span,
        })
    }

    /// What is owed may depend on what was drawn, never on what the learner did.
    pub(super) fn only_draws(&mut self, guard: &Guard, span: Span) {
        let mut sound = true;
        guard.cond.walk(&mut |cond| {
            sound &= match cond {
                Cond::Is { var, .. } => self
                    .scenario
                    .vars
                    .get(var.at())
                    .is_some_and(crate::model::Var::is_hidden),
                Cond::Const(_) | Cond::Not(_) | Cond::All(_) | Cond::Any(_) => true,
                _ => false,
            };
        });
        if !sound {
            self.reading.say(
                Diagnostic::error("E012", "`applies` may ask only what was drawn", span)
                    .label("this depends on what the learner does")
                    .help("compare hidden variables only: `applies: wants == to_know`"),
            );
        }
    }

    pub(super) fn at_end(&mut self, tree: &Tree) -> Vec<AtEnd> {
        let mut rules = Vec::new();
        for item in self.reading.list("at_end", tree) {
            let Some(mut fields) = Fields::open(item, "this item of `at_end`", item.span, &mut self.reading) else {
                continue;
            };
            let when = fields
                .need("when", &mut self.reading)
                .and_then(|tree| self.guard("when", tree));
            let errors = fields
                .need("errors", &mut self.reading)
                .map(|tree| self.errors(tree))
                .unwrap_or_default();
            let because = fields.take("because").and_then(|tree| self.words("because", tree));
            fields.close(&mut self.reading);
            if let Some(when) = when {
                rules.push(AtEnd {
                    when,
                    errors,
                    because,
                    span: item.span,
                });
            }
        }
        rules
    }

    pub(super) fn settled(&mut self, item: &Tree) -> Option<OwedIx> {
        let id = self.reading.word("settles", item)?;
        let found = self.owed.iter().position(|owed| owed == id);
        if found.is_none() {
            let known: Vec<String> = self.owed.iter().map(ToString::to_string).collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let fault = Diagnostic::error("E011", format!("unknown owed item `{id}`"), item.span);
            self.reading.say(match did_you_mean(id, known.iter().copied()) {
                Some(near) => {
                    fault
                        .help(format!("did you mean `{near}`?"))
                        .fix(format!("write `{near}`"), item.span, near)
                }
                None if known.is_empty() => fault.help("this key has no `owed` items"),
                None => fault.help(format!("owed are {}", list(&known))),
            });
        }
        found.map(OwedIx::new)
    }
}
