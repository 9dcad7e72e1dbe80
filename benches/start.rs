//! The real release program in a pseudo-terminal: how long until home stands there, how much memory it holds, how large it is.

use std::fs;
use std::path::Path;

use crate::clock::{self, SAMPLES};
use crate::shipped;
use crate::table::{Found, Table, Value};
use crate::terminal::Terminal;

pub(crate) fn rows(table: &mut Table) {
    let frame = "start: to the first frame, 60 scenarios in a folder and those built in";
    let first = "start: memory by the first frame";
    let read = "start: memory once all of them were read behind it";
    let folder = tempfile::tempdir().expect("a folder");
    if [frame, first, read].into_iter().any(|name| table.wants(name)) {
        shipped::put(&shipped::copies(60), folder.path());
    }
    let library = folder.path().display().to_string();
    let args = ["--library", library.as_str()];
    let found = std::cell::LazyCell::new(|| starts(&args));
    table.row(frame, Some(Value::Time(0.050)), || Start::shown(&found));
    table.row(first, Some(Value::Size(40e6)), || {
        let held = found.iter().map(|start| start.held).collect();
        Found::of(Value::Size(clock::median(held))).noting("largest resident set")
    });
    table.row(read, None, || {
        let found = (0..SAMPLES).map(|_| {
            let mut terminal = home(&args);
            terminal.wait("what today could be", |screen| screen.contains("A first conversation"));
            peak(terminal.process())
        });
        Found::of(Value::Size(clock::median(found.collect())))
    });
    table.row(
        "start: to the first frame with what is built in only",
        Some(Value::Time(0.050)),
        || Start::shown(&starts(&[])),
    );
    table.row("start: size of the release program", Some(Value::Size(15e6)), || {
        let about = fs::metadata(env!("CARGO_BIN_EXE_bedside")).expect("it is built");
        Found::of(Value::Size(about.len() as f64))
    });
}

/// One start, in seconds and bytes.
pub(crate) struct Start {
    /// CPU of the thread that paints: what it takes where a core is free.
    painting: f64,
    /// CPU of all threads, with what is read behind the first frame.
    all: f64,
    wall: f64,
    /// Largest resident set so far.
    held: f64,
}

impl Start {
    pub(crate) fn shown(starts: &[Start]) -> Found {
        let median = |of: fn(&Start) -> f64| clock::median(starts.iter().map(of).collect());
        let least = starts.iter().map(|start| start.wall).fold(f64::INFINITY, f64::min);
        Found::time(median(|start| start.painting)).noting(format!(
            "the painting thread; all threads {:.0} ms; wall {:.0} ms, least {:.0} ms",
            median(|start| start.all) * 1e3,
            median(|start| start.wall) * 1e3,
            least * 1e3
        ))
    }
}

/// A warm start so many times.
pub(crate) fn starts(args: &[&str]) -> Vec<Start> {
    drop(home(args));
    let start = |_| {
        let begun = clock::wall();
        let terminal = home(args);
        let wall = clock::wall() - begun;
        let process = terminal.process();
        Start {
            painting: clock::used_by_first_thread(process),
            all: clock::used_by(process),
            wall,
            held: peak(process),
        }
    };
    (0..SAMPLES).map(start).collect()
}

fn home(args: &[&str]) -> Terminal {
    let mut terminal = Terminal::run(args, 120, 40);
    terminal.wait("home", |screen| screen.contains("? keys"));
    terminal
}

/// Largest resident set so far, in bytes.
fn peak(process: u32) -> f64 {
    let path = Path::new("/proc").join(process.to_string()).join("status");
    let text = fs::read_to_string(path).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kibibytes.map_or(f64::NAN, |kibibytes| kibibytes * 1024.0)
}
