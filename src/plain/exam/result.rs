//! The result page: how it went by topic, what was critical, what was never met, what stands beside the score, and how little
//! that says. No word about readiness.

use std::io::{self, Write};

use crate::i18n::Words;
use crate::model::{Closing, Form, Level, Rubric, Track};
use crate::plain::Paper;
use crate::practice::exam::{Claim, CriticalError, ExamResult, Profile, ProfileOf, ScenarioScore, Verdict};
use crate::practice::statistics::Interval;

/// `title`: the title of a scenario by its id.
pub fn write_exam<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    rubric: &Rubric,
    form: &Form,
    result: &ExamResult,
    title: &dyn Fn(&str) -> String,
) -> io::Result<()> {
    paper.heading(&words.say_with("exam-result", &[("title", (&form.title).into())]))?;
    let minutes = usize::try_from(result.used_ms / 60_000).unwrap_or(usize::MAX);
    let facts = [
        ("decisions", result.decisions.into()),
        ("unanswered", result.unanswered.into()),
        ("minutes", minutes.into()),
    ];
    paper.text(&match result.closed {
        Closing::TimeUp => words.say_with("exam-result-time-up", &facts),
        _ => words.say_with("exam-result-handed-in", &facts),
    })?;
    score(paper, words, result)?;
    if !result.profile.is_empty() {
        paper.heading(&words.say("exam-profile"))?;
        let mut kind = None;
        for row in &result.profile {
            let of = std::mem::discriminant(&row.of);
            if kind.replace(of) != Some(of) {
                paper.text(&match row.of {
                    ProfileOf::Domain(_) => words.say("exam-domains"),
                    ProfileOf::Track(_) => words.say("exam-tracks"),
                    ProfileOf::Topic(_) => words.say("exam-topics"),
                })?;
            }
            profile(paper, words, rubric, row)?;
        }
        paper.text(&words.say("exam-profile-note"))?;
    }
    paper.heading(&words.say("exam-critical"))?;
    if result.critical.is_empty() {
        paper.text(&words.say("exam-no-critical"))?;
    }
    for error in &result.critical {
        one_error(paper, words, rubric, error, title)?;
    }
    if !result.other_errors.is_empty() {
        paper.heading(&words.say("exam-other-errors"))?;
        for error in &result.other_errors {
            one_error(paper, words, rubric, error, title)?;
        }
    }
    if !result.missed.is_empty() {
        paper.heading(&words.say("exam-missed"))?;
        for missed in &result.missed {
            let (owed, scenario) = (missed.owed.replace('-', " "), title(&missed.scenario));
            let facts = [("owed", (&owed).into()), ("scenario", (&scenario).into())];
            paper.item("- ", &words.say_with("exam-missed-one", &facts))?;
        }
    }
    if !result.scenarios.is_empty() {
        paper.heading(&words.say("exam-talks"))?;
        for talk in &result.scenarios {
            scenario(paper, words, talk, title)?;
        }
    }
    paper.heading(&words.say("exam-what-it-says"))?;
    claims(paper, words, form, result)?;
    paper.text(&words.say("education-only"))
}

fn score<W: Write>(paper: &mut Paper<W>, words: &Words, result: &ExamResult) -> io::Result<()> {
    let Some(score) = result.score else {
        return paper.text(&words.say("exam-no-score"));
    };
    let texts = [score.share, score.low, score.high].map(percent);
    let [share, low, high, n] = interval(&score, &texts);
    paper.text(&words.say_with("exam-score", &[share, low, high, n]))?;
    let Some(reference) = result.reference else {
        return paper.text(&words.say("exam-no-reference"));
    };
    let (random, best) = (percent(reference.random), percent(reference.best));
    let facts = [("random", (&random).into()), ("best", (&best).into())];
    paper.text(&words.say_with("exam-reference", &facts))?;
    match reference.between {
        Some(between) if between < 0.0 => paper.text(&words.say("exam-below-random")),
        Some(between) => {
            let between = percent(between);
            paper.text(&words.say_with("exam-between", &[("between", (&between).into())]))
        }
        None => Ok(()),
    }
}

fn profile<W: Write>(paper: &mut Paper<W>, words: &Words, rubric: &Rubric, row: &Profile) -> io::Result<()> {
    let name = match &row.of {
        ProfileOf::Domain(domain) => rubric
            .domains
            .get(domain.at())
            .map_or(String::new(), |domain| domain.name.clone()),
        ProfileOf::Track(track) => match track {
            Track::Adult => words.say("report-track-adult"),
            Track::Pediatric => words.say("report-track-pediatric"),
            Track::Cultural => words.say("report-track-cultural"),
            Track::Planning => words.say("report-track-planning"),
        },
        ProfileOf::Topic(topic) => rubric
            .curriculum
            .iter()
            .find(|tag| tag.id == *topic)
            .map_or_else(|| topic.to_string(), |tag| tag.name.clone()),
    };
    let line = match row.share {
        Some(share) => {
            let texts = [share.share, share.low, share.high].map(percent);
            words.say_with("exam-row", &interval(&share, &texts))
        }
        None => words.say_with("exam-row-few", &[("n", row.n.into())]),
    };
    paper.item(&format!("- {name}: "), &line)
}

