//! The JSON shapes of a sitting, its steps and lines, and the way to the model and back.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::pairs;
use crate::model::{self, Mode, Name};

/// Everything of a transcript; an event `began` leaves out `steps` and `lines`.
#[derive(Serialize, Deserialize)]
pub(super) struct Sitting {
    scenario: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pack: String,
    version: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    flow_hash: String,
    seed: Seed,
    #[serde(default)]
    mode: ModeName,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    role: String,
    #[serde(default, with = "pairs")]
    draws: Vec<(String, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    opening: Vec<Wording>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) steps: Option<Vec<Step>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) lines: Option<Vec<Line>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Step {
    #[serde(default)]
    line: u32,
    node: String,
    #[serde(default)]
    offered: Vec<Offered>,
    chosen: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wording: Vec<Wording>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confidence: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    took_ms: Option<u32>,
    #[serde(default, skip_serializing_if = "no")]
    hinted: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(default, with = "pairs", skip_serializing_if = "Vec::is_empty")]
    votes: Vec<(String, u32)>,
}

#[derive(Serialize, Deserialize)]
struct Offered {
    choice: String,
    #[serde(default, skip_serializing_if = "no")]
    locked: bool,
}

/// Which of its wordings a line of the script had. A list and no object: a walk may pass a line twice.
#[derive(Serialize, Deserialize)]
struct Wording {
    text: String,
    variant: u32,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Line {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<Parent>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    #[serde(default, skip_serializing_if = "no")]
    left: bool,
}

/// A new line that shares the first `shared` steps of line `line`.
#[derive(Serialize, Deserialize)]
struct Parent {
    line: u32,
    shared: u32,
}

fn no(value: &bool) -> bool {
    !value
}

/// A number; above 2^53, where many readers of JSON lose digits, a text of digits.
pub(super) struct Seed(pub(super) u64);

const EXACT_EVERYWHERE: u64 = 1 << 53;

impl Serialize for Seed {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        if self.0 <= EXACT_EVERYWHERE {
            out.serialize_u64(self.0)
        } else {
            out.serialize_str(&self.0.to_string())
        }
    }
}

impl<'de> Deserialize<'de> for Seed {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Digits;
        impl Visitor<'_> for Digits {
            type Value = Seed;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a seed: a whole number from 0, or its digits as a text")
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Seed, E> {
                Ok(Seed(number))
            }
            fn visit_str<E: Error>(self, digits: &str) -> Result<Seed, E> {
                digits
                    .parse()
                    .map(Seed)
                    .map_err(|_| E::invalid_value(serde::de::Unexpected::Str(digits), &self))
            }
        }
        from.deserialize_any(Digits)
    }
}

#[derive(Default)]
struct ModeName(Mode);

impl Serialize for ModeName {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.0.id())
    }
}

impl<'de> Deserialize<'de> for ModeName {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let id = String::deserialize(from)?;
        let known = || Mode::ALL.map(Mode::id).join(", ");
        let mode = Mode::parse(&id).ok_or_else(|| D::Error::custom(format!("`{id}` is not a mode ({})", known())))?;
        Ok(ModeName(mode))
    }
}

impl Sitting {
    /// Everything but steps and lines.
    pub(super) fn head(from: &model::Transcript) -> Self {
        Sitting {
            scenario: from.scenario.to_string(),
            pack: from.pack.to_string(),
            version: from.scenario_version,
            flow_hash: from.flow_hash.clone(),
            seed: Seed(from.seed),
            mode: ModeName(from.mode),
            role: from.role.to_string(),
            draws: from
                .draws
                .iter()
                .map(|(var, value)| (var.to_string(), value.to_string()))
                .collect(),
            opening: wordings(&from.opening),
            steps: None,
            lines: None,
        }
    }

    pub(super) fn whole(from: &model::Transcript) -> Self {
        Sitting {
            steps: Some(from.steps.iter().map(Step::from).collect()),
            lines: Some(from.lines.iter().map(Line::from).collect()),
            ..Self::head(from)
        }
    }
}

impl From<Sitting> for model::Transcript {
    fn from(from: Sitting) -> Self {
        let lines = from.lines.unwrap_or_else(|| {
            vec![Line {
                parent: None,
                ended: None,
                left: false,
            }]
        });
        model::Transcript {
            scenario: from.scenario.into(),
            pack: from.pack.into(),
            scenario_version: from.version,
            flow_hash: from.flow_hash,
            seed: from.seed.0,
            mode: from.mode.0,
            role: from.role.into(),
            draws: from
                .draws
                .into_iter()
                .map(|(var, value)| (var.into(), value.into()))
                .collect(),
            opening: variants(from.opening),
            steps: from
                .steps
                .unwrap_or_default()
                .into_iter()
                .map(model::Step::from)
                .collect(),
            lines: lines.into_iter().map(model::RunLine::from).collect(),
        }
    }
}

impl From<&model::Step> for Step {
    fn from(from: &model::Step) -> Self {
        let offered = from.offered.iter().map(|offered| Offered {
            choice: offered.choice.to_string(),
            locked: offered.locked,
        });
        Step {
            line: from.line,
            node: from.node.to_string(),
            offered: offered.collect(),
            chosen: from.chosen.to_string(),
            wording: wordings(&from.wording),
            confidence: from.confidence,
            took_ms: from.took_ms,
            hinted: from.hinted,
            by: from.by.clone(),
            votes: from
                .votes
                .iter()
                .map(|(choice, count)| (choice.to_string(), *count))
                .collect(),
        }
    }
}

impl From<Step> for model::Step {
    fn from(from: Step) -> Self {
        let offered = from.offered.into_iter().map(|offered| model::Offered {
            choice: offered.choice.into(),
            locked: offered.locked,
        });
        model::Step {
            line: from.line,
            node: from.node.into(),
            offered: offered.collect(),
            chosen: from.chosen.into(),
            wording: variants(from.wording),
            confidence: from.confidence,
            took_ms: from.took_ms,
            hinted: from.hinted,
            by: from.by,
            votes: from
                .votes
                .into_iter()
                .map(|(choice, count)| (choice.into(), count))
                .collect(),
        }
    }
}

impl From<&model::RunLine> for Line {
    fn from(from: &model::RunLine) -> Self {
        Line {
            parent: from.parent.map(|(line, shared)| Parent { line, shared }),
            ended: from.ended.as_ref().map(Name::to_string),
            left: from.left,
        }
    }
}

impl From<Line> for model::RunLine {
    fn from(from: Line) -> Self {
        model::RunLine {
            parent: from.parent.map(|parent| (parent.line, parent.shared)),
            ended: from.ended.map(Name::from),
            left: from.left,
        }
    }
}

fn wordings(from: &[(Name, u32)]) -> Vec<Wording> {
    let wording = |(text, variant): &(Name, u32)| Wording {
        text: text.to_string(),
        variant: *variant,
    };
    from.iter().map(wording).collect()
}

fn variants(from: Vec<Wording>) -> Vec<(Name, u32)> {
    from.into_iter()
        .map(|wording| (wording.text.into(), wording.variant))
        .collect()
}
