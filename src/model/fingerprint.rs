//! Whether wording or flow changed since someone judged it.

use std::fmt;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::{
    Change, ChoiceIx, Cond, Effect, Guard, NodeIx, Num, Route, Scenario, Script, Secret, Speaker, Target, Then, Wording,
};

/// `t-` and 8 hex digits: the first 32 bits of SHA-256 of the normalised wording.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u32);

/// NFC with every run of white space as one space, trimmed.
#[must_use]
pub fn normalise(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").nfc().collect()
}

impl Fingerprint {
    #[must_use]
    pub fn of(text: &str) -> Self {
        let digest = Sha256::digest(normalise(text).as_bytes());
        Fingerprint(u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]))
    }

    /// Of all words of a script, in order, with who says them.
    #[must_use]
    pub fn of_script(scenario: &Scenario, script: &Script) -> Self {
        Self::of(&script_text(scenario, script))
    }

    /// What a key's decision is rated for: everything said at the node.
    #[must_use]
    pub fn of_decision(scenario: &Scenario, node: NodeIx) -> Self {
        Self::of_script(scenario, &scenario.node(node).say)
    }

    /// What a key's choice is rated for: its words.
    #[must_use]
    pub fn of_choice(scenario: &Scenario, choice: ChoiceIx) -> Self {
        Self::of(scenario.raw(scenario.choice(choice).text))
    }

    /// `None` unless written as `t-` and 8 hex digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("t-").filter(|digits| digits.len() == 8)?;
        u32::from_str_radix(digits, 16).ok().map(Fingerprint)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "t-{:08x}", self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

fn script_text(scenario: &Scenario, script: &Script) -> String {
    let mut out = String::new();
    for line in script {
        let who = match line.who {
            Speaker::Narrator => ">",
            Speaker::You => "You",
            Speaker::Pause => "[pause]",
            Speaker::Person(person) => scenario.raw(scenario.cast[person.at()].name),
        };
        out.push_str(who);
        out.push(' ');
        let words = match &line.words {
            Wording::None => &[][..],
            Wording::One(text) => std::slice::from_ref(text),
            Wording::OneOf(texts) => texts,
        };
        for text in words {
            out.push_str(scenario.raw(*text));
            out.push(' ');
        }
    }
    out
}

