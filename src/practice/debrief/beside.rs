//! Another line of the same sitting beside the one looked back on: what was said, what they felt, where the traces part.

use super::people::{all_spoken, name};
use super::{OtherWay, Spoken, WayMoment, WayRow, WayTrace};
use crate::model::{EndingIx, Scenario};
use crate::practice::compare::{Comparison, Side, TracePair, compare, other_way};
use crate::session::Session;

/// `None` where no other line reached an ending, or it went the same way throughout.
pub(super) fn beside(session: &Session, line: usize) -> Option<OtherWay> {
    let other = other_way(session, line)?;
    let found = compare((session, other), (session, line))?;
    let scenario = session.scenario();
    let rows: Vec<WayRow> = found
        .rows
        .iter()
        .skip(found.shared)
        .map(|row| WayRow {
            other: row.left.as_ref().map(|side| moment(scenario, side)),
            this: row.right.as_ref().map(|side| moment(scenario, side)),
        })
        .collect();
    (!rows.is_empty()).then(|| OtherWay {
        other: other + 1,
        this: line + 1,
        parts_at: found.shared + 1,
        rows,
        traces: traces(scenario, &found),
        endings: (title(scenario, found.endings.0), title(scenario, found.endings.1)),
    })
}

fn moment(scenario: &Scenario, side: &Side) -> WayMoment {
    let felt: Vec<Spoken> = all_spoken(scenario, &side.felt);
    WayMoment {
        number: side.step + 1,
        act: scenario.choice(side.choice).act,
        to: side.to.map(|person| name(scenario, person)),
        said: side.said.clone(),
        felt,
    }
}

/// Those that differ somewhere.
fn traces(scenario: &Scenario, found: &Comparison) -> Vec<WayTrace> {
    let apart = found.traces.iter().filter(|pair| pair.parts_at.is_some());
    let trace = |pair: &TracePair| WayTrace {
        name: scenario.vars[pair.var.at()].of.map(|person| name(scenario, person)),
        trace: pair.trace,
        other: pair.left.clone(),
        this: pair.right.clone(),
    };
    apart.map(trace).collect()
}

fn title(scenario: &Scenario, ending: Option<EndingIx>) -> String {
    ending.map_or_else(String::new, |ending| {
        scenario.raw(scenario.ending(ending).title).to_owned()
    })
}
