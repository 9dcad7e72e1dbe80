//! An exam as a file: form, answers and result, and the same scored again with another key.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;

use anyhow::{Context, bail};
use serde_json::{Value, json};

use super::{kept, sit};
use crate::cli::exit::Outcome;
use crate::cli::format::Format;
use crate::cli::surroundings::Surroundings;
use crate::model::{Closing, ExamEvent, Library, exam_answers};
use crate::practice::exam::{Claim, CriticalError, ExamResult, Profile, ProfileOf, Sitting, Verdict};
use crate::practice::statistics::Interval;
use crate::record::{BadRecord, exam};
use crate::scoring::References;

/// No exam comes near this size.
const LARGEST: u64 = 32 * 1024 * 1024;

/// Found out before the first word rather than after the last; an old file keeps its contents until then.
pub(super) fn writable(file: &Path) -> anyhow::Result<()> {
    let opened = OpenOptions::new().append(true).create(true).open(file);
    opened.map(drop).with_context(|| writing(file))
}

/// Nothing came of it: a file that was only made to see whether it could be goes again.
pub(super) fn unused(file: &Path) -> anyhow::Result<()> {
    if std::fs::metadata(file).is_ok_and(|about| about.len() == 0) {
        std::fs::remove_file(file).with_context(|| writing(file))?;
    }
    Ok(())
}

fn writing(file: &Path) -> String {
    format!("could not write the exam to {}; give another file", file.display())
}

pub(super) fn write(
    file: &Path,
    library: &Library,
    events: &[ExamEvent],
    sitting: &Sitting,
    found: Option<&ExamResult>,
) -> anyhow::Result<()> {
    let value = document(library, events, sitting, found);
    let mut text = serde_json::to_string_pretty(&value)?;
    text.push('\n');
    std::fs::write(file, text).with_context(|| writing(file))
}

/// `docs/formats.md`, "Exam".
fn document(library: &Library, events: &[ExamEvent], sitting: &Sitting, found: Option<&ExamResult>) -> Value {
    let answers = exam_answers(events);
    let answers: Vec<Value> = answers
        .iter()
        .map(|(_, answer)| {
            json!({
                "scenario": answer.scenario.as_str(),
                "node": answer.node.as_str(),
                "chosen": answer.choice.as_str(),
                "confidence": answer.confidence,
            })
        })
        .collect();
    json!({
        "format": exam::FORMAT,
        "exam": {
            "blueprint": sitting.form().blueprint.as_str(),
            "seed": sitting.form().seed.to_string(),
            "events": exam::events_to_value(events),
            "answers": answers,
        },
        "result": found.map(|found| result_json(library, found)),
    })
}

/// Scores a saved exam again: with the key of a panel, or as it would be scored today.
pub(super) fn rescore(
    around: &Surroundings,
    file: &Path,
    panel: Option<&str>,
    save: Option<&Path>,
    format: Format,
) -> anyhow::Result<Outcome> {
    let shown = file.display();
    let events = exam::from_json(&read(file)?).map_err(|bad| anyhow::anyhow!("{shown}: {}", told(&bad)))?;
    let shelf = around.shelf()?;
    let library = &shelf.library;
    let sitting = Sitting::restore(&events, library, panel)
        .with_context(|| format!("{shown} does not say how the exam began; give a file that --save wrote"))?;
    if let Some(panel) = panel {
        known_panel(library, &sitting, panel)?;
    }
    if !sit::counts(sitting.closed()) {
        bail!(
            "this exam was {} and has no result; go on with it first: `bedside exam --resume`",
            how(sitting.closed())
        );
    }
    let found = kept::scored(&sitting).context("nothing in this exam can be scored")?;
    if let Some(panel) = panel {
        let other: Vec<&str> = found
            .keys
            .iter()
            .filter(|(_, known, _)| known != panel)
            .map(|(scenario, _, _)| scenario.as_str())
            .collect();
        if !other.is_empty() {
            around.note(&format!(
                "the panel {panel} has not rated {}; their first key was used",
                other.join(", ")
            ));
        }
    }
    if let Some(save) = save {
        write(save, library, &events, &sitting, Some(&found))?;
    }
    if format == Format::Json {
        let mut out = around.out();
        let text = serde_json::to_string_pretty(&document(library, &events, &sitting, Some(&found)))?;
        writeln!(out, "{text}")?;
        out.flush()?;
        return Ok(Outcome::Fine);
    }
    let mut paper = around.paper();
    sit::show(&mut paper, around, library, sitting.form(), &found)?;
    paper.flush()?;
    Ok(Outcome::Fine)
}

fn how(closed: Option<Closing>) -> &'static str {
    match closed {
        Some(_) => "given up",
        None => "not handed in",
    }
}

/// A panel that rated nothing of the form would silently give the usual score.
fn known_panel(library: &Library, sitting: &Sitting, panel: &str) -> anyhow::Result<()> {
    let entries = sitting
        .form()
        .items
        .iter()
        .filter_map(|item| library.find(&item.scenario));
    let mut panels: Vec<&str> = entries
        .flat_map(|entry| entry.keys.iter().map(|key| key.panel.as_str()))
        .collect();
    panels.sort_unstable();
    panels.dedup();
    if panels.contains(&panel) {
        return Ok(());
    }
    let known = if panels.is_empty() {
        "none yet".to_owned()
    } else {
        panels.join(", ")
    };
    bail!("no conversation of this exam has a key by the panel \"{panel}\"; there is {known}")
}