/// Full SHA-256, in hex, of ids, conditions, effects, routes and draws; wording does not enter.
#[must_use]
pub fn flow_hash(scenario: &Scenario) -> String {
    let digest = Sha256::digest(flow_text(scenario).as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// One line a fact, by names, so that reordering texts or adding words changes nothing.
fn flow_text(scenario: &Scenario) -> String {
    let names = Names(scenario);
    let mut out = format!("{}\nstart {}\n", scenario.id, scenario.node(scenario.start).id);
    for role in &scenario.roles {
        out += &format!("role {role}\n");
    }
    for person in &scenario.cast {
        out += &format!("person {} {:?}\n", person.id, person.present);
    }
    for var in &scenario.vars {
        let (low, high) = var.bounds();
        let values: Vec<&str> = (low..=high)
            .filter_map(|value| var.value_name(value))
            .map(|name| name.as_str())
            .collect();
        let hidden = if var.is_hidden() { "hidden" } else { "" };
        out += &format!(
            "var {} {} {low} {high} {} {hidden}\n",
            var.id,
            var.start,
            values.join("|")
        );
    }
    for node in &scenario.nodes {
        out += &format!("node {}\n{}", node.id, names.effects(&node.on_enter));
        match &node.then {
            Then::Go(route) => out += &names.route(route),
            Then::Decision { first, count } => {
                for choice in &scenario.choices[first.at()..first.at() + *count as usize] {
                    out += &format!("choice {} {:?} once={}", choice.id, choice.act, choice.once);
                    out += &format!(
                        " {}\n",
                        choice.when.as_ref().map_or(String::new(), |guard| names.guard(guard))
                    );
                    out += &names.effects(&choice.effects);
                    out += &names.route(&choice.route);
                }
            }
        }
    }
    out
}

struct Names<'a>(&'a Scenario);

impl Names<'_> {
    fn guard(&self, guard: &Guard) -> String {
        self.cond(&guard.cond)
    }

    fn route(&self, route: &Route) -> String {
        let arms = route.iter().map(|arm| {
            let to = match arm.to {
                Target::Node(node) => format!("goto {}", self.0.node(node).id),
                Target::Ending(ending) => format!("end {}", self.0.ending(ending).id),
            };
            let when = arm.when.as_ref().map_or(String::new(), |guard| self.guard(guard));
            format!("  {to} {when}\n")
        });
        arms.collect()
    }

    fn effects(&self, effects: &[Effect]) -> String {
        let lines = effects.iter().map(|effect| {
            let when = effect.when.as_ref().map_or(String::new(), |guard| self.guard(guard));
            let change = match &effect.change {
                Change::Add(var, num) => format!("{} += {}", self.0.vars[var.at()].id, self.num(num)),
                Change::Set(var, num) => format!("{} = {}", self.0.vars[var.at()].id, self.num(num)),
                Change::Reveal(secret) => format!("reveal {}", self.secret(*secret)),
                Change::Enter(person) => format!("enter {}", self.0.cast[person.at()].id),
                Change::Leave(person) => format!("leave {}", self.0.cast[person.at()].id),
            };
            format!("  do {change} {when}\n")
        });
        lines.collect()
    }

    fn secret(&self, secret: Secret) -> &str {
        match secret {
            Secret::Var(var) => &self.0.vars[var.at()].id,
            Secret::Fact(fact) => &self.0.facts[fact.at()].id,
        }
    }

    fn num(&self, num: &Num) -> String {
        match num {
            Num::Lit(value) => value.to_string(),
            Num::Var(var) => self.0.vars[var.at()].id.to_string(),
            Num::Add(left, right) => format!("({}+{})", self.num(left), self.num(right)),
            Num::Sub(left, right) => format!("({}-{})", self.num(left), self.num(right)),
        }
    }

    fn cond(&self, cond: &Cond) -> String {
        let join = |list: &[Cond], word: &str| {
            let parts: Vec<String> = list.iter().map(|inner| self.cond(inner)).collect();
            format!("({})", parts.join(word))
        };
        match cond {
            Cond::Const(value) => value.to_string(),
            Cond::Not(inner) => format!("not {}", self.cond(inner)),
            Cond::All(list) => join(list, " and "),
            Cond::Any(list) => join(list, " or "),
            Cond::Compare { left, op, right } => format!("{} {op:?} {}", self.num(left), self.num(right)),
            Cond::Is { var, value } => format!("{} is {value}", self.0.vars[var.at()].id),
            Cond::Revealed(secret) => format!("revealed({})", self.secret(*secret)),
            Cond::Visited(node) => format!("visited({})", self.0.node(*node).id),
            Cond::Chosen(choice) => format!("chosen({})", self.0.address(*choice)),
            Cond::Present(person) => format!("present({})", self.0.cast[person.at()].id),
            Cond::Role(role) => format!("role == {}", self.0.roles[role.at()]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_composition_do_not_change_a_fingerprint() {
        assert_eq!(
            Fingerprint::of("caf\u{e9}  is\n open "),
            Fingerprint::of("cafe\u{301} is open")
        );
        assert_ne!(Fingerprint::of("is open"), Fingerprint::of("is opened"));
    }

    /// SHA-256 of the empty text is e3b0c442… (FIPS 180-4).
    #[test]
    fn is_the_head_of_sha_256() {
        assert_eq!(Fingerprint::of("").to_string(), "t-e3b0c442");
        assert_eq!(Fingerprint::parse("t-e3b0c442"), Some(Fingerprint::of("")));
        assert_eq!(Fingerprint::parse("e3b0c442"), None);
    }
}
