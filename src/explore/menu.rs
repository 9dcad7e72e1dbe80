//! Which choices are offered, asked of a small table: three choices of a node lie in one cache line, where their code fills six.

use super::program::{CellIx, Program, Test};
use crate::model::ChoiceIx;

/// By choice.
pub(super) struct Menu(Vec<Entry>);

/// Offered where the value of the cell lies between the two; that is all that most choices ask.
#[derive(Clone, Copy)]
struct Entry {
    cell: CellIx,
    low: i32,
    high: i32,
    /// There is more to ask, and the choice's own code is asked.
    more: bool,
}

impl Menu {
    pub(super) fn of(program: &Program) -> Menu {
        let entry = |code: &super::program::ChoiceCode| {
            // A cell that is not there reads as 0, which lies between all there are.
            let always = Entry {
                cell: CellIx(0),
                low: i32::MIN,
                high: i32::MAX,
                more: false,
            };
            match (code.once, code.when.as_ref().map(|guard| &guard.test)) {
                (None, None | Some(Test::Const(true))) => always,
                (None, Some(Test::Within { cell, low, high })) => Entry {
                    cell: *cell,
                    low: *low,
                    high: *high,
                    more: false,
                },
                (Some(cell), None) => Entry {
                    cell,
                    low: 0,
                    high: 0,
                    more: false,
                },
                _ => Entry { more: true, ..always },
            }
        };
        Menu(program.choices.iter().map(entry).collect())
    }

    /// Puts the offered ones of a range first, in the order written, and says how many they are. Written always and kept by adding:
    /// which choices are offered is past any branch predictor.
    #[inline]
    pub(super) fn offered(
        &self,
        program: &Program,
        range: std::ops::Range<usize>,
        cells: &[i32],
        offered: &mut Vec<ChoiceIx>,
    ) -> usize {
        if offered.len() < range.len() {
            offered.resize(range.len(), ChoiceIx(0));
        }
        let mut count = 0;
        for (at, entry) in range.clone().zip(&self.0[range]) {
            offered[count] = ChoiceIx(at as u32);
            let value = cells.get(entry.cell.at()).copied().unwrap_or(0);
            let within = (value >= entry.low) & (value <= entry.high);
            count += usize::from(within);
            if entry.more && !program.choices[at].offered(cells) {
                count -= 1;
            }
        }
        count
    }
}
