//! Every name a scenario defines, known before any condition is read, so that order in the file does not matter.

use std::collections::HashMap;

use crate::model::{ChoiceIx, EndingIx, FactIx, Name, NodeIx, PersonIx, RoleIx, Scenario, VarIx, VarKind};

/// What a variable can hold.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    Int {
        min: i32,
        max: i32,
    },
    Bool,
    Enum(Vec<Name>),
    Hidden(Vec<Name>),
    /// Declared, but its declaration has a fault: any use is let through.
    Unclear,
}

#[derive(Clone, Debug)]
pub(super) struct VarName {
    pub(super) id: Name,
    pub(super) kind: Kind,
}

#[derive(Clone, Debug)]
pub(super) struct PersonName {
    pub(super) id: Name,
    /// As it stands before the colon; `None` when its declaration has a fault.
    pub(super) name: Option<String>,
    /// `None` when the declaration has a fault.
    pub(super) moods: Option<Vec<Name>>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    pub(super) vars: Vec<VarName>,
    pub(super) facts: Vec<Name>,
    pub(super) cast: Vec<PersonName>,
    pub(super) roles: Vec<Name>,
    pub(super) nodes: Vec<Name>,
    pub(super) choices: Vec<(NodeIx, Name)>,
    pub(super) endings: Vec<Name>,
    /// Whether a section could not be read: then its names are unknown, and nobody is blamed for using them.
    pub(super) blind: Blind,
    index: Index,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Blind {
    pub(super) vars: bool,
    pub(super) facts: bool,
    pub(super) cast: bool,
    pub(super) nodes: bool,
    pub(super) endings: bool,
    pub(super) roles: bool,
}

#[derive(Clone, Debug, Default)]
struct Index {
    vars: HashMap<Name, VarIx>,
    nodes: HashMap<Name, NodeIx>,
    endings: HashMap<Name, EndingIx>,
    facts: HashMap<Name, FactIx>,
    choices: HashMap<(NodeIx, Name), ChoiceIx>,
    people: HashMap<Name, PersonIx>,
    /// By the name in scripts.
    speakers: HashMap<String, PersonIx>,
}

impl Scope {
    /// Of a scenario already read: for its keys.
    pub(super) fn of(scenario: &Scenario) -> Self {
        let vars = scenario.vars.iter().map(|var| VarName {
            id: var.id.clone(),
            kind: match &var.kind {
                VarKind::Int { min, max } => Kind::Int { min: *min, max: *max },
                VarKind::Bool => Kind::Bool,
                VarKind::Enum { values } => Kind::Enum(values.clone()),
                VarKind::Hidden { values, .. } => Kind::Hidden(values.iter().map(|value| value.id.clone()).collect()),
            },
        });
        let cast = scenario.cast.iter().map(|person| PersonName {
            id: person.id.clone(),
            name: Some(scenario.raw(person.name).to_owned()),
            moods: Some(person.moods.iter().map(|mood| mood.value.clone()).collect()),
        });
        let mut scope = Scope {
            vars: vars.collect(),
            facts: scenario.facts.iter().map(|fact| fact.id.clone()).collect(),
            cast: cast.collect(),
            roles: scenario.roles.clone(),
            nodes: scenario.nodes.iter().map(|node| node.id.clone()).collect(),
            choices: scenario
                .choices
                .iter()
                .map(|choice| (choice.node, choice.id.clone()))
                .collect(),
            endings: scenario.endings.iter().map(|ending| ending.id.clone()).collect(),
            blind: Blind::default(),
            index: Index::default(),
        };
        scope.build();
        scope
    }

    /// To be called once all names are in.
    pub(super) fn build(&mut self) {
        // In reverse, so that the first of two equal names wins.
        let index = &mut self.index;
        for (at, var) in self.vars.iter().enumerate().rev() {
            index.vars.insert(var.id.clone(), VarIx::new(at));
        }
        for (at, id) in self.nodes.iter().enumerate().rev() {
            index.nodes.insert(id.clone(), NodeIx::new(at));
        }
        for (at, id) in self.endings.iter().enumerate().rev() {
            index.endings.insert(id.clone(), EndingIx::new(at));
        }
        for (at, id) in self.facts.iter().enumerate().rev() {
            index.facts.insert(id.clone(), FactIx::new(at));
        }
        for (at, choice) in self.choices.iter().enumerate().rev() {
            index.choices.insert(choice.clone(), ChoiceIx::new(at));
        }
        for (at, person) in self.cast.iter().enumerate().rev() {
            index.people.insert(person.id.clone(), PersonIx::new(at));
            if let Some(name) = &person.name {
                index.speakers.insert(name.clone(), PersonIx::new(at));
            }
        }
    }

    pub(super) fn var(&self, id: &str) -> Option<(VarIx, &VarName)> {
        let at = *self.index.vars.get(id)?;
        Some((at, self.vars.get(at.at())?))
    }

    pub(super) fn fact(&self, id: &str) -> Option<FactIx> {
        self.index.facts.get(id).copied()
    }

    pub(super) fn person(&self, id: &str) -> Option<PersonIx> {
        self.index.people.get(id).copied()
    }

    /// By the name that stands in scripts.
    pub(super) fn speaker(&self, name: &str) -> Option<(PersonIx, &PersonName)> {
        let at = *self.index.speakers.get(name)?;
        Some((at, self.cast.get(at.at())?))
    }

    pub(super) fn role(&self, id: &str) -> Option<RoleIx> {
        self.roles.iter().position(|role| role == id).map(RoleIx::new)
    }

    pub(super) fn node(&self, id: &str) -> Option<NodeIx> {
        self.index.nodes.get(id).copied()
    }

    pub(super) fn ending(&self, id: &str) -> Option<EndingIx> {
        self.index.endings.get(id).copied()
    }

    pub(super) fn choice(&self, node: NodeIx, id: &str) -> Option<ChoiceIx> {
        self.index.choices.get(&(node, Name::from(id))).copied()
    }

    pub(super) fn choices_of(&self, node: NodeIx) -> impl Iterator<Item = &str> + Clone {
        let own = self.choices.iter().filter(move |(owner, _)| *owner == node);
        own.map(|(_, id)| id.as_str())
    }

    pub(super) fn people(&self) -> impl Iterator<Item = &str> + Clone {
        self.cast.iter().map(|person| person.id.as_str())
    }

    pub(super) fn speakers(&self) -> impl Iterator<Item = &str> + Clone {
        self.cast.iter().filter_map(|person| person.name.as_deref())
    }
}
