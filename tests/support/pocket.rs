//! A conversation small enough to work out by hand, written as its file would be, with the shipped rubric.

use std::sync::Arc;

use bedside::content::{FileText, Pack, load_library};
use bedside::diag::Sources;
use bedside::engine::{Draws, Machine, Silent, State};
use bedside::model::{ChoiceIx, Key, Name, NodeIx, RoleIx, Rubric, Scenario, Target};
use bedside::scoring::{LineResult, Taken, Walked, score_line};

const HEAD: &str = "\
format: 1
scenario: pocket
title: Pocket
version: 1
lang: en
track: adult
level: 1
minutes: 3
roles: [physician, nurse]
setting: A ward
summary: Small.
chart: Small.
task: Small.
objectives:
  - {text: Ask before telling, skills: [A3]}
content: {tags: [heart], note: Small.}
sources: [spikes]
authors: [bedside]
review: [{stage: drafted, date: 2026-11-22}]
cast:
  ada: {name: Ada, who: your patient, moods: [calm, wary]}
  tom: {name: Tom, who: her son, moods: [calm], present: away}
";

const KEY_HEAD: &str = "\
format: 1
scenario: pocket
scenario_version: 1
panel: author
basis: {author: {status: \"drafted, not clinically reviewed\"}}
";

pub(crate) struct Pocket {
    pub(crate) scenario: Arc<Scenario>,
    pub(crate) key: Option<Arc<Key>>,
    pub(crate) rubric: Arc<Rubric>,
}

/// `body`: vars, facts, start, nodes and endings as in a scenario file.
pub(crate) fn pocket(body: &str) -> Pocket {
    load(body, None)
}

/// `key`: everything of a key file after its head.
pub(crate) fn rated(body: &str, key: &str) -> Pocket {
    load(body, Some(key))
}

fn load(body: &str, key: Option<&str>) -> Pocket {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/scoring/");
    let shipped = |name: &str| FileText {
        path: format!("scoring/{name}"),
        text: std::fs::read_to_string(format!("{root}{name}")).unwrap(),
    };
    let pack = Pack {
        name: Name::from("pocket"),
        rubric: Some(shipped("rubric.yaml")),
        sources: Some(shipped("sources.yaml")),
        scenarios: vec![FileText {
            path: "scenarios/adult/pocket.yaml".to_owned(),
            text: format!("{HEAD}{body}"),
        }],
        keys: key
            .map(|key| FileText {
                path: "scoring/keys/pocket/author.yaml".to_owned(),
                text: format!("{KEY_HEAD}{key}"),
            })
            .into_iter()
            .collect(),
        blueprints: Vec::new(),
    };
    let mut sources = Sources::default();
    let (library, faults) = load_library(&[pack], &mut sources);
    let told: Vec<String> = faults
        .iter()
        .map(|fault| format!("{} {}", fault.code, fault.message))
        .collect();
    let entry = &library.entries[0];
    Pocket {
        scenario: entry.scenario.clone().unwrap_or_else(|| panic!("{told:?}")),
        key: key.map(|_| entry.keys.first().cloned().unwrap_or_else(|| panic!("{told:?}"))),
        rubric: Arc::clone(&library.rubric),
    }
}

/// A line as it was walked.
pub(crate) struct Walk {
    pub(crate) state: State,
    pub(crate) taken: Vec<Taken>,
    draws: Draws,
}

impl Pocket {
    pub(crate) fn machine(&self) -> Machine<'_> {
        Machine::new(&self.scenario)
    }

    pub(crate) fn node(&self, id: &str) -> NodeIx {
        self.scenario.find_node(id).unwrap_or_else(|| panic!("no node {id}"))
    }

    /// `node/choice`
    pub(crate) fn choice(&self, address: &str) -> ChoiceIx {
        let (node, choice) = address.split_once('/').unwrap();
        let found = self.scenario.find_choice(self.node(node), choice);
        found.unwrap_or_else(|| panic!("no choice {address}"))
    }

    pub(crate) fn value(&self, state: &State, var: &str) -> i32 {
        let at = self.scenario.vars.iter().position(|known| known.id == *var).unwrap();
        state.vars[at]
    }

    /// The choices offered now by id, a locked one in brackets.
    pub(crate) fn offered(&self, state: &State) -> Vec<String> {
        let machine = self.machine();
        let told = machine.offers(state).map(|offer| {
            let id = &self.scenario.choice(offer.choice).id;
            if offer.locked {
                format!("[{id}]")
            } else {
                id.to_string()
            }
        });
        told.collect()
    }

    /// Where a line stands: the id of its node, or of its ending in angle brackets.
    pub(crate) fn at(&self, state: &State) -> String {
        match state.at {
            Target::Node(node) => self.scenario.node(node).id.to_string(),
            Target::Ending(ending) => format!("<{}>", self.scenario.ending(ending).id),
        }
    }

    /// Walks `node/choice node/choice`, as physician; `drawn` is `name=value`, or empty.
    pub(crate) fn walk(&self, drawn: &str, path: &str) -> Walk {
        let names: Vec<(Name, Name)> = drawn
            .split_whitespace()
            .filter_map(|one| one.split_once('='))
            .map(|(var, value)| (Name::from(var), Name::from(value)))
            .collect();
        let draws = Draws::from_names(&self.scenario, &names);
        let machine = self.machine();
        let mut state = machine.start(RoleIx::new(0), &draws, &mut Silent).unwrap();
        let mut taken = Vec::new();
        for address in path.split_whitespace() {
            let choice = self.choice(address);
            let refused = machine.take(&mut state, choice, &mut Silent);
            assert_eq!(refused, Ok(()), "{address}");
            let node = self.scenario.choice(choice).node;
            taken.push(Taken { node, choice });
        }
        Walk { state, taken, draws }
    }

    pub(crate) fn score(&self, drawn: &str, path: &str) -> LineResult {
        let walk = self.walk(drawn, path);
        let walked = Walked {
            draws: &walk.draws,
            role: RoleIx::new(0),
            taken: &walk.taken,
            end: walk.state.ended().map(|_| &walk.state),
        };
        score_line(&self.scenario, self.key.as_ref().unwrap(), &self.rubric, &walked)
    }

    pub(crate) fn points(&self, drawn: &str, path: &str) -> f64 {
        self.score(drawn, path).process.unwrap().score
    }
}
