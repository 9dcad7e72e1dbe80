//! What one analysed case keeps count of: variables and only those flags that something can still read.

use crate::model::{ChoiceIx, NodeIx, OwedIx, PersonIx, Secret, VarIx};

/// A cell of one program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct CellIx(pub(crate) u32);

/// What a cell stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Thing {
    Var(VarIx),
    Visited(NodeIx),
    Chosen(ChoiceIx),
    Revealed(Secret),
    Present(PersonIx),
    /// A rated decision was met before; later visits do not count.
    Met(NodeIx),
    /// An owed item was settled.
    Settled(OwedIx),
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(crate) thing: Thing,
    /// Smallest and largest value, both included.
    pub(crate) low: i32,
    pub(crate) high: i32,
    pub(crate) start: i32,
}

impl CellIx {
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

impl Cell {
    /// Bits that hold every value as its distance from `low`.
    pub(crate) fn bits(&self) -> u32 {
        let span = i64::from(self.high.max(self.low)) - i64::from(self.low);
        64 - span.leading_zeros()
    }
}
