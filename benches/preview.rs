//! `bedside preview` beside an editor: from the write to the painted change, in the real release program.

use std::fs;

use crate::clock;
use crate::shipped;
use crate::table::{Found, Table, Value};
use crate::terminal::Terminal;

/// Waiting for the wall clock of a busy machine asks for more of them.
const SAVES: usize = 15;

pub(crate) fn rows(table: &mut Table) {
    table.row(
        "preview: save to painted change, largest shipped scenario, wall time",
        Some(Value::Time(0.100)),
        || {
            let (wall, used) = saves();
            let least = wall.iter().copied().fold(f64::INFINITY, f64::min);
            let note = format!(
                "{SAVES} saves, 15 ms of each to see that it is over; least {:.0} ms; CPU {:.0} ms",
                least * 1e3,
                clock::median(used) * 1e3
            );
            Found::time(clock::median(wall)).noting(note)
        },
    );
}

/// Seconds on the wall, and of CPU.
fn saves() -> (Vec<f64>, Vec<f64>) {
    let folder = tempfile::tempdir().expect("a folder");
    let pack = shipped::pack();
    let largest = pack
        .scenarios
        .iter()
        .max_by_key(|file| file.text.len())
        .expect("a library");
    let path = folder.path().join(&largest.path);
    shipped::write(&path, &largest.text);
    let id = path.file_stem().and_then(|name| name.to_str()).expect("a name");
    for key in pack.keys.iter().filter(|key| key.path.contains(&format!("/{id}/"))) {
        shipped::write(&folder.path().join(&key.path), &key.text);
    }
    let shown = path.display().to_string();
    let mut terminal = Terminal::run(&["--seed", "3", "preview", &shown], 200, 60);
    let title = title(&largest.text);
    terminal.wait("the conversation", |screen| screen.contains("decision 1"));
    terminal.wait("its title", |screen| screen.contains(title));
    let process = terminal.process();
    let save = |at: usize| {
        let word = format!("Save{at:03}");
        let text = largest
            .text
            .replacen(&format!("\ntitle: {title}"), &format!("\ntitle: {word}"), 1);
        assert!(text.contains(&word), "the title is not where it was sought");
        let (begun, used) = (clock::wall(), clock::used_by(process));
        fs::write(&path, text).expect("the file is written");
        terminal.wait("the new title", |screen| screen.contains(&word));
        (clock::wall() - begun, clock::used_by(process) - used)
    };
    (0..SAVES).map(save).unzip()
}

fn title(text: &str) -> &str {
    let line = text.lines().find_map(|line| line.strip_prefix("title: "));
    line.expect("a title").trim_matches('"')
}
