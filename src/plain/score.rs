//! The score and its label, with what has to stand beside them so that they can be read.

use std::io::{self, Write};

use super::Paper;
use crate::i18n::Words;
use crate::model::{Basis, Key, Name, Rubric};
use crate::scoring::{Cap, LineResult, References};

/// What stands beside a result.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    pub key: Option<&'a Key>,
    pub rubric: &'a Rubric,
    pub references: Option<&'a References>,
    /// Any line came before this one, so it is practice.
    pub replay: bool,
}

/// Writes score, label and references, or why there are none; then that it is education only.
pub fn write_score<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    result: Option<&LineResult>,
    beside: &Beside<'_>,
) -> io::Result<()> {
    let Some((key, result)) = beside.key.zip(result) else {
        paper.text(&words.say("plain-no-key"))?;
        return paper.text(&words.say("education-only"));
    };
    match result.process {
        None => paper.text(&words.say("plain-no-score"))?,
        Some(process) => {
            let score = whole(process.score);
            let facts = [("score", (&score).into()), ("decisions", process.decisions.into())];
            paper.text(&words.say_with("plain-score", &facts))?;
            if let Some(references) = beside.references {
                compare(paper, words, references, process.score)?;
            }
        }
    }
    for owed in result.owed.iter().filter(|owed| !owed.settled) {
        let item = key.owed.get(owed.item.at()).map(|item| item.id.replace('-', " "));
        paper.text(&words.say_with("plain-owed", &[("item", (&item.unwrap_or_default()).into())]))?;
    }
    label(paper, words, beside.rubric, result)?;
    if beside.replay {
        paper.text(&words.say("plain-replay"))?;
    }
    paper.text(&words.say("education-only"))?;
    paper.text(&basis(words, key))
}

/// Whose judgement the key is.
fn basis(words: &Words, key: &Key) -> String {
    let panel: &Name = &key.panel;
    match &key.basis {
        Basis::Author { .. } => words.say("author-key"),
        Basis::Panel { synthetic: true, .. } => {
            words.say_with("plain-synthetic-key", &[("panel", panel.as_str().into())])
        }
        Basis::Panel { raters, .. } => {
            let facts = [("panel", panel.as_str().into()), ("raters", raters.len().into())];
            words.say_with("plain-panel-key", &facts)
        }
    }
}

fn compare<W: Write>(paper: &mut Paper<W>, words: &Words, references: &References, score: f64) -> io::Result<()> {
    let facts = [
        ("random", &whole(references.random.mean)),
        ("sd", &whole(references.random.sd)),
        ("best", &whole(references.best)),
        ("worst", &whole(references.worst)),
    ];
    let facts = facts.map(|(name, text)| (name, text.into()));
    paper.text(&words.say_with("plain-references", &facts))?;
    let Some(between) = references.between(score) else {
        return Ok(());
    };
    if between < 0.0 {
        return paper.text(&words.say("plain-below-random"));
    }
    let percent = whole(between * 100.0);
    paper.text(&words.say_with("plain-between", &[("percent", (&percent).into())]))
}

fn label<W: Write>(paper: &mut Paper<W>, words: &Words, rubric: &Rubric, result: &LineResult) -> io::Result<()> {
    let Some(labelled) = &result.label else {
        return Ok(());
    };
    let Some(band) = rubric.bands.get(labelled.band.at()) else {
        return Ok(());
    };
    let facts = [("label", (&band.label).into()), ("means", (&band.means).into())];
    paper.text(&words.say_with("plain-label", &facts))?;
    for cap in &labelled.caps {
        let why = match cap {
            Cap::UnrepairedCritical => words.say("plain-cap-open"),
            Cap::RepairedCritical => words.say("plain-cap-repaired"),
            Cap::Floor(domain) => {
                let name = rubric
                    .domains
                    .get(domain.at())
                    .map_or("", |domain| domain.name.as_str());
                words.say_with("plain-cap-floor", &[("domain", name.into())])
            }
        };
        paper.text(&why)?;
    }
    Ok(())
}

fn whole(number: f64) -> String {
    format!("{number:.0}")
}
