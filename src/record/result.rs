//! A score as JSON: the four outputs apart, by names, with what it was judged by.

use serde::Serialize;
use serde_json::Value;

use super::replay::{ReplayedLine, ScoredLines};
use crate::model::{BandIx, Basis, ChoiceIx, Cue, DomainIx, Key, Name, NodeIx, Rubric, Scenario};
use crate::scoring::{Cap, LineResult, Mark, References};

/// The format written.
pub const FORMAT: u64 = 1;

const NOTE: &str = "Education only. It describes choices in this simulation, not the clinician who made them.";
const ONE_VIEW: &str = " The key is one author's opinion until a panel rates it.";

/// What a score was made with.
#[derive(Clone, Copy, Debug)]
pub struct Marks<'a> {
    pub scenario: &'a Scenario,
    pub key: &'a Key,
    pub rubric: &'a Rubric,
    /// What random, best and worst earn, where it was analysed.
    pub references: Option<&'a References>,
}

/// `bedside score --format json`: every line of a transcript. Indented, ends with a newline.
#[must_use]
pub fn to_json(marks: &Marks, scored: &ScoredLines) -> String {
    let mut text = serde_json::to_string_pretty(&document(marks, scored)).unwrap_or_default();
    text.push('\n');
    text
}

/// One line's result, to stand inside other outputs. Its fields are those of an entry of `lines` in `docs/formats.md`,
/// without `line`, `ending`, `left` and `record`.
#[must_use]
pub fn to_value(marks: &Marks, result: &LineResult) -> Value {
    serde_json::to_value(judged(marks, result)).unwrap_or_default()
}

#[derive(Serialize)]
struct Document<'a> {
    format: u64,
    scenario: &'a str,
    version: u32,
    flow_changed: bool,
    key: KeyJson<'a>,
    note: String,
    lines: Vec<LineJson<'a>>,
}

#[derive(Serialize)]
struct KeyJson<'a> {
    panel: &'a str,
    basis: &'static str,
    raters: Option<usize>,
    status: Option<&'a str>,
    synthetic: bool,
}

#[derive(Serialize)]
struct LineJson<'a> {
    line: usize,
    ending: Option<&'a str>,
    left: bool,
    record: bool,
    #[serde(flatten)]
    judged: Judged<'a>,
}

#[derive(Serialize)]
struct Judged<'a> {
    process: Option<Process>,
    references: Option<ReferencesJson>,
    label: Option<Label<'a>>,
    domains: Vec<Domain<'a>>,
    errors: Vec<ErrorJson<'a>>,
    owed: Vec<Owed<'a>>,
    moments: Vec<Moment>,
}

#[derive(Serialize)]
struct Process {
    score: f64,
    earned: f64,
    possible: f64,
    decisions: usize,
}

#[derive(Serialize)]
struct ReferencesJson {
    random: Spread,
    best: f64,
    worst: f64,
    between: Option<f64>,
}

#[derive(Serialize)]
struct Spread {
    mean: f64,
    sd: f64,
}

#[derive(Serialize)]
struct Label<'a> {
    band: Option<&'a str>,
    by_score: Option<&'a str>,
    caps: Vec<CapJson<'a>>,
}

#[derive(Serialize)]
struct CapJson<'a> {
    cap: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a str>,
}

#[derive(Serialize)]
struct Domain<'a> {
    domain: &'a str,
    share: Option<f64>,
    moments: Vec<DomainMoment<'a>>,
}

#[derive(Serialize)]
struct DomainMoment<'a> {
    step: usize,
    node: &'a str,
    mark: &'static str,
}

#[derive(Serialize)]
struct ErrorJson<'a> {
    error: &'a str,
    name: &'a str,
    severity: &'static str,
    made: Option<Made>,
    repaired_at: Option<usize>,
    because: Option<&'a str>,
}

#[derive(Serialize)]
struct Made {
    step: usize,
    choice: String,
}

#[derive(Serialize)]
struct Owed<'a> {
    item: &'a str,
    weight: f64,
    settled: bool,
}

#[derive(Serialize)]
struct Moment {
    step: usize,
    choice: String,
    counted: bool,
    credit: Option<f64>,
    best: Option<f64>,
    weight: Option<f64>,
    cue: Option<&'static str>,
}

