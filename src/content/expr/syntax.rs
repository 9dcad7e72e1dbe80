//! An expression as written, before anyone asks what its names mean.

use std::fmt;
use std::ops::Range;

#[derive(Clone, Debug)]
pub(super) struct Ast {
    pub(super) term: Term,
    pub(super) at: Range<usize>,
}

#[derive(Clone, Debug)]
pub(super) enum Term {
    Int(i64),
    Truth(bool),
    Name(String),
    /// `revealed(father)`; the argument as written.
    Call {
        name: String,
        name_at: Range<usize>,
        argument: String,
        argument_at: Range<usize>,
    },
    Not(Box<Ast>),
    Minus(Box<Ast>),
    Both(Vec<Ast>),
    Either(Vec<Ast>),
    /// A comparison or a sum.
    Pair {
        sign: Pair,
        sign_at: Range<usize>,
        left: Box<Ast>,
        right: Box<Ast>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair {
    Same,
    Differs,
    Less,
    AtMost,
    More,
    AtLeast,
    Plus,
    Minus,
}

impl Pair {
    pub(super) fn text(self) -> &'static str {
        match self {
            Pair::Same => "==",
            Pair::Differs => "!=",
            Pair::Less => "<",
            Pair::AtMost => "<=",
            Pair::More => ">",
            Pair::AtLeast => ">=",
            Pair::Plus => "+",
            Pair::Minus => "-",
        }
    }
}

impl Ast {
    /// How tightly it holds together: or, and, not, comparison, sum, single.
    fn rank(&self) -> u8 {
        match &self.term {
            Term::Either(_) => 0,
            Term::Both(_) => 1,
            Term::Not(_) => 2,
            Term::Pair {
                sign: Pair::Plus | Pair::Minus,
                ..
            } => 4,
            Term::Pair { .. } => 3,
            _ => 5,
        }
    }

    fn print(&self, least: u8, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wrap = self.rank() < least;
        if wrap {
            out.write_str("(")?;
        }
        match &self.term {
            Term::Int(value) => write!(out, "{value}")?,
            Term::Truth(value) => write!(out, "{value}")?,
            Term::Name(name) => out.write_str(name)?,
            Term::Call { name, argument, .. } => write!(out, "{name}({argument})")?,
            Term::Not(inner) => {
                out.write_str("not ")?;
                inner.print(2, out)?;
            }
            Term::Minus(inner) => {
                out.write_str("-")?;
                inner.print(5, out)?;
            }
            Term::Both(list) => Self::print_list(list, " and ", 2, out)?,
            Term::Either(list) => Self::print_list(list, " or ", 1, out)?,
            Term::Pair { sign, left, right, .. } => {
                let sum = matches!(sign, Pair::Plus | Pair::Minus);
                left.print(4, out)?;
                write!(out, " {} ", sign.text())?;
                right.print(if sum { 5 } else { 4 }, out)?;
            }
        }
        if wrap {
            out.write_str(")")?;
        }
        Ok(())
    }

    fn print_list(list: &[Ast], word: &str, least: u8, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, inner) in list.iter().enumerate() {
            if at > 0 {
                out.write_str(word)?;
            }
            inner.print(least, out)?;
        }
        Ok(())
    }
}

impl fmt::Display for Ast {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.print(0, out)
    }
}
