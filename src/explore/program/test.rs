//! Conditions over cells: folded as far as role, draws and bounds are known, and quick to evaluate.

use super::CellIx;
use crate::model::Op;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Test {
    Const(bool),
    /// Both bounds included.
    Within {
        cell: CellIx,
        low: i32,
        high: i32,
    },
    Compare(Box<Compare>),
    Not(Box<Test>),
    // Boxed twice to keep a test at 16 bytes: millions are evaluated, most of them bounds.
    All(Box<Box<[Test]>>),
    Any(Box<Box<[Test]>>),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Compare {
    pub(crate) left: Sum,
    pub(crate) op: Op,
    pub(crate) right: Sum,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Sum {
    Lit(i32),
    Cell(CellIx),
    Add(Box<(Sum, Sum)>),
    Sub(Box<(Sum, Sum)>),
}

impl Test {
    #[inline]
    pub(crate) fn holds(&self, cells: &[i32]) -> bool {
        if let Test::Within { cell, low, high } = self {
            let value = cells[cell.at()];
            return (value >= *low) & (value <= *high);
        }
        self.holds_at_length(cells)
    }

    fn holds_at_length(&self, cells: &[i32]) -> bool {
        match self {
            Test::Const(value) => *value,
            Test::Within { cell, low, high } => (*low..=*high).contains(&cells[cell.at()]),
            Test::Compare(pair) => pair.op.holds(pair.left.value(cells), pair.right.value(cells)),
            Test::Not(inner) => !inner.holds(cells),
            Test::All(list) => list.iter().all(|inner| inner.holds(cells)),
            Test::Any(list) => list.iter().any(|inner| inner.holds(cells)),
        }
    }

    pub(crate) fn reads(&self, see: &mut dyn FnMut(CellIx)) {
        match self {
            Test::Const(_) => {}
            Test::Within { cell, .. } => see(*cell),
            Test::Compare(pair) => {
                pair.left.reads(see);
                pair.right.reads(see);
            }
            Test::Not(inner) => inner.reads(see),
            Test::All(list) | Test::Any(list) => list.iter().for_each(|inner| inner.reads(see)),
        }
    }

    /// The cell lies in the bounds; constant where its own bounds decide.
    pub(super) fn within(cell: CellIx, bounds: (i32, i32), low: i32, high: i32) -> Test {
        match (low.max(bounds.0), high.min(bounds.1)) {
            (low, high) if low > high => Test::Const(false),
            (low, high) if (low, high) == bounds => Test::Const(true),
            (low, high) => Test::Within { cell, low, high },
        }
    }

    pub(super) fn not(inner: Test) -> Test {
        match inner {
            Test::Const(value) => Test::Const(!value),
            Test::Not(inner) => *inner,
            inner => Test::Not(Box::new(inner)),
        }
    }

    pub(super) fn all(list: impl IntoIterator<Item = Test>) -> Test {
        let mut kept = Vec::new();
        for test in list {
            match test {
                Test::Const(true) => {}
                Test::Const(false) => return Test::Const(false),
                test => kept.push(test),
            }
        }
        match kept.len() {
            0 => Test::Const(true),
            1 => kept.remove(0),
            _ => Test::All(Box::new(kept.into())),
        }
    }

    pub(super) fn any(list: impl IntoIterator<Item = Test>) -> Test {
        let mut kept = Vec::new();
        for test in list {
            match test {
                Test::Const(false) => {}
                Test::Const(true) => return Test::Const(true),
                test => kept.push(test),
            }
        }
        match kept.len() {
            0 => Test::Const(false),
            1 => kept.remove(0),
            _ => Test::Any(Box::new(kept.into())),
        }
    }
}

impl Sum {
    pub(crate) fn value(&self, cells: &[i32]) -> i32 {
        match self {
            Sum::Lit(value) => *value,
            Sum::Cell(cell) => cells[cell.at()],
            Sum::Add(pair) => pair.0.value(cells).saturating_add(pair.1.value(cells)),
            Sum::Sub(pair) => pair.0.value(cells).saturating_sub(pair.1.value(cells)),
        }
    }

    pub(crate) fn reads(&self, see: &mut dyn FnMut(CellIx)) {
        match self {
            Sum::Lit(_) => {}
            Sum::Cell(cell) => see(*cell),
            Sum::Add(pair) | Sum::Sub(pair) => {
                pair.0.reads(see);
                pair.1.reads(see);
            }
        }
    }
}
