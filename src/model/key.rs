//! One panel's ratings of every choice of one scenario.

use super::{ChoiceIx, ErrorIx, Fingerprint, Guard, Level, Name, NodeIx, OwedIx, Scenario, SkillIx};
use crate::diag::{Span, Spanned};

#[derive(Clone, Debug, Default)]
pub struct Key {
    pub scenario: Name,
    pub scenario_version: u32,
    pub panel: Name,
    pub span: Span,
    pub basis: Basis,
    pub owed: Vec<Owed>,
    /// Indexed by node; `None` for nodes that are no decision or that this panel did not key.
    pub decisions: Vec<Option<KeyDecision>>,
    pub at_end: Vec<AtEnd>,
    /// Choices rated that the scenario does not have (already reported); kept for `key sync`.
    pub orphans: Vec<Spanned<String>>,
}

/// Whose judgement the ratings are.
#[derive(Clone, Debug)]
pub enum Basis {
    Author {
        status: String,
    },
    Panel {
        raters: Vec<(Name, String)>,
        date: Option<String>,
        synthetic: bool,
    },
}

impl Default for Basis {
    fn default() -> Self {
        Basis::Author { status: String::new() }
    }
}

/// A decision that ought to be met; leaving it out counts in the denominator.
#[derive(Clone, Debug)]
pub struct Owed {
    pub id: Name,
    pub by: Vec<NodeIx>,
    pub weight: f64,
    /// Over drawn variables only.
    pub applies: Option<Guard>,
    pub span: Span,
}

#[derive(Clone, Debug, Default)]
pub struct KeyDecision {
    pub node: NodeIx,
    pub span: Span,
    /// Fingerprint of what is said at the node, when it was rated.
    pub of: Option<Spanned<Fingerprint>>,
    pub weight: f64,
    pub tests: Vec<SkillIx>,
    pub experts_differ: Option<Differ>,
    /// `count: each` for hubs of `once` choices; otherwise only the first visit in a line counts.
    pub count_each: bool,
    /// By position of the choice in its node; `None` where unrated.
    pub choices: Vec<Option<KeyChoice>>,
}

/// Both sides, as plain strings: a key is not translated with the scenario.
#[derive(Clone, Debug)]
pub struct Differ {
    pub one_side: String,
    pub other_side: String,
}

#[derive(Clone, Debug, Default)]
pub struct KeyChoice {
    pub choice: ChoiceIx,
    pub span: Span,
    /// Never empty.
    pub ratings: Vec<Rating>,
    /// Level 0–4 for each tested skill.
    pub shows: Vec<(SkillIx, u8)>,
    pub errors: Vec<KeyError>,
    pub repairs: Vec<ErrorIx>,
    pub settles: Vec<OwedIx>,
    pub cue: Option<Cue>,
    pub of: Option<Spanned<Fingerprint>>,
}

#[derive(Clone, Debug, Default)]
pub struct Rating {
    /// `None` for the single rating of an author's key.
    pub rater: Option<Name>,
    /// −2 … 2 when in scale; kept as written so that a check can say it is not.
    pub value: i32,
    pub because: Option<String>,
    pub span: Span,
}

#[derive(Clone, Debug, Default)]
pub struct KeyError {
    pub error: ErrorIx,
    /// Overrides the rubric's.
    pub severity: Option<Level>,
    pub because: Option<String>,
    pub span: Span,
}

/// VR-CoDES quadrant of a reply to emotion: explicit or not, provides or reduces space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cue {
    ExplicitProvides,
    ExplicitReduces,
    NonexplicitProvides,
    NonexplicitReduces,
}

/// An error that stands only at the end: what was never done.
#[derive(Clone, Debug)]
pub struct AtEnd {
    pub when: Guard,
    pub errors: Vec<KeyError>,
    pub because: Option<String>,
    pub span: Span,
}

impl Key {
    /// Whether anything is rated yet: `bedside key new` puts every choice at 0.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        let choices = self.decisions.iter().flatten().flat_map(|decision| &decision.choices);
        let mut ratings = choices.flatten().flat_map(|choice| &choice.ratings);
        ratings.any(|rating| rating.value != 0)
    }

    #[must_use]
    pub fn decision(&self, node: NodeIx) -> Option<&KeyDecision> {
        self.decisions.get(node.at()).and_then(Option::as_ref)
    }

    /// The key's entry for a choice.
    #[must_use]
    pub fn choice(&self, scenario: &Scenario, choice: ChoiceIx) -> Option<&KeyChoice> {
        let node = scenario.choice(choice).node;
        let decision = self.decision(node)?;
        decision.choices.iter().flatten().find(|rated| rated.choice == choice)
    }
}

impl KeyChoice {
    /// Mean of the ratings, −2 … 2.
    #[must_use]
    pub fn mean(&self) -> f64 {
        let sum: i32 = self.ratings.iter().map(|rating| rating.value).sum();
        f64::from(sum) / self.ratings.len().max(1) as f64
    }
}
