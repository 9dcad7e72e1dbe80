//! The label under a score: a provisional band, and what capped it. A cap is a line of its own, never subtracted.

use super::{DomainResult, Instance};
use crate::model::{BandIx, DomainIx, Level, Rubric};

#[derive(Clone, Debug, PartialEq)]
pub struct Labelled {
    /// After caps.
    pub band: BandIx,
    /// What the score alone would give.
    pub by_score: BandIx,
    /// Everything that held the label down.
    pub caps: Vec<Cap>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cap {
    UnrepairedCritical,
    RepairedCritical,
    /// The domain, with enough observations, lies below the floor.
    Floor(DomainIx),
}

/// `None` when the rubric has no bands. Bands run from the top down, so a larger index is a lower label.
pub(super) fn label(rubric: &Rubric, score: f64, domains: &[DomainResult], errors: &[Instance]) -> Option<Labelled> {
    let lowest = rubric.bands.len().checked_sub(1)?;
    let by_score = rubric
        .bands
        .iter()
        .position(|band| score >= band.at_least)
        .unwrap_or(lowest);
    let mut band = by_score;
    let mut caps = Vec::new();
    // What would not have come higher anyway was not held down.
    let mut hold = |at: usize, cap: Cap| {
        if by_score < at {
            caps.push(cap);
            band = band.max(at);
        }
    };
    let critical = || errors.iter().filter(|instance| instance.severity == Level::Critical);
    if critical().any(|instance| instance.repaired.is_none()) {
        hold(rubric.caps.unrepaired_critical.at(), Cap::UnrepairedCritical);
    } else if critical().next().is_some() {
        hold(rubric.caps.repaired_critical.at(), Cap::RepairedCritical);
    }
    let floors = &rubric.floors;
    let below = |result: &&DomainResult| {
        let enough = result.moments.len() >= floors.min_observations as usize;
        enough && result.share.is_some_and(|share| share * 100.0 < floors.domain_at_least)
    };
    let guarded = floors.for_bands.iter().map(|band| band.at() + 1).max().unwrap_or(0);
    for result in domains.iter().filter(below) {
        hold(guarded.min(lowest), Cap::Floor(result.domain));
    }
    Some(Labelled {
        band: BandIx::new(band),
        by_score: BandIx::new(by_score),
        caps,
    })
}
