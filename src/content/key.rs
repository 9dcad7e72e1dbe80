//! A panel's ratings of one scenario: `scoring/keys/<scenario>/<panel>.yaml`.

use super::expr;
use super::fields::{Fields, doubles};
use super::place::Place;
use super::reading::{Reading, list, unknown};
use super::scope::Scope;
use super::tree::{Data, Entry, Tree};
use crate::diag::{Diagnostic, Span, Spanned, did_you_mean};
use crate::model::{
    AtEnd, Basis, ChoiceIx, Cond, Cue, Differ, ErrorIx, Fingerprint, Guard, Key, KeyChoice, KeyDecision, KeyError,
    Name, NodeIx, Owed, OwedIx, Rating, Rubric, Scenario, SkillIx,
};

const MAX_WEIGHT: f64 = 10.0;

/// Ratings of choices that are not there leave a key usable: the rest still scores.
pub(super) const STRANGERS: &str = "S060";

pub(super) fn key<'a>(
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
        super::format(&mut fields, &mut self.reading);
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

    fn basis(&mut self, tree: &Tree) -> Option<Basis> {
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

    fn author(&mut self, tree: &Tree, head: Option<Span>) -> Option<Basis> {
        let mut fields = Fields::open(tree, "`author`", head.unwrap_or(tree.span), &mut self.reading)?;
        let status = fields
            .need("status", &mut self.reading)
            .and_then(|tree| self.words("status", tree));
        fields.close(&mut self.reading);
        Some(Basis::Author { status: status? })
    }

    fn panel(&mut self, tree: &Tree, head: Option<Span>) -> Option<Basis> {
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

    fn owed_items(&mut self, tree: &Tree) -> Vec<Owed> {
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

    fn owed_item(&mut self, entry: &Entry) -> Option<Owed> {
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
    fn only_draws(&mut self, guard: &Guard, span: Span) {
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

    /// A node of the scenario where the learner decides.
    fn decision_node(&mut self, id: &str, span: Span) -> Option<NodeIx> {
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

    fn decisions(&mut self, tree: &Tree) -> Vec<Option<KeyDecision>> {
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

    fn decision(&mut self, entry: &Entry, node: NodeIx) -> Option<KeyDecision> {
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
    fn rated(&mut self, node: NodeIx, node_id: &str, entry: &Entry) -> Option<(usize, ChoiceIx)> {
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

    fn fingerprint(&mut self, tree: &Tree) -> Option<Spanned<Fingerprint>> {
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

    fn tests(&mut self, tree: &Tree) -> Vec<SkillIx> {
        let mut skills = Vec::new();
        for item in self.reading.list("tests", tree) {
            let Some(id) = self.reading.word("tests", item) else {
                continue;
            };
            skills.extend(self.skill(id, item.span));
        }
        skills
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

    fn differ(&mut self, tree: &Tree) -> Option<Differ> {
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

    fn choice(&mut self, entry: &Entry, node: &str, choice: ChoiceIx) -> Option<KeyChoice> {
        let what = format!("the rating of `{node}/{}`", entry.key);
        let mut fields = Fields::open(&entry.value, what, entry.key_span, &mut self.reading)?;
        let because = fields.take("because");
        let rating = fields.exactly_one(&["rating", "ratings"], &mut self.reading);
        let ratings = match rating {
            Some(("rating", tree)) => self.single_rating(tree, because),
            Some((_, tree)) => self.ratings(tree, because),
            None => Vec::new(),
        };
        let shows = fields.take("shows").map(|tree| self.shows(tree)).unwrap_or_default();
        let errors = fields.take("errors").map(|tree| self.errors(tree)).unwrap_or_default();
        let mut repairs = Vec::new();
        if let Some(tree) = fields.take("repairs") {
            for item in self.reading.list("repairs", tree) {
                let Some(id) = self.reading.word("repairs", item) else {
                    continue;
                };
                repairs.extend(self.error(id, item.span));
            }
        }
        let mut settles = Vec::new();
        if let Some(tree) = fields.take("settles") {
            for item in self.reading.list("settles", tree) {
                settles.extend(self.settled(item));
            }
        }
        let cue = fields.take("cue").and_then(|tree| {
            let known = [
                ("EP", Cue::ExplicitProvides),
                ("ER", Cue::ExplicitReduces),
                ("NP", Cue::NonexplicitProvides),
                ("NR", Cue::NonexplicitReduces),
            ];
            self.reading.one_of("cue", tree, &known)
        });
        let of = fields.take("of").and_then(|tree| self.fingerprint(tree));
        fields.close(&mut self.reading);
        if ratings.is_empty() {
            return None;
        }
        Some(KeyChoice {
            choice,
            span: entry.key_span,
            ratings,
            shows,
            errors,
            repairs,
            settles,
            cue,
            of,
        })
    }

    /// Kept as written, in scale or not: a check says so.
    fn value(&mut self, tree: &Tree) -> Option<i32> {
        let value = self
            .reading
            .whole_number("rating", tree, i64::from(i32::MIN), i64::from(i32::MAX))?;
        i32::try_from(value).ok()
    }

    fn single_rating(&mut self, tree: &Tree, because: Option<&Tree>) -> Vec<Rating> {
        let because = because.and_then(|tree| self.words("because", tree));
        let value = self.value(tree);
        let rating = value.map(|value| Rating {
            rater: None,
            value,
            because,
            span: tree.span,
        });
        rating.into_iter().collect()
    }

    fn ratings(&mut self, tree: &Tree, because: Option<&Tree>) -> Vec<Rating> {
        if !matches!(tree.data, Data::Map(_)) {
            self.reading
                .wrong_type("ratings", "ratings by rater", tree, "write `ratings: {r01: 2, r02: 1}`");
        }
        doubles(tree.entries(), "rater", &mut self.reading);
        let mut ratings = Vec::new();
        for entry in tree.entries() {
            let reason = because
                .and_then(|reasons| reasons.get(&entry.key))
                .and_then(|tree| self.words("because", tree));
            if let Some(value) = self.value(&entry.value) {
                ratings.push(Rating {
                    rater: Some(Name::from(&entry.key)),
                    value,
                    because: reason,
                    span: entry.value.span,
                });
            }
        }
        if ratings.is_empty() && tree.entries().is_empty() {
            self.reading.empty("ratings", tree);
        }
        if let Some(reasons) = because {
            for reason in reasons.entries() {
                if !tree.entries().iter().any(|entry| entry.key == reason.key) {
                    let known: Vec<&str> = tree.entries().iter().map(|entry| entry.key.as_str()).collect();
                    self.reading.unknown("rater", &reason.key, reason.key_span, known);
                }
            }
        }
        ratings
    }

    fn shows(&mut self, tree: &Tree) -> Vec<(SkillIx, u8)> {
        if !matches!(tree.data, Data::Map(_)) {
            self.reading
                .wrong_type("shows", "levels by skill", tree, "write `shows: {A3: 4, C1: 2}`");
        }
        doubles(tree.entries(), "skill", &mut self.reading);
        let mut shows = Vec::new();
        for entry in tree.entries() {
            let skill = self.skill(&entry.key, entry.key_span);
            let level = self.reading.whole_number(&entry.key, &entry.value, 0, 4);
            if let (Some(skill), Some(level)) = (skill, level.and_then(|level| u8::try_from(level).ok())) {
                shows.push((skill, level));
            }
        }
        shows
    }

    fn errors(&mut self, tree: &Tree) -> Vec<KeyError> {
        let items = self.reading.list("errors", tree);
        items.iter().filter_map(|item| self.key_error(item)).collect()
    }

    fn key_error(&mut self, item: &Tree) -> Option<KeyError> {
        if let Data::Scalar(scalar) = &item.data {
            return Some(KeyError {
                error: self.error(&scalar.text, item.span)?,
                severity: None,
                because: None,
                span: item.span,
            });
        }
        let mut fields = Fields::open(item, "this error", item.span, &mut self.reading)?;
        let id = fields.need("id", &mut self.reading).and_then(|tree| {
            let id = self.reading.word("id", tree)?;
            self.error(id, tree.span)
        });
        let severity = fields
            .take("severity")
            .and_then(|tree| super::rubric::level("severity", tree, &mut self.reading));
        let because = fields.take("because").and_then(|tree| self.words("because", tree));
        fields.close(&mut self.reading);
        Some(KeyError {
            error: id?,
            severity,
            because,
            span: item.span,
        })
    }

    fn settled(&mut self, item: &Tree) -> Option<OwedIx> {
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

    fn at_end(&mut self, tree: &Tree) -> Vec<AtEnd> {
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
}
