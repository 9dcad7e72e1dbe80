//! The JSON shapes of an exam: its form, what happened in it, and the file that keeps both.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::event::Event;
use super::sitting::Seed;
use super::{BadRecord, pairs};
use crate::model::{self, Closing, ItemKind, Name};

/// The format written, and the newest read.
pub const FORMAT: u64 = 1;

#[derive(Serialize, Deserialize)]
pub(super) struct ExamEvent {
    used_ms: u64,
    what: What,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Began {
        timed: bool,
        form: Box<Form>,
    },
    Answered {
        item: u32,
        chosen: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        confidence: Option<u8>,
    },
    Played {
        item: u32,
        event: Box<Event>,
    },
    Flagged {
        item: u32,
        on: bool,
    },
    Paused,
    Resumed,
    Closed(Closed),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Closed {
    HandedIn,
    TimeUp,
    Left,
}

#[derive(Serialize, Deserialize)]
struct Form {
    blueprint: String,
    title: String,
    about: String,
    status: String,
    seed: Seed,
    minutes: Option<u16>,
    #[serde(default)]
    pass_mark: Option<PassMark>,
    items: Vec<Item>,
}

#[derive(Serialize, Deserialize)]
struct PassMark {
    method: String,
    panel: String,
    date: String,
    cut: f64,
    se: Option<f64>,
}

#[derive(Serialize, Deserialize)]
struct Item {
    kind: Kind,
    scenario: String,
    version: u32,
    #[serde(default)]
    flow_hash: String,
    seed: Seed,
    #[serde(default)]
    role: String,
    #[serde(default, with = "pairs")]
    draws: Vec<(String, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    path: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    node: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    offered: Vec<String>,
    #[serde(default)]
    cell: u32,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Scenario,
    Single,
}

/// `{"format": 1, "exam": {"events": […]}}`; whatever stands beside it is for other readers.
#[derive(Deserialize)]
struct File {
    exam: Events,
}

#[derive(Deserialize)]
struct Events {
    events: Vec<ExamEvent>,
}

/// Read first, so that a newer file is called newer and not faulty.
#[derive(Deserialize)]
struct Head {
    format: Option<u64>,
    exam: Option<IgnoredAny>,
}

/// The events as a value to put under `exam.events` of a file.
#[must_use]
pub fn events_to_value(events: &[model::ExamEvent]) -> serde_json::Value {
    let events: Vec<ExamEvent> = events.iter().map(ExamEvent::from).collect();
    // Writing plain structs cannot fail.
    serde_json::to_value(events).unwrap_or_default()
}

/// Reads the events of a saved exam. Unknown fields are passed over.
pub fn from_json(text: &str) -> Result<Vec<model::ExamEvent>, BadRecord> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let foreign = BadRecord::Foreign { wanted: "exam" };
    let head: Head = match serde_json::from_str(text) {
        Ok(head) => head,
        Err(error) if error.is_data() => return Err(foreign),
        Err(error) => return Err(BadRecord::of(&error)),
    };
    match head.format {
        Some(FORMAT) if head.exam.is_some() => {}
        Some(found) if found > FORMAT => return Err(BadRecord::Newer { found, known: FORMAT }),
        _ => return Err(foreign),
    }
    let file: File = serde_json::from_str(text).map_err(|error| BadRecord::of(&error))?;
    Ok(file.exam.events.into_iter().map(model::ExamEvent::from).collect())
}

impl From<&model::ExamEvent> for ExamEvent {
    fn from(from: &model::ExamEvent) -> Self {
        let what = match &from.what {
            model::ExamStep::Began { form, timed } => What::Began {
                timed: *timed,
                form: Box::new(Form::from(&**form)),
            },
            model::ExamStep::Answered {
                item,
                choice,
                confidence,
            } => What::Answered {
                item: *item,
                chosen: choice.to_string(),
                confidence: *confidence,
            },
            model::ExamStep::Played { item, event } => What::Played {
                item: *item,
                event: Box::new(Event::from(&**event)),
            },
            model::ExamStep::Flagged { item, on } => What::Flagged { item: *item, on: *on },
            model::ExamStep::Paused => What::Paused,
            model::ExamStep::Resumed => What::Resumed,
            model::ExamStep::Closed(how) => What::Closed(match how {
                Closing::HandedIn => Closed::HandedIn,
                Closing::TimeUp => Closed::TimeUp,
                Closing::Left => Closed::Left,
            }),
        };
        ExamEvent {
            used_ms: from.used_ms,
            what,
        }
    }
}

impl From<ExamEvent> for model::ExamEvent {
    fn from(from: ExamEvent) -> Self {
        let what = match from.what {
            What::Began { timed, form } => model::ExamStep::Began {
                form: Box::new((*form).into()),
                timed,
            },
            What::Answered {
                item,
                chosen,
                confidence,
            } => model::ExamStep::Answered {
                item,
                choice: chosen.into(),
                confidence,
            },
            What::Played { item, event } => model::ExamStep::Played {
                item,
                event: Box::new((*event).into()),
            },
            What::Flagged { item, on } => model::ExamStep::Flagged { item, on },
            What::Paused => model::ExamStep::Paused,
            What::Resumed => model::ExamStep::Resumed,
            What::Closed(how) => model::ExamStep::Closed(match how {
                Closed::HandedIn => Closing::HandedIn,
                Closed::TimeUp => Closing::TimeUp,
                Closed::Left => Closing::Left,
            }),
        };
        model::ExamEvent {
            used_ms: from.used_ms,
            what,
        }
    }
}

impl From<&model::Form> for Form {
    fn from(from: &model::Form) -> Self {
        Form {
            blueprint: from.blueprint.to_string(),
            title: from.title.clone(),
            about: from.about.clone(),
            status: from.status.clone(),
            seed: Seed(from.seed),
            minutes: from.minutes,
            pass_mark: from.pass_mark.as_ref().map(|mark| PassMark {
                method: mark.method.clone(),
                panel: mark.panel.clone(),
                date: mark.date.clone(),
                cut: mark.cut,
                se: mark.se,
            }),
            items: from.items.iter().map(Item::from).collect(),
        }
    }
}

impl From<Form> for model::Form {
    fn from(from: Form) -> Self {
        model::Form {
            blueprint: from.blueprint.into(),
            title: from.title,
            about: from.about,
            status: from.status,
            seed: from.seed.0,
            minutes: from.minutes,
            pass_mark: from.pass_mark.map(|mark| model::PassMark {
                method: mark.method,
                panel: mark.panel,
                date: mark.date,
                cut: mark.cut,
                se: mark.se,
            }),
            items: from.items.into_iter().map(model::FormItem::from).collect(),
        }
    }
}

impl From<&model::FormItem> for Item {
    fn from(from: &model::FormItem) -> Self {
        let names = |list: &[Name]| list.iter().map(Name::to_string).collect();
        Item {
            kind: match from.kind {
                ItemKind::Scenario => Kind::Scenario,
                ItemKind::Single => Kind::Single,
            },
            scenario: from.scenario.to_string(),
            version: from.scenario_version,
            flow_hash: from.flow_hash.clone(),
            seed: Seed(from.seed),
            role: from.role.to_string(),
            draws: from
                .draws
                .iter()
                .map(|(var, value)| (var.to_string(), value.to_string()))
                .collect(),
            path: names(&from.path),
            node: from.node.as_ref().map(Name::to_string),
            offered: names(&from.offered),
            cell: from.cell,
        }
    }
}

impl From<Item> for model::FormItem {
    fn from(from: Item) -> Self {
        let names = |list: Vec<String>| list.into_iter().map(Name::from).collect();
        model::FormItem {
            kind: match from.kind {
                Kind::Scenario => ItemKind::Scenario,
                Kind::Single => ItemKind::Single,
            },
            scenario: from.scenario.into(),
            scenario_version: from.version,
            flow_hash: from.flow_hash,
            seed: from.seed.0,
            role: from.role.into(),
            draws: from
                .draws
                .into_iter()
                .map(|(var, value)| (var.into(), value.into()))
                .collect(),
            path: names(from.path),
            node: from.node.map(Name::from),
            offered: names(from.offered),
            cell: from.cell,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ExamStep, Step};

    fn events() -> Vec<model::ExamEvent> {
        let item = model::FormItem {
            kind: ItemKind::Single,
            scenario: "day-nine".into(),
            scenario_version: 2,
            flow_hash: "00ff".into(),
            seed: u64::MAX,
            role: "nurse".into(),
            draws: vec![("b".into(), "x".into()), ("a".into(), "y".into())],
            path: vec!["hall/ask".into()],
            node: Some("bed".into()),
            offered: vec!["ask".into(), "wait".into()],
            cell: 3,
        };
        let form = model::Form {
            blueprint: "first-look".into(),
            title: "A first look".into(),
            about: "Small.".into(),
            status: "drafted".into(),
            seed: 7,
            minutes: Some(35),
            pass_mark: Some(model::PassMark {
                method: "modified Angoff".into(),
                panel: "ten clinicians".into(),
                date: "2026-05-01".into(),
                cut: 60.0,
                se: None,
            }),
            items: vec![item],
        };
        let steps = [
            ExamStep::Began {
                form: Box::new(form),
                timed: true,
            },
            ExamStep::Answered {
                item: 0,
                choice: "ask".into(),
                confidence: Some(90),
            },
            ExamStep::Played {
                item: 0,
                event: Box::new(model::Event::Stepped(Box::new(Step {
                    node: "bed".into(),
                    chosen: "ask".into(),
                    ..Step::default()
                }))),
            },
            ExamStep::Flagged { item: 0, on: true },
            ExamStep::Paused,
            ExamStep::Resumed,
            ExamStep::Closed(Closing::TimeUp),
        ];
        let numbered = (0..).zip(steps);
        numbered
            .map(|(used_ms, what)| model::ExamEvent { used_ms, what })
            .collect()
    }

    #[test]
    fn a_file_gives_back_what_was_put_in() {
        let file = serde_json::json!({"format": 1, "exam": {"events": events_to_value(&events())}, "result": null});
        assert_eq!(from_json(&file.to_string()), Ok(events()));
    }

    #[test]
    fn other_files_are_named_for_what_they_are() {
        assert_eq!(from_json("[]"), Err(BadRecord::Foreign { wanted: "exam" }));
        let newer = r#"{"format": 2, "exam": 3}"#;
        assert_eq!(from_json(newer), Err(BadRecord::Newer { found: 2, known: 1 }));
        assert!(matches!(from_json("{"), Err(BadRecord::Syntax { .. })));
        let bent = r#"{"format": 1, "exam": {"events": [{"used_ms": 0, "what": "sung"}]}}"#;
        assert!(matches!(from_json(bent), Err(BadRecord::Shape { .. })));
    }
}
