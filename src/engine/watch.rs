//! Who listens while the machine moves. Analysis listens to nothing and pays nothing; a teller writes the play down.

use super::State;
use crate::model::{ChoiceIx, EndingIx, Line, NodeIx, VarIx};

/// Which script a line stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Say(NodeIx),
    Reply(ChoiceIx),
    Felt(ChoiceIx),
    Epilogue(EndingIx),
    Debrief(EndingIx),
}

/// Called in the order things happen. Every method does nothing unless a listener wants it.
pub trait Watch {
    /// Whether lines are wanted; when false their conditions are not even evaluated.
    const TELLS: bool;
    /// The node is entered, after its `on_enter`, before its words.
    fn node(&mut self, _node: NodeIx) {}
    /// A line whose `when` holds; `index` counts all lines of the script, also those that do not hold.
    fn line(&mut self, _place: Place, _index: usize, _line: &Line, _state: &State) {}
    /// A variable changed from one value to another.
    fn changed(&mut self, _var: VarIx, _from: i32, _to: i32) {}
    fn ended(&mut self, _ending: EndingIx) {}
}

/// Listens to nothing.
pub struct Silent;

impl Watch for Silent {
    const TELLS: bool = false;
}
