//! Whose judgement the ratings are.

use super::Judge;
use crate::content::fields::{Fields, doubles};
use crate::content::tree::{Data, Tree};
use crate::diag::Span;
use crate::model::{Basis, Name};

impl Judge<'_> {
    pub(super) fn basis(&mut self, tree: &Tree) -> Option<Basis> {
        let mut fields = Fields::open(tree, "`basis`", tree.span, &mut self.reading)?;
        let way = fields.exactly_one(&["author", "panel"], &mut self.reading);
        let basis = match way {
            Some(("author", tree)) => self.author(tree, fields.key_span("author")),
            Some((_, tree)) => self.panel(tree, fields.key_span("panel")),
            None => None,
        };
        fields.close(&mut self.reading);
        basis
    }

    pub(super) fn author(&mut self, tree: &Tree, head: Option<Span>) -> Option<Basis> {
        let mut fields = Fields::open(tree, "`author`", head.unwrap_or(tree.span), &mut self.reading)?;
        let status = fields
            .need("status", &mut self.reading)
            .and_then(|tree| self.words("status", tree));
        fields.close(&mut self.reading);
        Some(Basis::Author { status: status? })
    }

    pub(super) fn panel(&mut self, tree: &Tree, head: Option<Span>) -> Option<Basis> {
        let mut fields = Fields::open(tree, "`panel`", head.unwrap_or(tree.span), &mut self.reading)?;
        let raters = fields.need("raters", &mut self.reading);
        let mut known = Vec::new();
        if let Some(raters) = raters {
            if !matches!(raters.data, Data::Map(_)) {
                self.reading.wrong_type(
                    "raters",
                    "raters by their ids",
                    raters,
                    "write `raters: {r01: {profession: nurse}}`",
                );
            }
            doubles(raters.entries(), "rater", &mut self.reading);
            for entry in raters.entries() {
                let what = format!("rater `{}`", entry.key);
                let Some(mut fields) = Fields::open(&entry.value, what, entry.key_span, &mut self.reading) else {
                    continue;
                };
                let profession = fields
                    .need("profession", &mut self.reading)
                    .and_then(|tree| self.words("profession", tree));
                fields.close(&mut self.reading);
                known.push((Name::from(&entry.key), profession.unwrap_or_default()));
            }
        }
        let date = fields.take("date").and_then(|tree| self.reading.date("date", tree));
        let synthetic = fields
            .take("synthetic")
            .and_then(|tree| self.reading.truth("synthetic", tree))
            .unwrap_or(false);
        fields.close(&mut self.reading);
        Some(Basis::Panel {
            raters: known,
            date,
            synthetic,
        })
    }
}
