//! Every word a learner sees, by address, so that translation, audio and export need no change of the model.

use super::{Name, PersonIx, TextId, VarIx};
use crate::diag::Span;

/// One text as written. `address` is stable across edits of other texts: `hall/say/3`, `hall/ask-her/reply/1`, `cast/lau/name`.
#[derive(Clone, Debug)]
pub struct Text {
    pub address: Name,
    pub raw: String,
    pub span: Span,
    /// `raw` cut at its interpolations; a text without any has one `Plain` part.
    pub parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Plain(String),
    /// `{cast-id.name}`
    CastName(PersonIx),
    /// `{var}`: an int as digits, a bool as yes/no words of the language, an enum value with `_` as spaces.
    Var(VarIx),
}

#[derive(Clone, Debug, Default)]
pub struct Texts {
    list: Vec<Text>,
}

impl Texts {
    pub fn add(&mut self, text: Text) -> TextId {
        let id = TextId::new(self.list.len());
        self.list.push(text);
        id
    }

    #[must_use]
    pub fn get(&self, id: TextId) -> &Text {
        &self.list[id.at()]
    }

    pub fn iter(&self) -> impl Iterator<Item = (TextId, &Text)> {
        self.list.iter().enumerate().map(|(at, text)| (TextId::new(at), text))
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
