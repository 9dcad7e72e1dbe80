//! Every script of a scenario, with what it belongs to.

use super::findings::Subject;
use crate::model::{ChoiceIx, EndingIx, NodeIx, Scenario, Script};

pub(super) fn scripts(scenario: &Scenario) -> Vec<(Subject, &Script)> {
    let mut found = Vec::new();
    for (at, node) in scenario.nodes.iter().enumerate() {
        found.push((Subject::Node(NodeIx::new(at)), &node.say));
    }
    for (at, choice) in scenario.choices.iter().enumerate() {
        let subject = Subject::Choice(ChoiceIx::new(at));
        found.extend([(subject, &choice.reply), (subject, &choice.felt)]);
    }
    for (at, ending) in scenario.endings.iter().enumerate() {
        let subject = Subject::Ending(EndingIx::new(at));
        found.extend([(subject, &ending.epilogue), (subject, &ending.debrief)]);
    }
    found
}
