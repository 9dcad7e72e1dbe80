//! Progress in words: skills, conversations, first attempts, how sure against how good, what might be worth another look.

use std::io::{self, Write};

use super::Paper;
use crate::i18n::Words;
use crate::model::{Library, SkillIx};
use crate::practice::calibration::{Calibration, MIN_PER_BIN};
use crate::practice::progress::{MIN_SCENARIOS, Progress, SkillProgress};

/// Fewer answers than this have no trend.
const TREND: usize = 6;

pub fn write_progress<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    library: &Library,
    progress: &Progress,
) -> io::Result<()> {
    paper.text(&words.say("progress-title"))?;
    if progress.decisions == 0 && progress.scenarios.is_empty() {
        return paper.text(&words.say("progress-nothing"));
    }
    if progress.clock_went_back {
        paper.text(&words.say("progress-clock"))?;
    }
    due(paper, words, library, progress)?;
    paper.heading(&words.say("progress-skills"))?;
    paper.text(&words.say_with("progress-first-answers", &[("count", progress.decisions.into())]))?;
    for skill in &progress.skills {
        one_skill(paper, words, library, skill)?;
    }
    domains(paper, words, library, progress)?;
    scenarios(paper, words, library, progress)?;
    first_attempts(paper, words, progress)?;
    calibration(paper, words, library, progress)?;
    if progress.gone > 0 {
        paper.gap()?;
        paper.text(&words.say_with("progress-gone", &[("count", progress.gone.into())]))?;
    }
    paper.gap()?;
    paper.text(&words.say("education-only"))
}

fn name(library: &Library, skill: SkillIx) -> String {
    let about = library.rubric.skills.get(skill.at());
    about.map_or(String::new(), |about| format!("{} {}", about.id, about.name))
}

fn due<W: Write>(paper: &mut Paper<W>, words: &Words, library: &Library, progress: &Progress) -> io::Result<()> {
    paper.heading(&words.say("progress-due"))?;
    if progress.due.is_empty() {
        return paper.text(&words.say("progress-none-due"));
    }
    for due in &progress.due {
        let facts = [
            ("ago", i64::from(due.ago).into()),
            ("fresh", due.fresh.into()),
            ("people", due.new_people.into()),
        ];
        let line = if due.fresh > 0 {
            words.say_with("progress-due-fresh", &facts)
        } else {
            words.say_with("progress-due-again", &facts)
        };
        paper.item(&format!("- {}: ", name(library, due.skill)), &line)?;
    }
    paper.text(&words.say("report-due-note"))
}

fn one_skill<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    library: &Library,
    skill: &SkillProgress,
) -> io::Result<()> {
    let Some(share) = skill.share else { return Ok(()) };
    let (share, low, high) = (percent(share.share), percent(share.low), percent(share.high));
    let facts = [
        ("n", skill.n.into()),
        ("of", skill.of.into()),
        ("share", (&share).into()),
        ("low", (&low).into()),
        ("high", (&high).into()),
    ];
    let mut line = words.say_with("progress-skill", &facts);
    if skill.points.len() >= TREND {
        let half = skill.points.len() / 2;
        let mean = |points: &[(crate::model::Day, f64)]| {
            points.iter().map(|(_, credit)| credit).sum::<f64>() / points.len() as f64
        };
        let (before, after) = (
            percent(mean(&skill.points[..half])),
            percent(mean(&skill.points[half..])),
        );
        let facts = [("before", (&before).into()), ("after", (&after).into())];
        line = format!("{line} {}", words.say_with("progress-over-time", &facts));
    } else {
        line = format!("{line} {}", words.say("progress-skill-few"));
    }
    paper.item(&format!("- {}: ", name(library, skill.skill)), &line)
}

fn domains<W: Write>(paper: &mut Paper<W>, words: &Words, library: &Library, progress: &Progress) -> io::Result<()> {
    paper.heading(&words.say("progress-domains"))?;
    for domain in &progress.domains {
        let Some(about) = library.rubric.domains.get(domain.domain.at()) else {
            continue;
        };
        let line = match domain.share {
            Some(share) => {
                let (share, low, high) = (percent(share.share), percent(share.low), percent(share.high));
                let facts = [
                    ("share", (&share).into()),
                    ("low", (&low).into()),
                    ("high", (&high).into()),
                    ("n", domain.n.into()),
                    ("scenarios", domain.scenarios.into()),
                ];
                words.say_with("progress-domain", &facts)
            }
            None => words.say_with("progress-domain-few", &[("n", domain.n.into())]),
        };
        paper.item(&format!("- {}: ", about.name), &line)?;
    }
    Ok(())
}

