//! What an exam is made of: how many conversations and single decisions, and what they have to be about.

use super::{DomainIx, Name, Track};
use crate::diag::Span;

#[derive(Clone, Debug, PartialEq)]
pub struct Blueprint {
    pub id: Name,
    pub span: Span,
    pub title: String,
    /// What it is and what it is not; shown before the exam and on the result.
    pub about: String,
    /// "drafted, small: …"
    pub status: String,
    /// Suggested time; kept only when the candidate asks for it.
    pub minutes: Option<u16>,
    /// Whole conversations.
    pub scenarios: Vec<Cell>,
    /// Single decisions, taken out of conversations that are not in the form.
    pub singles: Vec<Cell>,
    pub pass_mark: Option<PassMark>,
}

/// So many that fit. What is `None` does not matter; an all-`None` cell takes anything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// For a conversation: at least one of its decisions tests the domain.
    pub domain: Option<DomainIx>,
    pub track: Option<Track>,
    /// A curriculum tag of the rubric.
    pub topic: Option<Name>,
    pub count: u32,
    pub span: Span,
}

/// A cut score that somebody set. All of it must be named, or there is no pass mark.
#[derive(Clone, Debug, PartialEq)]
pub struct PassMark {
    /// "modified Angoff"
    pub method: String,
    /// Who judged.
    pub panel: String,
    /// ISO date.
    pub date: String,
    /// 0–100
    pub cut: f64,
    /// Standard error of the cut over judges, on the same scale.
    pub se: Option<f64>,
}

impl Blueprint {
    /// Conversations and single decisions asked for.
    #[must_use]
    pub fn items(&self) -> u32 {
        self.scenarios.iter().chain(&self.singles).map(|cell| cell.count).sum()
    }
}
