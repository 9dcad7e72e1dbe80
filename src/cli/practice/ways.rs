//! The shortest way to each decision, found once a scenario and only where it is asked for.

use std::collections::HashMap;

use crate::model::{Library, Name, NodeIx, Scenario};
use crate::practice::{Witness, Witnesses};

pub(super) struct Ways<'a> {
    library: &'a Library,
    found: HashMap<Name, Witnesses>,
}

impl<'a> Ways<'a> {
    pub(super) fn new(library: &'a Library) -> Self {
        Ways {
            library,
            found: HashMap::new(),
        }
    }

    pub(super) fn to(&mut self, scenario: &Scenario, node: NodeIx) -> Option<Witness> {
        let ways = self.found.entry(scenario.id.clone()).or_insert_with(|| {
            let key = self.library.find(&scenario.id).and_then(|entry| entry.keys.first());
            Witnesses::of(scenario, key.map(|key| &**key))
        });
        ways.get(node).cloned()
    }
}
