//! One event as one JSON object, `{"stepped": {…}}`: what the journal keeps.

use serde::{Deserialize, Serialize};

use super::BadRecord;
use super::sitting::{Sitting, Step};
use crate::model::{self, Look, Transcript};

/// A new kind of event is a change of the journal: an older program must refuse it, so it comes with a migration.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Event {
    Began(Box<Sitting>),
    Stepped(Box<Step>),
    Rewound { parent: u32, shared: u32 },
    Looked { line: u32, node: String, at: At },
    Ended { line: u32, ending: String },
    Left { line: u32 },
    Answered { text: String },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum At {
    Hint,
    Why,
}

/// One line, no newline. Of a `Began` everything but steps and lines is written, since it is the first event.
#[must_use]
pub fn to_json(event: &model::Event) -> String {
    // Writing plain structs into a string cannot fail.
    serde_json::to_string(&Event::from(event)).unwrap_or_default()
}

pub fn from_json(text: &str) -> Result<model::Event, BadRecord> {
    let event: Event = serde_json::from_str(text).map_err(|error| BadRecord::of(&error))?;
    Ok(event.into())
}

impl From<&model::Event> for Event {
    fn from(from: &model::Event) -> Self {
        match from {
            model::Event::Began(began) => Event::Began(Box::new(Sitting::head(began))),
            model::Event::Stepped(step) => Event::Stepped(Box::new(Step::from(&**step))),
            model::Event::Rewound { parent, shared } => Event::Rewound {
                parent: *parent,
                shared: *shared,
            },
            model::Event::Looked { line, node, at } => Event::Looked {
                line: *line,
                node: node.to_string(),
                at: match at {
                    Look::Hint => At::Hint,
                    Look::Why => At::Why,
                },
            },
            model::Event::Ended { line, ending } => Event::Ended {
                line: *line,
                ending: ending.to_string(),
            },
            model::Event::Left { line } => Event::Left { line: *line },
            model::Event::Answered { text } => Event::Answered { text: text.clone() },
        }
    }
}

impl From<Event> for model::Event {
    fn from(from: Event) -> Self {
        match from {
            Event::Began(began) => model::Event::Began(Box::new(Transcript::from(*began))),
            Event::Stepped(step) => model::Event::Stepped(Box::new(model::Step::from(*step))),
            Event::Rewound { parent, shared } => model::Event::Rewound { parent, shared },
            Event::Looked { line, node, at } => model::Event::Looked {
                line,
                node: node.into(),
                at: match at {
                    At::Hint => Look::Hint,
                    At::Why => Look::Why,
                },
            },
            Event::Ended { line, ending } => model::Event::Ended {
                line,
                ending: ending.into(),
            },
            Event::Left { line } => model::Event::Left { line },
            Event::Answered { text } => model::Event::Answered { text },
        }
    }
}
