//! A YAML file as we read it: text exactly as written, and where every piece of it stands.

use crate::diag::Span;

/// Any value. Nothing is typed by YAML: `no`, `012` and `~` are text until a decoder asks for something else.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    pub(super) span: Span,
    pub(super) data: Data,
}

#[derive(Clone, Debug)]
pub(super) enum Data {
    /// Nothing was written.
    Empty,
    Scalar(Scalar),
    Seq(Vec<Tree>),
    Map(Vec<Entry>),
    /// Already reported; whoever meets it says nothing more.
    Poison,
}

#[derive(Clone, Debug)]
pub(super) struct Scalar {
    /// After YAML's unquoting and folding.
    pub(super) text: String,
    pub(super) style: Style,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Single,
    Double,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_span: Span,
    pub(super) value: Tree,
}

impl Tree {
    pub(super) fn is_poison(&self) -> bool {
        matches!(self.data, Data::Poison)
    }

    pub(super) fn scalar(&self) -> Option<&Scalar> {
        match &self.data {
            Data::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    pub(super) fn entries(&self) -> &[Entry] {
        match &self.data {
            Data::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The first entry of that name.
    pub(super) fn get(&self, key: &str) -> Option<&Tree> {
        let found = self.entries().iter().find(|entry| entry.key == key);
        found.map(|entry| &entry.value)
    }

    /// "a list", for messages.
    pub(super) fn noun(&self) -> &'static str {
        match &self.data {
            Data::Empty => "nothing",
            Data::Scalar(_) => "a text",
            Data::Seq(_) => "a list",
            Data::Map(_) => "a mapping (`key: value` lines)",
            Data::Poison => "something unreadable",
        }
    }

    /// Calls `see` for this value and every one inside it.
    pub(super) fn each<'a>(&'a self, see: &mut dyn FnMut(&'a Tree)) {
        see(self);
        match &self.data {
            Data::Seq(items) => items.iter().for_each(|item| item.each(see)),
            Data::Map(entries) => entries.iter().for_each(|entry| entry.value.each(see)),
            Data::Empty | Data::Scalar(_) | Data::Poison => {}
        }
    }
}
