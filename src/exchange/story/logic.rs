//! Conditions and effects in the common ground of ink and SugarCube: `and or not`, comparison, assignment.

use crate::model::{
    Arm, Change, Cond, Effect, Line, Num, Op, Presence, Scenario, Secret, Speaker, Target, VarKind, Wording,
};

/// How one language writes a variable and a clamp.
pub(super) struct Tongue<'a> {
    pub(super) scenario: &'a Scenario,
    /// `$` in SugarCube.
    pub(super) sigil: &'static str,
    /// Clamp of an expression between two bounds.
    pub(super) clamp: fn(&str, i32, i32) -> String,
}

/// Ids with hyphens are no names there.
pub(super) fn plain(id: &str) -> String {
    id.replace('-', "_")
}

impl Tongue<'_> {
    fn name(&self, parts: &[&str]) -> String {
        format!(
            "{}{}",
            self.sigil,
            parts.iter().map(|part| plain(part)).collect::<Vec<_>>().join("_")
        )
    }

    /// Every variable with its first value, in the order to declare them.
    pub(super) fn declarations(&self) -> Vec<(String, String)> {
        let scenario = self.scenario;
        let vars = scenario.vars.iter().map(|var| {
            let value = match &var.kind {
                VarKind::Int { .. } => var.start.to_string(),
                VarKind::Bool => (var.start != 0).to_string(),
                VarKind::Enum { .. } | VarKind::Hidden { .. } => {
                    format!("\"{}\"", var.value_name(var.start).map_or("", |name| name.as_str()))
                }
            };
            (self.name(&[&var.id]), value)
        });
        let hidden = scenario.vars.iter().filter(|var| var.is_hidden());
        let revealed = hidden.map(|var| self.name(&["revealed", &var.id]));
        let facts = scenario.facts.iter().map(|fact| self.name(&["revealed", &fact.id]));
        let visited = scenario.nodes.iter().map(|node| self.name(&["visited", &node.id]));
        let chosen = scenario
            .choices
            .iter()
            .map(|choice| self.chosen(&scenario.node(choice.node).id, &choice.id));
        let flags = revealed
            .chain(facts)
            .chain(visited)
            .chain(chosen)
            .map(|name| (name, "false".to_owned()));
        let present = scenario.cast.iter().map(|person| {
            (
                self.name(&["present", &person.id]),
                (person.present != Presence::Away).to_string(),
            )
        });
        let role = (
            self.name(&["role"]),
            format!("\"{}\"", scenario.roles.first().map_or("", |role| role.as_str())),
        );
        vars.chain(flags).chain(present).chain([role]).collect()
    }

    pub(super) fn chosen(&self, node: &str, choice: &str) -> String {
        self.name(&["chosen", node, choice])
    }

    pub(super) fn visited(&self, node: &str) -> String {
        self.name(&["visited", node])
    }

    pub(super) fn cond(&self, cond: &Cond) -> String {
        let scenario = self.scenario;
        let join = |list: &[Cond], word: &str| {
            let parts: Vec<String> = list.iter().map(|inner| self.cond(inner)).collect();
            // ink reads a lone name in brackets as a list.
            if let [only] = parts.as_slice() {
                only.clone()
            } else {
                format!("({})", parts.join(word))
            }
        };
        match cond {
            Cond::Const(value) => value.to_string(),
            Cond::Not(inner) => format!("(not {})", self.cond(inner)),
            Cond::All(list) => join(list, " and "),
            Cond::Any(list) => join(list, " or "),
            Cond::Compare { left, op, right } => format!("({} {} {})", self.num(left), sign(*op), self.num(right)),
            Cond::Is { var, value } => {
                let about = &scenario.vars[var.at()];
                match about.value_name(*value) {
                    Some(name) => format!("({} == \"{name}\")", self.name(&[&about.id])),
                    None if *value == 0 => format!("(not {})", self.name(&[&about.id])),
                    None => self.name(&[&about.id]),
                }
            }
            Cond::Revealed(secret) => self.revealed(*secret),
            Cond::Visited(node) => self.visited(&scenario.node(*node).id),
            Cond::Chosen(choice) => {
                let choice = scenario.choice(*choice);
                self.chosen(&scenario.node(choice.node).id, &choice.id)
            }
            Cond::Present(person) => self.name(&["present", &scenario.cast[person.at()].id]),
            Cond::Role(role) => format!("({} == \"{}\")", self.name(&["role"]), scenario.roles[role.at()]),
        }
    }

    fn revealed(&self, secret: Secret) -> String {
        match secret {
            Secret::Var(var) => self.name(&["revealed", &self.scenario.vars[var.at()].id]),
            Secret::Fact(fact) => self.name(&["revealed", &self.scenario.facts[fact.at()].id]),
        }
    }

    fn num(&self, num: &Num) -> String {
        match num {
            Num::Lit(value) => value.to_string(),
            Num::Var(var) => self.name(&[&self.scenario.vars[var.at()].id]),
            Num::Add(left, right) => format!("({} + {})", self.num(left), self.num(right)),
            Num::Sub(left, right) => format!("({} - {})", self.num(left), self.num(right)),
        }
    }

    /// Condition if any, variable and new value, for each effect.
    pub(super) fn effects(&self, effects: &[Effect]) -> Vec<(Option<String>, String, String)> {
        let scenario = self.scenario;
        let one = |effect: &Effect| {
            let when = effect.when.as_ref().map(|guard| self.cond(&guard.cond));
            let (name, value) = match &effect.change {
                Change::Add(var, num) => {
                    let about = &scenario.vars[var.at()];
                    let (low, high) = about.bounds();
                    let name = self.name(&[&about.id]);
                    let value = (self.clamp)(&format!("{name} + {}", self.num(num)), low, high);
                    (name, value)
                }
                Change::Set(var, num) => (self.name(&[&scenario.vars[var.at()].id]), self.value(*var, num)),
                Change::Reveal(secret) => (self.revealed(*secret), "true".to_owned()),
                Change::Enter(person) => (
                    self.name(&["present", &scenario.cast[person.at()].id]),
                    "true".to_owned(),
                ),
                Change::Leave(person) => (
                    self.name(&["present", &scenario.cast[person.at()].id]),
                    "false".to_owned(),
                ),
            };
            (when, name, value)
        };
        effects.iter().map(one).collect()
    }

    fn value(&self, var: crate::model::VarIx, num: &Num) -> String {
        let about = &self.scenario.vars[var.at()];
        match (num, &about.kind) {
            (Num::Lit(value), VarKind::Bool) => (*value != 0).to_string(),
            (Num::Lit(value), VarKind::Enum { .. } | VarKind::Hidden { .. }) => {
                format!("\"{}\"", about.value_name(*value).map_or("", |name| name.as_str()))
            }
            (_, VarKind::Int { min, max }) => (self.clamp)(&self.num(num), *min, *max),
            _ => self.num(num),
        }
    }

    /// Condition if any, and where to; the last arm has none.
    pub(super) fn arms(&self, route: &[Arm]) -> Vec<(Option<String>, String)> {
        let to = |arm: &Arm| match arm.to {
            Target::Node(node) => plain(&self.scenario.node(node).id),
            Target::Ending(ending) => format!("end_{}", plain(&self.scenario.ending(ending).id)),
        };
        route
            .iter()
            .map(|arm| (arm.when.as_ref().map(|guard| self.cond(&guard.cond)), to(arm)))
            .collect()
    }

    /// Condition if any, and the line as text; pauses and silent changes of mood are left out.
    pub(super) fn lines(&self, script: &[Line]) -> Vec<(Option<String>, String)> {
        let scenario = self.scenario;
        let one = |line: &Line| {
            let words = match &line.words {
                Wording::None => return None,
                Wording::One(text) => scenario.raw(*text),
                Wording::OneOf(texts) => scenario.raw(*texts.first()?),
            };
            let who = match line.who {
                Speaker::Narrator | Speaker::Pause => String::new(),
                Speaker::You => "You: ".to_owned(),
                Speaker::Person(person) => format!("{}: ", scenario.raw(scenario.cast[person.at()].name)),
            };
            let when = line.when.as_ref().map(|guard| self.cond(&guard.cond));
            Some((when, format!("{who}{}", crate::model::normalise(words))))
        };
        script.iter().filter_map(one).collect()
    }
}

fn sign(op: Op) -> &'static str {
    match op {
        Op::Eq => "==",
        Op::Ne => "!=",
        Op::Lt => "<",
        Op::Le => "<=",
        Op::Gt => ">",
        Op::Ge => ">=",
    }
}
