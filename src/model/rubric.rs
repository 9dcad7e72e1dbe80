//! Skills with anchors, domains, errors, bands, frameworks: what judgements are made of. `scoring/rubric.yaml`.

use super::{BandIx, DomainIx, ErrorIx, Name, SkillIx};
use crate::diag::{Span, Spanned};

#[derive(Clone, Debug, Default)]
pub struct Rubric {
    pub id: Name,
    pub version: u32,
    pub status: String,
    pub rating_scale: Vec<Weighs>,
    pub domains: Vec<Domain>,
    pub skills: Vec<Skill>,
    pub errors: Vec<ErrorKind>,
    /// From the top down.
    pub bands: Vec<Band>,
    pub bands_status: String,
    pub caps: Caps,
    pub floors: Floors,
    pub curriculum: Vec<Tag>,
    pub frameworks: Vec<Framework>,
    pub never_words: Vec<NeverWord>,
    /// Lower case; what the know-nothing policy `kindest-sounding` counts.
    pub empathy_phrases: Vec<String>,
    /// Lower case; words not to be said to families unexplained.
    pub jargon: Vec<String>,
}

/// One point of the rating scale in words.
#[derive(Clone, Debug)]
pub struct Weighs {
    pub rating: i32,
    pub name: String,
    pub means: String,
}

#[derive(Clone, Debug, Default)]
pub struct Domain {
    pub id: Name,
    pub letter: char,
    pub name: String,
    pub about: String,
}

#[derive(Clone, Debug, Default)]
pub struct Skill {
    /// `A1` … `F2`
    pub id: Name,
    pub name: String,
    pub domain: DomainIx,
    pub about: String,
    /// Five texts, levels 0–4.
    pub anchors: Vec<String>,
    pub strong: String,
    pub weak: String,
    pub sources: Vec<Spanned<Name>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    #[default]
    Minor,
    Major,
    Critical,
}

#[derive(Clone, Debug, Default)]
pub struct ErrorKind {
    /// `X01` … `X40`
    pub id: Name,
    pub name: String,
    pub severity: Level,
    pub repairable: bool,
    pub about: String,
    pub instead: String,
    pub escalate: Option<Escalate>,
    pub sources: Vec<Spanned<Name>>,
}

/// From the `after`-th instance in one line on, each counts as `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Escalate {
    pub after: u32,
    pub to: Level,
}

#[derive(Clone, Debug)]
pub struct Band {
    pub id: Name,
    pub label: String,
    /// Smallest process score, 0–100.
    pub at_least: f64,
    pub means: String,
}

/// The best band a line may get with a critical error.
#[derive(Clone, Copy, Debug, Default)]
pub struct Caps {
    pub unrepaired_critical: BandIx,
    pub repaired_critical: BandIx,
}

/// Every domain with enough observations must reach the floor for the named bands.
#[derive(Clone, Debug, Default)]
pub struct Floors {
    /// 0–100
    pub domain_at_least: f64,
    pub for_bands: Vec<BandIx>,
    pub min_observations: u32,
}

#[derive(Clone, Debug)]
pub struct Tag {
    pub id: Name,
    pub name: String,
    pub about: String,
}

#[derive(Clone, Debug)]
pub struct Framework {
    pub id: Name,
    pub name: String,
    pub about: String,
    pub moves: Vec<Move>,
    pub sources: Vec<Spanned<Name>>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Move {
    pub id: Name,
    pub name: String,
    pub about: String,
}

/// Words that a choice rated 1 or 2 should not hold.
#[derive(Clone, Debug)]
pub struct NeverWord {
    pub words: String,
    pub why: String,
    pub allow_when: Option<String>,
}

impl Rubric {
    #[must_use]
    pub fn skill(&self, id: &str) -> Option<SkillIx> {
        self.skills.iter().position(|skill| skill.id == id).map(SkillIx::new)
    }

    #[must_use]
    pub fn error(&self, id: &str) -> Option<ErrorIx> {
        self.errors.iter().position(|error| error.id == id).map(ErrorIx::new)
    }

    /// `framework/move`
    #[must_use]
    pub fn framework_move(&self, path: &str) -> Option<(&Framework, &Move)> {
        let (framework, step) = path.split_once('/')?;
        let framework = self.frameworks.iter().find(|known| known.id == framework)?;
        let step = framework.moves.iter().find(|known| known.id == step)?;
        Some((framework, step))
    }
}

impl Level {
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Level::Minor => "minor",
            Level::Major => "major",
            Level::Critical => "critical",
        }
    }
}
