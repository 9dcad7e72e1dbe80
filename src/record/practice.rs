//! One event of a drill or an exam as one JSON object, `{"drill": {…}}` or `{"exam": {…}}`: what the journal keeps.

use serde::{Deserialize, Serialize};

use super::exam::ExamEvent;
use super::sitting::Seed;
use super::{BadRecord, pairs};
use crate::model::{self, Name};

/// A new kind of event is a change of the journal: an older program must refuse it, so it comes with a migration.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Event {
    Drill(Drill),
    Exam(ExamEvent),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Drill {
    Began {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        skill: Option<String>,
        minutes: u16,
        seed: Seed,
    },
    Answered {
        scenario: String,
        node: String,
        chosen: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        confidence: Option<u8>,
        #[serde(default, skip_serializing_if = "no")]
        hinted: bool,
        #[serde(default, with = "pairs", skip_serializing_if = "Vec::is_empty")]
        draws: Vec<(String, String)>,
    },
}

fn no(value: &bool) -> bool {
    !value
}

/// One line, no newline.
#[must_use]
pub fn to_json(event: &model::PracticeEvent) -> String {
    // Writing plain structs into a string cannot fail.
    serde_json::to_string(&Event::from(event)).unwrap_or_default()
}

pub fn from_json(text: &str) -> Result<model::PracticeEvent, BadRecord> {
    let event: Event = serde_json::from_str(text).map_err(|error| BadRecord::of(&error))?;
    Ok(match event {
        Event::Drill(event) => model::PracticeEvent::Drill(event.into()),
        Event::Exam(event) => model::PracticeEvent::Exam(event.into()),
    })
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Draws(#[serde(with = "pairs")] Vec<(String, String)>);

/// Hidden variables and values as one object.
#[must_use]
pub fn draws_to_json(draws: &[(Name, Name)]) -> String {
    let pairs = draws.iter().map(|(var, value)| (var.to_string(), value.to_string()));
    // Writing pairs of texts cannot fail.
    serde_json::to_string(&Draws(pairs.collect())).unwrap_or_default()
}

pub fn draws_from_json(text: &str) -> Result<Vec<(Name, Name)>, BadRecord> {
    let draws: Draws = serde_json::from_str(text).map_err(|error| BadRecord::of(&error))?;
    let named = draws.0.into_iter().map(|(var, value)| (var.into(), value.into()));
    Ok(named.collect())
}

impl From<&model::PracticeEvent> for Event {
    fn from(from: &model::PracticeEvent) -> Self {
        match from {
            model::PracticeEvent::Drill(event) => Event::Drill(event.into()),
            model::PracticeEvent::Exam(event) => Event::Exam(event.into()),
        }
    }
}

impl From<&model::DrillEvent> for Drill {
    fn from(from: &model::DrillEvent) -> Self {
        match from {
            model::DrillEvent::Began { skill, minutes, seed } => Drill::Began {
                skill: skill.as_ref().map(Name::to_string),
                minutes: *minutes,
                seed: Seed(*seed),
            },
            model::DrillEvent::Answered {
                scenario,
                node,
                choice,
                confidence,
                hinted,
                draws,
            } => Drill::Answered {
                scenario: scenario.to_string(),
                node: node.to_string(),
                chosen: choice.to_string(),
                confidence: *confidence,
                hinted: *hinted,
                draws: draws
                    .iter()
                    .map(|(var, value)| (var.to_string(), value.to_string()))
                    .collect(),
            },
        }
    }
}

impl From<Drill> for model::DrillEvent {
    fn from(from: Drill) -> Self {
        match from {
            Drill::Began { skill, minutes, seed } => model::DrillEvent::Began {
                skill: skill.map(Name::from),
                minutes,
                seed: seed.0,
            },
            Drill::Answered {
                scenario,
                node,
                chosen,
                confidence,
                hinted,
                draws,
            } => model::DrillEvent::Answered {
                scenario: scenario.into(),
                node: node.into(),
                choice: chosen.into(),
                confidence,
                hinted,
                draws: draws
                    .into_iter()
                    .map(|(var, value)| (var.into(), value.into()))
                    .collect(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DrillEvent, ExamStep, PracticeEvent};

    /// The text is a promise of `docs/formats.md`.
    #[test]
    fn events_are_written_as_promised_and_read_back() {
        let events = [
            (
                PracticeEvent::Drill(DrillEvent::Began {
                    skill: Some("A3".into()),
                    minutes: 5,
                    seed: 7,
                }),
                r#"{"drill":{"began":{"skill":"A3","minutes":5,"seed":7}}}"#,
            ),
            (
                PracticeEvent::Drill(DrillEvent::Answered {
                    scenario: "day-nine".into(),
                    node: "hall".into(),
                    choice: "ask".into(),
                    confidence: Some(70),
                    hinted: true,
                    draws: vec![("wants".into(), "to_know".into())],
                }),
                r#"{"drill":{"answered":{"scenario":"day-nine","node":"hall","chosen":"ask","confidence":70,"hinted":true,"draws":{"wants":"to_know"}}}}"#,
            ),
            (
                PracticeEvent::Exam(model::ExamEvent {
                    used_ms: 61_000,
                    what: ExamStep::Flagged { item: 2, on: true },
                }),
                r#"{"exam":{"used_ms":61000,"what":{"flagged":{"item":2,"on":true}}}}"#,
            ),
        ];
        for (event, text) in events {
            assert_eq!(to_json(&event), text);
            assert_eq!(from_json(text), Ok(event));
        }
    }
}
