//! Progress as rows (skills, scenarios, calibration) and as JSON.

use serde_json::{Value, json};

use crate::model::Library;
use crate::practice::calibration::Calibration;
use crate::practice::progress::Progress;
use crate::practice::statistics::Interval;
use crate::report::Fault;
use crate::report::csv::{Cell, table};

/// Three kinds of rows, named in the first column: `skill`, `scenario`, `calibration`.
pub fn progress_csv(p: &Progress, library: &Library) -> Result<String, Fault> {
    let head = [
        "kind",
        "id",
        "name",
        "n",
        "of",
        "share",
        "low",
        "high",
        "due",
        "first_day",
        "record",
        "replay",
    ];
    let rubric = &library.rubric;
    let skills = p.skills.iter().filter_map(|skill| {
        let about = rubric.skills.get(skill.skill.at())?;
        let share = skill.share;
        Some(vec![
            Cell::text("skill"),
            Cell::text(about.id.as_str()),
            Cell::text(&about.name),
            Cell::Count(skill.n),
            Cell::Count(skill.of),
            Cell::maybe(share.map(|share| share.share)),
            Cell::maybe(share.map(|share| share.low)),
            Cell::maybe(share.map(|share| share.high)),
            skill.due.map_or(Cell::Empty, |day| Cell::text(day.to_string())),
            skill
                .points
                .first()
                .map_or(Cell::Empty, |(day, _)| Cell::text(day.to_string())),
            Cell::Empty,
            Cell::Empty,
        ])
    });
    let scenarios = p.scenarios.iter().map(|talk| {
        let found = library.find(&talk.scenario).and_then(|entry| entry.scenario.as_ref());
        vec![
            Cell::text("scenario"),
            Cell::text(talk.scenario.as_str()),
            found.map_or(Cell::Empty, |scenario| Cell::text(scenario.raw(scenario.title))),
            Cell::Count(talk.endings.len()),
            Cell::Count(talk.endings_all),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::text(talk.begun.to_string()),
            Cell::maybe(talk.record.and_then(|record| record.score)),
            talk.record.map_or(Cell::Empty, |record| {
                Cell::text(if record.replay { "yes" } else { "no" })
            }),
        ]
    });
    let bins = p.calibration.bins.iter().map(|bin| {
        let mut row = vec![
            Cell::text("calibration"),
            Cell::text(format!("{}%", bin.stated)),
            Cell::Empty,
            Cell::Count(bin.n),
            Cell::Empty,
            Cell::maybe(bin.acceptable),
        ];
        row.resize_with(head.len(), || Cell::Empty);
        row
    });
    table(&head, skills.chain(scenarios).chain(bins))
}

/// `{"format": 1, "progress": {…}}`
pub fn progress_json(p: &Progress, library: &Library) -> Result<String, Fault> {
    let rubric = &library.rubric;
    let skill_id = |at: usize| rubric.skills.get(at).map(|skill| skill.id.as_str());
    let value = json!({
        "format": 1,
        "progress": {
            "decisions": p.decisions,
            "gone": p.gone,
            "clock_went_back": p.clock_went_back,
            "skills": p.skills.iter().map(|skill| json!({
                "id": skill_id(skill.skill.at()),
                "n": skill.n,
                "of": skill.of,
                "share": skill.share.as_ref().map(interval),
                "points": skill.points.iter().map(|(day, credit)| json!({"day": day.to_string(), "credit": credit})).collect::<Vec<_>>(),
                "due": skill.due.map(|day| day.to_string()),
                "recall": skill.recall,
            })).collect::<Vec<_>>(),
            "domains": p.domains.iter().map(|domain| json!({
                "id": rubric.domains.get(domain.domain.at()).map(|about| about.id.as_str()),
                "n": domain.n,
                "scenarios": domain.scenarios,
                "share": domain.share.as_ref().map(interval),
            })).collect::<Vec<_>>(),
            "scenarios": p.scenarios.iter().map(|talk| json!({
                "id": talk.scenario.as_str(),
                "in_library": talk.here,
                "begun": talk.begun.to_string(),
                "last": talk.last.to_string(),
                "ended": talk.ended,
                "endings": talk.endings.iter().map(|ending| ending.as_str()).collect::<Vec<_>>(),
                "endings_all": talk.endings_all,
                "record": talk.record.map(|record| json!({
                    "day": record.day.to_string(),
                    "score": record.score,
                    "replay": record.replay,
                })),
            })).collect::<Vec<_>>(),
            "first_scores": p.first_scores.iter().map(|first| json!({"scenario": first.scenario.as_str(), "day": first.day.to_string(), "score": first.score})).collect::<Vec<_>>(),
            "band": p.band.map(|band| json!({"n": band.n, "mean": band.mean, "sd": band.sd, "low": band.low, "high": band.high})),
            "calibration": calibration(&p.calibration),
            "calibration_by_skill": p.calibration_by_skill.iter().map(|(skill, found)| json!({
                "id": skill_id(skill.at()),
                "calibration": calibration(found),
            })).collect::<Vec<_>>(),
            "due": p.due.iter().map(|due| json!({
                "id": skill_id(due.skill.at()),
                "last": due.last.to_string(),
                "days_ago": due.ago,
                "recall": due.recall,
                "fresh": due.fresh,
                "new_people": due.new_people,
            })).collect::<Vec<_>>(),
        }
    });
    Ok(serde_json::to_string_pretty(&value)?)
}

fn interval(interval: &Interval) -> Value {
    json!({"n": interval.n, "share": interval.share, "low": interval.low, "high": interval.high})
}

fn calibration(found: &Calibration) -> Value {
    json!({
        "n": found.n,
        "brier": found.brier,
        "bias": found.bias,
        "bins": found.bins.iter().map(|bin| json!({
            "stated": bin.stated,
            "n": bin.n,
            "acceptable": bin.acceptable,
            "enough": bin.enough(),
        })).collect::<Vec<_>>(),
    })
}
