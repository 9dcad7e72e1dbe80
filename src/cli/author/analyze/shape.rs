//! What the JSON of an analysis holds; `docs/formats.md`, "Analysis".

use std::collections::BTreeMap;

use serde::Serialize;

use crate::explore::Method;

#[derive(Serialize)]
pub(super) struct Answer<'a> {
    pub(super) format: u32,
    pub(super) analysis: Analysis<'a>,
}

#[derive(Serialize)]
pub(super) struct Analysis<'a> {
    pub(super) scenario: &'a str,
    pub(super) version: u32,
    pub(super) flow_hash: String,
    pub(super) panel: Option<&'a str>,
    pub(super) method: How,
    pub(super) values_method: How,
    pub(super) every_draw: bool,
    pub(super) cases: usize,
    /// `null` where lines can go on for ever, or where sampled.
    pub(super) ways: Option<f64>,
    pub(super) steps: f64,
    pub(super) endings: Vec<Ending<'a>>,
    pub(super) nodes: Vec<Node<'a>>,
    pub(super) choices: Vec<Choice<'a>>,
    pub(super) unreachable: Vec<Unreachable>,
    pub(super) dead_ends: Vec<DeadEnd<'a>>,
    pub(super) loops: Vec<Loop>,
    pub(super) score: Option<Score>,
    pub(super) policies: Vec<Know>,
    pub(super) errors: Vec<MadeError<'a>>,
    pub(super) repairs: Vec<Repair<'a>>,
    pub(super) owed: Vec<Owed<'a>>,
}

/// How numbers were found.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum How {
    Exact { exact: bool, states: usize },
    Sampled { exact: bool, plays: usize, seed: u64 },
}

#[derive(Serialize)]
pub(super) struct Way {
    pub(super) choices: Vec<String>,
    pub(super) role: Option<String>,
    pub(super) draws: BTreeMap<String, String>,
}

#[derive(Serialize)]
pub(super) struct Ending<'a> {
    pub(super) ending: &'a str,
    pub(super) kind: &'static str,
    pub(super) chance: f64,
    pub(super) standard_error: f64,
    pub(super) nearest: Option<Way>,
}

#[derive(Serialize)]
pub(super) struct Node<'a> {
    pub(super) node: &'a str,
    pub(super) visits: f64,
    pub(super) nearest: Option<Way>,
    pub(super) values: Vec<Values<'a>>,
}

#[derive(Serialize)]
pub(super) struct Values<'a> {
    pub(super) var: &'a str,
    pub(super) trace: bool,
    pub(super) low: i32,
    pub(super) high: i32,
    pub(super) mean: Option<f64>,
}

#[derive(Serialize)]
pub(super) struct Choice<'a> {
    pub(super) choice: String,
    pub(super) takes: f64,
    pub(super) nearest: Option<Way>,
    pub(super) leads_to: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Unreachable {
    pub(super) kind: &'static str,
    pub(super) id: String,
    pub(super) why: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct DeadEnd<'a> {
    pub(super) node: &'a str,
    pub(super) why: &'static str,
    pub(super) way: Way,
}

#[derive(Serialize)]
pub(super) struct Loop {
    pub(super) way: Way,
    pub(super) round: Vec<String>,
    pub(super) leaves: bool,
}

#[derive(Serialize)]
pub(super) struct Score {
    pub(super) random: Option<Know>,
    /// Smallest score with at least 5, 25, 50, 75 and 95 % of plays at or below it.
    pub(super) quantiles: Option<[f64; 5]>,
    pub(super) quantiles_exact: bool,
    pub(super) best: Option<f64>,
    pub(super) best_way: Option<Way>,
    pub(super) worst: Option<f64>,
    pub(super) worst_way: Option<Way>,
}

#[derive(Serialize)]
pub(super) struct Know {
    pub(super) policy: String,
    pub(super) method: How,
    pub(super) mean: Option<f64>,
    pub(super) sd: Option<f64>,
    pub(super) standard_error: f64,
    /// 0 is random, 1 the best line.
    pub(super) between: Option<f64>,
}

#[derive(Serialize)]
pub(super) struct MadeError<'a> {
    pub(super) error: &'a str,
    pub(super) name: &'a str,
    pub(super) severity: &'static str,
    pub(super) repairable: bool,
    /// `node/choice`; `null` for what was never done (`at_end`).
    pub(super) at: Option<String>,
    pub(super) made: Option<Way>,
}

#[derive(Serialize)]
pub(super) struct Repair<'a> {
    pub(super) error: &'a str,
    pub(super) at: String,
    pub(super) reached: bool,
    pub(super) finds_it_made: bool,
}

#[derive(Serialize)]
pub(super) struct Owed<'a> {
    pub(super) item: &'a str,
    pub(super) settled: Option<Way>,
    pub(super) counts_in: usize,
    pub(super) never_in: usize,
}

impl From<Method> for How {
    fn from(method: Method) -> Self {
        match method {
            Method::Exact { states } => How::Exact { exact: true, states },
            Method::Sampled { plays, seed } => How::Sampled {
                exact: false,
                plays,
                seed,
            },
        }
    }
}
