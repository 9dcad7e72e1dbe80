//! The peer: bladeink, an ink runtime in Rust, on the same story.

use bladeink::story::Story as Runtime;
use bladeink::value_type::ValueType;

use crate::story::Story;

pub(crate) struct Ink(Runtime);

impl Ink {
    pub(crate) fn of(story: &Story) -> Ink {
        let compiled = bladeink_compiler::Compiler::new().compile(&story.ink());
        Ink(Runtime::new(&compiled.expect("the generated ink compiles")).expect("the compiled story loads"))
    }

    /// One play from the start; how long its text was.
    pub(crate) fn play(&mut self, mut pick: impl FnMut(usize) -> usize) -> usize {
        let ink = &mut self.0;
        ink.reset_state().expect("resets");
        let mut length = 0;
        loop {
            while ink.can_continue() {
                length += ink.cont().expect("continues").len();
            }
            let offered = ink.get_current_choices().len();
            if offered == 0 {
                return length;
            }
            ink.choose_choice_index(pick(offered)).expect("was offered");
        }
    }

    pub(crate) fn number(&self, name: &str) -> i32 {
        match self.0.get_variable(name) {
            Some(ValueType::Int(value)) => value,
            _ => panic!("{name} is no number"),
        }
    }
}