fn interval<'a>(share: &Interval, texts: &'a [String; 3]) -> [(&'static str, crate::i18n::Arg<'a>); 4] {
    [
        ("share", (&texts[0]).into()),
        ("low", (&texts[1]).into()),
        ("high", (&texts[2]).into()),
        ("n", share.n.into()),
    ]
}

fn one_error<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    rubric: &Rubric,
    error: &CriticalError,
    title: &dyn Fn(&str) -> String,
) -> io::Result<()> {
    let kind = rubric.errors.get(error.error.at());
    let name = kind.map_or("", |kind| kind.name.as_str());
    let severity = match error.severity {
        Level::Minor => words.say("report-minor"),
        Level::Major => words.say("report-major"),
        Level::Critical => words.say("report-critical"),
    };
    let scenario = title(&error.scenario);
    let facts = [
        ("name", name.into()),
        ("severity", (&severity).into()),
        ("item", (error.item + 1).into()),
        ("scenario", (&scenario).into()),
    ];
    paper.item(
        "- ",
        &match (&error.node, error.repaired) {
            (None, _) => words.say_with("exam-error-never-done", &facts),
            (_, true) => words.say_with("exam-error-repaired", &facts),
            _ => words.say_with("exam-error", &facts),
        },
    )?;
    if let Some(because) = &error.because {
        paper.item("  ", because)?;
    }
    if let Some(kind) = kind.filter(|kind| !kind.instead.is_empty()) {
        paper.item(
            "  ",
            &words.say_with("exam-instead", &[("instead", (&kind.instead).into())]),
        )?;
    }
    Ok(())
}

fn scenario<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    talk: &ScenarioScore,
    title: &dyn Fn(&str) -> String,
) -> io::Result<()> {
    let name = title(&talk.scenario);
    let Some(score) = talk.score.filter(|_| talk.ending.is_some()) else {
        return paper.item(
            "- ",
            &words.say_with("exam-talk-unfinished", &[("scenario", (&name).into())]),
        );
    };
    let score = whole(score);
    let mut facts = vec![("scenario", (&name).into()), ("score", (&score).into())];
    let beside = talk
        .references
        .as_ref()
        .map(|known| [whole(known.random.mean), whole(known.best)]);
    let line = match &beside {
        Some([random, best]) => {
            facts.extend([("random", random.into()), ("best", best.into())]);
            words.say_with("exam-talk-score-beside", &facts)
        }
        None => words.say_with("exam-talk-score", &facts),
    };
    paper.item("- ", &line)
}

fn claims<W: Write>(paper: &mut Paper<W>, words: &Words, form: &Form, result: &ExamResult) -> io::Result<()> {
    match result.claim {
        Claim::TooFew { have, need } => {
            let facts = [("have", have.into()), ("low", need.0.into()), ("high", need.1.into())];
            paper.text(&words.say_with("exam-too-few", &facts))?;
        }
        Claim::AsMany { have } => paper.text(&words.say_with("exam-as-many", &[("have", have.into())]))?,
    }
    match (result.verdict, &form.pass_mark) {
        (Some(verdict), Some(mark)) => {
            let cut = whole(mark.cut);
            let facts = [
                ("cut", (&cut).into()),
                ("method", (&mark.method).into()),
                ("panel", (&mark.panel).into()),
                ("date", (&mark.date).into()),
            ];
            paper.text(&words.say_with("exam-pass-mark", &facts))?;
            paper.text(&match verdict {
                Verdict::Above => words.say("exam-above"),
                Verdict::Below => words.say("exam-below"),
                Verdict::TooCloseToCall => words.say("exam-too-close"),
            })?;
        }
        _ => paper.text(&words.say("exam-no-pass-mark"))?,
    }
    if !result.gone.is_empty() {
        let items: Vec<String> = result.gone.iter().map(|item| (item + 1).to_string()).collect();
        let items = items.join(", ");
        paper.text(&words.say_with(
            "exam-gone-items",
            &[("items", (&items).into()), ("count", result.gone.len().into())],
        ))?;
    }
    let mut panels: Vec<&str> = result.keys.iter().map(|(_, panel, _)| panel.as_str()).collect();
    panels.sort_unstable();
    panels.dedup();
    let panels = panels.join(", ");
    paper.text(&words.say_with("exam-keys", &[("panels", (&panels).into())]))?;
    if result.keys.iter().any(|(_, _, author)| *author) {
        paper.text(&words.say("author-key"))?;
    }
    Ok(())
}

/// "64", of a share.
fn percent(share: f64) -> String {
    whole(share * 100.0)
}

fn whole(number: f64) -> String {
    format!("{number:.0}")
}
