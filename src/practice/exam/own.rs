//! What a candidate would have said before the choices appeared: unscored, kept apart, and beside the choice in the look back.

use crate::model::Name;
use crate::session::{Session, Turn};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWords {
    /// Of the form, from 0.
    pub item: usize,
    /// Step of its conversation; 0 for a single decision.
    pub step: usize,
    pub node: Name,
    pub text: String,
}

impl OwnWords {
    /// Those of one step; later ones replace earlier ones, and empty ones take them back.
    #[must_use]
    pub fn at(all: &[OwnWords], item: usize, step: usize) -> Option<&str> {
        let found = all.iter().rev().find(|own| own.item == item && own.step == step);
        found.map(|own| own.text.trim()).filter(|text| !text.is_empty())
    }

    /// The decisions of a conversation of the form, each with its own words.
    #[must_use]
    pub fn beside(all: &[OwnWords], item: usize, session: &Session) -> Vec<Turn> {
        let turns = session.run().turns.iter().enumerate();
        let with =
            |(step, turn)| OwnWords::at(all, item, step).map_or_else(|| Turn::clone(turn), |own| said(turn, own));
        turns.map(with).collect()
    }

    /// A single decision that was answered, with its own words.
    #[must_use]
    pub fn beside_single(all: &[OwnWords], item: usize, turn: &Turn) -> Turn {
        OwnWords::at(all, item, 0).map_or_else(|| turn.clone(), |own| said(turn, own))
    }
}

fn said(turn: &Turn, own: &str) -> Turn {
    let mut turn = turn.clone();
    turn.own_words = Some(own.to_owned());
    turn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_words_of_a_step_count_and_empty_ones_take_back() {
        let own = |step, text: &str| OwnWords {
            item: 2,
            step,
            node: "hall".into(),
            text: text.to_owned(),
        };
        let all = [
            own(0, "I am here."),
            own(1, "Tell me."),
            own(0, " "),
            own(1, "Tell me more."),
        ];
        assert_eq!(OwnWords::at(&all, 2, 0), None);
        assert_eq!(OwnWords::at(&all, 2, 1), Some("Tell me more."));
        assert_eq!(OwnWords::at(&all, 1, 1), None);
    }
}
