//! Conditions and effects: small, typed, total. Every variable is bounded, which is what makes exact analysis possible.

use super::{ChoiceIx, FactIx, NodeIx, PersonIx, RoleIx, VarIx};
use crate::diag::Span;

/// A condition with the place it was written, for messages.
#[derive(Clone, Debug)]
pub struct Guard {
    pub cond: Cond,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cond {
    Const(bool),
    Not(Box<Cond>),
    All(Vec<Cond>),
    Any(Vec<Cond>),
    Compare {
        left: Num,
        op: Op,
        right: Num,
    },
    /// A bool is true (`value` 1), or an enum or hidden variable has this value.
    Is {
        var: VarIx,
        value: i32,
    },
    Revealed(Secret),
    /// Holds from leaving the node on.
    Visited(NodeIx),
    /// Holds from the choice's effects on.
    Chosen(ChoiceIx),
    /// Here, on the phone or on video: anything but away.
    Present(PersonIx),
    Role(RoleIx),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Num {
    Lit(i32),
    Var(VarIx),
    Add(Box<Num>, Box<Num>),
    Sub(Box<Num>, Box<Num>),
}

/// What `reveal` can reveal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Secret {
    Var(VarIx),
    Fact(FactIx),
}

#[derive(Clone, Debug)]
pub struct Effect {
    pub when: Option<Guard>,
    pub change: Change,
    pub span: Span,
}

/// One change of state. Results are clamped to the variable's bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// `trust + 1` is `Lit(1)`, `trust - 2` is `Lit(-2)`.
    Add(VarIx, Num),
    Set(VarIx, Num),
    Reveal(Secret),
    Enter(PersonIx),
    Leave(PersonIx),
}

impl Cond {
    /// Calls `see` for this condition and every one inside it.
    pub fn walk<'a>(&'a self, see: &mut dyn FnMut(&'a Cond)) {
        see(self);
        match self {
            Cond::Not(inner) => inner.walk(see),
            Cond::All(list) | Cond::Any(list) => list.iter().for_each(|inner| inner.walk(see)),
            _ => {}
        }
    }

    /// Every variable read.
    pub fn reads(&self, see: &mut dyn FnMut(VarIx)) {
        self.walk(&mut |cond| match cond {
            Cond::Compare { left, right, .. } => {
                left.reads(see);
                right.reads(see);
            }
            Cond::Is { var, .. } => see(*var),
            _ => {}
        });
    }
}

impl Num {
    pub fn reads(&self, see: &mut dyn FnMut(VarIx)) {
        match self {
            Num::Lit(_) => {}
            Num::Var(var) => see(*var),
            Num::Add(left, right) | Num::Sub(left, right) => {
                left.reads(see);
                right.reads(see);
            }
        }
    }
}

impl Op {
    #[must_use]
    #[inline]
    pub fn holds(self, left: i32, right: i32) -> bool {
        // A bit each for less, equal and greater, and no branch: which way a condition goes is past any predictor.
        let accepted = match self {
            Op::Lt => 0b001,
            Op::Eq => 0b010,
            Op::Le => 0b011,
            Op::Gt => 0b100,
            Op::Ne => 0b101,
            Op::Ge => 0b110,
        };
        let found = u8::from(left < right) | u8::from(left == right) << 1 | u8::from(left > right) << 2;
        accepted & found != 0
    }
}
