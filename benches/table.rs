//! The table: what was measured beside what was promised and beside another engine, row by row as it comes.
#![allow(clippy::print_stdout, reason = "a benchmark prints")]

use std::fmt;

/// Rows whose name holds one of the words given on the command line; all without.
pub(crate) struct Table {
    wanted: Vec<String>,
    headed: bool,
    missed: Vec<String>,
}

/// A number with its unit.
#[derive(Clone, Copy)]
pub(crate) enum Value {
    /// Seconds.
    Time(f64),
    /// Plays a second.
    Rate(f64),
    /// Bytes.
    Size(f64),
    /// Times as fast as another.
    Times(f64),
}

use Value::{Rate, Size, Time, Times};

/// What was found.
pub(crate) struct Found {
    pub(crate) value: Value,
    /// How much faster than the other engine.
    pub(crate) beside: Option<f64>,
    /// What else is worth knowing: the spread, or which one was worst.
    pub(crate) note: String,
}

impl Table {
    pub(crate) fn new() -> Table {
        // Cargo adds `--bench`.
        let words = std::env::args().skip(1).filter(|word| !word.starts_with("--"));
        Table {
            wanted: words.map(|word| word.to_lowercase()).collect(),
            headed: false,
            missed: Vec::new(),
        }
    }

    pub(crate) fn wants(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.wanted.is_empty() || self.wanted.iter().any(|word| name.contains(word))
    }

    /// A row of its own, measured only when it is wanted. `target` is the promise: times are at most, ratios at least.
    pub(crate) fn row(&mut self, name: &str, target: Option<Value>, measure: impl FnOnce() -> Found) {
        if self.wants(name) {
            let found = measure();
            self.print(name, target, &found);
        }
    }

    pub(crate) fn print(&mut self, name: &str, target: Option<Value>, found: &Found) {
        if !std::mem::replace(&mut self.headed, true) {
            println!("{:74} {:>13} {:>10} {:>9}", "", "measured", "bladeink", "target");
        }
        let beside = found.beside.map_or(String::new(), |beside| Times(beside).to_string());
        let (promise, verdict) = match target {
            None => (String::new(), ""),
            Some(target) => (
                format!("{target:.0}"),
                if found.keeps(target) { "met" } else { "MISSED" },
            ),
        };
        if verdict == "MISSED" {
            self.missed.push(name.to_owned());
        }
        let (value, note) = (found.value.to_string(), &found.note);
        println!(
            "{}",
            format!("{name:74} {value:>13} {beside:>10} {promise:>9}  {verdict:6}  {note}").trim_end()
        );
    }

    pub(crate) fn end(&self) {
        println!(
            "\nCPU time, median of {} or more, one thread, unless a row says otherwise.",
            crate::clock::SAMPLES
        );
        match self.missed.len() {
            0 => println!("Every target shown is met."),
            count => println!("{count} missed: {}", self.missed.join("; ")),
        }
    }
}

impl Found {
    pub(crate) fn time(seconds: f64) -> Found {
        Found::of(Time(seconds))
    }

    pub(crate) fn of(value: Value) -> Found {
        Found {
            value,
            beside: None,
            note: String::new(),
        }
    }

    pub(crate) fn noting(self, note: impl Into<String>) -> Found {
        Found {
            note: note.into(),
            ..self
        }
    }

    fn keeps(&self, target: Value) -> bool {
        match (target, self.value) {
            (Time(most), Time(value)) | (Size(most), Size(value)) => value <= most,
            (Rate(least), Rate(value)) => value >= least,
            (Times(least), _) => self.beside.is_some_and(|beside| beside >= least),
            _ => false,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Time(seconds) => write!(out, "{:.*} ms", out.precision().unwrap_or(2), seconds * 1e3),
            Rate(rate) => write!(out, "{rate:.0} /s"),
            Size(bytes) => write!(out, "{:.*} MB", out.precision().unwrap_or(1), bytes / 1e6),
            Times(times) => write!(out, "{:.*} x", out.precision().unwrap_or(1), times),
        }
    }
}
