//! Who is in the conversation and what the scenario keeps count of.

use super::{Name, PersonIx, TextId};
use crate::diag::{Span, Spanned};

#[derive(Clone, Debug, Default)]
pub struct Person {
    pub id: Name,
    pub span: Span,
    /// As it stands before the colon in scripts; unique in the cast.
    pub name: TextId,
    /// "your patient", "her son"
    pub who: TextId,
    pub speaks: Option<String>,
    /// The first is where they start. Moods are shown in words and are never state.
    pub moods: Vec<Spanned<Name>>,
    pub present: Presence,
    pub inner: Option<Inner>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presence {
    #[default]
    Here,
    Away,
    Phone,
    Video,
}

#[derive(Clone, Copy, Debug)]
pub struct Inner {
    pub wants: Option<TextId>,
    pub fears: Option<TextId>,
}

/// A variable. At run time every kind is one `i32`: bool 0/1, enum and hidden the index of the value.
#[derive(Clone, Debug)]
pub struct Var {
    pub id: Name,
    pub span: Span,
    pub kind: VarKind,
    pub of: Option<PersonIx>,
    pub trace: Option<Trace>,
    /// Value at the start; for a hidden variable it is drawn.
    pub start: i32,
}

#[derive(Clone, Debug)]
pub enum VarKind {
    Int {
        min: i32,
        max: i32,
    },
    Bool,
    Enum {
        values: Vec<Name>,
    },
    /// Drawn by the seed, each value equally likely; the learner knows it only once revealed.
    Hidden {
        values: Vec<Drawn>,
        if_never_asked: Option<TextId>,
    },
}

#[derive(Clone, Debug)]
pub struct Drawn {
    pub id: Name,
    /// What the value means, in words for the debrief.
    pub means: TextId,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trace {
    Trust,
    Understanding,
    Distress,
}

/// Something that can be found out; listed in the debrief.
#[derive(Clone, Debug)]
pub struct Fact {
    pub id: Name,
    pub span: Span,
    pub text: TextId,
}

impl Var {
    /// Smallest and largest value, both included.
    #[must_use]
    pub fn bounds(&self) -> (i32, i32) {
        let last = |len: usize| i32::try_from(len).unwrap_or(i32::MAX) - 1;
        match &self.kind {
            VarKind::Int { min, max } => (*min, *max),
            VarKind::Bool => (0, 1),
            VarKind::Enum { values } => (0, last(values.len())),
            VarKind::Hidden { values, .. } => (0, last(values.len())),
        }
    }

    #[must_use]
    pub fn is_hidden(&self) -> bool {
        matches!(self.kind, VarKind::Hidden { .. })
    }

    /// Name of a value of an enum or hidden variable.
    #[must_use]
    pub fn value_name(&self, value: i32) -> Option<&Name> {
        let at = usize::try_from(value).ok()?;
        match &self.kind {
            VarKind::Enum { values } => values.get(at),
            VarKind::Hidden { values, .. } => values.get(at).map(|drawn| &drawn.id),
            VarKind::Int { .. } | VarKind::Bool => None,
        }
    }
}
