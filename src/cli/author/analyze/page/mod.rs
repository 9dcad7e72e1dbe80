//! The page a clinician reads: one section a question, sentences before numbers.

mod flow;
mod score;

use std::io::{self, Write};

use super::Findings;
use crate::explore::{Paths, Witness};
use crate::model::Scenario;
use crate::plain::Paper;

/// `bars`: whether shares are also drawn, of plain characters.
pub(super) fn write<W: Write>(paper: &mut Paper<W>, found: &Findings, bars: bool) -> io::Result<()> {
    let scenario = found.scenario;
    paper.text(scenario.raw(scenario.title))?;
    let rated = found.key.map_or_else(
        || "not rated yet".to_owned(),
        |key| format!("rated by the panel \"{}\"", key.panel),
    );
    paper.text(&format!("{}, version {}, {rated}", scenario.id, scenario.version))?;
    paper.gap()?;
    flow::how(paper, found)?;
    flow::endings(paper, found, bars)?;
    score::score(paper, found)?;
    score::know_nothing(paper, found, bars)?;
    flow::unreached(paper, found)?;
    flow::dead_ends(paper, found)?;
    flow::loops(paper, found)?;
    flow::traces(paper, found, bars)?;
    score::errors(paper, found)?;
    score::owed(paper, found)
}

/// "after 3 choices: …", or "at the very start"
fn after(scenario: &Scenario, paths: &Paths, witness: &Witness) -> String {
    let way = way(scenario, paths, witness);
    if witness.steps == 0 {
        way
    } else {
        format!("after {way}")
    }
}

/// "3 choices: hall/ask, bed/listen, … (drawn: wants = to_know)"
fn way(scenario: &Scenario, paths: &Paths, witness: &Witness) -> String {
    let steps = paths.addresses(scenario, witness);
    let mut words = match steps.len() {
        0 => "at the very start".to_owned(),
        1 => format!("1 choice: {}", steps[0]),
        many => format!("{many} choices: {}", steps.join(", ")),
    };
    let Some(case) = paths.case(witness) else { return words };
    let drawn = case.draws.names(scenario).into_iter();
    let drawn: Vec<String> = drawn.map(|(var, value)| format!("{var} = {value}")).collect();
    if !drawn.is_empty() {
        words += &format!(" (drawn: {})", drawn.join(", "));
    }
    if let (true, Some(role)) = (scenario.roles.len() > 1, scenario.roles.get(case.role.at())) {
        words += &format!(" (as {role})");
    }
    words
}
