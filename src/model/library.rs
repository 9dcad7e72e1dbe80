//! Everything that can be played, and what could not be read.

use std::sync::Arc;

use super::{Blueprint, Key, Name, Rubric, Scenario, Track};

#[derive(Clone, Debug, Default)]
pub struct Library {
    pub rubric: Arc<Rubric>,
    pub sources: Bibliography,
    /// By track, then id.
    pub entries: Vec<Entry>,
    /// Sound ones only, by id.
    pub blueprints: Vec<Arc<Blueprint>>,
}

/// One scenario file, sound or broken.
#[derive(Clone, Debug)]
pub struct Entry {
    /// From the file name when the file could not be read.
    pub id: Name,
    /// As shown to a person, relative to the library.
    pub path: String,
    /// Where it came from: `built-in` or the folder given.
    pub pack: Name,
    pub track: Option<Track>,
    /// `None` when the file has errors: it is listed as broken and cannot be played.
    pub scenario: Option<Arc<Scenario>>,
    /// Sound keys only; the first is the one scored with unless another is asked for.
    pub keys: Vec<Arc<Key>>,
    /// Errors in the scenario or its keys.
    pub faults: usize,
}

/// `scoring/sources.yaml`
#[derive(Clone, Debug, Default)]
pub struct Bibliography {
    pub list: Vec<Citation>,
}

#[derive(Clone, Debug)]
pub struct Citation {
    pub id: Name,
    pub cite: String,
    pub at: Option<String>,
    /// What of it was read.
    pub read: Option<String>,
    /// Set for law: `US-CA`.
    pub jurisdiction: Option<String>,
    /// ISO date; law goes stale twelve months after.
    pub as_of: Option<String>,
    pub span: crate::diag::Span,
}

impl Library {
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }
}

impl Bibliography {
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Citation> {
        self.list.iter().find(|citation| citation.id == id)
    }
}
