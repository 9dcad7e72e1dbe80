//! Names in conditions: questions such as `visited(node)`, and what is said about names that do not exist.

use std::ops::Range;

use super::Fault;
use super::check::Check;
use crate::content::reading::{either, list};
use crate::content::scope::Kind;
use crate::diag::did_you_mean;
use crate::model::{Cond, Name, NodeIx, Secret};

impl Check<'_> {
    pub(super) fn unknown_variable<T>(&mut self, word: &str, at: &Range<usize>) -> Option<T> {
        if self.scope.blind.vars {
            return None;
        }
        let mut fault = Fault::new("E011", format!("unknown variable `{word}`"), at.clone());
        let vars = self.scope.vars.iter().map(|var| var.id.as_str());
        let owner = self.scope.vars.iter().find(|var| match &var.kind {
            Kind::Enum(values) | Kind::Hidden(values) => values.iter().any(|value| value == word),
            _ => false,
        });
        if let Some(near) = did_you_mean(word, vars.clone()) {
            fault = fault.help(format!("did you mean `{near}`?")).replace(near);
        } else if let Some(owner) = owner {
            fault = fault.help(format!("`{word}` is a value of `{0}`: write `{0} == {word}`", owner.id));
        } else if let Some(whole) = vars
            .clone()
            .find(|id| id.strip_prefix(word).is_some_and(|rest| rest.starts_with('_')))
        {
            fault = fault.help(format!("`-` is minus here; the variable is `{whole}`"));
        } else if self.scope.node(word).is_some() {
            fault = fault.help(format!("`{word}` is a node: write `visited({word})`"));
        } else if self.scope.person(word).is_some() {
            fault = fault.help(format!("`{word}` is a person: write `present({word})`"));
        } else if self.scope.fact(word).is_some() {
            fault = fault.help(format!("`{word}` is a fact: write `revealed({word})`"));
        } else if vars.clone().count() == 0 {
            fault = fault.help("this scenario has no variables; declare it under `vars`");
        } else {
            let names: Vec<&str> = vars.take(10).collect();
            fault = fault.help(format!("declare it under `vars`; there are {}", list(&names)));
        }
        self.fail(fault)
    }

    pub(super) fn question(
        &mut self,
        name: &str,
        name_at: &Range<usize>,
        argument: &str,
        argument_at: &Range<usize>,
    ) -> Option<Cond> {
        const KNOWN: [&str; 4] = ["revealed", "visited", "chosen", "present"];
        if !KNOWN.contains(&name) {
            let fault = unknown("question", name, name_at, KNOWN.into_iter());
            return self.fail(fault);
        }
        if argument.is_empty() {
            return self.fail(
                Fault::new("E015", format!("`{name}()` does not say what"), argument_at.clone())
                    .help(format!("write an id between the parentheses: `{name}(…)`")),
            );
        }
        match name {
            "revealed" => self.secret(argument, argument_at).map(Cond::Revealed),
            "visited" => self.node(argument, argument_at).map(Cond::Visited),
            "present" => match self.scope.person(argument) {
                Some(person) => Some(Cond::Present(person)),
                None if self.scope.blind.cast => None,
                None => {
                    let fault = unknown("person", argument, argument_at, self.scope.people());
                    self.fail(fault)
                }
            },
            _ => self.chosen(argument, argument_at),
        }
    }

    pub(super) fn node(&mut self, id: &str, at: &Range<usize>) -> Option<NodeIx> {
        if let Some(node) = self.scope.node(id) {
            return Some(node);
        }
        if self.scope.blind.nodes {
            return None;
        }
        let mut fault = unknown("node", id, at, self.scope.nodes.iter().map(|node| node.as_str()));
        if id.contains('/') {
            fault = Fault::new(
                "E011",
                format!("`visited` takes a node, and `{id}` names a choice"),
                at.clone(),
            )
            .help(format!("write `chosen({id})`"));
        }
        self.fail(fault)
    }

    pub(super) fn chosen(&mut self, path: &str, at: &Range<usize>) -> Option<Cond> {
        let Some((node_id, choice_id)) = path.split_once('/') else {
            return self.fail(
                Fault::new("E015", format!("`chosen({path})` does not name a choice"), at.clone())
                    .help("write node and choice: `chosen(node/choice)`"),
            );
        };
        let (node_id, choice_id) = (node_id.trim_end(), choice_id.trim_start());
        let node = self.node(node_id, &(at.start..at.start + node_id.len()))?;
        if let Some(choice) = self.scope.choice(node, choice_id) {
            return Some(Cond::Chosen(choice));
        }
        let at = at.end - choice_id.len()..at.end;
        let known = self.scope.choices_of(node);
        if known.clone().next().is_none() {
            return self.fail(Fault::new("E011", format!("node `{node_id}` offers no choices"), at));
        }
        let mut fault = unknown("choice", choice_id, &at, known);
        fault.message = format!("`{node_id}` has no choice `{choice_id}`");
        self.fail(fault)
    }

    /// What `reveal` and `revealed` may name.
    pub(super) fn secret(&mut self, id: &str, at: &Range<usize>) -> Option<Secret> {
        if let Some((var, known)) = self.scope.var(id) {
            return match known.kind {
                Kind::Hidden(_) => Some(Secret::Var(var)),
                Kind::Unclear => None,
                _ => self.fail(
                    Fault::new(
                        "E012",
                        format!("`{id}` is not hidden, so there is nothing to reveal"),
                        at.clone(),
                    )
                    .help("only hidden variables and facts are revealed"),
                ),
            };
        }
        if let Some(fact) = self.scope.fact(id) {
            return Some(Secret::Fact(fact));
        }
        if self.scope.blind.vars || self.scope.blind.facts {
            return None;
        }
        let hidden = self
            .scope
            .vars
            .iter()
            .filter(|var| matches!(var.kind, Kind::Hidden(_)))
            .map(|var| &var.id);
        let known: Vec<&str> = hidden.chain(&self.scope.facts).map(|id| id.as_str()).collect();
        let fault = unknown("hidden variable or fact", id, at, known.into_iter());
        self.fail(fault)
    }
}

pub(super) fn no_such_value(var: &str, values: &[Name], word: &str, at: &Range<usize>) -> Fault {
    let known: Vec<&str> = values.iter().map(|value| value.as_str()).collect();
    let fault = Fault::new("E011", format!("`{var}` cannot be `{word}`"), at.clone())
        .label(format!("expected {}", either(&known)));
    match did_you_mean(word, known) {
        Some(near) => fault.help(format!("did you mean `{near}`?")).replace(near),
        None => fault,
    }
}

pub(super) fn unknown<'n>(
    noun: &str,
    written: &str,
    at: &Range<usize>,
    known: impl Iterator<Item = &'n str> + Clone,
) -> Fault {
    let fault = Fault::new("E011", format!("unknown {noun} `{written}`"), at.clone());
    if let Some(near) = did_you_mean(written, known.clone()) {
        return fault.help(format!("did you mean `{near}`?")).replace(near);
    }
    let names: Vec<&str> = known.take(10).collect();
    match names.len() {
        0 => fault.help(format!("this scenario defines no {noun}")),
        1 => fault.help(format!("there is {}", list(&names))),
        _ => fault.help(format!("there are {}", list(&names))),
    }
}
