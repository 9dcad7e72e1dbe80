//! The topic profile: by domain, track and topic, each with n and interval.

use crate::model::{DomainIx, Name, Rubric, Track};
use crate::practice::observation::Observation;
use crate::practice::statistics::{Interval, wilson};

/// Fewer decisions than this show no share.
const MIN_DECISIONS: usize = 3;

#[derive(Clone, Debug, PartialEq)]
pub enum ProfileOf {
    Domain(DomainIx),
    Track(Track),
    /// A curriculum tag of the rubric.
    Topic(Name),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    pub of: ProfileOf,
    pub n: usize,
    /// Domains: levels shown against the best on offer; tracks and topics: credit earned against the best on offer.
    /// `None` from fewer than three decisions.
    pub share: Option<Interval>,
}

/// One decision with what its scenario is about.
pub(super) struct Seen<'a> {
    pub(super) what: Observation,
    pub(super) track: Track,
    pub(super) topics: Vec<&'a Name>,
}

/// Only what was met; domains first, then tracks, then topics, each in the order of rubric and program.
pub(super) fn profile(rubric: &Rubric, seen: &[Seen<'_>]) -> Vec<Profile> {
    let domains = (0..rubric.domains.len()).map(DomainIx::new).map(|domain| {
        let parts = seen.iter().filter_map(|seen| {
            let (shown, best) = seen.what.of_domain(rubric, domain)?;
            Some((seen.what.weight * shown, seen.what.weight * best))
        });
        row(ProfileOf::Domain(domain), parts)
    });
    let credits = |fits: &dyn Fn(&Seen<'_>) -> bool, of: ProfileOf| {
        let parts = seen.iter().filter(|seen| fits(seen));
        row(
            of,
            parts.map(|seen| (seen.what.weight * seen.what.credit, seen.what.weight * seen.what.best)),
        )
    };
    let tracks = Track::ALL.map(|track| credits(&|seen| seen.track == track, ProfileOf::Track(track)));
    let topics = rubric.curriculum.iter().map(|tag| {
        let topic = tag.id.clone();
        credits(
            &|seen| seen.topics.iter().any(|known| **known == tag.id),
            ProfileOf::Topic(topic),
        )
    });
    let all = domains.chain(tracks).chain(topics);
    all.filter(|row| row.n > 0).collect()
}

fn row(of: ProfileOf, parts: impl Iterator<Item = (f64, f64)>) -> Profile {
    let (n, earned, best) = parts.fold((0, 0.0, 0.0), |sum, part| (sum.0 + 1, sum.1 + part.0, sum.2 + part.1));
    let enough = n >= MIN_DECISIONS && best > 0.0;
    Profile {
        of,
        n,
        share: enough.then(|| wilson(earned / best, n)).flatten(),
    }
}