fn read(file: &Path) -> anyhow::Result<String> {
    let shown = file.display();
    let opened = File::open(file).with_context(|| format!("could not open {shown}; give a file that --save wrote"))?;
    let mut bytes = Vec::new();
    let read = opened.take(LARGEST + 1).read_to_end(&mut bytes);
    read.with_context(|| format!("could not read {shown}; give a file that --save wrote"))?;
    if bytes.len() as u64 > LARGEST {
        bail!("{shown} is larger than 32 MB and no exam; give a file that --save wrote");
    }
    String::from_utf8(bytes).map_err(|_| anyhow::anyhow!("{shown} is not text; give a file that --save wrote"))
}

fn told(bad: &BadRecord) -> String {
    match bad {
        BadRecord::Syntax { line, column, what } => {
            format!("line {line}, column {column}: this is not complete JSON ({what}); give a file that --save wrote")
        }
        BadRecord::Shape { line, column, what } => {
            format!("line {line}, column {column}: {what}; correct it there, or give a file that --save wrote")
        }
        BadRecord::Foreign { .. } => {
            "not a saved exam: it should begin with {\"format\": 1, \"exam\": …}; give a file that --save wrote"
                .to_owned()
        }
        other => other.to_string(),
    }
}

fn result_json(library: &Library, found: &ExamResult) -> Value {
    let rubric = &library.rubric;
    let errors = |list: &[CriticalError]| -> Vec<Value> {
        let one = |error: &CriticalError| {
            let kind = rubric.errors.get(error.error.at());
            json!({
                "item": error.item + 1,
                "scenario": error.scenario.as_str(),
                "node": error.node.as_deref(),
                "error": kind.map(|kind| kind.id.as_str()),
                "name": kind.map(|kind| kind.name.as_str()),
                "severity": error.severity.id(),
                "repaired": error.repaired,
                "because": error.because,
            })
        };
        list.iter().map(one).collect()
    };
    let profile = |row: &Profile| {
        let (kind, id) = match &row.of {
            ProfileOf::Domain(domain) => {
                let domain = rubric.domains.get(domain.at());
                ("domain", domain.map_or(String::new(), |domain| domain.id.to_string()))
            }
            ProfileOf::Track(track) => ("track", track.id().to_owned()),
            ProfileOf::Topic(topic) => ("topic", topic.to_string()),
        };
        json!({"of": kind, "id": id, "n": row.n, "share": row.share.as_ref().map(interval)})
    };
    let claim = match found.claim {
        Claim::TooFew { have, need } => json!({"enough": false, "have": have, "need": [need.0, need.1]}),
        Claim::AsMany { have } => json!({"enough": true, "have": have}),
    };
    json!({
        "closed": if found.closed == Closing::TimeUp { "time_up" } else { "handed_in" },
        "used_ms": found.used_ms,
        "decisions": found.decisions,
        "unanswered": found.unanswered,
        "score": found.score.as_ref().map(interval),
        "reference": found.reference.map(|reference| json!({
            "random": reference.random,
            "best": reference.best,
            "between": reference.between,
        })),
        "claim": claim,
        "verdict": found.verdict.map(|verdict| match verdict {
            Verdict::Above => "above",
            Verdict::Below => "below",
            Verdict::TooCloseToCall => "too_close_to_call",
        }),
        "profile": found.profile.iter().map(profile).collect::<Vec<_>>(),
        "critical_errors": errors(&found.critical),
        "other_errors": errors(&found.other_errors),
        "missed": found.missed.iter().map(|missed| json!({
            "item": missed.item + 1,
            "scenario": missed.scenario.as_str(),
            "owed": missed.owed.as_str(),
            "weight": missed.weight,
        })).collect::<Vec<_>>(),
        "conversations": found.scenarios.iter().map(|talk| json!({
            "item": talk.item + 1,
            "scenario": talk.scenario.as_str(),
            "ending": talk.ending.as_deref(),
            "score": talk.score,
            "references": talk.references.as_ref().map(references),
        })).collect::<Vec<_>>(),
        "gone": found.gone.iter().map(|item| item + 1).collect::<Vec<_>>(),
        "keys": found.keys.iter().map(|(scenario, panel, author)| json!({
            "scenario": scenario.as_str(),
            "panel": panel.as_str(),
            "basis": if *author { "author" } else { "panel" },
        })).collect::<Vec<_>>(),
        "note": "Education only. It describes choices in this simulation and says nothing about readiness.",
    })
}

fn interval(share: &Interval) -> Value {
    json!({"n": share.n, "share": share.share, "low": share.low, "high": share.high})
}

fn references(known: &References) -> Value {
    json!({"random": {"mean": known.random.mean, "sd": known.random.sd}, "best": known.best, "worst": known.worst})
}
