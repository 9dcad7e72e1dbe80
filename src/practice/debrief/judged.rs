//! What the key says about a line: marks, errors, owed decisions, score, and the skills with most to gain.

use super::{Beside, DomainMarks, ErrorLine, Judges, KeyAbout, Score};
use crate::model::{Basis, Key, Name, Rubric, SkillIx};
use crate::practice::observation::{observe, open_choices};
use crate::scoring::{LineResult, Marking, References};

/// Below this share of the best level on offer a skill is worth practising.
const ENOUGH: f64 = 0.75;

pub(super) fn marks(rubric: &Rubric, result: &LineResult) -> Vec<DomainMarks> {
    let tested = result.domains.iter().filter(|domain| !domain.moments.is_empty());
    let marks = tested.filter_map(|domain| {
        let about = rubric.domains.get(domain.domain.at())?;
        Some(DomainMarks {
            letter: about.letter,
            name: about.name.clone(),
            marks: domain
                .moments
                .iter()
                .map(|moment| (moment.step + 1, moment.mark))
                .collect(),
        })
    });
    marks.collect()
}

pub(super) fn errors(rubric: &Rubric, result: &LineResult) -> Vec<ErrorLine> {
    let lines = result.errors.iter().filter_map(|instance| {
        let kind = rubric.errors.get(instance.error.at())?;
        Some(ErrorLine {
            id: kind.id.clone(),
            name: kind.name.clone(),
            severity: instance.severity,
            moment: instance.made.map(|(step, _)| step + 1),
            repaired: instance.repaired.map(|step| step + 1),
            because: instance.because.clone(),
            instead: kind.instead.clone(),
        })
    });
    lines.collect()
}

pub(super) fn owed(key: &Key, result: &LineResult) -> Vec<(Name, f64)> {
    let open = result.owed.iter().filter(|owed| !owed.settled);
    open.filter_map(|owed| Some((key.owed.get(owed.item.at())?.id.clone(), owed.weight)))
        .collect()
}

pub(super) fn score(rubric: &Rubric, result: &LineResult, references: Option<&References>) -> Option<Score> {
    let process = result.process?;
    let band = result
        .label
        .as_ref()
        .and_then(|label| rubric.bands.get(label.band.at()));
    Some(Score {
        score: process.score,
        decisions: process.decisions,
        label: band.map(|band| band.label.clone()),
        label_means: band.map(|band| band.means.clone()),
        caps: result.label.as_ref().map_or_else(Vec::new, |label| label.caps.clone()),
        references: references.map(|known| Beside {
            random: known.random.mean,
            sd: known.random.sd,
            best: known.best,
            worst: known.worst,
            between: known.between(process.score),
        }),
    })
}

pub(super) fn about(key: &Key) -> KeyAbout {
    KeyAbout {
        panel: key.panel.clone(),
        basis: match &key.basis {
            Basis::Author { .. } => Judges::Author,
            Basis::Panel { synthetic: true, .. } => Judges::Synthetic,
            Basis::Panel { raters, .. } => Judges::Panel { raters: raters.len() },
        },
    }
}

/// The two skills with the smallest share of the best level on offer, if it is small.
pub(super) fn practise(marking: &Marking<'_>, result: &LineResult) -> Vec<SkillIx> {
    let mut sums: Vec<(SkillIx, f64, f64)> = Vec::new();
    for moment in result.moments.iter().filter(|moment| moment.counted) {
        let open = open_choices(marking, moment.taken.node);
        let Some(seen) = observe(marking, moment.taken.node, Some(moment.taken.choice), &open) else {
            continue;
        };
        for (skill, shown, best) in seen.levels {
            let at = sums.iter().position(|sum| sum.0 == skill).unwrap_or_else(|| {
                sums.push((skill, 0.0, 0.0));
                sums.len() - 1
            });
            sums[at].1 += seen.weight * f64::from(shown);
            sums[at].2 += seen.weight * f64::from(best);
        }
    }
    let shares = sums
        .into_iter()
        .filter(|sum| sum.2 > 0.0)
        .map(|sum| (sum.0, sum.1 / sum.2));
    let mut weak: Vec<(SkillIx, f64)> = shares.filter(|(_, share)| *share < ENOUGH).collect();
    weak.sort_by(|left, right| left.1.total_cmp(&right.1).then(left.0.cmp(&right.0)));
    weak.into_iter().take(2).map(|(skill, _)| skill).collect()
}
