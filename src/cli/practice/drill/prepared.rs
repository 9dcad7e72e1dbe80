//! Answers to a drill made beforehand, every one looked at before the first word.

use anyhow::bail;

use crate::cli::answers::Answers;
use crate::engine;
use crate::model::ChoiceIx;
use crate::practice::{Single, drill as practice};

/// Every answer looked at before the first word, so that a slip costs nothing.
pub(super) fn prepare(planned: &practice::Drill, answers: &Answers, seed: u64) -> anyhow::Result<Vec<ChoiceIx>> {
    let listed = match answers {
        Answers::Random => {
            let drawn = planned.items.iter().enumerate().filter_map(|(at, single)| {
                let step = u32::try_from(at).unwrap_or(u32::MAX);
                let pick = engine::variant(seed, single.node_id(), step, "random answer", single.offered.len());
                single.offered.get(pick).copied()
            });
            return Ok(drawn.collect());
        }
        Answers::Listed(listed) => listed,
    };
    let count = planned.items.len();
    if listed.len() > count {
        bail!(
            "there are {} answers and {count} decisions; leave out what comes after",
            listed.len()
        );
    }
    let each = planned.items.iter().enumerate().map(|(at, single)| {
        let number = at + 1;
        let offered = offered(single);
        let Some(answer) = listed.get(at) else {
            let here = single.node_id();
            bail!(
                "the answers end before the drill does: decision {number} ({here}) has none; offered there: {offered}"
            );
        };
        match chosen(single, answer) {
            Some(choice) => Ok(choice),
            None => bail!(
                "decision {number} ({}) does not offer \"{answer}\"; offered: {offered}",
                single.node_id()
            ),
        }
    });
    each.collect()
}

/// A choice of a single decision by id, or by `node/choice`.
pub(in crate::cli::practice) fn chosen(single: &Single, answer: &str) -> Option<ChoiceIx> {
    let scenario = single.session.scenario();
    let named = |choice: &ChoiceIx| scenario.choice(*choice).id == answer || scenario.address(*choice) == answer;
    single.offered.iter().copied().find(named)
}

pub(in crate::cli::practice) fn offered(single: &Single) -> String {
    let scenario = single.session.scenario();
    let ids = single.offered.iter().map(|choice| scenario.choice(*choice).id.as_str());
    ids.collect::<Vec<_>>().join(", ")
}
