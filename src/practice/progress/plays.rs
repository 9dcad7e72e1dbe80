//! What was played: the record of each scenario, kept apart from replays.

use crate::model::{Day, Library, Name};

/// Below this many first attempts no band is shown (domain.md §4.7: conversations differ more than people do).
pub const MIN_SCENARIOS: usize = 8;

/// One line of one sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct Play {
    pub scenario: Name,
    pub day: Day,
    /// `None` while open, or left.
    pub ending: Option<Name>,
    /// Any line of this scenario came before, in this sitting or another.
    pub replay: bool,
    /// Process score 0–100 with the key of today.
    pub score: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioProgress {
    pub scenario: Name,
    /// Still in the library.
    pub here: bool,
    pub begun: Day,
    pub last: Day,
    /// Lines that reached an ending, replays too.
    pub ended: usize,
    /// Endings seen, each once, in the order met.
    pub endings: Vec<Name>,
    /// Endings the scenario has; 0 when it is gone.
    pub endings_all: usize,
    /// The record: the first line to reach an ending.
    pub record: Option<Record>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Record {
    pub day: Day,
    pub score: Option<f64>,
    /// A line came before it, so it is no first attempt.
    pub replay: bool,
}

/// The score of a record that is a first attempt.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstScore {
    pub scenario: Name,
    pub day: Day,
    /// 0–100
    pub score: f64,
}

/// Scores of records that are first attempts, in the order they were reached.
#[must_use]
pub fn first_scores(plays: &[Play]) -> Vec<FirstScore> {
    let mut seen: Vec<&Name> = Vec::new();
    let mut scores = Vec::new();
    for play in plays.iter().filter(|play| play.ending.is_some()) {
        if seen.contains(&&play.scenario) {
            continue;
        }
        seen.push(&play.scenario);
        if let (Some(score), false) = (play.score, play.replay) {
            scores.push(FirstScore {
                scenario: play.scenario.clone(),
                day: play.day,
                score,
            });
        }
    }
    scores
}

pub(super) fn scenarios(library: &Library, plays: &[Play]) -> Vec<ScenarioProgress> {
    let mut list: Vec<ScenarioProgress> = Vec::new();
    for play in plays {
        let at = list.iter().position(|known| known.scenario == play.scenario);
        let at = at.unwrap_or_else(|| {
            list.push(opened(library, play));
            list.len() - 1
        });
        let known = &mut list[at];
        known.last = known.last.max(play.day);
        if let Some(ending) = &play.ending {
            known.ended += 1;
            if !known.endings.contains(ending) {
                known.endings.push(ending.clone());
            }
            known.record.get_or_insert(Record {
                day: play.day,
                score: play.score,
                replay: play.replay,
            });
        }
    }
    let place = |known: &ScenarioProgress| {
        let found = library.entries.iter().position(|entry| entry.id == known.scenario);
        found.unwrap_or(usize::MAX)
    };
    list.sort_by_key(place);
    list
}

fn opened(library: &Library, play: &Play) -> ScenarioProgress {
    let entry = library.find(&play.scenario);
    let scenario = entry.and_then(|entry| entry.scenario.as_ref());
    ScenarioProgress {
        scenario: play.scenario.clone(),
        here: entry.is_some(),
        begun: play.day,
        last: play.day,
        ended: 0,
        endings: Vec::new(),
        endings_all: scenario.map_or(0, |scenario| scenario.endings.len()),
        record: None,
    }
}