fn document<'a>(marks: &Marks<'a>, scored: &'a ScoredLines) -> Document<'a> {
    let replayed = &scored.replayed;
    let record = replayed.record_line();
    let key = key(marks.key);
    let alone = if key.basis == "author" { ONE_VIEW } else { "" };
    let lines = replayed.lines.iter().zip(&scored.results).enumerate();
    let line = |(line, (walked, result)): (usize, (&ReplayedLine, &'a LineResult))| LineJson {
        line,
        ending: walked.ended().map(|ending| marks.scenario.ending(ending).id.as_str()),
        left: walked.left,
        record: record == Some(line),
        judged: judged(marks, result),
    };
    Document {
        format: FORMAT,
        scenario: &marks.scenario.id,
        version: marks.scenario.version,
        flow_changed: replayed.flow_changed,
        note: format!("{NOTE}{alone}"),
        key,
        lines: lines.map(line).collect(),
    }
}

fn key(key: &Key) -> KeyJson<'_> {
    let panel = key.panel.as_str();
    match &key.basis {
        Basis::Author { status } => KeyJson {
            panel,
            basis: "author",
            raters: None,
            status: Some(status),
            synthetic: false,
        },
        Basis::Panel { raters, synthetic, .. } => KeyJson {
            panel,
            basis: "panel",
            raters: Some(raters.len()),
            status: None,
            synthetic: *synthetic,
        },
    }
}

fn judged<'a>(marks: &Marks<'a>, result: &'a LineResult) -> Judged<'a> {
    let Marks {
        scenario, key, rubric, ..
    } = *marks;
    let node = |node: NodeIx| scenario.node(node).id.as_str();
    let address = |choice: ChoiceIx| scenario.address(choice);
    let domain = |at: DomainIx| rubric.domains.get(at.at()).map(|domain| domain.id.as_str());
    let score = result.process.map(|process| process.score);
    Judged {
        process: result.process.map(|process| Process {
            score: process.score,
            earned: process.earned,
            possible: process.possible,
            decisions: process.decisions,
        }),
        references: marks.references.map(|references| ReferencesJson {
            random: Spread {
                mean: references.random.mean,
                sd: references.random.sd,
            },
            best: references.best,
            worst: references.worst,
            between: score.and_then(|score| references.between(score)),
        }),
        label: result.label.as_ref().map(|label| {
            let band = |at: BandIx| rubric.bands.get(at.at()).map(|band| band.id.as_str());
            Label {
                band: band(label.band),
                by_score: band(label.by_score),
                caps: label.caps.iter().map(|cap| cap_json(*cap, domain)).collect(),
            }
        }),
        domains: (result.domains.iter())
            .map(|tested| Domain {
                domain: domain(tested.domain).unwrap_or_default(),
                share: tested.share,
                moments: (tested.moments.iter())
                    .map(|moment| DomainMoment {
                        step: moment.step + 1,
                        node: node(moment.node),
                        mark: mark(moment.mark),
                    })
                    .collect(),
            })
            .collect(),
        errors: (result.errors.iter())
            .filter_map(|instance| {
                let kind = rubric.errors.get(instance.error.at())?;
                Some(ErrorJson {
                    error: &kind.id,
                    name: &kind.name,
                    severity: instance.severity.id(),
                    made: instance.made.map(|(step, choice)| Made {
                        step: step + 1,
                        choice: address(choice),
                    }),
                    repaired_at: instance.repaired.map(|step| step + 1),
                    because: instance.because.as_deref(),
                })
            })
            .collect(),
        owed: (result.owed.iter())
            .map(|owed| Owed {
                item: key.owed.get(owed.item.at()).map_or("", |item| Name::as_str(&item.id)),
                weight: owed.weight,
                settled: owed.settled,
            })
            .collect(),
        moments: (result.moments.iter())
            .map(|moment| Moment {
                step: moment.step + 1,
                choice: address(moment.taken.choice),
                counted: moment.counted,
                credit: moment.credit,
                best: moment.best,
                weight: moment.weight,
                cue: moment.cue.map(cue),
            })
            .collect(),
    }
}

fn cap_json<'a>(cap: Cap, domain: impl Fn(DomainIx) -> Option<&'a str>) -> CapJson<'a> {
    match cap {
        Cap::UnrepairedCritical => CapJson {
            cap: "unrepaired_critical",
            domain: None,
        },
        Cap::RepairedCritical => CapJson {
            cap: "repaired_critical",
            domain: None,
        },
        Cap::Floor(at) => CapJson {
            cap: "floor",
            domain: domain(at),
        },
    }
}

fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Full => "full",
        Mark::Half => "half",
        Mark::Empty => "empty",
    }
}

fn cue(cue: Cue) -> &'static str {
    match cue {
        Cue::ExplicitProvides => "EP",
        Cue::ExplicitReduces => "ER",
        Cue::NonexplicitProvides => "NP",
        Cue::NonexplicitReduces => "NR",
    }
}
