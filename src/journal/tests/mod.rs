//! The journal against its promises: nothing written twice or lost, nothing of others touched, forgotten means gone.

mod claims;
mod crash;
mod forgetting;
mod keeping;
mod opening;
mod practice;
mod writing;

use tempfile::TempDir;

use super::{AttemptId, Journal, Sqlite, Utc};
use crate::model::{Event, Step, Transcript};

/// A minute after another, from the first of January 2026.
fn at(minute: i64) -> Utc {
    Utc::from_millis(1_767_225_600_000 + minute * 60_000)
}

fn attempt(minute: i64) -> AttemptId {
    AttemptId::from_parts(at(minute), [0; 10])
}

fn began(scenario: &str) -> Transcript {
    Transcript {
        scenario: scenario.into(),
        pack: "built-in".into(),
        scenario_version: 3,
        flow_hash: "00ff".to_owned(),
        seed: u64::MAX - 1,
        role: "physician".into(),
        draws: vec![("wants".into(), "to_know".into())],
        lines: vec![crate::model::RunLine::default()],
        ..Transcript::default()
    }
}

fn stepped(line: u32, node: &str, chosen: &str) -> Event {
    Event::Stepped(Box::new(Step {
        line,
        node: node.into(),
        chosen: chosen.into(),
        confidence: Some(70),
        ..Step::default()
    }))
}

fn ended(line: u32, ending: &str) -> Event {
    Event::Ended {
        line,
        ending: ending.into(),
    }
}

fn answered(text: &str) -> Event {
    Event::Answered { text: text.to_owned() }
}

/// An attempt of Ana's, begun at a minute, its events a minute apart.
fn play(journal: &mut Sqlite, minute: i64, scenario: &str, events: &[Event]) -> AttemptId {
    let id = attempt(minute);
    journal.begin(id, "Ana", at(minute), &began(scenario)).unwrap();
    for (seq, event) in (1..).zip(events) {
        journal
            .append(id, seq, at(minute + i64::from(seq)), std::slice::from_ref(event))
            .unwrap();
    }
    id
}

/// A journal in a folder of its own, which goes with the folder.
fn on_disk() -> (TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    (folder, path)
}

/// Every row of a table, as text.
fn dump(journal: &Sqlite, table: &str) -> Vec<String> {
    let mut query = journal.conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let columns = query.column_count();
    let rows = query.query_map([], |row| {
        let cells: rusqlite::Result<Vec<String>> = (0..columns)
            .map(|at| row.get_ref(at).map(|cell| format!("{cell:?}")))
            .collect();
        Ok(cells?.join(" "))
    });
    let mut rows: Vec<String> = rows.unwrap().collect::<Result<_, _>>().unwrap();
    rows.sort();
    rows
}

fn derived(journal: &Sqlite) -> Vec<Vec<String>> {
    ["standing", "ended_line", "first_answer", "answer", "practised"]
        .map(|table| dump(journal, table))
        .into()
}
