//! The debrief as rows (one a decision) and as JSON. Own words are in it only when the debrief was gathered with them.

use serde_json::{Value, json};

use crate::model::{Act, EndingCause, EndingKind, Level, Trace};
use crate::practice::debrief::{Debrief, Moment, Spoken, Voice};
use crate::report::Fault;
use crate::report::csv::{Cell, table};
use crate::scoring::Mark;

/// One row a decision.
pub fn debrief_csv(d: &Debrief) -> Result<String, Fault> {
    let head = [
        "scenario",
        "moment",
        "node",
        "choice",
        "to",
        "act",
        "said",
        "own_words",
        "confidence",
        "hinted",
        "credit",
        "best",
        "weight",
        "better",
        "why",
    ];
    let text = |text: &Option<String>| text.as_ref().map_or(Cell::Empty, Cell::text);
    let rows = d.moments.iter().map(|moment| {
        vec![
            Cell::text(d.scenario.as_str()),
            Cell::Count(moment.number),
            Cell::text(moment.node.as_str()),
            Cell::text(moment.choice.as_str()),
            text(&moment.to),
            Cell::text(act(moment.act)),
            Cell::text(&moment.said),
            text(&moment.own_words),
            moment
                .confidence
                .map_or(Cell::Empty, |sure| Cell::Count(usize::from(sure))),
            Cell::text(if moment.hinted { "yes" } else { "no" }),
            Cell::maybe(moment.credit),
            Cell::maybe(moment.best),
            Cell::maybe(moment.weight),
            text(&moment.better),
            text(&moment.why),
        ]
    });
    table(&head, rows)
}

/// `{"format": 1, "debrief": {…}}`
pub fn debrief_json(d: &Debrief) -> Result<String, Fault> {
    let value = json!({
        "format": 1,
        "debrief": {
            "scenario": d.scenario.as_str(),
            "version": d.version,
            "title": d.title,
            "track": d.track.id(),
            "review": d.review.as_deref(),
            "seed": d.seed.to_string(),
            "mode": d.mode.id(),
            "role": d.role.as_str(),
            "replay": d.replay,
            "left": d.left,
            "reflection": d.reflection,
            "ending": d.ending.as_ref().map(|end| json!({
                "id": end.id.as_str(),
                "title": end.title,
                "kind": kind(end.kind),
                "because": end.because.map(cause),
            })),
            "traces": d.traces.iter().map(|trace| json!({
                "person": trace.name,
                "trace": named(trace.trace),
                "low": trace.bounds.0,
                "high": trace.bounds.1,
                "values": trace.values,
                "best": trace.best,
            })).collect::<Vec<_>>(),
            "moments": d.moments.iter().map(moment).collect::<Vec<_>>(),
            "domains": d.domains.iter().map(|domain| json!({
                "letter": domain.letter.to_string(),
                "name": domain.name,
                "marks": domain.marks.iter().map(|(at, mark)| json!({"moment": at, "mark": marked(*mark)})).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "errors": d.errors.iter().map(|error| json!({
                "id": error.id.as_str(),
                "name": error.name,
                "severity": error.severity.id(),
                "critical": error.severity == Level::Critical,
                "moment": error.moment,
                "repaired": error.repaired,
                "because": error.because,
            })).collect::<Vec<_>>(),
            "owed": d.owed.iter().map(|(id, weight)| json!({"id": id.as_str(), "weight": weight})).collect::<Vec<_>>(),
            "key": d.key.as_ref().map(|key| key.panel.as_str()),
            "score": d.score.as_ref().map(|score| json!({
                "score": score.score,
                "decisions": score.decisions,
                "label": score.label,
                "references": score.references.map(|beside| json!({
                    "random": beside.random,
                    "random_sd": beside.sd,
                    "best": beside.best,
                    "worst": beside.worst,
                    "between": beside.between,
                })),
            })),
        }
    });
    Ok(serde_json::to_string_pretty(&value)?)
}

fn moment(moment: &Moment) -> Value {
    json!({
        "moment": moment.number,
        "node": moment.node.as_str(),
        "choice": moment.choice.as_str(),
        "to": moment.to,
        "act": act(moment.act),
        "said": moment.said,
        "own_words": moment.own_words,
        "confidence": moment.confidence,
        "hinted": moment.hinted,
        "reply": moment.reply.iter().map(spoken).collect::<Vec<_>>(),
        "felt": moment.felt.iter().map(spoken).collect::<Vec<_>>(),
        "why": moment.why,
        "better": moment.better,
        "also": moment.also,
        "credit": moment.credit,
        "best": moment.best,
        "weight": moment.weight,
    })
}

fn spoken(line: &Spoken) -> Value {
    let who = match &line.who {
        Voice::Narrator => ">",
        Voice::You => "you",
        Voice::Pause => "pause",
        Voice::Person(name) => name.as_str(),
    };
    json!({"who": who, "mood": line.mood, "words": line.words})
}

fn act(act: Act) -> &'static str {
    match act {
        Act::Say => "say",
        Act::Do => "do",
        Act::Write => "write",
    }
}

fn kind(kind: EndingKind) -> &'static str {
    match kind {
        EndingKind::Reached => "reached",
        EndingKind::Partial => "partial",
        EndingKind::Lost => "lost",
    }
}

fn cause(cause: EndingCause) -> &'static str {
    match cause {
        EndingCause::Choices => "choices",
        EndingCause::Illness => "illness",
        EndingCause::Chance => "chance",
    }
}

fn named(trace: Trace) -> &'static str {
    match trace {
        Trace::Trust => "trust",
        Trace::Understanding => "understanding",
        Trace::Distress => "distress",
    }
}

fn marked(mark: Mark) -> &'static str {
    match mark {
        Mark::Full => "full",
        Mark::Half => "half",
        Mark::Empty => "empty",
    }
}
