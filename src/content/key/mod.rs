//! A panel's ratings of one scenario: `scoring/keys/<scenario>/<panel>.yaml`.

mod basis;
mod decision;
mod owed;
mod rating;

use crate::content::expr;
use crate::content::fields::Fields;
use crate::content::place::Place;
use crate::content::reading::{Reading, unknown};
use crate::content::scope::Scope;
use crate::content::tree::{Data, Tree};
use crate::diag::{Diagnostic, Span, Spanned};
use crate::model::{ErrorIx, Guard, Key, Name, Rubric, Scenario, SkillIx};

const MAX_WEIGHT: f64 = 10.0;

/// Ratings of choices that are not there leave a key usable: the rest still scores.
pub(in crate::content) const STRANGERS: &str = "S060";

pub(in crate::content) fn key<'a>(
    tree: &Tree,
    mut reading: Reading<'a>,
    scenario: &'a Scenario,
    rubric: &'a Rubric,
) -> (Option<Key>, Reading<'a>) {
    let top = reading.top();
    let Some(fields) = Fields::open(tree, "this key", top, &mut reading) else {
        return (None, reading);
    };
    let mut judge = Judge {
        reading,
        scope: Scope::of(scenario),
        scenario,
        rubric,
        owed: Vec::new(),
        orphans: Vec::new(),
    };
    let key = judge.key(fields, tree.span);
    (key, judge.reading)
}

struct Judge<'a> {
    reading: Reading<'a>,
    scope: Scope,
    scenario: &'a Scenario,
    rubric: &'a Rubric,
    /// Names of owed items, before their details are read.
    owed: Vec<Name>,
    orphans: Vec<Spanned<String>>,
}

impl Judge<'_> {
    fn key(&mut self, mut fields: Fields<'_>, span: Span) -> Option<Key> {
        crate::content::format(&mut fields, &mut self.reading);
        let scenario = fields
            .need("scenario", &mut self.reading)
            .and_then(|tree| self.own_scenario(tree));
        let version = fields
            .need("scenario_version", &mut self.reading)
            .and_then(|tree| self.version(tree));
        let panel = fields
            .need("panel", &mut self.reading)
            .and_then(|tree| self.reading.word("panel", tree));
        let basis = fields
            .need("basis", &mut self.reading)
            .and_then(|tree| self.basis(tree));
        let owed = fields
            .take("owed")
            .map(|tree| self.owed_items(tree))
            .unwrap_or_default();
        let decisions = fields
            .need("decisions", &mut self.reading)
            .map(|tree| self.decisions(tree));
        let at_end = fields.take("at_end").map(|tree| self.at_end(tree)).unwrap_or_default();
        fields.close(&mut self.reading);
        Some(Key {
            scenario: scenario?,
            scenario_version: version?,
            panel: Name::from(panel?),
            span,
            basis: basis?,
            owed,
            decisions: decisions?,
            at_end,
            orphans: std::mem::take(&mut self.orphans),
        })
    }

    fn own_scenario(&mut self, tree: &Tree) -> Option<Name> {
        let id = self.reading.word("scenario", tree)?;
        if self.scenario.id != id {
            self.reading.say(
                Diagnostic::error(
                    "S061",
                    format!("this key rates `{id}`, and lies with `{}`", self.scenario.id),
                    tree.span,
                )
                .label("another scenario")
                .help(format!(
                    "move the file to `scoring/keys/{id}/`, or write `scenario: {}`",
                    self.scenario.id
                )),
            );
            return None;
        }
        Some(Name::from(id))
    }

    fn version(&mut self, tree: &Tree) -> Option<u32> {
        let version = self
            .reading
            .whole_number("scenario_version", tree, 1, i64::from(u32::MAX))?;
        let version = u32::try_from(version).ok()?;
        if version != self.scenario.version {
            self.reading.say(
                Diagnostic::error(
                    "S061",
                    format!(
                        "this key rates version {version}, and the scenario is version {}",
                        self.scenario.version
                    ),
                    tree.span,
                )
                .label("another version")
                .help("look at what changed, then run `bedside key sync`"),
            );
        }
        Some(version)
    }

    fn words(&mut self, name: &str, tree: &Tree) -> Option<String> {
        self.reading
            .prose(name, tree)
            .map(|scalar| scalar.text.trim_end().to_owned())
    }

    fn weight(&mut self, fields: &mut Fields<'_>) -> f64 {
        let weight = fields
            .take("weight")
            .and_then(|tree| self.reading.number("weight", tree, 0.0, MAX_WEIGHT));
        weight.unwrap_or(1.0)
    }

    fn guard(&mut self, name: &str, tree: &Tree) -> Option<Guard> {
        let Data::Scalar(scalar) = &tree.data else {
            self.reading.wrong_type(name, "a condition", tree, "");
            return None;
        };
        let place = Place::of(scalar, tree.span, self.reading.text);
        let mut faults = Vec::new();
        let cond = expr::condition(&scalar.text, &self.scope, &mut faults);
        for fault in faults {
            self.reading.say(fault.placed(&place));
        }
        Some(Guard {
            cond: cond?,
            span: place.span(0..scalar.text.trim_end().len()),
        })
    }

    fn skill(&mut self, id: &str, span: Span) -> Option<SkillIx> {
        let found = self.rubric.skill(id);
        if found.is_none() {
            let known: Vec<&str> = self.rubric.skills.iter().map(|skill| skill.id.as_str()).collect();
            self.reading.say(unknown("S062", "skill", id, span, known));
        }
        found
    }

    fn error(&mut self, id: &str, span: Span) -> Option<ErrorIx> {
        let found = self.rubric.error(id);
        if found.is_none() {
            let known: Vec<&str> = self.rubric.errors.iter().map(|error| error.id.as_str()).collect();
            self.reading.say(unknown("S062", "error", id, span, known));
        }
        found
    }
}