fn scenarios<W: Write>(paper: &mut Paper<W>, words: &Words, library: &Library, progress: &Progress) -> io::Result<()> {
    paper.heading(&words.say("progress-scenarios"))?;
    let playable = library.entries.iter().filter(|entry| entry.scenario.is_some()).count();
    let done = progress.scenarios.iter().filter(|talk| talk.ended > 0).count();
    let facts = [("done", done.into()), ("all", playable.into())];
    paper.text(&words.say_with("progress-done", &facts))?;
    for talk in &progress.scenarios {
        let scenario = library.find(&talk.scenario).and_then(|entry| entry.scenario.as_ref());
        let title = scenario.map_or_else(|| talk.scenario.to_string(), |one| one.raw(one.title).to_owned());
        let last = talk.last.to_string();
        let score = talk
            .record
            .and_then(|record| record.score)
            .map(|score| format!("{score:.0}"));
        let facts = [
            ("seen", talk.endings.len().into()),
            ("all", talk.endings_all.into()),
            ("last", (&last).into()),
            ("score", score.as_deref().unwrap_or_default().into()),
        ];
        let mut line = match (talk.here, talk.ended > 0) {
            (false, _) => words.say_with("progress-talk-gone", &facts),
            (_, false) => words.say_with("progress-talk-begun", &facts),
            _ => words.say_with("progress-talk", &facts),
        };
        if let (Some(record), Some(_)) = (talk.record, &score) {
            let more = if record.replay {
                words.say_with("progress-record-replay", &facts)
            } else {
                words.say_with("progress-record", &facts)
            };
            line = format!("{line} {more}");
        }
        paper.item(&format!("- {title}: "), &line)?;
    }
    Ok(())
}

fn first_attempts<W: Write>(paper: &mut Paper<W>, words: &Words, progress: &Progress) -> io::Result<()> {
    paper.heading(&words.say("progress-first-attempts"))?;
    let scores = &progress.first_scores;
    if scores.is_empty() {
        return paper.text(&words.say("progress-no-scores"));
    }
    let list: Vec<String> = scores
        .iter()
        .map(|(day, score)| format!("{score:.0} ({day})"))
        .collect();
    let list = list.join(", ");
    paper.text(&words.say_with("progress-scores", &[("scores", (&list).into())]))?;
    let Some(band) = &progress.band else {
        let facts = [("have", scores.len().into()), ("need", MIN_SCENARIOS.into())];
        return paper.text(&words.say_with("progress-no-band", &facts));
    };
    let texts = [band.mean, band.low, band.high].map(|number| format!("{number:.0}"));
    let facts = [
        ("mean", (&texts[0]).into()),
        ("low", (&texts[1]).into()),
        ("high", (&texts[2]).into()),
        ("n", band.n.into()),
    ];
    paper.text(&words.say_with("progress-band", &facts))
}

fn calibration<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    library: &Library,
    progress: &Progress,
) -> io::Result<()> {
    paper.heading(&words.say("progress-calibration"))?;
    let all = &progress.calibration;
    if all.n == 0 {
        return paper.text(&words.say("progress-never-sure"));
    }
    for bin in &all.bins {
        let share = bin.acceptable.map(percent).unwrap_or_default();
        let facts = [
            ("stated", i64::from(bin.stated).into()),
            ("n", bin.n.into()),
            ("share", (&share).into()),
            ("need", MIN_PER_BIN.into()),
        ];
        paper.item(
            "- ",
            &match (bin.n, bin.enough()) {
                (0, _) => words.say_with("progress-bin-empty", &facts),
                (_, false) => words.say_with("progress-bin-few", &facts),
                _ => words.say_with("progress-bin", &facts),
            },
        )?;
    }
    measures(paper, words, "", all)?;
    for (skill, found) in progress
        .calibration_by_skill
        .iter()
        .filter(|(_, found)| found.n >= MIN_PER_BIN)
    {
        measures(paper, words, &format!("- {}: ", name(library, *skill)), found)?;
    }
    Ok(())
}

fn measures<W: Write>(paper: &mut Paper<W>, words: &Words, lead: &str, found: &Calibration) -> io::Result<()> {
    let (Some(brier), Some(bias)) = (found.brier, found.bias) else {
        return Ok(());
    };
    let texts = [format!("{brier:.2}"), format!("{:.0}", bias.abs() * 100.0)];
    let facts = [
        ("brier", (&texts[0]).into()),
        ("bias", (&texts[1]).into()),
        ("n", found.n.into()),
    ];
    let line = words.say_with("progress-brier", &facts);
    let more = if found.n < MIN_PER_BIN {
        words.say("progress-calibration-few")
    } else if bias > 0.0 {
        words.say_with("progress-surer", &facts)
    } else {
        words.say_with("progress-less-sure", &facts)
    };
    paper.item(lead, &format!("{line} {more}"))
}

fn percent(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}
