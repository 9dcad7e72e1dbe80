//! Skills as marks in words, and what to come back to: errors and their repairs.

use std::io::{self, Write};

use super::Paper;
use super::moments::lead;
use crate::i18n::Words;
use crate::model::{Basis, Rubric};
use crate::scoring::{DomainResult, Instance, LineResult, Mark};
use crate::session::Session;

/// One line a domain that was tested: a mark for every moment, never a sum.
pub(super) fn marks<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    rubric: &Rubric,
    result: &LineResult,
) -> io::Result<()> {
    for domain in result.domains.iter().filter(|domain| !domain.moments.is_empty()) {
        let marks: Vec<String> = domain
            .moments
            .iter()
            .map(|moment| match moment.mark {
                Mark::Full => words.say("plain-mark-full"),
                Mark::Half => words.say("plain-mark-half"),
                Mark::Empty => words.say("plain-mark-empty"),
            })
            .collect();
        let marks = marks.join(", ");
        let name = rubric.domains.get(domain.domain.at()).map_or("", |domain| &domain.name);
        let facts = [("count", domain.moments.len().into()), ("marks", (&marks).into())];
        paper.item(&format!("{name}: "), &words.say_with("plain-marks", &facts))?;
    }
    Ok(())
}

/// Errors in plain words: open ones first, the gravest first.
pub(super) fn errors<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    session: &Session,
    result: &LineResult,
) -> io::Result<()> {
    let mut errors: Vec<&Instance> = result.errors.iter().collect();
    errors.sort_by_key(|error| (error.repaired.is_some(), std::cmp::Reverse(error.severity)));
    if errors.is_empty() {
        return paper.text(&words.say("plain-no-errors"));
    }
    for error in errors {
        let kind = &session.rubric().errors[error.error.at()];
        let before = match error.made {
            Some((step, _)) => words.say_with("plain-moment", &[("number", (step + 1).into())]),
            None => words.say("plain-never-done"),
        };
        let because = error.because.as_deref().unwrap_or(&kind.about);
        paper.item(
            &lead(before),
            &format!("{}. {because}", kind.name.trim_end_matches('.')),
        )?;
        if let Some(step) = error.repaired {
            paper.text(&words.say_with("plain-repaired", &[("number", (step + 1).into())]))?;
        } else if !kind.instead.is_empty() {
            paper.item(&lead(words.say("plain-instead")), &kind.instead)?;
        }
    }
    if matches!(session.key().map(|key| &key.basis), Some(Basis::Author { .. })) {
        paper.text(&words.say("plain-author-view"))?;
    }
    Ok(())
}

/// The tested domain with the smallest share, if it was not all there.
pub(super) fn weakest(result: &LineResult) -> Option<&DomainResult> {
    let tested = result.domains.iter().filter_map(|domain| Some((domain.share?, domain)));
    tested
        .filter(|(share, _)| *share < 1.0)
        .min_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, domain)| domain)
}

/// The decision (from 0) where most was left, if anything was.
pub(super) fn costliest(result: &LineResult) -> Option<usize> {
    let lost = result
        .moments
        .iter()
        .filter(|moment| moment.counted)
        .filter_map(|moment| {
            let lost = moment.weight? * (moment.best? - moment.credit?);
            (lost > 1e-9).then_some((lost, moment.step))
        });
    lost.max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, step)| step)
}
