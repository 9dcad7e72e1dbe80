//! Everything drawn by the seed. Each draw has a stream of its own, so an edit elsewhere changes no other draw.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng};

use crate::model::{ChoiceIx, Name, NodeIx, Scenario};

/// The order in which a decision's choices are shown at its `visit`-th visit (from 0) in a line: Fisher–Yates.
#[must_use]
pub fn order(scenario: &Scenario, seed: u64, node: NodeIx, visit: u32) -> Vec<ChoiceIx> {
    let mut choices: Vec<ChoiceIx> = scenario.choices_of(node).collect();
    shuffle(Seeded::new(seed), &scenario.node(node).id, visit, &mut choices);
    choices
}

/// Brings what stands for a decision's choices, in the order written, into the order of [`order`].
pub(super) fn shuffle<T>(seed: Seeded, node: &Name, visit: u32, choices: &mut [T]) {
    let mut stream = seed.stream(node, visit, "order");
    for last in (1..choices.len()).rev() {
        choices.swap(last, below(&mut stream, last + 1));
    }
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
    Seeded::new(seed).stream(place, visit, purpose)
}

/// The seed's share of that hash, which is the same for every draw of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seeded(u64);

impl Seeded {
    pub(super) fn new(seed: u64) -> Self {
        Seeded(fold(0xcbf2_9ce4_8422_2325, &seed.to_le_bytes()))
    }

    fn stream(self, place: &str, visit: u32, purpose: &str) -> Xoshiro256PlusPlus {
        let hash = fold(fold(self.0, place.as_bytes()), &[0xff]);
        let hash = fold(fold(hash, &visit.to_le_bytes()), purpose.as_bytes());
        Xoshiro256PlusPlus::seed_from_u64(hash)
    }
}

fn fold(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
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
