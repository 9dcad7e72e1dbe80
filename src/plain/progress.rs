//! Progress in words: skills, conversations, first attempts, how sure against how good, what might be worth another look.

use std::io::{self, Write};

use super::{Paper, bars};
use crate::i18n::Words;
use crate::model::{Library, SkillIx};
use crate::practice::calibration::{Calibration, MIN_PER_BIN};
use crate::practice::progress::{MIN_SCENARIOS, Progress, SkillProgress};

/// `drawn`: with plots of plain signs after the words; without them for those who listen.
pub fn write_progress<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    library: &Library,
    progress: &Progress,
    drawn: bool,
) -> io::Result<()> {
    paper.text(&words.say("progress-title"))?;
    if progress.is_empty() {
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
    if drawn {
        skills_plot(paper, words, library, progress)?;
    }
    domains(paper, words, library, progress)?;
    scenarios(paper, words, library, progress)?;
    first_attempts(paper, words, library, progress, drawn)?;
    calibration(paper, words, library, progress, drawn)?;
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
    let facts = [("n", skill.n.into()), ("of", skill.of.into())];
    let Some(level) = skill.level() else {
        let line = words.say_with("progress-skill-unread", &facts);
        return paper.item(&format!("- {}: ", name(library, skill.skill)), &line);
    };
    let (share, low, high) = (percent(level.share), percent(level.low), percent(level.high));
    let facts = [
        ("n", skill.n.into()),
        ("of", skill.of.into()),
        ("share", (&share).into()),
        ("low", (&low).into()),
        ("high", (&high).into()),
    ];
    let line = words.say_with("progress-skill", &facts);
    let more = match skill.halves() {
        Some((before, after)) => {
            let (before, after) = (percent(before), percent(after));
            words.say_with(
                "progress-over-time",
                &[("before", (&before).into()), ("after", (&after).into())],
            )
        }
        None => words.say("progress-skill-few"),
    };
    paper.item(
        &format!("- {}: ", name(library, skill.skill)),
        &format!("{line} {more}"),
    )
}

/// `A1  57  ....-----o----......`
fn skills_plot<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    library: &Library,
    progress: &Progress,
) -> io::Result<()> {
    let mut rows = progress
        .skills
        .iter()
        .filter_map(|skill| {
            let level = skill.level()?;
            let id = &library.rubric.skills.get(skill.skill.at())?.id;
            Some(row(id, level.share, &bars::level(&level)))
        })
        .peekable();
    if rows.peek().is_none() {
        return Ok(());
    }
    paper.gap()?;
    paper.text(&words.say("progress-plot-skills"))?;
    rows.try_for_each(|row| paper.verbatim(&row))
}

/// A name, a share in a hundred, and its plot.
fn row(name: &str, share: f64, plot: &str) -> String {
    format!("{name:>6} {:>4}  {plot}", percent(share))
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
    let facts = [("done", progress.done().into()), ("all", playable.into())];
    paper.text(&words.say_with("progress-done", &facts))?;
    for talk in &progress.scenarios {
        let title = title(library, &talk.scenario);
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

fn first_attempts<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    library: &Library,
    progress: &Progress,
    drawn: bool,
) -> io::Result<()> {
    paper.heading(&words.say("progress-first-attempts"))?;
    let first = &progress.first_scores;
    if first.is_empty() {
        return paper.text(&words.say("progress-no-scores"));
    }
    for (at, first) in first.iter().enumerate() {
        let score = format!("{:.0}", first.score);
        let line = words.say_with("progress-earned", &[("score", (&score).into())]);
        let title = title(library, &first.scenario);
        paper.item(&format!("{}. ", at + 1), &format!("{title}, {}: {line}", first.day))?;
    }
    match &progress.band {
        Some(band) => {
            let texts = [band.mean, band.low, band.high].map(|number| format!("{number:.0}"));
            let facts = [
                ("mean", (&texts[0]).into()),
                ("low", (&texts[1]).into()),
                ("high", (&texts[2]).into()),
                ("n", band.n.into()),
            ];
            paper.text(&words.say_with("progress-band", &facts))?;
        }
        None => {
            let facts = [("have", first.len().into()), ("need", MIN_SCENARIOS.into())];
            paper.text(&words.say_with("progress-no-band", &facts))?;
        }
    }
    if !drawn {
        return Ok(());
    }
    paper.gap()?;
    paper.text(&words.say("progress-plot-attempts"))?;
    for (at, first) in first.iter().enumerate() {
        let share = first.score / 100.0;
        paper.verbatim(&row(&(at + 1).to_string(), share, &bars::bar(share)))?;
    }
    if let Some(band) = &progress.band {
        let [low, mean, high] = [band.low, band.mean, band.high].map(|end| end / 100.0);
        paper.verbatim(&row(
            &words.say("progress-plot-mean"),
            mean,
            &bars::span(low, mean, high),
        ))?;
    }
    Ok(())
}

fn title(library: &Library, id: &str) -> String {
    let scenario = library.find(id).and_then(|entry| entry.scenario.as_ref());
    scenario.map_or_else(|| id.to_owned(), |one| one.raw(one.title).to_owned())
}

fn calibration<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    library: &Library,
    progress: &Progress,
    drawn: bool,
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
    if drawn {
        sure_plot(paper, words, all)?;
    }
    for (skill, found) in progress
        .calibration_by_skill
        .iter()
        .filter(|(_, found)| found.n >= MIN_PER_BIN)
    {
        measures(paper, words, &format!("- {}: ", name(library, *skill)), found)?;
    }
    Ok(())
}

/// What was said and what was so, for the degrees that can be read.
fn sure_plot<W: Write>(paper: &mut Paper<W>, words: &Words, found: &Calibration) -> io::Result<()> {
    let mut rows = found
        .bins
        .iter()
        .filter(|bin| bin.enough())
        .filter_map(|bin| {
            let (said, so) = (f64::from(bin.stated) / 100.0, bin.acceptable?);
            Some(row(&bin.stated.to_string(), so, &bars::apart(said, so)))
        })
        .peekable();
    if rows.peek().is_none() {
        return Ok(());
    }
    paper.gap()?;
    paper.text(&words.say("progress-plot-sure"))?;
    rows.try_for_each(|row| paper.verbatim(&row))?;
    paper.gap()
}

fn measures<W: Write>(paper: &mut Paper<W>, words: &Words, lead: &str, found: &Calibration) -> io::Result<()> {
    let (Some(brier), Some(bias)) = (found.brier, found.bias) else {
        return Ok(());
    };
    let brier = format!("{brier:.2}");
    let points = (bias.abs() * 100.0).round() as i64;
    let facts = [
        ("brier", (&brier).into()),
        ("bias", points.into()),
        ("n", found.n.into()),
    ];
    let line = words.say_with("progress-brier", &facts);
    let more = match points {
        _ if found.n < MIN_PER_BIN => words.say("progress-calibration-few"),
        0 => words.say("progress-as-sure"),
        _ if bias > 0.0 => words.say_with("progress-surer", &facts),
        _ => words.say_with("progress-less-sure", &facts),
    };
    paper.item(lead, &format!("{line} {more}"))
}

fn percent(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}
