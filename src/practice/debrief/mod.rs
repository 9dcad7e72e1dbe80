//! Everything there is to say about one line, in the scenario's words and as plain data, for reports and exports.
//! The program's own words stay out of it.

mod beside;
mod gather;
mod judged;
mod people;

pub use gather::debrief;

#[cfg(test)]
mod tests;

use crate::model::{Act, EndingCause, EndingKind, Level, Mode, Name, SkillIx, Trace, Track};
use crate::scoring::{Cap, Mark};

#[derive(Clone, Debug, PartialEq)]
pub struct Debrief {
    pub scenario: Name,
    pub version: u32,
    pub title: String,
    pub setting: String,
    pub summary: String,
    pub track: Track,
    /// Last stage of the review ladder.
    pub review: Option<Name>,
    pub seed: u64,
    pub mode: Mode,
    pub role: Name,
    /// A line came before it in this sitting.
    pub replay: bool,
    /// Left before an ending.
    pub left: bool,
    pub ending: Option<Ended>,
    /// "Before anything else: how was that?" Filled by whoever keeps it.
    pub reflection: Option<String>,
    pub traces: Vec<PersonTrace>,
    /// Largest first.
    pub turning: Vec<Turning>,
    pub unasked: Vec<Draw>,
    /// What could be found out, and whether it was.
    pub facts: Vec<(String, bool)>,
    pub people: Vec<Somebody>,
    pub moments: Vec<Moment>,
    /// Another line that reached an ending, where there is one.
    pub other: Option<OtherWay>,
    /// Domains with at least one moment.
    pub domains: Vec<DomainMarks>,
    pub errors: Vec<ErrorLine>,
    /// Ids of owed decisions that were never met.
    pub owed: Vec<(Name, f64)>,
    /// `None` without a key, or for a line left early.
    pub score: Option<Score>,
    /// `None` when nobody rated this scenario.
    pub key: Option<KeyAbout>,
    /// Skills with most to gain, at most two.
    pub practise: Vec<SkillIx>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Ended {
    pub id: Name,
    pub title: String,
    pub kind: EndingKind,
    pub because: Option<EndingCause>,
    pub epilogue: Vec<Spoken>,
    pub debrief: Vec<Spoken>,
    pub discuss: Vec<String>,
}

/// One line as it was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    pub who: Voice,
    /// In the author's word.
    pub mood: Option<String>,
    /// Who carried the words.
    pub via: Option<String>,
    /// Empty for a pause or a silent change of mood.
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    Narrator,
    You,
    Pause,
    Person(String),
}

/// How one person's trust, understanding or distress moved. Never part of the score.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonTrace {
    pub name: Option<String>,
    pub trace: Trace,
    pub bounds: (i32, i32),
    /// Before the first decision, then after every one.
    pub values: Vec<i32>,
    /// The same along one best line; empty where none is known.
    pub best: Vec<i32>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Turning {
    /// Decision, from 1.
    pub moment: usize,
    pub name: Option<String>,
    pub trace: Trace,
    pub change: i32,
    /// What the author says about it.
    pub words: Option<String>,
}

/// Something drawn at the start.
#[derive(Clone, Debug, PartialEq)]
pub struct Draw {
    pub means: String,
    pub revealed: bool,
    pub if_never_asked: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Somebody {
    pub name: String,
    pub who: String,
    pub wants: Option<String>,
    pub fears: Option<String>,
}

/// One decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// From 1.
    pub number: usize,
    pub node: Name,
    pub choice: Name,
    pub place: Option<String>,
    /// The last line said before it.
    pub before: Option<Spoken>,
    pub to: Option<String>,
    pub act: Act,
    pub said: String,
    /// What the learner had written before the choices appeared; only when asked for.
    pub own_words: Option<String>,
    pub confidence: Option<u8>,
    pub hinted: bool,
    pub reply: Vec<Spoken>,
    pub felt: Vec<Spoken>,
    pub why: Option<String>,
    pub better: Option<String>,
    pub also: Vec<String>,
    /// Other choices here that the key rates at least 1, best first.
    pub good: Vec<String>,
    /// Framework and move.
    pub framework: Option<(String, String)>,
    pub noticed: Option<String>,
    pub expert_says: Option<String>,
    pub expert_why: Option<String>,
    /// One side and the other, where experts differ.
    pub differ: Option<(String, String)>,
    /// 0 … 1; `None` where it did not count.
    pub credit: Option<f64>,
    pub best: Option<f64>,
    pub weight: Option<f64>,
}

/// Another line of the same sitting beside this one, from where they part.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherWay {
    /// Lines, from 1.
    pub other: usize,
    pub this: usize,
    /// Decision of both, from 1.
    pub parts_at: usize,
    pub rows: Vec<WayRow>,
    /// Those that differ.
    pub traces: Vec<WayTrace>,
    /// How the other ended, and this.
    pub endings: (String, String),
}

/// The same decision in both, or one that only one of them met.
#[derive(Clone, Debug, PartialEq)]
pub struct WayRow {
    pub other: Option<WayMoment>,
    pub this: Option<WayMoment>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WayMoment {
    /// Decision of its line, from 1.
    pub number: usize,
    pub act: Act,
    pub to: Option<String>,
    pub said: String,
    pub felt: Vec<Spoken>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WayTrace {
    pub name: Option<String>,
    pub trace: Trace,
    /// Before the first decision, then after every one.
    pub other: Vec<i32>,
    pub this: Vec<i32>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DomainMarks {
    pub letter: char,
    pub name: String,
    /// Decision (from 1) and mark.
    pub marks: Vec<(usize, Mark)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ErrorLine {
    pub id: Name,
    pub name: String,
    pub severity: Level,
    /// Decision, from 1; `None` for what was never done.
    pub moment: Option<usize>,
    /// Decision that repaired it, from 1.
    pub repaired: Option<usize>,
    pub because: Option<String>,
    pub instead: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// 0–100
    pub score: f64,
    pub decisions: usize,
    pub label: Option<String>,
    pub label_means: Option<String>,
    pub caps: Vec<Cap>,
    pub references: Option<Beside>,
}

/// All on the scale of the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    pub random: f64,
    pub sd: f64,
    pub best: f64,
    pub worst: f64,
    /// 0 where random lies, 1 where the best does.
    pub between: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct KeyAbout {
    pub panel: Name,
    pub basis: Judges,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judges {
    Author,
    Panel {
        raters: usize,
    },
    /// An example made up to show the format.
    Synthetic,
}
