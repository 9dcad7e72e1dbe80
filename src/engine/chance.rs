//! Everything drawn by the seed. Each draw has a stream of its own, so an edit elsewhere changes no other draw.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng};

use crate::model::{ChoiceIx, Name, NodeIx, Scenario};

/// The order in which a decision's choices are shown at its `visit`-th visit (from 0) in a line: Fisher–Yates.
#[must_use]
pub fn order(scenario: &Scenario, seed: u64, node: NodeIx, visit: u32) -> Vec<ChoiceIx> {
    let mut choices: Vec<ChoiceIx> = scenario.choices_of(node).collect();
    let mut stream = stream(seed, &scenario.node(node).id, visit, "order");
    for last in (1..choices.len()).rev() {
        choices.swap(last, below(&mut stream, last + 1));
    }
    choices
}

/// Which of `count` wordings the line at `address` has at this visit.
#[must_use]
pub fn variant(seed: u64, node: &Name, visit: u32, address: &str, count: usize) -> usize {
    below(&mut stream(seed, node, visit, address), count)
}

/// Which of `count` values the hidden variable has.
pub(crate) fn hidden(seed: u64, var: &Name, count: usize) -> usize {
    below(&mut stream(seed, var, 0, "draw"), count)
}

/// FNV-1a over seed, place, visit and purpose picks the stream of the named generator; both are fixed for ever (test vectors below).
fn stream(seed: u64, place: &str, visit: u32, purpose: &str) -> Xoshiro256PlusPlus {
    let bytes = seed.to_le_bytes().into_iter();
    let bytes = bytes.chain(place.bytes()).chain([0xff]).chain(visit.to_le_bytes());
    let hash = bytes
        .chain(purpose.bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    Xoshiro256PlusPlus::seed_from_u64(hash)
}

/// A number in `0..count` by multiply-shift (Lemire 2019, without rejection: the bias is below 2^-60 for menus this small).
/// Own three lines, since a library's range sampling may change between versions.
fn below(stream: &mut Xoshiro256PlusPlus, count: usize) -> usize {
    let wide = u128::from(stream.next_u64()) * (count as u128);
    usize::try_from(wide >> 64).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_streams_are_pinned() {
        let mut first = stream(7, "hall", 0, "order");
        assert_eq!([first.next_u64(), first.next_u64()], PINNED);
    }

    const PINNED: [u64; 2] = [14_962_349_554_792_185_394, 5_076_089_378_293_907_188];

    #[test]
    fn every_value_comes_up() {
        let name = Name::from("wants");
        let seen: std::collections::BTreeSet<usize> = (0..64).map(|seed| hidden(seed, &name, 3)).collect();
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), vec![0, 1, 2]);
    }
}
